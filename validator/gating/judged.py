"""The columns that our expectations judge: values of records, as the rules in force judge them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any, NamedTuple

from validator import asking
from validator.config import Settings
from validator.facts import ref_at
from validator.finding import Finding
from validator.record import Record
from validator.ruleset import RuleSet
from validator.suppress import Accepted, By, Mark
from validator.text import judging
from validator.text.languages import language_of

EAST_ASIAN = ("zh", "ja", "ko")
PASSED = ""
"""In place of a value that would be unexpected alone, and in which the rules in force find no
fault: its format or another field excuses it, or a person accepts it. It is not null."""


class Judged(NamedTuple):
    """A value that our expectations judge.

    ``rule_of`` says which of the ``rules`` finds fault with it alone, "" for none; ``about`` are
    the variables that their findings on it name.
    """

    value: Callable[[Record], str]
    rule_of: Callable[[str], str]
    rules: tuple[str, ...]
    about: tuple[str, ...]


def orcids(record: Record) -> str:
    """The ORCID iDs of authors, editors and translators; what parts iDs in a cell stands in none
    of them."""
    names = (*record.author, *record.editor, *record.translator)
    return "; ".join(re.sub(r"[;；|\n]", " ", name.orcid) for name in names if name.orcid)


def _title(record: Record) -> str:
    """The title of a record in a language that is told, and none of East Asia's."""
    language = language_of(record.language) if record.language and record.title else ""
    return record.title if language and language not in EAST_ASIAN else ""


_is_latin = judging.in_script("Latin")


def _title_rule(text: str) -> str:
    return "" if _is_latin(text) else "CJK007"


def _codes(rules: Mapping[Any, str]) -> tuple[str, ...]:
    return tuple(sorted({*rules.values()}))


JUDGED: Mapping[str, Judged] = {
    "DOI": Judged(lambda record: record.doi, judging.doi_rule, _codes(judging.DOI_RULES), ("DOI",)),
    "ISSN": Judged(
        lambda record: record.issn, judging.issn_rule, _codes(judging.ISSN_RULES), ("ISSN",)
    ),
    "ISBN": Judged(
        lambda record: record.isbn, judging.isbn_rule, _codes(judging.ISBN_RULES), ("ISBN",)
    ),
    "ORCID": Judged(
        orcids, judging.orcid_rule, (judging.ORCID_RULE,), ("author", "editor", "translator")
    ),
    "title": Judged(_title, _title_rule, ("CJK007",), ("language",)),
}
"""By the names of their columns, without the prefix."""

PREFIX = "judged-"
COLUMNS = tuple(f"{PREFIX}{name}" for name in JUDGED)


class Judge:
    """The judged values of records, in a run with these settings."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._rules_of = lru_cache(maxsize=1)(partial(RuleSet, settings))
        self._accepted = Accepted.load(replace(settings, baseline=""))  # it is compared with
        self._accepts = self._accepted.acceptor()

    def cells(self, record: Record) -> list[str | None]:
        """A cell for each of ``COLUMNS``: the value, PASSED, or None where there is none."""
        return [self._cell(record, judged) for judged in JUDGED.values()]

    def _cell(self, record: Record, judged: Judged) -> str | None:
        value = judged.value(record)
        if not value or value.isspace():
            return None
        code = judged.rule_of(value)
        return value if not code or self._is_found(record, judged, code) else PASSED

    def _is_found(self, record: Record, judged: Judged, likely: str) -> bool:
        """Whether one of the rules in force, most likely this one, finds fault with the value."""
        in_force = self._rules_of(record.provenance.path)
        for code in sorted(judged.rules, key=lambda code: code != likely):
            if rule := in_force.rules.get(code):
                for finding in asking.run(rule, record, self._settings):
                    if finding.variable not in judged.about:
                        continue
                    if not self._is_accepted(in_force.stamp(rule, finding, record), record):
                        return True
        return False

    def _is_accepted(self, finding: Finding, record: Record) -> bool:
        """Whether people accept a finding: in a file of suppressions, or in the record itself."""
        self._accepted.marks.clear()
        if record.suppression:
            self._accepted.add([Mark(ref_at(record, "bibvalidator"), record.suppression)])
        return self._accepted.any and self._accepts(finding) is By.PEOPLE
