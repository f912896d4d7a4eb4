"""All records of the sources were read and evaluated."""

from __future__ import annotations

from typing import Any

from validator.gates.expectations.measured import MeasuresExpectation, of_source
from validator.gates.expectations.rates import Row, count, is_evaluated, number


class ExpectRecordsToBeAccountedFor(MeasuresExpectation):
    """Expect no source to be left unevaluated, and its records to add up: read and unreadable.

    Over the table of measures, which `bibvalidator gate --tables` writes. Records that could not
    be read are accounted for: how many there may be says `ExpectRuleFindingRateToBeAtMost` of the
    rule "records". It cannot be told where the table has no row of the records.

    Args:
        source: The path of a source; None or "*" for each of them.

    On pandas, SQLite, PostgreSQL and Spark.
    """

    success_keys = ("source",)
    args_keys = ("source",)
    examples = [
        {
            "data": {
                "rule": ["records", "records"],
                "source": ["a.bib", "b.bib"],
                "checked": [100, 10],
                "read": [98, 10],
                "findings": [2, 0],
                "flagged": [2, 0],
                "evaluated": [True, False],
            },
            "tests": [
                {"in": {"source": "a.bib"}, "out": {"success": True}},
                {"in": {}, "out": {"success": False}},
            ],
        }
    ]

    def measure(self) -> str:
        return "records"

    def verdict(self, rows: list[Row]) -> dict[str, Any]:
        adding_up = [row for row in rows if is_evaluated(row) and _adds_up(row)]
        unreadable = sum(count(row, "flagged") for row in rows)
        in_files = sum(count(row, "checked") for row in rows)
        observed = {
            "sources": len(rows),
            "accounted for": len(adding_up),
            "records": in_files,
            "unreadable": unreadable,
        }
        others = [row["source"] for row in rows if row not in adding_up]
        if others:
            observed["source"] = others[0]
        return {"success": not others, "observed": observed, "limit": len(rows)}

    @classmethod
    def sentence(cls, values: dict[str, Any]) -> str:
        return f"all records{of_source(values)} must be accounted for: read, or unreadable."


def _adds_up(row: Row) -> bool:
    """Whether the records read and unreadable are those in the file."""
    in_file, unreadable = count(row, "checked"), count(row, "flagged")
    read = in_file - unreadable if number(row.get("read")) is None else count(row, "read")
    return read >= 0 and read + unreadable == in_file
