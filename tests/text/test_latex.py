"""LaTeX in values is decoded: accents, symbols, escapes, mathematics; nothing of a text is lost."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from patience import soon

from validator.text.latex import decode, decode_address, decode_name, decode_number


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Plain text", "Plain text"),
        ("王小明", "王小明"),
        (r"{\"O}nnud{\'o}ttir", "Önnudóttir"),
        (r"\"Onnud\'ottir", "Önnudóttir"),
        (r"M\"{u}ller", "Müller"),
        (r"Fran{\c c}ois", "François"),
        (r"Fran\c{c}ois", "François"),
        (r"Eli{\'a}{\v{s}}", "Eliáš"),
        (r"Ji{\v{r}}{\'{\i}}", "Jiří"),
        (r"Erd{\H o}s", "Erdős"),
        (r"\v{Z}i\v{z}ek", "Žižek"),
        (r"Na\"{\i}ve, na\"\i ve", "Naïve, naïve"),  # the blank ends the macro
        (r"\.{I}stanbul {\.{\i}}", "İstanbul i"),  # a dot on a dotless i is an i
        (r"Stra{\ss}e, Stra\ss e, Stra\ss{} e", "Straße, Straße, Straß e"),
        (r"{\AA}rhus, {\O}re, {\l}\'od\'z, {\th}", "Århus, Øre, łódź, þ"),
        (r"\& \% \$ \# \_ \{ \}", "& % $ # _ { }"),
        ("The {TEL}---book, 3--4", "The TEL—book, 3–4"),
        ("``Quoted'' text", "“Quoted” text"),
        ("rock 'n' roll''", "rock 'n' roll''"),  # two primes without opening quotes
        ("Smith~J.", "Smith J."),
        ("two\n   lines\tand  blanks ", "two lines and blanks"),
        ("no\u00a0break\u3000wide", "no\u00a0break\u3000wide"),  # Unicode's own blanks stay
        (r"$\alpha$-decay of $x^2$", "α-decay of x^2"),
        (r"16\textsuperscript{th}, CO\textsubscript{2}", "16th, CO2"),
        (r"\emph{in vivo} and {\it in vitro}", "in vivo and in vitro"),
        (r"100% of a & b \'e", "100% of a & b é"),  # no comment, no alignment
        ("cost $5", "cost $5"),  # one dollar makes no formula
        (r"\url{http://x.org/a_b} \href{http://x.org}{text}", "http://x.org/a_b text"),
        (r"D\textquotesingle aspremont", "D'aspremont"),
        (r"\foo{bar}", "bar"),  # unknown: the argument stays
        (r"C:\temp", r"C:\temp"),  # unknown: stays as it stands
        (r"{\LaTeX} and \TeX{} 3", "LaTeX and TeX 3"),
        (r"Swe\\ig", "Swe ig"),  # a line break and no accent
        ("unbalanced { brace", "unbalanced brace"),
        ("\udce9t\udce9", "\udce9t\udce9"),  # bytes that could not be decoded
    ],
)
def test_text(text: str, printed: str) -> None:
    assert decode(text) == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("1--5", "1--5"),  # which dash stands there is for rules to judge
        ("{12}--{15}", "12--15"),
        (r"S1\textendash{}S9", "S1–S9"),
        (" 426-446 ", "426-446"),
    ],
)
def test_numbers_keep_their_dashes(text: str, printed: str) -> None:
    assert decode_number(text) == printed


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://x.org/~me?a=1&b=%20", "https://x.org/~me?a=1&b=%20"),
        (r"https://x.org/a\_b\%20\&c\#d", "https://x.org/a_b%20&c#d"),
        (r"https://x.org/{\textasciitilde}me", "https://x.org/~me"),
        (r"https://x.org/\~{}me", "https://x.org/~me"),
        (r"\url{https://x.org/}", "https://x.org/"),
        (r"10.1002/(SICI)16$<$1661::AID$>$3.0.CO;2-2", "10.1002/(SICI)16<1661::AID>3.0.CO;2-2"),
        (r"10.1007/978-3-540-12345-6{\_}1", "10.1007/978-3-540-12345-6_1"),
        ("10.1000/a--b", "10.1000/a--b"),
    ],
)
def test_addresses(text: str, address: str) -> None:
    assert decode_address(text) == address


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{World Health Organization}", "{World Health Organization}"),
        (r"{\"O}nnud{\'o}ttir, Eva", "Önnudóttir, Eva"),  # these braces protect nothing
        (r"Ren{\'{e}} {van der} Berg", "René {van der} Berg"),
        (r"{Soci\'et\'e G\'en\'erale}", "{Société Générale}"),
        ("A.~B. Smith", "A. B. Smith"),
        (r"\$\$, A. \&", "$$, A. &"),  # signs, and no formula that prints nothing
        (r"\textbackslash{}x, {\'E}", "\\x, É"),  # a sign, and no command
    ],
)
def test_names_keep_protecting_braces(text: str, name: str) -> None:
    assert decode_name(text) == name


@given(st.text())
def test_any_text_is_decoded(text: str) -> None:
    for function in (decode, decode_number, decode_address, decode_name):
        assert isinstance(function(text), str)


@given(st.text(alphabet="\\{}$~%&'\"`^ac \n", max_size=40))
def test_any_latex_is_decoded(text: str) -> None:
    for function in (decode, decode_number, decode_address, decode_name):
        assert isinstance(function(text), str)


@given(st.text(st.characters(exclude_characters="\\{}$~-`'", exclude_categories=["Cs"])))
def test_text_without_latex_stays(text: str) -> None:
    assert decode(text) == decode(decode(text))
    assert decode(text).split() == text.split()


@pytest.mark.parametrize(
    "text",
    ["{" * 10**5, "\\" * 10**5, "$" * 10**5, "\\'{" * 30000, "\\c" + " " * 10**5, "{\\a" * 30000],
    ids=lambda text: repr(text[:4]),
)
def test_hostile_text_is_quick(text: str) -> None:
    with soon():
        decode(text)
        decode_name(text)
        decode_address(text)


def test_the_decoder_is_loaded_only_for_latex() -> None:
    code = (
        "import sys; from validator.text.latex import decode\n"
        r"decode('{A} -- b~c \\& d')"
        "\nassert 'pylatexenc' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
