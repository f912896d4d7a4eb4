"""The text export of the Cochrane Library."""

from __future__ import annotations

import pytest
from tagged_exports import one, records, said

from validator.io.detect import by_content

REVIEW = """\
Record #1 of 2
ID: CD000001
AU: Smith J
AU: de Wit AB
TI: Things for parts.
SO: Cochrane Database of Systematic Reviews
YR: 2010
NO: 3
PB: John Wiley & Sons, Ltd
CC: HM-WOUNDS
DOI: 10.1002/14651858.CD000001
AB: Background
First line.

US: http://onlinelibrary.wiley.com/doi/10.1002/14651858.CD000001/abstract
"""


def test_a_review() -> None:
    record = one(REVIEW, "cochrane")
    assert {a: said(record, a) for a in record.present - {"raw", "provenance"}} == {
        "id": "CD000001",
        "type": "article-journal",
        "title": "Things for parts",
        "author": "Smith, J; de Wit, AB",
        "container_title": "Cochrane Database of Systematic Reviews",
        "issued": "2010",
        "issue": "3",
        "publisher": "John Wiley & Sons, Ltd",
        "doi": "10.1002/14651858.CD000001",
        "abstract": "Background First line.",
        "url": "http://onlinelibrary.wiley.com/doi/10.1002/14651858.CD000001/abstract",
    }
    assert record.place("author", 1).line == 4


TRIALS = [
    ("PM: PUBMED 123", "pmid", "123", "a trial of PubMed"),
    ("PT: Journal Article; Randomized Controlled Trial", "type", "article-journal", "its type"),
    ("KY: one; two", "keyword", "one; two", "keywords"),
    ("AU: 王, 明\nAU: Иванов, П", "author", "王, 明; Иванов, П", "other scripts"),
    ("XR: EMBASE 1", "note", "", "kept raw"),
]


@pytest.mark.parametrize(("line", "attribute", "expected", "why"), TRIALS)
def test_habits(line: str, attribute: str, expected: str, why: str) -> None:
    text = f"Record #1 of 1\nID: CN-1\nTI: Things\nSO: Things\n{line}\n"
    assert said(one(text, "cochrane"), attribute) == expected, why


def test_where_records_begin() -> None:
    text = REVIEW + "\n\n" + REVIEW.replace("Record #1", "Record #2")
    assert [record.id for record in records(text, "cochrane")] == ["CD000001"] * 2
    assert by_content(text) == "cochrane"


def test_a_greeting_of_ris_is_none() -> None:
    assert by_content("Record #1 of 2\nProvider: P\nTY  - JOUR\nTI  - A\nER  - \n") == "ris"
