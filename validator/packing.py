"""Long lists of like tuples as bytes: a fifth of the memory, and quick to hand on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any


def packed(items: Sequence[Any]) -> bytes:
    """The items of a list, at least one, column by column; of equal strings one."""
    import pickle

    return pickle.dumps(_columns(items), pickle.HIGHEST_PROTOCOL)


def unpacked(data: bytes) -> Iterable[Any]:
    """What `packed` was given, in order."""
    import pickle

    return _items(pickle.loads(data))


def _columns(items: Sequence[Any]) -> Any:
    """Tuples of one class and length as the class and their columns, others as they are: of equal
    strings one, which is pickled once."""
    kind, width = type(items[0]), len(items[0]) if isinstance(items[0], tuple) else 0
    if not width or any(item.__class__ is not kind or len(item) != width for item in items):
        known: dict[str, str] = {}
        return [known.setdefault(i, i) if i.__class__ is str else i for i in items]
    return kind, [_columns(column) for column in zip(*items, strict=True)]


def _items(columns: Any) -> Iterable[Any]:
    if isinstance(columns, list):
        return columns
    kind, parts = columns
    items = zip(*map(_items, parts), strict=True)
    return items if kind is tuple else map(kind._make, items)
