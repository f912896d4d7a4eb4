"""Patterns that are compiled when they are first used: most runs never need most of them."""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class _Lazy:
    """Stands for a pattern until a method of it is asked for; from then on it has them itself."""

    def __init__(self, source: str, flags: int) -> None:
        self.source = source
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.source, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern as of ``re.compile``, for its methods only; an import costs nothing.

    A faulty source shows at the first use.
    """
    return cast("re.Pattern[str]", _Lazy(source, flags))
