"""arXiv: its elements in OAI-PMH, the feed of its search, damage; metadata of other kinds."""

from __future__ import annotations

from typing import Any

import pytest
from xml_files import differences, named_on_page, one, read

from validator.finding import Fault
from validator.io.xml.arxiv import ATOM, OAI, RAW
from validator.record import Record

FORM = "arxiv-xml"
RESPONSE = """<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">
<ListRecords>
%s</ListRecords></OAI-PMH>
"""
RECORD = """<record><header><identifier>oai:arXiv.org:1601.00001</identifier></header>
<metadata>%s</metadata></record>
"""
PAPER = """<arXiv xmlns="http://arxiv.org/OAI/arXiv/">
<id>hep-ph/0408155</id><created>2004-08-12</created><updated>2005-09-18</updated>
<authors><author><keyname>Giudice</keyname><forenames>G. F.</forenames></author>
<author><keyname>Søndergaard</keyname><forenames>Åse</forenames><suffix>Jr</suffix>
<affiliation>CERN</affiliation></author>
<author><keyname>Planck Collaboration</keyname></author></authors>
<title>Heavy particles
  from inflation</title><categories>hep-ph astro-ph</categories><comments>23 pages</comments>
<journal-ref>Nucl.Phys. B710 (2005) 511-525</journal-ref><doi>10.5555/b.2004.12</doi>
<abstract>  We describe
a mechanism. </abstract></arXiv>"""
RAW_PAPER = """<arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/">
<id>hep-ph/0408155</id><submitter>Gian Giudice</submitter>
<version version="v1"><date>Thu, 12 Aug 2004 18:00:01 GMT</date><size>22kb</size></version>
<version version="v2"><date>Sun, 18 Sep 2005 09:11:45 GMT</date><size>23kb</size></version>
<title>Heavy particles
  from inflation</title><authors>G. F. Giudice (CERN), \\AA{}se S{\\o}ndergaard Jr, and Planck
  Collaboration</authors><categories>hep-ph astro-ph</categories><comments>23 pages</comments>
<journal-ref>Nucl.Phys. B710 (2005) 511-525</journal-ref><doi>10.5555/b.2004.12</doi>
<license>http://arxiv.org/licenses/assumed-1991-2003/</license><abstract>  We describe
a mechanism. </abstract></arXivRaw>"""
FEED = """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
<title>ArXiv Query: id_list=hep-ph/0408155v2</title><id>http://arxiv.org/api/xyz</id>
%s</feed>
"""
ENTRY = """<entry>
<id>http://arxiv.org/abs/hep-ph/0408155v2</id><published>2004-08-12T18:00:01Z</published>
<title>Heavy particles
  from inflation</title><summary>  We describe
a mechanism. </summary>
<author><name>G. F. Giudice</name><arxiv:affiliation>CERN</arxiv:affiliation></author>
<author><name>王明</name></author>
<arxiv:comment>23 pages</arxiv:comment><arxiv:doi>10.5555/b.2004.12</arxiv:doi>
<link href="http://arxiv.org/pdf/hep-ph/0408155v2" rel="related" type="application/pdf"/>
<arxiv:primary_category term="hep-ph"/></entry>
"""
BOTH: dict[str, Any] = {
    "type": "article",
    "title": "Heavy particles from inflation",
    "issued": "2004-08-12",
    "note": "23 pages",
    "doi": "10.5555/b.2004.12",
    "abstract": "We describe a mechanism.",
}


def test_every_variable_of_oai() -> None:
    record = one(RESPONSE % (RECORD % PAPER), FORM)
    expected = {
        "id": "hep-ph/0408155",
        "arxiv": "hep-ph/0408155",
        "author": "Giudice, G. F.; Søndergaard, Jr, Åse; Planck Collaboration",
    }
    assert differences(record, BOTH | expected) == {}
    assert record.author[1].affiliation == ("CERN",)
    assert record.author[2].literal == "Planck Collaboration"
    filled = {field.name: field.variable for field in record.raw}
    assert filled["arXiv/authors/author/keyname"] == "author"
    assert filled["arXiv/journal-ref"] == filled["arXiv/updated"] == ""


def test_every_variable_of_arxiv_raw() -> None:
    record = one(RESPONSE % (RECORD % RAW_PAPER), FORM)
    expected = {"id": "hep-ph/0408155", "arxiv": "hep-ph/0408155"}
    assert differences(record, BOTH | expected) == {}
    first, second, third = record.author
    assert (first.family, first.given) == ("Giudice", "G. F.")
    assert (second.family, second.given, second.suffix) == ("Søndergaard", "Åse", "Jr")
    assert third.literal == "Planck Collaboration"
    filled = {field.name: field.variable for field in record.raw}
    assert filled["arXivRaw/version/date"] == "issued"
    assert filled["arXivRaw/submitter"] == filled["arXivRaw/journal-ref"] == ""


def test_every_variable_of_a_feed() -> None:
    record = one(FEED % ENTRY, FORM)
    expected = {
        "id": "http://arxiv.org/abs/hep-ph/0408155v2",
        "arxiv": "hep-ph/0408155v2",
        "url": "http://arxiv.org/abs/hep-ph/0408155v2",
        "author": "Giudice, G. F.; 王明",
    }
    assert differences(record, BOTH | expected) == {}
    assert record.author[0].affiliation == ("CERN",)
    assert {f.name: f.variable for f in record.raw}["entry/author/name"] == "author"


BROKEN = "<entry><id>http://arxiv.org/abs/2</id><title>B</entry>"
ERROR = "<entry><id>http://arxiv.org/api/errors#id</id><title>Error</title></entry>"


@pytest.mark.parametrize(
    ("text", "kinds", "why"),
    [
        (FEED % (ENTRY + BROKEN + ENTRY), [Record, Fault, Record], "a broken entry"),
        (FEED % (ENTRY + "<entry/>" + ENTRY), [Record, Fault, Record], "an empty one"),
        (FEED % ERROR, [Fault], "an identifier that the server did not take"),
        (RESPONSE % (RECORD % PAPER * 2 + RECORD % "<arXiv/>"), [Record, Record, Fault], "OAI-PMH"),
        (RESPONSE % (RECORD % RAW_PAPER + RECORD % "<arXivRaw/>"), [Record, Fault], "arXivRaw"),
        (FEED % "", [Fault], "nothing was found"),
    ],
)
def test_records_and_faults_add_up(text: str, kinds: list[type], why: str) -> None:
    assert [type(item) for item in read(text, FORM)] == kinds, why


def test_metadata_of_a_kind_that_is_not_read_are_told_record_by_record() -> None:
    other = '<didl:DIDL xmlns:didl="urn:mpeg:mpeg21"><didl:Item>x</didl:Item></didl:DIDL>'
    found = read(RESPONSE % (RECORD % other * 3), "dublin-core")
    assert [item.code for item in found if isinstance(item, Fault)] == ["COL002"] * 3
    assert "kind that is not read" in str(found[0])
    assert len(found) == 3


def test_the_manual_names_what_is_read() -> None:
    assert named_on_page("arxiv", (*OAI, *ATOM, *RAW)) == []
