"""One journal under several names in one collection."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from validator.finding import Finding, Severity
from validator.record import Record
from validator.registry import Example, Fact, Ref, collection_rule
from validator.text.dates import parse
from validator.text.serials import (
    Point,
    Serial,
    content_words,
    contradict,
    fingerprint,
    is_abbreviation,
    on_one_line,
    serial,
    words_cut,
)
from validator.text.unicode import collapse

MINORITY = 0.2
"""The share of a journal's records up to which another form of its name is an exception."""
SPECIFIC = 4  # words whose beginnings agree in order: two journals of one country seldom share them
FEW, MANY = 60, 200  # names that are compared each with each
LONGEST_ACRONYM = 10  # characters of a name that may be its own in capitals
CHANGED = 3  # records of other years that make a change of title of another form


def spelled(record: Record) -> Serial | None:
    if record.type != "article-journal":
        return None
    issued = record.issued
    return serial(
        record.container_title,
        record.container_title_short,
        record.issn or record.isbn,  # one tag of RIS and EndNote holds either
        issued.year if issued else None,
        record.volume,
    )


def held(
    *names: str,
    says: tuple[str, ...] = (),
    issn: str = "",
    short: str = "",
    volumes: tuple[str, ...] = (),
    suggests: str | None = None,
) -> Example:
    """Records of journals; ``volumes`` are "year volume" of each."""
    places = [volume.split() for volume in volumes] or [["", ""]] * len(names)
    records = (
        Record(
            id=f"r{number}",
            type="article-journal",
            container_title=name,
            container_title_short=short if " of " in name else "",
            issn=issn,
            issued=parse(year) if year else None,
            volume=volume,
        )
        for number, (name, (year, volume)) in enumerate(zip(names, places, strict=True))
    )
    return Example(tuple(records), says, suggests)


VARIANT = "the journal is named otherwise in other records"

VARIANTS = (
    # clean
    held("Nature", "Nature", "Science"),
    held("CYTOTHERAPY", "Cytotherapy", "Cytotherapy"),  # each database has its case
    held("CHEST", *["Chest"] * 4),  # so it calls itself
    held("Journal of fish biology", *["Journal of Fish Biology"] * 4),  # as catalogues write
    held("J. Biol. Chem.", "J Biol Chem"),  # punctuation: no habit to be seen
    held("Journal of Physics A", "Journal of Physics B"),
    held("J Appl Phys", *["Journal of Applied Physiology"] * 4),  # they abbreviate alike
    held(
        "J Biol Chem",
        *["Journal of Biological Chemistry"] * 4,
        volumes=("1990 12", "1991 266", "1992 267", "1993 268", "1994 269"),  # not of one series
    ),
    held(
        "Eur. J. Int. Med. Sci.",  # either
        *["European Journal of Internal Medicine Science"] * 4,
        *["European Journal of Integrative Medicine Science"] * 4,
    ),
    held("Neuroradiology", *["Neurology"] * 4, volumes=("2000 50",) * 5),
    held("Environment Science and Policy", *["Environmental Science and Policy"] * 4),
    held("测绘科学", "Science of Surveying and Mapping", issn="1009-2307"),
    held("Biochemische Zeitschrift", "European Journal of Biochemistry", issn="0014-2956"),
    held("地理学报", "地理研究"),
    held("吉林大学学报(社会科学版)", *["吉林大学学报(自然科学版)"] * 4),
    held("Brain", "Brain Research"),
    held("Вестник МГУ. Серия 1", "Вестник МГУ. Серия 2"),
    held("Drugs & Aging", "Drugs & Aging", "Drugs and Aging"),  # each database has its way
    held("The Lancet", "Lancet", "Lancet"),
    held("Saúde e Sociedade", "Saúde & Sociedade"),
    held("Social Media and Society", *["Social Media + Society"] * 4),
    held("Medicine", *["Medicine."] * 4),  # the stop is theirs, and no part of the name
    held(*["Physical Review"] * 4, "Physical Review E"),  # no "and" of Portuguese
    held("J Phys", *["Journal of Physics A"] * 4, short="J Phys A"),
    held(
        *["American Journal of Botany"] * 12,
        *["The American Journal of Botany"] * 3,  # so it was called
        volumes=("1990 77",) * 12 + ("1914 1",) * 3,
    ),
    # variants
    held(*["Stem Cell Research & Therapy"] * 4, "Stem Cell Research and Therapy", says=(VARIANT,)),
    held(*["Saúde e Sociedade"] * 4, "Saúde & Sociedade", says=(VARIANT,)),
    held("The Lancet", *["Lancet"] * 4, says=(VARIANT,), suggests="Lancet"),
    held(
        "JOURNAL OF FISH BIOLOGY",
        *["Journal of Fish Biology"] * 4,
        says=(VARIANT,),
        suggests="Journal of Fish Biology",
    ),
    held(*["J Biol Chem"] * 4, "J. Biol. Chem.", says=(VARIANT,)),
    held("Наука и жизнь.", *["Наука и жизнь"] * 4, says=(VARIANT,)),
    held("吉林大学学报（自然科学版）", *["吉林大学学报(自然科学版)"] * 4, says=(VARIANT,)),
    held("日本図書館情報学会誌", *["日本図書館情報学会誌"] * 4),
    held("情報処理・学会論文誌", *["情報処理学会論文誌"] * 4, says=(VARIANT,)),
    held("한국문헌정보학회지.", *["한국문헌정보학회지"] * 4, says=(VARIANT,)),
    held(
        "J Biol Chem", *["Journal of Biological Chemistry"] * 2, issn="0021-9258", says=(VARIANT,)
    ),
    held(
        "J Biol Chem",
        *["Journal of Biological Chemistry"] * 2,
        short="J Biol Chem",
        says=(VARIANT,),
    ),
    held(
        "J Biol Chem",
        *["Journal of Biological Chemistry"] * 4,
        volumes=("1990 265", "1991 266", "1992 267", "1993 268", "1994 269"),
        says=(VARIANT,),
    ),
    held(
        "J. Mach. Learn. Res.",
        *["Journal of Machine Learning Research"] * 4,
        says=(VARIANT,),
        suggests="Journal of Machine Learning Research",
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

    Not found: sentence case; another punctuation, "&", "The" or capitals in more than a fifth of
    the journal's records; abbreviations where they are as many as full names, and those
    that no ISSN, no record with both forms, no volumes and no four words prove, or that several
    journals share; names that share an ISSN and nothing else: a translation, or a change of
    title; a form of other years, which may be the older title.

    Source: OpenRefine's fingerprint; ISO 4; the ISSN manual on changes of title.
    """
    names = by_name(facts)
    usual: dict[str, str] = {}
    for group in groups(names):
        if len(group) > 1:
            usual.update(rarer(group, names))
    for fact in facts:
        name = fact.value.title
        if name in usual:
            yield fact.ref, Finding("container-title", VARIANT, name, usual[name])


@dataclass(slots=True)
class Named:
    """What the records with one name of a journal say together."""

    records: int = 0
    shorts: set[str] = field(default_factory=set)
    issns: set[str] = field(default_factory=set)
    points: set[Point] = field(default_factory=set)
    years: set[int] = field(default_factory=set)


def by_name(facts: Sequence[Fact]) -> dict[str, Named]:
    """The names of journals, sorted, with what is known of each."""
    names: dict[str, Named] = {}
    for held_, count in Counter(fact.value for fact in facts).items():
        known = names.setdefault(held_.title, Named())
        known.records += count
        known.issns.update(held_.issns)
        if held_.short:
            known.shorts.add(held_.short)
        if held_.year:
            known.years.add(held_.year)
            if held_.volume:
                known.points.add((held_.year, held_.volume))
    return dict(sorted(names.items()))


def rarer(group: Sequence[str], names: Mapping[str, Named]) -> Iterator[tuple[str, str]]:
    """The names of a group that are exceptions, each with the usual one."""

    def records(some: Iterable[str]) -> int:
        return sum(names[name].records for name in some)

    by_words: dict[str, list[str]] = defaultdict(list)
    for name in group:
        by_words[fingerprint(name)].append(name)
    total = records(group)
    longest = max(by_words, key=lambda words: (len(words), words))
    for words, forms in by_words.items():
        if records(forms) >= (1 - MINORITY) * total or (
            words == longest and 2 * records(forms) > total
        ):
            usual = min(forms, key=lambda name: weight(name, names))
            rare = {*group}.difference(forms).union(otherwise(forms, usual, names))
            for name in rare:
                if not was_renamed(name, usual, names):
                    yield name, without_stop(usual)


def weight(name: str, names: Mapping[str, Named]) -> tuple[int, bool, int, str]:
    """By this the usual form of a name comes first."""
    return -names[name].records, name[-1] == ".", -len(name), name


def otherwise(forms: Sequence[str], usual: str, names: Mapping[str, Named]) -> Iterator[str]:
    """The forms of the same words that are punctuated, or shouted, as few records do."""
    pooled: Counter[str] = Counter()
    for name in forms:
        pooled[letters(name)] += names[name].records
    few = MINORITY * pooled.total()
    rare = {form for form, count in pooled.items() if count <= few}
    if sum(pooled[form] for form in rare) >= pooled[letters(usual)]:
        return
    for name in forms:
        if letters(name) in rare:
            if name != without_stop(usual):
                yield name
        elif is_shouted(name) and not is_shouted(usual) and names[name].records <= few:
            yield name


def without_stop(name: str) -> str:
    """A name without the full stop of a citation; abbreviations keep theirs."""
    return name[:-1] if name.endswith(".") and name.count(".") == 1 else name


def letters(name: str) -> str:
    """A name but for its case and the width of its blanks."""
    return collapse(name).casefold()


def is_shouted(name: str) -> bool:
    """Whether a name of some words is in capitals, or one has none. CHEST is called so."""
    return name.islower() or (name.isupper() and len(name) > LONGEST_ACRONYM)


def was_renamed(name: str, usual: str, names: Mapping[str, Named]) -> bool:
    """Whether the records with a name are all older, or all later, than those with the other."""
    here, there = names[name], names[usual]
    return (
        here.records >= CHANGED
        and bool(here.years and there.years)
        and (max(here.years) < min(there.years) or max(there.years) < min(here.years))
    )


def groups(names: Mapping[str, Named]) -> Iterator[list[str]]:
    """The names of one journal, as far as words, ISSNs, short titles and volumes prove it."""
    parent: dict[str, str] = {name: name for name in names}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = name = parent[parent[name]]
        return name

    def join(a: str, b: str) -> None:
        first, second = sorted((root(a), root(b)))
        parent[second] = first

    by_words: dict[str, str] = {}
    known: dict[str, set[str]] = defaultdict(set)
    content = {name: content_words(name) for name in names}
    for name, named in names.items():
        words = fingerprint(name)
        first = by_words.setdefault(words, name)
        if not (named.issns and names[first].issns and named.issns.isdisjoint(names[first].issns)):
            join(first, name)
        for short in named.shorts:
            if is_abbreviation(content_words(short), content[name]):
                known[fingerprint(short)].add(name)
    for words, titles in known.items():
        if words in by_words and len({root(title) for title in titles}) == 1:
            join(by_words[words], min(titles))
    for block in blocks(names, content):
        for short, title in proven(block, names, content):
            join(short, title)
        block.sort(key=lambda name: (-sum(map(len, content[name])), name))
        for place, short in enumerate(block):
            whole = [t for t in block[:place] if may_be(short, t, names, content)]
            if whole and len({root(title) for title in whole}) == 1:
                join(short, whole[0])
    found: dict[str, list[str]] = defaultdict(list)
    for name in names:
        found[root(name)].append(name)
    yield from found.values()


def blocks(names: Iterable[str], content: Mapping[str, list[str]]) -> Iterator[list[str]]:
    """The names among which one may abbreviate another: their words begin alike.

    With many, the words begin with the same two letters; with too many, nothing can be told.
    """
    for block in grouped(names, content, 1):
        if len(block) <= FEW:
            yield block
        else:
            for part in grouped(block, content, 2):
                if len(part) <= MANY:
                    yield part


def grouped(
    names: Iterable[str], content: Mapping[str, list[str]], letters: int
) -> Iterable[list[str]]:
    """The names by the first letters of their words, at least two of the last."""
    found: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in names:
        *words, last = ("jo" if word == "j" else word for word in content[name])
        found[(*(word[:letters] for word in words), last[:2])].append(name)
    return found.values()


def proven(
    block: Sequence[str], names: Mapping[str, Named], content: Mapping[str, list[str]]
) -> Iterator[tuple[str, str]]:
    """The pairs of names of which one abbreviates the other, and that share an ISSN."""
    by_issn: dict[str, list[str]] = defaultdict(list)
    for name in block:
        for issn in names[name].issns:
            by_issn[issn].append(name)
    for sharing in by_issn.values():
        for a, b in combinations(sharing, 2):
            if is_abbreviation(content[a], content[b]) or is_abbreviation(content[b], content[a]):
                yield a, b


def may_be(
    short: str, title: str, names: Mapping[str, Named], content: Mapping[str, list[str]]
) -> bool:
    """Whether a name abbreviates another, by its words and volumes, where no ISSN speaks."""
    words = content[short]
    cut = words_cut(words, content[title])
    here, there = names[short], names[title]
    if not cut or len(words) < 2 or (here.issns and there.issns):
        return False  # "Diab." is "Diabetes" or "Diabetologia"
    # one word may be another: "Environment" is no "Environmental"
    is_specific = cut > 1 and len(words) >= SPECIFIC
    if not here.points or not there.points:
        return is_specific
    if contradict(here.points, there.points):
        return False
    return is_specific or on_one_line(here.points, there.points)
