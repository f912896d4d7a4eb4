"""Signs that no name of a person has: digits, lone brackets, quotation marks, lost letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from validator.finding import Finding, Severity
from validator.record import NAME_VARIABLES, Name, Record
from validator.registry import Example, Examples, rule
from validator.text.latex_left import holds_latex
from validator.text.names import Kind
from validator.text.names.titles import LABEL, ORIGIN, ROLE, ROLE_AS_GIVEN
from validator.text.names.years import YEARS_BEHIND
from validator.text.patterns import lazy
from validator.text.script import has_cjk

from ._listed import ODD, SHAPE, SIGNS, authors, odd, wrote  # noqa: TID251 - of this family
from .placeholders import is_generic  # noqa: TID251
from .residue import without_residue  # noqa: TID251

_ORDINAL = r"(?i)\b(?:1st|2nd|3rd|[4-9]th)\b"
_LIFE = (
    r"\s*[(（\[]\s*(?:[^\W\d_]{1,4}\.? ?|\* ?|† ?)?\d{3,4}\??\s*(?:[-–]\s*(?:\d{3,4}\??)?)?\s*"
    r"[)）\]]\Z"
)
"""Years of life in brackets behind a name."""
_ALIAS = r"(?<=.)[(（\[［\"“][^\W\d_][^\d()（）\[\]［］]{0,60}[)）\]］\"”]"
_DIGIT = r"(?<![^\W\d_]-)\d"
_BRACKET = r"[()（）\[\]［］<>]"
_QUOTED = r"[\"“„«](.+)[\"”“»]"
_LONE_QUOTE = r"(?<![^\W\d_])(?<!\\)\"|(?<!\\)\"(?![^\W\d_])"
_LOST = r"(?<=[^\W\d_])\?(?=[^\W\d_]|\Z|,)|\?(?=[^\W\d_])|(?<=\.)\?"
_IN_WORD = r"(?<=[a-z])\?(?=[a-z])"
DIGITS = "a digit in {part}, a part of a person's name"
BRACKETS = "a bracket without its partner in {part}"
QUOTED = "quotation marks around a name"
_SIGN = (
    r"[_|+=^\\~%@{}€£¥¢¤®™√∂∞≈¬¦±÷¿¡¨¸˝˘ˇ˜]|(?<=[^\W\d_]{2})(?:´|(?<![og])`)(?=[^\W\d_A-Z])"
    r"|(?<=[a-z])[”“„](?=[a-z])|(?<=[^\W\d_])\.\.+(?=[^\W\d_])"
    r"|(?<=.)!(?![^\W\d_])|(?<=[^\W\d_]):(?=[^\W\d_])"
    r"|\$(?=[^$]*\$)|(?<![^\W\d_])\$(?![^\W\d_])"
    r"|(?<=[^\W\d_]{3})(?<!van)\.(?=[^\W\d_]{3})(?![a-z]{1,6}\b)"
)
_LATEX = lazy(r"[\\$~^{}]")
_GLUED = r"[^\W\d_]{2,},?[:_|.=+~][^\W\d_]{2,}"
"""A person's two names, which a sign joins: Smith_John."""
_WITH_INITIAL = r"[A-Z][a-z]{2,}\.[A-Z]\.?"
"""A full stop for the comma: Smith.J"""
_BARRED = r"[^\W\d_]\|[a-z]{2,}.*,|,.*[^\W\d_]\|[a-z]{2,}"
"""A bar for an l or an i inside a word of a name with its comma."""
_ENCODED = r"(?<=[^\W\d_])%[0-9A-F]{2}"
"""A character as URLs write it."""
_NUMBERS = r"\d[\d\s,./-]*"
_STAGE = r"\d{2,3}"
"""A number for a given name, as singers have it: 50 Cent."""
SIGN = "a sign in {part} that no person's name has"
LOST = "a question mark in {part}, a part of a person's name"
NUMBER = "a number in place of a name"


def _aut014() -> Examples:
    return (
        wrote("Nyberg, Eric H., 3rd"),
        wrote("Smith, John, 1950-"),  # dates of an authority form
        wrote("Chen, Yun-Nung (Vivian)"),  # the name a person goes by
        wrote("Pope, John XXIII"),
        wrote("3M Company"),
        wrote("Group of 77"),
        wrote("伤心人（麦孟华）"),
        wrote("Frisch, O. R.2"),  # AUT007
        wrote("Touretzky, eds.)"),  # AUT006
        wrote('M\\"uller, Jan'),  # ENC003
        wrote("Garc\\'ia, José"),  # ENC003
        wrote("Smith, J0hn", says=DIGITS, part="J0hn"),
        wrote("Sm1th, John", says=DIGITS, part="Sm1th"),
        wrote("Smith, John 1955", says=DIGITS, part="1955"),
        wrote(
            Name("Smith (1901-1967)", "John"),
            says=DIGITS,
            part="(1901-1967)",
            suggests="Smith, John",
        ),
        wrote("Smith, John (1950-2010)", says=DIGITS, part="(1950-2010)", suggests="Smith, John"),
        wrote("Соколов, Алексей (1901–1967)", says=DIGITS, part="(1901–1967)"),
        wrote("王明（1901-1967）", says=DIGITS, part="王明（1901-1967）", suggests="王明"),
        wrote("[英]劳特派特"),  # AUT006
        wrote("［美］瑞恩·卡洛"),
        wrote("李晓红（", says=BRACKETS, part="李晓红（"),
        wrote("Smith, John 25", says=DIGITS, part="25"),
        wrote("Müller, Jürgen)", says=BRACKETS, part="Jürgen)"),
        wrote("Smith, John (Jack", says=BRACKETS, part="(Jack"),
        wrote("李, 明2号", says=DIGITS, part="明2号"),
        wrote("7-Eleven"),
        wrote("12345", says=NUMBER),
        wrote("12, 34", says=NUMBER),
        wrote("12345, John", says=DIGITS, part="12345"),
        wrote('"Smith, John"', says=QUOTED, suggests="Smith, John"),
        wrote("(Smith, John)", says=BRACKETS, part="(Smith"),
        wrote("Smith:John", says=SIGN, part="Smith:John"),
        wrote("Smith_John", says=SIGN, part="Smith_John"),
        wrote("Smith.John", says=SIGN, part="Smith.John"),
        wrote("Иванов_Иван", says=SIGN, part="Иванов_Иван"),
        wrote("Smi+h, John", says=SIGN, part="Smi+h"),
        Example(authors("Smith,~J.", format="ris"), (SIGN.format(part="~J."),)),
        Example(authors("$Smith$, John", format="csl-json"), (SIGN.format(part="$Smith$"),)),
        wrote("Amazon.com"),
        wrote('Sm"ith, John'),
        wrote("Smith, {J}ohn"),
        Example(authors("Smith, {J}ohn", format="ris"), (SIGN.format(part="{J}ohn"),)),
        wrote('Smith, John "', says=BRACKETS, part='"'),
        wrote('"Smith", "John"', says=QUOTED),
        wrote('"Smith", John', says=QUOTED),
        wrote(Name(literal='"Kate Roe"'), says=QUOTED, suggests="Roe, Kate"),
        wrote("Lo´pez, Ana", says=SIGN, part="Lo´pez"),
        wrote("O´Brien, Flann"),  # typed for an apostrophe
        wrote("Qo`chqorov, Ali"),  # a letter of Uzbek
        wrote("Mu¨ller, Hans", says=SIGN, part="Mu¨ller"),  # out of a PDF
        wrote("Garc´ıa, Luis", says=SIGN, part="Garc´ıa"),
        wrote("Szab¢, Istvan", says=SIGN, part="Szab¢"),  # ó of an old code page
        wrote("Smith, C..A.", says=SIGN, part="C..A."),
        wrote(Name(literal="Müller%2C Hans"), says=SIGN, part="Müller%2C"),
        wrote("Smith, J.?", says=LOST, part="J.?"),
        wrote("Smi€h, John", says=SIGN, part="Smi€h"),
        wrote("50 Cent"),
        wrote("A$AP Rocky"),
        wrote("Kimura.K", says=SIGN, part="Kimura.K"),
        Example(authors("Kimura~Ken", format="ris"), (SIGN.format(part="Kimura~Ken"),)),
        Example(authors("K|mura, Ken", format="ris"), (SIGN.format(part="K|mura"),)),
        Example(authors("Scorsese, M.\\bibskipbracenodot", format="bibtex")),  # of apacite
        wrote("St.Clair, John"),
        wrote("M?ller, Hans", says=LOST, part="M?ller"),
        wrote("Cort?s-Guti?rrez, Ana"),  # ENC005
        wrote("in:Smith, John"),  # AUT006
        wrote("Garc?a, José", says=LOST, part="Garc?a"),
        wrote("Ив?нов, Иван", says=LOST, part="Ив?нов"),
    )


@rule(
    "AUT014",
    "author-digits",
    severity=Severity.WARNING,
    examples=_aut014,
    reads=NAME_VARIABLES,
    of_names=ODD,
)
def author_digits(record: Record) -> Iterator[Finding]:
    """A person's name holds a digit, a question mark, a bracket without its partner, a sign.

    Why: no person is called so; a letter was misread (0 for o) or lost in a charset (M?ller), or a
    part of something else is stuck to the name; a program joined the names by a sign (Smith_John).

    Not found: 3rd and Roman numerals, dates as authority forms have them behind a comma (AUT020),
    a second name in brackets (Yun-Nung (Vivian) Chen), organisations, what AUT007 tells as a mark
    or an address and ENC003 as LaTeX, several question marks (ENC005). Years of life in brackets
    belong in no field of a name; the suggestion is the name without them.

    Source: CS1 "numeric_names"; MARC 21, 100 $d.
    """
    for person in odd(record, SIGNS | SHAPE):
        if is_generic(person.name):  # AUT008
            continue
        odd_han = person.kind is Kind.UNKNOWN and has_cjk(person.text) and len(person.text) < 8
        number = re.fullmatch(_NUMBERS, person.text) is not None
        glued = re.fullmatch(_GLUED, person.text) and not person.text.islower()
        person_like = person.kind in (Kind.PERSON, Kind.UNSPLIT_CJK) or odd_han
        unsplit = glued or re.fullmatch(_WITH_INITIAL, person.text)
        unsplit = unsplit or re.search(rf"{_BARRED}|{_ENCODED}", person.name.literal)
        person_like = person_like or (person.kind is Kind.UNKNOWN and unsplit is not None)
        quoted = re.fullmatch(_QUOTED, person.name.literal or person.name.raw)
        if quoted and not person_like and '"' not in quoted[1]:
            bare = str(Name.parse(quoted[1]))
            yield Finding(person.variable, QUOTED, person.text, bare, index=person.place)
        if number:
            yield Finding(person.variable, NUMBER, person.text, index=person.place)
        if number or not person_like or without_residue(person) != person.text:
            continue
        if re.fullmatch(ROLE_AS_GIVEN, person.name.given) or _is_labelled(person.name):  # AUT006
            continue
        if person.text.count("?") > 1 and len(re.findall(_IN_WORD, person.text)) > 1:  # ENC005
            continue
        if re.fullmatch(_STAGE, person.name.given) and "," not in person.name.raw:
            continue
        template, part = _odd_part(person.text) or _braced(person.name)
        if template is SIGN and record.provenance.format == "bibtex" and _LATEX.search(part):
            continue  # a command that BibTeX hands on
        if template is SIGN and "\\" in part and holds_latex(person.text):  # ENC003
            continue
        if template:
            quoted = re.fullmatch(_QUOTED, person.text) if template is QUOTED else None
            mended = str(Name.parse(quoted[1])) if quoted else _without_life(person.name)
            args = {"part": part} if part else None
            yield Finding(
                person.variable, template, person.text, mended, args=args, index=person.place
            )


def _is_labelled(name: Name) -> bool:
    """Whether a part begins with a label: "Photos: Lena"."""
    parts = (name.family, name.given)
    return any(":" in part and re.match(LABEL, part) for part in parts)


def _braced(name: Name) -> tuple[str, str]:
    """The same of a brace that reading took off; BibTeX alone has them."""
    found = re.search(r"[{}]", name.raw) if name.given else None
    return (SIGN, _word_at(name.raw, found.start())) if found else ("", "")


def _odd_part(text: str) -> tuple[str, str] | None:
    """What is said of the signs in a name, and of which word of it; None where nothing is odd."""
    if (quoted := re.fullmatch(_QUOTED, text)) and '"' not in quoted[1]:
        return QUOTED, ""
    if re.fullmatch(_QUOTED, text.partition(", ")[0]) and text.count('"') != 1:
        return QUOTED, ""
    if text.count('"') == 1 and (lone := re.search(_LONE_QUOTE, text)):
        return BRACKETS, _word_at(text, lone.start())
    if re.fullmatch(_WITH_INITIAL, text):
        return SIGN, text
    bare = re.sub(ROLE, "", re.sub(_ORDINAL, "", re.sub(YEARS_BEHIND, "", text)))
    template, found = SIGN, re.search(_ENCODED, bare) if "%" in bare else None
    if not found:
        template, found = DIGITS, re.search(_DIGIT, bare)
    if not found:
        bare = re.sub(_ALIAS, "", re.sub(ORIGIN, "", bare))
        template, found = BRACKETS, re.search(_BRACKET, bare)
    if not found:
        template, found = LOST, re.search(_LOST, bare)
    if not found:
        template, found = SIGN, re.search(_SIGN, bare)
    return (template, _word_at(bare, found.start())) if found else None


def _without_life(name: Name) -> str | None:
    """The name without years of life in brackets, None where there are none."""
    parts = [re.sub(_LIFE, "", part) for part in (name.family, name.given, name.literal)]
    family, given, literal = parts
    mended = replace(name, family=family, given=given, literal=literal)
    return None if mended == name or re.search(r"\d", str(mended)) else str(mended)


def _word_at(text: str, place: int) -> str:
    """The word that stands at a place."""
    start = max(text.rfind(sign, 0, place) for sign in " ,;") + 1
    return re.split(r"[\s,;]", text[start:], maxsplit=1)[0]
