"""Dublin Core: elements, the habits of repositories, and the responses of OAI-PMH."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from xml_files import differences, named_on_page, one, read

from validator.cli import main
from validator.finding import Fault
from validator.io.xml.dublin_core import ELEMENTS
from validator.record import Record

SPACES = (
    'xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    ' xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"'
)


def dc(inside: str) -> str:
    return f"<oai_dc:dc {SPACES}>\n{inside}</oai_dc:dc>"


def tags(name: str, *values: str) -> str:
    """Elements of a name; "en|text" has a language."""
    found = []
    for value in values:
        language, bar, text = value.rpartition("|")
        attribute = f' xml:lang="{language}"' if bar else ""
        found.append(f"<dc:{name}{attribute}>{text}</dc:{name}>")
    return "".join(found)


HABITS = [
    (tags("title", "題名"), {"title": "題名"}),
    (
        tags("title", "en|A title", "es|Un título"),
        {"title": "A title", "parallel.title": "Un título", "parallel.language": "es"},
    ),
    (tags("title", "A title", "A subtitle"), {"title": "A title", "parallel.title": ""}),
    (
        tags("title", "题名") + "<dcterms:alternative>A title</dcterms:alternative>",
        {"title": "题名", "parallel.title": "A title"},
    ),
    (
        tags("title", "A title") + "<dcterms:alternative>The short one</dcterms:alternative>",
        {"parallel.title": ""},
    ),
    (tags("creator", "Smith, John", "王小明"), {"author": "Smith, John; 王小明"}),
    (tags("creator", "García, Ana; Universidad de Chile"), {"author": "García, Ana"}),  # OJS
    (tags("creator", "Smith, J.; Doe, A."), {"author": "Smith, J.; Doe, A."}),
    (tags("contributor", "Ek, A."), {"author": "", "editor": ""}),  # whatever he did
    (tags("subject", "birds; song", "鳥"), {"keyword": "birds; song; 鳥"}),
    (tags("subject", "en|birds", "es|aves"), {"keyword": "birds", "parallel.title": ""}),
    (tags("subject", "info:eu-repo/classification/ddc/570"), {"keyword": ""}),
    (
        tags("description", "en|What.", "es|Que.") + tags("title", "T"),
        {"abstract": "What.", "parallel.abstract": "Que."},
    ),
    (
        tags("description", "3 figures") + "<dcterms:abstract>What.</dcterms:abstract>",
        {"abstract": "What."},
    ),
    (
        tags("date", "2015-03-04T10:00:00Z", "2015-03-04T10:00:00Z", "2012"),
        {"issued": "2012"},
    ),  # DSpace
    (tags("date", "2015-03-04T10:00:00Z"), {"issued": "2015-03-04"}),
    (tags("date", "info:eu-repo/date/embargoEnd/2030-01-01", "2012"), {"issued": "2012"}),
    (tags("date", "2020") + "<dcterms:issued>2019-05</dcterms:issued>", {"issued": "2019-05"}),
    (
        tags("type", "info:eu-repo/semantics/article", "info:eu-repo/semantics/publishedVersion"),
        {"type": "article-journal", "type_as_read": "info:eu-repo/semantics/article"},
    ),
    (tags("type", "Text", "Thesis"), {"type": "thesis"}),
    (tags("type", "info:eu-repo/semantics/doctoralThesis"), {"type": "thesis"}),
    (tags("type", "Peer-reviewed Article"), {"type": "article-journal"}),
    (
        tags("identifier", "https://a.org/12", "10.1234/abc", "ISSN 1234-5679", "oai:x:1"),
        {"url": "https://a.org/12", "doi": "10.1234/abc", "issn": "1234-5679"},
    ),
    (tags("identifier", "urn:isbn:978-0-12-375106-5"), {"isbn": "978-0-12-375106-5"}),
    (
        tags("identifier", "http://hdl.handle.net/10012/1"),
        {"other_id": "hdl:10012/1", "url": "http://hdl.handle.net/10012/1"},
    ),
    (
        tags("relation", "info:eu-repo/semantics/altIdentifier/doi/10.1234/a", "10.9999/cited"),
        {"doi": "10.1234/a"},
    ),
    (
        tags("source", "Journal of Birds; Vol. 3 No. 2 (2019); 12-34", "1234-5679"),
        {
            "container_title": "Journal of Birds",
            "volume": "3",
            "issue": "2",
            "page": "12-34",
            "issn": "1234-5679",
            "type": "article-journal",
            "type_is_inferred": True,
        },
    ),  # OJS
    (
        tags("source", "Вестник; Том 7, № 1 (2018); 5-9"),
        {"container_title": "Вестник", "volume": "7", "issue": "1"},
    ),
    (tags("source", "Revista; Núm. 12 (2001); 7"), {"volume": "", "issue": "12", "page": "7"}),
    (tags("source", "学报; 第3卷第2期"), {"container_title": "学报", "volume": "3", "issue": "2"}),
    (tags("source", "Nature"), {"container_title": "Nature", "volume": ""}),
    (tags("source", "https://a.org/x"), {"container_title": ""}),
    (
        "<prism:publicationName>論文誌</prism:publicationName><prism:volume>3</prism:volume>"
        "<prism:startingPage>1</prism:startingPage><prism:endingPage>9</prism:endingPage>"
        + tags("title", "T"),
        {"container_title": "論文誌", "volume": "3", "page": "1-9"},
    ),
    (
        "<dc:creator><rdf:Seq><rdf:li>Li, M.</rdf:li><rdf:li>Wu, B.</rdf:li></rdf:Seq></dc:creator>"
        "<dc:title><rdf:Description><rdf:value>題</rdf:value></rdf:Description></dc:title>",
        {"author": "Li, M.; Wu, B.", "title": "題"},
    ),
    (
        tags("identifier", "http://arxiv.org/abs/0704.0001", "doi:10.1103/PhysRevD.76.013009"),
        {
            "arxiv": "0704.0001",
            "url": "http://arxiv.org/abs/0704.0001",
            "doi": "10.1103/PhysRevD.76.013009",
        },
    ),
    (tags("publisher", "P") + tags("language", "eng"), {"publisher": "P", "language": "eng"}),
]


@pytest.mark.parametrize(("inside", "expected"), HABITS)
def test_elements_and_habits(inside: str, expected: dict[str, Any]) -> None:
    assert differences(one(dc(inside), "dublin-core"), expected) == {}


def test_who_stands_behind_a_semicolon() -> None:
    (name,) = one(dc(tags("creator", "García, Ana; Universidad de Chile")), "dublin-core").author
    assert (name.affiliation, name.family) == (("Universidad de Chile",), "García")
    (name,) = one(dc(tags("creator", "Li, Ming; 0000-0002-1825-0097")), "dublin-core").author
    assert (name.orcid, name.given) == ("0000-0002-1825-0097", "Ming")


TITLE = "<dc:title>題名</dc:title>"
FRAMES = [
    f'<rdf:RDF {SPACES}><rdf:Description rdf:about="urn:a">{TITLE}</rdf:Description></rdf:RDF>',
    f"<records {SPACES}><record>{TITLE}</record></records>",
    f"<r {SPACES}><header/><metadata>{TITLE}</metadata></r>",
    f'<srw:records xmlns:srw="http://www.loc.gov/zing/srw/"><srw:record><srw:recordData><dc '
    f"{SPACES}>"
    f"{TITLE}</dc></srw:recordData></srw:record></srw:records>",
    f"<qdc:qualifieddc xmlns:qdc='urn:q' {SPACES}>{TITLE}</qdc:qualifieddc>",
    f"<rdf:RDF {SPACES}><channel><dc:title>All</dc:title></channel><item>{TITLE}</item></rdf:RDF>",
    '<dublin_core><dcvalue element="title" qualifier="none">題名</dcvalue></dublin_core>',
    '<dim:dim xmlns:dim="http://www.dspace.org/xmlns/dspace/dim"><dim:field element="title">題名'
    "</dim:field></dim:dim>",
]


@pytest.mark.parametrize("text", FRAMES)
def test_frames(text: str) -> None:
    assert one(text, "dublin-core").title == "題名"


def test_qualifiers() -> None:
    text = (
        '<dublin_core><dcvalue element="contributor" qualifier="author">Li, M.</dcvalue>'
        '<dcvalue element="date" qualifier="issued">2012</dcvalue>'
        '<dcvalue element="date" qualifier="accessioned">2015-01-01T00:00:00Z</dcvalue>'
        '<dcvalue element="identifier" qualifier="issn">1234-5679</dcvalue>'
        '<dcvalue element="description" qualifier="abstract">A.</dcvalue>'
        '<dcvalue element="title" language="en">T</dcvalue></dublin_core>'
    )
    expected = {
        "author": "Li, M.",
        "issued": "2012",
        "issn": "1234-5679",
        "abstract": "A.",
        "title": "T",
    }
    assert differences(one(text, "dublin-core"), expected) == {}


def test_every_field_is_kept_with_its_line() -> None:
    found = one(dc("<dc:title>T</dc:title>\n<dc:rights>CC</dc:rights>"), "dublin-core")
    assert [(f.name, f.value, f.variable, f.line) for f in found.raw] == [
        ("title", "T", "title", 2),
        ("rights", "CC", "", 3),
    ]


def response(*records: str, rest: str = "") -> str:
    listed = "".join(
        f"<record><header><identifier>oai:x:{n}</identifier></header>"
        f"<metadata>{record}</metadata></record>\n"
        for n, record in enumerate(records, 1)
    )
    return (
        '<?xml version="1.0"?>\n<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">'
        "<responseDate>2020"
        f"</responseDate><ListRecords>\n{listed}{rest}</ListRecords></OAI-PMH>"
    )


class TestResponses:
    def test_ids_come_from_the_headers(self) -> None:
        found = read(response(dc(TITLE), dc(tags("title", "B"))), "dublin-core")
        assert [item.id for item in found if isinstance(item, Record)] == ["oai:x:1", "oai:x:2"]

    def test_a_header_inside_a_record_that_is_not_closed_is_of_the_next(self) -> None:
        whole = response(dc(TITLE), dc(tags("title", "B")), dc(tags("title", "C")))
        at = whole.index("B</dc:title>")
        broken = whole[:at] + whole[whole.index("<record>", at) :]
        found = read(broken, "dublin-core")
        assert [getattr(item, "id", "") for item in found] == ["oai:x:1", "", "oai:x:3"]

    def test_deleted_records_and_a_part_of_a_list_are_told(self) -> None:
        deleted = (
            '<record><header status="deleted"><identifier>oai:x:9</identifier></header></record>'
        )
        rest = f'{deleted}{deleted}<resumptionToken completeListSize="99">t</resumptionToken>'
        found = read(response(dc(TITLE), rest=rest), "dublin-core")
        assert [item.message for item in found if isinstance(item, Fault)] == [
            "2 records are marked as deleted, and hold nothing",
            "a part of a list, which a resumption token continues",
        ]

    def test_the_message_of_an_error_is_told(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path = tmp_path / "answer.xml"
        head = '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">'
        path.write_text(f'{head}<error code="badResumptionToken">expired</error></OAI-PMH>')
        assert main(["check", str(path), "--isolated"]) == 3
        assert "badResumptionToken: expired" in "".join(capsys.readouterr())
        path.write_text(f'{head}<error code="noRecordsMatch">none</error></OAI-PMH>')
        assert main(["check", str(path), "--isolated"]) == 0

    def test_a_folder_of_responses(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        for n in range(3):
            text = response(dc(tags("title", f"Study {n} of birds")))
            (tmp_path / f"{n}.xml").write_text(text, encoding="utf-8")
        (tmp_path / "readme.xml").write_text("<readme/>", encoding="utf-8")
        main(["check", str(tmp_path), "--isolated", "--no-duplicates"])
        assert "3 records in 3 files" in capsys.readouterr().out


DAMAGE = [
    ("</dc:title>", "", True),
    ("</dc:title>", "</dc:titel>", True),
    ("<dc:title>", "<dc:title a=b>", True),
    ("</oai_dc:dc>", "", True),
    ("<oai_dc:dc ", "oai_dc:dc ", True),
    ("題名", "&Uuml; & <5", False),
    ("題名", "\x02", False),
    ("<record>", "junk<record>", False),
    ("</metadata></record>", "", False),  # the frame alone is broken
    ("題名", "<!--", True),
    ('xmlns:dc="http://purl.org/dc/elements/1.1/"', "", False),  # known without
]


@pytest.mark.parametrize(("old", "new", "is_lost"), DAMAGE)
def test_damage_costs_no_neighbour(old: str, new: str, is_lost: bool) -> None:
    element = dc(f"{TITLE}<dc:identifier>10.1234/{{}}</dc:identifier>")
    whole = f"<record><metadata>{element}</metadata></record>\n"
    hurt = whole.format("b").replace(old, new)
    text = response(rest=whole.format("a") + hurt + whole.format("c"))
    found = read(text, "dublin-core")
    records = [item.doi for item in found if isinstance(item, Record)]
    broken = [item for item in found if isinstance(item, Fault) and item.code == "COL002"]
    assert (records, len(broken)) == (
        (["10.1234/a", "10.1234/c"], 1) if is_lost else (["10.1234/a", "10.1234/b", "10.1234/c"], 0)
    )


def test_the_manual_names_what_is_read() -> None:
    assert named_on_page("dublin-core", tuple(ELEMENTS)) == []
