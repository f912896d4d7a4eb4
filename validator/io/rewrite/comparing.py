"""What of a record is to change, and whether it has: values by CSL variable."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

from validator.record import NO_PARALLEL, VARIABLES, Name, Record, csl_name
from validator.text.dates import Date

Values = dict[str, Any]
_NO_VALUES = frozenset(("raw", "provenance", "parallel"))
_ABOUT_THE_TYPE = frozenset(("type-as-read", "type-is-inferred"))
PARALLEL = "original-"
"""What the variables of parallel values begin with: ``original-title``."""


class Change(NamedTuple):
    """A variable that is to change; an absent value is empty."""

    variable: str
    old: Any
    new: Any

    @property
    def is_removal(self) -> bool:
        return not self.new


def values_of(record: Record) -> Values:
    """The values of a record by variable, parallel ones as ``original-title`` and so on."""
    values = {
        csl_name(attribute): value
        for attribute, value in record.__dict__.items()
        if attribute not in _NO_VALUES
    }
    if record.parallel is not NO_PARALLEL:
        for attribute in record.parallel.__slots__:
            if attribute != "language" and (value := getattr(record.parallel, attribute)):
                values[PARALLEL + csl_name(attribute)] = value
    return values


def changes(old: Values, new: Values) -> list[Change]:
    """The variables that differ, in the order of the record; the word of the type goes with it."""
    found = [
        Change(variable, old.get(variable, ""), new.get(variable, ""))
        for variable in (*new, *(v for v in old if v not in new))
        if variable not in _ABOUT_THE_TYPE and _differ(old.get(variable), new.get(variable))
    ]
    return sorted(found, key=_place)


def _place(change: Change) -> tuple[bool, bool, int, str]:
    """The type first, which tells how fields are read; then as in a Record, parallels last."""
    variable = change.variable
    plain = variable.removeprefix(PARALLEL)
    return variable != "type", plain != variable, _ORDER.get(plain, -1), variable


_ORDER = {variable: place for place, variable in enumerate(VARIABLES)}


def _differ(old: Any, new: Any) -> bool:
    if content(old) != content(new):
        return True
    return _as_written(old) != _as_written(new) and all(_as_written(old)) and all(_as_written(new))


def content(value: Any) -> Any:
    """What a value says, without the way in which it is written."""
    if isinstance(value, Date):
        return value[1:]
    if isinstance(value, Name):
        return (
            value.family,
            value.given,
            value.particles,
            value.suffix,
            value.literal,
            value.orcid,
            value.affiliation,
            content(value.native),
        )
    if isinstance(value, tuple):
        return tuple([content(item) for item in value])
    return value or ""


def _as_written(value: Any) -> tuple[str, ...]:
    """The way in which dates and names are written."""
    if isinstance(value, Date):
        return (value.raw,)
    if isinstance(value, tuple) and value and isinstance(value[0], Name):
        return tuple([name.raw for name in value])
    return ()


def is_met(change: Change, got: Any) -> bool:
    """Whether a variable has the wanted value; if only its writing was to change, that too."""
    if content(got) != content(change.new):
        return False
    return content(change.old) != content(change.new) or _as_written(got) == _as_written(change.new)


def others_differ(before: Values, after: Values, variables: frozenset[str]) -> bool:
    """Whether any other variable than these has another value. A type that the file does not
    give follows from the others."""
    apart = variables | _ABOUT_THE_TYPE if "type" in variables else variables
    if is_inferred(before) and is_inferred(after):
        apart = apart | {"type", "type-is-inferred"}
    return any(
        before.get(variable) != after.get(variable)
        for variable in before.keys() | after.keys()
        if variable not in apart
    )


def is_inferred(values: Values) -> bool:
    """Whether the file does not give the type: it has none, or one that follows from the others."""
    return "type" not in values or "type-is-inferred" in values


def without_persons(change: Change) -> Change | None:
    """A change of names without that of who these are (ORCID iDs, affiliations); None where that
    is all of it, or nothing."""
    if not isinstance(change.new, tuple) or not any(isinstance(n, Name) for n in change.new):
        return None
    old = {_parts(name): name for name in change.old or ()}
    lesser = tuple(
        replace(
            name,
            orcid=known.orcid if (known := old.get(_parts(name))) else "",
            affiliation=known.affiliation if known else (),
            native=known.native if known else None,
        )
        for name in change.new
    )
    same = content(lesser) in (content(change.new), content(change.old))
    return None if same else change._replace(new=lesser)


def _parts(name: Name) -> tuple[str, ...]:
    return name.family, name.given, name.particles, name.suffix, name.literal
