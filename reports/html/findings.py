"""The findings that the page lists, and how each is shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from validator.audit import Audit
from validator.finding import Finding

from .._difference import cut, cut_start  # noqa: TID251, TID252 - of reports
from .escaping import size, visible  # noqa: TID251 - of this report
from .room import FIRST, PARAGRAPH, PATH, RULES_BYTES, within  # noqa: TID251 - of this report
from .rules import RuleView  # noqa: TID251 - of this report
from .sample import Sample  # noqa: TID251 - of this report
from .values import compared, named, value  # noqa: TID251 - of this report
from .words import Words  # noqa: TID251 - of this report


class Row(NamedTuple):
    """A finding as the page lists it; ``rule`` and ``source`` are numbers."""

    rule: int
    source: int
    finding: Finding
    record: Markup
    path: str
    message: Markup
    before: Markup
    after: Markup | None
    bytes: int


def finding_rows(
    sample: Sample, rules: Sequence[RuleView], audit: Audit, t: Words, room: int
) -> list[Row]:
    """The findings to list, in the order of the sample, as many as the page has room for."""
    indices = {rule.code: rule.number for rule in rules}
    sources: dict[str, int] = {source.path: i for i, source in enumerate(audit.sources)}
    seen: set[str] = set()

    def rows() -> Iterator[Row]:
        for finding in sample.findings:
            before = t.bytes
            row = _row(finding, indices, sources, t)
            extra = t.bytes - before  # for the other language
            if finding.path not in seen:  # it will be named in the filter
                seen.add(finding.path)
                extra += 50 + size(row.path)
            yield row._replace(bytes=row.bytes + extra)

    return list(within(rows(), room, lambda row: row.bytes))


def _row(finding: Finding, indices: Mapping[str, int], sources: dict[str, int], t: Words) -> Row:
    after: Markup | None
    if finding.suggestion is None:
        before, after = value(finding.value, t), None
    else:
        before, after = compared(finding.value, finding.suggestion, t)
        for variable, text in finding.moves:
            moved = t.moved(text, variable)
            after += Markup("<br><small><bdi>{}</bdi></small>").format(moved)
    record = named(finding.record, finding.record_number, t, has_id=finding.has_id)
    path = cut_start(visible(finding.path), PATH)
    rule = indices.get(finding.code, len(indices))
    source = sources.setdefault(finding.path, len(sources))
    message = t.message(finding)
    words = (before, after or "", record, path, message, finding.variable)
    taken = 300 + sum(map(size, words))
    return Row(rule, source, finding, record, path, message, before, after, taken)


def in_order(row: Row) -> tuple[int, str, int, int, str, str, str]:
    """The order of the list: the severest rules first, then by place."""
    finding = row.finding
    return (
        row.rule,
        finding.path,
        finding.line or 0,
        finding.record_number or 0,
        finding.variable,
        finding.value,
        finding.template,
    )


def with_first(rules: Sequence[RuleView], rows: Sequence[Row]) -> list[tuple[RuleView, list[Row]]]:
    """The rules as the page shows them, each with a few findings: opened to their text and
    sources while there is room, then closed."""
    by_rule: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        if len(by_rule[row.rule]) < FIRST:
            by_rule[row.rule].append(row)
    left = RULES_BYTES
    views = []
    for rule in rules:
        text = sum(
            60 + size(cut(words, PARAGRAPH)) for text in rule.texts for _, words in text.paragraphs
        )
        sources = sum(120 + size(path[:PATH]) for path, _, _ in rule.sources)
        left -= text + sources
        if left < 0:
            rule = rule._replace(texts=[], sources=[])
        first = list(within(by_rule[rule.number], left, lambda row: row.bytes))
        left -= sum(row.bytes for row in first)
        views.append((rule, first))
    return views
