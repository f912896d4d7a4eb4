"""Configuration: found, weighed, refused with the nearest known word."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from validator.config import PARSERS, Settings, attribute, load, shown
from validator.errors import UsageError


def write(folder: Path, text: str, name: str = "bibvalidator.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_every_key_is_a_setting() -> None:
    assert {attribute(key) for key in PARSERS} == set(Settings.__dataclass_fields__)
    assert list(shown(Settings())) == list(PARSERS)


def test_the_nearest_file_going_up_from_the_inputs(tmp_path: Path) -> None:
    write(tmp_path, 'fail-on = "never"')
    write(tmp_path / "a", '[tool.bibvalidator]\nfail-on = "info"', "pyproject.toml")
    inside = write(tmp_path / "a" / "b", "", "x.bib")
    beside = write(tmp_path / "c", "", "y.bib")
    assert load([str(inside)], {}).settings.fail_on == "info"
    assert load([str(beside)], {}).settings.fail_on == "never"
    assert load([str(inside), str(beside)], {}).settings.fail_on == "never"  # common parent


def test_own_file_before_pyproject_in_one_folder(tmp_path: Path) -> None:
    write(tmp_path, 'fail-on = "never"')
    write(tmp_path, '[tool.bibvalidator]\nfail-on = "info"', "pyproject.toml")
    assert load([str(tmp_path)], {}).settings.fail_on == "never"


def test_a_pyproject_without_our_table_is_passed_by(tmp_path: Path) -> None:
    write(tmp_path, 'fail-on = "never"')
    write(tmp_path / "a", '[tool.other]\nx = "bibvalidator"', "pyproject.toml")
    assert load([str(tmp_path / "a")], {}).settings.fail_on == "never"


def test_weight(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command line over the environment over the file over the defaults."""
    write(tmp_path, 'fail-on = "never"\nprofile = "crossref"\njobs = 2')
    monkeypatch.setenv("BIBVALIDATOR_PROFILE", "gbt7714")
    monkeypatch.setenv("BIBVALIDATOR_JOBS", "3")
    loaded = load([str(tmp_path)], {"jobs": 4, "fail-on": None})
    settings = loaded.settings
    assert (settings.fail_on, settings.profile, settings.jobs) == ("never", "gbt7714", 4)
    assert loaded.origins["profile"] == "BIBVALIDATOR_PROFILE"
    assert loaded.origins["jobs"] == "the command line"
    assert loaded.origins["fail-on"].endswith("bibvalidator.toml")
    assert loaded.origins["lang"] == "default"
    assert (
        load([str(tmp_path)], {}, isolated=True).settings == load(["-"], {}, isolated=True).settings
    )


def test_tables(tmp_path: Path) -> None:
    write(
        tmp_path,
        """
        ignore = ["DOI003"]
        max-record-bytes = "2 MiB"
        [per-file-ignores]
        "theses/*.bib" = ["DOI"]
        [severity]
        DOI002 = "error"
        [doi]
        expected-since = 1995
        [duplicates]
        max-false-positive-rate = 1e-3
        [gates]
        doi-completeness = 0
        no-rise = ["DOI"]
        [gates.max-rate]
        DOI003 = 0.05
        [gates.script]
        original-title = "Latin"
        """,
    )
    settings = load([str(tmp_path)], {}).settings
    assert settings.ignore == ("DOI003",)
    assert settings.max_record_bytes == 2 * 2**20
    assert settings.per_file_ignores == {"theses/*.bib": ("DOI",)}
    assert settings.severity == {"DOI002": "error"}
    assert settings.doi_expected_since == 1995
    assert settings.duplicates_max_false_positive_rate == 1e-3
    assert settings.gates_doi_completeness == 0
    assert settings.gates_no_rise == ("DOI",)
    assert settings.gates_max_rate == {"DOI003": 0.05}
    assert settings.gates_script == {"original-title": "Latin"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("ingore = []", "unknown key 'ingore'; did you mean 'ignore'"),
        ("[doi]\nexpected-sinse = 2", "unknown key 'expected-sinse' in [doi]"),
        ('fail-on = "errors"', "one of error, warning, info, never is wanted"),
        ("jobs = true", "a whole number is wanted"),
        ('select = "DOI001, DOI002"\nignore = 3', "a list of strings is wanted"),
        ('max-record-bytes = "much"', "a size is wanted"),
        ("[duplicates]\nmax-false-positive-rate = 2", "above 0 and up to 1"),
        ("[duplicates]\nmax-false-positive-rate = 0", "above 0"),
        ("[duplicates]\nmax-false-positive-rate = nan", "above 0"),
        ("[duplicates]\nmax-false-positive-rate = 'few'", "above 0"),
        ('today = "yesterday"', "today"),
        ('[severity]\nDOI001 = "fatal"', "level"),
        ("[gates]\ndoi-complete = 1", "unknown key 'doi-complete' in [gates]; did you mean"),
        ("[gates]\ndoi-completeness = 95", "a share from 0 to 1 is wanted"),
        ("[gates]\nunreadable = true", "a share from 0 to 1 is wanted"),
        ("[gates]\nunreadable = nan", "a share from 0 to 1 is wanted"),
        ("[gates]\nmax-rate = 0.5", "a table is wanted"),
        ("[gates.max-rate]\nDOI003 = 2", "a share from 0 to 1 is wanted"),
        ("[gates.script]\ntitle = 'latin'", "one of CJK, Latin, Han"),
        ("x = [", "bibvalidator.toml"),
    ],
)
def test_what_is_refused(tmp_path: Path, text: str, message: str) -> None:
    write(tmp_path, text)
    with pytest.raises(UsageError) as caught:
        load([str(tmp_path)], {})
    assert message in str(caught.value)


def test_a_missing_configuration_file() -> None:
    with pytest.raises(UsageError, match="no configuration file"):
        load([], {}, config="nowhere.toml")


class TestPythonInTheConfiguration:
    """Audited data must never run code."""

    def test_among_the_data_it_is_refused(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write(tmp_path / "data", 'rules = ["evil.py"]')
        (tmp_path / "work").mkdir()
        monkeypatch.chdir(tmp_path / "work")
        with pytest.raises(UsageError, match="--config"):
            load([str(tmp_path / "data")], {})

    def test_below_the_current_folder_it_is_refused(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write(tmp_path / "data", 'rules = ["evil.py"]')
        monkeypatch.chdir(tmp_path)
        with pytest.raises(UsageError, match="--config"):
            load(["data"], {})

    def test_above_it_is_honoured(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        write(tmp_path, 'rules = ["house_rules.py"]')
        (tmp_path / "work").mkdir()
        monkeypatch.chdir(tmp_path / "work")
        assert load(["."], {}).settings.rules == (str(tmp_path / "house_rules.py"),)

    def test_named_it_is_honoured(self, tmp_path: Path) -> None:
        path = write(tmp_path / "data", 'rules = ["house_rules.py"]')
        assert load([], {}, config=str(path)).settings.rules


class TestClock:
    def test_the_source_date(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
        assert load([], {}, isolated=True).settings.today == datetime.date(1970, 1, 2)

    def test_the_flag_wins(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
        loaded = load([], {"today": "2026-07-01"}, isolated=True)
        assert loaded.settings.today == datetime.date(2026, 7, 1)

    def test_else_the_system(self) -> None:
        assert load([], {}, isolated=True).settings.today == datetime.date.today()
