"""The commands in Chinese, run as their users run them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from chinese import HAN

from validator.cli import main
from validator.packs import load_rules
from validator.registry import RULES
from validator.translations import rule_text

DEMO = str(Path(__file__).parents[1] / "data" / "demo")
TWINS = """\
ID,title,author,year,journal,volume,pages,doi
a,Computing machinery and intelligence,"Turing, A. M.",1950,Mind,59,433-460,10.1093/mind/59
b,Computing Machinery and Intelligence,"Turing, Alan",1950,Mind,59,433--460,10.1093/MIND/59
c,Stromal cells,"Lu, Jing",2021,Cell Research,12,340-351,10.1186/s13287
d,Stromal cells,"Lu, Jing",2021,,,,
"""

FAULTY = """\
@book{a,
  author = {Knuth, Prof. Donald E.}, title = {Art and programs}, year = 1997,
  isbn = {978-0-201-89684-0},
}
@article{b, author = {Doe, Ann}, title = {Read this}, journal = {Mind}, year = 1999,
  volume = 2, pages = {3--4}, issn = {10.1093/mind/7}
}
@article{c, author = {Doe, Ann}, title = {Read this}, journal = {Mind}, year = 1999,
  volume = 2, pages = {3--4}, doi = {10.1093/mind/7}
}
"""
SAID_IN_FULL = """\
a.bib:1  a
  警告      TYP002  第1行：出版者（publisher）：缺少出版者（required-field-missing）
  警告      AUT006  第2行：责任者（author）：姓名中有称谓、学位或责任方式“Prof.”（author-honorific）
           现有值         Knuth, Prof. Donald E.
           建议值         Knuth, Donald E.  （须人工确认）
  错误      ISN004  第3行：ISBN：ISBN校验位错误（isbn-checksum）
           现有值         978-0-201-89684-0

a.bib:6  b
  警告      ISN003  第6行：ISSN：ISSN字段中是DOI（issn-in-isbn）
           现有值         10.1093/mind/7
           建议值         （应删除）
           应移动         10.1093/mind/7 → DOI

a.bib:8  c
  警告      DUP002  第8行：题名（title）：与另一条记录重复，但没有标识符可以证实：\
题名相同；作者一致；出版年相同；期刊相同；卷号相同；起始页同为3；一方缺少DOI（duplicate-strong）
           现有值         Read this
           另参见         b

1个文件，3条记录；3条有问题；1处错误，4处警告，0处提示；1组重复
"""
EXPLAINED = """\
DOI004 doi-shortened 使用短DOI
提示，默认启用，检查单条记录

DOI是shortDOI服务的别名，不是注册的名称。

理由：它能指向文献，但任何目录都不收录，记录因此与它的重复记录对不上。

不视为问题：带有注册者前缀的名称，无论后缀多短。

依据：https://shortdoi.org

有问题的例子：
    DOI：10/aabbe
      -> 是短DOI（shortDOI）
    DOI：https://doi.org/10/aabbe
      -> 是短DOI（shortDOI）
    DOI：10/fg5v
      -> 是短DOI（shortDOI）

没有问题的例子：
    DOI：10.1000/182
    DOI：10.1000/aabbe

"""
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

    def test_full_is_chinese(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.chdir(tmp_path)
        Path("a.bib").write_text(FAULTY, encoding="utf-8")
        flags = ["--isolated", "--lang", "zh", "--today", "2026-07-01"]
        main(["check", "a.bib", *flags])
        assert capsys.readouterr().out == SAID_IN_FULL
        main(["check", "a.bib", *flags, "--max-findings", "1"])
        assert capsys.readouterr().out.splitlines()[-2:] == [
            "另有4处问题未显示",
            SAID_IN_FULL.splitlines()[-1],
        ]

    def test_explain_is_chinese(self, capsys: pytest.CaptureFixture[str]) -> None:
        main(["explain", "DOI004", "--isolated", "--lang", "zh"])
        assert capsys.readouterr().out == EXPLAINED

    def test_no_message_of_an_example_stays_english(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        main(["explain", "ALL", "--isolated", "--lang", "zh"])
        said = [
            line for line in capsys.readouterr().out.splitlines() if line.startswith("      -> ")
        ]
        assert len(said) > 300
        assert [line for line in said if not re.search(HAN, line)] == []

    @pytest.mark.parametrize("form", ["full", "json", "markdown"])
    def test_rules_are_chinese(self, form: str, capsys: pytest.CaptureFixture[str]) -> None:
        main(["rules", "--isolated", "--lang", "zh", "--format", form])
        text = capsys.readouterr().out
        if form == "json":
            rows = json.loads(text)
            assert {row["severity"] for row in rows} == {"error", "warning", "info"}
            text = "\n".join(row["summary"] for row in rows)
        load_rules()
        texts = [rule_text(code, "zh") for code in RULES]
        assert [own for own in texts if not own or own.summary not in text] == []
        assert not re.search(r"warning,|\| yes|^Why:|^Found:|looks at", text, re.M)

    def test_dedupe_is_chinese_but_for_what_is_read_back(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        table, queue, reasons = (tmp_path / name for name in ("t.csv", "q.csv", "r.jsonl"))
        table.write_text(TWINS, encoding="utf-8")
        flags = ["--review", str(queue), "--reasons", str(reasons), "--isolated", "--lang", "zh"]
        main(["dedupe", str(table), *flags])
        told = "4条记录，1组重复（合并后减少1条记录），1对待人工判定\n"
        assert capsys.readouterr().err == told
        row = queue.read_text(encoding="utf-8").splitlines()[1]
        assert ",to review,题名相同；作者一致；出版年相同" in row
        (cluster,) = map(json.loads, reasons.read_text(encoding="utf-8").splitlines())
        (decision,) = cluster["decisions"]
        assert decision["why"].startswith("DOI相同；题名相同；")
        assert decision["evidence"][0] == {
            "variable": "DOI", "agreement": "agree", "label": "DOI相同",
        }  # fmt: skip

    def test_the_page_is_chinese(self, tmp_path: Path) -> None:
        page = tmp_path / "report.html"
        main(["check", DEMO, "--isolated", "--lang", "zh", "--quiet", "--html", str(page)])
        text = page.read_text(encoding="utf-8")
        assert '<html lang="zh-Hans">' in text
        for words in (
            "书目记录质量报告",
            "ISSN校验位错误",
            "题名相同",
            "理由：</b>",
        ):
            assert words in text


def in_order(findings: list[dict[str, object]]) -> list[dict[str, object]]:
    """Findings of one variable come in the order of their messages."""
    return sorted(findings, key=lambda f: (str(f["fingerprint"]), str(f["path"]), str(f["line"])))
