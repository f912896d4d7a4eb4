"""What people judged, and an existing catalogue: both keep records together or apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from validator.audit import Verdict
from validator.config import Settings
from validator.linkage import Linked, link
from validator.record import Name, Provenance, Record
from validator.text.dates import parse as date

PEOPLE = (Name("Ivanova", "Anna"), Name("Kim", "Minsu"), Name("García", "José"))
WORK = Record(
    title="Deciding equality of names in large catalogues",
    author=PEOPLE,
    issued=date("2001"),
    container_title="Vox",
    volume="4",
    page="11-20",
)
LESS = replace(WORK, page="", volume="")
OTHER = Record(title="Sorting long lists of places", author=(Name("Rosa", "Ute"),))
HAN = Record(title="大型目录中名称相等的判定", author=(Name("李", "娜"),), issued=date("2001"))
SAME, APART, RELATED = Verdict.DUPLICATE, Verdict.DISTINCT, Verdict.RELATED

JUDGED = [
    # records, verdicts by position, clusters by position, the reason
    ([WORK, LESS], {}, [0, 0], "nobody said anything"),
    ([WORK, LESS], {(0, 1): APART}, [0, 1], "people say that they are two"),
    ([WORK, LESS], {(0, 1): RELATED}, [0, 1], "two works of one kin"),
    ([WORK, WORK], {(0, 1): APART}, [0, 1], "even copies"),
    ([WORK, WORK, WORK], {(0, 1): APART}, [0, 1, 0], "the third joins one of the two"),
    ([WORK, LESS, WORK], {(0, 2): APART}, [0, 0, 1], "what is between them joins one alone"),
    ([WORK, OTHER], {(0, 1): SAME}, [0, 0], "nothing agrees, and people know better"),
    ([WORK, HAN, OTHER], {(0, 1): SAME, (1, 2): SAME}, [0, 0, 0], "by way of a third"),
    ([WORK, LESS, OTHER], {(0, 2): SAME, (1, 2): APART}, [0, 1, 0], "ours would join all three"),
    (
        [replace(WORK, doi="10.5334/dsj-2019-014"), replace(WORK, doi="10.5334/dsj-2019-015")],
        {(0, 1): SAME},
        [0, 0],
        "two DOIs of one work",
    ),
]


def numbered(records: list[Record]) -> list[Record]:
    return [
        replace(r, id=f"r{i}", provenance=Provenance("x.bib", "bibtex", i))
        for i, r in enumerate(records)
    ]


def linked(records: list[Record], verdicts: dict[tuple[int, int], Verdict]) -> Linked:
    return link(numbered(records), Settings(), verdicts=verdicts)


@pytest.mark.parametrize(("records", "verdicts", "clusters", "reason"), JUDGED)
def test_people_win(
    records: list[Record],
    verdicts: dict[tuple[int, int], Verdict],
    clusters: list[int],
    reason: str,
) -> None:
    found = linked(records, verdicts)
    assert list(found.cluster_of) == clusters, reason
    assert not [d for d in found.review if {d.a.id, d.b.id} in _ids(verdicts)], reason


def _ids(verdicts: dict[tuple[int, int], Verdict]) -> list[set[str]]:
    return [{f"r{a}", f"r{b}"} for a, b in verdicts]


def test_a_decision_says_that_people_made_it() -> None:
    (decision,) = linked([WORK, OTHER], {(0, 1): SAME}).decisions
    assert decision.verdict is SAME
    assert decision.why.startswith("judged the same by people; ")
    (decision,) = linked([WORK, LESS], {(0, 1): RELATED}).decisions
    assert decision.verdict is RELATED
    assert decision.why.startswith("judged related by people; ")


CATALOGUED = [
    # new records, the catalogue, clusters by position, pairs to review, the reason
    ([WORK], [LESS, OTHER], [0, 0, 1], 0, "a new record meets its like"),
    ([WORK, WORK], [OTHER], [0, 0, 1], 0, "new records are compared with one another"),
    ([OTHER], [WORK, WORK], [0, 1, 2], 0, "the catalogue is not compared with itself"),
    ([WORK], [LESS, LESS], [0, 0, 1], 1, "a record joins one of two, and people hear of it"),
    ([WORK, LESS], [WORK, OTHER], [0, 0, 0, 1], 0, "both new ones join the old one"),
    ([], [WORK, WORK], [0, 1], 0, "nothing new"),
    ([HAN], [HAN, WORK], [0, 0, 1], 0, "in Han too, where author and year agree"),
]


@pytest.mark.parametrize(("new", "old", "clusters", "review", "reason"), CATALOGUED)
def test_catalogue(
    new: list[Record], old: list[Record], clusters: list[int], review: int, reason: str
) -> None:
    everything = numbered(new + old)
    found = link(everything[: len(new)], Settings(), catalogue=everything[len(new) :])
    assert list(found.cluster_of) == clusters, reason
    assert len(found.review) == review, reason


def test_the_record_of_the_catalogue_survives() -> None:
    """However much more the new one says: others cite the old one."""
    new, old = numbered([WORK, LESS])
    (cluster,) = link([new], Settings(), catalogue=[old]).clusters
    assert [member.id for member in cluster.members] == [old.id, new.id]
