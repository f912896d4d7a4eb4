"""What a run is told: defaults, file, environment and command line, in rising order of weight."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from validator import profiles
from validator.errors import UsageError
from validator.record import VARIABLES, Parallel, csl_name
from validator.translations import LANGUAGES

LEVELS = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Settings:
    """The configuration in force. A key in a file is the attribute with hyphens.

    Those that begin with ``doi_``, ``types_``, ``sql_``, ``duplicates_`` and ``gates_`` stand in
    tables there: ``[doi] expected-since``. Shares are from 0 to 1.
    """

    select: tuple[str, ...] = ("DEFAULT",)
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=dict)  # code or name -> level
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # glob -> selectors
    baseline: str = ""  # the path of a file, "" for none
    suppressions: str = ""
    fail_on: str = "error"
    profile: str = "default"  # a name, or the path of a file
    lang: str = "en"
    jobs: int = 0  # 0: by the size of the input
    rules: tuple[str, ...] = ()  # Python files with rules of one's own
    max_record_bytes: int = 64 * 2**20
    max_unpacked_bytes: int = 2 * 2**30  # of a workbook
    columns: Mapping[str, str] = field(default_factory=dict)  # header of a column -> its variable
    sql_query: str = ""  # what is read of a database, "" for the table that its URL names
    doi_expected_since: int = 0  # 0: as the profile says
    types_extra: tuple[str, ...] = ()  # types of records of one's own
    duplicates_search: bool = True
    duplicates_max_false_positive_rate: float = 1e-4
    duplicates_decisions: str = ""  # the path of a file
    gates_min_records: int = 1
    gates_doi_completeness: float = 0.8  # of the records that the profile expects one of
    gates_title_completeness: float = 0.99
    gates_author_completeness: float = 0.95
    gates_year_completeness: float = 0.95
    gates_doi_validity: float = 0.99  # of the values that are there
    gates_issn_validity: float = 0.99
    gates_isbn_validity: float = 0.99
    gates_orcid_validity: float = 0
    gates_unique_ids: bool = True
    gates_known_types: bool = True
    gates_script: Mapping[str, str] = field(default_factory=dict)  # column -> script
    gates_duplicate_rate: float = 0.01
    gates_unreadable: float = 0.0
    gates_max_rate: Mapping[str, float] = field(default_factory=dict)  # code or name -> share
    gates_no_rise: tuple[str, ...] = ()  # selectors
    gates_tolerance: float = 0.0  # of no_rise
    gates_by_source: bool = False  # whether rates are judged in each source alone
    gates_suites: tuple[str, ...] = ()  # the paths of suites of one's own
    today: datetime.date = field(default_factory=datetime.date.today)  # the one clock
    input_format: str = ""  # "" for: by content


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("a string is wanted")
    return value


def _number(value: Any) -> int:
    if isinstance(value, bool) or not (isinstance(value, int) or str(value).isdecimal()):
        raise ValueError("a whole number is wanted")
    return int(value)


def _rate(value: Any) -> float:
    try:
        rate = float(value)
    except ValueError:
        rate = 0
    if not 0 < rate <= 1:
        raise ValueError("a number above 0 and up to 1 is wanted, such as 1e-4")
    return rate


def _share(value: Any) -> float:
    try:
        share = -1.0 if isinstance(value, bool) else float(value)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise ValueError("a share from 0 to 1 is wanted, such as 0.95")
    return share


def _pairs(value: Any) -> Mapping[str, Any]:
    """A table, from the command line or the environment as KEY=VALUE,KEY=VALUE."""
    if isinstance(value, str):
        value = dict(pair.partition("=")[::2] for pair in _words(value))
    if not isinstance(value, dict):
        raise ValueError("a table is wanted")
    return value


def _shares(value: Any) -> Mapping[str, float]:
    return {code: _share(share) for code, share in _pairs(value).items()}


def _scripts(value: Any) -> Mapping[str, str]:
    from validator.text.script import Script

    wanted = _one_of("CJK", *(script.value for script in Script if script.value[0].isupper()))
    return {column: wanted(script) for column, script in _pairs(value).items()}


def _switch(value: Any) -> bool:
    if str(value).lower() not in ("true", "false", "1", "0"):
        raise ValueError("true or false is wanted")
    return str(value).lower() in ("true", "1")


def _words(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        value = [word for word in re.split(r"[,\s]+", value) if word]
    if not isinstance(value, (list, tuple)) or not all(isinstance(word, str) for word in value):
        raise ValueError("a list of strings is wanted")
    return tuple(value)


def _one_of(*words: str) -> Callable[[Any], str]:
    def parse(value: Any) -> str:
        if value not in words:
            raise ValueError(f"one of {', '.join(words)} is wanted")
        return str(value)

    return parse


def _size(value: Any) -> int:
    found = re.fullmatch(r"(\d+)\s*(B|KiB|MiB|GiB)?", str(value).strip())
    if not found:
        raise ValueError("a size is wanted, such as 64 MiB")
    factor: int = 1024 ** ("B", "KiB", "MiB", "GiB").index(found[2] or "B")
    return int(found[1]) * factor


def _date(value: Any) -> datetime.date:
    if isinstance(value, datetime.date):
        return value
    return datetime.date.fromisoformat(str(value))


def _levels(value: Any) -> Mapping[str, str]:
    levels = _pairs(value)
    if any(level not in LEVELS for level in levels.values()):
        raise ValueError(f"codes with a level of {', '.join(LEVELS)} are wanted")
    return levels


def _columns(value: Any) -> Mapping[str, str]:
    if isinstance(value, str):  # HEADER=VARIABLE,HEADER=VARIABLE
        value = dict(pair.rpartition("=")[::2] for pair in value.split(",") if pair.strip())
    if not isinstance(value, dict) or not all(isinstance(name, str) for name in value.values()):
        raise ValueError("a table of headers with variables is wanted")
    names = column_names()
    for header, name in value.items():
        if name and name not in names:
            raise UsageError(f"unknown variable {name!r} of {header!r}{_near(name, names)}")
    return value


def column_names() -> tuple[str, ...]:
    """What a column may be said to hold: variables, parts of dates and pages, identifiers."""
    from dataclasses import fields

    from validator.text.identifiers.schemes import FIELDS

    parallels = (f"original-{csl_name(part.name)}" for part in fields(Parallel))
    own = (variable for variable in VARIABLES if variable != "other-id")
    return (*own, *COLUMN_PARTS, *parallels, *sorted(set(FIELDS.values())))


COLUMN_PARTS = ("id", "year", "month", "day", "first-page", "last-page", "ORCID", "database")
"""What columns hold beside variables."""


def _globs(value: Any) -> Mapping[str, tuple[str, ...]]:
    if not isinstance(value, dict):
        raise ValueError("a table of patterns with lists of codes is wanted")
    return {pattern: _words(codes) for pattern, codes in value.items()}


PARSERS: Mapping[str, Callable[[Any], Any]] = {
    "select": _words,
    "ignore": _words,
    "extend-select": _words,
    "severity": _levels,
    "per-file-ignores": _globs,
    "baseline": _text,
    "suppressions": _text,
    "fail-on": _one_of(*LEVELS, "never"),
    "profile": profiles.checked,
    "lang": _one_of(*LANGUAGES),
    "jobs": _number,
    "rules": _words,
    "max-record-bytes": _size,
    "max-unpacked-bytes": _size,
    "columns": _columns,
    "sql.query": _text,
    "doi.expected-since": _number,
    "types.extra": _words,
    "duplicates.search": _switch,
    "duplicates.max-false-positive-rate": _rate,
    "duplicates.decisions": _text,
    "gates.min-records": _number,
    "gates.doi-completeness": _share,
    "gates.title-completeness": _share,
    "gates.author-completeness": _share,
    "gates.year-completeness": _share,
    "gates.doi-validity": _share,
    "gates.issn-validity": _share,
    "gates.isbn-validity": _share,
    "gates.orcid-validity": _share,
    "gates.unique-ids": _switch,
    "gates.known-types": _switch,
    "gates.script": _scripts,
    "gates.duplicate-rate": _share,
    "gates.unreadable": _share,
    "gates.max-rate": _shares,
    "gates.no-rise": _words,
    "gates.tolerance": _share,
    "gates.by-source": _switch,
    "gates.suites": _words,
    "today": _date,
    "input-format": _text,
}
"""Every key, and what reads its value. Tables are flattened with a dot."""

TRUSTED = {"rules": "Python files", "gates.suites": "suites", "sql.query": "a query"}
"""Keys that name what is run, and what that is: data that are audited must not run code."""

TABLES = frozenset(key.partition(".")[0] for key in PARSERS if "." in key)


def attribute(key: str) -> str:
    """The attribute of Settings that holds a key: ``doi.expected-since`` is doi_expected_since."""
    return key.replace(".", "_").replace("-", "_")


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings, and for each key where its value comes from."""

    settings: Settings
    origins: Mapping[str, str]
    file: Path | None = None


def load(
    paths: Iterable[str],
    given: Mapping[str, Any],
    *,
    config: str | None = None,
    isolated: bool = False,
) -> Loaded:
    """The settings of a run over ``paths``; ``given`` is the command line, by key.

    Raises UsageError for a file that cannot be read, an unknown key or a value that is wrong.
    """
    values: dict[str, Any] = {}
    origins = dict.fromkeys(PARSERS, "default")
    origins["today"] = "the system's clock"
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        moment = datetime.datetime.fromtimestamp(int(epoch), datetime.UTC)
        values["today"], origins["today"] = moment.date(), "SOURCE_DATE_EPOCH"

    def take(key: str, value: Any, origin: str) -> None:
        try:
            values[key] = PARSERS[key](value)
        except UsageError as error:
            raise UsageError(f"{origin}: {key}: {error}") from error
        except (ValueError, TypeError) as error:
            raise UsageError(f"{origin}: {key}: {error}, not {value!r}") from error
        origins[key] = origin

    file = None if isolated else _find(paths, config)
    if file:
        for key, value in _flat(_table(file), file):
            if key == "profile" and isinstance(value, str):
                value = profiles.beside(value, file.parent)
            if key in ("baseline", "suppressions", "duplicates.decisions") and isinstance(
                value, str
            ):
                value = str(file.parent / value) if value else value
            take(key, value, str(file))
        for key, what in TRUSTED.items():
            if values.get(key):
                _check_trusted(key, what, file, explicit=config is not None)
                if isinstance(values[key], tuple):  # of paths, which count from the file
                    folder = file.resolve().parent
                    values[key] = tuple(str(folder / path) for path in values[key])
    for key in PARSERS:
        variable = "BIBVALIDATOR_" + attribute(key).upper()
        if variable in os.environ and not isolated:
            take(key, os.environ[variable], variable)
    for key, value in given.items():
        if value is not None:
            take(key, value, "the command line")
    settings = replace(Settings(), **{attribute(key): value for key, value in values.items()})
    return Loaded(settings, origins, file)


def shown(settings: Settings) -> dict[str, str]:
    """Each key with its value in words, in the order of PARSERS."""
    words = {}
    for key in PARSERS:
        value = getattr(settings, attribute(key))
        if isinstance(value, Mapping):
            pairs = ((k, " ".join(v) if isinstance(v, tuple) else v) for k, v in value.items())
            value = ", ".join(f"{k}={v}" for k, v in pairs)
        elif isinstance(value, tuple):
            value = ", ".join(value)
        words[key] = str(value).lower() if isinstance(value, bool) else str(value)
    return words


def _find(paths: Iterable[str], config: str | None) -> Path | None:
    """The configuration file of a run: named, else the nearest going up from the inputs."""
    if config is not None:
        file = Path(config)
        if not file.is_file():
            raise UsageError(f"no configuration file {config}")
        return file
    files = [Path(path).absolute() for path in paths if path != "-" and "://" not in path]
    start = Path(os.path.commonpath(files)) if files else Path.cwd()
    for folder in (start, *start.parents):
        own = folder / "bibvalidator.toml"
        if own.is_file():
            return own
        project = folder / "pyproject.toml"
        if project.is_file() and b"[tool.bibvalidator" in project.read_bytes():
            return project
    return None


def _table(file: Path) -> dict[str, Any]:
    import tomllib

    try:
        table = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise UsageError(f"{file}: {error}") from error
    if file.name == "pyproject.toml":
        table = table.get("tool", {}).get("bibvalidator", {})
    return table


def _flat(table: Mapping[str, Any], file: Path) -> Iterable[tuple[str, Any]]:
    for key, value in table.items():
        if key in PARSERS:
            yield key, value
        elif key in TABLES and isinstance(value, dict):
            for inner, item in value.items():
                full = f"{key}.{inner}"
                if full not in PARSERS:
                    raise UsageError(f"{file}: unknown key {inner!r} in [{key}]{_near(full)}")
                yield full, item
        else:
            raise UsageError(f"{file}: unknown key {key!r}{_near(key)}")


def _near(key: str, known: Iterable[str] = ()) -> str:
    import difflib

    near = difflib.get_close_matches(key, [*known] or [*PARSERS, *TABLES], n=1, cutoff=0.4)
    return f"; did you mean {near[0]!r}?" if near else ""


def _check_trusted(key: str, what: str, file: Path, *, explicit: bool) -> None:
    """Audited data must never run code, here or in a database. Raises UsageError."""
    here = Path.cwd().resolve()
    folder = file.resolve().parent
    if not explicit and folder != here and folder not in here.parents:
        raise UsageError(
            f"{file} names {what} under `{key}`, and it lies among the data;"
            f" to trust it, say --config {file}"
        )
