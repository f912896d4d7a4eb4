"""Fields whose names are mistyped."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from validator.facts import Fact, Ref
from validator.finding import Finding, Severity
from validator.io.bibtex.fields import roles
from validator.io.parallels import parallel_role
from validator.record import VARIABLES, Field, Provenance, Record, attribute_of
from validator.registry import Example, Examples, collection_rule

from ._nearness import LONGEST, nearest  # noqa: TID251 - of this family

_BIBTEX = """
    abstract addendum address annotation annote archiveprefix author booktitle chapter crossref date
    edition editor eprint eprinttype eventtitle howpublished institution isbn issn issue journal
    journaltitle keywords language location month note number organization pages pagetotal
    primaryclass publisher pubstate school series shorttitle subtitle title translator urldate
    volume year
"""
_CSL = """
    DOI ISBN ISSN PMCID PMID URL abstract accessed archive author authority call-number categories
    chapter-number citation-key collection-editor collection-number collection-title container-title
    container-title-short custom edition editor event-date event-place event-title genre issue
    issued journalAbbreviation keyword language license medium note number number-of-pages
    number-of-volumes original-date original-publisher original-title page publisher
    publisher-place reviewed-title section shortTitle source status submitted title title-short
    translator type version volume
"""
MEANT = {
    "bibtex": frozenset(_BIBTEX.split()),
    "csl-json": frozenset(_CSL.split()),
    "csl-jsonl": frozenset(_CSL.split()),
}
"""Fields that a mistyped one may have been meant for; the rest of the vocabularies is rare."""

_OTHERS = """
    age annotator annote archive archive-place archive_collection archive_location bookauthor chair
    citation cities cjournal comments compiler composer container-author contributor countries
    curator dimensions director division editora editorb editorc eisbn eissn ejournal event file
    files fjournal groups guest holder host id illustrator interviewer isan isbns ismn isrn issns
    issuer iswc journals jurisdiction label labels languages library links lists locator narrator
    notes npages options organizer origdate original-author original-publisher-place owner page
    page-first pagination paper part part-number part-title parts pdf performer pissn place sortname
    sorttitle printed printing-number producer publication rating read recipient reference
    references related review reviewer scale serie sites source state tags titles topic url urls
    usera userb userc userd usere userf venue version volume-title volumes years
"""
OTHERS = frozenset(_OTHERS.split())
"""Fields of biblatex, CSL, JabRef, BibDesk, Zotero and of people's own that are near another."""

_KNOWN = MEANT["bibtex"] | OTHERS

SHORTEST = 5  # letters; in a shorter name one letter makes another word: data, node
ALONE = frozenset(
    ("year", "page", "isbn", "issn", "ISBN", "ISSN")
)  # no other word is near these that names a field
MISTYPED = "a field that is unknown, and one letter off a known one"
HABIT = 3
"""So many fields of one name, in more than half of the records of a file, are meant as they are."""


class Odd(NamedTuple):
    """A field whose name is near a known one that the record lacks."""

    name: str
    meant: str
    line: int | None
    column: int | None


@lru_cache(maxsize=4096)
def meant(form: str, name: str) -> str | None:
    """The known field that a name of a field was meant for."""
    if form == "bibtex":
        name = name.lower()
        if not name.isalpha() or parallel_role(name) or name.removeprefix("x") in _KNOWN:
            return None  # an x before its name puts a field out of use
    if name in OTHERS or name in MEANT[form] or len(name) > LONGEST:
        return None
    if not name.isascii() or any(map(str.isdigit, name)):
        return None
    found = nearest(name.replace("_", "-"), MEANT[form], most=1)
    if found is None or len(found) >= SHORTEST or found in ALONE:
        return found
    return found if sorted(found) == sorted(name) else None


def lacks(record: Record, field: str) -> bool:
    """Whether nothing stands in the record for what a known field holds."""
    if record.provenance.format == "bibtex":
        role = roles(record.type).get(field)
        attribute = role.attribute if role else ""
    else:
        attribute = attribute_of(field) if field in VARIABLES else ""
    if attribute:
        return not getattr(record, attribute)
    return not any(other.name.lower() == field.lower() for other in record.raw)


_FINE: dict[str, set[str]] = {form: set() for form in MEANT}
"""Names that were judged and are near no other: nearly all of a file, after its first records."""


def mistyped(record: Record) -> tuple[Odd, ...] | None:
    fine = _FINE.get(record.provenance.format)
    if fine is None:
        return None
    odd = [field for field in record.raw if not field[2] and field[0] not in fine]
    if not odd:
        return None
    found = []
    for field in odd:
        known = meant(record.provenance.format, field.name)
        if known is None:
            if len(fine) < 10_000:
                fine.add(field.name)
        elif field.value and lacks(record, known):
            found.append(Odd(field.name, known, field.line, field.column))
    return tuple(found) or None


def bib(number: int, type: str = "article-journal", **fields: str) -> Record:
    raw = tuple(Field(name.replace("_", "-"), f"{{{value}}}") for name, value in fields.items())
    return Record(type=type, title="T", raw=raw, provenance=Provenance("x.bib", "bibtex", number))


def csl(**fields: str) -> Record:
    raw = tuple(Field(name.replace("_", "-"), value) for name, value in fields.items())
    return Record(title="T", raw=raw, provenance=Provenance("x.json", "csl-json", 1))


def _fields() -> Examples:
    return (
        # clean
        Example((bib(1, bdsk_url_1="x", timestamp="x", groups="x", owner="x", file="x"),)),
        Example((bib(1, titel="Der Prozess"),)),  # the title is there: a field of the owner's
        Example((bib(1, notes="x", data="x", keyword2="x", x_title="x", author_zh="x"),)),
        Example(tuple(bib(i, jornal="Revista") for i in range(1, 6))),  # a habit of the house
        Example((bib(1, 期刊="测绘科学"),)),
        Example((bib(1, sorttitle="Logic", xissn="0000-0000", XADDRESS="Paris", npages="12"),)),
        Example((csl(archive_location="x", custom2="x"),)),
        # faulty
        Example((bib(1, jounral="Nature"), bib(9)), (MISTYPED,)),
        Example((bib(1, publishers="x", type="book"),), (MISTYPED,)),
        Example((bib(1, auhtor="李四"), bib(9)), (MISTYPED,)),
        Example((bib(1, Publiser="Наука"), bib(9)), (MISTYPED,)),
        Example((bib(1, yaer="2020"), bib(9)), (MISTYPED,)),
        Example((bib(1, yer="2020"), bib(9)), (MISTYPED,)),
        Example((bib(1, jounral="測繪科學", volum="3"),), (MISTYPED, MISTYPED)),
        Example((csl(contaner_title="Nature"),), (MISTYPED,)),
    )


@collection_rule(
    "TYP003", "field-unknown", severity=Severity.INFO, observe=mistyped, examples=_fields
)
def field_unknown(facts: Sequence[Fact]) -> Iterator[tuple[Ref, Finding]]:
    """The name of a field is one letter off that of a known field which the record lacks.

    Why: programs pass over fields that they do not know, and the value is lost without a word.

    Not found: fields of programs (bdsk-url-1, timestamp, groups) and of one's own; those that an x
    puts out of use (xissn); a field beside the one it is near to; names in more than half of a
    file's records, three at least; names with digits or signs; names of four letters, but for a few
    that no other is near to; tables, RIS.

    Source: the fields of BibTeX, biblatex and CSL 1.0.2; the suggestions of CS1 for unknown
    parameters.
    """
    uses: Counter[tuple[str, str]] = Counter()
    last: dict[str, int] = defaultdict(int)
    for ref, odd in facts:
        last[ref.path] = max(last[ref.path], ref.record_number)
        for field in odd:
            uses[ref.path, field.name.lower()] += 1
    for ref, odd in facts:
        for field in odd:
            count = uses[ref.path, field.name.lower()]
            if count >= HABIT and 2 * count > last[ref.path]:
                continue
            at = ref._replace(line=field.line or ref.line, column=field.column or ref.column)
            yield at, Finding(field.name, MISTYPED, field.name, suggestion=field.meant)
