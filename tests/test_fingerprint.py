"""The fingerprint of a record: reformatting keeps it, another value changes it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.fingerprint import NORMAL, of_values
from validator.linkage.entry import SHOWN, entry, member
from validator.record import Name, Record
from validator.text.dates import parse as date


def fingerprint(record: Record) -> str:
    return member(entry(record)).fingerprint


ARTICLE = Record(
    title="Über the Déjà-vu: A Survey",
    author=(Name.parse("Núñez, José"), Name.parse("Li, Wei")),
    container_title="Journal of Memory",
    issued=date("2019"),
    volume="12",
    page="1-9",
    doi="10.1000/abc.1",
    issn="1234-5678",
)
CHINESE = Record(title="数字图书馆的元数据", author=(Name("张", "伟"),), issued=date("2019"))


def test_it_is_the_same_in_every_version() -> None:
    """Files of decisions outlive versions: whoever must change this raises the files' version."""
    assert fingerprint(ARTICLE) == "bf088c31445092f3"
    assert fingerprint(CHINESE) == "699dc7bc8fec04e5"


@pytest.mark.parametrize(
    ("record", "change"),
    [
        (ARTICLE, {"title": "UBER THE DEJA VU -- a survey."}),  # case, marks, punctuation
        (ARTICLE, {"title": "Ｕ̈ber the  Déjà-vu:\u00a0A Survey"}),  # width, spaces
        (ARTICLE, {"author": (Name.parse("Wei Li"), Name.parse("José Núñez"))}),  # order, form
        (ARTICLE, {"author": (Name(literal="Núñez José, Li Wei"),)}),  # a list that is not split
        (ARTICLE, {"issued": date("March 2019")}),  # a month more
        (ARTICLE, {"page": "1–9"}),
        (ARTICLE, {"doi": "https://doi.org/10.1000/ABC.1"}),
        (ARTICLE, {"issn": "12345678"}),
        (ARTICLE, {"id": "another", "type": "article-journal", "language": "en"}),
        (ARTICLE, {"abstract": "It is not compared.", "note": "nor is this"}),
        (CHINESE, {"title": "数字 图书馆 的元数据。"}),
        (CHINESE, {"author": (Name(literal="张伟"),), "issued": date("２０１９年")}),
    ],
)
def test_reformatting_keeps_it(record: Record, change: dict[str, object]) -> None:
    assert fingerprint(replace(record, **change)) == fingerprint(record)


@pytest.mark.parametrize(
    ("record", "change"),
    [
        (ARTICLE, {"title": "Über the Déjà-vu: A Review"}),
        (ARTICLE, {"author": ARTICLE.author[:1]}),
        (ARTICLE, {"author": (Name.parse("Núñez, Juan"), ARTICLE.author[1])}),
        (ARTICLE, {"issued": date("2020")}),
        (ARTICLE, {"issued": None}),
        (ARTICLE, {"volume": "13"}),
        (ARTICLE, {"page": "19"}),  # not 1-9
        (ARTICLE, {"doi": "10.1000/abc.2"}),
        (ARTICLE, {"pmid": "33413686"}),  # a value more
        (ARTICLE, {"volume": "", "number": "12"}),  # the same value elsewhere
        (CHINESE, {"title": "数字图书馆的数据"}),
        (CHINESE, {"author": (Name("张", "玮"),)}),
    ],
)
def test_another_value_changes_it(record: Record, change: dict[str, object]) -> None:
    assert fingerprint(replace(record, **change)) != fingerprint(record)


def test_nothing_has_none() -> None:
    assert fingerprint(Record(id="a", type="book", title="!?")) == ""


def test_every_variable_that_counts_is_kept_by_linkage() -> None:
    assert set(NORMAL) <= {variable for variable, _ in SHOWN}


@given(st.lists(st.tuples(st.sampled_from(sorted(NORMAL)), st.text(max_size=60)), max_size=6))
def test_any_text_in_any_order(values: list[tuple[str, str]]) -> None:
    assert of_values(values) == of_values(values[::-1])
    assert len(of_values(values)) in (0, 16)


@pytest.mark.parametrize("variable", NORMAL)
def test_hostile_values(variable: str) -> None:
    for value in ("\ud800 a", "a\0b", "9" * 100_000, "(" * 100_000, "\u0301" * 100_000 + "a"):
        assert len(of_values([(variable, value)])) in (0, 16)
