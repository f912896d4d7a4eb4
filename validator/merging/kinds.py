"""What becomes of two values of one variable: a rule for each kind, with its reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple
from unicodedata import normalize

from validator.audit import Agreement
from validator.linkage import container
from validator.merging import numbers, people, serial_numbers, writing
from validator.merging.writing import form, says_nothing
from validator.record import ATTRIBUTES, OtherId
from validator.text import identifiers, serials
from validator.text.languages import language_of, tag_of
from validator.text.script import has_cjk
from validator.text.unicode import collapse, fold

Test = Callable[[Any, Any], bool]

_SEMICOLON = re.compile(r"\s*[;；]\s*")
_LINE = re.compile(r"\r\n|\r|\n")
_WORD = re.compile(r"[^\s,;]+")
_SUBTITLE = re.compile(r"\s*[:;(\[]|\.\s")
_ARTICLE = re.compile(r"(?i)^the\s+")
_CITED = re.compile(r"(?i)^in(?::|\s)\s*")
_NAME_BESIDE = re.compile(r"[\[(（=]([^\[\]()（）=]{4,})")
_ADDRESS = re.compile(r"(?i)^(?:https?|ftp)://(?:www\.)?|/+$")


class Kind(NamedTuple):
    """How two values of a variable meet that cannot both stand in it.

    ``join`` gives what is kept of (kept, other): the kept one itself where the other adds nothing
    or contradicts it. ``holds`` tells whether (kept, other) the kept one says all of the other.
    """

    join: Callable[[Any, Any], Any]
    holds: Test
    reason: str


class Union(NamedTuple):
    """How the values of a variable meet that holds them all.

    ``pieces`` are what a value is made of, each with the form that it is known by; ``joined`` is
    a value with pieces added.
    """

    pieces: Callable[[Any], Iterator[tuple[Hashable, Any]]]
    joined: Callable[[Any, list[Any]], Any]
    reason: str

    def holds(self, kept: Any, other: Any) -> bool:
        """Whether a value has all pieces of another."""
        known = {key for key, _ in self.pieces(kept)}
        return all(key in known for key, _ in self.pieces(other))


def _one_of(better: Test, holds: Test, reason: str) -> Kind:
    """One of the two values is kept: the other if it is ``better`` (other, kept)."""
    return Kind(lambda kept, other: other if better(other, kept) else kept, holds, reason)


# Texts


def _better_text(other: str, kept: str) -> bool:
    if says_nothing(kept) or says_nothing(other):
        return says_nothing(kept) and not says_nothing(other)
    if writing.restores(other, kept):
        return True
    return writing.is_better_written(other, kept) and form(other) == form(kept)


def _same_text(kept: str, other: str) -> bool:
    return says_nothing(other) or form(kept) == form(other) or writing.restores(kept, other)


def _better_title(other: str, kept: str) -> bool:
    if _better_text(other, kept):
        return True
    return writing.adds(other, kept) and not writing.is_worse_written(other, kept)


def _same_title(kept: str, other: str) -> bool:
    return _same_text(kept, other) or writing.has_beginning(kept, other)


def _same_publisher(kept: str, other: str) -> bool:
    """Whether a name has all words of another in their order: "Tidewater Books" and "Tidewater"."""
    return _same_text(kept, other) or f" {fold(other)} " in f" {fold(kept)} "


def _better_container(other: str, kept: str) -> bool:
    if form(_CITED.sub("", kept)) == form(_CITED.sub("", other)) and _CITED.match(other):
        return False
    if _better_text(other, kept) or abbreviates(kept, other) or _is_cited(kept, other):
        return True
    return "&" in kept and "&" not in other and _same_words(kept, other)


def _same_words(name: str, other: str) -> bool:
    """Whether two names differ in signs, "&", "and" and "the" alone."""
    return serials.fingerprint(name) == serials.fingerprint(other) != ""


def _is_cited(kept: str, other: str) -> bool:
    """Whether a name is another behind the "In" of a citation."""
    return _CITED.match(kept) is not None and form(_CITED.sub("", kept)) == form(other)


def _same_container(kept: str, other: str) -> bool:
    """Whether a name is the other with a subtitle, a place or a second name, or has it as that."""
    if _same_text(kept, other) or abbreviates(other, kept) or _is_cited(other, kept):
        return True
    mine, its = (_ARTICLE.sub("", text[: serials.LONGEST]) for text in (kept, other))
    if form(mine) == form(its) or writing.has_beginning(mine, its):
        return True
    return form(other) in map(form, _NAME_BESIDE.findall(mine))


def _better_pages(other: str, kept: str) -> bool:
    return _better_text(other, kept) or numbers.are_more_pages(other, kept)


def _same_count(kept: str, other: str) -> bool:
    """Whether two are one number, or the kept one has more behind it: "65 (Suppl 1)" and "65"."""
    if _same_text(kept, other) or writing.has_beginning(kept, other):
        return True
    if numbers.spans_more(kept, other):
        return True
    return numbers.count_form(kept) == numbers.count_form(other)


def _better_abstract(other: str, kept: str) -> bool:
    if _better_text(other, kept):
        return True
    more = writing.contains(other, kept) or writing.continues(other, kept)
    return more and not writing.is_worse_written(other, kept)


def _same_abstract(kept: str, other: str) -> bool:
    more = writing.contains(kept, other) or writing.continues(kept, other)
    return more or _same_text(kept, other)


def abbreviates(short: str, long: str) -> bool:
    """Whether a name of a container is the abbreviation of another, or its letters."""
    if len(short) >= len(long) or len(long) > serials.LONGEST or has_cjk(short + long):
        return False
    return any(_abbreviates(short, name) for name in {long, _SUBTITLE.split(long, 1)[0]})


def _abbreviates(short: str, long: str) -> bool:
    few, many = serials.content_words(short), serials.content_words(long)
    if serials.words_cut(few, many):
        return True
    if len(few) > 1 and _is_cut(few, many) and serials.is_abbreviation(few, many):
        return True
    is_letters = len(few) == 1 < len(many) and short.isupper()
    return is_letters and container.compare(short, long)[0] is Agreement.AGREE


def _is_cut(few: list[str], many: list[str]) -> bool:
    """Whether words are shorter than others by a fifth: no plural is cut to its singular."""
    return 5 * sum(map(len, few)) <= 4 * sum(map(len, many))


# Values that stand beside each other


def _texts(values: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((form(text), text) for text in values)


def _ids(values: Iterable[OtherId]) -> Iterator[tuple[tuple[str, str], OtherId]]:
    return (((one.scheme, serial_numbers.bare(one.value)), one) for one in values)


def _codes(text: str) -> Iterator[tuple[str, str]]:
    """The classes of a text; their dots and hyphens count."""
    pieces = _SEMICOLON.split(text)
    return ((collapse(normalize("NFKC", piece)).casefold(), piece.strip()) for piece in pieces)


def _lines(text: str) -> Iterator[tuple[str, str]]:
    return _texts(map(str.strip, _LINE.split(text)))


def _marks(text: str) -> Iterator[tuple[str, str]]:
    """The rules that a mark names: of "ignore DOI003, author-case" both."""
    words = _WORD.findall(text.replace(":", " "))
    return ((word.lower(), word) for word in words if word.lower() != "ignore")


def _after(kept: Any, added: list[Any]) -> Any:
    return (*kept, *added)


def _separated(separator: str) -> Callable[[str, list[str]], str]:
    stray = f"{separator.strip()}； "

    def joined(kept: str, added: list[str]) -> str:
        return separator.join(filter(None, (kept.rstrip(stray), *added)))

    return joined


# Identifiers, languages, types


def _better_identifier(read: Callable[[str], str], other: str, kept: str) -> bool:
    return bool(read(other)) and not read(kept)


def _identifier(name: str, read: Callable[[str], str]) -> Kind:
    return _one_of(
        partial(_better_identifier, read),
        lambda kept, other: serial_numbers.is_same(kept, other, read),
        f"a valid {name} before a text that is none; of two valid ones the survivor's",
    )


def _better_language(other: str, kept: str) -> bool:
    return bool(tag_of(other)) and not tag_of(kept)


def _same_language(kept: str, other: str) -> bool:
    """Whether a tag says what another says: zh-TW as much as zh, ger as much as de."""
    if _same_text(kept, other):
        return True
    mine, its = (f"{language_of(text)}-{_regions(text)}" for text in (kept, other))
    return bool(language_of(other)) and mine.startswith(its)


def _regions(text: str) -> str:
    return tag_of(text).partition("-")[2]


def _same_url(kept: str, other: str) -> bool:
    mine, its = (_ADDRESS.sub("", text.strip()) for text in (kept, other))
    return mine == its or (identifiers.doi(kept) == identifiers.doi(other) != "")


@dataclass(frozen=True, slots=True)
class Typed:
    """The type of a record, and whether it was inferred."""

    type: str
    is_inferred: bool = False

    def __str__(self) -> str:
        return self.type


_VAGUE = ("", "document", "article")  # CSL has "article" for what is published nowhere


def _certainty(typed: Typed) -> int:
    return _VAGUE.index(typed.type) if typed.type in _VAGUE else 4 - typed.is_inferred


# The table

TEXT = _one_of(
    _better_text,
    _same_text,
    "the survivor's; of one text the better written: real capitals, accents, brackets"
    " closed, nothing garbled",
)
TITLE = _one_of(
    _better_title,
    _same_title,
    "with its subtitle, and whole where it was cut off; else as any text",
)
CONTAINER = _one_of(
    _better_container,
    _same_container,
    "the full name; its abbreviation becomes container-title-short",
)
ABSTRACT = _one_of(_better_abstract, _same_abstract, "the one that holds all of the other")
PUBLISHER = _one_of(_better_text, _same_publisher, "as any text")
NAMES = Kind(
    people.joined,
    people.hold,
    "given names written out, ORCID iDs and affiliations person by person; the list that goes on"
    " after the last of the other; two lists are never mixed",
)
DATE = _one_of(
    numbers.is_dated_better, numbers.dates_agree, "the more precise of two dates that fit"
)
PAGES = _one_of(
    _better_pages,
    lambda kept, other: _same_text(kept, other) or numbers.has_pages(kept, other),
    "a range before its first page, and pages before how many they are",
)
COUNT = _one_of(
    lambda other, kept: _better_text(other, kept) or numbers.spans_more(other, kept),
    _same_count,
    "a double issue before its first half",
)
SERIAL_NUMBER = Kind(
    serial_numbers.joined_numbers,
    serial_numbers.numbers_hold,
    "valid numbers of both, in print and online; a valid one before a text that is none",
)
DOI = _one_of(
    serial_numbers.doi_is_better,
    lambda kept, other: serial_numbers.is_same(kept, other, identifiers.doi),
    "a valid one, and the publisher's before that of an archive; two of them are a conflict",
)
IDS = Union(_ids, _after, "of every scheme, each once")
LIST = Union(_texts, _after, "all, each once, the survivor's first")
CODES = Union(_codes, _separated("; "), "all, each once")
NOTE = Union(_lines, _separated("\n"), "the lines of both, each once")
MARKS = Union(
    _marks, _separated(", "), "what people accepted in one member they accepted of the work"
)
URL = _one_of(_better_text, _same_url, "the survivor's; with or without https, it is the same")
LANGUAGE = _one_of(
    _better_language,
    _same_language,
    "the survivor's, which says how its own texts are written; a known tag before what is none",
)
TYPE = _one_of(
    lambda other, kept: other.type != kept.type and _certainty(other) > _certainty(kept),
    lambda kept, other: kept.type == other.type or 0 < _certainty(other) < _certainty(kept),
    "what is said before what was inferred; anything else before a document or an article that"
    " is published nowhere",
)

KINDS: Mapping[str, Kind | Union] = {
    **dict.fromkeys(ATTRIBUTES, TEXT),
    "type": TYPE,
    "title": TITLE,
    **dict.fromkeys(("author", "editor", "translator"), NAMES),
    "container_title": CONTAINER,
    **dict.fromkeys(("publisher", "publisher_place"), PUBLISHER),
    "issued": DATE,
    "page": PAGES,
    **dict.fromkeys(("volume", "issue", "edition"), COUNT),
    "doi": DOI,
    "isbn": SERIAL_NUMBER,
    "issn": SERIAL_NUMBER,
    "pmid": _identifier("PMID", identifiers.pmid),
    "pmcid": _identifier("PMCID", identifiers.pmcid),
    "arxiv": _identifier("arXiv id", identifiers.arxiv),
    "other_id": IDS,
    "url": URL,
    "language": LANGUAGE,
    **dict.fromkeys(("keyword", "index_keyword", "affiliation"), LIST),
    "classification": CODES,
    "abstract": ABSTRACT,
    "note": NOTE,
    "suppression": MARKS,
}
"""By attribute of Record what becomes of its values."""
