"""Suites run by Great Expectations over the tables of an audit, a Checkpoint a table."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import great_expectations as gx
import pandas as pd
from great_expectations.compatibility.pydantic import ValidationError
from great_expectations.core import RunIdentifier
from great_expectations.exceptions.exceptions import ExpectationNotFoundError
from great_expectations.expectations.expectation_configuration import ExpectationConfiguration
from great_expectations.expectations.registry import list_registered_expectation_implementations

import validator.gates as published  # registers our expectations, which a suite loses otherwise
from validator import selection
from validator.gating.quiet import quiet_context
from validator.gating.suites import TABLES, Result, Suite, columns

RESULTS = {"result_format": "SUMMARY", "partial_unexpected_count": 20}
"""What is kept of a result: of the rows that are not expected, the first."""

NAMED_BY = {"records": ("id", "source", "record_number", "line"), "measures": ("rule", "source")}
"""Columns by which rows are known again."""

KEYS = ("type", "kwargs", "meta", "notes", "description", "severity")
"""What is taken of an expectation in a suite; ids are given anew."""

assert published.__all__


Told = Mapping[str, Any]


def run(
    suites: Sequence[Suite],
    tables: Mapping[str, str],
    *,
    day: datetime.date,
    docs: str = "",
) -> list[Result]:
    """Run suites over tables, which are Parquet files by name; the results in the order given.

    ``docs`` is a folder for Data Docs, whose runs are of that ``day``. Raises nothing of Great
    Expectations: what cannot be run is a result with an error.
    """
    results: dict[tuple[int, int], Result] = {}
    with quiet_context(docs) as context:
        for table in TABLES:
            several = [(at, s) for at, s in enumerate(suites) if s.table == table]
            if several:
                results.update(_checked(context, table, tables[table], several, day))
        if docs:
            context.build_data_docs()
    return [results[key] for key in sorted(results)]


def _checked(
    context: Any,
    table: str,
    path: str,
    suites: Iterable[tuple[int, Suite]],
    day: datetime.date,
) -> Iterator[tuple[tuple[int, int], Result]]:
    """The results of the suites of a table, by suite and expectation, run by one Checkpoint."""
    suites = list(suites)
    source = context.data_sources.add_pandas(table)
    batch = source.add_dataframe_asset(table).add_batch_definition_whole_dataframe("all")
    definitions: list[Any] = []
    waiting: dict[str, tuple[tuple[int, int], Suite, Mapping[str, Any]]] = {}
    for at, suite in suites:
        made = []
        for number, item in enumerate(suite.expectations):
            try:
                made.append((_expectation(item), ((at, number), suite, item)))
            except Exception as error:  # of any kind: the classes may be the user's
                yield (at, number), Result(suite, item, None, _said(error, item["type"]))
        if not made:
            continue
        name = suite.name if len(suites) == 1 else f"{at + 1} {suite.name}"
        kept = context.suites.add(gx.ExpectationSuite(name, [one for one, _ in made]))
        waiting |= {one.id: known for one, (_, known) in zip(kept.expectations, made, strict=True)}
        definition = gx.ValidationDefinition(name=name, data=batch, suite=kept)
        definitions.append(context.validation_definitions.add(definition))
    if not definitions:
        return
    checkpoint = gx.Checkpoint(
        name=table, validation_definitions=definitions, result_format=RESULTS
    )
    failed = ""
    try:
        frame = _read(path, _needed(table, [suite for _, suite in suites]))
        run_id = RunIdentifier("bibvalidator", datetime.datetime.combine(day, datetime.time()))
        ran = context.checkpoints.add(checkpoint).run(
            batch_parameters={"dataframe": frame}, run_id=run_id
        )
        for validation in ran.run_results.values():
            for told in validation.results:
                key, suite, item = waiting.pop(told.expectation_config.id)
                found = _with_rows(told.to_json_dict(), frame, NAMED_BY[table])
                yield key, Result(suite, item, found, rows=len(frame))
    except Exception as error:
        failed = _line(error)
    for key, suite, item in waiting.values():
        yield key, Result(suite, item, None, failed or "Great Expectations gave no result")


def _with_rows(told: dict[str, Any], frame: pd.DataFrame, named_by: Iterable[str]) -> Told:
    """A result whose rows, which are known by their positions, have their names and values.

    Great Expectations would look up those of all unexpected rows: 3 s for 30,000.
    """
    result = told.get("result") or {}
    places = result.get("partial_unexpected_index_list") or []
    if all(isinstance(place, int) for place in places):
        named = {column.lower() for column in columns(told["expectation_config"])}
        shown = [name for name in frame.columns if name in named_by or name.lower() in named]
        rows = frame.iloc[places][shown]
        result["partial_unexpected_index_list"] = rows.to_dict("records")
    return told


def _expectation(item: Mapping[str, Any]) -> Any:
    known = {key: item[key] for key in KEYS if item.get(key) is not None}
    return ExpectationConfiguration(**{"kwargs": {}, **known}).to_domain_obj()


def _read(path: str, columns: list[str]) -> pd.DataFrame:
    """The table of a file; its texts are objects of Python: each expectation takes rows of all
    columns several times, which copies texts that Arrow holds."""
    with pd.option_context("mode.string_storage", "python"):
        return pd.read_parquet(path, columns=columns)


def _needed(table: str, suites: Iterable[Suite]) -> list[str]:
    """The columns that suites may look at: a table of many records is not read whole.

    Great Expectations takes a name in other letters, "doi", for that of a column.
    """
    said = [item for suite in suites for item in suite.expectations]
    if any(item["type"].startswith("expect_table_column") for item in said):
        return list(TABLES[table])
    text = json.dumps([item.get("kwargs", {}) for item in said], ensure_ascii=False).lower()
    words = {*re.split(r"\\[nrt]|[^\w-]+", text)}
    return [
        column
        for column in TABLES[table]
        if table == "measures" or column in NAMED_BY[table] or column.lower() in words
    ]


def _said(error: Exception, name: str) -> str:
    """Why an expectation cannot be made of its JSON."""
    if isinstance(error, ExpectationNotFoundError):
        near = selection.nearest(name, list_registered_expectation_implementations())
        return f"no expectation is called {name!r}{near}"
    if isinstance(error, ValidationError):
        places = ((".".join(map(str, fault["loc"])), fault["msg"]) for fault in error.errors())
        return "; ".join(f"{place}: {message}" for place, message in places)
    return _line(error)


def _line(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
