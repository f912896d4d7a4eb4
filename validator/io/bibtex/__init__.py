"""BibTeX and BibLaTeX: entries with the place of every field, LaTeX decoded, parents resolved."""

from __future__ import annotations

from collections.abc import Iterator

from validator.finding import Fault
from validator.io.bibtex.parents import with_parents
from validator.io.bibtex.scanner import Scanner
from validator.io.source import Source
from validator.record import Record


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of a BibTeX file, and a fault for each entry that cannot be read.

    Entries that are never cited (@xdata, @set) are no records; @string, @preamble, @comment and
    the text between entries are none either. The order is that of the file, unless some 20,000
    records follow one whose parent stands after them.
    """
    return with_parents(Scanner(source).entries(), source.path)
