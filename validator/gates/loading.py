"""Suites as they were saved: none of their expectations may be lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from great_expectations import ExpectationSuite
from great_expectations.exceptions import DataContextError
from great_expectations.expectations.expectation_configuration import ExpectationConfiguration


def load_suite(path: str | Path, context: Any = None) -> ExpectationSuite:
    """The suite of a file in the JSON of Great Expectations, with each of its expectations.

    It is added to a context where one is given, unless that has it already; what the context
    keeps is never overwritten.

    Raises ValueError where the file is no suite, an expectation of it is unknown or wrong, or the
    context has another suite of its name.
    """
    told = _read(path)
    known = {key: told[key] for key in ("meta", "notes", "suite_parameters") if told.get(key)}
    expectations = [
        _expectation(item, f"{path}: expectation {at}")
        for at, item in enumerate(told["expectations"], 1)
    ]
    suite = ExpectationSuite(
        name=told.get("name") or Path(path).stem, expectations=expectations, **known
    )
    if len(suite.expectations) != len(told["expectations"]):
        raise ValueError(f"{path}: not all expectations could be loaded")
    if context is None:
        return suite
    try:
        kept: ExpectationSuite = context.suites.get(suite.name)
    except DataContextError:
        added: ExpectationSuite = context.suites.add(suite)
        return added
    if _asked(kept) != _asked(suite):
        raise ValueError(f"{path}: the context has another suite {suite.name!r}")
    return kept


def _asked(suite: ExpectationSuite) -> list[tuple[str, Any]]:
    return [(one.expectation_type, one.configuration.kwargs) for one in suite.expectations]


def _read(path: str | Path) -> dict[str, Any]:
    try:
        told = json.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise ValueError(f"{path} is no suite: {error}") from error
    if not isinstance(told, dict) or not isinstance(told.get("expectations"), list):
        raise ValueError(f"{path} is no suite: it has no list of expectations")
    return told


def _expectation(item: Any, where: str) -> Any:
    """An expectation as it was saved. Raises ValueError where it is unknown or wrong."""
    if not isinstance(item, dict) or not isinstance(item.get("type"), str):
        raise ValueError(f"{where} has no type")
    known = ("type", "kwargs", "meta", "notes", "description", "severity")
    given = {key: item[key] for key in known if item.get(key) is not None}
    try:
        return ExpectationConfiguration(**{"kwargs": {}, **given}).to_domain_obj()
    except Exception as error:  # of any kind: the class may be the user's own
        said = " ".join(str(error).split())
        raise ValueError(f"{where}, {item['type']}: {said}") from error
