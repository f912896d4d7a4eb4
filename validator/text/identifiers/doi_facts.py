"""What a DOI says of the work it names: year, volume and ISSN, in schemes that write them in it.

A DOI is opaque by its standard. Only schemes are read whose registrants make the name from the
issue itself, or from the day on which the manuscript came in; the year of digitisation is none.
"""

from __future__ import annotations

import re
from functools import lru_cache

from validator.text.identifiers.doi_schemes import NEVER, NOTHING, SCHEMES, Facts, facts_of

__all__ = ["NOTHING", "SCHEMES", "Facts", "facts", "is_of_year"]


_ISSN = r"[0-9]{4}-[0-9]{3}[0-9Xx]"
# 10.3969/j.issn.1000-0054.2012.01.001, 10.13209/j.0479-8023.2018.070: ISSN, year, issue, number
_CHINESE_ISSN = re.compile(
    rf"[/.]j\.(?:issn[.:])?({_ISSN})\.([12][0-9]{{3}})\.(?:[0-9hsz][0-9]?\.)?[0-9]{{2,4}}$"
)
# 10.16511/j.cnki.qhdxxb.2021.22.005: the journal's code, year, issue and number
_CHINESE_CODE = re.compile(r"j\.cnki\.[a-z0-9.-]{2,20}\.([12][0-9]{3})\.[0-9]{2}\.[0-9]{3}$")
# ANSI/NISO Z39.56: ISSN, date, volume
_SICI = re.compile(rf"({_ISSN})\(([12][0-9]{{3}})[0-9/]*\)(?:0*([1-9][0-9]*)(?=[:<\[]))?")
# 10.1016/0006-291X(75)90508-2: the year in which the publisher numbered it, back to 1900
_PII = re.compile(rf"10\.1016/({_ISSN})\(([0-9]{{2}})\)[0-9]{{5}}-[0-9Xx]$")
# 10.1016/j.cell.2020.01.001: the year and month of acceptance
_ACCEPTED = re.compile(r"10\.1016/j\.[a-z0-9]+\.([12][0-9]{3})\.(?:0[1-9]|1[0-2])\.[0-9]{3}$")
_ARXIV = re.compile(r"10\.48550/arxiv\.(\S+)$")
# 10.1590/S0034-89102010000100001: ISSN and year
_SCIELO = re.compile(rf"/s({_ISSN})((?:19|20)[0-9]{{2}})[0-9]{{9}}$")


@lru_cache(maxsize=256)
def facts(name: str) -> Facts:
    """What a canonical name (lower case) says, `NOTHING` where it is opaque."""
    if "(" in name:
        return _of_serial_item(name)
    registrant, _, suffix = name.partition("/")
    if registrant in SCHEMES:
        known = facts_of(registrant, suffix)
        if known is not NOTHING:
            return known
    if "/j." in name or ".j." in name:
        return _of_journal(name)
    if registrant == "10.48550":
        return _of_arxiv(name)
    if "/s" in name and (found := _SCIELO.search(name)):
        return _of_issue(found[2], issn=found[1])
    return NOTHING


def _of_issue(year: str, *, volume: str = "", issn: str = "") -> Facts:
    """The facts of an issue: it may be online a year before, or be dated a year later."""
    return Facts(issn.upper(), volume, int(year) - 1, int(year) + 1)


def _of_serial_item(name: str) -> Facts:
    if found := _SICI.search(name):
        return _of_issue(found[2], volume=found[3] or "", issn=found[1])
    if found := _PII.match(name):
        year = int(found[2])
        return Facts(found[1].upper(), "", year - 1, year + 1, of_century=True)
    return NOTHING


def _of_journal(name: str) -> Facts:
    if found := _CHINESE_ISSN.search(name):
        return _of_issue(found[2], issn=found[1])
    if found := _CHINESE_CODE.search(name):
        return _of_issue(found[1])
    if found := _ACCEPTED.match(name):
        return Facts(earliest=int(found[1]) - 2, latest=int(found[1]) + 3)
    return NOTHING


def _of_arxiv(name: str) -> Facts:
    """The facts of arXiv's own DOI: the preprint is not of years before it was posted."""
    from validator.text.identifiers.repositories import arxiv

    found = _ARXIV.match(name)
    number = arxiv(found[1]) if found else ""
    if not number:
        return NOTHING
    digits = number.rpartition("/")[2][:2]
    year = int(digits) + (1900 if digits > "90" else 2000)
    return Facts(earliest=year - 1, latest=NEVER, arxiv=number)


def is_of_year(known: Facts, year: int) -> bool:
    """Whether a work of a year may have the name."""
    if known.earliest is None or known.latest is None:
        return True
    if known.of_century:
        return (year - known.earliest) % 100 <= known.latest - known.earliest
    return known.earliest <= year <= known.latest
