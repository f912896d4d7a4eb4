"""MODS: titles, names, hosts, dates, and values in two scripts."""

from __future__ import annotations

from typing import Any

import pytest
from shared import SHARED, needs_shared
from xml_files import differences, named_on_page, one, opened, read, shared_files

from validator.finding import Fault
from validator.io.xml.mods import HANDLERS
from validator.record import Record


def record(inside: str) -> str:
    return (
        f'<modsCollection xmlns="http://www.loc.gov/mods/v3">\n<mods>{inside}</mods>'
        f"</modsCollection>"
    )


def host(inside: str) -> str:
    return f'<relatedItem type="host">{inside}</relatedItem>'


def origin(inside: str) -> str:
    return f"<originInfo>{inside}</originInfo>"


def role(word: str, kind: str = "code") -> str:
    return f'<role><roleTerm type="{kind}">{word}</roleTerm></role>'


JOURNAL = host(
    "<titleInfo><title>Nature</title></titleInfo>"
    '<identifier type="issn">0028-0836</identifier>'
    '<part><detail type="volume"><number>3</number></detail>'
    '<detail type="issue"><caption>no.</caption><number>1</number></detail>'
    '<extent unit="page"><start>53</start><end>57</end></extent><date>2003</date></part>'
)
ELEMENTS = [
    ("<titleInfo><title>題名</title></titleInfo>", {"title": "題名"}),
    (
        "<titleInfo><nonSort>The</nonSort><title>end</title><subTitle>of it</subTitle></titleInfo>",
        {"title": "The end: of it"},
    ),
    ("<titleInfo><nonSort>L'</nonSort><title>eau</title></titleInfo>", {"title": "L'eau"}),
    (
        "<titleInfo><title>T</title><partNumber>Part 2</partNumber><partName>N</partName>"
        "</titleInfo>",
        {"title": "T. Part 2, N"},
    ),
    (
        '<titleInfo><title>T</title></titleInfo><titleInfo type="alternative"><title>U</title>'
        "</titleInfo>",
        {"title": "T", "parallel.title": ""},
    ),  # the same title in other words
    (
        '<titleInfo type="uniform"><title>U</title></titleInfo><titleInfo><title>T</title>'
        "</titleInfo>",
        {"title": "T"},
    ),
    (
        '<titleInfo><title>题名</title></titleInfo><titleInfo type="translated" lang="eng">'
        "<title>T</title></titleInfo>",
        {"title": "题名", "parallel.title": "T", "parallel.language": "eng"},
    ),
    (
        '<titleInfo lang="chi"><title>题名</title></titleInfo><titleInfo lang="eng">'
        "<title>T</title></titleInfo>",
        {"title": "题名", "parallel.title": "T"},
    ),
    (
        '<titleInfo altRepGroup="1" script="Latn"><title>Timing</title></titleInfo>'
        '<titleInfo altRepGroup="1" script="Hani"><title>题名</title></titleInfo>',
        {"title": "Timing", "parallel.title": "题名", "parallel.language": "Hani"},
    ),
    (
        '<name type="personal"><namePart type="family">Brenner</namePart><namePart '
        'type="given">Neil</namePart></name>',
        {"author": "Brenner, Neil"},
    ),  # no role: an author
    (
        '<name type="personal"><namePart>West, Matthew,</namePart><namePart '
        'type="date">1953-</namePart></name>',
        {"author": "West, Matthew"},
    ),
    (
        '<name><namePart type="family">King</namePart><namePart type="given">M</namePart>'
        '<namePart type="termsOfAddress">Jr.</namePart></name>',
        {"author": "King, Jr., M"},
    ),
    (
        f"<name><namePart>Ek, A.</namePart>{role('edt')}</name><name><namePart>Vu, "
        f"B.</namePart>{role('trl')}</name>",
        {"author": "", "editor": "Ek, A.", "translator": "Vu, B."},
    ),
    (f"<name><namePart>Ek, A.</namePart>{role('Author', 'text')}</name>", {"author": "Ek, A."}),
    (f"<name><namePart>Press</namePart>{role('pbl')}</name>", {"author": "", "publisher": ""}),
    (
        '<name type="corporate"><namePart>Library.</namePart><namePart>Music</namePart></name>',
        {"author": "Library. Music"},
    ),
    (
        '<name type="conference"><namePart>Workshop on X</namePart></name>',
        {"author": "", "event_title": "Workshop on X"},
    ),
    (
        '<name altRepGroup="2"><namePart>Li, Ming</namePart></name>'
        '<name altRepGroup="2" script="Hani"><namePart>李明</namePart></name><titleInfo>'
        "<title>T</title></titleInfo>",
        {"author": "Li, Ming", "parallel.author": "李明", "parallel.language": "Hani"},
    ),
    (
        origin(
            "<publisher>P</publisher><place><placeTerm type='code'>enk</placeTerm></place>"
            "<place><placeTerm type='text'>London</placeTerm></place><edition>2nd</edition>"
        ),
        {"publisher": "P", "publisher_place": "London", "edition": "2nd"},
    ),
    (
        origin("<dateIssued>c2011</dateIssued><dateIssued encoding='marc'>2011</dateIssued>"),
        {"issued": "2011"},
    ),
    (
        origin(
            "<copyrightDate>2003</copyrightDate><dateCreated keyDate='yes'>1955-03-22</dateCreated>"
        ),
        {"issued": "1955-03-22"},
    ),
    (
        origin(
            "<dateIssued encoding='marc' point='start'>1985</dateIssued>"
            "<dateIssued encoding='marc' point='end'>1988</dateIssued>"
        ),
        {"issued": "1985/1988"},
    ),
    (
        origin(
            "<dateIssued encoding='marc' point='start'>1985</dateIssued>"
            "<dateIssued encoding='marc' point='end'>9999</dateIssued>"
        ),
        {"issued": "1985"},
    ),
    (origin("<dateIssued encoding='iso8601'>20030105</dateIssued>"), {"issued": "2003-01-05"}),
    (origin("<dateCaptured>2001</dateCaptured>"), {"issued": None}),
    (
        "<language><languageTerm type='text'>English</languageTerm><languageTerm "
        "type='code'>eng</languageTerm></language>"
        "<language><languageTerm type='text'>Deutsch</languageTerm></language>",
        {"language": "eng; Deutsch"},
    ),
    (
        "<physicalDescription><extent>xii, 320 p. : ill.</extent></physicalDescription>",
        {"number_of_pages": "320"},
    ),
    (
        "<physicalDescription><extent>1 slide</extent></physicalDescription>",
        {"number_of_pages": ""},
    ),
    (
        "<abstract>A.</abstract><abstract lang='spa'>R.</abstract>",
        {"abstract": "A.", "parallel.abstract": "R.", "parallel.language": "spa"},
    ),
    (
        "<note>One</note><note type='statement of responsibility'>By X</note><note>DOI: "
        "10.1/a</note>",
        {"note": "One\nDOI: 10.1/a", "doi": "10.1/a"},
    ),
    (
        "<subject><topic>Birds</topic><geographic>Peru</geographic></subject><subject>"
        "<topic>鳥</topic></subject>",
        {"keyword": "Birds--Peru; 鳥"},
    ),
    ("<subject><geographicCode>n-us</geographicCode></subject>", {"keyword": ""}),
    (
        "<classification authority='clc'>G25</classification><classification "
        "authority='ddc'>020</classification>",
        {"classification": "G25"},
    ),
    ("<classification authority='ddc'>020</classification>", {"classification": ""}),
    (
        "<identifier type='doi'>10.1/a</identifier><identifier type='isbn' "
        "invalid='yes'>1</identifier>"
        "<identifier type='isbn'>9780123751065</identifier><identifier "
        "type='lccn'>86646620</identifier>",
        {"doi": "10.1/a", "isbn": "9780123751065", "other_id": "lccn:86646620"},
    ),
    ("<identifier type='uri'>https://doi.org/10.1/b</identifier>", {"doi": "10.1/b", "url": ""}),
    (
        "<location><url access='preview'>http://p</url><url>http://u</url></location>",
        {"url": "http://u"},
    ),
    ("<recordInfo><recordIdentifier>x1</recordIdentifier></recordInfo>", {"id": "x1"}),
    (
        JOURNAL,
        {
            "container_title": "Nature",
            "issn": "0028-0836",
            "volume": "3",
            "issue": "1",
            "page": "53-57",
            "issued": "2003",
            "type": "article-journal",
        },
    ),
    (
        host(
            "<titleInfo><title>Whole</title></titleInfo>"
            + f"<name><namePart>Ek, A.</namePart>{role('edt')}</name>"
            + origin("<publisher>P</publisher><dateIssued>1994</dateIssued>")
        ),
        {
            "container_title": "Whole",
            "editor": "Ek, A.",
            "publisher": "P",
            "issued": "1994",
            "type": "chapter",
        },
    ),
    (
        host(
            "<titleInfo type='abbreviated'><title>Nat.</title></titleInfo><titleInfo>"
            "<title>Nature</title></titleInfo>"
        ),
        {"container_title": "Nature", "container_title_short": "Nat."},
    ),
    (
        '<relatedItem type="series"><titleInfo><title>Row</title></titleInfo></relatedItem>',
        {"collection_title": "Row"},
    ),
    (
        '<relatedItem type="original"><titleInfo><title>Old</title></titleInfo></relatedItem>',
        {"title": "", "container_title": ""},
    ),
    ("<genre>Ph. D. thesis</genre>", {"type": "thesis"}),
    (
        "<genre>article</genre>" + host("<genre>conference publication</genre>"),
        {"type": "paper-conference"},
    ),
    (
        "<typeOfResource>still image</typeOfResource>",
        {"type": "graphic", "type_as_read": "still image"},
    ),
    (
        "<typeOfResource>text</typeOfResource>" + origin("<issuance>monographic</issuance>"),
        {"type": "book", "type_is_inferred": True},
    ),
]


@pytest.mark.parametrize(("inside", "expected"), ELEMENTS)
def test_elements(inside: str, expected: dict[str, Any]) -> None:
    assert differences(one(record(inside), "mods"), expected) == {}
    prefixed = record(inside).replace("</", "</m:").replace("<m:/", "</")
    prefixed = (
        prefixed.replace("<", "<m:").replace("<m:/m:", "</m:").replace('xmlns="', 'xmlns:m="')
    )
    assert differences(one(prefixed, "mods"), expected) == {}


def test_in_a_response() -> None:
    text = (
        '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><GetRecord><record><header>'
        "<identifier>oai:a:1</identifier></header><metadata>"
        f"{record('<titleInfo><title>T</title></titleInfo>')}</metadata></record></GetRecord>"
        f"</OAI-PMH>"
    )
    assert differences(one(text, "mods"), {"id": "oai:a:1", "title": "T"}) == {}
    sru = (
        '<zs:searchRetrieveResponse xmlns:zs="http://www.loc.gov/zing/srw/"><zs:records><zs:record>'
        '<zs:recordData><mods xmlns="http://www.loc.gov/mods/v3"><titleInfo><title>題</title>'
        "</titleInfo>"
        "</mods></zs:recordData></zs:record></zs:records></zs:searchRetrieveResponse>"
    )
    assert one(sru, "mods").title == "題"


def test_every_field_is_kept_with_its_line() -> None:
    found = one(
        record("<titleInfo><title>T</title></titleInfo>\n<accessCondition>No</accessCondition>"),
        "mods",
    )
    assert [(f.name, f.value, f.variable, f.line) for f in found.raw] == [
        ("titleInfo", "T", "title", 2),
        ("accessCondition", "No", "", 3),
    ]


DAMAGE = [
    ("</title>", "", True),
    ("</title>", "</titel>", True),
    ("<title>", "<title a=b>", True),
    ("<title>", '<title a="b>', True),
    ("</mods>", "", True),
    ("<mods ", "mods ", True),
    ("Wort", "&Uuml; & <5", False),
    ("Wort", "\x02", False),
    ("<mods ", "junk<mods ", False),
    ("Wort", "<!--", True),
]


@pytest.mark.parametrize(("old", "new", "is_lost"), DAMAGE)
def test_damage_costs_no_neighbour(old: str, new: str, is_lost: bool) -> None:
    whole = '<mods ID="{}"><titleInfo><title>Wort</title></titleInfo></mods>\n'
    hurt = whole.format("b").replace(old, new)
    text = f"<modsCollection>\n{whole.format('a')}{hurt}{whole.format('c')}</modsCollection>"
    found = read(text, "mods")
    records = [item.id for item in found if isinstance(item, Record)]
    broken = [item.line for item in found if isinstance(item, Fault) and item.code == "COL002"]
    assert (records, broken) == ((["a", "c"], [3]) if is_lost else (["a", "b", "c"], []))


def test_the_manual_names_what_is_read() -> None:
    assert named_on_page("mods", tuple(HANDLERS)) == []


class TestShared:
    pytestmark = needs_shared

    @pytest.mark.parametrize("path", shared_files("mods"), ids=lambda path: path.name)
    def test_every_record_is_read_or_reported(self, path: Any) -> None:
        found = list(opened(path))
        lost = [i for i in found if isinstance(i, Fault)]
        assert len(found) == 1
        assert len(lost) == path.name.count("Minimal")  # it has no element

    READ = {
        "zotero_MODS_3.xml": {
            "title": "Hiring and recruitment practices in academic libraries",
            "author": "Raschke, Gregory K.",
            "container_title": "portal: libraries and the academy",
            "volume": "3",
            "issue": "1",
            "page": "53-57",
            "issued": "2003",
            "issn": "1531-2542",
            "publisher": "Johns Hopkins University Press",
            "publisher_place": "Baltimore, Md.",
            "type": "article-journal",
            "language": "eng",
        },
        "zotero_MODS_5.xml": {
            "title": "Models, Fantasies and Phantoms of Transition",
            "author": "Amin, Ash",
            "editor": "Amin, Ash",
            "container_title": "Post-Fordism: A Reader",
            "page": "23-45",
            "publisher": "Blackwell Publishers",
            "publisher_place": "Oxford",
            "issued": "1994",
            "type": "chapter",
        },
        "zotero_MODS_11.xml": {
            "title": "Directory of computer assisted research in musicology",
            "issued": "1985/1988",
            "publisher": "Center for Computer Assisted Research in the Humanities",
            "id": "11315879",
            "publisher_place": "Menlo Park, CA",
            "other_id": "lccn:86646620",
            "type": "periodical",
        },
        "zotero_MODS_8.xml": {
            "title": "2700 MHz observations of 4c radio sources in the declination zone +4 to -4",
            "author": "Wall, J. V.",
            "container_title": "Australian Journal of Physics and Astronphysics",
            "container_title_short": "Australian J. Phys. Astronphys.",
            "issued": "1971",
            "type": "article-journal",
        },
        "jabref_MODSImporterTestMonographicBookFallback.xml": {
            "title": "Developing high quality data models",
            "author": "West, Matthew",
            "issued": "2011",
            "publisher_place": "Burlington, MA",
            "isbn": "9780123751065; 0123751063",
            "language": "eng",
            "note": "Includes index.",
            "type": "book",
        },
    }

    @pytest.mark.parametrize(("name", "expected"), READ.items())
    def test_five_read_by_eye(self, name: str, expected: dict[str, Any]) -> None:
        (found,) = opened(SHARED / "data/formats/mods" / name)
        assert isinstance(found, Record)
        assert differences(found, expected) == {}
