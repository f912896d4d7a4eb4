"""What the documents say is what the program does."""

from __future__ import annotations

import json
import re
from pathlib import Path

import make_fixes_page
import pytest
from pages import NEEDS, PAGES, start, steps

from validator.cleaning.targets import WRITTEN
from validator.cli.parser import FORMATS as OUTPUTS
from validator.cli.parser import SHELLS, parser
from validator.config import PARSERS
from validator.io.formats import FORMATS
from validator.packs import load_rules
from validator.profiles import PROFILES
from validator.registry import RULES

ROOT = Path(__file__).resolve().parents[1]
MANUAL = (ROOT / "docs" / "manual.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")

load_rules()


def test_the_rule_table_is_what_the_rules_say() -> None:
    from validator.cli.rules import markdown

    assert markdown("en") in (ROOT / "docs" / "rules.md").read_text(encoding="utf-8"), (
        "make docs-rules"
    )


def test_the_fixes_are_what_the_rules_suggest() -> None:
    assert make_fixes_page.page() == (ROOT / "docs" / "fixes.md").read_text(encoding="utf-8"), (
        "make docs-rules"
    )


@pytest.mark.parametrize("name", [*FORMATS, *WRITTEN, *OUTPUTS, *PROFILES, *SHELLS, *PARSERS])
def test_every_format_profile_and_key_has_its_place_in_the_manual(name: str) -> None:
    assert f"`{name}`" in MANUAL


@pytest.mark.parametrize("code", sorted(RULES))
def test_every_rule_has_its_place(code: str) -> None:
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert f"\n## {code} {RULES[code].name}\n" in page


def options() -> list[object]:
    commands = parser()._subparsers._group_actions[0].choices  # type: ignore[union-attr]
    return [
        pytest.param(name, option, id=f"{name} {option}")
        for name, command in commands.items()  # type: ignore[union-attr]
        for action in command._actions
        for option in action.option_strings
        if option not in ("-h", "--help")
    ]


def section(command: str) -> str:
    """What the manual says of a command: the options for all, and its own."""
    both = MANUAL.partition("For all commands:")[2].partition("\nFor `check`")[0]
    if command == "clean":
        return both + MANUAL.partition("\n## Cleaning\n")[2].partition("\n## ")[0]
    own = MANUAL.partition(f"\nFor `{command}`")[2]
    own = re.split(r"\nFor `|\n## ", own)[0] if own else ""
    rows = [line for line in MANUAL.splitlines() if line.startswith(f"| `bibvalidator {command}")]
    return "\n".join((both, own, *rows))


@pytest.mark.parametrize(("command", "option"), options())
def test_every_option_has_its_place_in_the_manual(command: str, option: str) -> None:
    assert re.search(rf"`[^`]*(?<![\w-]){option}(?![\w-])", section(command))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_is_shown_is_what_is_printed(
    page: Path, tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``make docs-shown`` mends what is stale."""
    if "CATALOGUE" in NEEDS.get(page.stem, ()):
        pytest.importorskip("great_expectations", reason="pip install 'bibvalidator[gates]'")
        server = request.getfixturevalue("postgres")
        monkeypatch.setenv("CATALOGUE", server.url(scheme="postgresql+psycopg"))
        monkeypatch.setenv("PYTHONWARNINGS", "ignore")  # of libraries about one another
        monkeypatch.setenv("GX_ANALYTICS_ENABLED", "false")
    ran = 0
    for step in steps(page.read_text(encoding="utf-8"), start(page, tmp_path)):
        assert step.is_true, f"$ {step.command}\n{step.printed}"
        ran += 1
    assert ran > 1


def links() -> list[object]:
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    return [
        pytest.param(page, target, id=f"{page.name}: {target}")
        for page in pages
        for target in dict.fromkeys(
            re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8"))
        )
        if not target.startswith("https:") and page.name != "rules.md"
    ]


@pytest.mark.parametrize(("page", "target"), links())
def test_a_link_leads_somewhere(page: Path, target: str) -> None:
    path, _, anchor = target.partition("#")
    other = page.parent / path if path else page
    assert other.exists()
    if anchor:
        heads = re.findall(r"^#+ (.*)$", other.read_text(encoding="utf-8"), re.MULTILINE)
        assert anchor in {re.sub(r"[^\w\- ]", "", head).lower().replace(" ", "-") for head in heads}


PYTHON = [b for b in re.findall(r"```python\n(.*?)```", MANUAL, re.DOTALL) if "tests/data" in b]


@pytest.mark.parametrize("block", PYTHON)
def test_an_example_in_python_runs(block: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that read files of ours, from the root of the project."""
    monkeypatch.chdir(ROOT)
    exec(compile(block, "the manual", "exec"), {})


def test_there_is_an_example_in_python() -> None:
    assert PYTHON


def test_the_decision_shown_fits_the_file_shown() -> None:
    from validator.auditing import dedupe

    (line,) = re.findall(r'^\{"a": "knuth74".*', MANUAL, re.MULTILINE)
    found = dedupe(ROOT / "tests/data/manual/shelf.csv", decisions=[json.loads(line)])
    assert found.cluster_of == (1, 1, 2, 2)
