"""Numbers of volumes and issues with their labels: "Vol. 12", 第12卷, "12(3)"."""

from __future__ import annotations

import re
from typing import NamedTuple
from unicodedata import normalize

from validator.text.date_forms import han_number
from validator.text.page_types import is_roman
from validator.text.patterns import lazy


def words(table: str) -> frozenset[str]:
    return frozenset(table.casefold().split())


VOLUME_WORDS = words("""
    vol vols volume volumes volumen volumul r volym volum bd bde band bände bind deel dl tom tome
    tomes tomo tomos tomus t v том тома т jahrgang jahrg jg jaargang jrg årg årgång årgang rok roč
    ročník rocznik évf évfolyam kötet köt cilt sv svazek svezak zväzok god годъ год година рік
    año ano anno année ann jilid jil المجلد مجلد مج جلد ج دوره כרך ปีที่ tập τόμος τόμ τ köide sējums
    vuosikerta vsk 卷 巻 권
""")
"""Words for a volume, or for the year of a journal that counts its volumes."""

ISSUE_WORDS = words("""
    no nos nr nrs number numbers num núm numéro número numero nummer n n° issue issues iss heft
    # ausgabe ausg aflevering afl
    hefte hft h häfte fasc fascicle fascicule fascicolo fascículo cah cahier sayı sayi zesz zeszyt z
    číslo čís č broj br број бр брой szám sz вып выпуск випуск вип številka št العدد عدد ع شماره ش
    גיליון גליון חוברת חוב ฉบับที่ số τεύχος τεύχ τχ bil 期 号 號 호
""")
"""Words for an issue, or for its number."""

_NUMBER = (
    r"[A-Za-z]{0,3}\d{1,5}[A-Za-z]?(?:\s?[-–/]\s?\d{1,5})?(?:\s(?:suppl|pt|part)\.?\s?\w{0,3})?"
    r"|[ivxlcdm]{1,8}"
)
HAN_NUMBER = "[〇零一二三四五六七八九十百]{1,6}"
_WORD = r"(?P<word>[^\W\d_][^\W\d_\u0e01-\u0e4e°º]{0,9}|[\u0e01-\u0e4e]{3,8}|n\.?[°º]|№|#)"
_BEFORE = lazy(
    rf"{_WORD}(?P<dot>[.．:：'’]?)\s*(?:(?:no|nr|n°)[.．:]?\s*)?(?P<number>{_NUMBER})[.,;:]?", re.I
)
_AFTER = lazy(rf"(?P<number>\d{{1,4}})\.?\s{{0,2}}{_WORD}(?P<dot>[.．]?)", re.I)
_EASTERN = lazy(
    rf"(?:第|제|总|總|총)?\s*(?P<number>{_NUMBER}|{HAN_NUMBER})\s*(?P<word>[卷巻권期号號호])[。.，,;；]?",
    re.I,
)
_EASTERN_BEFORE = lazy(rf"(?P<word>[卷巻期])\s*(?P<number>{_NUMBER})", re.I)
_BRACKETS = lazy(rf"(.{{1,20}}?)\s*[(（]({_NUMBER})[)）]", re.I)
_BETWEEN = lazy(r"\s*[,;，]?\s+|(?<=[卷巻권])|(?<=\d)[,;:：]")
_COUNTS = words("vol vols volume volumes tom tome tomes v t bd bde bände")
"""Words that say how many there are, where the number stands before them: 3 vols."""


LONGEST = 40  # characters of a volume or issue that is a number with words


class Labelled(NamedTuple):
    """A number with its label; ``counts`` is "volume" or "issue"."""

    counts: str
    number: str
    certain: bool = True


def labelled(text: str) -> Labelled | None:
    """A number with its label; None for all else."""
    found = _BEFORE.fullmatch(text) or _EASTERN.fullmatch(text) or _EASTERN_BEFORE.fullmatch(text)
    if not found:
        found = _AFTER.fullmatch(text)
        if not found or found["word"].casefold() in _COUNTS or len(found["word"]) == 1:
            return None
    word = normalize("NFKC", found["word"]).casefold().replace(".", "")
    dot = found.groupdict().get("dot")
    if len(word) == 1 and dot == "" and word.upper() != word:
        return None  # V12
    counts = "volume" if word in VOLUME_WORDS else "issue" if word in ISSUE_WORDS else ""
    number = found["number"]
    if not counts:
        return None
    if _has_digit(number):
        return Labelled(counts, number, certain=not text.startswith(("总", "總")))
    if re.fullmatch(HAN_NUMBER, number):
        return Labelled(counts, str(han_number(number)), certain=False)
    return Labelled(counts, number) if is_roman(number) else None


def plain(volume: str) -> str:
    """A volume without its label and its issue: what evidence is taken from is the same before
    these are mended and after."""
    if volume.isdecimal() or len(volume) > LONGEST:
        return volume
    text = volume.strip()
    found = labelled(text)
    if found and found.certain:
        return found.number if found.counts == "volume" else volume
    both = None if found else volume_and_issue(text)
    return both[0] if both else volume


def volume_and_issue(text: str) -> tuple[str, str] | None:
    """The volume and the issue, or the year, of "Vol. 12, No. 3", 36卷6号 and "12(3)"."""
    if found := _BRACKETS.fullmatch(text):
        volume = _volume(found[1])
        return (volume, found[2]) if volume and _has_digit(found[2]) else None
    for gap in _BETWEEN.finditer(text):
        volume = _volume(text[: gap.start()])
        issue = labelled(text[gap.end() :].strip())
        if volume and issue and issue.counts == "issue":
            return volume, issue.number
    return None


def _volume(text: str) -> str:
    """The number of a volume with or without a label."""
    text = text.strip()
    if text.isdecimal():
        return text
    found = labelled(text)
    return found.number if found and found.counts == "volume" else ""


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))
