"""Ways of writing the change of one variable in an item of CSL-JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from validator.io.json.csl_json import NAME_KEYS
from validator.io.json.decoding import decoded
from validator.io.rewrite.comparing import PARALLEL, Change
from validator.io.rewrite.engine import Way
from validator.io.rewrite.json_layout import Node, Style, nodes, pieces, string, without
from validator.io.rewrite.listing import Step, Stretch, relisted, steps, stretches_of
from validator.io.rewrite.naming import closest
from validator.io.rewrite.patching import Edit
from validator.io.rewrite.splicing import Spliced
from validator.io.values import keywords
from validator.io.write import csl_json_values, table_values
from validator.io.write import dates as date_forms
from validator.record import LIST_VARIABLES, NAME_VARIABLES, Name, OtherId
from validator.text import names
from validator.text.dates import Date
from validator.text.identifiers.schemes import scheme_of

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,15})")
_DATE_TEXTS = ("raw", "literal", "edtf", "date-time", "year")
_PARTS = ("family", "given", "particles", "suffix", "literal", "orcid")


def ways(style: Style, change: Change, keys: Sequence[str]) -> Iterator[Way]:
    """Ways of writing a change, the smallest first. ``keys``: those that fill the variable."""
    variable = change.variable
    if variable == "other-id":
        yield from _other_ids(style, change, keys)
        return
    last = {node.key: node for node in style.members}
    there = [last[key] for key in keys if key in last]
    if not change.new:
        for node in there:
            yield _without(style, node.key)
        if len(there) > 1:
            gone = [i for i, node in enumerate(style.members) if node.key in keys]
            yield without(style.text, style.members, gone)
        return
    for node in there:
        yield from _changed(style, node, change)
        yield [_whole(style, node, csl_json_values.plain(variable, change.new))]
    if variable not in last and variable != "suppression":
        yield [style.with_member(variable, csl_json_values.plain(variable, change.new))]


def _without(style: Style, key: str) -> Way:
    """An item without a key, which may be there several times."""
    gone = [i for i, node in enumerate(style.members) if node.key == key]
    return without(style.text, style.members, gone)


def _whole(style: Style, node: Node, value: Any) -> Edit:
    return Edit(node.start, node.end, style.written(value, node.at))


def _changed(style: Style, node: Node, change: Change) -> Iterator[Way]:
    """Ways within the value of a member, by its kind."""
    sign = style.text[node.start]
    variable = change.variable.removeprefix(PARALLEL)
    if isinstance(change.new, Date):
        yield from _date(style, node, change.new, change.old)
    elif isinstance(change.new, str):
        yield from _text(style, node, str(change.old), change.new)
    elif sign == "[":
        yield from _elements(style, node, change.old, change.new)
    elif sign == '"':
        text = string(style.text[node.start : node.end])
        is_names = variable in NAME_VARIABLES
        parts = names.split_any(text) if is_names else keywords(text)
        for new in _listed(text, parts, change):
            yield from _string(style, node, new)
    elif variable not in (*NAME_VARIABLES, *LIST_VARIABLES):
        return


def _text(style: Style, node: Node, old: str, new: str) -> Iterator[Way]:
    """A text in a string, a number, or the first text of a list."""
    sign = style.text[node.start]
    if sign == '"':
        yield from _string(style, node, new)
    elif sign == "[":
        inner = nodes(style.text, node.start)
        parts = [_said(style, one) for one in inner]
        if "; ".join(parts) == old and len(parts) > 1:
            yield _texts(style, inner, parts, new.split("; "))
        for one, part in zip(inner, parts, strict=True):
            if part == old:
                yield from _text(style, one, old, new)
    elif sign != "{" and _NUMBER.fullmatch(new):
        yield [Edit(node.start, node.end, new)]


def _said(style: Style, node: Node) -> str:
    raw = style.text[node.start : node.end]
    return string(raw) if raw[:1] == '"' else raw


def _string(style: Style, node: Node, new: str) -> Iterator[Way]:
    """Another text in a string literal, the escapes of the rest as they stand."""
    if style.text[node.start] != '"':
        return
    inside = style.text[node.start + 1 : node.end - 1]
    for raw in Spliced(pieces(inside)).with_value(new, style.string):
        yield [Edit(node.start + 1, node.end - 1, raw)]


def _texts(style: Style, inner: Sequence[Node], old: Sequence[str], new: Sequence[str]) -> Way:
    """The edit of a list of texts."""
    stretches = [Stretch(node.start, node.end) for node in inner]

    def written(place: int, step: Step) -> str:
        return style.written(new[place], inner[0].at)

    first, last = stretches[0].start, stretches[-1].end
    text = relisted(style.text, stretches, steps(old, new), written, style.comma)
    return [Edit(first, last, text[first : len(text) - len(style.text) + last])]


def _listed(text: str, parts: Sequence[str], change: Change) -> Iterator[str]:
    """A list in one text with other items."""
    stretches = stretches_of(text, parts)
    if not stretches or len(stretches) != len(change.old):
        return

    def written(place: int, step: Step) -> str:
        new = change.new[place]
        if not isinstance(new, Name):
            return str(new)
        here = text[slice(*stretches[step.old])] if step.old >= 0 else ""
        return (here and closest(new, here)) or table_values.name(new)

    yield relisted(text, stretches, steps(change.old, change.new), written, "; ")


def _elements(style: Style, node: Node, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Way]:
    """Other names or texts in an array: those that change, each as little as can be."""
    inner = nodes(style.text, node.start)
    if not inner or len(inner) != len(old):
        return
    plan = steps(old, new)
    stretches = [Stretch(one.start, one.end) for one in inner]
    last_one = style.text[inner[-1].start : inner[-1].end]
    style = style.like(last_one) if last_one[:1] == "{" else style
    lead = style.text[node.start + 1 : inner[0].start]
    separator = f",{lead}" if "\n" in lead else ", " if style.comma[-1:] == " " else ","

    def written(place: int, step: Step) -> str:
        one = inner[step.old] if step.old >= 0 else None
        before = old[step.old] if step.old >= 0 else None
        return _element(style, one, before, new[place], inner[-1].at)

    def anew(place: int, step: Step) -> str:
        return _element(style, None, None, new[place], inner[-1].at)

    first, last = stretches[0].start, stretches[-1].end
    for way in (written, anew):
        text = relisted(style.text, stretches, plan, way, separator)
        yield [Edit(first, last, text[first : len(text) - len(style.text) + last])]


def _element(style: Style, node: Node | None, old: Any, new: Any, at: int) -> str:
    """An element with another name or text in it."""
    if node is None:
        return style.written(csl_json_values.name(new) if isinstance(new, Name) else new, at)
    raw = style.text[node.start : node.end]
    if raw[:1] == '"':
        text = string(raw)
        wanted = closest(new, text) or table_values.name(new) if isinstance(new, Name) else new
        inside = next(Spliced(pieces(raw[1:-1])).with_value(wanted, style.string))
        return f'"{inside}"'
    if raw[:1] != "{":
        return style.written(csl_json_values.name(new) if isinstance(new, Name) else new, at)
    if not isinstance(new, Name):
        return _wrapped(style, node, str(old), str(new))
    return _person(style, node, old, new)


def _wrapped(style: Style, node: Node, old: str, new: str) -> str:
    """An object that wraps a text: ``{"name": ...}``."""
    for member in nodes(style.text, node.start):
        raw = style.text[member.start : member.end]
        if raw[:1] == '"' and string(raw) == old:
            inside = next(Spliced(pieces(raw[1:-1])).with_value(new, style.string))
            before = style.text[node.start : member.start]
            return f'{before}"{inside}"{style.text[member.end : node.end]}'
    return style.written(new, node.at)


def _person(style: Style, node: Node, old: Name, new: Name) -> str:
    """An object with the parts of a name: those that change, each in its string."""
    members = nodes(style.text, node.start)
    text = style.text[node.start : node.end]
    edits: list[Edit] = []
    gone: list[int] = []
    lacking: dict[str, Any] = {}
    for part in _PARTS:
        was, value = getattr(old, part), getattr(new, part)
        if was == value:
            continue
        index = next((i for i, member in enumerate(members) if _part(member.key) == part), -1)
        if index < 0:
            lacking |= csl_json_values.name(Name(**{part: value}))
        elif not value:
            gone.append(index)
        else:
            member = members[index]
            way = next(_string(style, member, value), [_whole(style, member, value)])
            edits += way
    if new.affiliation != old.affiliation:
        index = next((i for i, member in enumerate(members) if member.key == "affiliation"), -1)
        gone += [index] if index >= 0 else []
        lacking |= csl_json_values.name(Name(affiliation=new.affiliation))
    if len(gone) == len(members) and not lacking:
        return text
    if gone and lacking:  # parts become others: keys that are no parts stay
        value = decoded(text)
        kept = {key: one for i, (key, one) in enumerate(value.items()) if i not in gone}
        if len(kept) + len(gone) == len(members):
            return style.written({**lacking, **kept}, node.at)
    inner = [member._replace(at=member.at) for member in members]
    edits += without(style.text, inner, gone)
    for edit in sorted(edits, reverse=True):
        start, end = edit.start - node.start, edit.end - node.start
        text = text[:start] + edit.text + text[end:]
    if lacking:
        own = Style(text)
        own.ascii_only = style.ascii_only
        added = [own.with_member(key, value) for key, value in lacking.items()]
        at = added[0].start
        text = text[:at] + "".join(edit.text for edit in added) + text[at:]
    return text


def _part(key: str) -> str:
    if key in ("non-dropping-particle", "dropping-particle"):
        return "particles"
    return NAME_KEYS.get(key) or NAME_KEYS.get(re.sub("[ _-]", "", key).lower(), "")


def _date(style: Style, node: Node, new: Date, old: Date | str) -> Iterator[Way]:
    """A date in its parts, in a text, or as a whole."""
    sign = style.text[node.start]
    forms = dict.fromkeys(filter(None, (new.raw, date_forms.iso(new))))
    if sign == '"':
        for form in forms:
            yield from _string(style, node, form)
    elif sign == "{":
        members = {member.key: member for member in nodes(style.text, node.start)}
        if "date-parts" in members and date_forms.is_plain(new):
            yield from _date_parts(style, members["date-parts"], new)
        for key in _DATE_TEXTS:
            if key in members:
                for form in forms:
                    yield from _string(style, members[key], form)
    elif len(new.raw) < 10 and new.raw.isdecimal():
        yield [Edit(node.start, node.end, new.raw)]


def _date_parts(style: Style, node: Node, new: Date) -> Iterator[Way]:
    if style.text[node.start] != "[":
        return
    outer = nodes(style.text, node.start)
    if len(outer) != 1 or style.text[outer[0].start] != "[":
        return
    inner = nodes(style.text, outer[0].start)
    numbers = [number for number in (new.year, new.month, new.day) if number is not None]
    quoted = bool(inner) and style.text[inner[0].start] == '"'
    texts = [json.dumps(str(number)) if quoted else str(number) for number in numbers]
    if not inner:
        return
    old = [style.text[one.start : one.end] for one in inner]
    stretches = [Stretch(one.start, one.end) for one in inner]
    same = [_bare(text) for text in old]
    plan = [
        Step(i if i < len(old) else -1, i < len(old) and same[i] == _bare(text))
        for i, text in enumerate(texts)
    ]
    first, last = stretches[0].start, stretches[-1].end
    separator = style.comma if not style.on_lines else ", "
    text = relisted(style.text, stretches, plan, lambda place, _: texts[place], separator)
    yield [Edit(first, last, text[first : len(text) - len(style.text) + last])]


def _bare(text: str) -> str:
    return text.strip('"').lstrip("0")


def _other_ids(style: Style, change: Change, keys: Sequence[str]) -> Iterator[Way]:
    """Identifiers of further schemes, each under a key that is named for its scheme."""
    old: Sequence[OtherId] = change.old or ()
    new: Sequence[OtherId] = change.new or ()
    last = {node.key: (i, node) for i, node in enumerate(style.members)}
    edits: list[Edit] = []
    gone: list[int] = []
    left = list(new)
    for key in keys:
        scheme = scheme_of(key)
        index, node = last[key]
        match = next((one for one in left if one.scheme == scheme), None)
        was = next((one for one in old if one.scheme == scheme), None)
        if match is None:
            gone.append(index)
            continue
        left.remove(match)
        if was != match:
            edits += next(_string(style, node, match.value), [_whole(style, node, match.value)])
    edits += without(style.text, style.members, gone)
    edits += [style.with_member(one.scheme, one.value) for one in left]
    yield edits
