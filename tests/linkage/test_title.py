"""Titles in pairs: what they say about one another, in every script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.linkage.title import Likeness, compare, read

EQUAL, CLOSE, PARTIAL = Likeness.EQUAL, Likeness.CLOSE, Likeness.PARTIAL
APART, MARKED, NUMBERED = Likeness.INCOMPARABLE, Likeness.MARKED, Likeness.NUMBERED
REWORDED, UNLIKE = Likeness.REWORDED, Likeness.UNLIKE

PAIRS = [
    # spelling, case, width, marks, blanks, punctuation
    ("Mesenchymal stromal cells in diabetes", "MESENCHYMAL STROMAL CELLS IN DIABETES.", EQUAL),
    ("Über die Größe der Zelle", "Uber die Grosse der Zelle", EQUAL),
    ("Database systems for e-learning", "Data-base systems for elearning", EQUAL),
    ("Tom &amp; Jerry: H<sub>2</sub>O in film", "Tom & Jerry: H₂O in film", EQUAL),
    ("《红楼梦》", "红楼梦", EQUAL),
    ("２１世紀の図書館", "21世紀の図書館", EQUAL),
    ("소년이 온다", "소년이온다", EQUAL),
    ("Война и мир", "ВОЙНА И МИР", EQUAL),
    ("أولاد حارتنا", "اولاد حارتنا", EQUAL),
    ("Ἠθικὰ Νικομάχεια", "ΗΘΙΚΑ ΝΙΚΟΜΑΧΕΙΑ", EQUAL),
    ("Tumour colour in behaviour studies", "Tumor color in behavior studies", CLOSE),
    ("A survey of anaesthesia in paediatrics", "A survey of anesthesia in pediatrics", CLOSE),
    ("Determinants of lesions in women", "Determinants of lesion in women", CLOSE),
    ("Servers for continuous media streams", "Serevrs for continuous media streams", CLOSE),
    # what databases add
    ("Effects of batroxobin on stroke. [Chinese]", "Effects of batroxobin on stroke", EQUAL),
    ("Effects of batroxobin. [Review] [33 refs]", "Effects of batroxobin", EQUAL),
    ("[Effects of batroxobin on stroke]", "Effects of batroxobin on stroke", EQUAL),
    (
        "Effects of batroxobin on mice (Provisional abstract)",
        "Effects of batroxobin on mice",
        EQUAL,
    ),
    (
        "Effects of batroxobin on stroke (Structured abstract)",
        "Effects of batroxobin on stroke",
        EQUAL,
    ),
    ("[Effects of batroxobin on stroke] LA: Chi", "Effects of batroxobin on stroke", EQUAL),
    (
        "Effects of batroxobin on stroke.[Erratum appears in Brain Inj. 2013;27(3):377]",
        "Effects of batroxobin on stroke",
        EQUAL,
    ),
    ("Effects of X on stroke [Wirkung von X bei Hirnschlag]", "Effects of X on stroke", EQUAL),
    (
        "Effects of X on stroke = Wirkung von X bei Hirnschlag",
        "Wirkung von X bei Hirnschlag",
        EQUAL,
    ),
    ("(2004). Effects of batroxobin on stroke", "Effects of batroxobin on stroke", EQUAL),
    ("TNF-α in sepsis vs. shock", "TNF-alpha in sepsis versus shock", EQUAL),
    ("The α and ω of faith", "The alpha and omega of faith", EQUAL),
    ("Η αρχή και το τέλος", "Η ΑΡΧΗ ΚΑΙ ΤΟ ΤΕΛΟΣ", EQUAL),  # Greek stays Greek
    ("[PDF][PDF] Effects of batroxobin on stroke", "Effects of batroxobin on stroke", EQUAL),
    ("[BOOK] Die Stadt im Mittelalter", "Die Stadt im Mittelalter", EQUAL),
    ("Effects of batroxobin [accepted manuscript]", "Effects of batroxobin", EQUAL),
    ("Effects of batroxobin (post-print)", "Effects of batroxobin", EQUAL),
    ("Die Stadt im Mittelalter [Elektronische Ressource]", "Die Stadt im Mittelalter", EQUAL),
    ("История библиотек [Текст]", "История библиотек", EQUAL),
    ("记念刘和珍君[J]", "记念刘和珍君", EQUAL),
    ("图书馆学概论[M/OL]", "图书馆学概论", EQUAL),
    ("Uptake of vitamin (D)", "Uptake of vitamin", PARTIAL),  # a letter in round brackets is none
    ("Uptake of batroxobin ［４２　ｒｅｆｓ］", "Uptake of batroxobin", EQUAL),
    ("L'Ã©tude des Ã©lÃ¨ves", "L'étude des élèves", EQUAL),  # misread
    ("น\u0e4d\u0e49าในแม่น้ำ", "น้ำในแม่น้ำ", EQUAL),  # a ring typed before the tone
    ("Ґенеза козацької держави", "Генеза козацької держави", CLOSE),
    ("Људска права и устав", "Ljudska prava i ustav", CLOSE),  # one language, two alphabets
    ("История библиотек России", "Istoriia bibliotek Rossii", CLOSE),
    ("История библиотек России", "Istoriya bibliotek Rossii", CLOSE),
    ("Ιστορία των βιβλιοθηκών", "Istoria ton vivliothikon", CLOSE),
    ("Ρωμαϊκή ιστορία της Αθήνας", "Romaiki istoria tis Athinas", CLOSE),
    ("Ελληνική ιστορία της Αθήνας", "Romaiki istoria tis Athinas", APART),
    ("История России XIX века", "Istoriya Rossii XX veka", UNLIKE),
    ("История России XIX века", "Istoriya Rossii XIX veka", CLOSE),
    # a subtitle dropped, a title cut, a label put before it
    ("Sharing economy trust: photos and comments", "Sharing economy trust", PARTIAL),
    ("SIM Paper Competition - Systems for the whole firm", "Systems for the whole firm", EQUAL),
    ("数字人文研究的现状与展望：基于文献的分析", "数字人文研究的现状与展望", PARTIAL),
    (
        "Translating the outputs of a robust parser into T …",
        "Translating the outputs of a robust parser into typed logic",
        PARTIAL,
    ),
    ("Translating outputs of a robust...", "Translating outputs of a robust parser", PARTIAL),
    ("История библиотек северной Рос…", "История библиотек северной России", PARTIAL),
    ("数字人文研究的现状与…", "数字人文研究的现状与展望", PARTIAL),
    ("La noblesse à l'époque moderne: essai", "Noblesse à l'époque moderne", PARTIAL),
    ("Investment and crime abroad: a survey", "Investment & crime abroad", PARTIAL),
    # one content word
    ("Toxicity of cadmium in vivo in rats", "Toxicity of cadmium in vitro in rats", REWORDED),
    ("Screening of women for infection", "Screening of men for infection", REWORDED),
    ("Resistant strains in hospital wards", "Sensitive strains in hospital wards", REWORDED),
    ("Treatment of arterial hypertension", "Treatment of arterial hypotension", REWORDED),
    ("Intracellular transport of ions", "Intercellular transport of ions", REWORDED),
    ("Symmetric encryption of records", "Asymmetric encryption of records", REWORDED),
    ("Effects of salt on male rats", "Effects of salt on female rats", REWORDED),
    ("Surgery with anaesthesia of the eye", "Surgery without anaesthesia of the eye", REWORDED),
    ("中国北方城市的大气污染研究", "中国南方城市的大气污染研究", REWORDED),
    ("Effects of sleep on mood in the old", "Effects of mood on sleep in the old", REWORDED),
    ("Uptake of vitamin A in rats on a diet", "Uptake of vitamin D in rats on a diet", REWORDED),
    ("Care of diabetes in children", "Care of diabetes in children and teachers abroad", REWORDED),
    # numbers
    ("One-year survival after surgery", "Two-year survival after surgery", NUMBERED),
    ("Two cases of gout in women", "2 cases of gout in women", CLOSE),
    ("Theory of sets. Part I", "Theory of sets. Part II", NUMBERED),
    ("Theory of sets and numbers, part one", "Theory of sets and numbers, part 1", CLOSE),
    ("Theory of sets II", "Theory of sets", NUMBERED),
    ("Annual report of the library 2003", "Annual report of the library 2004", NUMBERED),
    ("Type 1 diabetes in children", "Type 2 diabetes in children", NUMBERED),
    ("平凡的世界 第一部", "平凡的世界　第1部", EQUAL),
    ("平凡的世界 第一部", "平凡的世界 第二部", NUMBERED),
    ("中国哲学史 上册", "中国哲学史 下册", NUMBERED),
    ("中国哲学史 下册", "中国哲学史（下）", EQUAL),
    ("ノルウェイの森 上", "ノルウェイの森 下", NUMBERED),
    ("Тихий Дон. Книга 1", "Тихий Дон. Книга 2", NUMBERED),
    # another item about the first
    ("Erratum to: Stromal cells in mice", "Stromal cells in mice", MARKED),
    ("Retracted: Stromal cells in mice", "Stromal cells in mice", MARKED),
    ("Stromal cells in mice: reply", "Stromal cells in mice", MARKED),
    ("Stromal cells in mice (vol 3, pg 12, 2010)", "Stromal cells in mice", MARKED),
    ("Re: Stromal cells in mice", "Stromal cells in mice", MARKED),
    ("Stromal cells in mice: study protocol of a trial", "Stromal cells in mice", MARKED),
    ("对《大气污染研究》的商榷", "大气污染研究", MARKED),
    ("Slides: Stromal cells in mice", "Stromal cells in mice", MARKED),
    ("Stromal cells in mice [dataset]", "Stromal cells in mice", MARKED),
    ("Data from: Stromal cells in mice", "Stromal cells in mice", MARKED),
    ("数字人文研究的现状（续）", "数字人文研究的现状", NUMBERED),
    # no comparison
    ("Science of surveying and mapping", "测绘科学", APART),
    ("Война и мир", "War and peace", APART),
    ("", "War and peace", APART),
    # alike in letters only
    (
        "Predictive factors of umbilical cord stromal cells in type 2 diabetes",
        "Clinical application of umbilical cord stem cells in type 1 diabetes",
        UNLIKE,
    ),
    ("诗歌选集", "中国哲学史", UNLIKE),
]


@pytest.mark.parametrize(("a", "b", "likeness"), PAIRS)
def test_pair(a: str, b: str, likeness: Likeness) -> None:
    assert compare(read(a), read(b)).likeness is likeness
    assert compare(read(b), read(a)) == compare(read(a), read(b))


LABELS = [
    ("Tumour colour studies", "Tumor color studies", "titles agree 95"),
    ("Part I of sets", "Part II of sets", "numbers in the titles differ: 1 and 2"),
    ("Erratum: cells in mice", "Cells in mice", "erratum in one title only"),
    ("Sharing economy trust: photos", "Sharing economy trust", "one title continues the other"),
    ("测绘科学", "Surveying", "titles in two scripts"),
    ("", "Surveying", "title missing on one side"),
]


@pytest.mark.parametrize(("a", "b", "label"), LABELS)
def test_label(a: str, b: str, label: str) -> None:
    assert compare(read(a), read(b)).label == label


SAYING = [  # title, generic, informative
    ("Editorial", True, False),
    ("Book Reviews", True, False),
    ("书评", True, False),
    ("序言", True, False),
    ("あとがき", True, False),
    ("서평", True, False),
    ("Предисловие", True, False),
    ("", True, False),
    ("...", True, False),
    ("红楼梦", False, False),  # short: more than one work bears it
    ("War and peace", False, False),
    ("Deciding equality of names in large catalogues", False, True),
    ("中国数字人文研究的现状与展望", False, True),
]


@pytest.mark.parametrize(("text", "generic", "informative"), SAYING)
def test_what_a_title_says(text: str, generic: bool, informative: bool) -> None:
    assert (read(text).is_generic, read(text).is_informative) == (
        generic,
        informative,
    )


@given(st.text(), st.text())
def test_comparing_is_symmetric_and_never_raises(a: str, b: str) -> None:
    assert compare(read(a), read(b)) == compare(read(b), read(a))
    assert compare(read(a), read(a)).likeness in (EQUAL, APART)


def test_lone_surrogates_are_letters_like_others() -> None:
    assert compare(read("Caf\udce9 culture"), read("caf\udce9 culture")).likeness is EQUAL
