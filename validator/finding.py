"""What a rule says about a record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from validator.record import Record


class Severity(Enum):
    """How much a finding weighs; ordered by ``rank``, the gravest 0."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        return ("error", "warning", "info").index(self.value)


Args = Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault in one record (or file). A rule gives the first part, the engine stamps the rest.

    ``template`` states the fault, lower case and without a full stop; ``args`` fill its {parts},
    so that a translation has one sentence to translate. ``variable`` is a CSL name, or the name of
    a field that fills none. ``value`` is what stands there, ``suggestion`` what should, "" for
    "remove it", None for no suggestion. ``safe``: the suggestion may be applied unread.
    ``index`` is the place of the value in a list (the second author: 1).
    ``moves`` are parts of the value that belong in other variables, as (CSL variable, value):
    the suggestion is what stays. A rule moves only to a variable that is empty, or whose own value
    takes the place of this one.
    """

    variable: str
    template: str
    value: str = ""
    suggestion: str | None = None
    safe: bool = False
    related: tuple[str, ...] = ()
    args: Args | None = None
    index: int | None = None
    moves: tuple[tuple[str, str], ...] = ()
    # stamped by the engine
    code: str = ""
    name: str = ""
    severity: Severity = Severity.WARNING
    record: str = ""
    path: str = ""
    line: int | None = None
    column: int | None = None
    record_number: int | None = None
    fingerprint: str = ""

    @property
    def message(self) -> str:
        """The fault in words: in English, but where `Audit.told` gives another language."""
        return self.template.format(**self.args) if self.args else self.template

    @property
    def has_id(self) -> bool:
        """Whether ``record`` is an id of the file, not one made of path and number."""
        return bool(self.record) and self.record != f"{self.path}#{self.record_number}"

    def mend(self, record: Record) -> Record:
        """The record with the suggestion applied; as it is where there is none."""
        if self.suggestion is None:
            return record
        mended = record.mended(self.variable, self.suggestion, self.index)
        for variable, value in self.moves:
            mended = mended.with_value(variable, value)
        return mended

    def as_json(self) -> dict[str, object]:
        """The finding under the keys of the JSON formats. More may come, none goes."""
        return {
            "code": self.code,
            "name": self.name,
            "severity": self.severity.value,
            "record": self.record,
            "variable": self.variable,
            "message": self.message,
            "value": self.value,
            "suggestion": self.suggestion,
            "safe": self.safe,
            "moves": dict(self.moves),
            "path": self.path,
            "line": self.line,
            "column": self.column,
            "record_number": self.record_number,
            "related": list(self.related),
            "fingerprint": self.fingerprint,
        }


@dataclass(frozen=True, slots=True)
class Fault:
    """What a reader could not read, or had to guess: it becomes a finding, and reading goes on.

    ``code`` names a file rule. COL002 stands for exactly one record that was lost; ``raw`` is
    its text, and ``start`` and ``end`` are its place, as in ``validator.record.Field``.
    """

    code: str
    template: str
    line: int | None = None
    column: int | None = None
    record_number: int | None = None
    start: int | None = None
    end: int | None = None
    raw: str = ""
    variable: str = ""
    args: Args | None = None
    record: str = ""  # the id of the record that it is about, where that is known

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return self.template.format(**self.args) if self.args else self.template
