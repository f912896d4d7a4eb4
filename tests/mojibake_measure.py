"""How much of misread text is found and put right, and what is said of clean text.

Every clean title (or name) of the CJK sets beside this tree is written in one charset and read in
another. The titles fall into two halves by a hash of each: `--half 0` to work with, `--half 1`
(as it is without) to measure. Run it by hand: `python tests/mojibake_measure.py`; with `--clean`
it looks at every clean value of all sets and lists what is said of them, with `--names` it
misreads personal names, with `--wrong` it lists what is not put right.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import sys
import time
from collections.abc import Iterable, Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from shared import SHARED

import validator
from validator.asking import run
from validator.config import Settings
from validator.packs import load_rules
from validator.record import Record
from validator.registry import RULES
from validator.text.charsets import characters_of
from validator.text.mojibake import may_be_misread
from validator.text.script import has_cjk
from validator.text.unicode import unusual

DATA = SHARED / "data"
SETTINGS = Settings()
SETS = ("zotero_items", "csl_items", "gbt7714_bib", "bbt_items", "acl_ccl")
TITLES = {"title", "title_raw", "title_native", "shortTitle", "title-short", "container-title"}
TITLES |= {"publicationTitle", "bookTitle", "booktitle", "journal", "original-title"}
OF_THE_WEST = ("latin-1", "cp1252")
ALPHABETS = ("cp1250", "cp1251", "koi8-r", "cp866", "mac-roman", "cp437", "cp850")
WIDE = ("gbk", "gb18030", "big5", "big5hkscs", "cp950", "cp932", "cp949", "euc-jp", "cp874")
WRITTEN = ("utf-8", "gbk", "big5", "big5hkscs", "cp932", "euc-jp", "cp949")
SAME = {"gbk": "gb18030", "big5": "big5hkscs cp950", "big5hkscs": "big5 cp950"}  # nearly
PAIRS = tuple(
    (written, read_as)
    for written in WRITTEN
    for read_as in (*OF_THE_WEST, *ALPHABETS, *WIDE)
    if read_as not in (written, *SAME.get(written, "").split())
)
"""Written in the first, read as the second."""
TWICE = (("utf-8", "latin-1"), ("utf-8", "cp1252"), ("utf-8", "gbk"))


def decoded(found: bytes, charset: str, errors: str = "strict") -> str:
    """Charsets of single bytes as the world decodes them, with controls in their holes, all others
    as Python does."""
    if charset not in (*ALPHABETS, "cp1252"):
        return found.decode(charset, errors)
    byte_of = characters_of(charset)
    character_of = dict(zip(byte_of.values(), byte_of, strict=True))
    return "".join(character_of.get(byte) or chr(byte) for byte in found)


RULES_ASKED = ("ENC004", "ENC005")


class Said(NamedTuple):
    flagged: bool
    suggestion: str | None


def said(text: str) -> Said:
    """What the rules of misread and of lost characters say of a title."""
    misread, lost = ([*run(RULES[code], Record(title=text), SETTINGS)] for code in RULES_ASKED)
    return Said(bool(misread or lost), misread[0].suggestion if misread else None)


def half_of(text: str) -> int:
    return sha256(text.encode("utf-8", "replace")).digest()[0] & 1


def titles() -> Iterator[str]:
    """The clean titles in Han, Kana or Hangul, each once."""
    seen = set()
    for name in SETS:
        for row in _lines(name):
            for variable, text in _leaves(row["record"]):
                text = text.strip("{} ")
                if variable in TITLES and text not in seen and has_cjk(text):
                    seen.add(text)
                    yield text


def names() -> Iterator[str]:
    yield from dict.fromkeys(row["native"] for row in _lines("name_pairs"))


def clean() -> Iterator[tuple[str, str]]:
    """Every value beyond ASCII of all sets as (file, value), each once in a file."""
    seen: set[tuple[str, str]] = set()
    for file, text in _values():
        if not text.isascii() and (file, text) not in seen:
            seen.add((file, text))
            yield file, text


def _values() -> Iterator[tuple[str, str]]:
    for name in (*SETS, "name_pairs", "raw_import"):
        for row in _lines(name):
            yield from ((name, text) for _, text in _leaves(row))
    with gzip.open(DATA / "corpora/acl_anthology.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in file:
            if "\\u" in line or not line.isascii():
                yield from (("acl", text) for _, text in _leaves(json.loads(line)))
    for path in sorted((DATA / "dedup").rglob("*.csv")):
        with path.open(encoding="utf-8", errors="surrogateescape", newline="") as lines:
            for cells in csv.reader(lines):
                yield from ((path.parent.name, cell) for cell in cells)
    for path in sorted((DATA / "formats").rglob("*.*")):
        yield from ((path.name, text) for text in _read(path))


def _read(path: Path) -> Iterator[str]:
    try:
        for item in validator.read(path):
            if isinstance(item, Record):
                yield from (text for _, text in item.texts())
    except Exception as error:  # a format that is not read yet says nothing here
        print(f"{path.name}: {error}", file=sys.stderr)


def _lines(name: str) -> Iterator[dict[str, Any]]:
    with (DATA / f"cjk/{name}.jsonl").open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def _leaves(value: Any, variable: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield variable, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _leaves(item, key)
    elif isinstance(value, list):
        for item in value:
            yield from _leaves(item, variable)


def misread(text: str, written: str, read_as: str, *, times: int = 1) -> str | None:
    """The mojibake of a text; None where bytes are lost or nothing changes, or the charset has no
    such characters."""
    try:
        found = text
        for _ in range(times):
            found = decoded(found.encode(written), read_as)
    except UnicodeError:
        return None
    return found if found != text else None


def lossy(text: str, written: str, read_as: str, mark: str = "\ufffd") -> str | None:
    """The same with a mark for each byte that cannot be read."""
    try:
        found = decoded(text.encode(written), read_as, "replace")
    except UnicodeError:
        return None
    return found.replace("\ufffd", mark) if "\ufffd" in found else None


HEADS = "written   read as    texts   lossless  flagged  repaired  wrongly   lossy ? flagged"


def rows(texts: list[str], *, wrong: bool) -> Iterator[str]:
    yield HEADS
    for written, read_as in PAIRS:
        yield _row(texts, written, read_as, partial(misread), wrong=wrong)
    for written, read_as in TWICE:
        yield _row(texts, written, read_as, partial(misread, times=2), wrong=wrong) + "  (twice)"


def _row(texts: list[str], written: str, read_as: str, change: Any, *, wrong: bool) -> str:
    some = [text for text in texts if _writable(text, written)]
    found = [(text, garbled) for text in some if (garbled := change(text, written, read_as))]
    flagged = repaired = faulty = 0
    for text, garbled in found:
        flag, suggestion = said(garbled)
        flagged += flag
        repaired += suggestion == text
        faulty += suggestion not in (text, None)
        if wrong and suggestion != text:
            print(f"{written}\t{read_as}\t{text}\t{garbled}\t{suggestion}")
    lost = [m for text in some if (m := lossy(text, written, read_as, "?"))]
    marked = sum(said(text).flagged for text in lost)
    cells = (_share(n, len(found)) for n in (flagged, repaired, faulty))
    return (
        f"{written:<9} {read_as:<9} {len(some):>6} {_share(len(found), len(some)):>10} "
        + " ".join(f"{cell:>8}" for cell in cells)
        + f" {len(lost):>8} {_share(marked, len(lost)):>8}"
    )


def _writable(text: str, charset: str) -> bool:
    try:
        return bool(text.encode(charset))
    except UnicodeError:
        return False


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "-"


def alarms(values: Iterable[tuple[str, str]]) -> Iterator[str]:
    """What the rule of misread text says of clean values."""
    count = 0
    for file, text in values:
        count += 1
        for finding in run(RULES["ENC004"], Record(title=text), SETTINGS):
            yield f"{file}\t{text[:300]!r}\t{(finding.suggestion or '')[:300]!r}"
    yield f"{count} clean values"


def speed(texts: list[str]) -> str:
    """Texts that the screen looks at in a second."""
    start = time.process_time()
    for _ in range(20):
        for text in texts:
            may_be_misread(text, unusual(text))
    return f"{20 * len(texts) / (time.process_time() - start):,.0f} texts screened a second"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", type=int, choices=(0, 1), default=1)
    for flag in ("--clean", "--names", "--wrong"):
        parser.add_argument(flag, action="store_true")
    chosen = parser.parse_args()
    if not DATA.is_dir():
        print("the sets to measure on are not beside this tree")
        return
    load_rules()
    if chosen.clean:
        print(*alarms(clean()), sep="\n")
        return
    texts = [text for text in titles() if half_of(text) == chosen.half]
    if chosen.names:  # nothing was made after them: all are to measure on
        texts = list(names())
    for line in rows(texts, wrong=chosen.wrong):
        print(line, flush=True)
    false = [text for text in texts if said(text).flagged]
    print(f"{len(texts)} clean texts, {len(false)} flagged", *false, speed(texts), sep="\n")


if __name__ == "__main__":
    main()
