"""Check digits, scripts and edits that the forms of faults share."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from itertools import pairwise
from random import Random

from validator.record import Name, Record


def issn_check(seven: str) -> str:
    """The check character of the first seven digits of an ISSN."""
    total = sum(int(d) * w for d, w in zip(seven, range(8, 1, -1), strict=True))
    return "0123456789X"[-total % 11]


def isbn10_check(nine: str) -> str:
    total = sum(int(d) * w for d, w in zip(nine, range(10, 1, -1), strict=True))
    return "0123456789X"[-total % 11]


def isbn13_check(twelve: str) -> str:
    total = sum(int(d) * (1, 3)[i % 2] for i, d in enumerate(twelve))
    return str(-total % 10)


def orcid_check(fifteen: str) -> str:
    total = 0
    for digit in fifteen:
        total = (total + int(digit)) * 2
    return "0123456789X"[(12 - total % 11) % 11]


def issn(seven: str) -> str:
    return f"{seven[:4]}-{seven[4:]}{issn_check(seven)}"


def isbn13(twelve: str) -> str:
    return twelve + isbn13_check(twelve)


def orcid(fifteen: str) -> str:
    digits = fifteen + orcid_check(fifteen)
    return "-".join(digits[i : i + 4] for i in range(0, 16, 4))


def serial_is_valid(text: str) -> bool:
    """Whether an ISSN, ISBN or ORCID iD, hyphens apart, ends in its check character."""
    digits = re.sub("[^0-9X]", "", text)
    checks = {8: issn_check, 10: isbn10_check, 13: isbn13_check, 16: orcid_check}
    return checks[len(digits)](digits[:-1]) == digits[-1]


def some_issn(random: Random) -> str:
    return issn(f"{random.randrange(200000, 2990000):07d}")


def some_isbn13(random: Random) -> str:
    return isbn13("978" + random.choice("0123") + f"{random.randrange(10**8):08d}")


def some_orcid(random: Random) -> str:
    return orcid("00000001" + f"{random.randrange(5 * 10**6, 10**7):07d}")


def script(text: str) -> str:
    """The script of most letters: latin, cyrillic, greek, cjk, arabic ...; "" without letters."""
    counts: dict[str, int] = {}
    for character in text:
        if character.isalpha():
            word = unicodedata.name(character, "?").split()[0].lower()
            known = {"hiragana": "cjk", "katakana": "cjk", "hangul": "hangul"}
            counts[known.get(word, word)] = counts.get(known.get(word, word), 0) + 1
    return max(counts, key=counts.__getitem__) if counts else ""


def is_han(text: str) -> bool:
    return bool(text) and all("\u4e00" <= c <= "\u9fff" for c in text)


def has_case(text: str) -> bool:
    return text.upper() != text.lower()


def between(text: str, random: Random, inserted: str, *, inside_word: bool = False) -> str | None:
    """The text with something inserted at a place between two characters, or two letters."""
    places = [
        i
        for i in range(1, len(text))
        if not inside_word or (text[i - 1].isalpha() and text[i].isalpha())
    ]
    if not places:
        return None
    at = random.choice(places)
    return text[:at] + inserted + text[at:]


def words_between(text: str, random: Random, inserted: str) -> str | None:
    """The text with something inserted in place of one of its blanks."""
    places = [i for i, c in enumerate(text) if c == " "]
    if not places:
        return None
    at = random.choice(places)
    return text[:at] + inserted + text[at + 1 :]


def fullwidth(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def is_person(name: Name) -> bool:
    return bool(name.family and name.given and not name.literal)


def western_people(record: Record) -> list[int]:
    """The places of authors with a family and a given name in letters that have case."""
    return [
        i
        for i, name in enumerate(record.author)
        if is_person(name) and has_case(name.family) and has_case(name.given)
    ]


def han_people(record: Record) -> list[int]:
    """The places of authors whose names are of Han characters, split or not."""
    return [
        i
        for i, name in enumerate(record.author)
        if is_han(name.literal or name.family + name.given)
        and len(name.literal or name.family + name.given) in (2, 3)
    ]


def with_author(record: Record, index: int, *names: Name) -> Record:
    """The record with other names in the place of one author."""
    return replace(record, author=(*record.author[:index], *names, *record.author[index + 1 :]))


def whole(name: Name) -> str:
    """A name in one string as people write it: given names first, Han without a blank."""
    if name.literal:
        return name.literal
    joint = "" if is_han(name.family) else " "
    parts = [name.family, name.given] if is_han(name.family) else [name.given, name.particles]
    if not is_han(name.family):
        parts.append(name.family)
    return joint.join(part for part in parts if part)


SIGNED = ("article-journal", "paper-conference", "chapter", "thesis")
"""Types of works that somebody signs."""


def body(text: str) -> Name:
    return Name(literal=text, raw=text)


def person_of(family: str, given: str) -> Name:
    return Name(family=family, given=given, raw=f"{family}, {given}")


def pick(record: Record, random: Random, places: list[int]) -> tuple[int, Name] | None:
    if not places:
        return None
    at = random.choice(places)
    return at, record.author[at]


def wrong_check(text: str, random: Random) -> str:
    """The last character replaced by another one."""
    here = text.rstrip()[-1]
    return text[:-1] + random.choice([d for d in "0123456789" if d != here])


def wrong_digit(text: str, random: Random) -> str | None:
    places = [i for i, c in enumerate(text[:-1]) if c.isdigit()]
    at = random.choice(places[3:] if len(places) > 9 else places)
    changed = text[:at] + random.choice([d for d in "0123456789" if d != text[at]]) + text[at + 1 :]
    return changed if not serial_is_valid(changed) else None


def transposed(text: str, random: Random) -> str | None:
    """Two neighbouring digits in the wrong order, where the check digit tells."""
    digits = [i for i, c in enumerate(text[:-1]) if c.isdigit()]
    pairs = [(a, b) for a, b in pairwise(digits[3:]) if text[a] != text[b]]
    if not pairs:
        return None
    a, b = random.choice(pairs)
    swapped = list(text)
    swapped[a], swapped[b] = swapped[b], swapped[a]
    changed = "".join(swapped)
    return changed if not serial_is_valid(changed) else None
