"""JATS: what stands before the text of an article."""

from __future__ import annotations

from typing import Any

import pytest
from shared import SHARED, needs_shared
from xml_files import differences, named_on_page, one, opened

from validator.io.xml.jats import MAPPED
from validator.record import Record


def article(inside: str = "", journal: str = "", attributes: str = 'xml:lang="en"') -> str:
    return (
        f"<article {attributes}>\n<front><journal-meta>{journal}</journal-meta>"
        f"<article-meta>{inside}</article-meta></front><body><p>The text.</p></body></article>"
    )


def group(inside: str) -> str:
    return f"<contrib-group>{inside}</contrib-group>"


ELEMENTS = [
    (
        "<title-group><article-title>On <italic>E. coli</italic></article-title>"
        "<subtitle>a note</subtitle></title-group>",
        {"title": "On E. coli: a note"},
    ),
    (
        '<title-group><article-title>T</article-title><trans-title-group xml:lang="zh">'
        "<trans-title>题名</trans-title></trans-title-group></title-group>",
        {"title": "T", "parallel.title": "题名", "parallel.language": "zh"},
    ),
    (
        group(
            "<contrib contrib-type='author'><name><surname>Li</surname>"
            "<given-names>Ming</given-names><suffix>Jr</suffix></name></contrib>"
            "<contrib contrib-type='author'><collab>The Group<contrib-group><contrib>"
            "<name><surname>Member</surname></name></contrib></contrib-group></collab></contrib>"
            "<contrib contrib-type='editor'><name><surname>Ek</surname></name></contrib>"
        ),
        {"author": "Li, Jr, Ming; The Group", "editor": ""},  # he handled the paper
    ),
    (
        group(
            "<contrib><name-alternatives><name xml:lang='en'><surname>Tanaka</surname>"
            "<given-names>Hiro</given-names></name><name xml:lang='ja'><surname>田中</surname>"
            "<given-names>博</given-names></name></name-alternatives></contrib>"
        ),
        {"author": "Tanaka, Hiro", "parallel.author": "田中, 博"},
    ),
    (
        '<pub-date pub-type="epub"><day>4</day><month>1</month><year>2010</year></pub-date>'
        '<pub-date pub-type="ppub"><month>3</month><year>2010</year></pub-date>',
        {"issued": "2010-03"},
    ),
    (
        '<pub-date date-type="pub"><day>4</day><month>1</month><year>2010</year></pub-date>',
        {"issued": "2010-01-04"},
    ),
    ("<pub-date><season>Spring</season><year>2010</year></pub-date>", {"issued": "2010 Spring"}),
    ('<pub-date pub-type="pmc-release"><year>2011</year></pub-date>', {"issued": None}),
    (
        "<volume>8</volume><issue>2</issue><fpage>11</fpage><lpage>19</lpage>",
        {"volume": "8", "issue": "2", "page": "11-19"},
    ),
    ("<fpage>11</fpage><lpage>11</lpage>", {"page": "11"}),
    ("<elocation-id>e217</elocation-id>", {"number": "e217", "page": ""}),
    (
        '<article-id pub-id-type="pmc">2329613</article-id><article-id '
        'pub-id-type="doi">10.1/a</article-id>',
        {"pmcid": "PMC2329613", "doi": "10.1/a"},
    ),
    (
        "<abstract><sec><title>Aim</title><p>To see.</p></sec><sec><title>End.</title>"
        "<p>Seen.</p></sec></abstract>",
        {"abstract": "Aim: To see. End: Seen."},
    ),
    (
        "<abstract><title>Abstract</title><p>One.</p><p>Two.</p></abstract><abstract "
        'abstract-type="toc"><p>No</p></abstract>',
        {"abstract": "One. Two."},
    ),
    (
        '<abstract><p>One.</p></abstract><trans-abstract xml:lang="es"><p>Uno.</p>'
        "</trans-abstract>",
        {"abstract": "One.", "parallel.abstract": "Uno.", "parallel.language": "es"},
    ),
    (
        '<kwd-group><kwd>a, b</kwd><kwd>c</kwd></kwd-group><kwd-group xml:lang="ja">'
        "<kwd>鳥</kwd></kwd-group>"
        "<title-group><trans-title>題</trans-title></title-group>",
        {"keyword": "a, b; c", "parallel.keyword": "鳥"},
    ),
]


@pytest.mark.parametrize(("inside", "expected"), ELEMENTS)
def test_elements(inside: str, expected: dict[str, Any]) -> None:
    assert differences(one(article(inside), "jats"), expected) == {}


JOURNAL = (
    '<journal-id journal-id-type="nlm-ta">Ann Oncol</journal-id><journal-title-group>'
    "<journal-title>Annals of Oncology</journal-title></journal-title-group><issn "
    'pub-type="ppub">0923-7534</issn>'
    '<issn pub-type="epub">1569-8041</issn><publisher><publisher-name>OUP</publisher-name>'
    "</publisher>"
)


def test_the_journal() -> None:
    expected = {
        "container_title": "Annals of Oncology",
        "container_title_short": "Ann Oncol",
        "issn": "0923-7534; 1569-8041",
        "publisher": "OUP",
        "language": "en",
    }
    assert differences(one(article("", JOURNAL), "jats"), expected) == {}


TYPES = [
    ("research-article", "article-journal"),
    ("book-review", "review-book"),
    ("preprint", "article"),
    ("something-else", "article-journal"),
]


@pytest.mark.parametrize(("word", "kind"), TYPES)
def test_types(word: str, kind: str) -> None:
    found = one(article("<volume>1</volume>", "", f'article-type="{word}"'), "jats")
    assert (found.type, found.type_as_read) == (kind, word)


def test_names_have_orcid_and_institutions() -> None:
    inside = group(
        "<contrib><contrib-id contrib-id-type='orcid'>0000-0002-1825-0097</contrib-id><name>"
        "<surname>Wu</surname></name><xref ref-type='aff' rid='a1 a2'/></contrib>"
    )
    inside += "<aff id='a1'><label>1</label>复旦大学</aff><aff id='a2'><sup>2</sup>NTU</aff>"
    (name,) = one(article(inside), "jats").author
    assert (name.orcid, name.affiliation) == ("0000-0002-1825-0097", ("复旦大学", "NTU"))


def test_the_manual_names_what_is_read() -> None:
    assert named_on_page("jats", MAPPED) == []


class TestShared:
    pytestmark = needs_shared

    @pytest.mark.parametrize(
        "path", sorted((SHARED / "data/formats/pubmedxml").glob("*.nxml")), ids=lambda p: p.name
    )
    def test_every_article_is_read(self, path: Any) -> None:
        (found,) = opened(path)
        assert isinstance(found, Record)
        assert all((found.title, found.author, found.doi, found.pmid, found.pmcid, found.issued))

    def test_one_read_by_eye(self) -> None:
        (found,) = opened(SHARED / "data/formats/pubmedxml/pubmedparser_1472-6831-8-11.nxml")
        expected = {
            "title": "The Dutch version of the Oral Health Impact Profile (OHIP-NL): Translation,"
            " reliability and construct validity",
            "container_title": "BMC Oral Health",
            "volume": "8",
            "page": "11",
            "issued": "2008-04-11",
            "author": "van der Meulen, Marylee J; John, Mike T; Naeije, Machiel; Lobbezoo, Frank",
            "issn": "1472-6831",
            "pmid": "18405359",
            "pmcid": "PMC2329613",
            "publisher": "BioMed Central",
            "doi": "10.1186/1472-6831-8-11",
            "editor": "",
            "type": "article-journal",
        }
        assert isinstance(found, Record)
        assert differences(found, expected) == {}
