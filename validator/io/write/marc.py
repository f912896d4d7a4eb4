"""Records as MARC 21: in ISO 2709, and in MARCXML."""

from __future__ import annotations

from validator.errors import UsageError
from validator.io.write import notes
from validator.io.write.marc_fields import FieldText, fields_of
from validator.io.write.marc_kept import kept_fields
from validator.record import Record

LONGEST_RECORD = 99_999
LONGEST_FIELD = 9_999
NAMESPACE = "http://www.loc.gov/MARC21/slim"
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"})
_FORBIDDEN = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF], "\ufffd")


class Writer:
    """ISO 2709 in UTF-8.

    Raises UsageError for a record that is longer than its leader can say.
    """

    def head(self) -> str:
        return ""

    def record(self, record: Record, *, first: bool) -> str:
        leader, fields = _fields(record)
        return iso2709(leader, fields, record.handle)

    def tail(self) -> str:
        return ""

    def unheld(self, record: Record) -> tuple[str, ...]:
        return _unheld(record)


def iso2709(leader: str, fields: list[FieldText], name: str) -> str:
    """A record of these fields, its lengths in bytes of UTF-8. Raises UsageError with its name."""
    directory, start = "", 0
    for tag, value in fields:
        length = len(value.encode("utf-8", "surrogateescape")) + 1
        if length > LONGEST_FIELD:
            raise UsageError(
                f"{name}: field {tag} has {length} bytes; MARC in ISO 2709 holds"
                f" {LONGEST_FIELD}: write marcxml"
            )
        directory += f"{tag}{length:04}{start:05}"
        start += length
    base = 24 + len(directory) + 1
    if base + start + 1 > LONGEST_RECORD:
        raise UsageError(
            f"{name}: a record of {base + start + 1} bytes; MARC in ISO 2709 holds"
            f" {LONGEST_RECORD}: write marcxml"
        )
    head = f"{base + start + 1:05}{leader[5:9]}a22{base:05}{leader[17:20]}4500"
    body = "".join(f"{value}\x1e" for _, value in fields)
    return f"{head}{directory}\x1e{body}\x1d"


class XmlWriter:
    """A collection of MARCXML."""

    def head(self) -> str:
        return f'<?xml version="1.0" encoding="UTF-8"?>\n<collection xmlns="{NAMESPACE}">\n'

    def record(self, record: Record, *, first: bool) -> str:
        leader, fields = _fields(record)
        lines = ["<record>", f"  <leader>{_escaped(leader)}</leader>"]
        for tag, value in fields:
            indicators, *subfields = value.split("\x1f")
            if tag < "010":
                lines.append(f'  <controlfield tag="{tag}">{_escaped(value)}</controlfield>')
                continue
            one, two = (_escaped(mark) for mark in (indicators + "  ")[:2])
            lines.append(f'  <datafield tag="{_escaped(tag)}" ind1="{one}" ind2="{two}">')
            lines += [
                f'    <subfield code="{_escaped(part[:1])}">{_escaped(part[1:])}</subfield>'
                for part in subfields
            ]
            lines.append("  </datafield>")
        lines.append("</record>\n")
        return "\n".join(lines)

    def tail(self) -> str:
        return "</collection>\n"

    def unheld(self, record: Record) -> tuple[str, ...]:
        return _unheld(record)


def _fields(record: Record) -> tuple[str, list[FieldText]]:
    kept = kept_fields(record)
    if kept is not None:
        return kept
    leader, fields, _ = fields_of(record)
    return leader, fields


def _unheld(record: Record) -> tuple[str, ...]:
    if kept_fields(record) is not None:
        return ()
    return notes.named(fields_of(record)[2])


def _escaped(text: str) -> str:
    text = text.translate(_ESCAPES)
    return text if text.isascii() and text.isprintable() else text.translate(_FORBIDDEN)
