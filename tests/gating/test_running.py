"""Suites run over tables: each expectation ends in the right one of pass, fail, could not tell."""

from __future__ import annotations

import datetime
import json
import logging
import os
import socket
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from validator.audit import Gate, Outcome, Unexpected
from validator.gating import judged, measures, outcomes, records, suites, tables
from validator.gating.suites import Suite

pytest.importorskip("great_expectations", reason="pip install 'bibvalidator[gates]'")
running = pytest.importorskip("validator.gating.running")

PASS, FAIL, UNTOLD = Outcome
DAY = datetime.date(2026, 7, 1)


def record(**values: Any) -> list[Any]:
    row = {"source": "refs.bib", "record_number": 1, "line": 3, **values}
    return [row.get(name) for name in records.COLUMNS]


def measure(rule: str, source: str = "refs.bib", **values: Any) -> list[Any]:
    row = {"rule": rule, "source": source, "evaluated": True, **values}
    return [row.get(name) for name in measures.COLUMNS]


RECORDS = [
    record(id="a", type="book", title="Ἰλιάς", DOI="10.1000/182", **{"expects-DOI": True}),
    record(id="b", type="book", title="红楼梦", DOI="10.1000/182.", **{"expects-DOI": True}),
    record(id="refs.bib#3", record_number=3, type="buch", **{"expects-DOI": True}),
    record(id="d", line=None, type="book", title="A study", **{"expects-DOI": False}),
]
MEASURES = [
    measure("DOI003", checked=4, flagged=1, rate=0.25, baseline_rate=0.5),
    measure("DOI003", "b.ris", checked=1, flagged=1, rate=1.0, baseline_rate=0.5),
    measure("TIT001", checked=4, flagged=1, rate=0.25),
    measure("duplicates", checked=4, flagged=0, rate=0.0),
    measure("records", checked=4, findings=0, flagged=0, rate=0.0, read=4),
]


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """The tables with rows, and without."""
    made: dict[str, dict[str, str]] = {}
    for name, of_records, of_measures in (("full", RECORDS, MEASURES), ("empty", [], [])):
        folder = tmp_path_factory.mktemp(name)
        made[name] = {t: str(folder / f"{t}.parquet") for t in suites.TABLES}
        tables.write([made[name]["records"]], records.COLUMNS, records.KINDS, of_records)
        tables.write([made[name]["measures"]], measures.COLUMNS, measures.KINDS, of_measures)
    return made


def expect(kind: str, table: str = "records", **kwargs: Any) -> tuple[str, dict[str, Any]]:
    return table, {"type": f"expect_{kind}", "kwargs": kwargs}


def run(
    asked: Sequence[tuple[str, dict[str, Any]]], paths: dict[str, str], *, values: bool = True
) -> list[Gate]:
    """What comes of expectations, each in a suite of its own file."""
    each = [Suite(f"s{n}", table, (item,)) for n, (table, item) in enumerate(asked)]
    return list(outcomes.gates(running.run(each, paths, day=DAY), values=values))


CASES = [
    (expect("table_row_count_to_be_between", min_value=1), PASS, "4 rows at least 1"),
    (expect("table_row_count_to_be_between", max_value=3), FAIL, "4 rows at most 3"),
    (expect("column_values_to_not_be_null", column="title", mostly=0.7), PASS, "0.75 of 0.7"),
    (expect("column_values_to_not_be_null", column="title"), FAIL, "0.75 of 1.0"),
    (expect("column_values_to_be_unique", column="id"), PASS, "1.0 of 1.0"),
    (expect("compound_columns_to_be_unique", column_list=["source", "type"]), FAIL, "0.25 of 1.0"),
    (expect("column_values_to_be_in_set", column="type", value_set=["book"]), FAIL, "0.75 of 1.0"),
    (expect("column_values_to_be_valid_doi", column="DOI", mostly=0.5), PASS, "0.5 of 0.5"),
    (expect("column_values_to_be_valid_doi", column="DOI"), FAIL, "0.5 of 1.0"),
    (expect("column_values_to_be_valid_isbn", column="ISBN"), PASS, "nothing of 1.0"),  # all null
    (expect("column_values_to_be_valid_doi", column="DOIs"), UNTOLD, "did you mean 'DOI'"),
    (expect("column_values_to_be_valid_doi", column="doi"), FAIL, "0.5 of 1.0"),  # as GX has it
    (expect("column_values_to_not_be_null", column="shelf"), UNTOLD, "no column 'shelf' in the"),
    (expect("column_values_to_match_script", column="title", script="Latin"), FAIL, "of 1.0"),
    (expect("column_values_to_not_be_nul", column="title"), UNTOLD, "did you mean 'expect_column"),
    (expect("column_values_to_not_be_null", column="DOI", mostly=7), UNTOLD, "mostly: "),
    (expect("column_values_to_not_be_null"), UNTOLD, "column: field required"),
    (expect("column_values_to_not_be_null", column="DOI", hue=1), UNTOLD, "hue: extra fields"),
    (
        expect("column_values_to_match_regex", column="title", regex="("),
        UNTOLD,
        "regular expression",
    ),
    (expect("column_max_to_be_between", column="line", max_value=2), FAIL, "3.0 rows at most 2"),
    (
        expect("rule_finding_rate_to_be_at_most", "measures", rule="DOI003", max_rate=0.5),
        PASS,
        "0.4 at most 0.5",
    ),
    (
        expect(
            "rule_finding_rate_to_be_at_most", "measures", rule="DOI003", max_rate=0.5, source="*"
        ),
        FAIL,
        "1.0 at most 0.5",  # the worst
    ),
    (
        expect("rule_finding_rate_to_be_at_most", "measures", rule="ISN003", max_rate=1),
        UNTOLD,
        "ISN003",
    ),
    (
        expect("rule_finding_rate_not_to_rise", "measures", rule="DOI003", source="refs.bib"),
        PASS,
        "0.25 at most 0.5",
    ),
    (expect("rule_finding_rate_not_to_rise", "measures", rule="TIT001"), UNTOLD, "no baseline"),
    (expect("duplicate_rate_to_be_at_most", "measures", max_rate=0), PASS, "0.0 at most 0"),
    (expect("records_to_be_accounted_for", "measures"), PASS, "1.0 of 1.0"),
]
EMPTY = [
    (expect("table_row_count_to_be_between", min_value=1), FAIL, "0 rows at least 1"),
    (expect("column_values_to_not_be_null", column="title"), UNTOLD, "records has no row"),
    (expect("column_values_to_be_valid_doi", column="DOI"), UNTOLD, "records has no row"),
    (expect("records_to_be_accounted_for", "measures"), UNTOLD, ""),
    (expect("duplicate_rate_to_be_at_most", "measures", max_rate=1), UNTOLD, ""),
]


def told(gate: Gate) -> str:
    """A gate in a few words, to compare."""
    if gate.outcome is UNTOLD:
        return gate.reason
    found = "nothing" if gate.observed is None else str(gate.observed)
    if not gate.is_share:
        found += " rows"
    least = "at least" if not gate.is_share else "of"
    return f"{found} {least} {gate.least}" if gate.most is None else f"{found} at most {gate.most}"


@pytest.mark.parametrize(("table", "cases"), [("full", CASES), ("empty", EMPTY)])
def test_outcomes(
    paths: dict[str, dict[str, str]], table: str, cases: list[tuple[Any, Outcome, str]]
) -> None:
    gates = run([asked for asked, _, _ in cases], paths[table])
    assert len(gates) == len(cases)
    found = [
        (gate.outcome, said if said in told(gate) else told(gate))
        for gate, (_, _, said) in zip(gates, cases, strict=True)
    ]
    expected = [(outcome, said) for _, outcome, said in cases]
    assert [pair for pair in zip(found, expected, strict=True) if pair[0] != pair[1]] == []


class TestExamples:
    asked = [
        expect("column_values_to_be_valid_doi", column="DOI"),
        expect("column_values_to_not_be_null", column="title"),
        expect("column_values_to_be_in_set", column="type", value_set=["buch"]),
    ]

    def test_rows_have_their_places_and_values(self, paths: dict[str, dict[str, str]]) -> None:
        valid, there, known = run(self.asked, paths["full"])
        assert valid.examples == (Unexpected("b", "refs.bib", 3, 1, "10.1000/182."),)
        assert there.examples == (Unexpected("refs.bib#3", "refs.bib", 3, 3),)
        assert [row.line for row in known.examples] == [3, 3, None]

    def test_without_values(self, paths: dict[str, dict[str, str]]) -> None:
        extra = expect("column_most_common_value_to_be_in_set", column="title", value_set=["x"])
        gates = run([*self.asked, extra], paths["full"], values=False)
        assert not [value for value in ("10.1000", "红楼梦") if value in str(gates)]
        assert "红楼梦" in str(run([extra], paths["full"]))

    def test_no_more_than_some(self, tmp_path: Path) -> None:
        path = str(tmp_path / "records.parquet")
        many = (record(id=str(n), record_number=n) for n in range(1, 100))
        tables.write([path], records.COLUMNS, records.KINDS, many)
        (gate,) = run([self.asked[1]], {"records": path})
        assert (gate.unexpected, len(gate.examples)) == (99, 20)


class TestSuites:
    def test_the_order_is_kept(self, paths: dict[str, dict[str, str]]) -> None:
        items = [item for (table, item), *_ in CASES if table == "records"]
        gates = list(
            outcomes.gates(
                running.run([Suite("s", "records", tuple(items))], paths["full"], day=DAY),
                values=True,
            )
        )
        assert [gate.expectation for gate in gates] == [item["type"] for item in items]

    def test_the_same_one_twice(self, paths: dict[str, dict[str, str]]) -> None:
        twice = [CASES[0][0]] * 2
        assert [gate.outcome for gate in run(twice, paths["full"])] == [PASS, PASS]
        both = Suite("s", "records", tuple(item for _, item in twice))
        assert len(running.run([both], paths["full"], day=DAY)) == 2

    def test_a_description_is_what_it_is_called(self, paths: dict[str, dict[str, str]]) -> None:
        table, item = CASES[0][0]
        (gate,) = run([(table, {**item, "description": "rows {there}"})], paths["full"])
        assert (gate.kind, gate.args) == ("described", {"text": "rows {there}"})

    @pytest.mark.parametrize(
        ("asked", "kind", "args"),
        [
            (
                expect("column_values_to_be_valid_doi", column="judged-DOI"),
                "valid",
                {"columns": "DOI", "expectation": "expect_column_values_to_be_valid_doi"},
            ),
            (
                ("records", {"type": "unexpected_rows_expectation", "kwargs": {}}),
                "described",  # of a table: there is no column to name
                {"text": "unexpected_rows_expectation"},
            ),
        ],
    )
    def test_what_it_is_called(
        self, paths: dict[str, dict[str, str]], asked: Any, kind: str, args: dict[str, str]
    ) -> None:
        (gate,) = run([asked], paths["full"])
        assert (gate.kind, gate.args) == (kind, args)

    def test_parameters(self, paths: dict[str, dict[str, str]], tmp_path: Path) -> None:
        item = {
            "type": "expect_table_row_count_to_be_between",
            "kwargs": {"min_value": {"$PARAMETER": "least"}},
        }
        path = tmp_path / "s.json"
        content = {"expectations": [item], "suite_parameters": {"least": 5}}
        path.write_text(json.dumps(content), encoding="utf-8")
        suite = suites.read(str(path))
        (gate,) = outcomes.gates(running.run([suite], paths["full"], day=DAY), values=True)
        assert gate.outcome is FAIL

    def test_one_that_cannot_be_run(self, paths: dict[str, dict[str, str]]) -> None:
        gate = outcomes.unread(Suite("s", "", error="no JSON"))
        assert (gate.outcome, gate.reason) == (UNTOLD, "no JSON")
        assert "no expectation" in outcomes.unread(Suite("s", "records")).reason

    def test_a_table_that_is_not_there(self) -> None:
        (gate,) = run([CASES[0][0]], {"records": "nowhere.parquet"})
        assert gate.outcome is UNTOLD
        assert "nowhere.parquet" in gate.reason

    def test_ours_are_loaded_by_great_expectations_itself(
        self, paths: dict[str, dict[str, str]], tmp_path: Path
    ) -> None:
        from validator.config import Settings
        from validator.gates import load_suite
        from validator.packs import load_rules

        load_rules()
        built = suites.built(Settings(gates_no_rise=("DOI",)))
        for suite, (path, _) in zip(built, suites.write(built, str(tmp_path)), strict=True):
            assert len(load_suite(path).expectations) == len(suite.expectations)

    def test_the_rules_of_validity_are_those_of_the_expectations(self) -> None:
        import validator.gates as published

        assert {
            "DOI": published.ExpectColumnValuesToBeValidDoi.rules,
            "ISSN": published.ExpectColumnValuesToBeValidIssn.rules,
            "ISBN": published.ExpectColumnValuesToBeValidIsbn.rules,
            "ORCID": published.ExpectColumnValuesToBeValidOrcid.rules,
            "title": ("CJK007",),
        } == {name: each.rules for name, each in judged.JUDGED.items()}


def test_nothing_is_said_sent_or_written(
    paths: dict[str, dict[str, str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a socket is opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GX_ANALYTICS_ENABLED", raising=False)
    level = logging.root.manager.disable
    gates = run([asked for asked, _, _ in CASES], paths["full"])
    assert PASS in {gate.outcome for gate in gates}
    assert (*capfd.readouterr(), caplog.text, os.listdir()) == ("", "", "", [])
    assert logging.root.manager.disable == level
    assert "GX_ANALYTICS_ENABLED" not in os.environ


def test_data_docs_go_where_they_are_wanted(
    paths: dict[str, dict[str, str]], tmp_path: Path
) -> None:
    suite = Suite("s", "records", (CASES[0][0][1],))
    running.run([suite], paths["full"], day=DAY, docs=str(tmp_path / "docs"))
    page = (tmp_path / "docs" / "index.html").read_text(encoding="utf-8")
    assert "2026-07-01" in page or "records" in page
    assert json.dumps("s") in json.dumps([p.stem for p in tmp_path.rglob("expectations/*.html")])
