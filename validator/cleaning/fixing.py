"""The fixes of one record, one after the other until there is nothing left to fix."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from operator import attrgetter
from typing import Any, NamedTuple

from validator.finding import Finding
from validator.record import VARIABLES, Record, attribute_of

MOST_ROUNDS = 30
"""Fixes of one variable that follow from each other: real records need three at most."""

CHARACTERS = "ENC"
"""The family of the rules on what a text's characters really are: what others say of a value with
entities or misread bytes in it is said of those, so that these fixes come first."""

Check = Callable[[Record], Iterable[Finding]]
"""What the record rules say of a record."""


class Fixed(NamedTuple):
    """A record with fixes applied, and the findings that they came from, in that order.

    ``accepted`` are the codes and variables of findings that somebody has accepted.
    """

    record: Record
    applied: tuple[Finding, ...]
    accepted: frozenset[tuple[str, str]]


def fixed(
    record: Record,
    findings: Iterable[Finding],
    check: Check,
    wanted: Callable[[Finding], bool],
    *,
    all_told: bool = False,
) -> Fixed:
    """Apply the wanted ones of some findings, and of those that the rules have of the outcome.

    ``findings`` are those that a run told of the record, of collections too. What the rules say of
    the record as it is and the run did not tell is accepted by somebody, and stays; ``all_told``
    says that there can be no such thing.
    """
    todo = [finding for finding in findings if wanted(finding)]
    if all_told and not todo:
        return Fixed(record, (), frozenset())
    told = {_said(finding) for finding in todo}
    accepted = set() if all_told else {_said(f) for f in check(record) if wanted(f)} - told
    quiet = frozenset((code, variable) for code, variable, _, _ in accepted)
    applied: list[Finding] = []
    seen = {values(record)}
    now = record
    for _ in range(MOST_ROUNDS):
        chosen = list(_together(todo))
        if not chosen:
            break
        for finding in chosen:
            now = finding.mend(now)
        applied += chosen
        if values(now) in seen:  # two rules that want opposite things
            return Fixed(record, (), quiet)
        seen.add(values(now))
        todo = [f for f in check(now) if wanted(f) and (f.code, f.variable) not in quiet]
    return Fixed(now, tuple(applied), quiet)


def touched(finding: Finding) -> tuple[str, ...]:
    """The variables that a fix changes."""
    return (finding.variable, *(variable for variable, _ in finding.moves))


def changed(record: Record, other: Record) -> tuple[str, ...]:
    """The CSL variables in which two records differ, ``id`` among them."""
    return tuple(
        variable
        for variable in ("id", *VARIABLES)
        if getattr(record, attribute_of(variable)) != getattr(other, attribute_of(variable))
    )


def without(
    record: Record, wanted: Record, applied: Iterable[Finding], left: Iterable[str]
) -> tuple[Record, tuple[Finding, ...]]:
    """The wanted record without the changes of some variables, and the fixes that remain.

    A value that was to be moved stays in all the variables that the move would have touched.
    """
    back = set(left)
    applied = tuple(applied)
    while True:
        more = {v for f in applied if not back.isdisjoint(touched(f)) for v in touched(f)}
        if more <= back:
            break
        back |= more
    remain = tuple(f for f in applied if back.isdisjoint(touched(f)))
    return with_values_of(wanted, record, back), remain


def with_values_of(record: Record, other: Record, variables: Iterable[str]) -> Record:
    """A record with the values that another one has of some variables (CSL names)."""
    attributes = [attribute_of(variable) for variable in variables if variable in VARIABLES]
    return replace(record, **{name: getattr(other, name) for name in attributes})


_values = attrgetter(*map(attribute_of, VARIABLES))


def values(record: Record) -> tuple[Any, ...]:
    """The bibliographic values of a record, to compare it by."""
    found: tuple[Any, ...] = _values(record)
    return found


def _said(finding: Finding) -> tuple[str, str, int | None, str]:
    return finding.code, finding.variable, finding.index, finding.value


def _together(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Fixes that do not touch each other's values, in the order in which they can be applied.

    Of one list each value may be changed, the last first, so that places do not move.
    """
    taken: dict[str, set[int | None]] = {}
    chosen: list[Finding] = []
    for finding in sorted(findings, key=_order):
        places = taken.get(finding.variable, set())
        free = not places or (
            finding.index not in places and {finding.index, *places}.isdisjoint({None})
        )
        if not free or any(variable in taken for variable, _ in finding.moves):
            continue
        taken.setdefault(finding.variable, set()).add(finding.index)
        for variable, _ in finding.moves:
            taken.setdefault(variable, set()).add(None)
        chosen.append(finding)
    yield from sorted(chosen, key=lambda finding: -(finding.index or 0))


def _order(finding: Finding) -> tuple[bool, str, str, int, str]:
    is_later = not finding.code.startswith(CHARACTERS)
    return is_later, finding.code, finding.variable, finding.index or 0, finding.value
