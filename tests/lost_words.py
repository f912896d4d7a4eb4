"""The words of records that were merged which neither the kept record nor the log has."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator

from cleaning_runs import Run
from merged_well import words

from validator.merging.preference import told
from validator.merging.writing import form, says_nothing
from validator.record import ATTRIBUTES, Record


def lost_words(done: Run) -> set[tuple[str, str]]:
    """(attribute, word) of each: pages apart, whose ends are shortened, 329-36 for E329-E336."""
    log = _log(done)
    found: set[tuple[str, str]] = set()
    for number, members in done.made_of.items():
        if len(members) == 1:
            continue
        kept = done.made_as[number]
        of_members = (line for one in members for line in log[done.given_as[one].handle])
        said = "\n".join((*_texts(kept), *log[kept.handle], *of_members))
        known, known_form = words(said), form(said)
        compact = "".join(known)
        for one in members:
            for attribute in done.given_as[one].present & {*ATTRIBUTES} - {"page"}:
                text = told(getattr(done.given_as[one], attribute))
                if not says_nothing(text):
                    found |= {
                        (attribute, word)
                        for word in words(text)
                        if word.lstrip("0") not in compact and form(word) not in known_form
                    }
    return found


def _log(done: Run) -> dict[str, list[str]]:
    """The values that the log tells of each record."""
    log = defaultdict(list)
    for line in map(json.loads, done.log):
        if line.get("kind") in ("conflict", "change"):
            values = [line.get(key) for key in ("value", "other", "before", "after")]
            log[line["record"]] += [*filter(None, values), *(line.get("moves") or {}).values()]
    return log


def _texts(record: Record) -> Iterator[str]:
    """All that a record says, in any variable or field."""
    for attribute in ATTRIBUTES:
        yield told(getattr(record, attribute))
        yield told(getattr(record.parallel, attribute, ""))
    yield from (str(field.value) for field in record.raw)
