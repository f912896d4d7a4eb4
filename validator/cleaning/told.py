"""What a check says of files, as far as a cleaning acts on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import NamedTuple

from validator.audit import Audit, Cluster, Decision, Member
from validator.auditing import audited
from validator.cleaning.files import File, Place
from validator.cleaning.todo import Todo
from validator.cleaning.unions import Joint
from validator.cleaning.wishes import Wishes
from validator.config import Settings
from validator.duplicates import Decided
from validator.errors import UnreadableError
from validator.finding import Finding
from validator.registry import RULES, Scope
from validator.tasks import Progress

RELATED = "DUP004"


class Told(NamedTuple):
    """What is to be done, and what the files are like.

    ``formats`` are those that the files are read in, by path; ``related`` are the findings on works
    that are kin and stay two; ``repeated`` the ids that several records have; ``stale_decisions``
    as in an Audit, and ``decided`` as in Duplicates.
    """

    todo: Todo
    clusters: list[tuple[Joint, ...]]
    related: list[Finding]
    records: int
    unreadable: int
    formats: Mapping[str, str]
    repeated: frozenset[str]
    stale_decisions: tuple[str, ...]
    decided: tuple[Decided, ...] = ()


def told(
    files: Sequence[File],
    *,
    settings: Settings,
    wishes: Wishes,
    progress: Progress,
    decided: Sequence[Decided] = (),
) -> Told:
    """Check files. Raises UnreadableError for one that cannot be evaluated.

    ``decided`` are the decisions of people that an earlier check has heeded.
    """
    reading = [file for file in files if not file.is_emptied]
    pairs = {code for code, rule in RULES.items() if rule.scope is Scope.PAIR}
    wants_pairs = settings.duplicates_search and (
        wishes.merge or not wishes.reject_on.isdisjoint(pairs)
    )
    chosen = acting(settings, wishes, and_also=pairs if wants_pairs else frozenset())
    audit, duplicates = audited(
        [file.now for file in reading],
        settings=replace(chosen, duplicates_search=wants_pairs),
        progress=progress,
        wanted=wishes.concerns,
        fresh=[file.fresh for file in reading],
        decided=decided,
    )
    for source in audit.unevaluated:
        raise UnreadableError(f"{source.path}: {source.error}; nothing was written")
    todo = Todo(wishes.concerns)
    todo.add(audit.findings)
    on_pairs = [finding for finding in audit.findings if finding.code in pairs]
    # What people held to be two stays two until they look again: a merge could not be called back.
    doubted = [one for one in duplicates.doubted if one.judgement.verdict != "same"]
    apart = {frozenset((one.a, one.b)) for one in doubted}
    return Told(
        todo,
        list(_clusters(audit, on_pairs, apart)) if wishes.merge else [],
        [finding for finding in on_pairs if finding.code == RELATED],
        audit.records,
        audit.unreadable,
        {source.path: source.format for source in audit.sources},
        frozenset(duplicates.repeated),
        audit.stale_decisions,
        (*duplicates.decided, *doubted),
    )


def acting(settings: Settings, wishes: Wishes, *, and_also: Set[str] = frozenset()) -> Settings:
    """The settings with no rules but those on whose findings a cleaning acts, and some more."""
    idle = [
        code
        for code, rule in RULES.items()
        if not (
            rule.safe_fixes or wishes.unsafe_fixes or code in wishes.reject_on or code in and_also
        )
    ]
    return replace(settings, ignore=(*settings.ignore, *idle))


def _clusters(
    audit: Audit, findings: Iterable[Finding], apart: Set[frozenset[Place]]
) -> Iterator[tuple[Joint, ...]]:
    """The clusters, joined by nothing but what the check told: a finding on a pair may belong to a
    rule that is not in force, or be accepted. Of a pair that is ``apart`` only one is in it."""
    said = {(finding.code, finding.path, finding.record_number) for finding in findings}
    for cluster in audit.clusters:
        if all(_mark(decision) in said for decision in cluster.decisions):
            yield _without(apart, _joints(cluster))
        else:
            for part in _joined(cluster, [d for d in cluster.decisions if _mark(d) in said]):
                yield _without(apart, _joints(part))


def _mark(decision: Decision) -> tuple[str, str, int | None]:
    """What a finding on the pair has, too."""
    return decision.code, decision.b.path, decision.b.record_number


def _without(apart: Set[frozenset[Place]], cluster: tuple[Joint, ...]) -> tuple[Joint, ...]:
    """The records of a cluster that are apart from none before them."""
    if not apart:
        return cluster
    kept: list[Joint] = []
    for one in cluster:
        if apart.isdisjoint(frozenset((one.place, other.place)) for other in kept):
            kept.append(one)
    return tuple(kept)


def _joined(cluster: Cluster, decisions: Sequence[Decision]) -> Iterator[Cluster]:
    """The clusters that only some of the decisions of one make."""
    groups: dict[Place, frozenset[Place]] = {}
    for one in decisions:
        pair = _place(one.a), _place(one.b)
        group = frozenset(pair).union(*(groups.get(place, ()) for place in pair))
        groups |= dict.fromkeys(group, group)
    for group in dict.fromkeys(groups.values()):
        yield Cluster(
            tuple(member for member in cluster.members if _place(member) in group),
            [one for one in decisions if _place(one.b) in group],
        )


def _joints(cluster: Cluster) -> tuple[Joint, ...]:
    """What is kept of a cluster."""
    why = {_place(d.b): d.why for d in cluster.decisions}
    return tuple(
        Joint(place := _place(one), one.id if one.has_id else "", why.get(place, ""))
        for one in cluster.members
    )


def _place(one: Member) -> Place:
    return one.path, one.record_number or 0
