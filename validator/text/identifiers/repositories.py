"""PMID, PMCID and arXiv identifiers."""

from __future__ import annotations

import re

# Compiled at the first use (half a millisecond for each): most records hold none of the three.
_PMID = (
    r"(?:(?:https?://)?(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/"
    r"|info:pmid/|(?:pubmed|pmid|pm|medline)(?:\s?id)?\s?[:：]?\s{0,9})?"
    r"0{0,7}([1-9][0-9]{0,7})(?:/|\s?\[pmid\]|\.0)?"
)
_PMCID = (
    r"(?:(?:https?://)?(?:www\.)?(?:ncbi\.nlm\.nih\.gov/pmc|europepmc\.org|pmc\.ncbi\.nlm\.nih\.gov)"
    r"/(?:articles/)?|(?:pmcid|pmc\sid)\s?[:：]?\s{0,9})?"
    r"(PMC)?\s?0{0,7}([1-9][0-9]{0,7})(?:\.[0-9]{1,2})?/?"
)
_ARXIV_WRAPPING = (
    r"(?:(?:https?://)?(?:www\.|export\.|[a-z]{2}\.)?arxiv\.org/(?:abs|pdf|html|format|src)/"
    r"|(?:https?://(?:dx\.)?doi\.org/|doi:\s?)?10\.48550/arxiv\."
    r"|(?:oai:)?arxiv(?:\.org)?\s?[:：]?\s?)?"
    r"(?P<id>[a-z0-9./-]{7,40}?)(?P<version>v[1-9][0-9]?)?(?:\.pdf)?/?"
    r"(?:\s?\[[a-z.:, -]{2,80}\])?"
)
_NEW = r"([0-9]{2})(0[1-9]|1[0-2])\.([0-9]{4,5})"
# https://info.arxiv.org/help/arxiv_identifier.html, with the archives that were merged later.
_OLD = (
    "(acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas"
    "|cond-mat|cs|dg-ga|funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math|math-ph|mtrl-th|nlin"
    "|nucl-ex|nucl-th|patt-sol|physics|plasm-ph|q-alg|q-bio|quant-ph|solv-int|stat|supr-con)"
    r"(?:\.[A-Z-]{2,7})?/([0-9]{2})(0[1-9]|1[0-2])([0-9]{3})"
)


def pmid(text: str) -> str:
    """The PubMed identifier as bare digits, from that, a label or a URL; "" where it is none."""
    found = re.fullmatch(_PMID, text.strip(), re.IGNORECASE)
    return found[1] if found else ""


def pmcid(text: str) -> str:
    """The PubMed Central identifier as ``PMC`` and digits; "" for digits alone and all else."""
    found = re.fullmatch(_PMCID, text.strip(), re.IGNORECASE)
    return f"PMC{found[2]}" if found and found[1] else ""


def arxiv(text: str) -> str:
    """The arXiv identifier without version, from that, a label, a URL or its DOI; else "".

    Old identifiers lose their subject class, which is no part of them: math/0309136.
    """
    return read_arxiv(text)[0]


def read_arxiv(text: str) -> tuple[str, str]:
    """An arXiv identifier and its version ("v2", "" for none); two empty strings for no other."""
    wrapped = re.fullmatch(_ARXIV_WRAPPING, text.strip(), re.IGNORECASE)
    if not wrapped:
        return "", ""
    name, version = wrapped["id"], (wrapped["version"] or "").lower()
    new = re.fullmatch(_NEW, name, re.IGNORECASE)
    if new:
        year, month, number = new.groups()
        return (name, version) if _is_new(int(year) * 100 + int(month), number) else ("", "")
    old = re.fullmatch(_OLD, name, re.IGNORECASE)
    if old:
        archive, year, month, number = old.groups()
        date = ("19" if year > "90" else "20") + year + month
        if "199107" <= date <= "200703" and number != "000":
            return f"{archive.lower()}/{year}{month}{number}", version
    return "", ""


def _is_new(date: int, number: str) -> bool:
    """Whether a number of a month (YYMM) exists: from 0704 on, five digits from 1501 on."""
    return 704 <= date < 9101 and len(number) == (5 if date >= 1501 else 4) and bool(int(number))
