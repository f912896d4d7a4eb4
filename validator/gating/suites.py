"""Suites: built from the configuration and the profile, written as files, read from files."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from validator import profiles, selection
from validator.config import Settings
from validator.errors import UsageError
from validator.gating import measures, records
from validator.gating.judged import PREFIX
from validator.io import shown
from validator.registry import RULES
from validator.vocabulary import CSL_TYPES

TABLES: Mapping[str, Sequence[str]] = {
    "records": records.COLUMNS,
    "measures": measures.COLUMNS,
}
"""The tables that suites are run against, and their columns."""

NAMING = ("column", "column_A", "column_B", "column_list", "column_set")
"""Arguments of expectations that name columns."""

OWN_OF_MEASURES = frozenset(
    (
        "expect_rule_finding_rate_to_be_at_most",
        "expect_rule_finding_rate_not_to_rise",
        "expect_duplicate_rate_to_be_at_most",
        "expect_records_to_be_accounted_for",
    )
)
"""Expectations of ours that are about the table of measures."""


@dataclass(frozen=True, slots=True)
class Suite:
    """Expectations as Great Expectations keeps them in JSON, and the table they are about.

    ``error`` says why a file could not be read as a suite.
    """

    name: str
    table: str
    expectations: tuple[Mapping[str, Any], ...] = ()
    error: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What came of an expectation of a suite: a validation result of Great Expectations as JSON,
    or why there is none. ``rows`` is how many the table has."""

    suite: Suite
    expectation: Mapping[str, Any]
    told: Mapping[str, Any] | None
    error: str = ""
    rows: int = 0


def built(settings: Settings) -> list[Suite]:
    """The two suites that the configuration and its profile ask for.

    Raises UsageError for a rule or a column that is not known.
    """
    return [
        Suite("records", "records", tuple(_of_records(settings))),
        Suite("measures", "measures", tuple(_of_measures(settings))),
    ]


def _of_records(settings: Settings) -> Iterator[dict[str, Any]]:
    if settings.gates_min_records:
        yield _expect("table_row_count_to_be_between", min_value=settings.gates_min_records)
    if settings.gates_unique_ids:
        yield _expect("compound_columns_to_be_unique", column_list=["source", "id"])
    if settings.gates_known_types:
        types = sorted({*CSL_TYPES, *settings.types_extra})
        yield _expect("column_values_to_be_in_set", column="type", value_set=types)
    for variable, share in (
        ("DOI", settings.gates_doi_completeness),
        ("title", settings.gates_title_completeness),
        ("author", settings.gates_author_completeness),
        ("issued", settings.gates_year_completeness),
    ):
        if share and _is_expected(variable, settings.profile):
            yield _expect(
                "column_values_to_not_be_null",
                column=variable,
                mostly=share,
                row_condition=_holds(f"expects-{variable}"),
            )
    for variable, share in (
        ("DOI", settings.gates_doi_validity),
        ("ISSN", settings.gates_issn_validity),
        ("ISBN", settings.gates_isbn_validity),
        ("ORCID", settings.gates_orcid_validity),
    ):
        if share:
            yield _expect(
                f"column_values_to_be_valid_{variable.lower()}",
                column=f"{PREFIX}{variable}",
                mostly=share,
            )
    for column, script in sorted(settings.gates_script.items()):
        if column not in records.COLUMNS:
            near = selection.nearest(column, records.COLUMNS)
            raise UsageError(f"gates.script: no column {column!r} in the table of records{near}")
        yield _expect("column_values_to_match_script", column=column, script=script)


def _of_measures(settings: Settings) -> Iterator[dict[str, Any]]:
    where = {"source": "*"} if settings.gates_by_source else {}
    yield _expect("records_to_be_accounted_for")
    if settings.gates_unreadable < 1:
        limit = settings.gates_unreadable
        yield _expect(
            "rule_finding_rate_to_be_at_most", rule=measures.RECORDS, max_rate=limit, **where
        )
    if settings.duplicates_search and settings.gates_duplicate_rate < 1:
        limit = settings.gates_duplicate_rate
        yield _expect("duplicate_rate_to_be_at_most", max_rate=limit, **where)
    limits = {_code(word): limit for word, limit in settings.gates_max_rate.items()}
    for code, limit in sorted(limits.items()):
        yield _expect("rule_finding_rate_to_be_at_most", rule=code, max_rate=limit, **where)
    selection.check_selectors(settings.gates_no_rise)
    for rule in selection.selected(settings):
        if any(selection.rule_is(rule, word) for word in settings.gates_no_rise):
            yield _expect(
                "rule_finding_rate_not_to_rise",
                rule=rule.code,
                tolerance=settings.gates_tolerance,
                **where,
            )


def _expect(kind: str, **kwargs: Any) -> dict[str, Any]:
    return {"type": f"expect_{kind}", "kwargs": kwargs}


def _holds(column: str) -> dict[str, Any]:
    """A condition of Great Expectations: rows of which this column is true."""
    return {"type": "comparison", "column": {"name": column}, "operator": "==", "parameter": True}


def _is_expected(variable: str, name: str) -> bool:
    """Whether a profile expects a variable of any record."""
    profile = profiles.load(name)
    if variable == "DOI":
        return bool(profile.doi_types)
    return any(
        variable in element.variables for row in profile.required.values() for element in row
    )


def _code(word: str) -> str:
    """The code of a rule named by code or name. Raises UsageError."""
    found = next((rule.code for rule in RULES.values() if word in (rule.code, rule.name)), "")
    if not found:
        words = [*RULES, *(rule.name for rule in RULES.values())]
        near = selection.nearest(word, words)
        raise UsageError(f"gates.max-rate: no rule is called {word!r}{near}")
    return found


# Files


def text(suite: Suite) -> str:
    """A suite as a file of Great Expectations: the same bytes for the same suite."""
    content = {
        "name": suite.name,
        "id": None,
        "expectations": list(suite.expectations),
        "meta": {"bibvalidator": {"table": suite.table}},
        "notes": None,
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def read(path: str) -> Suite:
    """A suite from a file. Raises UsageError where there is none to be read; what is no suite has
    an ``error``."""
    name = shown(path)
    try:
        with open(path, encoding="utf-8-sig") as file:
            content = file.read()
    except (OSError, ValueError) as error:
        raise UsageError(f"cannot read the suite {path}: {error}") from error
    try:
        values = json.loads(content)
    except (ValueError, RecursionError) as error:
        return Suite(name, "", error=f"no JSON: {error}; `gate --write-suites DIR` writes suites")
    expectations = values.get("expectations") if isinstance(values, dict) else None
    if not isinstance(expectations, list) or not all(map(_is_expectation, expectations)):
        return Suite(
            name,
            "",
            error="no suite of Great Expectations 1: an object with `expectations`, each with"
            " `type` and `kwargs`, is wanted; `gate --write-suites DIR` writes suites",
        )
    meta, parameters = values.get("meta"), values.get("suite_parameters")
    table = _table(expectations, meta if isinstance(meta, dict) else {})
    return Suite(name, table, tuple(_filled(item, parameters) for item in expectations))


def _is_expectation(item: Any) -> bool:
    return (
        isinstance(item, dict)
        and isinstance(item.get("type"), str)
        and isinstance(item.get("kwargs", {}), dict)
    )


def _filled(item: Mapping[str, Any], parameters: Any) -> Mapping[str, Any]:
    """An expectation with the parameters of its suite, ``{"$PARAMETER": "name"}``, filled in."""
    if not isinstance(parameters, dict):
        return item
    kwargs = dict(item.get("kwargs", {}))
    for argument, value in kwargs.items():
        name = value.get("$PARAMETER") if isinstance(value, dict) else None
        if isinstance(name, str) and name in parameters:
            kwargs[argument] = parameters[name]
    return {**item, "kwargs": kwargs}


def _table(expectations: Iterable[Mapping[str, Any]], meta: Mapping[str, Any]) -> str:
    """The table that a suite names, else the one that has more of its columns."""
    own = meta.get("bibvalidator")
    if isinstance(own, dict) and own.get("table") in TABLES:
        return str(own["table"])
    votes = dict.fromkeys(TABLES, 0)
    for item in expectations:
        votes["measures"] += item["type"] in OWN_OF_MEASURES
        for column in columns(item):
            for table, known in TABLES.items():
                votes[table] += column in known
    return max(votes, key=lambda table: votes[table])


def columns(expectation: Mapping[str, Any]) -> list[str]:
    """The columns that an expectation names."""
    kwargs = expectation.get("kwargs", {})
    named = [kwargs.get(argument) for argument in NAMING]
    return [
        column
        for names in named
        for column in (names if isinstance(names, list) else [names])
        if isinstance(column, str)
    ]


def write(suites: Iterable[Suite], folder: str) -> list[tuple[str, bool]]:
    """Write suites to files of a folder, where none are; returns each path, and whether the file
    there is another one, which is left as it is. Raises UsageError."""
    found = []
    try:
        os.makedirs(folder, exist_ok=True)
        for suite in suites:
            path, wanted = os.path.join(folder, f"{suite.name}.json"), text(suite)
            try:
                with open(path, "x", encoding="utf-8", newline="\n") as file:
                    file.write(wanted)
                found.append((path, False))
            except FileExistsError:
                with open(path, "rb") as there:
                    found.append((path, there.read() != wanted.encode()))
    except OSError as error:
        raise UsageError(f"cannot write suites into {folder}: {error.strerror or error}") from error
    return found
