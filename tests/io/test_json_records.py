"""The JSON of databases: framings, detection, damage; each vocabulary has tests of its own."""

from __future__ import annotations

import gzip
import json
import random
import re
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shared import SHARED, needs_shared

import validator
from validator.cli import main
from validator.errors import UnreadableError, UsageError
from validator.finding import Fault
from validator.io import detect, read_text
from validator.io.json import (
    arxiv,
    crossref,
    datacite,
    europe_pmc,
    openalex,
    semantic_scholar,
    zotero,
)
from validator.io.json.decoding import decoded
from validator.record import Record

Make = Callable[[int], dict[str, Any]]


def crossref_work(number: int) -> dict[str, Any]:
    funders = [{"DOI": f"10.13039/{i}", "name": "F", "doi-asserted-by": "publisher"} for i in "12"]
    return {
        "indexed": {"date-parts": [[2020, 1, 1]], "timestamp": 1},
        "reference-count": 2,
        "funder": funders,
        "DOI": f"10.1/{number}",
        "type": "journal-article",
        "title": [f"T {number}"],
        "issn-type": [{"type": "print", "value": "1"}, {"type": "electronic", "value": "2"}],
        "author": [{"given": "A", "family": "B"}, {"given": "C", "family": "D"}],
    }


def selected_work(number: int) -> dict[str, Any]:
    """As the API answers where fields were selected: no "indexed", the first key varies."""
    work = crossref_work(number)
    return {key: work[key] for key in ("DOI", "title", "author", "funder")}


def typed_work(number: int) -> dict[str, Any]:
    """As somebody's program writes it: parts of a work begin with the same key."""
    work = crossref_work(number)
    return {key: work[key] for key in ("type", "DOI", "title", "issn-type", "author")}


def openalex_work(number: int) -> dict[str, Any]:
    author = {"id": "https://openalex.org/A1", "display_name": "A B"}
    return {
        "id": f"https://openalex.org/W{number}",
        "doi": None,
        "title": f"T {number}",
        "concepts": [{"id": f"https://openalex.org/C{i}", "display_name": "c"} for i in "12"],
        "authorships": [{"author_position": "first", "author": author}],
    }


def datacite_item(number: int) -> dict[str, Any]:
    references = [{"id": "10.2/1", "type": "dois"}, {"id": "10.2/2", "type": "dois"}]
    attributes = {
        "doi": f"10.1/{number}",
        "creators": [{"name": "A, B"}],
        "titles": [{"title": f"T {number}"}],
    }
    return {
        "id": f"10.1/{number}",
        "type": "dois",
        "attributes": attributes,
        "relationships": {"references": {"data": references}},
    }


def datacite_document(number: int) -> dict[str, Any]:
    return {
        "id": f"https://doi.org/10.1/{number}",
        "doi": f"10.1/{number}",
        "types": {"resourceTypeGeneral": "Text"},
        "creators": [{"name": "A, B"}, {"name": "C, D"}],
        "titles": [{"title": f"T {number}"}],
        "publicationYear": 2020,
    }


def zotero_item(number: int) -> dict[str, Any]:
    return {
        "key": f"ABCDEF{number}7",
        "version": 1,
        "library": {"type": "user", "id": 1},
        "data": {
            "key": f"ABCDEF{number}7",
            "itemType": "journalArticle",
            "title": f"T {number}",
            "creators": [{"creatorType": "author", "firstName": "A", "lastName": "B"}] * 2,
            "tags": [{"tag": "a"}, {"tag": "b"}],
        },
    }


def europe_pmc_result(number: int) -> dict[str, Any]:
    return {
        "id": f"1{number}",
        "source": "MED",
        "pmid": f"1{number}",
        "title": f"T {number}",
        "authorString": "A B.",
        "pubYear": "2020",
        "fullTextUrlList": {"fullTextUrl": [{"site": "a"}, {"site": "b"}]},
    }


def scholar_paper(number: int) -> dict[str, Any]:
    return {
        "paperId": f"{number}" * 40,
        "externalIds": {"CorpusId": number},
        "title": f"T {number}",
        "authors": [{"authorId": "1", "name": "A B"}, {"authorId": "2", "name": "C D"}],
    }


def marc_record(number: int) -> dict[str, Any]:
    title = {"ind1": "1", "ind2": "0", "subfields": [{"a": f"T {number}"}]}
    return {
        "leader": "00000nam a2200000 a 4500",
        "fields": [{"001": f"{number}"}, {"100": {"subfields": [{"a": "B, A"}]}}, {"245": title}],
    }


def marc_object(number: int) -> dict[str, Any]:
    title = [{"code": "a", "value": f"T {number}"}]
    author = [{"code": "a", "value": "B, A"}]
    return {
        "fields": [
            {"tag": "001", "value": f"{number}"},
            {"tag": "100", "ind1": "1", "ind2": " ", "subfields": author},
            {"tag": "245", "ind1": "1", "ind2": "0", "subfields": title},
        ],
        "leader": "00000nam a2200000 a 4500",
    }


def arxiv_paper(number: int) -> dict[str, Any]:
    return {
        "id": f"0704.000{number}",
        "authors": "A. B and C. D",
        "title": f"T {number}",
        "categories": "hep-ph",
        "versions": [{"version": "v1", "created": "Mon, 2 Apr 2007 19:18:42 GMT"}],
        "authors_parsed": [["B", "A.", ""], ["D", "C.", ""]],
    }


MAKERS: list[tuple[str, Make]] = [
    ("crossref-json", crossref_work),
    ("crossref-json", selected_work),
    ("crossref-json", typed_work),
    ("openalex", openalex_work),
    ("datacite-json", datacite_item),
    ("datacite-json", datacite_document),
    ("zotero-json", zotero_item),
    ("europepmc-json", europe_pmc_result),
    ("semantic-scholar", scholar_paper),
    ("marc-json", marc_record),
    ("marc-json", marc_object),
    ("arxiv-json", arxiv_paper),
]
ENVELOPES = {
    "crossref-json": '{"status":"ok","message-type":"work-list","message":{"facets":{},'
    '"total-results":3,"items":[%s],"query":{"items":[1]}}}',
    "openalex": '{"meta":{"count":3,"db_response_time_ms":2},"results":[%s],"group_by":[{"k":1}]}',
    "datacite-json": '{"data":[%s],"meta":{"states":[{"id":"findable"}]},"links":{}}',
    "zotero-json": '{"config":{"id":"x","options":{}},"collections":{},"items":[%s]}',
    "europepmc-json": '{"version":"6.9","hitCount":3,"request":{"query":"a"},'
    '"resultList":{"result":[%s]}}',
    "semantic-scholar": '{"total":3,"offset":0,"data":[%s]}',
    "marc-json": '{"count":3,"records":[%s]}',
    "arxiv-json": '{"total":3,"items":[%s]}',
}
FORMS = tuple(ENVELOPES)
FRAMES = [
    ("[%s]", ",", "an array in one line"),
    ("[\n  %s\n]\n", ",\n  ", "an array, an item a line"),
    ("%s\n", "\n", "JSON Lines"),
    ("%s\r\n\r\n", "\r\n", "JSON Lines, CRLF and an empty line"),
    ("\ufeff%s", "\n", "JSON Lines behind a byte order mark"),
    ("envelope", ", ", "the answer of an API"),
    ('{"items":[%s]}', ",", "a public data file"),
]


def framed(form: str, frame: str, separator: str, texts: list[str]) -> str:
    frame = ENVELOPES[form] if frame == "envelope" else frame
    return frame % separator.join(texts)


def outcome(text: str, form: str) -> list[str]:
    """The titles of records, and the codes of faults, whose places are right."""
    found = []
    for item in read_text(text, form):
        if isinstance(item, Record):
            assert json.loads(item.provenance.cut(text))
            found.append(item.title)
        else:
            assert item.start is not None
            assert text[item.start : item.end] == item.raw
            found.append(item.code)
    return found


@pytest.mark.parametrize(("frame", "separator", "why"), FRAMES, ids=[why for *_, why in FRAMES])
@pytest.mark.parametrize(("form", "make"), MAKERS)
def test_framings(form: str, make: Make, frame: str, separator: str, why: str) -> None:
    if why == "a public data file" and form not in ("crossref-json", "zotero-json"):
        return
    text = framed(form, frame, separator, [json.dumps(make(i)) for i in (1, 2, 3)])
    assert detect.by_content(text) == form
    assert outcome(text, form) == ["T 1", "T 2", "T 3"]


SINGLE = [
    ("crossref-json", crossref_work, '{"status":"ok","message-type":"work","message":%s}'),
    ("crossref-json", crossref_work, "%s"),
    ("openalex", openalex_work, "%s"),
    ("datacite-json", datacite_item, '{"data":%s}'),
    ("datacite-json", datacite_item, "%s"),
    ("datacite-json", datacite_document, "%s"),
    ("datacite-json", datacite_document, '{"data":{"works":{"nodes":[%s]}}}'),
    ("zotero-json", zotero_item, "%s"),
    ("europepmc-json", europe_pmc_result, "%s"),
    ("semantic-scholar", scholar_paper, "%s"),
    ("marc-json", marc_record, "%s"),
    ("arxiv-json", arxiv_paper, "%s"),
]


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize(("form", "make", "frame"), SINGLE)
def test_single_works(form: str, make: Make, frame: str, indent: int | None) -> None:
    text = frame % json.dumps(make(1), indent=indent)
    assert detect.by_content(text) == form
    assert outcome(text, form) == ["T 1"]
    assert outcome(f"{text}\n{text}\n", form) == ["T 1", "T 1"]  # answers kept in one file


def damaged(text: str) -> Iterator[tuple[str, str]]:
    """The text of an item, broken."""
    half = len(text) // 2
    yield "no closing brace", text[:-1]
    yield "no opening brace", text[1:]
    yield "cut off in the middle", text[:half]
    yield "cut off early", text[: half // 2]
    yield "a bad escape", text.replace('"T ', '"T \\x ')
    yield "no opening quote", text.replace('"T ', "T ")
    yield "no closing quote", text.replace('"T 2"', '"T 2')
    yield "NaN", text.replace('"T 2"', "NaN")
    yield "a bracket missing", text.replace("[", "", 1)
    yield "no colon", text.replace(":", "", 1)
    yield "quotes of Python", text.replace('"', "'")
    yield "a comma too many", text[:-1] + ",}"
    yield "control characters and lost bytes", text[:half] + '\x00\udc80"' + text[half:]
    yield "nested too deep", text.replace('"T 2"', "[" * 20_000 + "]" * 20_000)
    yield "spliced", text[:half] + text[half // 3 :]
    yield "null", "null"
    yield "garbage", "garbage"


@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize(("frame", "separator", "why"), FRAMES[:6], ids=lambda value: "")
@pytest.mark.parametrize(("form", "make"), MAKERS)
def test_a_broken_item_costs_no_neighbour(
    form: str, make: Make, frame: str, separator: str, why: str, place: int
) -> None:
    for kind, broken in damaged(json.dumps(make(2))):
        texts = [json.dumps(make(i)) for i in (1, 3, 4)]
        expected = ["T 1", "T 3", "T 4"]
        texts.insert(place, broken)
        expected.insert(place, "COL002")
        found = outcome(framed(form, frame, separator, texts), form)
        assert found == expected, (why, kind)


JOINED = [
    ("{first}{second}", ["T 1", "T 2", "T 3", "T 4"], "no line end between two"),
    ("{first} {second}", ["T 1", "T 2", "T 3", "T 4"], "a blank instead"),
    ("{half}{second}", ["COL002", "T 2", "T 3", "T 4"], "a program was stopped in one and went on"),
    ("{half}{half}{second}", ["COL002", "T 2", "T 3", "T 4"], "it was stopped twice"),
    ("{half}{short}", ["COL002", "T 3", "T 4"], "the second is broken, too"),
    ("{open}", ["COL002", "T 3", "T 4"], "what ends the line is the value of a key"),
]


@pytest.mark.parametrize(("line", "expected", "why"), JOINED, ids=[why for *_, why in JOINED])
def test_two_items_in_a_line(line: str, expected: list[str], why: str) -> None:
    first, second, *others = (json.dumps(openalex_work(n)) for n in (1, 2, 3, 4))
    half = first[: first.index("_position")]
    line = line.format(
        first=first, second=second, half=half, short=second[:-1], open='{"id": 1, "a": {"id": 2}'
    )
    assert outcome("\n".join([line, *others]), "openalex") == expected, why


STRAY = [
    ('{"a": 1}]', "behind an item"),
    ("]", "instead of one"),
    ('"x"}]}', "the rest of one"),
]


@pytest.mark.parametrize(("broken", "why"), STRAY, ids=[why for _, why in STRAY])
@pytest.mark.parametrize("frame", ["[%s]", '{"message":{"items":[%s],"query":{"items":[1]}}}'])
def test_a_bracket_too_many_ends_no_array(broken: str, why: str, frame: str) -> None:
    texts = [json.dumps(crossref_work(1)), broken, *(json.dumps(crossref_work(n)) for n in (3, 4))]
    found = outcome(frame % ", ".join(texts), "crossref-json")
    assert [title for title in found if title.strip("T ") in ("1", "3", "4")] == [
        "T 1",
        "T 3",
        "T 4",
    ], why


def test_parts_of_an_item_are_none() -> None:
    """Those that the loss of its beginning has set free do not tell what the others look like."""
    whole = [json.dumps(marc_object(n), indent=2) for n in (1, 2, 3)]
    rest = whole[0].split("\n", 2)[2]
    items = read_text(f"[\n{rest},\n{whole[1]},\n{whole[2]}\n]", "marc-json")
    assert [item.title for item in items if isinstance(item, Record)] == ["T 2", "T 3"]


def reordered(value: Any, chance: random.Random) -> Any:
    """JSON whose objects have their keys in another order."""
    if isinstance(value, list):
        return [reordered(member, chance) for member in value]
    if not isinstance(value, dict):
        return value
    keys = list(value)
    chance.shuffle(keys)
    return {key: reordered(value[key], chance) for key in keys}


def _is_json(text: str) -> bool:
    try:
        decoded(text)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(("form", "make"), MAKERS)
def test_keys_in_any_order(
    form: str, make: Make, seed: int, indent: int | None, place: int
) -> None:
    """A broken item costs no neighbour where each begins with another key, not even the first."""
    chance = random.Random(seed)
    whole = [json.dumps(reordered(make(i), chance), indent=indent) for i in (1, 3, 4)]
    for kind, broken in damaged(json.dumps(reordered(make(2), chance), indent=indent)):
        if kind == "spliced" or _is_json(broken):
            continue
        texts, expected = [*whole], ["T 1", "T 3", "T 4"]
        texts.insert(place, broken)
        expected.insert(place, "COL002")
        assert outcome(f"[{','.join(texts)}]", form) == expected, kind


def test_the_last_item_broken() -> None:
    for form, make in MAKERS:
        for kind, broken in damaged(json.dumps(make(2))):
            if kind != "spliced" and not broken.endswith("["):  # the frame would close it
                text = framed(form, "envelope", ",", [json.dumps(make(1)), broken])
                assert outcome(text, form) == ["T 1", "COL002"], (form, kind)


NOT_THESE = [
    ('[{"id": "a", "title": "T", "DOI": "10.1/a", "member": "1"}]', "csl-json", "CSL of Crossref"),
    ('[{"id": "a", "title": ["T"]}]', "csl-json", "CSL with a list, and no key of Crossref's"),
    ('[{"id": "a", "title": ["T"], "DOI": "10.1/a"}]', "csl-json", "an id, which works have not"),
    ('{"message-type": "member-list", "message": {"items": [{"id": 1}]}}', "", "members"),
    ('{"results": [{"id": "https://openalex.org/A5", "display_name": "A"}]}', "", "an author"),
    ('{"meta": {"db_response_time_ms": 1}, "data": []}', "", "another API"),
    ('{"data": [{"id": "cern", "attributes": {"name": "A"}}]}', "", "a repository"),
    ('{"titles": ["a"], "names": ["b"]}', "", "titles of something"),
    ('{"creators": ["a"]}', "", "creators alone"),
    ("{", "", "a brace"),
    ('{"a', "", "cut off"),
]


@pytest.mark.parametrize(("text", "form", "why"), NOT_THESE)
def test_other_json_is_not_taken(text: str, form: str, why: str) -> None:
    assert detect.by_content(text) == form


EMPTY = [
    '{"status":"ok","message-type":"work-list","message":{"total-results":0,"items":[]}}',
    '{"meta":{"count":0,"db_response_time_ms":9},"results":[],"group_by":[]}',
    '{"version":"6.9","hitCount":0,"request":{},"resultList":{"result":[]}}',
    '[{"key":"ABCDEFG2","version":1,"data":{"itemType":"attachment","title":"PDF"}}]',
]


@pytest.mark.parametrize("text", EMPTY)
def test_an_answer_without_works_says_so(text: str, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(text, "utf-8")
    faults: list[Fault] = []
    assert list(validator.read(path, on_fault=faults.append)) == []
    assert [fault.code for fault in faults] == ["COL005"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_encodings_and_compression(encoding: str, tmp_path: Path) -> None:
    text = json.dumps([openalex_work(1) | {"title": "数字人文"}], ensure_ascii=False)
    path = tmp_path / "works.json.gz"
    path.write_bytes(gzip.compress(text.encode(encoding)))
    (record,) = validator.read(path)
    assert (record.title, record.provenance.format) == ("数字人文", "openalex")


@pytest.mark.parametrize(("form", "make"), MAKERS)
def test_a_check_tells_the_line_of_a_broken_item(
    form: str, make: Make, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = json.dumps(make(2))[:-1]
    texts = [json.dumps(make(1)), broken, json.dumps(make(3))]
    path = tmp_path / "works.json"
    path.write_text(framed(form, "[\n%s\n]", ",\n", texts), "utf-8")
    assert main(["check", str(path), "--isolated", "--format", "concise"]) == 1
    told = "".join(capsys.readouterr())
    assert f"{path}:3: COL002" in told
    assert "2 records in 1 file" in told
    assert "1 unreadable" in told


ODD = [
    ('"volume": 1e400', "a number that is none"),
    ('"volume": ' + "9" * 5000, "an integer of 5,000 digits"),
    ('"title": ["A"], "title": ["B"]', "a key twice"),
    ('"title": ["\\ud800"]', "a lone surrogate"),
    ('"author": {"family": [[[]]]}', "other types"),
    ('"abstract": "' + "<p>" * 10_000 + '"', "an abstract of tags"),
    ('"a": ' + '{"a":' * 500 + "1" + "}" * 500, "nested deep"),
]


@pytest.mark.parametrize(("part", "why"), ODD, ids=[why for _, why in ODD])
def test_odd_values_are_read(part: str, why: str) -> None:
    text = f'[{{"indexed": {{}}, {part}}}, {json.dumps(crossref_work(1))}]'
    first, second = read_text(text, "crossref-json")
    assert isinstance(first, Record)
    assert isinstance(second, Record)
    assert second.title == "T 1"


KEYS = sorted(
    {*crossref.FIELDS, *openalex.FIELDS, *datacite.FIELDS, *crossref.DATES}
    | {*zotero.FIELDS, *europe_pmc.FIELDS, *semantic_scholar.FIELDS, *arxiv.FIELDS}
    | {"family", "name", "date-parts", "source", "type", "value", "attributes", "relatedItems"}
)
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=6)
    ),
    max_leaves=12,
)


@pytest.mark.parametrize("form", [form for form in FORMS if form != "marc-json"])  # needs fields
@given(work=st.dictionaries(st.sampled_from(KEYS), ANY_JSON))
def test_any_work_is_read(form: str, work: dict[str, Any]) -> None:
    text = json.dumps([work])
    if "Infinity" in text:
        return
    found = list(read_text(text, form))
    if form == "zotero-json" and not found:
        return  # a part of an item
    (record,) = found
    assert isinstance(record, Record)
    assert all(isinstance(text, str) for _, text in record.texts())
    detect.by_content(text)


HOSTILE = [  # each of these once took the square of its length
    '{"indexed":{' * 10_000,
    '{"title":[' * 10_000,
    '{"title":' + " " * 200_000,
    '[{"type":1,"id":' * 5_000,
]


@pytest.mark.parametrize("form", ["crossref-json", "csl-json"])
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12])
def test_hostile_texts_take_time_in_proportion(text: str, form: str) -> None:
    start = time.process_time()
    detect.by_content(text[: 2**16])
    list(read_text(text, form))
    assert time.process_time() - start < 10


JSON_TEXT = st.text(st.sampled_from('[]{}:,"\\ \n\rid1eNnultrfas\ufeff\ud800王'), max_size=200)


@pytest.mark.parametrize("form", FORMS)
@given(text=JSON_TEXT)
def test_any_text_is_read(form: str, text: str) -> None:
    detect.by_content(text)
    with suppress(UnreadableError, UsageError):
        list(read_text(text, form))


PAGES = [
    ("crossref.md", {*crossref.FIELDS, *crossref.TEXTS, *crossref.DATES, *crossref.TYPES}),
    ("openalex.md", {*openalex.FIELDS, *openalex.TYPES}),
    ("datacite.md", set(datacite.FIELDS)),
    ("zotero.md", {*zotero.FIELDS, *zotero.TYPES, *zotero.PARTS, *zotero.AUTHORS}),
    ("europe-pmc.md", {*europe_pmc.FIELDS, *europe_pmc.OF_SOURCES}),
    ("semantic-scholar.md", {*semantic_scholar.FIELDS, *semantic_scholar.TYPES}),
]


@pytest.mark.parametrize(("page", "words"), PAGES)
def test_every_key_and_type_stands_on_its_page(page: str, words: set[str]) -> None:
    text = (Path(__file__).parents[2] / "docs/formats" / page).read_text("utf-8")
    assert {word for word in words if f"`{word}`" not in text} == set()


def test_every_general_type_stands_on_its_page() -> None:
    text = (Path(__file__).parents[2] / "docs/formats/datacite.md").read_text("utf-8")
    named = {word.lower() for word in re.findall(r"`(\w+)`", text)}
    assert set(datacite.TYPES) <= named


REAL = [
    (path, form)
    for folder, form in (("openalex", "openalex"), ("datacite", "datacite-json"))
    for path in sorted((SHARED / "data/formats" / folder).glob("*.json"))
]


class TestRealFiles:
    pytestmark = needs_shared

    @pytest.mark.parametrize(("path", "form"), REAL, ids=[path.name for path, _ in REAL])
    def test_every_work_is_read(self, path: Path, form: str) -> None:
        held = json.loads(path.read_text("utf-8"))
        works = held.get("results", [held])
        faults: list[Fault] = []
        records = list(validator.read(path, on_fault=faults.append))
        assert not faults
        assert [record.provenance.format for record in records] == [form] * len(works)
        assert all(record.id and record.title and record.type for record in records)
