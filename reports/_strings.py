"""The words of a report in one language: a catalogue of strings/, one TOML file a language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from validator.translations import messages


class Strings:
    """The strings of one language, by dotted key.

    An entry is a sentence with {parts}, or a table of ``one`` and ``other`` chosen by the part
    ``n``. Whole numbers are written with thousands apart.
    """

    def __init__(self, lang: str, table: Mapping[str, Any]) -> None:
        self.lang = lang
        self.entries = dict(_flat(table))

    def __call__(self, key: str, **parts: object) -> str:
        """The string with its parts filled in. Raises KeyError for a key that is not there."""
        entry = self.entries[key]
        if isinstance(entry, dict):
            entry = entry["one" if parts["n"] == 1 and "one" in entry else "other"]
        return str(entry).format_map({name: _written(part) for name, part in parts.items()})

    def raw(self, key: str) -> str:
        """The string with its {parts} unfilled, for a script to fill."""
        return str(self.entries[key])

    def reason(self, label: str) -> str:
        """A reason of linkage, which comes in English."""
        return str(messages(self.lang).part("why", label))

    def error(self, text: str) -> str:
        """Why a file could not be evaluated, which comes in English; what the system says stays."""
        return str(messages(self.lang).part("error", text))

    def number(self, n: int) -> str:
        return f"{n:,}"

    def percent(self, part: int, whole: int) -> str:
        """The share with one decimal; 0 and 100 only where they are exact. "" of nothing."""
        if not whole:
            return ""
        if part in (0, whole):
            return self("number.percent", share=100 * part // whole)
        tenths = min(max(round(1000 * part / whole), 1), 999)
        return self("number.percent", share=f"{tenths / 10:.1f}")


@cache
def strings(lang: str) -> Strings:
    """The catalogue of a language, English where there is none."""
    folder = resources.files(__package__) / "strings"
    file = folder / f"{lang}.toml"
    if not (lang.isalnum() and file.is_file()):
        lang, file = "en", folder / "en.toml"
    return Strings(lang, tomllib.loads(file.read_text(encoding="utf-8")))


def _flat(table: Mapping[str, Any], prefix: str = "") -> list[tuple[str, Any]]:
    flat: list[tuple[str, Any]] = []
    for key, value in table.items():
        if isinstance(value, dict) and "other" not in value:
            flat += _flat(value, f"{prefix}{key}.")
        else:
            flat.append((prefix + key, value))
    return flat


def _written(part: object) -> object:
    return f"{part:,}" if isinstance(part, int) else part
