"""Names that stand twice in one list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from validator.finding import Finding, Severity
from validator.record import NAME_VARIABLES, Name, Record
from validator.registry import Examples, rule
from validator.text.names import Kind
from validator.text.names.particles import word_set
from validator.text.names.surnames import EAST_ASIAN
from validator.text.script import has_cjk
from validator.text.unicode import fold

from ._listed import wrote  # noqa: TID251 - of this family

_SHARED = word_set("kumar singh khan ahmed ali mohammed")
"""Family names, taken for one by tens of millions who are not kin."""
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
TWICE = "a name stands twice in the list"


_ANN, _OTHER_ANN = (
    Name("Roe", "Ann", orcid="0000-0002-1825-0097"),
    Name("Roe", "Ann", orcid="0000-0001-5109-3700"),
)


def _aut013() -> Examples:
    return (
        wrote("Smith, John", "Smith, Jane"),
        wrote("Smith, John", "Smith, John, Jr."),  # father and son
        wrote(_ANN, _OTHER_ANN),  # two people
        wrote("Wang Y", "Wang Y"),  # initials: Ying and Yun
        wrote("Smith, J.", "Jones, K.", "Smith, J."),
        wrote("Wang, Wei", "Li, Na", "Wang, Wei"),  # one syllable, of several characters
        wrote("Kumar, Vaibhav", "Roe, Ann", "Kumar, Vaibhav"),
        wrote("王伟", "李娜", "王伟"),  # borne by some 290,000 people
        wrote("Sukarno", "Sukarno"),
        wrote("others", "others"),
        wrote("García, José", "Garcia, Josefa"),
        wrote("Smith, John", "Roe, Ann", "Smith, John", says=TWICE, suggests=""),
        wrote("García, José", "Garcia, Jose", says=TWICE, suggests=""),
        wrote("Smith, John A.", "Smith, John A", says=TWICE),
        wrote("Müller, Jörg", "Mueller, Joerg", says=TWICE, suggests=""),
        wrote("Li, Chunxiao", "Jiang, Songtao", "JIANG, Songtao", says=TWICE, suggests=""),
        wrote(
            "Van Herreweghe, Mieke", Name(literal="Mieke Van Herreweghe"), says=TWICE, suggests=""
        ),
        wrote("van der Berg, Jan", "Van der Berg, Jan", says=TWICE),
        wrote("Roe, Alice", Name(literal="Alice Roe"), says=TWICE, suggests=""),
        wrote("欧阳修", "王安石", "欧阳修", says=TWICE, suggests=""),
        wrote("山田, 太郎", "山田, 太郎", says=TWICE, suggests=""),
        wrote("Иванов, Иван", "Иванов, Иван", says=TWICE, suggests=""),
        wrote("Zhang, Xiaoming", "Zhang, Xiaoming"),
        wrote(
            "World Health Organization",
            "World Health Organization",
            says=TWICE,
            suggests="",
        ),
    )


def repeats(record: Record) -> bool:
    """Whether a family name, or an unsplit name, may stand twice in the lists of a record."""
    names = record.author
    if record.editor or record.translator:
        names += record.editor + record.translator
    if len(names) < 2:
        return False
    # the family name, or the word of an unsplit name that would be it
    words = [(name.family or name.literal.partition(",")[0]).rpartition(" ")[2] for name in names]
    joined = "\n".join(words)
    if joined.isascii():
        return len(set(joined.lower().split("\n"))) < len(names)
    forms = [form for word in words for form in _forms(word)]
    return len(set(forms)) < len(forms)


@rule(
    "AUT013",
    "author-duplicate",
    severity=Severity.WARNING,
    examples=_aut013,
    reads=NAME_VARIABLES,
    screen=repeats,
)
def author_duplicate(record: Record) -> Iterator[Finding]:
    """One name stands twice in the list of authors, of editors or of translators.

    Why: the person is counted and credited twice, and whoever should stand there may be missing.

    Not found: father and son (Jr.), names with different ORCID iDs; names that two people may
    well share: initials alone, romanised Chinese, Korean and Vietnamese names, Han names of two
    characters, Kumar and its like, each unless the two are written in different ways.

    Source: OpenCitations' metadata checks; 23 such names in the ACL Anthology, of which 21 are
    one person each.
    """
    for variable in NAME_VARIABLES:
        names: Sequence[Name] = getattr(record, variable)
        if len(names) < 2:
            continue
        seen: dict[tuple[str, ...], int] = {}
        for place, listed in enumerate(names):
            name = _split(listed)
            whole = f"{name.given} {name.particles} {name.family}"
            rest = (fold(name.suffix), fold(name.literal))
            before = min(seen.setdefault((form, *rest), place) for form in _forms(whole))
            if before != place and _is_one(
                names[before], name, alike=str(names[before]) == str(listed)
            ):
                yield Finding(variable, TWICE, str(listed), "", index=place)


def _split(name: Name) -> Name:
    """A name in one string as the person that it is beside a name in parts."""
    if " " not in name.literal or has_cjk(name.literal):
        return name
    read = Name.parse(name.literal)
    return read if read.kind is Kind.PERSON else name


def _forms(text: str) -> set[str]:
    """The forms of a name for comparison: Müller is Muller and Mueller."""
    return {fold(text), fold(text.lower().translate(_WRITTEN_OUT))}


def _is_one(first: Name, second: Name, *, alike: bool) -> bool:
    """Whether two names that fold alike are those of one person or body; ``alike`` if they are
    written in the same way, as those of two people who share a name would be."""
    if first.orcid and second.orcid:
        return first.orcid == second.orcid
    name = second
    if name.literal or not name.given:
        whole = name.literal or name.family
        return len(whole) > 2 if has_cjk(whole) else name.kind is Kind.BODY
    if has_cjk(name.given):
        return len(name.given) > 1
    given, family = fold(name.given), fold(name.family)
    if not any(len(word) > 2 for word in given.split()):
        return False
    if family in _SHARED:
        return False
    return family not in EAST_ASIAN or not alike
