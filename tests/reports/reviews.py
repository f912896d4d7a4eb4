"""Audits with pairs to review, and what a page and its file say of a review."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from validator.audit import Audit

from .audits import REVIEW, audit, member


def many(pairs: int) -> Audit:
    """An audit with so many pairs to review."""
    decisions = tuple(
        replace(
            REVIEW[0],
            a=member(f"a{i}", 2 * i + 1, title=f"A title of {i}", issued="2001"),
            b=member(f"b{i}", 2 * i + 2, title=f"A Title of {i}.", issued="2002"),
        )
        for i in range(pairs)
    )
    return replace(audit(10), review=decisions)


def says(page: Any) -> str:
    return str(page.locator("#decided").inner_text())


def current(page: Any) -> str:
    """The pair that has the focus."""
    return str(page.evaluate("document.activeElement.querySelector('h4')?.textContent ?? ''"))


def downloaded(page: Any) -> str:
    with page.expect_download() as download:
        page.click("[data-do=save]")
    assert download.value.suggested_filename == "decisions.jsonl"
    return Path(download.value.path()).read_text(encoding="utf-8")


def decisions(text: str) -> list[dict[str, str]]:
    version, *lines = text.removesuffix("\n").split("\n")
    assert version == '{"bibvalidator": "decisions", "version": 1}'
    return [json.loads(line) for line in lines]
