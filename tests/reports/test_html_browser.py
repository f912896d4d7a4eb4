"""The HTML report in a browser: what a reader does with it."""

from __future__ import annotations

import re
from typing import Any

import pytest

from validator.audit import Audit
from validator.packs import load_writer

from .audits import HOSTILE, audit, hostile

sync_api = pytest.importorskip("playwright.sync_api", reason="pip install playwright")
write_html = load_writer("html")

pytestmark = pytest.mark.browser

HUNDRED = audit(100)
NO_SCRIPT = {"java_script_enabled": False}
NARROW = {"viewport": {"width": 400, "height": 800}}


def visible_rows(page: Any) -> int:
    return int(page.locator("#findings tbody tr:visible").count())


def wait_until_it_says(page: Any, words: re.Pattern[str]) -> None:
    sync_api.expect(page.locator("#shown")).to_have_text(words)


def says(page: Any) -> str:
    return str(page.locator("#shown").inner_text())


@pytest.mark.parametrize(
    "of", [audit(0), HUNDRED, hostile(HOSTILE[0])], ids=["0", "100", "hostile"]
)
def test_asks_for_nothing_and_complains_of_nothing(opened: Any, of: Audit) -> None:
    page = opened(of)
    assert [url.rsplit("/", 1)[1] for url in page.requests] == ["report.html"]
    assert page.complaints == []


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_hostile_comes_alive(opened: Any, text: str) -> None:
    page = opened(hostile(text))
    assert page.locator("script:not([type])").count() == 1
    assert page.locator("script").count() == 2  # the other holds data
    assert page.locator("img, iframe, object, [onerror], [onmouseover], [onclick]").count() == 0
    links = page.eval_on_selector_all("a", "all => all.map(a => a.getAttribute('href'))")
    assert all(re.fullmatch(r"#[\w-]+", link) for link in links)
    assert page.complaints == []


def test_filters_by_rule(opened: Any) -> None:
    page = opened(HUNDRED)
    assert says(page) == "100 shown of 100 findings"
    rule = page.locator("#filters select[name=rule] option", has_text="DOI002").get_attribute(
        "value"
    )
    page.select_option("#filters select[name=rule]", rule)
    wait_until_it_says(page, re.compile("^(?!100 )"))
    shown = visible_rows(page)
    assert 0 < shown < 100
    assert says(page) == f"{shown} shown of 100 findings"
    assert set(page.locator("#findings tbody tr:visible td:first-child a").all_inner_texts()) == {
        "DOI002"
    }


@pytest.mark.parametrize(
    ("name", "value", "cell"),
    [("severity", "error", 0), ("variable", "DOI", 2), ("source", "exports/scopus-2.ris", 1)],
)
def test_filters_by(opened: Any, name: str, value: str, cell: int) -> None:
    page = opened(HUNDRED)
    choose = {"label": value} if name == "source" else {"value": value}
    page.select_option(f"#filters select[name={name}]", **choose)
    wait_until_it_says(page, re.compile("^(?!100 )"))
    cells = page.locator(f"#findings tbody tr:visible td:nth-child({cell + 1})").all_inner_texts()
    assert cells
    assert all(value in text for text in cells)


def test_searches_and_clears(opened: Any) -> None:
    page = opened(HUNDRED)
    page.keyboard.press("/")  # the key that leads to the search
    page.keyboard.type("MULLER 1,2*")  # case and diaeresis do not matter; both words must occur
    wait_until_it_says(page, re.compile("^(?!100 )"))
    shown = visible_rows(page)
    assert 0 < shown < 100
    assert all(
        "Müller" in text for text in page.locator("#findings tbody tr:visible").all_inner_texts()
    )
    page.fill("#filters input", "no such thing anywhere")
    wait_until_it_says(page, re.compile("^0 shown"))
    assert visible_rows(page) == 0
    page.click("#filters button[type=reset]")
    wait_until_it_says(page, re.compile("^100 shown"))
    assert visible_rows(page) == 100


def test_sorts_by_a_click_on_a_head(opened: Any) -> None:
    page = opened(HUNDRED)
    values = page.locator("#findings tbody td:nth-child(3) b")
    before = values.all_inner_texts()
    page.get_by_role("button", name="Fault").click()
    assert values.all_inner_texts() == sorted(before, key=str.lower)
    assert page.locator("th[aria-sort=ascending]").inner_text().startswith("Fault")
    page.get_by_role("button", name="Fault").click()
    assert values.all_inner_texts() == sorted(before, key=str.lower, reverse=True)


def test_folds_by_keyboard(opened: Any) -> None:
    page = opened(HUNDRED)
    fold = page.locator("#rule-0")
    page.locator("#rule-0 > summary").focus()
    page.keyboard.press("Enter")
    assert fold.get_attribute("open") is not None
    assert fold.locator(".first li").count() == 3
    page.keyboard.press("Space")
    assert fold.get_attribute("open") is None


def test_a_code_leads_to_its_rule_and_a_rule_to_its_findings(opened: Any) -> None:
    page = opened(HUNDRED)
    page.locator("#findings tbody a").first.click()
    sync_api.expect(page.locator("#rule-0 .first")).to_be_visible()
    page.locator("#rule-0 a[data-rule]").click()
    code = page.locator("#rule-0 summary code").inner_text()
    assert set(page.locator("#findings tbody tr:visible td:first-child a").all_inner_texts()) == {
        code
    }


@pytest.mark.parametrize("browser_page", [NO_SCRIPT], indirect=True)
def test_is_whole_without_script(opened: Any) -> None:
    page = opened(HUNDRED)
    assert visible_rows(page) == 100
    assert not page.locator("#filters").is_visible()
    assert page.locator("#rule-0 .first").count() == 1
    page.locator("#rule-0 > summary").click()
    assert page.locator("#rule-0 .first").is_visible()


@pytest.mark.parametrize(
    "browser_page", [{"color_scheme": "light"}, {"color_scheme": "dark"}], indirect=True
)
def test_is_light_or_dark(opened: Any, request: pytest.FixtureRequest) -> None:
    page = opened(audit(0))
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    dark = sum(map(int, re.findall(r"\d+", ground))) < 3 * 128
    assert dark == (request.node.callspec.params["browser_page"]["color_scheme"] == "dark")


@pytest.mark.parametrize("browser_page", [NARROW], indirect=True)
def test_fits_a_telephone(opened: Any) -> None:
    page = opened(HUNDRED)
    assert page.evaluate("document.documentElement.scrollWidth") == 400


def test_lists_a_sample_of_very_many(opened: Any) -> None:
    page = opened(audit(100_000, codes=50, sources=30))
    assert says(page) == "200 shown of 100,000 findings"
    assert visible_rows(page) == 200
    page.click("#more button:first-child")
    assert says(page) == "400 shown of 100,000 findings"
    assert visible_rows(page) == 400
    page.select_option("#filters select[name=severity]", "info")
    wait_until_it_says(
        page, re.compile("^200 shown of 100,000 findings · .* of the .* listed here match$")
    )
    assert visible_rows(page) == 200
    assert page.complaints == []
