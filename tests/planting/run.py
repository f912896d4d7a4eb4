"""The run: plant a fault, let all rules speak before and after, and count what is found."""

from __future__ import annotations

import datetime
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from planting.forms import FORMS, Given, Plant, Text
from validator import linkage
from validator.config import Settings
from validator.errors import UnreadableError
from validator.examine import conclusions, examined, pair_findings
from validator.finding import Finding, Severity
from validator.io import Input, Opened
from validator.record import Provenance, Record
from validator.ruleset import RuleSet
from validator.selection import prepare, selected
from validator.tally import Tally

SETTINGS = Settings(today=datetime.date(2026, 7, 1))
FORMAT = "csl-json"


class Case(NamedTuple):
    """One fault, planted."""

    code: str
    form: str
    plant: Plant


INSTEAD: Mapping[str, tuple[str, ...]] = {
    "AUT002": ("AUT003",),
    "AUT007": ("AUT005", "AUT014", "AUT015"),
    "AUT008": ("AUT015", "VAL001"),
    "AUT014": ("AUT007",),
    "DAT001": ("DAT002",),
    "DAT002": ("DAT001", "DAT003", "DAT004"),
    "DOI002": ("DOI001",),
    "DOI004": ("DOI001",),
    "DUP003": ("DUP001", "DUP002", "DUP004"),
    "DUP004": ("DUP003",),
    "ENC004": ("ENC005", "ENC006"),
    "ENC005": ("ENC004", "VAL001", "TIT010"),
    "ENC006": ("ENC004", "ENC005"),
    "ENC008": ("ENC004",),
    "ISN005": ("ISN004",),
    "KEY001": ("ENC002",),
    "PAG001": ("PAG002",),
    "PAG004": ("PAG001",),
    "TIT005": ("VAL001",),
    "VAL002": ("ENC012",),
    "VAL001": ("DAT001", "DOI001", "ISN002", "ISN005", "URL001", "PAG001", "LAN002", "TIT005"),
}
"""Codes under which a fault of this kind may rightly be told instead."""


class Result(NamedTuple):
    """What the rules said of it: whether the rule found it, and what was new beside that."""

    case: Case
    found: bool
    instead: bool  # another rule told it, and rightly
    others: tuple[str, ...]  # codes at warning or above that were not there before
    milder: tuple[str, ...]  # codes of info that were not there before


def default_codes(settings: Settings = SETTINGS) -> list[str]:
    """The codes of all rules that are on by default, sorted."""
    prepare(settings)
    return sorted(rule.code for rule in selected(settings))


@cache
def _rules(path: str, form: str = "") -> RuleSet:
    """The rules for one path, of one format: a set is made for the first that it meets."""
    return RuleSet(SETTINGS, path)


def findings_of(given: Given) -> list[Finding]:
    """What all default rules say of records, or of a file."""
    prepare(SETTINGS)
    tally = Tally()
    if isinstance(given, Text):
        _examine(given, tally)
    else:
        for number, record in enumerate(given, start=1):
            placed = _placed(record, number)
            _rules(placed.provenance.path, placed.provenance.format).check(placed, tally)
            tally.entries.append(linkage.entry(placed))
    found = [*tally.findings, *conclusions(tally, _rules)]
    if len(tally.entries) > 1:
        linked = linkage.link(tally.entries, SETTINGS)
        found += pair_findings(linked.decisions, _rules)
    return found


def _placed(record: Record, number: int) -> Record:
    where = record.provenance
    form = where.format if where.path == "planted" else FORMAT
    return replace(record, raw=(), provenance=Provenance("planted", form, number))


def _examine(text: Text, tally: Tally) -> None:
    content = (
        text.content
        if isinstance(text.content, bytes)
        else text.content.encode("utf-8", "surrogateescape")
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "planted")
        path.write_bytes(content)
        settings = replace(SETTINGS, input_format=text.format)
        with Opened(Input(str(path), "planted", named=True), settings) as source:
            try:
                rules = _rules("planted", text.format)
                for part in examined(source, rules, duplicates=True, progress=lambda n: None):
                    tally.add(part)
            except UnreadableError as error:
                tally.findings.append(
                    Finding("", str(error), code="COL002", severity=Severity.ERROR)
                )


def is_clean(record: Record) -> bool:
    """Whether no rule says anything at warning or above."""
    return not any(f.severity is not Severity.INFO for f in findings_of((record,)))


def cases(code: str, pool: Sequence[Sequence[Record]], count: int, seed: int) -> Iterator[Case]:
    """Faults of one kind: its forms in turn, each in records drawn from the groups of the pool."""
    forms = FORMS[code]
    names = list(forms)
    random = Random(f"{seed}:{code}")
    random.shuffle(names)
    given_up: set[str] = set()
    made = 0
    while made < count and len(given_up) < len(names):
        for name in names:
            if name in given_up or made >= count:
                continue
            case = _case(code, name, pool, random)
            if case is None:
                given_up.add(name)
                continue
            made += 1
            yield case


TRIES = 600


def _case(code: str, name: str, pool: Sequence[Sequence[Record]], random: Random) -> Case | None:
    for _ in range(TRIES):
        record = random.choice(random.choice(pool))
        planted = FORMS[code][name](record, random)
        if not planted:
            continue
        plant = planted if isinstance(planted, Plant) else Plant((record,), (planted,))
        if isinstance(plant.after, Text) and plant.after == plant.before:
            continue
        if code not in _codes(plant.before):
            return Case(code, name, plant)
    return None


def _codes(given: Given) -> Counter[str]:
    return Counter(f.code for f in findings_of(given))


def judge(case: Case) -> Result:
    """Let the rules speak of what was there before and of what is there now."""
    before = _codes(case.plant.before) if case.plant.before else Counter()
    after = findings_of(case.plant.after)
    codes = Counter(f.code for f in after)
    fresh = {code for code, n in codes.items() if n > before[code] and code != case.code}
    grave = {f.code for f in after if f.severity is not Severity.INFO}
    found = codes[case.code] > before[case.code]
    return Result(
        case,
        found,
        not found and bool(fresh.intersection(INSTEAD.get(case.code, ()))),
        tuple(sorted(fresh & grave)),
        tuple(sorted(fresh - grave)),
    )


@dataclass(slots=True)
class Row:
    """What came of the faults of one rule."""

    code: str
    results: list[Result] = field(default_factory=list)

    @property
    def planted(self) -> int:
        return len(self.results)

    @property
    def found(self) -> int:
        return sum(r.found for r in self.results)

    @property
    def instead(self) -> int:
        return sum(r.instead for r in self.results)

    @property
    def share(self) -> float:
        return self.found / self.planted if self.results else 0.0

    @property
    def others(self) -> Counter[str]:
        return Counter(code for r in self.results for code in r.others)

    def by_form(self) -> dict[str, list[Result]]:
        forms: dict[str, list[Result]] = defaultdict(list)
        for result in self.results:
            forms[result.case.form].append(result)
        return forms


def run(
    codes: Iterable[str], pool: Sequence[Sequence[Record]], *, count: int, seed: int
) -> Iterator[Row]:
    """A row for each code that has forms."""
    for code in codes:
        row = Row(code)
        if code in FORMS:
            row.results.extend(judge(case) for case in cases(code, pool, count, seed))
        yield row
