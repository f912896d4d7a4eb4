"""What a small check must not import: it is run on every commit of somebody's repository."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

HEAVY = (
    "numpy",
    "scipy",
    "pandas",
    "great_expectations",
    "pyarrow",
    "validator.gates",
    "validator.gating",
    "jinja2",
    "validator.text.charset_guess",
    "orjson",
    "pylatexenc",
    "unidecode",
    "tqdm",
    "multiprocessing",
    "pickle",
    "concurrent.futures",
    "importlib.metadata",
    "difflib",
    "xlsxwriter",
    "shtab",
)
ENTRY = """@article{{key{0},
  author = {{{2}ritter, Ada}},
  title = {{A study of subject number {0} and its wholly separate results}},
  journal = {{Mind}}, year = {{{1}}}, volume = {{{0}}}, number = {{1}}, pages = {{1--9}},
  doi = {{10.1093/mind/{0}}}
}}
"""


def test_a_check_of_twenty_entries_imports_nothing_heavy(tmp_path: Path) -> None:
    stubs = tmp_path / "stubs"  # so that an import shows even where the package is not installed
    for name in HEAVY:
        if importlib.util.find_spec(name.partition(".")[0]) is None:
            (stubs / name).mkdir(parents=True)
            (stubs / name / "__init__.py").touch()
    path = tmp_path / "refs.bib"
    path.write_text(
        "".join(ENTRY.format(i, 1950 + i, chr(64 + i)) for i in range(1, 21)), encoding="utf-8"
    )
    code = (
        "import sys\n"
        f"sys.path.append({str(stubs)!r})\n"
        "from validator.cli import main\n"
        f"code = main(['check', {str(path)!r}, '--isolated'])\n"
        f"print([name for name in {HEAVY} if name in sys.modules], code, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[] 0", done.stdout + done.stderr


def test_importing_the_package_imports_none_of_its_modules() -> None:
    code = "import sys, validator; print([m for m in sys.modules if m.startswith('validator.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['validator._version']"
