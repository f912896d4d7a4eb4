"""Rates as rows of the table of measures tell them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

Row = Mapping[str, Any]


class CouldNotTell(ValueError):
    """The table does not say what is asked; neither pass nor fail."""


class Rate(NamedTuple):
    """A share of the records: those flagged, of those checked, and the same in the baseline.

    ``before`` is None without a baseline.
    """

    flagged: int
    checked: int
    before: float | None
    source: str = ""

    @property
    def share(self) -> float:
        return self.flagged / self.checked

    def told(self) -> dict[str, Any]:
        """The rate as a person reads it."""
        told = {"rate": round(self.share, 6), "flagged": self.flagged, "checked": self.checked}
        return {**told, "source": self.source} if self.source else told


def rate_of(row: Row) -> Rate:
    """The rate that a row tells."""
    flagged, checked = count(row, "flagged"), count(row, "checked")
    return Rate(flagged, checked, number(row.get("baseline_rate")), str(row["source"]))


def together(rates: list[Rate]) -> Rate:
    """The rate of several sources: their records counted together."""
    if len(rates) == 1:
        return rates[0]
    checked = sum(rate.checked for rate in rates)
    before = [rate.before * rate.checked for rate in rates if rate.before is not None]
    return Rate(
        sum(rate.flagged for rate in rates),
        checked,
        sum(before) / checked if len(before) == len(rates) else None,
    )


def count(row: Row, column: str) -> int:
    """A number of records. Raises CouldNotTell where the cell is empty or no such number."""
    value = number(row.get(column))
    if value is None or value < 0 or not value.is_integer():
        raise CouldNotTell(f"{column} of {row['rule']} in {row['source']} is no number of records")
    return int(value)


def number(value: Any) -> float | None:
    """A cell as a number, None for null. Raises CouldNotTell for anything else."""
    if value is None or value != value or value == "":
        return None
    try:
        return float(value)
    except (TypeError, ValueError) as error:
        raise CouldNotTell(f"{value!r} is no number") from error


def is_evaluated(row: Row) -> bool:
    """Whether a source was evaluated, as it was where nothing else is said."""
    return str(row.get("evaluated", True)).lower() not in ("false", "f", "0", "0.0")
