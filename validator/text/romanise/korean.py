"""Whether a Korean name, in Hangul or in Han characters, agrees with a romanised one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, product

from validator.text.names.surnames import KOREAN_COMPOUND
from validator.text.romanise import sino_korean
from validator.text.romanise.hangul import begins, fits, is_hangul, is_shaped, revised
from validator.text.romanise.tables import readings
from validator.text.romanise.types import UNKNOWN, Agreement, Part, Roman, Verdict

MOST_SYLLABLES = 5  # of a Korean name: 남궁 and a given name of three
MOST_READINGS = 24  # of a name in Han characters that are tried

_SURNAMES = """
가 ka ga|간|갈 kal|감 kam|강 kang gang|개|견|경 kyung|계 kye kay|고 ko koh|곡|공 kong gong|
곽 kwak|구 koo ku|국 kook|군|궁|궉|권 kwon|근|금 keum kum|기 ki kee|길 kil gil|김 kim gim|
나 na ra rha rah|난|남 nam nahm|낭|내|노 noh roh no ro rho|뇌 roe|누|단|담|당|대|도 do doh toh|독|
돈|동 dong tong|두 doo|라 ra na rha rah|란|량 ryang yang|려 ryeo yeo|련 ryon|렴 ryom yeom|
로 ro roh noh|뢰 roe|류 ryu yoo yu ryoo lyu ryou liu|룡 ryong yong|륙 ryuk yuk|
리 ri li lee rhee rhie yi|림 rim lim im yim leem|마 ma mah|만|매|맹 maeng|명 myung myeong|모 mo|
목 mok|묘|묵|문 moon mun|미|민 min|박 park pak bak bark|반 ban pan|방 bang pang|
배 bae pae bai pai|백 baek paik paek back baik|범|변 byun byeon pyun pyon|복|봉 bong|부 boo bu pu|
빈|빙|사 sa|삼|상|서 seo suh so sur|석 seok suk sok|선 sun seon|설 seol sul|섭|성 sung seong song|
소 so soh|손 son sohn|송 song|수|순|승 seung|시 si shi|신 shin sin|심 shim sim|십|아|안 ahn an|애|
야|양 yang ryang|어 eo uh eoh|엄 eom um uhm ohm|여 yeo yuh|연 yeon yun youn|염 yeom yum youm|영|
예 ye|오 oh o|옥 ok ock|온 on|옹 ong|완|왕 wang|요|용 yong|우 woo wu u|운|원 won weon|위 wi wee|
유 yoo yu you yoo ryu ryoo lyu rhyu|육 yuk yook|윤 yoon yun youn|은 eun un|음 eum|
이 lee yi rhee i li ri rhie reeh lie ee|인 in|임 lim im yim rim rhim leem|자|장 jang chang|저|
전 jeon chun jun chon cheon|점|정 jung jeong chung chong cheong joung choung|제 je|
조 cho jo joe joh|종|좌|주 joo ju chu choo|준|즙|증|지 ji chi jee|진 jin chin|차 cha|창|
채 chae chai|천 cheon chun chon|초|최 choi choe choy chey|추 choo chu|춘|쾌|탁 tak|탄|탕|태 tae|
판|팽 paeng|편 pyun|평|포|표 pyo|풍|피 pi|필|하 ha hah|학|한 han hahn|함 ham hahm|해|
허 heo hur huh her ho|현 hyun hyeon|형|호 ho|홍 hong|화|환|황 hwang whang|후|흥
"""
"""Family names of South and North Korea with usual spellings, the most frequent first; all other
customary spellings of a syllable fit too. After the census of 2015."""


@lru_cache(maxsize=1)
def _surnames() -> dict[str, tuple[str, ...]]:
    rows = (row.split() for row in _SURNAMES.replace("\n", "").split("|"))
    return {syllable: tuple(spellings) for syllable, *spellings in rows} | dict.fromkeys(
        KOREAN_COMPOUND, ()
    )


_COMPOUND_HAN = {
    "南宮": "남궁", "南宫": "남궁", "皇甫": "황보", "諸葛": "제갈", "诸葛": "제갈",
    "鮮于": "선우", "鲜于": "선우", "獨孤": "독고", "独孤": "독고", "司空": "사공",
    "西門": "서문", "西门": "서문", "東方": "동방", "东方": "동방",
}  # fmt: skip


def compare(native: str, roman: Roman) -> Agreement | None:
    """Whether the name agrees; None where the pair cannot be of Korean.

    A name in Han characters is Korean where its Korean reading fits; else it is only doubted
    where the romanised side is spelt as a Korean name.
    """
    words = [word for word in _words(native) if word]
    if not words or not 2 <= sum(map(len, words)) <= MOST_SYLLABLES:
        return UNKNOWN if any(map(is_hangul, words)) else None
    if all(map(is_hangul, words)):
        return _of_hangul(tuple(_divided(words)), roman)
    return _of_han(words, roman)


def _words(native: str) -> list[str]:
    return "".join(c if c.isalpha() else " " for c in native).split()


def _divided(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Family and given name in Hangul, as they can be meant."""
    surnames = _surnames()
    if len(words) == 1:
        (name,) = words
        if name[:2] in KOREAN_COMPOUND and len(name) > 2:
            yield name[:2], name[2:]
        yield name[:1], name[1:]
    else:
        family, given = words[0], "".join(words[1:])
        if family in surnames or words[-1] not in surnames:
            yield family, given
        if len(given) > 1 and family + given[0] in KOREAN_COMPOUND:
            yield family + given[0], given[1:]
        if words[-1] in surnames and len(words[-1]) < sum(map(len, words[:-1])):
            yield words[-1], "".join(words[:-1])


def _of_hangul(names: Sequence[tuple[str, str]], roman: Roman) -> Agreement:
    """The best of the ways in which the name can be divided."""
    found = max((_compared(*name, roman) for name in names), key=_rank, default=UNKNOWN)
    if found.verdict is not Verdict.MATCH and any(_is_chinese(*name, roman) for name in names):
        return Agreement(Verdict.MATCH, 0.7, " ".join(part.text for part in roman.parts))
    return found


def _is_chinese(family: str, given: str, roman: Roman) -> bool:
    return any(
        sino_korean.agree(family, "".join(part.text for part in split_family))
        and sino_korean.agree(given, "".join(part.text for part in split_given))
        for split_family, split_given in roman.splits()
    )


def _rank(agreement: Agreement) -> tuple[bool, float]:
    """A mismatch of one division of a name is none of the name."""
    return agreement.verdict is not Verdict.MISMATCH, agreement.score


def _of_han(words: Sequence[str], roman: Roman) -> Agreement | None:
    known = readings("korean")
    text = "".join(words)
    if any(character not in known for character in text):
        return None
    length = 2 if text[:2] in _COMPOUND_HAN and len(text) > 2 else 1
    if len(words) == 2:
        length = len(words[0])
    families = [_COMPOUND_HAN[text[:2]]] if text[:length] in _COMPOUND_HAN else known[text[0]]
    best = UNKNOWN
    for family in families if length == 1 or len(families) == 1 else ():
        ways = product(*(known[character] for character in text[length:]))
        for given in islice(ways, MOST_READINGS):
            found = _compared(family, "".join(given), roman)
            if found.verdict is Verdict.MATCH:
                return found
            if not best.reading or _rank(found) > _rank(best):
                best = found
    # what does not fit is Korean only where nothing else is spelt so
    return best if best.verdict is Verdict.MISMATCH else None


def _compared(family: str, given: str, roman: Roman) -> Agreement:
    reading = f"{(_surnames().get(family) or (revised(family),))[0]} {revised(given)}"
    is_family = False
    kept: Sequence[Part] = ()
    for weight, split_family, split_given in _splits(roman):
        name = "".join(part.text for part in split_family)
        if not _is_spelt(family, name):
            continue
        if not is_family:
            is_family, kept = True, split_given
        if fits(given, "".join(part.text for part in split_given)):
            return Agreement(Verdict.MATCH, weight, reading)
        if _are_initials(given, _lettered(split_given, roman)):
            return Agreement(Verdict.MATCH, 0.8 * weight, reading)
    if is_family and family in _surnames():
        if _is_other(given, kept):
            return Agreement(Verdict.MISMATCH, 0.1, reading)
        return Agreement(Verdict.SURNAME_ONLY, 0.5, reading)
    return _difference(family, given, roman, reading)


def _splits(roman: Roman) -> Iterator[tuple[float, Sequence[Part], Sequence[Part]]]:
    """The ways to divide the romanised name, and those that leave out a word at one of its ends:
    a Western name beside the Korean one ("Andrew Kim Tae-gon").
    """
    for family, given in roman.splits():
        yield 1.0, family, given
    parts = roman.parts
    last = parts[-1].word
    if last < 2 or roman.comma:
        return
    for outer in (0, last):
        rest = [p._replace(word=p.word - (not outer)) for p in parts if p.word != outer]
        for family, given in Roman(tuple(rest), 0).splits():
            yield 0.9, family, given


def _is_spelt(family: str, name: str) -> bool:
    return name in _surnames().get(family, ()) or fits(family, name)


def _lettered(given: Sequence[Part], roman: Roman) -> Sequence[Part]:
    """Initials without dots as a part each: "HJ" beside words that are not in capitals."""
    if len(given) == 1 and given[0].is_capital and 1 < len(given[0].text) <= 3:
        part = given[0]
        if not all(other.is_capital for other in roman.parts):
            return [part._replace(text=letter, is_initial=True) for letter in part.text]
    return given


def _are_initials(given: str, parts: Sequence[Part]) -> bool:
    """Whether each syllable has its part, and one or more of them are initials."""
    return (
        len(parts) == len(given) > 1
        and any(part.is_initial for part in parts)
        and all(
            begins(syllable, part.text) if part.is_initial else fits(syllable, part.text)
            for syllable, part in zip(given, parts, strict=True)
        )
    )


NEAR = 0.65
"""How near the spelling of a given name may come and be another name. Of 2,172 right pairs 14 have
a spelling that no custom explains, and 11 of them are nearer; of wrong pairs with the same family
name 9 in 100 are."""
NEAR_OF_OTHERS = 0.8
"""The same where the family names differ as well, which is evidence of its own."""


def _is_other(given: str, parts: Sequence[Part], near: float = NEAR) -> bool:
    """Whether a given name is spelt as a Korean one of two syllables, and far from this: one of
    one syllable is spelt as English ones are ("Ben", "Joe").
    """
    words = [part.text for part in parts]
    return is_shaped(words, 2) and nearness(given, words) < near


def nearness(given: str, words: Sequence[str]) -> float:
    """How near the letters come to a given name, from 0 to 1, but for what is often confused."""
    from rapidfuzz.fuzz import ratio

    return ratio(_coarse(revised(given)), _coarse("".join(words))) / 100


_VOICED = str.maketrans("ktpcoly", "gdbjuri")


def _coarse(text: str) -> str:
    for spelling, letter in (("ch", "j"), ("sh", "s"), ("ae", "e"), ("ee", "i"), ("eo", "u"),
                             ("eu", "u"), ("oo", "u"), ("ui", "i")):  # fmt: skip
        text = text.replace(spelling, letter)
    return text.translate(_VOICED)


@lru_cache(maxsize=1)
def _all_spellings() -> frozenset[str]:
    rows = _surnames().items()
    return frozenset(spelling for _, row in rows for spelling in row) | {
        revised(syllable) for syllable, _ in rows
    }


def _is_other_family(family: str, name: str) -> bool:
    """Whether letters are another Korean family name, not this one in a spelling of its own."""
    return name in _all_spellings() and nearness(family, [name]) < NEAR


def _difference(family: str, given: str, roman: Roman, reading: str) -> Agreement:
    """A mismatch where the romanised side is a Korean name of another family, spelt far from this
    one, with the same given name of two syllables or another one far from it.
    """
    if family not in _surnames():
        return UNKNOWN  # a foreign name in Hangul: 존 스미스
    is_korean = False
    for _, split_family, split_given in _splits(roman):
        name = "".join(part.text for part in split_family)
        words = [part.text for part in split_given]
        if fits(given, "".join(words)):
            if len(given) < 2 or not _is_other_family(family, name):
                return UNKNOWN
            is_korean = True
        elif name in _all_spellings():
            if not _is_other(given, split_given, NEAR_OF_OTHERS):
                return UNKNOWN
            is_korean = True
    return Agreement(Verdict.MISMATCH, 0.0, reading) if is_korean else UNKNOWN
