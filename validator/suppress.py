"""Findings that people have accepted: in a baseline, in a file of suppressions, in the records."""

from __future__ import annotations

import datetime
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from validator import keeping
from validator.config import Settings
from validator.errors import UsageError
from validator.facts import Ref
from validator.finding import Finding
from validator.io import shown
from validator.registry import RULES
from validator.selection import nearest, rule_is, rule_words

CODE = "SUP001"
GONE = "an accepted finding that is no longer there"
EXPIRED = "a suppression that expired on {date}"
UNUSED = "a mark that suppresses nothing"
UNKNOWN = "a mark that names no rule"

_MARK = re.compile(r"\s*ignore\b[\s:]*(.*)", re.IGNORECASE | re.DOTALL)


class Mark(NamedTuple):
    """What a record itself says of its findings: ``ignore DOI003, author-case``."""

    ref: Ref
    text: str


@dataclass(slots=True)
class Entry:
    """A line of a baseline or of a file of suppressions.

    ``record`` and ``variable`` name findings where no fingerprint does; ``left`` is how many
    findings it still takes, None for any number; ``count`` is how many a baseline has of it.
    """

    file: str
    line: int
    code: str
    fingerprint: str = ""
    record: str = ""
    variable: str = ""
    path: str = ""  # of the file that the finding was in, where it is known
    left: int | None = None
    count: int = 0
    expires: datetime.date | None = None
    used: bool = False


@dataclass(slots=True)
class _Selector:
    mark: Mark
    word: str
    used: bool = False


class By(Enum):
    """What accepts a finding: a baseline, or people, in a file of suppressions or in a record."""

    BASELINE = "baseline"
    PEOPLE = "people"


@dataclass(slots=True)
class Accepted:
    """What has been accepted, and how many findings of a run it took."""

    entries: list[Entry] = field(default_factory=list)
    marks: dict[tuple[str, int], list[_Selector]] = field(default_factory=dict)
    today: datetime.date = datetime.date.max
    taken: int = 0

    @classmethod
    def load(cls, settings: Settings) -> Accepted:
        """What the settings name. Raises UsageError for a file that is not there or is no such."""
        entries: list[Entry] = []
        if settings.baseline:
            entries += read_baseline(settings.baseline)
        if settings.suppressions:
            entries += _read_suppressions(settings.suppressions)
        return cls(entries, today=settings.today)

    @property
    def any(self) -> bool:
        """Whether anything has been accepted."""
        return bool(self.entries or self.marks)

    def add(self, marks: Iterable[Mark]) -> None:
        """Heed the marks of records."""
        for mark in marks:
            place = mark.ref.path, mark.ref.record_number
            self.marks[place] = [_Selector(mark, word) for word in words(mark.text) or [""]]

    def sorted_out(self, findings: Iterable[Finding]) -> Iterator[tuple[Finding, By | None]]:
        """The findings, in their order, each with what accepts it, None where nothing does."""
        accepts = self.acceptor()
        for finding in findings:
            by = accepts(finding)
            self.taken += by is not None
            yield finding, by

    def acceptor(self) -> Callable[[Finding], By | None]:
        """A function that says what accepts a finding, None where nothing does; each is asked
        about once, as a baseline takes so many and no more."""
        by_fingerprint: dict[tuple[str, str], list[Entry]] = {}
        by_record: dict[tuple[str, str], list[Entry]] = {}
        for entry in self.entries:
            if entry.expires and entry.expires < self.today:
                continue
            kept = by_fingerprint if entry.fingerprint else by_record
            kept.setdefault((entry.code, entry.fingerprint or entry.record), []).append(entry)

        def accepts(finding: Finding) -> By | None:
            entries = (
                *by_fingerprint.get((finding.code, finding.fingerprint), ()),
                *by_record.get((finding.code, finding.record), ()),
            )
            if self._marked(finding):
                return By.PEOPLE
            if taker := next((entry for entry in entries if _takes(entry, finding)), None):
                return By.BASELINE if taker.count else By.PEOPLE
            return None

        return accepts

    def _marked(self, finding: Finding) -> bool:
        found = False
        for selector in self.marks.get((finding.path, finding.record_number or 0), ()):
            if finding.code in RULES and rule_is(RULES[finding.code], selector.word):
                selector.used = found = True
        return found

    def in_baseline(
        self, codes: Set[str], paths: Set[str]
    ) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]]:
        """How many findings the baseline has, and how many of them are gone, by code and path: of
        these rules, in these files. The path is "" where the baseline does not name it."""
        before: Counter[tuple[str, str]] = Counter()
        gone: Counter[tuple[str, str]] = Counter()
        for entry in self.entries:
            if entry.count and entry.code in codes and (not entry.path or entry.path in paths):
                before[entry.code, entry.path] += entry.count
                gone[entry.code, entry.path] += entry.left or 0
        return before, gone

    def unused(self, codes: Set[str], paths: Set[str]) -> Iterator[tuple[Ref, Finding]]:
        """What no longer accepts anything, though its rule ran over the file it is about."""
        for entry in self.entries:
            if entry.code in RULES and entry.code not in codes:
                continue
            ref = Ref(
                shown(entry.file), 0, entry.line, None, "", f"{entry.fingerprint}{entry.record}"
            )
            if entry.expires and entry.expires < self.today:
                args = {"date": entry.expires.isoformat()}
                yield ref, Finding("", EXPIRED, entry.code, "", safe=True, args=args)
            elif not entry.used and (not entry.path or entry.path in paths):
                yield ref, Finding("", GONE, entry.code, "", safe=True)
        for selectors in self.marks.values():
            for selector in selectors:
                mark, word = selector.mark, selector.word
                named = [rule.code for rule in RULES.values() if rule_is(rule, word)]
                if not named:
                    yield mark.ref, Finding("bibvalidator", UNKNOWN, word or mark.text)
                elif not selector.used and not codes.isdisjoint(named):
                    yield mark.ref, Finding("bibvalidator", UNUSED, word, "", safe=True)


def words(mark: str) -> list[str]:
    """The codes and names of a mark ``ignore CODE, CODE``; none where it is not of that form."""
    found = _MARK.fullmatch(mark)
    return re.findall(r"[^\s,;]+", found[1]) if found else []


def baseline(findings: Iterable[Finding]) -> Iterator[str]:
    """The lines of a baseline with these findings."""
    return _written(_counted(findings))


def pruned(old: Iterable[Entry], findings: Iterable[Finding], paths: Set[str]) -> Iterator[str]:
    """The lines of a baseline as far as its findings are still there.

    Entries of files that were not read (not in ``paths``) and lie there still stay as they are.
    """
    counts = _counted(findings)
    left: Counter[tuple[str, str]] = Counter()
    for (code, fingerprint, _), count in counts.items():
        left[code, fingerprint] += count
    kept: Counter[tuple[str, str, str]] = Counter()
    for entry in old:
        count = entry.left or 0
        if not entry.path or entry.path in paths or not Path(entry.path).exists():
            count = min(count, left[entry.code, entry.fingerprint])
            left[entry.code, entry.fingerprint] -= count
        if count:
            kept[entry.code, entry.fingerprint, entry.path] += count
    return _written(kept)


def _counted(findings: Iterable[Finding]) -> Counter[tuple[str, str, str]]:
    """How often each finding is there, by code, fingerprint and path."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for finding in findings:
        if finding.code != CODE:
            counts[finding.code, finding.fingerprint[:16], finding.path] += 1
    return counts


def _written(counts: Mapping[tuple[str, str, str], int]) -> Iterator[str]:
    yield keeping.version_line("baseline")
    for (code, fingerprint, path), count in sorted(counts.items(), key=lambda i: (i[0][2], i[0])):
        line = {"code": code, "fingerprint": fingerprint, "count": count, "path": path}
        yield json.dumps(line, ensure_ascii=False) + "\n"


def read_baseline(path: str) -> list[Entry]:
    """The entries of a baseline. Raises UsageError where it is none or cannot be read."""
    entries = []
    for place, values in keeping.lines(path, "baseline"):
        entry = Entry(path, _number(place), keeping.text(values, "code", place))
        entry.fingerprint = keeping.text(values, "fingerprint", place)
        count = values.get("count", 1)
        if isinstance(count, bool) or not isinstance(count, int) or count < 1:
            raise UsageError(f"{place}: count: a number from 1 is wanted, not {count!r}")
        entry.left = entry.count = count
        entry.path = keeping.text(values, "path", place, needed=False)
        entries.append(entry)
    return entries


def _read_suppressions(path: str) -> list[Entry]:
    entries = []
    for place, values in keeping.lines(path, "suppressions"):
        word = keeping.text(values, "code", place)
        code = next((rule.code for rule in RULES.values() if word in (rule.code, rule.name)), "")
        if not code:
            hint = nearest(word, rule_words())
            raise UsageError(f"{place}: no rule is called {word!r}{hint}")
        entry = Entry(path, _number(place), code)
        entry.fingerprint = keeping.text(values, "fingerprint", place, needed=False)
        entry.record = keeping.text(values, "record", place, needed=not entry.fingerprint)
        entry.variable = keeping.text(values, "variable", place, needed=False)
        entry.expires = keeping.day(values, "expires", place)
        entries.append(entry)
    return entries


def _number(place: str) -> int:
    return int(place.rpartition(":")[2])


def _takes(entry: Entry, finding: Finding) -> bool:
    if entry.variable and entry.variable != finding.variable:
        return False
    if entry.left == 0:
        return False
    if entry.left:
        entry.left -= 1
    entry.used = True
    return True
