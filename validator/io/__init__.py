"""Files in, records out: formats recognised, files opened, readers loaded where needed."""

from __future__ import annotations
