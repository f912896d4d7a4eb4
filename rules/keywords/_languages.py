"""The language that a field in a record's other language says to be in."""

from __future__ import annotations

from validator.record import Record
from validator.text.languages import language_of
from validator.text.script import has_cjk


def is_said_to_be_european(record: Record) -> bool:
    """Whether the other language of a Chinese, Japanese or Korean record is said to be none of
    these, by the label of a field such as keywords_en."""
    said = language_of(record.parallel.language)
    return said not in ("", "und", "mul", "zh", "ja", "ko") and has_cjk(record.title)
