"""How much of a part the page shows, so that it stays below 3 MB."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

COLUMNS = 12  # sources or types side by side; the rest are added up
SOURCES = 200  # sources listed
FIRST = 3  # findings shown with their rule
CLUSTERS = 200
PAIRS = 500  # of the queue
LONGEST_ID = 1000  # characters of an id by which a decision can name a record
MEMBERS = 6  # records of a cluster side by side
TRENDS = 300  # rules whose findings changed
GATE_ROWS = 5  # rows that a gate does not expect
REASONS = 6  # decisions of a cluster

# Bytes of UTF-8 that the lists may take, so that the page stays below 3 MB. The findings get what
# the duplicates leave; the rest is for style, script, completeness and method.
LISTS_BYTES = 2_150_000
RULES_BYTES = 450_000
CLUSTERS_BYTES = 550_000
GATES_BYTES = 150_000
REVIEW_BYTES = 500_000

CODE, ID, PATH = 20, 60, 80  # characters of a code, an id and a path that are shown
PARAGRAPH = 1500  # of a paragraph of a rule


def within(items: Iterable[T], room: int, size: Callable[[T], int]) -> Iterator[T]:
    """The first items whose sizes add up to no more than ``room``."""
    for item in items:
        room -= size(item)
        if room < 0:
            return
        yield item
