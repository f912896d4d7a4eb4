"""Texts of one country's charset that were read in another's: what they were, where one reading
is plain and all others are nonsense.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from validator.text.patterns import lazy

Undo = Callable[[str], str | None]


def characters_of(charset: str) -> dict[str, int]:
    """The characters beyond ASCII of a charset of single bytes, each with its byte."""
    found = {bytes([b]).decode(charset, "ignore"): b for b in range(0x80, 0x100)}
    found.pop("", None)
    return found


CP1252 = {chr(byte): byte for byte in range(0x80, 0x100)} | characters_of("cp1252")
"""Windows-1252 as the world decodes it: its five holes are the control characters of Latin-1, so
that text read as Latin-1 is covered too.
"""


def bytes_of(text: str) -> bytes | None:
    """The bytes that were read as this text in Windows-1252 or Latin-1."""
    try:
        return bytes(CP1252[c] if c > "\x7f" else ord(c) for c in text)
    except KeyError:
        return None


_LEADS = "".join(c for c, b in CP1252.items() if b < 0xA0 and not c.isalpha()) + "\u00a4-\u00bf"
_RUN = (
    "[\u00a1-\u00ff]{4}|[\u00a4\u00a5][\u00a1-\u00ff]|[\x80-\x9f]"
    "|[\u00a1-\u00ff\u0152-\u0192\u02c6\u02dc\u2013-\u2122]{5}"
)
_TRAIL = f"[{_LEADS}\u00a1-\u00fe@-~]"
_LETTERS = "\u0160\u0152\u017d\u0161\u0153\u017e\u0178"  # Windows-1252 has them among its signs
_PAIR = f"[{_LEADS}{_LETTERS}](?:{_TRAIL}|[{_LETTERS}])"
_PAIRS = f"(?:[{_LEADS}]{_TRAIL}){{2}}|(?=(?:{_PAIR}){{0,2}}[{_LEADS}])(?:{_PAIR}){{3}}"
RUN, PAIRS, RUN_OR_PAIRS = lazy(_RUN), lazy(_PAIRS), lazy(f"{_RUN}|{_PAIRS}")
"""What Latin-1 and Windows-1252 make of other charsets. No word in Latin letters goes without A to
Z so long as a run, even with marks around it, and no text has controls; pairs are signs with a
character behind each, as two bytes of Big5 or Shift_JIS are read: "§J¤R".
"""

# The letters that make up some four fifths of a text.
_RUSSIAN = frozenset("оеаинтсрвлкмдпу")
ALPHABETS = {
    "cp1251": _RUSSIAN | frozenset("іє"),
    "koi8-r": _RUSSIAN,
    "cp866": _RUSSIAN,
    "cp1253": frozenset("αοιετσνηυρπκμλςάέίόή"),
    "cp1255": frozenset("יוהלאתרבשמ"),
    "cp1256": frozenset("ايلمونرتبةعدسفأكهقح"),
}
_SIGNS = frozenset("«»–—№’“”„…\u00a0·")
_WORD = lazy(r"[^\W\d_]+")
_OF_TWO = lazy("[A-Za-z][\u0370-\u06ff]|[\u0370-\u06ff][A-Za-z]")
USUAL = 0.65
"""The share of these letters in a text, at least."""
SHORTEST = 4  # different letters


def likeness(text: str, letters: frozenset[str]) -> float:
    """How much a text looks like one in an alphabet: the share of its usual letters; 0 where it
    has other signs, capitals within words, or words that are half in Latin letters.
    """
    beyond = [c for c in text if not c.isascii() and c not in _SIGNS]
    if len(set(beyond)) < SHORTEST or not all(map(str.isalpha, beyond)):
        return 0.0
    if not all(w.isupper() or w[1:] == w[1:].lower() for w in _WORD.findall(text)):
        return 0.0
    if _OF_TWO.search(text):
        return 0.0
    return sum(c in letters for c in text.lower()) / len(beyond)


def of_alphabets(text: str) -> str | None:
    """Undo a charset of Cyrillic or Greek read as Latin-1: "Ïðèìåð"."""
    found = bytes_of(text)
    if found is None:
        return None
    return _likest((_decoded(found, charset), charset) for charset in ALPHABETS)


def of_small_letters(text: str) -> str | None:
    """Undo Windows-1251 or 1253 read as Latin-1 where East Asia is out of the question: "Ìîñêâà".

    Its small letters are the bytes from 0xE0 on, and as first bytes of a pair these are rare Han.
    """
    found = bytes_of(text)
    high = [byte for byte in found or b"" if byte > 0xA0]
    if sum(byte >= 0xE0 for byte in high) < _MOSTLY_SMALL * len(high):
        return None
    return of_alphabets(text)


_MOSTLY_SMALL = 0.75
"""The share of small letters in a text in any alphabet, at least; half of random pairs are so."""


def between_cyrillic(text: str) -> str | None:
    """Undo one charset of Cyrillic read as another: "рТЙНЕТ"."""
    names = ("cp1251", "koi8-r", "cp866")
    readings: list[tuple[str | None, str]] = []
    for read_as in names:
        try:
            found = text.encode(read_as)
        except UnicodeEncodeError:
            continue
        readings += ((_decoded(found, name), name) for name in names if name != read_as)
    return _likest(readings)


def _likest(readings: Iterable[tuple[str | None, str]]) -> str | None:
    best, mended = USUAL, None
    for text, charset in readings:
        if text is not None and (share := likeness(text, ALPHABETS[charset])) > best:
            best, mended = share, text
    return mended


def _decoded(found: bytes, charset: str) -> str | None:
    try:
        return found.decode(charset)
    except UnicodeDecodeError:
        return None


_CONTROL = lazy("[\x80-\x9f]")
_HIGH = lazy("[\xa1-\xff]")
_CLOSING = frozenset("’”…–—™‰€•›")


def of_controls(text: str) -> str | None:
    """Undo Windows-1252, Mac Roman or the DOS charset read as Latin-1, where each control that
    stands in the text is a letter or mark that suits its place: "d\\x8ependance", "don\\x92t". One
    letter alone is sure if it is é, by far the most frequent; others may be noise.
    """
    for charset in ("cp1252", "mac_roman", "cp850"):
        suits = True
        letters: list[str] = []

        def letter(
            found: re.Match[str], charset: str = charset, letters: list[str] = letters
        ) -> str:
            nonlocal suits
            character = found[0].encode("latin-1").decode(charset, "ignore")
            whole, start, end = found.string, found.start(), found.end()
            before, after = whole[max(start - 1, 0) : start], whole[end : end + 1]
            suits = suits and bool(character) and _suits(character, before, after)
            letters.extend(filter(str.isalpha, character))
            return character

        mended = _CONTROL.sub(letter, text)
        if letters and letters != ["é"] and len(letters) < 2:
            continue
        if (
            mended != text
            and suits
            and not (_HIGH.search(text) and any(map(str.isalpha, set(mended) - set(text))))
        ):
            return mended
    return None


def _suits(character: str, before: str, after: str) -> bool:
    if "\xa1" <= before <= "\xff" or "\xa1" <= after <= "\xff":
        return False  # bytes of another charset stand beside it
    if character.isalpha():
        if character.islower():
            return before.islower() or after.islower()
        if not before.isalpha():
            return after.isalpha()
        return before.isupper() and not after.islower()
    if character in "‘“‹„":
        return not before.isalnum() and after.isalnum()
    if character in _CLOSING:
        return bool(before) and (character in "’–—" or not after.isalpha())
    return False


FOREIGN_LETTERS = "бвгджзийклмнптфцчшщъыьэюяё"  # those that no Latin letter looks like
FOREIGN = lazy(f"(?<=[A-Za-z])[{FOREIGN_LETTERS}](?=[a-z])")
_OF_ONE = lazy("[\u0400-\u04ff]")
_BESIDE_LATIN = lazy("(?<=[A-Za-z])[\u0410-\u044f]|[\u0410-\u044f](?=[a-z])")


def of_foreign_letters(text: str) -> str | None:
    """Undo Latin-1 read as Windows-1251: "Mьller", a Cyrillic letter between Latin ones."""
    mended = _BESIDE_LATIN.sub(lambda m: m[0].encode("cp1251").decode("cp1252"), text)
    return mended if not _OF_ONE.search(mended) else None
