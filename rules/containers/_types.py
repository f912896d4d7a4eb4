"""The types of records that stand in a journal."""

from __future__ import annotations

JOURNALS = {"article-journal", "article-magazine", "article-newspaper"}
