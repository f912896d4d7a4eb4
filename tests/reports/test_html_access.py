"""The HTML report as axe-core judges it, and on a narrow screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from validator.audit import Audit, Trend, Trends

from .audits import GATES, REVIEW, A, B, audit, member

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="in the extra `test`")

pytestmark = pytest.mark.browser

Open = Callable[[Audit], Any]

SINCE = Trends("before.json", (Trend("DOI001", 4, 0, 3), Trend("PAG002", 0, 12, 0)), records=9)
THIRD = replace(REVIEW[0], a=member("third", 5, title="Deep learning"))


def full() -> Audit:
    """An audit with something in every part of the page."""
    pairs = (*REVIEW, replace(REVIEW[0], a=A, b=B), THIRD)
    return replace(audit(40), review=pairs, trends=SINCE, accepted=3, gates=GATES)


def use(page: Any) -> None:
    """Fold out, filter, sort and judge."""
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    page.locator("#findings thead button").nth(2).dispatch_event("click")
    page.fill("#filters input", "10")
    page.locator("thead .apart").first.click()
    page.click("[data-do=go]")
    for key in "sdrku":
        page.keyboard.press(key)


@pytest.mark.parametrize("language", ["English", "中文"])
@pytest.mark.parametrize(
    "browser_page", [{"color_scheme": "light"}, {"color_scheme": "dark"}], indirect=True, ids=str
)
def test_axe_finds_nothing(opened: Open, language: str) -> None:
    page = opened(full())
    page.get_by_role("button", name=language).click()
    use(page)
    found = axe.Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []


def test_axe_finds_nothing_in_an_empty_page(opened: Open) -> None:
    found = axe.Axe().run(opened(audit(0))).response["violations"]
    assert [one["id"] for one in found] == []


@pytest.mark.parametrize("language", ["English", "中文"])
@pytest.mark.parametrize(
    "browser_page", [{"viewport": {"width": 390, "height": 844}}], indirect=True, ids=str
)
def test_fits_a_telephone(opened: Open, language: str) -> None:
    page = opened(full())
    page.get_by_role("button", name=language).click()
    use(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_prints_without_what_is_for_the_screen(opened: Open) -> None:
    page = opened(full())
    page.emulate_media(media="print")
    for part in ("#languages", "#desk", ".judge", ".apart", "#filters", ".contents"):
        assert not page.locator(part).first.is_visible(), part
    assert page.locator("#trends").is_visible()


def test_what_is_reached_by_key_can_be_seen(opened: Open) -> None:
    """Every control that takes the focus shows it."""
    page = opened(full())
    page.focus("[data-do=go]")
    for _ in range(8):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none", page.evaluate("document.activeElement.outerHTML")
    page.focus("[data-do=go]")
    page.keyboard.press("j")
    shadow = page.evaluate("getComputedStyle(document.activeElement).boxShadow")
    assert shadow != "none"
