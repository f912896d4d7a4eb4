"""ISSN, ISBN and ORCID iD: numbers that end in a check digit.

The sums are written out here: each is three lines, and importing stdnum costs 20 ms at the start.
"""

from __future__ import annotations

import re
from functools import lru_cache
from operator import mul

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " "}
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−－"), "-")
_NARROW = _FULL_WIDTH | _DASHES | dict.fromkeys(map(ord, "\u00a0\u2009\u202f"), " ")

ISSN = re.compile(r"(?<![0-9A-Za-z-])([0-9]{4})[- ]?([0-9]{3}[0-9Xx])(?![0-9A-Za-z]|-[0-9])")
ISBN = re.compile(
    r"(?<![0-9A-Za-z])(?<![0-9]-)"
    r"(97[89](?:[- ]?[0-9]){10}|[0-9](?:[- ]?[0-9]){8}[- ]?[0-9Xx])"
    r"(?![0-9A-Za-z]|-[0-9Xx])"
)
_ORCID = (
    r"(?:(?:https?://)?(?:www\.)?orcid\.org/|orcid(?:\s?id)?:?\s?)?"
    r"([0-9]{4})[- ]?([0-9]{4})[- ]?([0-9]{4})[- ]?([0-9]{3}[0-9X])/?"
)


def issn_digit(body: str) -> str:
    """The check character of the seven digits of an ISSN (ISO 3297: modulus 11, weights 8 to 2)."""
    total = sum(map(mul, range(8, 1, -1), map(int, body)))
    return "0123456789X"[-total % 11]


def isbn10_digit(body: str) -> str:
    """The check character of the nine digits of an ISBN-10 (ISO 2108: modulus 11)."""
    total = sum(map(mul, range(10, 1, -1), map(int, body)))
    return "0123456789X"[-total % 11]


def isbn13_digit(body: str) -> str:
    """The check digit of the twelve digits of an ISBN-13 (ISO 2108: modulus 10, weights 1, 3)."""
    return str(-(sum(map(int, body[::2])) + 3 * sum(map(int, body[1::2]))) % 10)


def orcid_digit(body: str) -> str:
    """The check character of the fifteen digits of an ORCID iD or ISNI (ISO 7064 MOD 11-2)."""
    total = 0
    for digit in body:
        total = (total + int(digit)) * 2
    return "0123456789X"[(12 - total) % 11]


def is_issn(digits: str) -> bool:
    """Whether eight characters without a hyphen are an ISSN."""
    return issn_digit(digits[:7]) == digits[7].upper()


def is_isbn(digits: str) -> bool:
    """Whether ten or thirteen characters without hyphens are an ISBN."""
    if len(digits) == 13:
        return isbn13_digit(digits[:12]) == digits[12]
    return isbn10_digit(digits[:9]) == digits[9].upper()


@lru_cache(maxsize=4096)  # a collection names few journals, often
def issns(text: str) -> tuple[str, ...]:
    """The valid ISSNs of a text as ``dddd-dddX``, in order, each once; 0000-0000 is none."""
    found: dict[str, None] = {}
    for first, second in ISSN.findall(narrow(text)):
        if is_issn(first + second) and int(first) + (second != "0000"):
            found[f"{first}-{second.upper()}"] = None
    return tuple(found)


def isbns(text: str) -> tuple[str, ...]:
    """The valid ISBNs of a text as thirteen digits, in order, each once; only zeros are none."""
    found: dict[str, None] = {}
    for match in ISBN.findall(narrow(text)):
        digits = bare_digits(match)
        if is_isbn(digits) and digits.strip("0"):
            found[isbn13(digits)] = None
    return tuple(found)


def isbn13(digits: str) -> str:
    """The thirteen digits of a valid ISBN in either length."""
    if len(digits) == 13:
        return digits
    return f"978{digits[:9]}{isbn13_digit('978' + digits[:9])}"


def bare_digits(number: str) -> str:
    """A number without hyphens and blanks, its X in upper case."""
    return number.replace("-", "").replace(" ", "").upper()


def orcid(text: str) -> str:
    """``dddd-dddd-dddd-dddX``, read from that, a URL or sixteen characters; "" where it is none."""
    found = re.fullmatch(_ORCID, narrow(text).strip(), re.IGNORECASE)
    if not found:
        return ""
    number = "-".join(found.groups()).upper()
    digits = number.replace("-", "")
    return number if orcid_digit(digits[:15]) == digits[15] else ""


def narrow(text: str) -> str:
    """The text in ASCII digits, hyphens and blanks, where it has full-width ones or dashes."""
    return text if text.isascii() else text.translate(_NARROW)
