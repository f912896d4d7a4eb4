"""Whether a name in Chinese, Japanese or Korean characters agrees with a romanised one.

Each language is a module with

    compare(native: str, roman: Roman) -> Agreement | None

which returns None where the pair cannot be of its language (letters or syllables that it does not
have), and UNKNOWN where it could be and nothing can be said. Among the languages that are possible
a match of one is a match; a mismatch stands only if no other language could be meant.
"""

from __future__ import annotations

from validator.text.romanise.types import Agreement, Roman, Verdict, parse_roman

__all__ = ["Agreement", "Roman", "Verdict", "parse_roman"]
