"""The readings of Kanji in names: On and Kun of Unihan, the usual readings of names, and how
readings change where they meet.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from validator.text.romanise.japanese_names import GIVEN, SURNAMES
from validator.text.romanise.kana import fold_romaji, is_kana, morae, romaji
from validator.text.romanise.tables import readings

_FORMS = """
澤沢 邊辺 邉辺 齋斎 齊斉 廣広 德徳 惠恵 國国 眞真 實実 榮栄 彌弥 淺浅 濱浜 嶋島 嶌島 櫻桜 髙高 﨑崎
𠮷吉 瀧滝 壽寿 條条 藏蔵 豐豊 冨富 峯峰 彥彦 淸清 靜静 曉暁 顯顕 圓円 鐵鉄 貮弐 會会 關関 邨村 舘館
堯尭 遙遥 凜凛 郞郎 敎教 晉晋 濟済 瀨瀬 學学 寬寛 應応 總総 縣県 聰聡 讓譲 賴頼 佛仏 與与 兒児 藝芸
"""
"""Older and other forms of characters in names, each with the usual one."""


@lru_cache(maxsize=1)
def _forms() -> dict[int, str]:
    return {ord(pair[0]): pair[1] for pair in _FORMS.split()}


def is_of_japan(text: str) -> bool:
    """Whether all characters are in the Japanese standards: those of simplified Chinese and
    Hangul are not.
    """
    try:
        text.translate(_forms()).encode("euc_jis_2004")
    except UnicodeEncodeError:
        return False
    return True


def _table(rows: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for row in rows.replace("\n", "").split("|"):
        words = row.split()
        spellings = tuple(fold_romaji(word) for word in words if word.isascii())
        for word in words:
            if not word.isascii():
                yield word, spellings


@lru_cache(maxsize=1)
def _surnames() -> dict[str, tuple[str, ...]]:
    return dict(_table(SURNAMES))


@lru_cache(maxsize=1)
def _given() -> dict[str, tuple[str, ...]]:
    return dict(_table(GIVEN))


_VOICED = (("k", "g"), ("s", "z"), ("t", "d"), ("h", "b"), ("h", "p"))
_VOICED_T = {"ti": "zi", "tu": "zu", "ty": "zy"}
_SHORTENED = ("tu", "ti", "ku", "ki")


def _kun(reading: str) -> Iterator[str]:
    """What a name takes of a Kun reading, folded: the whole, its stem, and its first syllables."""
    folded = fold_romaji(reading)
    yield folded
    if folded.endswith("u"):
        yield folded[:-1] + "i"  # 勝つ katu: kati
    if folded.endswith("i") and len(folded) > 2:
        yield folded[:-1] + "si" if not folded.endswith("si") else folded  # 高い takai: takasi
        yield folded[:-1] if not folded.endswith("si") else folded[:-2]
    if folded.endswith("e"):
        yield folded[:-1] + "a"  # 金 kane: kana
    syllables = morae(folded)
    for count in range(2, len(syllables)):
        yield "".join(syllables[:count])
    if len(syllables) == 2 and syllables[1] in ("i", "u", "ru", "ku", "su", "mu"):
        yield syllables[0]


@lru_cache(maxsize=4096)
def _first(character: str) -> frozenset[str]:
    """The folded readings of a character where it begins a word."""
    found = set[str]()
    for form in {character, character.translate(_forms())}:
        found.update(map(fold_romaji, readings("on").get(form, ())))
        for reading in readings("kun").get(form, ()):
            found.update(_kun(reading))
        found.update(_given().get(form, ()))
    found.discard("")
    return frozenset(found)


@lru_cache(maxsize=4096)
def _later(character: str) -> frozenset[str]:
    """The same after another character: 川 is "gawa", 八 "pa"."""
    found = set(_first(character))
    for reading in _first(character):
        for plain, voiced in _VOICED:
            if reading.startswith(plain):
                found.add(_VOICED_T.get(reading[:2], voiced + reading[1:2]) + reading[2:])
    return frozenset(found)


def _units(text: str) -> Iterator[tuple[int, str]]:
    """The length and the character or run of Kana of each part of a name; 々 repeats."""
    at = 0
    while at < len(text):
        end = at + 1
        if is_kana(text[at]) and text[at] not in "ヶケ":
            while end < len(text) and is_kana(text[end]):
                end += 1
        yield end - at, text[at - 1] if text[at] == "々" and at else text[at:end]
        at = end


def _spoken(unit: str, at: int) -> frozenset[str]:
    if unit in ("ヶ", "ケ", "ヵ"):
        return frozenset(("ga", "ke", "ka"))
    if is_kana(unit):
        return frozenset((fold_romaji(romaji(unit)),))
    return _later(unit) if at else _first(unit)


def ends_of(text: str, folded: str) -> set[int]:
    """How many characters of a name can be read as the whole of a folded romanised text.

    >>> ends_of("山田太郎", "yamada"), ends_of("山田太郎", "tanaka")
    ({2}, set())
    """
    usual = text.translate(_forms())
    done = {
        length
        for length in range(1, len(text) + 1)
        if folded in _surnames().get(usual[:length], ())
    }
    places, at = {0}, 0
    for length, unit in _units(text):
        spoken = _spoken(unit, at)
        if at:  # what is said between two characters and not written: 井上 Inoue
            places |= {place + 2 for place in places if folded.startswith("no", place)}
        at += length
        places = {end for place in places for end in _ways(folded, place, spoken)}
        if not places:
            break
        if len(folded) in places:
            done.add(at)
    return done


def _ways(folded: str, place: int, spoken: frozenset[str]) -> Iterator[int]:
    """Where a reading ends that begins at a place, or is drawn together with what is before it."""
    before = folded[place - 1] if place else ""
    for reading in spoken:
        if folded.startswith(reading, place):
            yield place + len(reading)
        if _is_drawn(before, reading) and folded.startswith(reading[1:], place):
            yield place + len(reading) - 1
        if reading.endswith(_SHORTENED) and len(reading) > 2:
            stem = reading[:-2]
            end = place + len(stem)
            doubled = folded[end : end + 1]
            if doubled and doubled in "kstp" and folded.startswith(stem + doubled * 2, place):
                yield end + 1  # 一平 "ippei": iti and hei


def _is_drawn(before: str, reading: str) -> bool:
    """Whether a vowel makes one long vowel with the one before, as folded: 井上 "ino" and "ue"."""
    return (
        before != "" and (before == reading[0] or before + reading[0] == "ou") and before in "aiueo"
    )
