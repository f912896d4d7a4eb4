"""Text as a file of text can hold it."""

from __future__ import annotations

import re

_BLANKS = re.compile(r"[ \t\r\n\f\v]*[\r\n][ \t\r\n\f\v]*")
_SURROGATE = re.compile("[\ud800-\udfff]")
_NO_BYTE = re.compile("[\ud800-\udc7f\udd00-\udfff]")


def one_line(value: str) -> str:
    """A value without line ends, outer blanks and NUL, which no text file holds."""
    if "\0" in value:
        value = value.replace("\0", "")
    if "\n" in value or "\r" in value:
        value = _BLANKS.sub(" ", value)
    return value.strip(" \t\r\n")


def encodable(text: str) -> str:
    """The text with U+FFFD for surrogates that stand for no byte of the input."""
    return text if text.isascii() else _NO_BYTE.sub("\ufffd", text)


def characters(text: str) -> str:
    """The text for a format that holds no bytes: U+FFFD for any surrogate, no NUL."""
    if "\0" in text:
        text = text.replace("\0", "")
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)
