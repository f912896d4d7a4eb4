"""What a record of its type lacks, by the profile."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from validator.config import Settings
from validator.finding import Finding, Severity
from validator.profiles import Element, elements, is_abbreviation
from validator.record import Field, Name, Record, attribute_of
from validator.registry import Example, Examples, rule
from validator.text import dates
from validator.text.dates import Date
from validator.text.names import Kind
from validator.text.script import Script, script

_NUMBERS = (("volume", "issue"), ("page", "number"))
_JOURNALS = frozenset(("article-journal", "article-magazine", "article-newspaper"))


def is_said_elsewhere(variables: tuple[str, ...], record_type: str) -> bool:
    """Whether another rule speaks of this absence: AUT001, TIT001, DAT001, JNL001, VOL002, DOI003.

    The DOI has a table of its own in a profile.
    """
    if "author" in variables:
        return record_type != "report"
    if "title" in variables or "issued" in variables:
        return True
    if "container-title" in variables:
        return record_type in _JOURNALS | {"paper-conference", "chapter"}
    if record_type == "article-journal" and variables in _NUMBERS:
        return True
    return variables == ("DOI",)


@lru_cache(maxsize=1024)
def wanted(profile: str, record_type: str) -> tuple[Element, ...]:
    """What a record of a type must have, and no other rule asks for."""
    return tuple(
        element
        for element in elements(profile, record_type)
        if not is_said_elsewhere(element.variables, record_type)
    )


CALLED = {
    ("thesis", "publisher"): "university",
    ("report", "publisher"): "institution",
    ("patent", "number"): "patent number",
    ("standard", "number"): "standard number",
    ("report", "genre"): "type of report",
    ("thesis", "genre"): "type of thesis",
    ("webpage", "URL or DOI"): "address",
}
"""What a variable is called in records of a type."""

_INHERITS = frozenset(("crossref", "xdata"))
_NO_PUBLISHER = frozenset(("proceedings", "mvproceedings", "manual", "online"))
"""Entry types of BibTeX that are books in CSL, and that their own manuals ask for no publisher."""
_TYPED = frozenset(
    (
        "bachelorsthesis",
        "bachelorthesis",
        "bathesis",
        "masterthesis",
        "mastersthesis",
        "phdthesis",
        "techreport",
    )
)
"""Entry types that say which kind of thesis or report it is."""
_BODIES = re.compile(
    r"univ|instit|school|college|academ|polyte|facult|hochschule|schule|écol|ecole|fakult|大学|大學|学院"
    r"|學院|研究所|科学院|대학|универ|инстит|академ|جامع|\bMIT\b|\bETH\b|\bEPFL\b|caltech",
    re.IGNORECASE,
)
_PUBLISHED_BY = frozenset(("authority", "organization", "organisation", "howpublished", "holder"))
_SIGNED_BY = frozenset(
    ("organization", "organisation", "collaboration", "holder", "bookauthor", "director")
)
_NUMBER = re.compile(r"\d{3}")
_LONG_NUMBER = re.compile(r"\d{6}")


def of(type: str, *says: str, profile: str = "default", word: str = "", **values: Any) -> Example:
    given = {"title": "A title", "author": (Name.parse("Roe, Jo"),), "issued": Date("2016", 2016)}
    record = Record(type=type, type_as_read=word, **{**given, **values})
    return Example(record, says, settings=Settings(profile=profile))


def _required() -> Examples:
    return (
        # clean
        of("article-journal"),  # JNL001, VOL002
        of("book", publisher="Springer"),
        of("book", issued=Date("1868", 1868)),  # place and year named a book then
        of(
            "book", author=(Name(literal="World Health Organization"),)
        ),  # who signs it publishes it
        of("book", word="proceedings"),
        of("book", status="forthcoming"),
        of("book", raw=(Field("crossref", "{all}"),)),
        of("book", issued=None, raw=(Field("shorthand", "{Demosth. or.}"),)),  # how a work is cited
        of(
            "book", author=(), title="", issued=None, publisher="岩波書店"
        ),  # AUT001, TIT001, DAT001
        of("thesis", publisher="北京大学"),
        of("thesis", note="PhD thesis, Universität Zürich"),
        of("report", publisher="NASA"),
        of("report", author=(Name(literal="日本規格協会"),)),
        of("report", number="7178999X-2006BAK04A10", url="https://example.org"),
        of("patent", number="US7123456"),
        of("patent", title="Method of making paper, US 7,123,456"),
        of("standard", title="GB/T 7714—2015 信息与文献 参考文献著录规则"),
        of("webpage", url="https://example.org"),
        of("document", author=(), issued=None),
        of(""),
        of("chapter", container_title="A book"),
        of("thesis", profile="openaire", url="https://example.org"),
        of("book", profile="biblatex"),
        of("book", profile="gbt7714", url="https://example.org"),  # place and publisher may go
        of("standard", profile="gbt7714", number="GB/T 3792—2021"),
        of("report", profile="gbt7714", title="电信业发展白皮书"),
        of("thesis", profile="biblatex", word="phdthesis", publisher="MIT"),
        # faulty
        of("book", "no publisher"),
        of("book", "no publisher", title="図書館の歴史"),
        of("book", "no publisher", title="История книги", publisher=" "),
        of("thesis", "no university"),
        of("thesis", "no university", title="기록학의 이해", word="phdthesis"),
        of("thesis", "no university", title="تاريخ المكتبات"),
        of("report", "no institution"),
        of("patent", "no patent number", title="一种造纸方法"),
        of("standard", "no standard number", title="Information and documentation"),
        of("webpage", "no address"),
        of("thesis", "no type of thesis", profile="biblatex", publisher="MIT", word="thesis"),
        of("book", "no publisher-place", profile="gbt7714", publisher="商务印书馆"),
        of("standard", "no standard number", profile="gbt7714", title="信息与文献"),
        of("map", "no publisher-place", "no publisher", profile="gbt7714", title="沈阳市政区图"),
        of("article-journal", "no ISSN", profile="crossref"),
        of("software", "no publisher", profile="datacite"),
        of("report", "no author", profile="biblatex", author=(), publisher="NASA", genre="x"),
    )


@lru_cache(maxsize=1024)
def alternatives(profile: str, record_type: str) -> tuple[tuple[str, ...], ...]:
    """The attributes of each element that a record of a type must have, one of which must do."""
    return tuple(
        tuple(map(attribute_of, element.variables)) for element in wanted(profile, record_type)
    )


def may_lack(record: Record, settings: Settings) -> bool:
    """A screen: an element of which nothing is there, or nothing but blanks."""
    values = vars(record)
    for attributes in alternatives(settings.profile, record.type):
        for attribute in attributes:
            value = values.get(attribute)
            if value and not (value.__class__ is str and value.isspace()):
                break
        else:
            return True
    return False


@rule(
    "TYP002",
    "required-field-missing",
    severity=Severity.WARNING,
    examples=_required,
    screen=may_lack,
)
def required_field_missing(record: Record, settings: Settings) -> Iterator[Finding]:
    """The record lacks what the profile requires of its type, such as the university of a thesis.

    Why: the work cannot be cited by the rules that the profile stands for, or not be found.

    Not found: the author, title, year, journal and DOI, whose absence has rules of its own; what an
    entry may inherit by crossref; entries that only spell out a shorthand; publishers of books
    before 1900, of proceedings and manuals, of works that a body signs, or that are not out yet;
    the institution of a report with a number and an address; numbers that stand in the title.

    Source: the data file of each profile names its standard; by default BibTeX and ISO 690:2021.
    """
    expected = wanted(settings.profile, record.type)
    if not expected:
        return
    there = has(record)
    lacking = [element for element in expected if not any(map(there, element.variables))]
    if not lacking or any(field.name.lower() in _INHERITS for field in record.raw):
        return
    if is_abbreviation(record):
        return
    if any(dates.announces(text) for text in (record.status, record.note)):
        return
    for element in lacking:
        if element.counts(record) and not is_met(element, record):
            name = " or ".join(element.variables)
            missing = CALLED.get((record.type, name), name)
            yield Finding(element.variables[0], "no {missing}", args={"missing": missing})


def has(record: Record) -> Any:
    """A function that tells whether the record has a variable."""

    def there(variable: str) -> bool:
        value = getattr(record, attribute_of(variable))
        return bool(value.strip() if value.__class__ is str else value)

    return there


def is_met(element: Element, record: Record) -> bool:
    """Whether what the variables would say is said in another way."""
    for variable in element.variables:
        if variable == "publisher" and is_published(record):
            return True
        if variable == "number" and is_numbered(record):
            return True
        if variable == "genre" and record.type_as_read.lower() in _TYPED:
            return True
        if variable == "author" and (
            record.parallel.author
            or names_a_field(record, _SIGNED_BY)
            or (record.type == "report" and not record.publisher)  # AUT001
        ):
            return True
        if variable == "title" and record.parallel.title:
            return True
        if variable == "issued" and record.original_date:
            return True
    return False


def is_published(record: Record) -> bool:
    """Whether a body that publishes the work is named elsewhere, or none is wanted."""
    if record.type_as_read.lower() in _NO_PUBLISHER or names_a_field(record, _PUBLISHED_BY):
        return True
    if record.type == "thesis":
        words = (record.note, record.genre, record.publisher_place, record.collection_title)
        return any(_BODIES.search(text[:500]) for text in (*words, *record.affiliation))
    if record.type == "report" and (record.event_title or (record.number and record.url)):
        return True
    return any(is_body(name) for name in record.author)


def is_body(name: Name) -> bool:
    """Whether a body signs; a literal in Latin script that is not split may be one."""
    return name.kind is Kind.BODY or (
        bool(name.literal) and " " in name.literal and script(name.literal) is Script.LATIN
    )


def is_numbered(record: Record) -> bool:
    """Whether a patent, standard or report names its number where one reads it."""
    texts = (record.title, record.collection_title, record.container_title, record.genre)
    return any(_NUMBER.search(text[:2000]) for text in texts) or bool(
        _LONG_NUMBER.search(record.url[:500])
    )


def names_a_field(record: Record, names: frozenset[str]) -> bool:
    """Whether a field of the source has one of these names and a value."""
    return any(field.name.lower() in names and bool(field.value) for field in record.raw)
