"""Ways of writing the change of one variable in an entry of BibTeX."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from validator.io.bibtex.fields import LANGUAGES, OTHER_IDS, TYPES, roles
from validator.io.bibtex.records import SUBTITLES, split_outside_braces
from validator.io.rewrite import latex as cut_latex
from validator.io.rewrite.bibtex_layout import Layout, Slot
from validator.io.rewrite.comparing import PARALLEL, Change
from validator.io.rewrite.engine import Way
from validator.io.rewrite.listing import Step, relisted, steps, stretches_of
from validator.io.rewrite.naming import closest
from validator.io.rewrite.patching import Edit
from validator.io.rewrite.splicing import Spliced
from validator.io.write import bibtex_values, latex
from validator.io.write.places import PARALLEL_WORDS
from validator.record import LIST_VARIABLES, NAME_VARIABLES, Name, OtherId, Record, attribute_of
from validator.text import names
from validator.text.dates import Date
from validator.text.latex import decode
from validator.text.script import has_cjk, has_latin

_KEY = re.compile(r"[^\s,={}()\"#%\\]+")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_OF_BIBLATEX = frozenset(("journaltitle", "location", "date", "langid", "arxiv", "arxivid"))
_OF_BIBTEX = frozenset(("journal", "address", "year", "language", "arxiv", "arxivid", "school"))
_THESES = frozenset(("phdthesis", "mastersthesis"))


def key(layout: Layout, change: Change) -> Iterator[Way]:
    """Another key."""
    if layout.key_start >= 0 and _KEY.fullmatch(change.new or ""):
        yield [Edit(layout.key_start, layout.key_end, change.new)]


def word(layout: Layout, change: Change) -> Iterator[Way]:
    """Another word for the type, in the case of the old one."""
    old = layout.text[layout.word_start : layout.word_end]
    for new, type_ in TYPES.items():
        if type_ == change.new:
            cased = new.upper() if old.isupper() else new.title() if old.istitle() else new
            yield [Edit(layout.word_start, layout.word_end, cased)]


def removed(layout: Layout, change: Change) -> Iterator[Way]:
    """Without the field that fills the variable, and its subtitle."""
    for slot in layout.of(change.variable):
        if slot.latex is None and not slot.value.startswith("{"):
            continue  # a macro, or pieces
        subtitle = _subtitle(layout, slot)
        if subtitle:
            yield [layout.without(slot), layout.without(subtitle)]
        yield [layout.without(slot)]


def changed(layout: Layout, change: Change) -> Iterator[Way]:
    """Another value in the field that fills the variable."""
    for slot in layout.of(change.variable):
        if slot.latex is None:
            continue
        subtitle = _subtitle(layout, slot)
        if subtitle:
            yield from _titles(layout, slot, subtitle, change)
        further = _orcids(layout, change)
        for new in _values(slot.latex, change):
            edit = layout.with_latex(slot, new)
            if edit:
                yield [edit, *further]
        if further:
            yield further


def added(layout: Layout, change: Change, record: Record, *, is_biblatex: bool) -> Iterator[Way]:
    """A field for the variable, where none holds it."""
    if layout.of(change.variable):
        return
    value = bibtex_values.value(change.variable, change.new)
    for name in _field_names(change, record, is_biblatex=is_biblatex):
        if name == "eprint" and not layout.named(name):
            label = "eprinttype" if is_biblatex else "archiveprefix"
            yield [layout.with_field(name, value), layout.with_field(label, "arXiv")]
        elif not layout.named(name):
            yield [layout.with_field(name, value), *_orcids(layout, change)]


def _field_names(change: Change, record: Record, *, is_biblatex: bool) -> list[str]:
    """The fields that may fill a variable, those of the file's dialect first."""
    variable = change.variable
    if variable == "suppression":
        return ["bibvalidator"]
    if variable.startswith(PARALLEL):
        attribute = attribute_of(variable.removeprefix(PARALLEL))
        return [f"{PARALLEL_WORDS[attribute]}_{_language(change.new)}"]
    table = roles(record.type)
    found = [name for name, role in table.items() if role.variable == variable]
    found.sort(key=lambda name: table[name].rank)
    others = _OF_BIBTEX if is_biblatex else _OF_BIBLATEX
    if record.type_as_read.lower() in _THESES:
        others |= {"institution"}
    return sorted(found, key=lambda name: name in others)


def _language(value: Any) -> str:
    text = value if isinstance(value, str) else " ".join(map(str, value))
    if re.search("[\u3040-\u30ff]", text):
        return "ja"
    if re.search("[\uac00-\ud7a3]", text):
        return "ko"
    if has_cjk(text):
        return "zh"
    return "en" if has_latin(text) else "translated"


# Values


def _values(old: str, change: Change) -> Iterator[str]:
    """LaTeX that may hold the new value, from that which holds the old one."""
    variable = change.variable
    if isinstance(change.new, str):
        if variable == "language":
            yield from _babel(old, change.new)
        yield from spliced(old, str(change.old), change.new, variable)
    elif variable.removeprefix(PARALLEL) in NAME_VARIABLES:
        parts = names.split_list(old)
        yield from _items(old, parts, change, _name, " and ")
    elif variable.removeprefix(PARALLEL) in LIST_VARIABLES:
        parts = [part.strip() for part in split_outside_braces(old) if part.strip()]
        yield from _items(old, parts, change, _keyword, ", ")
    yield bibtex_values.value(variable, change.new)


def spliced(raw: str, old: str, new: str, variable: str = "") -> Iterator[str]:
    """LaTeX for a new text, with all that need not change as it stands."""
    encodings: tuple[Callable[[str], str], ...]
    if variable in bibtex_values.ADDRESSES:
        cuts = (cut_latex.address_pieces, cut_latex.text_pieces)
        encodings = (latex.text, str) if "\\_" in raw or "\\%" in raw else (str, latex.text)
    else:
        cuts = (cut_latex.text_pieces, cut_latex.number_pieces)
        encodings = (latex.number if variable in bibtex_values.NUMBERS else latex.text,)
        if variable == "note":
            encodings = (_lines,)
    for pieces in cuts:
        beside = Spliced(pieces(raw))
        if beside.value == old:
            for encode in encodings:
                yield from beside.with_value(new, _of_part(encode))
            return


def _of_part(encode: Callable[[str], str]) -> Callable[[str], str]:
    """An encoding of a part of a text, whose outer blanks stay."""

    def encoded(text: str) -> str:
        core = text.strip(" ")
        if not core:
            return text
        lead = len(text) - len(text.lstrip(" "))
        return text[:lead] + encode(core) + " " * (len(text) - len(core) - lead)

    return encoded


def _lines(text: str) -> str:
    return "\n".join(latex.text(line) for line in re.split(r"\r\n|\r|\n", text))


def _items(
    raw: str,
    parts: Sequence[str],
    change: Change,
    written: Callable[[str, Any, Any], Iterator[str]],
    separator: str,
) -> Iterator[str]:
    """The LaTeX of a list with other items: each that changes as little as can be, else anew."""
    stretches = stretches_of(raw, parts)
    if len(stretches) != len(change.old) or not stretches:
        return
    plan = steps(change.old, change.new)

    def nearest(place: int, step: Step) -> str:
        here = raw[slice(*stretches[step.old])] if step.old >= 0 else ""
        old = change.old[step.old] if step.old >= 0 else None
        return next(written(here, old, change.new[place]))

    def anew(place: int, step: Step) -> str:
        return next(written("", None, change.new[place]))

    yield relisted(raw, stretches, plan, nearest, separator)
    yield relisted(raw, stretches, plan, anew, separator)


def _name(raw: str, old: Name | None, new: Name) -> Iterator[str]:
    if old and raw:
        braced = raw.startswith("{") and raw.endswith("}") and old.raw[:1] == "{"
        inner, text = (raw[1:-1], old.raw[1:-1]) if braced else (raw, old.raw)
        wanted = closest(new, text)
        if wanted:
            for result in spliced(inner, text, wanted):
                yield f"{{{result}}}" if braced and new.literal else result
    yield bibtex_values.name(new)


def _keyword(raw: str, old: str | None, new: str) -> Iterator[str]:
    if old is not None:
        yield from spliced(raw, old, new)
    text = latex.text(new)
    yield f"{{{text}}}" if re.search("[,;；]", text) else text


def _babel(old: str, new: str) -> Iterator[str]:
    """The name that babel has for a language, where the old value is one."""
    if old.lower().removeprefix("lang") in LANGUAGES:
        for name, tag in LANGUAGES.items():
            if tag == new:
                yield name.title() if old.istitle() else name


# Values that several fields make up


def _subtitle(layout: Layout, slot: Slot) -> Slot | None:
    for name, title in SUBTITLES.items():
        if title == slot.name.lower():
            return layout.named(name)
    return None


def _titles(layout: Layout, slot: Slot, subtitle: Slot, change: Change) -> Iterator[Way]:
    """A title and its subtitle: the one or the other, both, or all in the title."""
    if slot.latex is None or subtitle.latex is None:
        return
    title, sub = decode(slot.latex), decode(subtitle.latex)
    new = change.new
    pairs = []
    if new.endswith(sub):
        pairs.append((new.removesuffix(sub).rstrip().removesuffix(":"), sub))
    if new.startswith(title):
        pairs.append((title, new.removeprefix(title).lstrip(": ")))
    pairs += [(new[: m.start()], new[m.end() :]) for m in re.finditer(r": |(?<=[?!：？！]) ", new)]
    for first, second in pairs:
        olds = ((slot, title, first), (subtitle, sub, second))
        edits = [_one(layout, *old) for old in olds if old[1] != old[2]]
        if first and all(edits):
            yield [edit for edit in edits if edit]
    for value in spliced(slot.latex, title, new):
        edit = layout.with_latex(slot, value)
        if edit:
            yield [edit, layout.without(subtitle)]


def _one(layout: Layout, slot: Slot, old: str, new: str) -> Edit | None:
    if not new:
        return layout.without(slot)
    value = next(spliced(slot.latex or "", old, new), None) or latex.text(new)
    return layout.with_latex(slot, value)


def issued(layout: Layout, change: Change, *, is_biblatex: bool) -> Iterator[Way]:
    """A date in one field, or in those for year, month and day."""
    slots = layout.of("issued")
    month, day = layout.named("month"), layout.named("day")
    others = [slot for slot in (month, day) if slot]
    new: Date | None = change.new or None
    if new is None:
        for slot in slots:
            yield [layout.without(slot), *map(layout.without, others)]
            yield [layout.without(slot)]
        return
    form = bibtex_values.date(new)
    for slot in slots:
        if slot.latex is None:
            continue
        plain = new.month and not (new.end_year or new.season or new.approximate)
        if plain and slot.name.lower() != "date":
            yield from _dated(layout, slot, new, month, day)
        old = change.old.raw if change.old else ""
        for text in dict.fromkeys((new.raw, form)):
            for value in (*spliced(slot.latex, old, text, "issued"), latex.number(text)):
                edit = layout.with_latex(slot, value)
                if edit:
                    yield [edit]
        if slot.name.lower() != "date" and new.year is not None:
            yield from _dated(layout, slot, new, month, day)
        edit = layout.with_latex(slot, latex.number(form))
        if edit and others:
            yield [edit, *map(layout.without, others)]
    if not slots:
        if new.month is None and not is_biblatex:
            yield [layout.with_field("year", latex.number(form))]
        if not is_biblatex and new.month and new.year and not new.day:
            year = layout.with_field("year", f"{new.year:04}")
            yield [year, layout.with_field("month", "", _MONTHS[new.month - 1])]
        yield [layout.with_field("date", latex.number(form))]
        yield [layout.with_field("year", latex.number(form))]


def _dated(
    layout: Layout, slot: Slot, new: Date, month: Slot | None, day: Slot | None
) -> Iterator[Way]:
    """The parts of a date in fields of their own."""
    edits: list[Edit | None] = []
    if slot.latex != f"{new.year:04}":
        edits.append(layout.with_latex(slot, f"{new.year:04}"))
    for field, name, number in ((month, "month", new.month), (day, "day", new.day)):
        if field and not number:
            edits.append(layout.without(field))
        elif field and number:
            text = _month_like(field.value, number) if name == "month" else str(number)
            if field.latex is None and name == "month":
                edits.append(Edit(field.start, field.end, text))
            else:
                edits.append(layout.with_latex(field, text))
        elif number:
            value = _MONTHS[number - 1] if name == "month" else f"{{{number}}}"
            edits.append(layout.with_field(name, "", value))
    if all(edits):
        yield [edit for edit in edits if edit]


def _month_like(old: str, number: int) -> str:
    """A month as the old one is written: as a number, a macro or a name."""
    bare = old.strip('{}"')
    if bare.isdigit():
        return f"{number:02}" if len(bare) == 2 else str(number)
    name = _MONTHS[number - 1]
    return name.title() if bare.istitle() else name


def _orcids(layout: Layout, change: Change) -> Way:
    """The edit of the field for the ORCID iDs of authors, where these change."""
    if change.variable != "author":
        return []
    old = [name.orcid for name in change.old or ()]
    new = [name.orcid for name in change.new]
    if old == new or not any(old + new):
        return []
    field = next((s for s in layout.slots if s.name.lower().startswith("author+an:orcid")), None)
    text = "; ".join(f'{place}="{orcid}"' for place, orcid in enumerate(new, 1) if orcid)
    if field is None:
        field = layout.named("orcid") or layout.named("orcids")
        text = "; ".join(new) if field else text
    if field is None:
        return [layout.with_field("author+an:orcid", text)] if any(new) else []
    edit = layout.with_latex(field, text) if any(new) else layout.without(field)
    return [edit] if edit else []


def other_ids(layout: Layout, change: Change) -> Iterator[Way]:
    """Identifiers of further schemes: each in a field that is named for its scheme."""
    slots = layout.of("other-id")
    old: Sequence[OtherId] = change.old or ()
    new: Sequence[OtherId] = change.new or ()
    if len(slots) != len(old):
        return
    edits: list[Edit | None] = []
    taken = set()
    for slot, was in zip(slots, old, strict=True):
        same = [i for i, one in enumerate(new) if one.scheme == was.scheme and i not in taken]
        if not same:
            edits.append(layout.without(slot))
            continue
        taken.add(same[0])
        value = new[same[0]].value
        if value != was.value and slot.latex is not None:
            raw = next(spliced(slot.latex, was.value, value, "other-id"), latex.address(value))
            edits.append(layout.with_latex(slot, raw))
    for i, one in enumerate(new):
        if i not in taken:
            field = next((name for name, scheme in OTHER_IDS.items() if scheme == one.scheme), "")
            edits.append(layout.with_field(field, latex.address(one.value)) if field else None)
    if all(edits):
        yield [edit for edit in edits if edit]
