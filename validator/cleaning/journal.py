"""The log of a cleaning: a line of JSON for each change, merge, conflict and rejected record."""

from __future__ import annotations

import base64
import json
import weakref
from collections import Counter
from collections.abc import Iterator
from typing import IO, Any

from validator import keeping

KIND = "changes"
"""What the first line of a log calls it."""


class Journal:
    """The lines of a log as they come, kept on disk, and how many there are of each kind."""

    def __init__(self, file: IO[bytes]) -> None:
        """``file`` is the journal's, and is closed with it."""
        self.file = file
        weakref.finalize(self, file.close)
        self.counts: Counter[str] = Counter()

    def add(self, kind: str, **values: Any) -> None:
        """Add a line. Keys with an empty value are left out, but for ``before`` and ``after``."""
        line = {"kind": kind}
        line |= {k: v for k, v in values.items() if k in ("before", "after") or v not in ("", None)}
        self.counts[kind] += 1
        # ASCII, because values may hold lone surrogates, which are no UTF-8
        self.file.write(json.dumps(line, ensure_ascii=not _sayable(line)).encode() + b"\n")

    def take(self, other: Journal) -> None:
        """Add the lines of another one."""
        other.file.seek(0)
        self.file.writelines(other.file)
        self.counts += other.counts

    def lines(self) -> Iterator[bytes]:
        """The whole log, its version line first."""
        yield keeping.version_line(KIND).encode()
        self.file.seek(0)
        yield from self.file
        self.file.seek(0, 2)


def packed(data: bytes) -> dict[str, str]:
    """Bytes under a key that says how: ``text`` where they are UTF-8, else ``base64``."""
    try:
        return {"text": data.decode("utf-8")}
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(data).decode()}


def unpacked(values: Any) -> bytes:
    """The bytes that `packed` gave. Raises ValueError for anything else."""
    if isinstance(values, dict):
        if isinstance(text := values.get("text"), str):
            return text.encode("utf-8")
        if isinstance(coded := values.get("base64"), str):
            return base64.b64decode(coded, validate=True)
    raise ValueError("no bytes under text or base64")


def _sayable(line: dict[str, Any]) -> bool:
    try:
        json.dumps(line, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True
