"""The author family as a whole: what is well formed is left alone, what is not is found."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.config import Settings
from validator.finding import Severity
from validator.record import NAME_VARIABLES, Field, Name, Provenance, Record
from validator.registry import RULES, Scope, load_rules, observed, run

load_rules()
FAMILY = [r for c, r in sorted(RULES.items()) if c[:3] == "AUT" and r.scope is Scope.RECORD]

WELL_FORMED = [
    "Smith, John",
    "Smith, John, Jr.",
    "von Neumann, John",
    "hooks, bell",
    "Ortega y Gasset, José",
    "de Moraes, Carolina Nogueira",
    "Landim-Alvarenga, Fernanda da Cruz",
    "Le Blanc, Katarina",
    "Al-Mulla, Fahd",
    "Al Madhoun, Ashraf",
    "bin Laden, Osama",
    "Ibn Khaldūn",
    "Drăgan, Ion",
    "Profeta, Edvard",
    "Harvardsson, Jón",
    "Mrsic-Flogel, Thomas",
    "Studente, Maria",
    "Vigdís Finnbogadóttir",
    "Sukarno",
    "Harishchandra",
    "Aung San Suu Kyi",
    "Nguyễn, Thị Minh Khai",
    "García Márquez, Gabriel",
    "Machado e Silva, Ana",
    "'t Hooft, Gerard",
    "van der Berg, Jan",
    "Berg, Jan van der",
    "O'Neil, Cathy",
    "Smith, C. I. Edvard",
    "Smith JK",
    "Dr. Seuss",
    "Ma, Jing",
    "Na, Seung-Hoon",
    "Null, Linda",
    "Chen, Yun-Nung (Vivian)",
    "Иванов, Иван Иванович",
    "Παπαδόπουλος, Γιώργος",
    "محفوظ, نجيب",
    "王明",
    "欧阳修",
    "中島 敦",
    "夏目 漱石",
    "김 철수",
    "マイケル・ジャクソン",
    "罗伯特·基欧汉",
    "Johnson & Johnson",
    "World Health Organization",
    "ATLAS Collaboration",
    "NASA",
    "3M Company",
    "Group of 77",
    "ISO/TC 46",
    "{Ministry of Health, Labour and Welfare}",
    "中国科学院物理研究所",
    "全国粮油标准化技术委员会(SAC/TC270)",
    "図書館用語辞典編集委員会",
    "서울대학교",
    "佚名",
    "Anonymous",
]

MALFORMED = [
    ("SMITH, JOHN", "AUT009"),
    ("smith, john", "AUT009"),
    ("Smith J, Jones K", "AUT003"),
    ("Smith; Jones", "AUT003"),
    ("王明；李红", "AUT003"),
    ("Smith, John & Jones, Kate", "AUT003"),
    ("Smith, J. and", "AUT002"),
    ("Smith, John;", "AUT002"),
    ("et al.", "AUT005"),
    ("Smith, John et al.", "AUT005"),
    ("Prof. John Smith", "AUT006"),
    ("Smith, John, PhD", "AUT006"),
    ("[美]富勒", "AUT006"),
    ("Smith, John 0000-0002-1825-0097", "AUT007"),
    ("Smith, John (john@x.org)", "AUT007"),
    ("Smith, John1,2", "AUT007"),
    ("Smith, John*", "AUT007"),
    ("李明等", "AUT007"),
    ("张三*", "AUT007"),
    ("Smith, John, Department of Physics", "AUT007"),
    ("N/A", "AUT008"),
    ("Unknown", "AUT008"),
    ("Smith, J0hn", "AUT014"),
    ("Organization, World Health", "AUT015"),
]


def said(record: Record) -> set[str]:
    """The codes of warnings and errors on a record's names."""
    grave = [rule for rule in FAMILY if rule.severity is not Severity.INFO]
    return {rule.code for rule in grave for _ in run(rule, record, Settings())}


def with_names(*names: Name, format: str = "bibtex", variable: str = "author") -> Record:
    record = Record(type="article-journal", title="On names", provenance=Provenance("x", format))
    changed: dict[str, Any] = {variable: names}
    return replace(record, **changed)


@pytest.mark.parametrize("text", WELL_FORMED)
def test_a_well_formed_name_is_left_alone(text: str) -> None:
    name = Name.parse(text)
    ann, bob = Name.parse("Roe, Ann"), Name.parse("Doe, Bob")
    assert said(with_names(name)) == set()
    assert said(with_names(name, format="csl-json", variable="editor")) == set()
    assert said(with_names(ann, name, bob, format="csv")) == set()


@pytest.mark.parametrize("variable", NAME_VARIABLES)
@pytest.mark.parametrize(("text", "code"), MALFORMED)
def test_a_malformed_name_is_found(text: str, code: str, variable: str) -> None:
    assert said(with_names(Name.parse(text), variable=variable)) == {code}


@pytest.mark.parametrize("code", ["AUT006", "AUT007", "AUT008", "AUT014", "AUT015"])
def test_a_name_among_others_is_told_by_its_place(code: str) -> None:
    faulty = next(text for text, c in MALFORMED if c == code)
    names = (Name.parse("Roe, Ann"), Name.parse(faulty))
    (finding,) = run(RULES[code], with_names(*names), Settings())
    assert (finding.variable, finding.index, finding.value) == ("author", 1, str(names[1]))


HOSTILE = (
    "Smith John J. and & ; , et al. others Dr. PhD Organization University of Inc. 大学 王明 等 "
    "主编 [美] ( ) * 1 @x.org null NA SMITH van"
)
PIECES = st.sampled_from([*HOSTILE.split(), "\udc80", "\0", "\u3000"])
PART = st.lists(PIECES, max_size=5).map(" ".join)
NAMES = st.builds(Name, PART, PART, PART, PART, st.one_of(st.just(""), PART), raw=PART)


@given(st.lists(NAMES, max_size=4), st.sampled_from(["bibtex", "csv", "csl-json"]))
def test_no_name_stops_a_rule(names: list[Name], format: str) -> None:
    record = with_names(*names, format=format)
    assert said(record) <= set(RULES)
    observed(RULES["AUT017"], record)


def test_an_entry_that_inherits_may_have_no_author() -> None:
    chapter = Record(type="chapter", title="On names", provenance=Provenance("x", "bibtex", 1))
    assert said(chapter) == {"AUT001"}
    child = replace(chapter, raw=(Field("crossref", "{parent}"),))
    assert said(child) == set()
