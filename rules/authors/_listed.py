"""The names of a record as the rules of this family see them, looked at closely only where odd.

A record is screened once for all rules: nearly all names hold nothing but letters, and no word
that any rule asks about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from validator.record import NAME_VARIABLES, Name, Record, name_values
from validator.registry import Example
from validator.screens import NameScreen
from validator.text.names import Kind
from validator.text.names.bodies import ENDINGS, WEAK_WORDS
from validator.text.names.bodies import WORDS as BODY_WORDS
from validator.text.names.generic import ASKED as OF_NO_ONE
from validator.text.names.particles import word_set
from validator.text.names.titles import ASKED as OF_TITLES
from validator.text.names.titles import BYLINES

SIGNS, WORDS, CASE, SHAPE, INITIALS = 1, 2, 4, 8, 16
"""What may be odd: a character beyond letters, a word that a rule asks about, capitals or small
letters, a missing part or initials in the wrong place, initials of several forms."""
_DOTTED, _UNDOTTED, _SPACED, _TOGETHER, _RUN = 32, 64, 128, 256, 512
"""The forms of initials that a name has: J., J, J. K., J.K., JK."""

_UPPER = "A-ZÀ-ÖØ-Þ" + "".join(chr(c) for c in range(0x100, 0x180) if chr(c).isupper())
_LOWER = "a-zß-öø-ɏ"
_WORD = rf"[{_UPPER}]{{1,2}}+(?![{_UPPER}])[{_LOWER}.'’-]*+"
_PART = rf"(?:{_WORD})++(?: (?:(?:{_WORD})++|[{_LOWER}'’][{_LOWER}'’-]*+))*+"
_PARTICLES = "(?:(?:van|von|de|den|der|des|di|da|do|del|della|dos|du|la|le|ter|ten|zu) )*+"
_COMPOUND = "haft|itut|rein|band|trum|bund|rium|thek"
"""How compounds end that name bodies and stand last: Forschungsgemeinschaft, Hauptverband."""
_PLAIN = re.compile(
    rf"(?:(?![{_UPPER}]\.){_PARTICLES}{_PART}(?<! [A-Z])(?<! [A-Z]\.)(?<! [A-Z][A-Z])(?<!-)"
    rf"(?<!{_COMPOUND})(?<![{_LOWER}]\.)"
    rf"\t{_PART}(?<!\.\.)(?<! [a-d])(?<!-)\t(?:\n|\Z))++"
)
"""Family and given names of capitalised words, the family behind particles or not, one line a name:
nothing but words can be odd."""

_SIGN = r"[^A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ\s.'’-]"
_CASE = rf"(?m)[{_UPPER}Ѐ-ЯΆ-Ϋ]{{3}}|^[a-zß-ɏа-яα-ω]|\t[a-zß-ɏа-яα-ω]| [a-d]\t"
_SHAPE = (
    r"(?m)\t\t|^[^\t]*$|^\t| [A-Z]{1,3}\t|[ -][A-ZÀ-ÞА-Я]\.\t|^[A-ZÀ-Þ]\.|-\t"
    r"|^(?:[^\t ]+ ){2}[^\t]+\t[^\t]+ |^[.-]|\.\.|[^\W\d_]{3}\.[^\W\d_]{3}"
)
_ALONE = re.compile(rf"[^\t]*\t((?:[{_UPPER}А-ЯЁΑ-Ω](?:[a-z]{{0,2}}+\.|(?![a-z]))[ -]?){{1,6}})\t")
"""A given name of nothing but initials, dotted or not."""
_WITHOUT_DOT = re.compile(r"[^\W\d_](?![.\w])")
_WITHOUT_BLANK = re.compile(r"\.[^\W\d_]")
_LETTERS = re.compile(r"[^\W\d_]{2,3}\Z")
_PIECE = re.compile(r"[^\s,;]+")
_OF_RULES = word_set(
    "and et al al. alii en ve és oraz ja și şi ir dan và others admin administrator unknown "
    "editor editors staff n.a. none null nan nil undefined author authors other user test tbd "
    "guest webmaster na anonymous anon anon. otros outros cols. coll. altri anderen "
    "first last firstname lastname surname forename nachname vorname nom prénom nombre apellido "
    "apellidos cognome nome sobrenome apelido achternaam voornaam nazwisko imię příjmení jméno "
    "efternamn förnamn soyad soyadı adı vd. ark. mtsai e.a. e.a dkk dkk. idr. idr ym. jt. "
    "ș.a. ş.a. o.fl. fl. fl u.c. kt. "
    "c/o available your here authorship autres u.a. u.a diğerleri andere "
    "with avec mit at kol. in. u. und og och y e i a contribution corresponding m.fl. "
    "was were is are been has have which whose "
    "inc inc. ltd ltd. llc corp. plc gmbh company lady hrsg hrsg. ed ed. eds eds. editors. www lord"
)
_ASKED = BODY_WORDS | WEAK_WORDS.difference(ENDINGS) | _OF_RULES | OF_TITLES | BYLINES | OF_NO_ONE


LONGEST = 1000  # characters; what is longer is an abstract in the wrong field, not a name


class Listed(NamedTuple):
    """A name of a list with its place; ``last``: no other follows; ``odd``: what may be odd."""

    variable: str
    place: int
    name: Name
    kind: Kind
    text: str
    last: bool
    odd: int


_ASKED_AS_WRITTEN = frozenset(
    form
    for word in _ASKED
    for form in (word, word.capitalize(), word.title(), word.upper())
    # a given name, and an initial; as an "and" or a value that is missing they are small
    if form not in ("Dan", "Nan", "A")
) | word_set(
    "CSc. DrSc. PhDr. MUDr. RNDr. JUDr. MVDr. "
    "PhD Ph.D. Ph.D MSc M.Sc. BSc B.Sc. DPhil DSc PharmD PsyD EdD MBChB M.D. Dr.-Ing. Dipl.-Ing. "
    "Univ.-Prof. GmbH"
)

_last: tuple[Record | None, int, Sequence[Listed]] = (None, 0, ())


def lists_with_odd(record: Record, where: int) -> Sequence[Listed]:
    """All names of a record if one of them may be odd in this way, else none."""
    seen = _last if _last[0] is record else _look_at(record)
    return seen[2] if seen[1] & where else ()


def odd(record: Record, where: int) -> Iterator[Listed]:
    """The names of a record that may be odd in this way."""
    return (person for person in lists_with_odd(record, where) if person.odd & where)


def _look_at(record: Record) -> tuple[Record, int, Sequence[Listed]]:
    """Screen a record, and keep what was seen for the next rule that asks."""
    global _last
    found = 0
    for names in name_values(record):
        for name in names:
            found |= _oddity(name)
    flags = _together(found)
    _last = seen = (record, flags, tuple(listed(record)) if flags else ())
    return seen


def listed(record: Record) -> list[Listed]:
    """Authors, editors and translators of a record, each with its place, but for overlong ones."""
    return [
        Listed(variable, i, name, _kind(name), text, i + 1 == len(names), _oddity(name))
        for variable in NAME_VARIABLES
        if (names := getattr(record, variable))
        for i, name in enumerate(names)
        if len(text := str(name)) <= LONGEST
    ]


def _kind(name: Name) -> Kind:
    """The kind of a name; what stands in brackets behind a part of it does not count."""
    if name.given.endswith(")") and (front := name.given.partition("(")[0].strip()):
        return Name(name.family, front).kind
    if name.family.endswith(")") and (front := name.family.partition("(")[0].strip()):
        return Name(front, name.given).kind
    return name.kind


def _together(found: int) -> int:
    """What may be odd in a record whose names have these oddities and forms of initials."""
    flags = found & (SIGNS | WORDS | CASE | SHAPE)
    return flags | INITIALS if found > INITIALS and _differ(found) else flags


def _oddity(name: Name) -> int:
    """What may be odd in a name, and in the name as it stood; 0 for an overlong one."""
    try:
        found = _traits(name.literal, name.family, name.given, name.suffix)
    except OverflowError:
        found = 0
    return found | SIGNS if _lost_a_part(name.raw) else found


def _lost_a_part(raw: str) -> bool:
    """Whether nothing stands behind a comma of a name as it stood, or a brace was taken off, but
    for those of accents: {\\"u}."""
    braced = "{" in raw and raw.count("{") > raw.count("{\\")
    return raw[-1:] == "," or braced or ",," in raw or ", ," in raw


ODD = NameScreen(_oddity, _together, bits=10)
"""The screen of this family: a name may be odd in some way, or initials differ."""


@lru_cache(maxsize=2**14)
def _traits(literal: str, family: str, given: str, suffix: str) -> int:
    """What may be odd in a name, and the forms of its initials. People write many papers.

    Raises OverflowError for an overlong name, which is thus not kept.
    """
    text = literal or f"{family}\t{given}\t{suffix}"
    if len(text) > LONGEST + 2:  # tabs
        raise OverflowError
    alone = _ALONE.match(text)
    flags = _forms(alone[1]) if alone else 0
    if _PLAIN.fullmatch(text):
        parts = text.split()
        if len(parts) > 3 and parts[0] in parts[1:] and parts[1] in parts[2:]:
            flags |= SHAPE  # "John Smith John Smith"
        if len(parts) > 2 and parts[-1] in (parts[0], parts[-2]):
            flags |= SHAPE  # "Smith, J. K. Smith", "Smith, John John"
        if family.count(" ") == given.count(" ") > 0 or ".." in given:
            flags |= SHAPE  # "John Smith, Kate Jones"
        return flags if _ASKED_AS_WRITTEN.isdisjoint(parts) else flags | WORDS
    if re.search(_SIGN, text) or "www." in text:
        flags |= SIGNS
    if re.search(_CASE, text):
        flags |= CASE
    if family.endswith(".") or re.search(_SHAPE, text):
        flags |= SHAPE
    if (
        suffix
        or not _ASKED.isdisjoint(text.lower().split())
        or (family.endswith(".") and not _ASKED.isdisjoint(family[:-1].lower().split()))
        or re.search(rf"(?:{_COMPOUND})\t", text)
    ):
        flags |= WORDS
    return flags


def _forms(initials: str) -> int:
    """The forms that the initials of a name have."""
    flags = _DOTTED if "." in initials else 0
    if " " in initials:
        flags |= _SPACED
    if _WITHOUT_DOT.search(initials):
        flags |= _UNDOTTED
    if _WITHOUT_BLANK.search(initials):
        flags |= _TOGETHER
    return flags | _RUN if _LETTERS.match(initials) else flags


def _differ(forms: int) -> bool:
    """Whether initials have more than one form: dots, blanks."""
    if forms & _DOTTED and forms & _UNDOTTED:
        return True
    return bool(forms & _SPACED and forms & (_TOGETHER if forms & _DOTTED else _RUN))


def cut_out(old: str, new: str) -> str:
    """What stands in an old form of a name and no longer in a new one, as said in messages."""
    kept = _PIECE.findall(new)
    gone = []
    for piece in _PIECE.findall(old):
        if piece in kept:
            continue
        inside = max((word for word in kept if word in piece), key=len, default="")
        front, _, end = piece.partition(inside) if inside else (piece, "", "")
        gone += [part for part in (front, end) if part]
    return " ".join(gone)


def authors(*names: str | Name, format: str = "bibtex", title: str = "", number: int = 1) -> Record:
    """A record with these authors: for tables of examples."""
    from validator.record import Provenance

    read = tuple(Name.parse(n) if isinstance(n, str) else n for n in names)
    return Record(author=read, title=title, provenance=Provenance("x", format, number))


def wrote(
    *names: str | Name, says: str = "", part: str = "", suggests: str | None = None
) -> Example:
    """A row: these authors, and what is said of them ("" for nothing), of which ``part``."""
    return Example(authors(*names), (says.format(part=part),) if says else (), suggests)


def as_text(name: Name) -> str:
    """A name such that reading it gives its parts again: what must not be split is in braces."""
    text = str(name)
    if name.literal and (" and " in text or Name.parse(text).literal != text):
        return f"{{{text}}}"
    return text
