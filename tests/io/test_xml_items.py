"""XML cut into records: damage, encodings, hostile files, and the formats told apart."""

from __future__ import annotations

import io
import random
import sys
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from patience import soon

from validator.errors import UnreadableError
from validator.finding import Fault
from validator.io.source import Source
from validator.io.xml import cut as xml_cut
from validator.io.xml import encodings as xml_bytes
from validator.io.xml import items as xml_items
from validator.io.xml import parse as xml_parse
from validator.io.xml.items import Item
from validator.io.xml.kinds import by_bytes, parent_of

NOT_CLOSED, NOT_OPENED, TOO_LONG = xml_cut.NOT_CLOSED, xml_cut.NOT_OPENED, xml_cut.TOO_LONG


def read(data: bytes, *names: str, limit: int = 2**20) -> list[Item | Fault]:
    source = Source("a.xml", "mods", "", limit, stream=io.BytesIO(data))
    return list(xml_items.items(source, names or ("r",)))


def told(found: list[Item | Fault]) -> list[str]:
    """Records as their texts, faults as their templates."""
    return [
        xml_items.text_of(item.element) if isinstance(item, Item) else item.template
        for item in found
    ]


BROKEN = xml_items.BROKEN
DAMAGE = [
    ("<r><t>B</r>", [BROKEN]),  # an element that is not closed
    ("<r><t>Ж</s></r>", [BROKEN]),  # the end tag of another
    ("<r><t>題</t>", [NOT_CLOSED]),  # the next record begins
    ("<r><t>題</t></R>", [NOT_CLOSED]),  # the case counts
    ("r><t>B</t></r>", [NOT_OPENED]),
    ("<r a=b><t>B</t></r>", [BROKEN]),
    ('<r a="b><t>B</t></r>', [BROKEN]),  # the quotation mark is not closed
    ('<r a="1" a="2">B</r>', [BROKEN]),
    ("<r><t>B<!-- no end</t></r>", [BROKEN]),  # the comment swallows no neighbour
    ("<r><t><![CDATA[no end</t></r>", [BROKEN]),
    ("<r><t><![CDATA[cut off", [NOT_CLOSED]),  # before a neighbour with a section of its own
    ("<r><t>a < b</t></r>", [xml_parse.MARKUP, "a < b"]),
    ("<r><t>K&R &lt;</t></r>", [xml_parse.MARKUP, "K&R <"]),
    ("<r>p <0.05 &nbsp;&Auml;</r>", [xml_parse.ENTITIES, xml_parse.MARKUP, "p <0.05 \xa0Ä"]),
    ("<r>&nonsense;</r>", [xml_parse.MARKUP, "&nonsense;"]),  # nobody knows what it names
    ("<r>a\x0bb&#x1f;&#0;&#xD800;</r>", [xml_parse.CONTROLS, "ab"]),
    ("<r><u:t>B</u:t></r>", [xml_parse.PREFIXES, "B"]),
    ("stray text\n<r>B</r>", [xml_items.BETWEEN, "B"]),
    ("<r/>\n<r a='>'/>", ["", ""]),  # nothing wrong here
    ("<!-- <r>B</r> -->", []),
    ("<r><t>B<!-- </r> <r> --></t></r>", [BROKEN, BROKEN]),  # rather two lost than all
    ("<r><![CDATA[</t> & <x>]]></r>", ["</t> & <x>"]),
    ("<r>1&#x4e2d;&#20013;</r>", ["1中中"]),
    ("<other><t>x</t></other>", []),
]


@pytest.mark.parametrize(("broken", "expected"), DAMAGE)
@pytest.mark.parametrize(
    "frame", ["<set>\n{}</set>\n", "<?xml version='1.0'?>\n<a><set x='1'>\n{}</set></a>"]
)
def test_damage_costs_no_neighbour(broken: str, expected: list[str], frame: str) -> None:
    text = frame.format(f"<r><t>前</t></r>\n{broken}\n<r><![CDATA[après]]></r>\n<r>後</r>\n")
    found = read(text.encode())
    assert told(found) == ["前", *expected, "après", "後"]
    lines = text.split("\n")
    for item in found:
        if isinstance(item, Item):
            assert "<r" in lines[item.line - 1]
            assert text.encode()[item.start : item.end].startswith(b"<r")
            assert item.start is not None
        elif item.code == "COL002":
            assert item.raw in text
            assert lines[(item.line or 0) - 1] in broken.split("\n")
    numbers = [i.number if isinstance(i, Item) else i.record_number for i in found]
    assert [n for n in numbers if n] == sorted(n for n in numbers if n)


CUT_OFF = [
    (b"<s><r>A</r><r><t>B", ["A", NOT_CLOSED]),  # the file ends inside
    (b"<s><r>A</r><r", ["A", NOT_CLOSED]),
    (b"<s><r>A</r><r><t>B</t>\n</s>", ["A", NOT_CLOSED]),  # what it stands in ends
    (b"<s><r>A</r></s><?xml version='1.0'?><s><r>B</r></s>", ["A", "B"]),  # files that were joined
    (b"", []),
    (b"<s/>", []),
    (b"<r", [NOT_CLOSED]),
    (b"<r>A", [NOT_CLOSED]),
]


@pytest.mark.parametrize(("data", "expected"), CUT_OFF)
def test_ends(data: bytes, expected: list[str]) -> None:
    assert told(read(data)) == expected


ENCODINGS = [
    ("utf-8", "", ""),
    ("utf-8", "utf-8", ""),
    ("utf-8-sig", "utf-8", ""),
    ("utf-16", "utf-16", ""),
    ("utf-16-le", "UTF-16", ""),  # without a mark
    ("utf-16-be", "", ""),
    ("utf-32", "", ""),
    ("gb18030", "GB2312", ""),  # the smaller name stands for the larger
    ("big5", "Big5", ""),
    ("shift_jis", "Shift_JIS", ""),
    ("utf-8", "ISO-8859-1", xml_bytes.MISDECLARED),
    ("utf-8", "GBK", xml_bytes.MISDECLARED),
    ("gb18030", "UTF-8", xml_bytes.MISDECLARED),
    ("gb18030", "", xml_bytes.GUESSED),
    ("utf-8", "no-such-code", xml_bytes.MISDECLARED),
    ("utf-8", "rot13", xml_bytes.MISDECLARED),  # Python has it, but it is none of text
]


@pytest.mark.parametrize(("encoding", "declared", "fault"), ENCODINGS)
def test_encodings(encoding: str, declared: str, fault: str) -> None:
    words = (
        "中国研究的現狀与展望，图书馆学研究"
        if "jis" not in encoding and encoding != "big5"
        else "中国文学"
    )
    if encoding == "big5":
        words = "中國文學研究的現狀"
    head = f"<?xml version='1.0' encoding='{declared}'?>" if declared else ""
    data = f"{head}<s>\n<r>{words}</r>\n</s>".encode(encoding)
    found = told(read(data))
    assert found == ([fault] if fault else []) + [words]


def test_bad_bytes_are_told_where_they_stand() -> None:
    text = "<s>" + "".join(f"<r>图书馆 {i}</r>\n" for i in range(30)) + "</s>"
    data = text.encode().replace("馆 7<".encode(), b"\xe9\xa6 7<")
    found = read(data)
    assert [f.template for f in found if isinstance(f, Fault)] == [xml_parse.BYTES]
    assert "图书\ufffd 7" in told(found)
    assert len(found) == 31


def test_lines_beyond_65535() -> None:
    data = b"<s>" + b"\n" * 70_000 + b"<r>\n<t>A</t></r></s>"
    (item,) = read(data)
    assert isinstance(item, Item)
    assert item.line == 70_001
    assert item.line_of(item.element[0]) == 70_002


class TestHostile:
    def test_an_external_dtd_is_not_read(self, tmp_path) -> None:  # type: ignore[no-untyped-def]
        secret = tmp_path / "secret"
        secret.write_text("<!ENTITY x 'stolen'>", encoding="utf-8")
        uri = secret.as_uri()
        subset = f'<!ENTITY y SYSTEM "{uri}"><!ENTITY % z SYSTEM "{uri}">%z;'
        doctype = f'<!DOCTYPE s SYSTEM "{uri}" [{subset}]>'
        for text in (f"{doctype}<s><r>&x;&y;</r></s>", f"<s><r>{doctype}&y;</r></s>"):
            assert "stolen" not in "".join(told(read(text.encode())))

    def test_entities_of_plain_text_are_read(self) -> None:
        doctype = '<!DOCTYPE s [<!ENTITY auml "&#228;"><!ENTITY uni "Universität">]>'
        found = told(read(f"{doctype}<s><r>&auml; &uni;</r></s>".encode()))
        assert found == [xml_parse.ENTITIES, "ä Universität"]

    def test_a_billion_laughs(self) -> None:
        entities = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
        found = told(
            read(f'<!DOCTYPE s [<!ENTITY l0 "lol">{entities}]><s><r>&l9;</r></s>'.encode())
        )
        assert found == [xml_parse.MARKUP, "&l9;"]

    def test_a_long_entity_many_times(self) -> None:
        data = f'<!DOCTYPE s [<!ENTITY a "{"x" * 200}">]><s><r>{"&a;" * 20_000}</r><r>B</r></s>'
        assert told(read(data.encode(), limit=2**20)) == [BROKEN, "B"]

    def test_deep(self) -> None:
        deep = b"<a>" * 100_000 + b"</a>" * 100_000
        assert told(read(b"<s><r>A</r><r>" + deep + b"</r><r>B</r></s>")) == ["A", BROKEN, "B"]
        assert told(read(b"<s><r>A</r>" + deep + b"<r>B</r></s>")) == ["A", "B"]

    def test_longer_than_the_limit(self) -> None:
        for inside in (b"x" * 5000, b"<t a='" + b"x" * 5000 + b"'/>", b"<t/>" * 2000):
            data = b"<s><r>A</r>\n<r>" + inside + b"</r>\n<r>B</r></s>"
            assert told(read(data, limit=4000)) == ["A", TOO_LONG, "B"]
        data = b"<s><r>A</r>\n<r a='" + b"x" * 5000 + b"'>C</r>\n<r>B</r></s>"
        assert told(read(data, limit=4000)) == ["A", TOO_LONG, "B"]

    @pytest.mark.parametrize(
        "junk",
        [
            "<!-- ", "<![CDATA[", "<?", "<!DOCTYPE [", "<", "</", "</r", "<a ", "&", "<r><!-- ",
            "<r><![CDATA[", "<r a='", "<r></r ", "<a>", "</a>", "<r ", "<r><", "]]>",
        ],
    )  # fmt: skip
    def test_the_same_again_and_again(self, junk: str) -> None:
        with soon():
            found = read(f"<s><r>A</r>{junk * 20_000}</s>".encode())
        assert isinstance(found[0], Item)


class TestServers:
    FRAME = (
        '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>{}'
        "</ListRecords></OAI-PMH>"
    )

    def test_the_frame_is_no_record(self) -> None:
        one = (
            "<record><header><identifier>oai:{0}</identifier></header>"
            '<metadata><record xmlns="urn:x"><t>{0}</t></record></metadata></record>'
        )
        found = read(self.FRAME.format(one.format("甲") + one.format("b")).encode(), "record")
        assert told(found) == ["甲", "b"]
        assert [item.header_id for item in found if isinstance(item, Item)] == ["oai:甲", "oai:b"]

    def test_the_message_of_an_error(self) -> None:
        text = '<OAI-PMH><error code="badArgument">no such &lt;prefix&gt;</error></OAI-PMH>'
        with pytest.raises(UnreadableError, match="badArgument: no such <prefix>"):
            read(text.encode())
        assert read(b'<OAI-PMH><error code="noRecordsMatch"/></OAI-PMH>') == []


def test_without_lxml_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml", None)
    xml_parse._lxml.cache_clear()
    with pytest.raises(UnreadableError, match=r"pip install 'bibvalidator\[xml\]'"):
        read(b"<r>A</r>")


KINDS = [
    ("<modsCollection><mods/>", "mods"),
    ("<?xml version='1.0'?>\n<!-- <dc/> --><!DOCTYPE x [<!ENTITY y 'z'>]>\n<mods:mods>", "mods"),
    ("\ufeff <PubmedArticleSet>", "pubmed-xml"),
    ("<PubmedArticle>", "pubmed-xml"),
    ("<xml><records><record><database>a</database><source-app/>", "endnote-xml"),
    ('<x xmlns:d="http://purl.org/dc/elements/1.1/"><y><d:title>', "dublin-core"),
    ('<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><mods>', "mods"),  # what is inside
    ('<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><error/>', "dublin-core"),
    ('<html xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>', ""),
    ('<svg><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>', ""),
    ("<a><b>c</b></a>", ""),
    ("a < b and <mods>", ""),
    ("TY  - JOUR", ""),
    ("", ""),
]


@pytest.mark.parametrize(("head", "form"), KINDS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_kinds(head: str, form: str, encoding: str) -> None:
    assert by_bytes(head.encode(encoding)) == form


PARENTS = [
    ('<r xmlns:d="http://purl.org/dc/elements/1.1/"><n><d:title>', ("n",)),
    ('<rdf:RDF xmlns:d="http://purl.org/dc/terms/"><x:Thing><a/><d:title>', ("Thing",)),
    ('<c xmlns:d="http://purl.org/dc/elements/1.1/"><channel><d:x/></channel><i><d:x>', ("i",)),
    ('<a xmlns:d="http://purl.org/dc/elements/1.1/"><o:dc><d:title>', ("dc",)),
    ("<a>", ("dc",)),
]


@pytest.mark.parametrize(("head", "names"), PARENTS)
def test_parents(head: str, names: tuple[str, ...]) -> None:
    assert parent_of(head.encode(), ("dc",)) == names


PIECES = ("<s>", "</s>", "<r>", "</r>", "<r ", "<t>", "</t>", "題", "&", "<", ">", "<!--", "-->")
OTHERS = ("<![CDATA[", "]]>", "<?x", "?>", "\n", "\0", "'", '"', "/>", "<!DOCTYPE", "[", "]")


@given(st.lists(st.sampled_from(PIECES + OTHERS), max_size=40))
def test_anything_is_read_or_reported(pieces: list[str]) -> None:
    found = read("".join(pieces).encode())
    numbers = {i.number if isinstance(i, Item) else i.record_number for i in found} - {None}
    assert numbers == set(range(1, len(numbers) + 1))


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    with suppress(UnreadableError):  # a binary file, not text
        read(b"<s><r>" + data)


@given(st.integers(0, 2**32))
def test_neighbours_of_random_damage_are_read_as_before(seed: int) -> None:
    chance = random.Random(seed)
    records = [f"<r><t>題名 {i}</t><u a='x'>&amp; {i}</u></r>\n".encode() for i in range(5)]
    whole = told(read(b"<s>\n" + b"".join(records) + b"</s>"))
    hurt = bytearray(records[2])
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(3, len(hurt) - 5)
        kind = chance.randrange(3)
        if kind == 0:
            del hurt[at : at + chance.randint(1, 4)]
        elif kind == 1:
            hurt[at] = chance.choice(b"<>&\0\xff'\"/")
        else:
            hurt[at:at] = chance.choice((b"<", b"</", b"&", b"<x>", b"]]>", b"\x0c"))
    if b"<!" in hurt or len(hurt) < 8:
        return
    found = told(read(b"<s>\n" + b"".join((*records[:2], bytes(hurt), *records[3:])) + b"</s>"))
    assert found[:2] == whole[:2]
    assert found[-2:] == whole[-2:]
