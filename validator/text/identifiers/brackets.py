"""Brackets: whether each is answered, and closing ones at the end that answer none."""

from __future__ import annotations

PAIRS = {
    ")": "(",
    "]": "[",
    "}": "{",
    ">": "<",
    "）": "（",
    "】": "【",
    "」": "「",
    "』": "『",
    "》": "《",
    "〉": "〈",
}
"""Each closing bracket with its opening one."""


def is_balanced(text: str) -> bool:
    """Whether every bracket is answered, each kind for itself: a SICI nests them freely."""
    for closing, opening in PAIRS.items():
        if closing not in text and opening not in text:
            continue
        depth = 0
        for character in text:
            depth += (character == opening) - (character == closing)
            if depth < 0:
                return False
        if depth:
            return False
    return True


def is_unanswered(text: str, end: int) -> bool:
    """Whether the character before ``end`` closes a bracket that was not opened before it."""
    opening = PAIRS.get(text[end - 1])
    return bool(opening) and text.count(text[end - 1], 0, end) > text.count(opening or "", 0, end)
