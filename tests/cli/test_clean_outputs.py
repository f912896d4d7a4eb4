"""What `bibvalidator clean` reads and writes: files, folders, pipes, packed, over others or not."""

from __future__ import annotations

import bz2
import gzip
import hashlib
import lzma
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from clean_command import REFS, TODAY, clean, done

import validator
from validator.errors import UnreadableError, UsageError

DEMO = Path(__file__).parents[1] / "data" / "demo"


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["refs.bib"], "-o OUT says where the outputs go"),
        (["refs.bib", "-o", "refs.bib"], "refs.bib is an input"),
        (["refs.bib", "-o", "there.bib"], "there.bib is there already; --force writes over it"),
        (["refs.bib", "there.bib", "-o", "x.bib"], "several inputs need a folder (x.bib/)"),
        (["refs.bib", "-o", "x.bib", "--log", "x.bib"], "another output"),
        (["refs.bib", "-o", "x.bib", "--log", "none/l"], "there is no folder"),
        (["refs.bib", "-o", "x.xml"], "--to endnote-xml or --to marcxml says which XML is meant"),
        (["refs.bib", "--undo", "log", "-o", "x.bib", "--diff"], "choose one"),
        (["refs.bib", "-o", "x.bib", "--to", "pdf"], "--to pdf: records are written as one of"),
        (["refs.bib", "-o", "x.bib", "--reject-on", "DOI"], "--reject-on needs --rejects FILE"),
        (["refs.bib", "-o", "x.bib", "--rejects", "r", "--reject-on", "DOO"], "did you mean"),
        (["none.bib", "-o", "x.bib"], "no file or folder none.bib"),
        (["refs.bib", "-o", "/proc/x.bib"], "cannot write /proc/x.bib"),
        (["a/refs.bib", "refs.bib", "-o", "out/"], "would both be out/refs.bib"),
    ],
)
def test_usage(refs: Path, args: list[str], says: str) -> None:
    (refs.parent / "there.bib").write_text("kept", encoding="utf-8")
    (refs.parent / "a").mkdir()
    shutil.copy(refs, refs.parent / "a")
    before = sorted(refs.parent.rglob("*"))
    ended = clean(*args, cwd=refs.parent)
    assert ended.returncode == 2, ended.stderr.decode()
    assert says in ended.stderr.decode()
    assert sorted(p for p in refs.parent.rglob("*") if p.is_file()) == [
        p for p in before if p.is_file()
    ]
    assert (refs.parent / "there.bib").read_text(encoding="utf-8") == "kept"


def test_force_keeps_permissions(refs: Path) -> None:
    os.chmod(refs, 0o640)
    done("refs.bib", "-o", "out.bib", cwd=refs.parent)
    out = refs.parent / "out.bib"
    assert out.stat().st_mode & 0o777 == 0o640
    os.chmod(out, 0o604)
    done("refs.bib", "-o", "out.bib", "--force", cwd=refs.parent)
    assert out.stat().st_mode & 0o777 == 0o604


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are of POSIX")
def test_a_pipe_or_device_is_written_into(refs: Path) -> None:
    """Renaming a file over one would put the file in its place: run as root, over /dev/null."""
    pipe = refs.parent / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE) as reader:
        done("refs.bib", "-o", "pipe", cwd=refs.parent)
        assert reader.stdout is not None
        through = reader.stdout.read()
    assert pipe.is_fifo()
    done("refs.bib", "-o", "out.bib", cwd=refs.parent)
    assert through == (refs.parent / "out.bib").read_bytes()
    for name in ("/dev/stdout", "-"):
        assert clean("refs.bib", "-o", name, "--quiet", cwd=refs.parent).stdout == through
    assert not (refs.parent / "-").exists()


def test_a_tree_is_mirrored(tmp_path: Path) -> None:
    for name in ("in/a/x.bib", "in/y.bib", "in/a/b/z.bib.gz"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = REFS.replace("turing", name[3]).replace("floyd", name[3] + "f").encode()
        path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    (tmp_path / "in/notes.txt").write_text("no records", encoding="utf-8")
    done("in", "-o", "out/", "--no-merge", "--log", "log.jsonl", "--force", cwd=tmp_path)
    files = {p.relative_to(tmp_path / "out").as_posix() for p in (tmp_path / "out").rglob("*.*")}
    assert files == {"a/x.bib", "y.bib", "a/b/z.bib.gz"}
    made = gzip.decompress((tmp_path / "out/a/b/z.bib.gz").read_bytes())
    assert b"{10.1093/mind/" in made
    done("out", "--undo", "log.jsonl", "-o", "back/", cwd=tmp_path)
    for name in ("a/x.bib", "y.bib"):
        assert (tmp_path / "back" / name).read_bytes() == (tmp_path / "in" / name).read_bytes()
    old, back = (
        gzip.decompress((tmp_path / top / "a/b/z.bib.gz").read_bytes()) for top in ("in", "back")
    )
    assert old == back


@pytest.mark.parametrize(("suffix", "opened"), [("bz2", bz2), ("xz", lzma)])
def test_compressed_outputs(refs: Path, suffix: str, opened: Any) -> None:
    done("refs.bib", "-o", f"out.bib.{suffix}", cwd=refs.parent)
    done("refs.bib", "-o", "out.bib", cwd=refs.parent)
    packed = (refs.parent / f"out.bib.{suffix}").read_bytes()
    assert opened.decompress(packed) == (refs.parent / "out.bib").read_bytes()


def test_what_does_not_change_stays_packed_as_it_was(tmp_path: Path) -> None:
    given = gzip.compress(b"@misc{a, title = {On soils}}\n", 1, mtime=5)
    (tmp_path / "refs.bib.gz").write_bytes(given)
    options = ("--ignore", "ALL", "--log", "log.jsonl")
    done("refs.bib.gz", "-o", "out.bib.gz", *options, cwd=tmp_path)
    assert (tmp_path / "out.bib.gz").read_bytes() == given
    done("out.bib.gz", "--undo", "log.jsonl", "-o", "back.bib.gz", cwd=tmp_path)
    assert gzip.decompress((tmp_path / "back.bib.gz").read_bytes()) == gzip.decompress(given)


def test_one_line_of_json_stays_one(tmp_path: Path) -> None:
    """It may be an item as well as lines of them: an output called like its input is the same."""
    given = b'{"id": "a", "type": "book", "title": "On soils"}\n'
    (tmp_path / "items.jsonl").write_bytes(given)
    done("items.jsonl", "-o", "out.jsonl", "--ignore", "ALL", cwd=tmp_path)
    assert (tmp_path / "out.jsonl").read_bytes() == given


def test_standard_input(tmp_path: Path) -> None:
    options = ("--input-format", "bibtex", "-o", "out.bib")
    done("-", *options, cwd=tmp_path, stdin=REFS.encode())
    assert "pages = {433--460}" in (tmp_path / "out.bib").read_text(encoding="utf-8")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are of POSIX")
def test_what_comes_through_a_pipe_is_read_once(refs: Path) -> None:
    """A pipe is empty, or waits for ever, when it is opened again."""
    pipe = refs.parent / "pipe.bib"
    os.mkfifo(pipe)
    done("refs.bib", "-o", "out.bib", cwd=refs.parent)
    with subprocess.Popen(["cp", refs, pipe]):
        done("pipe.bib", "-o", "through.bib", cwd=refs.parent)
    out, through = (refs.parent / name for name in ("out.bib", "through.bib"))
    assert through.read_bytes() == out.read_bytes()


@pytest.mark.parametrize("text", [b"% other\n", None])
def test_an_input_that_changes_meanwhile(
    refs: Path, monkeypatch: pytest.MonkeyPatch, text: bytes | None
) -> None:
    """What was read first and what was read last need not belong together."""
    from validator.cleaning import cleaner

    told = cleaner.told

    def changed_then_told(*args: Any, **options: Any) -> Any:
        said = told(*args, **options)
        refs.write_bytes(refs.read_bytes() + text) if text else refs.unlink(missing_ok=True)
        return said

    monkeypatch.setattr(cleaner, "told", changed_then_told)
    with pytest.raises((UnreadableError, UsageError)) as raised:
        validator.clean(refs, refs.parent / "out.bib")
    assert not text or "refs.bib was changed while it was read" in str(raised.value)
    assert not (refs.parent / "out.bib").exists()


def test_the_same_bytes_in_every_run(tmp_path: Path) -> None:
    names = ("library.ris", "refs.bib", "export.csv")
    for name in names:
        shutil.copy(DEMO / name, tmp_path)
    sums = set()
    for seed in ("1", "2"):
        command = [sys.executable, "-m", "validator", "clean", *names, "-o", f"out{seed}/"]
        beside = ("--log", f"l{seed}", "--map", f"m{seed}", "--force")
        subprocess.run(
            [*command, *beside, *TODAY],
            cwd=tmp_path,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
        )
        written = [tmp_path / f"out{seed}" / name for name in names]
        data = [path.read_bytes() for path in (*written, tmp_path / f"m{seed}")]
        log = (tmp_path / f"l{seed}").read_text(encoding="utf-8").replace(f"out{seed}", "out")
        sums.add(hashlib.sha256(b"".join(data) + log.encode()).hexdigest())
    assert len(sums) == 1
