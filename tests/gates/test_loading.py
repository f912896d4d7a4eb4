"""A suite keeps its expectations, or is refused; the context's own is never overwritten."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from backends import gx_context

pytest.importorskip("great_expectations", reason="pip install 'bibvalidator[gates]'")
pytestmark = pytest.mark.filterwarnings("ignore")  # of the libraries beneath

__all__ = ["gx_context"]

DOI = {"type": "expect_column_values_to_be_valid_doi", "kwargs": {"column": "DOI"}}
RATE = "expect_rule_finding_rate_to_be_at_most"
BROKEN = [
    ("", "is no suite"),
    ("[" * 100_000, "is no suite"),
    ("[]", "has no list of expectations"),
    ({"name": "s"}, "has no list of expectations"),
    ({"expectations": [{"expectation_type": "expect_it"}]}, "expectation 1 has no type"),  # of GX 0
    ({"expectations": [DOI, {"type": "expect_nothing"}]}, "2, expect_nothing: .* not found"),
    ({"expectations": [{**DOI, "kwargs": {}}]}, "column field required"),
    ({"expectations": [{**DOI, "kwargs": {"column": "x", "ignore": ["DOI003"]}}]}, "none of the"),
    ({"expectations": [{"type": RATE, "kwargs": {"rule": "DOI003", "max_rate": 5}}]}, "0 to 1"),
    (
        {"expectations": [{"type": "expect_column_values_to_match_script",
                           "kwargs": {"column": "x", "script": "Klingon"}}]},
        "no script 'Klingon' is known, but Latin, Han",
    ),
]  # fmt: skip


def written(folder: Path, told: Any) -> Path:
    path = folder / "records.json"
    path.write_text(told if isinstance(told, str) else json.dumps(told), encoding="utf-8")
    return path


@pytest.mark.parametrize(("told", "message"), BROKEN)
def test_what_is_no_whole_suite_is_refused(told: Any, message: str, tmp_path: Path) -> None:
    from validator.gates import load_suite

    with pytest.raises(ValueError, match=message):
        load_suite(written(tmp_path, told))


def test_the_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    from validator.gates import load_suite

    with pytest.raises(ValueError, match=r"none\.json is no suite"):
        load_suite(tmp_path / "none.json")


def test_a_suite_of_the_context_is_kept(tmp_path: Path, gx_context: Any) -> None:
    from validator.gates import load_suite

    path = written(tmp_path, {"name": "kept", "expectations": [DOI]})
    first = load_suite(path, gx_context)
    assert load_suite(path, gx_context).id == first.id
    path = written(tmp_path, {"name": "kept", "expectations": [DOI, DOI]})
    with pytest.raises(ValueError, match="the context has another suite 'kept'"):
        load_suite(path, gx_context)
    assert len(gx_context.suites.get("kept").expectations) == 1


PROJECT = """
import sys
import great_expectations

context = great_expectations.get_context(mode="file", project_root_dir=sys.argv[1])
if sys.argv[2] == "save":
    from validator.gates import ExpectColumnValuesToBeValidDoi

    suite = context.suites.add(great_expectations.ExpectationSuite("records"))
    suite.add_expectation(ExpectColumnValuesToBeValidDoi(column="DOI"))
elif sys.argv[2] == "ours":
    from validator.gates import load_suite

    print(len(load_suite(sys.argv[3], context).expectations))
else:
    try:
        print(len(context.suites.get("records").expectations))
    except Exception as error:
        print(type(error).__name__)
"""


def test_a_suite_saved_elsewhere_comes_back_whole(tmp_path: Path) -> None:
    script = tmp_path / "project.py"
    script.write_text(PROJECT, encoding="utf-8")
    root = Path(__file__).resolve().parents[2]
    environment = os.environ | {"GX_ANALYTICS_ENABLED": "false", "PYTHONPATH": str(root)}
    kept = tmp_path / "gx" / "expectations" / "records.json"

    def printed(what: str) -> str:
        command = [sys.executable, "-W", "ignore", script, tmp_path, what, kept]
        done = subprocess.run(
            command, check=True, env=environment, capture_output=True, encoding="utf-8"
        )
        return done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""

    printed("save")
    before = kept.read_bytes()
    assert printed("ours") == "1"
    assert printed("theirs") != "1"  # without our module, which is why ours counts
    assert kept.read_bytes() == before
