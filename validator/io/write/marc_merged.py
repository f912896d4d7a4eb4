"""A field of MARC 21 that says something else, with all that the old one says beside."""

from __future__ import annotations

import re

from validator.io.marc import marc21
from validator.io.marc.people import AUTHOR
from validator.io.marc.punctuation import plain, unstopped
from validator.io.marc.whole import Held
from validator.io.write.marc_fields import FieldText

_HEADINGS = frozenset(("100", "110", "700", "710", "720"))
_PARTS = {"245": "abnp"}
"""Tags whose value is put together of several subfields, which become one."""
_ENDING = re.compile(r"(?:\s*[/:;,=]|(?<=[^.\s]{2})\.)\s*$")


def effect(tag: str, value: str) -> Held:
    """What the reader makes of a field."""
    held: Held = {}
    if use := marc21.USES.get(tag):
        use(value, held)
    held.pop(".statement", None)
    if date := held.get(".date"):
        held[".date"] = unstopped(plain(date))
    if people := held.get(".people"):
        held[".people"] = [(one.name, one.role or AUTHOR) for one in people]
    return held


def is_alike(tag: str, other: str) -> bool:
    """Whether the fields of two tags are read alike."""
    uses = marc21.USES
    return uses.get(tag) is uses.get(other) or {tag, other} <= _HEADINGS


def merged(new: FieldText, old: FieldText) -> FieldText:
    """The new field with the punctuation and the other subfields of the old one, under its tag;
    where these would say something else, the new field alone."""
    tag = new[0] if new[0] in _HEADINGS else old[0]
    indicators, *parts = old[1].split("\x1f")
    marks, *fresh = new[1].split("\x1f")
    parts = _as_one(parts, _PARTS.get(tag, ""))
    left = {part[:1]: part[1:] for part in reversed(fresh)}
    repeated = {code for code in left if sum(part[:1] == code for part in fresh) > 1}
    found: list[str] = []
    for part in parts:
        code = part[:1]
        if code in left and code not in repeated:
            found.append(f"{code}{left.pop(code)}{_ending(part)}")
        elif code not in ("4", "g") or code not in {other[:1] for other in fresh}:
            found.append(part)
    rest = [part for part in fresh if part[:1] in left]
    without_role = [part for part in rest if part[:1] != "4"]
    for more in (without_role, rest):
        text = "\x1f".join((marks if tag in _HEADINGS else indicators, *found, *more))
        if effect(tag, text) == effect(*new):
            return tag, text
    return new


def _as_one(parts: list[str], codes: str) -> list[str]:
    """The subfields of a field, those of these codes as the first of them, with the punctuation
    of the last."""
    places = [place for place, part in enumerate(parts) if part[:1] in codes and codes]
    if len(places) < 2:
        return parts
    first, last = parts[places[0]], parts[places[-1]]
    whole = first[: len(first) - len(_ending(first))] + _ending(last)
    return [
        whole if place == places[0] else part
        for place, part in enumerate(parts)
        if place == places[0] or place not in places
    ]


def _ending(part: str) -> str:
    """The punctuation of ISBD at the end of a subfield."""
    found = _ENDING.search(part)
    return found[0] if found else ""
