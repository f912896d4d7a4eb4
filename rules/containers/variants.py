"""One journal under several names in one collection."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from validator.facts import Fact, Ref
from validator.finding import Finding, Severity
from validator.record import Record
from validator.registry import Example, Examples, collection_rule
from validator.text.dates import parse
from validator.text.serials import Serial, serial
from validator.text.unicode import collapse

from ._journals import MINORITY, Named, by_name, groups, tight  # noqa: TID251 - of this family

LONGEST_ACRONYM = 10  # characters of a name that may be its own in capitals
CHANGED = 3  # records of other years that make a change of title of another form


def spelled(record: Record) -> Serial | None:
    if record.type != "article-journal":
        return None
    issued = record.issued
    title = record.container_title
    if "&" in title:  # an entity is ENC001's, and hides no name
        from html import unescape

        title = unescape(title)
    return serial(
        title,
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
    works: tuple[str, ...] = (),
    suggests: str | None = None,
) -> Example:
    """Records of journals; ``volumes`` are "year volume" of each, ``works`` their titles."""
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
            title=works[number] if works else "",
        )
        for number, (name, (year, volume)) in enumerate(zip(names, places, strict=True))
    )
    return Example(tuple(records), says, suggests)


VARIANT = "the journal is named otherwise in other records"


def _variants() -> Examples:
    return (
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
            volumes=(
                "1990 12",
                "1991 266",
                "1992 267",
                "1993 268",
                "1994 269",
            ),  # not of one series
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
        held("Journal of Oncology", *["Journal of Ontology"] * 5),  # no volumes to tell
        held("Research in Econometrica", *["Research in Econometrics"] * 5, issn="0012-9682"),
        held(
            "Journal of Oncology",
            *["Journal of Ontology"] * 5,
            "Annals of Oncology",
            "Annals of Ontology",
            volumes=("2000 5",) * 8,  # words that are meant
        ),
        held(*["Psycho-Oncology"] * 2, "Psychooncology"),  # each database has its way
        held(
            *["J Appl Phys"] * 2,
            *["Journal of Applied Physiology"] * 4,
            volumes=("1990 80", "2009 99", "1990 68", "2000 88", "2005 98", "2009 106"),
            works=(
                "Editorial",
                "Films",
                "Editorial",
                "Hearts",
                "Lungs",
                "Muscles",
            ),  # of two volumes
        ),
        held(
            *["J Card Surg"] * 2,
            "Journal of Cardiac Surgery",
            "Journal of Cardiovascular Surgery",  # either
            volumes=("1990 31", "1991 32", "1990 31", "1991 32"),
            works=("Valves", "Veins", "Valves", "Veins"),
        ),
        # variants
        held("MedicalImage Analysis", *["Medical Image Analysis"] * 5, says=(VARIANT,)),
        held("Psychooncology", *["Psycho-Oncology"] * 5, says=(VARIANT,)),
        held(
            "Physical Reveiw Letters",
            *["Physical Review Letters"] * 5,
            issn="0031-9007",
            says=(VARIANT,),
            suggests="Physical Review Letters",
        ),
        held(
            "Вестник Московского уневерситета",
            *["Вестник Московского университета"] * 5,
            volumes=("2000 31", "2000 31", "2001 32", "2002 33", "2003 34", "2004 35"),
            says=(VARIANT,),
            suggests="Вестник Московского университета",
        ),
        held(
            *["Stem Cell Research & Therapy"] * 4, "Stem Cell Research and Therapy", says=(VARIANT,)
        ),
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
            "J Biol Chem",
            *["Journal of Biological Chemistry"] * 2,
            issn="0021-9258",
            says=(VARIANT,),
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
            *["Pedi. Neph."] * 3,  # two are copies, under wrong volumes that contradict the rest
            *["Pediatric Nephrology"] * 6,
            volumes=(
                *("2009 3", "2010 2", "2002 17"),
                *("2009 3", "2010 2", "2001 16", "2003 18", "2004 19", "2005 20"),
            ),
            works=(
                "Stones",
                "Ducts",
                "Grafts",
                "Stones",
                "Ducts",
                "Salt",
                "Water",
                "Urea",
                "Fever",
            ),
            says=(VARIANT,) * 3,
            suggests="Pediatric Nephrology",
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
    safe_fixes=False,
    severity=Severity.WARNING,
    observe=spelled,
    examples=_variants,
    reads=("container-title",),
)
def container_variants(facts: Sequence[Fact]) -> Iterator[tuple[Ref, Finding]]:
    """One journal stands under several names, and this is the rarer one.

    Why: lists by journal fall apart, and a search finds a part of them.

    Not found: sentence case; another punctuation, "&", "The" or capitals in more than a fifth of
    the journal's works; abbreviations where they are as many as full names, and those that no
    ISSN, no record with both forms, no copies of a work under both, no volumes and no four words
    prove, or that several journals share; misspellings that no ISSN and no volumes prove; names
    that share an ISSN and nothing else: a translation, or a change of title; a form of other
    years, which may be the older title.

    Source: OpenRefine's fingerprint; ISO 4; the ISSN manual on changes of title.
    """
    names = by_name(facts)
    usual: dict[str, Usual] = {}
    for group in groups(names, facts):
        if len(group) > 1:
            usual.update(rarer(group, names))
    for fact in facts:
        name = fact.value.title
        if name in usual and fact.work not in usual[name].but_for:
            yield (
                fact.ref,
                Finding("container-title", VARIANT, name, better(name, usual[name].name)),
            )


class Usual(NamedTuple):
    """The usual name of a journal, and the works that are no exceptions under another."""

    name: str
    but_for: Set[object] = frozenset()


def better(name: str, usual: str) -> str | None:
    """The usual name as suggestion; None where it may be worse: an abbreviation, "&" for "and"."""
    if len(usual) < 0.6 * len(name) or ("&" in name) != ("&" in usual):
        return None
    return usual


def rarer(group: Sequence[str], names: Mapping[str, Named]) -> Iterator[tuple[str, Usual]]:
    """The names of a group that are exceptions, each with the usual one."""
    by_words: dict[str, list[str]] = defaultdict(list)
    works: dict[str, set[object]] = defaultdict(set)
    for name in group:
        words = tight(name)
        by_words[words].append(name)
        works[words] |= names[name].works
    total = len(set().union(*works.values()))
    best = max(works, key=lambda words: (len(words), words))
    if 2 * len(works[best]) <= total:
        best = max(works, key=lambda words: (len(works[words]), len(words), words))
        if len(works[best]) < (1 - MINORITY) * total:
            return
    forms, known = by_words.pop(best), works[best]
    usual = usual_of(forms, names)
    rare = dict(otherwise(forms, usual, names))
    for words, others in by_words.items():
        instead = Usual(without_stop(usual), but_for(works[words], known, known))
        rare |= dict.fromkeys(others, instead)
    for name, instead in rare.items():
        if not was_renamed(name, usual, names):
            yield name, instead


def but_for(works: Set[object], known: Set[object], shared: Set[object]) -> Set[object]:
    """The works under a name that are no exceptions, the usual one being that of ``known``: those
    ``shared`` with other names, where each of two databases has its own."""
    return shared if 2 * len(works) > len(known) else frozenset()


def weight(name: str, names: Mapping[str, Named]) -> tuple[int, bool, int, str]:
    """By this the usual form of a name comes first."""
    return -len(names[name].works), name[-1] == ".", -len(name), name


def usual_of(forms: Sequence[str], names: Mapping[str, Named]) -> str:
    """The form that most works have; of two that are about as usual, the one that spells "and"."""
    most, *others = sorted(forms, key=lambda name: weight(name, names))
    works = len(names[most].works)
    in_words = (n for n in others if "&" not in n and 2 * len(names[n].works) > works)
    return next(in_words, most) if "&" in most else most


def otherwise(
    forms: Sequence[str], usual: str, names: Mapping[str, Named]
) -> Iterator[tuple[str, Usual]]:
    """The forms of the same words that are punctuated, or shouted, as few works are.

    A work that has a record in another form, too, is no witness of either; where the form is as
    usual nearly as the usual one, as each database has its own, it is no exception either.
    """
    pooled: dict[str, set[object]] = defaultdict(set)
    for name in forms:
        pooled[letters(name)] |= names[name].works
    counts = Counter(work for works in pooled.values() for work in works)
    known = pooled.pop(letters(usual))
    few = MINORITY * len(counts)
    shared = {work for work, count in counts.items() if count > 1}
    rare = {form: works for form, works in pooled.items() if len(works - shared) <= few}
    if len(set().union(*rare.values()) - shared) >= len(known):
        return
    instead = Usual(without_stop(usual))
    for name in forms:
        if works := rare.get(letters(name)):
            if name != instead.name:
                yield name, instead._replace(but_for=but_for(works, known, shared))
        elif is_shouted(name) and not is_shouted(usual) and len(names[name].works) <= few:
            yield name, instead


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
        len(here.works) >= CHANGED
        and bool(here.years and there.years)
        and (max(here.years) < min(there.years) or max(there.years) < min(here.years))
    )
