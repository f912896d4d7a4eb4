"""URLs of databases: taken apart, and shown without what is secret in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

_URL = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://(.*)", re.DOTALL)
_PIECES = re.compile("[@/#?&=:]")


def is_url(path: str) -> bool:
    """Whether a PATH is a URL; a file is none."""
    return "://" in path and bool(_URL.fullmatch(path))


def file_of(path: str) -> str:
    """The file that a PATH leads to: that of an SQLite database, else the PATH itself."""
    found = re.match(r"sqlite(?:\+\w+)?:///([^?#]*)", path)
    return unquote(found[1]) if found else path


def is_ambiguous(path: str) -> bool:
    """Whether a login has a mark that should have been escaped: where it ends is not known."""
    found = _URL.fullmatch(path)
    login, _, _ = found[2].rpartition("@") if found else ("", "", "")
    return not login.startswith("/") and bool(re.search("[@/#?]", login))


def parted(path: str) -> tuple[str, str]:
    """The URL of a database, and the table of it that a PATH names: ``sqlite:///a.db#papers``.

    A login may hold a "#" that was not written as %23.
    """
    login, at, rest = path.rpartition("@")
    rest, _, table = rest.partition("#")
    return login + at + rest, unquote(table)


def shown(path: str) -> str:
    """A PATH as outputs give it, without password and parameters: ``postgresql://me@host/db#t``."""
    found = _URL.fullmatch(path)
    if not found:
        return path
    scheme, rest = found.groups()
    login, at, tail = ("", "", rest) if rest.startswith("/") else rest.rpartition("@")
    user = re.split("[:/#?]", login, maxsplit=1)[0]
    tail, mark, table = tail.partition("#")
    return f"{scheme}://{user}{at}{tail.partition('?')[0]}{mark}{table}"


def without_logins(said: str) -> str:
    """A message that may quote arguments, without the logins of URLs in it."""
    return re.sub(r"://[^\s'\"]*@", "://", said)


def without_secrets(said: str, path: str) -> str:
    """What a driver says, without the pieces of a password or parameter that it may quote."""
    for secret in sorted(_secrets(path), key=len, reverse=True):
        said = said.replace(secret, "***")
    return said


def _secrets(path: str) -> Iterator[str]:
    found = _URL.fullmatch(path)
    if not found:
        return
    login = found[2].rpartition("@")[0]
    password = login.partition(":")[2]
    _, _, parameters = found[2].rpartition("@")[2].partition("?")
    for text in (
        password,
        *re.findall(r"(?i)(?:pass|pwd|secret|token|key)[^=&]*=([^&#;]*)", parameters),
    ):
        for piece in (text, unquote(text), *_PIECES.split(unquote(text))):
            if len(piece) > 2:
                yield piece
