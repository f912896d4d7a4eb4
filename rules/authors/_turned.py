"""Names whose family name stands for the given one: told by initials and by patronymics."""

from __future__ import annotations

import re

from validator.record import Name
from validator.text.names.particles import word_set
from validator.text.names.surnames import EAST_ASIAN, FREQUENT

from ._givens import GIVEN  # noqa: TID251 - of this family

_INITIALS = r"(?:[A-ZÀ-ÞА-ЯЁ]\.[ -]{0,2}){1,3}"
"""With full stops: a program that cuts "Smith JK" at its blank makes JK the family name."""
_WITH_INITIALS = r"([^\W\d_]{2,})(?: [A-ZÀ-Þ]\.){1,2}"
_PATRONYMIC = r"[А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+(?:[оеё]вич|ьич|[оеё]вна|инична)"
_GIVEN_TOO = word_set("kumar singh khan ahmed ali mohammed raj rao das")
"""Family names that are given names in South India, where initials stand for the father's."""


def is_turned(name: Name) -> bool:
    """Whether initials, or a given name with a patronymic or an initial, stand for the family name,
    and a sure family name for the given one: "J. B., Wilson", "John A., Smith"."""
    if name.particles or name.suffix or not name.given.istitle():
        return False
    family = name.family
    if not family.isascii() and re.fullmatch(_PATRONYMIC, family):
        return " " not in name.given
    if not family.endswith("."):
        return False
    whole = re.fullmatch(_WITH_INITIALS, family)
    if not (whole and whole[1].lower() in GIVEN) and not re.fullmatch(_INITIALS, family):
        return False
    return family.lower() not in EAST_ASIAN and _is_surely_family(name.given)


def _is_surely_family(text: str) -> bool:
    """Whether a word is a family name, and no given name nor one of East Asia."""
    low = text.lower()
    if low in GIVEN or low in EAST_ASIAN or low in _GIVEN_TOO:
        return False
    from validator.text.names.lone import is_lone_family_name  # its tables load where needed

    return low in FREQUENT or is_lone_family_name(text)
