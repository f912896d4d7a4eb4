"""What the rules of this family share: the texts of a record, each with its place in a list; raised
and lowered characters; a row of an example table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from validator.finding import Finding
from validator.record import NAME_VARIABLES, Name, Provenance, Record
from validator.registry import Example

BIBTEX = Provenance(format="bibtex")
RIS = Provenance(format="ris")
LISTS = frozenset((*NAME_VARIABLES, "keyword"))


def texts(record: Record) -> Iterator[tuple[str, int | None, str]]:
    """The free text of a record: variable, place in its list (None where it is none), value."""
    places = dict.fromkeys(LISTS, 0)
    for variable, value in record.texts():
        if variable in LISTS:
            yield variable, places[variable], value
            places[variable] += 1
        else:
            yield variable, None, value


def changed(
    record: Record, template: str, mend: Callable[[str], str], *, safe: bool
) -> Iterator[Finding]:
    """A finding for each text that ``mend`` changes."""
    for variable, index, value in texts(record):
        mended = mend(value)
        if mended != value:
            yield Finding(
                variable,
                template,
                value=value,
                suggestion=mended,
                safe=safe and (index is None or keeps_all(record, variable, index)),
                index=index,
            )


def keeps_all(record: Record, variable: str, index: int) -> bool:
    """Whether a value of a list loses nothing when it is written out and read again: a name may
    have an ORCID, an affiliation or parts that its form does not show.
    """
    if variable not in NAME_VARIABLES:
        return True
    name: Name = getattr(record, variable)[index]
    again = Name.parse(str(name))
    parts = name.family, name.given, name.particles, name.suffix, name.literal
    return not (name.orcid or name.affiliation or name.native) and parts == (
        again.family,
        again.given,
        again.particles,
        again.suffix,
        again.literal,
    )


RAISED = str.maketrans("0123456789+-−–()=ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁽⁾⁼ⁿⁱ")
LOWERED = str.maketrans("0123456789+-−–()=aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₍₎₌ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
"""Characters that Unicode has raised and lowered, for str.translate."""


def marked(title: str, *says: str, suggests: str | None = None, where: Provenance = RIS) -> Example:
    return Example(Record(title=title, provenance=where), says, suggests)
