"""Schemes of registrants that write the year or the volume of an article in its DOI."""

from __future__ import annotations

from typing import NamedTuple

from validator.text.patterns import lazy


class Facts(NamedTuple):
    """What a name says: "" and None for nothing.

    The work appeared from ``earliest`` to ``latest``, both included. ``of_century``: the years
    are two digits.
    """

    issn: str = ""
    volume: str = ""
    earliest: int | None = None
    latest: int | None = None
    of_century: bool = False
    arxiv: str = ""


NOTHING = Facts()


class Scheme:
    """How the suffixes of a registrant are made, by the named groups of a pattern.

    ``year`` has four digits, ``yy`` two; ``volume`` and ``issn`` are those of the journal. A work
    appears at most ``before`` years before that year and ``after`` years after it: one each where
    it is that of the issue, more where a manuscript is numbered when it comes in.
    """

    __slots__ = ("after", "before", "pattern")

    def __init__(self, source: str, before: int = 1, after: int = 1) -> None:
        self.pattern = lazy(source)
        self.before = before
        self.after = after


NEVER = 9999  # a work may be cited by a year however late
_YEAR = "(?P<year>(?:1[6-9]|20)[0-9]{2})"
_YY = "(?P<yy>[0-9]{2})"
_ISSN = "(?P<issn>[0-9]{4}-[0-9]{3}[0-9x])"
_VOLUME = "(?P<volume>[1-9][0-9]{0,2})"
_MANUSCRIPT = 3  # years from a number of a manuscript to its issue, as Crossref's records have them

# 10.1007/s10994-010-5188-5, 10.1038/s41586-021-03819-2: the year of acceptance, 9 for the nineties
_SPRINGER = Scheme(r"s[0-9]{5}-(?:0(?=[0-8])|9(?=9))(?P<yy>[0-9]{2})-[0-9]{4,5}-[0-9a-z]$", after=5)

SCHEMES: dict[str, tuple[Scheme, ...]] = {
    # 10.1001/jama.2020.1585, 10.1001/jama.286.24.3114
    "10.1001": (
        Scheme(rf"[a-z]+\.{_YEAR}\.[0-9]+$", after=2),
        Scheme(rf"[a-z]+\.{_VOLUME}\.[0-9]+\.[0-9]+$"),
    ),
    "10.1007": (_SPRINGER,),
    # 10.1029/2007JD008972
    "10.1029": (Scheme(rf"{_YEAR}[a-z]{{2}}[0-9]{{6}}$", after=_MANUSCRIPT),),
    # 10.1037/0033-295X.84.2.191
    "10.1037": (Scheme(rf"/?{_ISSN}\.{_VOLUME}\.[0-9a-z.-]+$"),),
    "10.1038": (_SPRINGER,),
    # 10.1051/0004-6361/201629272
    "10.1051": (Scheme(rf"0004-6361[:/]{_YEAR}[0-9]{{4,5}}$", after=_MANUSCRIPT),),
    # 10.1056/NEJM199901073400101, 10.1056/NEJMoa2034577
    "10.1056": (
        Scheme(rf"nejm{_YEAR}[0-9]{{4}}(?P<volume>[0-9]{{3}})[0-9]{{4}}$"),
        Scheme(rf"nejm[a-z]{{1,6}}{_YY}[0-9]{{5}}$", after=_MANUSCRIPT),
    ),
    # 10.1073/pnas.95.25.14863, 10.1073/pnas.0507655102
    "10.1073": (
        Scheme(rf"pnas\.{_VOLUME}\.[0-9]+\.[0-9]+$"),
        Scheme(rf"pnas\.{_YY}[0-9]{{5}}(?P<volume>[0-9]{{3}})$", after=2),
    ),
    # 10.1080/13614533.2013.793221
    "10.1080": (Scheme(rf"[0-9]{{7}}[0-9x]\.{_YEAR}\.[0-9]{{5,8}}$", after=5),),
    # 10.1088/0004-637X/711/2/1185; the volume of JCAP is a year
    "10.1088": (Scheme(rf"{_ISSN}/(?!(?:19|20)[0-9][0-9]/)(?P<volume>[1-9][0-9]{{0,3}})/"),),
    # 10.1093/bioinformatics/21.4.456
    "10.1093": (Scheme(rf"[a-z]+/{_VOLUME}\.[0-9a-z_-]+\.[0-9]+$"),),
    # 10.1098/rstb.2010.0123
    "10.1098": (Scheme(rf"[a-z]+\.{_YEAR}\.[0-9]{{4}}$", after=2),),
    # 10.1101/2020.01.01.123456: the day on which bioRxiv or medRxiv posted it
    "10.1101": (Scheme(rf"{_YEAR}\.(?:0[1-9]|1[0-2])\.[0-3][0-9]\.[0-9]{{6,8}}$", after=NEVER),),
    # 10.1103/PhysRevLett.98.010505, 10.1103/RevModPhys.81.109
    "10.1103": (
        Scheme(rf"(?:physrev[a-z]{{0,20}}|revmodphys|prx[a-z]{{0,9}})\.{_VOLUME}\.[a-z]?[0-9]+$"),
    ),
    # 10.1109/TPAMI.2016.2577031: the year of acceptance, or of the meeting
    "10.1109": (Scheme(rf"[a-z0-9-]+\.{_YEAR}\.[0-9]+$", after=5),),
    # 10.1128/JB.185.10.3076-3083.2003, 10.1128/JVI.01234-19
    "10.1128": (
        Scheme(rf"[a-z]+\.{_VOLUME}\.[0-9]+\.[0-9-]+\.{_YEAR}$"),
        Scheme(rf"[a-z]+\.[0-9]{{5}}-{_YY}$", after=2),
    ),
    # 10.1136/bmj.331.7531.1490, 10.1136/bmjopen-2012-001234
    "10.1136": (
        Scheme(rf"[a-z]+\.{_VOLUME}\.[0-9]+\.[0-9a-z-]+$"),
        Scheme(rf"[a-z]+-{_YEAR}-[0-9]{{6}}$", after=5),
    ),
    # 10.1146/annurev.psych.52.1.1
    "10.1146": (Scheme(rf"annurev\.[a-z]+\.{_VOLUME}\.[0-9]+\.[0-9]+$"),),
    # 10.1152/jn.00123.2010
    "10.1152": (Scheme(rf"[a-z]+\.[0-9]{{5}}\.{_YEAR}$", after=_MANUSCRIPT),),
    # 10.1155/2014/123456
    "10.1155": (Scheme(rf"{_YEAR}/[0-9]{{5,7}}$"),),
    # 10.1162/neco.1997.9.8.1735
    "10.1162": (Scheme(rf"[a-z]+\.{_YEAR}\.{_VOLUME}\.[0-9-]+\.[0-9]+$"),),
    # 10.1186/1471-2105-9-123
    "10.1186": (Scheme(rf"{_ISSN}-{_VOLUME}-(?:s[0-9]+-)?[a-z]?[0-9]+$"), _SPRINGER),
    # 10.1523/JNEUROSCI.1234-05.2005
    "10.1523": (Scheme(rf"jneurosci\.[0-9-]+\.{_YEAR}$"),),
    # 10.3389/fpsyg.2019.00123
    "10.3389": (Scheme(rf"[a-z]+\.{_YEAR}\.[0-9]{{5,7}}$", after=2),),
    # 10.3390/ijerph17051729: volume, issue of two digits, number of four or five
    "10.3390": (
        Scheme("[a-z]+(?P<volume>[1-9])[0-9]{6}$"),
        Scheme("[a-z]+(?P<volume>[1-9][0-9])[0-9]{6,7}$"),
    ),
    # 10.3724/SP.J.1001.2013.04347
    "10.3724": (Scheme(rf"sp\.j\.[0-9]{{4}}\.{_YEAR}\.[0-9]{{5}}$"),),
    # 10.3760/cma.j.cn112338-20200221-00140: the day on which the manuscript came in
    "10.3760": (Scheme(rf"cma\.j\.cn[0-9]{{6}}-{_YEAR}[0-9]{{4}}-[0-9]{{5}}$", after=_MANUSCRIPT),),
    # 10.4230/LIPIcs.STACS.2008.1351
    "10.4230": (Scheme(rf"lipics\.[a-z0-9-]+\.{_YEAR}\.[0-9]+$"),),
    # 10.5194/acp-10-1-2010: volume, page, year
    "10.5194": (Scheme(rf"[a-z]+-{_VOLUME}-[0-9]+-{_YEAR}$"),),
    # 10.11648/j.ajcem.20150303.11: year, volume and issue
    "10.11648": (Scheme(rf"j\.[a-z]+\.{_YEAR}[0-9]{{4}}\.[0-9]+$"),),
    # 10.12677/ass.2021.101001
    "10.12677": (Scheme(rf"[a-z]+\.{_YEAR}\.[0-9]{{5,7}}$"),),
    # 10.18653/v1/2021.acl-long.1: the year of the meeting
    "10.18653": (Scheme(rf"v1/{_YEAR}\.[a-z]"),),
    # 10.20944/preprints202003.0443.v1
    "10.20944": (Scheme(rf"preprints{_YEAR}(?:0[1-9]|1[0-2])\.[0-9]{{4}}", after=NEVER),),
    # 10.21437/Interspeech.2019-1234, 10.24963/ijcai.2019/123
    "10.21437": (Scheme(rf"interspeech\.{_YEAR}-[0-9]+$"),),
    "10.24963": (Scheme(rf"ijcai\.{_YEAR}/[0-9]+$"),),
    # 10.26434/chemrxiv-2021-abc12
    "10.26434": (Scheme(rf"chemrxiv-{_YEAR}-", after=NEVER),),
}
"""By registrant, as it writes them; suffixes are in lower case."""


def facts_of(registrant: str, suffix: str) -> Facts:
    """What a suffix in lower case says by the scheme of its registrant, `NOTHING` without one."""
    for scheme in SCHEMES.get(registrant, ()):
        if match := scheme.pattern.match(suffix):
            parts = match.groupdict("")
            issn, volume = parts.get("issn", "").upper(), parts.get("volume", "").lstrip("0")
            year = _year(parts.get("year", ""), parts.get("yy", ""))
            if not year:
                return Facts(issn, volume)
            return Facts(issn, volume, year - scheme.before, min(year + scheme.after, NEVER))
    return NOTHING


def _year(year: str, yy: str) -> int:
    """A year of four digits, or of two, which are of the years from 1990 on; 0 for neither."""
    if yy:
        return int(yy) + (1900 if yy > "89" else 2000)
    return int(year) if year else 0
