"""Lists of names as tables and exports have them, split by whichever separator they used."""

from __future__ import annotations

import re
from functools import lru_cache

from validator.text.names.bodies import WEAK_WORDS, WORDS, has_word, is_name_of_body
from validator.text.names.lists import split_list
from validator.text.names.surnames import COMPOUND, is_chinese_person
from validator.text.patterns import lazy
from validator.text.script import has_cjk, is_cjk_only

SHORT = 100  # characters of a name that is remembered: people write many papers
_STRONG = re.compile(r"[;；]|(?<!\|)\|(?!\|)")
_ENTITY = re.compile(r"&#?\w{1,32};")
_AMPERSAND = re.compile(r",? (?:&|&amp;|and) ")
_CONJUNCTION = re.compile(r"\A(?:and|&|&amp;) ")
_UPPER = "A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁІЇЄΑ-Ω"
_FAMILY = rf"(?:[^\W\d_]+['’. -]{{1,2}}){{0,6}}[{_UPPER}'’][^\W\d_'’]*(?:['’-][^\W\d_]+){{0,3}}"
_SUFFIX = r"(?:,? (?:Jr|Sr|II|III|IV)\.?)?"
_INITIAL_RUN = rf"(?:[{_UPPER}][.]?[- ]?){{1,5}}"
_INITIALS_ONLY = lazy(rf"{_INITIAL_RUN}\Z")
_INITIALS_FIRST = lazy(rf"(?:[{_UPPER}][.][- ]?){{1,4}} ?{_FAMILY}{_SUFFIX}\Z")
_VANCOUVER = lazy(rf"{_FAMILY} [{_UPPER}]{{1,3}}{_SUFFIX}\Z")
_GLUE = lazy(rf"(?<=[{_UPPER}]\.)(?=[{_UPPER}]?[^\W\d_A-Z.])")
_GLUED = lazy(rf"{_FAMILY} (?:[{_UPPER}]\.-?)(?: ?-?[{_UPPER}]\.){{0,4}}{_SUFFIX}\Z")
_INITIAL_INSIDE = lazy(  # "Yannis E. Ioannidis": no family name and no given name has one
    rf"[{_UPPER}][^\W\d_]+(?:-[^\W\d_]+)? (?:[{_UPPER}]\.[- ]?){{1,3}} ?(?!(?:Jr|Sr)\b){_FAMILY}\Z"
)
_COUNTRY_FIRST = lazy(r"(?:U\.[KSN]\.|U[KSN]|EU) (?=[A-Z][a-z])")  # U.S. Food and ...
_HAN_COMMA = lazy("[、，,]")


def split_any(text: str) -> list[str]:
    """The names of a list as tables and exports have them, by whichever separator they used.

    ``;`` ``；`` ``|``; " and "; commas, where all between them are whole names ("A. Smith, B.
    Jones", "Smith J, Jones K", "Smith, A., Jones, B."), also with a last "and" or "&"; 、 and ，
    between Han names; names run together ("Adeli K.Lewis G. F."). What cannot be split with
    certainty stays one string, such as "Ministry of Energy and Climate".
    """
    text = " ".join(text.split())
    if not text:
        return []
    if "{" in text:
        return split_list(text)
    has_entity = "&" in text
    if _STRONG.search(text) and (not has_entity or _STRONG.search(_ENTITY.sub("", text))):
        pieces = [piece.strip() for piece in _split_strong(text)]
        if has_entity or "and" in text:
            pieces[1:] = [_CONJUNCTION.sub("", piece) for piece in pieces[1:]]  # "; and Roe, J."
        return [name for piece in pieces if piece for name in _split_and(piece)]
    return list(_split_and(text))


def _split_strong(text: str) -> list[str]:
    """Split at ; and | that are no end of an HTML entity."""
    if "&" not in text:
        return _STRONG.split(text)
    pieces, start = [], 0
    ends = {match.end() - 1 for match in _ENTITY.finditer(text)}
    for match in _STRONG.finditer(text):
        if match.start() not in ends:
            pieces.append(text[start : match.start()])
            start = match.end()
    return [*pieces, text[start:]]


def _split_and(text: str) -> tuple[str, ...]:
    """Split at " and " and " & " between persons, and the pieces at their commas."""
    return _split_short(text) if len(text) < SHORT else _split_weak(text)


def _split_weak(text: str) -> tuple[str, ...]:
    if has_cjk(text):
        parts = [part.strip() for part in split_list(text)]
        return tuple([name for part in parts for name in _split_han(part)])
    if "&" not in text and "and" not in text.lower():
        return tuple(_split_commas(text))
    plain = _AMPERSAND.sub(" and ", text)
    pieces = split_list(plain)
    if len(pieces) > 1:
        if _one_body(pieces, given_as="&" if "&" in text else "and"):
            return (text,)
        return tuple([name for piece in pieces for name in _split_commas(piece)])
    return tuple(_split_commas(text))


_split_short = lru_cache(maxsize=2**14)(_split_weak)


def _one_body(pieces: list[str], *, given_as: str) -> bool:
    """Whether an "and" stands inside the name of one organisation."""
    if any("," in piece for piece in pieces) and not any(has_word(p) for p in pieces):
        return False
    if len(pieces) > 2:
        return _is_cut_body(pieces, whole=f" {given_as} ".join(pieces))
    first, second = pieces
    if is_name_of_body(f"{first} {given_as} {second}") and (
        given_as == "&" or is_name_of_body(second)
    ):
        return not _is_person(first)
    return is_name_of_body(first) and "," not in second


def _is_cut_body(pieces: list[str], *, whole: str) -> bool:
    """Whether more than one "and" stands in the name of one organisation: no piece is a person,
    and one is a lone word that names no organisation by itself ("Evaluation and Research")."""
    lone = any(piece.isalpha() and piece.lower() in WEAK_WORDS | WORDS for piece in pieces[1:])
    return lone and is_name_of_body(whole) and not any(map(_is_person, pieces))


def _is_person(text: str) -> bool:
    if any(map(str.isdigit, text)) or _COUNTRY_FIRST.match(text):
        return False
    return not is_name_of_body(text) and ("," in text or len(text.split()) > 1)


def _split_commas(text: str) -> list[str]:
    if "," not in text:
        return split_glued(text)
    parts = [part.strip() for part in text.split(",")]
    parts = [part for part in parts if part]
    if len(parts) == 2 and " " not in parts[0] and "." not in parts[0]:  # a family name, alone
        return [text]
    if all(map(_INITIALS_FIRST.match, parts)) or all(map(_is_initialled, parts)):
        return parts
    if len(parts) > 2 and len(parts) % 2 == 0:
        families, initials = parts[::2], parts[1::2]
        if all(map(_INITIALS_ONLY.match, initials)) and not any(
            map(_INITIALS_ONLY.match, families)
        ):
            return [f"{a}, {b}" for a, b in zip(families, initials, strict=True)]
    certain = len(parts) > 2 or any(map(_INITIAL_INSIDE.match, parts))
    if len(parts) > 1 and certain and all(map(_is_full_name, parts)):
        return parts
    return [text] if len(parts) != 1 else [parts[0]]


def _is_initialled(text: str) -> bool:
    """Whether a name is a family name with initials behind: "Jones K", "Jones K.-L."."""
    return bool(_VANCOUVER.match(text) or _GLUED.match(text))


def _is_full_name(text: str) -> bool:
    words = text.split()
    return (
        1 < len(words) < 6
        and words[0][0].isupper()
        and words[-1][0].isupper()
        and not any(map(str.isdigit, text))
        and not is_name_of_body(text)
    )


def split_glued(text: str) -> list[str]:
    """The names of ``Adeli K.Lewis G. F.``, where each is a family name with dotted initials
    and the next follows without a blank; else the text as one."""
    if "." not in text:
        return [text]
    pieces = _GLUE.split(text)
    if len(pieces) > 1 and all(map(_GLUED.match, pieces)):
        return pieces
    return [text]


def _split_han(text: str) -> list[str]:
    parts = [part.strip() for part in _HAN_COMMA.split(text)]
    parts = [part for part in parts if part]
    if len(parts) > 1:
        sure = "、" in text or "，" in text or len(parts) > 2 or _two_chinese(parts)
        if sure and all(2 <= len(part) <= 4 and is_cjk_only(part) for part in parts):
            return parts
        return [text]
    words = text.split()
    if len(words) > 2 and all(1 < len(word) < 5 and is_chinese_person(word) for word in words):
        return words
    return [text]


def _two_chinese(parts: list[str]) -> bool:
    """Whether two names that a comma parts are two Chinese persons: a family name of two
    characters is one of the compound ones, else the name is Japanese."""
    return parts[0] not in COMPOUND and all(map(is_chinese_person, parts))
