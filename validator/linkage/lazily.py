"""What is made when it is asked for: attributes, and the items of a sequence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any, Generic, Self, TypeVar, overload

Value = TypeVar("Value")
Plan = TypeVar("Plan")
Item = TypeVar("Item", covariant=True)


class once(Generic[Value]):
    """An attribute computed at the first question. (``cached_property`` takes a lock, and longer
    than many of ours, until Python 3.12.)"""

    def __init__(self, compute: Callable[[Any], Value]) -> None:
        self._compute = compute
        self.__doc__ = compute.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type) -> Value: ...
    def __get__(self, instance: object | None, owner: type) -> Self | Value:
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._compute(instance)
        return value


class Made(Sequence[Item], Generic[Plan, Item]):
    """The items that ``make`` makes of plans, each anew whenever it is asked for.

    The plans are small and kept; ``plans`` gives them at the first question.
    """

    def __init__(self, plans: Callable[[], Sequence[Plan]], make: Callable[[Plan], Item]) -> None:
        self._give = plans
        self._make = make

    @cached_property
    def _plans(self) -> Sequence[Plan]:
        return self._give()

    def __len__(self) -> int:
        return len(self._plans)

    def __iter__(self) -> Iterator[Item]:
        return map(self._make, self._plans)

    @overload
    def __getitem__(self, at: int) -> Item: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Item]: ...
    def __getitem__(self, at: int | slice) -> Item | Sequence[Item]:
        if isinstance(at, slice):
            return tuple(map(self._make, self._plans[at]))
        return self._make(self._plans[at])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment] # as lists have none: it may be long
