"""What the tests of the databases' exports have in common."""

from __future__ import annotations

from typing import Any

from validator.finding import Fault
from validator.io import read_text
from validator.record import Name, Record


def read(text: str, form: str) -> list[Record | Fault]:
    """The records and faults of a text; every field stands where its record says."""
    items = list(read_text(text, form))
    for item in items:
        if isinstance(item, Record):
            spans_hold(item, text)
    return items


def spans_hold(record: Record, text: str) -> None:
    """A field is cut out of the file at its offsets, and line and column agree with them."""
    where = record.provenance
    for field in record.raw:
        place = record.provenance_of(field)
        assert place.cut(text) == field.value
        assert where.start is not None
        assert where.end is not None
        assert where.start <= (field.start or 0) <= (field.end or 0) <= where.end
        if "\r" not in text:
            before = text.removeprefix("\ufeff")[: (field.start or 0) - text.startswith("\ufeff")]
            assert field.line == before.count("\n") + 1
            assert field.column == len(before) - before.rfind("\n")


def records(text: str, form: str) -> list[Record]:
    return [item for item in read(text, form) if isinstance(item, Record)]


def one(text: str, form: str) -> Record:
    (record,) = records(text, form)
    return record


def person(name: Name) -> str:
    """A name as a table can hold it: ``family, given, suffix``, or its one string."""
    family = f"{name.particles} {name.family}".strip()
    return name.literal or ", ".join(part for part in (family, name.given, name.suffix) if part)


def said(record: Record, attribute: str) -> Any:
    """A value as a table can hold it: names, dates and lists as text."""
    part, _, last = attribute.rpartition(".")
    value = getattr(record.parallel if part == "parallel" else record, last)
    if last == "issued":
        return (
            "-".join(f"{n:02}" for n in (value.year, value.month, value.day) if n) if value else ""
        )
    if isinstance(value, tuple):
        return "; ".join(person(v) if isinstance(v, Name) else str(v) for v in value)
    return value


NBIB = """\
PMID- {n}
OWN - NLM
STAT- MEDLINE
IS  - 0028-0836 (Print)
VI  - {n}
IP  - 2
DP  - 2019 Mar 3
TI  - Тема {n} and its separate
      results.
PG  - 11-9
LID - 10.1234/things.{n} [doi]
AB  - An abstract of several lines, which say
      something, and more of it.
FAU - Writer, Ada
AU  - Writer A
AD  - Institute of Things, Rome.
FAU - 王, 明
AU  - Wang M
LA  - eng
PT  - Journal Article
TA  - J Things
JT  - Journal of things
OT  - one

"""
WOS = """\
PT J
AU Writer, A
   Wang, M
AF Writer, Ada
   王, 明
TI Тема {n} and its separate
   results
SO JOURNAL OF THINGS
LA English
DT Article
DE one; two
AB An abstract of several lines, which say
   something, and more of it.
SN 0028-0836
PD MAR 3
PY 2019
VL {n}
IS 2
BP 11
EP 19
DI 10.1234/things.{n}
UT WOS:{n}
ER

"""
OVID_TAGS = """\
<{n}. >
VN  - Ovid Technologies
DB  - Embase
AN  - {n}
TI  - Тема {n} and its separate
 results.
AU  - Writer, Ada
AU  - 王, 明
DO  - 10.1234/things.{n}
AB  - An abstract of several lines, which say
 something, and more of it.
KW  - one
YR  - 2019
MO  - Mar
JN  - Journal of things
IP  - 2
PG  - 11-9

"""
OVID_NAMES = """\
<{n}>
Unique Identifier
  {n}
Title
  Тема {n} and its separate results.
Source
  Journal of things. {n}(2):11-9, 2019 Mar.
Authors
  Writer, Ada; 王, 明
Abstract
  An abstract of several lines, which say
  something, and more of it.
Keywords
  one; two
Digital Object Identifier
  10.1234/things.{n}

"""
COCHRANE = """\
Record #{n} of 3
ID: CN-{n}
AU: Writer, Ada
AU: 王, 明
TI: Тема {n} and its separate results
SO: Journal of things
YR: 2019
VL: {n}
NO: 2
PG: 11-9
DOI: 10.1234/things.{n}
AB: An abstract of several lines, which say
something, and more of it.
KY: one; two

"""
RECORDS = {"cochrane": COCHRANE, "nbib": NBIB, "wos": WOS, "ovid": OVID_TAGS, "ovid ": OVID_NAMES}
BEGINS = {"wos": "FN Clarivate Analytics Web of Science\nVR 1.0\n"}
ENDS = {"wos": "EF\n"}


def read_as(text: str, form: str) -> list[Record]:
    return records(text, form.strip())


def file(form: str, *texts: str) -> str:
    return BEGINS.get(form, "") + "".join(texts) + ENDS.get(form, "")
