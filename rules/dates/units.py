"""Units that are left in a date: 2016年9月."""

from __future__ import annotations

from collections.abc import Iterator

from validator.finding import Finding, Severity
from validator.record import Provenance, Record
from validator.registry import Example, Examples, rule
from validator.text import dates

UNITS = "the date has units in Chinese, Japanese or Korean"

TRANSCRIBING = ("marc", "mods", "pica")
"""Formats of library catalogues, which copy a date as the title page has it."""


def dated(text: str, *says: str, suggests: str | None = None, format: str = "") -> Example:
    record = Record(issued=dates.parse(text), provenance=Provenance(format=format))
    return Example(record, says, suggests)


def _united() -> Examples:
    return (
        # clean
        dated("2016-09"),
        dated("2016"),
        dated("平成26年"),  # of an era: no number says the same
        dated("民國112年9月"),
        dated("1947（民国三十六年）"),
        dated("2016年春"),
        dated("2016年9-10月"),
        dated("2016年13月"),  # DAT004
        dated("2021年2月30日"),
        dated("2016年9月", format="marcxml"),
        dated("2016年9月", format="mods"),
        # units
        dated("2019年", UNITS, suggests="2019"),
        dated("2016年9月", UNITS, suggests="2016-09"),
        dated("2016 年 9 月 3 日", UNITS, suggests="2016-09-03"),
        dated("2016年12月3號", UNITS, suggests="2016-12-03"),
        dated("2016년 9월", UNITS, suggests="2016-09"),
        dated("2016년 9월 3일", UNITS, suggests="2016-09-03"),
    )


def may_have_units(record: Record) -> bool:
    issued = record.issued
    return issued is not None and not issued.raw.isascii()


@rule(
    "DAT005",
    "date-units",
    severity=Severity.INFO,
    examples=_united,
    reads=("issued",),
    screen=may_have_units,
)
def date_units(record: Record) -> Iterator[Finding]:
    """A date that is digits but for the units year, month and day: 2016年9月.

    Why: programs that take digits see no date, and styles that write the units write them twice.

    Not found: years of eras, seasons and spans; records of library catalogues, which copy the
    title page.

    Source: ISO 8601-1; GB/T 7714-2015, 8.6.
    """
    issued = record.issued
    if issued is None or dates.fault(issued) or record.provenance.format.startswith(TRANSCRIBING):
        return
    digits = dates.in_digits(issued.raw)
    if digits:
        yield Finding("issued", UNITS, issued.raw, suggestion=digits, safe=True)
