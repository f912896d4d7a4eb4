"""A cell of a table as CSV."""

from __future__ import annotations


def quoted(value: str) -> str:
    """A cell of CSV (RFC 4180), its value as it stands: an id that was altered would name nothing.

    The csv module leaves a bare CR unquoted before Python 3.13.
    """
    if any(mark in value for mark in ',"\r\n'):
        return '"' + value.replace('"', '""') + '"'
    return value
