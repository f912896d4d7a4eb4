"""Text in the markup of journals (JATS, face markup, HTML), as the plain text it shows."""

from __future__ import annotations

import html
import re

_ATTRIBUTES = r"""(?:\s++[\w:.-]++\s*+=\s*+(?:"[^"]*+"|'[^']*+'))*+\s*+"""
_BLOCK = re.compile(
    rf"</?(?:jats:|h?tml:)?(?:abstract|break|br|disp-(?:formula|quote)|div|h[1-6]|label|li|list"
    rf"|list-item|ol|p|sec|title|ul){_ATTRIBUTES}/?>",
    re.IGNORECASE,
)
_TEX = re.compile(r"<(?:jats:)?tex-math\b[^<>]*+>[^<>]*+</(?:jats:)?tex-math>")
_TAG = re.compile(rf"</?[A-Za-z][\w:.-]*+{_ATTRIBUTES}/?>")
_HEADINGS = frozenset(
    re.split(
        r"\s+",
        "abstract summary résumé zusammenfassung resumen resumo riassunto özet аннотация реферат"
        " анотація 摘要 要旨 抄録 概要 초록 요약 الملخص چکیده",
    )
)
"""Headings that say only that an abstract follows."""


def flattened(text: str) -> str:
    """The text of markup: a block is a line, other tags are left out, entities are characters.

    The heading "Abstract" above other lines is the frame's, and goes.
    """
    if "<" in text:
        tags = _TEX.sub("", text) if "<mml:" in text else text  # the formula is there twice
        text = _TAG.sub("", _BLOCK.sub("\n", tags))
    if "&" in text:
        text = html.unescape(text)
    lines = [line for part in text.split("\n") if (line := " ".join(part.split()))]
    if len(lines) > 1 and lines[0].casefold().rstrip(" .:：") in _HEADINGS:
        lines = lines[1:]
    return "\n".join(lines)
