"""The finding on an identifier that stands in the variable of another kind."""

from __future__ import annotations

from validator.finding import Finding
from validator.record import Record, attribute_of


def misplaced(record: Record, variable: str, fault: str, *, to: str, as_: str) -> Finding:
    """The value moves to its own variable where that is empty, and goes where it stands there."""
    value = getattr(record, attribute_of(variable))
    held = getattr(record, attribute_of(to))
    if not held:
        return Finding(variable, fault, value=value, suggestion="", moves=((to, as_),), safe=True)
    if held == as_:
        return Finding(variable, fault, value=value, suggestion="", safe=True)
    return Finding(variable, fault, value=value)
