"""Types, required fields and field names: what the tables of the rules leave out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator import io
from validator.asking import observed, run
from validator.config import Settings
from validator.finding import Finding
from validator.io.bibtex.fields import TYPES
from validator.io.types import RIS
from validator.packs import load_rules
from validator.record import Provenance, Record
from validator.registry import RULES

load_rules()


def said(code: str, text: str, form: str, settings: Settings | None = None) -> list[Finding]:
    """What a rule says of the records of a text."""
    rule = RULES[code]
    records = [item for item in io.read_text(text, form) if isinstance(item, Record)]
    if rule.observe:
        facts = [fact for record in records if (fact := observed(rule, record))]
        return [finding for _, finding in rule.check(facts)]
    return [f for record in records for f in run(rule, record, settings or Settings())]


REAL_TYPES = """
    dataset software standard legislation jurisdiction conference electronic www patent periodical
    hardware suppbook video artwork bookreview image letter music performance review commentary
    customa bibnote legadminmaterial constitution mvcollection inreference techreport audio movie
    softwareversion codefragment newspaper magazine IEEEtranBSTCTL control footnote game
    artifactsoftware intechreport commented bookinbook suppperiodical booklet manual
"""


@pytest.mark.parametrize("word", [*REAL_TYPES.split(), *TYPES])
def test_entry_types_that_styles_and_programs_have(word: str) -> None:
    for spelled in (word, word.upper(), word.title()):
        assert not said("TYP001", f"@{spelled}{{a, title = {{T}}}}", "bibtex")


@pytest.mark.parametrize("word", RIS)
def test_every_code_of_ris(word: str) -> None:
    assert not said("TYP001", f"TY  - {word}\nTI  - T\nER  - \n", "ris")


@pytest.mark.parametrize(
    ("word", "suggestion"),
    [
        ("aritcle", "article"),
        ("articel", "article"),
        ("inproceedigns", "inproceedings"),
        ("inproceding", "inproceedings"),
        ("incolection", "incollection"),
        ("phdtesis", "phdthesis"),
        ("journal-article", "article"),
        ("JOUR", "article"),  # another program's word
        ("webpge", None),  # not a word that is worth a suggestion
        ("xyz", None),
    ],
)
def test_the_type_that_was_meant(word: str, suggestion: str | None) -> None:
    (finding,) = said("TYP001", f"@{word}{{a, title = {{T}}}}", "bibtex")
    assert finding.suggestion == suggestion
    assert not finding.safe


def test_a_type_that_is_declared() -> None:
    text = "@preregistration{a, title = {T}}"
    assert said("TYP001", text, "bibtex")
    assert not said("TYP001", text, "bibtex", Settings(types_extra=("preregistration",)))


PARENTS = """
@thesis{a, title = {T}, author = {Roe, Jo}, date = {2001}, crossref = {b}}
@thesis{b, title = {U}, author = {Roe, Al}, date = {2001}, institution = {Utrecht}}
"""


def test_what_a_parent_hands_down_is_there() -> None:
    assert not said("TYP002", PARENTS, "bibtex")
    assert not said("TYP002", PARENTS.replace("{b}}", "{nobody}}"), "bibtex")  # REC002


KNOWN_FIELDS = """
    bdsk-url-1 date-added date-modified timestamp owner file groups biburl bibsource adsurl adsnote
    mrclass mrnumber fjournal zblnumber langid options urldate userb verba lista related ids
    sortkey hal_id acmid issue_date numpages annote keywords local-url printed readstatus ranking
    abbr selected preview html slides code x-color user1 title_en titleaddon journalsubtitle
    editora editorb origdate pagetotal mendeley-tags comment review usera
"""


@pytest.mark.parametrize("name", KNOWN_FIELDS.split())
def test_fields_that_styles_and_programs_have(name: str) -> None:
    assert not said("TYP003", f"@article{{a, {name} = {{x}}}}", "bibtex")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("auhtor", "author"),
        ("jounral", "journal"),
        ("publiser", "publisher"),
        ("titel", "title"),
        ("Volumne", "volume"),
        ("pagse", "pages"),
        ("yaer", "year"),
        ("yer", "year"),
        ("adress", "address"),
        ("bootitle", "booktitle"),
        ("abstact", "abstract"),
        ("keyword s", None),
    ],
)
def test_the_field_that_was_meant(name: str, meant: str | None) -> None:
    found = said("TYP003", f"@article{{a, {name} = {{x}}}}\n@article{{b, note = {{x}}}}", "bibtex")
    assert [f.suggestion for f in found] == ([meant] if meant else [])


def test_the_place_is_that_of_the_field() -> None:
    rule = RULES["TYP003"]
    (record,) = io.read_text("@article{a,\n  year = {2001},\n  jounral = {Mind}}", "bibtex")
    assert isinstance(record, Record)
    fact = observed(rule, record)
    assert fact
    ((ref, _),) = rule.check([fact])
    assert (ref.line, ref.column) == (3, 13)


def test_a_habit_of_the_house() -> None:
    entries = [f"@article{{k{i}, autor = {{X}}}}" for i in range(10)]
    assert not said("TYP003", "\n".join(entries), "bibtex")
    others = [f"@article{{o{i}, author = {{X, Y}}}}" for i in range(30)]
    assert len(said("TYP003", "\n".join(others + entries[:4]), "bibtex")) == 4


@given(st.text(max_size=60), st.sampled_from(["bibtex", "ris", "csl-json", "csv"]))
def test_any_word_may_stand_for_a_type(word: str, form: str) -> None:
    record = Record(type_as_read=word, provenance=Provenance("x", form, 1))
    for finding in run(RULES["TYP001"], record, Settings()):
        assert finding.suggestion != word
