"""What a cleaning brings about: what was safe to fix is gone, and no other fault appears."""

from __future__ import annotations

import json
import random
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cleaning_runs import DEFAULTS, Run, fixable, run
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from new_findings import new_findings, unexpected
from planting import everything
from planting.forms import Text
from planting.pool import own
from planting.run import cases, default_codes

from validator.cleaning import unions
from validator.cleaning.files import Work
from validator.cleaning.wishes import Wishes
from validator.examine import Fresh
from validator.facts import ref_of
from validator.io.rewrite.engine import InPlace
from validator.io.write import writer
from validator.io.write.table import used
from validator.merging.merging import Merged, merge
from validator.record import Name, Record
from validator.registry import RULES
from validator.text.dates import parse as date

SUFFIXES = {"bibtex": ".bib", "ris": ".ris", "csl-jsonl": ".jsonl", "csv": ".csv"}


def cleaned(records: Sequence[Record], form: str) -> Run:
    """What comes of a file of records."""
    out = writer(form, frozenset().union(*map(used, records)) if form == "csv" else ())
    pieces = [out.record(record, first=not n) for n, record in enumerate(records)]
    return cleaned_text("".join((out.head(), *pieces, out.tail())), form)


def cleaned_text(text: str, form: str, reject_on: Set[str] = frozenset()) -> Run:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"records{SUFFIXES[form]}")
        path.write_text(text, encoding="utf-8", errors="surrogateescape", newline="")
        return run(path, DEFAULTS, Wishes(rejects=bool(reject_on), reject_on=frozenset(reject_on)))


def lines(done: Run, kind: str) -> list[dict[str, Any]]:
    return [line for line in map(json.loads, done.log) if line.get("kind") == kind]


def safe_and_made(done: Run) -> list[tuple[str, str, str, str]]:
    left = {(line.get("rule"), line.get("variable")) for line in lines(done, "left")}
    return [one for one in fixable(done.after) if (one[0], one[2]) not in left]


@pytest.fixture(scope="module")
def planted() -> list[Record]:
    """Faults of the kinds that have safe fixes, in records of which many are one work."""
    clean = own()
    found = [
        record
        for code in default_codes()
        if code in everything.FORMS and RULES[code].safe_fixes
        for case in cases(code, [clean], 2, 7)
        if not isinstance(case.plant.after, Text)
        for record in case.plant.after
    ]
    random.Random(7).shuffle(found)
    return [replace(record, id=f"p{n}", raw=()) for n, record in enumerate(found)]


@pytest.mark.parametrize("form", SUFFIXES)
def test_planted_faults(form: str, planted: list[Record]) -> None:
    done = cleaned(planted, form)
    assert len(lines(done, "change")) > 20
    assert done.account.adds_up
    assert safe_and_made(done) == []
    assert unexpected(done) == []


@pytest.mark.parametrize("form", ["bibtex", "csv"])
def test_however_many_records_stay_packed(
    form: str, planted: list[Record], monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once = cleaned(planted, form)
    assert at_once.account.merged > 20
    monkeypatch.setattr(unions, "MANY", 0)
    one_by_one = cleaned(planted, form)
    assert one_by_one.out == at_once.out
    for kind in ("merge", "change", "conflict", "left", "related"):
        assert lines(one_by_one, kind) == lines(at_once, kind)


@pytest.mark.parametrize("form", SUFFIXES)
def test_what_is_asked_and_read_less_often_is_the_same(
    form: str, planted: list[Record], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Later rounds ask rules about touched records alone, and a record is read once for all of its
    changes: what comes of it is what comes of asking and reading each time."""
    asked: Counter[bool] = Counter()
    has = Fresh.has

    def counted(flags: Fresh, record: Record) -> bool:
        found = has(flags, record)
        asked[found] += 1
        return found

    with monkeypatch.context() as patched:
        patched.setattr(Fresh, "has", counted)
        sparing = cleaned(planted, form)
    assert asked[True]
    assert asked[False] > 20
    monkeypatch.setattr(Work, "fresh", lambda work: None)
    monkeypatch.setattr(InPlace, "_at_once", lambda syntax, state, pending: None)
    plain = cleaned(planted, form)
    assert plain.out == sparing.out
    for kind in ("merge", "change", "conflict", "left", "related"):
        assert lines(plain, kind) == lines(sparing, kind)


ONE_OF: Mapping[str, Sequence[Any]] = {
    "type": ("article-journal", "article-journal", "book", "chapter", "thesis"),
    "title": ("Soils &amp; rice of the north", "Soils & rice of the north.", "The water of clay",
        "  Soils and  rice of the north", "<i>Soils</i> & rice of the north", "NA",
        "土壤的水分研究", "土壤的水分研究。",
        "JosÃ© de SÃ£o Paulo and his soils", "The water of clay: a survey"),
    "author": ("Berg, A.B.; Lund, Bo", "Berg, Ada B.; Lund, B.", "Berg, Ada; et al.", "", "N.N.",
        "陈国强; 黄丽华", "Lund, Bo;"),
    "container_title": ("Journal of Soil Science", "J. Soil Sci.", "Journal of Soil Science ", ""),
    "issued": ("2019", "2019,", "2019-05", "", "n.d."),
    "volume": ("Vol. 12", "12", "", "XII"),
    "issue": ("no. 3", "3", ""),
    "page": ("pp. 12-18", "12—18", "0012-0018", "12", ""),
    "doi": ("https://doi.org/10.5334/a-1", "10.5334/a-1", "10.5334/b-2", "doi:10.5334/A-1", ""),
    "issn": ("03785955", "0378-5955", ""),
    "language": ("en", "eng", "jp", ""),
    "keyword": ((), ("soil; water；air",), ("soil", "Water")),
    "edition": ("", "1", "2nd"),
}  # fmt: skip
RECORDS = st.lists(
    st.fixed_dictionaries({name: st.sampled_from(values) for name, values in ONE_OF.items()}),
    min_size=1,
    max_size=6,
)


def made(number: int, values: Mapping[str, Any]) -> Record:
    changed = {name: value for name, value in values.items() if value}
    if "author" in changed:
        changed["author"] = tuple(map(Name.parse, changed["author"].split("; ")))
    if "issued" in changed:
        changed["issued"] = date(changed["issued"])
    return Record(id=f"r{number}", **changed)


@settings(max_examples=12, phases=(Phase.explicit, Phase.generate))  # each cleans a file
@given(RECORDS, st.sampled_from(sorted(SUFFIXES)))
def test_any_records(drawn: list[Mapping[str, Any]], form: str) -> None:
    done = cleaned([made(number, values) for number, values in enumerate(drawn)], form)
    assert done.account.adds_up
    assert done.settled
    assert safe_and_made(done) == []
    assert unexpected(done) == []
    assert done.back == done.given


BERG = "author = {Berg, Ada}, year = 2019, journal = {Soils}, volume = 3, pages = {1--9},"


def test_characters_are_mended_first() -> None:
    """What stands in a name with entities is no separator."""
    text = "@book{a, author = {&#22269;&#23478;&#32479;计局}, title = {年鉴}, year = 2019}\n"
    assert "author = {国家统计局}" in cleaned_text(text, "bibtex").out.decode()


def test_fixes_of_records_that_go_are_told() -> None:
    text = (
        f"@article{{a, {BERG} title = {{On the soils of the north}}, doi = {{10.5334/a-1}}}}\n"
        f"@article{{b, {BERG} title = {{On the soils of the north &amp; more}},"
        " doi = {https://doi.org/10.5334/a-1}}\n"
    )
    done = cleaned_text(text, "bibtex")
    assert done.account.merged == 1
    rules = {(line["record"], line["rule"]) for line in lines(done, "change")}
    assert {("b", "ENC001"), ("b", "DOI002")} <= rules


def test_a_merge_that_brings_a_fault_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    def misled(kept: Record, others: list[Record], **_: Any) -> Merged:
        found = merge(kept, others)
        return found._replace(record=replace(found.record, page="19-12"))

    monkeypatch.setattr(unions, "merge", misled)
    entry = f"{BERG} title = {{On the soils of the north}}, doi = {{10.5334/a-1}}}}\n"
    done = cleaned_text(f"@article{{a, {entry}@article{{b, {entry}", "bibtex")
    assert done.account.merged == 0
    assert done.out == done.given
    (left,) = lines(done, "left")
    assert "not merged: PAG002 would follow" in left["reason"]


def test_a_better_value_that_brings_a_fault_is_not_taken() -> None:
    """Three names written out beside a fourth that no one else has."""
    entry = "title = {On the soils of the north}, year = 2019, journal = {Soils}, volume = 3"
    text = (
        f"@article{{a, {entry}, pages = {{1--9}}, author = {{Berg and Lund and Moe and Lund}}}}\n"
        f"@article{{b, {entry}, author = {{Berg, Ada and Lund, Bo and Moe, Cy}}}}\n"
    )
    done = cleaned_text(text, "bibtex")
    assert done.account.merged == 1
    assert "author = {Berg and Lund and Moe and Lund}" in done.out.decode()
    assert [line["other"] for line in lines(done, "conflict")] == ["Berg, Ada; Lund, Bo; Moe, Cy"]


def test_names_are_written_out_with_the_family_name_first() -> None:
    """A family name alone shows no order that they could be written in."""
    text = (
        "id,title,author,journal,year,volume,pages,abstract,note\n"
        "a,On the soils of the north,Berg and Lund,Soils,2019,3,1-9,All about it.,\n"
        'b,On the soils of the north,"Berg, Ada and Lund, Bo",Soils,2019,3,,,\n'
    )
    done = cleaned_text(text, "csv")
    assert done.account.merged == 1
    assert '"Berg, Ada and Lund, Bo"' in done.out.decode()


def test_a_fix_without_a_column_names_what_is_lacking() -> None:
    """A table without a column for the issue."""
    text = 'id,title,author,journal,year,volume\na,On soils,"Berg, Ada",Soils,2019,37(14)\n'
    done = cleaned_text(text, "csv")
    assert done.out == done.given
    assert [line["reason"] for line in lines(done, "left")] == [
        "issue cannot be written where the record stands"
    ]


def test_a_journal_that_is_abbreviated_is_no_reason_to_keep_a_duplicate() -> None:
    """A table without a column for abbreviations: the log has it."""
    text = (
        "id,title,author,journal,year,volume,pages,doi\n"
        'a,On soils,"Berg, Ada",Journal of Soil Science,2019,3,1-9,10.5334/a-1\n'
        'b,On soils,"Berg, Ada",J. Soil Sci.,2019,3,1-9,10.5334/a-1\n'
    )
    done = cleaned_text(text, "csv")
    assert done.account.merged == 1
    (conflict,) = lines(done, "conflict")
    assert {conflict["value"], conflict["other"]} == {"Journal of Soil Science", "J. Soil Sci."}


def test_records_are_rejected_for_what_they_are() -> None:
    """A title that was a word for nothing is none; what a record is beside others counts in the
    inputs alone."""
    text = f"@article{{a, {BERG} title = {{NA}}, doi = {{10.5334/a-1}}}}\n"
    done = cleaned_text(text, "bibtex", {"TIT001"})
    assert [line["record"] for line in lines(done, "reject")] == ["a"]
    later = Wishes(reject_on=frozenset(("TIT001", "AUT017", "DUP003"))).after_the_first()
    assert later.reject_on == {"TIT001"}


def test_what_a_guess_may_have_misread_is_not_mended_with_an_entity(tmp_path: Path) -> None:
    """A byte of no UTF-8 in a neighbour lets the charset be guessed."""
    path = tmp_path / "refs.bib"
    entry = f"{BERG} title = {{On the soils &amp; rivers of %s}}}}\n"
    path.write_bytes(
        b"@article{a, %b@article{b, %b"
        % (entry.encode() % b"\xff\xfe", entry.encode() % "süd".encode())
    )
    done = run(path, DEFAULTS, Wishes(merge=False))
    assert done.out.endswith("rivers of süd}}\n".encode())
    assert [line["rule"] for line in lines(done, "change")] == ["ENC001", "ENC001"]


def test_copies_that_go_bring_no_name_of_a_journal_to_light() -> None:
    """The volumes of two copies are wrong, and let the abbreviation look like another journal's."""
    entry = (
        "@article{{k{}, author = {{Berg, Ada and Lund, Bo}}, title = {{On the {} of children}},"
        " journal = {{{}}}, year = {}, volume = {}, pages = {{{}--{}9}}}}\n"
    )
    wrong = (("stones", 2009, 3), ("ducts", 2010, 2))
    right = (("salt", 2001, 16), ("water", 2003, 18), ("urea", 2004, 19), ("fever", 2005, 20))
    rows = [("Pedi. Neph.", *one) for one in (*wrong, ("grafts", 2002, 17))]
    rows += [("Pediatric Nephrology", *one) for one in (*wrong, *right)]
    done = cleaned_text(
        "".join(
            entry.format(n, title, name, year, volume, year % 90, year % 90)
            for n, (name, title, year, volume) in enumerate(rows)
        ),
        "bibtex",
    )
    assert done.account.merged == 2
    assert [f.code for f in done.after if f.code == "JNL002"] == ["JNL002"]
    assert new_findings(done) == []


def test_a_name_in_the_place_of_others_is_written_as_its_neighbours_are() -> None:
    """Words for others show no order of names: a list that had one order has one still."""
    entry = "@article{{{}, title = {{On the soils of the north}}, year = 2019, author = {{{}}},"
    rest = " journal = {{Soils}}, volume = 3, pages = {{1--9}}, doi = {{10.5334/a-1}}}}\n"
    text = (entry + rest).format("a", "Berg, Mike and {et al.}") + (entry + rest).format(
        "b", "Berg, Mike and Wei, Chris"
    )
    done = cleaned_text(text, "bibtex")
    assert done.account.merged == 1
    assert "author = {Berg, Mike and Wei, Chris}" in done.out.decode()
    assert new_findings(done) == []


def test_what_is_mended_brings_no_fault_to_light() -> None:
    """An entity has small letters, and a label hides a number: rules see through."""
    entry = "@article{{k{}, author = {{Berg, {}}}, title = {{{}}}, journal = {{{}}}, {}}}\n"
    words = ("ada", "bo", "cy", "di", "ed", "flo", "gil", "hal", "ida")
    full, short = "Journal of Applied Physiology", "J. Appl. Physiol."
    numbers = "year = {}, volume = {{Vol. {}}}"
    rows = [
        (f"The {word} of rivers", full, numbers.format(1990 + n, n + 68))
        for n, word in enumerate(words[:-1])
    ]
    rows.append(("A&amp; SHORT STUDY OF NORTHERN CLAY", short, numbers.format(1990, 68)))
    text = "".join(
        entry.format(n, word.title(), *row)
        for n, (word, row) in enumerate(zip(words, rows, strict=True))
    )
    done = cleaned_text(text, "bibtex")
    assert {f.code for f in done.before} >= {"TIT002", "JNL002", "VOL001"}
    assert {f.code for f in done.after} >= {"TIT002", "JNL002"}
    assert new_findings(done) == []


def test_a_work_is_the_same_when_its_title_is_mended() -> None:
    """What counts works beside each other says the same before and after."""
    for broken, mended in (
        ("Soils &amp; rivers of the north", "Soils & rivers of the north"),
        ("S&#246;ils", "Söils"),
        (f"{'&amp; ' * 30}soils", f"{'& ' * 30}soils"),  # behind them what tells it
    ):
        assert ref_of(Record(title=broken)).title == ref_of(Record(title=mended)).title
