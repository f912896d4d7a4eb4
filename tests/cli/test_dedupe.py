"""`bibvalidator dedupe`, run as its users run it."""

from __future__ import annotations

import csv
import json
import os
import random
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from validator.cli import main

HEAD = "ID,title,author,year,journal,volume,pages,doi\n"
TURING = (
    '{},Computing machinery and intelligence,"Turing, A. M.",1950,Mind,59,433-460,10.1093/mind/59\n'
)
TURING_AGAIN = (
    '{},Computing Machinery and Intelligence,"Turing, Alan",1950,Mind,59,433--460,10.1093/MIND/59\n'
)
NUMBERS = '{},On computable numbers,"Turing, A. M.",1937,Proc. LMS,s2-42,230-265,\n'
CELLS = '{},Stromal cells,"Lu, Jing",2021,Cell Research,12,340-351,10.1186/s13287\n'
CELLS_BARE = '{},Stromal cells,"Lu, Jing",2021,,,,\n'
VERSION = '{"bibvalidator": "decisions", "version": 1}\n'


class Folder:
    """A folder with inputs, and what the command makes of them."""

    def __init__(self, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.path = path
        self.capsys = capsys
        self.errors = ""

    def write(self, name: str, *rows: str) -> None:
        (self.path / name).write_text(HEAD + "".join(rows), encoding="utf-8")

    def run(self, *arguments: str) -> int:
        """The exit code; what was printed is kept."""
        code = main([*arguments, "--isolated"])
        self.out, self.errors = self.capsys.readouterr()
        return code

    def dedupe(self, *arguments: str) -> str:
        """The rows, ``id1:cluster1 id2:cluster2 ...``."""
        assert self.run("dedupe", *arguments, "-o", "clusters.csv") == 0, self.errors
        text = (self.path / "clusters.csv").read_text(encoding="utf-8")
        assert text.startswith("id,cluster\n")
        return " ".join(":".join(row) for row in list(csv.reader(text.splitlines()))[1:])

    def members(self, *arguments: str) -> Mapping[str, str]:
        """The fingerprints of all records in clusters and in the queue, by id."""
        assert self.run("dedupe", *arguments, "--reasons", "why.jsonl", "--review", "r.csv") == 0
        lines = (self.path / "why.jsonl").read_text(encoding="utf-8").splitlines()
        members = [member for line in map(json.loads, lines) for member in line["members"]]
        found = {member["id"]: member["fingerprint"] for member in members}
        for row in csv.DictReader((self.path / "r.csv").read_text(encoding="utf-8").splitlines()):
            found |= {row["id1"]: row["fingerprint1"], row["id2"]: row["fingerprint2"]}
        return found

    def decide(self, prints: Mapping[str, str], *said: str) -> None:
        """Write decisions, each as ``a verdict b``."""
        lines = []
        for words in said:
            a, verdict, b = words.split()
            decision = {"a": a, "b": b, "verdict": verdict, "by": "Ada", "date": "2026-07-01"}
            decision |= {"fingerprint_a": prints[a], "fingerprint_b": prints[b]}
            lines.append(json.dumps(decision) + "\n")
        (self.path / "d.jsonl").write_text(VERSION + "".join(lines), encoding="utf-8")


@pytest.fixture
def folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Folder:
    monkeypatch.chdir(tmp_path)
    folder = Folder(tmp_path, capsys)
    folder.write("a.csv", TURING.format("a"), TURING_AGAIN.format("b"), NUMBERS.format("c"))
    return folder


class TestClusters:
    @pytest.mark.parametrize(
        ("rows", "found"),
        [
            ([], ""),
            ([NUMBERS.format("x")], "x:1"),
            ([NUMBERS.format("x"), TURING.format("y"), TURING_AGAIN.format("z")], "x:1 y:2 z:2"),
            ([TURING.format("z"), NUMBERS.format("x"), TURING_AGAIN.format("y")], "z:1 x:2 y:1"),
            ([TURING.format(""), TURING_AGAIN.format("")], "x.csv#1:1 x.csv#2:1"),  # without ids
            (  # an id of its own, and one twice
                [TURING.format("x"), NUMBERS.format("x"), CELLS.format("y")],
                "x.csv#1:x:1 x.csv#2:x:2 y:3",
            ),
            (  # one that looks like what an id that occurs twice is told apart by
                [TURING.format("x"), NUMBERS.format("x"), CELLS.format("x.csv#1:x")],
                "x.csv#1:x:1 x.csv#2:x:2 x.csv#3:x.csv#1:x:3",
            ),
            ([TURING.format("=1+1"), NUMBERS.format("@x")], "=1+1:1 @x:2"),  # ids as they stand
            ([TURING.format('"a,""b"""'), NUMBERS.format("数字")], 'a,"b":1 数字:2'),
        ],
    )
    def test_a_row_for_every_record(self, folder: Folder, rows: list[str], found: str) -> None:
        folder.write("x.csv", *rows)
        assert folder.dedupe("x.csv") == found

    def test_they_are_printed_where_no_file_is_named(self, folder: Folder) -> None:
        assert folder.run("dedupe", "a.csv") == 0
        assert folder.out == "id,cluster\na,1\nb,1\nc,2\n"
        assert folder.errors == (
            "3 records, 1 cluster of duplicates with 1 record to merge away, 0 pairs to review\n"
        )

    def test_ids_that_occur_twice_are_reported(self, folder: Folder) -> None:
        folder.write("b.csv", TURING.format("c"), *(NUMBERS.format(f"n{i}") for i in range(9)))
        folder.write("c.csv", *(NUMBERS.format(f"n{i}") for i in range(9)))
        folder.dedupe("a.csv", "b.csv", "c.csv")
        assert folder.errors.startswith(
            "bibvalidator: 10 ids of more records than one, told apart as FILE#NUMBER:ID:"
            " c, n0, n1, n2, n3 and 5 more\n"
        )
        folder.run("dedupe", "a.csv", "b.csv", "c.csv", "--quiet")
        assert folder.errors == ""

    @pytest.mark.parametrize("own", ["a\rb", "a\nb", " a ", "\u2028a", "\x00", "\ud800"])
    def test_any_id_is_one_cell(self, folder: Folder, own: str) -> None:
        records = [{"id": own, "title": "On numbers"}, {"id": "b", "title": "On cells"}]
        (folder.path / "x.json").write_text(json.dumps(records))
        assert folder.run("dedupe", "x.json", "-o", "c.csv") == 0
        with open("c.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        assert rows[0] == ["id", "cluster"]
        assert len(rows) == 3
        assert all(len(row) == 2 for row in rows)

    def test_standard_input(self, folder: Folder) -> None:
        command = [sys.executable, "-m", "validator", "dedupe", "-", "--input-format", "csv"]
        given = (HEAD + TURING.format("a") + TURING_AGAIN.format("")).encode()
        done = subprocess.run(command, input=given, capture_output=True, check=True)
        assert done.stdout == b"id,cluster\na,1\n-#2,1\n"


class TestReview:
    def test_the_queue(self, folder: Folder) -> None:
        folder.write("x.csv", CELLS.format("rich"), CELLS_BARE.format("bare"))
        prints = folder.members("x.csv")
        with open("r.csv", encoding="utf-8") as file:
            (row,) = csv.DictReader(file)
        assert list(row)[:5] == ["id1", "id2", "score", "verdict", "why"]
        assert (row["id1"], row["id2"], row["verdict"]) == ("rich", "bare", "to review")
        assert 0 < float(row["score"]) < 1
        assert row["why"].startswith("same title; the author agrees; same year")
        assert prints["rich"] != prints["bare"]

    def test_an_id_that_occurs_twice_is_the_same_as_among_the_clusters(
        self, folder: Folder
    ) -> None:
        folder.write("x.csv", CELLS.format("x"), CELLS_BARE.format("x"))
        assert set(folder.members("x.csv")) == {"x.csv#1:x", "x.csv#2:x"}

    def test_reasons(self, folder: Folder) -> None:
        assert folder.run("dedupe", "a.csv", "--reasons", "why.jsonl") == 0
        (line,) = map(json.loads, (folder.path / "why.jsonl").read_text().splitlines())
        assert list(line) == ["cluster", "survivor", "members", "decisions"]
        assert (line["cluster"], line["survivor"]) == (1, line["members"][0]["id"])
        assert sorted(member["id"] for member in line["members"]) == ["a", "b"]
        assert set(line["members"][0]) == {"id", "path", "line", "record_number", "fingerprint"}
        (decision,) = line["decisions"]
        assert decision["code"] == "DUP001"
        assert decision["why"].startswith("same DOI; same title")
        assert decision["why"] == "; ".join(item["label"] for item in decision["evidence"])
        assert decision["evidence"][0] == {
            "variable": "DOI",
            "agreement": "agree",
            "label": "same DOI",
        }

    def test_a_limit_on_false_positives(self, folder: Folder) -> None:
        bare = '{},Stromal cells in diabetes and in health,"Lu, Jing; Wu, Ann",2021,,,12-14,\n'
        folder.write("x.csv", bare.format("a"), bare.replace("Ann", "A.").format("b"))
        assert folder.dedupe("x.csv") == "a:1 b:1"
        assert folder.dedupe("x.csv", "--max-false-positive-rate", "1e-12") == "a:1 b:2"
        assert "1 pair to review" in folder.errors


class TestDecisions:
    @pytest.mark.parametrize(
        ("said", "clusters"),
        [
            (["a same b"], "a:1 b:1 c:2 rich:3 bare:4"),
            (["a different b"], "a:1 b:2 c:3 rich:4 bare:5"),
            (["b related a"], "a:1 b:2 c:3 rich:4 bare:5"),
            (["rich same bare"], "a:1 b:1 c:2 rich:3 bare:3"),
            (["a same rich", "rich different bare"], "a:1 b:1 c:2 rich:1 bare:3"),
            ([], "a:1 b:1 c:2 rich:3 bare:4"),
        ],
    )
    def test_they_win(self, folder: Folder, said: list[str], clusters: str) -> None:
        folder.write("x.csv", CELLS.format("rich"), CELLS_BARE.format("bare"))
        prints = folder.members("a.csv", "x.csv")
        folder.decide(prints, *said)
        assert folder.dedupe("a.csv", "x.csv", "--decisions", "d.jsonl") == clusters

    def test_who_said_so_is_told(self, folder: Folder) -> None:
        folder.write("x.csv", CELLS.format("x"), CELLS_BARE.format("x"))
        folder.decide(folder.members("x.csv"), "x.csv#1:x same x.csv#2:x")
        assert folder.run("dedupe", "x.csv", "--decisions", "d.jsonl", "--reasons", "w.jsonl") == 0
        (line,) = map(json.loads, (folder.path / "w.jsonl").read_text().splitlines())
        (decision,) = line["decisions"]
        assert decision["why"].startswith("judged the same by Ada, 2026-07-01; same title")
        folder.run("check", "x.csv", "--decisions", "d.jsonl", "--select", "DUP")
        assert "judged the same by Ada, 2026-07-01; same title" in folder.out

    def test_what_people_judged_is_not_asked_again(self, folder: Folder) -> None:
        folder.write("x.csv", CELLS.format("rich"), CELLS_BARE.format("bare"))
        folder.decide(folder.members("x.csv"), "rich different bare")
        assert folder.run("dedupe", "x.csv", "--decisions", "d.jsonl", "--review", "r.csv") == 0
        assert (folder.path / "r.csv").read_text().count("\n") == 1
        assert folder.errors.endswith("0 pairs to review; 1 decision of people heeded\n")

    def test_a_review_that_was_filled_in(self, folder: Folder) -> None:
        folder.write("x.csv", CELLS.format("rich"), CELLS_BARE.format("bare"))
        folder.run("dedupe", "x.csv", "--review", "r.csv")
        text = (folder.path / "r.csv").read_text(encoding="utf-8")
        (folder.path / "f.csv").write_text(text.replace("to review", "same"), encoding="utf-8")
        assert folder.dedupe("x.csv", "--decisions", "r.csv") == "rich:1 bare:2"
        assert folder.dedupe("x.csv", "--decisions", "f.csv") == "rich:1 bare:1"

    def test_reformatted_records_keep_theirs(self, folder: Folder) -> None:
        folder.decide(folder.members("a.csv"), "a different b")
        folder.write("new.csv", NUMBERS.format("c"), TURING_AGAIN.format("b").upper())
        folder.write("sub.csv", TURING.format("a").replace("433-460", "433–460"))
        found = folder.dedupe("new.csv", "sub.csv", "--decisions", "d.jsonl")
        assert found == "c:1 B:2 a:3"

    def test_a_stale_one_is_refused(self, folder: Folder) -> None:
        folder.decide(folder.members("a.csv"), "a different b")
        folder.write("a.csv", TURING.format("a").replace("1950", "1951"), TURING_AGAIN.format("b"))
        assert folder.dedupe("a.csv", "--decisions", "d.jsonl") == "a:1 b:1"
        assert folder.errors == (
            "bibvalidator: d.jsonl:2: a has changed since: not used\n"
            "2 records, 1 cluster of duplicates with 1 record to merge away, 0 pairs to review;"
            " 0 decisions of people heeded, 1 out of date\n"
        )

    def test_a_record_that_is_gone_is_told(self, folder: Folder) -> None:
        folder.decide(folder.members("a.csv"), "a different b")
        folder.write("a.csv", TURING_AGAIN.format("b"))
        assert folder.dedupe("a.csv", "--decisions", "d.jsonl") == "b:1"
        assert "d.jsonl:2: there is no a: not used\n" in folder.errors
        assert folder.errors.endswith("heeded, 1 about records that are not here\n")

    @pytest.mark.parametrize(
        ("name", "text", "says"),
        [
            ("d.jsonl", VERSION + "{", "d.jsonl:2: not a line of JSON"),
            ("d.jsonl", VERSION.replace("1", "7"), "no decisions of a version that is known"),
            ("d.csv", "id1,id2\n", "no review: its header lacks"),
            ("e.jsonl", "", "cannot read the decisions d.jsonl"),
        ],
    )
    def test_a_file_that_is_none(self, folder: Folder, name: str, text: str, says: str) -> None:
        (folder.path / name).write_text(text)
        for command in ("dedupe", "check"):
            assert folder.run(command, "a.csv", "--decisions", name.replace("e.", "d.")) == 2
            assert says in folder.errors
            assert not folder.out

    def test_contradictions_name_both_lines(self, folder: Folder) -> None:
        folder.decide(folder.members("a.csv"), "a same b", "b different a")
        assert folder.run("dedupe", "a.csv", "--decisions", "d.jsonl") == 2
        assert "d.jsonl:3: b and a are different here, and same in d.jsonl:2" in folder.errors

    def test_the_configuration_names_them(self, folder: Folder) -> None:
        folder.decide(folder.members("a.csv"), "a different b")
        (folder.path / "sub").mkdir()
        (folder.path / "a.csv").rename(folder.path / "sub" / "a.csv")
        text = '[duplicates]\ndecisions = "d.jsonl"\n'
        (folder.path / "bibvalidator.toml").write_text(text)
        assert main(["dedupe", "sub"]) == 0
        assert folder.capsys.readouterr().out == "id,cluster\na,1\nb,2\nc,3\n"

    def test_check_obeys_them(self, folder: Folder) -> None:
        folder.decide(folder.members("a.csv"), "a different b")
        only = ("check", "a.csv", "--select", "DUP", "--format", "concise")
        assert folder.run(*only) == 1
        assert folder.run(*only, "--decisions", "d.jsonl") == 0
        assert folder.out.endswith("0 clusters of duplicates\n")
        folder.write("a.csv", TURING.format("a").replace("1950", "1951"), TURING_AGAIN.format("b"))
        assert folder.run(*only, "--decisions", "d.jsonl") == 1
        assert folder.errors == "bibvalidator: d.jsonl:2: a has changed since: not used\n"
        assert folder.run(*only, "--decisions", "d.jsonl", "--no-duplicates") == 0
        assert folder.errors == ""


class TestAgainst:
    @pytest.fixture(autouse=True)
    def catalogue(self, folder: Folder) -> None:
        folder.write("cat.csv", TURING.format("k1"), TURING_AGAIN.format("k2"), CELLS.format("k3"))

    @pytest.mark.parametrize(
        ("rows", "found"),
        [
            ([NUMBERS.format("n")], "n:1 k1:2 k2:3 k3:4"),  # its own pairs are left alone
            ([CELLS.format("n")], "n:1 k1:2 k2:3 k3:1"),
            ([CELLS.format("n"), CELLS.format("m")], "n:1 m:1 k1:2 k2:3 k3:1"),
            ([CELLS.format("k3")], "new.csv#1:k3:1 k1:2 k2:3 cat.csv#3:k3:1"),
            ([], "k1:1 k2:2 k3:3"),
        ],
    )
    def test_new_records_first(self, folder: Folder, rows: list[str], found: str) -> None:
        folder.write("new.csv", *rows)
        assert folder.dedupe("new.csv", "--against", "cat.csv") == found

    def test_a_cluster_holds_one_record_of_the_catalogue(self, folder: Folder) -> None:
        folder.write("new.csv", TURING.format("n"), TURING.format("m"))
        assert folder.dedupe("new.csv", "--against", "cat.csv") in (
            "n:1 m:1 k1:1 k2:2 k3:3",
            "n:1 m:1 k1:2 k2:1 k3:3",
        )

    def test_several_catalogues(self, folder: Folder) -> None:
        folder.write("b.csv", NUMBERS.format("b1"))
        folder.write("new.csv", NUMBERS.format("n"), CELLS.format("m"))
        found = folder.dedupe("new.csv", "--against", "cat.csv", "--against", "b.csv")
        assert found == "n:1 m:2 b1:1 k1:3 k2:4 k3:2"

    def test_people_judge_pairs_of_both(self, folder: Folder) -> None:
        folder.write("new.csv", CELLS.format("n"))
        folder.decide(folder.members("new.csv", "--against", "cat.csv"), "n different k3")
        found = folder.dedupe("new.csv", "--against", "cat.csv", "--decisions", "d.jsonl")
        assert found == "n:1 k1:2 k2:3 k3:4"

    @pytest.mark.parametrize(
        ("path", "says"),
        [
            ("a.csv", "a.csv is given twice"),
            (".", "a.csv is given twice"),
            ("no.csv", "no file or folder no.csv"),
            ("-", "standard input needs --input-format"),
        ],
    )
    def test_wrong_usage(self, folder: Folder, path: str, says: str) -> None:
        assert folder.run("dedupe", "a.csv", "--against", path) == 2
        assert says in folder.errors


class TestExitCodes:
    @pytest.mark.parametrize(
        ("arguments", "code", "says"),
        [
            (["a.csv"], 0, ""),
            (["a.csv", "--fail-on", "never"], 0, ""),
            (["a.csv", "--fail-on", "error"], 1, ""),
            (["a.csv", "--fail-on", "info"], 1, ""),
            (["c.csv", "--fail-on", "info"], 0, ""),
            (["broken.csv", "a.csv", "--fail-on", "error"], 3, "broken.csv: a binary file"),
            (["a.csv", "--max-false-positive-rate", "0"], 2, "above 0 and up to 1 is wanted"),
            (["a.csv", "--max-false-positive-rate", "x"], 2, "is wanted, such as 1e-4, not 'x'"),
            (["nowhere.csv"], 2, "no file or folder"),
            (["a.csv", "-o", "no/c.csv"], 2, "cannot write no/c.csv: there is no folder"),
            (["a.csv", "-o", "./a.csv"], 2, "./a.csv is an input, and is not written over"),
            (["a.csv", "--against", "c.csv", "--review", "c.csv"], 2, "c.csv is an input"),
            ([".", "-o", "c.csv"], 2, "c.csv is an input"),
            (["a.csv", "-o", "x.csv", "--review", "./x.csv"], 2, "./x.csv is another output"),
        ],
    )
    def test_the_code(self, folder: Folder, arguments: list[str], code: int, says: str) -> None:
        folder.write("c.csv", NUMBERS.format("x"))
        (folder.path / "broken.csv").write_bytes(b"\x00\x01\x02\x03" * 100)
        before = {path.name: path.read_bytes() for path in folder.path.iterdir()}
        assert folder.run("dedupe", *arguments) == code
        assert says in folder.errors
        assert before == {path.name: path.read_bytes() for path in folder.path.iterdir()}

    @pytest.mark.parametrize(
        ("text", "code"),
        [("", 1), ('ignore = ["DUP001"]', 0), ('[severity]\nDUP001 = "info"', 0)],
    )
    def test_the_configuration_grades_duplicates(
        self, folder: Folder, text: str, code: int
    ) -> None:
        (folder.path / "bibvalidator.toml").write_text(text)
        assert main(["dedupe", "a.csv", "--fail-on", "error"]) == code

    @pytest.mark.skipif(os.name != "posix", reason="links as POSIX has them")
    def test_links_to_an_input(self, folder: Folder) -> None:
        os.link("a.csv", "hard.txt")
        os.symlink("a.csv", "soft.txt")
        for name in ("hard.txt", "soft.txt"):
            assert folder.run("dedupe", "a.csv", "--review", name) == 2
            assert "is an input" in folder.errors


def outputs(folder: Path, *arguments: str, seed: str = "0") -> list[Sequence[str]]:
    """The sorted rows of the clusters as sets of ids, of the review, and of the reasons."""
    command = [sys.executable, "-m", "validator", "dedupe", *arguments, "--isolated", "--quiet"]
    command += ["-o", "c.csv", "--review", "r.csv", "--reasons", "w.jsonl"]
    subprocess.run(command, cwd=folder, env={**os.environ, "PYTHONHASHSEED": seed}, check=True)
    return [
        (folder / name).read_text(encoding="utf-8").splitlines()
        for name in ("c.csv", "r.csv", "w.jsonl")
    ]


def partition(rows: Sequence[str]) -> set[frozenset[str]]:
    clusters: dict[str, set[str]] = {}
    for own, cluster in csv.reader(rows[1:]):
        clusters.setdefault(cluster, set()).add(own)
    return {frozenset(ids) for ids in clusters.values()}


def many() -> list[str]:
    """Rows with ids of their own: copies, variants, sparse ones, and others."""
    forms = (TURING, TURING_AGAIN, NUMBERS, CELLS, CELLS_BARE, CELLS)
    rows = [form.format(f"r{i}") for i, form in enumerate(forms)]
    for i in range(60):
        title = f"A study of subject {i // 2} in {'northern' if i % 2 else 'Northern'} lakes"
        rows.append(f'x{i},{title},"Berg, Ada; Lund, Bo",{1990 + i // 2},Lakes,{i // 2},,\n')
    return rows


def test_the_same_bytes_for_any_hash_seed_and_number_of_processes(tmp_path: Path) -> None:
    rows = many()
    (tmp_path / "a.csv").write_text(HEAD + "".join(rows[:40]))
    (tmp_path / "b.csv").write_text(HEAD + "".join(rows[40:]))
    first = outputs(tmp_path, "a.csv", "b.csv", "--jobs", "1")
    assert first == outputs(tmp_path, "b.csv", "a.csv", "--jobs", "2", seed="77")
    assert len(first[1]) > 1
    assert len(first[2]) > 1


def test_the_same_clusters_for_a_shuffled_file(tmp_path: Path) -> None:
    rows = many()
    (tmp_path / "a.csv").write_text(HEAD + "".join(rows))
    first = outputs(tmp_path, "a.csv")
    random.Random(0).shuffle(rows)
    (tmp_path / "a.csv").write_text(HEAD + "".join(rows))
    second = outputs(tmp_path, "a.csv", seed="5")
    assert partition(first[0]) == partition(second[0])
    assert sorted(first[1]) == sorted(second[1])
    reasons = [
        sorted(
            (line["survivor"], *sorted((d["b"], d["why"]) for d in line["decisions"]))
            for line in map(json.loads, found[2])
        )
        for found in (first, second)
    ]
    assert reasons[0] == reasons[1]
    assert all(why for lines in reasons for _, *whys in lines for _, why in whys)
