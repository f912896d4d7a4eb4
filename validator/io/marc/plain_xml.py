"""The fields of a MARCXML record that is written as nearly all are, in a third of the time of XML.

Only what is well-formed beyond doubt is read here: the elements of MARC with their attributes in
one of two orders, blanks between them, texts without markup. All else is for the parser.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from validator.io.marc.fields import SUBFIELD

Fields = tuple[str, list[str], list[str], list[int]]
"""The leader of a record, and the tags, values and lines of its fields."""

LONGEST = 2**16  # bytes of a record that is read here
_FORBIDDEN = bytes(range(32)).translate(None, b"\t\n")
"""What XML has in no text, and the carriage return, which it reads as a line feed."""
_BLANK = r"[ \t\n]*+"
_TEXT = r"[^<&>]*+(?:&(?:amp|lt|gt|quot|apos);[^<&>]*+)*+"
_OPENING = re.compile(
    rb'<((?:[A-Za-z][\w-]{0,30}:)?)record(?: xmlns="[^"<&]*+")?(?: type="\w*+")?>'
)
_ESCAPED = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))


class _Grammar(NamedTuple):
    """How the fields of records are written whose elements have one prefix."""

    field: re.Pattern[str]  # and the blanks before it
    between: str  # what stands between the texts of two subfields, their gap left open


@lru_cache(maxsize=16)
def _grammar(prefix: str) -> _Grammar:
    start, end = rf"<{prefix}", rf"</{prefix}"
    tag, one = r'tag="([^"<&]{3})"', r'"([^"<&\t\n])"'
    code = r'[^"<&\t\n]">'
    field = (
        rf"({_BLANK})(?:"
        rf"{start}datafield (?:{tag} ind1={one} ind2={one}|ind1={one} ind2={one} {tag})>"
        rf'({_BLANK}){start}subfield code="'
        rf'({code}{_TEXT}(?:{end}subfield>\8{start}subfield code="{code}{_TEXT})*+)'
        rf"{end}subfield>{_BLANK}{end}datafield>"
        rf"|{start}controlfield {tag}>({_TEXT}){end}controlfield>"
        rf"|{start}leader>({_TEXT}){end}leader>)"
    )
    return _Grammar(re.compile(field), f'{end}subfield>%s{start}subfield code="')


def fields(raw: bytes, namespaces: bytes, line: int) -> Fields | None:
    """The fields of the bytes of a record whose first line is ``line``, None for the parser's.

    ``namespaces`` are the declarations of the elements around it.
    """
    opening = _OPENING.match(raw)
    if (
        not opening
        or len(raw) > LONGEST
        or b"]]>" in raw
        or b"\xef\xbf" in raw  # there are U+FFFE and U+FFFF, which are no characters
        or len(raw.translate(None, _FORBIDDEN)) != len(raw)
        or (opening[1] and b" xmlns:" + opening[1][:-1] + b"=" not in namespaces)
    ):
        return None
    prefix = opening[1].decode("ascii")
    try:
        text = raw[opening.end() : -len(b"</record>" + opening[1])].decode("utf-8")
    except UnicodeDecodeError:
        return None
    grammar = _grammar(prefix)
    leader, tags, values, lines = "", [], [], []
    at = 0
    for found in grammar.field.finditer(text):
        if found.start() != at:
            return None
        at = found.end()
        blank, tag, one, two, one_, two_, tag_, gap, body, own_tag, own, head = found.groups()
        line += blank.count("\n")
        if body is not None:
            body = body.replace(grammar.between % gap, SUBFIELD).replace('">', "")
            value = f"{one or one_}{two or two_}{SUBFIELD}{body}"
            tags.append(tag or tag_)
        elif own_tag is not None:
            value = own
            tags.append(own_tag)
        else:
            leader = leader or head
            line += head.count("\n")
            continue
        lines.append(line)
        line += text.count("\n", found.start() + len(blank), at)
        if "\n" in value:
            value = " ".join(value.split("\n"))
        values.append(_unescaped(value) if "&" in value else value)
    return (_unescaped(leader), tags, values, lines) if not text[at:].strip(" \t\n") else None


def _unescaped(text: str) -> str:
    for escaped, character in _ESCAPED:
        text = text.replace(escaped, character)
    return text
