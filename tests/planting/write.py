"""Records written as small files, to plant what only a reader can see."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any

from planting.forms import words
from validator.record import NAME_VARIABLES, Name, Record, attribute_of

BIBTEX_TYPES = {
    "article-journal": "article",
    "paper-conference": "inproceedings",
    "chapter": "incollection",
    "book": "book",
    "thesis": "phdthesis",
    "report": "techreport",
}
RIS_TYPES = {
    "article-journal": "JOUR",
    "paper-conference": "CPAPER",
    "chapter": "CHAP",
    "book": "BOOK",
    "thesis": "THES",
    "report": "RPRT",
    "webpage": "ELEC",
    "standard": "STAND",
    "patent": "PAT",
    "dataset": "DATA",
}


def _escaped(text: str) -> str:
    for mark in "&%#_$":
        text = text.replace(mark, "\\" + mark)
    return text


def bibtex_name(name: Name) -> str:
    if name.literal:
        return f"{{{name.literal}}}"
    family = f"{name.particles} {name.family}".strip()
    return ", ".join(part for part in (family, name.suffix, name.given) if part)


def bibtex_fields(record: Record) -> dict[str, str]:
    """The fields of an entry, by their names in BibTeX, those that are not empty."""
    container = {"article-journal": "journal"}.get(record.type, "booktitle")
    publisher = {"thesis": "school", "report": "institution"}.get(record.type, "publisher")
    fields = {
        "author": " and ".join(map(bibtex_name, record.author)),
        "editor": " and ".join(map(bibtex_name, record.editor)),
        "title": _escaped(record.title),
        container: _escaped(record.container_title),
        publisher: _escaped(record.publisher),
        "address": _escaped(record.publisher_place),
        "year": str(record.year or ""),
        "volume": record.volume,
        "number": record.issue or record.number,
        "pages": record.page.replace("-", "--"),
        "edition": record.edition,
        "issn": record.issn,
        "isbn": record.isbn,
        "doi": record.doi,
        "url": record.url,
        "keywords": ", ".join(record.keyword),
        "abstract": _escaped(record.abstract),
    }
    return {name: value for name, value in fields.items() if value}


def bibtex(record: Record, *, key: str = "", kind: str = "", **changed: str) -> str:
    """One entry, with some of its fields other than the record says."""
    fields = bibtex_fields(record) | changed
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    kind = kind or BIBTEX_TYPES.get(record.type, "misc")
    return f"@{kind}{{{key or 'key'},\n{lines}}}\n\n"


def ris_lines(record: Record, names: Sequence[str] | None = None) -> list[str]:
    """The lines of a RIS record, without its last."""
    first, _, last = record.page.partition("-")
    authors = names if names is not None else [str(name) for name in record.author]
    pairs: list[tuple[str, str]] = [
        ("TY", RIS_TYPES.get(record.type, "GEN")),
        *(("AU", name) for name in authors),
        ("TI", record.title),
        ("T2", record.container_title),
        ("PY", str(record.year or "")),
        ("VL", record.volume),
        ("IS", record.issue),
        ("SP", first),
        ("EP", last),
        ("PB", record.publisher),
        ("CY", record.publisher_place),
        ("SN", record.issn or record.isbn),
        ("DO", record.doi),
        ("UR", record.url),
        ("LA", record.language),
        *(("KW", keyword) for keyword in record.keyword),
        ("AB", record.abstract),
    ]
    return [f"{tag}  - {value}" for tag, value in pairs if value]


def ris(record: Record, names: Sequence[str] | None = None, *more: str) -> str:
    return "\r\n".join([*ris_lines(record, names), *more, "ER  - ", "", ""])


CSL_TEXTS = words(
    "title | container-title | collection-title | publisher | publisher-place | volume | issue"
    " | page | number | number-of-pages | edition | genre | DOI | ISBN | ISSN | PMID | PMCID"
    " | URL | language | abstract | note"
)


def csl(record: Record) -> dict[str, Any]:
    """The item of CSL-JSON."""
    item: dict[str, Any] = {"id": record.id or "item", "type": record.type}
    for variable in CSL_TEXTS:
        if value := getattr(record, attribute_of(variable)):
            item[variable] = value
    if record.keyword:
        item["keyword"] = "; ".join(record.keyword)
    for variable in NAME_VARIABLES:
        if names := getattr(record, variable):
            item[variable] = [csl_name(name) for name in names]
    if record.issued and record.issued.year:
        parts = (record.issued.year, record.issued.month, record.issued.day)
        item["issued"] = {"date-parts": [[p for p in parts if p]]}
    return item


def csl_name(name: Name) -> dict[str, str]:
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particles,
        "suffix": name.suffix,
        "literal": name.literal,
        "ORCID": name.orcid,
    }
    return {key: value for key, value in parts.items() if value}


def csl_file(items: Iterable[dict[str, Any]]) -> str:
    return json.dumps(list(items), ensure_ascii=False, indent=1)


COLUMNS = words(
    "ID | ENTRYTYPE | title | author | year | journal | booktitle | volume | number | pages"
    " | publisher | doi | issn"
)


def csv_row(record: Record, authors: str | None = None) -> list[str]:
    of_journal = record.type == "article-journal"
    return [
        record.id,
        BIBTEX_TYPES.get(record.type, "misc"),
        record.title,
        " and ".join(map(bibtex_name, record.author)) if authors is None else authors,
        str(record.year or ""),
        record.container_title if of_journal else "",
        "" if of_journal else record.container_title,
        record.volume,
        record.issue,
        record.page,
        record.publisher,
        record.doi,
        record.issn,
    ]


def csv_file(rows: Iterable[tuple[Record, str | None]], *more: list[str]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows(csv_row(record, authors) for record, authors in rows)
    writer.writerows(more)
    return out.getvalue()
