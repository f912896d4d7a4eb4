"""Pages: what is read, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from patience import soon

from validator.text import pages

READ = [
    # one page
    ("12", "12"),
    ("0012", "0012"),
    ("280-280", "280"),  # J-STAGE writes single pages so
    ("xiv", "xiv"),
    ("S12", "S12"),
    ("L31", "L31"),
    ("12a", "12a"),
    ("１２", "12"),
    ("۱۲", "12"),  # Persian digits
    # ranges, with every dash met
    ("123-130", "123-130"),
    ("123--130", "123-130"),
    ("123 - 130", "123-130"),
    ("123–130", "123-130"),
    ("123—130", "123-130"),
    ("123−130", "123-130"),  # a minus sign
    ("9~15", "9-15"),
    ("１２～１５", "12-15"),
    ("12一15", "12-15"),  # Han 一 read from print as a dash
    ("1 to 5", "1-5"),
    ("1至5", "1-5"),
    ("12{--}15", "12-15"),
    ("١٢-١٥", "12-15"),
    # abbreviated ends
    ("1099-108", "1099-1108"),
    ("234-5", "234-235"),
    ("10-5", "10-15"),  # PubMed drops what repeats
    ("S12-8", "S12-S18"),
    ("S12–18", "S12-S18"),
    ("1:1–23", "1:1-1:23"),
    ("1043.e1-e9", "1043.e1-1043.e9"),
    ("123-30, 140-5", "123-130, 140-145"),
    # series of their own
    ("xii-xv", "xii-xv"),
    ("xii-15", "xii-15"),  # from the front matter into the text
    ("S12-S18", "S12-S18"),
    ("123S-130S", "123S-130S"),
    ("ii12-ii20", "ii12-ii20"),  # Oxford supplements
    ("A-1–A-10", "A-1--A-10"),
    ("10-1-10-5", "10-1--10-5"),  # chapter and page
    ("1-1--2-5", "1-1--2-5"),
    ("S-12-18", "S-12--S-18"),
    ("1:1-1:23", "1:1-1:23"),  # LIPIcs
    ("24:1--24:18", "24:1-24:18"),  # ACM
    ("1043.e1-1043.e9", "1043.e1-1043.e9"),  # Elsevier
    ("1043-50.e2", "1043-50.e2"),
    ("024102-1-7", "024102-1--024102-7"),  # AIP
    ("024102-1–024102-7", "024102-1--024102-7"),
    ("051102-1", "051102-1"),  # an article and its page, no range
    ("1,234-1,245", "1234-1245"),  # thousands
    # lists
    ("35-38+80", "35-38, 80"),  # GB/T 7714 jump pages
    ("1106-1111+1117", "1106-1111, 1117"),
    ("94-98,93", "94-98, 93"),
    ("94-98，93", "94-98, 93"),
    ("1343–1349, 1351", "1343-1349, 1351"),
    ("12, 14-16 and 20", "12, 14-16, 20"),
    ("A1, A7", "A1, A7"),  # newspapers
    ("12-15,封3", "12-15, 封3"),  # the inside back cover
    ("前插1-2", "前插1-前插2"),
    ("第01版", "第01版"),
    ("395-9; discussion 399-400", "395-399, 399-400"),  # MEDLINE
    ("12-5; quiz 23, 31", "12-15, 23, 31"),
    ("272s [P1574]", "272s"),  # the abstract of a meeting
    ("fol. 12r-15v", "12r-15v"),  # leaves
    ("cols. 12–15", "12-15"),
    ("Suppl 1:S12-8", "S12-S18"),
    ("12면", "12면"),  # a page of a Korean newspaper
    # open ends
    ("12ff.", "12"),
    ("12f", "12"),
    ("12+", "12"),
    ("153-176 passim", "153-176"),
    # article numbers
    ("107979", "107979"),
    ("e0123456", "e0123456"),
    ("CD001234", "CD001234"),  # Cochrane
    ("CD001234.pub2", "CD001234.pub2"),
    ("bav023", "bav023"),
    ("P05021", "P05021"),
    ("e2020JB019602", "e2020JB019602"),  # AGU
    ("Article 5", "5"),
    ("Article 5, 23 pages", "5"),
    ("Art. No. 101234", "101234"),
    ("ID 12345", "12345"),
    ("Abstract # 2455", "2455"),
    ("UNSP 123", "123"),  # Web of Science
    ("ARTN e123", "e123"),
    ("PII S0031-9422(03)00123-4", "S0031-9422(03)00123-4"),
    # labels are read off
    ("pp. 12-15", "12-15"),
    ("pp.12-pp.15", "12-15"),
    ("p. 12", "12"),
    ("12-15 p.", "12-15"),
    ("S. 12-15", "12-15"),  # Seite
    ("С. 12-15", "12-15"),  # Cyrillic: страница
    ("第1页", "1"),
    ("第1-5页", "1-5"),
    ("第1页-第5页", "1-5"),
    ("12-15쪽", "12-15"),
    # it says that there are none
    ("in press", ""),
    ("[n. pag.]", ""),
]

NO_PAGES = [
    "",
    "123-",  # a range without its end
    "-130",
    "123-130.",
    "1-5-10",  # three numbers in a row are no range
    "12–15–18",
    "12 15",
    "abc",
    "Suppl 3",  # an issue
    "Suppl-11",
    "11-Sep",  # made by a spreadsheet from 9-11
    "Sep-21",
    "1234-1239 vol.2",  # the volume among the pages
    "http://x.org/1",
    "10.1000/182",
    "n/a-n/a",
    "--",
    "see the notes of the editor",
    "1=5",
    "12-15\x00",
    "\udc80",
    "9" * 20000,
]

COUNTS = ["10 pages", "12 p.", "12页", "12 S.", "ix, 345 p."]

DESCENDING = [
    "15-12",
    "1099-1008",
    "xv-xii",
    "198-5",
    "1:23-1:1",
    "1043.e9-1043.e1",
    "12-15, 20-18",
]

ASCENDING = [
    "1099-108",
    "xii-15",  # two series
    "A10-B5",
    "12:1-11:5",  # two articles
    "94-98,93",  # a list goes where it likes
    "051102-1",
    "12a-12c",
    "99-100",
]


@pytest.mark.parametrize(("text", "plain"), READ)
def test_reads(text: str, plain: str) -> None:
    found = pages.parse(text)
    assert found is not None
    assert found.plain == plain


@pytest.mark.parametrize("text", NO_PAGES)
def test_is_none(text: str) -> None:
    assert pages.parse(text) is None


@pytest.mark.parametrize("text", COUNTS)
def test_knows_a_count_of_pages(text: str) -> None:
    found = pages.parse(text)
    assert found
    assert found.is_count
    assert pages.page_range(text) is None


@pytest.mark.parametrize("text", DESCENDING)
def test_descends(text: str) -> None:
    found = pages.parse(text)
    assert found
    assert any(span.descends for span in found.spans)


@pytest.mark.parametrize("text", ASCENDING)
def test_does_not_descend(text: str) -> None:
    found = pages.parse(text)
    assert found
    assert not any(span.descends for span in found.spans)


@pytest.mark.parametrize(
    ("text", "first", "last", "numbers"),
    [
        ("1099-108", "1099", "1108", (1099, 1108)),
        ("pp. S12–18", "S12", "S18", (12, 18)),
        ("0012-0018", "12", "18", (12, 18)),  # zeros do not keep two records apart
        ("12", "12", "12", (12, 12)),
        ("xii-xv", "xii", "xv", (12, 15)),
        ("xii-15", "xii", "15", None),
        ("e0123456", "e0123456", "e0123456", (123456, 123456)),
        ("CD001234.pub2", "CD001234.pub2", "CD001234.pub2", None),  # page 2 it is not
        ("35-38+80", "35", "38", (35, 38)),
        ("in press", "", "", None),
        ("see above", "", "", None),
    ],
)
def test_gives_first_and_last(
    text: str, first: str, last: str, numbers: tuple[int, int] | None
) -> None:
    assert (pages.first_page(text), pages.last_page(text)) == (first, last)
    assert pages.page_range(text) == numbers


@pytest.mark.parametrize(
    ("text", "mark", "changed"),
    [("12–15", "-", "12-15"), ("S12--S18", "–", "S12–S18"), ("12, 15-18", "–", "12, 15-18")],
)
def test_changes_the_dash_of_one_range(text: str, mark: str, changed: str) -> None:
    assert pages.with_dash(text, mark) == changed


PAGE_LIKE = st.one_of(
    st.text("0123456789-–~+,.:eSxiv pp第页 \x00\udc80", max_size=30),
    st.text("0123456789-=/*()[]fP.:ص쪽#§ IXae", max_size=16),
)


@given(st.one_of(st.text(), PAGE_LIKE))
def test_never_raises(text: str) -> None:
    pages.first_page(text)
    pages.page_range(text)
    pages.without_labels(text)


PAGE = st.one_of(
    st.integers(1, 99999).map(str),
    st.sampled_from(["i", "iv", "xii", "S12", "e0123", "L31", "1043.e1", "1:23", "A7", "CD001234"]),
)
RANGE = st.builds("".join, st.tuples(PAGE, st.sampled_from(["-", "--", "–", " - ", "~"]), PAGE))
LIST = st.lists(st.one_of(PAGE, RANGE), min_size=1, max_size=4).flatmap(
    lambda parts: st.sampled_from([", ", ",", "+", "; "]).map(lambda mark: mark.join(parts))
)
WRITTEN = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "pp. ", "p.", "S. ", "第", "стр. "]),
    LIST,
    st.sampled_from(["", "页", "+", "ff.", " pp"]),
)


@given(WRITTEN)
def test_normal_form_reads_as_itself(text: str) -> None:
    found = pages.parse(text)
    if found and found.spans:
        again = pages.parse(found.plain)
        assert again
        assert again.plain == found.plain


@pytest.mark.parametrize("character", "1- p.,+第i{")
def test_long_runs_are_quick(character: str) -> None:
    with soon():
        for length in (1000, 100_000):
            pages.parse(character * length)
            pages.dash(character * length)


@given(st.integers(1, 10**6), st.sampled_from(["-", "--", "–", "—", " - "]), st.integers(0, 10**6))
def test_plain_pages_are_beyond_doubt(first: int, dash: str, last: int) -> None:
    """What is plain reads as its one or two numbers, and never descends."""
    text = f"{first}{dash}{last}"
    if pages.is_plain(text):
        read = pages.parse(text)
        assert read is not None
        assert read.spans == (pages.Span(str(first), str(last)),)
        assert first <= last
