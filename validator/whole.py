"""Files that appear whole or not at all, several of them together."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import sys
from collections.abc import Iterable
from itertools import count
from types import TracebackType

from validator import leftovers
from validator.errors import UsageError

STDOUT = "/dev/stdout"
_STREAMS = (STDOUT, "/dev/stderr")


class Whole:
    """A context for files to be written: at its end they are in place, or none of them is.

    They are written under other names in their folders; `commit` gives them theirs, and without
    it nothing remains of them.
    """

    def __init__(self) -> None:
        self.waiting: list[tuple[str, str]] = []  # under which name, and which it is to get
        self.scratch: dict[str, str] = {}  # the folder for temporary files, by that of the files
        self.open = contextlib.ExitStack()
        self.numbers = count()

    def __enter__(self) -> Whole:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.waiting.clear()
        self.open.close()

    def write(self, path: str, pieces: Iterable[bytes], *, like: str = "") -> str:
        """Write a file; returns where it lies until it is in its place.

        It gets the permissions of the one that is there, else those of the file ``like``, else
        those of any new file. A link is followed. A device or a pipe is written into at the end:
        renaming a file over it would put the file in its place. Raises UsageError.
        """
        into = is_device(path)
        path = path if into else os.path.realpath(path)
        try:
            temporary = self._temporary("" if into else os.path.dirname(path))
            self.waiting.append((temporary, path))
            with open(temporary, "xb") as file:
                file.writelines(pieces)
                file.flush()
                os.fsync(file.fileno())
            if not into:
                os.chmod(temporary, _mode(path, like))
        except OSError as error:
            raise UsageError(f"cannot write {path}: {error.strerror or error}") from error
        return temporary

    def _temporary(self, folder: str) -> str:
        """A name that no file has, beside those of a folder."""
        if folder not in self.scratch:
            self.scratch[folder] = self.open.enter_context(leftovers.scratch(folder))
        return os.path.join(self.scratch[folder], f"{next(self.numbers)}{leftovers.SUFFIX}")

    def commit(self, *, force: bool = True) -> None:
        """Put all files in their places, in the order in which they were written.

        Without ``force`` a file that is there by now is not written over. Raises UsageError.
        """
        while self.waiting:
            temporary, path = self.waiting[0]
            try:
                if is_device(path):
                    _pour(temporary, path)
                elif force:
                    os.replace(temporary, path)
                else:
                    _place_new(temporary, path)
            except BrokenPipeError:
                raise
            except FileExistsError as error:
                raise UsageError(f"{path} is there already; --force writes over it") from error
            except OSError as error:
                raise UsageError(f"cannot write {path}: {error.strerror or error}") from error
            self.waiting.pop(0)


def is_device(path: str) -> bool:
    """Whether a path leads to something that bytes go through and that holds none: a device, a
    pipe, or what standard output goes to."""
    if path in _STREAMS or path.startswith("/dev/fd/"):
        return True
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _pour(temporary: str, path: str) -> None:
    with contextlib.ExitStack() as stack:
        source = stack.enter_context(open(temporary, "rb"))
        if path == STDOUT:  # some systems have no such file
            sys.stdout.flush()
            shutil.copyfileobj(source, sys.stdout.buffer)
            sys.stdout.flush()
        else:
            shutil.copyfileobj(source, stack.enter_context(open(path, "wb")))
    os.unlink(temporary)


def _place_new(temporary: str, path: str) -> None:
    """Give a file its name, which no other file may have."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links: what is there is seen, but not at the instant
        if os.path.lexists(path):
            raise FileExistsError(path) from None
        os.replace(temporary, path)
    else:
        os.unlink(temporary)


def _mode(path: str, like: str) -> int:
    for model in (path, like):
        with contextlib.suppress(OSError):
            if model:
                return os.stat(model).st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
