"""The rules, on what the readers of all formats give: objects where others have text, for one."""

from __future__ import annotations

import datetime

from shared import SHARED, needs_shared

from validator.auditing import audited
from validator.config import Settings
from validator.io import Input
from validator.tasks import silent

pytestmark = needs_shared

LARGEST = 60_000  # bytes
SETTINGS = Settings(
    select=("ALL",), duplicates_search=False, today=datetime.date(2026, 7, 1), jobs=1
)


def test_every_rule_takes_what_every_reader_gives() -> None:
    paths = [p for p in (SHARED / "data" / "formats").glob("*/*") if p.stat().st_size < LARGEST]
    inputs = [Input(str(path), f"{path.parent.name}/{path.name}", named=True) for path in paths]
    audit = audited(inputs, settings=SETTINGS, progress=silent).audit
    assert {source.format for source in audit.sources} >= {"datacite-json", "openalex", "nbib"}
    assert audit.records > 300
