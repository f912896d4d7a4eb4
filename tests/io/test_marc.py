"""MARC 21, UNIMARC and CNMARC: dialects, fields, and real files of ISO 2709."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marc_iso import CHINESE, LINKED, ONE, UNIMARC, iso
from marc_records import A, B, C, records, source, text_of
from shared import SHARED, needs_shared

from validator.cli import main
from validator.finding import Fault
from validator.io import Input, Opened, items
from validator.io.marc import marc21, unimarc
from validator.io.marc.people import role_of
from validator.io.marc.punctuation import name_of, unbracketed, unstopped
from validator.record import Record


def test_danmarc() -> None:
    """Danish records: control fields have subfields, and a heading its given names apart."""
    (record,) = records(
        iso(
            """
            001 00$a5 005 005 5$b710100$fa
            008 00$tm$a1998$bdk$ldan
            100 00$aHansen$hAda$4aut
            245 00$aOm ting
            260 00$aKbh.$bForlaget$c1998
            """
        )
    )
    assert (record.id, record.title, str(record.year)) == ("5 005 005 5", "Om ting", "1998")
    assert [str(name) for name in record.author] == ["Hansen, Ada"]
    assert "language" not in record.present


# Dialects

DIALECTS = [
    (A, "MARC 21 (1)"),
    (iso(CHINESE, leader=UNIMARC), "CNMARC (1)"),
    (iso(CHINESE.replace("$aCN", "$aFR").replace("690", "676"), leader=UNIMARC), "UNIMARC (1)"),
    (A + iso(CHINESE, leader=UNIMARC) * 2, "CNMARC (2), MARC 21 (1)"),
    (A + iso("001 x\n650  0$aA subject"), "MARC 21 (2)"),
]


@pytest.mark.parametrize(("data", "told"), DIALECTS)
def test_dialects(data: bytes, told: str) -> None:
    opened = source(data)
    list(items(opened))
    assert opened.dialect == told


# Fields of MARC 21

FIELDS = [
    ("010   $a   00020737 ", "other_id", "lccn:00020737", "blanks are the format's"),
    ("020   $a0471383147 (pbk.) :$c$10.00", "isbn", "0471383147 (pbk.)", "the price is kept raw"),
    ("020   $a9781566700702$q(alk. paper)", "isbn", "9781566700702 (alk. paper)", "a qualifier"),
    ("020   $z9781566700702", "isbn", "", "a number that is wrong is kept raw"),
    ("020   $a1566700701\n020   $a9781566700702", "isbn", "1566700701; 9781566700702", "two"),
    ("022   $a0028-0836$z0028-0837", "issn", "0028-0836", "ISSN"),
    ("024 7 $a10.1000/a$2doi", "doi", "10.1000/a", "a DOI"),
    ("024 7 $a2101.00001$2arXiv", "arxiv", "2101.00001", "arXiv"),
    ("024 3 $a9783540774310", "doi", "", "an EAN"),
    (
        "050 00$aQA76.73.P22$bM33 2000\n082 00$a005.13/3$221",
        "classification",
        "QA76.73.P22; 005.13/3",
        "both",
    ),
    (
        "110 2 $aInstitute of Things.$bDept. of Names.",
        "author",
        "Writer, Ada; Institute of Things. Dept. of Names",
        "a body",
    ),
    ("700 1 $aCase, Bernard,$eill.", "author", "Writer, Ada", "no author"),
    ("700 1 $aCase, Bernard,$d1900-", "author", "Writer, Ada; Case, Bernard", "nothing said"),
    ("700 1 $aCase, Bernard,$eeditor.", "editor", "Case, Bernard", "a word"),
    ("700 1 $aCase, Bernard$4edt", "editor", "Case, Bernard", "a code"),
    (
        "700 1 $aCase, Bernard$4http://id.loc.gov/vocabulary/relators/trl",
        "translator",
        "Case, Bernard",
        "a URI",
    ),
    ("700 1 $aCase, Bernard$eHerausgeber", "editor", "Case, Bernard", "German"),
    ("700 1 $a李明,$e译", "translator", "李明", "Chinese"),
    ("700 12$aCase, Bernard.$tPoems.", "author", "Writer, Ada", "a work in it"),
    (
        "700 1 $aKing, Martin Luther,$cJr.,$d1929-1968.",
        "author",
        "Writer, Ada; King, Jr., Martin Luther",
        "a suffix",
    ),
    (
        "700 1 $aBeethoven, Ludwig van,$d1770-1827.",
        "author",
        "Writer, Ada; van Beethoven, Ludwig",
        "a particle",
    ),
    ("700 0 $aPlato.", "author", "Writer, Ada; Plato", "a forename"),
    (
        "700 1 $aBrown, Martin C.",
        "author",
        "Writer, Ada; Brown, Martin C.",
        "an initial keeps its stop",
    ),
    ("710 2 $aPress & Co.", "author", "Writer, Ada", "a body that nobody calls an author"),
    ("250   $a2nd ed.", "edition", "2nd ed.", "an abbreviation keeps its stop"),
    ("250   $aSecond edition.", "edition", "Second edition", "a word does not"),
    ("300   $axxi, 289 p. :$bill. ;$c23 cm.", "number_of_pages", "xxi, 289 p.", "pages"),
    ("300   $a1 sound disc (67 min.) :$bdigital", "number_of_pages", "", "no pages"),
    ("300   $ap. cm.", "number_of_pages", "", "not counted yet"),
    ("490 1 $aCollection Idées ;$v104", "collection_title", "Collection Idées", "a series"),
    (
        "830  0$aLecture notes.$pPart two ;$v3.",
        "collection_title",
        "Lecture notes. Part two",
        "traced",
    ),
    (
        "500   $aIncludes index.\n504   $aBibliography: p. 3.",
        "note",
        "Includes index.\nBibliography: p. 3.",
        "notes",
    ),
    ("502   $aThesis (Ph. D.)--University of X, 1988.", "genre", "Ph. D.", "a degree in words"),
    ("502   $aThesis (Ph. D.)--University of X, 1988.", "type", "thesis", "a thesis"),
    ("502   $bDissertation$cUniversity of X$d1988", "genre", "Dissertation", "in subfields"),
    ("520   $aOn things.", "abstract", "On things.", "a summary"),
    ("520 1 $aA good book.", "abstract", "", "a review"),
    (
        "650  0$aBooks$zChina$vBibliography.",
        "index_keyword",
        "Books--China--Bibliography",
        "a heading",
    ),
    ("600 10$aDylan, Bob,$d1941-", "index_keyword", "Dylan, Bob, 1941-", "a person"),
    ("650  0$aLaw\n650  2$aLaw.", "index_keyword", "Law", "twice"),
    ("653   $ametadata$adata quality", "keyword", "metadata; data quality", "an author's words"),
    ("856 40$uhttps://example.org/1", "url", "https://example.org/1", "the work itself"),
    ("856 42$3Table of contents$uhttps://example.org/toc", "url", "", "something else"),
    ("856 40$uhttp://dx.doi.org/10.1000/a", "doi", "10.1000/a", "a DOI as a link"),
    (
        "711 2 $aPerl Conference 4.0$d(2000 :$cMonterey, Calif.)",
        "event_title",
        "Perl Conference 4.0",
        "a meeting",
    ),
    ("246 31$aChoses du passé", "parallel.title", "Choses du passé", "a parallel title"),
    ("246 3 $aThings past", "parallel.title", "", "another title"),
    ("264  1$aBoston :$bOther,$c1999", "publisher", "Press & Co.", "the first imprint counts"),
]


@pytest.mark.parametrize(("lines", "attribute", "expected", "why"), FIELDS)
def test_marc21(lines: str, attribute: str, expected: str, why: str) -> None:
    (record,) = records(iso(f"{ONE.strip()}\n{lines}"))
    part, _, name = attribute.rpartition(".")
    assert text_of(getattr(record.parallel if part else record, name)) == expected, why


TITLES = [
    ("10$aThings :$ba history /$cAda.", "Things: a history", ""),
    ("10$aThings =$bChoses /$cAda.", "Things", "Choses"),
    (
        "10$aThings :$ba history = Choses : une histoire /$cAda.",
        "Things: a history",
        "Choses : une histoire",
    ),
    ("10$aThings$h[electronic resource] :$ba history /$cAda.", "Things: a history", ""),
    ("10$aThings$h[electronic resource] =$bChoses", "Things", "Choses"),
    ("10$aThings.$nPart 2,$pLater things /$cAda.", "Things. Part 2, Later things", ""),
    ("10$aThings.$pLater things.", "Things. Later things", ""),
    ("10$aThings etc.", "Things etc.", ""),
    ("10$aThings ...", "Things ...", ""),
    ("10$aWhat is it? /$cAda.", "What is it?", ""),
    ("10$aThings$bhistory", "Things: history", ""),
    ("10$a目录学概论 /$c王大文著.", "目录学概论", ""),
    ("1$aThings", "Things", ""),  # one indicator
    ("$aThings", "Things", ""),  # none
    ("10$bThings", "Things", ""),  # no proper title
    ("00\x98Die\x9c Sachen".replace("00", "10$a"), "Die Sachen", ""),  # marks for sorting
]


@pytest.mark.parametrize(("value", "title", "other"), TITLES)
def test_titles(value: str, title: str, other: str) -> None:
    (record,) = records(iso(f"245 {value}\n500   $ax"))
    assert (record.title, record.parallel.title) == (title, other)


STATEMENTS = [
    ("edited by Alex Martelli and David Ascher.", "", "Martelli, Alex; Ascher, David"),
    ("Alex Martelli ; edited by David Ascher.", "Martelli, Alex", "Ascher, David"),
    ("by Alex Martelli ; ill. by David Ascher.", "Martelli, Alex", ""),
    ("herausgegeben von A. Martelli und D. Ascher", "", "Martelli, Alex; Ascher, David"),
    ("", "Martelli, Alex; Ascher, David", ""),
]


@pytest.mark.parametrize(("statement", "authors", "editors"), STATEMENTS)
def test_roles_by_the_statement(statement: str, authors: str, editors: str) -> None:
    people = "700 1 $aMartelli, Alex.\n700 1 $aAscher, David."
    (record,) = records(iso(f"245 00$aThings /$c{statement}\n{people}"))
    assert (text_of(record.author), text_of(record.editor)) == (authors, editors)


KINDS = [
    ("am", "", "", "book", ""),
    ("as", "", "", "periodical", ""),
    ("ai", "", "", "webpage", ""),
    ("em", "", "", "map", ""),
    ("jm", "", "", "song", ""),
    ("gm", "", "", "motion_picture", ""),
    ("cm", "", "", "musical_score", ""),
    ("km", "", "", "graphic", ""),
    ("tm", "", "", "manuscript", ""),
    ("mm", "", "", "software", ""),
    ("mm", "", "336   $atext$btxt$2rdacontent", "book", "an electronic book"),
    ("am", "", "336   $bspw$2rdacontent", "song", "an audio book"),
    ("am", "m", "", "thesis", "by 008"),
    ("am", "t", "", "report", "by 008"),
    ("am", "", "655  7$aHochschulschrift$2gnd", "thesis", "by its form"),
    ("ab", "", "773 0 $tJournal$x0028-0836", "article-journal", "in a serial"),
    ("aa", "", "773 0 $tEssays$z9781566700702$gp. 3-9", "chapter", "in a book"),
    ("aa", "", "773 0 $7nnas$tJournal$gp. 3-9", "article-journal", "by 773$7"),
    ("aa", "", "773 0 $tJournal$gVol. 3, no. 2 (2001), p. 3-9", "article-journal", "by its volume"),
    ("oc", "", "773   $pJ.Things$v3$c4", "article-journal", "the leader of Invenio"),
    ("oc", "", "773 0 $tThings$gno. 3", "document", "a kit"),
    ("  ", "", "024 7 $a10.1000/a$2doi", "article-journal", "guessed"),
]


@pytest.mark.parametrize(("code", "nature", "line", "kind", "why"), KINDS)
def test_types(code: str, nature: str, line: str, kind: str, why: str) -> None:
    coded = f"008 000107s2000    nyua     {nature:4}      001 0 eng d"
    leader = f"00000n{code} a2200000 a 4500"
    (record,) = records(iso(f"{coded}\n245 10$aThings\n{line}", leader=leader))
    assert record.type == kind, why
    assert record.type_as_read == code.strip()


HOSTS = [
    ("$gVol. 12, no. 3 (May 2001), p. 447-473", "12", "3", "447-473"),
    ("$gpages:447-473", "", "", "447-473"),
    ("$gvolume:12$gnumber:3$gyear:2010$gpages:1-10", "12", "3", "1-10"),
    ("$gBd. 3 (2001), S. 1-20", "3", "", "1-20"),
    ("$g12(2005), 3, Seite 12-34", "12", "3", "12-34"),
    ("$gSeite 447-473", "", "", "447-473"),
    ("$q5:2<12", "5", "2", "12"),
    ("$g第12卷第3期，页45-50", "12", "3", "45-50"),
    ("$gТ. 5, № 2 (2003), с. 7-19", "5", "2", "7-19"),
]


@pytest.mark.parametrize(("parts", "volume", "issue", "page"), HOSTS)
def test_hosts(parts: str, volume: str, issue: str, page: str) -> None:
    leader = "00000nab a2200000 a 4500"
    (record,) = records(
        iso(f"245 10$aThings\n773 0 $tThe Journal.$x0028-0836{parts}", leader=leader)
    )
    assert record.container_title == "The Journal"
    assert record.issn == "0028-0836"
    assert (record.volume, record.issue, record.page) == (volume, issue, page)


INVENIO = [
    ("$pNucl.Instrum.Meth.$vA768$n2$c104-111$y2014", ("A768", "2", "104-111", 2014), "INSPIRE"),
    ("$pJINST$c5", ("", "", "5", None), "pages alone"),
    ("$pThings.$v5", ("5", "", "", None), "a full stop of the format"),
    ("$pNucl.Instrum.Meth.$nA note", ("", "", "", None), "$n of MARC 21 is a note"),
    ("$pJ. Thing$gVol. 3, p. 5$c9", ("3", "", "5", None), "$g counts"),
]


@pytest.mark.parametrize(("parts", "wanted", "why"), INVENIO, ids=[why for *_, why in INVENIO])
def test_numbers_of_a_host_in_invenio(
    parts: str, wanted: tuple[str, str, str, int | None], why: str
) -> None:
    leader = "00000nab a2200000 a 4500"
    (record,) = records(iso(f"245 10$aThings\n773   {parts}", leader=leader))
    year = record.issued.year if record.issued else None
    assert (record.volume, record.issue, record.page, year) == wanted, why
    assert record.container_title_short == parts[2:].partition("$")[0].replace("Things.", "Things")
    assert {f.name: f.variable for f in record.raw}["773"] == "container-title-short"


DATES = [
    ("2000.", "2000", "2000", 2000),
    ("c2000.", "2000", "c2000", 2000),
    ("[1957?]", "1957", "[1957?]", 1957),
    ("1990]", "1990", "1990", 1990),
    ("[197-?]", "197u", "[197-?]", None),
    ("[n.d.]", "2001", "2001", 2001),
    ("", "2001", "2001", 2001),
    ("昭和55年", "1980", "昭和55年", 1980),
    ("-1997.", "19uu", "../1997", 1997),
]


@pytest.mark.parametrize(("text", "coded", "raw", "year"), DATES)
def test_dates(text: str, coded: str, raw: str, year: int | None) -> None:
    imprint = f"260   $aParis,$c{text}" if text else ""
    (record,) = records(
        iso(f"008 000107s{coded}    nyua          001 0 eng d\n245 10$aT\n{imprint}")
    )
    assert record.issued is not None
    assert (record.issued.raw, record.issued.year) == (raw, year)


def test_linked_fields_are_the_other_script() -> None:
    (record,) = records(iso(LINKED))
    assert record.title == "Mokuroku no rekishi"
    assert record.parallel.title == "目録の歴史"
    assert record.parallel.publisher == "図書館"
    assert record.parallel.publisher_place == "東京"
    assert text_of(record.parallel.author) == "山田太郎"
    assert str(record.author[0].native) == "山田太郎"
    assert record.parallel.language == "jpn"  # the title is a transcription, and no other language


def test_linked_fields_the_other_way_round() -> None:
    text = """
        100 1 $6880-01$a山田太郎
        245 10$6880-02$a目録の歴史
        700 1 $aSmith, Adam
        880 1 $6100-01/(B$aYamada, Tarō
        880 10$6245-02/(B$aMokuroku no rekishi
    """
    (record,) = records(iso(text))
    assert (record.title, record.parallel.title) == ("目録の歴史", "Mokuroku no rekishi")
    assert [str(name.native) for name in record.author] == ["Yamada, Tarō", "None"]
    assert record.parallel.author == ()  # the second has no other form


def test_a_title_has_its_reading_in_kana_beside_it() -> None:
    text = """
        245 00$6880-01$a目録の歴史
        880 00$6245-01/$1$aモクロク ノ レキシ
        880 00$6245-01/(B$aMokuroku no rekishi
    """
    (record,) = records(iso(text.replace("/$1", "/(N")))
    assert record.parallel.title == "Mokuroku no rekishi"


def test_an_880_that_is_linked_to_nothing_is_the_records_own() -> None:
    (record,) = records(iso("500   $ax\n880 10$6245-00/(B$a目録の歴史"))
    assert record.title == "目録の歴史"


# UNIMARC and CNMARC

UNIMARC_FIELDS = [
    ("", "title", "目录学概论: 教程", "the title"),
    ("", "author", "王大文", "著 is an author"),
    ("", "parallel.author", "wang, da wen", "pinyin"),
    ("", "publisher", "甲出版社", "the publisher"),
    ("", "publisher_place", "北京", "its place"),
    ("", "issued", "2005.1", "the date"),
    ("", "classification", "G257", "CLC"),
    ("", "language", "chi", "the language"),
    ("", "type", "book", "the leader"),
    (
        "010   $a7-302-09876-5$b平装$dCNY39.00",
        "isbn",
        "7-302-09876-5 (平装)",
        "the price is kept raw",
    ),
    ("011   $a1001-8867", "issn", "1001-8867", "ISSN"),
    ("092   $aCN 11-2746/G2", "other_id", "cn:11-2746/G2", "the CN"),
    ("205   $a第2版", "edition", "第2版", "an edition"),
    ("215   $a385页$d26cm", "number_of_pages", "385页", "pages"),
    ("225 2 $a21世纪教材$Ashi ji", "collection_title", "21世纪教材", "a series"),
    ("300   $a附索引", "note", "附索引", "a note"),
    ("330   $a本书介绍。", "abstract", "本书介绍。", "an abstract"),
    ("606 0 $a目录学$x历史$j教材", "index_keyword", "目录学--历史--教材", "a heading"),
    ("610 0 $a目录$a图书馆", "keyword", "目录; 图书馆", "free words"),
    (
        "510 1 $aIntroduction to bibliography$zeng",
        "parallel.title",
        "Introduction to bibliography",
        "parallel",
    ),
    ("702  0$a(美)史密斯$c(Smith)$4著", "author", "王大文; 史密斯", "a country in brackets"),
    ("702  0$a李四$4译", "translator", "李四", "a translator"),
    ("702  0$a李四$4主编", "editor", "李四", "an editor"),
    ("702  1$aDupont$bJean$4340", "editor", "Dupont, Jean", "a code"),
    ("702  1$aDupont$bJean$4440", "editor", "", "an illustrator"),
    ("711 02$a某学会$4主编", "editor", "某学会", "a body"),
    ("712 02$a某出版公司", "author", "王大文", "a body that does nothing"),
    ("328  $b硕士论文$e某大学", "type", "thesis", "a thesis"),
    ("856 4 $uhttps://example.org/1", "url", "https://example.org/1", "a link"),
]


@pytest.mark.parametrize(("lines", "attribute", "expected", "why"), UNIMARC_FIELDS)
def test_unimarc(lines: str, attribute: str, expected: str, why: str) -> None:
    (record,) = records(iso(f"{CHINESE.strip()}\n{lines}", leader=UNIMARC))
    part, _, name = attribute.rpartition(".")
    assert text_of(getattr(record.parallel if part else record, name)) == expected, why


UNIMARC_HOSTS = [
    ("463  0$tRevue économique$x0035-2764$vVol. 50, no 2$d1999", "an article by its subfields"),
    ("461  0$12001 $aRevue économique$vVol. 50, no 2$1011  $a0035-2764", "by whole fields"),
]


@pytest.mark.parametrize(("line", "why"), UNIMARC_HOSTS)
def test_unimarc_hosts(line: str, why: str) -> None:
    coded = "100   $a19990101d1999    m  y0frey50      ba"
    text = f"{coded}\n200 1 $aL'économie\n215   $ap. 12-34\n{line}"
    (record,) = records(iso(text, leader="00000naa  2200000   450 "))
    assert record.type == "article-journal", why
    assert record.container_title == "Revue économique", why
    assert (record.issn, record.volume, record.issue) == ("0035-2764", "50", "2"), why
    assert record.page == "12-34"


# Small parts

STOPS = [
    ("Things.", "Things"),
    ("Press, Inc.", "Press, Inc."),
    ("in the U.S.", "in the U.S."),
    ("and so on...", "and so on..."),
    ("by the sea.", "by the sea"),
    (".", "."),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), STOPS)
def test_stops(text: str, expected: str) -> None:
    assert unstopped(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("[Paris]", "Paris"), ("[S.l.]", "[S.l.]"), ("[Washington", "Washington"), ("A [B]", "A [B]")],
)
def test_brackets(text: str, expected: str) -> None:
    assert unbracketed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Smith, J.,", "Smith, J."),
        ("Smith, John.", "Smith, John"),
        ("King, M. L., Jr.", "King, M. L., Jr."),
    ],
)
def test_names(text: str, expected: str) -> None:
    assert name_of(text) == expected


@given(st.text(max_size=40))
def test_any_text(text: str) -> None:
    assert unstopped(unstopped(text)) in (unstopped(text), unstopped(unstopped(text)))
    unbracketed(text)
    name_of(text)
    role_of(text)


# Real files

FILES = sorted((SHARED / "data/formats/marc").glob("*.[md]*")) if SHARED.is_dir() else []
COUNTS = {
    "pymarc_1251.dat": 6,
    "pymarc_marc.dat": 20,
    "pymarc_regression45.dat": 12,
    "pymarc_test.dat": 10,
    "rubymarc_batch.dat": 10,
    "rubymarc_cp866_multirecord.marc": 2,
}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
class TestReal:
    pytestmark = needs_shared

    def test_it_is_read(self, path: Path) -> None:
        with Opened(Input(str(path), path.name, named=True)) as opened:
            assert opened.format == "marc"
            found = list(items(opened))
        marks = path.read_bytes().count(b"\x1d")
        whole = [item for item in found if isinstance(item, Record)]
        lost = [item for item in found if isinstance(item, Fault) and item.code == "COL002"]
        assert len(whole) + len(lost) == marks == COUNTS.get(path.name, marks)
        assert all(record.title and record.type for record in whole)


def test_tags_that_are_read_are_three_digits() -> None:
    for uses in (marc21.USES, unimarc.USES):
        assert all(tag.isdecimal() and len(tag) == 3 for tag in uses)
    assert set(marc21.LINKED) <= set(marc21.USES)


PAGE = (Path(__file__).resolve().parents[2] / "docs/formats/marc.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("heading", "uses"), [("## MARC 21", marc21.USES), ("## UNIMARC and CNMARC", unimarc.USES)]
)
def test_the_page_names_every_field_that_is_read(heading: str, uses: dict[str, Any]) -> None:
    section = PAGE.split(f"\n{heading}\n")[1].split("\n## ")[0]
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    there = {word for row in rows for word in row.replace("`", " ").replace(",", " ").split()}
    assert there | {"003"} == set(uses) | {"003"}


def test_check_from_end_to_end(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.mrc"
    path.write_bytes(A + B[:90] + b"\x1d" + iso(ONE.replace("$c2000", "$c2000-13-45")) + C)
    assert main(["check", str(path), "--isolated"]) == 1
    out = capsys.readouterr().out
    assert "record 2" in out
    assert "the directory has 5 fields" in out
    assert "3 records in 1 file" in out
