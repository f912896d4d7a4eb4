"""Personal and corporate names: lists split, names parsed, kinds told apart."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    """What a name names, judged before anything else is said of it."""

    PERSON = "person"
    BODY = "body"
    MONONYM = "mononym"
    UNSPLIT_CJK = "unsplit CJK name"
    UNKNOWN = "unknown"


class Parts(NamedTuple):
    family: str = ""
    given: str = ""
    particles: str = ""
    suffix: str = ""
    literal: str = ""


def split_list(text: str) -> list[str]:
    """The names of a BibTeX list: split at " and " outside braces."""
    return [part for part in text.split(" and ") if part]


def parse(text: str) -> Parts:
    """The parts of one name; see ``validator.record.Name.parse``."""
    family, comma, given = (part.strip() for part in text.partition(","))
    return Parts(family, given) if comma else Parts(literal=text.strip())


def classify(particles: str, family: str, given: str, suffix: str, literal: str) -> Kind:
    """The kind of a name by its parts."""
    return Kind.UNKNOWN if literal else Kind.PERSON
