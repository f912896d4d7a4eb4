"""Tagged records whose first line is broken or lost, where blank lines alone tell them apart."""

from __future__ import annotations

import pytest
from tagged_exports import read

from validator.finding import Fault
from validator.io.tagged.parting import LOST
from validator.record import Record

RECORDS = {
    "nbib": "PMID- 100{n}\nOWN - NLM\nTI  - Title {n}\nFAU - Writer, Ada\nJT  - Things\n"
    "DP  - 2001\n\n",
    "ovid": "<{n}>\nUnique Identifier\n  {n}\nAuthors\n  Writer A.\nTitle\n  Title {n}\n"
    "Source\n  Things. 1(2):3-4, 2001.\nAbstract\n  Text.\n\n",
    "cochrane": "Record #{n} of 3\nID: CN-{n}\nAU: Writer A\nTI: Title {n}\nYR: 2001\nVL: 4\n\n",
    "refworks": "RT Journal Article\nSR 1\nA1 Writer, Ada\nT1 Title {n}\nJF Things\nYR 2001\n\n",
    "refer": "%0 Journal Article\n%A Writer, Ada\n%T Title {n}\n%J Things\n%D 2001\n%P 1-9\n\n",
    "noteexpress": "{{Reference Type}}: Book\n{{Title}}: Title {n}\n{{Author}}: Ada\n"
    "{{Year}}: 2001\n{{Pages}}: 9\n\n",
    "cnki-study": "SrcDatabase-来源库: 期刊\nTitle-题名: Title {n}\nAuthor-作者: 王五;\n"
    "Source-文献来源: 学报\nSummary-摘要: 一。\nPubTime-发表时间: 2001-01-01\n\n",
    "mrk": "=LDR  00000nam a2200000 a 4500\n=001  {n}\n=100  1\\$aWriter, Ada.\n"
    "=245  10$aTitle {n} :$bthe rest of it, and more than that.\n\n",
}
"""Format -> its record of number n."""


def damages(record: str) -> list[tuple[str, str]]:
    first, _, rest = record.partition("\n")
    third = len(record) // 3
    return [
        (rest, "the first line is lost"),
        (f"{first[1:]}\n{rest}", "its first character is lost"),
        (f"\x00{first}\n{rest}", "junk before it"),
        (record[third:], "a third of the record is lost"),
        (f"<html><body>\n{record}", "a line of a page before it"),
        ("garbage\nof two lines\n\n", "nothing of it is left"),
        (record.lower(), "tags in lower case"),
    ]


def fields(items: list[Record | Fault]) -> list[list[tuple[str, str, str]]]:
    """The fields of each record, but for the junk."""
    return [
        [(one.name, one.value, one.variable) for one in item.raw if one.name != LOST.name]
        for item in items
        if isinstance(item, Record)
    ]


@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize("form", RECORDS)
def test_the_neighbours_stay_as_they_are(form: str, place: int) -> None:
    texts = [RECORDS[form].format(n=n) for n in (1, 2, 3)]
    whole = fields(read("".join(texts), form))
    for broken, why in damages(texts[place]):
        found = fields(read("".join([*texts[:place], broken, *texts[place + 1 :]]), form))
        assert [one for one in whole[:place] if one not in found] == [], why
        assert [one for one in whole[place + 1 :] if one not in found] == [], why


CLOSE = ["refworks", "refer", "noteexpress"]
"""Formats whose records may stand without a blank line between them."""


@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize("form", CLOSE)
def test_the_neighbours_stay_without_blank_lines(form: str, place: int) -> None:
    """A line of junk is read as more of the value above it, unless a record begins below it."""
    texts = [RECORDS[form].format(n=n).rstrip("\n") + "\n" for n in (1, 2, 3)]
    whole = fields(read("".join(texts), form))
    for broken, why in damages(texts[place])[:3]:
        found = fields(read("".join([*texts[:place], broken, *texts[place + 1 :]]), form))
        assert len(found) == 3, why
        assert [one for one in whole[:place] if one not in found] == [], why
        assert [one for one in whole[place + 1 :] if one not in found] == [], why


TOGETHER = [
    (
        "refer",
        "%A 余敏\n%T 工具\n%J 学报\n%A Yu Min\n%T Tools\n%J Journal of Tools\n",
        "all of it in both scripts",
    ),
    ("refworks", "A1 Ek\nT1 A\nA1 Ito\nJF J\nYR 2001\n", "authors around the title"),
    ("refer", "%A Ek\n%T A\n%J J\n%D 2001\n%A Ito\n%J J\n%D 2001\n", "no title again"),
]


@pytest.mark.parametrize(("form", "text", "why"), TOGETHER, ids=[why for *_, why in TOGETHER])
def test_tags_that_come_again_in_one_record(form: str, text: str, why: str) -> None:
    first = "%0 Journal Article\n" if form == "refer" else "RT Journal Article\n"
    assert len(read(first + text, form)) == 1, why


@pytest.mark.parametrize("form", RECORDS)
def test_junk_is_a_field_of_its_own(form: str) -> None:
    first, second = (RECORDS[form].format(n=n) for n in (1, 2))
    record, _ = read(f"{first}garbage\n\n{second}", form)
    assert isinstance(record, Record)
    assert record.raw[-1][:3] == (LOST.name, "garbage", "")


ONE = [
    ("nbib", "AB  - First.\n\n      Second.\nAU  - Writer A\nAU  - Berg B\n", "an abstract of two"),
    ("nbib", "AB  - First.\n\nAU  - Writer A\nAU  - Berg B\nJT  - Things\n", "few tags again"),
    ("refer", "%X First.\n\nSecond.\n%A Berg, B\n%K one\n", "an abstract of two paragraphs"),
    ("refer", "%X First.\n\nSecond.\n\nThird.\n", "an abstract at the end of the record"),
    ("refer", "%X First.\n\n%K one\n%A Berg, B\n%U https://example.org\n", "one tag again"),
]


@pytest.mark.parametrize(("form", "more", "why"), ONE, ids=[why for *_, why in ONE])
def test_a_blank_line_inside_parts_nothing(form: str, more: str, why: str) -> None:
    assert len(read(RECORDS[form].format(n=1).rstrip("\n") + "\n" + more, form)) == 1, why
