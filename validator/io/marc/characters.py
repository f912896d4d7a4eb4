"""The characters of MARC records: UTF-8, MARC-8, and what else stands under their flags."""

from __future__ import annotations

import importlib
import re
from typing import Any, NamedTuple
from unicodedata import normalize

from validator.errors import UnreadableError

UTF8 = "utf-8"
MARC8 = "MARC-8"
ISO5426 = "ISO 5426"
ESCAPE = b"\x1b"
_HIGH = re.compile(rb"[\x80-\xff]")
_BASES = (  # accents of ANSEL, and the letters that they stand on
    (b"\xe1\xe2\xe3\xe8", b"aeiouyAEIOUYwW"),
    (b"\xe2", b"cnslrzgkmpCNSLRZ"),
    (b"\xe3", b"cghjsCGHJS"),
    (b"\xe4", b"aeinouyAEINOUY"),
    (b"\xe5", b"aeiouyAEIOUYg"),
    (b"\xe6", b"aeiougAEIOUGx"),
    (b"\xe7", b"zgcaenimstZGCEIMST"),
    (b"\xe9", b"cdenrszgaiouCDENRSZGAIOUlt"),
    (b"\xea", b"auAU"),
    (b"\xeb", b"iutIUTao\xe7\xec"),
    (b"\xec", b"aouseteAOU"),
    (b"\xee", b"ouOU"),
    (b"\xf0", b"cstkelnrgdCSTKELNRGD"),
    (b"\xf1", b"aeiouAEIOU"),
    (b"\xf2", b"dhklmnrstzaeiouybvDHKLMNRSTZAEIOU\xb9\xbc"),
    (b"\xe0\xf7", b"aeiouyAEIOUYgtsTS"),
)
_ACCENTED = re.compile(
    b"(?:"
    + b"|".join(b"[%s](?=[\xe0-\xfe]{0,2}[%s])" % (marks, letters) for marks, letters in _BASES)
    + b")"
)
_PRINTED = re.compile(rb"[\xa1-\xc8]")
_ACCENTED_5426 = re.compile(rb"[\xc0-\xdf]{1,2}[A-Za-z\xf5 ]")
_PRINTED_5426 = re.compile(rb"[\xa1-\xbf\xe1-\xfc]")
_CONTROLS = re.compile(rb"[\x00-\x1f]")


class Decoded(NamedTuple):
    """A text, and how many stretches of it stand for nothing: they are lone surrogates, or ASCII
    as it stood."""

    text: str
    bad: int = 0


CYRILLIC = frozenset(("cp1251", "cp866", "koi8-r", "iso8859-5"))
"""Charsets that show themselves whatever language a record says that it is in."""
SAMPLE = 2**16  # bytes that are enough to tell a charset


def is_marc8(data: bytes, *, share: float = 0.8) -> bool:
    """Whether bytes that are not UTF-8 may be MARC-8: its accents stand before letters that take
    them. In Latin-1, the byte of an accented letter stands before any."""
    if ESCAPE in data and re.search(rb"\x1b[()$,\-bgps][^\x1b]", data):
        return True
    high = len(_HIGH.findall(data))
    fine = sum(map(len, _ACCENTED.findall(data))) + len(_PRINTED.findall(data))
    return fine >= share * high


def is_iso5426(data: bytes) -> bool:
    """Whether bytes that are not UTF-8 may be ISO 5426: see `is_marc8`."""
    high = len(_HIGH.findall(data))
    accents = sum(len(found) - 1 for found in _ACCENTED_5426.findall(data))
    printed = len(_PRINTED_5426.findall(data))
    return 10 * (accents + printed) >= 9 * high and 0 < accents >= printed


_OF_LANGUAGE = {
    code: charset
    for charset, codes in {
        "cp1250": "cze ces slo slk pol hun slv hrv scr rum ron bos alb",
        "cp1252": "eng fre fra ger deu spa por ita dut nld swe dan nor fin ice cat glg baq lat",
        "cp1253": "gre ell",
        "cp1254": "tur",
        "cp1255": "heb yid",
        "cp1256": "ara per fas urd",
        "cp1257": "lit lav est",
    }.items()
    for code in codes.split()
}
"""Codes of languages in MARC, and the charset of Windows that is written for each."""


def guessed(sample: bytes, language: str = "") -> str:
    """The charset of bytes that are neither UTF-8 nor MARC-8, as far as it shows; ``language`` is
    the code that a record has."""
    from validator.io.source import sniff_encoding

    plain = _CONTROLS.sub(b" ", sample[:SAMPLE])
    encoding, _ = sniff_encoding(plain, complete=False)
    if encoding not in CYRILLIC and (charset := _OF_LANGUAGE.get(language)):
        return charset
    return "cp1252" if encoding == UTF8 else encoding


def marc8(data: bytes) -> Decoded:
    """MARC-8 as Unicode, composed (NFC).

    Source: MARC 21 Specifications, Character Sets, part 2; the tables are those of pymarc.
    """
    if data.isascii() and ESCAPE not in data and b"&#x" not in data:
        return Decoded(data.decode("ascii"))
    sets, odd = _tables()
    found: list[str] = []
    accents: list[str] = []  # they stand before the letter in MARC-8, behind it in Unicode
    g0, g1 = 0x42, 0x45
    at = bad = 0
    while at < len(data):
        byte = data[at]
        if byte == 0x1B:
            step, chosen, is_g1 = _escape(data, at, sets)
            bad += not step
            if step:
                g0, g1 = (g0, chosen) if is_g1 else (chosen, g1)
                at += step
                continue
        if byte <= 0x20:
            width, known = 1, (byte, 0)
        else:
            width = 3 if g0 == 0x31 and byte < 0x80 else 1
            code = int.from_bytes(data[at : at + width], "big")
            known = sets[g1 if byte > 0x7F else g0].get(code)
            if known is None and code in odd:
                known = odd[code], 0
        if known is not None and known[1]:
            accents.append(chr(known[0]))
        elif known is not None:
            found.append(chr(known[0]))
        else:
            width = _unreadable(data, at, width)
            found += map(_unread, data[at : at + width])
            bad += 1
        if accents and not (known and known[1]):
            found += accents
            accents = []
        at += width
    text = "".join(found + accents)
    if "&#x" in text:
        text = _REFERENCE.sub(_referred, text)
    return Decoded(normalize("NFC", text), bad)


_REFERENCE = re.compile("&#x([0-9A-Fa-f]{2,6});")


def _referred(found: re.Match[str]) -> str:
    """The character that MARC-8, which lacks it, refers to by its number."""
    number = int(found[1], 16)
    fits = 0x80 <= number < 0xD800 or 0xE000 <= number < 0x110000
    return chr(number) if fits else found[0]


def iso5426(data: bytes) -> Decoded:
    """ISO 5426, in which older UNIMARC is written: accents before their letters."""
    found: list[str] = []
    accents: list[str] = []
    bad = 0
    for byte in data:
        if mark := _ACCENTS.get(byte):
            accents.append(mark)
            continue
        if byte < 0x80:
            found.append(chr(byte))
        elif letter := _LETTERS.get(byte):
            found.append(letter)
        else:
            found.append(_unread(byte))
            bad += 1
        found += accents
        accents = []
    return Decoded(normalize("NFC", "".join(found + accents)), bad)


_ACCENTS = dict(
    zip(
        (
            *range(0xC0, 0xC9),
            0xC9,
            0xCA,
            0xCB,
            0xCD,
            0xCE,
            0xCF,
            0xD0,
            0xD3,
            0xD4,
            0xD6,
            0xD8,
            0xDB,
        ),
        "\u0309\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u0308\u030a\u0315\u030b\u031b\u030c"
        "\u0327\u0328\u0325\u0323\u0332\u032e",
        strict=True,
    )
)
_PAIRS = """
    A1=¡ A2=„ A3=£ A4=$ A5=¥ A6=† A7=§ A8=′ A9=‘ AA=“ AB=« AC=♭ AD=© AE=℗ AF=® B0=ʻ B1=ʼ B2=‚ B6=‡
    B7=· B8=″ B9=’ BA=” BB=» BC=♯ BD=ʹ BE=ʺ BF=¿ E1=Æ E2=Đ E6=Ĳ E8=Ł E9=Ø EA=Œ EC=Þ F1=æ F2=đ F3=ð
    F5=ı F6=ĳ F8=ł F9=ø FA=œ FB=ß FC=þ
"""
_LETTERS = {0x88: "\x98", 0x89: "\x9c"}
_LETTERS |= {
    int(code, 16): letter for code, _, letter in (p.partition("=") for p in _PAIRS.split())
}


def _escape(data: bytes, at: int, sets: Any) -> tuple[int, int, bool]:
    """The length of an escape sequence, 0 for none, the set that it chooses, and whether for G1."""
    rest = data[at + 1 : at + 5]
    if rest[:1] == b"s":
        return 2, 0x42, False
    if rest[:1] in (b"b", b"g", b"p") and rest[0] in sets:
        return 2, rest[0], False
    is_g1 = rest[:1] in (b")", b"-")
    skip = 1
    if rest[:1] == b"$":
        skip = 2 if rest[1:2] in (b",", b")", b"-") else 1
        is_g1 = rest[1:2] in (b")", b"-")
    elif rest[:1] not in (b"(", b",", b")", b"-"):
        return 0, 0, False
    if rest[skip : skip + 1] == b"!" and len(rest) > skip + 1:  # "!E": ANSEL, "!1" of some
        skip += 1
    if len(rest) > skip and rest[skip] in sets:
        return skip + 2, rest[skip], is_g1
    return 0, 0, False


def _unreadable(data: bytes, at: int, width: int) -> int:
    """The bytes that stand for nothing here: of three, those before an escape."""
    if width == 1:
        return 1
    cut = data.find(ESCAPE, at, at + width)
    return cut - at if cut > at else min(width, len(data) - at)


def _unread(byte: int) -> str:
    return chr(0xDC00 + byte) if byte > 0x7F else chr(byte)


def _tables() -> Any:
    """The sets of MARC-8, by the byte that chooses each, and what they lack."""
    try:
        mapping = importlib.import_module("pymarc.marc8_mapping")
    except ImportError as error:
        raise UnreadableError("MARC-8 needs an extra: pip install 'bibvalidator[marc]'") from error
    return mapping.CODESETS, mapping.ODD_MAP
