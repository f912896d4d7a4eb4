"""A cleaning in this process, for tests that make many."""

from __future__ import annotations

import datetime
import hashlib
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from validator import selection
from validator.auditing import audited
from validator.cleaning import results
from validator.cleaning.account import Account
from validator.cleaning.cleaner import Cleaned, cleaned, final
from validator.cleaning.files import Given
from validator.cleaning.targets import Going, Target
from validator.cleaning.undoing import undone
from validator.cleaning.wishes import Wishes
from validator.config import Settings
from validator.finding import Finding
from validator.io import Input, Opened, items
from validator.record import Record
from validator.tasks import silent
from validator.whole import Whole

TODAY = datetime.date(2026, 7, 1)
NOTHING = Settings(ignore=("ALL",), duplicates_search=False, today=TODAY)
DEFAULTS = Settings(today=TODAY)


class Run(NamedTuple):
    """What came of a file. ``back`` is its input, made again from the output and the log;
    ``made_of`` has, by the number of a record in the output, those in the input that it is made of;
    ``given_as`` and ``made_as`` are the records of input and output by their numbers.
    """

    given: bytes
    out: bytes
    back: bytes
    log: list[bytes]
    account: Account
    settled: bool
    before: list[Finding]
    after: list[Finding]
    made_of: dict[int, list[int]]
    given_as: dict[int, Record]
    made_as: dict[int, Record]


def run(path: Path, settings: Settings = DEFAULTS, wishes: Wishes | None = None) -> Run:
    """Clean one file, and take it back."""
    selection.prepare(settings)
    given = Input(str(path), path.name, named=True)
    with tempfile.TemporaryDirectory() as folder, Whole() as whole:
        done = cleaned([Given(given)], settings=settings, wishes=wishes or Wishes(), scratch=folder)
        out, log = Path(folder, f"out{path.suffix}"), Path(folder, "log.jsonl")
        going = Going([Target(str(out), (0,))], log=str(log))
        results.write(done, going, settings=settings, whole=whole)
        whole.commit()
        made = out.read_bytes()
        made_input = Input(str(out), path.name, named=True)
        with out.open("rb") as stream:
            checksum = hashlib.sha256(made).hexdigest()
            back = b"".join(undone(stream, str(log), checksum, out.name))
        return Run(
            path.read_bytes(),
            made,
            back,
            log.read_bytes().splitlines(),
            done.account,
            done.settled,
            *(_told(one, settings) for one in (given, made_input)),
            _made_of(done),
            *(_records(one, settings) for one in (given, made_input)),
        )


def _records(given: Input, settings: Settings) -> dict[int, Record]:
    with Opened(given, settings) as source:
        found = (item for item in items(source) if isinstance(item, Record))
        return {record.provenance.record_number or 0: record for record in found}


def _made_of(done: Cleaned) -> dict[int, list[int]]:
    (file,) = done.files
    merged = defaultdict(list)
    for place in done.kept_of:
        merged[final(place, done.kept_of)[1]].append(place[1])
    kept = range(1, done.account.written + done.account.unread + 1)
    return {number: [file.number(number), *merged[file.number(number)]] for number in kept}


def _told(given: Input, settings: Settings) -> list[Finding]:
    return list(audited([given], settings=settings, progress=silent).audit.findings)


def again(done: Run, name: str, settings: Settings = DEFAULTS) -> Run:
    """Clean once more what came of a file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(done.out)
        return run(path, settings)


def fixable(findings: Iterable[Finding]) -> list[tuple[str, str, str, str]]:
    """The findings that are safe to fix, without their places."""
    return [(f.code, f.record, f.variable, f.value) for f in findings if f.safe]
