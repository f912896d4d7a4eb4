"""How a changed name is written: as near as can be to the way in which it stands."""

from __future__ import annotations

from dataclasses import replace

from validator.io.rewrite.comparing import content
from validator.record import Name


def plain(name: Name) -> Name:
    """A name with its parts alone."""
    return replace(name, raw="", orcid="", affiliation=(), native=None)


def closest(new: Name, old: str) -> str:
    """The text of a name that is read as it and is nearest to the old text; "" where none is.

    A family name alone shows no order, and "et al." in its place none either: the comma then says
    which part is which.
    """
    from rapidfuzz.distance import Indel

    family = f"{new.particles} {new.family}" if new.particles else new.family
    forms = [new.literal or str(new)]
    if new.given and (old.casefold() == family.casefold() or not _shows_order(old, family)):
        old = forms[0]
    forms.append(new.raw)
    if new.given and not new.suffix:
        forms += [f"{new.given} {family}", f"{new.given}{family}", f"{family} {new.given}"]
    wanted = content(plain(new))
    read = [form for form in forms if form and content(plain(Name.parse(form))) == wanted]
    return min(read, key=lambda form: Indel.distance(form, old), default="")


def _shows_order(old: str, family: str) -> bool:
    """Whether a text is a name in two parts, or that of the family with something beside it."""
    return bool(Name.parse(old).given) or family.casefold() in old.casefold()
