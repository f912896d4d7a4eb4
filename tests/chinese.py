"""The files of translations, and what is wrong in a Chinese text."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import validator

TRANSLATIONS = Path(validator.__file__).parent / "translations"

HAN = r"[\u3400-\u9fff]"

HALF_WIDTH = rf"[,;:?!()\"]\s*{HAN}|{HAN}\s*[,;:?!()\"]|{HAN} |[\w”）] {HAN}"
"""A mark of Latin text, or a blank, beside a Chinese character."""


def file_of(name: str) -> dict[str, dict[str, Any]]:
    """A file of translations as it stands."""
    return tomllib.loads((TRANSLATIONS / f"{name}.toml").read_text(encoding="utf-8"))
