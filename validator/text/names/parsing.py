"""One name read into its parts: BibTeX's three forms, biblatex's key=value form, and CJK."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple
from unicodedata import is_normalized, normalize

from validator.text.names.bodies import HINTS, TAILS, is_name_of_body, tail
from validator.text.names.particles import (
    AS_WRITTEN,
    CAPITALISED,
    COMPANY_FORMS,
    CONNECTORS,
    KINSHIP,
    PARTICLES,
    SUFFIXES,
    is_particle,
    is_suffix,
    leading,
    trailing,
    word_set,
)
from validator.text.names.surnames import VIETNAMESE
from validator.text.script import has_cjk, is_cjk_only


class Parts(NamedTuple):
    """The parts of a name: of a person, or ``literal`` for what stays in one string."""

    family: str = ""
    given: str = ""
    particles: str = ""
    suffix: str = ""
    literal: str = ""


# What a separator of lists, a missing part or a conjunction makes of a name is for rules to judge
_LISTS = re.compile(r"[;；|、]|(?:^|\s)(?:and|AND|[&/])(?:\s|$)|(?:^|[\s,])[Ee]t\.? al\b")
_ENTITY = r"&#?\w{1,32};"
_EXTENDED = (
    r"(?s)\s*\"?\s*(family|given|prefix|suffix|given-i|family-i|prefix-i|suffix-i|useprefix|id|nocase"
    r"|sortingnamekeytemplatename|uniquenametemplatename|namelabeltemplate|gender)\s*=\s*(.*)"
)
_INITIALS = re.compile(
    r"(?:(?:[^\W\d_]|Yu|Ya|Kh|Ch|Sh|Zh|Ts|Th|Ph)\.-?)+|[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐΑ-Ω]{1,3}"
)
_PATRONYMIC = r"\w{2,}(?:[оеёйаь]вич|ьич|вич|[оеаё][вў]на|[иі]чна|[ії]вна)"
_NUMERAL = r"X{0,3}(?:IX|IV|VI{0,3}|I{1,3}|X)"
_RULERS = word_set(
    "benedict benedikt pius leo clement gregory george georg henry heinrich henri charles karl "
    "carlos carl philip philippe felipe louis ludwig luis alfonso alphonse francis franz françois "
    "james william wilhelm frederick friedrich ferdinand fernando joseph josé pedro joão john "
    "johannes paul otto edward elizabeth haakon harald olav christian frederik gustav rudolf rama"
)
"""Of these one letter behind the name is a number; else it is an initial (Hariharan V)."""
_MARY = frozenset(("maría", "maria", "ma.", "mª", "m.ª"))
_DEVOTIONS = word_set(
    "carmen pilar rosario mar consuelo socorro rocío valle jesús jesus lourdes fátima fatima "
    "guadalupe luz paz cruz concepción conceição asunción soledad ángeles milagros dolores "
    "remedios mercedes nieves graça glória"
)
"""What follows "María del" and the like in a given name, where a family name follows yet."""
# Isidore of Seville has no family name; what "et" joins are two names, or a body's
_NO_FAMILY = frozenset(("of", "the", "for", "et", "und", "och", "и", "та"))
# Most names are capitalised words: two title-cased ones, and what these two patterns match, are
# read without a closer look
_CAPITALISED = r"[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÖØ-öø-ɏ.'’-]*"
_LAST = r"[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÖØ-öø-ɏ'’-]*[a-zß-öø-ÿ]"
_PLAIN_FAMILY_FIRST = re.compile(rf"{_LAST}, {_CAPITALISED}(?: {_CAPITALISED})*")
_PLAIN_GIVEN_FIRST = re.compile(rf"({_CAPITALISED}(?: {_CAPITALISED})*) ({_LAST})")
_NO_GIVEN = COMPANY_FORMS | SUFFIXES | {word.lower() for word in AS_WRITTEN}
_CLOSER = (
    HINTS | SUFFIXES | VIETNAMESE | {word.lower() for word in CAPITALISED | KINSHIP}
)  # without one of these, "Given Family" needs no closer look
_BLANK, _COMMA, _EQUALS = "\ufdd0", "\ufdd1", "\ufdd2"  # no characters: what stands in braces
_HIDE = str.maketrans({" ": _BLANK, ",": _COMMA, "=": _EQUALS})
_SHOW = str.maketrans({_BLANK: " ", _COMMA: ",", _EQUALS: "=", "{": None, "}": None})
_DOTLESS = r"(?:(?P<both>\{)|)\\([^A-Za-z\s{}])(?(both)|\{)\\([ij])\s?\}"
"""An accent over the dotless i or j of LaTeX, in braces of its own or inside those of both."""
_BRACES = r"[{}]"
_BETWEEN = r"[^\s,{}]+"


def parse(text: str) -> Parts:
    """The parts of one name. Never raises; braces protect what they hold, and are dropped.

    ``von Last, First``, ``von Last, Jr, First`` and ``First von Last`` as BibTeX reads them,
    but for these: a particle is a word of the table, not any small word, so that "Ortega y
    Gasset, José" has none; a suffix may stand last ("Smith, John, Jr."); particles after the given
    name ("Berg, Jan van der") go to the family; initials after a word make it the family name
    ("Smith JK"); "De", "Della" and the like before the last word begin the family name, and
    "Filho" ends it. Family names first are seen by a patronymic at the end ("Иванов Иван
    Иванович") and by Vietnamese ones with their marks. Spanish double names without a comma are
    not guessed ("Gabriel García Márquez" is García Márquez only with one); Hungarian order neither.
    CJK: "中島 敦" and "李, 明" are family and given, one word is literal. An organisation, a
    mononym, and what holds a separator of lists ("Smith J; Jones K") are literal.
    """
    family, comma, given = text.partition(", ")
    if comma:
        words_only = family.isalpha() and given.isalpha() and family.istitle() and given.istitle()
        plain = words_only or _PLAIN_FAMILY_FIRST.fullmatch(text)
        if plain and given.lower() not in _NO_GIVEN:
            return Parts(family, given)
    elif quick := _PLAIN_GIVEN_FIRST.fullmatch(text):
        words = text.lower().split()
        if _CLOSER.isdisjoint(words) and TAILS.isdisjoint(map(tail, words)):
            return Parts(quick[2], quick[1])
    if not text.isascii() and not is_normalized("NFC", text):
        return _as_written(text)
    if "{" in text or "}" in text:
        return _parse_braced(text)
    text = " ".join(text.split())
    if "=" in text and (parts := _extended(text)):
        return parts
    return _parse_plain(text)


def _as_written(text: str) -> Parts:
    """The parts of a text that is not in NFC: those of its NFC form, in its own characters."""
    written = {normalize("NFC", word): word for word in re.findall(_BETWEEN, text)}
    parts = parse(normalize("NFC", text))
    return Parts(*(re.sub(_BETWEEN, lambda m: written.get(m[0], m[0]), part) for part in parts))


def _parse_braced(text: str) -> Parts:
    if "\\" in text:  # lest \'{\i} run into the next letter
        text = re.sub(_DOTLESS, r"\\\2\3", text)
    hidden, whole = _hide_braced(" ".join(text.split()))
    if whole:
        return Parts(literal=" ".join(hidden.translate(_SHOW).split()))
    if "=" in hidden and (parts := _extended(hidden)):
        return parts
    parts = _parse_plain(hidden.translate({ord("{"): None, ord("}"): None}).strip())
    shown = (" ".join(part.translate(_SHOW).split()) for part in parts)
    return Parts(*shown)


def _hide_braced(text: str) -> tuple[str, bool]:
    """The text with blanks, commas and equals signs inside braces hidden, and whether one pair
    of braces holds it all."""
    pieces: list[str] = []
    depth, start, whole = 0, 0, text.startswith("{")
    for match in re.finditer(_BRACES, text):
        piece = text[start : match.start()]
        pieces += (piece.translate(_HIDE) if depth else piece, match[0])
        start = match.end()
        depth = depth + 1 if match[0] == "{" else max(depth - 1, 0)
        whole = whole and (depth > 0 or start == len(text))
    rest = text[start:]
    pieces.append(rest.translate(_HIDE) if depth else rest)
    return "".join(pieces), whole


def _extended(text: str) -> Parts | None:
    """The parts of biblatex's ``family=..., given=..., prefix=..., suffix=...``, None if not so."""
    found: dict[str, str] = {}
    for part in text.split(","):
        match = re.fullmatch(_EXTENDED, part)
        if match is None:
            return None
        value = " ".join(match[2].translate(_SHOW).split())
        found[match[1]] = value.strip('" ')
    given = found.get("given") or found.get("given-i", "")
    family, prefix, suffix = (found.get(key, "") for key in ("family", "prefix", "suffix"))
    if not family or not (given or prefix or suffix):
        return Parts(literal=family or given) if family or given else None
    return Parts(family, given, prefix, suffix)


def _parse_plain(text: str) -> Parts:
    if not text:
        return Parts()
    if not text.isascii():
        if ("，" in text or "،" in text) and not has_cjk(text):
            text = " ".join(re.sub("[，،]", ", ", text).split())
        if has_cjk(text):
            return _cjk(text)
    if _LISTS.search(text) and _LISTS.search(re.sub(_ENTITY, "", text)):
        if "||" in text and "," not in text:  # Airiti: "Li || Tsung-Yu"
            family, _, given = (part.strip() for part in text.partition("||"))
            if family and given and not _LISTS.search(given):
                return _family_first(family.split(), given, "")
        return Parts(literal=text)
    if "," not in text:
        return _given_first(text.split(), text)
    parts = [part.strip() for part in text.split(",")]
    front, bracket, _ = parts[0].partition("(")
    if not parts[0] or (bracket and text.endswith(")") and is_name_of_body(front)):
        return Parts(literal=text)  # "École normale supérieure (Paris, France)"
    parts = [part for part in parts if part]
    if len(parts) == 1:  # EndNote ends an organisation with a comma
        return Parts(literal=parts[0])
    if len(parts) == 2 and parts[1].lower() in COMPANY_FORMS:
        return Parts(literal=text)
    place = next((i for i, part in enumerate(parts) if i and is_suffix(part)), 0)
    suffix = parts.pop(place) if place else ""
    if len(parts) == 1:
        name = _given_first(parts[0].split(), parts[0])
        if name.suffix:
            return Parts(literal=text)
        return name._replace(suffix=suffix) if name.family else Parts(name.literal, suffix=suffix)
    if len(parts) > 3 or not any(map(str.isalpha, parts[1])):
        return Parts(literal=text)
    return _family_first(parts[0].split(), ", ".join(parts[1:]), suffix)


def _family_first(words: list[str], given: str, suffix: str) -> Parts:
    if not suffix and len(words) > 1 and is_suffix(words[-1]):
        suffix = words.pop()
    count = leading(words)
    particles, family = " ".join(words[:count]), " ".join(words[count:])
    rest = given.split()
    if not count and "," not in given and (moved := trailing(rest)):
        particles, given = " ".join(rest[-moved:]), " ".join(rest[:-moved])
    return Parts(family, given, particles, suffix)


def _given_first(words: list[str], text: str) -> Parts:
    size = len(words)
    if size == 1 or words[-1].lower() in COMPANY_FORMS or is_name_of_body(text):
        return Parts(literal=text)  # easyJet plc
    suffix = ""
    if size == 2 and re.fullmatch(_NUMERAL, words[1]) and _counts(words):  # "Benedict XVI"
        return Parts(literal=text)
    if is_suffix(words[-1]):
        *words, suffix = words
    if not words[-1].lstrip("'’‘ʻ")[:1].isalpha():  # 'Abd, ʻOkina
        return Parts(literal=text)
    if is_suffix(words[-1]) or words[0] == "The" or _is_joined(words):
        return Parts(literal=text)
    if len(words) == 1:
        return Parts(words[0], suffix=suffix)
    if _family_stands_first(words):
        return Parts(words[0], " ".join(words[1:]), suffix=suffix)
    count = _trailing_initials(words)
    if count:
        start = 0
        given = " ".join(words[-count:])
        words = words[:-count]
    else:
        start = _family_start(words)
        given = " ".join(words[:start])
    family = words[start:]
    count = leading(family)
    return Parts(" ".join(family[count:]), given, " ".join(family[:count]), suffix)


def _counts(words: list[str]) -> bool:
    return len(words[1]) > 1 or words[0].lower() in _RULERS


def _is_joined(words: list[str]) -> bool:
    """Whether a word inside shows that no family name ends the string; "von und zu" is one's."""
    return any(
        word in _NO_FAMILY and not is_particle(before) for before, word in pairwise(words[:-1])
    )


def _trailing_initials(words: list[str]) -> int:
    """How many words at the end are initials after a whole family name: "Smith JK", "Roe A. B."."""
    count = 0
    while count < len(words) and _INITIALS.fullmatch(words[-1 - count]):
        count += 1
    before = words[: len(words) - count]
    if not count or not before or any(len(word) < 2 or "." in word for word in before):
        return 0
    dotted = all("." in word for word in words[-count:])
    return count if dotted or not any(map(str.isupper, before)) else 0


def _family_stands_first(words: list[str]) -> bool:
    """Whether a patronymic at the end, or a Vietnamese family name in front, shows that order."""
    if words[0].lower() in VIETNAMESE:
        return words[-1].lower() not in VIETNAMESE
    if len(words) != 3 or not re.fullmatch(_PATRONYMIC, words[2]):
        return False
    return not re.fullmatch(_PATRONYMIC, words[1])  # Роман Аркадьевич Абрамович


def _family_start(words: list[str]) -> int:
    """Where the family name starts in ``First von Last``: at its particles, else the last word,
    with "Filho" and the like and with capitalised particles the one before."""
    last = len(words) - 1
    given = _with_devotion(words)
    for i, word in enumerate(words[:last]):
        if i < given:
            continue
        if not word[0].isupper() and is_particle(word):
            if i > 1 and words[i - 1].lower() != words[i - 1] and is_particle(words[i - 1].lower()):
                return i - 1  # "Jan Van der Berg"
            return i
        if i > 1 and word in CONNECTORS:
            return i - 1
    start = last
    if words[last] in KINSHIP and last > 1 and not _INITIALS.fullmatch(words[last - 1]):
        start -= 1
    while start > max(given, 1) and (
        words[start - 1] in CAPITALISED or (start < last and words[start - 1].lower() in PARTICLES)
    ):
        start -= 1
    return start


def _with_devotion(words: list[str]) -> int:
    """How many words "María del Carmen" has at the start of a name, 0 where it is none."""
    if words[0].lower() not in _MARY:
        return 0
    end = next((i for i, word in enumerate(words[1:], start=1) if not is_particle(word)), 0)
    devotion = 1 < end < len(words) - 1 and words[end].lower() in _DEVOTIONS
    return end + 1 if devotion else 0


def _cjk(text: str) -> Parts:
    """A name with Han, Kana or Hangul letters: split at a comma or one blank, else literal."""
    if _LISTS.search(text) or "，" in text:
        return Parts(literal=text)
    family, comma, given = (part.strip() for part in text.partition(","))
    if comma:
        split = family and given and "," not in given
        return Parts(family, given) if split else Parts(literal=text if given else family or text)
    words = text.split()
    if (
        len(words) == 2
        and all(0 < len(word) <= 5 and is_cjk_only(word) and word.isalpha() for word in words)
        and not is_name_of_body(text)
        and not _katakana(text)
    ):
        return Parts(words[0], words[1])
    return Parts(literal=text)


def _katakana(text: str) -> bool:
    """Whether all is Katakana: the order of a foreign name written by sound is the foreign one."""
    return all("゠" <= letter <= "ヿ" or letter == " " for letter in text)
