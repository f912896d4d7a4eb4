"""Typed cells of workbooks, columnar files and databases as the text that a person would write."""

from __future__ import annotations

import datetime
import math
from collections.abc import Mapping, Sequence
from typing import Any

EXACT = 10**21
"""Whole numbers below it are written out; 1E+30 in a cell is no number of anything."""
DIGITS = 40  # of a decimal number that is written out
DEEPEST = 5  # lists and mappings within each other
_GIVEN = ("given", "givenname", "given_name", "forename", "first", "firstname", "first_name")
_FAMILY = ("family", "familyname", "family_name", "surname", "last", "lastname", "last_name")
_WHOLE = ("literal", "name", "fullname", "full_name", "display_name", "label", "value")


def texts(row: Sequence[Any]) -> list[str]:
    """The text of each cell of a row."""
    return [value if value.__class__ is str else text(value) for value in row]


def text(value: Any) -> str:
    """A value as text: 2020 for 2020.0, dates as ISO 8601 without a midnight, lists with "; ".

    A mapping is a name where it has the parts of one, else its JSON. No value is "".
    """
    return _text(value, DEEPEST)


def _text(value: Any, depth: int) -> str:
    match value:
        case None:
            return ""
        case str():
            return str(value)
        case bool():
            return "true" if value else "false"
        case int():
            return str(value) if -EXACT < value < EXACT else f"{value:#x}"
        case float():
            return _number(value)
        case datetime.datetime():
            has_time = value.time() != datetime.time()
            return value.isoformat() if has_time else value.date().isoformat()
        case datetime.date() | datetime.time():
            return value.isoformat()
        case bytes() | bytearray() | memoryview():
            return bytes(value).decode("utf-8", "surrogateescape")
        case Mapping():
            return _mapping(value, depth)
        case list() | tuple() | set() | frozenset():
            if depth == 0:
                return ""
            items = sorted(map(str, value)) if isinstance(value, (set, frozenset)) else value
            return "; ".join(filter(None, (_text(item, depth - 1) for item in items)))
    return _other(value, depth)


def _number(value: float) -> str:
    if not math.isfinite(value):
        return ""
    return str(int(value)) if value.is_integer() and abs(value) < EXACT else repr(value)


def _other(value: Any, depth: int) -> str:
    """Decimal numbers, and what drivers make of types of their own."""
    from decimal import Decimal

    if isinstance(value, Decimal):
        if not value.is_finite():
            return ""
        if abs(value.adjusted()) > DIGITS:
            return str(value)
        return str(int(value)) if value == int(value) else f"{value:f}"
    if hasattr(value, "tolist"):  # numpy
        return _text(value.tolist(), depth)
    return str(value)


def _mapping(value: Mapping[Any, Any], depth: int) -> str:
    """A name as ``Family, Given``; a mapping with one label as that; else JSON."""
    folded = {str(key).lower().replace("-", "_"): item for key, item in value.items()}
    family, given, whole = (_first(folded, keys) for keys in (_FAMILY, _GIVEN, _WHOLE))
    if family or given:
        return ", ".join(part for part in (family, given) if part)
    if whole or depth == 0:
        return whole
    import json

    if not any(item is not None for item in value.values()):
        return ""
    return json.dumps(value, ensure_ascii=False, default=text)


def _first(value: Mapping[str, Any], keys: Sequence[str]) -> str:
    found = (value[key] for key in keys if key in value)
    return next((item for item in found if isinstance(item, str) and item), "")
