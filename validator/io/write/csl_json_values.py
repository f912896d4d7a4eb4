"""Single values as CSL-JSON has them: objects for names and dates, else strings."""

from __future__ import annotations

import json
from typing import Any

from validator.io.json import csl_json
from validator.io.write import dates as date_forms
from validator.io.write import lists
from validator.record import LIST_VARIABLES, NAME_VARIABLES, Name
from validator.text.dates import Date


def value(variable: str, value: Any, *, ascii_only: bool = False) -> str:
    """The JSON of a value of a variable (a CSL name), in one line; see `plain`."""
    return dumped(plain(variable, value), ascii_only=ascii_only)


def plain(variable: str, value: Any) -> Any:
    """The value of a key: a list of objects for names, an object for a date, else a string."""
    if isinstance(value, Name):
        return name(value)
    if isinstance(value, Date):
        return date(value)
    if isinstance(value, str):
        return value
    variable = variable.removeprefix("original-")
    if variable in NAME_VARIABLES:
        return [name(one) for one in value]
    if variable == "affiliation":
        return list(value)
    if variable in LIST_VARIABLES:
        return keywords(value)
    return value.value


def name(name: Name) -> dict[str, Any]:
    """The object of one name: family and given, or literal."""
    found: dict[str, Any] = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particles,
        "suffix": name.suffix,
        "literal": name.literal,
        "ORCID": name.orcid,
        "affiliation": [{"name": text} for text in name.affiliation],
    }
    return {key: content for key, content in found.items() if content}


def date(date: Date) -> dict[str, Any]:
    """The object of a date: ``date-parts`` where they say all, else its text as ``raw``."""
    for found in (_date_parts(date), {"raw": date.raw}, {"raw": date_forms.iso(date)}):
        if found and date_forms.same(csl_json.READERS["issued"](found), date):
            return found
    return {"raw": date.raw}


def _date_parts(date: Date) -> dict[str, Any]:
    if date.year is None or date.season or date.approximate:
        return {}
    first = [part for part in (date.year, date.month, date.day) if part]
    return {"date-parts": [first, [date.end_year]] if date.end_year else [first]}


def keywords(values: tuple[str, ...]) -> str | list[str]:
    """One string, as CSL has it; a list where a keyword has a separator in it."""

    def is_read_back(text: str) -> bool:
        return bool(csl_json.READERS["keyword"](text) == values)

    return lists.joined(values, ("; ",), is_read_back) or list(values)


def dumped(value: Any, *, ascii_only: bool = False) -> str:
    """JSON in one line. Surrogates without a partner are escaped: no file holds them."""
    text = json.dumps(value, ensure_ascii=ascii_only)
    return text if ascii_only or text.isascii() else without_surrogates(text)


def without_surrogates(text: str) -> str:
    """JSON with surrogates written as escapes."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join(f"\\u{ord(c):04x}" if "\ud800" <= c <= "\udfff" else c for c in text)
    return text
