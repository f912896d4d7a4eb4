"""People's decisions: what is read, what is refused, and which records they are about."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.errors import UsageError
from validator.judgements import Judged, judged, read

VERSION = '{"bibvalidator": "decisions", "version": 1}\n'
RECORDS = {"a": "1111", "b": "2222", "c": "3333", "d": "4444"}
"""Ids, and the fingerprints of today."""


def line(a: str, verdict: str, b: str, *, stale: str = "", **more: object) -> dict[str, object]:
    """A decision on two records, whose fingerprints fit but for those of ``stale``."""
    prints = {
        f"fingerprint_{key}": "0000" if name in stale else RECORDS.get(name, f"of {name}")
        for key, name in (("a", a), ("b", b))
    }
    return {"a": a, "b": b, **prints, "verdict": verdict, **more}


def found(lines: Sequence[Mapping[str, object]], records: Mapping[str, str] = RECORDS) -> Judged:
    prints = list(records.values())
    return judged(read(lines), list(records), prints.__getitem__)


def told(one: Judged) -> dict[str, str]:
    """The verdicts that are used, by the ids of the pair."""
    names = list(RECORDS)
    return {names[a] + names[b]: judgement.verdict for (a, b), judgement in one.pairs.items()}


@pytest.mark.parametrize(
    ("lines", "pairs"),
    [
        ([line("a", "same", "b"), line("c", "related", "b")], {"ab": "same", "bc": "related"}),
        ([line("b", "different", "a")], {"ab": "different"}),  # in whatever order
        ([line("a", "same", "b"), line("b", "same", "a")], {"ab": "same"}),  # said twice
        (  # the later one counts, wherever it stands
            [
                line("a", "same", "b", date="2026-02-01"),
                line("b", "related", "a", date="2026-01-31"),
            ],
            {"ab": "same"},
        ),
        (
            [line("a", "same", "b"), line("a", "different", "b", date="2020-01-01")],
            {"ab": "different"},
        ),
        (  # a mind that was changed contradicts nothing
            [
                line("a", "same", "b", date="2026-01-01"),
                line("b", "same", "c"),
                line("a", "different", "c"),
                line("a", "different", "b", date="2026-01-02"),
            ],
            {"ab": "different", "bc": "same", "ac": "different"},
        ),
        (  # nor does what is out of date
            [
                line("a", "same", "b", stale="a"),
                line("b", "same", "c"),
                line("a", "different", "c"),
            ],
            {"bc": "same", "ac": "different"},
        ),
    ],
)
def test_what_is_used(lines: list[dict[str, object]], pairs: dict[str, str]) -> None:
    assert told(found(lines)) == pairs


@pytest.mark.parametrize(
    ("one", "stale", "gone"),
    [
        (line("a", "same", "b", stale="a"), ["decision 1: a has changed since: not used"], []),
        (
            line("a", "same", "b", stale="ab"),
            ["decision 1: a and b have changed since: not used"],
            [],
        ),
        (line("a", "same", "x"), [], ["decision 1: there is no x: not used"]),
        (line("y", "same", "x"), [], ["decision 1: there is no y and no x: not used"]),
        (line("a", "same", "x", stale="a"), ["decision 1: a has changed since: not used"], []),
    ],
)
def test_what_is_not_used(one: dict[str, object], stale: list[str], gone: list[str]) -> None:
    known = found([one])
    assert (known.pairs, known.stale, known.gone) == ({}, stale, gone)


@pytest.mark.parametrize(
    ("records", "pair"),
    [
        ({"new.bib#3:a": "1111", "b": "2222"}, (0, 1)),  # its id is another's too, by now
        ({"a": "7777", "moved": "1111", "b": "2222"}, (1, 2)),  # its id is another's now
        ({"b": "2222", "moved": "1111"}, (0, 1)),
        ({"moved": "1111", "copy": "1111", "b": "2222"}, None),  # which of them?
        ({"a": "7777", "b": "2222"}, None),
        ({"a": "2222", "c": "7777"}, None),  # the id of one, the content of the other
    ],
)
def test_a_record_is_known_by_its_content_where_its_id_has_changed(
    records: dict[str, str], pair: tuple[int, int] | None
) -> None:
    assert list(found([line("a", "same", "b")], records).pairs) == ([pair] if pair else [])


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (
            [line("a", "same", "b"), line("b", "related", "a")],
            "decision 2: b and a are related here, and same in decision 1; take one out, or date"
            " them: the later one counts",
        ),
        (  # of one day
            [
                line("a", "same", "b", date="2026-01-01"),
                line("a", "different", "b", date="2026-01-01"),
            ],
            "decision 2: a and b are different here, and same in decision 1",
        ),
        (
            [line("a", "same", "b"), line("b", "same", "c"), line("a", "different", "c")],
            "decision 3: a and c are different here, and the same by way of decision 1, decision 2;"
            " take one of them out",
        ),
        (
            [line("d", "related", "a"), line("c", "same", "d"), line("a", "same", "c")],
            "decision 1: d and a are related here, and the same by way of decision 3, decision 2",
        ),
    ],
)
def test_contradictions(lines: list[dict[str, object]], says: str) -> None:
    with pytest.raises(UsageError) as raised:
        found(lines)
    assert str(raised.value).startswith(says)


def test_a_chain_of_many() -> None:
    records = {f"r{i}": f"p{i}" for i in range(20_000)}
    chain = [
        {
            "a": f"r{i}",
            "b": f"r{i + 1}",
            "fingerprint_a": f"p{i}",
            "fingerprint_b": f"p{i + 1}",
            "verdict": "same",
        }
        for i in range(19_999)
    ]
    assert len(found(chain, records).pairs) == 19_999


@given(
    st.lists(
        st.tuples(
            st.sampled_from(list(combinations("abcd", 2))),
            st.sampled_from(["same", "different", "related"]),
            st.sampled_from(["", "2026-01-01", "2026-01-02"]),
        ),
        max_size=6,
    )
)
def test_the_order_of_the_lines_says_nothing(
    rows: list[tuple[tuple[str, str], str, str]],
) -> None:
    lines = [line(a, verdict, b, date=date) for (a, b), verdict, date in rows]

    def outcome(lines: list[dict[str, object]]) -> object:
        try:
            return told(found(lines))
        except UsageError:
            return "contradictory"

    assert outcome(lines) == outcome(lines[::-1])


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "f.jsonl:1: not a line of JSON"),
        ('{"bibvalidator": "baseline", "version": 1}\n', "no decisions of a version that is known"),
        (
            '{"bibvalidator": "decisions", "version": 2}\n',
            "no decisions of a version that is known",
        ),
        (VERSION + "\n{", "f.jsonl:3: not a line of JSON"),
        (VERSION + "[]", "f.jsonl:2: an object is wanted"),
        (VERSION + "[" * 100_000, "f.jsonl:2: not a line of JSON"),
        (VERSION + "{}", "f.jsonl:2: verdict: a string is wanted, not ''"),
        (VERSION + json.dumps(line("a", "duplicate", "b")), "f.jsonl:2: verdict: same, different"),
        (VERSION + json.dumps(line("a", "same", "a")), "f.jsonl:2: a and b are one record, 'a'"),
        (VERSION + json.dumps({**line("a", "same", "b"), "b": 1}), "f.jsonl:2: b: a string is"),
        (
            VERSION + json.dumps({**line("a", "same", "b"), "fingerprint_b": ""}),
            "f.jsonl:2: fingerprint_b: a string is wanted",
        ),
        (VERSION + json.dumps(line("a", "same", "b", date="May")), "f.jsonl:2: date: a date is"),
        (VERSION + json.dumps(line("a", "same", "b", by=3)), "f.jsonl:2: by: a string is wanted"),
        ("\xff", "cannot read the decisions"),
    ],
)
def test_a_file_that_is_refused(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "f.jsonl"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(UsageError) as raised:
        read(str(path))
    assert says in str(raised.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot read the decisions"):
        read(str(tmp_path / "nowhere.jsonl"))


def test_a_file_keeps_what_it_does_not_know(tmp_path: Path) -> None:
    path = tmp_path / "f.jsonl"
    entry = line("a", "same", "b", by="Ada", date="2026-07-01", note="one work", later="more")
    path.write_text("\ufeff" + VERSION + "\n" + json.dumps(entry) + "\n\n", encoding="utf-8")
    (one,) = read(str(path))
    assert (one.a, one.b, one.by, str(one.date), one.note) == (
        "a",
        "b",
        "Ada",
        "2026-07-01",
        "one work",
    )
    assert one.place == f"{path}:3"


HEAD = "id1,id2,score,verdict,why,fingerprint1,fingerprint2"


@pytest.fixture
def usual_field_size() -> Iterator[None]:
    """The limit of the csv module, which is the process's: other tests may have raised it."""
    raised = csv.field_size_limit(131_072)
    yield
    csv.field_size_limit(raised)


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        (HEAD + "\na,b,0.5,same,why,1111,2222\n", ["same"]),
        (HEAD + "\na,b,0.5,to review,why,1111,2222\nb,c,0.4,,why,2222,3333\n", []),  # left open
        (HEAD + '\na,b,0.5, Different ,"why; so",1111,2222\n', ["different"]),
        (HEAD.replace(",", ";") + "\na;b;0,5;related;w,h,y;1111;2222\n", ["related"]),  # Excel
        (HEAD.replace(",", "\t") + "\r\na\tb\t0.5\tsame\twhy\t1111\t2222\r\n", ["same"]),
        (
            "\ufeff" + HEAD + ',date\r\n"a\rb",b\u2028,0.5,same,why,1111,2222,2026-01-01\r\n',
            ["same"],
        ),
        ("fingerprint2,fingerprint1,id1,id2,verdict\n2222,1111,a,b,same\n", ["same"]),
        (HEAD + "\n", []),
    ],
)
def test_a_review_that_was_filled_in(tmp_path: Path, text: str, verdicts: list[str]) -> None:
    path = tmp_path / "review.csv"
    path.write_bytes(text.encode())
    assert [one.verdict for one in read(str(path))] == verdicts


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no review: its header lacks fingerprint1, fingerprint2, id1, id2, verdict"),
        ("id1,id2,score,verdict,why\na,b,1,same,x\n", "lacks fingerprint1, fingerprint2"),
        (HEAD + "\n\na,b,0.5,yes,why,1111,2222\n", ":3: verdict: same, different, related is"),
        (HEAD + "\na,b,0.5,same\n", ":2: fingerprint_a: a string is wanted"),
        (HEAD + f"\na,b,0.5,same,{'x' * 200_000},1,2\n", ":2: field larger than"),
    ],
)
def test_a_review_that_is_refused(
    tmp_path: Path, text: str, says: str, usual_field_size: None
) -> None:
    path = tmp_path / "review.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as raised:
        read(str(path))
    assert says in str(raised.value)
