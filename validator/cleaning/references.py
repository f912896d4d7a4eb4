"""Fields by which BibTeX entries name others, made to follow records that were merged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from validator.io.rewrite import Edit
from validator.record import Field, Record

FIELDS = frozenset({"crossref", "xref", "xdata", "related", "entryset"})
_KEY = re.compile(r"""[^\s,{}"]+""")


def renamed(record: Record, kept_of: Mapping[str, str]) -> Iterator[tuple[Edit, Field, str]]:
    """The edits that put the key of the kept record for each key, in small letters, of one merged;
    each with its field and the key that stands there.

    A key written as a macro, or behind one, is left as it is.
    """
    if record.provenance.format != "bibtex":
        return
    for field in record.raw:
        if field.name.lower() not in FIELDS or field.start is None or field.value[:1] not in '{"':
            continue
        for found in _KEY.finditer(field.value):
            if kept := kept_of.get(found[0].lower()):
                begin, end = field.start + found.start(), field.start + found.end()
                yield Edit(begin, end, kept), field, found[0]


def names_any(record: Record, keys: Mapping[str, str]) -> bool:
    """Whether a record names one of the keys."""
    return any(True for _ in renamed(record, keys))
