"""Zotero's own JSON: items of its API, of Better BibTeX, and of translators."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from validator.finding import Fault
from validator.io import types
from validator.io.json import records as json_records
from validator.io.json.records import Values, Vocabulary, Work
from validator.io.json.values import as_date, as_text, as_texts, members
from validator.io.json.window import Shape
from validator.io.source import Source
from validator.io.values import add_note_lines
from validator.record import Name, Record

TYPES = {
    "artwork": "graphic",
    "audioRecording": "song",
    "bill": "bill",
    "blogPost": "post-weblog",
    "book": "book",
    "bookSection": "chapter",
    "case": "legal_case",
    "classic": "classic",
    "computerProgram": "software",
    "conferencePaper": "paper-conference",
    "dataset": "dataset",
    "dictionaryEntry": "entry-dictionary",
    "document": "document",
    "email": "personal_communication",
    "encyclopediaArticle": "entry-encyclopedia",
    "film": "motion_picture",
    "forumPost": "post",
    "gazette": "legislation",
    "hearing": "hearing",
    "instantMessage": "personal_communication",
    "interview": "interview",
    "journalArticle": "article-journal",
    "letter": "personal_communication",
    "magazineArticle": "article-magazine",
    "manuscript": "manuscript",
    "map": "map",
    "newspaperArticle": "article-newspaper",
    "patent": "patent",
    "podcast": "broadcast",
    "preprint": "article",
    "presentation": "speech",
    "radioBroadcast": "broadcast",
    "regulation": "legislation",
    "report": "report",
    "standard": "standard",
    "statute": "legislation",
    "thesis": "thesis",
    "tvBroadcast": "broadcast",
    "videoRecording": "motion_picture",
    "webpage": "webpage",
}
"""The types of Zotero and Juris-M as CSL types."""
PARTS = frozenset(("attachment", "note", "annotation"))
"""Types of items that are parts of others, and no works."""
AUTHORS = frozenset(
    (
        *("author", "artist", "cartographer", "composer", "director", "interviewee"),
        *("inventor", "performer", "podcaster", "presenter", "programmer", "sponsor"),
    )
)
"""Kinds of creators that are the authors of their works."""
_KEYS = {
    "id": "citationKey citekey key itemKey itemID",
    "title": "title caseName nameOfAct subject",
    "container_title": """
        publicationTitle bookTitle proceedingsTitle encyclopediaTitle dictionaryTitle blogTitle
        websiteTitle forumTitle programTitle code reporter
    """,
    "container_title_short": "journalAbbreviation",
    "collection_title": "series seriesTitle",
    "event_title": "conferenceName meetingName",
    "publisher": """
        publisher university institution label studio network company distributor organization
        repository
    """,
    "publisher_place": "place",
    "volume": "volume codeVolume reporterVolume",
    "issue": "issue",
    "page": "pages codePages firstPage",
    "number": """
        number reportNumber patentNumber billNumber docketNumber publicLawNumber applicationNumber
        archiveID documentNumber
    """,
    "number_of_pages": "numPages",
    "edition": "edition versionNumber",
    "genre": """
        thesisType reportType manuscriptType letterType mapType genre websiteType postType
        presentationType
    """,
    "status": "legalStatus status",
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "url": "url",
    "language": "language",
    "abstract": "abstractNote",
    "note": "extra",
    "source": "libraryCatalog",
}
KEYS = {attribute: tuple(keys.split()) for attribute, keys in _KEYS.items()}
"""The attributes that are texts, and the keys that fill them: the first that has a value."""
DATES = ("date", "issueDate", "dateEnacted", "dateDecided", "filingDate")
_VARIABLES = {
    "container_title": "container-title",
    "container_title_short": "container-title-short",
    "collection_title": "collection-title",
    "event_title": "event-title",
    "publisher_place": "publisher-place",
    "number_of_pages": "number-of-pages",
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "url": "URL",
    "source": "",
}
FIELDS = {
    "itemType": "type",
    "creators": "author",
    "tags": "keyword",
    **dict.fromkeys(DATES, "issued"),
    **{
        key: _VARIABLES.get(attribute, attribute)
        for attribute, keys in KEYS.items()
        for key in keys
    },
}
"""The keys of an item that fill a variable."""

SHAPE = Shape(
    envelopes=(("items",),),
    opening=r'\{\s*"(?:itemType|itemID|key"\s*:\s*"[A-Z0-9]{8}"\s*,\s*"(?:version|library|itemType))"',
    marks="library data creators publicationTitle abstractNote libraryCatalog",
)


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of items; attachments, notes and annotations are parts of them, and left."""
    return json_records.read(source, VOCABULARY)


def item(value: Work) -> Work:
    """The keys of an item of the API, those of its ``data`` among them."""
    data = value.get("data")
    if not isinstance(data, dict):
        return value
    return {key: part for key, part in value.items() if key != "data"} | data


def values_of(work: Work) -> tuple[Values, Values]:
    """The attributes of a Record that an item fills, and those of its Parallel."""
    word = as_text(work.get("itemType"))
    found: Values = {
        "type": TYPES.get(word) or types.of_csl(word),
        "type_as_read": word,
        "issued": next((date for key in DATES if (date := as_date(work.get(key)))), None),
        "keyword": as_texts(work.get("tags")),
    }
    for attribute, keys in KEYS.items():
        for key in keys:
            if text := as_text(work.get(key)):
                found[attribute] = text
                break
    creators = members(work.get("creators"))
    for role in ("author", "editor", "translator"):
        kinds = AUTHORS if role == "author" else (role,)
        found[role] = tuple(
            [
                name
                for one in creators
                if (as_text(one.get("creatorType")) or "author") in kinds and (name := _name(one))
            ]
        )
    label, colon, number = as_text(work.get("archiveID")).partition(":")
    if colon and label.lower() == "arxiv":
        found["arxiv"] = number.strip()
    parts = _other_language(work)
    if extra := found.get("note"):
        add_note_lines(extra, found, parts)
    return found, parts


def _name(creator: dict[str, Any]) -> Name | None:
    """A person of two parts; what stands in one field is left unsplit."""
    family, given = as_text(creator.get("lastName")), as_text(creator.get("firstName"))
    literal = as_text(creator.get("name"))
    if literal or (creator.get("fieldMode") and not given):
        return Name(literal=literal or family) if literal or family else None
    return Name(family, given) if family or given else None


def _other_language(work: Work) -> Values:
    """The first title in another language, and not romanised, that Juris-M keeps."""
    multi = work.get("multi")
    keys = multi.get("_keys") if isinstance(multi, dict) else None
    titles = keys.get("title") if isinstance(keys, dict) else None
    for language, title in titles.items() if isinstance(titles, dict) else ():
        if (text := as_text(title)) and not language.endswith("-alalc97"):
            return {"title": text, "language": language}
    return {}


def is_work(work: Work) -> bool:
    """Whether an item is more than a part of another."""
    return as_text(work.get("itemType")) not in PARTS


VOCABULARY = Vocabulary(SHAPE, FIELDS, values_of, item, is_work)
