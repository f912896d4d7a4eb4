"""What a field for ISSN, ISBN or ORCID iD holds, and what is wrong with it."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from validator.text.identifiers.doi_names import doi
from validator.text.identifiers.standard_numbers import (
    ISBN,
    ISSN,
    bare_digits,
    is_isbn,
    is_issn,
    isbn13,
    isbns,
    issns,
    narrow,
    orcid,
)
from validator.text.placeholders import is_placeholder


class Kind(Enum):
    """What a field holds; one kind each, the gravest that holds."""

    CLEAN = "a number, or a print and an electronic one"
    SHAPE = "valid numbers, otherwise written"
    CHECK_DIGIT = "a number whose check digit is wrong"
    MISPLACED = "an identifier of another kind"
    CN_NUMBER = "the number of a Chinese serial (GB/T 9999)"
    SEVERAL = "more numbers than a print and an electronic one"
    NOTHING = "empty, or a word for nothing"


class Reading(NamedTuple):
    """A field as read: ``fault`` says what is wrong, ``better`` is the value as it should be.

    ``better`` is None where that cannot be told; ``safe`` where nothing is lost by it.
    """

    kind: Kind
    fault: str = ""
    better: str | None = None
    safe: bool = False


_ORCID_SHAPE = (
    r"(?:https?://(?:www\.)?orcid\.org/|orcid\.org/)?[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]/?"
)
AN_ISSN_QUALIFIED = "an ISSN with a qualifier"
AN_ISBN_QUALIFIED = "an ISBN with a qualifier"
_ONE_ISSN = re.compile("[0-9]{4}-[0-9]{3}[0-9X]")
_PAIR = r"([0-9]{4}-[0-9]{3}[0-9X])(?:\s*[,;/|]\s*|\s+)([0-9]{4}-[0-9]{3}[0-9X])"
CN_NUMBER_SHAPE = re.compile(
    r"(?<![0-9A-Za-z-])(?:CN\s?[:-]?\s?)?[0-9]{2}-[0-9]{4}(?:/[A-Z0-9]{1,4})?(?![0-9-])"
)
_LABEL = r"(?:ISSN\s?:?|[-\s,;/|.])+"
_TEN_OR_THIRTEEN = re.compile("[0-9]{9}[0-9X]|[0-9]{13}")
_PRINTED_SO = (
    r"\bISBN\b.{0,60}\b(?:printed|misprint|erroneous|incorrect|invalid|wrong|sic)\b"
    r"|\b(?:incorrect|erroneous|invalid|wrong|misprinted) ISBN\b"
    r"|\((?:incorrect|invalid|erroneous)\)"
    r"|\[sic\]|ISBN.{0,9}[误誤]"
)
_LONGEST = 2000  # characters; a longer value holds no number that could be told


@lru_cache(maxsize=256)  # the rules of one record ask for the same value one after the other
def read_issn(text: str) -> Reading:
    """What an ISSN field holds (ISO 3297). Two ISSNs in one field are a print and an online one."""
    if text == "0000-0000":
        return Reading(Kind.SHAPE, "zeros in place of an ISSN", "")
    if _ONE_ISSN.fullmatch(text):
        if is_issn(text.replace("-", "")):
            return Reading(Kind.CLEAN)
        return Reading(Kind.CHECK_DIGIT, "wrong check digit in an ISSN")
    value = narrow(text[:_LONGEST]).strip()
    if not value or is_placeholder(value):
        return Reading(Kind.NOTHING)
    if "10." in value and doi(text):
        return Reading(Kind.MISPLACED, "a DOI in the ISSN field")
    numbers = ISSN.findall(value)
    if isbns(value) and (not numbers or _TEN_OR_THIRTEEN.fullmatch(bare_digits(value))):
        return Reading(Kind.MISPLACED, "an ISBN in the ISSN field")
    if CN_NUMBER_SHAPE.search(value):
        kept = issns(value)
        better = ", ".join(kept) if kept else None
        return Reading(Kind.CN_NUMBER, "a CN number in the ISSN field", better)
    if not numbers:
        return Reading(Kind.SHAPE, "not the shape of an ISSN")
    if not all(is_issn(first + second) for first, second in numbers):
        return Reading(Kind.CHECK_DIGIT, "wrong check digit in an ISSN")
    return _valid_issns(text, value)


def _valid_issns(text: str, value: str) -> Reading:
    """A field whose eight-character numbers are all ISSNs."""
    distinct = issns(value)
    rest = ISSN.sub("", value)
    if re.search("[0-9]{3}", rest) or not distinct:
        return Reading(Kind.SHAPE, "an ISSN with something else")
    if len(distinct) > 2:
        return Reading(Kind.SEVERAL, "several ISSNs in one field")
    pair = re.fullmatch(_PAIR, text)
    if pair and len(distinct) == 2:
        return Reading(Kind.CLEAN)
    only_label = not rest or re.fullmatch(_LABEL, rest, re.IGNORECASE) is not None
    fault = "an ISSN not in the shape dddd-dddX" if only_label else AN_ISSN_QUALIFIED
    return Reading(Kind.SHAPE, fault, ", ".join(distinct), safe=only_label)


@lru_cache(maxsize=256)
def read_isbn(text: str) -> Reading:
    """What an ISBN field holds (ISO 2108). Hyphens and blanks inside a number say nothing."""
    value = narrow(text[:_LONGEST]).strip()
    digits = bare_digits(value)
    if _TEN_OR_THIRTEEN.fullmatch(digits):
        if not is_isbn(digits):
            return Reading(Kind.CHECK_DIGIT, "wrong check digit in an ISBN")
        if not digits.strip("0"):
            return Reading(Kind.SHAPE, "zeros in place of an ISBN", "")
        if len(digits) == 13 and digits.startswith("9790"):
            return Reading(Kind.SHAPE, "an ISMN, the number of printed music, for an ISBN")
        if len(digits) == 13 and not digits.startswith(("978", "979")):
            return Reading(Kind.SHAPE, "13 digits that start neither with 978 nor with 979")
        if not text.isascii() and re.search("[０-９Ｘ]", text):
            return Reading(Kind.SHAPE, "full-width characters in an ISBN", value)
        return Reading(Kind.CLEAN)
    if not value or is_placeholder(value):
        return Reading(Kind.NOTHING)
    if "10." in value and doi(text):
        return Reading(Kind.MISPLACED, "a DOI in the ISBN field")
    numbers = ISBN.findall(value)
    if not numbers and issns(value):
        return Reading(Kind.MISPLACED, "an ISSN in the ISBN field")
    if not numbers:
        return Reading(Kind.SHAPE, "neither 10 nor 13 digits in an ISBN")
    if not all(is_isbn(bare_digits(number)) for number in numbers):
        return Reading(Kind.CHECK_DIGIT, "wrong check digit in an ISBN")
    if len({isbn13(bare_digits(number)) for number in numbers}) > 1:
        return Reading(Kind.SHAPE, "several ISBNs in one field")
    longest = max(numbers, key=lambda number: len(bare_digits(number)))
    fault = AN_ISBN_QUALIFIED if len(numbers) == 1 else "one ISBN told several times"
    return Reading(Kind.SHAPE, fault, longest)


def is_printed_so(text: str) -> bool:
    """Whether a qualifier or a note calls an ISBN wrong as it is printed in the book."""
    return re.search(_PRINTED_SO, text, re.IGNORECASE) is not None


def orcid_fault(text: str) -> str:
    """What is wrong with an ORCID iD, "" for nothing. Its URL is as good as the bare iD."""
    if not re.fullmatch(_ORCID_SHAPE, text.strip()):
        return "" if is_placeholder(text) else "not the shape of an ORCID iD"
    return "" if orcid(text) else "an ORCID iD with a wrong check digit"
