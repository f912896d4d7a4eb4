"""Names of UNIMARC and CNMARC headings, and what they did."""

from __future__ import annotations

from functools import lru_cache

from validator.io.marc.fields import SUBFIELD, subfields
from validator.io.marc.people import OTHER, role_of
from validator.io.marc.punctuation import name_of, plain
from validator.record import Name
from validator.text.patterns import lazy
from validator.text.script import has_cjk, has_latin

_NATION = lazy(r"[(（\[〔【][^()（）\[\]〔〕【】]{1,8}[)）\]〕】]\s*")


def roles(text: str) -> list[str]:
    """The roles of a heading: codes of relators, or words."""
    return [word.strip() for word in subfields(text, "4") if word.strip()]


@lru_cache(maxsize=2**15)
def heading(text: str, *, chinese: bool) -> tuple[Name, str]:
    """The name of a field 700 to 702 and its role, "" where none is said.

    The surname is $a and the rest $b; CNMARC has both in $a, and the pinyin in $9 or $A.
    """
    family = given = suffix = pinyin = ""
    affiliation: tuple[str, ...] = ()
    for part in text.split(SUBFIELD)[1:]:
        code, value = part[:1], part[1:].strip()
        if code == "a" and not family:
            family = _NATION.sub("", value)
        elif code == "b" and not given:
            given = name_of(value)
        elif code == "A" or (code == "9" and chinese):
            pinyin = pinyin or value
        elif code == "c" and not has_cjk(value) and plain(value).lower().strip(".") in ("jr", "sr"):
            suffix = plain(value)
        elif code == "p" and value:
            affiliation = (*affiliation, plain(value))
    raw = family = name_of(family)
    if given:
        name = Name(family, given, "", suffix, "", f"{raw}, {given}", affiliation=affiliation)
    else:
        found = Name.parse(family)
        name = Name(
            found.family,
            found.given,
            found.particles,
            found.suffix or suffix,
            found.literal,
            raw,
            "",
            affiliation,
            _romanised(pinyin) if pinyin and has_latin(pinyin) else None,
        )
    said = [role_of(word) for word in roles(text)]
    known = next((role for role in said if role != OTHER), "")
    return name, known or (OTHER if said else "")


def _romanised(text: str) -> Name:
    """A name in pinyin: the surname is the first word where no comma says it."""
    text = plain(text)
    if "," in text:
        return Name.parse(text)
    family, _, given = text.partition(" ")
    return Name(family, given, raw=text) if given else Name(literal=text, raw=text)
