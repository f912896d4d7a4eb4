"""What arXiv says of a paper, in whatever syntax: its people, and the days of its versions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from email.utils import parsedate

from validator.io.values import name as parsed
from validator.io.values import person
from validator.record import Name
from validator.text import dates, latex

SOURCE = "arXiv"

_IN_BRACKETS = re.compile(r" ?\((?:[^()]++|\([^()]*+\))*+\)")
_BETWEEN = re.compile(r" ?[,;] ?(?:and )?| and |(?<=ollaboration): ?")
_SUFFIX = re.compile(r"(?:[JS]r\.?|I{2,3}|IV)", re.ASCII)


def author(family: str, given: str, suffix: str, affiliation: Iterable[str]) -> Name:
    """A person by parts; a family name alone may be a whole name, or that of a collaboration.

    The blanks that arXiv sets behind initials are taken out of "J. -P.".
    """
    places = tuple(affiliation)
    given = given.replace(". -", ".-")
    if not given:
        whole = parsed(f"{family} {suffix}".strip())
        return person(whole, whole.raw, affiliation=places)
    raw = ", ".join(part for part in (family, suffix, given) if part)
    return Name(family=family, given=given, suffix=suffix, raw=raw, affiliation=places)


def authors(text: str) -> tuple[Name, ...]:
    """The people of the line that submitters write: commas and "and" between names, institutions
    in brackets, accents as in LaTeX. Source: arXiv's instructions, Author(s) field.
    """
    names: list[str] = []
    for part in _BETWEEN.split(_IN_BRACKETS.sub("", latex.collapse(text))):
        if names and _SUFFIX.fullmatch(part):
            names[-1] += f" {part}"
        elif name := latex.decode_name(part):
            names.append(name)
    return tuple(map(parsed, names))


def first_day(texts: Iterable[str]) -> dates.Date | None:
    """The earliest of days such as "Mon, 2 Apr 2007 19:18:42 GMT", None where none is one."""
    days = [found[:3] for text in texts if (found := parsedate(text))]
    return dates.parse("{:04}-{:02}-{:02}".format(*min(days))) if days else None
