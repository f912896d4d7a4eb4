"""Name order that changes within a list or a file."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from validator.facts import Fact, Ref
from validator.finding import Finding, Severity
from validator.record import NAME_VARIABLES, Name, Record
from validator.registry import Example, Examples, collection_rule, rule
from validator.text.names import Kind
from validator.text.names.surnames import EAST_ASIAN, FREQUENT
from validator.text.script import has_cjk
from validator.text.unicode import fold

from ._listed import as_text, authors, wrote  # noqa: TID251 - of this family

_BRACED = r"\{[^{}]*\}"
BIBTEX = ("bibtex", "biblatex")


def _order(name: Name) -> str:
    """How a person's name stood in the file: "comma", "blank", or "" where it shows no order."""
    raw = name.raw
    if not raw or not name.given or name.literal or "=" in raw or raw.islower() or has_cjk(raw):
        return ""
    if name.kind is not Kind.PERSON:
        return ""
    if "," in raw and "," in re.sub(_BRACED, "", raw):
        return "comma"
    return "blank" if not raw.startswith((name.family, name.particles or name.family)) else ""


def _needs_comma(name: Name) -> bool:
    """Whether only a comma tells the family name: it has several words, a suffix follows, or a
    particle that is not told where it stands behind a given name."""
    if name.suffix or " " in name.family:
        return True
    return bool(name.particles) and Name.parse(f"{name.given} {name.particles} {name.family}") != (
        replace(name, raw=f"{name.given} {name.particles} {name.family}")
    )


MIXED = "one list has names with the family name first and with the given name first"


def _aut004() -> Examples:
    return (
        wrote("Smith, John", "Jones, Kate"),
        wrote("John Smith", "Kate Jones"),
        wrote("Kovács, István", "és mtsai"),  # AUT005
        wrote(
            "van der Berg, Jan",
            "Piet Jansen",
            says=MIXED,
            suggests="van der Berg, Jan; Jansen, Piet",
        ),
        wrote("Pérez García, Carlos", "John Smith"),  # two family names need their comma
        wrote("Smith, Jr., John", "Kate Jones"),
        wrote("Smith, John", "{World Health Organization}"),
        wrote("Smith, John", "Sukarno"),
        wrote("Smith, John", "王明"),
        wrote("Smith, John", "family=Jones, given=Kate"),
        wrote("Smith, John", "Jones K"),  # family name first as well
        Example(authors("Smith, John", "Kate Jones", format="csl-json")),  # parts, no order
        wrote("Smith, John", "Kate Jones", says=MIXED, suggests="Smith, John; Jones, Kate"),
        wrote(
            "Smith, John", "Wang Xiaoming", says=MIXED
        ),  # which is the family name, BibTeX misreads
        wrote(
            "Kate Jones",
            "{Barnes and Noble}",
            "Smith, John",
            says=MIXED,
            suggests="Jones, Kate; {Barnes and Noble}; Smith, John",
        ),
    )


@rule(
    "AUT004",
    "author-order-mixed",
    severity=Severity.WARNING,
    formats=BIBTEX,
    examples=_aut004,
    reads=NAME_VARIABLES,
)
def author_order_mixed(record: Record) -> Iterator[Finding]:
    """A BibTeX list mixes "Family, Given" and "Given Family".

    Why: a list pasted together from two sources; people and simple scripts misread one half.

    Not found: single words, names in braces, CJK names, biblatex's family=…, and family names
    that need their comma (Pérez García, Carlos).

    Source: JabRef's check of name order and its issue 15139.
    """
    for variable in NAME_VARIABLES:
        names: Sequence[Name] = getattr(record, variable)
        commas = sum(["," in name.raw for name in names])
        if not 0 < commas < len(names):
            continue
        orders = [(_order(name), name) for name in names]
        blank = [name.raw for order, name in orders if order == "blank"]
        comma = [n.raw for order, n in orders if order == "comma" and not _needs_comma(n)]
        if blank and comma:
            doubtful = any(o == "blank" and _east_asian_order(name) < 0 for o, name in orders)
            yield Finding(
                variable,
                MIXED,
                "; ".join(blank if len(blank) <= len(comma) else comma),
                None if doubtful else "; ".join(map(as_text, names)),
            )


SHARE = 0.2  # a form of more than a fifth of the records is one of the file's own (law 1)
UNDEFINED_ORDER = ("csv", "ris", "cn-page")
OTHER_ORDER = "given names stand first, in this file family names do"


def kept_order(record: Record) -> Any:
    """What AUT017 keeps of a record: the order of its authors' names, a hash of them as read,
    and, where given names stand first, the list mended; None where no order shows."""
    orders = {order for name in record.author if (order := _order(name))}
    if len(orders) != 1:
        return None
    digest = _digest(record.author)
    if "comma" in orders:
        return ("comma", digest, "", "")
    shown = [name for name in record.author if _order(name) == "blank"]
    if len(shown) < 2 or sum(map(_east_asian_order, shown)) < 0:
        return None
    value = "; ".join(name.raw for name in record.author)
    return ("blank", digest, value, "; ".join(map(as_text, record.author)))


def _east_asian_order(name: Name) -> int:
    """1 for the order of a Chinese or Korean name with its family name last ("Xiaoming Wang"), -1
    for one with it first, as at home ("Wang Xiaoming"), 0 where both may be."""
    first, last = (part.lower() in EAST_ASIAN for part in (name.given, name.family))
    if first and name.family.lower() in FREQUENT:  # Kim Smith
        return 0
    return last - first


def _digest(names: Iterable[Name]) -> bytes:
    """A hash of a set of names by their folded parts, the same in every process."""
    parts = sorted(
        f"{fold(n.particles + ' ' + n.family)}\t{fold(n.given)}\t{n.literal}" for n in names
    )
    data = "\n".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(data, digest_size=8).digest()


def page(*lists: str) -> tuple[Record, ...]:
    """The records of one table: each the authors of one, joined by "; "."""
    return tuple(
        authors(*names.split("; "), format="csv", number=number)
        for number, names in enumerate(lists, start=1)
    )


_USUAL = (
    "Roe, Richard; Doe, Jane",
    "Lu, Jing; Wang, Bin",
    "Bi, Yan",
    "Koti, Lubaina; Atari, Maher",
)


def _aut017() -> Examples:
    return (
        Example(page(*_USUAL, "Dias, Ana; da Costa, Leonardo")),
        Example(page(*_USUAL, "Jing Lu")),  # one author
        Example(page(*_USUAL, "Sukarno; World Health Organization")),
        Example(page(*_USUAL, "王明; 李红")),
        Example(page("Lu, Jing; Wang, Bin", "Kate Roe; John Smith")),  # half of the file
        Example(page(*_USUAL, "Wang Xiaoming; Zhang Weiguo")),  # family names first, without commas
        Example(page("Lu, Jing; Wang, Bin", "Kate Roe; John Smith", "Bin Wang; Jing Lu")),
        Example(
            page(
                "Kate Roe; John Smith",
                "Jo Doe; Al Key",
                "Ed Ok; Di Bo",
                "Ann Lee; Joe Day",
                "Roe, Jo; Ng, Al",
            )
        ),
        Example(
            page(*_USUAL, "Jing Lu; Bin Wang"),
            (OTHER_ORDER,),
            "Lu, Jing; Wang, Bin",
        ),
        Example(  # more often than in a fifth, but the same people prove it
            page("Lu, Jing; Wang, Bin", "Bi, Yan; Gong, Wei", "Jing Lu; Bin Wang"),
            (OTHER_ORDER,),
            "Lu, Jing; Wang, Bin",
        ),
        Example(
            page(*_USUAL, "Xiaoming Wang; Kim Smith"), (OTHER_ORDER,), "Wang, Xiaoming; Smith, Kim"
        ),
        Example(
            page(*_USUAL, "Kate Roe; John von Neumann"),
            (OTHER_ORDER,),
            "Roe, Kate; von Neumann, John",
        ),
    )


@collection_rule(
    "AUT017",
    "author-order-mixed-in-collection",
    severity=Severity.WARNING,
    formats=UNDEFINED_ORDER,
    observe=kept_order,
    examples=_aut017,
    reads=("author",),
)
def author_order_mixed_in_collection(facts: Sequence[Fact]) -> Iterator[tuple[Ref, Finding]]:
    """Given names stand first in a record of a file that has "Family, Given" everywhere else.

    Why: without a comma the family name is a guess, and the record misses its duplicates.

    Not found: formats that define the order or name the parts; single authors, mononyms,
    organisations, CJK names; Chinese and Korean names with the family name first and no comma
    (Wang Xiaoming); a form that more than a fifth of the file's works have, unless another record
    has the same people, family names first: that proves the order, and the fix is safe.

    Source: a record page of a platform that lists the paper itself once more.
    """
    commas = {(fact.ref.path, fact.work) for fact in facts if fact.value[0] == "comma"}
    people = {(fact.ref.path, fact.value[1]) for fact in facts if fact.value[0] == "comma"}
    blanks = {
        (fact.ref.path, fact.work): (fact.ref.path, fact.value[1])
        for fact in facts
        if fact.value[0] == "blank" and (fact.ref.path, fact.work) not in commas
    }
    usual = Counter(path for path, _ in commas)
    other = Counter(path for path, _ in blanks)
    doubtful = Counter(path for (path, _), digest in blanks.items() if digest not in people)
    for ref, (order, digest, value, mended) in facts:
        path = ref.path
        if order != "blank":
            continue
        safe = (path, digest) in people and other[path] < usual[path]
        # what is proven to be an exception shows no habit
        few = doubtful if other[path] < usual[path] else other
        is_rare = few[path] <= SHARE * (usual[path] + other[path])
        if is_rare or safe:
            yield ref, Finding("author", OTHER_ORDER, value, mended, safe=safe)
