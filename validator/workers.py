"""The inputs read and examined, in this process or in several; the same results either way."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from validator.tasks import Part, Progress, Task, silent, work

MANY_BYTES = 20 * 2**20
"""From here on several processes pay: about 20,000 records, some 1 kB each."""
MOST_JOBS = 8


def parts(tasks: Sequence[Task], progress: Progress = silent) -> Iterator[Part]:
    """What comes of each task, in order, over as many processes as its settings ask for."""
    jobs = _jobs(tasks)
    if jobs == 1:
        for task in tasks:
            yield from work(task, progress)
        return
    from validator.crew import Crew

    crew = Crew(jobs, tasks[0].settings.rules, progress)
    try:
        yield from crew.parts(tasks)
    except BaseException:  # Ctrl-C, or nobody asks for the rest
        crew.dismiss()
        raise
    crew.end()


def _jobs(tasks: Sequence[Task]) -> int:
    """The processes to use: as configured, else by the size of the inputs; no more than can be
    busy."""
    asked = tasks[0].settings.jobs if tasks else 1
    sizes = [_size(task.given.path) for task in tasks if task.given.path != "-"]
    if not asked and sum(sizes) < MANY_BYTES:
        return 1
    from validator.io.pieces import SIZE

    most = sum(1 + size // SIZE for size in sizes) + (len(sizes) < len(tasks))
    return max(1, min(asked or min(os.cpu_count() or 1, MOST_JOBS), most))


def _size(path: str) -> int:
    """The bytes of a file, 0 for one that is gone or shut: opening it will say so."""
    try:
        return os.path.getsize(path)
    except OSError:
        return 0
