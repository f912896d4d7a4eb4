"""`validator.clean`: a cleaning in one call."""

from __future__ import annotations

import os
from collections.abc import Iterable

from validator import leftovers, selection
from validator.cleaning import results
from validator.cleaning.account import Account
from validator.cleaning.cleaner import cleaned
from validator.cleaning.spooling import prepared
from validator.cleaning.targets import Going, targets
from validator.cleaning.wishes import Wishes
from validator.config import Settings
from validator.errors import UsageError
from validator.registry import RULES
from validator.tasks import Progress, silent
from validator.whole import Whole

Path = str | os.PathLike[str]


def clean(
    paths: Path | Iterable[Path],
    out: Path,
    *,
    to: str = "",
    rejects: Path = "",
    map: Path = "",
    log: Path = "",
    unsafe_fixes: bool = False,
    merge: bool = True,
    reject_on: str = "",
    force: bool = False,
    settings: Settings | None = None,
    progress: Progress = silent,
) -> Account:
    """Make safe fixes, merge certain duplicates, and write what comes of it; as `clean` does.

    ``out`` is a file, or for several inputs a folder with "/" at its end; ``to`` a format to write
    all records in. ``rejects``, ``map`` and ``log`` are files to write besides. ``reject_on`` are
    selectors of rules, joined by commas: records with such findings go to the rejects. Returns what
    became of every record.

    Raises UsageError for wrong arguments and for files that cannot be written, and UnreadableError
    for inputs that cannot be evaluated; then nothing is written.
    """
    settings = settings or Settings(jobs=1)
    selection.prepare(settings)
    listed = [paths] if isinstance(paths, (str, os.PathLike)) else list(paths)
    names = [os.fspath(path) for path in listed]
    beside = (os.fspath(path) for path in (rejects, map, log))
    with leftovers.scratch() as scratch, Whole() as whole:
        given = prepared(names, scratch, settings)
        inputs = [one.input for one in given]
        going = Going(targets(inputs, names, os.fspath(out), to=to), to, *beside)
        going.check(names, kept=kept_files(settings), force=force)
        wishes = Wishes(
            unsafe_fixes, merge, bool(going.rejects), codes(reject_on, rejects=going.rejects)
        )
        done = cleaned(
            given,
            settings=settings,
            wishes=wishes,
            scratch=scratch,
            progress=progress,
            becomes=going.becomes(inputs),
        )
        results.write(done, going, settings=settings, whole=whole)
        whole.commit(force=force)
    return done.account


def codes(selectors: str, *, rejects: str) -> frozenset[str]:
    """The codes of the rules that selectors name. Raises UsageError for unknown ones, and where
    there is no file of rejects."""
    words = [word for word in selectors.split(",") if word]
    selection.check_selectors(words)
    if words and not rejects:
        raise UsageError("--reject-on needs --rejects FILE, to which such records go")
    return frozenset(
        code for code, rule in RULES.items() if any(selection.rule_is(rule, w) for w in words)
    )


def kept_files(settings: Settings) -> tuple[str, ...]:
    """The files that people keep and a cleaning reads, "" for those that there are not."""
    return settings.baseline, settings.suppressions, settings.duplicates_decisions
