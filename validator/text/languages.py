"""Codes and names of languages: BCP 47 tags, ISO 639, and what exports write in their place."""

from __future__ import annotations

from functools import cache
from unicodedata import normalize

from validator.text.patterns import lazy


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CODES = _words(
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv "
    "cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr "
    "ht hu hy hz ia id ie ig ii ik in io is it iu iw ja ji jv ka kg ki kj kk kl km kn ko kr ks "
    "ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my na nb nd ne ng nl "
    "nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl "
    "sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi "
    "vo wa wo xh yi yo za zh zu"
)
"""ISO 639-1, with the codes in, iw, ji, mo, sh and bh that it has given up."""

LANGUAGES = """
zh: chi zho cmn lzh yue wuu nan | chinese mandarin cantonese | 中文 汉语 漢語 华语 中国語 國語
ja: jpn | japanese | 日本語 日语 日語 日文 일본어
ko: kor | korean | 한국어 조선어 韩语 韓語 韩文 韓文 朝鲜语 朝鮮語 韓国語
en: eng | english american british | 英语 英語 英文 영어 anglais englisch inglés
de: ger deu | german ngerman austrian | 德语 德語 德文 ドイツ語 독일어 deutsch
fr: fre fra | french canadien acadian | 法语 法語 法文 フランス語 français francais
es: spa | spanish castilian | 西班牙语 西班牙語 スペイン語 español castellano
ru: rus | russian | 俄语 俄語 俄文 ロシア語 русский
it: ita | italian | 意大利语 意大利語 italiano
pt: por | portuguese brazilian | 葡萄牙语 葡萄牙語 português
nl: dut nld | dutch flemish | 荷兰语 荷蘭語 nederlands niederländisch
sv: swe | swedish | svenska
da: dan | danish | dansk
no: nor nob nno | norwegian | norsk
fi: fin | finnish | suomi
pl: pol | polish | polski
cs: cze ces | czech | čeština český
sk: slo slk | slovak | slovenčina
sl: slv | slovenian slovene | slovenščina
hu: hun | hungarian magyar
ro: rum ron | romanian | română
bg: bul | bulgarian | български
sr: srp scc | serbian | српски srpski
hr: hrv scr | croatian | hrvatski
uk: ukr | ukrainian | українська
el: gre ell | greek | ελληνικά
tr: tur | turkish | türkçe
ar: ara | arabic | العربية 阿拉伯语
he: heb | hebrew | עברית
fa: per fas | persian farsi | فارسی
hi: hin | hindi | हिन्दी
th: tha | thai | ไทย 泰语
vi: vie | vietnamese | 越南语 越南語 tiếng-việt
id: ind | indonesian | bahasa-indonesia
ms: may msa | malay
mn: mon | mongolian | 蒙古语 蒙古文 蒙文
bo: tib bod | tibetan | 藏语 藏文
ug: uig | uyghur uighur | 维吾尔语 维吾尔文
la: lat | latin | 拉丁语
ca: cat | catalan | català
lt: lit | lithuanian
lv: lav | latvian
et: est | estonian
is: ice isl | icelandic
ga: gle | irish
cy: wel cym | welsh
eu: baq eus | basque
gl: glg | galician
ka: geo kat | georgian
hy: arm hye | armenian
ur: urd | urdu
bn: ben | bengali
ta: tam | tamil
"""
"""A line a language: its code, its codes of three letters, its names in English and elsewhere."""

TAGS = {
    "zh-hans": "zh-Hans",
    "zh-hant": "zh-Hant",
    **dict.fromkeys(
        (
            *("chs", "schinese", "simplified chinese", "chinese simplified", "chinese-simplified"),
            *(
                "chinese (simplified)",
                "simplifiedchinese",
                "简体中文",
                "簡體中文",
                "中文简体",
                "简体",
            ),
            *("中文(简体)", "中文(簡體)", "简体字", "中文(简)"),
        ),
        "zh-Hans",
    ),
    **dict.fromkeys(
        (
            *("cht", "tchinese", "traditional chinese", "chinese traditional", "繁体中文"),
            *("chinese (traditional)", "traditionalchinese", "chinese-traditional", "繁體中文"),
            *(
                "中文繁体",
                "中文繁體",
                "繁体",
                "繁體",
                "正體中文",
                "中文(繁体)",
                "中文(繁體)",
                "中文(正體)",
            ),
        ),
        "zh-Hant",
    ),
    "american english": "en-US",
    "british english": "en-GB",
    "us english": "en-US",
    "uk english": "en-GB",
    "brazilian portuguese": "pt-BR",
    "jp": "ja",
    "jap": "ja",
    "jpn.": "ja",
    "cn": "zh",
    "chn": "zh",
    "ch-zn": "zh-CN",
    "cn-zh": "zh-CN",
    "kr-ko": "ko-KR",
    "krn": "ko",
    "cz": "cs",
    "gr": "el",
    "dk": "da",
    "ua": "uk",
    "ger.": "de",
    "us": "en",
    "gb": "en",
    "eng.": "en",
}
"""What is written for a tag and is none, beside the names of languages."""

COUNTRIES = {"kr": "ko", "tw": "zh", "hk": "zh", "mo": "zh", "sg": "zh"}
"""Codes of countries that are codes of other languages, or none, but stand for these."""

_OWN = ("zh-hans", "zh-hant")
_TAG = lazy(
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*"
    r"(?:-x(?:-[a-z0-9]{1,8})+)?|x(?:-[a-z0-9]{1,8})+|i-[a-z]{3,8}|zh-min(?:-nan)?",
)
_SEPARATORS = lazy(r"\s*[;；,，、/|]\s*")
LONGEST = 60  # characters of a value that may name a language


@cache
def _table() -> tuple[dict[str, str], dict[str, str], frozenset[str]]:
    """Codes of three letters, names elsewhere and in English with their code; English names."""
    codes: dict[str, str] = {}
    names: dict[str, str] = dict(TAGS)
    english: set[str] = set()
    for line in LANGUAGES.strip().splitlines():
        code, _, rest = line.partition(":")
        longer, own, *others = rest.split("|")
        codes |= dict.fromkeys(longer.split(), code)
        english |= set(own.split())
        for part in (own, *others):
            names |= dict.fromkeys(part.split(), code)
    return codes, names, frozenset(english)


def _plain(text: str) -> str:
    """A value in one way: NFKC, small letters, one blank between words, no mark at its end."""
    text = " ".join(normalize("NFKC", text).casefold().split())
    return text.strip(" ;,.:。、")


def is_tag(text: str) -> bool:
    """Whether a value is a tag of BCP 47 or a code of ISO 639, in any case of letters.

    Codes of two letters must be those of ISO 639-1; of three letters any are accepted but the few
    that stand for others in exports: ISO 639-3 has nearly eight thousand. Source: RFC 5646 2.1.
    """
    tag = text.lower()
    first = tag.partition("-")[0]
    if not _TAG.fullmatch(tag) or (tag in TAGS and tag not in _OWN):
        return False
    if len(first) == 2:
        return first in CODES
    return len(first) < 4  # those of four letters and more are reserved


def is_english_name(text: str) -> bool:
    """Whether a value is a name of a language in English, or one that LaTeX's babel uses."""
    plain = _plain(text)
    return plain in _table()[2] or plain.replace(" ", "") in _BABEL or plain in TAGS


_BABEL = _words(
    "usenglish ukenglish canadian australian newzealand germanb naustrian nswissgerman "
    "swissgerman francais frenchb portuges brazil chinese-hans chinese-hant chinese- "
    "simplified chinese-traditional chinese-hans-cn chinese-hant-tw pinyin polutonikogreek "
    "latinmedieval classiclatin norsk nynorsk uppersorbian lowersorbian scottish interlingua "
    "esperanto albanian afrikaans macedonian belarusian bosnian breton"
)
"""Names of babel and polyglossia beside these."""


def tag_of(text: str) -> str:
    """The tag of BCP 47 that a value means: "jp-JP" is ja-JP, "中文;" is zh, "zh_CN" is zh-CN.

    A value that is a tag is itself; "" where it means none, or several languages.
    """
    if len(text) > LONGEST:
        return ""
    plain = _plain(text)
    if is_tag(plain):
        return text if is_tag(text) else _cased(plain)
    names = _table()[1]
    if plain in names:
        return names[plain]
    tag = plain.replace("_", "-").replace(" ", "-")
    if is_tag(tag):
        return _cased(tag)
    first, dash, rest = tag.partition("-")
    meant = names.get(first) or _table()[0].get(first, "")
    whole = f"{meant}-{rest}"
    if dash and meant and is_tag(whole):
        return _cased(whole)
    language, bracket, region = plain.partition("(")
    if bracket and language.strip() in names:
        return _with_region(names[language.strip()], region.strip(" )"))
    return ""


_REGIONS = {
    "zh": {
        **dict.fromkeys(("china", "中国", "中國", "prc", "mainland", "大陆"), "zh-CN"),
        **dict.fromkeys(("taiwan", "台湾", "台灣", "臺灣"), "zh-TW"),
        **dict.fromkeys(("hong kong", "香港"), "zh-HK"),
        **dict.fromkeys(("singapore", "新加坡"), "zh-SG"),
    },
    "en": {
        **dict.fromkeys(("united states", "us", "usa"), "en-US"),
        **dict.fromkeys(("united kingdom", "uk", "gb"), "en-GB"),
    },
    "ja": {"japan": "ja-JP", "日本": "ja-JP"},
    "ko": {"korea": "ko-KR", "south korea": "ko-KR"},
    "pt": {"brazil": "pt-BR", "brasil": "pt-BR"},
}


def _with_region(language: str, region: str) -> str:
    return _REGIONS.get(language, {}).get(region, "")


def tags_of(text: str) -> list[str]:
    """The tags of a value that names several languages ("kor; eng"); empty where one is unknown."""
    if len(text) > LONGEST:
        return []
    parts = [part for part in _SEPARATORS.split(text) if part.strip()]
    found = [tag_of(part) for part in parts]
    return found if all(found) else []


def language_of(text: str) -> str:
    """The language of a value, as its code of two letters: "zh" of zh-CN, chi, Chinese and 中文;

    A code of three letters where ISO 639-1 has none that is known here; "" where a value is none,
    or names several languages.
    """
    first = tag_of(text).lower().partition("-")[0]
    return _table()[0].get(first, first)


def _cased(tag: str) -> str:
    """A tag as it is usually written: zh-Hant-TW, en-US."""
    first, *rest = tag.lower().split("-")
    parts = [first]
    for part in rest:
        if "x" in parts or len(part) not in (2, 4) or len(parts[-1]) == 1:
            parts.append(part)
        else:
            parts.append(part.upper() if len(part) == 2 else part.title())
    return "-".join(parts)
