"""Records of ISO 2709 edited in place: a changed one is built anew of its fields, in UTF-8.

The text of such a file is its bytes, a character each (latin-1).
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from validator.errors import UsageError
from validator.io.marc import read
from validator.io.marc.characters import is_marc8
from validator.io.rewrite.comparing import changes, values_of
from validator.io.rewrite.engine import Added, Rewritten
from validator.io.rewrite.patching import Edit
from validator.io.rewrite.removing import Span
from validator.io.source import Source
from validator.io.write.holding import differing
from validator.io.write.marc import iso2709
from validator.io.write.marc_fields import LOCAL, clean
from validator.io.write.marc_kept import kept_fields
from validator.record import Record


class MarcRecords:
    """Edits records of MARC 21; those of UNIMARC are left, and what is in an unknown charset."""

    def edits(
        self,
        record: Record,
        wanted: Record,
        text: str,
        *,
        added: Sequence[Added] = (),
        shared: bool = False,
    ) -> Rewritten:
        """See `Rewriter.edits`."""
        changed = [change.variable for change in changes(values_of(record), values_of(wanted))]
        if not changed and not added:
            return Rewritten()
        everything = (*changed, *(one.name for one in added))
        kept = kept_fields(wanted)
        data = text.encode("latin-1")
        if kept is None or not _is_known(data):
            return Rewritten((), everything)
        leader, fields = kept
        fields = sorted([*fields, *map(_added, added)], key=lambda field: field[0])
        try:
            new = iso2709(leader, fields, wanted.handle).encode("utf-8", "surrogateescape")
        except UsageError:
            return Rewritten((), everything)
        again = _record(new)
        if again is None:
            return Rewritten((), everything)
        left = tuple(dict.fromkeys((*differing(wanted, again), *differing(again, wanted))))
        if left:
            return Rewritten((), everything)
        if not data.endswith(b"\x1d"):
            new = new[:-1]
        start = record.provenance.start or 0
        return Rewritten((Edit(start, start + len(text), new.decode("latin-1")),))

    def removals(
        self, gone: Sequence[Span], kept: Sequence[Span], cut: Callable[[int, int], str]
    ) -> list[Edit]:
        """See `Rewriter.removals`."""
        return [Edit(span.start, span.end, "") for span in gone if span.end is not None]


def _is_known(data: bytes) -> bool:
    """Whether a record is UTF-8, or MARC-8 and flagged so: then it may become UTF-8."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return data[9:10] == b" " and is_marc8(data)
    return True


def _added(field: Added) -> tuple[str, str]:
    if len(field.name) == 3 and field.raw:
        return field.name, field.raw
    return LOCAL, f"  \x1fa{clean(field.name)}: {clean(field.value)}"


def _record(data: bytes) -> Record | None:
    """The one record of these bytes, None where there is anything else."""
    stream = io.BytesIO(data)
    found = list(read(Source("", "marc", "", len(data), stream=stream)))
    return found[0] if len(found) == 1 and isinstance(found[0], Record) else None
