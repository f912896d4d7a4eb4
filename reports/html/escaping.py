"""What makes text from the data harmless in the page, and in the data that its script reads."""

from __future__ import annotations

import json
import re

from markupsafe import Markup, escape

from validator.text.unicode import json_printable, printable

# Between letters of Arabic and Indic scripts the joiners are spelling.
_JOINERS = re.compile("((?<=[\u0600-\u0dff])[\u200c\u200d](?=[\u0600-\u0dff]))")
_MARKUP = str.maketrans({c: f"\\u{ord(c):04x}" for c in "<>&"})


def visible(text: str) -> str:
    """The text with controls, bidi controls and lone surrogates as escapes."""
    if text.isascii() and text.isprintable():
        return text
    if "\u200c" in text or "\u200d" in text:
        pieces = _JOINERS.split(text)
        return "".join(piece if i % 2 else printable(piece) for i, piece in enumerate(pieces))
    return printable(text)


def prose(text: str) -> Markup:
    """A paragraph of documentation: what stands in backticks is code."""
    pieces = re.split("`+", visible(text))
    if len(pieces) % 2 == 0:  # a backtick of its own
        return escape(visible(text))
    code = Markup("<code>{}</code>")
    return Markup().join(code.format(p) if i % 2 else escape(p) for i, p in enumerate(pieces))


def island(value: object) -> str:
    """JSON for a script element: nothing in it ends the element, or cannot be seen.

    Strings come out of the script exactly as they went in, lone surrogates too.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return json_printable(text).translate(_MARKUP)


def size(text: str) -> int:
    """Bytes of UTF-8."""
    return len(text.encode("utf-8", "surrogatepass"))
