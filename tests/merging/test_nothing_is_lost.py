"""Whatever is made into one record: nothing is lost, nothing invented, and no order counts."""

from __future__ import annotations

import json
import random
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from duplicate_sets import load, small_sets
from hypothesis import given
from hypothesis import strategies as st
from merged_well import assert_merged_well, people, record
from shared import SHARED, needs_shared

import validator
from validator.merging.equal import unlike
from validator.merging.kinds import KINDS
from validator.merging.merging import merge
from validator.merging.writing import form
from validator.record import (
    NAME_VARIABLES,
    Name,
    OtherId,
    Parallel,
    Record,
)
from validator.text.dates import parse as date

SAMPLE = 60  # clusters of each labelled set
KEPT = record("k", title="Soils of the north", author="Berg, Ada", keyword=("rice", "soil"))


def clusters(folder: Path) -> list[list[Record]]:
    labelled = load(folder)
    found = defaultdict(list)
    for one in labelled.records:
        found[labelled.truth[one.id]].append(one)
    several = [members for members in found.values() if len(members) > 1]
    return random.Random(11).sample(several, min(SAMPLE, len(several)))


@pytest.mark.parametrize("folder", list(small_sets()))
def test_labelled_clusters(folder: Path) -> None:
    for members in clusters(folder):
        found = assert_merged_well(members)
        again = merge(found.record, members)
        said = {(x[0], x[2]) for x in found.conflicts} | {x[:2] for x in found.taken}
        assert {(x[0], x[2]) for x in again.conflicts} <= said


LINES = [pytest.param(line, marks=needs_shared) for line in range(4)]


@pytest.mark.parametrize("line", LINES)
def test_works_in_two_languages(line: int, tmp_path: Path) -> None:
    """Records of one work that people found in Chinese and in English or Korean."""
    gold = SHARED / "data" / "cjk" / "cross_lingual_duplicates.jsonl"
    found = json.loads(gold.read_text(encoding="utf-8").splitlines()[line])
    path = tmp_path / "pair.json"
    path.write_text(json.dumps([found["a_record"], found["b_record"]]), encoding="utf-8")
    one, other = validator.read(str(path))
    for kept, beside in ((one, other), (other, one)):
        parallel = merge(kept, [beside]).record.parallel
        assert form(parallel.title) == form(beside.title)
        assert len(parallel.author) == len(beside.author)


TITLES = (
    "",
    "Soils",
    "SOILS OF THE NORTH",
    "Soils of the north",
    "Soils: a survey",
    "Böden",
    "Boden",
)
TITLES += (
    "土壤研究",
    "土壤研究：方法",
    "土壌の研究",
    "토양 연구",
    "Почвы",
    "NA",
    "Soils of the no...",
)
LISTS = ("", "Berg, A.", "Berg, Ada; Lund, B.", "Berg, A.; Lund, Bo", "Lund, Bo; Berg, Ada", "NA")
LISTS += (
    "陈国强; 黄丽华",
    "陳國強",
    "Chen, G.; Huang, Lihua",
    "Berg, A.; et al.",
    "Berg A., Lund B.",
)
ONE_OF = {
    "title": TITLES,
    "author": LISTS,
    "editor": LISTS,
    "container_title": ("", "J Soil Res", "Journal of Soil Research", "JOURNAL OF SOIL RESEARCH",
        "土壤学报"),
    "container_title_short": ("", "JSR", "J. Soil Res."),
    "publisher": ("", "Tidewater", "Tidewater Books", "科学出版社"),
    "issued": ("", "2019", "2019-05", "May 2019", "2019-05-03", "2018", "n.d.", "2019/2021"),
    "volume": ("", "3", "03", "III", "4", "3 (Suppl 1)", "第三卷"),
    "issue": ("", "1", "1-2", "1/2", "Suppl 1", "S1", "NA"),
    "page": ("", "12", "12-18", "pp. 12–18", "12-18, 20", "7 p.", "13", "0"),
    "doi": ("", "10.5334/a-1", "https://doi.org/10.5334/A-1", "10.5334/b-2", "none", "10.2307/4"),
    "issn": ("", "0378-5955", "1879-5897", "0378-5956", "0028-0836", "03785955; 1879-5897"),
    "isbn": ("", "9780306406157", "0-306-40615-2", "9787506365437", "0378-5955"),
    "language": ("", "en", "eng", "zh", "zh-TW", "de", "??"),
    "keyword": ((), ("soil",), ("Soil", "rice"), ("水稻",), ("NA",)),
    "note": ("", "Rare.", "rare", "Rare.\nSigned."),
    "type": ("", "book", "article-journal", "document", "article"),
    "url": ("", "https://a.org/", "http://www.a.org", "https://b.org"),
    "translator": ("", "", "", "王, 伟"),
}  # fmt: skip
MEMBERS = st.fixed_dictionaries({name: st.sampled_from(of) for name, of in ONE_OF.items()})


def member(number: int, values: dict[str, Any], beside: dict[str, Any]) -> Record:
    parallel = Parallel(title=beside["title"], author=people(beside["author"]))
    present = {name: value for name, value in values.items() if value}
    return record(f"m{number}", parallel=parallel, **present)


@given(st.lists(st.tuples(MEMBERS, MEMBERS), min_size=1, max_size=5))
def test_any_cluster(drawn: list[tuple[dict[str, Any], dict[str, Any]]]) -> None:
    assert_merged_well([member(number, *values) for number, values in enumerate(drawn)])


@given(st.permutations(range(5)), st.lists(MEMBERS, min_size=5, max_size=5))
def test_no_order_counts(order: list[int], drawn: list[dict[str, Any]]) -> None:
    members = [member(number, values, values) for number, values in enumerate(drawn)]
    assert merge(Record(), [members[i] for i in order]) == merge(Record(), members)


@given(st.lists(st.tuples(MEMBERS, st.integers(1, 4)), min_size=1, max_size=3), st.randoms())
def test_equal_members_say_nothing_more(
    drawn: list[tuple[dict[str, Any], int]], chance: random.Random
) -> None:
    copies = [values for values, times in drawn for _ in range(times)]
    members = [member(number, values, values) for number, values in enumerate(copies)]
    chance.shuffle(members)
    some = unlike(members)
    assert len(some) <= len(drawn)
    assert merge(Record(), some) == merge(Record(), members)


TEXT = st.text(st.characters(), max_size=12) | st.sampled_from(
    ("\ud800", "\x00", "...", "[[[[", ": ")
)


@given(TEXT, TEXT, st.sampled_from(sorted(KINDS)))
def test_any_text(one: str, other: str, attribute: str) -> None:
    def read(text: str) -> Any:
        if attribute in NAME_VARIABLES:
            return tuple(map(Name.parse, filter(None, text.split(":"))))
        if attribute == "issued":
            return date(text)
        if attribute == "other_id":
            return (OtherId("cn", text),)
        return (text,) if attribute in ("keyword", "index_keyword", "affiliation") else text

    found = merge(
        record("kept", **{attribute: read(one)}), [record("m1", **{attribute: read(other)})]
    )
    again = merge(found.record, [record("m1", **{attribute: read(other)})])
    assert (again.record, again.taken) == (found.record, ())


def test_much() -> None:
    """Copies cost nothing but their order, and a long text is looked at once."""
    copy = replace(KEPT, id="c")
    assert merge(KEPT, [copy] * 20_000).record == KEPT
    long = record(
        "l",
        title="a: " * 100_000,
        abstract="x " * 1_000_000,
        note="y\n" * 100_000,
        author="z" * 10**6,
    )
    assert merge(long, [replace(long, id="m", title="b. " * 100_000)]).record == long
    lines = replace(long, id="n", note="PMID: 33413686\n" * 50_000, pmid="33413686")
    assert merge(KEPT, [lines]).record.pmid == "33413686"
    many = [record(f"k{n}", keyword=(f"word{n}",), note=f"note {n}") for n in range(3000)]
    assert len(merge(KEPT, many).record.keyword) == 3002
