"""Edits of a text: composed, made in bytes of any charset, shown and taken back."""

from __future__ import annotations

import io
import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from validator.cleaning import edits as module
from validator.cleaning.difference import unified
from validator.cleaning.edits import composed, spliced
from validator.cleaning.journal import Journal, packed
from validator.cleaning.undoing import undone
from validator.errors import UsageError
from validator.io.rewrite import Edit
from validator.io.source import Line, Source

LETTERS = st.text("ab\n\r é题한ёא\U00020000{}", max_size=30)


def applied(text: str, edits: list[Edit]) -> str:
    """The text with edits made, the plain way."""
    for start, end, new in reversed(edits):
        text = text[:start] + new + text[end:]
    return text


@st.composite
def edits_of(draw: st.DrawFn, length: int) -> list[Edit]:
    """Edits of a text of some length, sorted and apart."""
    places = sorted(draw(st.lists(st.integers(0, length), max_size=8)))
    pairs = zip(places[::2], places[1::2], strict=False)
    return [Edit(a, b, draw(LETTERS)) for a, b in pairs]


@given(st.data(), LETTERS)
def test_two_rounds_are_one(data: st.DataObject, text: str) -> None:
    first = data.draw(edits_of(len(text)))
    between = applied(text, first)
    second = data.draw(edits_of(len(between)))
    both = list(composed(first, second))
    assert applied(text, both) == applied(between, second)
    assert all(a.end <= b.start for a, b in pairwise(both))


ENCODINGS = (
    "utf-8",
    "utf-16",
    "utf-16-le",
    "gb18030",
    "big5hkscs",
    "shift_jis",
    "euc_kr",
    "cp1252",
)


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(data=st.data(), block=st.integers(1, 9))
def test_bytes_outside_of_edits_are_as_they_were(
    encoding: str, data: st.DataObject, block: int
) -> None:
    text = data.draw(LETTERS).encode(encoding, "ignore").decode(encoding)
    raw = text.encode(encoding)
    edits = [
        edit._replace(text=edit.text.encode(encoding, "ignore").decode(encoding))
        for edit in data.draw(edits_of(len(text)))
    ]
    was: list[tuple[int, bytes, bytes]] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "BLOCK", block)
        made = b"".join(spliced(io.BytesIO(raw), encoding, edits, lambda *told: was.append(told)))
    assert made.decode(encoding) == applied(text, edits)
    for at, before, now in reversed(was):
        assert made[at : at + len(now)] == now
        made = made[:at] + before + made[at + len(now) :]
    assert made == raw


@pytest.mark.parametrize(
    ("raw", "encoding", "edit", "made"),
    [
        (b"\xef\xbb\xbfab", "utf-8", Edit(1, 2, "x"), b"\xef\xbb\xbfxb"),  # the mark counts
        (b"\xff\xfea\0b\0", "utf-16", Edit(0, 1, "x"), b"\xff\xfex\0b\0"),  # and here it does not
        (b"\xfe\xff\0a\0b", "utf-16", Edit(1, 1, "x"), b"\xfe\xff\0a\0x\0b"),
        (b"a\xffb\xc3", "utf-8", Edit(2, 3, "x"), b"a\xffx\xc3"),  # bytes that are no UTF-8
        (b"\xd6\xd0\x81 b", "gb18030", Edit(3, 4, "x"), b"\xd6\xd0\x81 x"),  # half a character
        (b"a\x81b", "cp1252", Edit(2, 3, "x"), b"a\x81x"),  # a byte without a character
        (b"a\r\nb\rc", "utf-8", Edit(3, 4, "x"), b"a\r\nx\rc"),
        (b"", "utf-8", Edit(0, 0, "x"), b"x"),
        (b"ab", "utf-8", Edit(2, 2, "x"), b"abx"),
        (b"\x8f\xa1\xa1\xa1", "euc_kr", Edit(2, 2, "x"), b"\x8f\xa1\xa1x\xa1"),
    ],
)
def test_places_count_as_readers_do(raw: bytes, encoding: str, edit: Edit, made: bytes) -> None:
    text = "".join(Source("f", "csv", encoding, stream=io.BytesIO(raw)).blocks())
    assert b"".join(spliced(io.BytesIO(raw), encoding, [edit])) == made
    assert len(text) >= edit.end


def test_a_charset_that_lacks_a_character() -> None:
    with pytest.raises(UnicodeEncodeError):
        list(spliced(io.BytesIO(b"a"), "cp1252", [Edit(0, 1, "题")]))


def lines_of(text: str) -> list[Line]:
    return list(Source("f", "csv", text=text).lines())


def patched(text: str, diff: list[str]) -> list[str]:
    """The lines of a text with a unified diff applied."""
    lines = [line.rstrip("\r\n") for line in text.splitlines(keepends=True)] if text else []
    made: list[str] = []
    at = 0
    for line in diff[2:]:
        if line.startswith("@@"):
            place, _, count = line.split()[1].removeprefix("-").partition(",")
            start = int(place) - (count != "0")
            made += lines[at:start]
            at = start
        elif line[0] == "\\":
            assert line == "\\ No newline at end of file"
        elif line[0] == "+":
            made.append(line[1:])
        else:
            assert lines[at] == line[1:]
            at += 1
            made += [line[1:]] if line[0] == " " else []
    return made + lines[at:]


NO_END = "\\ No newline at end of file"
PLAIN = st.text("ab\n", max_size=60)


@given(st.data(), PLAIN)
def test_a_diff_says_what_the_edits_do(data: st.DataObject, text: str) -> None:
    edits = [
        edit._replace(text=edit.text.translate({ord(c): "x" for c in "\r é"}))
        for edit in data.draw(edits_of(len(text)))
    ]
    diff = list(unified(lines_of(text), edits, "old", "new"))
    assert patched(text, diff or ["", ""]) == applied(text, edits).splitlines()


def test_a_diff_of_far_places() -> None:
    text = "".join(f"line {n}\n" for n in range(1, 41))
    edits = [Edit(0, 4, "LINE"), Edit(text.index("30"), text.index("30") + 2, "x\ny")]
    assert list(unified(lines_of(text), edits, "a", "b")) == [
        *("--- a", "+++ b"),
        *("@@ -1,4 +1,4 @@", "-line 1", "+LINE 1", " line 2", " line 3", " line 4"),
        *("@@ -27,7 +27,8 @@", " line 27", " line 28", " line 29"),
        *("-line 30", "+line x", "+y", " line 31", " line 32", " line 33"),
    ]
    assert list(unified(lines_of(text), [], "a", "b")) == []


@pytest.mark.parametrize(
    ("text", "edit", "says"),
    [
        ("a\nb", Edit(2, 3, "c"), [" a", "-b", NO_END, "+c", NO_END]),
        ("a\nb", Edit(0, 1, "c"), ["-a", "+c", " b", NO_END]),
        ("a\nb", Edit(3, 3, "\n"), [" a", "-b", NO_END, "+b"]),  # an end, and nothing else
        ("a\nb\n", Edit(1, 3, ""), [" a", "-b"]),
        ("a\r\nb\r\n", Edit(0, 1, "c"), ["-a\r", "+c\r", " b\r"]),  # kept: patch compares them
        ("a\nb\n", Edit(3, 4, ""), [" a", "-b", "+b", NO_END]),
        ("a\rb\r", Edit(0, 1, "c"), ["-a", "+c", " b"]),  # a lone CR is an end, too
    ],
)
def test_a_diff_tells_of_a_last_line_without_an_end(text: str, edit: Edit, says: list[str]) -> None:
    _, _, _, *lines = unified(lines_of(text), [edit], "a", "b")
    assert lines == says


@given(st.data(), st.binary(max_size=40))
@example(None, b"\xff\xfe\x00")
def test_undo(data: st.DataObject | None, raw: bytes) -> None:
    text = raw.decode("utf-8", "surrogateescape")
    edits = data.draw(edits_of(len(text))) if data else [Edit(1, 2, "题")]
    kept = io.BytesIO()
    journal = Journal(kept)
    lines = Journal(io.BytesIO())
    made = b"".join(
        spliced(
            io.BytesIO(raw),
            "utf-8",
            edits,
            lambda at, was, now: lines.add("edit", at=at, length=len(now), was=packed(was)),
        )
    )
    from hashlib import sha256

    sums = {"sha256": sha256(raw).hexdigest(), "output_sha256": sha256(made).hexdigest()}
    journal.add("file", path="f", **sums)
    journal.take(lines)
    with pytest.MonkeyPatch.context() as patch:
        log = b"".join(journal.lines())
        patch.setattr("validator.keeping.contents", lambda *_: log.decode())
        back = undone(io.BytesIO(made), "log", sums["output_sha256"], "f")
        assert b"".join(back) == raw


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ([], "log.jsonl is not the log of f, or the file was changed since"),
        ([{"kind": "file", "output_sha256": "other"}], "or the file was changed since"),
        ([{"kind": "file", "output_sha256": "sum"}], ":2: sha256: a string is wanted"),
        ([{"kind": "written", "sha256": "sum"}], "f was written anew in another format"),
        (
            [{"kind": "file", "output_sha256": "sum", "sha256": "x"}],
            "does not lead from f back to its input",
        ),
        (
            [
                {"kind": "file", "output_sha256": "sum", "sha256": "x"},
                {"kind": "edit", "at": -1, "length": 0, "was": {"text": ""}},
            ],
            ":3: at and length are no stretch",
        ),
        (
            [
                {"kind": "file", "output_sha256": "sum", "sha256": "x"},
                {"kind": "edit", "at": 0, "length": 0, "was": {"text": 1}},
            ],
            ":3: was: no bytes",
        ),
        (
            [
                {"kind": "file", "output_sha256": "sum", "sha256": "x"},
                {"kind": "edit", "at": 0, "length": 0, "was": {"base64": "?"}},
            ],
            ":3: was: ",
        ),
    ],
)
def test_a_log_that_is_not_believed(
    tmp_path: Path, lines: list[dict[str, object]], says: str
) -> None:
    log = tmp_path / "log.jsonl"
    head = {"bibvalidator": "changes", "version": 1}
    log.write_text("".join(json.dumps(line) + "\n" for line in (head, *lines)), encoding="utf-8")
    with pytest.raises(UsageError) as raised:
        list(undone(io.BytesIO(b"abc"), str(log), "sum", "f"))
    assert says in str(raised.value).replace(str(tmp_path) + "/", "")
