"""What the rules of keywords share."""

from __future__ import annotations

from collections.abc import Sequence

from validator.finding import Finding


def whole(keywords: Sequence[str], meant: Sequence[str], message: str) -> Finding:
    return Finding(
        "keyword", message, value="; ".join(keywords), suggestion="; ".join(meant), safe=True
    )
