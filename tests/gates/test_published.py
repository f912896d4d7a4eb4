"""The expectations that we publish, as a set: documented, with examples that hold, and rendered."""

from __future__ import annotations

import inspect
import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from backends import Backend, backend, gx_context, spark

gx = pytest.importorskip("great_expectations", reason="pip install 'bibvalidator[gates]'")
gates = pytest.importorskip("validator.gates")
pytestmark = pytest.mark.filterwarnings("ignore")  # of the libraries beneath

__all__ = ["backend", "gx_context", "spark"]

PUBLISHED = [getattr(gates, name) for name in gates.__all__ if name.startswith("Expect")]


@pytest.mark.parametrize("published", PUBLISHED, ids=lambda c: c.__name__)
def test_an_expectation_says_what_its_arguments_mean(published: Any) -> None:
    text = inspect.getdoc(published) or ""
    for argument in published.args_keys:
        assert f"\n    {argument}: " in text
        if argument not in ("column", "mostly"):  # of Great Expectations
            assert published.__fields__[argument].field_info.description
    assert "On pandas, SQLite, PostgreSQL and Spark." in text


@pytest.mark.parametrize("published", PUBLISHED, ids=lambda c: c.__name__)
def test_its_examples_hold(published: Any, gx_context: Any, request: Any) -> None:
    made = Backend("pandas", request)
    for example in published.examples:
        batch = made.batch(example["data"])
        outcomes = set()
        for test in example["tests"]:
            told = batch.validate(published(**test["in"]))
            assert told.success is test["out"]["success"], test
            assert told.result, told.exception_info
            outcomes.add(told.success)
        assert outcomes == {True, False}


SENTENCES = {
    "ExpectColumnValuesToBeValidDoi": (
        "values must be valid DOIs (DOI001, DOI004, DOI005, DOI008), at least 99.5 % of them."
    ),
    "ExpectColumnValuesToMatchScript": "values must be written in the script Latin.",
    "ExpectRuleFindingRateToBeAtMost": (
        "at most 5 % of the records of each source may have a finding of DOI003."
    ),
    "ExpectRuleFindingRateNotToRise": (
        "the share of records of a.bib with a finding of DOI003 must not rise more than 0.1 % "
        "above the baseline's."
    ),
    "ExpectDuplicateRateToBeAtMost": "at most 0.01 % of the records may repeat another one.",
    "ExpectRecordsToBeAccountedFor": "all records must be accounted for: read, or unreadable.",
}


def test_data_docs_say_it_in_sentences(gx_context: Any, tmp_path: Path, request: Any) -> None:
    site = {
        "class_name": "SiteBuilder",
        "site_index_builder": {"class_name": "DefaultSiteIndexBuilder"},
        "store_backend": {
            "class_name": "TupleFilesystemStoreBackend",
            "base_directory": str(tmp_path / "docs"),
        },
    }
    gx_context.add_data_docs_site("here", site)
    try:
        asked = [
            gates.ExpectColumnValuesToBeValidDoi(column="DOI", mostly=0.995, ignore=["DOI002"]),
            gates.ExpectColumnValuesToMatchScript(column="title", script="Latin"),
            gates.ExpectRuleFindingRateToBeAtMost(rule="DOI003", max_rate=0.05, source="*"),
            gates.ExpectRuleFindingRateNotToRise(rule="DOI003", tolerance=0.001, source="a.bib"),
            gates.ExpectDuplicateRateToBeAtMost(max_rate=0.0001),
            gates.ExpectRecordsToBeAccountedFor(),
        ]
        suite = gx_context.suites.add(gx.ExpectationSuite("told", expectations=asked))
        frame = Backend("pandas", request).batch(
            {
                "DOI": ["10.1000/182.", None],
                "title": ["土壤研究进展", "<b>Soils</b> and $more"],
                "rule": ["DOI003", "duplicates"],
                "source": ["a.bib", "a.bib"],
                "checked": [40, 40],
                "flagged": [4, 0],
                "baseline_rate": [0.05, None],
            }
        )
        definition = frame.data.dataframe
        source = gx_context.data_sources.add_or_update_pandas("docs")
        whole = source.add_dataframe_asset("a").add_batch_definition_whole_dataframe("all")
        validation = gx_context.validation_definitions.add(
            gx.ValidationDefinition(name="told", data=whole, suite=suite)
        )
        checkpoint = gx_context.checkpoints.add(
            gx.Checkpoint(name="told", validation_definitions=[validation])
        )
        assert not checkpoint.run(batch_parameters={"dataframe": definition}).success
        gx_context.build_data_docs(["here"])
    finally:
        gx_context.delete_data_docs_site("here")
    pages = [path.read_text(encoding="utf-8") for path in (tmp_path / "docs").rglob("*.html")]
    plain = [" ".join(re.sub("<[^>]*>", " ", page).split()) for page in pages]
    for sentence in SENTENCES.values():
        assert sum(squeezed(sentence) in squeezed(page) for page in plain) > 1, sentence
    assert any("rate: 0.1; flagged: 4; checked: 40" in page for page in plain)
    assert any("no row of records in the table of measures" in page for page in plain)


@pytest.mark.parametrize(("limit", "success"), [(0.03, False), (0.04, True)])
def test_a_limit_may_be_given_when_a_suite_is_run(
    limit: float, success: bool, gx_context: Any, request: Any
) -> None:
    published = gates.ExpectRuleFindingRateToBeAtMost
    asked = published(rule="DOI003", max_rate={"$PARAMETER": "limit"})
    suite = gx.ExpectationSuite("with a parameter", expectations=[asked])
    batch = Backend("pandas", request).batch(published.examples[0]["data"])
    assert batch.validate(suite, expectation_parameters={"limit": limit}).success is success


def squeezed(text: str) -> str:
    """A text without blanks, which pages set around what they emphasise."""
    return re.sub(r"\s", "", text)


def test_thousands_of_values_in_a_database_are_counted(backend: Backend) -> None:
    if backend.name not in ("sqlite", "postgres"):
        pytest.skip("a statement has no length there")
    values = [f"10.1000/{number}." for number in range(40_000)]
    told = backend.batch({"DOI": [*values, *values, "10.1000/182"]}).validate(
        gates.ExpectColumnValuesToBeValidDoi(column="DOI")
    )
    assert told.result["unexpected_count"] == 80_000
    assert told.result["partial_unexpected_list"][:3] == [values[0], values[0], values[1]]


def test_values_that_a_collation_holds_for_one_are_two(gx_context: Any, tmp_path: Path) -> None:
    path = tmp_path / "serials.db"
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE serials (issn TEXT COLLATE NOCASE)")
        database.executemany(
            "INSERT INTO serials VALUES (?)", [("2434-561X",), ("2434-561x",), ("2434-561X",)]
        )
    database.close()
    source = gx_context.data_sources.add_sqlite("nocase", connection_string=f"sqlite:///{path}")
    asset = source.add_table_asset("serials", table_name="serials")
    batch = asset.add_batch_definition_whole_table("all").get_batch()
    told = batch.validate(gates.ExpectColumnValuesToBeValidIssn(column="issn"))
    assert told.result["partial_unexpected_list"] == ["2434-561x"]
    source.get_engine().dispose()


@pytest.mark.parametrize(
    ("condition", "unexpected"), [('col("id") == "a"', 0), ('col("id") == "b"', 2)]
)
def test_rows_may_be_chosen(backend: Backend, condition: str, unexpected: int) -> None:
    batch = backend.batch({"id": ["a", "b", "b"], "DOI": ["10.1000/182", "10.1/x", "10.1/x"]})
    told = batch.validate(
        gates.ExpectColumnValuesToBeValidDoi(
            column="DOI", row_condition=condition, condition_parser="great_expectations"
        )
    )
    assert told.result["unexpected_count"] == unexpected


def test_numbers_are_judged_as_they_are_written(backend: Backend) -> None:
    batch = backend.batch({"ISBN": [9780306406157, 9780306406158, None]})
    told = batch.validate(gates.ExpectColumnValuesToBeValidIsbn(column="ISBN"))
    assert told.result["unexpected_count"] == 1
