"""What must be true of any cluster that is made into one record, and records to try it on."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from typing import Any

from validator.io import parallels
from validator.linkage.entry import entry
from validator.linkage.people import spelled_alike
from validator.merging.merging import Merged, merge
from validator.merging.numbers import count_form
from validator.merging.preference import told
from validator.merging.writing import form, says_nothing
from validator.record import (
    ATTRIBUTES,
    NAME_VARIABLES,
    Name,
    Record,
)
from validator.text import han, identifiers, pages
from validator.text.dates import parse as date
from validator.text.languages import language_of


def people(text: str) -> tuple[Name, ...]:
    return tuple(map(Name.parse, text.split("; "))) if text else ()


def record(id: str = "", **values: Any) -> Record:
    for variable in ("author", "editor", "translator"):
        if isinstance(values.get(variable), str):
            values[variable] = people(values[variable])
    if isinstance(values.get("issued"), str):
        values["issued"] = date(values["issued"])
    return Record(id=id, **values)


def words(text: str) -> list[str]:
    """The words of a text, folded by a way of its own; CJK by characters, identifiers bare."""
    folded = spelled_alike(han.folded(han.numerals(text)))
    return [c for word in folded.split() for c in ([word] if word.isascii() else word)]


def heard(found: Merged, attribute: str) -> str:
    """Everything that the merged record, and the account of it, say about a variable."""
    variable = ATTRIBUTES.get(attribute, attribute)
    names = {variable, parallels.variable(attribute), "original-title" * (attribute == "title")}
    texts = [told(getattr(found.record, attribute))]
    texts.append(told(getattr(found.record.parallel, attribute, "")))
    if attribute == "container_title":
        texts.append(found.record.container_title_short)
        names.add("container-title-short")
    texts += [c.other for c in found.conflicts if c.variable in names]
    texts += [f"{t.before} {t.after}" for t in found.taken if t.variable in names]
    return "\n".join(texts)


def is_told(found: Merged, attribute: str, value: Any) -> bool:
    """Whether each word of a value is heard: itself, or a longer one that it begins."""
    text, said = told(value), heard(found, attribute)
    if form(text) in form(said) or language_of(text) in [
        language_of(tag) for tag in said.split() if attribute == "language"
    ]:
        return True
    if attribute in ("volume", "issue"):
        return count_form(text) in [*map(count_form, said.split("\n")), *words(said)]
    if read := {"doi": identifiers.doi, "arxiv": identifiers.arxiv}.get(attribute):
        return read(text) in map(read, said.split()) and bool(read(text))
    if attribute in ("isbn", "issn") and (numbers := isbns_and_issns(text)):
        return numbers <= isbns_and_issns(said)
    if attribute == "url":
        text, said = (re.sub(r"https?://(www\.)?", "", one).rstrip("/") for one in (text, said))
        return text in said
    if attribute == "issued":
        return str(value.year or text) in said
    if attribute == "page":
        numbers = "".join(filter(str.isdigit, text))
        if numbers in ["".join(filter(str.isdigit, line)) for line in said.split("\n")]:
            return True  # a dash that was lost
        return pages.first_page(text) in [pages.first_page(line) for line in said.split("\n")]
    known = words(said)
    compact = "".join(known)
    return all(
        word.lstrip("0") in compact or any(one.startswith(word) for one in known)
        for word in words(text)
        if not (len(word) < 4 and attribute in NAME_VARIABLES)  # initials
        if word not in ("et", "al", "the", "and", "vol", "null", "others")
    )


LITTLE = ("et al.", "null, null", "document", "article", "n.d.")  # any other value says more


def isbns_and_issns(text: str) -> set[str]:
    return {*identifiers.isbns(text), *identifiers.issns(text)}


def losses(found: Merged, members: Sequence[Record]) -> Iterator[tuple[str, str, str]]:
    for member in members:
        for attribute in member.present & {*ATTRIBUTES}:
            value = getattr(member, attribute)
            if says_nothing(told(value)) or told(value) in LITTLE:
                continue
            lacking = not getattr(found.record, attribute) and attribute != "language"
            if lacking or not is_told(found, attribute, value):
                yield member.id, attribute, told(value)


def invented(found: Merged, members: Sequence[Record]) -> Iterator[str]:
    """The words of the merged record that no member has."""
    known = {word for m in members for a in ATTRIBUTES for word in words(told(getattr(m, a)))}
    known |= {
        w
        for m in members
        for a in m.parallel.__slots__
        for w in words(told(getattr(m.parallel, a)))
    }
    for attribute in ATTRIBUTES:
        yield from set(words(told(getattr(found.record, attribute)))) - known
    for attribute in found.record.parallel.__slots__:
        yield from set(words(told(getattr(found.record.parallel, attribute)))) - known


def assert_merged_well(members: Sequence[Record]) -> Merged:
    """All that must be true of any cluster; returns what became of it."""
    survivor, *others = sorted(members, key=lambda one: entry(one).rank)
    found = merge(survivor, others)
    assert list(losses(found, members)) == [], found
    assert list(invented(found, members)) == []
    again = merge(found.record, others)
    assert (again.record, again.taken) == (found.record, ())
    random.Random(len(members)).shuffle(others)
    assert merge(survivor, others) == found
    return found
