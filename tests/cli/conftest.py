"""What the tests of commands have in common."""

from __future__ import annotations

from pathlib import Path

import pytest
from clean_command import REFS


@pytest.fixture
def refs(tmp_path: Path) -> Path:
    path = tmp_path / "refs.bib"
    path.write_text(REFS, encoding="utf-8")
    return path
