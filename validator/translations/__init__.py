"""The messages of findings in other languages: one TOML file a language, by the English message.

The file is read when a run asks for its language. A message without a translation stays English.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

LANGUAGES = ("en", "zh")
"""The languages that messages and reports can be had in."""


@cache
def messages(lang: str) -> Mapping[str, str]:
    """English templates with their translations, {parts} the same; none for English."""
    if lang == "en":
        return {}
    import tomllib
    from importlib import resources

    file = resources.files(__name__) / f"{lang}.toml"
    table: Mapping[str, str] = tomllib.loads(file.read_text(encoding="utf-8"))
    return table
