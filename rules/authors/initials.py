"""Initials whose full stops and blanks differ within one list of names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from validator.finding import Finding, Severity
from validator.record import NAME_VARIABLES, Record
from validator.registry import Examples, rule
from validator.text.names import Kind
from validator.text.names.lone import is_lone_family_name

from ._listed import INITIALS, ODD, SHAPE, lists_with_odd, odd, wrote  # noqa: TID251 - of this family

_INITIAL = r"(?:[^\W\d_][a-zа-я]{0,2}\.|[^\W\d_](?!\.))"
_INITIALS = rf"{_INITIAL}(?: ?{_INITIAL}){{0,5}}"
_RUN = r"[^\W\d_]{2}"
_STUCK = r"([^\W\d_]{3,}[a-zß-ÿ])([A-ZÀ-Þ]{1,2})"
OTHER, WITHIN, STUCK = (
    "initials are written otherwise than in the rest of the list",
    "initials of one name with and without a full stop",
    "initials stick to a family name",
)


def _aut010() -> Examples:
    return (
        wrote("Smith, J. K.", "Jones, L. M."),
        wrote("Smith, J.K.", "Jones, L.M."),  # a house style, kept
        wrote("Smith JK", "Jones LM", "Roe A"),  # Vancouver
        wrote("Smith, J K", "Jones, L"),
        wrote("Smith, John K.", "Jones, K."),  # initials are compared with initials alone
        wrote("Smith, Kate J", "Jones, L. M."),
        wrote("Wang, Z.-M.", "Smith, J. K.", "Jones, L. M."),  # the hyphen is of the name
        wrote("Wang, Z-M", "Smith, J. K.", "Jones, L. M."),
        wrote("Roe, Al", "Jones, L. M."),  # a name of two letters
        wrote("Hoepelman, J. Ph.", "Roe, A. J."),
        wrote("Иванов, И. И.", "Петров, П. П."),
        wrote("王, 明", "Smith, J."),
        wrote("Smith, J.K.", "Jones, L. M.", "Roe, A. B.", says=OTHER, suggests="Smith, J. K."),
        wrote("Smith, J. K.", "Jones, L.M.", "Roe, A.B.", says=OTHER, suggests="Smith, J.K."),
        wrote("Smith, J.K.", "Jones, L. M.", says=OTHER, suggests="Smith, J. K."),
        wrote("Smith, J. K.", "Jones, L", "Roe, A. B.", says=OTHER, suggests="Jones, L."),
        wrote("Smith JK", "Jones, L. M.", "Roe, A. B.", says=OTHER, suggests="Smith, J. K."),
        wrote("Smith, J K", "Jones, L M", "Roe, A. B.", says=OTHER, suggests="Roe, A B"),
        wrote("Smith, J. K", "Jones, L. M.", says=WITHIN, suggests="Smith, J. K."),
        wrote("Smith, J. K", says=WITHIN, suggests="Smith, J. K."),
        wrote(
            "Иванов, И.И.", "Петров, П. П.", "Сидоров, С. С.", says=OTHER, suggests="Иванов, И. И."
        ),
        wrote("SmithJA", says=STUCK, suggests="Smith, JA"),
        wrote("LindqvistB", "Roe, Ann", says=STUCK, suggests="Lindqvist, B"),
        wrote("OpenAI"),
        wrote("ChatGPT"),
        wrote("Müller, Ö.Ä.", "Gómez, Á. É.", says=OTHER, suggests="Müller, Ö. Ä."),
    )


@rule(
    "AUT010",
    "author-initials-spacing",
    severity=Severity.INFO,
    examples=_aut010,
    reads=NAME_VARIABLES,
    of_names=ODD,
)
def author_initials_spacing(record: Record) -> Iterator[Finding]:
    """Initials have full stops, or blanks between them, in one name and not in its neighbours, or
    stick to a family name.

    Why: the list was pasted together, and prints so; BibTeX takes "J.K." for one given name and
    shortens it to "J.".

    Not found: one form in the whole list, whichever it is (J. K., J.K., Vancouver's JK); given
    names beside an initial (John K), which are their bearer's own; initials with a hyphen
    (Z.-M.). Where two forms are even, the one with full stops and blanks counts as the usual. The
    fix is safe where it only moves blanks, or adds a full stop to an initial that stands alone.

    Source: JabRef's issue 4092; BibTeX's name format.
    """
    for person in odd(record, SHAPE):
        stuck = re.fullmatch(_STUCK, person.text) if person.text[-1:].isupper() else None
        if stuck and is_lone_family_name(stuck[1]):
            whole = f"{stuck[1]}, {stuck[2]}"
            yield Finding(person.variable, STUCK, person.text, whole, index=person.place)
    names = lists_with_odd(record, INITIALS)
    for variable in NAME_VARIABLES if names else ():
        people = [
            p
            for p in names
            if p.variable == variable and p.kind is Kind.PERSON and _are_initials(p.name.given)
        ]
        dotted, spaced = _usual([p.name.given for p in people])
        for person in people:
            old = person.name.given
            new = _written(old, dotted=dotted, spaced=spaced)
            if new != old:
                bare = old.replace(" ", "") == new.replace(" ", "")
                yield Finding(
                    variable,
                    OTHER if _is_dotted(old) is not None else WITHIN,
                    person.text,
                    str(replace(person.name, given=new)),
                    safe=bare or (dotted and re.search(_RUN, old) is None),
                    index=person.place,
                )


def _are_initials(given: str) -> bool:
    """Whether a given name is nothing but initials; with a hyphen it keeps its own form."""
    return re.fullmatch(_INITIALS, given) is not None and all(
        initial[0].isupper() for initial in re.findall(_INITIAL, given)
    )


def _is_dotted(given: str) -> bool | None:
    """Whether all initials have a full stop; None where some do."""
    dots = {initial.endswith(".") for initial in re.findall(_INITIAL, given)}
    return dots.pop() if len(dots) == 1 else None


def _usual(givens: Sequence[str]) -> tuple[bool, bool | None]:
    """Whether most have full stops, and of these most have blanks: None where none has several."""
    forms = [_is_dotted(given) for given in givens]
    dotted = forms.count(True) >= forms.count(False)
    several = [
        " " in given
        for given, form in zip(givens, forms, strict=True)
        if form is dotted and len(re.findall(_INITIAL, given)) > 1
    ]
    if not several:
        return dotted, dotted or None
    return dotted, 2 * several.count(True) >= len(several)


def _written(given: str, *, dotted: bool, spaced: bool | None) -> str:
    """The initials with full stops and blanks as asked; blanks as they are for None."""
    initials = [
        initial if initial.endswith(".") is dotted else initial[0] + "." * dotted
        for initial in re.findall(_INITIAL, given)
    ]
    return (" " if (" " in given if spaced is None else spaced) else "").join(initials)
