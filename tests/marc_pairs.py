"""Labelled pairs of MARC records, read into Records for the bench: tag by tag, no reader."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from validator.config import Settings
from validator.linkage import link
from validator.record import Name, Provenance, Record
from validator.text import dates

_ISBD = re.compile(r"[\s:/;,=.]+$")  # punctuation that leads to the next subfield
_YEAR = re.compile(r"\d{4}")
KINDS = {"true": "match", "false": "no match", '"merge"': "merge"}
VERDICTS = ("duplicate", "to review", "related", "distinct")


def verdicts(path: Path) -> dict[str, dict[str, int]]:
    """By what a pair is labelled, how often each verdict is given.

    Pairs without a label, and of authority records, are left out.
    """
    counts = {kind: Counter(dict.fromkeys(VERDICTS, 0)) for kind in KINDS.values()}
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            kind = KINDS.get(json.dumps(row["match"]))
            if kind and row.get("strategy") != "auth":
                found = link([record(row[side], n) for n, side in enumerate("ab", 1)], Settings())
                counts[kind].update([next((d.verdict.value for d in found.decisions), "distinct")])
    return {kind: dict(count) for kind, count in counts.items()}


def record(marc: dict[str, Any], number: int) -> Record:
    """What of a MARC record is compared: tags 020, 022, 100, 245, 250, 260, 264, 700, 773."""

    def first(tags: str, codes: str) -> str:
        return next(values(marc, tags, codes), "")

    year = _YEAR.search(" ".join(values(marc, "260 264", "c")))
    return Record(
        id=f"m{number}",
        type="book" if marc.get("leader", "")[6:8] == "am" else "",
        title=" ".join(values(marc, "245", "abnp")),
        author=tuple(map(Name.parse, values(marc, "100 700", "a"))),
        publisher=first("260 264", "b"),
        issued=dates.parse(year[0]) if year else None,
        edition=first("250", "a"),
        isbn=" ".join(values(marc, "020", "a")),
        issn=" ".join([*values(marc, "022", "a"), *values(marc, "773", "x")]),
        container_title=first("773", "t"),
        page=first("773", "g"),
        provenance=Provenance("pairs.jsonl", "marc", number),
    )


def values(marc: dict[str, Any], tags: str, codes: str) -> Iterator[str]:
    """The values of subfields in the order of the record, without what ISBD puts after them."""
    for field in marc["fields"]:
        if field["tag"] in tags.split():
            for subfield in field.get("subfields", ()):
                value = _ISBD.sub("", subfield.get("value") or "")
                if value and subfield["code"] in codes:
                    yield value
