"""Whether a Japanese name, in Kana or in Kanji, agrees with a romanised one."""

from __future__ import annotations

from collections.abc import Sequence

from validator.text.patterns import lazy
from validator.text.romanise.kana import (
    fold_romaji,
    folds,
    hepburn,
    is_japanese,
    is_kana,
    morae,
    romaji,
)
from validator.text.romanise.kanji import ends_of, is_of_japan
from validator.text.romanise.syllables import is_pinyin
from validator.text.romanise.types import UNKNOWN, Agreement, Part, Roman, Verdict

LONGEST = 24  # characters of a name in Kana: twelve syllables each for family and given name
LONGEST_KANJI = 9  # characters of a name with Kanji: 勘解由小路 and a given name of four


def compare(native: str, roman: Roman) -> Agreement | None:
    """Whether the name agrees; None where the pair cannot be of Japanese.

    Kana say how a name is read, so that another reading is a mismatch. Kanji do not: a reading of
    theirs that fits is a match, and what does not fit is unknown.
    """
    native, roman = _without_title(native, roman)
    words = "".join(c if c.isalpha() or c in _MARKS else " " for c in native).split()
    text = "".join(words)
    if is_kana(text):
        found = _of_kana(words, roman) if len(text) <= LONGEST else UNKNOWN
        # with a middle dot it is a foreign name, and which of its words is the family name unknown
        return UNKNOWN if "・" in native and found.verdict is not Verdict.MATCH else found
    if not text or len(text) > LONGEST_KANJI or not is_of_japan(text):
        return None
    return _of_kanji(words, text, roman)


_MARKS = "ー々〆ゝゞヽヾ"


_TITLES = (
    ("てんのう", "emperor"),
    ("天皇", "emperor"),
    ("こうごう", "empress"),
    ("皇后", "empress"),
    ("てい", "emperor"),
    ("帝", "emperor"),
)


def _without_title(native: str, roman: Roman) -> tuple[str, Roman]:
    """Both sides without the title of a sovereign, which is translated."""
    for ending, title in _TITLES:
        if native.endswith(ending):
            parts = tuple(part for part in roman.parts if part.text not in (title, "the"))
            if len(parts) < len(roman.parts):
                return native.removesuffix(ending), Roman(parts, 0)
    return native, roman


def _of_kana(words: Sequence[str], roman: Roman) -> Agreement:
    spoken = romaji("".join(words))
    name = fold_romaji(spoken)
    orders = {name}
    if len(words) > 1:  # Western names have the given name first: ジョン・スミス
        orders.add(fold_romaji("".join(map(romaji, (*words[1:], words[0])))))
    reading = " ".join(map(hepburn, words))
    for order in (roman.parts, *((*family, *given) for family, given in roman.splits())):
        letters = "".join(part.text for part in order)
        if not orders.isdisjoint(folds(letters)):
            return Agreement(Verdict.MATCH, 1.0, reading)
        if any(_is_voiced(one, other) for other in folds(letters) for one in orders):
            return Agreement(Verdict.MATCH, 0.8, reading)
    best = UNKNOWN
    for family, given in roman.splits():
        for folded in folds("".join(part.text for part in family)):
            if name.startswith(folded) and len(folded) < len(name):
                found = _given(name[len(folded) :], given, reading)
                best = max(best, found, key=lambda agreement: agreement.score)
    return best if best.reading else _difference(name, roman, reading)


_PLAIN = str.maketrans("gzdbp", "ksthh")


def _is_voiced(left: str, right: str) -> bool:
    """Whether two readings differ in the voice of one consonant, as those of one family do:
    山崎 is "Yamazaki" and "Yamasaki".
    """
    return (
        len(left) == len(right)
        and left.translate(_PLAIN) == right.translate(_PLAIN)
        and sum(a != b for a, b in zip(left, right, strict=True)) == 1
    )


def _given(rest: str, parts: Sequence[Part], reading: str) -> Agreement:
    """What is said of a name whose family name agrees and whose given name does not."""
    text = "".join(part.text for part in parts)
    folded = fold_romaji(text)
    if any(part.is_initial for part in parts) or not _is_telling(text):
        return Agreement(Verdict.SURNAME_ONLY, 0.5, reading)
    if _nearness(rest, folded) < NEAR:
        return Agreement(Verdict.MISMATCH, 0.1, reading)
    return Agreement(Verdict.SURNAME_ONLY, 0.4, reading)


_TELLING = lazy("tsu|shi|chi|ji|hi|zu|yo|[kghnmrs]y[auo]|[kr]o$")


def _is_telling(text: str) -> bool:
    """Whether letters are a Japanese name, and not another of like syllables ("Maria")."""
    return _TELLING.search(text) is not None and is_japanese(fold_romaji(text))


_CHINESE = 3
"""Syllables of a Chinese name, at most."""


NEAR = 0.5
"""How near another name may come, of the letters that two of them have in common."""


def _nearness(left: str, right: str) -> float:
    from rapidfuzz.fuzz import ratio

    return ratio(left, right) / 100


def _difference(name: str, roman: Roman, reading: str) -> Agreement:
    """A mismatch where the romanised side is a full Japanese name far from this one."""
    if len(roman.parts) < 2 or any(part.is_initial for part in roman.parts):
        return UNKNOWN
    letters = "".join(part.text for part in roman.parts)
    if any(is_pinyin(letters, count + 1) for count in range(_CHINESE)):
        return UNKNOWN  # a Chinese name in Kana has the Japanese reading: コ キントウ is Hu Jintao
    is_name = False
    for order in ((*family, *given) for family, given in roman.splits()):
        letters = "".join(part.text for part in order)
        is_name = is_name or _is_telling(letters)
        if _nearness(name, fold_romaji(letters)) >= NEAR + 0.1:
            return UNKNOWN
    return Agreement(Verdict.MISMATCH, 0.0, reading) if is_name else UNKNOWN


def _of_kanji(words: Sequence[str], text: str, roman: Roman) -> Agreement | None:
    cuts = (len(words[0]),) if len(words) == 2 else tuple(range(1, len(text)))
    if len(roman.parts) == 1 and not roman.parts[0].is_initial:
        name = roman.parts[0].text
        if any(len(text) in ends_of(text, folded) for folded in folds(name)):
            return Agreement(Verdict.MATCH, 0.9, name)
    surname = ""
    for family, given in roman.splits():
        first = "".join(part.text for part in family)
        second = "".join(part.text for part in given)
        for folded in folds(first):
            for cut in ends_of(text, folded).intersection(cuts):
                rest = text[cut:]
                if any(len(rest) in ends_of(rest, other) for other in folds(second)):
                    return Agreement(Verdict.MATCH, 1.0, f"{first} {second}")
                if len(morae(folded)) > cut or not is_pinyin(first, cut):
                    surname = surname or first
    if surname:
        return Agreement(Verdict.SURNAME_ONLY, 0.5, surname)
    return UNKNOWN if _is_possible(text, roman) else None


def _is_possible(text: str, roman: Roman) -> bool:
    """Whether the romanised side can be Japanese, read off its letters: syllables of Japanese, and
    not a syllable of Pinyin for each character, as 馬濤 "Ma Tao" has.
    """
    letters = "".join(part.text for part in roman.parts if not part.is_initial)
    count = len(text)
    return is_japanese(fold_romaji(letters)) and not (
        count <= _CHINESE + 1 and is_pinyin(letters, count)
    )
