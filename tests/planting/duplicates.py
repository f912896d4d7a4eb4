"""Duplicates, and works of one kin."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from planting.forms import Plant, Planted, form
from planting.tools import has_case, is_person, script
from validator.record import NO_PARALLEL, Name, Record
from validator.text import dates, han_variants
from validator.text.script import Script
from validator.text.script import script as script_of


def _bare(record: Record) -> Record:
    """Without what identifies it alone."""
    return replace(
        record,
        doi="",
        url="",
        pmid="",
        pmcid="",
        arxiv="",
        isbn="" if record.type != "book" else record.isbn,
    )


def _initials(name: Name) -> Name:
    if not is_person(name) or not has_case(name.given):
        return name
    return replace(name, given=" ".join(f"{w[0]}." for w in name.given.split()), raw="")


EDITS: dict[str, Callable[[Record, Random], Record | None]] = {
    "the same": lambda r, x: r,
    "initials": lambda r, x: replace(r, author=tuple(map(_initials, r.author))),
    "title in small letters": lambda r, x: (
        replace(r, title=r.title.capitalize()) if has_case(r.title) else None
    ),
    "title in capitals": lambda r, x: (
        replace(r, title=r.title.upper()) if has_case(r.title) else None
    ),
    "another mark for the colon": lambda r, x: (
        replace(r, title=r.title.replace(": ", " - ")) if ": " in r.title else None
    ),
    "a letter of the title misspelt": lambda r, x: _misspelt(r, x),
    "the abstract and keywords lost": lambda r, x: replace(
        r, abstract="", keyword=(), publisher=""
    ),
    "journal and pages lost": lambda r, x: replace(r, page="", issue="") if r.page else None,
    "a full stop behind the title": lambda r, x: replace(r, title=r.title + "."),
}


def _misspelt(record: Record, random: Random) -> Record | None:
    title = record.title
    if len(title) < 25 or script(title) != "latin":
        return None
    at = random.randrange(8, len(title) - 8)
    return replace(record, title=title[:at] + title[at + 1 :]) if title[at].isalpha() else None


def _twice(
    code: str,
    name: str,
    edit: Callable[[Record, Random], Record | None],
    prepare: Callable[[Record], Record | None],
) -> None:
    @form(code, name)
    def plant(record: Record, random: Random) -> Planted:
        first = prepare(record)
        second = edit(first, random) if first else None
        if not first or not second:
            return None
        first, second = replace(first, id="one"), replace(second, id="two")
        return Plant((first,), (first, second))


def _with_doi(record: Record) -> Record | None:
    return record if record.doi and "/" in record.doi else None


def _with_pmid(record: Record) -> Record | None:
    fits = record.type == "article-journal" and (record.year or 0) > 1990
    return replace(record, pmid="29203068", doi="") if fits else None


def _with_isbn(record: Record) -> Record | None:
    return record if record.type == "book" and record.isbn else None


def _with_arxiv(record: Record) -> Record | None:
    fits = record.type in ("article", "article-journal") and (record.year or 0) >= 2010
    return (
        replace(
            record,
            arxiv=f"{(record.year or 2010) % 100:02d}03.0123"
            + ("4" if (record.year or 0) > 2014 else ""),
            doi="",
            pmid="",
        )
        if fits
        else None
    )


for _name, _edit in EDITS.items():
    _twice("DUP001", f"DOI, {_name}", _edit, _with_doi)


for _name in ("the same", "initials", "title in small letters"):
    _twice("DUP001", f"PMID, {_name}", EDITS[_name], _with_pmid)
    _twice("DUP001", f"ISBN, {_name}", EDITS[_name], _with_isbn)
    _twice("DUP001", f"arXiv, {_name}", EDITS[_name], _with_arxiv)


_twice(
    "DUP001",
    "DOI in capitals and as a link",
    lambda r, x: replace(r, doi="https://doi.org/" + r.doi.upper()),
    _with_doi,
)


def _informative(record: Record) -> Record | None:
    """A record that can be told by its title, without its identifiers."""
    words = len(record.title.split()) if script(record.title) != "cjk" else len(record.title) // 3
    if (
        words < 5
        or not record.author
        or not record.year
        or not record.page
        or not record.container_title
    ):
        return None
    return replace(_bare(record), isbn="")


for _name, _edit in EDITS.items():
    _twice("DUP002", _name, _edit, _informative)


_TRADITIONAL = str.maketrans(han_variants.FOLDED, han_variants.TRADITIONAL)


def _in_traditional(record: Record, random: Random) -> Record | None:
    """The record as a catalogue of Taiwan has it."""
    if script_of(record.title) is not Script.HAN:
        return None
    return replace(
        record,
        title=record.title.translate(_TRADITIONAL),
        container_title=record.container_title.translate(_TRADITIONAL),
        author=tuple(
            Name(
                name.family.translate(_TRADITIONAL),
                name.given.translate(_TRADITIONAL),
                literal=name.literal.translate(_TRADITIONAL),
            )
            for name in record.author
        ),
    )


_twice("DUP002", "in traditional characters", _in_traditional, _informative)


@form("DUP002", "in English, without the native title")
def in_english(record: Record, random: Random) -> Planted:
    """A Chinese record from one database, the English one of the same article from another."""
    other, found = record.parallel, _informative(record)
    if not found or not other.title or len(other.author) < 2 or found.page.startswith("1-"):
        return None
    if script(record.title) != "cjk" or script(other.title) != "latin":
        return None
    first = replace(found, id="one", parallel=NO_PARALLEL)
    second = replace(
        first,
        id="two",
        title=other.title,
        author=other.author,
        container_title=other.container_title or found.container_title,
        language="en",
        abstract="",
        keyword=(),
        publisher="",
    )
    return Plant((first,), (first, second))


def _uncertain(record: Record) -> Record | None:
    found = _informative(record)
    return found if found and len(record.author) >= 2 else None


# all else being equal, it is certain: a subtitle that was dropped, and all but the first author,
# contradict nothing
_twice("DUP002", "the authors lost", lambda r, x: replace(r, author=()), _uncertain)
_twice("DUP002", "only the first author", lambda r, x: replace(r, author=r.author[:1]), _uncertain)


_twice(
    "DUP003",
    "another year and no pages",
    lambda r, x: replace(
        r, issued=dates.parse(str((r.year or 0) + 1)), page="", volume="", issue=""
    ),
    _uncertain,
)


_twice(
    "DUP003",
    "only the first author, another year and no journal",
    lambda r, x: replace(
        r,
        author=r.author[:1],
        issued=dates.parse(str((r.year or 0) + 1)),
        container_title="",
        page="",
        volume="",
        issue="",
        issn="",
    ),
    _uncertain,
)


_twice(
    "DUP003",
    "the subtitle lost, another year and no pages",
    lambda r, x: (
        replace(
            r,
            title=r.title.split(": ")[0],
            issued=dates.parse(str((r.year or 0) + 1)),
            page="",
            volume="",
            issue="",
        )
        if len(r.title.split(": ")[0].split()) > 4 and ": " in r.title
        else None
    ),
    _uncertain,
)


RELATED: dict[str, Callable[[Record, Random], Record | None]] = {
    "a preprint": lambda r, x: (
        replace(
            r,
            type="article",
            type_as_read="article",
            container_title="",
            volume="",
            issue="",
            page="",
            issn="",
            publisher="arXiv",
            arxiv="1503.01234",
            issued=dates.parse(str((r.year or 1) - 1)),
        )
        if (r.year or 0) in (2015, 2016)
        else None
    ),
    "a preprint of a server as journal": lambda r, x: (
        replace(
            r,
            container_title="bioRxiv",
            volume="",
            issue="",
            page="",
            issn="",
            doi="10.1101/2015.03.012345",
            issued=dates.parse(str((r.year or 1) - 1)),
        )
        if (r.year or 0) > 2014
        else None
    ),
    "an erratum": lambda r, x: (
        replace(
            r,
            title=x.choice(("Erratum: ", "Correction to: ", "Corrigendum to: ", "Erratum to: "))
            + r.title,
            page="999",
        )
        if r.language[:2] == "en"
        else None
    ),
    "an erratum, Chinese": lambda r, x: (
        replace(r, title=x.choice(("更正：", "勘误：")) + r.title, page="999")
        if r.language[:2] == "zh"
        else None
    ),
    "a retraction": lambda r, x: (
        replace(
            r,
            title=x.choice(("Retraction: ", "Retraction notice to: ", "Retraction Note: "))
            + r.title,
            page="999",
        )
        if r.language[:2] == "en"
        else None
    ),
    "another part": lambda r, x: replace(r, title=r.title + ". Part II", page="301-320"),
    "another edition": lambda r, x: (
        replace(r, edition="4", issued=dates.parse(str((r.year or 0) + 6)), isbn="")
        if r.type == "book" and not r.edition
        else None
    ),
    "a conference paper of an article": lambda r, x: (
        replace(
            r,
            type="paper-conference",
            type_as_read="paper-conference",
            container_title="Proceedings of the 12th International Conference on Related Matters",
            volume="",
            issue="",
            page="11-18",
            issn="",
            issued=dates.parse(str((r.year or 0) - 1)),
        )
        if r.type == "article-journal"
        else None
    ),
}


def _kin(record: Record) -> Record | None:
    if record.type == "book":
        return replace(record, isbn="") if len(record.title.split()) > 3 else None
    return _informative(record) if record.type == "article-journal" else None


def _of_parts(edit: Callable[[Record, Random], Record | None]) -> Callable[[Record], Record | None]:
    def prepare(record: Record) -> Record | None:
        kin = _kin(record)
        if kin and edit is RELATED["another part"]:
            return replace(kin, title=kin.title + ". Part I")
        if kin and edit is RELATED["another edition"]:
            return replace(kin, edition="")
        return kin

    return prepare


def _renumbered(
    edit: Callable[[Record, Random], Record | None],
) -> Callable[[Record, Random], Record | None]:
    """The second part has the title of the first, with another number."""

    def change(record: Record, random: Random) -> Record | None:
        return edit(replace(record, title=record.title.removesuffix(". Part I")), random)

    return change


for _name, _edit in RELATED.items():
    _twice("DUP004", _name, _renumbered(_edit), _of_parts(_edit))
