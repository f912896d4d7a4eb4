"""Texts of one country's charset that were read in another's: what they were, where one reading
is plain and all others are nonsense.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

Undo = Callable[[str], str | None]


def characters_of(charset: str) -> dict[str, int]:
    """The characters beyond ASCII of a charset of single bytes, each with its byte."""
    found = {bytes([b]).decode(charset, "ignore"): b for b in range(0x80, 0x100)}
    found.pop("", None)
    return found


CP1252 = {chr(byte): byte for byte in range(0x80, 0x100)} | characters_of("cp1252")
"""Windows-1252 as the world decodes it: its five holes are the control characters of Latin-1, so
that text read as Latin-1 is covered too.
"""


def bytes_of(text: str) -> bytes | None:
    """The bytes that were read as this text in Windows-1252 or Latin-1."""
    try:
        return bytes(CP1252[c] if c > "\x7f" else ord(c) for c in text)
    except KeyError:
        return None


RUN = re.compile("[\u00a1-\u00ff]{4}|[\u00a4\u00a5][\u00a1-\u00ff]|[\x80-\x9f]")
"""No word in Latin letters goes without A to Z so long, and no text has controls of Latin-1."""

# The letters that make up some four fifths of a text.
_RUSSIAN = frozenset("оеаинтсрвлкмдпу")
ALPHABETS = {
    "cp1251": _RUSSIAN | frozenset("іє"),
    "koi8-r": _RUSSIAN,
    "cp866": _RUSSIAN,
    "cp1253": frozenset("αοιετσνηυρπκμλςάέίόή"),
    "cp1255": frozenset("יוהלאתרבשמ"),
    "cp1256": frozenset("ايلمونرتبةعدسف"),
}
_SIGNS = frozenset("«»–—№’“”„…\u00a0·")
_WORD = re.compile(r"[^\W\d_]+")
USUAL = 0.65
"""The share of these letters in a text, at least."""
SHORTEST = 5  # letters


def likeness(text: str, letters: frozenset[str]) -> float:
    """How much a text looks like one in an alphabet: the share of its usual letters; 0 where it
    has other signs, or capitals within words.
    """
    beyond = [c for c in text if not c.isascii() and c not in _SIGNS]
    if len(beyond) < SHORTEST or not all(map(str.isalpha, beyond)):
        return 0.0
    if not all(w.islower() or w.isupper() or w[1:].islower() for w in _WORD.findall(text)):
        return 0.0
    return sum(c in letters for c in text.lower()) / len(beyond)


def of_alphabets(text: str) -> str | None:
    """Undo a charset of Cyrillic or Greek read as Latin-1: "Ïðèìåð"."""
    found = bytes_of(text)
    if found is None:
        return None
    return _likest((_decoded(found, charset), charset) for charset in ALPHABETS)


def between_cyrillic(text: str) -> str | None:
    """Undo one charset of Cyrillic read as another: "рТЙНЕТ"."""
    names = ("cp1251", "koi8-r", "cp866")
    readings: list[tuple[str | None, str]] = []
    for read_as in names:
        try:
            found = text.encode(read_as)
        except UnicodeEncodeError:
            continue
        readings += ((_decoded(found, name), name) for name in names if name != read_as)
    return _likest(readings)


def _likest(readings: Iterable[tuple[str | None, str]]) -> str | None:
    best, mended = USUAL, None
    for text, charset in readings:
        if text is not None and (share := likeness(text, ALPHABETS[charset])) > best:
            best, mended = share, text
    return mended


def _decoded(found: bytes, charset: str) -> str | None:
    try:
        return found.decode(charset)
    except UnicodeDecodeError:
        return None


# What makes up a third of a text and more.
_HAN = frozenset(
    "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可"
    "里后小多天而能好都然日于起发成事作当看文开用主行方如前所本见经头面公同三已从动两长知民样现分将"
    "外但些与高意进把法此实回二理美点月明其种全工己话者向情部正名定问力机给等几很业最间新什打便位因"
    "重被走电四第门相次东政海使教西再平真世气信北少关并内加化由却代军产入先山五太水万市体别处总才场"
    "师书比性通目报立数件安表原应路期常提感金更反合放做系计或利受光果界及今务制解各任至清物象共究研"
    "析术论展技设级模型图像网络统量基构社区史语字区科院评价策育济這來國個說們為時會過學對裡後發當開"
    "經頭動兩長樣現將與進實點種業間從電門東無產書報數應論術質際關歷專題義響訊資料"
)
_HANGUL = frozenset(
    "이다의에는을가고로하어한지은기사도리서자인대과해시아부수정제일적스나구상그관소연전장원조보주국학"
    "공생유여용성화비영라교경개미들동만와신문회방분위중우무실있안역선식물발산계간및년오으법"
)
_KANA = frozenset(map(chr, range(0x3041, 0x30FF)))
_EAST = re.compile("[\u3000-\u9fff\uac00-\ud7a3\uff00-\uffef]")
WIDE = (
    ("euc-jp", _KANA | _HAN, 0.4),
    ("shift_jis", _KANA | _HAN, 0.4),
    ("gbk", _HAN, 0.3),
    ("euc-kr", _HANGUL, 0.4),
    ("big5", _HAN, 0.4),
)


def of_east_asia(text: str) -> str | None:
    """Undo a charset of two bytes a character read as Latin-1: "ÖÐ¹ú". All beyond ASCII must
    become Han, Kana or Hangul, and usual ones, since any two bytes are a character of some charset.
    """
    found = bytes_of(text)
    if found is None:
        return None
    for charset, usual, share in WIDE:
        mended = _decoded(found, charset)
        if mended is None:
            continue
        east = [c for c in mended if not c.isascii()]
        if len(east) > 1 and all(map(_EAST.match, east)):
            known = sum(c in usual for c in east)
            kana = not usual.isdisjoint(_KANA)
            if kana and not _KANA.intersection(east):
                continue  # Chinese, as far as one can tell
            if known >= max(2, share * len(east)):
                return mended
    return None


_CONTROL = re.compile("[\x80-\x9f]")
_HIGH = re.compile("[\xa1-\xff]")
_CLOSING = frozenset("’”…–—™‰€•›")


def of_controls(text: str) -> str | None:
    """Undo Windows-1252, Mac Roman or the DOS charset read as Latin-1, where each control that
    stands in the text is a letter or mark that suits its place: "d\\x8ependance", "don\\x92t". One
    letter alone is sure if it is é, by far the most frequent; others may be noise.
    """
    for charset in ("cp1252", "mac_roman", "cp850"):
        suits = True
        letters: list[str] = []

        def letter(
            found: re.Match[str], charset: str = charset, letters: list[str] = letters
        ) -> str:
            nonlocal suits
            character = found[0].encode("latin-1").decode(charset, "ignore")
            whole, start, end = found.string, found.start(), found.end()
            before, after = whole[max(start - 1, 0) : start], whole[end : end + 1]
            suits = suits and bool(character) and _suits(character, before, after)
            letters.extend(filter(str.isalpha, character))
            return character

        mended = _CONTROL.sub(letter, text)
        if letters and letters != ["é"] and len(letters) < 2:
            continue
        if suits and not (_HIGH.search(text) and any(map(str.isalpha, set(mended) - set(text)))):
            return mended
    return None


def _suits(character: str, before: str, after: str) -> bool:
    if "\xa1" <= before <= "\xff" or "\xa1" <= after <= "\xff":
        return False  # bytes of another charset stand beside it
    if character.isalpha():
        if character.islower():
            return before.islower() or after.islower()
        if not before.isalpha():
            return after.isalpha()
        return before.isupper() and not after.islower()
    if character in "‘“‹„":
        return not before.isalnum() and after.isalnum()
    if character in _CLOSING:
        return bool(before) and (character in "’–—" or not after.isalpha())
    return False


FOREIGN_LETTERS = "бвгджзийклмнптфцчшщъыьэюяё"  # those that no Latin letter looks like
FOREIGN = re.compile(f"(?<=[A-Za-z])[{FOREIGN_LETTERS}](?=[a-z])")
_BESIDE_LATIN = re.compile("(?<=[A-Za-z])[\u0410-\u044f]|[\u0410-\u044f](?=[a-z])")


def of_foreign_letters(text: str) -> str | None:
    """Undo Latin-1 read as Windows-1251: "Mьller", a Cyrillic letter between Latin ones."""
    return _BESIDE_LATIN.sub(lambda m: m[0].encode("cp1251").decode("cp1252"), text)
