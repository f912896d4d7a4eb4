"""Every message that can be said has a translation, and every translation belongs to a message."""

from __future__ import annotations

import ast
import re
import runpy
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from chinese import HALF_WIDTH, file_of

import validator
from validator import crew, profiles
from validator.finding import Severity
from validator.record import VARIABLES
from validator.registry import RULES, Scope
from validator.text import dates
from validator.translations import (
    LANGUAGES,
    message,
    messages,
    phrase,
    variable_name,
)
from validator.vocabulary import CSL_TYPES

EXAMPLES = runpy.run_path(str(Path(__file__).parent / "rules" / "test_examples.py"))
ENGINE = Path(validator.__file__).parent
REPORTS = Path(import_module("validator.reports").__file__ or "").parent
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


@pytest.mark.parametrize("lang", OTHERS)
class TestMessages:
    def test_none_is_missing(self, lang: str) -> None:
        missing = sorted(spoken() - messages(lang).templates.keys())
        assert not missing, "\n".join(["", *(f'"{english}" = ""' for english in missing)])

    def test_none_is_left_over(self, lang: str) -> None:
        assert sorted(messages(lang).templates.keys() - spoken() - strings()) == []

    def test_parts_are_the_same(self, lang: str) -> None:
        tables = [messages(lang).templates, *file_of(lang)["parts"].values()]
        tables.append(file_of(lang)["variables"])
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


SUMMARIES = {
    "1 record in 1 file; 0 faulty; 0 errors, 0 warnings, 0 info; 0 clusters of duplicates": (
        "1个文件，1条记录；0条有问题；0处错误，0处警告，0处提示；0组重复"
    ),
    "12 records in 3 files; 2 faulty; 1 unreadable; 1 file not evaluated; 1 error, 2 warnings,"
    " 3 info; 1 accepted finding left out": (
        "3个文件，12条记录；2条有问题；1条无法读取；1个文件无法评估；1处错误，2处警告，3处提示；"
        "1处已接受的问题未列出"
    ),
    "9 records, 1 cluster of duplicates with 2 records to merge away, 1 pair to review; 3 decisions"
    " of people heeded, 1 out of date and 2 about records that are not here": (
        "9条记录，1组重复（合并后减少2条记录），1对待人工判定；采纳3条人工判定，1条已过时，"
        "2条所涉记录不在其中"
    ),
    "0 decisions of people heeded and 1 about records that are not here": (
        "采纳0条人工判定，1条所涉记录不在其中"
    ),
    "7 of 9 kept": "9条中保留7条",
    "many records": "many records",  # n is a number
}

FILLED = {
    "no year": "缺少出版年",
    "3 authors, but 2 in the other script; without a partner: 李娜": (
        "作者3位，另一种文字的作者2位，无对应者：李娜"
    ),
    "a duplicate of another record: same DOI; same year": "与另一条记录重复：DOI相同；出版年相同",
    "no page or number": "缺少页码或编号",
    "a house rule is broken": "a house rule is broken",
    "{0} and {x!r} are not one name": "“{0}”与“{x!r}”不是同一姓名",  # a value is no template
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
            for group in (table["messages"], table["variables"], *table["parts"].values())
            for text in group.values()
        ]
        assert [text for text in own if re.search(f"{HALF_WIDTH}|。$", text)] == []

    def test_every_variable_has_a_name(self) -> None:
        """But identifiers that are known by their letters."""
        names = {variable: variable_name(variable, "zh") for variable in VARIABLES}
        assert [v for v, own in names.items() if v == own and not v.isupper()] == []
        assert [own for own in names.values() if list(names.values()).count(own) > 1] == []
        assert variable_name("bdsk-url-1", "zh") == "bdsk-url-1"
        assert variable_name("title", "en") == "title"

    def test_every_type_has_a_name(self) -> None:
        names = {type_: phrase("csl-type", type_, "zh") for type_ in CSL_TYPES}
        assert [type_ for type_, own in names.items() if type_ == own] == []
        assert len(set(names.values())) == len(names)
        assert phrase("csl-type", "thesis", "en") == "thesis"

    @pytest.mark.parametrize(
        "english",
        [
            *("a binary file, not text", "no record found, read as ris", "Permission denied"),
            *("cannot be read: Error -3", "longer than max-record-bytes, and read as one record"),
            "zst needs an extra: pip install 'bibvalidator[zst]'",
            "XML needs an extra: pip install 'bibvalidator[xml]'",
            "no records, but a message: badArgument: no such prefix",
            crew.DIED_WHOLE,
            crew.DIED.format(first=1, last=5000),
        ],
    )
    def test_why_a_file_could_not_be_evaluated(self, english: str) -> None:
        assert re.search("[一-龥]", phrase("error", english, "zh"))
        assert phrase("error", english, "en") == english

    def test_every_word_around_findings_is_translated(self) -> None:
        table = file_of("zh")["parts"]["word"]
        files = [*(ENGINE / "cli").glob("*.py"), REPORTS / "full.py", REPORTS / "concise.py"]
        words = {word for file in files for word in said_words(ast.parse(file.read_text("utf-8")))}
        assert {"value", "Found:", " ({name})"} <= words
        assert sorted(words - table.keys()) == []

    def test_levels_are_called_as_in_reports(self) -> None:
        strings = tomllib.loads((REPORTS / "strings" / "zh.toml").read_text(encoding="utf-8"))
        words = file_of("zh")["parts"]["word"]
        assert strings["severity"] == {level.value: words[level.value] for level in Severity}

    @pytest.mark.parametrize(("english", "own"), SUMMARIES.items())
    def test_a_summary_is_translated_piece_by_piece(self, english: str, own: str) -> None:
        assert phrase("summary", english, "zh") == own
        assert phrase("summary", english, "en") == english

    @pytest.mark.parametrize(("english", "own"), FILLED.items())
    def test_a_message_whose_parts_are_filled_in_is_known(self, english: str, own: str) -> None:
        assert message(english, "zh") == own

    def test_a_part_that_is_a_value_stays(self) -> None:
        args = {"part": "same year", "language": "title", "n": 3}
        assert self.zh.args(args) == args

    def test_a_message_of_a_foreign_rule_stays(self) -> None:
        assert self.zh.template("a house rule is broken") == "a house rule is broken"


LABELLED = ("say", "TitlePair", "PeoplePair")
"""Calls of linkage whose third argument is a reason."""

PARTS = ("7", "journal", "7 and 7", "DOI", "volume", "erratum", "article", "titles agree 97")
"""What the first part of a reason may be."""


def said_words(tree: ast.Module) -> Iterator[str]:
    """The words that a module has said in the language of the run, but those made of parts."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="say"), args=[argument]):
                yield from literals(argument, constants_of(tree))
            case ast.Call(func=ast.Name(id="phrase"), args=[ast.Constant("word"), argument, _]):
                yield from literals(argument, constants_of(tree))


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


def test_english_is_itself() -> None:
    assert messages("en").template("no DOI") == "no DOI"
    assert messages("en").args({"why": "same year"}) == {"why": "same year"}
