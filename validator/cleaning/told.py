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

    The rules and the search for duplicates have a pass each: together they would hold twice as
    much at a time.
    """
    about_pairs = [code for code, rule in RULES.items() if rule.scope is Scope.PAIR]
    others = [code for code in RULES if code not in about_pairs]
    idle = [
        code
        for code, rule in RULES.items()
        if not (rule.safe_fixes or wishes.unsafe_fixes or code in wishes.reject_on)
    ]
    inputs = [file.now for file in files]
    searches = settings.duplicates_search and (
        wishes.merge or not wishes.reject_on.isdisjoint(about_pairs)
    )
    plain = replace(settings, duplicates_search=False, ignore=(*settings.ignore, *idle))
    audit = audited(inputs, settings=plain, progress=progress, wanted=wishes.concerns).audit
    for source in audit.unevaluated:
        raise UnreadableError(f"{source.path}: {source.error}; nothing was written")
    found = Told(
        Todo(audit.findings, wishes.concerns),
        [],
        [],
        audit.records,
        audit.unreadable,
        {source.path: source.format for source in audit.sources},
        frozenset(),
        (),
    )
    del audit
    if not searches:
        return found
    pairs = replace(settings, ignore=(*settings.ignore, *others))
    audit, duplicates = audited(inputs, settings=pairs, progress=progress, decided=decided)
    findings = list(audit.findings)
    for finding in findings:
        if wishes.concerns(finding):
            found.todo.add(finding)
    # What people held to be two stays two until they look again: a merge could not be called back.
    doubted = [one for one in duplicates.doubted if one.judgement.verdict != "same"]
    apart = {frozenset((one.a, one.b)) for one in doubted}
    return found._replace(
        clusters=list(_clusters(audit, findings, apart)) if wishes.merge else [],
        related=[finding for finding in findings if finding.code == RELATED],
        repeated=frozenset(duplicates.repeated),
        stale_decisions=audit.stale_decisions,
        decided=(*duplicates.decided, *doubted),
    )


def _clusters(
    audit: Audit, findings: Iterable[Finding], apart: Set[frozenset[Place]]
) -> Iterator[tuple[Joint, ...]]:
    """The clusters, joined by nothing but what the check told: a finding on a pair may belong to a
    rule that is not in force, or be accepted. Of a pair that is ``apart`` only one is in it."""
    said = {(finding.code, finding.path, finding.record_number) for finding in findings}
    for cluster in audit.clusters:
        decisions = [d for d in cluster.decisions if (d.code, d.b.path, d.b.record_number) in said]
        if len(decisions) == len(cluster.decisions):
            yield _without(apart, _joints(cluster))
        else:
            for part in _joined(cluster, decisions):
                yield _without(apart, _joints(part))


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
