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
NUMBERS = ("n", "m")
"""Parts that are numbers; what stands for any other may be words and values."""

_PART = r"\{(\w+)\}"


class Phrases:
    """What may stand for one part of a message, where that is words of English.

    ``table`` has phrases, some with {parts} of their own, by the English; ``joints`` is what
    joins several, the widest first; ``part`` is a pattern of what may stand for a part.
    """

    def __init__(
        self, table: Mapping[str, str], joints: Mapping[str, str], part: str = "[^;]+"
    ) -> None:
        self.table = table
        self.joints = joints
        self.part = part

    def said(self, text: str) -> str:
        """The phrase in the language, or its pieces; a piece that is unknown stays as it is."""
        whole = self._whole(text)
        if whole is not None:
            return whole
        for joint, own in self.joints.items():
            if joint in text:
                return own.join(map(self.said, text.split(joint)))
        return text

    def match(self, text: str) -> tuple[str, dict[str, str]] | None:
        """The phrase that the whole text is, {parts} unfilled, and what stands for them."""
        if text in self.table:
            return self.table[text], {}
        if len(text) > LONGEST:
            return None
        for pattern in self._patterns:
            if text.startswith(pattern.prefix) and (found := pattern.regex.fullmatch(text)):
                return pattern.translation, found.groupdict()
        return None

    def _whole(self, text: str) -> str | None:
        found = self.match(text)
        return found and (found[0].format_map(found[1]) if found[1] else found[0])

    @cached_property
    def _patterns(self) -> tuple[_Pattern, ...]:
        found = [_pattern(*entry, self.part) for entry in self.table.items() if "{" in entry[0]]
        return tuple(sorted(found, key=lambda pattern: -pattern.literal))


class _Pattern(NamedTuple):
    literal: int  # characters that are not of a part: the pattern with more says more
    prefix: str
    regex: re.Pattern[str]
    translation: str


def _pattern(english: str, translation: str, part: str) -> _Pattern:
    prefix, *pieces = re.split(_PART, english)
    regex = re.escape(prefix)
    for name, literal in zip(pieces[::2], pieces[1::2], strict=True):
        stands = r"\d+" if name in NUMBERS else part
        regex += f"(?P<{name}>{stands}){re.escape(literal)}"
    literal = len(re.sub(_PART, "", english))
    return _Pattern(literal, prefix, re.compile(regex), translation)


class Messages(NamedTuple):
    """What is said in one language: messages by their English template, with the same {parts},
    what may stand for a part, by its name, and the names of variables."""

    templates: Mapping[str, str]
    parts: Mapping[str, Phrases]
    variables: Mapping[str, str]

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
        return Messages({}, {}, {})
    table = _table(lang)
    variables = table["variables"]
    tables = {**table["parts"], "missing": {**variables, **table["parts"]["missing"]}}
    parts = {name: Phrases(phrases, table["joints"]) for name, phrases in tables.items()}
    return Messages(table["messages"], parts, variables)


@cache
def _filled(lang: str) -> Phrases:
    return Phrases(messages(lang).templates, {}, part=".+")


def message(english: str, lang: str) -> str:
    """A message with its parts filled in, as the examples of a rule have it, in a language."""
    found = _filled(lang).match(english)
    if not found:
        return english
    template, args = found
    return template.format_map(messages(lang).args(args) or {}) if args else template


def phrase(part: str, english: str, lang: str) -> str:
    """A phrase of the table of a part, such as "word" for the words around findings."""
    return str(messages(lang).part(part, english))


def variable_name(variable: str, lang: str) -> str:
    """What people call a variable: "题名" for title. The CSL name where there is no other."""
    return messages(lang).variables.get(variable, variable)


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
    rule's docstring stands. A checksum in the file tells which docstring it translates."""
    if lang == "en" or lang not in LANGUAGES:
        return None
    entry = _table(f"rules_{lang}").get(code)
    if entry is None:
        return None
    why, not_found, source = (entry.get(name, "") for name in ("why", "not-found", "source"))
    return RuleText(entry["title"], tuple(entry["text"]), why, not_found, source)


@cache
def _table(name: str) -> dict[str, Any]:
    import tomllib
    from importlib import resources

    file = resources.files(__name__) / f"{name}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
