"""`bibvalidator clean` where records are one work: merged, followed, decided by people."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from clean_command import TODAY, done, log_of

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
