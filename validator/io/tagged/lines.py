"""Lines that begin with a tag, gathered into records: what RIS and its kin have in common."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, compress, repeat
from typing import Any, NamedTuple

from validator.finding import Fault
from validator.io.source import Line, Source
from validator.io.tagged.parting import Tag, Tagged, begun_again, parted, set_apart
from validator.io.values import one_line
from validator.record import Field, Provenance, csl_name
from validator.text.script import has_cjk, has_latin

new = tuple.__new__  # Field(...) by its parts takes half the time, and a record has twenty


@dataclass(slots=True)
class Fields:
    """The fields of one record, in order, a list of each of their parts: a record has twenty, and
    what they fill is not known yet. Places are None in formats that have none."""

    names: Sequence[str]
    values: Sequence[str]
    lines: Sequence[int | None]
    columns: Sequence[int | None]
    starts: Sequence[int | None]
    ends: Sequence[int | None]

    @classmethod
    def of(cls, fields: Sequence[Field]) -> Fields:
        """The parts of fields."""
        names, values, _, *places = zip(*fields, strict=True) if fields else ((),) * 7
        return cls(names, values, *places)

    def __iter__(self) -> Iterator[Field]:
        """The fields, of which none fills anything."""
        return iter(self.filling([""] * len(self.names)))

    def with_values(self) -> Fields:
        """Those that have a value."""
        return self.chosen(self.values) if "" in self.values else self

    def chosen(self, among: Sequence[object]) -> Fields:
        """Those at the places of what is true; ``among`` may end earlier."""
        parts: tuple[Any, ...] = (self.names, self.values, self.lines, self.columns)
        parts = (*parts, self.starts, self.ends)
        return Fields(*[tuple(compress(part, among)) for part in parts])

    def filling(self, variables: Sequence[str]) -> tuple[Field, ...]:
        """The fields, each with the variable that it fills."""
        places = (self.lines, self.columns, self.starts, self.ends)
        parts = zip(self.names, self.values, variables, *places, strict=True)
        return tuple(map(new, repeat(Field), parts))


class Group(NamedTuple):
    """The fields of one record; that which closes it only where it has a value.

    A value runs from its tag to the next, line ends inside included; outer blanks are layout and
    no part of it.
    """

    fields: Fields
    line: int
    column: int
    start: int
    end: int | None
    closed: bool = True  # by its own last line

    def fault(self, template: str, number: int, *, between: str = " ") -> Fault:
        """What is said of a record that holds nothing; ``between`` a tag and its value."""
        return Fault(
            "COL002",
            template,
            line=self.line,
            column=self.column,
            record_number=number,
            start=self.start,
            end=self.end,
            raw="\n".join(f"{field.name}{between}{field.value}" for field in self.fields),
        )

    def provenance(self, here: Provenance, number: int, source: str) -> Provenance:
        """Where the record stands in the file ``here``; ``source`` is the database it is from."""
        path, form, *_ = here
        return new(
            Provenance,
            (path, form, number, self.line, self.column, self.start, self.end, source),
        )


class Dialect(NamedTuple):
    """How a tagged format is cut.

    ``split`` finds the tag of a line, None where the line goes on with the value above or stands
    between records. ``opens`` and ``closes`` are the tags of the first and last line of a record.
    ``is_prose`` tells the tags whose values go on behind a blank line at the end of a record; what
    stands there behind another is a field of its own. None: nothing is known of that. ``heads``
    are the tags of title and author where both, come again, tell of another record.
    """

    split: Callable[[str], Tag | None]
    opens: frozenset[str] = frozenset()
    closes: frozenset[str] = frozenset()
    is_prose: Callable[[str], bool] | None = None
    heads: frozenset[str] = frozenset()


class LostOpener:
    """Tells where a record begins whose first line is lost: behind a blank line, with a title or an
    author, where the record above has both. A record whose fields all stand apart says nothing."""

    def __init__(self, title: str, author: str) -> None:
        self.wanted = {title, author}
        self.seen: set[str] = set()  # in the record being read
        self.apart = False

    def opens(self, name: str, *, is_first: bool, after_blank: bool) -> bool:
        """Whether a tag begins a record; ``is_first``: as it does by itself."""
        if after_blank and len(self.seen) == 1 and not is_first:
            self.apart = True
        is_again = name in self.wanted and self.wanted <= self.seen
        is_lost = after_blank and not self.apart and is_again
        if is_first or is_lost:
            self.seen, self.apart = set(), False
        self.seen.add(name)
        return is_first or is_lost


TOO_LONG = "a record is longer than max-record-bytes or 100,000 lines"
MOST_LINES = 100_000
"""Lines of one record: each costs memory beside its text. The longest lists have 6,000 names."""


def groups(source: Source, dialect: Dialect) -> Iterator[Group | Fault]:
    """The records of a tagged file, and a fault for each that is longer than the limit.

    A record ends at its closing tag, at the next opening one, or with the file. Fields outside
    a record make one of their own. One whose first line is broken or lost begins at a blank line
    (see `_parted`).
    """
    split, opens, closes, is_prose, heads = dialect
    gathered: _Gathered | None = None
    for line in source.lines():
        tag = split(line.text) if line.text is not None else None
        if tag is None:
            if gathered:
                gathered.add(line, None)
            elif line.text is None:
                gathered = _Gathered(line, None, source.limit, is_prose, heads)
        elif tag.opens or tag.name in opens:
            if gathered:
                yield from gathered.done(line.start)
            gathered = _Gathered(line, tag, source.limit, is_prose, heads)
        elif gathered is None:
            if tag.name not in closes:
                gathered = _Gathered(line, tag, source.limit, is_prose, heads)
        else:
            gathered.add(line, tag)
            if tag.name in closes:
                end = line.start + len((line.text or "").rstrip("\r\n"))
                yield from gathered.done(end, closed=True)
                gathered = None
    if gathered:
        yield from gathered.done(None)


class _Gathered:
    """The lines of the record being read, each with its tag."""

    def __init__(
        self,
        line: Line,
        tag: Tag | None,
        limit: int,
        is_prose: Callable[[str], bool] | None,
        heads: frozenset[str],
    ) -> None:
        self.is_prose = is_prose
        self.heads = heads
        self.line = line.number
        self.start = line.start + (tag.column if tag else 0)
        self.limit = line.start + limit
        self.too_long = False
        self.lines: list[Tagged] = []
        self.add(line, tag)

    def add(self, line: Line, tag: Tag | None) -> None:
        if line.text is None or line.start + len(line.text) > self.limit:
            self.too_long = True
        if len(self.lines) == MOST_LINES:
            self.too_long = True
        if self.too_long:
            self.lines = []
        else:
            self.lines.append((line, tag))

    def done(self, end: int | None, *, closed: bool = False) -> Iterator[Group | Fault]:
        """The record, or a fault, which may end at ``end``; ``closed`` by its last line.

        Several where first lines are lost.
        """
        if self.too_long:
            yield Fault("COL002", TOO_LONG, line=self.line, column=1, start=self.start, end=end)
            return
        for lines in [self.lines] if closed else self._parts():
            if self.is_prose and not closed:
                set_apart(lines, self.is_prose)
            fields = list(_fields(lines))
            end = fields[-1].end
            if closed and not fields[-1].value:
                fields.pop()
            line, tag = lines[0]
            column = tag.column if tag else 0
            start = line.start + column
            yield Group(Fields.of(fields), line.number, column + 1, start, end, closed)

    def _parts(self) -> Iterator[list[Tagged]]:
        """The lines of each record."""
        for lines in parted(self.lines):
            yield from begun_again(lines, self.heads, self.is_prose) if self.heads else (lines,)


def _fields(lines: list[Tagged]) -> Iterator[Field]:
    """The fields of the lines of a record; a line without a tag goes on with the value above."""
    last = len(lines) - 1
    for index, ((number, line_start, text), tag) in enumerate(lines):
        if tag is None:
            continue
        name, _, begin, _ = tag
        value = text[begin:]  # type: ignore[index]
        if index < last and lines[index + 1][1] is None:
            value = value + _continued(lines, index + 1)
        if value[:1].isspace():
            begin, value = _indented(value, begin)
        value = value.rstrip()
        start = line_start + begin
        yield new(Field, (name, value, "", number, begin + 1, start, start + len(value)))


def _continued(lines: list[Tagged], index: int) -> str:
    """The lines from here on that have no tag."""
    end = index
    while end < len(lines) and lines[end][1] is None:
        end += 1
    return "".join(line.text or "" for line, _ in lines[index:end])


def _indented(value: str, begin: int) -> tuple[int, str]:
    """The offset and the text of a value behind more than one blank, or of an empty one."""
    first, *_ = value.splitlines(keepends=True)
    blank = len(first) - len(first.lstrip())
    if blank < len(first):
        return begin + blank, value[blank:]
    return begin, value  # nothing behind the tag: the value, if any, begins on the next line


class Text(NamedTuple):
    """What the first value of a tag fills: an attribute of Record, and its CSL variable."""

    tag: str
    attribute: str
    variable: str


def texts(**tags: str | tuple[str, ...]) -> tuple[Text, ...]:
    """The table that `TagValues.texts` wants, from the tags of each attribute, the best first."""
    return tuple(
        Text(tag, attribute, csl_name(attribute))
        for attribute, names in tags.items()
        for tag in (names.split() if isinstance(names, str) else names)
    )


class TagValues:
    """The values of a record by tag, and the variable that each field came to fill."""

    def __init__(self, fields: Fields, key: Callable[[str], str] = str) -> None:
        self.fields = fields
        names, self.values = fields.names, fields.values
        self.variables = [""] * len(names)
        by_tag: dict[str, list[int]] = {}
        for index, tag in enumerate(names if key is str else map(key, names)):
            if tag in by_tag:
                by_tag[tag].append(index)
            else:
                by_tag[tag] = [index]
        if "" in self.values:
            values = self.values
            there = ((tag, [i for i in found if values[i]]) for tag, found in by_tag.items())
            by_tag = {tag: found for tag, found in there if found}
        self.by_tag = by_tag

    def texts(self, table: tuple[Text, ...]) -> dict[str, Any]:
        """The attributes that are the first value of one tag, each in one line."""
        found: dict[str, Any] = {}
        by_tag, values, variables = self.by_tag, self.values, self.variables
        for tag, attribute, variable in table:
            if tag in by_tag and attribute not in found:
                index = by_tag[tag][0]
                variables[index] = variable
                found[attribute] = one_line(values[index])
        return found

    def first(self, variable: str, *tags: str) -> str:
        """The first value of the first tag that has one."""
        by_tag, variables = self.by_tag, self.variables
        for tag in tags:
            if tag not in by_tag:
                continue
            for index in by_tag[tag]:
                if variables[index]:
                    continue
                if value := one_line(self.values[index]).strip():
                    variables[index] = variable
                    return value
        return ""

    def all(self, variable: str, *tags: str) -> list[str]:
        """The values of all these tags, in the order of the file, line ends and all."""
        by_tag = self.by_tag
        lists = [by_tag[tag] for tag in tags if tag in by_tag]
        if not lists:
            return []
        found = lists[0] if len(lists) == 1 else sorted(chain.from_iterable(lists))
        for index in found:
            self.variables[index] = variable
        return [self.values[index] for index in found]

    def where(self, variable: str, pattern: re.Pattern[str], *tags: str) -> str:
        """The first group of a pattern in the first value of these tags that is all of it."""
        for tag in tags:
            for index in self.by_tag.get(tag, ()):
                if found := pattern.fullmatch(self.values[index]):
                    self.variables[index] = self.variables[index] or variable
                    return found[1]
        return ""

    def other(self, variable: str, beside: str, *tags: str) -> str:
        """The first value left of these tags that is in the other script than the one beside."""
        if not beside or sum(len(self.by_tag.get(tag, ())) for tag in tags) < 2:
            return ""
        for tag in tags:
            for index in self.by_tag.get(tag, ()):
                value = one_line(self.values[index]).strip()
                if not self.variables[index] and in_other_script(value, beside):
                    self.variables[index] = variable
                    return value
        return ""

    def rename(self, variable: str, new_variable: str) -> None:
        """Let the fields of one variable fill another."""
        self.variables = [new_variable if v == variable else v for v in self.variables]

    def raw(self) -> tuple[Field, ...]:
        """The fields, each with the variable that it fills."""
        return self.fields.filling(self.variables)


def in_other_script(text: str, beside: str) -> bool:
    """Whether one of two texts is CJK and the other is not."""
    if text.isascii() and beside.isascii():
        return False
    return has_cjk(text) != has_cjk(beside) and (has_latin(text) or has_latin(beside))
