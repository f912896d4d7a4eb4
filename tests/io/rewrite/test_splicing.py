"""The smallest change of a raw text for a change of its value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.io.rewrite.json_layout import pieces as json_pieces
from validator.io.rewrite.latex import address_pieces, number_pieces, text_pieces
from validator.io.rewrite.listing import relisted, steps, stretches_of
from validator.io.rewrite.patching import Edit, Patched
from validator.io.rewrite.splicing import Spliced, differences, minimal
from validator.text.latex import decode, decode_address, decode_number

LATEX = [
    (r"The {DNA}  of \'etudes", "The RNA of études", r"The {RNA}  of \'etudes"),  # braces stay
    (r"The {DNA} of \'etudes", "The DNA of étude", r"The {DNA} of \'etude"),
    (r"The {DNA} of it", "The of it", r"The of it"),  # empty braces go with what they held
    (r"The {DNA}", "The DNA.", r"The {DNA}."),  # behind the braces, not in them
    (r"{DNA} and", "A DNA and", r"A {DNA} and"),  # before them
    (r"\emph{Homo} x", "Homo sapiens x", r"\emph{Homo} sapiens x"),
    (r"A \& B -- C", "A & B – D", r"A \& B -- D"),
    (r"caf{\'e} x", "cafe x", r"cafe x"),  # an accent that goes takes its braces along
    (r"1\ldots 2", "1…3", r"1\ldots 3"),
    (r"$\alpha$-helix", "α-helices", r"$\alpha$-helices"),
    (r"$a\$b$ or c", "a$b and c", r"$a\$b$ and c"),  # a sign in a formula does not end it
    ("{中文}标题 {DNA}", "中文题 {DNA}".replace("{", "").replace("}", ""), "{中文}题 {DNA}"),
    (r"{\"O}nnu d{\'o}ttir", "Önnu dóttur", r"{\"O}nnu d{\'o}ttur"),
    ("Ю́жный  {КРАЙ}", "Ю́жный КРАИ", "Ю́жный  {КРАИ}"),
    (r"نص {عربي}", "نص عربية", r"نص {عربي}ة"),
]


@pytest.mark.parametrize(("raw", "new", "after"), LATEX)
def test_latex_keeps_what_does_not_change(raw: str, new: str, after: str) -> None:
    beside = Spliced(text_pieces(raw))
    assert beside.value == decode(raw)
    assert next(beside.with_value(new, str)) == after


@pytest.mark.parametrize(
    ("raw", "new", "after"),
    [
        (r"Caf\u00e9 \/ x", "Café / y", r"Caf\u00e9 \/ y"),  # escapes of the rest stay
        (r"\ud83d\ude00 a", "😀 b", r"\ud83d\ude00 b"),  # a pair is one character
        (r"a\nb", "a b", "a b"),
        (r"\"q\" x", '"q" y', r"\"q\" y"),
    ],
)
def test_json_keeps_escapes(raw: str, new: str, after: str) -> None:
    assert next(Spliced(json_pieces(raw)).with_value(new, str)) == after


@given(st.text(alphabet=r"ab {}\'&~-$_%é中" + '"', max_size=40))
def test_pieces_of_latex_say_what_the_decoder_does(raw: str) -> None:
    """Unless it is odd; but the pieces are the raw text in any case."""
    for cut in (text_pieces, number_pieces, address_pieces):
        assert "".join(piece for piece, _ in cut(raw)) == raw


@pytest.mark.parametrize(
    ("cut", "decoder", "raw"),
    [
        (number_pieces, decode_number, r"12--15 {a}"),
        (address_pieces, decode_address, r"10.1/a\_b\%20~c{d}"),
        (text_pieces, decode, "a {} b  ~ c"),
    ],
)
def test_pieces_for_each_decoder(cut, decoder, raw: str) -> None:  # type: ignore[no-untyped-def]
    assert "".join(said for _, said in cut(raw)) == decoder(raw)


@given(st.text(max_size=60), st.text(max_size=60))
def test_differences_make_the_one_into_the_other(old: str, new: str) -> None:
    text, at = "", 0
    for start, end, new_start, new_end in differences(old, new):
        text += old[at:start] + new[new_start:new_end]
        at = end
    assert text + old[at:] == new


def test_differences_of_long_texts_are_one() -> None:
    old = "ab " * 30_000
    assert len(differences(old, "x" + old.replace("a", "c"))) == 1


@given(
    st.text(min_size=1, max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 4), st.text(max_size=4)), max_size=5),
)
def test_edits_one_after_the_other_are_told_in_places_of_the_first(text, many) -> None:  # type: ignore[no-untyped-def]
    patched = Patched(text)
    for at, length, new in many:
        start = min(at, len(patched.text))
        edit = Edit(start, min(start + length, len(patched.text)), new)
        patched = patched.changed(minimal(patched.text, edit))
    out, at = "", 0
    for start, end, new in patched.edits():
        out += text[at:start] + new
        at = end
    assert out + text[at:] == patched.text


@pytest.mark.parametrize(
    ("old", "new", "after"),
    [
        ("a b c", "a c", "A; C"),  # its separator goes with it
        ("a b", "a b c", "A; B; <c>"),  # as the others are joined
        ("a b c", "a x c", "A; <b-x>; C"),  # of two that differ the new is made from the old
        ("a b", "x a b", "<x>; A; B"),
        ("a b c", "c", "C"),
    ],
)
def test_a_list_in_a_text(old: str, new: str, after: str) -> None:
    a, b = old.split(), new.split()
    text = "; ".join(a).upper()
    plan = steps(a, b)

    def written(place: int, step) -> str:  # type: ignore[no-untyped-def]
        return f"<{a[step.old]}-{b[place]}>" if step.old >= 0 else f"<{b[place]}>"

    assert relisted(text, stretches_of(text, text.split("; ")), plan, written, ", ") == after


@given(st.lists(st.sampled_from("abcd"), max_size=8), st.lists(st.sampled_from("abcd"), max_size=8))
def test_steps_come_in_order(old: list[str], new: list[str]) -> None:
    plan = steps(old, new)
    places = [step.old for step in plan if step.old >= 0]
    assert len(plan) == len(new)
    assert places == sorted(set(places))
    assert all(old[s.old] == item for s, item in zip(plan, new, strict=True) if s.same)
