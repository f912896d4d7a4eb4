"""Hangul in Latin letters: every customary spelling of a syllable, and whether a text is one.

The Revised Romanization of 2000 and McCune-Reischauer of 1939 are two spellings of many: people
spell their own names, by English ("Young-soo", "Park"), by one of the systems, or by both at once.
So a spelling is asked for, never made: each letter of Hangul has the ways in which it is written.
Sources: the two systems; the National Institute of Korean Language on spellings in passports.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from validator.text.patterns import lazy

_FIRST = 0xAC00
_VOWELS, _FINALS = 21, 28

INITIALS = (
    "g k gh kh",
    "kk gg k g",
    "n",
    "d t dh th",
    "tt dd t d",
    "r l rh",
    "m",
    "b p",
    "pp bb p b",
    "s sh ss",
    "ss s",
    "",  # silent
    "j ch z c tj jy chy",
    "jj tch j ch",
    "ch tch j c chy",
    "k kh",
    "t th",
    "p ph f",
    "h",
)
"""Spellings of the consonants that begin a syllable, in the order of Unicode."""

VOWELS = (
    "a ah aa ar",  # ㅏ
    "ae ai e ay a ea",
    "ya ia yah",
    "yae yea ye",
    "eo u o uh er ur ou eu oo oh eoh ue eou e",  # ㅓ
    "e ae ay ei eh ai ey ee",
    "yeo you yu yo yuh ye yeou ieo iu iou yeu yoo yoh eou yoe yuo ie",  # ㅕ
    "ye yae e ie yeh ae ey yea yei yie ea",
    "o oh oe ou",  # ㅗ
    "wa oa wah ua hwa",
    "wae wai we oae",
    "oe oi oy we wae ey oei wi",  # ㅚ
    "yo yoh you io yu",
    "u oo ou uh w ew ue eu wu woo wo o oou",  # ㅜ
    "wo weo woo wu uo ueo wou weon o",
    "we wae ue",
    "wi ui wee uy uee we wie wui hwi wy",  # ㅟ
    "yu yoo you yuh iu ew eu u ou ue iyu yo",
    "eu u e oo uh ue o eo eui i yu",  # ㅡ
    "ui ee i eui ey yi uy euy e eei euee hi ie yui wi we",
    "i ee y ie ih ey ea yi e ye eei",  # ㅣ
)
"""Spellings of the vowels."""

FINALS = (
    "",
    "k g c ck gg kk q",
    "k kk",
    "k ks",
    "n nn ne hn",
    "n nj",
    "n nh",
    "t d",
    "l r ll le rl",
    "k lg lk g",
    "m lm",
    "l lb b",
    "l ls",
    "l lt",
    "p lp",
    "l lh",
    "m mm me",
    "p b pp",
    "p ps",
    "t s",
    "t ss s",
    "ng n g",
    "t j",
    "t ch",
    "k",
    "t",
    "p b",
    " h t",
)
"""Spellings of the consonants that end one; a blank stands for none."""

_ASSIMILATED = {
    # how an end and a beginning are said, and written by some: 신라 "Silla", 백련 "Baengnyeon"
    **{(k, c): ("ngn",) for k in (1, 2, 3, 9, 24) for c in (2, 5)},
    **{(k, 6): ("ngm",) for k in (1, 2, 3, 9, 24)},
    **{(p, c): ("mn",) for p in (17, 18, 26) for c in (2, 5)},
    **{(p, 6): ("mm",) for p in (17, 18, 26)},
    **{(t, c): ("nn",) for t in (7, 19, 20, 22, 23, 25) for c in (2, 5)},
    **{(t, 6): ("nm",) for t in (7, 19, 20, 22, 23, 25)},
    (4, 5): ("ll", "nn", "l"),
    (8, 2): ("ll",),
    (8, 5): ("l", "r"),
    (16, 5): ("mn",),
    (21, 5): ("ngn",),
    (1, 18): ("k",),
    (17, 18): ("p",),
    (7, 18): ("t",),
    (19, 18): ("t",),
}
_R, _SILENT, _J, _H, _I, _NG = 5, 11, 12, 18, 20, 21
_BEFORE_I = frozenset((2, 3, 6, 7, 12, 17, 20))
"""The vowels before which ㄹ falls silent at the beginning of a word: 리 is 이."""
_UNSOFTENED = {"명": "meong", "혁": "heok huk heock huck", "협": "heop hup heob hub"}
"""Syllables written without their y: 멍, 헉 and 헙 are in no name."""
_ROUND = frozenset((9, 10, 11, 13, 14, 15, 16))
"""The vowels that begin with w: 환 is "hwan" and "whan"."""


def parts(syllable: str) -> tuple[int, int, int] | None:
    """The beginning, the vowel and the end of a syllable by their numbers in Unicode, None for
    any other character.
    """
    number = ord(syllable) - _FIRST
    if not 0 <= number < 19 * _VOWELS * _FINALS:
        return None
    initial, rest = divmod(number, _VOWELS * _FINALS)
    return initial, *divmod(rest, _FINALS)


def with_initial(syllable: str, initial: int) -> str:
    """A syllable with another consonant at its beginning, by its number in Unicode."""
    return chr(
        (ord(syllable) - _FIRST) % (_VOWELS * _FINALS) + initial * _VOWELS * _FINALS + _FIRST
    )


def is_hangul(text: str) -> bool:
    """Whether a text is made of whole syllables only."""
    return bool(text) and all("\uac00" <= c <= "\ud7a3" for c in text)


@lru_cache(maxsize=512)
def _bodies(initial: int, vowel: int) -> frozenset[str]:
    """The spellings of a syllable without its end."""
    begins = INITIALS[initial].split() or [""]
    if initial == _R:
        begins += ["", "n"] if vowel in _BEFORE_I else ["n"]
    elif initial == _SILENT and vowel in _BEFORE_I:
        begins += ["r", "l"]
    elif initial == _J and vowel == _I:
        begins.append("g")
    found = {begin + end for begin in begins for end in VOWELS[vowel].split()}
    if initial == _H and vowel in _ROUND:
        found |= {"wh" + end[1:] for end in VOWELS[vowel].split() if end[0] == "w"}
    return frozenset(found)


_VOWEL_SETS = tuple(frozenset(spellings.split()) for spellings in VOWELS)
_FINAL_SETS = tuple(frozenset(spellings.split(" ")) for spellings in FINALS)
_LONGEST_BODY, _LONGEST_FINAL = 7, 2


def _after(text: str, starts: Iterable[int], spellings: frozenset[str], longest: int) -> set[int]:
    """The places at which one of the spellings ends that begins at one of the places."""
    return {
        start + length
        for start in starts
        for length in range(longest + 1)
        if text[start : start + length] in spellings and start + length <= len(text)
    }


def fits(hangul: str, text: str) -> bool:
    """Whether a text of small ASCII letters is a customary spelling of these syllables.

    >>> fits("철수", "chulsoo"), fits("철수", "cheolsu"), fits("철수", "younghee")
    (True, True, False)
    """
    starts, opened, last = {0}, set[int](), 0
    for syllable in hangul:
        found = parts(syllable)
        if found is None or not (starts or opened):
            return False
        initial, vowel, final = found
        bodies = _bodies(initial, vowel)
        begun = set(starts)
        if last not in (0, _NG):  # one letter for two: 석규 "Seokyu"
            begun |= {start - 1 for start in starts if start and text[start - 1] not in "aeiouwy"}
        ways = _after(text, begun, bodies, _LONGEST_BODY)
        for said in _ASSIMILATED.get((last, initial), ()):
            places = {start + len(said) for start in opened if text.startswith(said, start)}
            ways |= _after(text, places, _VOWEL_SETS[vowel], 4)
        opened, last = ways, final
        ended = _after(text, ways, _FINAL_SETS[final], _LONGEST_FINAL)
        for whole in _UNSOFTENED.get(syllable, "").split():
            ended |= {start + len(whole) for start in starts if text.startswith(whole, start)}
        starts = ended
    return len(text) in starts


def begins(syllable: str, initial: str) -> bool:
    """Whether an initial can stand for a syllable: "y" for 영, "l" and "r" for 이."""
    found = parts(syllable)
    return found is not None and any(
        spelling.startswith(initial) for spelling in _bodies(found[0], found[1])
    )


_REVISED = (
    "g|kk|n|d|tt|r|m|b|pp|s|ss||j|jj|ch|k|t|p|h",
    "a|ae|ya|yae|eo|e|yeo|ye|o|wa|wae|oe|yo|u|wo|we|wi|yu|eu|ui|i",
    "|k|k|k|n|n|n|t|l|k|m|l|l|l|p|l|m|p|p|t|t|ng|t|t|k|t|p|t",
)


def revised(hangul: str) -> str:
    """The Revised Romanization, syllable by syllable as in names: "cheolsu" for 철수."""
    columns = [column.split("|") for column in _REVISED]
    return "".join(
        column[at]
        for syllable in hangul
        for column, at in zip(columns, parts(syllable) or (11, 0, 0), strict=True)
    )


_SYLLABLE = (
    "(?:kk|gg|k|g|n|dd|tt|d|t|r|l|m|bb|pp|b|p|ss|sh|s|ch|jj|j|h)?"
    "(?:yeo|you|yae|wae|woo|yoo|eui|eo|eu|ae|ya|ye|yo|yu|wa|wo|we|wi|oe|oi|oo|ee|ui|ai|a|e|i|o|u)"
    "(?:ng|ck|k|g|n|l|m|p|b|t)?"
)
_TELLING = lazy("eo|eu|ae|oo|ee|ou|ye|yu|yo|won|hw|hy|[gk]y|ng[a-z]|[kptlmn]h|[kg][cdjsw]")


@lru_cache(maxsize=4)
def _syllables(count: int) -> re.Pattern[str]:
    return re.compile(_SYLLABLE * count)


def is_shaped(words: Sequence[str], count: int) -> bool:
    """Whether words are spelt as that many Korean syllables and as nothing else: one a word, or
    all together with spellings that are frequent in Korean names only.

    "young", "hee" and "younghee" are two; "susan" could be, and is not told from the English name.
    """
    if len(words) == count > 1:
        return all(_syllables(1).fullmatch(word) for word in words)
    return (
        len(words) == 1
        and len(words[0]) <= 8 * count
        and _syllables(count).fullmatch(words[0]) is not None
        and not (count > 1 and _syllables(1).fullmatch(words[0]))
        and (count == 1 or _TELLING.search(words[0]) is not None)
    )
