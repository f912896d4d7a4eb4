"""Texts of East Asia read in another charset: what they were, where one reading is plain and what
stands there is nonsense.

Charsets of two bytes a character give a character for nearly any two bytes, so that no reading is
impossible. But a text is of one language and made of few hundred characters, and misread bytes are
characters of all languages, most of them seldom. How surprising a text is, is the sum over its
characters in the language in which it is least so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache, lru_cache
from itertools import product

from validator.text.charsets import bytes_of
from validator.text.patterns import lazy

Costs = dict[str, float]
"""How surprising a character is, in nats: the logarithm of how seldom it comes. Of a class that
makes up half of a text and has 500 members, each comes once in 1000 characters: 6.9.
"""

UNKNOWN = 16.0
OUT_OF_PLACE = 6.0  # nats: once in hundreds of words
_ANYWHERE: tuple[tuple[str, float], ...] = (
    ("".join(map(chr, range(0x20, 0x7F))), 5),
    ("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 3),
    (" ", 2.5),
    ("".join(map(chr, range(0xFF01, 0xFF5F))), 7.5),
    ("　、。，．・：；？！ー～—…‘’“”（）〔〕［］〈〉《》「」『』【】·－％", 5),
    ("".join(map(chr, (*range(0x391, 0x3CA), *range(0x410, 0x450)))), 8),
    (
        "".join(map(chr, (*range(0x2160, 0x217C), *range(0x2460, 0x249C), *range(0x3220, 0x322A)))),
        9,
    ),
    ("×÷±°′″℃℉‰Å㎡㎎㎏㎜㎝㎞α∶∞≤≥≠≈→←↑↓√∑∏∫∠△□○◇☆★●■◆※§№", 9),
)
_OF_HAN = (6.2, 6.7, 7.6, 8.5, 9.8)  # of the rows of HAN, in titles
_FIRST_LEVEL, _SECOND_LEVEL = 11.2, 13.8
_KANA: tuple[tuple[str, float], ...] = (
    ("".join(map(chr, range(0x3041, 0x3094))), 4.5),
    ("".join(map(chr, range(0x30A1, 0x30F7))), 5.2),
    ("ぁぃぅぇぉぢゎゐゑぺァヂヅヮヰヱヲヴヵヶ々〆〇", 8.5),
    ("".join(map(chr, range(0xFF61, 0xFFA0))), 7),
)
# What Korean joins its words by: particles, endings, the verbs and nouns that stand for them.
_ENDINGS = "의에는을를이가은로으와과도한하고서지다기부터까들된되인적성화있없않였었했할해라며면만것수그나어리자게러시니"  # noqa: E501
_OF_ENDINGS, _OF_READINGS, _OF_SYLLABLES = 5.0, (6.3, 8.1), 9.6
_HANJA = 3.0  # nats by which Han come more seldom in Korean


def _level(charset: str, leads: range, *, low: bool = False) -> str:
    """The characters of a charset by their first byte: the usual ones stand in its first level, by
    its standard. ``low``: second bytes are those of ASCII too.
    """
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF)) if low else range(0xA1, 0xFF)
    pairs = bytes(byte for lead in leads for trail in trails for byte in (lead, trail))
    return pairs.decode(charset, "ignore")


def _language(first: str, second: str = "", *, more: float = 0) -> Costs:
    """The costs of the Han of a charset, and of what stands beside them in any language."""
    from validator.text.east_asia_tables import HAN

    found = dict.fromkeys(second, _SECOND_LEVEL + more) | dict.fromkeys(first, _FIRST_LEVEL + more)
    for row, nats in zip(HAN, _OF_HAN, strict=True):
        found |= dict.fromkeys((c for c in row if c in found), nats + more)
    for characters, nats in _ANYWHERE:
        found |= dict.fromkeys(characters, nats)
    return found


def ascii_costs() -> Costs:
    """The costs of the characters of ASCII, which are the same beside any other."""
    return {c: nats for characters, nats in _ANYWHERE for c in characters if c.isascii()}


@cache
def languages() -> dict[str, Costs]:
    """The costs of characters in Chinese, simplified and traditional, Japanese and Korean."""
    from validator.text.east_asia_tables import READINGS

    simplified = _language(_level("gb2312", range(0xB0, 0xD8)), _level("gb2312", range(0xD8, 0xF8)))
    traditional = _language(
        _level("big5", range(0xA4, 0xC7), low=True), _level("big5", range(0xC9, 0xFA), low=True)
    )
    japanese = _language(_level("euc-jp", range(0xB0, 0xD0)), _level("euc-jp", range(0xD0, 0xF5)))
    for characters, nats in _KANA:
        japanese |= dict.fromkeys(characters, nats)
    korean = _language(_level("euc-kr", range(0xCA, 0xFE)), more=_HANJA)
    korean |= dict.fromkeys(_level("euc-kr", range(0xB0, 0xC9)), _OF_SYLLABLES)
    for row, nats in zip((*READINGS, _ENDINGS), (*_OF_READINGS, _OF_ENDINGS), strict=True):
        korean |= dict.fromkeys(row, nats)
    return {"zh-Hans": simplified, "zh-Hant": traditional, "ja": japanese, "ko": korean}


@cache
def _least() -> Costs:
    """The cost of each character in the language that has it most often."""
    found: Costs = {}
    for language in languages().values():
        for character, nats in language.items():
            found[character] = min(nats, found.get(character, UNKNOWN))
    return found


def cost(text: str) -> float:
    """How surprising a text is, in nats. A character that comes again is no surprise."""
    once = dict.fromkeys(text)
    return min(sum(language.get(c, UNKNOWN) for c in once) for language in languages().values())


def mean(text: str) -> float:
    """The cost of the characters beyond ASCII, each."""
    beyond = "".join(dict.fromkeys(c for c in text if c > "\x7f"))
    return cost(beyond) / len(beyond) if beyond else 0.0


WRITTEN = {"gbk": 0.0, "cp932": 1.0, "big5": 1.0, "cp949": 1.0, "big5hkscs": 2.0, "euc-jp": 4.0}
"""The charsets that texts are written in, and how much seldomer than the first, in nats."""
READ = ("gb18030", "big5", "cp950", "big5hkscs", "cp932", "cp949", "euc-jp")
BIG5 = ("big5", "cp950", "big5hkscs")

STRANGE = 8.5
"""Nats a character: what a text that was misread has at least."""
UNUSUAL = 7.4
"""The same where each character may be of another language: a quick test."""
SURE, PLAIN, RARE = 14.0, 8.2, 10.0
"""Nats by which a reading must be likelier than the text as it stands, where its characters beyond
ASCII have no more than so many, each. Names and terms of rare characters come near, and no farther.
"""
FOR_EACH = 8.0
"""Nats by which it must be likelier still for each that its characters have more, up to RARE."""
APART = 3.0
"""Nats by which it must be likelier than the next reading: 20 to 1."""
FEWEST = 3  # letters of East Asia that were read as such letters
FEW, SURE_OF_FEW = 4, 17.0
"""Nats for a text of fewer letters: none of 220,000 words and names of three comes so far."""
FEWEST_OF_LATIN = 2  # of the same read as Latin ones, which have no such runs
LONGEST = 2000  # characters
_HALF_KANA = lazy("[\uff61-\uff9f]")
_IN_WORD = lazy("[A-Za-z]([\u3041-\u9fff\uac00-\ud7a3]{1,3})[a-z]")
_LETTER = lazy("[\u3041-\u30fa\u3400-\u9fff\uac00-\ud7a3\uff66-\uff9f]")


def likeliest(
    text: str,
    before: float,
    readings: Iterable[tuple[bytes, str]],
    *,
    fewest: int,
    plain: float,
    of_few: float = SURE,
) -> str | None:
    """The reading of bytes in their charsets that is plain and far likelier than the text; the
    text itself where it was misread for certain, but two readings are as likely.
    """
    costs: Costs = {}
    for found, charset in readings:
        with suppress(UnicodeDecodeError):
            reading = found.decode(charset)
            if reading not in costs and not _HALF_KANA.search(reading):
                costs[reading] = cost(reading) + WRITTEN[charset]
    costs.pop(text, None)
    if not costs:
        return None
    best, *others = sorted(costs, key=lambda reading: (costs[reading], reading))
    letters = len(_LETTER.findall(best))
    each = mean(best)
    needed = of_few if letters < FEW else SURE
    needed += FOR_EACH * max(each - plain, 0)
    if before - costs[best] < needed or each > RARE or letters < fewest:
        return None
    if 2 * sum(map(len, _IN_WORD.findall(best))) >= letters:
        return None
    certain = not others or costs[others[0]] - costs[best] >= APART
    return best if certain else text


@cache
def _twofold(charset: str) -> dict[str, tuple[bytes, ...]]:
    """The characters that a charset has twice: those of IBM and NEC in the Shift_JIS of Windows."""
    if charset not in ("cp932", "big5", "cp950"):
        return {}
    found: dict[str, tuple[bytes, ...]] = {}
    for pair in product(range(0x81, 0xFF), (*range(0x40, 0x7F), *range(0x80, 0xFF))):
        with suppress(UnicodeDecodeError):
            character = bytes(pair).decode(charset)
            if len(character) == 1:
                found[character] = (*found.get(character, ()), bytes(pair))
    return {character: pairs for character, pairs in found.items() if len(pairs) > 1}


MOST_TWOFOLD = 4
"""Characters of this kind in a text, at most: each doubles its readings."""
LONGEST_TWOFOLD = 200  # characters


def encoded(text: str, charset: str) -> Iterable[bytes]:
    """The bytes that a charset reads as this text: none, one way, or several."""
    try:
        once = text.encode(charset)
    except UnicodeEncodeError:
        return ()
    twofold = _twofold(charset)
    if twofold.keys().isdisjoint(text):
        return (once,)
    if len(text) > LONGEST_TWOFOLD or sum(c in twofold for c in text) > MOST_TWOFOLD:
        return ()
    ways = product(*(twofold.get(c) or (c.encode(charset),) for c in text))
    return map(b"".join, ways)


def is_strange(text: str) -> bool:
    """Whether a text in characters of East Asia is made of unusual ones, so unusual that another
    reading can be sure; or has Kana of half the width, as which Shift_JIS reads other bytes.
    """
    if text.isascii():
        return False
    least = _least()
    beyond = [least.get(c, UNKNOWN) for c in text if c > "\x7f"]
    if len(beyond) < FEWEST or len(_LETTER.findall(text)) < 2:
        return False
    if sum(beyond) >= UNUSUAL * len(beyond) and mean(text) >= STRANGE:
        return True
    return _HALF_KANA.search(text) is not None


@lru_cache(maxsize=4)
def between(text: str) -> str | None:
    """Undo one charset of East Asia read as another: "擔杮偺愳" is 日本の川. The text itself where
    nothing is certain but that it was misread.
    """
    if len(text) > LONGEST or not is_strange(text):
        return None
    ways = _ways(text)
    return likeliest(text, cost(text), ways, fewest=FEWEST, plain=PLAIN, of_few=SURE_OF_FEW)


def _ways(text: str) -> Iterator[tuple[bytes, str]]:
    for read_as in READ:
        for found in encoded(text, read_as):
            for written in WRITTEN:
                if not (written in BIG5 and read_as in BIG5):  # they differ in signs alone
                    yield found, written


@lru_cache(maxsize=4)
def of_latin(text: str) -> str | None:
    """Undo a charset of East Asia read as Latin-1 or Windows-1252: "ÖÐ¹ú". The text itself where
    nothing is certain but that it was misread.
    """
    found = bytes_of(text)
    if found is None or len(text) > LONGEST:
        return None
    before = sum(map(_of_latin, dict.fromkeys(text)))
    before += OUT_OF_PLACE * len(_MISPLACED.findall(text))
    ways = ((found, written) for written in WRITTEN)
    return likeliest(text, before, ways, fewest=FEWEST_OF_LATIN, plain=RARE)


_MISPLACED = lazy(
    "[a-zß-öø-ÿšœž][À-ÖØ-ÞŠŒŽŸ]|[ß-öø-ÿšœž][A-Z]"  # a capital within a word
    "|[”»›](?=[A-Za-zÀ-ÖØ-öø-ÿŒ-ž])|[A-Za-zÀ-ÖØ-öø-ÿŒ-ž][“‘„‚«‹](?=[A-Za-zÀ-ÖØ-öø-ÿŒ-ž])"
)  # a mark that closes before a letter, one that opens within a word


def _of_latin(character: str) -> float:
    """The cost of a character that a byte was read as: a text in Latin letters has few beyond
    ASCII in a row, and no controls.
    """
    if character <= "\x7f" or character in "‘’“”–—…«»ŠŽŒŸšžœ":
        return 4.0
    return 12.0 if character <= "\x9f" else 9.0
