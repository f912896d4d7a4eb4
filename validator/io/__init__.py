"""Files in, records out: paths found, formats recognised, readers loaded where needed."""

from __future__ import annotations

import importlib
import io
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, Any, NamedTuple, cast

from validator.config import Settings
from validator.errors import UnreadableError, UsageError
from validator.finding import Fault
from validator.io import detect
from validator.io.formats import ANYTHING, FORMATS
from validator.io.source import (
    SAMPLE,
    Hashing,
    Replayed,
    Source,
    decompressed,
    open_bytes,
    read_bytes,
    sniff_encoding,
)
from validator.io.tables import urls
from validator.record import Record

DEFAULTS = Settings()


class Input(NamedTuple):
    """A file to read. ``path`` opens it, ``shown`` names it in outputs; ``named`` by the user.

    ``format`` and ``encoding`` are those of a file that is known already, "" for others.
    """

    path: str
    shown: str
    named: bool
    format: str = ""
    encoding: str = ""


def read(
    path: str | os.PathLike[str],
    *,
    input_format: str = "",
    on_fault: Callable[[Fault], None] | None = None,
) -> Iterator[Record]:
    """The records of a file, in order; "-" is standard input.

    What cannot be read is given to ``on_fault``, and reading goes on. Raises UsageError for a
    missing file or an unknown format, UnreadableError for a file that is not text.
    """
    given = named(os.fspath(path))
    with Opened(given, Settings(input_format=input_format)) as source:
        for item in items(source):
            if isinstance(item, Record):
                yield item
            elif on_fault:
                on_fault(item)


def read_text(text: str, form: str) -> Iterator[Record | Fault]:
    """The records and faults of a text in a known format, as if it were a file named "-"."""
    return items(Source("-", form, text=text))


def items(source: Source) -> Iterator[Record | Fault]:
    """The records and faults of an opened source, those of its opening first.

    A source that holds no record, and no broken one, says so (COL005) if it is blank or holds
    only what its format takes for a comment; else it raises UnreadableError.
    """
    yield from source.faults
    empty = True
    for item in cast("Iterator[Record | Fault]", _reader(source.format).read(source)):
        empty = empty and not (isinstance(item, Record) or item.code == "COL002")
        yield item
    if empty and source.first_number == 1:
        if not source.may_be_empty:
            raise UnreadableError(f"no record found, read as {source.format}")
        yield Fault("COL005", "no records in this file")


def inputs(paths: Iterable[str]) -> list[Input]:
    """The files behind PATHs, folders walked, sorted by the name shown. A file that several names
    or links lead to is there once, by the first of them, one that is named before one in a folder.

    Raises UsageError for a path that is not there and for a folder without a known file.
    """
    found: dict[str, Input] = {}
    for path in paths:
        if path != "-" and os.path.isdir(path):
            inside = [Input(p, shown(p), named=False) for p in walk(path)]
            if not inside:
                raise UsageError(f"no file of a known format in the folder {path}")
            for item in inside:
                found.setdefault(item.shown, item)
        elif path != "-" and not urls.is_url(path) and not Path(path).exists():
            raise UsageError(f"no file or folder {path}")
        else:
            found[shown(path)] = named(path)
    by_file: dict[object, Input] = {}
    for item in sorted(found.values(), key=lambda item: (not item.named, item.shown)):
        by_file.setdefault(_file(item.path), item)
    return sorted(by_file.values(), key=lambda item: item.shown)


def _file(path: str) -> object:
    """What tells a file from others, whatever leads to it; the path of what is no file."""
    if path == "-" or urls.is_url(path):
        return path
    try:
        found = os.stat(path)
    except OSError:
        return path
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else path


def named(path: str) -> Input:
    """The input that a PATH names, which is no folder."""
    return Input(path, shown(path), named=True, format="sql" if urls.is_url(path) else "")


def walk(folder: str) -> Iterator[str]:
    """The files of a folder that have a known format, hidden ones and links to folders apart.

    A folder that cannot be listed is given as if it were a file: opening it says why. Links to
    nothing, pipes and devices are left.
    """
    shut: list[str] = []
    for root, folders, files in os.walk(folder, onerror=lambda error: shut.append(error.filename)):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = os.path.join(root, name)
            if not name.startswith(".") and os.path.isfile(path) and _looks_known(path):
                yield path
    yield from shut


def shown(path: str) -> str:
    """A path as outputs give it: relative to the current folder where it lies below, with "/"."""
    if path == "-":
        return path
    if urls.is_url(path):
        return urls.shown(path)
    below = os.path.relpath(path) if os.path.isabs(path) else os.path.normpath(path)
    return Path(path if below.startswith("..") else below).as_posix()


class Opened:
    """A context in which an input is open as a Source, its encoding and format known.

    ``digest`` and ``count`` tell the checksum and the bytes of the file as it lies on disk, once
    it has been read to its end.
    """

    def __init__(self, given: Input, settings: Settings = DEFAULTS) -> None:
        self.given = given
        self.settings = settings
        is_database = given.format == "sql"  # of which there are no bytes
        self.raw = Hashing(io.BytesIO() if is_database else open_bytes(given.path))

    def __enter__(self) -> Source:
        stream = decompressed(self.raw)
        head = read_bytes(stream, SAMPLE)
        return self._source(io.BufferedReader(Replayed(head, stream), SAMPLE), head)

    def __exit__(self, *_: object) -> None:
        self.raw.close()

    @property
    def digest(self) -> str:
        return self.raw.digest.hexdigest() if self.given.format != "sql" else ""

    @property
    def count(self) -> int:
        return self.raw.count

    def _source(self, stream: IO[bytes], head: bytes) -> Source:
        form = self.given.format or self.settings.input_format or detect.by_bytes(head)
        encoding, guessed = self.given.encoding, False
        if not (encoding or _is_binary(form)):
            try:
                encoding, guessed = sniff_encoding(head, complete=len(head) < SAMPLE)
            except UnreadableError:
                form = detect.by_suffix(self.given.path)
                if not _is_binary(form):
                    raise
        if _is_binary(form):
            return Source(
                self.given.shown,
                form,
                "",
                self.settings.max_record_bytes,
                columns=self.settings.columns,
                unpacked_limit=self.settings.max_unpacked_bytes,
                location=self.given.path if form == "sql" else "",
                query=self.settings.sql_query,
                stream=stream,
            )
        text = head[: 2**16].decode(encoding, "replace")
        seen = detect.by_content(text)
        form = self.given.format or self.settings.input_format or seen
        may_be_empty = form == seen != "" or not text.strip("\ufeff \t\r\n") or _comments_only(text)
        by_suffix = detect.by_suffix(self.given.path, text)
        if not form and (head or not _is_binary(by_suffix)):
            form = by_suffix
        if self.settings.input_format and form not in FORMATS:
            raise UsageError(f"unknown format {form!r}; known are {', '.join(FORMATS)}")
        if not form and may_be_empty:
            form = "bibtex"
        if not form:
            raise UsageError(
                f"{self.given.shown}: the format is not recognised;"
                f" name it by --input-format, one of {', '.join(FORMATS)}"
            )
        source = Source(
            self.given.shown,
            form,
            encoding,
            self.settings.max_record_bytes,
            columns=self.settings.columns,
            stream=stream,
            may_be_empty=may_be_empty,
        )
        if (framing := detect.json_framing(text)) and seen == form:
            source.listed, source.wrapped = framing.listed, framing.wrapped
        if guessed:
            source.faults.append(
                Fault(
                    "COL004",
                    "not UTF-8: read as {encoding}, which is a guess",
                    line=1,
                    args={"encoding": encoding},
                )
            )
        return source


def _holds_records(path: str, form: str) -> bool:
    """Whether a file of a folder holds records, as far as can be told without reading it.

    Of a damaged file nobody knows: reading it says so.
    """
    if form not in ANYTHING:
        return True
    try:
        with Opened(Input(path, path, named=False, format=form)) as source:
            return bool(_reader(form).is_known(source))
    except UnreadableError:
        return True


def _reader(form: str) -> Any:
    return importlib.import_module(f"validator.io.{FORMATS[form].module}")


def _is_binary(form: str) -> bool:
    return form in FORMATS and FORMATS[form].binary


def _comments_only(text: str) -> bool:
    """Whether every line that is not blank is a comment line, as BibTeX users write them."""
    lines = (line.strip() for line in text.splitlines())
    return all(line.startswith(("%", "#", "//")) for line in lines if line)


def _looks_known(path: str) -> bool:
    if os.path.splitext(path)[1].lower() in detect.OTHER:
        return False
    form = detect.by_suffix(path)
    if form not in ("", "csl-json", "csl-jsonl", "csv") and not _is_binary(form):
        return True
    try:
        with open(path, "rb") as file:
            head = read_bytes(decompressed(Hashing(file)), 2**16)
        if form := detect.by_bytes(head) or (form if _is_binary(form) else ""):
            return _holds_records(path, form)
        encoding, _ = sniff_encoding(head, complete=len(head) < 2**16)
    except (OSError, UnreadableError):
        return False
    return bool(detect.by_content(head.decode(encoding, "replace")))
