"""Measures how names agree across scripts: python tests/names_across.py [--half even|odd|all]

Right pairs are those of the shared set; wrong ones give each native name the romanised name of
another person of its region. Rows are even or odd by a hash of their text, so that what was
developed on one half is measured on the other.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from shared import SHARED

from validator.text.names.surnames import split_chinese
from validator.text.romanise import Agreement, Verdict, agreement
from validator.text.romanise.lists import compare_lists
from validator.text.romanise.tables import readings
from validator.text.script import HAN as HAN_RANGE
from validator.text.script import has_cjk

HAN = re.compile(f"[{HAN_RANGE}]")
PAIRS = SHARED / "data/cjk/name_pairs.jsonl"
WRONG = 60_000  # wrong pairs of a region, if it has so many
SEED = 7


class Pair(NamedTuple):
    region: str
    native: str
    roman: str
    language: str


def pairs(half: str) -> Iterator[Pair]:
    """The right pairs of a half: "even", "odd" or "all"."""
    with PAIRS.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            digest = hashlib.sha256(f"{row['native']}|{row['roman']}".encode()).digest()
            if half == "all" or ("even", "odd")[digest[0] % 2] == half:
                yield from _forms(row)


def _forms(row: dict[str, Any]) -> Iterator[Pair]:
    region, roman, language = row.get("region", ""), row["roman"], row["lang"]
    yield Pair(f"{language} {region}", row["native"], roman, language)
    for key, name in (("kana", "kana"), ("hanja", "Han")):
        if key in row:
            yield Pair(f"{language} {region} {name}", row[key], roman, language)


def measure(right: list[Pair], *, hint: bool) -> dict[str, Any]:
    """The figures of one region."""
    hints = [pair.language if hint else None for pair in right]
    began = time.process_time()
    found = [agreement(p.native, p.roman, language=h) for p, h in zip(right, hints, strict=True)]
    counts = Counter(one.verdict for one in found)
    chance = random.Random(SEED)
    others = sorted({pair.roman: pair for pair in right}.values())
    each = min(-(-WRONG // len(right)), len(others))
    wrong = [
        (a, b)
        for a in right
        for b in chance.sample(others, each)
        if a.native != b.native and a.roman != b.roman
    ]
    false = [
        (a, b, one)
        for a, b in wrong
        if (one := agreement(a.native, b.roman, language=a.language if hint else None)).score >= 0.5
        or one.verdict is Verdict.MISMATCH
    ]
    seconds = time.process_time() - began
    return {
        "pairs": len(right),
        "counts": counts,
        "wrong": len(wrong),
        "false": [x for x in false if x[2].verdict is Verdict.MATCH],
        "told": sum(x[2].verdict is Verdict.MISMATCH for x in false),
        "speed": (len(right) + len(wrong)) / seconds,
        "found": list(zip(right, found, strict=True)),
    }


ListPair = tuple[list[str], list[str]]
OF_OTHERS = {
    "冯端": "read Feng Rui, whose name is Feng Duan",
    "郑敏麟": "read Zhang, whose name is Zheng",
    "駱為祥": "no letter beside the names",
    "中国中西医结合学会皮肤性病专业委员会环境与职业性皮肤病学组": "bodies, and their members too",
}
"""Lists that are not true, by the first native name: what the sources have wrong."""


def lists() -> Iterator[ListPair]:
    """The author lists of works that have them in both scripts."""
    for file in ("acl_ccl", "csl_items", "zotero_items"):
        with (SHARED / f"data/cjk/{file}.jsonl").open(encoding="utf-8") as lines:
            for line in lines:
                native, roman = _both(json.loads(line)["record"])
                if native and roman and all(map(has_cjk, native)):
                    yield native, roman


def _both(record: dict[str, Any]) -> ListPair:
    if "authors" in record:
        people = [one for one in record["authors"] if one.get("family_native")]
        return (
            [f"{one['family_native']}{one['given_native']}" for one in people],
            [f"{one['given_en']} {one['family_en']}" for one in people],
        )
    beside = f"{record.get('note', '')}\n{record.get('extra', '')}"
    roman = re.findall(r"original-author: *(.+)", beside)
    native = [
        f"{one.get('family', '')}{one.get('given', '')}{one.get('literal', '')}"
        for one in record.get("author", ())
    ] or [
        f"{one.get('lastName', '')}{one.get('firstName', '')}"
        for one in record.get("creators", ())
        if one["creatorType"] == "author"
    ]
    return native, roman


def is_foreign(native: list[str]) -> bool:
    """Whether none of the names is a Chinese, Japanese or Korean one: 戴维·A. 帕特森."""
    return not any(split_chinese(name) for name in native)


def measure_lists() -> None:
    """Right lists, and each native list with every romanised one of its length."""
    every = list(lists())
    right = [one for one in every if one[0][0] not in OF_OTHERS]
    found = [compare_lists(native, roman) for native, roman in right]
    same = [one for one in found if one.verdict is Verdict.MATCH]
    foreign = sum(
        one.verdict is not Verdict.MATCH and is_foreign(native)
        for (native, _), one in zip(right, found, strict=True)
    )
    false = wrong = 0
    for i, (native, _) in enumerate(right):
        for j, (_, roman) in enumerate(right):
            if i != j and len(native) == len(roman) and right[j][0] != native:
                wrong += 1
                false += compare_lists(native, roman).verdict is Verdict.MATCH
    mismatched = sum(bool(one.mismatched) for one in found)
    print(
        f"{len(every)} lists, {len(every) - len(right)} of them wrong in the source; of "
        f"{len(right)}, {foreign} are of Western names by their sound, not accepted"
    )
    print(f"{len(right)} lists: {len(same)} accepted, {mismatched} with "
          f"a mismatch, {sum(x.is_turned for x in found)} in another order; "
          f"{false} of {wrong} wrong ones accepted")  # fmt: skip
    for (native, roman), one in zip(right, found, strict=True):
        if one.verdict is not Verdict.MATCH or one.mismatched or one.is_turned:
            print("   ", one.score, one.mismatched, one.is_turned, native, roman)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--half", choices=("even", "odd", "all"), default="all")
    options.add_argument("--hint", action="store_true", help="say the language of each pair")
    options.add_argument("--show", metavar="REGION", help="list what does not match there")
    options.add_argument("--only", metavar="LANGUAGE", help="regions that begin so")
    options.add_argument("--lists", action="store_true", help="author lists instead of names")
    chosen = options.parse_args()
    if not PAIRS.is_file():
        print("the pairs are not beside this tree")
        return 0
    if chosen.lists:
        measure_lists()
        return 0
    met: Counter[str] = Counter()
    by_region: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs(chosen.half):
        if pair.region.startswith(chosen.only or ""):
            by_region[pair.region].append(pair)
    print(f"{'region':12}{'pairs':>6}{'match':>8}{'surname':>8}{'mism.':>7}{'unknown':>8}"
          f"{'wrong':>8}{'false':>8}{'told':>7}{'pairs/s':>9}")  # fmt: skip
    for region, right in sorted(by_region.items()):
        met.update("".join(HAN.findall("".join(pair.native for pair in right))))
        got = measure(right, hint=chosen.hint)
        share = [100 * got["counts"][v] / got["pairs"] for v in (
            Verdict.MATCH, Verdict.SURNAME_ONLY, Verdict.MISMATCH, Verdict.UNKNOWN)]  # fmt: skip
        of = got["wrong"] or 1
        print(f"{region:12}{got['pairs']:6}{share[0]:7.1f}%{share[1]:7.1f}%{share[2]:6.1f}%"
              f"{share[3]:7.1f}%{got['wrong']:8}{100 * len(got['false']) / of:7.3f}%"
              f"{100 * got['told'] / of:6.1f}%{got['speed']:9.0f}")  # fmt: skip
        if chosen.show == region:
            _show(got["found"], got["false"])
    known = sum(n for character, n in met.items() if character in readings("mandarin"))
    if met:
        print(
            f"Han characters met: {met.total()}, {100 * known / met.total():.2f} % have a reading"
        )
    return 0


def _show(found: list[tuple[Pair, Agreement]], false: list[tuple[Pair, Pair, Agreement]]) -> None:
    for pair, one in found:
        if one.verdict is not Verdict.MATCH:
            print(f"    {one.verdict:13}{one.score:6} {pair.native} {pair.roman}")
    for a, b, one in false[:40]:
        print(f"    false {one.score} {a.native} {b.roman} ({b.native}) {one.reading}")


if __name__ == "__main__":
    sys.exit(main())
