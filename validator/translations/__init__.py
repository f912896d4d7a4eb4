"""What is said in other languages: of findings by the English message, of rules by their code.

Each language has two TOML files, read when a run asks for it: ``zh.toml`` for the messages,
``rules_zh.toml`` for the texts of the rules. What has no translation stays English.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, cached_property
from typing import Any, NamedTuple

LANGUAGES = ("en", "zh")
"""The languages that messages and reports can be had in."""

LONGEST = 400  # characters of a phrase; a longer one holds values more than words
_PART = r"\{(\w+)\}"


class Phrases:
    """What may stand for one part of a message, where that is words of English.

    ``table`` has phrases, some with {parts} of their own, by the English; ``joints`` is what
    joins several, the widest first.
    """

    def __init__(self, table: Mapping[str, str], joints: Mapping[str, str]) -> None:
        self.table = table
        self.joints = joints

    def said(self, text: str) -> str:
        """The phrase in the language, or its pieces; a piece that is unknown stays as it is."""
        whole = self._whole(text)
        if whole is not None:
            return whole
        for joint, own in self.joints.items():
            if joint in text:
                return own.join(map(self.said, text.split(joint)))
        return text

    def _whole(self, text: str) -> str | None:
        if text in self.table or len(text) > LONGEST:
            return self.table.get(text)
        for pattern in self._patterns:
            if text.startswith(pattern.prefix) and (found := pattern.regex.fullmatch(text)):
                return pattern.translation.format_map(found.groupdict())
        return None

    @cached_property
    def _patterns(self) -> tuple[_Pattern, ...]:
        found = [_pattern(*entry) for entry in self.table.items() if "{" in entry[0]]
        return tuple(sorted(found, key=lambda pattern: -pattern.literal))


class _Pattern(NamedTuple):
    literal: int  # characters that are not of a part: the pattern with more says more
    prefix: str
    regex: re.Pattern[str]
    translation: str


def _pattern(english: str, translation: str) -> _Pattern:
    prefix, *pieces = re.split(_PART, english)
    regex = re.escape(prefix)
    for name, literal in zip(pieces[::2], pieces[1::2], strict=True):
        regex += f"(?P<{name}>[^;]+){re.escape(literal)}"
    literal = len(re.sub(_PART, "", english))
    return _Pattern(literal, prefix, re.compile(regex), translation)


class Messages(NamedTuple):
    """What is said in one language: messages by their English template, with the same {parts},
    and what may stand for a part, by its name."""

    templates: Mapping[str, str]
    parts: Mapping[str, Phrases]

    def template(self, english: str) -> str:
        """The message, {parts} unfilled."""
        return self.templates.get(english, english)

    def part(self, name: str, value: str | int) -> str | int:
        """What stands for a part."""
        phrases = self.parts.get(name)
        return phrases.said(value) if phrases and isinstance(value, str) else value

    def args(self, args: Mapping[str, str | int] | None) -> Mapping[str, str | int] | None:
        """What stands for each part of a message."""
        if not args or self.parts.keys().isdisjoint(args):
            return args
        return {name: self.part(name, value) for name, value in args.items()}

    def said(self, template: str, args: Mapping[str, str | int] | None) -> str:
        """The message of a finding, which is kept in English, in the language."""
        own = self.args(args)
        return self.template(template).format(**own) if own else self.template(template)


@cache
def messages(lang: str) -> Messages:
    """The messages of a language; those of English, and of one that is unknown, are what they
    stand for."""
    if lang == "en" or lang not in LANGUAGES:
        return Messages({}, {})
    table = _table(lang)
    parts = {name: Phrases(phrases, table["joints"]) for name, phrases in table["parts"].items()}
    return Messages(table["messages"], parts)


class RuleText(NamedTuple):
    """The text of a rule: what its docstring says in English, without the words of its headings.

    Stretches in `backticks` are code. A part that the rule has not is "".
    """

    title: str  # in a few words, for people who do not read the English name
    text: tuple[str, ...]  # what is wrong, in paragraphs; the first is the summary
    why: str
    not_found: str
    source: str

    @property
    def summary(self) -> str:
        return self.text[0]

    @property
    def paragraphs(self) -> list[tuple[str, str]]:
        """(heading, paragraph) in order; the headings are those of a docstring, "" for none."""
        headed = ("Why", self.why), ("Not found", self.not_found), ("Source", self.source)
        return [*(("", text) for text in self.text), *(pair for pair in headed if pair[1])]


def rule_text(code: str, lang: str) -> RuleText | None:
    """The text of a rule in a language; None where there is none, and in English, for which the
    rule's docstring stands."""
    entry = {} if lang == "en" else _table(f"rules_{lang}").get(code)
    if not entry:
        return None
    why, not_found, source = (entry.get(name, "") for name in ("why", "not-found", "source"))
    return RuleText(entry["title"], tuple(entry["text"]), why, not_found, source)


@cache
def _table(name: str) -> dict[str, Any]:
    import tomllib
    from importlib import resources

    file = resources.files(__name__) / f"{name}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
