"""Single values as BibTeX has them: LaTeX without the delimiters around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from validator.io.bibtex import records
from validator.io.write import dates as date_forms
from validator.io.write import latex, lists
from validator.io.write import names as name_forms
from validator.record import NAME_VARIABLES, Name
from validator.text import names
from validator.text.dates import Date

NUMBERS = frozenset(("volume", "issue", "number", "page", "number-of-pages", "edition"))
NUMBERS |= {"ISBN", "ISSN"}
"""Variables in which "--" stands for itself."""
ADDRESSES = frozenset(("DOI", "PMID", "PMCID", "arxiv", "URL", "other-id"))
"""Variables that are written as they are, without escapes."""
LISTS = frozenset(("keyword", "index-keyword"))


def value(variable: str, value: Any, *, ascii_only: bool = False) -> str:
    """The LaTeX of a value of a variable (a CSL name): a text, names, a Date, a list of texts.

    ``ascii_only``: with commands for letters beyond ASCII, where LaTeX has them.
    """
    variable = variable.removeprefix("original-") if not isinstance(value, str) else variable
    if variable in NAME_VARIABLES:
        return " and ".join(name(one, ascii_only=ascii_only) for one in value)
    if variable in LISTS:
        return keywords(value, ascii_only=ascii_only)
    if isinstance(value, Date):
        return latex.number(date(value), ascii_only=ascii_only)
    if variable == "affiliation":
        return latex.text("; ".join(value), ascii_only=ascii_only)
    if variable == "note":
        return latex.lines(value, ascii_only=ascii_only)
    if variable in ADDRESSES:
        return latex.address(getattr(value, "value", value))
    if variable in NUMBERS:
        return latex.number(value, ascii_only=ascii_only)
    return latex.text(value, ascii_only=ascii_only)


def name(name: Name, *, ascii_only: bool = False) -> str:
    """One name of a list: ``von Last, Jr, First``, with braces around a body and around what
    would be taken for something else."""
    return name_forms.written(name, _ascii_forms if ascii_only else _forms, _read_name)


def _forms(name: Name) -> Iterator[str]:
    if " " in (literal := name_forms.parts(name)[4]):
        yield f"{{{latex.text(literal)}}}"
    yield from name_forms.forms(name, latex.text, suffix_first=True)


def _ascii_forms(name: Name) -> Iterator[str]:
    return map(latex.ascii, _forms(name))


def _read_name(text: str) -> Name:
    one_of_a_list = names.split_list(text) == [text] and latex.is_balanced(text)
    return records.READERS["author"](text)[0] if one_of_a_list else Name()


def keywords(values: Iterable[str], *, ascii_only: bool = False) -> str:
    """A list with commas, or with semicolons where a keyword has a comma, else with braces."""
    escaped = [latex.text(value, ascii_only=ascii_only) for value in values]
    braced = [f"{{{text}}}" if re.search("[,;；|，、]", text) else text for text in escaped]
    wanted = tuple(values)

    def is_read_back(text: str) -> bool:
        return bool(records.READERS["keyword"](text) == wanted)

    return lists.joined(escaped, (", ", "; "), is_read_back) or ", ".join(braced)


def date(date: Date) -> str:
    """A date in one field: as it stood, or as EDTF."""
    return date_forms.written(date)
