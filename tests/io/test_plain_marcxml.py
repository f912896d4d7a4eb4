"""MARCXML read without a parser: what it reads, the parser reads the same; the rest it leaves."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marc_iso import LINKED, ONE, xml

from validator.io.marc import plain_xml
from validator.io.marc import xml as marc_xml
from validator.io.xml.parse import parse

SLIM = b' xmlns="http://www.loc.gov/MARC21/slim" xmlns:m="http://www.loc.gov/MARC21/slim"'
R = xml(ONE)
SWAPPED = re.sub(r'(tag="245") (ind1="." ind2=".")', r"\2 \1", R)
FORMS = [
    (R, True, "a line each"),
    (R.replace("\n", ""), True, "one line"),
    (R.replace("\n<", "\r\n<"), False, "line ends of Windows"),
    (R.replace("<subfield", "\n\t<subfield"), True, "blanks before each subfield"),
    (R.replace("</subfield>\n<sub", "</subfield>\n\n  <sub"), False, "uneven blanks"),
    (xml(LINKED), True, "Japanese"),
    (xml(ONE, prefix="m:"), True, "a prefix that is declared"),
    (SWAPPED, True, "indicators before the tag"),
    (R.replace("Ada", 'a field tag="1"\n'), True, "what a field begins with, in a text"),
    (R.replace("Ada", "A\x1eda"), False, "the mark that ends fields in ISO 2709"),
    (R.replace("Ada", "Ada\n  B."), True, "a line end in a text"),
    (R.replace("Ada", "&lt;&quot;&amp;apos;&gt;"), True, "the entities of XML"),
    (R.replace("<record>", '<record type="Bibliographic">'), True, "an attribute"),
    (xml(ONE, prefix="n:"), False, "a prefix that is not"),
    (R.replace("Ada", "&#65;da"), False, "a number of a character"),
    (R.replace("Ada", "&eacute;"), False, "an entity of HTML"),
    (R.replace("Ada", "<i>Ada</i>"), False, "markup"),
    (R.replace("Ada", "<!-- -->Ada"), False, "a comment"),
    (R.replace("Ada", "<![CDATA[Ada]]>"), False, "a section"),
    (R.replace("Ada", "A]]>da"), False, "its end"),
    (R.replace("Ada", "A>da"), False, "allowed, and seldom"),
    (R.replace("Ada", "A\x0bda"), False, "a control character"),
    (R.replace("Ada", "A\uffffda"), False, "no character"),
    (R.replace("Ada", "A\rda"), False, "a line end for XML"),
    (R.replace("<record>", '<record type="" type="">'), False, "an attribute twice"),
    (R.replace('ind1="1"', ""), False, "an indicator is missing"),
    (R.replace('tag="245"', 'tag="0245"'), False, "no tag"),
    (R.replace('code="b"', 'code=""'), False, "no code"),
    (R.replace("</datafield>", "x</datafield>", 1), False, "text between"),
    (R.replace("</subfield>\n</datafield>", "</datafield>", 1), False, "not closed"),
    (R.replace("<datafield", "<datafield/><datafield", 1), False, "an empty field"),
    (re.sub(r"<subfield.*?</subfield>", "", R), False, "no subfields"),
]


def by_parser(raw: bytes) -> Any:
    """The fields as the parser reads them, None where it forgives or refuses."""
    element, forgiven, *_ = parse(raw, SLIM, entities={}, limit=2**20)
    if element is None or forgiven:
        return None
    return marc_xml._fields(element, SimpleNamespace(line=7))  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "is_read", "why"), FORMS, ids=[why for *_, why in FORMS])
def test_forms(text: str, is_read: bool, why: str) -> None:
    raw = text.strip().encode("utf-8", "surrogatepass")
    found = plain_xml.fields(raw, SLIM, 7)
    assert (found is not None) == is_read, why
    if found:
        assert found == by_parser(raw)


PIECES = st.sampled_from(
    (
        *"<>&\"'/=\x00\r\n\t a\u2028\xa0\x85",
        "]]>",
        "&amp;",
        "&lt;",
        "<!--",
        "题",
        "</subfield>",
        '<subfield code="a">',
        "</datafield>",
        "<leader>",
        "</leader>",
        'tag="24',
        'field tag="',
        "\x1e",
        "\ufffe",
        ' ind1="1"',
    )
)


@given(st.lists(st.tuples(st.integers(0, 700), st.integers(0, 3), PIECES), max_size=3))
def test_the_same_as_the_parser(edits: list[tuple[int, int, str]]) -> None:
    """Whatever it reads of a damaged record, the parser reads without a complaint, the same."""
    text = R.strip()
    for at, taken, piece in edits:
        text = text[:at] + piece + text[at + taken :]
    raw = text.encode()
    if not text.endswith("</record>"):
        return  # it is not cut so
    found = plain_xml.fields(raw, SLIM, 7)
    assert found is None or found == by_parser(raw)
