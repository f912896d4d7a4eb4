"""CSL-JSON and JSON Lines: values of the wrong type, broken items, places."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shared import SHARED, needs_shared

from validator.finding import Fault
from validator.io.json import csl_json
from validator.io.json.decoding import decoded
from validator.io.source import Source
from validator.record import Name, Record


def read(text: str, form: str = "csl-json", limit: int = 2**24) -> list[Record | Fault]:
    items = list(csl_json.read(Source("x.json", form, text=text, limit=limit)))
    for item in items:
        start, end = place(item)
        assert 0 <= start <= len(text)
        if isinstance(item, Record) and end is not None:
            decoded(text[start:end].removesuffix(","))
    return items


def place(item: Record | Fault) -> tuple[int, int | None]:
    where = item.provenance if isinstance(item, Record) else item
    assert where.start is not None
    return where.start, where.end


def one(item: dict[str, Any]) -> Record:
    """The record of an item, the same from an array, an object and a line."""
    text = json.dumps(item, ensure_ascii=False)
    (record,) = read(f"[{text}]")
    (alone,) = read(text)
    (line,) = read(text + "\n", "csl-jsonl")
    assert isinstance(record, Record)
    assert isinstance(alone, Record)
    assert isinstance(line, Record)
    for attribute in Record.__dataclass_fields__:
        if attribute not in ("raw", "provenance"):
            assert getattr(record, attribute) == getattr(alone, attribute)
            assert getattr(record, attribute) == getattr(line, attribute)
    return record


ITEM: dict[str, Any] = {
    "id": "a1",
    "type": "article-journal",
    "title": "数字人文",
    "author": [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"}],
    "issued": {"date-parts": [[2020, 3, 1]]},
    "container-title": "图书情报工作",
    "volume": 64,
    "DOI": "10.1000/a",
    "custom": {"kept": True},
}


def test_every_variable_of_an_item() -> None:
    record = one(ITEM)
    assert (record.id, record.type, record.title) == ("a1", "article-journal", "数字人文")
    assert record.author == (Name(family="Berg", given="Jan", particles="van der"),)
    assert record.issued is not None
    assert record.issued[:4] == ("2020-03-01", 2020, 3, 1)
    assert (record.volume, record.doi) == ("64", "10.1000/a")
    assert [(f.name, f.value) for f in record.raw] == list(ITEM.items())
    assert [f.variable for f in record.raw][-2:] == ["DOI", ""]


VALUES = [
    # key, value, attribute, what is read, why
    ("title", ["A", "B"], "title", "A", "Crossref gives lists"),
    ("title", 1984, "title", "1984", "a number"),
    ("title", {"a": 1}, "title", "", "means nothing"),
    ("title", None, "title", "", "null"),
    ("volume", 12.0, "volume", "12", "a float"),
    ("volume", 10**500, "volume", str(10**500), "an integer of 500 digits"),
    ("page", True, "page", "", "a truth value is no page"),
    ("ISSN", ["0915-5287", "2187-5626"], "issn", "0915-5287; 2187-5626", "a list"),
    ("doi", "10.1/a", "doi", "10.1/a", "another case"),
    ("container_title", "J", "container_title", "J", "underscores"),
    ("journalAbbreviation", "J.", "container_title_short", "J.", "Zotero"),
    ("keyword", "a, b", "keyword", ("a", "b"), "a string with commas"),
    ("keyword", "a, b; c", "keyword", ("a, b", "c"), "semicolons come first"),
    ("keyword", ["a, b", {"tag": "c"}], "keyword", ("a, b", "c"), "a list is split already"),
    ("keyword", "2,4-D", "keyword", ("2,4-D",), "a comma inside a name"),
    ("author", "Li Wei", "author", 1, "a string"),
    ("author", "Smith, J. and Doe, A.", "author", 2, "a string of two"),
    ("author", {"family": "Li", "given": "Wei"}, "author", 1, "an object"),
    ("author", [{"literal": "WHO"}, "Doe, Ann", 5, None, {}], "author", 2, "a mixed list"),
    ("number", "arXiv:2101.00001", "arxiv", "2101.00001", "Zotero's preprints"),
    ("type", "journal-article", "type", "article-journal", "Crossref"),
    ("type", "nonsense", "type", "", "unknown"),
    ("citation-key", "x", "id", "a1", "the id counts"),
]


@pytest.mark.parametrize(("key", "value", "attribute", "expected", "why"), VALUES)
def test_values(key: str, value: Any, attribute: str, expected: Any, why: str) -> None:
    found = getattr(one({"id": "a1", key: value}), attribute)
    assert (len(found) if isinstance(expected, int) else found) == expected


NAMES = [
    ({"family": "Li", "given": "Wei"}, Name(family="Li", given="Wei")),
    ({"family": "张三"}, Name(family="张三")),
    ({"literal": "World Health Organization"}, Name(literal="World Health Organization")),
    ({"name": "WHO"}, Name(literal="WHO")),
    ({"firstName": "Wei", "lastName": "Li"}, Name(family="Li", given="Wei")),
    ({"family": "King", "given": "M. L.", "suffix": "Jr."}, Name("King", "M. L.", suffix="Jr.")),
    (
        {"family": "Fontaine", "given": "Jean", "dropping-particle": "de", "ORCID": "0"},
        Name("Fontaine", "Jean", "de", orcid="0"),
    ),
    (
        {"family": "Li", "given": "Wei", "affiliation": [{"name": "A"}, "B"]},
        Name("Li", "Wei", affiliation=("A", "B")),
    ),
    ({"family": ["Li"], "given": 5}, Name(given="5")),
]


@pytest.mark.parametrize(("member", "name"), NAMES)
def test_names(member: Any, name: Name) -> None:
    assert one({"id": "a", "author": [member]}).author == (name,)


DATES = [
    ({"date-parts": [[2020]]}, ("2020", 2020, None, None)),
    ({"date-parts": [["2020", "3", 1]]}, ("2020-03-01", 2020, 3, 1)),
    ({"date-parts": [2020, 3, 1]}, ("2020-03-01", 2020, 3, 1)),
    ({"date-parts": [[2019, 12], [2020, 1]]}, ("2019-12/2020-01", 2019, 12, None)),
    ({"date-parts": [[2020, None]]}, ("2020", 2020, None, None)),
    ({"date-parts": [[]]}, None),
    ({"date-parts": []}, None),
    ({"date-parts": [[[]]]}, None),
    ({"date-parts": "2020"}, None),
    ({"raw": "March 2020"}, ("March 2020", 2020, 3, None)),
    ({"date-parts": [[]], "literal": "2020"}, ("2020", 2020, None, None)),
    ("2020-03", ("2020-03", 2020, 3, None)),
    (2020, ("2020", 2020, None, None)),
    ({}, None),
    ([], None),
]


@pytest.mark.parametrize(("value", "expected"), DATES)
def test_dates(value: Any, expected: Any) -> None:
    issued = one({"id": "a", "issued": value}).issued
    assert (issued[:4] if issued else None) == expected


NOTE = (
    "original-author: Zhang || San\noriginal-author: 李四\n"
    "Original Title: The past and future\nPMID: 26957754\nCLC: F49;F832.51\n"
    "tex.cstr: 35001.37.01\nDOI: 10.1000/other\nCited by: 12"
)


def test_variables_in_lines_of_the_note() -> None:
    record = one({"id": "a", "title": "过去与未来", "DOI": "10.1000/a", "note": NOTE})
    assert record.parallel.title == "The past and future"
    assert [str(name) for name in record.parallel.author] == ["Zhang, San", "李四"]
    assert (record.pmid, record.cstr) == ("26957754", "35001.37.01")
    assert record.classification == "F49;F832.51"
    assert record.doi == "10.1000/a"  # the variable counts, not the note
    assert record.note == NOTE


PARALLELS = [
    ({"original-title": "T"}, "title", "T"),
    ({"title_en": "T"}, "title", "T"),
    ({"titleTranslation": "T"}, "title", "T"),
    ({"title-zh": "过去", "title-en": "T"}, "title", "T"),  # the record's own, once more
    ({"original-container-title": "Acta"}, "container_title", "Acta"),
    ({"container-title-en": "Acta"}, "container_title", "Acta"),
    ({"original-keyword": "one; two"}, "keyword", ("one", "two")),
    ({"original-abstract": "A"}, "abstract", "A"),
    ({"affiliation_en": ["Peking Univ"]}, "affiliation", ("Peking Univ",)),
    ({"original-publisher": "P"}, "publisher", ""),  # of an older edition
    ({"note": "original-title: T\noriginal-publisher: P"}, "publisher", "P"),
    ({"note": "titleTranslation: T"}, "title", "T"),
    ({"note": "English title: T"}, "title", "T"),
    ({"note": "Translated from the English: T"}, "title", ""),
    ({"note": "original-affiliation: A Univ; B Univ"}, "affiliation", ("A Univ", "B Univ")),
    (
        {"note": "original-container-title: Acta Psychologica"},
        "container_title",
        "Acta Psychologica",
    ),
    ({"author_en": [{"family": "Li", "given": "Si"}]}, "author", (Name("Li", "Si"),)),
]


@pytest.mark.parametrize(("more", "part", "value"), PARALLELS)
def test_parallel_values(more: dict[str, Any], part: str, value: Any) -> None:
    record = one({"id": "a", "title": "过去"} | more)
    assert getattr(record.parallel, part) == value


OTHER_WORKS = [
    {"translator": [{"family": "Li", "given": "Wei"}]},
    {"original-date": {"date-parts": [[1937]]}},
    {"original-language": "en"},
    {"note": "original-date: 1937"},
]


@pytest.mark.parametrize("more", OTHER_WORKS)
def test_the_original_of_a_translation_is_not_parallel(more: dict[str, Any]) -> None:
    titles = {"id": "a", "title": "雪国", "original-title": "Snow Country"}
    assert one(titles).parallel.title == "Snow Country"
    assert not one(titles | more).parallel.title


def items_text(*middle: str, separator: str = ",\n  ") -> str:
    texts = [json.dumps({"id": key, "type": "book", "title": key}) for key in "ac"]
    return "[\n  " + separator.join([texts[0], *middle, texts[1]]) + "\n]\n"


DAMAGE = [
    ('{"id": "b", "title": "\\x"}', "a bad escape"),
    ('{"id": "b", "title": "x"', "no closing brace"),
    ('{"id": "b", "title": "x}', "no closing quote"),
    ('{"id": "b", "title": x"}', "no opening quote"),
    ('{"id": "b", "title": "x",}', "a trailing comma"),
    ('{"id": "b", "volume": NaN}', "NaN"),
    ('{"id": "b", "volume": -Infinity}', "an infinity"),
    ('{"id": "b", "titl', "cut off"),
    ('{"id": "b" "title": "x"}', "no comma"),
    ('"id": "b", "title": "x"}', "no opening brace"),
    ('{"id": "b", "author": [{"family": "x"}', "two brackets missing"),
    ('{"id": "b", "note": "}", "title": "\\q {"}', "braces in strings"),
    ("{'id': 'b'}", "Python"),
    ('{"id": ' + "[" * 100_000 + "]" * 100_000 + "}", "nested too deep"),
    ('{"id": "b", "author": ' + '{"a":' * 5000, "nested and cut off"),
    ('"a string"', "a string"),
    ("17", "a number"),
    ("null", "null"),
    ('["id", "b"]', "an array"),
    ("garbage", "no JSON at all"),
]


@pytest.mark.parametrize("separator", [",\n  ", ",", ", ", " ,\r\n"])
@pytest.mark.parametrize(("item", "why"), DAMAGE, ids=[why for _, why in DAMAGE])
def test_a_broken_item_costs_no_neighbour(item: str, why: str, separator: str) -> None:
    text = items_text(item, separator=separator)
    first, fault, last = read(text)
    assert isinstance(first, Record)
    assert isinstance(fault, Fault)
    assert isinstance(last, Record)
    assert (first.id, last.id) == ("a", "c")
    assert (fault.code, fault.record_number) == ("COL002", 2)
    assert fault.line == 2 + separator.count("\n")
    assert fault.start == text.index(item)
    assert text[fault.start : fault.end] == fault.raw
    assert fault.raw.startswith(item[:20])


@pytest.mark.parametrize(("item", "why"), DAMAGE, ids=[why for _, why in DAMAGE])
def test_a_broken_line_costs_no_neighbour(item: str, why: str) -> None:
    text = f'{{"id": "a"}}\n{item}\n{{"id": "c"}}\n'
    first, fault, last = read(text, "csl-jsonl")
    assert isinstance(first, Record)
    assert isinstance(fault, Fault)
    assert isinstance(last, Record)
    assert (fault.line, last.provenance.line, last.id) == (2, 3, "c")
    assert text[fault.start : fault.end] == fault.raw == item


@pytest.mark.parametrize("separator", [",\n  ", ",", ", "])
def test_the_first_item_broken(separator: str) -> None:
    text = items_text('{"id": "b", "title": "x"}', separator=separator).replace('"a"}', '"a', 1)
    fault, second, third = read(text)
    assert isinstance(fault, Fault)
    assert isinstance(second, Record)
    assert isinstance(third, Record)
    assert (second.id, third.id) == ("b", "c")


def test_two_broken_items_are_two_faults() -> None:
    items = read(items_text('{"id": "b", "title": "x"', '{"id": "b2", "title": \\}'))
    assert [isinstance(item, Fault) for item in items] == [False, True, True, False]


def test_a_line_broken_in_two_is_one_fault() -> None:
    items = read('{"id": "a"}\n{"id": "b", "title": "x\ny"}\n{"id": "c"}\n', "csl-jsonl")
    assert [isinstance(item, Fault) for item in items] == [False, True, False]


def test_the_last_item_cut_off() -> None:
    first, fault = read('[{"id": "a"}, {"id": "b", "title": "Som')
    assert isinstance(first, Record)
    assert isinstance(fault, Fault)
    assert fault.raw == '{"id": "b", "title": "Som'


FORGIVEN = [
    ('[{"id": "a"} {"id": "c"}]', "no comma between"),
    ('[{"id": "a"},, {"id": "c"},]', "a comma too many"),
    ('[{"id": "a"}}, {"id": "c"}]', "a brace too many"),
    ('[{"id": "a"}][{"id": "c"}]', "two arrays"),
    ('{"id": "a"}\n{"id": "c"}', "objects one after another"),
    ('{"config": {"items": 1}, "items": [{"id": "a"}, {"id": "c"}], "x": [{"id": 1}]}', "envelope"),
    ('\ufeff[\r\n{"id": "a"},\r\n{"id": "c"}', "byte order mark, no end"),
    ('[{"id": "a", "note": "line\nbreak"}, {"id": "c"}]', "a line end in a string"),
    ('[{"id": "a", "id": "a"}, {"id": "c"}]', "a key twice"),
    ('[{"id": "a", "title": "\\ud800"}, {"id": "c", "title": "\udc80"}]', "lone surrogates"),
]


@pytest.mark.parametrize(("text", "why"), FORGIVEN, ids=[why for _, why in FORGIVEN])
def test_what_loses_nothing_is_read(text: str, why: str) -> None:
    records = read(text)
    assert [r.id for r in records if isinstance(r, Record)] == ["a", "c"]
    assert len(records) == 2


def test_lines_and_columns_count_as_in_an_editor() -> None:
    text = '[\r\n  {"id": "a",\r\n   "title": "x"},\r\r\n\n {"id": "b"}]'
    first, second = read(text)
    assert isinstance(first, Record)
    assert isinstance(second, Record)
    assert (first.provenance.line, first.provenance.column) == (2, 3)
    assert (second.provenance.line, second.provenance.column) == (6, 2)
    (marked,) = read('\ufeff[{"id": "a"}]')
    assert isinstance(marked, Record)
    assert (marked.provenance.column, marked.provenance.start) == (2, 2)
    assert second.provenance.cut(text) == '{"id": "b"}'


def test_an_array_is_streamed() -> None:
    """Many times the block that is held, in lines that differ in length, one of them broken."""
    texts = [json.dumps({"id": str(i), "abstract": "x" * (i % 977)}) for i in range(3000)]
    texts[1500] = texts[1500].replace('"abstract"', "abstract")
    text = "[" + ",\n".join(texts) + "]"
    items = read(text)
    assert len(items) == 3000
    (broken,) = (item for item in items if isinstance(item, Fault))
    assert (broken.line, broken.raw) == (1501, texts[1500])
    for item, expected in zip(items, texts, strict=True):
        start, end = place(item)
        assert text[start:end] == expected


@pytest.mark.parametrize("form", ["csl-json", "csl-jsonl"])
def test_an_item_longer_than_the_limit_is_left_out(form: str) -> None:
    long = json.dumps({"id": "b", "abstract": "x" * 400_000})
    text = f'{{"id": "a"}}\n{long}\n{{"id": "c"}}\n'
    first, fault, last = read(text, form, limit=200_000)
    assert isinstance(first, Record)
    assert isinstance(fault, Fault)
    assert isinstance(last, Record)
    assert (fault.template.split()[-1], fault.raw) == ("max-record-bytes", "")
    assert (first.id, last.id, last.provenance.line) == ("a", "c", 3)


JSON_TEXT = st.text(st.sampled_from('[]{}:,"\\ \n\rid1eNnultrfas\ufeff\ud800王'), max_size=200)
ANY_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*csl_json.VARIABLES, *csl_json.PARALLELS, "family", "given", "x"]),
            inner,
            max_size=6,
        )
    ),
    max_leaves=12,
)


NOTHING = "an item without any variable of CSL"
OTHER_JSON = [
    ("[{}]", NOTHING),
    ('{"response": {"docs": [{"id": "EJ1", "title": "A"}]}}', NOTHING),  # of another API
    ('{"a": ' + "[" * 400 + "]" * 400 + "}", NOTHING),
    ('[{"type": "group", "key": "a", "fields": []}]', NOTHING),  # of a parser
    ('[{"id": "a", "type": "book", "library": "A"}]', ""),  # it says what it is
    ('[{"id": "a"}]', ""),
    ('[{"title": ""}]', ""),  # one that says nothing is an item all the same
    ('[{"titel": "A", "doi": "10.1000/a"}]', ""),
]


@pytest.mark.parametrize(("text", "reason"), OTHER_JSON, ids=lambda text: text[:20])
def test_an_item_without_any_variable(text: str, reason: str) -> None:
    (item,) = csl_json.read(Source("x", "csl-json", text=text))
    assert (item.template if isinstance(item, Fault) else "") == reason


@given(JSON_TEXT, st.sampled_from(["csl-json", "csl-jsonl"]))
def test_any_text_is_read(text: str, form: str) -> None:
    list(csl_json.read(Source("x", form, text=text)))


@given(st.dictionaries(st.sampled_from([*csl_json.VARIABLES, *csl_json.PARALLELS]), ANY_JSON))
def test_any_item_is_read(item: dict[str, Any]) -> None:
    (record,) = csl_json.read(Source("x", "csl-jsonl", text=json.dumps(item, allow_nan=False)))
    if not item:
        assert isinstance(record, Fault)
        return
    assert isinstance(record, Record)
    assert isinstance(record.title, str)
    assert all(isinstance(name, Name) for name in record.author)


@pytest.mark.parametrize(
    "path", sorted((SHARED / "data/formats/csljson").glob("*.json")), ids=lambda path: path.name
)
class TestRealFiles:
    pytestmark = needs_shared

    def test_every_item_is_read(self, path: Any) -> None:
        text = path.read_text("utf-8")
        items = read(text)
        assert [item.id for item in items if isinstance(item, Record)] == [
            item["id"] for item in json.loads(text)
        ]
