"""`validator.dedupe`: what callers from Python get."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import validator
from validator import Name, Record
from validator.auditing import Given
from validator.config import Settings
from validator.duplicates import name, repeated_ids
from validator.errors import UsageError
from validator.linkage.entry import entry, member
from validator.record import Provenance
from validator.text.dates import parse as date

WORK = Record(
    id="a",
    title="Deciding equality of names in large catalogues",
    author=(Name("Ivanova", "Anna"), Name("Kim", "Minsu")),
    issued=date("2001"),
    container_title="Vox",
    volume="4",
    page="11-20",
)
LESS = replace(WORK, id="b", volume="", page="")
OTHER = Record(id="c", title="Sorting long lists of places", author=(Name("Rosa", "Ute"),))
BIB = "@article{a, title={Deciding equality}, author={Kim, Min}, year=2001, doi={10.1000/x}}\n"


def rows(found: validator.Duplicates) -> str:
    return " ".join(f"{own}:{cluster}" for own, cluster in found.rows)


def fingerprint(record: Record) -> str:
    return member(entry(record)).fingerprint


def nameless(record: Record) -> Record:
    return replace(record, id="")


class TestRecords:
    @pytest.mark.parametrize(
        ("records", "found"),
        [
            ([], ""),
            ([WORK], "a:1"),
            ([WORK, OTHER, LESS], "a:1 c:2 b:1"),
            ([nameless(WORK), nameless(LESS), OTHER], "#1:1 #2:1 c:2"),  # numbered as they come
            ([WORK, replace(OTHER, id="a")], "#1:a:1 #2:a:2"),
            ([WORK, WORK], "#1:a:1 #2:a:1"),  # the same object twice
            (
                [replace(r, provenance=Provenance("x.bib", "bibtex", 7)) for r in (WORK, OTHER)],
                "a:1 c:2",  # at one place, which cannot be
            ),
            (
                [
                    replace(nameless(WORK), provenance=Provenance("x.bib", "bibtex", 2)),
                    replace(nameless(LESS), provenance=Provenance("x.bib", "bibtex", 2)),
                ],
                "x.bib#2:1 #2:1",
            ),
        ],
    )
    def test_clusters(self, records: list[Record], found: str) -> None:
        assert rows(validator.dedupe(records)) == found
        assert rows(validator.dedupe(iter(records))) == found

    def test_what_is_found(self) -> None:
        found = validator.dedupe([OTHER, WORK, LESS])
        assert (found.ids, found.cluster_of) == (("c", "a", "b"), (1, 2, 2))
        (cluster,) = found.clusters
        assert [member.id for member in cluster.members] == ["a", "b"]
        assert found.decisions == cluster.decisions
        assert found.decisions[0].why.startswith("same title; 2 of 2 authors agree")
        assert len(found.review) == 0
        assert found.sources == ()

    def test_a_catalogue(self) -> None:
        catalogue = [replace(WORK, id="k1"), replace(WORK, id="k2", volume="")]
        assert rows(validator.dedupe([OTHER], catalogue=catalogue)) == "c:1 k1:2 k2:3"

    def test_settings(self) -> None:
        strict = Settings(duplicates_max_false_positive_rate=1e-12)
        found = validator.dedupe([LESS, replace(LESS, id="d", page="11")], settings=strict)
        assert rows(found) == "b:1 d:2"
        assert [d.verdict.value for d in found.review] == ["to review"]

    def test_progress(self, tmp_path: Path) -> None:
        (tmp_path / "a.bib").write_text(BIB)
        done: list[int] = []
        validator.dedupe(tmp_path / "a.bib", progress=done.append)
        assert sum(done) == 1


class TestDecisions:
    @pytest.mark.parametrize(
        ("verdict", "found"),
        [("same", "a:1 c:1"), ("different", "a:1 c:2"), ("related", "a:1 c:2")],
    )
    def test_of_people(self, verdict: str, found: str) -> None:
        said = {"a": "a", "b": "c", "verdict": verdict}
        said |= {"fingerprint_a": fingerprint(WORK), "fingerprint_b": fingerprint(OTHER)}
        assert rows(validator.dedupe([WORK, OTHER], decisions=[said])) == found

    def test_stale_ones_are_told(self) -> None:
        said = {"a": "a", "b": "c", "verdict": "same", "fingerprint_a": "0", "fingerprint_b": "0"}
        found = validator.dedupe([WORK, OTHER], decisions=[said])
        assert found.judged.stale == ["decision 1: a and c have changed since: not used"]

    def test_malformed_ones(self) -> None:
        with pytest.raises(UsageError, match="decision 1: verdict: a string is wanted"):
            validator.dedupe([WORK], decisions=[{"a": "a"}])

    def test_a_file(self, tmp_path: Path) -> None:
        with pytest.raises(UsageError, match="cannot read the decisions"):
            validator.dedupe([WORK], decisions=tmp_path / "d.jsonl")


class TestPaths:
    @pytest.fixture(autouse=True)
    def files(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        Path("a.bib").write_text(BIB)
        Path("b.bib").write_text(BIB.replace("{a,", "{b,"))

    @pytest.mark.parametrize(
        ("given_", "catalogue", "found"),
        [
            ("a.bib", (), "a:1"),
            (Path("a.bib"), "b.bib", "a:1 b:1"),
            ([Path("b.bib"), "a.bib"], (), "a:1 b:1"),  # sorted by path, as every command does
            (".", (), "a:1 b:1"),
            ([OTHER, "a.bib", Path("b.bib")], (), "c:1 a:2 b:2"),  # both, in order
            ("a.bib", [OTHER], "a:1 c:2"),
        ],
    )
    def test_clusters(self, given_: Given, catalogue: Given, found: str) -> None:
        assert rows(validator.dedupe(given_, catalogue=catalogue)) == found

    def test_records_that_were_read_keep_their_places(self) -> None:
        records = [*validator.read("a.bib"), *validator.read("b.bib")]
        found = validator.dedupe(records)
        assert [(m.path, m.record_number) for m in found.clusters[0].members] == [
            ("a.bib", 1),
            ("b.bib", 1),
        ]

    def test_what_was_not_read(self) -> None:
        Path("x.bib").write_bytes(b"\x00\x01\x02" * 100)
        found = validator.dedupe(["a.bib", "x.bib"])
        assert rows(found) == "a:1"
        assert [(s.path, bool(s.error)) for s in found.sources] == [
            ("a.bib", False),
            ("x.bib", True),
        ]

    @pytest.mark.parametrize(
        ("given_", "says"),
        [
            (["a.bib", WORK, "a.bib"], "a.bib is given twice"),
            ("nowhere.bib", "no file or folder nowhere.bib"),
        ],
    )
    def test_what_is_refused(self, given_: Given, says: str) -> None:
        with pytest.raises(UsageError, match=says):
            validator.dedupe(given_)

    def test_a_file_that_stands_behind_records_too(self) -> None:
        with pytest.raises(UsageError, match=r"a\.bib is given twice"):
            validator.dedupe(validator.read("a.bib"), catalogue="a.bib")


IDS = st.sampled_from(["a", "b", "x#1:a", "x#2:a", "x#3:x#1:a", "x#1", ""])


@given(st.lists(IDS, max_size=8))
def test_every_record_has_a_name_of_its_own(ids: list[str]) -> None:
    entries = [
        entry(Record(id=own, title="t", provenance=Provenance("x", "bibtex", i)))
        for i, own in enumerate(ids, start=1)
    ]
    repeated = repeated_ids(entries)
    names = [name(row, repeated) for row in entries]
    assert len(set(names)) == len(names)
    assert all(own.endswith(row.id) for own, row in zip(names, entries, strict=True))
