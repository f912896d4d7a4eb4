"""Measures the rules on names in two scripts: python tests/cjk_measure.py [--half even|odd|all]

Right records are lists of one to six pairs of the shared set, of one region each, the romanised
names with family name first, as usual in the region. Each is spoilt in the ways that the rules are
about; a fault counts as found where its own rule tells it. Rows are even or odd by a hash of their
text, so that what was developed on one half is measured on the other.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random
from typing import NamedTuple

from shared import SHARED

from validator.asking import run
from validator.config import Settings
from validator.packs import load_rules
from validator.record import Name, Parallel, Record
from validator.registry import RULES
from validator.text.names.surnames import split_chinese
from validator.text.romanise import syllables

PAIRS = SHARED / "data/cjk/name_pairs.jsonl"
CODES = ("CJK001", "CJK003", "CJK005", "CJK006", "CJK016")
SEED = 7
WRONG = ("刘宇瀚", "李叔同")  # the pairs themselves are faults: "Liuyu Han", "Liu Shutong"
EACH = 600  # records of a region
SHOWN = 6  # right records with a finding that are printed, of each region and rule


class Pair(NamedTuple):
    native: str
    roman: Name


def pairs(half: str) -> dict[str, list[Pair]]:
    """The right pairs of a half by region, the romanised side in parts."""
    found: dict[str, list[Pair]] = defaultdict(list)
    with PAIRS.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            digest = hashlib.sha256(f"{row['native']}|{row['roman']}".encode()).digest()
            if half != "all" and ("even", "odd")[digest[0] % 2] != half:
                continue
            if row["native"] in WRONG or row["native"].endswith("天皇"):
                continue
            if row["lang"] == "zh" and not (1 < len(row["native"]) < 5):
                continue
            if roman := _in_parts(row):
                found[f"{row['lang']} {row.get('region', '')}"].append(Pair(row["native"], roman))
    return {region: rows for region, rows in found.items() if len(rows) > 30}


def _in_parts(row: dict[str, str]) -> Name | None:
    if row.get("family_roman") and row.get("given_roman"):
        return Name(row["family_roman"], row["given_roman"])
    words = row["roman"].replace(",", " ").split()
    if len(words) < 2:
        return None
    if row["lang"] == "zh":
        at = _family_at(row["native"], words)
    else:
        at = 0 if row["order"] != "given family" or "-" in words[-1] else -1
    given = words[:at] if at < 0 else words[:at] + words[at + 1 :]
    return Name(words[at], " ".join(given))


def _family_at(native: str, words: list[str]) -> int:
    """Where the family name stands in a romanised name as people use it: Yuan T. Lee."""
    spellings = syllables.family(native[:1])[0]
    found = [i for i, word in enumerate(words) if word.lower() in spellings]
    if found and (len(found) == 1 or "-" not in words[0]):
        return found[0]
    return -1 if "-" in words[0] or "." in " ".join(words) else 0


def record_of(people: list[Pair]) -> Record:
    return Record(
        author=tuple(Name(literal=pair.native) for pair in people),
        parallel=Parallel(author=tuple(pair.roman for pair in people)),
    )


def _other(record: Record, names: list[Name]) -> Record:
    return replace(record, parallel=Parallel(author=tuple(names)))


def another(record: Record, pool: list[Pair], random: Random) -> Record | None:
    names = list(record.parallel.author)
    other = random.choice(pool).roman
    at = random.randrange(len(names))
    if str(other) == str(names[at]) or len(names) < 2:
        return None
    names[at] = other
    return _other(record, names)


def another_alone(record: Record, pool: list[Pair], random: Random) -> Record | None:
    other = random.choice(pool).roman
    if len(record.author) > 1 or str(other) == str(record.parallel.author[0]):
        return None
    return _other(record, [other])


def dropped(record: Record, pool: list[Pair], random: Random) -> Record | None:
    names = list(record.parallel.author)
    if len(names) < 2:
        return None
    del names[random.randrange(len(names))]
    return _other(record, names)


def permuted(record: Record, pool: list[Pair], random: Random) -> Record | None:
    names = list(record.parallel.author)
    random.shuffle(names)
    return None if tuple(names) == record.parallel.author else _other(record, names)


def parts_swapped(record: Record, pool: list[Pair], random: Random) -> Record | None:
    names = list(record.parallel.author)
    at = random.randrange(len(names))
    names[at] = Name(names[at].given, names[at].family)
    return _other(record, names)


def native_swapped(record: Record, pool: list[Pair], random: Random) -> Record | None:
    at = random.randrange(len(record.author))
    split = split_chinese(record.author[at].literal)
    if split is None:
        return None
    names = list(record.author)
    names[at] = Name(split[1], split[0])
    return replace(record, author=tuple(names))


COMPOUNDS = ("欧阳|Ouyang|Ou|yang 司马|Sima|Si|ma 诸葛|Zhuge|Zhu|ge 上官|Shangguan|Shang|guan"
             " 夏侯|Xiahou|Xia|hou 慕容|Murong|Mu|rong 皇甫|Huangfu|Huang|fu")  # fmt: skip
GIVENS = "修|Xiu 光|Guang 亮|Liang 婉儿|Wan'er 志明|Zhiming 国强|Guoqiang 晓红|Xiaohong"


def cut(record: Record, pool: list[Pair], random: Random) -> Record | None:
    family, whole, first, second = random.choice(COMPOUNDS.split()).split("|")
    given, roman = random.choice(GIVENS.split()).split("|")
    at = random.randrange(len(record.author))
    natives, names = list(record.author), list(record.parallel.author)
    if random.random() < 0.5:
        natives[at] = Name(family[0], family[1] + given)
        names[at] = Name(whole, roman)
    else:
        natives[at] = Name(literal=family + given)
        names[at] = Name(first, second.capitalize() + roman.lower())
    return replace(record, author=tuple(natives), parallel=Parallel(author=tuple(names)))


def twice(record: Record, pool: list[Pair], random: Random) -> Record | None:
    people = list(zip(record.author, record.parallel.author, strict=True))
    if random.random() < 0.5:
        names = [name for pair in people for name in pair]
    else:
        names = [*record.author, *record.parallel.author]
    return Record(author=tuple(names))


def in_one(record: Record, pool: list[Pair], random: Random) -> Record | None:
    at = random.randrange(len(record.author))
    native, roman = record.author[at].literal, record.parallel.author[at]
    form = random.choice(("{0} ({1})", "{1} ({0})", "{0} {1}", "{1} {0}", "{0}（{1}）"))
    both = form.format(native, random.choice((f"{roman.family} {roman.given}",
                                              f"{roman.given} {roman.family}")))  # fmt: skip
    names = list(record.author)
    names[at] = Name.parse(both)
    return Record(author=tuple(names))


Fault = Callable[[Record, list[Pair], Random], Record | None]
FAULTS: dict[str, tuple[str, Fault]] = {
    "another name": ("CJK006", another),
    "another name, alone": ("CJK006", another_alone),
    "one dropped": ("CJK005", dropped),
    "permuted": ("CJK016", permuted),
    "parts swapped, Latin": ("CJK001", parts_swapped),
    "parts swapped, Han": ("CJK001", native_swapped),
    "compound name cut": ("CJK001", cut),
    "listed twice": ("CJK003", twice),
    "both in one string": ("CJK003", in_one),
}


def said(record: Record) -> set[str]:
    return {code for code in CODES if any(run(RULES[code], record, Settings()))}


def records(people: list[Pair], random: Random) -> Iterator[Record]:
    for _ in range(EACH):
        count = random.randint(1, min(6, len(people)))
        chosen = {pair.native: pair for pair in random.sample(people, count)}
        yield record_of(list(chosen.values()))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("even", "odd", "all"), default="odd")
    given = parser.parse_args()
    if not PAIRS.exists():
        print("the measuring sets are not beside this tree", file=sys.stderr)
        return 1
    load_rules()
    for region, people in sorted(pairs(given.half).items()):
        measure(region, people)
    return 0


def measure(region: str, people: list[Pair]) -> None:
    generator = random.Random(f"{SEED}{region}")
    right = list(records(people, generator))
    wrong: Counter[str] = Counter()
    for record in right:
        for code in said(record):
            wrong[code] += 1
            if wrong[code] <= SHOWN:
                shown = [f.message for f in run(RULES[code], record, Settings())]
                print("    right, but", code, shown)
    print(f"{region}: {len(people)} pairs, {len(right)} right records, flagged {dict(wrong)}")
    for name, (code, fault) in FAULTS.items():
        planted = found = 0
        for record in right:
            spoilt = fault(record, people, generator)
            if spoilt is not None:
                planted += 1
                found += code in said(spoilt)
        if planted:
            print(f"    {name:24}{code}  {found:4} of {planted:4}  {found / planted:6.1%}")


if __name__ == "__main__":
    sys.exit(main())
