"""A cleaning taken back: the input from the output and the log."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import takewhile
from pathlib import PurePath
from typing import IO, Any

from validator import keeping
from validator.cleaning.journal import KIND, unpacked
from validator.errors import UsageError

BLOCK = 2**20


def undone(stream: IO[bytes], log: str, checksum: str, shown: str) -> Iterator[bytes]:
    """The bytes of the input that an output came from; ``checksum`` is that of the output.

    Raises UsageError for a log that does not know the output as it is, or that does not lead back
    to its input: what was given before that is not to be kept.
    """
    edits = _edits(log, checksum, shown)
    place, wanted = next(edits)
    digest = hashlib.sha256()
    at = 0
    for place, edit in edits:
        begin, length = edit.get("at"), edit.get("length")
        if not (isinstance(begin, int) and isinstance(length, int) and begin >= at and length >= 0):
            raise UsageError(f"{place}: at and length are no stretch of the output")
        for piece in _read(stream, begin - at):
            digest.update(piece)
            yield piece
        for _ in _read(stream, length):
            pass
        try:
            was = unpacked(edit.get("was"))
        except ValueError as error:
            raise UsageError(f"{place}: was: {error}") from error
        digest.update(was)
        yield was
        at = begin + length
    while piece := stream.read(BLOCK):
        digest.update(piece)
        yield piece
    if digest.hexdigest() != wanted["sha256"]:
        raise UsageError(f"{log}: does not lead from {shown} back to its input")


def _edits(log: str, checksum: str, shown: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The line of the file, then those of its edits, with their places in the log."""
    here = _file_of(log, checksum, shown)
    lines = keeping.lines(log, KIND)
    for place, line in lines:
        if place == here:
            if not isinstance(line.get("sha256"), str):
                raise UsageError(f"{place}: sha256: a string is wanted")
            yield place, line
            break
    for place, line in lines:
        if line.get("kind") == "file":
            return
        if line.get("kind") == "edit":
            yield place, line


def _file_of(log: str, checksum: str, shown: str) -> str:
    """The place in a log of the line on the file that an output came from.

    Of several files that became the same, it is the one whose output was called what it is now.
    """
    found: list[tuple[int, str, str, str]] = []
    converted = False
    for place, line in keeping.lines(log, KIND):
        if line.get("kind") == "file" and line.get("output_sha256") == checksum:
            output, given = str(line.get("output")), str(line.get("sha256"))
            found.append((_alike(output, shown), place, output, given))
        converted = converted or (line.get("kind") == "written" and line.get("sha256") == checksum)
    if converted and not found:
        raise UsageError(
            f"{shown} was written anew in another format: that is not undone, its inputs are as"
            " they were"
        )
    if not found:
        raise UsageError(f"{log} is not the log of {shown}, or the file was changed since")
    most = max(alike for alike, *_ in found)
    best = [one for one in found if one[0] == most]
    if len({given for *_, given in best}) > 1:
        names = ", ".join(output for _, _, output, _ in best)
        raise UsageError(f"{shown} may be any of {names}: give it the name and folder it had")
    return best[0][1]


def _alike(path: str, other: str) -> int:
    """How many of their last parts two paths have in common."""
    ours, theirs = (reversed(PurePath(one.replace("\\", "/")).parts) for one in (path, other))
    return sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(ours, theirs, strict=False))
    )


def _read(stream: IO[bytes], count: int) -> Iterator[bytes]:
    while count > 0 and (piece := stream.read(min(count, BLOCK))):
        count -= len(piece)
        yield piece
