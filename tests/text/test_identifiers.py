"""Identifiers: what is one, what is not, and in which forms one is written."""

from __future__ import annotations

import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from patience import soon

from validator.text import identifiers
from validator.text.identifiers import arxiv, doi, isbns, issns, orcid, pmcid, pmid
from validator.text.identifiers.doi_names import Kind, read
from validator.text.identifiers.number_fields import read_isbn, read_issn
from validator.text.identifiers.standard_numbers import (
    isbn10_digit,
    isbn13_digit,
    issn_digit,
    orcid_digit,
)
from validator.text.identifiers.urls import read_url

SICI = "10.1002/(SICI)1097-4679(199911)55:11<1331::AID-JCLP1>3.0.CO;2-3"

VALID_DOIS = (
    "10.1186/s13287-021-02417-3",
    "10.1000/182",
    "10.1000/1",  # one character
    "10.1000/A",
    "10.1038/NATURE12373",  # upper case
    "10.1016/S0735-1097(98)00347-7",  # a PII
    "10.1016/0304-3975(85)90044-5",
    "10.1016/S0140-6736(05)67889-8",
    SICI,
    "10.1002/(SICI)1097-0142(19980101)82:1<i::AID-CNCR1>3.0.CO;2-T",  # <i: is a page, no tag
    "10.1002/(SICI)1096-9063(199911)55:11<S1::AID-PS69>3.0.CO;2-#",
    "10.1175/1520-0442(1999)012<0001:ABC>2.0.CO;2",
    "10.1890/0012-9658(2006)87[1915:TSOEIA]2.0.CO;2",  # square brackets
    "10.1043/0003-3219(2000)070<0001:AB>2.0.CO;2",
    "10.13471/j.cnki.j.sun.yat-sen.univ(med.sci).20240004.017",
    "10.3969/j.issn.1000-0054.2012.01.001",
    "10.13336/j.1003-6520.hve.20201234",
    "10.16511/j.cnki.qhdxxb.2021.22.005",
    "10.3760/cma.j.cn112137-20200221-00381",
    "10.7666/d.y1234567",
    "10.1000.10/123",  # a divided prefix
    "10.1000.10.5/abc-def",
    "10.123456789/abc",
    "10.21105/joss.00001",
    "10.5281/zenodo.1234567",
    "10.48550/arXiv.2101.00001",
    "10.1093/ajae/aaq063",
    "10.1007/978-3-540-12345-6_12",
    "10.1162/coli_a_00239",
    "10.18653/v1/2021.acl-long.1",
    "10.4230/LIPIcs.ICALP.2020.1",
    "10.1145/3292500.3330701",
    "10.1109/5.771073",
    "10.2307/249210",
    "10.25300/MISQ/2014/38.3.10",
    "10.1371/journal.pone.0046493",
    "10.7554/eLife.00001.002",
    "10.1097/01.ATV.0000239488.05069.03",
    "10.1161/ATV.0B013E3181AB66E7",
    "10.1130/0091-7613(1990)018<0001:X>2.3.CO;2",
    "10.1000/456#789",
    "10.1000/a+b",
    "10.1000/a;b,c",
    "10.1000/a=b",
    "10.1000/a:b:c",
    "10.1000/a_b~c",
    "10.1000/a*b",
    "10.1000/a%2Fb",  # an escape in a bare name may be its own
    "10.1000/10.1000/abc",  # a suffix that looks like a name
    "10.1000/a//b",
    "10.1000/abc/",  # a slash may end a name
    "10.1000/abc-",
    "10.1000/日本語",  # any script
    "10.1000/ünïcöde-1",
    "10.1000/статья.5",
    "10.1000/doi.5",
    "10.1000/a.html",
    "10.6084/m9.figshare.c.1234.v2",
    "10.1017/S0007114512003066",
    "10.1049/ic:20000110",
    "10.3233/978-1-60750-588-4-1223",
    "10.1001/jama.1999-XXL",  # Roman or not, three are a word
    "10.5555/12345678",  # a test, not a broken name: DOI005
)


@pytest.mark.parametrize("name", VALID_DOIS)
def test_valid_doi(name: str) -> None:
    assert read(name).kind is Kind.CLEAN
    assert doi(name) == "".join(c.lower() if c.isascii() else c for c in name)
    assert doi(f"https://doi.org/{name}") == doi(name.replace("%2F", "/"))
    assert doi(f"doi:{name}") == doi(name)


LOOKALIKE = "another sign for a digit, the point or the slash in a DOI"
BROKEN_DOIS = (
    # value, the name it holds, what is wrong
    ("10.1000/182.", "10.1000/182", "punctuation after a DOI"),
    ("10.1000/182,", "10.1000/182", "punctuation after a DOI"),
    ("10.1000/182;", "10.1000/182", "punctuation after a DOI"),
    ("10.1000/182)", "10.1000/182", "punctuation after a DOI"),
    ("10.1000/182).", "10.1000/182", "punctuation after a DOI"),
    ("10.1016/S0735-1097(98)00347-7)", "10.1016/s0735-1097(98)00347-7", "punctuation after a DOI"),
    ("10.1000/182]", "10.1000/182", "punctuation after a DOI"),
    ("10.1000/182>", "10.1000/182", "punctuation after a DOI"),
    ("10.1000/182}", "10.1000/182", "punctuation after a DOI"),
    ("10.1000/182。", "10.1000/182", "punctuation after a DOI"),
    ("10.1000/182】", "10.1000/182", "punctuation after a DOI"),
    ("10.1000/182、", "10.1000/182", "punctuation after a DOI"),
    ("10.1000/182）", "10.1000/182", "full-width characters in a DOI"),
    ("10.1000/182</a>", "10.1000/182", "HTML residue in a DOI"),
    ("10.1000/182</jats:p>", "10.1000/182", "HTML residue in a DOI"),
    ("10.1007/s00134\u00ad011", "", "a soft hyphen in a DOI"),  # a hyphen, or nothing
    ("10.1000/182 (2020)", "10.1000/182", "a blank inside a DOI"),
    ("10.1000/182 PMID:12345", "10.1000/182", "a blank inside a DOI"),
    ("10. 1000/182.", "10.1000/182", "a blank inside a DOI"),
    ("10.1000/182<br/>", "10.1000/182", "HTML residue in a DOI"),
    (
        '<a href="https://doi.org/10.1000/182">10.1000/182</a>',
        "10.1000/182",
        "HTML residue in a DOI",
    ),
    ('10.1000/182">', "10.1000/182", "residue of a link or of HTML after a DOI"),
    ("10.1000/182&rft", "10.1000/182", "residue of a link or of HTML after a DOI"),
    ("10.1000/182&rft.date=2000", "10.1000/182", "residue of a link or of HTML after a DOI"),
    ("10.1000/182?nosfx=y", "10.1000/182", "residue of a link or of HTML after a DOI"),
    (
        "https://doi.org/10.1000/182?utm_source=x",
        "10.1000/182",
        "residue of a link or of HTML after a DOI",
    ),
    (
        "https://doi.org/10.1000/182#abstract",
        "10.1000/182",
        "residue of a link or of HTML after a DOI",
    ),
    (SICI.replace("<", "&lt;").replace(">", "&gt;"), SICI.lower(), "an HTML entity in a DOI"),
    (
        SICI.replace("<", "%3C").replace(">", "%3E"),
        SICI.lower(),
        "percent escapes of a link in a DOI",
    ),
    ("10.1000%2F182", "10.1000/182", "percent escapes of a link in a DOI"),
    ("10.5007/%x", "", "a broken percent escape in a DOI"),
    ("10.5007/%p", "", "a broken percent escape in a DOI"),
    ("10.5007/2175-7941%x", "", "a broken percent escape in a DOI"),
    ("10.1000/18 2", "", "a blank inside a DOI"),
    ("10.1000/\u00a0182", "10.1000/182", "a blank inside a DOI"),
    ("10.1000 /182", "10.1000/182", "a blank inside a DOI"),
    ("10. 1000/182", "10.1000/182", "a blank inside a DOI"),
    ("10.1007/s00134-\n011-2381-7", "10.1007/s00134-011-2381-7", "a blank inside a DOI"),
    ("10.1000/182 [doi]", "10.1000/182", "residue of a link or of HTML after a DOI"),
    (
        "10.1016/j.jad.2010.03.003 S0165-0327(10)00218-1 [pii]",
        "10.1016/j.jad.2010.03.003",
        "residue of a link or of HTML after a DOI",
    ),
    ("ARTN 106 10.1186/s12933-018-0749-1", "10.1186/s12933-018-0749-1", "other text around a DOI"),
    ("{10.1000/182}", "10.1000/182", "other text around a DOI"),
    (
        "10.13336/j.1003-6520.hve.2020文章编号",
        "10.13336/j.1003-6520.hve.2020",
        "other text glued to a DOI",
    ),
    ("１０．１０００／１８２", "10.1000/182", "full-width characters in a DOI"),
    ("10.1000／182", "10.1000/182", "full-width characters in a DOI"),
    ("10.1007/s00134–011", "10.1007/s00134-011", "a dash for a hyphen in a DOI"),
    ("10.1007/s00134\u2010011", "10.1007/s00134-011", "a dash for a hyphen in a DOI"),
    ("10.1016/S0735-1097(98", "", "unbalanced brackets in a DOI"),
    ("10.1002/(SICI)1097-4679(199911)55:11<1331::AID-JCLP1", "", "a DOI cut short"),
    ("10.1016/j.cell.2020...", "", "a DOI cut short"),
    ("10.1016/j.cell.2020…", "", "a DOI cut short"),
    ("10.1000", "", "a DOI without a suffix"),
    ("10.1000/", "", "a DOI without a suffix"),
    ("10.1000/.", "", "punctuation after a DOI"),
    ("https://doi.org/10.1000/", "", "a DOI without a suffix"),
    (
        "0.26615/978-954-452-046-5_001",
        "10.26615/978-954-452-046-5_001",
        "a DOI without its first digit",
    ),
    ("http://hdl.handle.net/2065/12142", "", "a Handle in the DOI field"),
    ("doi:", "", "not a DOI"),
    ("DOI", "", "not a DOI"),
    ("https://doi.org/", "", "not a DOI"),
    ("11.1000/x", "", "not a DOI"),
    ("10.123/abc", "", "not a DOI"),  # registrants have four digits and more
    ("10.0123/abc", "", "not a DOI"),
    ("1O.1000/182", "10.1000/182", LOOKALIKE),
    ("10.1000\\182", "10.1000/182", LOOKALIKE),
    ("467-72", "", "not a DOI"),
    ("see the publisher", "", "not a DOI"),
    ("978-3-16-148410-0", "", "not a DOI"),
    ("10.1000/18\ufffd2", "", "unreadable characters in a DOI"),
    ("10.1000/18\udc802", "", "unreadable characters in a DOI"),
    ("10.1000/18\x002", "", "unreadable characters in a DOI"),
    ("10.1000/" + "a" * 3000, "", "longer than any DOI"),
)


@pytest.mark.parametrize(("text", "name", "fault"), BROKEN_DOIS)
def test_broken_doi(text: str, name: str, fault: str) -> None:
    assert read(text).kind is Kind.MALFORMED
    assert read(text).fault == fault
    assert doi(text) == name


OTHER_FORMS = (
    # value, the bare name with its case
    ("https://doi.org/10.1000/AbC", "10.1000/AbC"),
    ("http://doi.org/10.1000/182", "10.1000/182"),
    ("https://www.doi.org/10.1000/182", "10.1000/182"),
    ("http://dx.doi.org/10.1000/182", "10.1000/182"),
    ("HTTPS://DX.DOI.ORG/10.1000/182", "10.1000/182"),
    ("//doi.org/10.1000/182", "10.1000/182"),
    ("doi.org/10.1000/182", "10.1000/182"),
    ("http:/doi.org/10.1000/182", "10.1000/182"),
    ("https://doi.org/https://doi.org/10.1000/182", "10.1000/182"),
    ("https://doi.org/doi:10.1000/182", "10.1000/182"),
    ("http://doi.ieeecomputersociety.org/10.1109/5.771073", "10.1109/5.771073"),
    ("https://doi.org/10.1000%2F182", "10.1000/182"),
    ("https://doi-org.proxy.example.edu/10.1000/182", "10.1000/182"),
    ("https://doi.org/10.1016%2FS0735-1097%2898%2900347-7", "10.1016/S0735-1097(98)00347-7"),
    ("doi:10.1000/182", "10.1000/182"),
    ("doi: 10.1000/182", "10.1000/182"),
    ("DOI:10.1000/182", "10.1000/182"),
    ("DOI 10.1000/182", "10.1000/182"),
    ("DOI：10.1000/182", "10.1000/182"),
    ("[DOI] 10.1000/182", "10.1000/182"),
    ("doi10.1000/182", "10.1000/182"),
    ("doi://10.1000/182", "10.1000/182"),
    ("info:doi/10.1000/182", "10.1000/182"),
    ("urn:doi:10.1000/182", "10.1000/182"),
    ("\u200b10.1000/182", "10.1000/182"),
    ("10.1000/182\ufeff", "10.1000/182"),
    (" 10.1000/182\n", "10.1000/182"),
    ("10.1007/978-3-540-12345-6\\_12", "10.1007/978-3-540-12345-6_12"),
    (SICI.replace("<", "$<$").replace(">", "$>$"), SICI),
)


@pytest.mark.parametrize(("text", "name"), OTHER_FORMS)
def test_other_form_of_a_doi(text: str, name: str) -> None:
    assert read(text) == (Kind.OTHER_FORM, name, read(text).fault)
    assert doi(text) == name.lower()


NO_SINGLE_DOI = (
    ("10.1000/1, 10.1000/2", Kind.SEVERAL, "10.1000/1"),
    ("10.1000/1 and 10.1000/2", Kind.SEVERAL, "10.1000/1"),
    ("10.1000/1https://doi.org/10.1000/2", Kind.SEVERAL, "10.1000/1"),
    ("doi:10.1000/1; doi:10.1000/2", Kind.SEVERAL, "10.1000/1"),
    ("10.1000/1|10.1000/2", Kind.SEVERAL, "10.1000/1"),
    (f"{SICI} {SICI}", Kind.SEVERAL, SICI.lower()),
    ("10/aabbe", Kind.SHORTENED, ""),
    ("https://doi.org/10/aabbe", Kind.SHORTENED, ""),
    ("https://doi.org/aabbe", Kind.SHORTENED, ""),
    ("10.1145/nnnnnnn.nnnnnnn", Kind.TEMPLATE, ""),
    ("10.1145/XXXXXXX", Kind.TEMPLATE, ""),
    ("10.1145/1122445.1122456", Kind.TEMPLATE, ""),
    ("10.1109/ACCESS.2026.DOI", Kind.TEMPLATE, ""),
    ("10.XXXX/abc", Kind.TEMPLATE, ""),
    ("10.0000/0000", Kind.TEMPLATE, ""),
    ("", Kind.NOTHING, ""),
    ("  ", Kind.NOTHING, ""),
    ("N/A", Kind.NOTHING, ""),
    ("none", Kind.NOTHING, ""),
    ("无", Kind.NOTHING, ""),
    ("-", Kind.NOTHING, ""),
)


@pytest.mark.parametrize(("text", "kind", "name"), NO_SINGLE_DOI)
def test_no_single_doi(text: str, kind: Kind, name: str) -> None:
    assert read(text).kind is kind
    assert doi(text) == name


ISSN_FIELDS = (
    # value, canonical, what is wrong
    ("0378-5955", ("0378-5955",), ""),
    ("2434-561X", ("2434-561X",), ""),
    ("0022-3727, 1361-6463", ("0022-3727", "1361-6463"), ""),
    ("0022-3727; 1361-6463", ("0022-3727", "1361-6463"), ""),
    ("0022-3727 1361-6463", ("0022-3727", "1361-6463"), ""),
    ("0022-3727/1361-6463", ("0022-3727", "1361-6463"), ""),
    ("03785955", ("0378-5955",), "an ISSN not in the shape dddd-dddX"),
    ("27729508", ("2772-9508",), "an ISSN not in the shape dddd-dddX"),
    ("2434-561x", ("2434-561X",), "an ISSN not in the shape dddd-dddX"),
    ("0378 5955", ("0378-5955",), "an ISSN not in the shape dddd-dddX"),
    ("0378–5955", ("0378-5955",), "an ISSN not in the shape dddd-dddX"),
    ("０３７８－５９５５", ("0378-5955",), "an ISSN not in the shape dddd-dddX"),
    ("ISSN 0378-5955", ("0378-5955",), "an ISSN not in the shape dddd-dddX"),
    ("0378-5955, 0378-5955", ("0378-5955",), "an ISSN not in the shape dddd-dddX"),
    (
        "1939-1285(Electronic),0278-7393(Print)",
        ("1939-1285", "0278-7393"),
        "an ISSN with a qualifier",
    ),
    ("0957-9672 (Print) 0957-9672", ("0957-9672",), "an ISSN with a qualifier"),
    ("0378-5954", (), "wrong check digit in an ISSN"),
    ("1932-6208", (), "wrong check digit in an ISSN"),
    ("20240101", (), "wrong check digit in an ISSN"),
    ("0378-5955, 0378-5954", ("0378-5955",), "wrong check digit in an ISSN"),
    ("1234-56", (), "not the shape of an ISSN"),
    ("X378-5955", (), "not the shape of an ISSN"),
    ("0378-5955-1", (), "not the shape of an ISSN"),
    ("CN 11-0315/G4", (), "a CN number in the ISSN field"),
    ("CN11-0315", (), "a CN number in the ISSN field"),
    ("11-0315/G4", (), "a CN number in the ISSN field"),
    ("1000-0054, CN 11-2223/N", ("1000-0054",), "a CN number in the ISSN field"),
    ("978-0-306-40615-7", (), "an ISBN in the ISSN field"),
    ("0-306-40615-2", (), "an ISBN in the ISSN field"),
    ("10.1016/j.cell.2020.01.001", (), "a DOI in the ISSN field"),
    (
        "0378-5955, 0022-3727, 1361-6463",
        ("0378-5955", "0022-3727", "1361-6463"),
        "several ISSNs in one field",
    ),
    ("0000-0000", (), "zeros in place of an ISSN"),  # a placeholder with a right check digit
    ("n/a", (), ""),
    ("", (), ""),
)


@pytest.mark.parametrize(("text", "numbers", "fault"), ISSN_FIELDS)
def test_issn_field(text: str, numbers: tuple[str, ...], fault: str) -> None:
    assert issns(text) == numbers
    assert read_issn(text).fault == fault


ISBN_FIELDS = (
    ("9780306406157", ("9780306406157",), ""),
    ("978-0-306-40615-7", ("9780306406157",), ""),
    ("0306406152", ("9780306406157",), ""),
    ("0-306-40615-2", ("9780306406157",), ""),
    ("080442957X", ("9780804429573",), ""),
    ("0-8044-2957-x", ("9780804429573",), ""),
    ("978 7 5063 6543 7", ("9787506365437",), ""),
    ("978-7-101008302", ("9787101008302",), ""),
    ("978–7–5063–6543–7", ("9787506365437",), ""),
    ("979-10-90636-07-1", ("9791090636071",), ""),
    ("0306406153", (), "wrong check digit in an ISBN"),
    ("978-0-306-40615-8", (), "wrong check digit in an ISBN"),
    ("0306406153 (pbk.)", (), "wrong check digit in an ISBN"),
    ("9790306406157", (), "wrong check digit in an ISBN"),
    ("4006381333931", (), "13 digits that start neither with 978 nor with 979"),
    ("0306406152 (pbk.)", ("9780306406157",), "an ISBN with a qualifier"),
    ("ISBN-13: 978-0-306-40615-7", ("9780306406157",), "an ISBN with a qualifier"),
    ("978-0-306-40615-7 : $20.00", ("9780306406157",), "an ISBN with a qualifier"),
    ("0306406152, 9780306406157", ("9780306406157",), "one ISBN told several times"),
    ("0306406152 080442957X", ("9780306406157", "9780804429573"), "several ISBNs in one field"),
    (
        "9780306406157 9787506365437",
        ("9780306406157", "9787506365437"),
        "several ISBNs in one field",
    ),
    ("306-40615-2", (), "neither 10 nor 13 digits in an ISBN"),
    ("97803064061", (), "neither 10 nor 13 digits in an ISBN"),
    ("0957-9673", (), "neither 10 nor 13 digits in an ISBN"),
    ("kmptns", (), "neither 10 nor 13 digits in an ISBN"),
    ("0957-9672", (), "an ISSN in the ISBN field"),
    ("0195-668x", (), "an ISSN in the ISBN field"),
    ("0957-9672 (Print) 0957-9672", (), "an ISSN in the ISBN field"),
    ("10.1007/978-3-540-12345-6", (), "a DOI in the ISBN field"),
    ("９７８０３０６４０６１５７", ("9780306406157",), "full-width characters in an ISBN"),
    ("", (), ""),
    ("-", (), ""),
)


@pytest.mark.parametrize(("text", "numbers", "fault"), ISBN_FIELDS)
def test_isbn_field(text: str, numbers: tuple[str, ...], fault: str) -> None:
    if numbers or "DOI" not in fault:
        assert isbns(text) == numbers
    assert read_isbn(text).fault == fault


CANONICAL = (
    (orcid, "0000-0002-1825-0097", "0000-0002-1825-0097"),
    (orcid, "https://orcid.org/0000-0002-1694-233X", "0000-0002-1694-233X"),
    (orcid, "http://www.orcid.org/0000-0002-1694-233x", "0000-0002-1694-233X"),
    (orcid, "ORCID: 0000-0002-1825-0097", "0000-0002-1825-0097"),
    (orcid, "0000 0001 2281 955X", "0000-0001-2281-955X"),  # an ISNI: the same sum
    (orcid, "0000000218250097", "0000-0002-1825-0097"),
    (orcid, "0000-0002-1825-0098", ""),
    (orcid, "0000-0002-1825", ""),
    (pmid, "12345678", "12345678"),
    (pmid, "PMID: 123", "123"),
    (pmid, "pmid:123", "123"),
    (pmid, "https://pubmed.ncbi.nlm.nih.gov/123/", "123"),
    (pmid, "http://www.ncbi.nlm.nih.gov/pubmed/123", "123"),
    (pmid, "info:pmid/123", "123"),
    (pmid, "123 [pmid]", "123"),
    (pmid, "12345678.0", "12345678"),  # a spreadsheet's number
    (pmid, "00123", "123"),
    (pmid, "0", ""),
    (pmid, "123456789", ""),
    (pmid, "PMC123", ""),
    (pmcid, "PMC13900", "PMC13900"),
    (pmcid, "pmc13900", "PMC13900"),
    (pmcid, "PMC13900.1", "PMC13900"),
    (pmcid, "PMCID: PMC13900", "PMC13900"),
    (pmcid, "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC13900/", "PMC13900"),
    (pmcid, "https://pmc.ncbi.nlm.nih.gov/articles/PMC13900/", "PMC13900"),
    (pmcid, "13900", ""),
    (pmcid, "PMC", ""),
    (arxiv, "2101.00001", "2101.00001"),
    (arxiv, "2101.00001v2", "2101.00001"),
    (arxiv, "arXiv:2101.00001v12", "2101.00001"),
    (arxiv, "arXiv: 2101.00001", "2101.00001"),
    (arxiv, "arXiv:2101.00001v1 [cs.CL]", "2101.00001"),
    (arxiv, "https://arxiv.org/abs/2101.00001", "2101.00001"),
    (arxiv, "http://arxiv.org/pdf/2101.00001v3.pdf", "2101.00001"),
    (arxiv, "https://arxiv.org/abs/hep-th/9901001", "hep-th/9901001"),
    (arxiv, "10.48550/arXiv.2101.00001", "2101.00001"),
    (arxiv, "https://doi.org/10.48550/ARXIV.2101.00001", "2101.00001"),
    (arxiv, "oai:arXiv.org:2101.00001", "2101.00001"),
    (arxiv, "0704.0001", "0704.0001"),
    (arxiv, "1412.9999", "1412.9999"),
    (arxiv, "1501.00001", "1501.00001"),
    (arxiv, "math-ph/0401001", "math-ph/0401001"),
    (arxiv, "hep-th/9108001", "hep-th/9108001"),
    (arxiv, "math.GT/0309136", "math/0309136"),
    (arxiv, "cond-mat.str-el/0101001", "cond-mat/0101001"),
    (arxiv, "cmp-lg/9901001", "cmp-lg/9901001"),
    (arxiv, "1412.12345", ""),  # five digits since January 2015
    (arxiv, "1501.1234", ""),
    (arxiv, "2113.00001", ""),  # month 13
    (arxiv, "2100.00001", ""),
    (arxiv, "0703.0001", ""),  # the new scheme began in April 2007
    (arxiv, "hep-th/0704001", ""),
    (arxiv, "hep-th/9106001", ""),  # arXiv began in August 1991
    (arxiv, "2101.00000", ""),
    (arxiv, "foo/0401001", ""),
    (arxiv, "2101.00001v0", ""),
    (arxiv, "2101.000011", ""),
)


@pytest.mark.parametrize(("function", "text", "canonical"), CANONICAL)
def test_canonical(function: object, text: str, canonical: str) -> None:
    assert callable(function)
    assert function(text) == canonical


URLS = (
    ("https://example.org", ""),
    ("https://example.org:8080/a?b=c&d=(e)#f", ""),
    ("http://links.jstor.org/sici?sici=0002(199911)105:3<571:T>2.0.CO;2-E", ""),
    ("https://zh.wikipedia.org/wiki/睡眠（消歧义）", ""),
    ("https://ja.wikipedia.org/wiki/モーニング娘。", ""),
    ("https://例え.jp/a", ""),
    ("https://web.archive.org/web/2020/http://example.org/", ""),
    ("mailto:ada@example.org", ""),
    ("doi:10.1000/182", ""),
    ("http://[::1]/a", ""),
    ("file:///a b", ""),
    ("internal-pdf://A b.pdf", ""),  # EndNote's attachments
    ("/home/ada/a b.pdf", ""),
    ("", ""),
    ("www.example.org", "a URL without a scheme"),
    ("获取访问路径", "not a URL"),
    ("10.1000/182", "a DOI in the URL field"),
    ("ada@example.org", "an e-mail address in the place of a URL"),
    ("//www.example.org/a", "a URL without a scheme"),
    ("http:///a", "a URL without a host"),
    ("http:example.org", "a URL without a host"),
    ("htttp://example.org", "a misspelt scheme of a URL"),
    ("ttps://example.org", "a misspelt scheme of a URL"),
    ("http://http://example.org", "two schemes in a URL"),
    ("http://w ww.example.org", "a blank in a URL"),
    ("http://example.org/a\u3000b", "a blank in a URL"),
    ("http://example.org http://example.com", "several URLs in one field"),
    ("http://example.org/a。", "CJK punctuation at the end of a URL"),
    ("http://example.org/a）。", "CJK punctuation at the end of a URL"),
    ("http://example.org/a，", "CJK punctuation at the end of a URL"),
    ("http://example.org/(a", "unbalanced brackets in a URL"),
    ("http://example.org/a]", "unbalanced brackets in a URL"),
    ("http://example.org/a>", "unbalanced brackets in a URL"),
    ("http://example.org/a\u200b", "invisible characters in a URL"),
    ("https://fa.wikipedia.org/wiki/می\u200cخوابم", ""),
    ("<http://example.org/a>", "brackets around a URL"),
    ("ｈｔｔｐ://example.org", "full-width characters in a URL"),
)


@pytest.mark.parametrize(("text", "fault"), URLS)
def test_url(text: str, fault: str) -> None:
    reading = read_url(text)
    assert reading.fault == fault
    if reading.better:
        assert read_url(reading.better).fault == ""


PIECES = st.sampled_from(
    [
        *"/%<>()&。）／,. a1文\u200b",
        "10.1000/",
        "10.",
        "doi:",
        "https://doi.org/",
        "http://",
        "%28",
        "%2F",
    ]
)
TEXTS = st.text(max_size=60) | st.text("".join(map(chr, range(0xDC80, 0xDC90))), max_size=3)
RESIDUE = st.sampled_from(["</a>", "&lt;", "&amp;", "?a=", "１０", "\\_", "[doi]", "%25", "…"])
VALUES = st.lists(PIECES | RESIDUE | st.text(max_size=3), max_size=12).map("".join) | TEXTS


@given(VALUES)
@example("https://doi.org/10.1000/a%252Fb")
@example("10.1000/%2528")
@example("10.1000/a\x1fb")
@example("\x00")
@example("\ud800")
def test_canonical_forms_are_stable(text: str) -> None:
    """What a canonical form is read as is itself; nothing raises."""
    name = doi(text)
    assert doi(name) == name
    if name:
        assert read(name).kind is Kind.CLEAN
    for function in (pmid, pmcid, arxiv, orcid):
        assert function(function(text)) == function(text)
    for several in (issns, isbns):
        assert several(", ".join(several(text))) == several(text)
    for reading in (read_issn(text), read_isbn(text), read_url(text)):
        assert isinstance(reading.fault, str)


def digits(count: int) -> st.SearchStrategy[str]:
    return st.text(string.digits, min_size=count, max_size=count)


@given(digits(7).filter(lambda body: body != "0000000"), st.integers(0, 6), st.integers(1, 9))
def test_issn_check_digit(body: str, place: int, shift: int) -> None:
    check = issn_digit(body)
    assert issns(f"{body[:4]}-{body[4:]}{check}") == (f"{body[:4]}-{body[4:]}{check}",)
    wrong = changed(body, place, shift)
    assert read_issn(f"{wrong[:4]}-{wrong[4:]}{check}").fault == "wrong check digit in an ISSN"


@given(digits(9).filter(lambda body: body.strip("0") != ""), st.integers(0, 8), st.integers(1, 9))
def test_isbn10_check_digit(body: str, place: int, shift: int) -> None:
    check = isbn10_digit(body)
    assert len(isbns(body + check)) == 1
    assert read_isbn(body + check).fault == ""
    wrong = changed(body, place, shift) + check
    assert read_isbn(wrong).fault == "wrong check digit in an ISBN"


@given(digits(9), st.integers(3, 11), st.integers(1, 9))
def test_isbn13_check_digit(tail: str, place: int, shift: int) -> None:
    body = "978" + tail
    check = isbn13_digit(body)
    assert isbns(body + check) == (body + check,)
    wrong = changed(body, place, shift) + check
    assert read_isbn(wrong).fault == "wrong check digit in an ISBN"


@given(digits(15), st.integers(0, 14), st.integers(1, 9))
def test_orcid_check_character(body: str, place: int, shift: int) -> None:
    check = orcid_digit(body)
    assert orcid(grouped(body + check)) == grouped(body + check)
    assert orcid(grouped(changed(body, place, shift) + check)) == ""


def changed(body: str, place: int, shift: int) -> str:
    digit = str((int(body[place]) + shift) % 10)
    return body[:place] + digit + body[place + 1 :]


def grouped(number: str) -> str:
    return "-".join(number[i : i + 4] for i in range(0, 16, 4))


@pytest.mark.parametrize(
    "unit", [*"10.-/ (<>[&%,;xX:doi。（\\$", "doi:", "10.1000/", "&lt;", "<a "]
)
@pytest.mark.parametrize("start", ["", "10.1000/", "http://example.org/"])
def test_long_values_are_read_quickly(start: str, unit: str) -> None:
    text = start + unit * (100_000 // len(unit))
    readers = (doi, issns, isbns, pmid, pmcid, arxiv, orcid, read_issn, read_isbn, read_url)
    with soon():
        for function in readers:
            function(text)
            function(text[:2000])


def test_public_names() -> None:
    assert set(identifiers.__all__) == {"arxiv", "doi", "isbns", "issns", "orcid", "pmcid", "pmid"}
