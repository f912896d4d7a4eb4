"""A PostgreSQL server of the test's own, in a temporary folder, for tests that need one."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

USER, PASSWORD = "reader", "s3cret-pass-word"
AS = "postgres"
"""Who runs the server where the tests are run by root, for whom it refuses to start."""

SETTINGS = {"fsync": "off", "max_connections": "20", "shared_buffers": "16MB"}


def _folder() -> Path | None:
    """Where the programs of the newest server are: Debian has them in no PATH."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if found:
        return max(found, key=lambda folder: float(folder.parent.name))
    path = shutil.which("initdb")
    return Path(path).parent if path else None


class Postgres(NamedTuple):
    """A running server, which knows one user, a superuser, by password."""

    programs: Path
    port: int

    @property
    def address(self) -> str:
        """Host and port."""
        return f"127.0.0.1:{self.port}"

    def url(self, database: str = "postgres", scheme: str = "postgresql") -> str:
        """The URL of a database, with the password."""
        return f"{scheme}://{USER}:{PASSWORD}@{self.address}/{database}"

    def run(self, sql: str, database: str = "postgres") -> str:
        """Run statements by psql; returns what it prints, bare."""
        command = [str(self.programs / "psql"), "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1"]
        done = subprocess.run(
            [*command, self.url(database)],
            input=sql,
            encoding="utf-8",
            check=True,
            stdout=subprocess.PIPE,
            env=os.environ
            | {"PGCLIENTENCODING": "UTF8", "PGOPTIONS": "-c client_min_messages=warning"},
        )
        return done.stdout

    def new_database(self, name: str) -> str:
        """An empty database in UTF-8, made anew where it is there; returns its URL."""
        self.run(
            f"DROP DATABASE IF EXISTS {name} WITH (FORCE);"
            f"CREATE DATABASE {name} ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0;"
        )
        return self.url(name)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A server, for tests that need one; they are skipped where it is not installed.

    With "postgres" in BIBVALIDATOR_MUST_RUN they fail instead, so that no check passes unseen.
    """
    programs = _folder()
    if programs is None:
        must_run = "postgres" in os.environ.get("BIBVALIDATOR_MUST_RUN", "")
        (pytest.fail if must_run else pytest.skip)("no PostgreSQL: apt-get install postgresql")
    with tempfile.TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True) as folder:
        server = Postgres(programs, _free_port())
        try:
            _start(server, Path(folder))
            yield server
        finally:
            _control(server, Path(folder), "stop", "-m", "immediate")


def _start(server: Postgres, folder: Path) -> None:
    secret = folder / "password"
    secret.write_text(PASSWORD)
    if os.getuid() == 0:
        for path in (folder, secret):
            shutil.chown(path, AS)
    _as_user(
        server.programs / "initdb",
        *("-D", folder / "data", "-U", USER, "--pwfile", secret, "-A", "scram-sha-256"),
        *("-E", "UTF8", "--locale", "C", "--no-sync"),
        folder=folder,
    )
    given = {**SETTINGS, "unix_socket_directories": folder, "listen_addresses": "127.0.0.1"}
    options = " ".join(f"-c {key}={value}" for key, value in given.items())
    started = _control(
        server, folder, "start", "-w", "-l", folder / "log", "-o", f"{options} -p {server.port}"
    )
    if started.returncode:
        raise RuntimeError((folder / "log").read_text(encoding="utf-8", errors="replace"))


def _control(
    server: Postgres, folder: Path, what: str, *options: str | Path
) -> subprocess.CompletedProcess[bytes]:
    command = (server.programs / "pg_ctl", what, "-D", folder / "data", *options)
    return _as_user(*command, folder=folder, check=False)


def _as_user(
    *command: str | Path, folder: Path, check: bool = True
) -> subprocess.CompletedProcess[bytes]:
    """Run a program of the server as somebody whom it takes."""
    return subprocess.run(
        list(map(str, command)),
        check=check,
        cwd=folder,
        user=AS if os.getuid() == 0 else None,
        group=AS if os.getuid() == 0 else None,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,  # a pipe would stay open in the server
        stderr=subprocess.DEVNULL,
    )


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port
