"""A truth table of identifiers with check digits and shapes, and what their schemes guarantee."""

from __future__ import annotations

import string

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from validator.io import read_text
from validator.record import Record
from validator.text.identifiers import arxiv, isbns, issns, orcid, pmcid, pmid
from validator.text.identifiers.schemes import fault_of, scheme_of
from validator.text.identifiers.standard_numbers import (
    is_isbn,
    is_issn,
    isbn10_digit,
    isbn13_digit,
    issn_digit,
    orcid_digit,
)

ISSNS = """
    0378-5955 0028-0836 1476-4687 0036-8075 1095-9203 0140-6736 1474-547X 0006-291X 0009-4978
    1000-0054 1001-4551 0254-4164 0256-1115 1063-7761 1064-5616 2434-561X 0002-8231 0730-0301
    1932-6203 2041-1723 2046-1402 0317-8471 1050-124X 0098-7484 1538-3598 0027-8424 1091-6490
"""
ISBNS = """
    0306406152 080442957X 0-8044-2957-X 0-19-853453-1 0-262-03384-4 0-201-89683-4 7-302-02368-9
    9780306406157 978-0-306-40615-7 978-3-16-148410-0 978-7-5063-6543-7 978-0-13-235088-4
    978-0-262-03384-8 978-4-87311-778-2 979-10-90636-07-1
    979-8-6024-0545-3 978-2-07-036822-8
"""
ORCIDS = """
    0000-0002-1825-0097 0000-0001-5109-3700 0000-0002-1694-233X 0000-0003-1415-9269
    0000-0001-2345-6789 0000-0002-9079-593X
"""


@pytest.mark.parametrize("number", ISSNS.split())
def test_valid_issn(number: str) -> None:
    assert issns(number) == (number,)


@pytest.mark.parametrize("number", ISBNS.split())
def test_valid_isbn(number: str) -> None:
    assert len(isbns(number)) == 1


@pytest.mark.parametrize("number", ORCIDS.split())
def test_valid_orcid(number: str) -> None:
    assert orcid(number) == orcid(f"https://orcid.org/{number}") == number


def digits(count: int) -> st.SearchStrategy[str]:
    return st.text(string.digits, min_size=count, max_size=count)


def changed(number: str, place: int, digit: str) -> str:
    return number[:place] + digit + number[place + 1 :]


def swapped(number: str, place: int) -> str:
    return number[:place] + number[place + 1] + number[place] + number[place + 2 :]


@given(digits(7), st.integers(0, 6), st.sampled_from(string.digits))
def test_every_error_of_one_digit_in_an_issn_is_found(body: str, place: int, digit: str) -> None:
    number = body + issn_digit(body)
    assume(number[place] != digit)
    assert not is_issn(changed(number, place, digit))


@given(digits(7), st.integers(0, 5))
def test_every_transposition_in_an_issn_is_found(body: str, place: int) -> None:
    number = body + issn_digit(body)
    assume(number[place] != number[place + 1])
    assert not is_issn(swapped(number, place))


@given(digits(9), st.integers(0, 8), st.sampled_from(string.digits))
def test_every_error_of_one_digit_in_an_isbn10_is_found(body: str, place: int, digit: str) -> None:
    number = body + isbn10_digit(body)
    assume(number[place] != digit)
    assert not is_isbn(changed(number, place, digit))


@given(digits(9), st.integers(0, 7), st.integers(1, 8))
def test_every_transposition_in_an_isbn10_is_found(body: str, place: int, span: int) -> None:
    number = body + isbn10_digit(body)
    other = min(place + span, 8)
    assume(number[place] != number[other])
    exchanged = changed(changed(number, place, number[other]), other, number[place])
    assert not is_isbn(exchanged)


@given(digits(12), st.integers(0, 12), st.sampled_from(string.digits))
def test_every_error_of_one_digit_in_an_isbn13_is_found(body: str, place: int, digit: str) -> None:
    number = body + isbn13_digit(body)
    assume(number[place] != digit)
    assert not is_isbn(changed(number, place, digit))


@given(digits(12), st.integers(0, 11))
def test_transpositions_in_an_isbn13_are_found_but_for_a_difference_of_five(
    body: str, place: int
) -> None:
    number = body + isbn13_digit(body)
    difference = abs(int(number[place]) - int(number[place + 1]))
    assert is_isbn(swapped(number, place)) is (difference in (0, 5))


@given(digits(15), st.integers(0, 14), st.sampled_from(string.digits))
def test_every_error_of_one_digit_in_an_orcid_is_found(body: str, place: int, digit: str) -> None:
    number = body + orcid_digit(body)
    assume(number[place] != digit)
    assert orcid(number)
    assert not orcid(changed(number, place, digit))


@given(digits(15), st.integers(0, 13))
def test_every_transposition_in_an_orcid_is_found(body: str, place: int) -> None:
    number = body + orcid_digit(body)
    assume(number[place] != number[place + 1])
    assert not orcid(swapped(number, place))


BASE_32 = "0123456789abcdefghjkmnpqrstvwxyz"


def ror(body: str) -> str:
    value = sum(BASE_32.index(c) * 32**i for i, c in enumerate(reversed(body)))
    return f"{body}{98 - value * 100 % 97:02d}"


@given(
    st.text(BASE_32, min_size=6, max_size=6),
    st.integers(1, 6),
    st.sampled_from(BASE_32),
)
def test_every_error_of_one_character_in_a_ror_is_found(body: str, place: int, other: str) -> None:
    number = ror("0" + body)
    assume(number[place] != other)
    assert not fault_of("ror", number)
    assert fault_of("ror", changed(number, place, other))


ARXIV = (
    # value, canonical form
    ("0704.0001", "0704.0001"),
    ("1412.9999", "1412.9999"),
    ("1501.00001", "1501.00001"),
    ("2412.12345v11", "2412.12345"),
    ("arxiv:2101.00001", "2101.00001"),
    ("ARXIV:2101.00001", "2101.00001"),
    ("arXiv:2101.00001v1 [cs.CL]", "2101.00001"),
    ("https://arxiv.org/abs/2101.00001", "2101.00001"),
    ("https://arxiv.org/pdf/2101.00001v2.pdf", "2101.00001"),
    ("https://export.arxiv.org/abs/2101.00001", "2101.00001"),
    ("10.48550/arXiv.2101.00001", "2101.00001"),
    ("https://doi.org/10.48550/arXiv.2101.00001", "2101.00001"),
    ("hep-th/9901001", "hep-th/9901001"),
    ("math.GT/0309136", "math/0309136"),
    ("cs.DL/0101001v3", "cs/0101001"),
    ("cond-mat/0703001", "cond-mat/0703001"),
    ("astro-ph/9204001", "astro-ph/9204001"),
    ("cmp-lg/9404001", "cmp-lg/9404001"),
    ("q-bio/0309001", "q-bio/0309001"),
    ("2113.00001", ""),  # no month
    ("2100.00001", ""),
    ("1412.12345", ""),  # five digits since 2015
    ("1501.1234", ""),
    ("0703.1234", ""),  # the new scheme began in April 2007
    ("2101.00000", ""),  # there is no number nought
    ("2101.000011", ""),
    ("2101.001", ""),
    ("21010.0001", ""),
    ("2101-00001", ""),
    ("2101,00001", ""),
    ("2101.00001x", ""),
    ("2101.0000l", ""),
    ("hep-th/990100", ""),
    ("hep-th/99010011", ""),
    ("hep-th/9913001", ""),
    ("hep-th/0704001", ""),  # the old scheme ended in March 2007
    ("hep-th/9001001", ""),  # arXiv began in July 1991
    ("hepth/9901001", ""),
    ("foo/9901001", ""),
    ("9901001", ""),
    ("10.1103/PhysRevD.76.013009", ""),
    ("https://arxiv.org/list/cs.CL/new", ""),
)


@pytest.mark.parametrize(("text", "canonical"), ARXIV)
def test_arxiv(text: str, canonical: str) -> None:
    assert arxiv(text) == canonical


MEDLINE = (
    # value, PMID, PMCID
    ("1", "1", ""),
    ("12345678", "12345678", ""),
    ("PMID: 12345678", "12345678", ""),
    ("PMID12345678", "12345678", ""),
    ("pmid:12345678", "12345678", ""),
    ("https://pubmed.ncbi.nlm.nih.gov/12345678/", "12345678", ""),
    ("https://www.ncbi.nlm.nih.gov/pubmed/12345678", "12345678", ""),
    ("12345678 [pmid]", "12345678", ""),
    ("PMC13900", "", "PMC13900"),
    ("PMC13900.1", "", "PMC13900"),
    ("pmc13900", "", "PMC13900"),
    ("PMCID: PMC13900", "", "PMC13900"),
    ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC13900/", "", "PMC13900"),
    ("https://europepmc.org/articles/PMC13900", "", "PMC13900"),
    ("0", "", ""),
    ("123456789", "", ""),
    ("1234567a", "", ""),
    ("12,345,678", "", ""),
    ("12345678 23456789", "", ""),
    ("PMC", "", ""),
    ("PMCX", "", ""),
    ("PMC123456789", "", ""),
    ("MED12345", "", ""),
    ("S0140673605", "", ""),
)


@pytest.mark.parametrize(("text", "medline", "central"), MEDLINE)
def test_pubmed(text: str, medline: str, central: str) -> None:
    assert (pmid(text), pmcid(text)) == (medline, central)


SCHEMES = (
    # scheme, value, whether it is right
    ("ror", "https://ror.org/03yrm5c26", True),
    ("ror", "ror.org/05dxps055", True),
    ("ror", "00f54p054", True),
    ("ror", "ROR: 042nb2s44", True),
    ("ror", "https://ror.org/03vek6s52; https://ror.org/042nb2s44", True),
    ("ror", "https://ror.org/03yrm5c27", False),  # another check digit
    ("ror", "https://ror.org/03rym5c26", False),  # two characters swapped
    ("ror", "03yrm5c2", False),
    ("ror", "13yrm5c26", False),  # all begin with nought
    ("ror", "03yrmic26", False),  # base 32 has no i, l, o, u
    ("ror", "grid.5335.0", False),
    ("isni", "0000 0001 2103 2683", True),
    ("isni", "0000000121032683", True),
    ("isni", "0000-0001-2281-955X", True),
    ("isni", "https://isni.org/isni/0000000121032683", True),
    ("isni", "ISNI: 0000 0001 2281 955x", True),
    ("isni", "0000 0001 2103 2684", False),
    ("isni", "0000 0001 2103", False),
    ("isni", "0000 00012103 2683", False),
    ("hdl", "10500/1234", True),
    ("hdl", "https://hdl.handle.net/1721.1/12345", True),
    ("hdl", "hdl:20.500.12345/67", True),
    ("hdl", "2027/mdp.39015012345678", True),
    ("hdl", "loc.ndlp.amrlp/123", True),
    ("hdl", "11858/00-001M-0000-0012-1234-5", True),
    ("hdl", "10500", False),
    ("hdl", "10500/", False),
    ("hdl", "/1234", False),
    ("hdl", "10500/12 34", False),
    ("hdl", "https://repository.example.org/1", False),
    ("wikidata", "Q42", True),
    ("wikidata", "q42", True),
    ("wikidata", "https://www.wikidata.org/wiki/Q42", True),
    ("wikidata", "http://www.wikidata.org/entity/Q42", True),
    ("wikidata", "L123", True),
    ("wikidata", "42", False),
    ("wikidata", "Q042", False),
    ("wikidata", "Q", False),
    ("wikidata", "P31", False),
    ("bibcode", "2006ApJ...636L..21Q", True),
    ("bibcode", "2001A&A...371...97M", True),
    ("bibcode", "1924MNRAS..84..308E", True),
    ("bibcode", "2020arXiv200101234S", True),
    ("bibcode", "1992PhRvL..69.2863L", True),
    ("bibcode", "2006ApJ..636L..21Q", False),
    ("bibcode", "2001A%26A...371...97M", False),
    ("bibcode", "ApJ...636L..21Q2006", False),
    ("bibcode", "2006ApJ…636L…21Q", False),
    ("lccn", "n78-890351", True),
    ("lccn", "n 78890351 ", True),
    ("lccn", "85-2 ", True),
    ("lccn", "2001-000002", True),
    ("lccn", "75-425165//r75", True),
    ("lccn", " 79139101 /AC/r932", True),
    ("lccn", "sn 85000001", True),
    ("lccn", "2001627090", True),
    ("lccn", "https://lccn.loc.gov/2001627090", True),
    ("lccn", "QA76.73.P98 L88 2013", True),
    ("lccn", "PR6045.O72", True),
    ("lccn", "7889035", False),
    ("lccn", "85-12345678", False),
    ("lccn", "abcd12345678", False),
    ("lccn", "none of these", False),
    ("coden", "JACSAT", True),
    ("coden", "PRLTA", True),
    ("coden", "PRLTAO, JACSAT", True),
    ("coden", "JACSATX", False),
    ("coden", "0002-7863", False),
    ("coden", "J. Chem.", False),
    ("cn", "CN 11-1234/TP", True),
    ("cn", "CN11-2223/N", True),
    ("cn", "11-2223", True),
    ("cn", "CN 31-1234/R9", True),
    ("cn", "ISSN 1000-0054 CN 11-2223/N", True),
    ("cn", "1000-0054", False),  # an ISSN; PID006 leaves it alone in a field 刊号, the name of both
    ("cn", "China", True),  # a country
    ("cn", "QA76.9-12", True),  # a call number
    ("cn", "CN 11-223/N", False),
    ("cn", "CN 1-2223/N", False),
    ("cn", "CN 11-2223/自然", False),
    ("cn", "CN 11—2223/N", False),
    ("cstr", "CSTR:31253.11.sciencedb.j00001.00001", True),
    ("cstr", "31253.11.sciencedb.01234", True),
    ("cstr", "https://cstr.cn/32003.14.ChinaXiv.202109.00001", True),
    ("cstr", "CSTR：32003.14.ChinaXiv.202109.00001", True),
    ("cstr", "32003.14", False),
    ("cstr", "3200.14.C.1", False),
    ("cstr", "32003.1.C.1", False),
    ("cstr", "32OO3.14.C.1", False),
    ("cstr", "32003/14/C", False),
    ("cstr", "10.1016/j.cell.2015.03.012", False),
    ("mrnumber", "whatever", True),  # not a scheme that is known here
    ("ror", "n/a", True),  # VAL001
    ("lccn", "", True),
)


@pytest.mark.parametrize(("scheme", "value", "is_right"), SCHEMES)
def test_scheme(scheme: str, value: str, is_right: bool) -> None:
    assert (fault_of(scheme, value) == "") is is_right


@pytest.mark.parametrize(
    ("field", "scheme"),
    [
        ("lccn", "lccn"),
        ("LCCN", "lccn"),
        ("ROR ID", "ror"),
        ("wikidata-id", "wikidata"),
        ("国内统一刊号", "cn"),
        ("cn", "cn"),  # or a country, or a call number: the value tells
        ("mrnumber", ""),
        ("title", ""),
    ],
)
def test_field_of_a_scheme(field: str, scheme: str) -> None:
    assert scheme_of(field) == scheme


def records(text: str, form: str) -> list[Record]:
    return [record for record in read_text(text, form) if isinstance(record, Record)]


BIB = """@article{a, title={X}, LCCN = {n 78-890351}, bibcode={2001A\\&A...371...97M},
 eprint={10500/12}, eprinttype={hdl}}"""
CSV = "Title,刊号,ROR ID\nX,CN 11-2223/N,03yrm5c26\n"
CSL = '[{"title": "X", "custom": {"lccn": "85-2", "x": 1}, "ISNI": "0000000121032683"}]'
RIS = "TY  - JOUR\nTI  - X\nN1  - LCCN: 85-2\nER  -\n"
PAGE = "X\n作者\n王伟\n刊号\nCN 11-2223/N\n年份：2020\n"


@pytest.mark.parametrize(
    ("text", "form", "held", "columns"),
    [
        (BIB, "bibtex", "lccn:n 78-890351 bibcode:2001A&A...371...97M hdl:10500/12", (31, 54, 9)),
        (CSV, "csv", "cn:CN 11-2223/N ror:03yrm5c26", (3, 16)),
        (CSL, "csl-json", "lccn:85-2 isni:0000000121032683", ()),
        (RIS, "ris", "lccn:85-2", ()),
        (PAGE, "cn-page", "cn:CN 11-2223/N", (1,)),
    ],
)
def test_readers_keep_them(text: str, form: str, held: str, columns: tuple[int, ...]) -> None:
    (record,) = records(text, form)
    assert " ".join(map(str, record.other_id)) == held
    assert tuple(record.place("other-id", i).column for i in range(len(columns))) == columns


def test_a_suggestion_keeps_the_scheme() -> None:
    (record,) = records(CSV, "csv")
    assert str(record.mended("other-id", "CN 11-1234", 0).other_id[0]) == "cn:CN 11-1234"
    assert len(record.mended("other-id", "", 0).other_id) == 1
