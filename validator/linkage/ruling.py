"""A verdict on a pair with its code."""

from __future__ import annotations

from typing import NamedTuple

from validator.audit import Verdict


class Ruling(NamedTuple):
    """A verdict with its code and, where the two works are related, how."""

    verdict: Verdict
    code: str = ""
    relation: str = ""


SAME_IDENTIFIER = Ruling(Verdict.DUPLICATE, "DUP001")
STRONG = Ruling(Verdict.DUPLICATE, "DUP002")
POSSIBLE = Ruling(Verdict.REVIEW, "DUP003")
DISTINCT = Ruling(Verdict.DISTINCT)


def related(relation: str) -> Ruling:
    """The ruling on two works of one kin, such as "preprint" or "erratum"."""
    return Ruling(Verdict.RELATED, "DUP004", relation)
