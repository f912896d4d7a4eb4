"""Duplicates: records side by side, and what a person can be asked of them."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

from validator import judgements, keeping
from validator.audit import Audit, Cluster, Decision, Member

from .._difference import cut_start  # noqa: TID251, TID252 - of reports
from .escaping import island, size, visible  # noqa: TID251 - of this report
from .room import (  # noqa: TID251 - of this report
    CLUSTERS,
    CLUSTERS_BYTES,
    ID,
    LONGEST_ID,
    MEMBERS,
    PAIRS,
    PATH,
    REASONS,
    REVIEW_BYTES,
    within,
)
from .values import absent, differing, isolated, named, value  # noqa: TID251 - of this report
from .words import Words  # noqa: TID251 - of this report


class Question(NamedTuple):
    """Two records that a person may judge, as a decision names them."""

    a: str
    b: str
    fingerprint_a: str
    fingerprint_b: str


class Place(NamedTuple):
    """A record at the head of a column."""

    id: Markup
    path: str
    line: int | None
    record_number: int | None


class Reasons(NamedTuple):
    """A decision; ``evidence`` is (agreement, what is said)."""

    a: Markup
    b: Markup
    score: float
    evidence: list[tuple[str, Markup]]


class Comparison(NamedTuple):
    """Records beside each other. A cell is (value, whether it differs from the first record's).

    ``questions`` has one for each record but the first, about both; None where none can be asked.
    """

    members: list[Place]
    hidden: int
    rows: list[tuple[str, list[tuple[Markup, bool]]]]
    decisions: list[Reasons]
    hidden_decisions: int
    questions: list[Question | None]
    numbers: list[int | None]  # of the questions among all

    @property
    def bytes(self) -> int:
        """About as many as it takes in the page."""
        cells = sum(60 + size(cell) for _, row in self.rows for cell, _ in row)
        heads = sum(130 + size(m.id) + size(m.path) for m in self.members)
        labels = sum(110 + size(label) for d in self.decisions for _, label in d.evidence)
        asked = sum(size(island(question)) for question in self.questions if question)
        return 700 + cells + heads + labels + asked + 300 * len(self.decisions)


def cluster_views(audit: Audit, t: Words) -> list[Comparison]:
    """As many clusters as the page has room for."""
    clusters: Iterable[Cluster] = itertools.islice(audit.clusters, CLUSTERS)
    views = (_comparison(c.members, c.decisions, t) for c in clusters)
    return list(within(views, CLUSTERS_BYTES, lambda view: view.bytes))


def review_views(audit: Audit, t: Words) -> list[Comparison]:
    """As much of the queue as the page has room for, from its beginning."""
    views = (_comparison((d.a, d.b), (d,), t) for d in itertools.islice(audit.review, PAIRS))
    return list(within(views, REVIEW_BYTES, lambda view: view.bytes))


def numbered(views: Iterable[Comparison]) -> list[Comparison]:
    """The views with their questions numbered through."""
    count = itertools.count()
    return [
        view._replace(numbers=[next(count) if asked else None for asked in view.questions])
        for view in views
    ]


def desk(audit: Audit, views: Iterable[Comparison]) -> dict[str, Any]:
    """What the script needs to take decisions and to write them down.

    ``questions`` are those of the views in their order; ``key`` is made of their content and of
    the sources, so that what is decided on other data is never mixed in.
    """
    questions = [question for view in views for question in view.questions if question]
    content = island([questions, [source.sha256 for source in audit.sources]])
    return {
        "key": hashlib.sha256(content.encode()).hexdigest()[:16],
        "head": keeping.version_line(judgements.KIND),
        "verdicts": list(judgements.VERDICTS),
        "questions": questions,
    }


def _comparison(members: Sequence[Member], decisions: Sequence[Decision], t: Words) -> Comparison:
    """The values of records side by side, variables in the order of the first that has them."""
    shown = members[:MEMBERS]
    values = [dict(member.values) for member in shown]
    variables = dict.fromkeys(itertools.chain.from_iterable(values))
    rows = []
    for variable in variables:
        first = values[0].get(variable, "")
        cells = [(value(first, t) if first else absent("–"), False)]
        for other in values[1:]:
            text = other.get(variable, "")
            cells.append(
                (differing(first, text, t), text != first) if text else (absent("–"), False)
            )
        rows.append((variable, cells))
    return Comparison(
        [_place(member, t) for member in shown],
        len(members) - len(shown),
        rows,
        [_reasons(decision, t) for decision in decisions[:REASONS]],
        max(0, len(decisions) - REASONS),
        [_question(shown[0], other) for other in shown[1:]],
        [],
    )


def _question(a: Member, b: Member) -> Question | None:
    """None for records that a decision cannot name: no value to know one by, or an id that is
    the length of a book."""
    question = Question(a.id, b.id, a.fingerprint, b.fingerprint)
    nameable = all(question) and max(len(a.id), len(b.id)) <= LONGEST_ID
    return question if nameable else None


def _reasons(decision: Decision, t: Words) -> Reasons:
    return Reasons(
        isolated(_own_id(decision.a), ID),
        isolated(_own_id(decision.b), ID),
        decision.score,
        [(item.agreement.value, t.reason(item.label)) for item in decision.evidence],
    )


def _own_id(member: Member) -> str:
    """The id as the file has it; the place that may stand before it is shown beside it."""
    return member.id.removeprefix(f"{member.path}#{member.record_number}:")


def _place(member: Member, t: Words) -> Place:
    path = cut_start(visible(member.path), PATH)
    name = named(_own_id(member), member.record_number, t, has_id=member.has_id)
    return Place(name, path, member.line, member.record_number)
