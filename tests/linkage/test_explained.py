"""Every decision on every set says why: no duplicate by its title alone, no relation merged."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from duplicate_sets import load, small_sets

from validator.audit import Agreement, Decision, Verdict
from validator.config import Settings
from validator.linkage import Linked, link, thresholds

SETS = list(small_sets())
IDENTIFIERS = {"DOI", "PMID", "PMCID", "arxiv", "ISBN"}
CODES = {
    Verdict.DUPLICATE: {"DUP001", "DUP002"},
    Verdict.REVIEW: {"DUP003"},
    Verdict.RELATED: {"DUP004"},
}


@cache
def linked(folder: Path) -> Linked:
    return link(load(folder).records, Settings())


@pytest.fixture(params=[pytest.param(p.values[0], id=p.id, marks=p.marks) for p in SETS])
def found(request: pytest.FixtureRequest) -> Linked:
    return linked(request.param)


def agreeing(decision: Decision) -> set[str]:
    return {e.variable for e in decision.evidence if e.agreement is Agreement.AGREE}


def shown(decision: Decision) -> tuple[str, str, str]:
    return decision.a.id, decision.b.id, decision.why


def test_no_duplicate_by_title_alone(found: Linked) -> None:
    assert not [
        shown(d)
        for d in found.decisions
        if d.verdict is Verdict.DUPLICATE and not agreeing(d) - {"title"}
    ]


def test_a_duplicate_by_identifier_has_one_in_common(found: Linked) -> None:
    assert not [
        shown(d) for d in found.decisions if d.code == "DUP001" and not agreeing(d) & IDENTIFIERS
    ]


def test_every_decision_says_why(found: Linked) -> None:
    for d in (*found.decisions, *found.review):
        assert d.why.strip(), shown(d)
        assert all(e.label.strip() for e in d.evidence), shown(d)
        assert d.code in CODES[d.verdict], shown(d)
        assert bool(d.relation) == (d.verdict is Verdict.RELATED), shown(d)
        assert 0 <= d.score <= 1, shown(d)


def test_what_is_said_of_a_variable_is_said_once(found: Linked) -> None:
    for d in found.decisions:
        variables = [e.variable for e in d.evidence]
        assert len(set(variables)) == len(variables), shown(d)


def place(member: object) -> tuple[object, object]:
    return member.path, member.record_number  # type: ignore[attr-defined]


def test_what_is_related_or_in_doubt_is_not_merged(found: Linked) -> None:
    cluster = {place(m): n for n, c in enumerate(found.clusters) for m in c.members}
    for d in found.decisions:
        a, b = (cluster.get(place(m), place(m)) for m in (d.a, d.b))
        assert (a == b) == (d.verdict is Verdict.DUPLICATE), shown(d)


def test_decisions_span_their_cluster(found: Linked) -> None:
    for c in found.clusters:
        assert len(c.decisions) == len(c.members) - 1
        reached = {place(c.members[0])}
        pending = list(c.decisions)
        while pending:
            near = [d for d in pending if place(d.a) in reached or place(d.b) in reached]
            assert near, [shown(d) for d in pending]
            reached.update(place(m) for d in near for m in (d.a, d.b))
            pending = [d for d in pending if d not in near]
        assert reached == {place(m) for m in c.members}


def test_the_queue_holds_what_is_in_doubt(found: Linked) -> None:
    in_doubt = [d for d in found.decisions if d.verdict is Verdict.REVIEW]
    assert sorted(map(shown, found.review)) == sorted(map(shown, in_doubt))
    doubts = [abs(d.score - 0.5) for d in found.review]
    assert doubts == sorted(doubts)


def test_a_lower_rate_of_false_positives_merges_no_more() -> None:
    """What a strict run merges, the usual one merges too."""
    folder = SETS[0].values[0]
    records = load(folder).records
    strict = link(records, Settings(duplicates_max_false_positive_rate=1e-9))
    usual = linked(folder)
    assert thresholds.DEFAULT_RATE > 1e-9
    pairs = set(zip(strict.cluster_of, usual.cluster_of, strict=True))
    assert len(pairs) == len(set(strict.cluster_of))
