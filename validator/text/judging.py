"""Which rule finds fault with a value that stands alone in a cell: the functions that rules ask.

It stands here, below the expectations, so that the workers of Spark import nothing more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Hashable, Iterable
from typing import Any

from validator.text.identifiers import doi_names, number_fields
from validator.text.identifiers.doi_names import Kind, of_tests
from validator.text.identifiers.number_fields import is_printed_so, orcid_fault
from validator.text.script import CJK_SCRIPTS, Script, script_of_title

Judge = Callable[[str], bool]
"""Whether a value is as expected."""

DOI_RULES = {
    Kind.MALFORMED: "DOI001",
    Kind.OTHER_FORM: "DOI002",
    Kind.SHORTENED: "DOI004",
    Kind.TEMPLATE: "DOI005",
    Kind.SEVERAL: "DOI008",
}
ISSN_RULES = {
    number_fields.Kind.CHECK_DIGIT: "ISN001",
    number_fields.Kind.SHAPE: "ISN002",
    number_fields.Kind.MISPLACED: "ISN003",
    number_fields.Kind.CN_NUMBER: "ISN008",
    number_fields.Kind.SEVERAL: "ISN008",
}
ISBN_RULES = {
    number_fields.Kind.MISPLACED: "ISN003",
    number_fields.Kind.CHECK_DIGIT: "ISN004",
    number_fields.Kind.SHAPE: "ISN005",
}
ORCID_RULE = "PID001"
SCRIPTS = {
    **{script.value: (script,) for script in Script if script not in (Script.OTHER, Script.NONE)},
    "CJK": CJK_SCRIPTS,
}
LONGEST_TITLE = 2000  # characters; of a longer value its beginning is judged


class NotText(TypeError):
    """A column holds what is no text and no number."""


def doi_rule(text: str) -> str:
    """The rule that finds fault with a DOI, "" for a good one and for no value."""
    reading = doi_names.read(text)
    if reading.kind in (Kind.CLEAN, Kind.OTHER_FORM) and of_tests(reading.name):
        return "DOI005"
    return DOI_RULES.get(reading.kind, "")


def issn_rule(text: str) -> str:
    """The rule that finds fault with the ISSNs of a cell, "" for good ones and for no value."""
    return ISSN_RULES.get(number_fields.read_issn(text).kind, "")


def isbn_rule(text: str) -> str:
    """The rule that finds fault with an ISBN, "" for a good one and for no value."""
    code = ISBN_RULES.get(number_fields.read_isbn(text).kind, "")
    return "" if code == "ISN004" and is_printed_so(text) else code


def orcid_rule(text: str) -> str:
    """The rule that finds fault with one of the ORCID iDs of a cell, "" for good ones."""
    parts = (part.strip() for part in re.split(r"[;；|\n]", text))
    return ORCID_RULE if any(part and orcid_fault(part) for part in parts) else ""


def without_fault(rule_of: Callable[[str], str], *, ignore: Collection[str]) -> Judge:
    """The judge who expects values with which no rule finds fault, but those to be ignored."""
    accepted = frozenset(("", *ignore))
    return lambda text: rule_of(text) in accepted


def in_script(name: str) -> Judge:
    """The judge who expects titles in a script, or in none; a key of `SCRIPTS`."""
    accepted = (*SCRIPTS[name], Script.NONE)
    return lambda text: script_of_title(text[:LONGEST_TITLE]) in accepted


def text_of(value: object) -> str:
    """A cell as text: "" for null; a whole number without its decimal point."""
    if isinstance(value, str):
        return value
    if value is None or value != value:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def judged(cells: Iterable[Hashable], judge: Judge) -> list[bool]:
    """Whether each cell is as expected; distinct values are judged once.

    Raises NotText where a cell holds a list.
    """
    values: Any = list(cells)
    try:
        verdicts = {value: judge(text_of(value)) for value in dict.fromkeys(values)}
    except TypeError as error:
        raise NotText("a cell holds a list: join its values into text first") from error
    return [verdicts[value] for value in values]
