"""Faults of ORCID iDs, PMIDs, arXiv and CSTR ids, and of links."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from planting.forms import Change, Plant, Planted, Text, form, literal_forms, value_forms, words
from planting.tools import (
    some_orcid,
    transposed,
    wrong_check,
    wrong_digit,
)
from planting.write import bibtex
from validator.record import Record


def _orcid_of(record: Record, random: Random, orcid: str) -> Record | None:
    people = [i for i, name in enumerate(record.author) if name.family or len(name.literal) < 12]
    if not people:
        return None
    at = random.choice(people)
    name = replace(record.author[at], orcid=orcid)
    return replace(record, author=(*record.author[:at], name, *record.author[at + 1 :]))


ORCID_CHANGES: dict[str, Change] = {
    "another check character": wrong_check,
    "another digit": lambda o, r: wrong_digit(o, r) or wrong_check(o, r),
    "two digits swapped": lambda o, r: transposed(o, r) or wrong_check(o, r),
    "a digit lost": lambda o, r: o[:6] + o[7:],
    "a digit too many": lambda o, r: o + str(r.randrange(10)),
    "a letter": lambda o, r: o[:7] + r.choice("OIlSB") + o[8:],
    "a link with a wrong check character": lambda o, r: "https://orcid.org/" + wrong_check(o, r),
    "zeros": lambda o, r: "0000-0000-0000-0000",
    "a group lost": lambda o, r: o[:14],
    "another identifier": lambda o, r: r.choice(("A-1009-2008", "57191234567", "jane@example.org")),
}


for _name, _change in ORCID_CHANGES.items():

    def _plant(record: Record, random: Random, change: Change = _change) -> Planted:
        changed = change(some_orcid(random), random)
        return _orcid_of(record, random, changed) if changed else None

    form("PID001", _name)(_plant)


@form("PID002", "one iD for two authors")
def _(record: Record, random: Random) -> Planted:
    if len({name.family or name.literal for name in record.author}) < 2:
        return None
    orcid = some_orcid(random)
    first, second, *rest = record.author
    return replace(
        record, author=(replace(first, orcid=orcid), replace(second, orcid=orcid), *rest)
    )


def _article(record: Record) -> bool:
    return record.type == "article-journal" and (record.year or 0) > 1990


literal_forms(
    "PID003",
    "pmid",
    {
        "nine digits or more": ("123456789", "3141592653", "20190412001"),
        "a PMCID": ("PMC3245939", "PMC7097845"),
        "letters": ("2345678O", "MED12345", "S0140673605"),
        "a DOI": ("10.1016/j.cell.2015.03.012",),
        "marks": ("12.345.678", "12,345,678", "12345-678"),
        "two numbers": ("12345678 23456789", "12345678; 23456789"),
    },
    _article,
)


literal_forms(
    "PID003",
    "pmcid",
    {
        "no PMC": ("3245939", "7097845"),
        "lower case": ("pmc3245939",),
        "a blank, colon or hyphen": ("PMC 3245939", "PMC:3245939", "PMC-3245939"),
        "letters behind PMC": ("PMC32459E9", "PMCX"),
        "another label": ("PMID3245939", "PCM3245939", "PM3245939"),
    },
    _article,
)


literal_forms(
    "PID004",
    "arxiv",
    {
        "a month after December": ("2013.01234", "1513.01234", "hep-th/991301", "0913.1234"),
        "no month": ("2000.01234", "0700.1234"),
        "four digits from 2015 on": ("1501.1234", "2103.0123"),
        "five digits before 2015": ("1412.01234", "0704.12345"),
        "no dot": ("210301234", "15010123"),
        "an old number without its archive": ("9901001", "0309136"),
        "an archive that there is not": ("foo/9901001", "hepth/9901001", "biology/0301012"),
        "an old number too long or short": ("hep-th/99010011", "cs/03001"),
        "letters for digits": ("21O3.01234", "2103.O1234", "math/O309136"),
        "a file": ("2103.01234.pdf", "2103.01234v2.pdf", "hep-th/9901001.pdf"),
        "a blank inside": ("2103. 01234", "21 03.01234", "hep-th /9901001"),
        "a comma for the dot": ("2103,01234",),
        "too few or many digits": ("2103.012", "2103.0123456"),
        "a DOI": ("10.1103/PhysRevD.76.013009",),
    },
    lambda record: record.type in ("article-journal", "article", "paper-conference"),
)


literal_forms(
    "PID006",
    "cstr",
    {
        "no suffix": ("32003.14", "11738.11."),
        "a registrant of another length": ("3200.14.ChinaXiv.202109.00001", "320033.14.x.1"),
        "letters in the registrant": ("CSTR3.14.ABC.1", "32OO3.14.ChinaXiv.1"),
        "a blank inside": ("32003. 14.ChinaXiv.202109.00001",),
        "slashes for dots": ("32003/14/ChinaXiv/202109",),
        "full-width characters": ("３２００３．１４．ChinaXiv.202109.00001",),
        "a DOI": ("10.1016/j.cell.2015.03.012",),
    },
    lambda record: record.type in ("article-journal", "dataset", "article"),
)


def _without_scheme(url: str) -> str:
    return url.partition("://")[2]


value_forms(
    "URL001",
    "url",
    {
        "no scheme": lambda u, r: "www." + _without_scheme(u).removeprefix("www."),
        "a scheme misspelt": lambda u, r: (
            r.choice(
                words(
                    "htp:// | htpp:// | hhttp:// | ttp:// | http;// | http// | http:/ | http:://"
                    " | http:"
                )
            )
            + _without_scheme(u)
        ),
        "backslashes": lambda u, r: "http:\\\\" + _without_scheme(u).replace("/", "\\"),
        "a blank in the path": lambda u, r: f"{u} {r.choice(('page', 'de la page', '2.pdf'))}",
        "a blank in the host": lambda u, r: u.replace(".", ". ", 1),
        "a line broken": lambda u, r: u[:12] + "\n" + u[12:] if len(u) > 13 else None,
        "a bracket without its partner": lambda u, r: u + r.choice((")", "]", "(", "[")),
        "a CJK mark at the end": lambda u, r: u + r.choice("。，；）】》、"),
        "full-width marks": lambda u, r: u.replace("://", "：／／"),
        "no host": lambda u, r: r.choice(("http://", "https:///index.html", "http:///")),
        "the scheme twice": lambda u, r: "http://" + u,
        "words before it": lambda u, r: (
            r.choice(("Available at: ", "URL: ", "retrieved from ", "网址：")) + u
        ),
        "angle brackets": lambda u, r: f"<{u}>",
        "a tag": lambda u, r: f'<a href="{u}">link</a>',
        "two links": lambda u, r: (
            f"{u}{r.choice((' ', '; ', ', '))}https://archive.example.org/{r.randrange(999)}"
        ),
        "no link": lambda u, r: r.choice(("see the publisher's site", "见期刊网站", "example")),
        "a path of a computer": lambda u, r: "C:\\Users\\me\\Desktop\\paper.pdf",
    },
)


def _through(host: str, url: str) -> str:
    """The URL as a proxy that rewrites hosts gives it."""
    name, slash, path = _without_scheme(url).partition("/")
    return f"https://{name.replace('-', '--').replace('.', '-')}.{host}{slash}{path}"


def _with_parameter(url: str, text: str) -> str:
    page, sign, place = url.partition("#")
    return f"{page}{'&' if '?' in page else '?'}{text}{sign}{place}"


value_forms(
    "URL003",
    "url",
    {
        "a session of Java": lambda u, r: u + f";jsessionid={r.randrange(16**8):08X}.node1",
        "a session of PHP": lambda u, r: _with_parameter(u, f"PHPSESSID={r.randrange(16**8):x}"),
        "the mark of a campaign": lambda u, r: _with_parameter(
            u, r.choice(("utm_source=feed&utm_medium=rss", "utm_campaign=alert", "fbclid=IwAR0x"))
        ),
        "the right of a campus": lambda u, r: _with_parameter(u, "casa_token=Xy12:ab-cd"),
        "a login of EZproxy": lambda u, r: f"https://ezproxy.example.edu/login?url={u}",
        "a host of EZproxy": lambda u, r: _through("ezproxy.example.edu", u),
        "a host of a hosted proxy": lambda u, r: _through("example.idm.oclc.org", u),
        "a proxy of the library": lambda u, r: _through("libproxy.example.ac.uk", u),
        "WebVPN": lambda u, r: "https://webvpn.example.edu.cn/https/7772647670/" + u[-9:],
        "this computer": lambda u, r: f"http://localhost:{r.choice((80, 8080, 3000))}/paper.pdf",
        "a network of one house": lambda u, r: f"http://192.168.{r.randrange(9)}.7/paper.pdf",
        "a site of copies": lambda u, r: "https://sci-hub.example/10.1000/182",
        "a token of CNKI": lambda u, r: (
            "https://kns.cnki.net/kcms2/article/abstract?v=" + "".join(r.choices("abXY12_-", k=60))
        ),
    },
)


SCHEMES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "isni": (("0000000121032683",), ("0000000121032684", "00000001210326", "000000012103268O")),
    "ror": (
        ("https://ror.org/03yrm5c26",),
        ("https://ror.org/03yrm5c2", "https://ror.org/93yrm5c26"),
    ),
    "wikidata": (("Q42",), ("42", "Q42a", "Q 42", "QX12")),
    "bibcode": (("2012ApJ...757...50M",), ("2012ApJ..757...50M", "ApJ...757...50M", "2012ApJ757M")),
    "handle": (("11427/10234",), ("11427", "11427-10234", "/10234")),
    "coden": (("NATUAS",), ("NATU", "NATUAS12", "NAT-AS")),
}
"""By the name of a field in BibTeX: numbers that are right, and that are not."""


@form("PID006", "another scheme, in a field of BibTeX")
def _(record: Record, random: Random) -> Planted:
    field = random.choice(list(SCHEMES))
    right, wrong = map(random.choice, SCHEMES[field])
    before = bibtex(record, **{field: right})
    return Plant(Text(before, "bibtex"), Text(bibtex(record, **{field: wrong}), "bibtex"))
