"""Faults of DOIs."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from planting.forms import Change, Plant, Planted, form, literal_forms, value_forms, words
from planting.tools import (
    between,
    fullwidth,
    some_issn,
)
from validator.record import Record
from validator.text.dates import Date


def _suffix_cut(doi: str, random: Random, inserted: str) -> str | None:
    slash = doi.index("/") + 1
    tail = between(doi[slash:], random, inserted)
    return tail and doi[:slash] + tail


def _tail(*tails: str) -> Change:
    return lambda doi, random: doi + random.choice(tails)


def _wide_part(doi: str, random: Random) -> str:
    way = random.randrange(4)
    if way == 0:
        return fullwidth(doi)
    if way == 1:
        return doi.replace("/", "／")
    if way == 2:
        return re.sub(r"\d", lambda found: fullwidth(found[0]), doi)
    return doi.replace(".", "．")


def _other_letters(doi: str, random: Random) -> str:
    return random.choice(("1O.", "l0.", "I0.", "lO.", "1o.")) + doi[3:]


def _short_registrant(doi: str, random: Random) -> str:
    return f"10.{random.choice(('1', '10', '101', ''))}/{doi.partition('/')[2]}"


value_forms(
    "DOI001",
    "doi",
    {
        "a blank in the suffix": lambda doi, r: _suffix_cut(doi, r, " "),
        "a blank about the slash": lambda doi, r: doi.replace("/", r.choice((" /", "/ ")), 1),
        "a blank after the dot of the prefix": lambda doi, r: doi.replace("10.", "10. ", 1),
        "broken over two lines": lambda doi, r: _suffix_cut(doi, r, r.choice(("\n", "\r\n"))),
        "a full stop, comma or semicolon at the end": _tail(".", ",", ";", ".,"),
        "a closing bracket at the end": lambda doi, r: (
            doi + r.choice((")", "]", ").")) if doi.count("(") == doi.count(")") else None
        ),
        "a tag at the end": _tail("</a>", '">', "</span>", "<br>", "<br/>", "</doi>"),
        "a parameter of a link at the end": _tail(
            "&rft_id=info:pmid/", "&rft.genre=article", "&rfr_id=info:sid/lib.org"
        ),
        "a pattern of a program": lambda doi, r: doi.partition("/")[0] + r.choice(("/%x", "/%p")),
        "full-width characters": _wide_part,
        "a CJK mark at the end": _tail("。", "】", "，", "；", "）"),
        "a letter for a digit of the prefix": _other_letters,
        "a comma for the dot": lambda doi, r: doi.replace(".", ",", 1),
        "a registrant of less than four digits": _short_registrant,
        "a backslash or nothing for the slash": lambda doi, r: doi.replace(
            "/", r.choice(("\\", "")), 1
        ),
        "the suffix alone": lambda doi, r: (
            doi.partition("/")[2] if re.search("[a-z]{3}", doi) else None
        ),
        "the prefix alone": lambda doi, r: doi.partition("/")[0] + r.choice(("", "/")),
        "PubMed's tag at the end": _tail(" [doi]", " [pii]"),
        "a remark at the end": _tail(" (accessed 3 May 2019)", " (in press)", " PMID: 12345678"),
        "no identifier at all": lambda doi, r: r.choice(
            ("see publisher", "S0140-6736(05)66912-7", "PMC3245939", "hal-01234567")
        ),
        "a page's link that is no DOI": lambda doi, r: r.choice(
            (
                "https://www.jstor.org/stable/2346178",
                "https://www.sciencedirect.com/science/article/pii/S0022249684900012",
                "http://www.cnki.com.cn/Article/CJFDTotal-XLXB200801013.htm",
            )
        ),
    },
)


value_forms(
    "DOI002",
    "doi",
    {
        "a link": lambda doi, r: (
            r.choice(
                words(
                    "https://doi.org/ | http://doi.org/ | https://dx.doi.org/ | http://dx.doi.org/"
                    " | https://www.doi.org/ | HTTPS://DOI.ORG/"
                )
            )
            + doi
        ),
        "a link without its scheme": lambda doi, r: (
            r.choice(("doi.org/", "dx.doi.org/", "www.doi.org/")) + doi
        ),
        "a label": lambda doi, r: (
            r.choice(("doi:", "DOI:", "doi: ", "DOI: ", "DOI ", "doi ", "Doi: ", "DOI：", "doi="))
            + doi
        ),
        "a URN or info link": lambda doi, r: r.choice(("urn:doi:", "info:doi/")) + doi,
        "a link with its slash escaped": lambda doi, r: (
            "https://doi.org/" + doi.replace("/", r.choice(("%2F", "%2f")))
        ),
        "a zero-width character": lambda doi, r: between(
            doi, r, r.choice(("\u200b", "\ufeff", "\u2060", "\u00ad"))
        ),
        "a label inside a link": lambda doi, r: "https://doi.org/doi:" + doi,
        "a link of a library's proxy": lambda doi, r: (
            r.choice(("https://doi-org.proxy.lib.example.edu/", "https://doi.org.ezproxy.uni.edu/"))
            + doi
        ),
        "angle brackets": lambda doi, r: f"<https://doi.org/{doi}>",
    },
)


def _expects_doi(record: Record) -> bool:
    return (
        record.type == "article-journal"
        and record.language[:2] in ("", "en")
        and (record.year or 0) >= 2008
        and record.title.isascii()
        and bool(record.doi and record.container_title)
        and not (record.pmid or record.pmcid or record.arxiv or record.cstr)
    )


@form("DOI003", "taken away from an article in English of 2008 or later")
def _(record: Record, random: Random) -> Planted:
    return replace(record, doi="", url="") if _expects_doi(record) else None


@form("DOI003", "taken away, and a page of the publisher left")
def _(record: Record, random: Random) -> Planted:
    url = f"https://www.publisher.example/articles/{random.randrange(10**6)}"
    return replace(record, doi="", url=url) if _expects_doi(record) else None


def _short(random: Random) -> str:
    return "".join(
        random.choice("bcdfghjkmnpqrstvwxz23456789") for _ in range(random.choice((4, 5, 6)))
    )


value_forms(
    "DOI004",
    "doi",
    {
        "bare": lambda doi, r: f"10/{_short(r)}",
        "a link": lambda doi, r: f"https://doi.org/10/{_short(r)}",
        "a label": lambda doi, r: f"doi:10/{_short(r)}",
        "a link that leaves the prefix out": lambda doi, r: f"https://doi.org/{_short(r)}",
    },
)


literal_forms(
    "DOI005",
    "doi",
    {
        "Crossref's test prefix": ("10.5555/12345678", "10.5555/al12345", "10.5555/test.2020.1"),
        "DataCite's former test prefix": ("10.5072/FK2/ABCDEF", "10.5072/example-full"),
        "the ACM template": (
            "10.1145/nnnnnnn.nnnnnnn",
            "10.1145/1122445.1122456",
            "10.1145/XXXXXXX.XXXXXXX",
        ),
        "the IEEE template": ("10.1109/ACCESS.2017.DOI", "10.1109/XXX.0000.0000000"),
        "a template of another publisher": (
            "10.3390/xxxxx",
            "10.1371/journal.pone.XXXXXXX",
            "10.1093/bioinformatics/xxxxxx",
            "10.1007/s00000-000-0000-0",
        ),
        "a sample": ("10.1000/xyz123", "10.1234/example", "10.xxxx/xxxxx"),
    },
    lambda record: bool(record.doi) and "acm.org" not in record.url,
)


value_forms(
    "DOI008",
    "doi",
    {
        "with a semicolon": lambda doi, r: f"{doi}{r.choice(('; ', ';', '；'))}{_another(r)}",
        "with a comma": lambda doi, r: f"{doi}{r.choice((', ', ',', '，'))}{_another(r)}",
        "with a blank": lambda doi, r: f"{doi} {_another(r)}",
        "on two lines": lambda doi, r: f"{doi}\n{_another(r)}",
        "with a bar or a slash": lambda doi, r: (
            f"{doi}{r.choice(('|', ' | ', ' / '))}{_another(r)}"
        ),
        "with a word": lambda doi, r: f"{doi}{r.choice((' and ', ' & ', ' or '))}{_another(r)}",
        "the same twice, once as a link": lambda doi, r: f"{doi}; https://doi.org/{doi}",
        "two links": lambda doi, r: f"https://doi.org/{doi} https://doi.org/{_another(r)}",
        "two links without a blank": lambda doi, r: (
            f"https://doi.org/{doi}https://doi.org/{_another(r)}"
        ),
        "with labels": lambda doi, r: f"doi:{doi} doi:{_another(r)}",
    },
)


def _another(random: Random) -> str:
    number = random.randrange(10000, 99999)
    return random.choice(
        (
            f"10.1016/j.neuron.2014.{number}",
            f"10.1038/s41586-019-{number}-1",
            f"10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM{number % 1000}>3.0.CO;2-2",
            f"10.3969/j.issn.1000-1298.2011.02.{number % 100:03d}",
        )
    )


@form("DOI009", "at dl.acm.org/doi")
def _(record: Record, random: Random) -> Planted:
    doi = f"10.5555/{random.randrange(10**6, 10**7)}.{random.randrange(10**6, 10**7)}"
    return replace(record, doi=doi, url=f"https://dl.acm.org/doi/{doi}") if record.doi else None


@form("DOI009", "at dl.acm.org/citation.cfm")
def _(record: Record, random: Random) -> Planted:
    number = random.randrange(10**6, 10**7)
    url = f"http://dl.acm.org/citation.cfm?id={number}"
    return replace(record, doi=f"10.5555/{number}", url=url) if record.doi else None


def _other_year(record: Record, random: Random) -> int | None:
    if not record.year or record.type != "article-journal" or not record.container_title:
        return None
    years = [y for y in range(1995, 2024) if abs(y - record.year) > 3]
    return random.choice(years)


def _doi_and_year(record: Record, doi: str, arxiv: str = "") -> Record:
    return replace(record, doi=doi, url="", arxiv=arxiv)


@form("DOI007", "another year in j.issn of a Chinese journal")
def _(record: Record, random: Random) -> Planted:
    year = _other_year(record, random)
    if not year or not re.fullmatch(r"\d{4}-\d{3}[\dX]", record.issn):
        return None
    return _doi_and_year(
        record, f"10.3969/j.issn.{record.issn}.{year}.0{random.randrange(1, 9)}.001"
    )


@form("DOI007", "another year in Elsevier's j.NAME.YEAR")
def _(record: Record, random: Random) -> Planted:
    year = _other_year(record, random)
    code = random.choice(("cell", "neuron", "jml", "ijpharm", "cviu"))
    return (
        _doi_and_year(record, f"10.1016/j.{code}.{year}.04.0{random.randrange(10, 99)}")
        if year
        else None
    )


def _sici(issn: str, year: int, volume: str, page: str) -> str:
    return f"10.1002/(SICI){issn}({year}05){volume}:4<{page}::AID-XYZ4>3.0.CO;2-O"


NAMES_WITH_A_YEAR = (
    "10.3389/fpsyg.{year}.00{tail}",
    "10.1155/{year}/12{tail}",
    "10.1007/s10994-0{yy}-5188-5",
    "10.1038/s41586-0{yy}-0{tail}-2",
    "10.1109/TPAMI.{year}.25{tail}",
    "10.1001/jama.{year}.1{tail}",
    "10.3724/SP.J.1001.{year}.0{tail}",
    "10.1128/JVI.0{tail}-{yy}",
    "10.1590/S0034-8910{year}000100001",
)


@form("DOI007", "another year in a name of a publisher's scheme")
def _(record: Record, random: Random) -> Planted:
    if not record.year or not 1990 < record.year < 2026:
        return None
    years = [y for y in range(2005, 2024) if not -2 < record.year - y < 7]
    year, tail = random.choice(years), random.randrange(1000, 9999)
    name = random.choice(NAMES_WITH_A_YEAR)
    return _doi_and_year(record, name.format(year=year, yy=f"{year % 100:02}", tail=tail))


NAMES_WITH_A_VOLUME = (
    "10.1103/PhysRevLett.{volume}.010505",
    "10.1136/bmj.{volume}.7531.1490",
    "10.1088/0004-637X/{volume}/2/1185",
    "10.1186/1471-2105-{volume}-123",
)


@form("DOI007", "another volume in a name of a publisher's scheme")
def _(record: Record, random: Random) -> Planted:
    if not record.volume.isdecimal() or not 1 < int(record.volume) < 900:
        return None
    name = random.choice(NAMES_WITH_A_VOLUME).format(volume=int(record.volume) + 9)
    return _doi_and_year(record, name)


@form("DOI007", "another year in a SICI")
def _(record: Record, random: Random) -> Planted:
    if not record.year or record.type != "article-journal" or not record.volume.isdecimal():
        return None
    year = random.choice([y for y in range(1992, 2003) if abs(y - record.year) > 3])
    issn = record.issn[:9] or some_issn(random)
    return _doi_and_year(record, _sici(issn, year, record.volume or "12", "101"))


@form("DOI007", "another volume in a SICI")
def _(record: Record, random: Random) -> Planted:
    if record.type != "article-journal" or not record.volume.isdecimal():
        return None
    year = random.randrange(1993, 2001)
    volume = str(int(record.volume) + random.randrange(3, 20))
    issn = record.issn[:9] or some_issn(random)
    dated = replace(record, issued=Date(str(year), year))
    return Plant(
        (replace(dated, doi=_sici(issn, year, record.volume, "101"), url=""),),
        (replace(dated, doi=_sici(issn, year, volume, "101"), url=""),),
    )


@form("DOI007", "another id in arXiv's own DOI")
def _(record: Record, random: Random) -> Planted:
    if not record.year or not 2016 < record.year < 2025:
        return None
    stem = f"{record.year % 100}0{random.randrange(1, 9)}."
    first, second = random.sample(range(10000, 19999), 2)
    return _doi_and_year(record, f"10.48550/arXiv.{stem}{first}", arxiv=f"{stem}{second}")
