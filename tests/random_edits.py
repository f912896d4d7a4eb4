"""Records changed at random, and files edited and read again: what the tests of edits share.

``python tests/random_edits.py FILE...`` prints how many changes of whole files are written.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from validator.finding import Fault
from validator.io import detect, read_text
from validator.io.rewrite import Edit, Span, parents, rewriter
from validator.io.rewrite.comparing import (
    Change,
    changes,
    is_inferred,
    is_met,
    values_of,
)
from validator.io.source import sniff_encoding
from validator.record import Name, Record, attribute_of
from validator.text import dates

_WORDS = """
    étude 中文 日本語 한국어 Ελλάς Привет عربى a&b 50% C# x_y {brace} "quoted" it's p=q semi;colon
    com,ma back\\slash ~tilde $5 @at — – ... <i>x</i> ／ ：
    """
WORDS = (*_WORDS.split(), "100\u00a0km")
NAMES = (
    Name("Müller", "Jürgen"),
    Name("Berg", "Jan", particles="van der"),
    Name("Smith", "John", suffix="Jr."),
    Name(literal="World Health Organization"),
    Name(literal="王小明"),
    Name("李", "明"),
    Name("O'Neil", "A. B."),
)
_TEXTS = """
    title container-title publisher publisher-place abstract note collection-title volume issue
    page number edition language DOI URL ISSN ISBN PMID genre id
    """
TEXTS = tuple(_TEXTS.split())
TYPES = ("article-journal", "book", "chapter", "thesis", "report")


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text after edits, which are in order."""
    out, at = [], 0
    for start, end, new in edits:
        assert at <= start <= end <= len(text), "edits overlap or leave the text"
        out += (text[at:start], new)
        at = end
    return "".join((*out, text[at:]))


def inverse(text: str, edits: Iterable[Edit]) -> list[Edit]:
    """The edits that restore the text."""
    back, shift = [], 0
    for start, end, new in edits:
        back.append(Edit(start + shift, start + shift + len(new), text[start:end]))
        shift += len(new) - (end - start)
    return back


def changed_at_random(record: Record, random: Random) -> Record:
    """The record with one to three other variables."""
    for _ in range(random.choice((1, 1, 2, 3))):
        record = _changed(record, random)
    return record


def _changed(record: Record, random: Random) -> Record:
    variable = random.choice((*TEXTS, "author", "author", "editor", "keyword", "issued", "type"))
    attribute = attribute_of(variable)
    old = getattr(record, attribute)
    if variable == "type":
        return replace(record, type=random.choice(TYPES))
    if variable == "issued":
        new: Any = dates.parse(random.choice(("2019", "2020-05", "2021-11-03", "1998/1999", "")))
        return replace(record, issued=new if new.raw else None)
    if variable in ("author", "editor"):
        return replace(record, **{attribute: _people(old, random)})
    if variable == "keyword":
        return replace(record, keyword=_words(old, random))
    if variable == "id":
        return replace(record, id=f"new{random.randrange(10**6)}") if old else record
    if old and random.random() < 0.3:
        return replace(record, **{attribute: ""})
    return replace(record, **{attribute: _text(variable, old, random)})


def _text(variable: str, old: str, random: Random) -> str:
    if not old:
        plain = {"DOI": "10.1234/ab_c", "URL": "https://x.org/~a?b=1&c=%20", "ISSN": "1234-5679"}
        plain |= {"ISBN": "9783161484100", "page": "12-34", "language": "de", "PMID": "123456"}
        return plain.get(variable) or random.choice(("7", "Alpha beta", *WORDS))
    at = random.randrange(len(old))
    way = random.randrange(4)
    if way == 0:
        return (old[:at] + old[at + 1 :]).strip() or "x"
    if way == 1:
        return f"{old} {random.choice(WORDS)}" if variable in ("title", "note") else f"{old}a"
    if way == 2:
        return f"{old[:at]}{random.choice('xé中0')}{old[at:]}"
    words = old.split(" ")
    words[random.randrange(len(words))] = random.choice(("alpha", "Ω", "3"))
    return " ".join(words)


def _people(old: Sequence[Name], random: Random) -> tuple[Name, ...]:
    people = list(old)
    way = random.randrange(4)
    if way == 0 and people:
        del people[random.randrange(len(people))]
    elif way == 1 and people:
        at = random.randrange(len(people))
        one = people[at]
        people[at] = (
            replace(one, literal=f"{one.literal} X", raw="")
            if one.literal
            else replace(one, given=f"{one.given} X.".strip(), raw="")
        )
    else:
        people.insert(random.randrange(len(people) + 1), random.choice(NAMES))
    return tuple(people)


def _words(old: Sequence[str], random: Random) -> tuple[str, ...]:
    words = list(old)
    way = random.randrange(3)
    if way == 0 and words:
        del words[random.randrange(len(words))]
    elif way == 1 and words:
        words[random.randrange(len(words))] = random.choice(("gamma", "关键词", "naïve R&D"))
    else:
        words.insert(random.randrange(len(words) + 1), random.choice(("delta", "형태론", "x y")))
    return tuple(words)


def differences(
    text: str, form: str, seed: int, count: Counter[str], most: int = 10**9
) -> list[str]:
    """What is wrong after random edits of (at most so many of) the records of a file: nothing."""
    random = Random(seed)
    items = list(read_text(text, form))
    records = [item for item in items if isinstance(item, Record)]
    changing = rewriter(form, text[: 2**16])
    if not changing:
        return []
    named = {key for record in records for key in parents(record)}
    chosen = set(random.sample(range(len(records)), min(most, len(records))))
    edits: list[Edit] = []
    expected: list[tuple[Record, list[Change], tuple[str, ...]]] = []
    wrong: list[str] = []
    for i, record in enumerate(records):
        if i not in chosen:
            expected.append((record, [], ()))
            continue
        wanted = changed_at_random(record, random)
        shared = record.id.lower() in named
        here = text[record.provenance.start : record.provenance.end]
        if changing.edits(record, replace(record), here).edits:
            wrong.append(f"{record.handle}: edits although nothing is to change")
        found = changing.edits(record, wanted, here, shared=shared)
        edits += found.edits
        asked = changes(values_of(record), values_of(wanted))
        expected.append((record, asked, found.left))
        for change in asked:
            kind = "removed" if not change.new else "changed" if change.old else "added"
            state = "left" if change.variable in found.left else "written"
            count[f"{kind} {state}"] += 1
            count[f"{change.variable} {kind} {state}"] += 1
    after = applied(text, edits)
    if applied(after, inverse(text, edits)) != text:
        wrong.append("the inverse does not restore the text")
    again = [item for item in read_text(after, form) if isinstance(item, Record)] if after else []
    if len(again) != len(records):
        return [*wrong, f"{len(again)} records instead of {len(records)}"]
    for (record, asked, left), got in zip(expected, again, strict=True):
        wrong += _wrong(record, asked, left, got)
    faults = [_told(item) for item in read_text(after, form) if isinstance(item, Fault)]
    if faults != [_told(item) for item in items if isinstance(item, Fault)]:
        wrong.append("other faults than before")
    return wrong


def _told(fault: Fault) -> tuple[str, str]:
    return fault.code, fault.template


def _wrong(
    record: Record, asked: Sequence[Change], left: Sequence[str], got: Record
) -> Iterable[str]:
    before, after = values_of(record), values_of(got)
    written = {change.variable: change for change in asked if change.variable not in left}
    for variable in before.keys() | after.keys() | written.keys():
        value = after.get(variable, "")
        if variable in written:
            if not is_met(written[variable], value):
                yield f"{record.handle}: {variable} is {value!r}, not {written[variable].new!r}"
        elif variable in ("type", "type-as-read", "type-is-inferred") and (
            "type" in written or (is_inferred(before) and is_inferred(after))
        ):
            continue
        elif value != before.get(variable, ""):
            yield f"{record.handle}: {variable} was {before.get(variable)!r}, is {value!r}"


def removal_differences(text: str, form: str, seed: int) -> list[str]:
    """What is wrong after some records, and unreadable stretches, were taken out: nothing."""
    random = Random(seed)
    items = [item for item in read_text(text, form) if is_stretch(item)]
    changing = rewriter(form, text[: 2**16])
    if not changing or not items:
        return []
    wrong = []
    named = {key for item in items if isinstance(item, Record) for key in parents(item)}
    for share in (0.0, 0.1, 0.5, 0.9, 1.0):
        gone, kept = [], []
        for item in items:
            is_parent = isinstance(item, Record) and item.id.lower() in named
            (gone if random.random() < share and not is_parent else kept).append(item)
        edits = changing.removals(list(map(span, gone)), list(map(span, kept)), cutting(text))
        after = applied(text, edits)
        if not gone and edits:
            wrong.append("edits although nothing goes")
        again = [item for item in read_text(after, form) if is_stretch(item)] if kept else []
        if [_of(item) for item in again] != [_of(item) for item in kept]:
            wrong.append(f"{share}: {len(again)} stretches instead of {len(kept)}")
    return wrong


def is_stretch(item: Record | Fault) -> bool:
    """Whether an item is a record, or what could not be read as one."""
    return isinstance(item, Record) or item.code == "COL002"


def span(item: Record | Fault) -> Span:
    where = item.provenance if isinstance(item, Record) else item
    assert where.start is not None
    return Span(where.start, where.end)


def cutting(text: str) -> Callable[[int, int], str]:
    return lambda start, end: text[start:end]


def _of(item: Record | Fault) -> object:
    return values_of(item) if isinstance(item, Record) else item.template


def main(paths: Sequence[str]) -> None:
    count: Counter[str] = Counter()
    for path in paths:
        data = Path(path).read_bytes()
        encoding, _ = sniff_encoding(data[: 2**20], complete=len(data) <= 2**20)
        text = data.decode(encoding, "surrogateescape")
        form = detect.by_content(text[: 2**16]) or detect.by_suffix(path)
        wrong = differences(text, form, 1, count) + removal_differences(text, form, 1)
        if wrong:
            print(path, form, len(wrong))
            for line in wrong[:6]:
                print("   ", line[:300])
    for kind, number in sorted(count.items()):
        print(f"{number:8} {kind}")


if __name__ == "__main__":
    main(sys.argv[1:])
