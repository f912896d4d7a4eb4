"""The switch of the HTML report between English and Chinese."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from validator.audit import Audit, RuleCount
from validator.finding import Finding
from validator.packs import load_rules

from .audits import HOSTILE, audit, hostile

sync_api = pytest.importorskip("playwright.sync_api", reason="pip install playwright")

pytestmark = pytest.mark.browser

Open = Callable[[Audit], Any]
NO_SCRIPT = {"java_script_enabled": False}

READ = """
() => {
  const words = [document.title];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode())
    if (!node.parentElement.closest("script, template, [hidden], [data-lang][hidden]"))
      words.push(node.textContent.trim());
  for (const element of document.querySelectorAll("[aria-label], [placeholder], [title]"))
    for (const name of ["aria-label", "placeholder", "title"])
      words.push(element.getAttribute(name) ?? "");
  return words.filter(Boolean);
}
"""
"""Everything that the page says, in order."""


def said(code: str, template: str, **args: str | int) -> Finding:
    return Finding("title", template, "x", code=code, name="n", record="r", path="a", args=args)


def spoken(lang: str) -> Audit:
    """An audit whose findings are those of real rules."""
    load_rules()
    findings = [
        said("DOI003", "no DOI, and its type and year lead one to expect it"),
        said("AUT003", "the country or dynasty {part} stands in the name", part="清"),
        said("TIT002", "a message of a house rule"),
    ]
    counts = tuple(RuleCount(finding.code, "a", 1, 1) for finding in findings)
    of = replace(audit(20), findings=findings, rule_counts=counts)
    return replace(of, configuration={"lang": lang})


def switch(page: Any, name: str) -> None:
    page.get_by_role("button", name=name).click()


def test_both_ways_and_back(opened: Open) -> None:
    """A page of either language, switched, says what the page of the other says."""
    words = {}
    for lang, other, name in (("en", "zh", "中文"), ("zh", "en", "English")):
        page = opened(spoken(lang))
        page.evaluate("localStorage.clear()")
        page.reload()
        words[lang] = page.evaluate(READ)
        switch(page, name)
        words[f"{other} from {lang}"] = page.evaluate(READ)
        switch(page, {"en": "English", "zh": "中文"}[lang])
        assert page.evaluate(READ) == words[lang]
        assert page.complaints == []

    def told(key: str) -> list[str]:
        """The order of the two buttons, of the two texts and the configuration aside."""
        return sorted(word for word in words[key] if word not in ("en", "zh", "English", "中文"))

    assert told("zh from en") == told("zh")
    assert told("en from zh") == told("en")


def test_messages_rules_and_names_are_told(opened: Open) -> None:
    page = opened(spoken("en"))
    switch(page, "中文")
    text = page.locator("body").inner_text()
    for words in (
        "姓名中有国别或朝代“清”",
        "a message of a house rule",
        "缺少DOI",
        "书目记录质量报告",
    ):
        assert words in text
    page.locator("summary", has_text="DOI003").click()
    assert "没有DOI，记录只能凭题名匹配" in page.locator("details[open] .text:visible").inner_text()
    assert page.locator("details[open] .text:visible").get_attribute("lang") == "zh-Hans"
    assert page.locator("html").get_attribute("lang") == "zh-Hans"
    assert page.title() == "书目记录质量报告"
    assert page.get_by_placeholder("词语、记录标识或路径").count() == 1
    assert page.get_by_role("navigation", name="目录").count() == 1
    assert page.locator("#shown").inner_text() == "共20处问题，显示3处"


def test_it_is_remembered(opened: Open) -> None:
    page = opened(spoken("en"))
    assert page.get_by_role("button", name="English", pressed=True).count() == 1
    switch(page, "中文")
    assert page.get_by_role("button", name="中文", pressed=True).count() == 1
    page.reload()
    assert page.title() == "书目记录质量报告"
    page = opened(spoken("zh"))
    switch(page, "English")
    page = opened(spoken("zh"))  # another page
    assert page.title() == "Quality of bibliographic records"


@pytest.mark.parametrize("browser_page", [NO_SCRIPT], indirect=True)
@pytest.mark.parametrize(
    ("lang", "title"), [("en", "Quality of bibliographic records"), ("zh", "书目记录质量报告")]
)
def test_without_script_it_is_that_of_the_run(opened: Open, lang: str, title: str) -> None:
    page = opened(spoken(lang))
    assert page.title() == title
    assert not page.locator("#languages").is_visible()
    page.locator("summary", has_text="DOI003").click()
    assert page.locator("details[open] .text:visible").count() == 1


def test_it_filters_searches_and_sorts_in_either(opened: Open) -> None:
    page = opened(spoken("en"))
    page.fill("#filters input", "dynasty")
    switch(page, "中文")
    sync_api.expect(page.locator("#shown")).to_have_text(re.compile("显示0处"))
    page.fill("#filters input", "朝代")
    sync_api.expect(page.locator("#shown")).to_have_text(re.compile("显示1处"))
    page.click("#filters button[type=reset]")
    page.get_by_role("button", name="问题", exact=True).click()
    assert page.locator("th[aria-sort] button").get_attribute("title") == "按问题排序"


def test_the_marks_are_read_out_in_it(opened: Open) -> None:
    page = opened(audit(40))
    says = "getComputedStyle(document.querySelector('del'), '::before').content"
    assert page.evaluate(says) == '"deleted: "'
    switch(page, "中文")
    assert page.evaluate(says) == '"删除："'


def test_a_review_goes_on_in_it(opened: Open) -> None:
    page = opened(audit(10))
    page.click("[data-do=go]")
    page.keyboard.press("d")
    switch(page, "中文")
    assert page.locator("#decided").inner_text() == "共1对，已判定1对 · 已全部判定，请下载文件"
    assert page.get_by_role("button", name="不同文献", pressed=True).count() == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_hostile_comes_alive_in_it(opened: Open, text: str) -> None:
    of = hostile(text)
    told = said("AUT003", "the country or dynasty {part} stands in the name", part=text)
    page = opened(replace(of, findings=[*of.findings, told]))
    tags = "document.querySelectorAll('*').length"
    before = page.evaluate(tags)
    switch(page, "中文")
    assert "姓名中有国别或朝代" in page.locator("#findings").inner_text()
    assert page.evaluate(tags) == before
    assert page.complaints == []


def test_thousands_of_findings_are_switched_soon(opened: Open) -> None:
    page = opened(audit(100_000, codes=50, sources=30))
    took = page.evaluate("""
        () => {
          const start = performance.now();
          document.querySelector("#languages button:last-child").click();
          document.body.offsetHeight;
          return performance.now() - start;
        }
    """)
    assert took < 2000, f"{took:.0f} ms"
