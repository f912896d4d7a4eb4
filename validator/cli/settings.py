"""The settings of a run from its arguments."""

from __future__ import annotations

import argparse
from typing import Any

from validator import config, selection
from validator.config import Loaded
from validator.errors import UsageError

FLAGS = {
    "select": "select",
    "extend_select": "extend-select",
    "ignore": "ignore",
    "severity_of": "severity",
    "baseline": "baseline",
    "suppressions": "suppressions",
    "fail_on": "fail-on",
    "profile": "profile",
    "lang": "lang",
    "jobs": "jobs",
    "today": "today",
    "input_format": "input-format",
    "decisions": "duplicates.decisions",
    "query": "sql.query",
    "max_false_positive_rate": "duplicates.max-false-positive-rate",
}
"""Arguments that set a key of the configuration."""


def load(arguments: argparse.Namespace) -> Loaded:
    """The configuration in force, rules loaded and selectors checked. Raises UsageError."""
    given: dict[str, Any] = {}
    for argument, key in FLAGS.items():
        value = getattr(arguments, argument, None)
        given[key] = ",".join(value) if isinstance(value, list) else value
    if getattr(arguments, "no_duplicates", False):
        given["duplicates.search"] = False
    loaded = config.load(
        getattr(arguments, "paths", []),
        given,
        config=arguments.config,
        isolated=arguments.isolated,
    )
    settings = loaded.settings
    selection.prepare(settings)
    inputs = (*getattr(arguments, "paths", ()), *getattr(arguments, "against", ()))
    if "-" in inputs and not settings.input_format:
        raise UsageError("standard input needs --input-format NAME; see `bibvalidator formats`")
    return loaded
