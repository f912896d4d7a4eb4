"""How a syllable of Mandarin is spelt: Pinyin, Wade-Giles, Tongyong, MPS II, Yale, Gwoyeu Romatzyh
and the ways that people mix them in their own names.

Sources: ISO 7098 (Pinyin); the tables of the systems as of the Taiwan Ministry of Education (1986
MPS II, 2002 Tongyong) and of the Bureau of Consular Affairs for passports; Chao, Mandarin Primer
(1948) for Gwoyeu Romatzyh.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

PINYIN, WADE, SYSTEM, LOOSE = 0, 1, 2, 3  # how far a spelling is from today's standard

_INITIALS = (
    "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x",
    "r", "z", "c", "s",
)  # fmt: skip
_HISSING = ("zh", "ch", "sh", "r", "z", "c", "s")  # their "i" is another vowel: "-i" below
_PALATAL = ("j", "q", "x")  # their "u" is "ü"
_ZERO = {  # what Pinyin writes with y and w
    "yi": "i", "ya": "ia", "yo": "io", "ye": "ie", "yai": "iai", "yao": "iao", "you": "iu",
    "yan": "ian", "yin": "in", "yang": "iang", "ying": "ing", "yong": "iong", "yu": "ü",
    "yue": "üe", "yuan": "üan", "yun": "ün", "wu": "u", "wa": "ua", "wo": "uo", "wai": "uai",
    "wei": "ui", "wan": "uan", "wen": "un", "wang": "uang", "weng": "ueng", "wong": "ueng",
}  # fmt: skip

# The syllables of Pinyin that occur in names, by their finals.
SYLLABLES = frozenset(
    initial + final
    for finals, initials in (
        ("a", "b p m f d t n l g k h zh ch sh z c s"), ("o", "b p m f"), ("ai ao", ""),
        ("e", "d t n l g k h zh ch sh r z c s"), ("ai", "b p m d t n l g k h zh ch sh z c s"),
        ("ei", "b p m f n l g h"), ("ao", "b p m d t n l g k h zh ch sh r z c s"),
        ("ou", "p m f d t n l g k h zh ch sh r z c s"), ("er", ""),
        ("an", "b p m f d t n l g k h zh ch sh r z c s"),
        ("en", "b p m f n g k h zh ch sh r z c s"),
        ("ang", "b p m f d t n l g k h zh ch sh r z c s"),
        ("eng", "b p m f d t n l g k h zh ch sh r z c s"),
        ("ong", "d t n l g k h zh ch r z c s"), ("i", "b p m d t n l j q x zh ch sh r z c s y"),
        ("ia", "l j q x"), ("ie iao ian in", "b p m n l j q x"), ("ie iao ian", "d t"),
        ("iu", "m d n l j q x"), ("ing", "b p m d t n l j q x y"), ("iang", "n l j q x"),
        ("iong", "j q x"), ("u", "b p m f d t n l g k h zh ch sh r z c s j q x y w"),
        ("ua", "g k h zh sh"), ("uo", "d t n l g k h zh ch sh r z c s"), ("uai", "g k h zh ch sh"),
        ("ui", "d t g k h zh ch sh r z c s"), ("uan", "d t n l g k h zh ch sh r z c s j q x y"),
        ("un", "d t l g k h zh ch sh r z c s j q x y"), ("uang", "g k h zh ch sh"),
        ("ue", "j q x y n l"),
        ("a an ang ao e ong ou in", "y"), ("a o ai ei an en ang eng", "w"), ("v", "n l"),
        ("a ai an ang ao e en ou", ""), ("ve", "n l"), ("yu", "n l"),
    )
    for final in finals.split()
    for initial in initials.split() or ("",)
)  # fmt: skip


def _pairs(text: str) -> dict[str, str]:
    return {key: value for key, _, value in (pair.partition("=") for pair in text.split())}


# A system is its initials, its finals after an initial, and its syllables without one, each only
# where it differs from Pinyin; "-i" is the vowel of zi and zhi. Apostrophes are left out.
_WADE = (
    _pairs("b=p d=t g=k zh=ch z=ts c=ts j=ch q=ch x=hs r=j"),
    _pairs("-i=ih ie=ieh ian=ien iong=iung ong=ung ü=u üe=ueh üan=uan ün=un er=erh"),
    _pairs("e=o ie=yeh ian=yen iu=yu iong=yung üe=yueh iai=yai er=erh"),
)
_WADE_WHOLE = _pairs(
    "ge=ko ke=ko he=ho duo=to tuo=to luo=lo nuo=no zuo=tso cuo=tso suo=so zhuo=cho chuo=cho "
    "ruo=jo gui=kuei kui=kuei zi=tzu ci=tzu si=szu"
)
_TONGYONG = (
    _pairs("zh=jh q=c x=s"),
    _pairs("-i=ih iu=iou ui=uei iong=yong ü=yu üe=yue üan=yuan ün=yun"),
    _pairs("un=wun ueng=wong"),
)
_MPS2 = (
    _pairs("zh=j z=tz c=ts q=ch x=sh"),
    _pairs("-i=r ao=au iao=iau iu=iou ui=uei un=uen ong=ung iong=iung ü=iu üe=iue üan=iuan ün=iun"),
    _pairs("ao=au iao=yau ueng=weng iong=yung er=er"),
)
_YALE = (
    _pairs("zh=j z=dz c=ts q=ch x=s"),
    _pairs(
        "-i=r ao=au ia=ya ie=ye iao=yau iu=you ian=yan iang=yang iong=yung uo=wo ui=wei ua=wa "
        "uai=wai uan=wan un=wun uang=wang ong=ung ü=yu üe=ywe üan=ywan ün=yun"
    ),
    _pairs("ao=au iao=yau üe=ywe üan=ywan iong=yung"),
)
# What people write who follow no system: one final for another, in any of the systems.
_CUSTOM = (
    ("i", "ee"), ("u", "oo"), ("ong", "oong"), ("ung", "oong"), ("ao", "au"), ("ao", "aw"),
    ("ao", "ow"), ("ai", "ay"), ("ei", "ey"), ("ian", "ien"), ("uan", "uen"), ("ou", "ow"),
    ("ui", "wei"), ("ui", "wey"), ("ui", "uey"), ("eng", "ong"), ("ie", "ieh"), ("e", "er"),
    ("e", "eh"), ("uo", "o"), ("an", "ann"), ("ang", "arng"), ("ong", "orng"), ("un", "uen"),
    ("ua", "wa"), ("uang", "wang"), ("uan", "wan"), ("ing", "in"), ("in", "ing"),
)  # fmt: skip
_NEAR = {  # and one initial for another
    "x": ("hs", "sh", "s", "shy"), "zh": ("j", "ch", "jh", "ts"),
    "q": ("ch", "chy"), "j": ("ch", "jy"),
    "c": ("ts", "tz"), "z": ("ts", "tz", "dz"), "d": ("d", "t"), "b": ("b", "p"), "g": ("g", "k"),
    "r": ("r", "j"), "h": ("h",), "sh": ("sh", "s"), "ch": ("ch", "ts"), "s": ("s", "sz"),
    "k": ("k",), "t": ("t",), "p": ("p",),
}  # fmt: skip


@lru_cache(maxsize=2048)
def spellings(reading: str) -> dict[str, int]:
    """The spellings of one reading ("zhang1", tone as a number or none) without marks and
    apostrophes, each with its distance: PINYIN, WADE, SYSTEM or LOOSE.

    >>> spellings("xu2")["hsu"], spellings("xu2")["shyu"]
    (1, 2)
    """
    syllable, tone = (reading[:-1], reading[-1]) if reading[-1:].isdigit() else (reading, "")
    initial, final = parts(syllable)
    plain = syllable.replace("ü", "u")
    found = {plain: PINYIN}
    if not final:
        return found  # an interjection: "hm", "n"

    def put(spelt: str, distance: int) -> None:
        found.setdefault(spelt.replace("ü", "u"), distance)

    if "ü" in syllable:
        for other in ("v", "yu", "ue"):
            put(syllable.replace("ü", other), PINYIN)
    wade = _WADE_WHOLE.get(syllable) or _spelt(initial, final, _WADE)
    put(wade, WADE)
    if wade.endswith("h") and len(wade) > 2:
        put(wade[:-1], SYSTEM)  # Chi for Chih, Ye for Yeh
    put(_spelt(initial, final, _TONGYONG), SYSTEM)
    for spelt in _systems(initial, final, tone):
        # what reads as another syllable of Pinyin is meant as that one
        if spelt not in SYLLABLES:
            put(spelt, SYSTEM)
    for spelt in _loose(syllable, initial, final):
        if spelt not in SYLLABLES and spelt[0] not in "qx" and not spelt.startswith("zh"):
            put(spelt, LOOSE)
    return found


def _systems(initial: str, final: str, tone: str) -> Iterator[str]:
    yield _spelt(initial, final, _MPS2)
    yield _spelt(initial, final, _YALE)
    yield from (_gwoyeu(initial, final, int(number)) for number in tone or "1234")


def parts(syllable: str) -> tuple[str, str]:
    """Initial and final of a syllable in Pinyin, with the sounds that the spelling hides: "ü"
    after j, q and x, "-i" after the hissing ones, "i" and "u" for y and w."""
    if syllable in _ZERO:
        return "", _ZERO[syllable]
    initial = next((i for i in _INITIALS if syllable.startswith(i)), "")
    final = syllable[len(initial) :]
    if initial in _HISSING and final == "i":
        return initial, "-i"
    if initial in _PALATAL and final.startswith("u"):
        return initial, "ü" + final[1:]
    return initial, final


_UNZERO = {final: syllable for syllable, final in _ZERO.items() if syllable != "wong"}


def _spelt(initial: str, final: str, system: tuple[dict[str, str], ...]) -> str:
    initials, finals, alone = system
    if not initial:
        return alone.get(final) or _UNZERO.get(final, final)
    after = finals.get(final, final)
    if after == "r" and initials.get(initial, initial).endswith("r"):
        after = ""
    return initials.get(initial, initial) + after.removeprefix("-")


def _gwoyeu(initial: str, final: str, tone: int) -> str:
    """A syllable in Gwoyeu Romatzyh, which spells the tone."""
    start = _pairs("zh=j q=ch x=sh z=tz c=ts").get(initial, initial)
    base = _pairs("-i=y er=el ao=au iao=iau iu=iou ui=uei un=uen ü=iu üe=iue üan=iuan ün=iun").get(
        final, final
    )
    voiced = initial in ("m", "n", "l", "r")
    if tone == 1:
        if voiced:
            return start[0] + "h" + base
        return start + base if start else _glide(base)
    if tone == 2:
        if voiced:
            return start + base
        if base[0] in "iu" and base not in ("i", "u"):
            return start + {"i": "y", "u": "w"}[base[0]] + (base[1:] if base != "in" else "yn")
        if base in ("i", "u"):
            return start + {"i": "yi", "u": "wu"}[base]
        head = base.rstrip("ngl")
        return start + (head + "r" + base[len(head) :] if len(head) < 2 else _yr(base))
    if tone == 3:
        changed = _third(base)
        return start + changed if start else _glide3(base, changed)
    ended = base
    for end, other in (("ng", "nq"), ("n", "nn"), ("l", "ll"), ("ai", "ay"), ("ei", "ey"),
                       ("au", "aw"), ("ou", "ow")):  # fmt: skip
        if base.endswith(end):
            ended = base.removesuffix(end) + other
            break
    else:
        ended = base + "h"
    return start + ended if start else _glide(ended)


def _yr(base: str) -> str:
    head = base.rstrip("ng")
    return head + "r" + base[len(head) :]


def _glide(base: str) -> str:
    if base[0] == "i":
        return "y" + (base if base[1:2] in ("", "n", "h") else base[1:])
    if base[0] == "u":
        return "w" + (base if base[1:2] in ("", "h") else base[1:])
    return base


def _third(base: str) -> str:
    if base in ("ie", "uo", "ei", "ou"):
        return {"ie": "iee", "uo": "uoo", "ei": "eei", "ou": "oou"}[base]
    if base[0] in "iu" and len(base) > 1 and base[1] in "aeou":
        return {"i": "e", "u": "o"}[base[0]] + base[1:]
    if base.endswith("ai"):
        return base[:-1] + "e"
    if base.endswith("au"):
        return base[:-1] + "o"
    return base[0] + base


def _glide3(base: str, changed: str) -> str:
    if base[0] in "iu":
        return {"i": "y", "u": "w"}[base[0]] + changed
    return changed


def _loose(syllable: str, initial: str, final: str) -> Iterator[str]:
    plain = syllable.replace("ü", "u")
    if initial == "" and plain[0] == "y" and plain[1:2] == "i":
        yield plain[1:]  # Ing-wen
        yield "y" + plain[1:] + "h"  # Yih
    if plain == "wu":
        yield "u"
    if plain[-1] in "iu":
        yield plain + "h"  # Yuh, Jih
    if final == "-i":
        near = _NEAR.get(initial, (initial,))
        yield from (start + end for start in near for end in ("ih", "i", "r", "yr", "yh", "ze"))
        return
    sound = {"ü": "u", "üe": "ue", "üan": "uan", "ün": "un"}.get(final, final)
    starts = (initial, *_NEAR.get(initial, ())) if initial else ()
    for start in starts:
        yield start + sound
        for old, new in _CUSTOM:
            if sound == old:
                yield start + new
        if final[0] == "ü":
            yield start + "y" + sound
            yield start + "i" + sound
            yield start + "yue" + sound[1:].removeprefix("e")
            yield start + "ue" + sound[1:].removeprefix("e")
        elif sound == "iong":
            yield from (start + "yong", start + "yung", start + "iung", start + "ung")
        elif sound == "ui":
            yield from (start + "uei", start + "wei")
        elif sound == "iu":
            yield from (start + "iou", start + "eou", start + "ew", start + "ieu", start + "yu")
        elif sound == "ong":
            yield start + "ung"
        elif sound[0] == "i" and sound[1:2] in ("a", "o"):
            yield start + "y" + sound[1:]
            yield start + "e" + sound[1:]
    if not initial:
        for old, new in (("iao", "yeau"), ("iu", "yeou"), ("iu", "yu"), ("iu", "yow"),
                         ("iu", "yiu"), ("ian", "yean"), ("iong", "yeong"), ("ui", "way"),
                         ("ü", "yue"), ("ü", "yuh"), ("ü", "yui"), ("üan", "yuen"),
                         ("un", "wun"), ("uo", "woo"), ("ie", "ye"), ("ün", "yuen"),
                         ("ün", "yiun"), ("er", "erh"), ("e", "er"), ("ia", "yea"),
                         ("u", "woo"), ("u", "wuh"), ("i", "yee"), ("i", "ye"),
                         ("i", "e"), ("i", "yee")):  # fmt: skip
            if final == old:
                yield new
