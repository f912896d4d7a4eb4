"""The review of duplicates in the HTML report, with records that nobody would wish for."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from validator.audit import Audit, Cluster
from validator.cli import main

from .audits import CLUSTERS, HOSTILE, REVIEW, A, B, audit, member
from .reviews import decisions, downloaded, many, says

pytest.importorskip("playwright.sync_api", reason="pip install playwright")

pytestmark = pytest.mark.browser

Open = Callable[[Audit], Any]

NUMBERS = ("one marble", "two lanterns", "three orchards")

NAMES = (
    *HOSTILE,
    "quotes \" ' and \\ backslash",
    "line\u2028and\u2029paragraph",
    "a\nb\r\nc\td",
    "\ud83d lone high",
    "🙂 beyond the first plane \U000e0041",
    "e\u0301 is not \u00e9",
    "__proto__",
)


def test_ids_come_out_as_they_went_in(opened: Open) -> None:
    """Whatever they hold; a title of a megabyte stands beside."""
    pairs = tuple(
        replace(
            REVIEW[0],
            a=member(name, 1, title="a title </script> " + "x" * 1_000_000),
            b=member(name + "2", 2, title="a title <!--"),
        )
        for name in NAMES
    )
    page = opened(replace(audit(10), review=pairs))
    page.fill("[name=by]", "</script>\u2028\u202e")
    page.click("[data-do=go]")
    for _ in pairs:
        page.keyboard.press("s")
    found = decisions(downloaded(page))
    assert [(one["a"], one["b"]) for one in found] == [(name, name + "2") for name in NAMES]
    assert {one["by"] for one in found} == {"</script>\u2028\u202e"}
    assert page.complaints == []
    assert page.locator("script").count() == 2


def test_what_no_decision_can_name_is_not_asked(opened: Open) -> None:
    """An id as long as a book, and records with no value to know them by."""
    nameless = (
        replace(REVIEW[0], a=member("x" * 99_999, 1, title="A"), b=member("b", 2, title="A")),
        replace(REVIEW[0], a=member("c", 3, title="!!!"), b=member("d", 4, title="A title")),
    )
    page = opened(replace(many(1), review=(*nameless, *many(1).review)))
    assert says(page) == "0 of 1 decided"
    assert page.locator(".judge").count() == 1
    assert page.get_by_text("These two cannot be decided on here").count() == 2


def test_a_cluster_that_is_certain_asks_nothing_of_its_first(opened: Open) -> None:
    three = Cluster((A, B, member("third", 5, title="Deep learning")), CLUSTERS[0].decisions)
    page = opened(replace(audit(10), clusters=(three,), review=()))
    assert page.locator("thead .apart").count() == 2
    assert not page.locator("progress").is_visible()
    page.locator("thead .apart").nth(1).click()
    assert says(page) == "1 record taken out of a cluster"
    (one,) = decisions(downloaded(page))
    assert (one["a"], one["b"], one["verdict"]) == (A.id, "third", "different")


def test_hostile_records_from_a_file_to_the_commands(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    browser_page: Any,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Ids and titles of a file go through the page and come back, each as it stands there."""
    monkeypatch.chdir(tmp_path)
    names = ['"quoted" </script>', "\u202eturned\u2028", "{{ 7 }} <img src=x onerror=alert(1)>"]
    records = []
    for n, name in enumerate(names):
        words = f"{NUMBERS[n]} </script><script>alert({n})</script> of go to statements"
        one = {"title": f"Structured programming {words}", "issued": 1974 + n}
        records.append(
            one | {"id": name, "author": "Knuth, D.", "container-title": "Computing Reviews",
                   "volume": "6", "page": "261-301"}
        )  # fmt: skip
        two = one["title"].replace("programming", "programing")
        records.append(one | {"id": f"{name}2", "title": two, "container-title": "Reviews"})
    items = [
        {**record, "type": "article-journal", "issued": {"date-parts": [[record["issued"]]]}}
        | ({"author": [{"family": "Knuth", "given": "D."}]} if "author" in record else {})
        for record in records
    ]
    Path("a.json").write_text(json.dumps(items), encoding="utf-8")
    main(["check", "a.json", "--isolated", "--quiet", "--html", "page.html", "-o", "out"])
    page = browser_page
    page.goto((tmp_path / "page.html").as_uri())
    pairs = page.locator("article.pair").count()
    assert pairs == len(names)
    page.click("[data-do=go]")
    for _ in range(pairs):
        page.keyboard.press("s")
    text = downloaded(page)
    assert {one["a"] for one in decisions(text)} | {one["b"] for one in decisions(text)} == {
        str(record["id"]) for record in records
    }
    assert page.complaints == []
    Path("d.jsonl").write_text(text, encoding="utf-8")
    capsys.readouterr()
    assert main(["dedupe", "a.json", "--isolated", "--decisions", "d.jsonl", "-o", "c.csv"]) == 0
    assert f"{pairs} decisions of people heeded" in capsys.readouterr().err
