"""What the title rules share: a row of an example table, and a limit."""

from __future__ import annotations

from validator.record import Name, Parallel, Record
from validator.registry import Example

LONGEST = 2000  # characters; no title is longer, and nothing longer is taken apart


def titled(
    title: str,
    *says: str,
    suggests: str | None = None,
    type: str = "article-journal",
    author: str = "",
    parallel: str = "",
) -> Example:
    authors = (Name.parse(author),) if author else ()
    record = Record(type=type, title=title, author=authors, parallel=Parallel(title=parallel))
    return Example(record, says, suggests)
