"""Fixtures of the tests of the HTML report in a browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from validator.audit import Audit
from validator.packs import load_writer


@pytest.fixture
def opened(browser_page: Any, tmp_path: Path) -> Callable[[Audit], Any]:
    """Opens the report of an audit from disk, in the page."""

    def open_report(of: Audit) -> Any:
        file = tmp_path / "report.html"
        file.write_text("".join(map(str, load_writer("html")(of))), encoding="utf-8")
        browser_page.goto(file.as_uri())
        return browser_page

    return open_report
