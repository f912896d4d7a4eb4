"""Identifiers of further schemes: which fields hold them, and whether a value has their shape."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from validator.text.identifiers.standard_numbers import ISSN, issns, narrow, orcid_digit
from validator.text.placeholders import is_placeholder

FIELDS = {
    field: scheme
    for scheme, fields in {
        "bibcode": "bibcode adsbibcode",
        "cn": "cn cnnumber cn号 cn刊号 刊号 国内刊号 统一刊号 国内统一刊号"
        " 国内统一连续出版物号 國內統一刊號",
        "coden": "coden",
        "hdl": "hdl handle",
        "isni": "isni",
        "lccn": "lccn",
        "mag": "mag magid",
        "openalex": "openalex openalexid",
        "ror": "ror rorid",
        "wikidata": "wikidata wikidataid wikidataqid",
    }.items()
    for field in fields.split()
}
"""The name of a field, in small letters and digits alone -> the scheme of the number in it."""

LONGEST = 1000  # characters; in a longer value there is no identifier to speak of


def scheme_of(field: str) -> str:
    """The scheme of the numbers in a field of this name, "" where it holds none."""
    return FIELDS.get(field) or FIELDS.get(re.sub(r"[\s_.-]", "", field[:40].lower()), "")


class Scheme(NamedTuple):
    """How the numbers of a scheme are judged: each alone, without label and address."""

    shape: str
    not_so: str
    is_right: Callable[[str], bool] = lambda number: True
    wrong: str = ""
    label: str = ""


def isni_is_right(number: str) -> bool:
    """Whether the last of the sixteen characters is the check character of the others."""
    digits = re.sub("[ -]", "", number).upper()
    return orcid_digit(digits[:15]) == digits[15]


def ror_is_right(number: str) -> bool:
    """Whether the two digits at the end are those of the seven characters before them.

    Crockford's base 32; ISO 7064 MOD 97-10.
    """
    value = 0
    for character in number[:7].lower():
        value = value * 32 + "0123456789abcdefghjkmnpqrstvwxyz".index(character)
    return 98 - value * 100 % 97 == int(number[7:])


def lccn_is_right(number: str) -> bool:
    """Whether a number, normalised, is a Library of Congress Control Number.

    https://www.loc.gov/marc/lccn-namespace.html: blanks and all from a slash on are dropped, the
    part behind a hyphen is filled to six digits; a prefix of letters, two or four digits of the
    year, six of the number.
    """
    number = re.sub(r"\s|/.*", "", number).lower()
    head, hyphen, serial = number.partition("-")
    if hyphen:
        if not 1 <= len(serial) <= 6:
            return False
        number = head + serial.zfill(6)
    return re.fullmatch("[a-z]{0,3}[0-9]{8}|[a-z]{0,2}[0-9]{10}", number) is not None


# BibTeX's own manual has `lccn` for the call number: QA76.73 .P98 L88 2013
_CALL_NUMBER = r"[A-Z]{1,3}\s?[0-9]{1,4}(?:[\s.].{0,60})?|Microfilm.{0,60}"
_CLASS_NUMBER = r"[A-Z]{1,3}\s?[0-9]{1,4}(?:-[0-9]{1,4})?"  # the front of one: NC980, Z4-8
_LCCN = r"[A-Za-z]{0,3}\s{0,3}[0-9]{2,10}(?:-[0-9]{1,6})?\s{0,3}(?:/.{0,30})?"
# GB/T 9999: the region of GB/T 2260, and 10 for serials of the whole country since 2010
_REGION = r"1[0-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12]"
_CLASS = "(?![LMWY])[A-Z]{1,2}"  # the Chinese Library Classification has no L, M, W and Y
_LIKE_CN = r"(?<![A-Za-z0-9.])[0-9]{1,3}\s?[-—–－]\s?[0-9]{2,5}"
_SHAPES = {
    "bibcode": Scheme(
        r"(?=.{19}$)(?:1[4-9]|20)[0-9]{2}[A-Za-z0-9&.:+-]{14}[A-Za-z.:]",
        "not the shape of a bibcode",
    ),
    "cn": Scheme(
        rf"(?:{_REGION})\s?-\s?[0-9]{{4}}(?:\s?/\s?{_CLASS}\d{{0,3}})?",
        "not the shape of a CN number",
        label=r"CN\s?[:：-]?",
    ),
    "coden": Scheme(
        "[A-Z0-9]{2}[A-Z]{2}[A-Z0-9][A-Z0-9]?|[0-9]{2}[A-Z0-9]{4}",
        "not the shape of a CODEN",
        label="CODEN:?",
    ),
    "cstr": Scheme(
        r"[0-9]{5}\.[0-9]{2}\.[^\s/:]\S*",
        "not the shape of a CSTR identifier",
        label=r"(?:https?://(?:www\.)?cstr\.cn/)?(?:CSTR\s?[:：])?",
    ),
    "hdl": Scheme(
        r"[^\s/:]{1,60}/\S+|@\w+",  # a field `handle` may hold what a site calls its user
        "not the shape of a Handle",
        label=r"https?://(?:hdl\.handle\.net|doi\.org)/|hdl\s?:|info:hdl/",
    ),
    "isni": Scheme(
        r"[0-9]{4}([ -]?)[0-9]{4}\1[0-9]{4}\1[0-9]{3}[0-9X]",
        "not the shape of an ISNI",
        isni_is_right,
        "wrong check character in an ISNI",
        r"(?:https?://(?:www\.)?isni\.org/(?:isni/)?)|ISNI\s?:?",
    ),
    "lccn": Scheme(
        rf"{_LCCN}|{_CALL_NUMBER}",
        "not the shape of an LCCN",
        lambda number: (
            re.fullmatch(_LCCN, number) is None
            or lccn_is_right(number)
            or re.fullmatch(_CLASS_NUMBER, number) is not None
        ),
        "not the shape of an LCCN",
        r"https?://lccn\.loc\.gov/|info:lccn/|LCCN\s?:?",
    ),
    "ror": Scheme(
        "0[0-9a-hjkmnp-tv-z]{6}[0-9]{2}",
        "not the shape of a ROR identifier",
        ror_is_right,
        "wrong check digits in a ROR identifier",
        r"(?:https?://)?(?:www\.)?ror\.org/|ROR\s?:",
    ),
    "wikidata": Scheme(
        "[QL][1-9][0-9]{0,11}",
        "not the shape of a Wikidata identifier",
        label=r"https?://(?:www\.)?wikidata\.org/(?:wiki|entity)/(?:Lexeme:)?|wikidata\s?:|wd:",
    ),
}


ISSN_FOR_CN = "an ISSN in place of a CN number"


@lru_cache(maxsize=1024)  # a collection names few journals and bodies, often
def fault_of(scheme: str, text: str) -> str:
    """What is wrong with the numbers of a field, "" for nothing and for an unknown scheme."""
    found = _SHAPES.get(scheme)
    if found is None or len(text) > LONGEST or is_placeholder(text):
        return ""
    if scheme == "cn" and issns(text):  # 刊号 is the name of both numbers
        text = re.sub(r"(?i)issn\s?[:：]?", "", ISSN.sub("", narrow(text))).strip(" ,;/|；，、")
        if not text:
            return ISSN_FOR_CN
    if scheme == "cn" and not re.search(_LIKE_CN, text):
        return ""  # a field CN may hold a country or a call number
    for piece in re.split(r"\s*[;；|\n]\s*|,\s", text):
        number = re.sub(rf"(?i)^\s*(?:{found.label})?\s*", "", piece, count=1).strip()
        if not number:
            if piece.strip():
                return found.not_so
            continue
        if not re.fullmatch(found.shape, number, re.IGNORECASE):
            return found.not_so
        if not found.is_right(number):
            return found.wrong
    return ""
