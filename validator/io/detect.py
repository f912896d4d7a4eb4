"""The format of a text by its content first, by its suffix second."""

from __future__ import annotations
