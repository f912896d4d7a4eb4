"""Tables of databases: read only, row by row, and nothing secret is said."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from postgres import PASSWORD, USER, Postgres

from validator.config import Settings
from validator.errors import UnreadableError, UsageError
from validator.finding import Fault
from validator.io import Opened, items, named
from validator.io.tables import urls
from validator.record import Record

pytest.importorskip("sqlalchemy", reason="in the extra `sql`")


def read(path: str, **given: Any) -> list[Record | Fault]:
    with Opened(named(path), Settings(**given)) as source:
        return list(items(source))


def run(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "validator", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def books(tmp_path: Path) -> str:
    """A small SQLite database; returns its URL."""
    with sqlite3.connect(tmp_path / "books.db") as made:
        made.executescript(
            "CREATE TABLE papers (id INTEGER PRIMARY KEY, title TEXT, authors TEXT, year INT);"
            "CREATE TABLE loans (reader TEXT, due TEXT);"
            "CREATE VIEW new AS SELECT title, year FROM papers WHERE year > 2005;"
        )
        rows = [(2, "数字图书馆", "王五", 2009), (1, "A: 100% of b", "Li, Wei", 2001)]
        made.executemany("INSERT INTO papers VALUES (?, ?, ?, ?)", rows)
    made.close()
    return f"sqlite:///{tmp_path}/books.db"


class TestSQLite:
    def test_a_table_is_read_in_the_order_of_its_key(self, books: str) -> None:
        found = read(f"{books}#papers")
        assert [r.title for r in found if isinstance(r, Record)] == ["A: 100% of b", "数字图书馆"]
        first = found[0]
        assert isinstance(first, Record)
        assert (first.id, first.year, str(first.author[0])) == ("1", 2001, "Li, Wei")
        assert (first.provenance.record_number, first.provenance.line) == (1, None)
        assert first.provenance.format == "sql"

    def test_a_view_and_a_query(self, books: str) -> None:
        assert len(read(f"{books}#new")) == 1
        query = "SELECT authors AS author, title FROM papers WHERE title LIKE '%100%%' OR ':x' = ''"
        (record,) = read(books, sql_query=query)
        assert isinstance(record, Record)
        assert record.title == "A: 100% of b"

    WRONG = [
        ("{}", {}, "its tables: loans, new, papers", "several tables"),
        ("{}#nope", {}, "there is no table nope", "another table"),
        ("{}#papers; DROP TABLE papers", {}, "there is no table", "more than a name"),
        ("{}#papers", {"sql_query": "SELECT 1"}, "a table and a query", "both"),
        ("{}", {"sql_query": "SELEC title"}, 'near "SELEC": syntax error', "its own words"),
        ("{}", {"sql_query": "SELECT nope FROM papers"}, "no such column: nope", "the same"),
        ("{}", {"sql_query": "DELETE FROM papers"}, "readonly", "it may not write"),
        ("{}", {"sql_query": "CREATE TABLE x (y)"}, "readonly", "the same"),
        ("{}", {"sql_query": "PRAGMA user_version = 3"}, "readonly|no rows", "the same"),
        ("{}", {"sql_query": "SELECT 1 AS one"}, "no column is known of one", "nothing known"),
        ("{}#loans", {}, "no column is known of reader, due", "a table of other things"),
        ("sqlite:///nowhere.db#x", {}, "no file nowhere.db", "it is not made"),
        ("sqlite://", {}, "no file", "a database in memory"),
        ("nosuch://host/db#x", {}, "nosuch", "another scheme"),
        ("mysql+nosuch://host/db#x", {}, "nosuch", "another driver"),
        ("http://example.org/a.bib", {}, "http", "no page is fetched"),
    ]

    @pytest.mark.parametrize(
        ("path", "given", "said", "why"), WRONG, ids=[f"{i}" for i in range(len(WRONG))]
    )
    def test_what_is_wrong_is_said(
        self, books: str, path: str, given: dict[str, str], said: str, why: str
    ) -> None:
        with pytest.raises(UsageError, match=said):
            read(path.format(books), **given)
        assert not Path("nowhere.db").exists()
        assert len(read(f"{books}#papers")) == 2

    def test_a_file_that_is_no_database(self, tmp_path: Path) -> None:
        (tmp_path / "x.db").write_bytes(b"no database at all" * 100)
        with pytest.raises(UnreadableError, match="not a database"):
            read(f"sqlite:///{tmp_path}/x.db#papers")

    def test_text_that_is_no_utf8(self, tmp_path: Path) -> None:
        with sqlite3.connect(tmp_path / "x.db") as made:
            made.execute("CREATE TABLE t (title, year)")
            made.execute("INSERT INTO t VALUES (CAST(X'41FF' AS TEXT), 2000), ('Z', 2001)")
        made.close()
        found = read(f"sqlite:///{tmp_path}/x.db#t")
        assert [r.title for r in found if isinstance(r, Record)] == ["A\udcff", "Z"]

    def test_from_end_to_end(self, books: str, tmp_path: Path) -> None:
        done = run("check", "sqlite:///books.db#papers", "--isolated", folder=tmp_path)
        assert "2 records in 1 file" in done.stdout
        done = run("check", "sqlite:///books.db", "--query", "SELEC", folder=tmp_path)
        assert (done.returncode, done.stdout) == (2, "")
        assert 'near "SELEC": syntax error' in done.stderr

    def test_a_query_that_lies_among_the_data_is_not_run(self, books: str, tmp_path: Path) -> None:
        data = tmp_path / "data"
        data.mkdir()
        (data / "a.bib").write_text("@book{a, title = {A}}")
        (data / "bibvalidator.toml").write_text('[sql]\nquery = "SELECT 1"\n')
        done = run("check", "data", folder=tmp_path)
        assert done.returncode == 2
        assert "lies among the data" in done.stderr
        (data / "bibvalidator.toml").rename(tmp_path / "bibvalidator.toml")
        assert run("config", "data", folder=tmp_path).returncode == 0


SHOWN = [
    ("postgresql://me:secret@host:5432/db#t", "postgresql://me@host:5432/db#t", "a password"),
    ("postgresql://me@host/db", "postgresql://me@host/db", "none"),
    ("postgresql://host/db", "postgresql://host/db", "no login"),
    ("postgresql://me:se@cr/e#t@host/db#t", "postgresql://me@host/db#t", "marks in the password"),
    ("postgresql:///db?user=me&password=secret", "postgresql:///db", "as a parameter"),
    ("postgresql://host/db?sslpassword=secret#t", "postgresql://host/db#t", "the same"),
    ("mssql+pyodbc:///?odbc_connect=PWD%3Dsecret", "mssql+pyodbc:///", "inside a parameter"),
    ("sqlite:///a@b.db#t", "sqlite:///a@b.db#t", "a file with an @"),
    ("refs.bib", "refs.bib", "a file"),
]


@pytest.mark.parametrize(("path", "shown", "why"), SHOWN, ids=[why for *_, why in SHOWN])
def test_what_is_shown_of_a_url(path: str, shown: str, why: str) -> None:
    assert urls.shown(path) == shown


def test_what_a_driver_says_has_no_part_of_a_password() -> None:
    path = "postgresql://me:se%40cret/word@host/db?sslpassword=other"
    said = "cannot resolve 'cret/word', se@cret, other and host"
    assert urls.without_secrets(said, path) == "cannot resolve '***/***', se@***, *** and host"


def test_a_password_with_an_at_sign_has_to_be_escaped() -> None:
    with pytest.raises(UsageError, match="%40") as caught:
        read("postgresql://me:pa@ss@localhost/db#t")
    assert "pa@" not in str(caught.value)


MISPLACED = [
    ("postgresql://me:s3cret@host/db", "invalid choice"),
    ("check a.bib --bogus postgresql://me:s3cret@host/db", "a.bib|unrecognized"),
    ("check --jobs postgresql://me:s3cret@host/db", "invalid int value"),
]


@pytest.mark.parametrize(("words", "said"), MISPLACED)
def test_a_password_in_a_wrong_place(words: str, said: str, tmp_path: Path) -> None:
    done = run(*words.split(), folder=tmp_path)
    assert done.returncode == 2
    assert re.search(said, done.stderr)
    assert "s3cret" not in done.stderr


def test_the_database_is_no_output(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "a.db") as made:
        made.execute("CREATE TABLE t (title, year)")
    made.close()
    before = (tmp_path / "a.db").read_bytes()
    done = run("check", "sqlite:///a.db#t", "-o", "a.db", folder=tmp_path)
    assert (done.returncode, "is an input" in done.stderr) == (2, True)
    assert (tmp_path / "a.db").read_bytes() == before


def test_without_the_extra(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['sqlalchemy'] = None\n"
        "from validator.cli import main; sys.exit(main(['check', 'sqlite:///a.db#t']))"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert "pip install 'bibvalidator[sql]'" in done.stderr


MANY = 100_000


@pytest.fixture(scope="module")
def library(postgres: Postgres) -> str:
    """A database with a large table, a small one of many types, and one without a key."""
    url = postgres.new_database("library")
    postgres.run(
        f"""
        CREATE TABLE papers (id int PRIMARY KEY, title text, author text, year int, doi text);
        INSERT INTO papers SELECT i, 'A study of subject ' || i, 'Writer, Ada; Reader, B.',
            1950 + i % 70, '10.1234/things.' || i FROM generate_series(1, {MANY}) AS i;
        CREATE TABLE loans (reader text, due date);
        CREATE SEQUENCE numbers;
        CREATE SCHEMA shelf;
        CREATE TABLE shelf."Some Books" (
            title varchar, authors text[], issued date, volume numeric(6, 1), pages int4range,
            seen timestamptz, extra jsonb, open boolean, cover bytea, note char(6)
        );
        INSERT INTO shelf."Some Books" VALUES
            ('数字', '{{"Li, Wei", 王五}}', '2020-05-06', 3.0, '[3,9)', '2020-01-01 00:00:00Z',
             '{{"a": 1}}', true, 'ab', 'x'),
            (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
            ('Книга', '{{}}', '1999-01-01', 2.5, NULL, NULL, '[]', false, NULL, '');
        """,
        "library",
    )
    return url


class TestPostgreSQL:
    def test_types_become_text(self, library: str) -> None:
        one, two = read(f"{library}#shelf.Some Books")
        assert isinstance(one, Record)
        assert [str(name) for name in one.author] == ["Li, Wei", "王五"]
        assert one.issued is not None
        assert (one.title, one.issued.raw, one.volume) == ("数字", "2020-05-06", "3")
        raw = {field.name: field.value for field in one.raw}
        assert (raw["open"], raw["extra"], raw["cover"]) == ("true", '{"a": 1}', "ab")
        assert isinstance(two, Record)
        assert two.title == "Книга"

    def test_dates_that_python_has_not_cost_no_neighbour(self, library: str) -> None:
        dates = "infinity, -infinity, 0044-03-15 BC, 20000-01-01, 2020-05-06"
        for kind in ("date", "timestamp", "timestamptz"):
            query = f"SELECT 'T' AS title, d AS issued FROM unnest('{{{dates}}}'::{kind}[]) AS d"
            found = read(library, sql_query=query)
            raw = [r.raw[1].value for r in found if isinstance(r, Record)]
            assert raw[:2] == ["infinity", "-infinity"]
            assert raw[4].startswith("2020-05-06")
            assert len(raw) == 5

    def test_many_rows_in_bounded_memory(self, library: str, tmp_path: Path) -> None:
        """Read as a whole, the rows would take some 100 MiB."""
        code = (
            "import resource, sys, validator\n"
            "peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
            "rows = validator.read(sys.argv[1]); next(rows); before = peak()\n"
            "print(1 + sum(1 for _ in rows), peak() - before)"
        )
        command = [sys.executable, "-c", code, f"{library}#papers"]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
        count, grown = map(int, done.stdout.split())
        assert count == MANY
        assert grown < 30 * 1024

    WRONG = [
        ("SELEC 1", 'syntax error at or near "SELEC"', "its own words"),
        ("SELECT nope FROM papers", 'column "nope" does not exist', "the same"),
        ("SELECT 1/0 AS title", "division by zero", "the same"),
        ("DELETE FROM papers RETURNING title", "syntax error", "it may not write"),
        ("SELECT nextval('numbers') AS title", "read-only", "the same"),
        ("SELECT title FROM papers; COMMIT; DROP TABLE papers", "multiple|syntax", "one statement"),
        ("SELECT pg_sleep(0) AS other", "no column is known", "nothing known"),
    ]

    @pytest.mark.parametrize(("query", "said", "why"), WRONG, ids=[q for q, *_ in WRONG])
    def test_a_wrong_query(self, library: str, query: str, said: str, why: str) -> None:
        with pytest.raises(UsageError, match=said):
            read(library, sql_query=query)
        assert len(read(library, sql_query="SELECT title FROM papers LIMIT 3")) == 3

    def test_exit_codes_and_no_password(
        self, library: str, postgres: Postgres, tmp_path: Path
    ) -> None:
        shown = f"postgresql://{USER}@{postgres.address}/library"
        wrong = library.replace(PASSWORD, "0ther-secret")
        runs = [
            (("check", f"{library}#shelf.Some Books"), 0, f"{shown}#shelf.Some Books"),
            (("check", library, "--query", "SELEC 1"), 2, "syntax error"),
            (("check", library), 2, "its tables: loans, papers"),
            (("check", f"{wrong}#papers"), 3, "password authentication failed"),
            (("check", f"{library}x#papers"), 3, "does not exist"),
            (("formats", "--explain", f"{library}#shelf.Some Books"), 0, shown),
            (("config", library), 0, "select"),
        ]
        for arguments, code, said in runs:
            done = run(*arguments, "--isolated", folder=tmp_path)
            told = done.stdout + done.stderr
            assert (done.returncode, said in told) == (code, True), told
            assert "s3cret" not in told
            assert "0ther" not in told
        reports = ("--html", "a.html", "--format", "json", "-o", "a.json", "--csv", "a.csv")
        run("check", f"{library}#shelf.Some Books", *reports, "--isolated", folder=tmp_path)
        for report in tmp_path.iterdir():
            assert PASSWORD not in report.read_text(encoding="utf-8-sig")

    def test_a_connection_that_is_lost(self, library: str, postgres: Postgres) -> None:
        with Opened(named(f"{library}#papers"), Settings()) as source:
            rows = items(source)
            for _ in range(10):
                next(rows)
            postgres.run(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'library'"
            )
            with pytest.raises(UnreadableError, match="the database says"):
                list(rows)

    def test_an_address_where_nobody_listens(self) -> None:
        with pytest.raises(UnreadableError, match="the database says"):
            read("postgresql://me:secret@127.0.0.1:1/db#t")

    def test_the_transaction_is_read_only(self, library: str) -> None:
        query = "SELECT current_setting('transaction_read_only') AS title"
        (record,) = read(library, sql_query=query)
        assert isinstance(record, Record)
        assert record.title == "on"


def test_no_file_is_looked_for_at_a_url(tmp_path: Path) -> None:
    """A folder named like a scheme is no database."""
    os.makedirs(tmp_path / "a:")
    assert not urls.is_url("a:/b")
