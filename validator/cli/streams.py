"""Standard output, progress on a terminal, and files written whole or not at all."""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from validator.errors import UsageError
from validator.text.unicode import one_line
from validator.translations import phrase

if TYPE_CHECKING:
    from validator.audit import SourceSummary

MOST_NOTES = 20


def prepare() -> None:
    """Standard streams speak UTF-8 with LF whatever the console; lone surrogates are escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def write(pieces: Iterable[str] | Iterable[bytes], path: str | None) -> None:
    """Write text to standard output, or text or bytes to a file that appears whole or not at all.

    A device or a pipe (/dev/stdout, /dev/null) is written to as it is, and a link is followed:
    renaming a file over one would put the file in its place. Raises UsageError where the file
    cannot be written.
    """
    if path is None:
        sys.stdout.writelines(map(str, pieces))
        return
    from validator.whole import Whole, is_device

    if is_device(path):
        _write_into(pieces, path)
        return
    with Whole() as whole:
        whole.write(path, map(_bytes, pieces))
        whole.commit()


def _write_into(pieces: Iterable[str] | Iterable[bytes], path: str) -> None:
    try:
        with open(path, "wb") as file:
            file.writelines(map(_bytes, pieces))
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror or error}") from error


def _bytes(piece: str | bytes) -> bytes:
    return piece.encode("utf-8", "backslashreplace") if isinstance(piece, str) else piece


@contextlib.contextmanager
def progress_bar(*, wanted: bool) -> Iterator[Callable[[int], None]]:
    """A function to tell of records done: a bar on a terminal once a second has passed."""
    if not wanted or not sys.stderr.isatty():
        yield lambda _: None
        return
    from tqdm import tqdm

    with tqdm(unit=" records", delay=1.0, leave=False, file=sys.stderr) as bar:
        yield lambda count: bar.update(count) and None


def tell_unevaluated(sources: Iterable[SourceSummary], lang: str) -> None:
    """Tell on standard error which files could not be evaluated, and why."""
    for source in sources:
        if source.error:
            why = phrase("error", source.error, lang)
            print(one_line(f"bibvalidator: {source.path}: {why}"), file=sys.stderr)


def tell(notes: Sequence[str]) -> None:
    """Tell on standard error, of many only the first ones."""
    for note in notes[:MOST_NOTES]:
        print(one_line(f"bibvalidator: {note}"), file=sys.stderr)
    if len(notes) > MOST_NOTES:
        print(f"bibvalidator: and {len(notes) - MOST_NOTES} more of the kind", file=sys.stderr)
