"""Values from the data as HTML: escaped, isolated for bidi, named a language, cut when long.

The only place where Markup is made of data.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup, escape

from validator.text.script import has_cjk, script

from .._difference import Part, cut, difference, windowed  # noqa: TID251, TID252 - of reports
from .escaping import visible  # noqa: TID251 - of this report
from .room import ID  # noqa: TID251 - of this report
from .words import Words  # noqa: TID251 - of this report

LANGUAGES = {"Han": "zh", "Kana": "ja", "Hangul": "ko"}  # so that the right glyphs are taken

_BLANKS = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")


def value(text: str, t: Words) -> Markup:
    """A value on its own; "" is said in words."""
    return marked([Part(False, text)], text, t, "mark") if text else absent(t("value.none"))


def absent(words: Markup | str) -> Markup:
    return Markup('<span class="none">{}</span>').format(words)


def compared(before: str, after: str, t: Words) -> tuple[Markup, Markup]:
    """A value and its suggestion, with what goes and what comes marked."""
    old, new = difference(before, after)
    left = marked(old, before, t, "del") if before else absent(t("value.none"))
    right = marked(new, after, t, "ins") if after else absent(t("value.remove"))
    return left, right


def differing(survivor: str, other: str, t: Words) -> Markup:
    """A value beside that of another record, with what differs marked."""
    if not survivor or not other:
        return value(other, t)
    return marked(difference(survivor, other)[1], other, t, "mark")


def marked(parts: Sequence[Part], whole: str, t: Words, tag: str) -> Markup:
    """Parts of a value in one isolate; where it is cut, its length is stated."""
    shown = windowed(parts)
    lang = LANGUAGES.get(script(whole[:400]).value, "") if has_cjk(whole[:400]) else ""
    opening = Markup('<bdi lang="{}">').format(lang) if lang else Markup("<bdi>")
    body = Markup().join(_part(part, tag) for part in shown)
    closing = Markup("</bdi>")
    if sum(len(part.text) for part in shown) < len(whole):
        closing += Markup(" <small>{}</small>").format(t("value.characters", n=len(whole)))
    return opening + body + closing


def breakable(path: str) -> Markup:
    """A path that may be broken after a slash or an underscore."""
    return Markup("<wbr>").join(re.split("(?<=[/_])", visible(path)))


def isolated(text: str, limit: int) -> Markup:
    """A short value, such as an id."""
    return Markup("<bdi>{}</bdi>").format(visible(cut(text, limit)))


def named(record: str, number: int | None, t: Words, *, has_id: bool) -> Markup:
    """A record by its id, else by its number in the file."""
    if has_id or not number:
        return isolated(record, ID)
    return t("value.record-number", n=number)


def _part(part: Part, tag: str) -> Markup:
    text = visible(part.text)
    if not part.changed:
        return escape(text)
    if not text and tag != "mark":
        return Markup()
    text = _BLANKS.sub(lambda m: f"U+{ord(m[0]):04X}", text)  # a changed blank must be seen
    return Markup("<{0}>{1}</{0}>").format(Markup(tag), text)
