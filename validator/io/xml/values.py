"""The values of a record of XML in the order of the file, and the variable that each fills."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from validator.io.xml.items import Item
from validator.record import Field, Provenance

if TYPE_CHECKING:
    from lxml.etree import _Element

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
new = tuple.__new__  # Field(...) by its parts takes half the time


class Value(NamedTuple):
    """One value: the name of its field, its text, its line and its language, "" for none said."""

    name: str
    text: str
    line: int
    language: str
    element: _Element


class Values:
    """The values of a record, to be taken one by one: what is taken fills a variable."""

    def __init__(self, values: list[Value]) -> None:
        self.values = values
        self.variables = [""] * len(values)
        self.by_name: dict[str, list[int]] = {}
        for index, value in enumerate(values):
            if value.text:
                self.by_name.setdefault(value.name, []).append(index)

    def left(self, *names: str) -> Iterator[tuple[int, Value]]:
        """The values of these names that fill nothing yet, those of the first name first."""
        for name in names:
            for index in self.by_name.get(name, ()):
                if not self.variables[index]:
                    yield index, self.values[index]

    def take(self, index: int, variable: str) -> Value:
        """A value, which from now on fills a variable."""
        self.variables[index] = variable
        return self.values[index]

    def first(self, variable: str, *names: str) -> str:
        """The text of the first value left of these names."""
        for index, value in self.left(*names):
            self.variables[index] = variable
            return value.text
        return ""

    def all(self, variable: str, *names: str) -> list[str]:
        """The texts of all values left of these names, in the order of the file."""
        found = sorted(index for index, _ in self.left(*names))
        for index in found:
            self.variables[index] = variable
        return [self.values[index].text for index in found]

    def raw(self) -> tuple[Field, ...]:
        """All values as raw fields."""
        return tuple(
            [
                new(Field, (value.name, value.text, variable, value.line, None, None, None))
                for value, variable in zip(self.values, self.variables, strict=True)
            ]
        )


def provenance(item: Item, path: str, form: str, source: str = "") -> Provenance:
    """Where a record stands; ``source`` is the database that exported it."""
    place = (path, form, item.number, item.line, None, item.start, item.end, source)
    return new(Provenance, place)
