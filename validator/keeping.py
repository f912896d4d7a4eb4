"""Files that people keep: a version line, then an object of JSON a line."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from validator.errors import UsageError

VERSION = 1


def version_line(kind: str) -> str:
    """The first line of a file of this kind, with its line feed."""
    return json.dumps({"bibvalidator": kind, "version": VERSION}) + "\n"


def contents(path: str, kind: str) -> str:
    """The text of a file, its line ends as they stand. Raises UsageError where it has none."""
    try:
        return Path(path).read_bytes().decode("utf-8-sig")
    except (OSError, ValueError) as error:  # ValueError: not UTF-8, or a NUL in the path
        raise UsageError(f"cannot read the {kind} {path}: {error}") from error


def lines(path: str, kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The objects behind the version line, each with its place, ``path:line``.

    Raises UsageError where the file cannot be read, is of another kind or version, or has a line
    that is no object.
    """
    for number, line in enumerate(contents(path, kind).split("\n"), start=1):
        place = f"{path}:{number}"
        if not line.strip() and number > 1:
            continue
        try:
            values = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise UsageError(f"{place}: not a line of JSON: {error}") from error
        if not isinstance(values, dict):
            raise UsageError(f"{place}: an object is wanted")
        if number > 1:
            yield place, values
        elif values != {"bibvalidator": kind, "version": VERSION}:
            raise UsageError(
                f"{path}: no {kind} of a version that is known: its first line must be"
                f" {version_line(kind).rstrip()}"
            )


def text(values: Mapping[str, Any], key: str, place: str, *, needed: bool = True) -> str:
    """The string under a key, "" where there is none. Raises UsageError for anything else."""
    value = values.get(key, "")
    if not isinstance(value, str) or (needed and not value):
        raise UsageError(f"{place}: {key}: a string is wanted, not {value!r}")
    return value


def day(values: Mapping[str, Any], key: str, place: str) -> datetime.date | None:
    """The date under a key, None where there is none. Raises UsageError for anything else."""
    value = text(values, key, place, needed=False)
    try:
        return datetime.date.fromisoformat(value) if value else None
    except ValueError as error:
        raise UsageError(
            f"{place}: {key}: a date is wanted, such as 2027-01-31, not {value!r}"
        ) from error
