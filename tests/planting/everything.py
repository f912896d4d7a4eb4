"""All families of faults, and the table of a run."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from planting.forms import FORMS, Text
from planting.run import Result, Row
from validator.record import VARIABLES, Name, Record, attribute_of

__all__ = ["FORMS", "missed", "table"]

for _module in pkgutil.iter_modules([str(Path(__file__).parent)]):
    importlib.import_module(f"planting.{_module.name}")


def table(rows: Iterable[Row]) -> Iterator[str]:
    """A line for each rule: planted, found, the share, what else was said of its faults."""
    yield "code     planted  found   share  told by another  other codes, warning and above"
    for row in rows:
        others = ", ".join(f"{code} {n}" for code, n in row.others.most_common(6))
        share = f"{row.share:7.0%}" if row.planted else "      -"
        yield f"{row.code:8} {row.planted:7} {row.found:6} {share} {row.instead:16}  {others}"


def missed(rows: Iterable[Row], show: int) -> Iterator[str]:
    """The forms that were missed, with some of the values."""
    for row in rows:
        for name, results in row.by_form().items():
            lost = [r for r in results if not r.found]
            if lost:
                told = sum(r.instead for r in lost)
                rest = f", {told} of them told by another code" if told else ""
                yield f"{row.code} {name}: {len(lost)} of {len(results)} missed{rest}"
                yield from (f"    {difference(r)}" for r in lost[:show])


def difference(result: Result) -> str:
    """What was planted, in words, and what other rules said of it."""
    before, after = result.case.plant
    said = " ".join((*result.others, *result.milder)) or "nothing"
    if isinstance(after, Text) or isinstance(before, Text):
        content = after.content if isinstance(after, Text) else ""
        return f"{content[-700:]!r} [{said}]"
    old = before[-1] if before else Record()
    new = after[-1]
    changes = [
        f"{v}: {_shown(getattr(old, attribute_of(v)))} -> {_shown(getattr(new, attribute_of(v)))}"
        for v in VARIABLES
        if getattr(old, attribute_of(v)) != getattr(new, attribute_of(v))
    ]
    kept = f", {_shown(new.title)}" if new.title == old.title else ""
    return f"{'; '.join(changes)} ({new.type}, {new.language or '-'}{kept}) [{said}]"


def _shown(value: object) -> str:
    if isinstance(value, tuple) and value and isinstance(value[0], Name):
        return "; ".join(
            "|".join(p for p in (n.literal, n.particles, n.family, n.given, n.suffix, n.orcid) if p)
            for n in value
        )[:300]
    return repr(str(value) if value is not None else None)[:200]
