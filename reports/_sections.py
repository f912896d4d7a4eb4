"""What each section of the HTML report shows, worked out from an Audit."""

from __future__ import annotations

import inspect
import itertools
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from markupsafe import Markup

from validator.audit import Audit, Cluster, Decision, Filled, Member, RuleCount
from validator.finding import Finding, Severity
from validator.record import VARIABLES
from validator.registry import RULES

from ._difference import cut, cut_start  # noqa: TID251 - of this report
from ._sample import Sample  # noqa: TID251 - of this report
from ._strings import Strings  # noqa: TID251 - of this report
from ._values import (  # noqa: TID251 - of this report
    absent,
    compared,
    differing,
    isolated,
    value,
    visible,
)

COLUMNS = 12  # sources or types side by side; the rest are added up
SOURCES = 200  # sources listed
FIRST = 3  # findings shown with their rule
CLUSTERS = 200
MEMBERS = 6  # records of a cluster side by side
REASONS = 6  # decisions of a cluster

# Bytes of UTF-8 that the lists may take, so that the page stays below 3 MB. The findings get what
# the duplicates leave; the rest is for style, script, completeness and method.
LISTS_BYTES = 2_150_000
RULES_BYTES = 450_000
CLUSTERS_BYTES = 450_000
REVIEW_BYTES = 250_000

CODE, ID, PATH = 20, 60, 80  # characters of a code, an id and a path that are shown
PARAGRAPH = 1500  # of a paragraph of a rule

ORDER = {variable: i for i, variable in enumerate(VARIABLES)} | {"DOI": -1}


def by_order(variable: str) -> tuple[int, str]:
    """DOI first, then as in a record, unknown names last."""
    return ORDER.get(variable, len(ORDER)), variable


class RuleView(NamedTuple):
    """A rule that found something. ``sources`` are (path, findings, records), the largest first."""

    number: int
    code: str
    name: str
    severity: Severity
    findings: int
    records: int
    sources: list[tuple[str, int, int]]
    others: tuple[int, int, int]  # further sources, their findings and records
    text: list[tuple[str, str]]  # (heading or "", paragraph)
    first: list[Row]


class Row(NamedTuple):
    """A finding as the page lists it; ``rule`` and ``source`` are numbers."""

    rule: int
    source: int
    finding: Finding
    record: Markup
    path: str
    before: Markup
    after: Markup | None
    bytes: int


def share_of(counts: Iterable[RuleCount]) -> dict[str, list[RuleCount]]:
    grouped: dict[str, list[RuleCount]] = defaultdict(list)
    for count in counts:
        grouped[count.code].append(count)
    return dict(grouped)


# Verdict


def advice(audit: Audit, rules: Sequence[RuleView], t: Strings) -> tuple[str, str]:
    """One sentence that says what to do first, and the part of the page that it is about."""
    if audit.unevaluated:
        return t("advice.unevaluated", n=len(audit.unevaluated)), "unevaluated"
    if not audit.records and not rules:
        return t("advice.no-records"), "method"
    for severity in (Severity.ERROR, Severity.WARNING):
        worst = [rule for rule in rules if rule.severity is severity]
        if worst:
            first = max(worst, key=lambda rule: (rule.records, rule.findings))
            key = "advice.rule" if first.records else "advice.file"
            n = first.records or first.findings
            code, name = cut(first.code, CODE), cut(first.name, ID)
            return t(key, code=code, name=name, n=n), f"rule-{first.number}"
    if audit.clusters:
        return t("advice.duplicates", n=len(audit.clusters)), "duplicates"
    if audit.review:
        return t("advice.review", n=len(audit.review)), "duplicates"
    if rules:
        return t("advice.infos"), "rules"
    return t("advice.nothing", n=audit.records), "method"


# Completeness


class Heat(NamedTuple):
    """A table of how many records hold a variable. Cells are (filled, total), the first of all.

    ``others``: how many columns the last one adds up, 0 where there is no such column.
    """

    columns: list[str]
    others: int
    totals: list[int]
    rows: list[tuple[str, list[tuple[int, int]]]]
    empty: list[str]  # variables that no record holds


def heat(completeness: Iterable[Filled], column: Callable[[Filled], str]) -> Heat:
    """Sums by variable and column, the largest columns first and the rest added up."""
    filled: Counter[tuple[str, str]] = Counter()
    groups: dict[tuple[str, str], tuple[str, int]] = {}
    variables = set()
    for item in completeness:
        name = column(item)
        filled[item.variable, name] += item.filled
        variables.add(item.variable)
        group = (item.path, item.type)
        # A variable may be left out where a group never holds it: its records count all the same.
        groups[group] = name, max(item.total, groups.get(group, (name, 0))[1])
    totals: Counter[str] = Counter()
    for name, total in groups.values():
        totals[name] += total
    names = sorted(totals, key=lambda name: (-totals[name], name))
    kept, rest = (names, []) if len(names) <= COLUMNS + 1 else (names[:COLUMNS], names[COLUMNS:])
    every = sum(totals.values())
    sums = [every, *(totals[name] for name in kept)]
    if rest:
        sums.append(sum(totals[name] for name in rest))
    rows, empty = [], []
    for variable in sorted(variables, key=by_order):
        counts = [filled[variable, name] for name in kept]
        if rest:
            counts.append(sum(filled[variable, name] for name in rest))
        if sum(counts) or variable == "DOI":
            rows.append((variable, list(zip([sum(counts), *counts], sums, strict=True))))
        else:
            empty.append(variable)
    return Heat(kept, len(rest), sums, rows, empty)


# Rules


def rule_views(audit: Audit, known: Mapping[str, tuple[str, Severity]]) -> list[RuleView]:
    """Every rule that found something, the severest first, then by records."""
    views = []
    for code, counts in share_of(audit.rule_counts).items():
        found = [count for count in counts if count.findings]
        if not found:
            continue
        found.sort(key=lambda count: (-count.findings, count.path))
        rule = RULES.get(code)
        name, severity = known.get(
            code, (rule.name, rule.severity) if rule else ("", Severity.WARNING)
        )
        kept, rest = (found, []) if len(found) <= COLUMNS + 1 else (found[:8], found[8:])
        views.append(
            RuleView(
                0,
                code,
                name,
                severity,
                sum(count.findings for count in found),
                sum(count.records for count in found),
                [(count.path, count.findings, count.records) for count in kept],
                (len(rest), sum(c.findings for c in rest), sum(c.records for c in rest)),
                paragraphs(rule.doc) if rule else [],
                [],
            )
        )
    views.sort(key=lambda view: (view.severity.rank, -view.records, -view.findings, view.code))
    return [view._replace(number=i) for i, view in enumerate(views)]


def paragraphs(doc: str) -> list[tuple[str, str]]:
    """The text of a rule as (heading, paragraph); a plain paragraph has no heading."""
    found = []
    for paragraph in inspect.cleandoc(doc).split("\n\n"):
        text = " ".join(paragraph.split())
        heading, colon, rest = text.partition(":")
        if colon and heading in ("Why", "Not found", "Source"):
            found.append((heading, rest.strip()))
        elif text:
            found.append(("", text))
    return found


# Findings


def finding_rows(
    sample: Sample, rules: Sequence[RuleView], audit: Audit, t: Strings, room: int
) -> list[Row]:
    """The findings to list, in the order of the sample, as many as the page has room for."""
    indices = {rule.code: rule.number for rule in rules}
    sources: dict[str, int] = {source.path: i for i, source in enumerate(audit.sources)}
    rows: list[Row] = []
    seen: set[str] = set()
    for finding in sample.findings:
        row = _row(finding, indices, sources, t)
        if finding.path not in seen:  # it will be named in the filter
            seen.add(finding.path)
            row = row._replace(bytes=row.bytes + 50 + len(_utf8(row.path)))
        rows.append(row)
    return list(_within(rows, room, lambda row: row.bytes))


def _row(finding: Finding, indices: Mapping[str, int], sources: dict[str, int], t: Strings) -> Row:
    after: Markup | None
    if finding.suggestion is None:
        before, after = value(finding.value, t), None
    else:
        before, after = compared(finding.value, finding.suggestion, t)
        for variable, text in finding.moves:
            moved = t("value.moved", value=visible(cut(text)), variable=variable)
            after += Markup("<br><small><bdi>{}</bdi></small>").format(moved)
    record = _named(finding.record, finding.record_number, t, has_id=finding.has_id)
    path = cut_start(visible(finding.path), PATH)
    rule = indices.get(finding.code, len(indices))
    source = sources.setdefault(finding.path, len(sources))
    row = Row(rule, source, finding, record, path, before, after, 0)
    words = (before, after or "", record, path, cut(finding.message), finding.variable)
    return row._replace(bytes=230 + sum(len(_utf8(word)) for word in words))


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


def with_first(rules: Sequence[RuleView], rows: Sequence[Row]) -> list[RuleView]:
    """The rules as the page shows them: opened to their text, sources and a few findings of
    several sources while there is room, then closed."""
    by_rule: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        if len(by_rule[row.rule]) < FIRST:
            by_rule[row.rule].append(row)
    left = RULES_BYTES
    views = []
    for rule in rules:
        text = sum(40 + len(_utf8(cut(words, PARAGRAPH))) for _, words in rule.text)
        sources = sum(120 + len(_utf8(path[:PATH])) for path, _, _ in rule.sources)
        left -= text + sources
        if left < 0:
            rule = rule._replace(text=[], sources=[])
        first = list(_within(by_rule[rule.number], left, lambda row: row.bytes))
        left -= sum(row.bytes for row in first)
        views.append(rule._replace(first=first))
    return views


# Duplicates


class Place(NamedTuple):
    """A record at the head of a column."""

    id: Markup
    path: str
    line: int | None
    record_number: int | None


class Comparison(NamedTuple):
    """Records beside each other. A cell is (value, whether it differs from the first record's)."""

    members: list[Place]
    hidden: int
    rows: list[tuple[str, list[tuple[Markup, bool]]]]
    decisions: list[Decision]
    hidden_decisions: int

    @property
    def bytes(self) -> int:
        """About as many as it takes in the page."""
        cells = sum(60 + len(_utf8(cell)) for _, row in self.rows for cell, _ in row)
        heads = sum(120 + len(_utf8(m.id)) + len(_utf8(m.path)) for m in self.members)
        labels = sum(90 + len(_utf8(e.label)) for d in self.decisions for e in d.evidence)
        return 600 + cells + heads + labels + 300 * len(self.decisions)


def cluster_views(clusters: Iterable[Cluster], t: Strings) -> list[Comparison]:
    """As many clusters as the page has room for."""
    views = (comparison(c.members, c.decisions, t) for c in itertools.islice(clusters, CLUSTERS))
    return list(_within(views, CLUSTERS_BYTES, lambda view: view.bytes))


def review_views(review: Iterable[Decision], t: Strings) -> list[Comparison]:
    """As much of the queue as the page has room for, from its beginning."""
    views = (comparison((d.a, d.b), (d,), t) for d in itertools.islice(review, CLUSTERS))
    return list(_within(views, REVIEW_BYTES, lambda view: view.bytes))


def comparison(members: Sequence[Member], decisions: Sequence[Decision], t: Strings) -> Comparison:
    """The values of records side by side, variables in the order of the first that has them."""
    shown = members[:MEMBERS]
    values = [dict(member.values) for member in shown]
    variables = dict.fromkeys(itertools.chain.from_iterable(values))
    rows = []
    for variable in variables:
        first = values[0].get(variable, "")
        cells = [(value(first, t) if first else absent("–"), False)]
        for other in values[1:]:
            text = other.get(variable, "")
            cells.append(
                (differing(first, text, t), text != first) if text else (absent("–"), False)
            )
        rows.append((variable, cells))
    return Comparison(
        [_member_place(member, t) for member in shown],
        len(members) - len(shown),
        rows,
        [_told(decision, t) for decision in decisions[:REASONS]],
        max(0, len(decisions) - REASONS),
    )


def _told(decision: Decision, t: Strings) -> Decision:
    """The decision with its reasons in the language of the report."""
    evidence = tuple(item._replace(label=t.reason(item.label)) for item in decision.evidence)
    return replace(decision, evidence=evidence)


def _member_place(member: Member, t: Strings) -> Place:
    path = cut_start(visible(member.path), PATH)
    name = _named(member.id, member.record_number, t, has_id=member.has_id)
    return Place(name, path, member.line, member.record_number)


def _named(record: str, number: int | None, t: Strings, *, has_id: bool) -> Markup:
    """A record by its id, else by its number in the file."""
    if has_id or not number:
        return isolated(record, ID)
    return Markup(t("value.record-number", n=number))


# Method


def unused_rules(audit: Audit) -> list[tuple[str, str]]:
    """Known rules that were not in force, with their names."""
    return [(code, RULES[code].name) for code in sorted(set(RULES) - set(audit.rules))]


def quiet_rules(audit: Audit, rules: Sequence[RuleView]) -> list[tuple[str, str]]:
    """Rules in force that found nothing, with their names."""
    codes = sorted(set(audit.rules) - {rule.code for rule in rules})
    return [(code, RULES[code].name if code in RULES else "") for code in codes]


def _within(items: Iterable[Any], room: int, size: Callable[[Any], int]) -> Iterator[Any]:
    """The first items whose sizes add up to no more than ``room``."""
    for item in items:
        room -= size(item)
        if room < 0:
            return
        yield item


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
