"""Single values as RIS has them: the text behind one tag."""

from __future__ import annotations

from typing import Any

from validator.io import values
from validator.io.write import dates as date_forms
from validator.io.write import names as name_forms
from validator.io.write.plain import one_line
from validator.record import NAME_VARIABLES, Name
from validator.text.dates import Date


def value(variable: str, value: Any) -> str:
    """The text of a value of a variable (a CSL name), or of one member of a list.

    Names, keywords and affiliations have a tag each: give them one by one; several are joined
    by semicolons, which only keywords survive.
    """
    if isinstance(value, Name):
        return name(value)
    if isinstance(value, Date):
        return date(value)
    if isinstance(value, str):
        return one_line(value)
    if variable.removeprefix("original-") in NAME_VARIABLES:
        return "; ".join(map(name, value))
    return one_line(getattr(value, "value", None) or "; ".join(value))


def name(name: Name) -> str:
    """``Family, Given, Suffix``, or a body with a comma behind it where it might be split."""
    return name_forms.written(name, name_forms.forms, values.name)


def date(date: Date) -> str:
    """A date in one tag: YYYY/MM/DD, else as it stood."""
    return date_forms.written(date, (slashed(date),) if date_forms.is_plain(date) else ())


def slashed(date: Date) -> str:
    """A plain date as the specification writes it: ``2019``, ``2019/05``, ``2019/05/03``."""
    return date_forms.iso(date).replace("-", "/")


def pages(page: str) -> tuple[str, str]:
    """The first and the last page of a plain range, the pages and "" for anything else."""
    start, hyphen, end = page.partition("-")
    plain = hyphen and start.isalnum() and end.isalnum() and start != end
    return (start, end) if plain else (page, "")
