"""What came of expectations, as reports tell it: pass, fail or could not tell."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from validator import selection
from validator.audit import Gate, Outcome, Unexpected
from validator.gating.judged import PREFIX
from validator.gating.measures import DUPLICATES, RECORDS
from validator.gating.records import PLACE
from validator.gating.suites import TABLES, Result, Suite, columns

LONGEST = 200  # characters of what an expectation observed

KINDS = {
    "expect_table_row_count_to_be_between": "rows",
    "expect_column_values_to_not_be_null": "present",
    "expect_column_values_to_be_unique": "unique",
    "expect_compound_columns_to_be_unique": "unique",
    "expect_column_values_to_be_in_set": "known",
    "expect_column_values_to_be_valid_doi": "valid",
    "expect_column_values_to_be_valid_issn": "valid",
    "expect_column_values_to_be_valid_isbn": "valid",
    "expect_column_values_to_be_valid_orcid": "valid",
    "expect_column_values_to_match_script": "script",
    "expect_rule_finding_rate_to_be_at_most": "rate",
    "expect_rule_finding_rate_not_to_rise": "rise",
    "expect_duplicate_rate_to_be_at_most": "rate",
    "expect_records_to_be_accounted_for": "account",
}
"""What reports call expectations, by their names in Great Expectations."""


def gates(results: Iterable[Result], *, values: bool) -> Iterator[Gate]:
    """A gate for each result; without ``values`` none from the data is in it."""
    for result in results:
        yield _gate(result, values=values)


def unread(suite: Suite) -> Gate:
    """The gate of a suite that holds no expectation that could be run."""
    reason = suite.error or "the suite has no expectation"
    return Gate(suite.name, suite.table, "", Outcome.UNTOLD, "suite", reason=reason)


def _gate(result: Result, *, values: bool) -> Gate:
    kind, args = _named(result.expectation)
    gate = Gate(
        result.suite.name,
        result.suite.table,
        result.expectation["type"],
        Outcome.UNTOLD,
        kind,
        args,
        result.error,
    )
    if result.told is None:
        return gate
    reason = _reason(result)
    if reason:
        return replace(gate, reason=reason)
    outcome = Outcome.PASS if result.told["success"] else Outcome.FAIL
    kwargs: Mapping[str, Any] = result.expectation.get("kwargs", {})
    found: Mapping[str, Any] = result.told.get("result") or {}
    measured = _of_rows(kwargs, found) if "element_count" in found else _of_table(kwargs, found)
    gate = replace(gate, outcome=outcome, **measured)
    if not values and gate.observed is None:
        gate = replace(gate, also="")
    return replace(gate, examples=tuple(_examples(result, found, values=values)))


def _named(item: Mapping[str, Any]) -> tuple[str, Mapping[str, str]]:
    """What the expectation of a suite is called, and what stands for the parts of that."""
    kwargs = item.get("kwargs", {})
    said = item.get("description")
    if isinstance(said, str) and said.strip():
        return "described", {"text": said}
    kind = KINDS.get(item["type"], "generic")
    named = ", ".join(column.removeprefix(PREFIX) for column in columns(item))
    args = {"columns": named, "expectation": item["type"]}
    for name in ("rule", "source", "script"):
        if isinstance(kwargs.get(name), str):
            args[name] = kwargs[name]
    if kind == "present" and "expects-" in json.dumps(kwargs.get("row_condition")):
        kind = "expected"
    if kind == "unique" and set(columns(item)) == {"source", "id"}:
        kind = "ids"
    if item["type"] == "expect_duplicate_rate_to_be_at_most" or args.get("rule") == DUPLICATES:
        kind = "duplicates"
    if args.get("rule") == RECORDS:
        kind = "unreadable"
    if kind == "generic" and not named:
        return "described", {"text": item["type"]}
    return kind, args


def _reason(result: Result) -> str:
    """Why an expectation could not be told, in one line; "" where it could."""
    assert result.told is not None
    suite, named = result.suite, columns(result.expectation)
    raised = [fault for fault in _faults(result.told.get("exception_info") or {}) if fault]
    if raised:
        known = TABLES[suite.table]
        for column in named:
            if column not in known:
                near = selection.nearest(column, known)
                return f"no column {column!r} in the table of {suite.table}{near}"
        return raised[0]
    if named and not result.rows:
        return f"the table of {suite.table} has no row; see whether the files given hold records"
    return ""


def _faults(info: Mapping[str, Any]) -> Iterator[str]:
    """What was raised: the information is of one fault, or of several by metric."""
    for fault in [info, *info.values()]:
        if isinstance(fault, dict) and fault.get("raised_exception"):
            yield " ".join(str(fault.get("exception_message") or "an error").split())


def _of_rows(kwargs: Mapping[str, Any], found: Mapping[str, Any]) -> dict[str, Any]:
    """What an expectation about the values of each row observed: the share of those it expects."""
    examined = found["element_count"] - (found.get("missing_count") or 0)
    unexpected = found.get("unexpected_count") or 0
    return {
        "observed": 1 - unexpected / examined if examined else None,
        "least": kwargs.get("mostly", 1.0),
        "unexpected": unexpected,
        "examined": examined,
    }


def _of_table(kwargs: Mapping[str, Any], found: Mapping[str, Any]) -> dict[str, Any]:
    """What an expectation about a table observed: a rate, a number, or something else."""
    value = found.get("observed_value")
    if isinstance(value, dict) and "rate" in value:
        base = value.get("baseline_rate")
        return {
            "observed": value["rate"],
            "most": kwargs.get("max_rate") if base is None else base + kwargs.get("tolerance", 0),
            "unexpected": value.get("flagged"),
            "examined": value.get("checked"),
            "also": str(value.get("source") or "") if value["rate"] else "",
        }
    if isinstance(value, dict) and "accounted for" in value:
        good, every = value["accounted for"], value["sources"]
        return {
            "observed": good / every,
            "least": 1.0,
            "unexpected": every - good,
            "examined": every,
            "also": str(value.get("source") or ""),
        }
    if _is_number(value):
        limits = {"least": kwargs.get("min_value"), "most": kwargs.get("max_value")}
        return {
            "observed": value,
            "is_share": False,
            **{name: limit for name, limit in limits.items() if _is_number(limit)},
        }
    if value is None:
        return {}
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return {"also": text[:LONGEST]}


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _examples(result: Result, found: Mapping[str, Any], *, values: bool) -> Iterator[Unexpected]:
    """The first of the rows that were not expected."""
    named = [column.lower() for column in columns(result.expectation) if column not in PLACE]
    for row in found.get("partial_unexpected_index_list") or ():
        if not isinstance(row, dict):
            continue
        there = [value for column, value in row.items() if column.lower() in named]
        value = "; ".join(str(one) for one in there if not _is_nothing(one))
        yield Unexpected(
            str(row.get("id") or row.get("rule") or ""),
            str(row.get("source") or ""),
            _number(row.get("line")),
            _number(row.get("record_number")),
            value if values else "",
        )


def _is_nothing(value: Any) -> bool:
    return value is None or value != value  # a number that is none, as pandas has it


def _number(value: Any) -> int | None:
    return None if _is_nothing(value) else int(value)
