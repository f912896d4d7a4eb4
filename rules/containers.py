"""Faults in the names of journals, proceedings and books that hold a work."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from validator.finding import Finding, Severity
from validator.record import Parallel, Record
from validator.registry import Example, Fact, Ref, collection_rule, rule
from validator.text import dates
from validator.text.unicode import collapse, fold

JOURNALS = {"article-journal", "article-magazine", "article-newspaper"}
NO_CONTAINER = {
    "article-journal": "no journal",
    "article-magazine": "no magazine",
    "article-newspaper": "no newspaper",
    "paper-conference": "no proceedings or conference",
    "chapter": "no book that holds the chapter",
}


def of(type: str, *says: str, type_as_read: str = "", **values: str) -> Example:
    record = Record(type=type, type_as_read=type_as_read, title="A title", **values)  # type: ignore[arg-type]
    return Example(record, says)


MISSING = (
    # clean
    of("article-journal", container_title="Nature"),
    of("article-journal", container_title="测绘科学"),
    of("article-journal", container_title_short="J Biol Chem"),
    Example(Record(type="article-journal", parallel=Parallel(container_title="測繪科學"))),
    of("article-journal", arxiv="1706.03762"),
    of("article-journal", doi="10.48550/arXiv.1706.03762"),
    of("article-journal", note="submitted"),
    of("article-journal", status="inpreparation"),
    of("paper-conference", event_title="SIGMOD 2020"),
    of("paper-conference", collection_title="Lecture Notes in Computer Science"),
    of("chapter", container_title="Handbook of Things"),
    of("chapter", type_as_read="inbook"),  # the title is the book's, the chapter a number
    of("book"),
    of("article"),  # a preprint
    of("entry-encyclopedia"),
    # faulty
    of("article-journal", "no journal"),
    of("article-journal", "no journal", doi="10.1186/s13287-021-02417-3"),
    of("article-journal", "no journal", container_title=" "),
    of("article-journal", "no journal", publisher="Elsevier"),
    of("article-newspaper", "no newspaper"),
    of("paper-conference", "no proceedings or conference"),
    of("chapter", "no book that holds the chapter"),
)


@rule("JNL001", "container-missing", severity=Severity.ERROR, examples=MISSING)
def container_missing(record: Record) -> Iterator[Finding]:
    """An article without its journal, a paper without its proceedings, a chapter without its book.

    Why: it cannot be ordered, found on a shelf or cited.

    Not found: parents named by crossref, which are resolved first; a conference or a series in
    place of the proceedings; @inbook, whose title is the book's; preprints; works not out yet.

    Source: the required fields of BibTeX and biblatex; ISO 690:2021.
    """
    template = NO_CONTAINER.get(record.type)
    if template is None or record.container_title.strip() or record.container_title_short:
        return
    if record.parallel.container_title or record.arxiv or "10.48550/" in record.doi:
        return
    if record.type not in JOURNALS and (record.event_title or record.collection_title):
        return
    if record.type == "chapter" and record.type_as_read.lower() == "inbook":
        return
    if record.issued and record.issued.undated:
        return
    if not any(dates.announces(text) for text in (record.status, record.note)):
        yield Finding("container-title", template)


# One journal, one spelling


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


# What does not belong to the name


def named(
    name: str,
    *says: str,
    suggests: str | None = None,
    type: str = "article-journal",
    year: str = "",
) -> Example:
    issued = dates.parse(year) if year else None
    return Example(Record(type=type, container_title=name, issued=issued), says, suggests)


IN = '"In" stands before the name'
TWICE = '"Proceedings of" stands twice'
NUMBERS = "numbers of the volume, issue or pages stand in the name"
YEAR = "the year stands in the name"
PLACE = "a place stands in the name"

POLLUTED = (
    # clean
    named("Nature"),
    named("In Vivo"),
    named("In Practice"),
    named("Inorganic Chemistry"),
    named("Journal of Physics A: Mathematical and Theoretical"),
    named("Physics of Fluids (1994)", year="2001"),  # so it is called
    named("Astronomy & Astrophysics (Paris)"),
    named("西北农林科技大学学报(自然科学版)"),
    named("Chemistry (Weinheim an der Bergstrasse)"),
    named("ACM Transactions on Graphics (TOG)"),
    named("Zeitschrift für Physik", year="1925"),
    named("Revue 2000", year="1999"),
    named("Notes (Journal of the Music Library Association)"),
    named("Proceedings of the 5th Workshop, Volume 1: Long Papers", type="paper-conference"),
    named("Proceedings of ACL 2020", type="paper-conference", year="2020"),
    named("Proceedings of the IEEE"),
    named("Proceedings of the Conference (Paris, France)", type="paper-conference"),
    named("地理学报 = Acta Geographica Sinica"),  # a parallel title
    # polluted
    named("In: Handbook of Things", IN, suggests="Handbook of Things", type="chapter"),
    named("In Proceedings of ACL", IN, suggests="Proceedings of ACL", type="paper-conference"),
    named("In：语言学论丛", IN, suggests="语言学论丛", type="chapter"),
    named("Proceedings of the Proceedings of ACL", TWICE, type="paper-conference"),
    named("Nature, vol. 521", NUMBERS, suggests="Nature"),
    named("Cell 12(3)", NUMBERS, suggests="Cell"),
    named("Cell, 12(3), pp. 1-5", NUMBERS, suggests="Cell"),
    named("Nature Vol 521 No 3", NUMBERS, suggests="Nature"),
    named("J. Chem. Phys. 129, 154104 (2008)", NUMBERS, suggests="J. Chem. Phys.", year="2008"),
    named("J. Chem. Phys. 126 (2007) 057101", NUMBERS, suggests="J. Chem. Phys.", year="2007"),
    named("地理学报 第12卷第3期", NUMBERS, suggests="地理学报"),
    named("Handbook of Things, pp. 12-15", NUMBERS, suggests="Handbook of Things", type="chapter"),
    named("Nature (2015)", YEAR, suggests="Nature", year="2015"),
    named("Nature, 2015", YEAR, suggests="Nature", year="2015"),
    named("地理学报，2015", YEAR, suggests="地理学报", year="2015"),
    named("Rheumatology (Oxford, England)", PLACE, suggests="Rheumatology"),
    named("Science (New York, N.Y.)", PLACE, suggests="Science"),
)

LONGEST = 500  # characters; no name is longer, and nothing longer is taken apart

_IN = re.compile(r"in ?[:：]\s*(?=\S)|in (?=(?:the )?proc(?:eedings|\.))", re.IGNORECASE)
_TWICE = re.compile(r"proceedings of (?:the )?proceedings of", re.IGNORECASE)
_NUMBERS = re.compile(
    r"[\s,;(（]+(?:vol(?:ume|\.)? ?\d+|no\.? ?\d+|issue \d+|\d{1,4} ?\(\d{1,4}(?:[-–]\d+)?\)"
    r"|\d{1,4}, ?\d{2,7}\b"
    r"|第 ?\d+ ?[卷期])(?:[\s\d,;:().–-]|vol|no|pp|issue|[第卷期])*$",
    re.IGNORECASE,
)
_PAGES = re.compile(r"[\s,;:(]+pp\.? ?\d+ ?[-–]+ ?\d+[).]*$", re.IGNORECASE)
_PLACE = re.compile(r" \([A-Z][\w.' -]{1,40}, [A-Z][\w.' -]{1,40}\)$")
NLM_FORMATS = {"nbib", "medline", "pubmed", "pubmedxml"}
"""Formats of the National Library of Medicine, whose titles carry the place to tell them apart."""


@rule(
    "JNL004",
    "container-polluted",
    severity=Severity.WARNING,
    examples=POLLUTED,
    reads=("container-title",),
)
def container_polluted(record: Record) -> Iterator[Finding]:
    """The name of a journal, book or proceedings carries what belongs to other fields.

    Why: the same journal falls into many, one a volume or year.

    Not found: parallel titles, editions in brackets (自然科学版), volumes and years in the names of
    proceedings, a year that is not the record's own, places in records of PubMed.

    Source: JabRef's checks of booktitle; the NLM Catalog on titles with places.
    """
    name = record.container_title
    if name[:2].lower() == "in" and (found := _IN.match(name)):
        yield Finding("container-title", IN, name, suggestion=name[found.end() :])
    if name.count("roceedings of") > 1 and _TWICE.search(name):
        yield Finding("container-title", TWICE, name)
    is_journal = record.type in JOURNALS
    if len(name) > LONGEST or not (is_journal or "pp" in name):
        return
    found = _NUMBERS.search(name) if is_journal else None
    if found or (found := _PAGES.search(name)):
        yield Finding("container-title", NUMBERS, name, suggestion=name[: found.start()])
    elif is_journal:
        year = str(record.year or "")
        bare = name.rstrip(")） ")
        if year and bare.endswith(year):
            before = bare[: -len(year)].rstrip()
            if before[-1:] in (",", "(", "，", "（"):
                plain = before.rstrip("(,，（ ")
                yield Finding("container-title", YEAR, name, suggestion=plain)
        elif (found := _PLACE.search(name)) and record.provenance.format not in NLM_FORMATS:
            yield Finding("container-title", PLACE, name, suggestion=name[: found.start()])
