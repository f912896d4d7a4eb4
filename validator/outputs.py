"""What a command writes is no file that it reads, and no two outputs are one file."""

from __future__ import annotations

import os
from collections.abc import Iterable

from validator import io
from validator.errors import UsageError
from validator.io.tables import urls
from validator.whole import is_device


def check(
    outputs: Iterable[str | None],
    *,
    inputs: Iterable[str],
    kept: Iterable[str] = (),
    folders: bool = True,
) -> None:
    """Raise UsageError for an output that has no folder, or that is an input or another output.

    ``inputs`` are PATHs, their folders walked; ``kept`` are files that are read besides. Without
    ``folders``, the folders of outputs will be made.
    """
    written = [path for path in outputs if path and not is_device(path)]
    if not written:
        return
    read = [urls.file_of(item.path) for item in io.inputs(p for p in inputs if p != "-")]
    taken = {_file(path): "an input" for path in read}
    taken |= {_file(path): "an input" for path in kept if path}
    for path in written:
        if _file(path) in taken:
            raise UsageError(f"{path} is {taken[_file(path)]}, and is not written over")
        folder = os.path.dirname(os.path.realpath(path))
        if folders and not os.path.isdir(folder):
            raise UsageError(f"cannot write {path}: there is no folder {folder}")
        taken[_file(path)] = "another output"


def _file(path: str) -> tuple[int, int] | str:
    """What a path leads to: the same for another name of the file."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return os.path.realpath(path)
    return found.st_dev, found.st_ino
