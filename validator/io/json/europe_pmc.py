"""Europe PMC's JSON: the results of its search and articles API, lite or core."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from validator.finding import Fault
from validator.io import types, values
from validator.io.json import records as json_records
from validator.io.json.records import Values, Vocabulary, Work
from validator.io.json.values import as_date, as_text, as_texts, members
from validator.io.json.window import Shape
from validator.io.markup import flattened
from validator.io.source import Source
from validator.record import Name, Record

TYPES = {
    "preprint": "article",
    "book": "book",
    "book chapter": "chapter",
    "thesis": "thesis",
    "patent": "patent",
    "dataset": "dataset",
    "case reports": "article-journal",
    "clinical trial": "article-journal",
    "journal article": "article-journal",
    "research-article": "article-journal",
    "review-article": "article-journal",
    "article-commentary": "article-journal",
    "comment": "article-journal",
    "editorial": "article-journal",
    "letter": "article-journal",
    "news": "article-journal",
    "review": "article-journal",
    "systematic review": "article-journal",
    "meta-analysis": "article-journal",
    "randomized controlled trial": "article-journal",
}
"""Words of the types of publications, in small letters, as CSL types: the first here counts."""
OF_SOURCES = {"PPR": "article", "PAT": "patent", "ETH": "thesis"}
"""Databases of one type: preprints, patents, theses."""

TEXTS = {
    "doi": "doi",
    "pmid": "pmid",
    "pmcid": "pmcid",
    "language": "language",
    "pageInfo": "page",
    "title": "title",
    "journalTitle": "container_title",
    "journalIssn": "issn",
    "issue": "issue",
    "journalVolume": "volume",
    "versionNumber": "edition",
}
"""The keys of a result whose value is one text, and the attributes that it fills."""
FIELDS = {
    "id": "id",
    "doi": "DOI",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "title": "title",
    "authorString": "author",
    "authorList": "author",
    "journalInfo": "container-title",
    "journalTitle": "container-title",
    "journalIssn": "ISSN",
    "journalVolume": "volume",
    "issue": "issue",
    "pageInfo": "page",
    "pubYear": "issued",
    "firstPublicationDate": "issued",
    "language": "language",
    "abstractText": "abstract",
    "pubType": "type",
    "pubTypeList": "type",
    "keywordList": "keyword",
    "meshHeadingList": "index-keyword",
    "bookOrReportDetails": "publisher",
    "versionNumber": "edition",
    "source": "",
}
"""The keys of a result that fill a variable."""

SHAPE = Shape(
    envelopes=(("resultList", "result"), ("result",)),
    opening=r'\{\s*"id"\s*:\s*"[^"]{1,60}"\s*,\s*"(?:source|pmid|doi)"',
    marks="authorString authorList journalInfo journalTitle pubYear citedByCount isOpenAccess ",
)

_INITIALS = re.compile(r"(\S.{0,80}?)\s+([^\W\d_a-z]{1,4}(?:-[^\W\d_a-z])?)")


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of results and of answers, one a line or all in one."""
    return json_records.read(source, VOCABULARY)


def values_of(work: Work) -> tuple[Values, Values]:
    """The attributes of a Record that a result fills; a translated title stands in brackets."""
    found = json_records.texts_of(work, TEXTS)
    info = _object(work.get("journalInfo"))
    journal = _object(info.get("journal"))
    book = _object(work.get("bookOrReportDetails"))
    word, kind = _type(work)
    number = as_text(work.get("id"))
    found |= {
        "id": number,
        "type": kind,
        "type_as_read": word,
        "author": _authors(work),
        "issued": _issued(work, info),
        "publisher": as_text(book.get("publisher")),
        "keyword": as_texts(_object(work.get("keywordList")).get("keyword")),
        "index_keyword": _headings(work),
        "abstract": flattened(as_text(work.get("abstractText"))),
    }
    if info:
        found |= {
            "volume": as_text(info.get("volume")) or found.get("volume", ""),
            "issue": as_text(info.get("issue")) or found.get("issue", ""),
            "container_title": as_text(journal.get("title")) or found.get("container_title", ""),
            "container_title_short": as_text(journal.get("isoabbreviation"))
            or as_text(journal.get("ISOAbbreviation"))
            or as_text(journal.get("medlineAbbreviation")),
            "issn": "; ".join(
                dict.fromkeys(
                    text for key in ("issn", "essn") if (text := as_text(journal.get(key)))
                )
            ),
        }
    if not found.get("pmid") and as_text(work.get("source")) == "MED":
        found["pmid"] = number
    found["source"] = "Europe PMC"
    return found, {}


def _type(work: Work) -> tuple[str, str]:
    """The first word that has a type; a database of preprints has no other."""
    listed = _object(work.get("pubTypeList")).get("pubType") or work.get("pubType")
    words = [w.strip() for text in as_texts(listed) for w in text.split(";") if w.strip()]
    if kind := OF_SOURCES.get(as_text(work.get("source"))):
        return next(iter(words), ""), kind
    folded = {word.lower(): word for word in words}
    for word, kind in TYPES.items():
        if word in folded:
            return folded[word], kind
    for word in words:
        if kind := types.of_word(word):
            return word, kind
    return next(iter(words), ""), ""


def _authors(work: Work) -> tuple[Name, ...]:
    listed = _object(work.get("authorList")).get("author")
    if not listed:
        text = as_text(work.get("authorString")).strip().rstrip(".")
        return tuple([_short(part) for part in text.split(", ") if part.strip()])
    return tuple([name for member in members(listed) if (name := _name(member))])


def _short(text: str) -> Name:
    """A name of MEDLINE: the family name and, behind it, initials."""
    found = _INITIALS.fullmatch(text)
    return Name(found[1], found[2], raw=text) if found else values.name(text)


def _name(member: dict[str, Any]) -> Name | None:
    """A person, by the last name and the first, else the initials; a group stands alone."""
    family = as_text(member.get("lastName"))
    given = as_text(member.get("firstName")) or as_text(member.get("initials"))
    literal = as_text(member.get("collectiveName"))
    if not family:
        given = ""
        literal = literal or as_text(member.get("fullName"))
    if not (family or literal):
        return None
    identifier = _object(member.get("authorId"))
    is_orcid = as_text(identifier.get("type")).upper() == "ORCID"
    details = _object(member.get("authorAffiliationDetailsList")).get("authorAffiliation")
    places = [as_text(one.get("affiliation")) for one in members(details)]
    places = places or [as_text(member.get("affiliation"))]
    return Name(
        family,
        given,
        suffix=as_text(member.get("suffix")),
        literal="" if family else literal,
        raw=as_text(member.get("fullName")),
        orcid=as_text(identifier.get("value")) if is_orcid else "",
        affiliation=tuple(place for place in places if place),
    )


def _issued(work: Work, info: dict[str, Any]) -> Any:
    """The date of the issue, else of the print, else the year, else the first publication."""
    year, month = as_text(info.get("yearOfPublication")), as_text(info.get("monthOfPublication"))
    is_month = month.isascii() and month.isdigit() and 1 <= int(month[:9]) <= 12
    issue = f"{year}-{month.zfill(2)}" if year and is_month else year
    given = (issue, work.get("pubYear"), work.get("firstPublicationDate"))
    return next((date for value in given if (date := as_date(value))), None)


def _headings(work: Work) -> tuple[str, ...]:
    listed = _object(work.get("meshHeadingList")).get("meshHeading")
    found = (as_text(heading.get("descriptorName")) for heading in members(listed))
    return tuple(dict.fromkeys(text for text in found if text))


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


VOCABULARY = Vocabulary(SHAPE, FIELDS, values_of)
