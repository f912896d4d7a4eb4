"""Files of which a cleaning takes out all records, though something stays that is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from validator.cleaning.clean import clean

RECORD = (
    "TY  - JOUR\nTI  - On the soils of the north\nAU  - Berg, Ada\nPY  - 2001\nJO  - Soils\n"
    "VL  - 3\nSP  - 4\nDO  - 10.5334/a-1\nER  - \n"
)
ITEM = '{"id": "a", "type": "book", "title": "NA"}'


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("a.ris", f"{RECORD}ER  - \n".replace("On the soils of the north", "NA"), "ER  - \n"),
        ("a.json", f'{{"items": [{ITEM}], "more": [1]}}', '{"items": [], "more": [1]}'),
        ("a.bib", "% none\n@book{a, title = {NA}}\n", "% none\n"),
    ],
    ids=["an end of a record without its begin", "an envelope of nothing", "a comment"],
)
def test_all_rejected(tmp_path: Path, name: str, text: str, left: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    for out, to in (("out" + path.suffix, ""), ("out.csv", "csv")):
        account = clean(
            path,
            tmp_path / out,
            to=to,
            rejects=tmp_path / f"{out}.rejects",
            reject_on="TIT001",
        )
        assert (account.read, account.written, account.rejected) == (1, 0, 1)
    assert (tmp_path / ("out" + path.suffix)).read_text(encoding="utf-8") == left


def test_all_merged_into_another_file(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.ris", "b.ris")]
    for path in paths:
        path.write_text(f"{RECORD}ER  - \n", encoding="utf-8")
    account = clean(paths, f"{tmp_path}/out/")
    assert (account.written, account.merged) == (1, 1)
    assert (tmp_path / "out" / "a.ris").read_text(encoding="utf-8") == f"{RECORD}ER  - \n"
    assert (tmp_path / "out" / "b.ris").read_text(encoding="utf-8") == "ER  - \n"
