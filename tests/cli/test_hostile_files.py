"""Files that nobody should meet, and somebody will: an exit code and a word, never a traceback."""

from __future__ import annotations

import gzip
import hashlib
import html.parser
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from validator.cli import main
from validator.io import walk
from validator.io.formats import FORMATS

MB = 2**20
BOOK = "@book{{{key},\n  author = {{Turing, Alan}},\n  title = {{{title}}},\n  publisher = {{P}},\n"
BOOK += "  year = {{1950}}\n}}\n"
GOOD = BOOK.format(key="good", title="Good")
RIS = "TY  - BOOK\nAU  - Turing, Alan\nTI  - {title}\nPB  - P\nPY  - 1950\nER  - \n"
JSON = {"id": "good", "type": "book", "author": [{"family": "Turing", "given": "Alan"}]}
JSON |= {"title": "Good", "publisher": "P", "issued": {"date-parts": [[1950]]}}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The current folder; no file in it is changed by any test that runs the command."""
    monkeypatch.chdir(tmp_path)
    for name in list(os.environ):
        if name.startswith("BIBVALIDATOR_"):
            monkeypatch.delenv(name)
    return tmp_path


def checksums() -> dict[str, tuple[str, int]]:
    return {
        str(path): (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
        for path in sorted(Path().rglob("*"))
        if path.is_file()
    }


def check(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    """The exit code, standard output and standard error of a check that changes no file."""
    before = checksums()
    code = main(["check", *args, "--isolated", "--format", "concise", "--today", "2026-07-01"])
    assert checksums() == before
    done = capsys.readouterr()
    assert "Traceback" not in done.out + done.err
    return code, done.out, done.err


NOT_READ = "1 file not evaluated"


@pytest.mark.parametrize(
    ("name", "content", "code", "says", "why"),
    [
        ("x.bib", b"", 0, "COL005", "empty"),
        ("x.bib", bytes(range(256)) * 20, 3, "a binary file, not text", "binary"),
        (
            "x.bib",
            gzip.compress(GOOD.encode() * 99, mtime=0)[:-20],
            3,
            "cannot be read",
            "cut gzip",
        ),
        (
            "x.bib",
            gzip.compress(GOOD.encode(), mtime=0)[:5],
            3,
            "cannot be read",
            "a cut head of gzip",
        ),
        ("x.xml", b'<?xml version="1.0"?>\n<x>&a;</x>\n', 2, "not recognised", "XML"),
        ("x.bib", b'<?xml version="1.0"?>\n<x>&a;</x>\n', 3, "no record found", "XML, named so"),
        ("x.bib", b"Dear all,\nsee below\n", 3, "no record found, read as bibtex", "prose"),
        (
            "x.bib",
            GOOD.replace("Good", "G\xf6\xdfe, M\xfcll").encode("cp1252"),
            0,
            "COL004",
            "8 bit",
        ),
        (
            "x.bib",
            GOOD.replace("Good", "Größe " * 30).encode().replace(b"P}", b"P\xff}"),
            *(1, "ENC005", "a bad byte in UTF-8"),
        ),
        ("x.bib", GOOD.encode("utf-16"), 0, "1 record", "UTF-16 with a mark"),
        ("x.bib", GOOD.encode("utf-16-le"), 0, "COL004", "UTF-16 without"),
        ("x.bib", GOOD.encode("utf-8-sig"), 0, "1 record in 1 file; 0 faulty", "UTF-8 with a mark"),
        ("x.bib", GOOD.replace("Good", "Go\0od").encode(), 0, "U+0000", "a zero byte"),
        ("x.bib", GOOD.replace("\n", "\r").encode(), 0, "1 record in 1 file; 0 faulty", "CR, bib"),
        (
            "x.ris",
            (RIS.format(title="A") * 2).replace("\n", "\r").encode(),
            *(0, "2 records in 1 file", "CR, ris"),
        ),
        ("x.csv", b"title,author,year\rA,B,2000\rC,D,2001\r", 0, "2 records", "CR, csv"),
        (
            "x.bib",
            (BOOK.format(key="deep", title="{" * 10_000 + "x" + "}" * 10_000) + GOOD).encode(),
            *(0, "2 records in 1 file", "10,000 braces"),
        ),
        (
            "x.bib",
            b"@book{a, title={A\n\n" + GOOD.encode(),
            *(1, "x.bib:1: COL002 entry is not closed", "an unclosed entry costs no neighbour"),
        ),
        ("x.json", b"[" * 100_000, 2, "the format is not recognised", "deep JSON, open"),
        (
            "x.json",
            b'[{"title": '
            + b"[" * 50_000
            + b"]" * 50_000
            + b"}, "
            + json.dumps(JSON).encode()
            + b"]",
            *(1, "COL002", "deep JSON, closed"),
        ),
        (
            "x.csv",
            b'title,author,year\n"=cmd|\' /C calc\'!A0","+1+1, X",2000\n@SUM(1),-2,2001\n',
            *(0, "2 records in 1 file", "formulas are text"),
        ),
    ],
)
def test_file(
    capsys: pytest.CaptureFixture[str], name: str, content: bytes, code: int, says: str, why: str
) -> None:
    Path(name).write_bytes(content)
    found, out, err = check(capsys, name)
    assert says in out + err, (out, err)
    assert found == code, (out, err)
    assert (NOT_READ in out) == (code == 3)


def test_a_missing_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert check(capsys, "x.bib") == (2, "", "bibvalidator: no file or folder x.bib\n")


def test_a_named_format_that_the_content_has_not(capsys: pytest.CaptureFixture[str]) -> None:
    Path("x.txt").write_text("Dear all,\nsee below\n")
    for form in FORMATS:
        code, out, err = check(capsys, "x.txt", "--input-format", form)
        module = FORMATS[form].module
        if module.startswith("json.") or form in (
            "csv",
            "marc",
            "marc-json",
        ):  # an item, a row that is none
            assert (code, "COL002" in out or "TIT001" in out) == (1, True), form
        elif form in ("workbook", "parquet"):
            assert (code, "a damaged" in err) == (3, True), form
        elif form == "sql":  # no file at all
            assert (code, "URL of a database" in err) == (2, True), form
        else:
            assert (code, "no record found" in err) == (3, True), form


class TestFolders:
    def test_without_known_files(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("x.bib").mkdir()
        Path("x.bib/notes.txt").write_text("Dear all\n")
        code, out, err = check(capsys, "x.bib")
        assert (code, out) == (2, "")
        assert "no file of a known format in the folder x.bib" in err

    @pytest.mark.skipif(sys.platform == "win32", reason="no links and pipes there")
    def test_loops_pipes_and_folders_named_as_files(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        Path("in/sub").mkdir(parents=True)
        Path("in/sub/up").symlink_to("..")
        Path("in/self.bib").symlink_to("self.bib")
        Path("in/gone.bib").symlink_to("nowhere.bib")
        Path("in/folder.bib").mkdir()
        os.mkfifo("in/pipe.bib")
        Path("in/good.bib").write_text(GOOD)
        code, out, _ = check(capsys, "in")
        assert code == 0
        assert "1 record in 1 file; 0 faulty" in out
        assert check(capsys, "in/self.bib")[0] == 2

    def test_what_cannot_be_opened_is_named_and_the_rest_is_checked(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        Path("in").mkdir()
        Path("in/good.bib").write_text(GOOD)
        Path("in/shut.bib").write_text(GOOD)
        whole = open

        def shut(file: str, *args: object, **keywords: object) -> object:
            if str(file).endswith("shut.bib"):
                raise PermissionError(13, "Permission denied", file)
            return whole(file, *args, **keywords)  # type: ignore[call-overload]

        before = checksums()
        monkeypatch.setattr("builtins.open", shut)
        code = main(["check", "in", "--isolated", "--format", "concise"])
        monkeypatch.undo()
        done = capsys.readouterr()
        assert code == 3
        assert "shut.bib: Permission denied" in done.err
        assert "1 record in 2 files" in done.out
        assert {Path(name).name for name in before} == {"good.bib", "shut.bib"}

    def test_a_folder_that_cannot_be_listed_is_not_passed_over(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        Path("in/shut").mkdir(parents=True)
        Path("in/good.bib").write_text(GOOD)
        whole = os.scandir

        def shut(path: str) -> object:
            if str(path).endswith("shut"):
                raise PermissionError(13, "Permission denied", path)
            return whole(path)

        monkeypatch.setattr("os.scandir", shut)
        assert [Path(path).as_posix() for path in walk("in")] == ["in/good.bib", "in/shut"]


class Tags(html.parser.HTMLParser):
    """The elements of a page and their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_markup_in_the_data_is_text_in_the_report(capsys: pytest.CaptureFixture[str]) -> None:
    hostile = "<script>alert(7)</script>\"'><svg onload=alert(7)><img src=x onerror=alert(7)>"
    entry = BOOK.format(key="<b>x</b>", title=hostile).replace("Turing", "<i onclick=alert(7)>")
    Path("<u>x.bib").write_text(entry + entry.replace("1950", "javascript:alert(7)"))
    main(["check", "<u>x.bib", "--isolated", "--html", "r.html", "--select", "ALL"])
    capsys.readouterr()
    page = Path("r.html").read_text(encoding="utf-8")
    assert "alert(7)" in page
    for tag, attributes in Tags(page).found:
        assert not any(
            name.startswith("on") and "(7)" in (value or "") for name, value in attributes.items()
        )
        assert not (attributes.get("href") or "").startswith("javascript")
        assert tag not in ("u", "svg", "img")
    assert "<script>alert" not in page
    assert "<svg onload" not in page
    assert "<img src=x" not in page


@pytest.mark.skipif(sys.platform == "win32", reason="no such file names there")
@pytest.mark.parametrize("form", ["concise", "full"])
def test_escapes_in_names_and_values_do_not_reach_the_terminal(
    capsys: pytest.CaptureFixture[str], form: str
) -> None:
    name = "a\x1b[31m\u202e.bib"
    Path(name).write_text(BOOK.format(key="x", title="T\x1b]0;owned\x07 \x9b31m  \x1b[2J"))
    main(["check", name, "--isolated", "--format", form, "--select", "ALL"])
    done = capsys.readouterr()
    assert "a" in done.out
    for character in "\x1b\x07\x9b\u202e":
        assert character not in done.out + done.err


# Files of 100 MB

SIZES = {
    "x.bib": (b"@book{a, title={", b"x", b"}}\n" + GOOD.encode()),
    "x.csv": (b"title,author,year\n", b"x", b"\nGood,A,2000\n"),
    "x.jsonl": (b'{"id":"a","title":"', b"x", b'"}\n' + json.dumps(JSON).encode() + b"\n"),
    "x.ris": (b"TY  - JOUR\nTI  - ", b"x", b"\nER  - \n" + RIS.format(title="Good").encode()),
    "x.enw": (b"%0 Journal Article\n%T ", b"x", b"\n\n%0 Journal Article\n%T Good\n%D 2000\n"),
    "x.txt": ("T\n作者\n机构\n".encode(), b"x", "\n页数:3\n".encode()),
}
# getrusage would count the memory of the process that started this one
MEASURE = """\
import re, sys
from validator.cli import main
code = main(sys.argv[1:])
peak = re.search(r"VmHWM:\\s+(\\d+) kB", open("/proc/self/status").read())
print(int(peak[1]) // 1024, file=sys.stderr)
sys.exit(code)
"""


def measured(name: str) -> tuple[int, str, int]:
    """The exit code, the output and the memory in MB of a check in its own process."""
    args = ["check", name, "--isolated", "--format", "concise", "--today", "2026-07-01"]
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, *args], capture_output=True, check=False, timeout=300
    )
    errors = done.stderr.decode()
    assert "Traceback" not in errors, errors
    return done.returncode, done.stdout.decode(), int(errors.split()[-1])


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
@pytest.mark.parametrize("name", SIZES)
def test_a_line_of_100_mb(name: str) -> None:
    begin, filling, end = SIZES[name]
    with Path(name).open("wb") as file:
        file.write(begin)
        for _ in range(100):
            file.write(filling * MB)
        file.write(end)
    code, out, memory = measured(name)
    assert code == 1
    assert "COL002" in out
    assert "1 record in 1 file" in out  # the one behind, or the rest of the page
    assert memory < 500


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
@pytest.mark.parametrize(
    ("filling", "says"), [(b"\0", "a binary file, not text"), (b"x", "no record found")]
)
def test_a_gigabyte_in_a_small_archive(filling: bytes, says: str) -> None:
    with gzip.open("x.bib.gz", "wb", compresslevel=1) as file:
        for _ in range(1024):
            file.write(filling * MB)
    code, out, memory = measured("x.bib.gz")
    assert code == 3
    assert NOT_READ in out
    assert memory < 200
