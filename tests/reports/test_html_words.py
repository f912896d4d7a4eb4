"""The words of the HTML report: two languages in one page, and every string in both."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from validator.packs import load_writer

write_html = load_writer("html")

from validator.reports import _strings  # noqa: E402, TID251

REPORTS = Path(_strings.__file__).parent
TEMPLATES = sorted((REPORTS / "templates").iterdir())
EN = _strings.strings("en")


class TestStrings:
    def used(self) -> set[str]:
        """Every key that a template or a module of the report asks for."""
        keys = set()
        for file in [*TEMPLATES, *REPORTS.rglob("*.py")]:
            text = file.read_text(encoding="utf-8")
            keys |= set(re.findall(r'"([\w-]+\.[\w-]+)"', text)) & EN.entries.keys()
            for prefix in re.findall(r"""\bt(?:\.\w+)?\(\s*"([\w-]+\.)" ~""", text):
                keys |= {prefix + word for word in MADE[prefix]}
        return keys | {"number.percent"}

    def test_every_key_that_is_used_is_there_and_the_reverse(self) -> None:
        assert self.used() == set(EN.entries)

    @pytest.mark.parametrize("file", sorted((REPORTS / "strings").iterdir()), ids=str)
    def test_catalogues_have_the_same_keys_and_parts(self, file: Path) -> None:
        other = _strings.Strings(file.stem, tomllib.loads(file.read_text(encoding="utf-8")))
        assert set(other.entries) == set(EN.entries)
        for key, entry in other.entries.items():
            assert parts(entry) == parts(EN.entries[key]), key

    @pytest.mark.parametrize(
        "file", [file for file in TEMPLATES if file.suffix == ".j2"], ids=lambda file: file.name
    )
    def test_no_template_speaks_a_language_of_its_own(self, file: Path) -> None:
        text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", file.read_text("utf-8"), flags=re.S)
        text = re.sub(r"<kbd[^>]*>\w</kbd>", "", text)
        said = re.findall(r'(?:aria-label|title|placeholder|alt|content)="([^"]+)"', text)
        said = [
            words for words in said if not re.match(r"default-src|width=|light dark|bibval", words)
        ]
        text = re.sub(r"<style>.*?</style>|<[^>]*>|bibvalidator|SHA-256", "", text, flags=re.S)
        assert re.findall(r"[^\W\d_]+", text) + said == []

    @pytest.mark.parametrize(
        "name", [file.name for file in TEMPLATES if file.suffix in (".css", ".js")]
    )
    def test_style_and_script_speak_none_either(self, name: str) -> None:
        text = (REPORTS / "templates" / name).read_text("utf-8")
        if name.endswith("css"):
            said = re.findall(r'content:\s*"([^"]*)"', text)
            assert not [words for words in said if re.search(r"(?<!\\)[A-Za-z]{2}", words)]
        else:
            assert not re.findall(r'(?:textContent|title) = "', text)


MADE = {
    "severity.": ("error", "warning", "info"),
    "verdict.": ("error", "warning", "info"),
    "agreement.": ("agree", "missing", "conflict"),
    "review.": ("same", "different", "related", "next", "previous", "undo", "note"),
}


def parts(entry: object) -> set[str]:
    texts = entry.values() if isinstance(entry, dict) else [entry]
    return {name for text in texts for name in re.findall(r"\{(\w+)\}", str(text))}
