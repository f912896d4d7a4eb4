"""Whole records taken out, with what separates them from others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from random_edits import applied, cutting, is_stretch, span

from validator.io import read_text
from validator.io.rewrite import Span, rewriter

A, B, C = "@book{a, title={A}}", "@book{b, title={B}}", "@book{c, title={C}}"
RIS = "TY  - BOOK\nTI  - {}\nER  - \n"
RA, RB, RC = (RIS.format(sign) for sign in "ABC")
JA, JB, JC = ('{"id":"%s"}' % sign for sign in "abc")  # noqa: UP031

CASES: list[tuple[str, str, str, str]] = [
    # entries
    ("bibtex", f"{A}\n\n{B}\n\n{C}\n", "b", f"{A}\n\n{C}\n"),
    ("bibtex", f"{A}\n\n{B}\n\n{C}\n", "a", f"{B}\n\n{C}\n"),
    ("bibtex", f"{A}\n\n{B}\n\n{C}\n", "c", f"{A}\n\n{B}\n"),
    ("bibtex", f"{A}\n\n{B}\n\n{C}", "c", f"{A}\n\n{B}"),  # no line end before either
    ("bibtex", f"{A}\n\n{B}\n\n{C}\n", "bc", f"{A}\n"),
    ("bibtex", f"{A}\n\n{B}\n\n{C}\n", "abc", ""),
    ("bibtex", f"\ufeff{A}\r\n{B}\r\n", "a", f"\ufeff{B}\r\n"),
    ("bibtex", f"% of a\n{A}\n% of b\n{B}\n% end\n", "b", f"% of a\n{A}\n% of b\n% end\n"),
    ("bibtex", f"{A}\n% bibvalidator: ignore DOI003\n{B}\n{C}\n", "b", f"{A}\n{C}\n"),  # its mark
    ("bibtex", f"{A} {B} {C}\n", "b", f"{A} {C}\n"),
    ("bibtex", f"{A} {B}\n{C}\n", "b", f"{A}\n{C}\n"),
    ("bibtex", f"  {A}\n  {B}\n", "a", f"  {B}\n"),
    ("bibtex", f"{A}\r{B}\r{C}\r", "b", f"{A}\r{C}\r"),
    ("bibtex", f"@string{{x=1}}\n{A}\n@comment{{z}}\n", "a", "@string{x=1}\n@comment{z}\n"),
    # tagged lines
    ("ris", f"{RA}\n{RB}\n{RC}", "b", f"{RA}\n{RC}"),
    ("ris", f"{RA}{RB}{RC}", "b", f"{RA}{RC}"),
    ("ris", f"{RA}\n{RB}", "b", RA),
    ("ris", f"greeting\n\n{RA}\n{RB}", "a", f"greeting\n\n{RB}"),
    ("ris", "TY  - BOOK\nTI  - A\nTY  - BOOK\nTI  - B", "a", "TY  - BOOK\nTI  - B"),  # no ER
    ("ris", "TY  - BOOK\nTI  - A\nTY  - BOOK\nTI  - B", "b", "TY  - BOOK\nTI  - A"),
    # items of arrays
    ("csl-json", f"[\n  {JA},\n  {JB},\n  {JC}\n]\n", "a", f"[\n  {JB},\n  {JC}\n]\n"),
    ("csl-json", f"[\n  {JA},\n  {JB},\n  {JC}\n]\n", "b", f"[\n  {JA},\n  {JC}\n]\n"),
    ("csl-json", f"[\n  {JA},\n  {JB},\n  {JC}\n]\n", "c", f"[\n  {JA},\n  {JB}\n]\n"),
    ("csl-json", f"[\n  {JA},\n  {JB},\n  {JC}\n]\n", "ab", f"[\n  {JC}\n]\n"),
    ("csl-json", f"[\n  {JA},\n  {JB},\n  {JC}\n]\n", "bc", f"[\n  {JA}\n]\n"),
    ("csl-json", f"[\n  {JA},\n  {JB},\n  {JC}\n]\n", "ac", f"[\n  {JB}\n]\n"),
    ("csl-json", f"[\n  {JA},\n  {JB}\n]\n", "ab", "[\n]\n"),
    ("csl-json", f"[{JA},{JB},{JC}]", "b", f"[{JA},{JC}]"),
    ("csl-json", f"[{JA}\n,{JB}\n,{JC}]", "b", f"[{JA}\n,{JC}]"),  # commas first
    ("csl-json", f'{{"items": [{JA}, {JB}], "x": 1}}', "a", f'{{"items": [{JB}], "x": 1}}'),
    ("csl-json", f"[{JA}]\n[{JB}, {JC}]\n", "b", f"[{JA}]\n[{JC}]\n"),  # several arrays
    ("csl-json", f"[{JA}]\n[{JB}, {JC}]\n", "ab", f"[]\n[{JC}]\n"),
    ("csl-json", f"{JA}\n{JB}\n", "a", f"{JB}\n"),  # no array at all
    ("csl-json", f"{JA}\n{JB}\n", "b", f"{JA}\n"),
    ("csl-json", JA, "a", ""),
    ("csl-jsonl", f"{JA}\n{JB}\n{JC}\n", "b", f"{JA}\n{JC}\n"),
    ("csl-jsonl", f"{JA}\n{JB}", "b", JA),
    # rows
    ("csv", "title,year\nA,1\nB,2\nC,3\n", "b", "title,year\nA,1\nC,3\n"),
    ("csv", "title,year\r\nA,1\r\nB,2\r\n", "ab", "title,year\r\n"),
    ("csv", 'title,year\nA,1\n"B\nb",2\nC,3', "b", "title,year\nA,1\nC,3"),  # over lines
    ("csv", "title,year\nA,1\nB,2", "b", "title,year\nA,1"),
    ("csv", "title,year,note\nA,1,\nB,2,\n", "b", "title,year,note\nA,1,\n"),  # an empty cell
    ("csv", "title\tyear\tnote\nA\t1\t\nB\t2\t\n", "b", "title\tyear\tnote\nA\t1\t\n"),
    ("csv", "title,year\nA,1\nB,\n", "b", "title,year\nA,1\n"),  # an empty last cell goes, too
    ("csv", "title,year\nA,\nB,\n", "ab", "title,year\n"),
    ("csv", "title\tyear\tnote\nA\t\t\nB\t\t\n", "b", "title\tyear\tnote\nA\t\t\n"),
    ("csv", "title\tyear\tnote\nA\t\t\nB\t\t", "b", "title\tyear\tnote\nA\t\t"),
    ("csv", "title\tyear\nA\t1\nB\t2\n\t3\n", "b", "title\tyear\nA\t1\n\t3\n"),
]


@pytest.mark.parametrize(("form", "text", "gone", "after"), CASES)
def test_records_go_with_their_separators(form: str, text: str, gone: str, after: str) -> None:
    items = [item for item in read_text(text, form) if is_stretch(item)]
    chosen = [span(item) for sign, item in zip("abc", items, strict=False) if sign in gone]
    kept = [span(item) for sign, item in zip("abc", items, strict=False) if sign not in gone]
    changing = rewriter(form, text)
    assert changing is not None
    assert applied(text, changing.removals(chosen, kept, cutting(text))) == after
    assert applied(text, changing.removals(chosen[::-1], kept, cutting(text))) == after


BROKEN: list[tuple[str, str, int, str]] = [
    ("csl-json", f'[{JA},\n{{"id":"x" 1}},\n{JB}]', 1, f"[{JA},\n{JB}]"),
    ("csl-json", f'[{JA},\n{{"id":"x" 1}}\n]', 1, f"[{JA}\n]"),
    ("csl-json", f"[{JA}, 12, {JB}]", 1, f"[{JA}, {JB}]"),  # no object
    ("csl-json", f'[{{"id":"x" 1}},\n{JB}]', 1, '[{"id":"x" 1}]'),  # a good one beside it
    ("csl-jsonl", f'{JA}\n{{"id":\n{JB}\n', 1, f"{JA}\n{JB}\n"),
    ("bibtex", f"{A}\n@book{{x, title = {{never closed\n\n{B}\n", 1, f"{A}\n{B}\n"),
    ("bibtex", f"{A}\n@book{{x, title = {{never closed\n\n{B}\n", 2, None),
    ("ris", f"{RA}TY  - BOOK\nER  - \n{RB}", 1, f"{RA}{RB}"),  # nothing but its type
    ("csv", "title,year\nA,1\nx\nB,2\n", 1, "title,year\nA,1\nB,2\n"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "text", "place", "after"), BROKEN)
def test_unreadable_stretches_go_and_stay(form: str, text: str, place: int, after: str) -> None:
    items = [span(item) for item in read_text(text, form) if is_stretch(item)]
    changing = rewriter(form, text)
    assert changing is not None
    kept = [*items[:place], *items[place + 1 :]]
    result = applied(text, changing.removals([items[place]], kept, cutting(text)))
    if after is not None:
        assert result == after
    again = [item for item in read_text(result, form) if is_stretch(item)]
    assert len(again) == len(kept)


@pytest.mark.parametrize(
    ("form", "text", "gone", "kept", "after"),
    [
        ("csv", "t\nlong\nB\n", Span(2, None), [Span(7, 8)], "t\nB\n"),  # to the end of the line
        ("csl-jsonl", "{1\n{}\n", Span(0, None), [Span(3, 5)], "{}\n"),
        ("ris", "TY  - X\nTI\nTY  - Y\n", Span(0, None), [Span(11, 18)], "TY  - Y\n"),  # the next
        (
            "ris",
            "TY  - X\nTI\nTY  - Y\n",
            Span(11, None),
            [Span(0, 10)],
            "TY  - X\nTI\n",
        ),  # the end
        ("csl-json", "[{x,\n  {}]", Span(1, 7), [Span(7, 9)], "[{}]"),  # an end beyond the comma
    ],
)
def test_ends_that_are_not_known(
    form: str, text: str, gone: Span, kept: list[Span], after: str
) -> None:
    changing = rewriter(form, text)
    assert changing is not None
    assert applied(text, changing.removals([gone], kept, cutting(text))) == after


@given(st.lists(st.booleans(), min_size=1, max_size=8), st.sampled_from(["", " ", "\n", "\n\n  "]))
def test_any_subset_of_an_array_goes(going: list[bool], blank: str) -> None:
    items = [f'{{"id":"{i}"}}' for i in range(len(going))]
    text = f"[{blank}{f',{blank}'.join(items)}{blank}]"
    spans = [span(item) for item in read_text(text, "csl-json")]
    gone = [one for one, goes in zip(spans, going, strict=True) if goes]
    kept = [one for one, goes in zip(spans, going, strict=True) if not goes]
    changing = rewriter("csl-json", text)
    assert changing is not None
    after = applied(text, changing.removals(gone, kept, cutting(text)))
    if not all(going):
        left = [item for item, goes in zip(items, going, strict=True) if not goes]
        assert after == f"[{blank}{f',{blank}'.join(left)}{blank}]"
    else:
        assert after in (f"[{blank}]", "[]")
