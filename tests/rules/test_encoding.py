"""The rules about text meet whatever is in a file: they never raise, and are never slow."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from validator.config import Settings
from validator.record import Field, Name, Provenance, Record
from validator.registry import RULES, Scope, load_rules, run

load_rules()
DEFAULTS = Settings()

FAMILIES = ("ENC", "VAL", "KEY", "CLC", "REC")
MINE = [
    code
    for code, rule in sorted(RULES.items())
    if code.startswith(FAMILIES) and rule.scope is Scope.RECORD
]
PIECES = [
    "\udcff",
    "\x00",
    "<p>",
    "&amp;",
    "\\'e",
    "{",
    "$",
    "Ã©",
    "\u200b",
    "a\u0308",
    "NA",
    "1",
    ";",
]
TEXT = st.lists(st.sampled_from(PIECES) | st.text(st.characters(), max_size=3)).map("".join)


def filled(text: str, form: str = "ris") -> Record:
    """A record with a text in every place where a rule looks."""
    return Record(
        title=text,
        author=(Name(family=text, given=text), Name(literal=text)),
        container_title=text,
        publisher=text,
        volume=text,
        page=text,
        doi=text,
        keyword=(text, "1", "diabetes"),
        classification=text,
        affiliation=(text,),
        abstract=f"{text} 1 diabetes",
        note=text,
        raw=(Field("classification", text, "note"), Field("crossref", text)),
        provenance=Provenance(format=form),
    )


@pytest.mark.parametrize("code", MINE)
@given(text=TEXT)
@settings(max_examples=40)
def test_any_text_is_judged(code: str, text: str) -> None:
    """No rule raises, and what it gives as value is what stands there."""
    record = filled(text)
    for finding in run(RULES[code], record, DEFAULTS):
        assert isinstance(finding.message, str)
        assert finding.suggestion is None or finding.suggestion != finding.value


@pytest.mark.parametrize("code", MINE)
@given(text=TEXT)
@settings(max_examples=40)
def test_a_suggestion_for_a_title_settles_it(code: str, text: str) -> None:
    record = Record(title=text, provenance=Provenance(format="ris"))
    found = [f for f in run(RULES[code], record, DEFAULTS) if f.suggestion is not None]
    if found:
        mended = record.with_value("title", found[0].suggestion or "")
        again = [f.template for f in run(RULES[code], mended, DEFAULTS)]
        assert found[0].template not in again


@pytest.mark.parametrize("code", MINE)
@pytest.mark.parametrize(
    "worst",
    [
        *(
            "a",
            " ",
            "中",
            "<",
            "<p",
            "<a ",
            "&",
            "&amp;",
            "\\",
            "\\'",
            "{",
            "$",
            "?",
            "-",
            "1",
            "Ã",
        ),
        *(
            "é\u00a0»",
            "_(",
            "~(",
            "H_",
            "Co",
            "1.1",
            "(汉",
            "[",
            "\u200b",
            "\x00",
            "|收藏",
            "\n",
            ", ",
        ),
        *("e\u0301", "Мa", "αa", "http://", "，", "IF", "SCI", "\udcff", "T1.", "\u00a0 "),
    ],
)
def test_is_quick_on_long_text(code: str, worst: str) -> None:
    record = filled(worst * (100_000 // len(worst)))
    start = time.process_time()
    for _ in run(RULES[code], record, DEFAULTS):
        pass
    assert time.process_time() - start < 2


def test_findings_of_a_list_say_which_value() -> None:
    record = Record(author=(Name("Li", "Na"), Name("MÃ¼ller", "Eva")), keyword=("a", "R&amp;D"))
    found = {
        f.variable: f.index
        for code in ("ENC001", "ENC004")
        for f in run(RULES[code], record, DEFAULTS)
    }
    assert found == {"author": 1, "keyword": 1}


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        (Name("Mu\u0308ller", "Eva"), True),
        (Name("Mu\u0308ller", "Eva", orcid="0000-0002-1825-0097"), False),  # it would be lost
    ],
)
def test_a_name_is_mended_unread_only_where_it_loses_nothing(name: Name, safe: bool) -> None:
    (finding,) = run(RULES["ENC007"], Record(author=(name,)), DEFAULTS)
    assert finding.safe is safe


def test_layout_of_a_list_of_keywords_of_the_seed() -> None:
    """The page that started it all: one finding, and a fix that may be applied unread."""
    record = Record(
        title="Transplantation of cells in type 1 diabetes",
        keyword=(
            *("Mesenchymal stromal cells", "Type", "1", "diabetes"),
            *("Transplantation", "beta cell function"),
        ),
        classification="Q813 [细胞工程];",
        abstract="Preservation of beta cell function in type 1 diabetes (T1D).",
    )
    (finding,) = [f for code in MINE for f in run(RULES[code], record, DEFAULTS)]
    assert finding.safe
    assert finding.suggestion == (
        "Mesenchymal stromal cells; Type 1 diabetes; Transplantation; beta cell function"
    )
