"""Great Expectations in a process of its own.

It takes seconds and 250 MB to import, it is not safe beside threads, and it prints: there it is
imported while the audit runs, what it prints is lost, and its memory is no part of ours.
"""

from __future__ import annotations

import datetime
import importlib
import importlib.util
import os
import socket
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from validator.errors import UsageError
from validator.gating.suites import Result, Suite

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

EXTRA = ("great_expectations", "pyarrow")


class Engine:
    """The process; `run` as in `running`."""

    def __init__(self, pool: ProcessPoolExecutor) -> None:
        self._pool = pool

    def run(
        self,
        suites: Sequence[Suite],
        tables: Mapping[str, str],
        *,
        day: datetime.date,
        docs: str = "",
    ) -> list[Result]:
        from concurrent.futures.process import BrokenProcessPool

        try:
            return self._pool.submit(_run, suites, tables, day, docs).result()
        except BrokenProcessPool:
            said = "the process of Great Expectations has ended before its time"
        except Exception as error:  # of an import or a version that does not fit
            said = f"Great Expectations does not run: {' '.join(str(error).split())}"
        return [Result(s, item, None, said) for s in suites for item in s.expectations]


@contextmanager
def engine(scratch: str) -> Iterator[Engine]:
    """A context with the process, which leaves what it forgets in the folder ``scratch``.

    Raises UsageError where the extra is not installed.
    """
    for name in EXTRA:
        if importlib.util.find_spec(name) is None:
            raise UsageError(f"gate needs {name}: pip install 'bibvalidator[gates]'")
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(
        1, mp_context=context, initializer=_alone, initargs=(scratch,)
    ) as pool:
        pool.submit(_import)
        yield Engine(pool)


def _alone(scratch: str) -> None:
    """What this process prints goes nowhere, and it tells nobody that it runs."""
    tempfile.tempdir = scratch
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    socket.has_ipv6 = False  # or a library opens one when it is imported, to see whether it could
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)


def _import() -> None:
    importlib.import_module("validator.gating.running")


def _run(
    suites: Sequence[Suite], tables: Mapping[str, str], day: datetime.date, docs: str
) -> list[Result]:
    from validator.gating import running

    return running.run(suites, tables, day=day, docs=docs)
