"""What a format holds of a record, by the table of places."""

from __future__ import annotations

from validator.io.types import of_ris
from validator.io.write import ris
from validator.io.write.places import READ_FROM_NOTES, places
from validator.record import Record


def is_held(variable: str, form: str, record: Record) -> bool:
    """Whether the table says that a reader of the format finds a variable again."""
    type_ = of_ris(ris._word(record)) if form == "ris" else record.type
    if form.startswith("marc"):  # field 590 has lines for all that has no field
        return True
    in_notes = form != "bibtex" and variable in READ_FROM_NOTES
    return variable in places(form, type_) or in_notes
