"""Every rule has its text in Chinese, and each text is that of its rule."""

from __future__ import annotations

import hashlib
import inspect
import re
from functools import cache

from chinese import HALF_WIDTH, HAN, file_of

from validator.packs import load_rules
from validator.registry import RULES, Rule
from validator.translations import RuleText, rule_text

load_rules()


def checksum(doc: str) -> str:
    """What tells a docstring from another, however its lines are broken."""
    return hashlib.sha256(" ".join(doc.split()).encode()).hexdigest()[:8]


@cache
def ours() -> dict[str, tuple[Rule, RuleText]]:
    """The rules with their texts."""
    texts = {code: rule_text(code, "zh") for code in RULES}
    return {code: (RULES[code], text) for code, text in texts.items() if text}


def english_of(rule: Rule) -> RuleText:
    """The text of a rule as its docstring has it."""
    told: dict[str, list[str]] = {"": [], "Why": [], "Not found": [], "Source": []}
    for paragraph in inspect.cleandoc(rule.doc).split("\n\n"):
        heading, _, rest = paragraph.partition(": ")
        told[heading if heading in told else ""].append(rest if heading in told else paragraph)
    return RuleText("", tuple(told.pop("")), *(" ".join(texts) for texts in told.values()))


def prose(text: RuleText) -> list[str]:
    """The paragraphs of a rule without their code."""
    return [re.sub(r"`[^`]*`", "`", paragraph) for _, paragraph in text.paragraphs]


class TestRules:
    """The texts of the rules in Chinese."""

    def test_none_is_missing(self) -> None:
        assert sorted(code for code in RULES if rule_text(code, "zh") is None) == []

    def test_none_is_of_another_english_text(self) -> None:
        """Where the English has changed: mend the translation, then put in the line printed."""
        entries = file_of("rules_zh")
        assert sorted(entries.keys() - RULES.keys()) == []
        stale = [
            f'{code}: english = "{checksum(RULES[code].doc)}"'
            for code, entry in entries.items()
            if entry["english"] != checksum(RULES[code].doc)
        ]
        assert stale == []

    def test_each_has_the_paragraphs_of_the_english(self) -> None:
        assert [
            code
            for code, (rule, text) in ours().items()
            if [heading for heading, _ in text.paragraphs]
            != [heading for heading, _ in english_of(rule).paragraphs]
        ] == []

    def test_each_names_the_rules_and_the_code_of_the_english(self) -> None:
        def named(text: RuleText) -> set[str]:
            whole = " ".join(paragraph for _, paragraph in text.paragraphs)
            return {
                *re.findall(r"\b[A-Z]{3}\d{3}\b", re.sub(r"[\u3000-\uffff]", " ", whole)),
                *re.findall(r"(?<!`)`([\w.-]+)`(?!`)", whole.replace("``", "`")),
            }

        pairs = {
            code: named(english_of(rule)) - named(text) for code, (rule, text) in ours().items()
        }
        assert {code: lacking for code, lacking in pairs.items() if lacking} == {}

    def test_each_names_the_numbers_of_the_sources(self) -> None:
        """Of standards, sections and years."""

        def numbers(text: RuleText) -> set[str]:
            return set(re.findall(r"\d[\d.-]*\d", text.source))

        assert {
            code: lacking
            for code, (rule, text) in ours().items()
            if (lacking := numbers(english_of(rule)) - numbers(text))
        } == {}

    def test_no_title_is_of_two(self) -> None:
        titles = [text.title for _, text in ours().values()]
        assert sorted(title for title in titles if titles.count(title) > 1) == []

    def test_titles_are_short(self) -> None:
        assert [text.title for _, text in ours().values() if len(text.title) > 18] == []

    def test_marks_are_full_width(self) -> None:
        assert [
            paragraph
            for _, text in ours().values()
            for paragraph in (text.title, *prose(text))
            if re.search(HALF_WIDTH, paragraph)
        ] == []

    def test_a_sentence_ends_in_a_full_stop_and_a_title_in_none(self) -> None:
        for _, text in ours().values():
            assert not text.title.endswith("。")
            for heading, paragraph in text.paragraphs:
                is_address = heading == "Source" and paragraph.startswith("https://")
                assert is_address or paragraph.endswith(("。", "？")), paragraph

    def test_no_english_sentence_is_left(self) -> None:
        """Four words of English in a row, but for what is quoted, and names of titles."""
        assert [
            found[0]
            for _, text in ours().values()
            for paragraph in prose(text)
            if (found := re.search(r"(?:\b[a-z]+ ){3}[a-z]+", re.sub("“[^”]*”", "", paragraph)))
        ] == []

    def test_most_of_a_paragraph_is_chinese(self) -> None:
        """More characters than words in Latin letters; but for sources, which name standards."""
        assert [
            (heading, paragraph)
            for _, text in ours().values()
            for (heading, _), paragraph in zip(text.paragraphs, prose(text), strict=True)
            if heading != "Source"
            and len(re.findall(r"[A-Za-z]+", paragraph)) > len(re.findall(HAN, paragraph))
        ] == []

    def test_there_is_none_of_an_unknown_rule(self) -> None:
        assert rule_text("XYZ001", "zh") is None
        assert rule_text("DOI001", "en") is None
        assert rule_text("DOI001", "../zh") is None  # nor of a language
