"""J-STAGE's answers: two languages, the entities in its CDATA, damage."""

from __future__ import annotations

from typing import Any

import pytest
from xml_files import differences, named_on_page, one, read

from validator.finding import Fault
from validator.io.xml.jstage import BOTH, ONE
from validator.record import Record

FORM = "jstage-xml"
HEAD = (
    '<feed xmlns="http://www.w3.org/2005/Atom"'
    ' xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/">\n'
    "<result><status>0</status><message/></result>\n"
)


def answer(*entries: str) -> str:
    return f"{HEAD}{''.join(f'<entry>{entry}</entry>' for entry in entries)}</feed>"


def titled(en: str, ja: str, more: str = "") -> str:
    en, ja = (f"<![CDATA[{text}]]>" if text else "" for text in (en, ja))
    return f"<article_title><en>{en}</en><ja>{ja}</ja></article_title>{more}"


FULL = titled(
    "On the cataloguing of tools",
    "道具の<i>目録</i>について",
    """
<article_link><en>https://example.org/1/_article</en><ja>https://example.org/1/-char/ja/</ja>
</article_link><author><en><name>Taro YAMADA</name><name>Hanako SUZUKI</name></en>
<ja><name>山田 太郎</name><name>鈴木 花子</name></ja></author><cdjournal>tools</cdjournal>
<material_title><en>Journal of Tools</en><ja>道具学会誌</ja></material_title>
<prism:issn>0387-4567</prism:issn><prism:eIssn>2189-602X</prism:eIssn>
<prism:volume>44</prism:volume><prism:number>3</prism:number>
<prism:startingPage>47</prism:startingPage><prism:endingPage>51</prism:endingPage>
<pubyear>2017</pubyear><prism:doi>10.5555/tools.44.3_47</prism:doi><id>https://example.org/1</id>
<updated>2026-04-01T09:00+09:00</updated>""",
)


def test_every_variable() -> None:
    expected: dict[str, Any] = {
        "id": "https://example.org/1",
        "type": "article-journal",
        "title": "道具の目録について",
        "author": "山田, 太郎; 鈴木, 花子",
        "container_title": "道具学会誌",
        "volume": "44",
        "issue": "3",
        "page": "47-51",
        "issued": "2017",
        "issn": "0387-4567; 2189-602X",
        "doi": "10.5555/tools.44.3_47",
        "url": "https://example.org/1/-char/ja/",
        "parallel.title": "On the cataloguing of tools",
        "parallel.author": "YAMADA, Taro; SUZUKI, Hanako",
        "parallel.container_title": "Journal of Tools",
    }
    record = one(answer(FULL), FORM)
    assert differences(record, expected) == {}
    assert record.provenance.source == "J-STAGE"
    filled = {field.name: field.variable for field in record.raw}
    assert filled["entry/author/ja/name"] == "author"
    assert filled["entry/author/en/name"] == "original-author"
    assert filled["entry/article_link/en"] == filled["entry/updated"] == ""


ROWS = [
    (titled("I&apos;ve heard", ""), "title", "I've heard", "an entity in CDATA"),
    (titled("Tools", "Tools"), "parallel.title", "", "English twice"),
    (titled("Tools", "道具"), "title", "道具", "the record is in Japanese"),
    (titled("", "道具"), "parallel.title", "", "Japanese alone"),
    (
        titled("Tools", "道具", "<author><en><name>A B</name></en><ja/></author>"),
        "author",
        "B, A",
        "names in the other language alone",
    ),
    (titled("Tools", "", "<prism:number>0</prism:number>"), "issue", "", "no issue"),
    (titled("T", "", "<prism:startingPage>e5</prism:startingPage>"), "page", "e5", "no last page"),
]


@pytest.mark.parametrize(("entry", "attribute", "value", "why"), ROWS, ids=[r[3] for r in ROWS])
def test_values(entry: str, attribute: str, value: str, why: str) -> None:
    assert differences(one(answer(entry), FORM), {attribute: value}) == {}, why


def test_a_broken_record_costs_no_neighbour() -> None:
    broken = titled("B", "").replace("</en>", "")
    found = read(answer(titled("A", ""), broken, "", titled("C", "")), FORM)
    assert [type(item) for item in found] == [Record, Fault, Fault, Record]


def test_the_manual_names_what_is_read() -> None:
    assert named_on_page("jstage", (*ONE, *BOTH)) == []
