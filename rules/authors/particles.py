"""Particles that stand with the given name in one record and with the family name in others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from validator.facts import Fact, Ref
from validator.finding import Finding, Severity
from validator.record import Name, Record
from validator.registry import Example, Examples, collection_rule
from validator.screens import NameScreen
from validator.text.names.particles import is_particle, trailing, word_set
from validator.text.unicode import fold

from ._listed import authors  # noqa: TID251 - of this family

_EITHER = word_set("y e i da do das dos al el ul ur ap ibn bin bint binti ben bar bat abu")
"""Particles that Iberian, Arabic and Hebrew custom writes with either name."""
SHARE = 0.2  # law 1: a form of more than a fifth of those that bear the name is one of two customs
PARTED = "{part} is kept with the given name, elsewhere in the collection with the family name"


class Kept(NamedTuple):
    """A name with a particle: its family name with it and the first word of its given name, both
    folded, and, where the particle stands with the given name, its place, text and mended form."""

    family: str
    given: str
    place: int = -1
    part: str = ""
    text: str = ""
    mended: str = ""


def kept_particles(record: Record) -> list[Kept] | None:
    """What AUT011 keeps of a record: the authors whose names have a particle."""
    found = []
    for place, name in enumerate(record.author):
        if may_have_particle(name) and (kept := _kept(name, place)):
            found.append(kept)
    return found or None


def may_have_particle(name: Name) -> bool:
    """A screen: a particle, a family name of several words, or a given name with small ones."""
    given = name.given
    return bool(name.particles or " " in name.family or (" " in given and not given.istitle()))


def _kept(name: Name, place: int) -> Kept | None:
    given = name.given.split()
    if not given or not name.family:
        return None
    count = 0 if name.particles else trailing(given)
    moved = given[len(given) - count :] if count else _moved_by_reader(name)
    if moved:
        if not _EITHER.isdisjoint(moved):
            return None
        part, rest = " ".join(moved), given[: len(given) - count]
        mended = Name(name.family, " ".join(rest), part, name.suffix)
        text = str(name) if count else name.raw
        family = fold(f"{part} {name.family}")
        return Kept(family, fold(rest[0]), place, part, text, str(mended))
    words = name.family.split()
    if name.particles or (len(words) > 1 and is_particle(words[0].lower())):
        return Kept(fold(f"{name.particles} {name.family}"), fold(given[0]))
    return None


def _moved_by_reader(name: Name) -> list[str]:
    """The particles of "Berg, Jan van der", which reading has put before the family name."""
    family, comma, given = name.raw.partition(",")
    if not comma or not name.particles or family.strip().lower() != name.family.lower():
        return []
    words = given.split()
    count = trailing(words)
    return words[len(words) - count :] if count else []


def _pages(*lists: str | Name) -> tuple[Record, ...]:
    return tuple(authors(name, format="csl-json") for name in lists)


_PRICE = Name("de Solla Price", "Derek")
_SAID = PARTED.format(part="de")


def _aut011() -> Examples:
    return (
        Example(_pages("Berg, Jan van der", "Wit, Jan de")),  # the Dutch order, everywhere
        Example(_pages("Van der Berg, Jan", "van der Berg, J.")),  # the Belgian one
        Example(_pages("von Neumann, John", "Goethe, Johann Wolfgang von")),  # each has its own
        Example(_pages("de Vries, Hugo", "Vries, Karel de", "Vries, Emma de")),  # two customs
        Example(_pages("Ortega y Gasset, José", Name("Gasset", "José Ortega y"))),
        Example(_pages("dos Santos, Ana", Name("Santos", "Ana dos"))),
        Example(_pages("da Silva, João", Name("Silva", "João da"))),
        Example(_pages("al Khatib, Omar", Name("Khatib", "Omar al"))),
        Example(_pages("bin Laden, Osama", Name("Laden", "Osama bin"))),
        Example(_pages("de Gaulle, Charles", "Gaulle, Yvonne")),
        Example(_pages(Name("Solla Price", "Derek de"))),  # alone: nothing to compare it with
        Example(_pages("王, 明", "王明")),
        Example(_pages(_PRICE, Name("Solla Price", "Derek de")), (_SAID,), "de Solla Price, Derek"),
        Example(_pages(_PRICE, Name("Solla Price", "D. J. de")), (_SAID,), "de Solla Price, D. J."),
        Example(_pages(_PRICE, "Solla Price, Derek de"), (_SAID,)),
        Example(
            _pages("van der Goot, Rob", Name("Goot", "Rob van der")),
            (PARTED.format(part="van der"),),
            "van der Goot, Rob",
        ),
        Example(
            _pages(*["Van Dyke, Bo"] * 4, Name("Dyke", "Jo van")), (PARTED.format(part="van"),)
        ),  # one of five who are called so
    )


@collection_rule(
    "AUT011",
    "author-particle-misplaced",
    severity=Severity.WARNING,
    observe=kept_particles,
    of_names=NameScreen(may_have_particle),
    examples=_aut011,
    reads=("author",),
)
def author_particle_misplaced(facts: Sequence[Fact]) -> Iterator[tuple[Ref, Finding]]:
    """A particle stands with the given name, and the collection keeps it with the family name.

    Why: the person is listed twice, under D and under S, and the two are not seen to be one.

    Not found: either order where the collection has no other (Berg, Jan van der as in the
    Netherlands, Van der Berg, Jan as in Belgium, Goethe, Johann Wolfgang von); a family name
    that more than a fifth of its bearers write so, none of them in both ways; y, dos, al, ibn
    and their like, which custom puts with either name.

    Source: eLife's checks of given names; cryptobib's issue 107; the ACL Anthology, which has
    Goot, Rob van der beside van der Goot, Rob.
    """
    with_family = Counter[str]()
    apart = Counter[str]()
    persons = set[tuple[str, str]]()  # by a given name, and by its initial
    initials = set[tuple[str, str]]()  # by an initial alone
    for _, names in facts:
        for kept in names:
            if kept.place < 0:
                with_family[kept.family] += 1
                persons.update(((kept.family, kept.given), (kept.family, kept.given[:1])))
                if len(kept.given) == 1:
                    initials.add((kept.family, kept.given))
            else:
                apart[kept.family] += 1
    for ref, names in facts:
        for kept in names:
            if kept.place < 0:
                continue
            # "Lima, Alexandre Gomes de" is as Brazil enters him: only one person in two forms tells
            by_custom = fold(kept.part) == "de"
            few = not by_custom and apart[kept.family] <= SHARE * (
                apart[kept.family] + with_family[kept.family]
            )
            same = (kept.family, kept.given) in persons
            if few or same or (kept.family, kept.given[:1]) in initials:
                yield (
                    ref,
                    Finding(
                        "author",
                        PARTED,
                        kept.text,
                        kept.mended,
                        args={"part": kept.part},
                        index=kept.place,
                    ),
                )
