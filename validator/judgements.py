"""People's decisions on pairs of records: read, checked, and found again in a run."""

from __future__ import annotations

import datetime
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from validator import keeping
from validator.audit import Verdict
from validator.errors import UsageError

KIND = "decisions"
VERDICTS = {
    "same": Verdict.DUPLICATE,
    "different": Verdict.DISTINCT,
    "related": Verdict.RELATED,
}
LEFT_OPEN = ("", Verdict.REVIEW.value)
"""Verdicts of a review that nobody has filled in."""

COLUMNS = {
    "a": "id1",
    "b": "id2",
    "fingerprint_a": "fingerprint1",
    "fingerprint_b": "fingerprint2",
    "by": "by",
    "date": "date",
    "note": "note",
}
"""Keys of a decision, and the columns of a review that hold them."""

Given = str | Iterable[Mapping[str, Any]]
"""The path of a file ("" for none), or objects with the keys of its lines."""


class Judgement(NamedTuple):
    """What a person decided on two records. ``place`` is where that stands, ``path:line``."""

    a: str
    b: str
    fingerprint_a: str
    fingerprint_b: str
    verdict: str  # a key of VERDICTS
    by: str = ""
    date: datetime.date | None = None
    note: str = ""
    place: str = ""


@dataclass(slots=True)
class Judged:
    """What people decided on the records of a run.

    ``pairs`` are by position, the lower first. ``stale`` and ``gone`` say of each decision that
    was not used why, with its place: a record has changed since, or is not there. ``doubted`` are
    the pairs of which a record has changed since.
    """

    pairs: dict[tuple[int, int], Judgement] = field(default_factory=dict)
    doubted: dict[tuple[int, int], Judgement] = field(default_factory=dict)
    stale: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)

    @property
    def verdicts(self) -> dict[tuple[int, int], Verdict]:
        return {pair: VERDICTS[judgement.verdict] for pair, judgement in self.pairs.items()}


def read(given: Given) -> list[Judgement]:
    """People's decisions, in order, from a file of JSON Lines, a review as CSV, or objects.

    Raises UsageError where the file cannot be read or is of another version, and for an entry
    that is none.
    """
    if not isinstance(given, str):
        entries: Iterable[tuple[str, Mapping[str, Any]]] = (
            (f"decision {number}", values) for number, values in enumerate(given, start=1)
        )
    elif given.casefold().endswith(".csv"):
        entries = _review(given)
    else:
        entries = keeping.lines(given, KIND) if given else ()
    return [_judgement(values, place) for place, values in entries]


def _judgement(values: Mapping[str, Any], place: str) -> Judgement:
    if not isinstance(values, Mapping):
        raise UsageError(f"{place}: an object is wanted")
    verdict = keeping.text(values, "verdict", place)
    if verdict not in VERDICTS:
        raise UsageError(f"{place}: verdict: {', '.join(VERDICTS)} is wanted, not {verdict!r}")
    a, b = (keeping.text(values, key, place) for key in ("a", "b"))
    if a == b:
        raise UsageError(f"{place}: a and b are one record, {a!r}")
    return Judgement(
        a,
        b,
        keeping.text(values, "fingerprint_a", place),
        keeping.text(values, "fingerprint_b", place),
        verdict,
        keeping.text(values, "by", place, needed=False),
        keeping.day(values, "date", place),
        keeping.text(values, "note", place, needed=False),
        place,
    )


def _review(path: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of a review that have been filled in; a spreadsheet may have written semicolons."""
    import csv
    import io

    text = keeping.contents(path, KIND)
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        lacking = {"verdict", *list(COLUMNS.values())[:4]}
        lacking -= set(reader.fieldnames or ())
        if lacking:
            raise UsageError(f"{path}: no review: its header lacks {', '.join(sorted(lacking))}")
        for row in reader:
            verdict = (row["verdict"] or "").strip().casefold()
            if verdict in LEFT_OPEN:
                continue
            values = {key: row.get(column) or "" for key, column in COLUMNS.items()}
            yield f"{path}:{reader.line_num}", {**values, "verdict": verdict}
    except csv.Error as error:
        raise UsageError(f"{path}:{reader.line_num + 1}: {error}") from error


def judged(
    judgements: Sequence[Judgement],
    ids: Sequence[str],
    fingerprint_of: Callable[[int], str],
) -> Judged:
    """People's decisions found again among records; ``fingerprint_of`` is by position.

    A record is known by its id, or, where that is another's now, by its fingerprint if only one
    record has it. Raises UsageError for decisions that contradict each other.
    """
    found = Judged()
    if not judgements:
        return found
    records = _Records(judgements, ids, fingerprint_of)
    said: dict[tuple[int, int], list[Judgement]] = defaultdict(list)
    for one in judgements:
        a, b = records.find(one.a, one.fingerprint_a), records.find(one.b, one.fingerprint_b)
        known = {one.a: a, one.b: b}
        stale = [name for name, at in known.items() if at is None and name in records.places]
        gone = [name for name, at in known.items() if at is None and name not in records.places]
        if stale:
            have = "have" if len(stale) > 1 else "has"
            found.stale.append(f"{one.place}: {' and '.join(stale)} {have} changed since: not used")
            if one.a in records.places and one.b in records.places:
                pair = records.places[one.a], records.places[one.b]
                found.doubted[min(pair), max(pair)] = one
        elif gone:
            found.gone.append(f"{one.place}: there is no {' and no '.join(gone)}: not used")
        elif a is not None and b is not None and a != b:
            said[min(a, b), max(a, b)].append(one)
        else:
            found.stale.append(f"{one.place}: {one.a} and {one.b} are one record now: not used")
    found.pairs = {pair: _latest(judgements) for pair, judgements in said.items()}
    _check(found.pairs)
    return found


class _Records:
    """The records of a run, found by id and, only where one is needed, by fingerprint."""

    def __init__(
        self,
        judgements: Iterable[Judgement],
        ids: Sequence[str],
        fingerprint_of: Callable[[int], str],
    ) -> None:
        wanted = {name for one in judgements for name in (one.a, one.b)}
        self.places = {name: place for place, name in enumerate(ids) if name in wanted}
        self.size = len(ids)
        self.fingerprint_of = fingerprint_of
        self.by_fingerprint: dict[str, list[int]] | None = None

    def find(self, name: str, fingerprint: str) -> int | None:
        place = self.places.get(name)
        if place is not None and self.fingerprint_of(place) == fingerprint:
            return place
        if self.by_fingerprint is None:
            self.by_fingerprint = defaultdict(list)
            for at in range(self.size):
                self.by_fingerprint[self.fingerprint_of(at)].append(at)
        having = self.by_fingerprint.get(fingerprint, ())
        return having[0] if len(having) == 1 else None


def _latest(said: Sequence[Judgement]) -> Judgement:
    """Of the decisions on one pair the latest: people may change their mind.

    Raises UsageError where two of the last day differ.
    """
    days = [one.date or datetime.date.min for one in said]
    first, *others = (one for one, day in zip(said, days, strict=True) if day == max(days))
    for one in others:
        if one.verdict != first.verdict:
            raise UsageError(
                f"{one.place}: {one.a} and {one.b} are {one.verdict} here, and {first.verdict} in"
                f" {first.place}; take one out, or date them: the later one counts"
            )
    return first


def _check(pairs: Mapping[tuple[int, int], Judgement]) -> None:
    """Raise UsageError where records that are kept apart are the same by way of others."""
    same: dict[int, list[tuple[int, Judgement]]] = defaultdict(list)
    for (a, b), one in pairs.items():
        if one.verdict == "same":
            same[a].append((b, one))
            same[b].append((a, one))
    group: dict[int, int] = {}
    for start in same:
        for place in _reached(start, same) if start not in group else ():
            group[place] = start
    for (a, b), one in pairs.items():
        if one.verdict != "same" and a in group and group[a] == group.get(b):
            through = ", ".join(_way(a, b, same))
            raise UsageError(
                f"{one.place}: {one.a} and {one.b} are {one.verdict} here, and the same by way of"
                f" {through}; take one of them out"
            )


def _reached(
    start: int, same: Mapping[int, Iterable[tuple[int, Judgement]]]
) -> dict[int, tuple[int, Judgement] | None]:
    """Each record that is the same as ``start``, with the record before it and what says so."""
    before: dict[int, tuple[int, Judgement] | None] = {start: None}
    queue = deque([start])
    while queue:
        near = queue.popleft()
        for far, one in same[near]:
            if far not in before:
                before[far] = near, one
                queue.append(far)
    return before


def _way(a: int, b: int, same: Mapping[int, Iterable[tuple[int, Judgement]]]) -> list[str]:
    """The places of the decisions that make ``a`` and ``b`` the same, in order."""
    before = _reached(a, same)
    places = []
    while step := before[b]:
        b, one = step
        places.append(one.place)
    return places[::-1]
