"""The wheel, installed alone and run from elsewhere: only that shows a file left out of it."""

from __future__ import annotations

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PIP = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    names = ("pyproject.toml", "README.md", "LICENSE", "validator", "rules", "reports")
    subprocess.run(["cp", "-r", *(ROOT / name for name in names), _made(source)], check=True)
    command = [*PIP, "wheel", "--no-deps", "--no-build-isolation", "-w", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def test_it_holds_one_import_name(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"validator"}
    assert "validator/py.typed" in names
    for top, inside in (("validator", "validator"), ("rules", "validator/rules"),
                        ("reports", "validator/reports")):  # fmt: skip
        for path in (ROOT / top).rglob("*.py"):
            assert f"{inside}/{path.relative_to(ROOT / top).as_posix()}" in names
    for pattern in (
        "validator/reports/templates/",
        "validator/reports/strings/en",
        "validator/profiles/crossref.toml",
    ):
        assert any(name.startswith(pattern) for name in names), pattern


def test_it_runs_in_a_bare_environment(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "venv"
    venv.create(home, with_pip=False)
    python = home / "bin" / "python"
    subprocess.run(
        [
            *PIP,
            "--python",
            str(python),
            "install",
            "-c",
            str(ROOT / ".ci/constraints.txt"),
            str(wheel),
        ],
        check=True,
        capture_output=True,
    )
    (tmp_path / "x.bib").write_text("@article{a, title = {T}, doi = {10.1000/ x}}")
    page = tmp_path / "r.html"
    command = [home / "bin" / "bibvalidator", "check", tmp_path / "x.bib", "--html", page]
    done = subprocess.run(command, cwd="/", capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert "DOI001" in done.stdout
    assert "doi-malformed" in page.read_text(encoding="utf-8")
