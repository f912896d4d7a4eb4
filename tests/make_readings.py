"""Makes the tables of readings from Unihan: python tests/make_readings.py [FOLDER]

FOLDER holds Unihan_Readings.txt, plain or as .bz2; Debian's package unicode-data puts it into
/usr/share/unicode. The bytes depend on nothing else than that file and the version of zlib.
"""

from __future__ import annotations

import bz2
import re
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from unicodedata import normalize

DEBIAN = Path("/usr/share/unicode")
TABLES = Path(__file__).resolve().parents[1] / "validator/text/romanise/readings"

_TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
# Readings of today's language; the Hanyu Da Zidian (kHanyuPinyin) has those of all ages, of which
# the first two serve for the characters that are in none of the others.
_TODAY = ("kMandarin", "kHanyuPinlu", "kXHC1983", "kTGHZ2013")


def source(folder: Path) -> Path | None:
    """The file of readings in a folder, None where there is none."""
    names = ("Unihan_Readings.txt", "Unihan_Readings.txt.bz2")
    return next((folder / name for name in names if (folder / name).is_file()), None)


def tables(path: Path) -> dict[str, str]:
    """The text of every table by its name."""
    with bz2.open(path, "rt") if path.suffix == ".bz2" else path.open(encoding="utf-8") as file:
        of: dict[str, dict[str, str]] = defaultdict(dict)
        for line in file:
            if line.startswith("U+"):
                code, key, value = line.rstrip("\n").split("\t")
                of[chr(int(code[2:], 16))][key] = value
    return {
        "mandarin": _text((c, set(_mandarin(values))) for c, values in of.items()),
        "cantonese": _text((c, set(v.get("kCantonese", "").split())) for c, v in of.items()),
        "korean": _text(
            (c, {r.partition(":")[0] for r in v.get("kHangul", "").split()}) for c, v in of.items()
        ),
        "on": _text((c, set(v.get("kJapaneseOn", "").lower().split())) for c, v in of.items()),
        "kun": _text((c, set(v.get("kJapaneseKun", "").lower().split())) for c, v in of.items()),
    }


def _mandarin(values: dict[str, str]) -> Iterator[str]:
    found = [pinyin for key in _TODAY for pinyin in _pinyin(values.get(key, ""))]
    if not any(key in values for key in _TODAY[1:]):
        found += _pinyin(values.get("kHanyuPinyin", ""))[:2]
    for pinyin in found:
        parts = normalize("NFD", pinyin)
        letters = normalize("NFC", "".join(c for c in parts if c not in _TONES))
        yield letters + next((_TONES[c] for c in parts if c in _TONES), "")


def _pinyin(value: str) -> list[str]:
    """The readings of a value in any of the four forms:
    ``dān``, ``dān(603) dan(5)``, ``0102.041,0103.1:cān``, ``10654.060:dān,dǎn``."""
    pieces = [piece.rpartition(":")[2] for piece in value.split()]
    return [re.sub(r"\(.*", "", reading) for piece in pieces for reading in piece.split(",")]


def _text(rows: Iterable[tuple[str, set[str]]]) -> str:
    by_reading: dict[str, list[str]] = defaultdict(list)
    for character, found in rows:
        for reading in found:
            by_reading[reading].append(character)
    return "".join(
        f"{reading} {''.join(sorted(cs))}\n" for reading, cs in sorted(by_reading.items())
    )


def main() -> int:
    path = source(Path(sys.argv[1]) if len(sys.argv) > 1 else DEBIAN)
    if path is None:
        print("no Unihan_Readings.txt there; Debian has it in the package unicode-data")
        return 1
    TABLES.mkdir(exist_ok=True)
    for name, text in tables(path).items():
        data = zlib.compress(text.encode(), 9)
        (TABLES / f"{name}.z").write_bytes(data)
        print(f"{name}: {text.count(chr(10))} readings, {len(data)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
