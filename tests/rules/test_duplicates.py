"""What the duplicate rules say of whole collections: one finding for each record to merge away."""

from __future__ import annotations

from dataclasses import replace

from validator.config import Settings
from validator.linkage import link
from validator.packs import load_rules
from validator.record import Name, Provenance, Record
from validator.registry import RULES
from validator.text.dates import parse as date

load_rules()

WORK = Record(
    title="Deciding equality of names in large catalogues",
    author=(Name("Ivanova", "Anna"), Name("Kim", "Minsu"), Name("García", "José")),
    issued=date("2001"),
    doi="10.5334/dsj-2019-014",
)


def said(*records: Record) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """(code, the record it is about, variable, related records) of every finding."""
    placed = [
        replace(record, provenance=Provenance("x.bib", "bibtex", i))
        for i, record in enumerate(records, start=1)
    ]
    return [
        (decision.code, decision.b.id, finding.variable, finding.related)
        for decision in link(placed, Settings()).decisions
        for finding in RULES[decision.code].check(decision)
    ]


def test_n_copies_give_n_minus_one_findings_about_the_others() -> None:
    copies = [replace(WORK, id=f"r{i}", volume=str(i)) for i in range(3)]
    best = replace(WORK, id="best", volume="1", page="1-9", abstract="On names.")
    assert said(*copies, best) == [
        ("DUP001", "r0", "DOI", ("best",)),
        ("DUP001", "r1", "DOI", ("best",)),
        ("DUP001", "r2", "DOI", ("best",)),
    ]


def test_the_identifier_is_named_that_the_two_share() -> None:
    one = replace(WORK, id="one", doi="", pmid="33413686", page="1-9")
    assert said(one, replace(one, id="two", page="")) == [("DUP001", "two", "PMID", ("one",))]


def test_three_parts_give_two_findings() -> None:
    """The third relation follows from the others."""
    parts = [
        replace(WORK, id=f"p{i}", doi="", title=f"{WORK.title}, part {i}", page=f"{i}0")
        for i in (1, 2, 3)
    ]
    found = said(*parts)
    assert [code for code, *_ in found] == ["DUP004", "DUP004"]
    assert {about for _, about, *_ in found} < {"p1", "p2", "p3"}


def test_a_clean_collection_is_silent() -> None:
    others = [
        replace(WORK, id=f"r{i}", doi=f"10.5334/dsj-2019-{i}", title=title)
        for i, title in enumerate(("Soils of the northern plain", "Rivers and lakes in winter"))
    ]
    assert said(WORK, *others) == []
