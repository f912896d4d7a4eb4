"""How a syllable of Cantonese is spelt in Hong Kong, from its Jyutping.

There is no standard for names: the government's spellings have several ways for one sound, and
people keep what their certificate of birth says. Source: the Hong Kong Government's list of
spellings (Standard Romanisation of Cantonese names, after Eitel), and the names of its own bodies.
"""

from __future__ import annotations

from functools import lru_cache

MAIN, OTHER = 1, 3  # the usual spelling, and one that is met too

_INITIALS = {
    "gw": "kw gw qu", "kw": "kw qu", "ng": "ng -", "z": "ch ts j tz", "c": "ch ts tsz",
    "s": "s sh", "j": "y - j", "b": "p b", "d": "t d", "g": "k g", "p": "p", "t": "t", "k": "k",
    "m": "m", "n": "n l", "l": "l", "f": "f", "h": "h", "w": "w", "": "-",
}  # fmt: skip
_FINALS = {
    "aa": "a ah ar", "aai": "ai", "aau": "au aau", "aam": "am", "aan": "an", "aang": "ang",
    "aap": "ap", "aat": "at", "aak": "ak", "ai": "ai ei", "au": "au ow", "am": "am um",
    "an": "an un", "ang": "ang ung", "ap": "ap up", "at": "at ut", "ak": "ak uk",
    "e": "e eh ea er", "ei": "ei i ee ey ay", "eu": "eu", "eng": "eng ing", "ek": "ek eck ik",
    "i": "i ee ze e ih", "iu": "iu ew ieu", "im": "im", "in": "in ien", "ing": "ing",
    "ip": "ip", "it": "it", "ik": "ik ick", "o": "o or oh", "oi": "oi oy", "on": "on",
    "ong": "ong", "ot": "ot", "ok": "ok ock", "ou": "o ou oo ow u", "oe": "eu oe",
    "oeng": "eung eong", "oek": "euk eok", "eoi": "ui oi eoi uy", "eon": "un on eun",
    "eot": "ut eut", "u": "u oo", "ui": "ui uy", "un": "un oon", "ung": "ung", "ut": "ut oot",
    "uk": "uk ook ok", "yu": "yu u ue", "yun": "yun un uen", "yut": "yut ut uet", "m": "m",
    "ng": "ng",
}  # fmt: skip
_WHOLE = {  # where the spelling is not that of the parts; these come first
    "ji": "yi yee yee i e yea", "jyu": "yu yue u yiu", "jyun": "yuen un yun",
    "jyut": "yuet ut yut", "jik": "yik yick", "ng": "ng eng ung", "m": "m ng",
    "wu": "wu woo u", "zi": "chi che tsz tze chee", "ci": "chi tsz tze chee",
    "si": "sze si szeto see shi sy", "zyu": "chu", "cyu": "chu", "syu": "shu shue",
    "zau": "chau chow jau", "cau": "chau chow", "au": "au ow", "zoeng": "cheung chang tseung",
    "syun": "suen shuen sun", "sam": "sum sham shum sam", "wui": "wui ooi hui",
    "wai": "wai way", "seon": "shun sun", "seoi": "shui sui", "soeng": "sheung seung",
    "gwok": "kwok kwock kok", "kau": "kau khau", "fui": "fui", "lou": "lo lou loo law",
    "lo": "lo law loh", "gou": "ko go kao", "waa": "wa wah hwa", "faa": "fa fah",
    "haa": "ha hah", "maa": "ma mah", "aa": "a ah ar", "jung": "yung", "hing": "hing",
    "zan": "chun chan", "sin": "sin", "jin": "yin", "jing": "ying", "jan": "yan ian",
    "jau": "yau yow", "jam": "yam yum", "jit": "yit", "juk": "yuk yok", "jyuk": "yuk",
    "daai": "tai dai", "gaai": "kai", "hei": "hei hi hay", "gei": "kei ki kee",
    "mei": "mei mi may", "fei": "fei fi", "lei": "lei li lee", "bei": "pei bi", "sei": "sei",
    "nei": "nei",
}  # fmt: skip


@lru_cache(maxsize=2048)
def spellings(reading: str) -> dict[str, int]:
    """The spellings of one reading in Jyutping ("zoeng1"), each with its distance: MAIN, OTHER.

    >>> spellings("zoeng1")["cheung"]
    1
    """
    syllable = reading.rstrip("123456")
    found = dict.fromkeys(_WHOLE.get(syllable, "").split()[:2], MAIN)
    found |= {spelt: OTHER for spelt in _WHOLE.get(syllable, "").split() if spelt not in found}
    initial = next((i for i in _INITIALS if i and syllable.startswith(i)), "")
    if syllable in ("ng", "m"):
        return found
    starts, ends = _INITIALS[initial].split(), _FINALS.get(syllable[len(initial) :], "").split()
    for i, start in enumerate(starts):
        for j, end in enumerate(ends):
            spelt = start.replace("-", "") + end
            found.setdefault(spelt, OTHER if i or j or found else MAIN)
    return found
