"""Brackets and quotation marks without a partner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.finding import Finding, Severity
from validator.record import Record
from validator.registry import rule

from ._examples import LONGEST, titled  # noqa: TID251 - of this family

UNBALANCED = "a bracket or quotation mark has no partner"

PAIRED = (
    # clean
    titled("Therapy (a review) of [mesenchymal] cells"),
    titled("On the interval [0,1) and (0, 1]"),
    titled("Sur l'intervalle ]0,1["),
    titled("The dog's breakfast"),
    titled("Rock 'n' roll"),
    titled('A 12" telescope'),
    titled("“Quoted” and „zitiert“ and »zitiert« and « cité »"),
    titled("„Cytat” polski"),
    titled("论《红楼梦》的“真”与「假」"),
    titled("新形势下（一)的研究"),  # one bracket full-width, one not
    titled("1) first things 2) last things"),
    titled("a) Was ist b) Aufklärung"),
    titled("Be happy :)"),
    titled("Prices from $5 to $10"),
    titled("Earning $100 a day"),
    titled("Bounds on $O(n)$"),
    titled("p < 0.05 > 0.01"),
    titled("The ring Z[x]/(x^2)"),
    titled("Le “mot”"),
    titled("(Re)thinking (post)modernism"),
    titled("”Citat” på svenska"),
    # unbalanced
    titled("Therapy (a review of cells", UNBALANCED),
    titled("Therapy a review) of cells", UNBALANCED),
    titled("Cells [in vitro", UNBALANCED),
    titled("论《红楼梦的真与假", UNBALANCED),
    titled("红楼梦》研究", UNBALANCED),
    titled("研究（一", UNBALANCED),
    titled("「日本語の研究", UNBALANCED),
    titled("“Quoted and left open", UNBALANCED),
    titled("Bounds on $O(n^2) time", UNBALANCED),
    titled("Обзор (часть первая", UNBALANCED),
)

_SIGNS = re.compile("[()（）\\[\\]［］{}《》〈〉「」『』【】〔〕“”$]")
_ROUND = str.maketrans("（）［］", "()[]")
_NO_PAIR = re.compile(
    r"[\[(\]][^\[\]()]{1,30}[,;][^\[\]()]{1,30}[\])\[]"  # intervals
    r"|(?:^|[\s,;.:(])\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})\)(?=\s|$|[^\W\d_])"  # 1) a) (i)
    r"|[:;]-?[()]"  # faces
)
_PAIRS = (
    ("(", ")"),
    ("[", "]"),
    ("{", "}"),
    ("《", "》"),
    ("〈", "〉"),
    ("「", "」"),
    ("『", "』"),
    ("【", "】"),
    ("〔", "〕"),
)


@rule("TIT008", "title-unbalanced", severity=Severity.WARNING, examples=PAIRED, reads=("title",))
def title_unbalanced(record: Record) -> Iterator[Finding]:
    """A bracket, a quotation mark or a dollar sign of the title has no partner.

    Why: the title was cut off, or a character was lost on the way.

    Not found: intervals, numbers of a list (1), a)), faces, apostrophes, inches, prices, straight
    quotation marks, and the quotation marks of other languages, which pair in other ways.

    Source: measured on titles of the ACL Anthology; eLife's checks of reference titles.
    """
    title = record.title
    if len(title) > LONGEST or not ("(" in title or _SIGNS.search(title)):
        return
    plain = title if title.isascii() else title.translate(_ROUND)
    if all(plain.count(a) == plain.count(b) for a, b in _PAIRS):
        if not lone_quote(plain) and not lone_dollar(plain):
            return
    else:
        plain = _NO_PAIR.sub(" ", plain)
        if all(plain.count(a) == plain.count(b) for a, b in _PAIRS):
            return
    yield Finding("title", UNBALANCED, value=title)


def lone_quote(text: str) -> bool:
    """An opening “ without a ”; where other quotation marks stand, “ may close (German)."""
    return "“" in text and "”" not in text and "„" not in text and text.count("“") % 2 == 1


def lone_dollar(text: str) -> bool:
    """An odd dollar sign in a title with marks of TeX; elsewhere it is money."""
    return text.count("$") % 2 == 1 and any(sign in text for sign in "\\^_{")
