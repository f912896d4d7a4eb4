"""The list of related papers at the end of a platform page: each a title, its authors, its source.

A title may run over lines, and an author list may be as long as it likes: the source line ends it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from validator.finding import Fault
from validator.io.cn_page import source as cn_source
from validator.io.cn_page.lines import UI, Text, joined, record, sign, source_fields
from validator.record import Name, Provenance, Record
from validator.text.names.particles import PARTICLES

_DECLARED = re.compile(r"共\s*(\d{1,9})\s*条")
_ITEM = re.compile(r"(?:[•·●▪‣◦*\-–]?\s*[\[［]\s*\d{1,9}\s*[\]］]|[•●▪‣◦]\s)\s*(.*)")
_UNFINISHED = re.compile(
    r"(?:[:：、《“(（—]|\b(?:of|and|or|the|an|between|among|und|et)|[的与及])$"
)

NO_TITLE = "an item of the list of related papers has no title"
NO_ITEM = "the list of related papers has neither numbers nor bullets"


def related(texts: Sequence[Text], here: Provenance, number: int) -> Iterator[Record | Fault]:
    """The records of the list, and a fault where it declares more than it holds."""
    declared: Text | None = None
    items: list[list[Text]] = []
    outside: list[Text] = []
    for text in texts:
        if _DECLARED.fullmatch(text.value):
            declared = declared or text
        elif _ITEM.fullmatch(text.value):
            items.append([text])
        elif text.label not in UI and sign(text) != "页数":
            (items[-1] if items else outside).append(text)
    if outside and not items:
        items = [outside]  # one that cannot be read, so that it is not lost without a word
    for item in items:
        number += 1
        yield _item(item, here._replace(record_number=number))
    found = _DECLARED.fullmatch(declared.value) if declared else None
    if declared and found and int(found[1]) > len(items):
        yield Fault(
            "COL003",
            "the file declares {declared} records and holds {present}",
            line=declared.line,
            column=declared.column,
            start=declared.start,
            end=declared.end,
            raw=declared.value,
            args={"declared": int(found[1]), "present": len(items)},
        )


def _item(texts: Sequence[Text], here: Provenance) -> Record | Fault:
    """One paper of the list: its title, an author a line, and where it appeared."""
    title = _ITEM.fullmatch(texts[0].value)
    if title is None or not title[1]:
        return Fault(
            "COL002",
            NO_TITLE if title else NO_ITEM,
            line=texts[0].line,
            column=texts[0].column,
            record_number=here.record_number,
            start=texts[0].start,
            end=texts[-1].end,
            raw="\n".join(text.value for text in texts),
        )
    fields = [texts[0].part("题名", "title", title.span(1))]
    whole = Text(title[1], 0, 0, 0)
    authors = [text for text in texts[1:] if not sign(text)]
    counters = [text for text in texts[1:] if sign(text)]
    while authors and _goes_on(whole.value, authors[0].value):
        fields.append(authors[0].part("题名", "title"))
        whole = Text(joined((whole, authors.pop(0))), 0, 0, 0)
    at = next((i for i, t in enumerate(authors) if cn_source.is_source_line(t.value)), None)
    values: dict[str, Any] = {"title": whole.value}
    if at is None:
        behind: list[Text] = []
    else:
        source, behind = authors[at], authors[at + 1 :]
        del authors[at:]
        values |= cn_source.numbering(source.value)
    values["author"] = tuple(Name.parse(text.value) for text in authors)
    fields += [text.part("作者", "author") for text in authors]
    if at is not None:
        fields += source_fields(source)
    fields += [text.part("", "") for text in (*counters, *behind)]  # of the page, and kept
    return record(values, fields, here, texts)


def _goes_on(title: str, line: str) -> bool:
    """Whether a title runs over to the next line: it cannot end so, or no name begins so."""
    if cn_source.is_source_line(line):
        return False
    if _UNFINISHED.search(title) and "," not in line:
        return True
    words = line.split()
    return (
        len(words) > 2
        and words[0].isalpha()
        and words[0].islower()
        and words[0] not in PARTICLES
        and "," not in line
    )
