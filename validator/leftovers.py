"""Folders for temporary files. One outlives its run only if that is killed, and until the next.

A run holds a lock on each of them, which the system takes away however the run ends: what nobody
holds is left over. Where there are no such locks, what is left over stays.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

PREFIX, SUFFIX = ".bibvalidator-", ".part"


@contextlib.contextmanager
def scratch(parent: str = "") -> Iterator[str]:
    """A folder of this run, which goes at the end, in another (default: that for temporary files).

    What dead runs left there goes first. Raises OSError.
    """
    parent = parent or tempfile.gettempdir()
    clear(parent)
    with contextlib.ExitStack() as stack:
        while True:
            path = tempfile.mkdtemp(prefix=PREFIX, suffix=SUFFIX, dir=parent)
            stack.callback(shutil.rmtree, path, ignore_errors=True)
            _hold(path, stack)
            if os.path.exists(path):  # else another run took it for left over before it was held
                break
        yield path


def clear(parent: str) -> None:
    """Take away what dead runs left in a folder, as far as that is permitted."""
    if fcntl is None:
        return
    try:
        names = os.listdir(parent)
    except OSError:
        return
    for name in names:
        if name.startswith(PREFIX) and name.endswith(SUFFIX):
            with contextlib.suppress(OSError):
                _clear(os.path.join(parent, name))


def _clear(path: str) -> None:
    handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.fstat(handle).st_uid == os.geteuid():
            shutil.rmtree(path)
    finally:
        os.close(handle)


def _hold(path: str, stack: contextlib.ExitStack) -> None:
    """Hold a folder until a stack is closed."""
    if fcntl is None:
        return
    with contextlib.suppress(OSError):  # a file system without locks
        handle = os.open(path, os.O_RDONLY)
        stack.callback(os.close, handle)
        fcntl.flock(handle, fcntl.LOCK_EX)
