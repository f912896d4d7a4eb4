"""MRK: MARC as text for people, as MarcEdit and MARCMaker write it: ``=245  10$aTitle``.

A field is a line; ``\\`` is a blank of the leader, the indicators and the fields of codes. Names in
braces stand for characters that the writer did not trust to a keyboard: ``{dollar}``,
``{acute}e``. Source: the mnemonics of the Library of Congress.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from unicodedata import normalize

from validator.finding import Fault
from validator.io.marc.fields import SUBFIELD
from validator.io.marc.records import LEADER, Reader
from validator.io.source import Source
from validator.io.tagged.lines import Dialect, Group, groups
from validator.io.tagged.parting import LOST, Tag
from validator.record import Field, Record
from validator.text.patterns import lazy

_LINE = re.compile(r"=([0-9A-Z]{3})(?: {1,2}|(?=[\r\n]|\Z))")
_HEADS = frozenset(("LDR", "000"))
_OUTSIDE = _HEADS | {LOST.name}  # what is no field of MARC
_ACCENT_NAMES = """
    hooka grave acute circ tilde macr breve dot diaer uml caron ring llig rlig rcommaa dblac candra
    cedil ogon dotb dbldotb ringb dblunder under commab rcedil breveb ldbltil rdbltil commaa
"""
_ACCENTS = dict(
    zip(
        _ACCENT_NAMES.split(),
        "\u0309\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u0308\u030c\u030a\ufe20\ufe21\u0315"
        "\u030b\u0310\u0327\u0328\u0323\u0324\u0325\u0333\u0332\u0326\u031c\u032e\ufe22\ufe23\u0313",
        strict=True,
    )
)
"""Names of marks, which stand before the letter that bears them."""
_LETTER_NAMES = """
    dollar curren bsol lcub rcub verbar Lstrok Ostrok Dstrok THORN AElig OElig softsign middot flat
    reg plusmn Ohorn Uhorn mlrhring mllhring lstrok ostrok dstrok thorn aelig oelig hardsign inodot
    pound eth ohorn uhorn deg scriptl phono copy sharp iquest iexcl szlig eszett euro
"""
_LETTERS = dict(
    zip(
        _LETTER_NAMES.split(),
        "$$\\{}|ŁØĐÞÆŒʹ·♭®±ƠƯʼʻłøđþæœʺı£ðơư°ℓ℗©♯¿¡ßß€",
        strict=True,
    )
)
_NAMES = lazy(rf"((?:\{{(?:{'|'.join(_ACCENTS)})\}})+)([^{{\x1f]?)|\{{({'|'.join(_LETTERS)})\}}")


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of a file, with the place of each field."""
    reader = Reader(source.path, source.format)
    number = source.first_number
    for group in groups(source, Dialect(_Lines().split, is_prose=lambda _: False)):
        if isinstance(group, Fault):
            yield replace(group, record_number=number)
        else:
            yield _item(group, reader, number)
        number += 1
    source.dialect = reader.dialects.told()


class _Lines:
    """Tells the tags of lines; a record begins with its leader, else behind a blank line."""

    def __init__(self) -> None:
        self.begins = True

    def split(self, text: str) -> Tag | None:
        found = _LINE.match(text)
        if not found:
            self.begins = self.begins or text.isspace()
            return None
        opens = self.begins or found[1] in _HEADS
        self.begins = False
        return Tag(found[1], 0, found.end(), opens)


def _item(group: Group, reader: Reader, number: int) -> Record | Fault:
    """The record of a group; its raw fields are as they stand in the file."""
    leader = next((one.value for one in group.fields if one.name in _HEADS), "")
    fields = [one for one in group.fields if one.name not in _OUTSIDE]
    item = reader.item(
        leader.replace("\\", " "),
        [one.name for one in fields],
        [_value(one) for one in fields],
        number=number,
        line=group.line,
        start=group.start,
        end=group.end,
    )
    if isinstance(item, Fault):
        return item
    variables = iter([field.variable for field in item.raw if field.name != LEADER])
    return replace(item, raw=tuple([_raw(one, variables) for one in group.fields]))


def _raw(field: Field, variables: Iterator[str]) -> Field:
    """A field as it stands in the file, with the variable that it fills."""
    if field.name in _HEADS:
        return field._replace(name=LEADER, variable="type")
    return field if field.name in _OUTSIDE else field._replace(variable=next(variables))


def _value(field: Field) -> str:
    """The value of a field as ISO 2709 has it."""
    text: str = field.value
    if "\n" in text or "\r" in text:  # older programs break long lines
        text = " ".join(text.split())
    if field.name < "010":
        return text.replace("\\", " ")
    indicators, dollar, rest = text.partition("$")  # blank ones may be blanks
    text = f"{indicators:>2}{dollar}{rest}"
    text = text[:2].replace("\\", " ") + text[2:].replace("$", SUBFIELD)
    return _NAMES.sub(_named, text) if "{" in text else text


def _named(found: re.Match[str]) -> str:
    if found[3]:
        return _LETTERS[found[3]]
    marks = re.findall(r"\w+", found[1])
    return normalize("NFC", found[2] + "".join(_ACCENTS[name] for name in marks))
