"""Escapes in the place of characters: of HTML, of links and of programs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from unicodedata import is_normalized, normalize

from validator.finding import Finding, Severity
from validator.record import Record
from validator.registry import Example, Examples, rule
from validator.text.mojibake import repair
from validator.text.patterns import lazy

from ._texts import changed  # noqa: TID251 - of this family
from .tags import tags_left, without_tags  # noqa: TID251 - of this family

_ENTITY = lazy(
    r"&(?:amp;)*(?: ?#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
    r"|&(?:quot|apos|#39|#34|nbsp|amp)\Z|&(?:nbsp|amp)(?=\s)"
)
_CUT = lazy(r"&(?:quot|apos|#39|#34|nbsp|amp)$|&(?:nbsp|amp)\s", re.MULTILINE)
_ADDRESS = lazy(r"(?:\w{2,10}://|www\.)\S+")
ENTITY = "an HTML entity"
PERCENT = "escapes of a link in the place of characters"
PROGRAM = "escapes of a program in the place of characters"


def unescaped(text: str) -> str:
    """The text with its HTML entities as the characters that they name, addresses apart."""
    if "&" not in text:
        return text
    pieces = _ADDRESS.split(text)
    addresses = [*_ADDRESS.findall(text), ""]
    mended = "".join(
        _ENTITY.sub(_character, piece) + address
        for piece, address in zip(pieces, addresses, strict=True)
    )
    return mended if mended == text else _settled(mended, text)


def _settled(mended: str, text: str) -> str:
    """The text without what its entities hid: accents apart, another charset, tags, blanks."""
    mended = normalize("NFC", mended) if is_normalized("NFC", text) else mended
    if (whole := repair(mended)) and not repair(text):
        mended = whole
    if "<" in mended and "<" not in text and (left := tags_left(mended, valued=True)):
        mended = without_tags(mended, left)
    if "  " in mended and "  " not in text:
        mended = _BLANKS.sub(" ", mended)
    return mended if text[:1].isspace() or text[-1:].isspace() else mended.strip()


_BLANKS = lazy(" {2,}")


def _character(entity: re.Match[str]) -> str:
    from html import unescape
    from html.entities import html5

    name = entity[0][1:].strip().replace("amp;", "") or "amp;"  # &amp;amp; was escaped twice
    name = name if name.endswith(";") else f"{name};"  # cut off at the end of the text
    if not name.startswith("#") and name not in html5:
        return entity[0]
    character = unescape(f"&{name}")
    if "\ufffd" in character:
        return entity[0]
    if character in "\u200b\u00ad\ufeff\u2060":
        return ""
    return " " if character in "\u00a0\t\n\r" else character


# A blank or mark behind a letter, or a letter beyond ASCII in UTF-8: "50%20" is none.
_PERCENT = lazy(
    r"(?<=[^\W\d_])(?:%(?:20|2[CFcf789]|3[AaBbFf]))+(?=\w|$|%)"
    r"|(?:%[C-Fc-f][0-9A-Fa-f](?:%[89ABab][0-9A-Fa-f]){1,3})+"
)
_PROGRAM = lazy(r"(?:\\u[0-9A-Fa-f]{4})+|(?:\\x[89A-Fa-f][0-9A-Fa-f])+")


def without_percents(text: str) -> str:
    """The text with the escapes of a link as their characters, addresses apart."""
    if "%" not in text or not _PERCENT.search(text):
        return text
    pieces = _ADDRESS.split(text)
    addresses = [*_ADDRESS.findall(text), ""]
    return "".join(
        _PERCENT.sub(_of_link, piece) + address
        for piece, address in zip(pieces, addresses, strict=True)
    )


def _of_link(found: re.Match[str]) -> str:
    from urllib.parse import unquote

    try:
        return unquote(found[0], errors="strict")
    except UnicodeDecodeError:
        return found[0]


def without_escapes(text: str) -> str:
    """The text with the escapes of JSON and programs as their characters."""
    return _PROGRAM.sub(_of_program, text) if "\\u" in text or "\\x" in text else text


def _of_program(found: re.Match[str]) -> str:
    if found[0][1] == "x":
        code = bytes.fromhex(found[0].replace("\\x", ""))
        try:
            characters = code.decode("utf-8")
        except UnicodeDecodeError:
            characters = code.decode("latin-1")
        return characters if characters.isprintable() else found[0]
    from json import loads

    characters = str(loads(f'"{found[0]}"'))
    return characters if characters.isprintable() else found[0]


def titled(title: str, *says: str, suggests: str | None = None) -> Example:
    return Example(Record(title=title), says, suggests)


def _html_entity() -> Examples:
    return (
        titled("Research & Development; a survey"),
        titled("AT&T; a history"),  # no entity is called "T"
        titled("Q&A; Über uns; 研究&開発；調査"),
        titled("The query &x=1; in https://example.org/?a=1&lt;=2&copy;=3"),  # part of an address
        Example(
            Record(url="https://example.org/?a=1&amp;b=2")
        ),  # URL001 and its kin read addresses
        titled("Research &amp; Development", ENTITY, suggests="Research & Development"),
        titled("S&#227;o Paulo", ENTITY, suggests="São Paulo"),
        titled("S&amp;#227;o Paulo", ENTITY, suggests="São Paulo"),  # escaped twice
        titled("caf&eacute; &#x4E2D;&#22269;", ENTITY, suggests="café 中国"),
        titled("&#1055;&#1088;&#1080;&#1084;&#1077;&#1088;", ENTITY, suggests="Пример"),
        titled("&quot;By heart&quot", ENTITY, suggests='"By heart"'),  # cut off at the end
        titled("大学&nbsp;学报", ENTITY, suggests="大学 学报"),
        titled("한국어 &lt;연구&gt;", ENTITY, suggests="한국어 <연구>"),
        titled("Jose&#769; &amp; &Atilde;&copy;", ENTITY, suggests="José & é"),  # what they hid
        titled(
            "JosÃ© &amp; soils", ENTITY, suggests="JosÃ© & soils"
        ),  # ENC004 judges what was seen
        titled("K&lt;scp&gt;Ca&lt;/scp&gt; &nbsp; channels", ENTITY, suggests="KCa channels"),
        titled("p &lt; 0.05 &amp; q", ENTITY, suggests="p < 0.05 & q"),
        Example(Record(keyword=("a", "R&amp;D")), (ENTITY,), suggests="R&D"),
        titled(
            "A loss of 50%20 years on; 100%ige Sicherheit; 5%FEV1 and https://example.org/a%20b"
        ),
        titled("Files in C:\\users\\ada"),
        titled("Insulin%20and%20sleep", PERCENT, suggests="Insulin and sleep"),
        titled("Caf%C3%A9 and sleep", PERCENT, suggests="Café and sleep"),
        titled("%E7%B3%96%E5%B0%BF%E7%97%85", PERCENT, suggests="糖尿病"),
        titled("Insulin \\u00e9tude", PROGRAM, suggests="Insulin étude"),
        titled("Rivi\\xe8res et \\xc3\\xa9tangs", PROGRAM, suggests="Rivières et étangs"),
        titled("Files in D:\\xyz and \\xe8g", PROGRAM),
        titled("Rivers & #8211; lakes", ENTITY, suggests="Rivers – lakes"),
        titled("Rivers &amp lakes", ENTITY, suggests="Rivers & lakes"),
        titled("The &amplitude; of waves"),
        titled("\\u7cd6\\u5c3f\\u75c5", PROGRAM, suggests="糖尿病"),
    )


@rule(
    "ENC001",
    "html-entity",
    severity=Severity.WARNING,
    examples=_html_entity,
    trigger=lambda text: (
        ("&" in text and (";" in text or _CUT.search(text) is not None))
        or ("%" in text and _PERCENT.search(text) is not None)
        or ("\\" in text and ("\\u" in text or "\\x" in text))
    ),
)
def html_entity(record: Record) -> Iterator[Finding]:
    """A text holds an escape in place of a character: &amp;, &#227;, %20, \\u00e9.

    Why: it is printed as it stands, sorts under "amp", and keeps two records of one work apart.

    Not found: addresses and file names, where & separates parameters; words between & and ; that
    name no character ("AT&T;"); per cent before a number (50%20); \\u in BibTeX, where it is an
    accent.

    Source: the list of named characters of HTML; RFC 3986 (percent-encoding) and RFC 8259 (JSON);
    JabRef, HTMLCharacterChecker.
    """
    yield from changed(record, PERCENT, without_percents, safe=True)
    if record.provenance.format != "bibtex":  # there \u is an accent
        yield from changed(record, PROGRAM, without_escapes, safe=True)
    for finding in changed(record, ENTITY, unescaped, safe=True):
        tags = "&lt;" in finding.value and "<" not in (finding.suggestion or "")
        yield replace(finding, safe=False) if tags else finding
