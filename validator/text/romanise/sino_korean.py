"""Chinese names that Korean texts write in Hangul: by the Korean readings of their characters, or
by the sound of Chinese.

왕금평 is "Wang Jinping": 금 is the reading of 金, which is "jin" in Chinese. 왕진핑 is the same
name after the rules for loanwords of 1986 (National Institute of Korean Language).
"""

from __future__ import annotations

from functools import cache

from validator.text.romanise.hangul import with_initial
from validator.text.romanise.mandarin import SYLLABLES, parts
from validator.text.romanise.syllables import is_pinyin
from validator.text.romanise.tables import readings


@cache
def _syllables() -> dict[str, frozenset[str]]:
    """The syllables of Pinyin, without tones, of all characters that have a Korean reading."""
    found: dict[str, set[str]] = {}
    mandarin = readings("mandarin")
    for character, korean in readings("korean").items():
        spelt = {reading.rstrip("1234") for reading in mandarin.get(character, ())}
        for hangul in korean:
            found.setdefault(hangul, set()).update(spelt)
    for spellings in found.values():  # ü as it is where its dots are not
        spellings.update(s.replace("ü", v) for s in tuple(spellings) if "ü" in s for v in "uv")
    return {hangul: frozenset(spellings) for hangul, spellings in found.items()}


_INITIALS = """
b=7 p=17 m=6 f=17 d=3 t=16 n=2 l=5 g=0 k=15 h=18 j=12 q=14 x=9 zh=12 ch=14 sh=9 r=5 z=13 c=14 s=10
"""
"""The consonants of Pinyin as those of Hangul, by their numbers in Unicode."""
_VOWELS = """
a=아 o=오 e=어 ai=아이 ei=에이 ao=아오 ou=어우 an=안 en=언 ang=앙 eng=엉 ong=웅 er=얼 -i=으 i=이
ia=야 ie=예 iao=야오 iu=유 ian=옌 in=인 iang=양 ing=잉 iong=융 u=우 ua=와 uo=워 uai=와이 ui=우이
uan=완 un=운 uang=왕 ü=위 üe=웨 üan=위안 ün=윈
"""
_ALONE = {"ui": "웨이", "un": "원", "ueng": "웡"}
_HARD = str.maketrans("야예유양옌융", "아에우앙엔웅")
"""After ㅈ and ㅊ the vowels are written without their y."""


@cache
def _sounds() -> dict[str, str]:
    """The syllables of Pinyin in Hangul, by sound."""
    initials = dict(pair.split("=") for pair in _INITIALS.split())
    vowels = dict(pair.split("=") for pair in _VOWELS.split())
    found = {}
    for syllable in SYLLABLES:
        initial, final = parts(syllable)
        final = final.replace("v", "ü")
        vowel = vowels.get(final, "")
        if not initial:
            vowel = _ALONE.get(final, vowel)
        elif vowel:
            number = int(initials[initial])
            vowel = vowel.translate(_HARD) if number in (12, 14) else vowel
            vowel = with_initial(vowel[0], number) + vowel[1:]
        if vowel:
            found[syllable] = vowel
    return found


def sounds_like(hangul: str, text: str) -> bool:
    """Whether Hangul writes the sound of Pinyin.

    >>> sounds_like("진핑", "jinping"), sounds_like("금평", "jinping")
    (True, False)
    """
    sounds = _sounds()
    states = {(0, 0)}
    for _ in range(3):
        states = {
            (place + length, at + len(sound))
            for place, at in states
            for length in range(1, 7)
            if (sound := sounds.get(text[place : place + length])) and hangul.startswith(sound, at)
        }
        if (len(text), len(hangul)) in states:
            return True
    return False


def reads_as(hangul: str, text: str) -> bool:
    """Whether letters are Pinyin of characters that are read like this in Korean.

    >>> reads_as("금평", "jinping"), reads_as("금평", "yuanji")
    (True, False)
    """
    if not is_pinyin(text, len(hangul)):
        return False
    places = {0}
    for syllable in hangul:
        spellings = _syllables().get(syllable, frozenset())
        places = {
            place + length
            for place in places
            for length in range(1, 7)
            if text[place : place + length] in spellings
        }
    return len(text) in places


def agree(hangul: str, text: str) -> bool:
    """Whether Hangul writes the Chinese that letters are the Pinyin of, in one of the two ways."""
    return reads_as(hangul, text) or sounds_like(hangul, text)
