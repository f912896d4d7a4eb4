"""Ways of writing the change of one variable in a record of tagged lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any

from validator.io import types
from validator.io.rewrite.comparing import PARALLEL, Change
from validator.io.rewrite.engine import Way
from validator.io.rewrite.listing import Step, Stretch, relisted, steps, stretches_of
from validator.io.rewrite.naming import closest
from validator.io.rewrite.patching import Edit
from validator.io.rewrite.splicing import Pieces, Spliced
from validator.io.rewrite.tagged_layout import Layout, Slot
from validator.io.values import one_line
from validator.io.write import ris_values
from validator.record import LIST_VARIABLES, NAME_VARIABLES, Name
from validator.text import names
from validator.text.dates import Date

Tags = Mapping[str, Sequence[str]]
LISTS = frozenset((*NAME_VARIABLES, *LIST_VARIABLES))
JOINED = {"note": "\n", "ISSN": "; ", "ISBN": "; ", "number": "; "}
"""Variables whose value is that of several fields, and what joins these."""
_BREAK = re.compile(r"[^\S\r\n]*(?:\r\n|\r|\n)\s*")
_SEPARATORS = (r"\s*[;；]\s*", r"\s*(?:\r\n|\r|\n)\s*", r"\s*[|]\s*", r"\s*[,，、]\s*", r"\s+")
_FORMS = {"PMID": "{} [pmid]"}
"""Values that say what they are, in the tags of RIS that hold anything."""


def ways(layout: Layout, change: Change, tags: Tags) -> Iterator[Way]:
    """Ways of writing a change, the smallest first. ``tags``: those that may hold a variable."""
    variable = change.variable
    if variable == "type":
        yield from _types(layout, change)
    elif variable.removeprefix(PARALLEL) in LISTS:
        yield from _listed(layout, change, tags)
    elif variable == "other-id":
        yield from _other_ids(layout, change)
    elif not change.new:
        yield from _removed(layout, change)
    elif variable == "issued":
        yield from _issued(layout, change, tags)
    else:
        if variable == "page":
            yield from _pages(layout, change)
        if variable in JOINED:
            yield from _joined(layout, change, tags)
        yield from _text(layout, change, tags)


def _removed(layout: Layout, change: Change) -> Iterator[Way]:
    slots = layout.of(change.variable)
    if len(slots) > 1:
        yield [layout.without(slot) for slot in slots]
        part = [slot for slot in slots if slot.value in str(change.old)]
        yield [layout.without(slot) for slot in part]
    for slot in slots:
        yield [layout.without(slot)]


def _text(layout: Layout, change: Change, tags: Tags) -> Iterator[Way]:
    """One text in one field."""
    for slot in layout.of(change.variable):
        for value in _spliced(slot.value, str(change.old), change.new, layout):
            yield [layout.with_value(slot, value)]
    value = layout.on_lines(ris_values.value(change.variable, change.new))
    for tag in tags.get(change.variable, ()):
        yield [layout.with_line(tag, _FORMS.get(change.variable, "{}").format(value))]


def _spliced(raw: str, old: str, new: str, layout: Layout) -> Iterator[str]:
    """Texts of a field for a new value, with all that need not change as it stands."""
    for pieces in ([(raw, raw)], _lines(raw)):
        beside = Spliced(pieces)
        if beside.value == old:
            yield from beside.with_value(new, layout.on_lines)
    if old and old in raw:
        yield raw.replace(old, new, 1)
    if "\n" in raw or "\r" in raw:
        yield layout.on_lines(new)
    yield one_line(new)


def _lines(raw: str) -> Pieces:
    """The pieces of a value over several lines, which is read as one."""
    pieces: Pieces = []
    at = 0
    for found in _BREAK.finditer(raw):
        if found.start() > at:
            pieces.append((raw[at : found.start()],) * 2)
        pieces.append((found[0], " "))
        at = found.end()
    if at < len(raw):
        pieces.append((raw[at:],) * 2)
    return pieces


def _joined(layout: Layout, change: Change, tags: Tags) -> Iterator[Way]:
    """A text of which several fields have a part each."""
    slots, joiner, new = layout.of(change.variable), JOINED[change.variable], change.new
    parts = [slot.value for slot in slots]
    if not slots:
        return
    for k, slot in enumerate(slots):
        before = "".join(part + joiner for part in parts[:k])
        after = "".join(joiner + part for part in parts[k + 1 :])
        fits = new.startswith(before) and new.endswith(after)
        if fits and len(new) > len(before) + len(after):
            middle = new[len(before) : len(new) - len(after)]
            if middle.startswith(parts[k] + joiner):
                rest = middle.removeprefix(parts[k] + joiner)
                yield [layout.with_line(slot.name, layout.on_lines(rest), slot)]
            yield [
                layout.with_value(slot, value)
                for value in _spliced(slot.value, parts[k], middle, layout)
            ][:1]
        if new == joiner.join((*parts[:k], *parts[k + 1 :])):
            yield [layout.without(slot)]
    split = new.split(joiner)
    if len(split) == len(parts):
        yield [
            layout.with_value(slot, layout.on_lines(value))
            for slot, value in zip(slots, split, strict=True)
            if slot.value != value
        ]
    first, *others = slots
    yield [layout.with_value(first, layout.on_lines(new)), *map(layout.without, others)]


# Lists


def _listed(layout: Layout, change: Change, tags: Tags) -> Iterator[Way]:
    """Names and keywords: a field for each, or fields with several."""
    slots = layout.of(change.variable)
    old, new = change.old or (), change.new or ()
    if not new:
        yield [layout.without(slot) for slot in slots]
        return
    if not old or not slots:
        for tag in tags.get(change.variable, ()):
            yield [layout.with_line(tag, _item(one)) for one in new]
            yield [layout.with_line(tag, "; ".join(map(_item, new)))]
        return
    plan = steps(old, new)
    for stretches in _places(slots, len(old)):
        yield _relisted(layout, change, slots, stretches, plan, _nearest)
        yield _relisted(layout, change, slots, stretches, plan, _anew)
    yield [
        *map(layout.without, slots[len(new) :]),
        *(layout.with_value(s, _item(one)) for s, one in zip(slots, new, strict=False)),
        *(layout.with_line(slots[-1].name, _item(one), slots[-1]) for one in new[len(slots) :]),
    ]
    first, *others = slots
    yield [layout.with_value(first, "; ".join(map(_item, new))), *map(layout.without, others)]


Places = list[list[Stretch]]
"""Of each field the stretches of its value that are items."""
Written = Callable[[str, Any, Any], str]


def _places(slots: Sequence[Slot], count: int) -> Iterator[Places]:
    """Where the items may stand, in so far as it comes out at so many."""
    if len(slots) == count:
        yield [[Stretch(0, len(slot.value))] for slot in slots]
    for pattern in _SEPARATORS:
        parts = [[p for p in re.split(pattern, slot.value) if p.strip()] for slot in slots]
        if sum(map(len, parts)) == count != len(slots):
            yield [stretches_of(s.value, part) for s, part in zip(slots, parts, strict=True)]
    parts = [names.split_any(slot.value) for slot in slots]
    if sum(map(len, parts)) == count != len(slots):
        found = [stretches_of(s.value, part) for s, part in zip(slots, parts, strict=True)]
        if all(found):
            yield found


def _relisted(
    layout: Layout,
    change: Change,
    slots: Sequence[Slot],
    places: Places,
    plan: Sequence[Step],
    written: Written,
) -> Way:
    """The edits of the fields of a list: values changed, lines added and taken out."""
    slot_of = [k for k, stretches in enumerate(places) for _ in stretches]
    first_of = [0, *accumulate(map(len, places))]
    in_slot: list[list[tuple[int, Step]]] = [[] for _ in places]
    edits: list[Edit] = []
    here = 0
    for place, step in enumerate(plan):
        if step.old >= 0:
            here = slot_of[step.old]
        elif len(places[here]) == 1 and (len(places) > 1 or len(change.old) == 1):
            text = written("", None, change.new[place])
            at_start = not place
            edit = layout.with_line(slots[here].name, text, slots[here])
            if at_start:
                line = edit.text.removeprefix(layout.line_end) + layout.line_end
                edit = Edit(slots[here].line_start, slots[here].line_start, line)
            edits.append(edit)
            continue
        in_slot[here].append((place, step))
    for slot, stretches, first, items in zip(slots, places, first_of, in_slot, strict=False):
        if not items:
            edits.append(layout.without(slot))
            continue
        moved = [Step(s.old - first if s.old >= 0 else -1, s.same) for _, s in items]

        def item(
            k: int,
            step: Step,
            slot: Slot = slot,
            stretches: list[Stretch] = stretches,
            first: int = first,
            items: list[tuple[int, Step]] = items,
        ) -> str:
            raw = slot.value[slice(*stretches[step.old])] if step.old >= 0 else ""
            old = change.old[first + step.old] if step.old >= 0 else None
            return written(raw, old, change.new[items[k][0]])

        value = relisted(slot.value, stretches, moved, item, "; ")
        if value != slot.value:
            edits.append(layout.with_value(slot, value))
    return edits


def _nearest(raw: str, old: Any, new: Any) -> str:
    """An item as near as can be to the way in which it stands."""
    if isinstance(new, Name):
        wanted = closest(new, raw) if raw else ""
        return wanted or ris_values.name(new)
    return one_line(new)


def _anew(raw: str, old: Any, new: Any) -> str:
    return _item(new)


def _item(item: Any) -> str:
    return ris_values.name(item) if isinstance(item, Name) else one_line(str(item))


# Values that several fields make up


def _issued(layout: Layout, change: Change, tags: Tags) -> Iterator[Way]:
    """The date in its field, or the year and the fuller date in theirs."""
    new: Date = change.new
    slots = layout.of("issued")
    form = ris_values.date(new)
    full = ris_values.slashed(new) or form
    year = f"{new.year:04}" if new.year is not None else ""
    old = change.old.raw if change.old else ""
    by_year, by_date = tags.get("year", ()), tags.get("date", ())
    years = [slot for slot in slots if re.fullmatch(r"\D*\d{4}\D*", slot.value)]
    fuller = [slot for slot in slots if slot not in years]
    in_years = [layout.with_value(slot, year) for slot in years if year]
    if new.month and years and not fuller and layout.form == "ris":
        yield [*in_years, layout.with_line(by_date[0], full, years[-1])]
    for slot in slots:
        if one_line(slot.value) == old:
            for text in dict.fromkeys((new.raw, form, full)):
                for value in _spliced(slot.value, old, text, layout):
                    yield [layout.with_value(slot, value)]
    if fuller:
        style = "-" if "-" in fuller[0].value else "/"
        in_full = [layout.with_value(slot, full.replace("/", style)) for slot in fuller]
        yield [*in_years, *in_full]
        yield [*in_years, *map(layout.without, fuller)]
    if new.month:
        yield from ([*in_years, layout.with_line(tag, full)] for tag in by_date)
    if not slots:
        if new.month:
            yield from (
                [layout.with_line(by_year[0], year), layout.with_line(tag, full)]
                for tag in by_date
                if by_year
            )
        yield from ([layout.with_line(tag, form)] for tag in (*by_year, *by_date))
    if slots:
        first, *others = slots
        yield [layout.with_value(first, form), *map(layout.without, others)]


def _pages(layout: Layout, change: Change) -> Iterator[Way]:
    """The first and the last page in fields of their own."""
    start, end = ris_values.pages(change.new)
    starts, ends = layout.named("SP"), layout.named("EP")
    if layout.form != "ris":
        return
    if starts and not ends and starts[0].value == change.old and re.search("[-–—]", change.old):
        yield [layout.with_value(starts[0], change.new)]
    edits: list[Edit] = []
    if starts:
        edits += [layout.with_value(starts[0], start)] if starts[0].value != start else []
    else:
        edits.append(layout.with_line("SP", start))
    if ends and end:
        edits += [layout.with_value(ends[0], end)] if ends[0].value != end else []
    elif ends:
        edits.append(layout.without(ends[0]))
    elif end:
        edits.append(layout.with_line("EP", end, starts[0] if starts else None))
    yield edits
    if starts:
        yield [layout.with_value(starts[0], change.new), *map(layout.without, ends)]


def _other_ids(layout: Layout, change: Change) -> Iterator[Way]:
    """Identifiers of further schemes, where they stand already."""
    slots, old, new = layout.of("other-id"), change.old or (), change.new or ()
    if len(slots) == len(old) == len(new):
        yield [
            layout.with_value(slot, slot.value.replace(was.value, one.value, 1))
            for slot, was, one in zip(slots, old, new, strict=True)
            if was != one
        ]
    if not new:
        yield list(map(layout.without, slots))


_RIS_FIRST = (
    "JOUR BOOK CHAP CONF THES RPRT ELEC NEWS MGZN PAT STAND DATA COMP GEN UNPB MAP VIDEO SOUND"
)
_WORDS = (
    "Journal Article|Book|Book Section|Book Chapter|Conference Proceedings|Conference Paper|Thesis"
    "|Dissertation|Report|Patent|Standard|Newspaper Article|Magazine Article|Web Page|Dataset"
    "|Computer Program|Map|Manuscript|Preprint|Periodical|Audiovisual Material|Generic"
)


def _types(layout: Layout, change: Change) -> Iterator[Way]:
    """Another word for the type."""
    if layout.form == "ris":
        words = [*_RIS_FIRST.split(), *types.RIS]
        fitting = [word for word in dict.fromkeys(words) if types.of_ris(word) == change.new]
    else:
        fitting = [word for word in _WORDS.split("|") if types.of_export(word) == change.new]
    for slot in layout.of("type"):
        yield from ([layout.with_value(slot, word)] for word in fitting)
