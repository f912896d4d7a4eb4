"""Faults of charsets: text misread, characters lost."""

from __future__ import annotations

from random import Random

from planting.forms import Change, Planted, changed_text, form, text_forms
from planting.tools import between, script, words_between
from validator.record import Record

MISREAD = {
    "UTF-8 as Latin-1": ("utf-8", "latin-1"),
    "UTF-8 as Windows-1252": ("utf-8", "cp1252"),
    "UTF-8 as GBK": ("utf-8", "gbk"),
    "UTF-8 as Windows-1251": ("utf-8", "cp1251"),
    "UTF-8 as Big5": ("utf-8", "big5"),
    "UTF-8 as Shift_JIS": ("utf-8", "cp932"),
    "UTF-8 as cp949": ("utf-8", "cp949"),
    "UTF-8 as Mac Roman": ("utf-8", "mac-roman"),
    "UTF-8 as cp437": ("utf-8", "cp437"),
    "GBK as Latin-1": ("gbk", "latin-1"),
    "GBK as Windows-1252": ("gbk", "cp1252"),
    "GBK as Big5": ("gbk", "big5"),
    "Big5 as GBK": ("big5", "gbk"),
    "Big5 as Latin-1": ("big5", "latin-1"),
    "Shift_JIS as Latin-1": ("cp932", "latin-1"),
    "Shift_JIS as GBK": ("cp932", "gbk"),
    "EUC-KR as Latin-1": ("euc-kr", "latin-1"),
    "EUC-KR as GBK": ("euc-kr", "gbk"),
    "EUC-KR as Big5": ("euc-kr", "big5"),
    "GBK as cp949": ("gbk", "cp949"),
    "GBK as Shift_JIS": ("gbk", "cp932"),
    "EUC-JP as Latin-1": ("euc-jp", "latin-1"),
    "Windows-1251 as Latin-1": ("cp1251", "latin-1"),
    "Windows-1251 as Windows-1252": ("cp1251", "cp1252"),
    "KOI8-R as Windows-1251": ("koi8-r", "cp1251"),
    "Windows-1251 as KOI8-R": ("cp1251", "koi8-r"),
    "Windows-1253 as Latin-1": ("cp1253", "latin-1"),
    "Windows-1256 as Latin-1": ("cp1256", "latin-1"),
}


WRITES = {
    "gbk": ("cjk",),
    "big5": ("cjk",),
    "cp932": ("cjk",),
    "euc-jp": ("cjk",),
    "euc-kr": ("hangul",),
    "cp949": ("hangul",),
    "cp1251": ("cyrillic",),
    "koi8-r": ("cyrillic",),
    "cp1253": ("greek",),
    "cp1256": ("arabic",),
}


"""The scripts that a charset was made for: it is theirs that are written or read in it."""


FEW = ("latin-1", "cp1252", "mac-roman", "cp437")


"""Charsets in which UTF-8 is known by one letter."""


def _misread(text: str, written: str, read: str) -> str | None:
    """What a program shows that reads the bytes of one charset as another, the whole of it.

    Charsets of East Asia take bytes in pairs: where the last one is left over, the text loses
    its last characters, as it does in such programs.
    """
    beyond = sum(ord(c) > 127 for c in text)
    least = 1 if written == "utf-8" and read in FEW else 6
    known = WRITES.get(written) or WRITES.get(read) or (script(text),)
    if beyond < least or script(text) not in known:
        return None
    for end in (len(text), -1, -2):
        try:
            changed = text[:end].encode(written).decode(read)
        except UnicodeError:
            continue
        return changed if changed != text[:end] else None
    return None


def _misread_form(name: str, written: str, read: str) -> None:
    @form("ENC004", name)
    def plant(record: Record, random: Random) -> Planted:
        for attribute in random.sample(("title", "title", "title", "container_title"), 4):
            changed = changed_text(
                record, attribute, lambda t, r: _misread(t, written, read), random
            )
            if changed:
                return changed
        return None


for _name, (_written, _read) in MISREAD.items():
    _misread_form(_name, _written, _read)


def _twice(text: str, random: Random) -> str | None:
    once = _misread(text, "utf-8", "latin-1")
    return _misread(once, "utf-8", "latin-1") if once else None


def _lossy(read: str) -> Change:
    def change(text: str, random: Random) -> str | None:
        if script(text) not in ("cjk", "hangul") or sum(ord(c) > 127 for c in text) < 6:
            return None
        changed = text.encode().decode(read, "replace").replace("\ufffd", "?")
        return changed if "?" in changed and "?" not in text else None

    return change


def _part(text: str, random: Random) -> str | None:
    changed = _misread(text, "utf-8", random.choice(("latin-1", "gbk")))
    return f"{text} / {changed}" if changed and script(text) == "cjk" else None


text_forms(
    "ENC004",
    {
        "UTF-8 as Latin-1, twice": _twice,
        "UTF-8 as GBK, bytes lost": _lossy("gbk"),
        "UTF-8 as Shift_JIS, bytes lost": _lossy("cp932"),
        "one part of a title": _part,
    },
    of=("title", "author"),
)


text_forms(
    "ENC004",
    {
        "a quotation mark or dash of UTF-8": lambda t, r: words_between(
            t, r, r.choice((" â€“ ", " â€” ", " â€œ", " â€™"))
        ),
        "an apostrophe of UTF-8": lambda t, r: (
            between(t, r, "â€™", inside_word=True) if script(t) == "latin" else None
        ),
    },
    of=("title", "abstract"),
)


def _lost(mark: str) -> Change:
    def change(text: str, random: Random) -> str | None:
        places = [i for i, c in enumerate(text) if ord(c) > 127 and c.isalpha()]
        if not places:
            return None
        at = random.choice(places)
        return text[:at] + mark + text[at + 1 :]

    return change


text_forms(
    "ENC005",
    {
        "U+FFFD for a letter": _lost("\ufffd"),
        "two U+FFFD for a letter": _lost("\ufffd\ufffd"),
        "an undecodable byte": _lost("\udce9"),
        "a lone surrogate": _lost("\ud83d"),
        "a white square for a letter": lambda t, r: (
            _lost("□")(t, r) if script(t) == "latin" else None
        ),
        "a character of private use": lambda t, r: between(
            t, r, r.choice("\ue000\uf0b7\ue5e5\uf8ff")
        ),
        "烫烫烫": lambda t, r: (
            t[: len(t) // 2] + r.choice(("烫烫烫", "屯屯屯屯")) if script(t) == "cjk" else None
        ),
        "锟斤拷": lambda t, r: between(t, r, "锟斤拷") if script(t) == "cjk" else None,
        "the same as cp949, Big5, EUC-JP": lambda t, r: (
            between(t, r, r.choice(("占쏙옙", "嚙踝蕭", "鐃緒申")))
            if script(t) != "latin"
            else None
        ),
        "锟斤拷 in Latin": lambda t, r: _lost("锟斤拷")(t, r) if script(t) == "latin" else None,
        "marks of question for all Han": lambda t, r: (
            "?" * len(t) if script(t) in ("cjk", "hangul", "arabic") and len(t) > 5 else None
        ),
        "marks of question for Cyrillic or Greek": lambda t, r: (
            "".join("?" if c.isalpha() else c for c in t)
            if script(t) in ("cyrillic", "greek") and len(t) > 8
            else None
        ),
        "a run of marks of question": lambda t, r: (
            t[:2] + "???" + t[5:] if script(t) in ("cjk", "hangul") and len(t) > 7 else None
        ),
    },
    of=("title", "title", "container_title", "author", "publisher", "keyword"),
)
