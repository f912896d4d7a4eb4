"""Fixtures that several test modules share."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from hypothesis import settings
from postgres import postgres

__all__ = ["browser_page", "chromium", "postgres"]

# The same examples in every run, so that a red test is red for a change; to look further:
# HYPOTHESIS_PROFILE=explore make test
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("explore", max_examples=3000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)

QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    """A headless browser, for tests marked ``browser``; they are skipped where there is none.

    With BIBVALIDATOR_MUST_RUN=browser they fail instead, so that no check passes unseen.
    """
    if not CHROMIUM:
        give_up = pytest.fail if "browser" in os.environ.get("BIBVALIDATOR_MUST_RUN", "") else None
        (give_up or pytest.skip)("no Chromium: apt-get install chromium")
    playwright = pytest.importorskip("playwright.sync_api", reason="pip install playwright")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def browser_page(chromium, request):  # type: ignore[no-untyped-def]
    """An empty page of a context of its own; ``indirect`` parameters are options of the context.

    What it asked for is in ``page.requests``, what it complained of in ``page.complaints``.
    """
    context = chromium.new_context(**getattr(request, "param", {}))
    page = context.new_page()
    page.requests, page.complaints = [], []
    page.on("request", lambda sent: page.requests.append(sent.url))
    page.on("console", lambda said: page.complaints.append(said.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    yield page
    context.close()
