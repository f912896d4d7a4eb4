"""Every message that can be said has a translation, and every translation belongs to a message."""

from __future__ import annotations

import ast
import hashlib
import json
import re
import runpy
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import validator
from validator import profiles
from validator.cli import main
from validator.registry import RULES, Scope
from validator.text import dates
from validator.translations import LANGUAGES, messages, rule_text

EXAMPLES = runpy.run_path(str(Path(__file__).parent / "rules" / "test_examples.py"))
ENGINE = Path(validator.__file__).parent
PACKAGES = {
    "rules": Path(import_module("validator.rules").__file__ or "").parent,
    "io": ENGINE / "io",
    "identifiers": ENGINE / "text" / "identifiers",
    "linkage": ENGINE / "linkage",
}
OTHERS = [lang for lang in LANGUAGES if lang != "en"]

CALLS = {
    "Finding": (1,),
    "Fault": (1,),
    "Malformed": (0,),
    "Reading": (0, 1, 2),
    "Cleaned": (1,),
    "Scheme": (1, 3),
    "_broken": (0,),
}
"""Calls whose arguments at these places are messages."""

NAMES = ("fault", "template", "message", "form", "reason")
"""Variables and keywords whose values are messages."""


def literals(node: ast.expr, constants: dict[str, str]) -> Iterator[str]:
    """The strings that an expression can be, as far as they stand in its module."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.Name(id=name) if name in constants:
            yield constants[name]
        case ast.IfExp(body=one, orelse=other):
            yield from literals(one, constants)
            yield from literals(other, constants)
        case ast.BoolOp(values=values):
            for value in values:
                yield from literals(value, constants)


def constants_of(tree: ast.Module) -> dict[str, str]:
    return {
        node.targets[0].id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    }


def expressions(tree: ast.Module) -> Iterator[ast.expr]:
    """Where a module makes messages."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
                yield from (node.args[i] for i in CALLS.get(name, ()) if i < len(node.args))
                yield from (pair.value for pair in node.keywords if pair.arg in NAMES)
            case ast.Assign(targets=[ast.Name(id=name)]) if name in NAMES:
                yield node.value
            case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)):
                pairs = zip(names, values, strict=True) if len(names) == len(values) else ()
                yield from (v for n, v in pairs if isinstance(n, ast.Name) and n.id in NAMES)


def trees(*packages: str) -> Iterator[ast.Module]:
    for package in packages:
        for file in sorted(PACKAGES[package].rglob("*.py")):
            yield ast.parse(file.read_text(encoding="utf-8"))


@cache
def written() -> frozenset[str]:
    """The messages that stand in the calls of rules and readers."""
    modules = [*trees("rules", "io", "identifiers")]
    modules.append(ast.parse((ENGINE / "suppress.py").read_text(encoding="utf-8")))
    said = {
        text
        for tree in modules
        for expression in expressions(tree)
        for text in literals(expression, constants_of(tree))
    }
    return frozenset(text for text in said if " " in text)


@cache
def exemplified() -> frozenset[str]:
    """The messages of the examples of all rules."""
    return frozenset(
        found.template
        for rule in RULES.values()
        for example in rule.examples
        for found in EXAMPLES["findings"](rule, example)
    )


def spoken() -> set[str]:
    """Every message of a rule or a reader."""
    return {*written(), *exemplified(), *(fault.value for fault in dates.Fault)}


@cache
def strings() -> frozenset[str]:
    """Every string of the modules that can say something."""
    return frozenset(
        node.value
        for tree in (*trees(*PACKAGES), *map(ast.parse, _texts()))
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def _texts() -> Iterator[str]:
    for file in (ENGINE / "suppress.py", *(ENGINE / "text").glob("date*.py")):
        yield file.read_text(encoding="utf-8")


def parts(text: str) -> list[str]:
    return sorted(re.findall(r"\{(\w*)\}", text))


def file_of(name: str) -> dict[str, dict[str, Any]]:
    text = (ENGINE / "translations" / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@pytest.mark.parametrize("lang", OTHERS)
class TestMessages:
    def test_none_is_missing(self, lang: str) -> None:
        missing = sorted(spoken() - messages(lang).templates.keys())
        assert not missing, "\n".join(["", *(f'"{english}" = ""' for english in missing)])

    def test_none_is_left_over(self, lang: str) -> None:
        assert sorted(messages(lang).templates.keys() - spoken() - strings()) == []

    def test_parts_are_the_same(self, lang: str) -> None:
        tables = [messages(lang).templates, *file_of(lang)["parts"].values()]
        pairs = [(english, own) for table in tables for english, own in table.items()]
        assert [english for english, own in pairs if not own or parts(own) != parts(english)] == []

    def test_no_message_stands_for_two(self, lang: str) -> None:
        """But where English, too, says one thing in two ways."""
        by_own: dict[str, list[str]] = {}
        for english, own in messages(lang).templates.items():
            by_own.setdefault(own, []).append(english)
        assert [group for group in by_own.values() if len(group) > 1] == []


SAYS_WHY = {
    "same DOI; titles agree 97; 9 of 9 authors agree": "DOI相同；题名相似度97%；9位作者中9位一致",
    "titles agree 97 but for 'a' and 'b'": "题名相似度97%，“a”与“b”有别",  # not the shorter one
    "2 of 3 authors agree, one list is cut": "3位作者中2位一致，一方列表不完整",  # in pieces
    "article and conference paper": "论文与会议论文",
    "volumes 1, 2 and 3 differ": "卷号不同：1, 2与3",  # a value keeps its comma
    "numbers in the titles differ: 1 and none": "题名中的数字不同：1仅见于一方",
    "volumes 下 and 上 differ; same year": "卷号不同：下与上；出版年相同",
    "a new reason; same year": "a new reason；出版年相同",  # what is unknown stays
    "volumes {0} and {one!r} differ": "卷号不同：{0}与{one!r}",  # a value is no template
    "volumes " + " and " * 99999: None,  # nor has it a limit
}


class TestChinese:
    """What is said of Chinese alone."""

    zh = messages("zh")

    @pytest.mark.parametrize(("english", "own"), SAYS_WHY.items(), ids=lambda text: str(text)[:40])
    def test_reasons_are_translated_by_their_pieces(self, english: str, own: str | None) -> None:
        said = self.zh.part("why", english)
        assert own is None or said == own

    def test_every_reason_of_a_duplicate_is_translated(self) -> None:
        for rule in RULES.values():
            if rule.scope is not Scope.PAIR:
                continue
            for example in rule.examples:
                for found in EXAMPLES["findings"](rule, example):
                    assert words(str(self.zh.part("why", found.args["why"]))) == set()
                    relation = found.args.get("relation", "")
                    assert words(str(self.zh.part("relation", relation))) == set()

    def test_every_label_of_linkage_is_translated(self) -> None:
        """As it is written, its parts filled with one of the words that they may be."""
        found = [options for tree in trees("linkage") for options in labels(tree)]
        assert ["titles in two scripts"] in found
        told = [
            options
            for options in found
            if any(not words(str(self.zh.part("why", text))) for text in options)
        ]
        assert [options[0] for options in found if options not in told] == []

    def test_every_variable_that_may_be_missing_has_a_name(self) -> None:
        called = import_module("validator.rules.types.required").CALLED.values()
        names = {
            " or ".join(element.variables)
            for profile in profiles.PROFILES
            for type_ in profiles.CSL_TYPES
            for element in profiles.elements(profile, type_)
        }
        said = {name: str(self.zh.part("missing", name)) for name in (*names, *called)}
        assert {name: own for name, own in said.items() if words(own)} == {}

    def test_marks_are_full_width(self) -> None:
        """No full stop, and no mark of Latin text beside a Chinese character."""
        table = file_of("zh")
        own = [
            text
            for group in (table["messages"], *table["parts"].values())
            for text in group.values()
        ]
        half = r"[,;:?!()\"]\s*[\u3400-\u9fff]|[\u3400-\u9fff]\s*[,;:?!()\"]|[\u3400-\u9fff] |。$"
        assert [text for text in own if re.search(half, text)] == []

    def test_a_part_that_is_a_value_stays(self) -> None:
        args = {"part": "same year", "language": "title", "n": 3}
        assert self.zh.args(args) == args

    def test_a_message_of_a_foreign_rule_stays(self) -> None:
        assert self.zh.template("a house rule is broken") == "a house rule is broken"


LABELLED = ("say", "TitlePair", "PeoplePair")
"""Calls of linkage whose third argument is a reason."""

PARTS = ("7", "journal", "7 and 7", "DOI", "volume", "erratum", "article", "titles agree 97")
"""What the first part of a reason may be."""


def labels(tree: ast.Module) -> Iterator[list[str]]:
    """The reasons that a module of linkage writes, each as it may be said."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or len(node.args) < 3:
            continue
        if (getattr(node.func, "id", "") or getattr(node.func, "attr", "")) not in LABELLED:
            continue
        if isinstance(label := node.args[2], ast.JoinedStr):
            yield [filled(label, part) for part in PARTS]
        else:
            yield from ([text] for text in literals(label, constants_of(tree)))


def filled(label: ast.JoinedStr, part: str) -> str:
    """An f-string with its first part filled with a word, and the others with a number."""
    said, parts = "", iter([part])
    for piece in label.values:
        said += str(piece.value) if isinstance(piece, ast.Constant) else next(parts, "7")
    return said


def words(text: str) -> set[str]:
    """The English words in a text; names of identifiers are none."""
    return set(re.findall(r"[A-Za-z]*[a-z]{2,}", text.replace("arXiv", "")))


def checksum(doc: str) -> str:
    """What tells a docstring from another, however its lines are broken."""
    return hashlib.sha256(" ".join(doc.split()).encode()).hexdigest()[:8]


@pytest.mark.parametrize("lang", OTHERS)
class TestRules:
    """The texts of the rules."""

    def test_none_is_of_another_english_text(self, lang: str) -> None:
        """Where the English has changed: mend the translation, then put in the line printed."""
        stale = {
            f'{code}: english = "{checksum(RULES[code].doc)}"'
            for code, entry in file_of(f"rules_{lang}").items()
            if code not in RULES or entry["english"] != checksum(RULES[code].doc)
        }
        assert stale == set()

    def test_the_parts_come_in_the_order_of_a_docstring(self, lang: str) -> None:
        text = rule_text("DOI001", lang)
        assert text is not None
        assert text.paragraphs == [
            ("", text.summary),
            ("Why", text.why),
            ("Not found", text.not_found),
            ("Source", text.source),
        ]

    def test_there_is_none_of_an_unknown_rule(self, lang: str) -> None:
        assert rule_text("XYZ001", lang) is None


DEMO = str(Path(__file__).parent / "data" / "demo")
NO_YEAR = "@article{a, author = {Roe, Jo}, title = {A title}, journal = {Mind}, volume = {1}}"


class TestCommand:
    """A run in another language says the same of the same records."""

    def said(self, *flags: str, capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
        main(["check", DEMO, "--format", "jsonl", "--today", "2026-07-01", *flags])
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    def test_only_the_messages_differ(self, capsys: pytest.CaptureFixture[str]) -> None:
        english = self.said("--isolated", capsys=capsys)
        chinese = self.said("--isolated", "--lang", "zh", capsys=capsys)
        pairs = zip(in_order(english), in_order(chinese), strict=True)
        assert [e for e, c in pairs if (e | {"message": ""}) != (c | {"message": ""})] == []
        assert [f for f in chinese if not re.search("[\u4e00-\u9fff]", str(f["message"]))] == []

    @pytest.mark.parametrize(
        ("variables", "flags", "message"),
        [
            ({"BIBVALIDATOR_LANG": "zh"}, [], "缺少出版年"),
            ({"BIBVALIDATOR_LANG": "zh"}, ["--lang", "en"], "no year"),  # the flag weighs more
            ({"BIBVALIDATOR_LANG": "zh"}, ["--isolated"], "no year"),  # from all but the flags
            ({"LC_ALL": "zh_CN.UTF-8", "LANG": "zh_CN.UTF-8"}, [], "no year"),  # never the locale
        ],
    )
    def test_the_environment_names_the_language(
        self,
        variables: dict[str, str],
        flags: list[str],
        message: str,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        monkeypatch.chdir(tmp_path)
        for name in variables:
            monkeypatch.setenv(name, variables[name])
        Path("a.bib").write_text(NO_YEAR, encoding="utf-8")
        main(["check", "a.bib", "--select", "DAT001", "--format", "concise", *flags])
        assert capsys.readouterr().out.splitlines()[0] == f"a.bib:1: DAT001 {message}"

    def test_the_page_is_chinese(self, tmp_path: Path) -> None:
        page = tmp_path / "report.html"
        main(["check", DEMO, "--isolated", "--lang", "zh", "--quiet", "--html", str(page)])
        text = page.read_text(encoding="utf-8")
        assert '<html lang="zh-Hans">' in text
        for words in (
            "书目记录质量报告",
            "ISSN校验位错误",
            "题名相同",
            "<b>理由：</b>",
        ):
            assert words in text


def in_order(findings: list[dict[str, object]]) -> list[dict[str, object]]:
    """Findings of one variable come in the order of their messages."""
    return sorted(findings, key=lambda f: (str(f["fingerprint"]), str(f["path"]), str(f["line"])))


def test_english_is_itself() -> None:
    assert rule_text("DOI001", "en") is None
    assert messages("en").template("no DOI") == "no DOI"
    assert messages("en").args({"why": "same year"}) == {"why": "same year"}
