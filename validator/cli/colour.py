"""Colours for the findings on a terminal."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator

from validator.translations import phrase

LEVELS = {"error": "31", "warning": "33", "info": "36"}  # red, yellow, cyan
BOLD = "1"


def wanted() -> bool:
    """Whether standard output is a terminal that shows colours, and nobody said no.

    See https://no-color.org; a console of Windows shows them where it is a modern one.
    """
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    if os.name == "nt" and not {"WT_SESSION", "ANSICON", "TERM"} & os.environ.keys():
        return False
    return sys.stdout.isatty()


def painted(lines: Iterable[str], lang: str) -> Iterator[str]:
    """The lines of the format "full": the head of a record bold, each severity in its colour."""
    colours = {phrase("word", level, lang): colour for level, colour in LEVELS.items()}
    severity = re.compile(rf"  ({'|'.join(colours)})( +)(\S+)")
    head = True  # a record begins behind a blank line
    for line in lines:
        if found := severity.match(line):
            level, gap, code = found.groups()
            line = f"  {_in(colours[level], level)}{gap}{_in(BOLD, code)}{line[found.end() :]}"
        elif head and line.strip():
            line = _in(BOLD, line.rstrip()) + "\n"
        head = not line.strip()
        yield line


def _in(style: str, text: str) -> str:
    return f"\x1b[{style}m{text}\x1b[0m"
