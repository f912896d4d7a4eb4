"""The fields of a MARCXML record that is written as nearly all are, in a third of the time of XML.

Only what is well-formed beyond doubt is read here: the elements of MARC with their attributes in
one of two orders, blanks between them, texts without markup. All else is for the parser.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from validator.io.marc.fields import SUBFIELD

Fields = tuple[str, list[str], list[str], list[int]]
"""The leader of a record, and the tags, values and lines of its fields."""

LONGEST = 2**16  # bytes of a record that is read here
_FIELD = b"\x1e"
"""Stands for the beginning of a field where its lines are counted; XML has it in no text."""
_COUNTED = b"\n" + _FIELD
_ALLOWED = bytes({*range(256)} - {*range(32)} | {*b"\t"})
"""All but line ends, what XML has in no text, and the carriage return, which it reads as one."""
_BLANK = r"[ \t\n]*+"
_TEXT = r"[^<&>]*+(?:&(?:amp|lt|gt|quot|apos);[^<&>]*+)*+"
_OPENING = re.compile(
    rb'<((?:[A-Za-z][\w-]{0,30}:)?)record(?: xmlns="[^"<&]*+")?(?: type="\w*+")?>'
)
_ESCAPED = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))


class _Grammar(NamedTuple):
    """How the fields of records are written whose elements have one prefix."""

    field: re.Pattern[str]  # and the blanks before it
    start: re.Pattern[str]  # of a field
    between: str  # what stands between the texts of two subfields, their gap left open


@lru_cache(maxsize=16)
def _grammar(prefix: str) -> _Grammar:
    start, end = rf"<{prefix}", rf"</{prefix}"
    tag, one = r'tag="[^"<&]{3}"', r'"[^"<&\t\n]"'
    code = r'[^"<&\t\n]">'
    field = (
        rf"{_BLANK}(?:"
        rf"{start}datafield ({tag} ind1={one} ind2={one}|ind1={one} ind2={one} {tag})>"
        rf'({_BLANK}){start}subfield code="'
        rf'({code}{_TEXT}(?:{end}subfield>\2{start}subfield code="{code}{_TEXT})*+)'
        rf"{end}subfield>{_BLANK}{end}datafield>"
        rf"|{start}controlfield ({tag})>({_TEXT}){end}controlfield>"
        rf"|{start}leader>({_TEXT}){end}leader>)"
    )
    return _Grammar(
        re.compile(field),
        re.compile(rf"{start}(?:data|control)field "),
        f'{end}subfield>%s{start}subfield code="',
    )


@lru_cache(maxsize=2**12)
def _told(attributes: str) -> tuple[str, str]:
    """The tag, and the indicators as they stand before the subfields, of the attributes of a
    data field."""
    if attributes[0] == "t":
        return attributes[5:8], f"{attributes[16]}{attributes[25]}{SUBFIELD}"
    return attributes[-4:-1], f"{attributes[6]}{attributes[15]}{SUBFIELD}"


def fields(raw: bytes, namespaces: bytes, line: int) -> Fields | None:
    """The fields of the bytes of a record whose first line is ``line``, None for the parser's.

    ``namespaces`` are the declarations of the elements around it.
    """
    opening = _OPENING.match(raw)
    marks = raw.replace(b'field tag="', _FIELD).translate(None, _ALLOWED)
    if (
        not opening
        or len(raw) > LONGEST
        or _FIELD in raw
        or marks.translate(None, _COUNTED)
        or (opening[1] and b" xmlns:" + opening[1][:-1] + b"=" not in namespaces)
    ):
        return None
    prefix = opening[1].decode("ascii")
    try:
        text = raw[opening.end() : -len(b"</record>" + opening[1])].decode("utf-8")
    except UnicodeDecodeError:
        return None
    grammar = _grammar(prefix)
    pieces = grammar.field.split(text)  # what stands between fields, and the groups of each
    if pieces.pop().strip(" \t\n") or "\ufffe" in text or "\uffff" in text:
        return None
    leader, tags, values = "", [], []
    known, between = "", grammar.between % ""
    groups = iter(pieces)
    for junk, attributes, gap, body, control, own, head in zip(*[groups] * 7, strict=True):
        if junk:
            return None
        if body is not None:
            if gap != known:
                known, between = gap, grammar.between % gap
            tag, indicators = _told(attributes)
            value = indicators + body.replace(between, SUBFIELD).replace('">', "")
        elif own is not None:
            tag, value = control[5:8], own
        else:
            leader = leader or head
            continue
        if "\n" in value:
            value = " ".join(value.split("\n"))
        tags.append(tag)
        values.append(_unescaped(value) if "&" in value else value)
    before = marks.split(_FIELD)  # the line ends before each field
    if len(before) != len(tags) + 1:  # in the other order, or a text has that
        before = [b"\n" * part.count("\n") for part in grammar.start.split(text)]
    del before[-1]
    return _unescaped(leader), tags, values, list(accumulate(map(len, before), initial=line))[1:]


def _unescaped(text: str) -> str:
    for escaped, character in _ESCAPED:
        text = text.replace(escaped, character)
    return text
