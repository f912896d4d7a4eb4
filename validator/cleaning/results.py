"""What a cleaning hands over: its outputs, rejects, map of ids and differences."""

from __future__ import annotations

import hashlib
import importlib
import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from validator.cleaning.cleaner import Cleaned, contents, final
from validator.cleaning.difference import unified
from validator.cleaning.files import File, Place, check_unchanged
from validator.cleaning.journal import Journal, packed
from validator.cleaning.targets import Going, conversion, packing
from validator.config import Settings
from validator.duplicates import apart
from validator.errors import UnreadableError, UsageError
from validator.io import Input, Opened, items
from validator.io.write import READ_AS
from validator.record import Record
from validator.text.cells import quoted
from validator.text.unicode import one_line
from validator.whole import Whole

BLOCK = 2**20


def write(done: Cleaned, going: Going, *, settings: Settings, whole: Whole) -> list[str]:
    """Write all that a cleaning hands over; returns what people should know of it.

    The log hears how to undo it. Raises UsageError for what cannot be written, UnreadableError for
    a file in another format that does not hold the records it should, and for an input that was
    changed meanwhile.
    """
    going.make_folders()
    notes: list[str] = []
    for target in going.targets:
        files = [done.files[place] for place in target.inputs]
        given = files[0].given
        form = conversion(given, done.formats[given.shown], target.path, going.to)
        if form or len(files) > 1:
            notes += _write_converted(
                done, files, target.path, form=form or going.to, settings=settings, whole=whole
            )
        else:
            _write_edited(done.journal, files[0], target.path, settings=settings, whole=whole)
    if going.rejects:
        whole.write(going.rejects, rejects(done))
    if going.map:
        whole.write(going.map, mapping(done, settings))
    if going.log:
        whole.write(going.log, done.journal.lines())
    check_unchanged(done.files)  # outputs are made of the inputs as they are by now
    return notes


def rejects(done: Cleaned) -> Iterator[bytes]:
    """A line of JSON for each record and unreadable stretch that was taken out, with its text."""
    for line in done.journal.lines():
        values = json.loads(line)
        if values.pop("kind", "") == "reject":
            yield json.dumps(values).encode() + b"\n"


def mapping(done: Cleaned, settings: Settings) -> Iterator[bytes]:
    """CSV lines: the id of each record of the inputs, and of the one that stands for it now.

    The latter is empty for a record that was rejected. An id that occurs twice is told apart by
    its place, as `dedupe` does.
    """
    yield b"id,kept\n"
    targets = {final(place, done.kept_of) for place in done.kept_of}
    names = dict(one for one in _names(done, settings) if one[0] in targets) if targets else {}
    for place, name in _names(done, settings):
        last = final(place, done.kept_of)
        kept = "" if last in done.rejected else name if last == place else names[last]
        yield f"{quoted(name)},{quoted(kept)}\n".encode("utf-8", "backslashreplace")


def difference(done: Cleaned, settings: Settings) -> Iterator[str]:
    """The lines of a unified diff of all files, fit for a terminal and, where no character has to
    be escaped for that, for `patch`."""
    for file in done.files:
        if file.edits:
            with Opened(file.given, settings) as source:
                for line in unified(source.lines(), file.edits, file.path, file.path):
                    end = "\r" if line.endswith("\r") else ""
                    yield one_line(line.removesuffix(end)) + end


def compressed(pieces: Iterable[bytes], path: str) -> Iterator[bytes]:
    """The bytes as the suffix of a path says, without a time or a name in them."""
    kind = packing(path)
    if not kind:
        yield from pieces
        return
    packer = _packer(kind)
    for piece in pieces:
        yield packer.compress(piece)
    yield packer.flush()


def checksum(stream: Any) -> str:
    """SHA-256 of what is left of a stream."""
    digest = hashlib.sha256()
    while block := stream.read(BLOCK):
        digest.update(block)
    return digest.hexdigest()


def _write_converted(
    done: Cleaned,
    files: Sequence[File],
    path: str,
    *,
    form: str,
    settings: Settings,
    whole: Whole,
) -> Iterator[str]:
    """Write files in another format, and read it again; yields what people should know of it."""
    from validator.cleaning import conversion

    first, *more = files
    made = conversion.Converted(files, form, settings)
    is_there = not more and first.converted is not None and first.form == form
    digest = hashlib.sha256()
    pieces = _hashed(contents(first, settings) if is_there else made, digest)
    temporary = whole.write(path, compressed(pieces, path), like="" if more else first.given.path)
    written = len(first.numbers or ()) if is_there else made.records
    again = Input(temporary, path, named=True, format=READ_AS.get(form, form))
    with Opened(again, settings) as source:
        found = sum(isinstance(item, Record) for item in items(source)) if written else 0
    if found != written:
        raise UnreadableError(
            f"{path}: {written} records were written as {form} and {found} are read again;"
            " nothing was written, please report it"
        )
    done.journal.add(
        "written",
        path=path,
        format=form,
        inputs=[file.path for file in files],
        records=written,
        sha256=digest.hexdigest(),
    )
    moved = sum((file.moved for file in files), Counter[str]())
    yield from conversion.notes(moved | made.moved, form, path)


def _write_edited(
    journal: Journal, file: File, path: str, *, settings: Settings, whole: Whole
) -> None:
    """Write a file with its edits, and tell how to take them back."""
    with tempfile.TemporaryFile() as kept:
        edits = Journal(kept)

        def told(at: int, was: bytes, now: bytes) -> None:
            edits.add("edit", at=at, length=len(now), was=packed(was))

        with Opened(file.given, settings) as source:
            given = made = checksum(source.stream)
        if not file.edits and packing(path) == packing(file.given.path) != "":
            pieces = _bytes_of(file.given.path)  # packed anew, they would be others
            whole.write(path, pieces, like=file.given.path)
        else:
            digest = hashlib.sha256()
            pieces = _hashed(contents(file, settings, told), digest)
            whole.write(path, compressed(pieces, path), like=file.given.path)
            made = digest.hexdigest()
        journal.add("file", path=file.path, output=path, sha256=given, output_sha256=made)
        journal.take(edits)


def _bytes_of(path: str) -> Iterator[bytes]:
    with open(path, "rb") as file:
        while block := file.read(BLOCK):
            yield block


def _hashed(pieces: Iterable[bytes], digest: Any) -> Iterator[bytes]:
    for piece in pieces:
        digest.update(piece)
        yield piece


def _packer(kind: str) -> Any:
    if kind == ".gz":
        return importlib.import_module("zlib").compressobj(wbits=31)  # its header has no time
    if kind == ".bz2":
        return importlib.import_module("bz2").BZ2Compressor()
    if kind == ".xz":
        return importlib.import_module("lzma").LZMACompressor()
    try:
        return importlib.import_module("zstandard").ZstdCompressor().compressobj()
    except ImportError as error:
        raise UsageError("zst needs an extra: pip install 'bibvalidator[zst]'") from error


def _names(done: Cleaned, settings: Settings) -> Iterator[tuple[Place, str]]:
    """Each record of the inputs: its place, and its id as outputs give it."""
    for file in done.files:
        with Opened(file.given, settings) as source:
            for item in items(source):
                if isinstance(item, Record):
                    number = item.provenance.record_number or 1
                    name = item.handle
                    if name in done.repeated:
                        name = apart(file.path, number) + name
                    yield (file.path, number), name
