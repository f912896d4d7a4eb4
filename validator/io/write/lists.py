"""Lists as one text, with the separator that none of the parts has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence


def joined(
    parts: Sequence[str], separators: Iterable[str], is_read_back: Callable[[str], bool]
) -> str:
    """The parts joined by the first separator with which they are read back, "" where none is."""
    for separator in separators:
        text = separator.join(parts)
        if is_read_back(text):
            return text
    return ""
