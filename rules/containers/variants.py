"""One journal under several names in one collection."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from validator.finding import Finding, Severity
from validator.record import Record
from validator.registry import Example, Fact, Ref, collection_rule
from validator.text.unicode import collapse, fold


class Spelling(NamedTuple):
    """A journal as one record names it."""

    title: str
    short: str
    issns: tuple[str, ...]


_ISSN = re.compile(r"(?<!\d)(\d{4})-?(\d{3}[\dXx])(?!\d)")
_JOINING = {"and", "und", "et", "och", "og", "the", "y", "e", "en"}
_MINOR = _JOINING | {"of", "for", "in", "on", "to", "a", "an"}
_MINOR |= {"de", "la", "le", "les", "du", "des", "del", "der", "die", "das", "fur", "zur"}

MINORITY = 0.2
"""The share of a journal's records up to which another punctuation of its name is an exception."""


def spelled(record: Record) -> Spelling | None:
    if record.type != "article-journal" or not record.container_title:
        return None
    issns = tuple("".join(found).upper() for found in _ISSN.findall(record.issn))
    return Spelling(record.container_title, record.container_title_short, issns)


def held(*names: str, says: tuple[str, ...] = (), issn: str = "", short: str = "") -> Example:
    records = (
        Record(
            id=f"r{number}",
            type="article-journal",
            container_title=name,
            container_title_short=short if " of " in name else "",
            issn=issn,
        )
        for number, name in enumerate(names)
    )
    return Example(tuple(records), says)


VARIANT = "the journal is named otherwise in other records"

VARIANTS = (
    # clean
    held("Nature", "Nature", "Science"),
    held("CYTOTHERAPY", "Cytotherapy", "Cytotherapy"),  # case alone
    held("J. Biol. Chem.", "J Biol Chem"),  # punctuation: no habit to be seen
    held("Journal of Physics A", "Journal of Physics B"),
    held("J Appl Phys", "Journal of Applied Physiology"),  # they abbreviate alike
    held("测绘科学", "Science of Surveying and Mapping", issn="1009-2307"),
    held("Biochemische Zeitschrift", "European Journal of Biochemistry", issn="0014-2956"),
    held("地理学报", "地理研究"),
    held("Brain", "Brain Research"),
    held("Вестник МГУ. Серия 1", "Вестник МГУ. Серия 2"),
    held("Drugs & Aging", "Drugs & Aging", "Drugs and Aging"),  # each database has its way
    held("The Lancet", "Lancet", "Lancet"),
    held("Saúde e Sociedade", "Saúde & Sociedade"),
    held(*["Physical Review"] * 4, "Physical Review E"),  # no "and" of Portuguese
    held("J Phys", *["Journal of Physics A"] * 4, short="J Phys A"),
    # variants
    held(*["Stem Cell Research & Therapy"] * 4, "Stem Cell Research and Therapy", says=(VARIANT,)),
    held(*["Saúde e Sociedade"] * 4, "Saúde & Sociedade", says=(VARIANT,)),
    held("The Lancet", *["Lancet"] * 4, says=(VARIANT,)),
    held(*["J Biol Chem"] * 4, "J. Biol. Chem.", says=(VARIANT,)),
    held(
        "J Biol Chem", *["Journal of Biological Chemistry"] * 2, issn="0021-9258", says=(VARIANT,)
    ),
    held(
        "J Biol Chem",
        *["Journal of Biological Chemistry"] * 2,
        short="J Biol Chem",
        says=(VARIANT,),
    ),
    held(*["Acta Mathematica Sinica"] * 4, "Acta, Mathematica Sinica", says=(VARIANT,)),
    held(*["Revista Española de Física"] * 4, "Revista Espanola de Fisica", says=(VARIANT,)),
    held(
        *["Kölner Zeitschrift für Soziologie und Sozialpsychologie"] * 4,
        "Kölner Zeitschrift für Soziologie & Sozialpsychologie",
        says=(VARIANT,),
    ),
)


@collection_rule(
    "JNL002",
    "container-variants",
    severity=Severity.WARNING,
    observe=spelled,
    examples=VARIANTS,
    reads=("container-title",),
)
def container_variants(facts: Sequence[Fact]) -> Iterator[tuple[Ref, Finding]]:
    """One journal stands under several names, and this is the rarer one.

    Why: lists by journal fall apart, and a search finds a part of them.

    Not found: another case; another punctuation, "&" or "The", unless four fifths of the
    journal's records agree; abbreviations, unless an ISSN or a record with both forms proves
    them; names that share an ISSN and nothing else: a translation, or a change of title.

    Source: OpenRefine's fingerprint; ISO 4; the ISSN manual on changes of title.
    """
    records: Counter[str] = Counter(fact.value.title for fact in facts)
    for names in groups(facts):
        if len({collapse(name).casefold() for name in names}) < 2:
            continue
        usual = min(names, key=lambda name: (-records[name], name[-1] == ".", -len(name), name))
        total = sum(records[name] for name in names)
        words = fingerprint(usual)
        style = sum(records[n] for n in names if n != usual and fingerprint(n) == words)
        wanted = {
            name
            for name in names
            if collapse(name).casefold() != collapse(usual).casefold()
            and (fingerprint(name) != words or style <= MINORITY * total)
        }
        for fact in facts:
            if fact.value.title in wanted:
                yield fact.ref, Finding("container-title", VARIANT, fact.value.title, usual)


def groups(facts: Sequence[Fact]) -> Iterator[list[str]]:
    """The names of one journal, as far as words, ISSNs and short titles prove it."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            name = parent[name]
        return name

    def join(a: str, b: str) -> None:
        first, second = sorted((root(a), root(b)))
        parent[second] = first

    by_words: dict[str, str] = {}
    by_issn: dict[str, set[str]] = defaultdict(set)
    known: dict[str, set[str]] = defaultdict(set)
    distinct = sorted({fact.value for fact in facts})
    for title, short, issns in distinct:
        join(by_words.setdefault(fingerprint(title), title), title)
        for issn in issns:
            by_issn[issn].add(title)
        if short and is_abbreviation(short, title):
            known[fingerprint(short)].add(title)
    for names in by_issn.values():
        for short in names:
            for title in names:
                if is_abbreviation(short, title):
                    join(short, title)
    for key, titles in known.items():
        if key in by_words and len({root(title) for title in titles}) == 1:
            join(by_words[key], min(titles))
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted(parent):
        found[root(name)].append(name)
    yield from found.values()


def fingerprint(title: str) -> str:
    """The words of a name without "and" and "the": the same for all its punctuations."""
    return " ".join(_words(title, _JOINING))


def is_abbreviation(short: str, title: str) -> bool:
    """Whether each word of one abbreviates the word of the other, and some word is shorter."""
    a, b = _words(short, _MINOR), _words(title, _MINOR)
    return len(a) == len(b) and a != b and all(map(abbreviates, a, b))


def _words(title: str, left_out: set[str]) -> list[str]:
    """The words of a name, some left out; none at its end or in capitals: Physical Review E."""
    *words, last = fold(title).split() or [""]
    letters = {word.lower() for word in title.split() if len(word) == 1 and word.isupper()}
    return [*(word for word in words if word not in left_out or word in letters), last]


def abbreviates(word: str, whole: str) -> bool:
    """``natl`` abbreviates ``national``: its letters in their order, the first the first."""
    letters = iter(whole)
    return word[:1] == whole[:1] and all(letter in letters for letter in word)
