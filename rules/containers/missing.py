"""Articles, papers and chapters without the work that holds them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.config import Settings
from validator.finding import Finding, Severity
from validator.profiles import requires
from validator.record import Field, Parallel, Provenance, Record
from validator.registry import Example, Examples, rule
from validator.text import dates

from ._types import JOURNALS  # noqa: TID251 - of this family

NO_CONTAINER = {
    "article-journal": "no journal",
    "article-magazine": "no magazine",
    "article-newspaper": "no newspaper",
    "paper-conference": "no proceedings or conference",
    "chapter": "no book that holds the chapter",
}


def of(type: str, *says: str, type_as_read: str = "", **values: str) -> Example:
    record = Record(type=type, type_as_read=type_as_read, title="A title", **values)  # type: ignore[arg-type]
    return Example(record, says)


UNDEFINED = "the name is an abbreviation that the file does not define"


def entry(type: str, word: str = "article", **fields: str) -> Record:
    raw = tuple(
        Field(name, value, "container-title" if name == "journal" else "")
        for name, value in fields.items()
    )
    at = Provenance("x.bib", "bibtex", 1)
    return Record(type=type, type_as_read=word, title="A title", raw=raw, provenance=at)


OF_JSON = Field("container", {"type": "Journal"}, "container-title")


def _missing() -> Examples:
    return (
        # clean
        of("article-journal", container_title="Nature"),
        of("article-journal", container_title="测绘科学"),
        of("article-journal", container_title_short="J Biol Chem"),
        Example(Record(type="article-journal", parallel=Parallel(container_title="測繪科學"))),
        Example(Record(type="article-journal"), settings=Settings(profile="openaire")),
        of("article-journal", arxiv="1706.03762"),
        of("article-journal", doi="10.48550/arXiv.1706.03762"),
        of("article-journal", note="submitted"),
        of("article-journal", status="inpreparation"),
        of("paper-conference", event_title="SIGMOD 2020"),
        of("paper-conference", collection_title="Lecture Notes in Computer Science"),
        of("chapter", container_title="Handbook of Things"),
        of("chapter", type_as_read="inbook"),  # the title is the book's, the chapter a number
        of("book"),
        of("article"),  # a preprint
        Example(entry("article-journal", eprint="ulem", eprinttype="ctan")),
        Example(entry("paper-conference", "inproceedings", crossref="{proc}")),
        Example(
            entry("chapter", "suppbook", bookauthor="Hayek")
        ),  # a preface: the title is the book's
        of("entry-encyclopedia"),
        # faulty
        of("article-journal", "no journal"),
        of("article-journal", "no journal", doi="10.1186/s13287-021-02417-3"),
        of("article-journal", "no journal", container_title=" "),
        Example(
            Record(type="article-journal", title="A title", publisher="Elsevier", raw=(OF_JSON,)),
            ("no journal",),
        ),
        Example(entry("article-journal", journal="j-TUGboat"), (UNDEFINED,), suggests=None),
        of("article-newspaper", "no newspaper"),
        of("paper-conference", "no proceedings or conference"),
        of("chapter", "no book that holds the chapter"),
    )


_HELD = frozenset(("eprint", "crossref", "xdata"))
"""Fields of BibTeX that say where a work is: a server, or its parent (REC002 if that is gone)."""


def lacks_container(record: Record) -> bool:
    """A screen: no container, by its name or an abbreviation."""
    return not (record.container_title.strip() or record.container_title_short)


@rule(
    "JNL001",
    "container-missing",
    severity=Severity.ERROR,
    examples=_missing,
    types=NO_CONTAINER,
    screen=lacks_container,
)
def container_missing(record: Record, settings: Settings) -> Iterator[Finding]:
    """An article without its journal, a paper without its proceedings, a chapter without its book.

    Why: it cannot be ordered, found on a shelf or cited.

    Not found: parents named by crossref, which are resolved first; a conference or a series in
    place of the proceedings; @inbook, whose title is the book's, and prefaces (@suppbook);
    preprints, what has an eprint, and what inherits; works not out yet;
    all of them in a profile that asks for none (datacite, openaire).

    Source: the required fields of BibTeX and biblatex; ISO 690:2021.
    """
    if not lacks_container(record) or not requires(settings.profile, record, "container-title"):
        return
    if record.parallel.container_title or record.arxiv or "10.48550/" in record.doi:
        return
    if record.type not in JOURNALS and (record.event_title or record.collection_title):
        return
    word = record.type_as_read.lower()
    if record.type == "chapter" and (word == "inbook" or word.startswith("supp")):
        return
    if any(field.name.lower() in _HELD and field.value for field in record.raw):
        return
    if record.issued and record.issued.undated:
        return
    if not any(dates.announces(text) for text in (record.status, record.note)):
        name = undefined(record)
        yield Finding("container-title", UNDEFINED if name else NO_CONTAINER[record.type], name)


def undefined(record: Record) -> str:
    """The abbreviation of BibTeX that stands for the container, and that no @string spells out."""
    if record.provenance.format != "bibtex":
        return ""
    fields = (field.value for field in record.raw if field.variable == "container-title")
    return next((value for value in fields if _ABBREVIATION.fullmatch(value)), "")


_ABBREVIATION = re.compile(r"[^\W\d][^\s\"#%'(),={}]{0,60}")
