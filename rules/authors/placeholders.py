"""Placeholders and roles where a name should stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.finding import Finding, Severity
from validator.record import NAME_VARIABLES, Name, Record
from validator.registry import Example, Examples, rule
from validator.text.names.generic import (
    AS_WRITTEN,
    AUTHORS,
    COUNTED,
    NO_AUTHOR,
    NOBODY,
    NUMBERED,
    OF_FORMS,
    OF_TEMPLATES,
)
from validator.text.names.particles import word_set
from validator.text.placeholders import BY_PEOPLE

from ._listed import ODD, SHAPE, SIGNS, WORDS, authors, odd, wrote  # noqa: TID251 - of this family

_SAMPLE_FAMILIES = word_set("author other")
_SAMPLE_GIVEN = r"([A-Z])\.? ?(?:\1|N)?\.?"
_NO_GIVEN = word_set("null NULL undefined nan NaN none unknown Unknown n/a N/A")
_ANONYMOUS = word_set("anonymous anon anon.")
GENERIC = "a placeholder or role in place of a name"
PROSE = "a title or a sentence in place of a name"
_OF_TITLES = (
    r"(?:The )?(?:[A-Z]\w+ )?(?:Journal|Proceedings|Transactions|Annals|Handbook|Encyclopa?edia"
    r"|Introduction|Advances) (?:of|in|to|for|on) (?:the )?\w+.*"
    r"|An? [a-z]+ .*\b(?:of|in|on|for|to|with)\b.*"
)
"""How titles of journals and books begin, and a title with small letters behind its article."""
_SPEAKING = (
    r"(?i:board|committee|council|editors?|editorial|group|office|project|society|staff|team)"
)
"""Words of bodies with such a title in their name: Journal of Physiology Editorial Board."""
_HEADS = word_set(
    "Journal Proceedings Transactions Annals Handbook Encyclopedia Encyclopaedia "
    "Introduction Advances"
)
"""The first words of titles, of which one is among three where no article is."""
_VERBS = word_set("was were is are been has have which whose")
"""Words of sentences that stand, in small letters, in no name."""


def _aut008() -> Examples:
    return (
        wrote("Null, Linda"),
        wrote("No Author Given", says=GENERIC),
        wrote("Smith, John", "…", says=GENERIC),
        wrote("Staff, Robert"),
        wrote("Na, Seung-Hoon"),
        wrote("Nan"),  # a family name
        wrote("Guest"),
        wrote("Smith, NA"),  # initials
        wrote("Smith, N.A."),
        wrote("Anonymous"),  # says what is known
        wrote("佚名"),  # anonymous, in Chinese
        wrote("{The Editors}"),  # a body speaks
        wrote("本刊编辑部"),  # the editorial office: a body
        wrote("N/A", says=GENERIC),
        wrote("NA", says=GENERIC),
        wrote("admin", says=GENERIC),
        wrote("Unknown, Unknown", says=GENERIC),
        wrote("Author, Jane"),
        wrote("Autor, D. H."),  # a family name
        wrote("Other, Jane"),
        wrote("Last, John"),
        wrote("Nom, Jean"),
        wrote("Vorname"),
        wrote("Staff", says=GENERIC),
        wrote("STAFF", says=GENERIC),
        wrote("Lastname, Firstname", says=GENERIC),
        wrote("First Last", says=GENERIC),
        wrote("Nachname, Vorname", says=GENERIC),
        wrote("Фамилия, Имя", says=GENERIC),
        wrote("姓, 名", says=GENERIC),
        wrote("Author, A. N.", says=GENERIC),
        wrote("Author, B. B.", says=GENERIC),
        wrote("A. N. Other", says=GENERIC),
        wrote("Journal of Applied Physics", says=PROSE),
        wrote("{The Journal of Physiology Editorial Board}"),
        wrote("Introduction to Quantum Mechanics", says=PROSE),
        wrote("A study of rainfall in northern Nigeria", says=PROSE),
        wrote("{A Better Chance for Children}"),
        wrote("{Proceedings Committee of the Academy}"),
        wrote("This article was written by Kate Roe", says=PROSE),
        wrote("{International Network of People who Use Drugs}"),
        wrote("Zia-Ullah, null", says=GENERIC, suggests="Zia-Ullah"),
        wrote("Editor", says=GENERIC),
        wrote("Various, Jean"),
        wrote("Noether, N. N."),
        wrote("N. N.", says=GENERIC),  # nomen nescio
        wrote("Doe, Unknown", says=GENERIC, suggests="Doe"),
        wrote("Autor desconocido", says=GENERIC),  # its small letter makes it no family name
        wrote("AA.VV.", says=GENERIC),  # autori vari, of Italian catalogues
        wrote("Коллектив авторов", says=GENERIC),
        wrote("Ohne Verfasser", says=GENERIC),
        wrote("No author identified", says=GENERIC),
        wrote("Author One", says=GENERIC),
        wrote("One, John"),
        wrote("author1", says=GENERIC),
        wrote("Lastname, F.", says=GENERIC),
        wrote("XXXX", says=GENERIC),
        wrote("Ibid.", says=GENERIC),
        wrote("Test, Test", says=GENERIC),
        wrote("[No author listed]", says=GENERIC),
        wrote("Jones, -", says=GENERIC, suggests="Jones"),
        wrote("Search for more papers by this author", says=GENERIC),
        wrote("[s.n.]", says=GENERIC),
        wrote("Staff Writer", says=GENERIC),
        wrote("indicated, No authorship", says=GENERIC),
        wrote("Anonymous, Anonymous", says=GENERIC, suggests="Anonymous"),
        wrote("未知", says=GENERIC),
        wrote("Name1, Author", says=GENERIC),
        wrote("作者3", says=GENERIC),
        wrote("Last2, First2", says=GENERIC),
        wrote("неизвестно", says=GENERIC),
        wrote("غير معروف", says=GENERIC),
        Example(authors("null", format="csv"), (GENERIC,)),
    )


@rule(
    "AUT008",
    "author-generic",
    severity=Severity.WARNING,
    examples=_aut008,
    reads=NAME_VARIABLES,
    of_names=ODD,
)
def author_generic(record: Record) -> Iterator[Finding]:
    """A placeholder, a role, a title or a sentence stands where a name should.

    Why: form fields and exports fill what they do not know; it is indexed as an author.

    Not found: people of that name (Null, Linda; Staff, Robert), Anonymous and 佚名, which
    say what is known, and editorial offices as bodies (本刊编辑部).

    Source: CS1 "generic_names".
    """
    for person in odd(record, SIGNS | WORDS | SHAPE):
        name = person.name
        if is_generic(name):
            yield Finding(person.variable, GENERIC, person.text, index=person.place)
        elif {name.family.lower(), name.given.lower()} <= _ANONYMOUS:
            yield Finding(person.variable, GENERIC, person.text, "Anonymous", index=person.place)
        elif name.family and (name.given in _NO_GIVEN or _is_signs(name.given)):
            yield Finding(person.variable, GENERIC, person.text, name.family, index=person.place)
        elif _is_signs(name.literal.partition(", ")[2]):
            family = name.literal.partition(", ")[0]
            yield Finding(person.variable, GENERIC, person.text, family, index=person.place)
        elif is_prose(person.text):
            yield Finding(person.variable, PROSE, person.text, index=person.place)


def is_prose(text: str) -> bool:
    """Whether a title or a sentence stands where a name should."""
    if text.count(" ") < 3:
        return False
    words = text.split()
    if not _VERBS.isdisjoint(words[1:]):
        return True
    if not text.startswith("A") and _HEADS.isdisjoint(words[:3]):
        return False
    return bool(re.fullmatch(_OF_TITLES, text)) and not re.search(rf"\b{_SPEAKING}\b", text)


def is_generic(name: Name) -> bool:
    """Whether a placeholder or a role stands where the whole name should."""
    whole = str(name).strip()
    turned = (f"{name.given} {name.family}", f"{name.family} {name.given}")
    if name.family.lower() in OF_FORMS and re.fullmatch(r"[^\W\d_]\.?", name.given):
        return True  # "Lastname, F."
    both = _is_generic(name.family) and _is_generic(name.given)
    if name.family.lower() in _SAMPLE_FAMILIES and re.fullmatch(_SAMPLE_GIVEN, name.given):
        return True  # "Author, A. N.", of instructions
    return both or is_of_template(name) or any(map(_is_generic, (whole, *turned)))


def _is_signs(text: str) -> bool:
    return bool(text) and not text.strip("?-–—.…")


def is_of_template(name: Name) -> bool:
    """Whether a name is made of words for names, counted or not: "Name1, Author"."""
    words = re.findall(r"[^\W\d]+", str(name).lower())
    named = OF_TEMPLATES.intersection(words)
    return len(set(words)) > 1 and bool(named) and (named | COUNTED).issuperset(words)


def is_numbered(text: str) -> bool:
    """Whether a word of forms stands with its number: author1, 作者3."""
    return text[-1:].isdigit() and NUMBERED.fullmatch(text.lower()) is not None


def _is_generic(text: str) -> bool:
    if len(text) > 40:
        return False
    if text and not text.strip("?-–—…"):
        return True
    text = text.strip("[]()【】（）")
    low = text.lower()
    if low in NOBODY or text in AS_WRITTEN or (low in BY_PEOPLE and low != "nil"):
        return True
    if low[-1:].isdigit() or low[:3] == "xxx":
        return NUMBERED.fullmatch(low) is not None
    return not AUTHORS.isdisjoint(low.split()) and NO_AUTHOR.fullmatch(low) is not None
