"""The kind of a name, judged by its parts before anything else is said of it."""

from __future__ import annotations

import re
from enum import Enum
from unicodedata import category, normalize

from validator.text.names.bodies import is_name_of_body, is_split_body
from validator.text.script import has_cjk, is_cjk_only

# DataCite, arXiv and McGraw-Hill are no names of one person. Up to three letters before a capital
# are a prefix of family names: MacArthur, DeVries, Al-Biruni
_NO_MONONYM = r"^[a-z]+[A-Z]|^.{3,}[a-z]-?[A-Z]"
_DOTS = "[·•‧・･∙.．]"


class Kind(Enum):
    """What a name names."""

    PERSON = "person"
    BODY = "body"
    MONONYM = "mononym"
    UNSPLIT_CJK = "unsplit CJK name"
    UNKNOWN = "unknown"


def classify(particles: str, family: str, given: str, suffix: str, literal: str) -> Kind:
    """The kind of a name by its parts.

    Two parts are a person unless they are the pieces of an organisation's name. One string is a
    body by its words or structure, an unsplit CJK name, a mononym when it is one word, and else
    unknown: an unsplit person and a body that no word gives away look alike.
    """
    if literal:
        return _kind_of_one(literal)
    if family and (given or suffix):
        return Kind.BODY if is_split_body(family, given) else Kind.PERSON
    if particles:
        return Kind.PERSON
    return _kind_of_one(family or given)


def _kind_of_one(text: str) -> Kind:
    text = text.strip()
    if not text.isascii():
        text = normalize("NFC", text)
    if not text:
        return Kind.UNKNOWN
    if is_name_of_body(text):
        return Kind.BODY
    if has_cjk(text):
        letters = sum(map(str.isalpha, text))
        # Names written by sound (罗伯特·基欧汉) are longer than those of four characters and less
        short = letters <= 6 or (letters <= 16 and re.search(_DOTS, text) is not None)
        return Kind.UNSPLIT_CJK if is_cjk_only(text) and short else Kind.UNKNOWN
    if " " not in text and _is_word(text):
        return Kind.UNKNOWN if re.search(_NO_MONONYM, text) else Kind.MONONYM
    return Kind.UNKNOWN


def _is_word(text: str) -> bool:
    """Whether all is letters, the marks of Indic and Thai vowels, hyphens and apostrophes."""
    text = text.replace("-", "").replace("'", "").replace("’", "")
    if text.isalpha():
        return True
    return text[:1].isalpha() and all(c.isalpha() or category(c)[0] == "M" for c in text)
