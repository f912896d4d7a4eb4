"""The kinds of names as a confusion matrix, on names that no table of the code decides.

Names are drawn with a seed from the sets beside this tree: persons from their parts, written
"Given Family" and "Family, Given"; bodies from the fields that hold nothing else (publisher,
institution, school, authority, holder, corporate names); mononyms; unsplit CJK persons. A name is
left out of the first matrix if one of its words, or its ending in CJK, stands in a table of
`validator.text.names` that could answer for it; the second matrix has them all. Run it by hand:
`python tests/names_measure.py`; with `--wrong`, it lists what is confused.
"""

from __future__ import annotations

import gzip
import html
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from shared import SHARED

import validator
from validator.record import Name, Record
from validator.text.names import Kind, bodies, cjk_bodies
from validator.text.script import has_cjk

DATA = SHARED / "data"
SEED = 7
MOST = 20_000  # names of one class and script
READABLE = ("bibtex", "ris", "datacite", "enw")
OF_BODIES = {
    "publisher", "original-publisher", "institution", "school", "organization", "authority",
    "university", "court", "assignee", "company", "studio", "PB",
}  # fmt: skip
ELEMENTS = (
    r"<Affiliation>([^<,;]*)",
    r"<(?:CollectiveName|institution|publisher-name|collab|organization|publisher_name"
    r"|institution_name|publisher)(?: [^>]*)?>([^<]*)<",
    r'name="funder_name"[^>]*>([^<]*)<',
    r'<name type="corporate"[^>]*>\s*<namePart>([^<]*)<',
    r'<datafield tag="[17]10"[^>]*>\s*<subfield code="a">([^<]*)<',
    r'"institutions":\s*\[\{"id":"[^"]*","display_name":"([^"]*)"',
    r'"host_organization_name":\s*"([^"]*)"',
    r'"name":\s*"([^"]*)",\s*"nameType":\s*"Organizational"',
)
# Family names without a given one in the ACL set, read one by one
ACL_BODIES = (
    "TIPSTER SE/CM", "Architecture Committee", "Cambridge Language Research Unit", "Symantec",
    "Translated.net", "UQO", "IsoQuest, Inc.", "SRA International", "CLIA Consortium", "ARC A3",
    "The LOLITA Group", "The Annotation Group", "The PLUM Research Group",
)  # fmt: skip
NO_NAMES = {"Canada", "Workshops", "Organizers", "Stig-ArneGrönroos", "A.Görög", "Shaghayeghkolli"}
# Authors in one string of the CJK sets that are no bodies, read one by one
NO_BODIES = {
    "Barbara Ward", "Beyoncé", "Mark Johnson", "Morton L T.", "others", "xxx", "KS in NJ",
    "GREG LAWSON", "JONAS JEBERG", "SIMON BRENTING", "H-WONDER", "LI Jiangning", "东方不败",
    "斑马酱锵锵锵", "柳青瑶本尊", "青瑶原创作品空间", "日本岡邦雄", "中国鼓王佳男", "莫于川主编",
    "顾颉刚校点", "本报评论员", "長谷川如是閑", "北京交通大学研究生公众号", "轩龙鸽鸽",
    "新浪微博 xiaolwl",
}  # fmt: skip
NOT_A_BODY = re.compile(
    r"\d{3}|[:|\\;；]|^(?:Source|Artist|Author|Court|Counsel|Assignee|Publisher|Institution|Distributor"
    r"|University|Subcommittee|Editors?|School|United States|Schultz|Doubleday|Dover|Wiley|kmptnv)$"
    r"|^(?:Test|Publisher|Edward|D \"|Published for|Sponsoring|Library/Archive|\?\?)"
    r"|^(?:图解大国陆权|新學林電子書|湘乡曾国荃|中国民法总论|曾氏|授予单位|台灣|中国|kmptvf)$",
    re.IGNORECASE,
)
"""Places before a colon, lists, the names of fields that test files hold instead of values, and
publishers called by a person's name alone."""


class Labelled(NamedTuple):
    """A name as one string with the kind that it is by where it was found."""

    text: str
    kind: Kind
    script: str
    source: str


def script_of(text: str) -> str:
    if has_cjk(text):
        if re.search("[\u3040-\u30ff]", text):
            return "Kana"
        return "Hangul" if re.search("[\uac00-\ud7ff]", text) else "Han"
    return "Latin" if re.search("[A-Za-z]", text) else "other"


def labelled() -> Iterator[Labelled]:
    """Every labelled name of the sets, once."""
    seen = set()
    for source, text, kind in (*_acl(), *_cjk(), *_formats()):
        text = " ".join(html.unescape(text).split())
        if not text or (kind is Kind.BODY and NOT_A_BODY.search(text)):
            continue
        name = Labelled(text, kind, script_of(text), source)
        if kind is Kind.UNSPLIT_CJK and name.script in ("Latin", "other"):
            continue
        if name not in seen:
            seen.add(name)
            yield name


def _acl() -> Iterator[tuple[str, str, Kind]]:
    with gzip.open(DATA / "corpora/acl_anthology.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            yield "publisher", record.get("publisher") or "", Kind.BODY
            for name in (*record.get("author", ()), *record.get("editor", ())):
                yield from _person(name["family"], name.get("given", ""))
    yield from (("author", text, Kind.BODY) for text in ACL_BODIES)


def _person(family: str, given: str) -> Iterator[tuple[str, str, Kind]]:
    if family and given:
        if has_cjk(family):
            yield "author", f"{family}{given}", Kind.UNSPLIT_CJK
            yield "author", f"{family}, {given}", Kind.PERSON
        elif not has_cjk(given):
            yield "author", f"{given} {family}", Kind.PERSON
            yield "author", f"{family}, {given}", Kind.PERSON
    elif has_cjk(family):
        yield "author", family, Kind.UNSPLIT_CJK
    elif family.replace("-", "").isalpha() and family not in (*NO_NAMES, *ACL_BODIES):
        yield "author", family, Kind.MONONYM


def _cjk() -> Iterator[tuple[str, str, Kind]]:
    for row in _lines("cjk/name_pairs.jsonl"):
        native = row["native"].strip()
        yield "author", native, Kind.UNSPLIT_CJK
        if row.get("family_roman") and row.get("given_roman"):
            yield from _person(row["family_roman"], row["given_roman"])
    for file in ("csl_items", "zotero_items", "gbt7714_bib", "bbt_items"):
        for row in _lines(f"cjk/{file}.jsonl"):
            record = row["record"]
            for field, value in record.items():
                if field in OF_BODIES and isinstance(value, str):
                    yield "publisher", value, Kind.BODY
            for name in _names(record):
                literal = name.get("literal") or ""
                if literal:
                    yield from _unsplit(literal)
                else:
                    yield from _person(name.get("family", ""), name.get("given", ""))


def _names(record: dict[str, Any]) -> Iterator[dict[str, str]]:
    for variable in ("author", "editor", "creators"):
        for name in record.get(variable) or ():
            if not isinstance(name, dict):
                continue
            if "creatorType" in name and not name.get("firstName"):
                yield {"literal": name.get("lastName") or name.get("name") or ""}
            elif "creatorType" not in name:
                yield name


def _unsplit(text: str) -> Iterator[tuple[str, str, Kind]]:
    """A literal author: a body if it is Latin, or of five Han characters without the dots and
    brackets of a foreign name."""
    cjk = has_cjk(text)
    if text in NO_BODIES or re.search(r"[\[(（［·‧・･.]", text if cjk else ""):
        return
    if (cjk and len(text) > 4) or (not cjk and (" " in text or text.isupper())):
        yield "author", text, Kind.BODY


def _formats() -> Iterator[tuple[str, str, Kind]]:
    for path in sorted((DATA / "formats").rglob("*.*")):
        if path.parent.name in READABLE:
            for record in _records(path):
                yield "publisher", record.publisher, Kind.BODY
                for field in record.raw:
                    if field.name.lower() in OF_BODIES and not re.search(
                        "[{\\\\]", str(field.value)[1:-1]
                    ):
                        yield "publisher", str(field.value).strip('{}"'), Kind.BODY
        else:
            text = path.read_bytes().decode("utf-8", "replace")
            for pattern in ELEMENTS:
                yield from (("publisher", found, Kind.BODY) for found in re.findall(pattern, text))


def _records(path: Path) -> Iterator[Record]:
    try:
        yield from (item for item in validator.read(path) if isinstance(item, Record))
    except Exception as error:  # a format that is not read yet says nothing here
        print(f"{path.name}: {error}", file=sys.stderr)


def _lines(name: str) -> Iterator[dict[str, Any]]:
    with (DATA / name).open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def stands_on_a_list(text: str) -> bool:
    """Whether a word of the name, or its ending in CJK, is in a table that decides its kind."""
    if has_cjk(text):
        return cjk_bodies.has_listed_word(text) or text.startswith(cjk_bodies.NATIONAL)
    return not LISTED.isdisjoint(bodies.words(text))


LISTED = bodies.HINTS - {"the", "of", "for"}


def sample(names: Iterable[Labelled]) -> list[Labelled]:
    groups: dict[tuple[Kind, str, str], list[Labelled]] = {}
    for name in names:
        groups.setdefault((name.kind, name.script, name.source), []).append(name)
    drawn = []
    for group in groups.values():
        group.sort()
        drawn += random.Random(SEED).sample(group, min(MOST, len(group)))
    return drawn


SHOWN = (Kind.PERSON, Kind.MONONYM, Kind.UNSPLIT_CJK, Kind.BODY, Kind.UNKNOWN)


def matrix(names: Iterable[Labelled]) -> Iterator[str]:
    """The lines of a table: a row for a true kind and script, a column for what was said."""
    counts: dict[tuple[str, str, str], Counter[Kind]] = {}
    for name in names:
        said = Name.parse(name.text).kind
        counts.setdefault((name.kind.value, name.source, name.script), Counter())[said] += 1
    heads = "".join(f"{kind.name.lower():>13}" for kind in SHOWN)
    yield f"{'is':<17} {'as':<10}{'script':<7}{heads}{'names':>7}{'right':>8}{'wrong':>8}"
    for (kind, source, script), row in sorted(counts.items()):
        total = row.total()
        right = row[Kind(kind)]
        wrong = total - right - row[Kind.UNKNOWN]
        cells = "".join(f"{row[column]:>13}" for column in SHOWN)
        rates = f"{right / total:>8.1%}{wrong / total:>8.2%}"
        yield f"{kind:<17} {source:<10}{script:<7}{cells}{total:>7}{rates}"


def main() -> None:
    names = list(labelled())
    left = [name for name in names if not stands_on_a_list(name.text)]
    print(f"{len(names)} labelled names, {len(left)} of them on no list\n\non no list")
    print(*matrix(sample(left)), sep="\n")
    print("\nall")
    print(*matrix(sample(names)), sep="\n")
    if "--wrong" in sys.argv:
        for name in sample(left):
            said = Name.parse(name.text).kind
            if said not in (name.kind, Kind.UNKNOWN):
                print(f"{name.kind.value}\t{said.value}\t{name.text}")


if __name__ == "__main__":
    main()
