"""A Record of the fields of PICA+, in whatever syntax they were written."""

from __future__ import annotations

from collections.abc import Sequence

from validator.finding import Fault
from validator.io.pica.fields import PicaField, refusal, values
from validator.record import Field, Provenance, Record


def item(
    fields: Sequence[PicaField], raw: Sequence[Field], provenance: Provenance
) -> Record | Fault:
    """The record of these fields, a fault where they describe no document.

    ``raw`` are the same fields as they stood, which learn here what they fill.
    """
    held, filled = values(fields)
    if why := refusal(held):
        _, _, number, line, column, start, end, _ = provenance
        text = "\n".join(f"{field.name} {field.value}" for field in raw)[:10_000]
        return Fault("COL002", why, line, column, number, start, end, text)
    held["raw"] = tuple(
        [field._replace(variable=variable) for field, variable in zip(raw, filled, strict=True)]
    )
    held["provenance"] = provenance
    return Record(**held)
