"""The records of a labelled set of duplicates, from its table."""

from __future__ import annotations

import csv
from pathlib import Path

from validator.record import Name, Provenance, Record
from validator.text import dates, names

TYPES = {"article": "article-journal", "inproceedings": "paper-conference", "book": "book"}


def records(folder: Path) -> list[Record]:
    with (folder / "records.csv").open(encoding="utf-8", newline="") as file:
        return [read(row, i) for i, row in enumerate(csv.DictReader(file), start=1)]


def read(row: dict[str, str], number: int) -> Record:
    """The column isbn of the article sets holds ISSNs."""
    type_ = TYPES.get(row["ENTRYTYPE"], "")
    return Record(
        id=row["ID"],
        type=type_,
        title=row["title"],
        author=tuple(map(Name.parse, names.split_list(row["author"]))),
        container_title=row["journal"] or row.get("booktitle", ""),
        issued=dates.parse(row["year"]) if row["year"] else None,
        volume=row["volume"],
        issue=row.get("number", ""),
        page=row["pages"],
        doi=row.get("doi", ""),
        isbn=row.get("isbn", "") if type_ == "book" else "",
        issn=row.get("isbn", "") if type_ != "book" else "",
        publisher=row.get("publisher", ""),
        language=row.get("language", ""),
        provenance=Provenance("set.csv", "csv", number),
    )
