"""Each expectation about values counts what the rules find, on every backend."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import pytest
from backends import Backend, backend, gx_context, spark

from validator.asking import run
from validator.config import Settings
from validator.packs import load_rules
from validator.record import Name, Record
from validator.registry import RULES
from validator.text.script import Script, script_of_title

pytest.importorskip("great_expectations", reason="pip install 'bibvalidator[gates]'")
from validator.text.judging import LONGEST_TITLE

pytestmark = pytest.mark.filterwarnings("ignore")  # of the libraries beneath

__all__ = ["backend", "gx_context", "spark"]

load_rules()
DEFAULTS = Settings()

NASTY = (
    "",
    " ",
    "\u3000",
    "n/a",
    "未知",
    "غير معروف",
    "'; DROP TABLE records; --",
    '"%s" {0} :x ? \\u4e00 \\',
    "a\tb\r\nc",
    "\0",
    "10.1000/1\x0082",
    "10.1000/18\udc80",
    "\ud83d",
    "😀🇨🇳",
    "e\u0301\u200b\u202e",
    "１０.1016／ｊ.cell",
    "０３７８－５９５５",
    "数字人文研究的进展",
    "日本語の語彙と文法",
    "한국어 교육 연구",
    "Война и мир",
    "داء السكري من النوع الأول",
    "Ελληνική βιβλιογραφία",
    "Die Rolle der 胰岛素 in the treatment of diabetes mellitus",
    "x" * 5000,
    "汉" * 5000,
    "10.1000/" + "9" * 5000,
)


class Mirror(NamedTuple):
    """An expectation, its arguments, the rules it mirrors, and the record with a value alone."""

    expectation: str
    arguments: dict[str, Any]
    rules: tuple[str, ...]
    record: Callable[[str], Record]
    values: Sequence[str]


def examples(attribute: str, *codes: str) -> list[str]:
    """The values of a field in the examples of rules."""
    told = (example.given for code in codes for example in RULES[code].examples)
    records = (given for given in told if isinstance(given, Record))
    return [value for record in records if (value := getattr(record, attribute))]


def orcids() -> list[str]:
    told = [example.given for example in RULES["PID001"].examples]
    names = [name for record in told for name in (*record.author, *record.editor)]
    found = [name.orcid for name in names if name.orcid]
    return [*found, " | ".join(found), "0000-0002-1825-0097; 0000-0002-1694-233X", ";", "| n/a"]


def people(cell: str) -> Record:
    """The authors whose iDs are those of a cell, as a table gives them."""
    parts = cell.replace("；", ";").replace("|", ";").replace("\n", ";").split(";")
    return Record(author=tuple(Name(family="Li", orcid=part.strip()) for part in parts))


DOI = ("DOI001", "DOI002", "DOI004", "DOI005", "DOI008")
ISSN = ("ISN001", "ISN002", "ISN003", "ISN008")
ISBN = ("ISN003", "ISN004", "ISN005")
DOIS = examples("doi", *DOI, "DOI007", "DOI009")
TITLES = [
    title
    for title in examples("title", "CJK007", "CJK008", "CJK011", "TIT002", "LAN001")
    if "英文" not in title and "英汉" not in title
]
MIRRORS = [
    Mirror("Doi", {}, DOI, lambda value: Record(doi=value), DOIS),
    Mirror("Doi", {"ignore": ["DOI002"]}, DOI[:1] + DOI[2:], lambda v: Record(doi=v), DOIS),
    Mirror("Issn", {}, ISSN, lambda value: Record(issn=value), examples("issn", *ISSN)),
    Mirror("Isbn", {}, ISBN, lambda value: Record(isbn=value), examples("isbn", *ISBN)),
    Mirror("Orcid", {}, ("PID001",), people, orcids()),
    Mirror(
        "Script",
        {"script": "Latin"},
        ("CJK007",),
        # of a type whose titles say what they are about: a book on English may be in it
        lambda value: Record(type="article-journal", title=value, language="en"),
        TITLES,
    ),
]


def is_unexpected(mirror: Mirror, value: str) -> bool:
    """Whether a rule finds fault with a value; CJK007 is not about scripts beyond East Asia."""
    if mirror.expectation == "Script" and script_of_title(value) in (Script.CYRILLIC, Script.OTHER):
        return True
    record = mirror.record(value)
    return any(any(run(RULES[code], record, DEFAULTS)) for code in mirror.rules)


@pytest.mark.parametrize("mirror", MIRRORS, ids=lambda m: "".join((m.expectation, *m.arguments)))
def test_an_expectation_counts_the_records_with_a_finding(mirror: Mirror, backend: Backend) -> None:
    import validator.gates

    values = [value for value in dict.fromkeys((*mirror.values, *NASTY)) if backend.holds(value)]
    if mirror.expectation == "Script":  # CJK007 looks at no longer title
        values = [value for value in values if len(value) <= LONGEST_TITLE]
    cells: list[str | None] = [value for at, value in enumerate(values) for _ in range(1 + at % 3)]
    cells += [None, None]
    ids = [f"r{at}" for at in range(len(cells))]
    found = {
        name
        for name, cell in zip(ids, cells, strict=True)
        if cell is not None and is_unexpected(mirror, cell)
    }
    assert 0 < len(found) < len(cells)

    name = "MatchScript" if mirror.expectation == "Script" else f"BeValid{mirror.expectation}"
    expectation = getattr(validator.gates, f"ExpectColumnValuesTo{name}")
    batch = backend.batch({"id": ids, "container-title": cells})
    told = batch.validate(
        expectation(column="container-title", **mirror.arguments),
        result_format={
            "result_format": "COMPLETE",
            "unexpected_index_column_names": ["id"],
            "include_unexpected_rows": True,
        },
    )
    assert told.result, told.exception_info
    assert told.success is False
    assert told.result["unexpected_count"] == len(found)
    assert {row["id"] for row in told.result["unexpected_index_list"]} == found
    assert told.result["missing_count"] == 2
