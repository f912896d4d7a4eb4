"""One dash a file: ranges that are written otherwise than the rest."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from validator.facts import Count, Fact, Ref
from validator.finding import Finding, Severity
from validator.record import Record
from validator.registry import Example, Examples, collection_rule
from validator.text import pages


def dash_used(record: Record) -> Count | tuple[str, str] | None:
    """The dash of a range; with the pages unless it is one that the formats themselves ask for."""
    mark = pages.dash(record.page)
    if mark == "-" or (mark == "--" and record.provenance.format == "bibtex"):
        return Count(mark)
    return (mark, record.page) if mark else None


def dashes(usual: str, other: str, *says: str, suggests: str | None = None) -> Example:
    """Ten records with one form, and one with another."""
    records = [Record(id=f"r{i}", page=usual) for i in range(10)]
    return Example((*records, Record(id="other", page=other)), says, suggests)


SEPARATED = "another dash than in the rest of the file"


def _separators() -> Examples:
    return (
        # clean
        dashes("12-15", "20-25"),
        dashes("12–15", "20–25"),
        dashes("12–15", "20"),
        dashes("12–15", "35-38+80"),  # a list
        dashes("12–15", "20-25"),  # a hyphen is right in every format
        Example(tuple(Record(id=f"r{i}", page="1—5" if i % 2 else "1–5") for i in range(12))),
        Example((Record(id="a", page="1-5"), Record(id="b", page="1–5"))),  # too few to tell
        # a minority
        dashes("12-15", "20—25", SEPARATED, suggests="20-25"),
        dashes("12--15", "20–25", SEPARATED, suggests="20--25"),
        dashes("１２-１５", "２０～２５", SEPARATED, suggests="２０-２５"),
        dashes("12–15", "20~25", SEPARATED, suggests="20–25"),
        dashes("S1-S5", "S20–S25", SEPARATED, suggests="S20-S25"),
    )


ENOUGH = 10
"""Ranges in a file before one speaks of its habit."""

MINORITY = 0.2
"""The share of a file up to which a form is the exception: above, there is no habit."""


@collection_rule(
    "PAG003",
    "pages-separator",
    severity=Severity.INFO,
    observe=dash_used,
    examples=_separators,
    reads=("page",),
)
def pages_separator(facts: Sequence[Fact]) -> Iterator[tuple[Ref, Finding]]:
    """A range of pages has another dash than nearly all others in the file.

    Why: dashes are a matter of style, but one style a file.

    Not found: files in which no dash has four fifths of the ranges, or with fewer than ten; a
    hyphen, and the double hyphen of BibTeX, which the formats ask for; lists of pages.

    Source: the page fields of BibTeX, RIS and CSL.
    """
    files: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        files[fact.ref.path].append(fact)
    for found in files.values():
        marks = Counter[str]()
        for fact in found:
            marks[fact.value[0]] += fact.times
        usual, most = min(marks.items(), key=lambda item: (-item[1], item[0]))
        ranges = marks.total()
        if ranges < ENOUGH or ranges - most > MINORITY * ranges:
            continue
        for fact in found:
            if not isinstance(fact.value, Count) and fact.value[0] != usual:
                changed = pages.with_dash(fact.value[1], usual)
                before, after = pages.parse(fact.value[1]), pages.parse(changed)
                safe = bool(before and after and before.spans == after.spans)
                yield (
                    fact.ref,
                    Finding("page", SEPARATED, fact.value[1], suggestion=changed, safe=safe),
                )
