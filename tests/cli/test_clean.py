"""`bibvalidator clean` from end to end: bytes kept, changes told and taken back, nothing lost."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from clean_command import BROKEN, REFS, TODAY, clean, done, log_of

import validator
from validator.errors import UsageError

DEMO = Path(__file__).parents[1] / "data" / "demo"


def findings(path: Path) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "validator", "check", path.name, "--format", "jsonl", *TODAY]
    ended = subprocess.run(command, cwd=path.parent, capture_output=True, check=False)
    return [json.loads(line) for line in ended.stdout.decode().splitlines()]


def test_only_what_is_wrong_changes(refs: Path) -> None:
    said = done("refs.bib", "-o", "out.bib", "--log", "log.jsonl", cwd=refs.parent)
    changed = {
        "&amp;": r"\&",
        "pp. 433": "433",
        "https://doi.org/10.1093/mind/LIX.236.433": "10.1093/mind/LIX.236.433",
    }
    wanted = REFS
    for before, after in changed.items():
        wanted = wanted.replace(before, after)
    assert (refs.parent / "out.bib").read_text(encoding="utf-8") == wanted
    assert refs.read_text(encoding="utf-8") == REFS
    told = log_of(refs.parent / "log.jsonl", "change")
    assert {(one["variable"], one["rule"], one["line"]) for one in told} >= {
        ("title", "ENC001", 6),
        ("DOI", "DOI002", 9),
    }
    assert all(one["record"] == "turing1950" and one["path"] == "refs.bib" for one in told)
    assert said.splitlines()[-1] == (
        "2 records read = 2 written + 0 merged into others + 0 rejected + 0 kept unread"
    )


def test_a_diff_writes_nothing(refs: Path) -> None:
    ended = clean("refs.bib", "--diff", cwd=refs.parent)
    assert ended.returncode == 1
    lines = ended.stdout.decode().splitlines()
    assert lines[:2] == ["--- refs.bib", "+++ refs.bib"]
    assert "-    title   = {Computing {Machinery} &amp; Intelligence}," in lines
    assert "+    title   = {Computing {Machinery} \\& Intelligence}," in lines
    assert sorted(p.name for p in refs.parent.iterdir()) == ["refs.bib"]
    done("refs.bib", "-o", "out.bib", cwd=refs.parent)
    again = clean("out.bib", "--diff", cwd=refs.parent)
    assert (again.returncode, again.stdout) == (0, b"")


def test_what_is_done_can_be_undone(refs: Path) -> None:
    done("refs.bib", "-o", "out.bib", "--log", "log.jsonl", cwd=refs.parent)
    done("out.bib", "--undo", "log.jsonl", "-o", "back.bib", cwd=refs.parent)
    assert (refs.parent / "back.bib").read_bytes() == refs.read_bytes()
    (refs.parent / "out.bib").write_text(REFS + "\n", encoding="utf-8")
    ended = clean("out.bib", "--undo", "log.jsonl", "-o", "b.bib", cwd=refs.parent)
    assert ended.returncode == 2
    assert "the file was changed since" in ended.stderr.decode()


UTF16 = "TY  - JOUR\r\nTI  - Привет, мир\r\nAU  - Иванов, Иван\r\nVL  - Vol. 3\r\nER  - \r\n"


def test_an_output_of_any_name_can_be_undone(tmp_path: Path) -> None:
    """Nothing in it, nor its name, shows what format it has."""
    (tmp_path / "x.ris").write_text("of a title\nA1  - Li, Na\nER  - \n", encoding="utf-8")
    done("x.ris", "-o", "out", "--log", "log", cwd=tmp_path)
    done("out", "--undo", "log", "-o", "back", cwd=tmp_path)
    assert (tmp_path / "back").read_bytes() == (tmp_path / "x.ris").read_bytes()


@pytest.mark.parametrize(
    "data",
    [
        ("\ufeff" + UTF16).encode("utf-16-le") + b"\n",  # cut in a character
        ("\ufeff" + UTF16).encode("utf-16-be").replace(b"\x04\x38", b"\xd8\x20"),  # half of a pair
    ],
)
def test_bytes_that_are_no_character_stay(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.ris").write_bytes(data)
    said = done("x.ris", "-o", "y.ris", "--log", "log", cwd=tmp_path)
    assert "1 change" in said
    made = (tmp_path / "y.ris").read_bytes()
    assert made[-20:] == data[-20:]
    assert len(made) == len(data) - 2 * len("Vol. ")
    done("y.ris", "--undo", "log", "-o", "back.ris", cwd=tmp_path)
    assert (tmp_path / "back.ris").read_bytes() == data


def test_files_that_became_the_same_are_told_apart(tmp_path: Path) -> None:
    """Their checksums are equal: what an output is called says what it was."""
    texts = {"in/1.ris": "https://doi.org/10.1000/q1", "in/2.ris": "doi:10.1000/q1"}
    (tmp_path / "in").mkdir()
    for name, doi in texts.items():
        text = f"TY  - JOUR\nTI  - A title\nDO  - {doi}\nER  - \n"
        (tmp_path / name).write_text(text, encoding="utf-8")
    done("in", "-o", "out/", "--no-merge", "--log", "log", cwd=tmp_path)
    assert (tmp_path / "out/1.ris").read_bytes() == (tmp_path / "out/2.ris").read_bytes()
    (tmp_path / "out").rename(tmp_path / "moved")
    done("moved", "--undo", "log", "-o", "back/", cwd=tmp_path)
    for name in ("1.ris", "2.ris"):
        assert (tmp_path / "back" / name).read_bytes() == (tmp_path / "in" / name).read_bytes()
    shutil.copy(tmp_path / "moved/1.ris", tmp_path / "x.ris")
    ended = clean("x.ris", "--undo", "log", "-o", "y.ris", cwd=tmp_path)
    assert ended.returncode == 2
    assert "x.ris may be any of out/1.ris, out/2.ris" in ended.stderr.decode()


def test_rules_can_be_chosen(refs: Path) -> None:
    done("refs.bib", "-o", "a.bib", "--select", "DOI", cwd=refs.parent)
    wanted = REFS.replace("https://doi.org/", "")
    assert (refs.parent / "a.bib").read_text(encoding="utf-8") == wanted
    done("refs.bib", "-o", "b.bib", "--ignore", "ALL", cwd=refs.parent)
    assert (refs.parent / "b.bib").read_text(encoding="utf-8") == REFS


def test_what_is_accepted_stays(refs: Path) -> None:
    marked = REFS.replace("text between", "% bibvalidator: x\ntext between").replace(
        "    doi     =", "    bibvalidator = {ignore DOI002, html-entity},\n    doi     ="
    )
    refs.write_text(marked, encoding="utf-8")
    done("refs.bib", "-o", "out.bib", cwd=refs.parent)
    assert (refs.parent / "out.bib").read_text(encoding="utf-8") == marked.replace("pp. 433", "433")


def test_what_a_baseline_accepts_stays_in_a_record_that_is_mended(tmp_path: Path) -> None:
    """A record without an id is known by its title, which changes here."""
    table = "title,author,journal,year,volume\n{},Codd,Water,1980,Vol. 7\n"
    (tmp_path / "in.csv").write_text(table.format("Lakes &amp; rivers"), encoding="utf-8")
    command = [sys.executable, "-m", "validator", "baseline", "in.csv", "--select", "VOL"]
    subprocess.run([*command, "-o", "b.jsonl", *TODAY], cwd=tmp_path, check=True)
    done("in.csv", "-o", "out.csv", "--baseline", "b.jsonl", cwd=tmp_path)
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == table.format("Lakes & rivers")


def test_what_cannot_be_read_stays_or_goes(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(BROKEN, encoding="utf-8")
    said = done("refs.bib", "-o", "a.bib", "--ignore", "ALL", cwd=tmp_path)
    assert (tmp_path / "a.bib").read_text(encoding="utf-8") == BROKEN
    assert "3 records read = 2 written + 0 merged into others + 0 rejected + 1 kept unread" in said
    options = ("--rejects", "r.jsonl", "--log", "log.jsonl")
    said = done("refs.bib", "-o", "b.bib", *options, cwd=tmp_path)
    assert "+ 1 rejected + 0 kept unread" in said
    (reject,) = map(json.loads, (tmp_path / "r.jsonl").read_text().splitlines())
    assert reject["raw"].startswith("@article{lost, title = {Never closed,")
    assert (reject["path"], reject["line"], reject["rule"]) == ("refs.bib", 16, "COL002")
    assert "lost" not in (tmp_path / "b.bib").read_text(encoding="utf-8")
    done("b.bib", "--undo", "log.jsonl", "-o", "back.bib", cwd=tmp_path)
    assert (tmp_path / "back.bib").read_text(encoding="utf-8") == BROKEN


def test_records_with_chosen_faults_go(tmp_path: Path) -> None:
    text = REFS.replace("author  =", "editor  =").replace("10.1145/321420.321422", "10.1145")
    (tmp_path / "refs.bib").write_text(text, encoding="utf-8")
    options = ("--reject-on", "DOI", "--rejects", "r.jsonl", "--map", "map.csv")
    said = done("refs.bib", "-o", "out.bib", *options, cwd=tmp_path)
    assert "2 records read = 1 written + 0 merged into others + 1 rejected" in said
    (reject,) = map(json.loads, (tmp_path / "r.jsonl").read_text().splitlines())
    assert reject["raw"] == text[text.index("@article{floyd") :].rstrip("\n")
    assert (tmp_path / "map.csv").read_text() == "id,kept\nturing1950,turing1950\nfloyd,\n"
    # a fault that a safe fix settles sends nothing away
    done("refs.bib", "-o", "b.bib", "--reject-on", "DOI002", "--rejects", "r2.jsonl", cwd=tmp_path)
    assert (tmp_path / "r2.jsonl").read_bytes() == b""


CHINESE = "TY  - JOUR\r\nTI  - 数字&amp;图书馆的发展\r\nAU  - 张三\r\nPY  - 2020\r\nER  - \r\n"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("gb18030", CHINESE),
        ("utf-16", CHINESE),
        ("big5", CHINESE.translate(str.maketrans("数图书馆发张", "數圖書館發張"))),
        ("utf-8-sig", CHINESE),
        ("cp1252", "TY  - JOUR\nTI  - Les &amp; œuvres complètes\nAU  - Müller, A\nER  - \n"),
    ],
)
def test_encodings_stay(tmp_path: Path, encoding: str, text: str) -> None:
    text = text * 20 if encoding != "cp1252" else text
    (tmp_path / "in.ris").write_bytes(text.encode(encoding))
    done("in.ris", "-o", "out.ris", "--no-merge", "--log", "log.jsonl", cwd=tmp_path)
    made = (tmp_path / "out.ris").read_bytes().decode(encoding)
    assert made == text.replace("&amp;", "&")
    done("out.ris", "--undo", "log.jsonl", "-o", "back.ris", cwd=tmp_path)
    assert (tmp_path / "back.ris").read_bytes() == text.encode(encoding)


def test_a_character_that_the_charset_lacks_is_left(tmp_path: Path) -> None:
    text = "TY  - JOUR\nTI  - \xc5\x81\xc3\xb3d\xc5\xba i okolice\nAU  - M\xfcller, A\nER  - \n"
    (tmp_path / "in.ris").write_bytes(text.encode("latin-1"))
    done("in.ris", "-o", "out.ris", "--log", "log.jsonl", "--unsafe-fixes", cwd=tmp_path)
    assert (tmp_path / "out.ris").read_bytes()[:10] == b"TY  - JOUR"


def safe(lines: Sequence[dict[str, Any]]) -> list[tuple[str, str, str]]:
    return [(f["code"], f["variable"], f["value"]) for f in lines if f["safe"]]


def kinds(lines: Sequence[dict[str, Any]]) -> set[tuple[str, str, str]]:
    """Findings by what they are about; records without an id are numbered anew where others go."""
    return {
        (f["code"], f["variable"], f["value"] if "#" in f["record"] else f["record"]) for f in lines
    }


@pytest.mark.parametrize("name", ["library.ris", "refs.bib", "export.csv"])
def test_what_is_safe_is_gone_and_nothing_is_new(tmp_path: Path, name: str) -> None:
    shutil.copy(DEMO / name, tmp_path)
    done(name, "-o", "once/", "--log", "log.jsonl", cwd=tmp_path)
    before, after = findings(tmp_path / name), findings(tmp_path / "once" / name)
    left = {(line["rule"], line["variable"]) for line in log_of(tmp_path / "log.jsonl", "left")}
    assert safe(before) or name == "library.ris"
    assert [found for found in safe(after) if found[:2] not in left] == []
    assert kinds(after) <= kinds(before)
    done(f"once/{name}", "-o", "twice/", cwd=tmp_path)
    assert (tmp_path / "twice" / name).read_bytes() == (tmp_path / "once" / name).read_bytes()


def test_from_python(refs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(refs.parent)
    account = validator.clean("refs.bib", "out.bib", log="log.jsonl")
    assert (account.read, account.written, account.adds_up) == (2, 2, True)
    done("refs.bib", "-o", "same.bib", cwd=refs.parent)
    assert (refs.parent / "out.bib").read_bytes() == (refs.parent / "same.bib").read_bytes()
    with pytest.raises(UsageError, match="there already"):
        validator.clean("refs.bib", "out.bib")
