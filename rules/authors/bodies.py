"""Organisations stored as persons."""

from __future__ import annotations

from collections.abc import Iterator

from validator.finding import Finding, Severity
from validator.record import NAME_VARIABLES, Name, Record
from validator.registry import rule
from validator.text.names import Kind
from validator.text.names.bodies import CONNECTING, WEAK_WORDS, WORDS, words
from validator.text.script import has_cjk

from ._listed import SIGNS, as_text, odd, wrote  # noqa: TID251 - of this family
from ._listed import WORDS as ASKED  # noqa: TID251

SPLIT = "an organisation is stored as a person, with a family and a given name"

AUT015 = (
    wrote("World Health Organization"),
    wrote("{World Health Organization}"),
    wrote("Church, Alonzo"),  # family names that organisations use as well
    wrote("Press, William H."),
    wrote("Bank, Melissa"),
    wrote("Company, Lluís"),
    wrote("Service, Robert"),
    wrote("Apple, Inc."),
    wrote("大学, 太郎"),
    wrote("司徒, 雷登"),
    wrote("中国科学院物理研究所"),
    wrote("Organization, World Health", says=SPLIT, suggests="World Health Organization"),
    wrote(Name("Radiation Oncology", "Group"), says=SPLIT, suggests="Radiation Oncology Group"),
    wrote("Gruppo, R. A."),
    wrote("Collaboration, ATLAS", says=SPLIT, suggests="ATLAS Collaboration"),
    wrote("Oxford, University of", says=SPLIT, suggests="University of Oxford"),
    wrote(
        "Department of Physics, University of Oxford",
        says=SPLIT,
        suggests="{Department of Physics, University of Oxford}",
    ),
    wrote(Name("本刊", "编辑部"), says=SPLIT, suggests="本刊编辑部"),
    wrote("中国科学院, 物理研究所", says=SPLIT, suggests="中国科学院物理研究所"),
    wrote("университет, Московский", says=SPLIT, suggests="Московский университет"),
)


@rule(
    "AUT015",
    "author-corporate-as-person",
    severity=Severity.WARNING,
    examples=AUT015,
    reads=NAME_VARIABLES,
)
def author_corporate_as_person(record: Record) -> Iterator[Finding]:
    """An organisation is split into a family and a given name.

    Why: it is cited as "Organization, W. H." and sorted under its last word.

    Not found: family names that are words for organisations too (Church, Press, Bank); Han names
    of fewer than five characters.

    Source: CSL "literal" names; BibTeX's braces around an organisation; cjk.md C18.
    """
    for person in odd(record, SIGNS | ASKED):
        name = person.name
        if person.kind is Kind.BODY and name.family.strip() and name.given.strip():
            yield Finding(person.variable, SPLIT, person.text, _whole(name), index=person.place)


def _whole(name: Name) -> str:
    """The name in one piece, in braces where reading it would split it again."""
    if has_cjk(name.family):
        return as_text(Name(literal=f"{name.family}{name.given}"))
    family = f"{name.particles} {name.family}".strip()
    last = words(family)[-1]
    given = words(name.given)
    several = " " in family
    if several and (given[-1] in WORDS or last in CONNECTING or len(given[-1]) == 1):
        whole = f"{family} {name.given}"
    elif last in WORDS or last in WEAK_WORDS or given[-1] in CONNECTING:
        whole = f"{name.given} {family}"  # BibTeX took the last word for the family name
    elif given[-1] in WORDS:
        whole = f"{family} {name.given}"
    else:
        whole = f"{family}, {name.given}"
    return as_text(Name(literal=whole))
