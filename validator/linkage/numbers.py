"""Small numbers for strings, within one run: what tables of columns hold."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from typing import TypeVar

Table = dict[str, "array[int]"]
Value = TypeVar("Value")
_REMEMBERED = 200_000


class Numbers(dict[str, int]):
    """Numbers for strings, in the order they are met; the empty string, and all that is in
    ``but``, is 0."""

    def __init__(self, but: Iterable[str] = ()) -> None:
        self[""] = 0
        self.update(dict.fromkeys(but, 0))

    def __missing__(self, text: str) -> int:
        number = self[text] = len(self)
        return number


class Remembered(dict[str, Value]):
    """What ``read`` makes of strings, each read once while there are not too many."""

    def __init__(self, read: Callable[[str], Value]) -> None:
        self._read = read

    def __missing__(self, text: str) -> Value:
        value = self._read(text)
        if len(self) < _REMEMBERED:
            self[text] = value
        return value
