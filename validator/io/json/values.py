"""Values of JSON taken for what they plainly mean: texts, numbers, lists, dates."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from validator.text import dates

LONGEST_DATE = 40  # characters of a date that other works may have, too


def as_text(value: Any) -> str:
    """A value as text: a number in digits, of a list the first (Crossref gives title lists)."""
    if value is None or value.__class__ is str:
        return value or ""
    if isinstance(value, bool):
        return ""
    if isinstance(value, int):
        return str(value) if abs(value) < 10**400 else ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    if isinstance(value, list):
        return next((text for part in value if (text := flat(part))), "")
    return flat(value)


def flat(value: Any) -> str:
    """The text of a member of a list, or of an object that wraps one."""
    if value.__class__ is str:
        return value
    if isinstance(value, dict):
        wrapped = (value.get(key) for key in ("literal", "value", "name", "title", "tag", "raw"))
        return next((text for text in wrapped if isinstance(text, str) and text), "")
    return "" if isinstance(value, list) else as_text(value)


def as_texts(value: Any) -> tuple[str, ...]:
    """The texts of a list, or of a lone value."""
    if not value:
        return ()
    members = value if isinstance(value, list) else [value]
    return tuple([text for member in members if (text := flat(member))])


def members(value: Any) -> list[dict[str, Any]]:
    """The objects of a list, or a lone one."""
    if not value:
        return []
    found = value if isinstance(value, list) else [value]
    return [member for member in found if isinstance(member, dict)]


def joined(value: Any) -> str:
    """The numbers of a list, as one text."""
    return value if isinstance(value, str) else "; ".join(as_texts(value))


def as_date(value: Any) -> dates.Date | None:
    """A date of CSL, or a text or number in its place; of a range the text says both ends."""
    if not isinstance(value, dict):
        text = as_text(value)
        if len(text) > LONGEST_DATE:
            return dates.parse(text)
        return _of_text(text) if text.strip() else None
    parts = value.get("date-parts")
    if isinstance(parts, list) and len(parts) == 1 and isinstance(parts[0], list):
        try:
            return _of_parts(*parts[0]) or _other_date(value)
        except TypeError:  # a list or an object in the place of a number
            pass
    if isinstance(parts, list) and parts:
        ends = [part if isinstance(part, list) else [part] for part in parts]
        if not isinstance(parts[0], list):  # [2020, 3, 1] for [[2020, 3, 1]]
            ends = [parts]
        texts = [text for end in ends[:2] if (text := _iso(end))]
        if texts:
            return dates.parse("/".join(texts))
    return _other_date(value)


def _other_date(value: dict[str, Any]) -> dates.Date | None:
    """A date without date-parts."""
    for key in ("raw", "literal", "edtf", "date-time", "year"):
        if text := as_text(value.get(key)):
            return dates.parse(text)
    return None


def _iso(parts: list[Any]) -> str:
    """Year, month and day as ISO 8601 writes them; "2021--05" where the month is left out."""
    texts = [as_text(part).strip() for part in parts[:3]]
    while texts and not texts[-1]:
        texts.pop()
    widths = (4, 2, 2)
    return "-".join(text and text.zfill(width) for text, width in zip(texts, widths, strict=False))


@lru_cache(maxsize=2**12)
def _of_text(text: str) -> dates.Date:
    return dates.parse(text)


@lru_cache(maxsize=2**12, typed=True)
def _of_parts(*parts: Any) -> dates.Date | None:
    if len(parts) > 3:
        parts = parts[:3]
    texts = [as_text(part).strip() for part in parts]
    if not any(texts):
        return None
    widths = (4, 2, 2)
    return dates.of_fields(
        *(text and text.zfill(width) for text, width in zip(texts, widths, strict=False))
    )
