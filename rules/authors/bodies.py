"""Organisations stored as persons, and persons as organisations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from validator.finding import Finding, Severity
from validator.record import NAME_VARIABLES, Name, Record
from validator.registry import Example, Examples, rule
from validator.text.names import Kind
from validator.text.names.bodies import CONNECTING, WEAK_WORDS, WORDS, is_body, is_split_body, words
from validator.text.names.particles import COMPANY_FORMS, is_particle, word_set
from validator.text.script import has_cjk

from ._givens import GIVEN  # noqa: TID251 - of this family
from ._listed import ODD, SHAPE, SIGNS, Listed, as_text, authors, lists_with_odd, odd, wrote  # noqa: TID251 - of this family
from ._listed import WORDS as ASKED  # noqa: TID251
from .order import BIBTEX  # noqa: TID251

SPLIT = "an organisation is stored as a person, with a family and a given name"


def _aut015() -> Examples:
    return (
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
        wrote("Organization, World Health", says=SPLIT, suggests="{World Health Organization}"),
        wrote(
            Name("Radiation Oncology", "Group"), says=SPLIT, suggests="{Radiation Oncology Group}"
        ),
        wrote("Gruppo, R. A."),
        wrote(
            Name("European Lung Cancer Working", "Party"),
            says=SPLIT,
            suggests="{European Lung Cancer Working Party}",
        ),
        wrote("Bank, European Central", says=SPLIT, suggests="{European Central Bank}"),
        wrote(
            "Forschungsgemeinschaft, Deutsche",
            says=SPLIT,
            suggests="{Deutsche Forschungsgemeinschaft}",
        ),
        wrote(Name("厚生", "労働省"), says=SPLIT, suggests="厚生労働省"),
        wrote(Name("编", "辑部"), says=SPLIT, suggests="编辑部"),
        wrote("Collaboration, ATLAS", says=SPLIT, suggests="{ATLAS Collaboration}"),
        wrote("Oxford, University of", says=SPLIT, suggests="{University of Oxford}"),
        wrote(
            "Department of Physics, University of Oxford",
            says=SPLIT,
            suggests="{Department of Physics, University of Oxford}",
        ),
        Example(authors("Department of Physics, University of Oxford", format="ris")),
        Example(authors("Ministère de la Culture, de la Jeunesse et des Sports", format="ris")),
        Example(authors("Ministerio de Educación, Cultura y Deporte", format="ris")),
        Example(authors("Ministerio de Salud, Perú", format="ris")),
        Example(authors("Southwest Oncology, Group", format="ris"), (SPLIT,)),
        wrote("École normale supérieure (Paris, France)"),
        wrote("Church, U. S."),
        Example(authors("Health Organization, World", format="ris"), (SPLIT,)),
        Example(
            authors("of Sciences, National Academy", format="ris"),
            (SPLIT,),
            "National Academy of Sciences",
        ),
        wrote("Survey, U.S. Geological", says=SPLIT, suggests="{U.S. Geological Survey}"),
        wrote(Name("Google", "Inc."), says=SPLIT, suggests="{Google Inc.}"),
        wrote(Name("Inc.", "Google"), says=SPLIT, suggests="{Google Inc.}"),
        wrote(
            "Pathology, American Society for Clinical",
            says=SPLIT,
            suggests="{American Society for Clinical Pathology}",
        ),
        wrote("Diderot, Université Paris", says=SPLIT, suggests="{Université Paris Diderot}"),
        wrote(Name("Saúde", "Ministério da"), says=SPLIT, suggests="{Ministério da Saúde}"),
        wrote(Name("本刊", "编辑部"), says=SPLIT, suggests="本刊编辑部"),
        wrote("Group., Prevalence Italian Working", says=SPLIT),
        wrote("Survey., U.S. Geological", says=SPLIT, suggests="{U.S. Geological Survey}"),
        wrote("Univ., Tokyo"),
        wrote("Church., John"),
        wrote(Name("통계청", "대한민국"), says=SPLIT, suggests="대한민국통계청"),
        wrote("中国科学院, 物理研究所", says=SPLIT, suggests="中国科学院物理研究所"),
        wrote("университет, Московский", says=SPLIT, suggests="{Московский университет}"),
    )


@rule(
    "AUT015",
    "author-corporate-as-person",
    severity=Severity.WARNING,
    examples=_aut015,
    reads=NAME_VARIABLES,
    of_names=ODD,
)
def author_corporate_as_person(record: Record) -> Iterator[Finding]:
    """An organisation is split into a family and a given name.

    Why: it is cited as "Organization, W. H." and sorted under its last word.

    Not found: family names that are words for organisations too (Church, Press, Bank); Han names
    of fewer than five characters; a comma inside the name of a body ("Department of Physics,
    University of Oxford") where the format has neither braces nor parts to show that it is one.

    Source: CSL "literal" names; BibTeX's braces around an organisation; the endings of the names of
    Chinese and Japanese institutions.
    """
    people = lists_with_odd(record, SIGNS | ASKED)
    for person in people:
        name = _without_stop(person.name)
        body = Kind.BODY in (person.kind, name.kind) or _is_cut(name)
        if body and record.provenance.format not in BIBTEX and name.raw and _has_comma(name):
            continue
        if body and name.family.strip() and name.given.strip():
            whole: str | None = _whole(name)
            if record.provenance.format in BIBTEX:
                whole = _braced(_whole(name))
            if _is_cut_off(person, people):
                whole = None
            yield Finding(person.variable, SPLIT, person.text, whole, index=person.place)


def _without_stop(name: Name) -> Name:
    """The name without a full stop behind a family name that is too long for a shortened one."""
    long = len(name.family) > 5 and name.family.endswith(".")
    return replace(name, family=name.family[:-1]) if long and name.given else name


def _is_cut_off(person: Listed, people: Sequence[Listed]) -> bool:
    """Whether the next name may be the rest of an organisation that was cut at its "and"."""
    following = (p for p in people if (p.variable, p.place) == (person.variable, person.place + 1))
    return any(p.kind is not Kind.PERSON for p in following)


def _has_comma(name: Name) -> bool:
    """Whether a comma stands inside the name of a body: between two bodies, a department and its
    university, before a small word, or in an enumeration (Educación, Cultura y Deporte)."""
    if has_cjk(name.family) or not is_split_body(name.family, "") or "," not in name.raw:
        return False
    low = words(name.family)
    whole = len(low) > 1 and low[0] in WORDS and low[-1] not in WORDS | CONNECTING
    if whole and name.given.istitle():
        return True  # "Ministerio de Salud, Perú"
    if " " not in name.family or " " not in name.given or name.particles:
        return False
    if name.family[:1].islower():
        return False  # "of Sciences, National Academy"
    enumerates = not _JOINING.isdisjoint(name.given.split()[1:-1])
    return name.given[:1].islower() or enumerates or is_body(name.given)


_JOINING = word_set("y e i et und och og en и та")


def _braced(body: str) -> str:
    """The name of a body as BibTeX must have it, lest it be split."""
    return body if body.startswith("{") or " " not in body or has_cjk(body) else f"{{{body}}}"


def _is_cut(name: Name) -> bool:
    """Whether a legal form stands alone as family name, or a body's name is cut at an article."""
    if name.family.lower() in COMPANY_FORMS or name.given.lower() in COMPANY_FORMS:
        return True
    if has_cjk(name.family):
        return is_split_body(name.given, name.family)  # 통계청, 대한민국: turned round
    first, _, rest = name.given.lower().partition(" ")
    small = name.family.islower() and first in WEAK_WORDS
    if first in WORDS and rest and "," not in rest:
        return True
    return small and is_particle(rest.rpartition(" ")[2])


def _whole(name: Name) -> str:
    """The name in one piece, in braces where reading it would split it again."""
    if has_cjk(name.family):
        turned = not is_split_body(name.family, name.given)
        parts = (name.given, name.family) if turned else (name.family, name.given)
        return as_text(Name(literal="".join(parts)))
    family = f"{name.particles} {name.family}".strip()
    last = words(family)[-1]
    given = words(name.given)
    several = " " in family
    if several and family[:1].islower():
        return as_text(Name(literal=f"{name.given} {family}"))
    if _has_comma(name):
        return as_text(Name(literal=f"{family}, {name.given}"))
    if name.given.lower() in COMPANY_FORMS:
        return as_text(Name(literal=f"{family} {name.given}"))
    ends = given[-1] in WORDS or given[-1] in WEAK_WORDS
    if several and (ends or last in CONNECTING or len(given[-1]) == 1):
        whole = f"{family} {name.given}"
    elif last in WORDS or last in WEAK_WORDS or given[-1] in CONNECTING:
        whole = f"{name.given} {family}"  # BibTeX took the last word for the family name
    elif given[-1] in WORDS:
        whole = f"{family} {name.given}"
    elif WORDS.isdisjoint(words(family)):
        whole = f"{name.given} {family}"
    elif WORDS.isdisjoint(given):
        whole = f"{family} {name.given}"
    else:
        whole = f"{family}, {name.given}"
    return as_text(Name(literal=whole))


_INITIALS_FIRST = (
    r"(?!U\. ?[KNS]\.)(?:[^\W\d_]\.[ -]?){1,4} ?[^\W\d_]['’\w-]+(?: [^\W\d_]['’\w-]+)?"
)
_INITIALS_INSIDE = r"[^\W\d_]['’\w-]+ (?:[^\W\d_]\. ?){1,3} ?[^\W\d_]['’\w-]+"
_COMMA = r"[^\W\d_]['’\w-]+, (?:[^\W\d_][\w'’-]*\.? ?){1,3}"
_BYNAME = r"[IVX]+|\w{2,}(?:us|inas|ensis)"
"""The number of a pope or king, and Latin bynames: John Paul II, Thomas Aquinas."""
UNSPLIT = "a person is stored as an organisation, in one string"


def _aut016() -> Examples:
    return (
        wrote(Name(literal="Sukarno")),
        wrote("{Student}"),  # a pen name
        wrote("{Deloitte Touche}"),
        wrote("{Johnson & Johnson}"),
        wrote("{Ernst and Young}"),
        wrote("{Vigdís Finnbogadóttir}"),  # braces keep an order that has no family name
        wrote("{Aung San Suu Kyi}"),
        wrote("{Red Hat}"),
        wrote("{Apple, Inc.}"),
        wrote("{U.S. Census Bureau}"),
        wrote("{U.K. Biobank}"),
        wrote("{Paris, Musée du Louvre}"),
        wrote("{Malcolm X}"),
        wrote("{John Wiley & Sons}"),
        wrote("{Robert Koch Institute}"),
        wrote(Name(literal="王明")),
        wrote(Name(literal="山田 太郎")),
        wrote(Name(literal="罗伯特·基欧汉")),
        wrote("Isidore of Seville"),  # reading made it literal
        wrote(Name(literal="Smith J; Jones K")),  # AUT003
        wrote("{John Paul II}"),
        wrote("{Thomas Aquinas}"),
        wrote("{Marie de France}"),
        wrote("{Meister Eckhart}", "Smith, John", "Jones, Kate"),
        wrote("{Médecins Sans Frontières}", "Smith, John", "Jones, Kate"),
        wrote("{John Smith}", says=UNSPLIT, suggests="Smith, John"),
        wrote("{J. K. Rowling}", says=UNSPLIT, suggests="Rowling, J. K."),
        wrote("{Kate P. Jones}", says=UNSPLIT, suggests="Jones, Kate P."),
        wrote(Name(literal="Smith, John"), says=UNSPLIT, suggests="Smith, John"),
        wrote(Name(literal="Müller, Jürgen"), says=UNSPLIT, suggests="Müller, Jürgen"),
        wrote(Name(literal="Иванов, Иван"), says=UNSPLIT, suggests="Иванов, Иван"),
        wrote(Name(literal="И. И. Иванов"), says=UNSPLIT, suggests="Иванов, И. И."),
    )


@rule(
    "AUT016",
    "author-person-as-corporate",
    severity=Severity.INFO,
    examples=_aut016,
    reads=NAME_VARIABLES,
    of_names=ODD,
)
def author_person_as_corporate(record: Record) -> Iterator[Finding]:
    """A name that reads as a person's is stored as that of an organisation.

    Why: it is not shortened, sorts under the given name, and is not found beside its other works.

    Not found: mononyms and pen names (Student); names without a comma, initials, a frequent given
    or, beside people, a sure family name: a firm (Deloitte Touche), a medieval name (Meister
    Eckhart), or an order kept on purpose (Vigdís Finnbogadóttir); popes, kings and Latin bynames
    (John Paul II, Thomas Aquinas); CJK names, which need no parts.

    Source: CSL "literal" names; BibTeX's braces; frequent given names of European languages.
    """
    names = lists_with_odd(record, SHAPE)
    for person in names:
        text = person.name.literal
        if not text or person.kind is not Kind.UNKNOWN or has_cjk(text) or is_body(text):
            continue
        name = Name.parse(text)
        beside = [p for p in names if p.variable == person.variable and p is not person]
        among = bool(beside) and all(p.kind is Kind.PERSON for p in beside)
        if name.kind is Kind.PERSON and name.given and _reads_as_person(text, among=among):
            yield Finding(person.variable, UNSPLIT, person.text, str(name), index=person.place)


def _reads_as_person(text: str, *, among: bool) -> bool:
    """Whether a comma, initials, the given or the family name show that one string is a person's
    name; ``among``: its neighbours are people in parts."""
    if not WEAK_WORDS.isdisjoint(words(text)):
        return False
    if re.fullmatch(_COMMA, text):
        return all(part[:1].isupper() for part in text.split(", "))
    if re.fullmatch(_INITIALS_FIRST, text) or re.fullmatch(_INITIALS_INSIDE, text):
        return True
    parts = text.split()
    if len(parts) not in (2, 3) or re.fullmatch(_BYNAME, parts[-1]) or any(map(is_particle, parts)):
        return False
    known = parts[0].lower().partition("-")[0] in GIVEN
    if known or not among:
        return known
    from validator.text.names.lone import is_lone_family_name  # its tables load where needed

    return parts[-1][:1].isupper() and is_lone_family_name(parts[-1])


UNBRACED = "an organisation without braces, which BibTeX takes for a person"


def _aut019() -> Examples:
    return (
        wrote("{World Health Organization}"),
        wrote("UNESCO"),  # one word, which has no given name
        wrote("中国科学院物理研究所"),
        wrote("Curie, Marie"),
        Example(authors("World Health Organization", format="ris")),
        wrote("World Health Organization", says=UNBRACED, suggests="{World Health Organization}"),
        wrote("Московский университет", says=UNBRACED, suggests="{Московский университет}"),
    )


@rule(
    "AUT019",
    "author-body-unbraced",
    severity=Severity.INFO,
    examples=_aut019,
    reads=NAME_VARIABLES,
    formats=BIBTEX,
    of_names=ODD,
)
def author_body_unbraced(record: Record) -> Iterator[Finding]:
    """An organisation of several words stands without braces in BibTeX.

    Why: BibTeX takes its last word for a family name, and prints "Organization, W. H."; this
    program told it by its words, which no other does.

    Not found: one word, Chinese and Japanese bodies, other formats, where a name is what it is.

    Source: BibTeX's manual, "Names"; JabRef's advice on institutions as authors.
    """
    for person in odd(record, SIGNS | ASKED | SHAPE):
        name = person.name
        several = " " in name.literal and not has_cjk(name.literal)
        if several and person.kind is Kind.BODY and name.raw and "{" not in name.raw:
            whole = _braced(name.literal)
            yield Finding(person.variable, UNBRACED, name.literal, whole, index=person.place)
