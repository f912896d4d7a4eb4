"""The review of duplicates in the HTML report: from the page to a file that the commands take."""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from validator.audit import Audit, without_values
from validator.cli import main

from .audits import member
from .reviews import current, decisions, downloaded, many, says

sync_api = pytest.importorskip("playwright.sync_api", reason="pip install playwright")

pytestmark = pytest.mark.browser

Open = Callable[[Audit], Any]

SHELF = """\
id,title,author,year,journal,volume,pages
turing50,Computing machinery and intelligence,"Turing, Alan",1950,Mind,59,433-460
turing,Computing Machinery and Intelligence,Alan Turing,1950,Mind,LIX,433–460
knuth74,Structured programming with go to statements,"Knuth, D.",1974,Computing Reviews,6,261-301
knuth,Structured Programing with Go To Statements,,1974,Reviews,,
hoare69,An axiomatic basis for computer programming,"Hoare, C.",1969,Letters of the ACM,12,576-580
hoare,An Axiomatic Basis for Computer Programing,,1969,Letters,,
codd70,A relational model of data for large banks,"Codd, E.",1970,Letters of the ACM,13,377-387
codd,A Relational Modell of Data for Large Banks,,1970,Letters,,
"""  # one certain pair, and three to review

PAIRS = {
    frozenset(pair) for pair in (("knuth74", "knuth"), ("hoare69", "hoare"), ("codd70", "codd"))
}


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("shelf.csv").write_text(SHELF, encoding="utf-8")
    main(["check", "shelf.csv", "--isolated", "--quiet", "--html", "page.html", "-o", "out"])
    return tmp_path


def clusters(capsys: pytest.CaptureFixture[str]) -> tuple[list[set[str]], str]:
    """Those of two records and more, and what is said besides."""
    capsys.readouterr()
    assert main(["dedupe", "shelf.csv", "--isolated", "--decisions", "decisions.jsonl"]) == 0
    out, told = capsys.readouterr()
    found: dict[str, set[str]] = {}
    for row in csv.DictReader(io.StringIO(out)):
        found.setdefault(row["cluster"], set()).add(row["id"])
    return [ids for ids in found.values() if len(ids) > 1], told


def test_a_review_from_the_page_to_the_clusters(
    shelf: Path, browser_page: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    page = browser_page
    page.goto((shelf / "page.html").as_uri())
    assert says(page) == "0 of 3 decided"
    assert page.locator("[data-do=save]").is_disabled()
    page.fill("[name=by]", "Ada “the count” <ada@example.org>")
    page.click("[data-do=go]")
    assert current(page) == "Pair 1"
    page.keyboard.press("n")
    page.keyboard.type("skd: seen on the shelf")  # letters of a note are no decisions
    assert says(page) == "0 of 3 decided"
    page.keyboard.press("Escape")
    page.keyboard.press("s")
    assert (says(page), current(page)) == ("1 of 3 decided", "Pair 2")
    page.keyboard.press("d")
    page.locator("article.pair").nth(2).get_by_role("button", name="Related").click()
    assert says(page) == "3 of 3 decided · nothing is left to decide: download the file"
    assert page.evaluate("document.activeElement.dataset.do") == "save"
    text = downloaded(page)
    assert page.complaints == []
    assert {url.partition(":")[0] for url in page.requests} <= {"file", "blob"}

    found = decisions(text)
    assert [set(one) for one in found] == [
        {"a", "b", "fingerprint_a", "fingerprint_b", "verdict", "by", "date", "note"}
    ] * 3
    assert {frozenset((one["a"], one["b"])) for one in found} == PAIRS
    assert {one["verdict"]: one["note"] for one in found} == {
        "same": "skd: seen on the shelf", "different": "", "related": "",
    }  # fmt: skip
    assert {one["by"] for one in found} == {"Ada “the count” <ada@example.org>"}
    assert {one["date"] for one in found} == {datetime.date.today().isoformat()}

    Path("decisions.jsonl").write_text(text, encoding="utf-8")
    same = next({one["a"], one["b"]} for one in found if one["verdict"] == "same")
    joined, told = clusters(capsys)
    assert sorted(map(sorted, joined)) == sorted(map(sorted, ({"turing50", "turing"}, same)))
    assert "0 pairs to review; 3 decisions of people heeded" in told

    stale = SHELF.replace("Programing", "Programs").replace("Modell", "Modelling")
    Path("shelf.csv").write_text(stale, encoding="utf-8")
    _, told = clusters(capsys)
    assert told.count("changed since: not used") == 3


def test_a_cluster_is_contradicted(
    shelf: Path, browser_page: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    page = browser_page
    page.goto((shelf / "page.html").as_uri())
    page.get_by_role("button", name="Not the same work").click()
    assert says(page) == "0 of 3 decided · 1 record taken out of a cluster"
    Path("decisions.jsonl").write_text(downloaded(page), encoding="utf-8")
    joined, told = clusters(capsys)
    assert joined == []
    assert "1 decision of people heeded" in told


def test_a_reload_keeps_what_was_decided(opened: Open) -> None:
    page = opened(many(4))
    page.fill("[name=by]", "Ada")
    page.click("[data-do=go]")
    page.keyboard.press("s")
    page.keyboard.press("n")
    page.keyboard.type("look again")
    page.reload()
    assert says(page) == "1 of 4 decided"
    assert page.input_value("[name=by]") == "Ada"
    pressed = page.locator("article.pair [aria-pressed=true]")
    assert [text.split()[0] for text in pressed.all_inner_texts()] == ["Same"]
    assert page.locator("article.pair [name=note]").nth(1).input_value() == "look again"
    page.click("[data-do=go]")
    assert current(page) == "Pair 2"


def test_other_data_begin_anew(opened: Open) -> None:
    page = opened(many(4))
    page.click("[data-do=go]")
    page.keyboard.press("s")
    changed = many(4)
    last = replace(changed.review[-1], b=member("b3", 8, title="Another"))
    page = opened(replace(changed, review=(*changed.review[:-1], last)))
    assert says(page) == "0 of 4 decided"
    page = opened(many(4))
    assert says(page) == "1 of 4 decided"


def test_a_file_is_loaded_to_go_on(opened: Open, tmp_path: Path) -> None:
    page = opened(many(3))
    page.click("[data-do=go]")
    page.keyboard.press("d")
    lines = decisions(downloaded(page))
    lines[0] |= {"by": "Grace", "date": "2026-01-02", "note": "both"}
    lines[0]["a"], lines[0]["b"] = lines[0]["b"], lines[0]["a"]
    lines[0]["fingerprint_a"], lines[0]["fingerprint_b"] = (
        lines[0]["fingerprint_b"], lines[0]["fingerprint_a"],
    )  # fmt: skip
    lines.append({**lines[0], "a": "elsewhere", "verdict": "related"})
    head = '{"bibvalidator": "decisions", "version": 1}'
    file = tmp_path / "before.jsonl"
    file.write_text("\n".join([head, *map(json.dumps, lines), ""]), encoding="utf-8")
    page.evaluate("localStorage.clear()")
    page.reload()
    page.set_input_files("#loaded", file)
    sync_api.expect(page.locator("#decided")).to_have_text("1 of 3 decided · 2 decisions loaded")
    page.click("[data-do=go]")
    page.keyboard.press("s")
    found = decisions(downloaded(page))
    assert [(one["a"], one["verdict"], one["by"], one["date"]) for one in found] == [
        ("a0", "different", "Grace", "2026-01-02"),
        ("a1", "same", "", datetime.date.today().isoformat()),
        ("elsewhere", "related", "Grace", "2026-01-02"),  # of other pairs: kept
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("id1,id2,verdict\n", 1),
        ('{"bibvalidator": "baseline", "version": 1}\n', 1),
        ('{"bibvalidator": "decisions", "version": 2}\n', 1),  # of another version
        ('{"bibvalidator": "decisions", "version": 1}\n\n{"a": "x"}\n', 3),
        ('{"bibvalidator": "decisions", "version": 1}\nnull\n', 2),
    ],
)
def test_a_file_of_something_else_is_not_loaded(
    opened: Open, tmp_path: Path, text: str, line: int
) -> None:
    page = opened(many(2))
    (tmp_path / "x.jsonl").write_text(text, encoding="utf-8")
    page.set_input_files("#loaded", tmp_path / "x.jsonl")
    said = f"0 of 2 decided · not loaded: line {line} of the file is no decision"
    sync_api.expect(page.locator("#decided")).to_have_text(said)
    assert page.complaints == []


class TestKeys:
    def test_lead_from_pair_to_pair(self, opened: Open) -> None:
        page = opened(many(4))
        page.focus("[data-do=go]")
        for key, place in [("j", 1), ("j", 2), ("j", 3), ("k", 2), ("k", 1), ("k", 1)]:
            page.keyboard.press(key)
            assert current(page) == f"Pair {place}"

    def test_lead_on_from_the_contents(self, opened: Open) -> None:
        page = opened(many(4))
        page.get_by_role("link", name="To review").click()
        page.keyboard.press("s")  # no pair has the focus yet
        assert says(page) == "0 of 4 decided"
        page.keyboard.press("j")
        assert current(page) == "Pair 1"

    def test_undo_and_decide_again(self, opened: Open) -> None:
        page = opened(many(3))
        page.click("[data-do=go]")
        for key in "srk":
            page.keyboard.press(key)
        assert (says(page), current(page)) == ("2 of 3 decided", "Pair 2")
        page.keyboard.press("u")
        assert (says(page), current(page)) == ("1 of 3 decided", "Pair 2")
        page.keyboard.press("d")
        assert (says(page), current(page)) == ("2 of 3 decided", "Pair 3")
        page.keyboard.press("s")
        page.locator("article.pair").nth(0).get_by_role("button", name="Same work").click()
        assert says(page) == "2 of 3 decided"  # a second press takes the verdict back

    @pytest.mark.parametrize(
        "key", ["Control+s", "Alt+d", "Meta+r", "Shift+s", "x"], ids=lambda key: key
    )
    def test_with_another_key_they_decide_nothing(self, opened: Open, key: str) -> None:
        page = opened(many(2))
        page.click("[data-do=go]")
        page.evaluate("addEventListener('keydown', (event) => event.preventDefault())")
        page.keyboard.press(key)
        assert says(page) == "0 of 2 decided"

    def test_away_from_the_pairs_they_decide_nothing(self, opened: Open) -> None:
        page = opened(many(2))
        for place in ("#filters input", "#rule-0 > summary", "[name=by]", "[data-do=load]"):
            page.focus(place)
            page.keyboard.press("s")
        assert says(page) == "0 of 2 decided"

    def test_the_pair_is_in_sight(self, opened: Open) -> None:
        page = opened(many(12))
        page.click("[data-do=go]")
        for _ in range(7):
            page.keyboard.press("s")
        page.wait_for_timeout(100)
        top = "document.activeElement.getBoundingClientRect().top"
        bar = "document.getElementById('desk').getBoundingClientRect().bottom"
        assert 0 <= page.evaluate(f"{top} - {bar}") < 30


def test_says_what_is_pressed_and_how_far_it_is(opened: Open) -> None:
    """To a screen reader."""
    page = opened(many(2))
    pair = page.get_by_role("article", name="Pair 1")
    same = pair.get_by_role("button", name="Same work", pressed=False)
    assert same.get_attribute("aria-keyshortcuts") == "s"
    same.click()
    assert pair.get_by_role("button", name="Same work", pressed=True).count() == 1
    assert page.locator("#decided[aria-live=polite]").count() == 1
    assert page.get_by_role("progressbar", name="Pairs decided").get_attribute("value") == "1"


@pytest.mark.parametrize("browser_page", [{"java_script_enabled": False}], indirect=True)
def test_without_script_it_says_how(opened: Open) -> None:
    page = opened(many(2))
    assert not page.locator("#desk").is_visible()
    assert "dedupe --review" in page.locator("#by-hand").inner_text()


def test_without_values_there_is_nothing_to_judge(opened: Open) -> None:
    page = opened(without_values(many(2)))
    assert page.locator("#desk, .judge, [data-question]").count() == 0
    assert "--no-values" in page.locator("#review ~ .note").first.inner_text()
    assert "A title of" not in page.content()
    assert page.complaints == []


def test_where_nothing_can_be_kept_it_says_so(
    browser_page: Any, tmp_path: Path, opened: Open
) -> None:
    browser_page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('none') } })"
    )
    page = opened(many(2))
    assert not page.locator("#unkept").is_visible()
    page.click("[data-do=go]")
    page.keyboard.press("s")
    assert says(page) == "1 of 2 decided"
    assert page.locator("#unkept").is_visible()
    assert len(decisions(downloaded(page))) == 1
    assert page.complaints == []
