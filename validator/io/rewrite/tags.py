"""Which tags may hold a variable, in each tagged format, the best first."""

from __future__ import annotations

import importlib
from functools import cache

from validator.io.formats import FORMATS

_RIS = {
    "id": "ID",
    "title": "TI T1",
    "author": "AU A1",
    "editor": "A2 ED",
    "translator": "A4",
    "container-title": "T2 JF JO",
    "container-title-short": "J2 JA",
    "collection-title": "T3 T2",
    "publisher": "PB",
    "publisher-place": "CY PP",
    "year": "PY",
    "date": "DA Y1",
    "volume": "VL",
    "issue": "IS",
    "number": "M1 C7 IS SN",
    "number-of-pages": "SP",
    "edition": "ET",
    "genre": "M3",
    "DOI": "DO",
    "ISBN": "SN",
    "ISSN": "SN",
    "PMID": "U2 C2",
    "PMCID": "C2",
    "URL": "UR",
    "language": "LA",
    "keyword": "KW",
    "affiliation": "AD",
    "abstract": "AB",
    "note": "N1",
    "original-date": "OP",
    "original-title": "TT",
    "original-author": "TA",
    "original-container-title": "T2 JO JF",
    "original-abstract": "N2 AB",
}
_ROLES = {
    "title": "title",
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "container-title": "container secondary tertiary",
    "container-title-short": "short",
    "collection-title": "series secondary",
    "event-title": "event secondary",
    "publisher": "publisher container",
    "publisher-place": "place",
    "year": "year",
    "date": "date",
    "volume": "volume",
    "issue": "issue",
    "page": "pages first-page page-count",
    "number-of-pages": "page-count pages",
    "edition": "edition",
    "genre": "genre degree edition",
    "number": "number serial",
    "DOI": "doi perhaps-doi",
    "ISBN": "isbn serial",
    "ISSN": "serial",
    "PMID": "pmid",
    "PMCID": "pmcid",
    "URL": "url",
    "language": "language",
    "classification": "classification",
    "keyword": "keyword",
    "abstract": "abstract",
    "affiliation": "affiliation",
    "note": "note",
    "id": "id",
    "original-title": "other-title",
    "original-author": "other-author",
    "original-container-title": "other-container",
    "original-keyword": "other-keyword",
    "original-affiliation": "other-affiliation",
    "original-abstract": "other-abstract",
}
"""Variable -> roles of tags, as in `validator.io.tagged.exports.Layout`."""

_CNKI_STUDY = """
    Title-题名 Author-作者 Source-文献来源 Meeting-会议名称 City-会议地点 Year-年 PubTime-发表时间
    Roll-卷 Volume-卷 Period-期 Page-页码 PageCount-页数 DOI-DOI ISSN-国际标准刊号 Link-链接
    URL-网址 Keyword-关键词 Summary-摘要 Organ-单位 CLC-中图分类号
    """
_CAPITALS = {word: word.upper() for word in ("doi", "isbn", "issn", "url", "isbn/issn")}


@cache
def tags(form: str) -> dict[str, tuple[str, ...]]:
    """Variable -> tags as a file writes them; ``year`` and ``date`` are those of the issue."""
    if form == "ris":
        return {variable: tuple(words.split()) for variable, words in _RIS.items()}
    module = importlib.import_module(f"validator.io.{FORMATS[form].module}")
    return {
        variable: tuple(
            _spelled(form, tag) for role in roles.split() for tag in module.TAGS.get(role, ())
        )
        for variable, roles in _ROLES.items()
    }


def _spelled(form: str, tag: str) -> str:
    if form == "noteexpress":
        return _CAPITALS.get(tag) or tag.title()
    if form == "cnki-study":
        known = {word.partition("-")[0].lower(): word for word in _CNKI_STUDY.split()}
        return known.get(tag, tag)
    return tag
