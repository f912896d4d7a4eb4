"""Clean records: our own, and a seeded sample of the sets kept beside the repository."""

from __future__ import annotations

import gzip
import json
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from planting.records import clean_records
from planting.run import is_clean
from validator import read
from validator.errors import UnreadableError
from validator.record import Record

SHARED = Path(__file__).resolve().parents[3] / "shared"
DATA = SHARED / "data"


def own() -> list[Record]:
    """Our own records, in all languages and types."""
    return [record for record in clean_records() if is_clean(record)]


def sampled(seed: int, *, of_each: int = 150) -> list[list[Record]]:
    """Clean records of the sets, a group a set; none where the sets are not there."""
    random = Random(seed)
    groups = []
    for name, records in _sets(random):
        clean: list[Record] = []
        for record in random.sample(records, len(records)):
            bare = replace(record, id=f"{name}{len(clean)}", raw=())
            if is_clean(bare):
                clean.append(bare)
            if len(clean) == of_each:
                break
        if clean:
            groups.append(clean)
    return groups


def _sets(random: Random) -> Iterator[tuple[str, list[Record]]]:
    if not DATA.is_dir():
        return
    with gzip.open(DATA / "corpora/acl_anthology.jsonl.gz", "rt", encoding="utf-8") as file:
        lines = list(file)
    yield "acl", _read("".join(random.sample(lines, 600)), "csl-jsonl")
    del lines
    items = _wrapped("csl_items.jsonl")
    yield "csl", _read("".join(json.dumps(i["record"]) + "\n" for i in items), "csl-jsonl")
    entries = "\n\n".join(i["raw"] for i in _wrapped("gbt7714_bib.jsonl") if "raw" in i)
    yield "gbt", _read(entries, "bibtex")
    for folder, form in (("bibtex", "bibtex"), ("ris", "ris")):
        records = []
        for path in sorted((DATA / "formats" / folder).iterdir()):
            with suppress(UnreadableError):
                records += list(read(path, input_format=form))
        yield folder, random.sample(records, min(len(records), 1500))
    for path in sorted(DATA.glob("dedup/*/records.csv")):
        records = list(read(path))
        yield path.parent.name, random.sample(records, min(len(records), 600))


def _wrapped(name: str) -> list[dict[str, Any]]:
    with (DATA / "cjk" / name).open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def _read(text: str, form: str) -> list[Record]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "records")
        path.write_text(text, encoding="utf-8")
        return list(read(path, input_format=form))
