"""`bibvalidator clean` from end to end: bytes kept, changes told and taken back, nothing lost."""

from __future__ import annotations

import bz2
import csv
import gzip
import hashlib
import json
import lzma
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from clean_command import BROKEN, REFS, TODAY, clean, done, log_of

import validator
from validator.errors import UnreadableError, UsageError

DEMO = Path(__file__).parents[1] / "data" / "demo"


def findings(path: Path) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "validator", "check", path.name, "--format", "jsonl", *TODAY]
    ended = subprocess.run(command, cwd=path.parent, capture_output=True, check=False)
    return [json.loads(line) for line in ended.stdout.decode().splitlines()]


@pytest.fixture
def refs(tmp_path: Path) -> Path:
    path = tmp_path / "refs.bib"
    path.write_text(REFS, encoding="utf-8")
    return path


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


TWICE = """\
@inproceedings{child,
  author = {Liskov, Barbara and Zilles, Stephen},
  title = {Programming with Abstract Data Types},
  crossref = {vldb-copy}, pages = {50--59}
}

@proceedings{vldb,
  title = {Proceedings of the Symposium on Very High Level Languages},
  year = {1974}, publisher = {ACM}, doi = {10.1145/800233}
}
@proceedings{vldb-copy,
  title = {Proceedings of the symposium on very high level languages},
  booktitle = {Proceedings of the Symposium on Very High Level Languages},
  year = {1974}, address = {New York}, doi = {10.1145/800233},
  shelf = {B 12}
}
"""


def test_duplicates_become_one_and_references_follow(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(TWICE, encoding="utf-8")
    options = ("--log", "log.jsonl", "--map", "map.csv")
    said = done("refs.bib", "-o", "out.bib", *options, cwd=tmp_path)
    assert "3 records read = 2 written + 1 merged into others" in said
    made = (tmp_path / "out.bib").read_text(encoding="utf-8")
    with (tmp_path / "map.csv").open(encoding="utf-8", newline="") as file:
        kept = {row["id"]: row["kept"] for row in csv.DictReader(file)}
    assert list(kept) == ["child", "vldb", "vldb-copy"]
    survivor = kept["vldb"]
    assert kept == {"child": "child", "vldb": survivor, "vldb-copy": survivor}
    gone = ({"vldb", "vldb-copy"} - {survivor}).pop()
    assert f"crossref = {{{survivor}}}" in made
    for value in ("ACM", "New York", "B 12", gone):
        assert f"{{{value}}}" in made
    (merge,) = log_of(tmp_path / "log.jsonl", "merge")
    assert (merge["record"], [m["record"] for m in merge["merged"]]) == (survivor, [gone])
    done("out.bib", "--undo", "log.jsonl", "-o", "back.bib", cwd=tmp_path)
    assert (tmp_path / "back.bib").read_text(encoding="utf-8") == TWICE


@pytest.mark.parametrize("option", ["--no-merge", "--no-duplicates", "--ignore=DUP"])
def test_duplicates_that_stay(tmp_path: Path, option: str) -> None:
    (tmp_path / "refs.bib").write_text(TWICE, encoding="utf-8")
    assert "3 written" in done("refs.bib", "-o", "out.bib", option, cwd=tmp_path)


def clusters_of(folder: Path, name: str = "refs.bib") -> list[list[dict[str, str]]]:
    """The members of the clusters in a file, with their fingerprints."""
    command = [sys.executable, "-m", "validator", "dedupe", name, "--reasons", "r.jsonl"]
    subprocess.run([*command, "-o", "c.csv", *TODAY], cwd=folder, check=True, capture_output=True)
    lines = (folder / "r.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["members"] for line in lines]


def decide(folder: Path, members: Sequence[dict[str, str]], verdict: str) -> None:
    """Write down what people decided on two records."""
    a, b = members
    said = {
        "a": a["id"],
        "b": b["id"],
        "verdict": verdict,
        "by": "Ada",
        "fingerprint_a": a["fingerprint"],
        "fingerprint_b": b["fingerprint"],
    }
    lines = ({"bibvalidator": "decisions", "version": 1}, said)
    (folder / "d.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))


def test_references_are_followed_file_by_file(tmp_path: Path) -> None:
    """A key names a record of its own file first."""
    same = "title={The art of computer programming in short}, year={1999}, doi={10.1000/aaa1}"
    other = "title={A work of another kind}, author={Else, S.}, year={2003}, doi={10.1000/z}"
    note = "title={Comment on %s}, author={Third, B.}, year={2002}, doi={10.1000/%s}, related={k}"
    one = f"@book{{k, author={{Knuth, D.}}, {same}}}\n@book{{c1, {note % ('an art', 'c1')}}}\n"
    kept = f"@book{{best, author={{Knuth, Donald}}, publisher={{P}}, {same}}}\n"
    two = f"{kept}@book{{k, {other}}}\n@book{{c2, {note % ('a work', 'c2')}}}\n"
    three = f"@book{{c3, {note % ('something', 'c3')}}}\n"
    for name, text in (("1.bib", one), ("2.bib", two), ("3.bib", three)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    done("1.bib", "2.bib", "3.bib", "-o", "out/", "--log", "log", cwd=tmp_path)
    made = [(tmp_path / "out" / f"{n}.bib").read_text(encoding="utf-8") for n in (1, 2, 3)]
    assert made[0] == one[one.index("@book{c1") :].replace("{k}", "{best}")
    assert made[1] == two.replace("aaa1}}", "aaa1}, ids={k}}", 1)
    assert made[2] == three  # k of which file?
    assert [line["record"] for line in log_of(tmp_path / "log", "left")] == ["c3"]
    # here the id of the kept record is another work's
    (tmp_path / "4.bib").write_text(one + f"@book{{best, {other}}}\n", encoding="utf-8")
    (tmp_path / "5.bib").write_text(kept, encoding="utf-8")
    done("4.bib", "5.bib", "-o", "out/", "--log", "log2", cwd=tmp_path)
    assert "related={k}" in (tmp_path / "out" / "4.bib").read_text(encoding="utf-8")
    assert [line["record"] for line in log_of(tmp_path / "log2", "left")] == ["c1"]


def test_what_others_inherit_from_stays_where_they_find_it(tmp_path: Path) -> None:
    same = "title={Proceedings of a Great Conference on Things}, year={2001}, editor={Roe, R.}"
    same += ", isbn={978-3-16-148410-0}"
    child = "@inproceedings{c, author={Cee, D.}, title={On a thing}, crossref={p}, pages={1--2}}\n"
    best = f"@proceedings{{, publisher={{P}}, address={{Berlin}}, {same}}}\n"  # without a key
    text = f"{child}@proceedings{{p, {same}}}\n{best}"
    (tmp_path / "a.bib").write_text(text, encoding="utf-8")
    done("a.bib", "-o", "b.bib", "--log", "log", cwd=tmp_path)
    assert (tmp_path / "b.bib").read_text(encoding="utf-8") == text
    (left,) = log_of(tmp_path / "log", "left")
    assert left["reason"].startswith("not merged: entries inherit from the other")


def test_a_table_without_a_note_is_merged_too(tmp_path: Path) -> None:
    """The ids of those that go have no column then: the map and the log have them."""
    table = (
        "id,title,author,year,doi\n"
        'a,The art of computer programming in short,"Knuth, Donald",1999,10.1000/aaa1\n'
        'b,The art of computer programming in short,"Knuth, D.",1999,10.1000/aaa1\n'
    )
    (tmp_path / "a.csv").write_text(table, encoding="utf-8")
    said = done("a.csv", "-o", "b.csv", "--map", "map.csv", "--log", "log", cwd=tmp_path)
    assert "1 record without a field for the ids merged into it: --map FILE" in said
    assert (tmp_path / "b.csv").read_text(encoding="utf-8") == table[: table.index("b,The")]
    assert (tmp_path / "map.csv").read_text(encoding="utf-8") == "id,kept\na,a\nb,a\n"
    (unnamed,) = log_of(tmp_path / "log", "unnamed")
    assert (unnamed["record"], unnamed["ids"]) == ("a", "b")
    # a value that no column takes keeps its record from being merged
    wider = table.replace("doi\n", "doi,abstract\n").replace("aaa1\n", "aaa1,\n")
    (tmp_path / "c.csv").write_text(wider, encoding="utf-8")
    with_more = "@article{c, title={The art of computer programming in short}, publisher={P},\n"
    with_more += "  author={Knuth, Donald}, year={1999}, doi={10.1000/aaa1}}\n"
    (tmp_path / "c.bib").write_text(with_more, encoding="utf-8")
    done("c.csv", "c.bib", "-o", "out/", "--map", "m.csv", cwd=tmp_path)
    rows = (tmp_path / "m.csv").read_text(encoding="utf-8").split()
    assert [row.split(",")[1] for row in rows[1:]] in (["c", "c", "c"], ["a", "a", "c"])


def test_people_decide(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(TWICE, encoding="utf-8")
    decide(tmp_path, *clusters_of(tmp_path), "different")
    said = done("refs.bib", "-o", "out.bib", "--decisions", "d.jsonl", cwd=tmp_path)
    assert "3 written + 0 merged" in said


def test_what_people_decide_holds_for_records_that_are_mended(tmp_path: Path) -> None:
    """Of two pairs that are alike the second is judged to be two works: mending one of them
    changes what the decision was about, and merging the first pair its place."""
    rows = [
        "title,author,journal,year,volume,doi,note",
        'Soils of the north,"Codd, E. F.",Soil Science,1970,13,10.1000/1,',
        'Soils of the north,"Codd, E. F.",Soil Science,1970,13,10.1000/1,',
        'Lakes of the south,"Hopper, G.",Water,1980,Vol. 7,10.1000/2,',
        'Lakes of the south,"Hopper, G.",Water,1980,7,https://doi.org/10.1000/2,',
    ]
    (tmp_path / "refs.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    _, members = clusters_of(tmp_path, "refs.csv")
    decide(tmp_path, members, "different")
    said = done("refs.csv", "-o", "out.csv", "--decisions", "d.jsonl", cwd=tmp_path)
    assert said == (
        "2 changes, 1 merge\n"
        "4 records read = 3 written + 1 merged into others + 0 rejected + 0 kept unread\n"
    )


def test_what_people_held_to_be_two_is_not_merged_unasked(tmp_path: Path) -> None:
    """The outputs are other records than those that people judged; cleaned once more with the same
    decisions, they still stay two."""
    entry = "@book{{{}, author = {{Cao, Xueqin}}, title = {{Red &amp; Jade}}, year = 1982}}\n"
    text = entry.format("a") + entry.format("b")
    (tmp_path / "refs.bib").write_text(text, encoding="utf-8")
    decide(tmp_path, *clusters_of(tmp_path), "different")
    done("refs.bib", "-o", "once.bib", "--decisions", "d.jsonl", cwd=tmp_path)
    said = done("once.bib", "-o", "twice.bib", "--decisions", "d.jsonl", cwd=tmp_path)
    assert "a and b have changed since: not used" in said
    assert (tmp_path / "twice.bib").read_bytes() == (tmp_path / "once.bib").read_bytes()


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


def test_what_people_decided_outlives_the_fixes(tmp_path: Path) -> None:
    """A fix changes the fingerprint of a record, and a later round meets the pair again."""
    entry = (
        "@book{{{}, author = {{Cao, Xueqin}}, title = {{Red {}}}, year = 1982, isbn = {{{}}}}}\n"
    )
    numbers = ("978-7-02-000220-7", "9787020002207")
    text = entry.format("a", "&amp; Jade", numbers[0]) + entry.format("b", "&amp; Jade", numbers[1])
    (tmp_path / "refs.bib").write_text(text, encoding="utf-8")
    assert "1 merged" in done("refs.bib", "-o", "merged.bib", cwd=tmp_path)
    (members,) = clusters_of(tmp_path)
    decide(tmp_path, members, "different")
    said = done("refs.bib", "-o", "out.bib", "--decisions", "d.jsonl", cwd=tmp_path)
    assert "2 changes" in said
    assert "2 written + 0 merged" in said
    assert "not used" not in said
