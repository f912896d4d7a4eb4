"""ISO 2709 and its fields written for tests: ``TAG ii$a...`` a line, ``$`` before a subfield."""

from __future__ import annotations

LEADER = "00000nam a2200000 a 4500"
UNIMARC = "00000nam  2200000   450 "


def fields(text: str) -> list[tuple[str, str]]:
    """The tags and values of lines; blanks before a line are layout."""
    lines = (line.lstrip() for line in text.strip("\n").split("\n"))
    return [(line[:3], line[4:].replace("$", "\x1f")) for line in lines if line]


def iso(text: str, *, leader: str = LEADER, encoding: str = "utf-8") -> bytes:
    """A record with right lengths."""
    return of_bytes([(tag, value.encode(encoding)) for tag, value in fields(text)], leader=leader)


def of_bytes(values: list[tuple[str, bytes]], *, leader: str = LEADER) -> bytes:
    directory = body = b""
    for tag, value in values:
        directory += tag.encode() + b"%04d%05d" % (min(9999, len(value) + 1), min(99999, len(body)))
        body += value + b"\x1e"
    base = 24 + len(directory) + 1
    length = base + len(body) + 1
    head = leader.encode()
    start = b"%05d" % min(99999, length) + head[5:12] + b"%05d" % min(99999, base) + head[17:]
    return start + directory + b"\x1e" + body + b"\x1d"
