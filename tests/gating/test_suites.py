"""Suites: what is built of a configuration, what is written, what is read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from validator.config import Settings
from validator.errors import UsageError
from validator.gating import measures, records, suites
from validator.gating.suites import Suite
from validator.packs import load_rules

load_rules()


def asked(settings: Settings) -> list[tuple[str, dict[str, Any]]]:
    """The expectations of both suites: the names without "expect_", and the arguments."""
    return [
        (item["type"].removeprefix("expect_"), item["kwargs"])
        for suite in suites.built(settings)
        for item in suite.expectations
    ]


def of(kind: str, settings: Settings) -> list[dict[str, Any]]:
    return [kwargs for name, kwargs in asked(settings) if name == kind]


class TestBuilt:
    def test_without_a_configuration(self) -> None:
        kinds = [name for name, _ in asked(Settings())]
        assert kinds == [
            "table_row_count_to_be_between",  # an empty table passes all the others
            "compound_columns_to_be_unique",
            "column_values_to_be_in_set",
            *["column_values_to_not_be_null"] * 4,  # and a column of nulls its validity
            "column_values_to_be_valid_doi",
            "column_values_to_be_valid_issn",
            "column_values_to_be_valid_isbn",
            "records_to_be_accounted_for",
            "rule_finding_rate_to_be_at_most",  # of unreadable records
            "duplicate_rate_to_be_at_most",
        ]

    @pytest.mark.parametrize(
        ("settings", "kind", "expected"),
        [
            (
                {"gates_min_records": 9},
                "table_row_count_to_be_between",
                [{"min_value": 9}],
            ),
            ({"gates_min_records": 0}, "table_row_count_to_be_between", []),
            ({"gates_doi_validity": 0}, "column_values_to_be_valid_doi", []),
            (
                {"gates_isbn_validity": 0.5},
                "column_values_to_be_valid_isbn",
                [{"column": "judged-ISBN", "mostly": 0.5}],
            ),
            ({}, "column_values_to_be_valid_orcid", []),
            (
                {"gates_orcid_validity": 1},
                "column_values_to_be_valid_orcid",
                [{"column": "judged-ORCID", "mostly": 1}],
            ),
            ({"gates_unique_ids": False}, "compound_columns_to_be_unique", []),
            ({"gates_known_types": False}, "column_values_to_be_in_set", []),
            (
                {"gates_script": {"original-title": "Latin"}},
                "column_values_to_match_script",
                [{"column": "original-title", "script": "Latin"}],
            ),
            ({"gates_duplicate_rate": 1}, "duplicate_rate_to_be_at_most", []),
            ({"duplicates_search": False}, "duplicate_rate_to_be_at_most", []),
            (
                {"gates_duplicate_rate": 0, "gates_by_source": True},
                "duplicate_rate_to_be_at_most",
                [{"max_rate": 0, "source": "*"}],
            ),
            (
                {"gates_max_rate": {"doi-missing": 0.5, "AUT001": 0}, "gates_unreadable": 1},
                "rule_finding_rate_to_be_at_most",
                [{"rule": "AUT001", "max_rate": 0}, {"rule": "DOI003", "max_rate": 0.5}],
            ),
            (
                {"gates_no_rise": ("DOI001", "doi-missing"), "gates_tolerance": 0.1},
                "rule_finding_rate_not_to_rise",
                [
                    {"rule": "DOI001", "tolerance": 0.1},
                    {"rule": "DOI003", "tolerance": 0.1},
                ],
            ),
            (
                {"gates_no_rise": ("DOI",), "select": ("DOI001",)},  # of rules in force
                "rule_finding_rate_not_to_rise",
                [{"rule": "DOI001", "tolerance": 0.0}],
            ),
        ],
    )
    def test_a_key(
        self, settings: dict[str, Any], kind: str, expected: list[dict[str, Any]]
    ) -> None:
        assert of(kind, Settings(**settings)) == expected

    @pytest.mark.parametrize(
        ("profile", "columns"),
        [
            ("default", ["DOI", "title", "author", "issued"]),
            ("datacite", ["DOI", "title", "author", "issued"]),
        ],
    )
    def test_what_is_complete_is_what_the_profile_expects(
        self, profile: str, columns: list[str]
    ) -> None:
        found = of("column_values_to_not_be_null", Settings(profile=profile))
        assert [kwargs["column"] for kwargs in found] == columns
        assert {kwargs["row_condition"]["column"]["name"] for kwargs in found} == {
            f"expects-{column}" for column in columns
        }

    def test_what_a_profile_expects_of_nothing_is_not_asked(self, tmp_path: Path) -> None:
        profile = tmp_path / "ours.toml"
        profile.write_text('[required]\nbook = ["title"]\n', encoding="utf-8")
        found = of("column_values_to_not_be_null", Settings(profile=str(profile)))
        assert [kwargs["column"] for kwargs in found] == ["title"]

    @pytest.mark.parametrize(
        ("settings", "message"),
        [
            ({"gates_max_rate": {"DOI0003": 1}}, "did you mean 'DOI003'"),
            ({"gates_no_rise": ("doi-mising",)}, "did you mean 'doi-missing'"),
            ({"gates_script": {"titel": "Latin"}}, "did you mean 'title'"),
        ],
    )
    def test_what_is_refused(self, settings: dict[str, Any], message: str) -> None:
        with pytest.raises(UsageError, match=message):
            suites.built(Settings(**settings))

    def test_every_column_is_there(self) -> None:
        known = {*records.COLUMNS, *measures.COLUMNS}
        for suite in suites.built(Settings()):
            assert {c for item in suite.expectations for c in suites.columns(item)} <= known


class TestFiles:
    def test_written_once(self, tmp_path: Path) -> None:
        built = suites.built(Settings())
        folder = str(tmp_path / "new" / "suites")
        assert [other for _, other in suites.write(built, folder)] == [False, False]
        before = {path: path.read_bytes() for path in Path(folder).iterdir()}
        assert [other for _, other in suites.write(built, folder)] == [False, False]
        assert {path: path.read_bytes() for path in Path(folder).iterdir()} == before

    def test_the_same_bytes_in_every_run(self) -> None:
        first, second = (
            [suites.text(suite) for suite in suites.built(Settings())] for _ in range(2)
        )
        assert first == second

    def test_an_edited_file_is_left(self, tmp_path: Path) -> None:
        built = suites.built(Settings())
        suites.write(built, str(tmp_path))
        edited = tmp_path / "records.json"
        edited.write_text(edited.read_text("utf-8").replace("0.99", "0.5"), encoding="utf-8")
        before = edited.read_bytes()
        assert suites.write(built, str(tmp_path)) == [
            (str(edited), True),
            (str(tmp_path / "measures.json"), False),
        ]
        assert edited.read_bytes() == before

    def test_what_is_written_is_read(self, tmp_path: Path) -> None:
        for suite in suites.built(Settings()):
            ((path, _),) = suites.write([suite], str(tmp_path))
            read = suites.read(path)
            assert (read.table, read.expectations) == (suite.table, suite.expectations)

    @pytest.mark.parametrize(
        ("content", "error"),
        [
            ("", "no JSON"),
            ("{", "no JSON"),
            ("[" * 10**5, "no JSON"),
            ("[]", "no suite"),
            ('{"expectations": {}}', "no suite"),
            ('{"expectations": [3]}', "no suite"),
            ('{"expectations": [{"expectation_type": "expect_x"}]}', "no suite"),  # of version 0
            ('{"expectations": [{"type": "expect_x", "kwargs": []}]}', "no suite"),
        ],
    )
    def test_a_broken_one_says_so(self, tmp_path: Path, content: str, error: str) -> None:
        path = tmp_path / "suite.json"
        path.write_text(content, encoding="utf-8")
        assert error in suites.read(str(path)).error

    @pytest.mark.parametrize("path", ["nowhere.json", "no\0where.json", "."])
    def test_one_that_is_not_there(self, path: str) -> None:
        with pytest.raises(UsageError, match="cannot read the suite"):
            suites.read(path)

    @pytest.mark.parametrize(
        ("content", "table"),
        [
            ({"expectations": []}, "records"),
            ({"expectations": [{"type": "expect_x", "kwargs": {"column": "DOI"}}]}, "records"),
            ({"expectations": [{"type": "expect_x", "kwargs": {"column": "rate"}}]}, "measures"),
            ({"expectations": [{"type": "expect_duplicate_rate_to_be_at_most"}]}, "measures"),
            (
                {"expectations": [{"type": "x", "kwargs": {"column_list": ["source", "rule"]}}]},
                "measures",
            ),
            ({"expectations": [{"type": "expect_x", "kwargs": {"column": "hue"}}]}, "records"),
            (
                {"expectations": [], "meta": {"bibvalidator": {"table": "measures"}}},
                "measures",
            ),
            ({"expectations": [], "meta": {"bibvalidator": {"table": "hue"}}}, "records"),
            ({"expectations": [], "meta": 3}, "records"),
        ],
    )
    def test_the_table_it_is_about(
        self, tmp_path: Path, content: dict[str, Any], table: str
    ) -> None:
        path = tmp_path / "suite.json"
        path.write_text(json.dumps(content), encoding="utf-8")
        assert suites.read(str(path)).table == table

    def test_a_name_of_its_own(self, tmp_path: Path) -> None:
        suite = Suite("中文", "records", ({"type": "expect_x", "kwargs": {"column": "题名"}},))
        ((path, _),) = suites.write([suite], str(tmp_path))
        assert "题名" in Path(path).read_text(encoding="utf-8")
