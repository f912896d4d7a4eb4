"""Folding for comparison, and what must be escaped on the way out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from unicodedata import category, combining, east_asian_width, is_normalized, normalize

CACHED = 256  # characters of the longest text whose folding is remembered: titles, not abstracts

_ASCII = "".join(chr(c).lower() if chr(c).isalnum() else " " for c in range(128))
_ASCII_LETTERS = _ASCII.encode("ascii").ljust(256)
_NO_LETTERS = bytes(i for i, char in enumerate(_ASCII) if char == " ")
_ASCII_LINES = f"{_ASCII[:10]}\n{_ASCII[11:]}".encode("ascii").ljust(256)
_NOT_WORD = re.compile(r"[\W_]+")
# Marks that only vary the spelling of a letter, and characters that nobody sees. In Indic scripts,
# Thai and Kana (dakuten) a mark makes another letter, and stays.
_DROPPED = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
    "\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]+"
)
# Latin letters that Unicode does not decompose, as they are spelt where the stroke is not at hand.
_STROKED = str.maketrans("øłđħŧıŋ", "oldhtin") | {0xE6: "ae", 0x153: "oe"}
# The same letter on an Arabic and on a Persian keyboard.
_STROKED |= {0x649: "\u064a", 0x6CC: "\u064a", 0x6A9: "\u0643"}

_PLAIN = bytes((0x0A, *range(0x20, 0x7F)))

_ESCAPED = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    r"\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
    # joiners are spelling between letters of Arabic, Indic and their kin, and make one emoji
    r"|(?<![\u0600-\u1cff\u2190-\u2bff\ufe0f\U0001f000-\U0001faff])[\u200c\u200d]"
)


_COMPATIBLE = re.compile("[^\uf900-\ufaff\U0002f800-\U0002fa1f]+")


def composed(text: str) -> str:
    """A text in Unicode normal form C, but for compatibility ideographs: the form would replace
    them by other characters."""
    if text.isascii() or is_normalized("NFC", text):
        return text
    return _COMPATIBLE.sub(lambda found: normalize("NFC", found[0]), text)


@lru_cache(maxsize=1)
def unusual(text: str) -> str:
    """The characters of a text that are neither printable ASCII nor line feeds, in their order.

    For triggers, which look at one text one after the other: few characters are left of most.
    """
    found = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN)
    return found.decode("utf-8", "surrogatepass")


def collapse(text: str) -> str:
    """Runs of white space as one blank, none at the ends."""
    return " ".join(text.split())


def fold(text: str) -> str:
    """The words of a text for comparison: NFKC, case folded, the marks of Latin, Greek, Cyrillic,
    Hebrew and Arabic dropped, everything but letters, digits and the marks of other scripts as
    one blank.

    Idempotent. "Über-Größe" is "uber grosse", "Łódź" is "lodz"; Han, Kana and Hangul stay.
    """
    if text.isascii():
        return " ".join(text.translate(_ASCII).split())
    return _remembered(text) if len(text) <= CACHED else _fold(text)


def compact(text: str) -> str:
    """The folded text without its blanks: "Vander Wal" and "van der Wal" have one."""
    if text.isascii():
        return text.encode("ascii").translate(_ASCII_LETTERS, _NO_LETTERS).decode("ascii")
    return fold(text).replace(" ", "")


def folded_words(texts: Sequence[str]) -> Iterator[list[str]]:
    """The words of many ASCII texts without line feeds, folded as ``fold`` does, all at once."""
    folded = "\n".join(texts).encode("ascii").translate(_ASCII_LINES).decode("ascii")
    return map(str.split, folded.split("\n") if texts else ())


@lru_cache(maxsize=1)
def _latin() -> dict[int, str]:
    """What each character up to the end of Latin Extended-B folds to, where that is ASCII."""
    table = dict(enumerate(_ASCII))
    for code in range(0x80, 0x250):
        folded = _fold(f"a{chr(code)}a")[1:-1]
        if folded.isascii():
            table[code] = folded
    return table


def _fold_quickly(text: str) -> str:
    """As ``_fold``; of Latin letters with their marks, a quarter of its time."""
    quick = text.translate(_latin())
    return " ".join(quick.split()) if quick.isascii() else _fold(text)


def _fold(text: str) -> str:
    text = normalize("NFD", normalize("NFKC", text).casefold())
    text = normalize("NFKC", _DROPPED.sub("", text).translate(_STROKED)).casefold()
    return " ".join(_NOT_WORD.sub(_marks, text).split())


_remembered = lru_cache(maxsize=65536)(_fold_quickly)


@lru_cache(maxsize=65536)
def romanised(folded: str) -> str:
    """A folded text with the letters of Greek, Cyrillic, Arabic and other alphabets as Latin
    ones, for match keys: "иванов" is "ivanov". CJK stays: its characters have no one reading.
    """
    from unidecode import unidecode

    from validator.text.script import has_cjk

    return folded if has_cjk(folded) else fold(unidecode(folded))


def _marks(gap: re.Match[str]) -> str:
    """What is between two words: a blank, but a vowel sign of Devanagari is no gap."""
    found = gap[0]
    if found.isascii():
        return " "
    return "".join(c if category(c)[0] == "M" else " " for c in found)


def printable(text: str) -> str:
    """The text with control characters, bidi controls, invisible characters and lone surrogates
    as \\x and \\u escapes; line feed and tab stay.

    For a terminal or a page: a value from the data must not move the cursor, turn the direction
    or hide what follows.
    """
    if text.isascii() and text.isprintable():
        return text
    return _ESCAPED.sub(lambda m: m[0].encode("unicode-escape").decode(), text)


def one_line(text: str) -> str:
    """The same with line feeds and tabs escaped too: no value may begin a line of its own."""
    return printable(text).replace("\n", "\\n").replace("\t", "\\t")


def padded(text: str, columns: int) -> str:
    """A text filled up with blanks to a number of columns of a terminal, as it is where it is
    longer. Wide and full-width characters take two (UAX 11), combining marks none.
    """
    taken = sum(0 if combining(c) else 1 + (east_asian_width(c) in "WF") for c in text)
    return text + " " * (columns - taken)


def json_printable(text: str) -> str:
    """A text of JSON with the same characters as \\u escapes, which say the same in JSON."""
    if text.isascii() and text.isprintable():
        return text
    return _ESCAPED.sub(_json_escape, text)


def _json_escape(character: re.Match[str]) -> str:
    units = character[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[i : i + 4]}" for i in range(0, len(units), 4))
