"""Empty names, and separators that a list was cut at and left in a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from validator.finding import Finding, Severity
from validator.record import NAME_VARIABLES, Name, Record
from validator.registry import Examples, rule
from validator.text.names.particles import word_set

from ._listed import CASE, ODD, SHAPE, SIGNS, WORDS, odd, wrote  # noqa: TID251 - of this family
from ._turned import is_turned  # noqa: TID251 - of this family
from .et_al import before_et_al  # noqa: TID251 - of this family

_AND = "and|und|et|och|og|oraz|ve|и|та|και"
"""Words for "and" that are neither a particle nor an initial."""
_FRONT = rf"(?:[\s,;；，、؛،|&:：]|[/•·–—-](?=\s)|(?:{_AND})(?=\s(?!al\b)|\Z))+"
_BACK = ",;；，、؛|&:："
_LAST_WORD = rf"\s(?:{_AND}|/)\Z"
_ENTITY_AT_END = r"&#?\w{1,32};\Z"
_GAP = r",\s*,"
_CUT_WORD = r"[^\W\d_]{2}[–—-](?:,|\Z)"
"""The hyphen of a word whose other half is lost, or stands in the other part."""

_STOPPED = r"(?:\A|\s)[^\W\d_](?:[^\W\d_]|['’-]){4,}\.\Z"
"""A whole family name with a full stop: what is shortened is shorter."""

EMPTY, DANGLING = "a name is empty", "a name begins or ends with a separator"
CUT_OFF = "only {part} stands for the family name"
GAP = "nothing stands between two commas of a name"


def _aut002() -> Examples:
    return (
        wrote("Smith, J.", "Jones, K."),
        wrote("And, Metin"),  # a Turkish family name
        wrote("World Health Organization,"),  # EndNote ends an organisation with a comma
        wrote("Garc&iacute;a, Jos&eacute;"),  # the end of an entity, not of a list
        wrote("Johnson & Johnson"),
        wrote("山田, 太郎"),
        wrote("Smith, J. and", says=DANGLING, suggests="Smith, J."),
        wrote("Smith, John -", says=DANGLING, suggests="Smith, John"),
        wrote("and Smith, J.", says=DANGLING, suggests="Smith, J."),
        wrote("Smith, John;", says=DANGLING, suggests="Smith, John"),
        wrote("王明；", says=DANGLING, suggests="王明"),
        wrote("Smith, John,", says=DANGLING, suggests="Smith, John"),
        wrote(", John", says=DANGLING, suggests="John"),
        wrote(Name("Jones", "Kate", raw="Jones, , Kate"), says=GAP, suggests="Jones, Kate"),
        wrote("/ Jones, Kate", says=DANGLING, suggests="Jones, Kate"),
        wrote("Jones, Kate /", says=DANGLING, suggests="Jones, Kate"),
        wrote("Oliveira, Lucas Silva e"),  # of Silva e Oliveira
        wrote("und Vogel, Petra", says=DANGLING, suggests="Vogel, Petra"),
        wrote("Орлов, Павел и", says=DANGLING, suggests="Орлов, Павел"),
        wrote("• Vogel, Petra", says=DANGLING, suggests="Vogel, Petra"),
        wrote("؛ حسن, علي", says=DANGLING, suggests="حسن, علي"),
        wrote("Et, Maung"),  # a name of Burma
        wrote("et al. (Eds.)"),  # AUT005
        wrote("cummings, e. e."),
        wrote(".Smith, John", says=DANGLING, suggests="Smith, John"),
        wrote("-Smith, John", says=DANGLING, suggests="Smith, John"),
        wrote("Smith, John..", says=DANGLING, suggests="Smith, John"),
        wrote("Иванов, И..", says=DANGLING, suggests="Иванов, И."),
        wrote("van der, Berg Jan", says=CUT_OFF, part="van der", suggests="van der Berg, Jan"),
        wrote("von, Neumann John", says=CUT_OFF, part="von", suggests="von Neumann, John"),
        wrote(Name("III", "John Smith"), says=CUT_OFF, part="III"),
        wrote("Smith-, John", says=DANGLING, suggests="Smith, John"),
        wrote("Smith, John:", says=DANGLING, suggests="Smith, John"),
        wrote("J. B., Wilson", says=CUT_OFF, part="J. B.", suggests="Wilson, J. B."),
        wrote("A. I., Lindqvist", says=CUT_OFF, part="A. I.", suggests="Lindqvist, A. I."),
        wrote("А. И., Иванов", says=CUT_OFF, part="А. И.", suggests="Иванов, А. И."),
        wrote("John A., Smith", says=CUT_OFF, part="John A.", suggests="Smith, John A."),
        wrote("Сергей Петрович, Ким", says=CUT_OFF, part="Сергей Петрович"),
        wrote("O, Jackson"),  # a family name of Korea
        wrote("Wu, Jackson"),
        wrote("JK, Smith"),  # of a program that cuts at the last blank
        wrote("S., Kumar"),
        wrote("Wilson., Kate", says=DANGLING, suggests="Wilson, Kate"),
        wrote("Chr., Anna"),  # shortened
        wrote(". Wilson, Kate", says=DANGLING, suggests="Wilson, Kate"),
        wrote("K. P., Soman"),  # South Indian: the initials stand for the father's name
        wrote("B., Thomas"),
        wrote("De, Sankar"),  # a family name of Bengal
        wrote("Van, Anh"),
        wrote("de, sankar"),
        wrote("'Abd al-Nasir, Jamal"),  # an ayn
        wrote("Smith, J.", Name(), "Jones, K.", says=EMPTY, suggests=""),
        wrote("Smith, J.", ";", says=EMPTY, suggests=""),
    )


@rule(
    "AUT002",
    "author-dangling",
    severity=Severity.ERROR,
    examples=_aut002,
    reads=NAME_VARIABLES,
    of_names=ODD,
)
def author_dangling(record: Record) -> Iterator[Finding]:
    """A name or a part of it is empty or only a particle, or a separator stands at its edge.

    Why: programs read an author without a name, or one whose name is "and"; counts of authors
    and citations come out wrong.

    Not found: a comma after a single part, with which EndNote marks an organisation; De and Van
    with a capital, which are family names.

    Source: BibTeX's and biber's warnings on name lists; JabRef's PersonNamesChecker.
    """
    for person in odd(record, SIGNS | WORDS | CASE | SHAPE):
        if before_et_al(person) == "":
            continue  # AUT005
        text = person.text.strip()
        clean = without_separators(text)
        name = person.name
        family, given = without_separators(name.family), without_separators(name.given)
        if given and family.endswith(".") and re.search(_STOPPED, family):
            family = family[:-1]
        if clean == text and family and given and (family, given) != (name.family, name.given):
            clean = str(replace(name, family=family, given=given))
        if clean == text and name.given and name.family and name.raw.endswith(","):
            yield Finding(person.variable, DANGLING, name.raw, clean, safe=True, index=person.place)
        elif clean == text and clean and re.search(_GAP, name.raw):
            yield Finding(person.variable, GAP, name.raw, clean, safe=True, index=person.place)
        elif clean == text and name.given and _is_cut_off(name):
            part = f"{name.particles} {name.family}".strip()
            first, _, rest = name.given.partition(" ")
            whole = f"{part} {first}, {rest}" if rest and part.islower() else None
            if is_turned(name):
                whole = f"{name.given}, {name.family}"
            args = {"part": part}
            yield Finding(person.variable, CUT_OFF, text, whole, args=args, index=person.place)
        elif clean != text or not text:
            yield Finding(
                person.variable,
                DANGLING if clean else EMPTY,
                person.text,
                clean,
                safe=re.search(_CUT_WORD, person.text) is None,
                index=person.place,
            )


def _is_cut_off(name: Name) -> bool:
    """Whether a comma has cut a particle or a numeral from the family name, or turned it round with
    initials: "van der, Berg Jan", "J. B., Wilson"."""
    family = f"{name.particles} {name.family}".split()
    if not name.given[:1].isupper() or name.suffix:
        return False
    if re.fullmatch(r"[JS]r\.|I{2,3}|IV", name.family):
        return not name.particles
    if is_turned(name):
        return True
    return all(word.islower() and word in _CUT_OFF for word in family)


_CUT_OFF = word_set("van von vom zu zum zur de der den del della des do dos du da di ter ten la le")


def without_separators(text: str) -> str:
    """A name without the separators at its edges."""
    front = re.match(_FRONT, text)
    if front:
        text = text[front.end() :]
    text = re.sub(r"(?<=\w)\s+[-–—•·]\Z", "", text)
    text = re.sub(r"\A[.–—-]+\s*(?=[^\W\d_]{3})|(?<=[^\W\d_]{2})[–—-]+\Z", "", text)
    text = re.sub(r"(?<=[^\W\d_]{2})\.\.\Z|(?<=\.)\.\Z", "", text)
    while text:
        if text.endswith(tuple(_BACK)) and not re.search(_ENTITY_AT_END, text[-40:]):
            text = text[:-1].rstrip()
        elif found := re.search(_LAST_WORD, text[-8:]):
            text = text[: len(text) - len(found[0])].rstrip()
        else:
            break
    return text
