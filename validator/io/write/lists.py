"""Lists as one text, with a separator that none of the parts has."""

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


def with_semicolons(parts: Sequence[str], read: Callable[[str], tuple[str, ...]]) -> str:
    """The parts joined by semicolons, or by bars or line ends where a part has one; a semicolon
    ends a lone part with a comma. Where nothing helps, as what is read of it is written."""
    parts = wanted = tuple(filter(None, map(str.strip, parts)))
    for text in ("; ".join(parts), f"{'; '.join(parts)};", " | ".join(parts), "\n".join(parts)):
        if read(text) == wanted:
            return text
    again = read("; ".join(parts))
    if len("".join(again)) < len("".join(parts)):
        return with_semicolons(again, read)
    return "; ".join(parts)
