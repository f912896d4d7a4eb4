"""The columns of the worklists, for CSV and XLSX alike."""

from __future__ import annotations

from collections.abc import Iterator

from validator.audit import Audit, Decision, Member
from validator.finding import Finding
from validator.text.unicode import printable

from ._difference import cut  # noqa: TID251 - a writer like this one
from ._strings import Strings  # noqa: TID251 - a writer like this one
from ._told import named, xml  # noqa: TID251 - a writer like this one

LONGEST = 16_000
"""Characters of a cell: Excel takes 32,767 units of UTF-16, and a character has up to two."""

STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a program may take for the beginning of a formula; the wide ones in East Asian versions."""

Cell = str | int | float | None
Row = tuple[Cell, ...]


def header(t: Strings) -> tuple[str, ...]:
    """The names of the columns of `row`."""
    return (
        t("worklist.record"),
        t("worklist.path"),
        t("worklist.line"),
        t("worklist.record-number"),
        t("worklist.code"),
        t("worklist.name"),
        t("worklist.severity"),
        t("worklist.fault"),
        t("worklist.variable"),
        t("worklist.value"),
        t("worklist.suggestion"),
        t("worklist.safe"),
        t("worklist.related"),
        t("worklist.decision"),
        t("worklist.fingerprint"),
    )


def row(finding: Finding, t: Strings) -> Row:
    """A finding, with an empty cell for what is decided on it."""
    moves = [t("told.moved", value=text, variable=named(name, t)) for name, text in finding.moves]
    suggestion = safe = ""
    if finding.suggestion is not None:
        first = finding.suggestion or t("worklist.remove")
        suggestion = t("told.joint").join([first, *moves])
        safe = t("worklist.yes") if finding.safe else t("worklist.no")
    return (
        text(finding.record if finding.has_id else ""),
        text(finding.path),
        finding.line,
        finding.record_number,
        text(finding.code),
        text(finding.name),
        t(f"severity.{finding.severity.value}"),
        text(finding.message),
        text(named(finding.variable, t)),
        text(finding.value),
        text(suggestion),
        safe,
        text(", ".join(finding.related)),
        "",
        finding.fingerprint,
    )


def text(value: str) -> str:
    """A value as a cell shows it."""
    return xml(cut(printable(value[: LONGEST + 1]), LONGEST))


def cluster_header(t: Strings) -> tuple[str, ...]:
    """The names of the columns of `cluster_rows`."""
    return (
        t("worklist.cluster"),
        t("worklist.survivor"),
        *_member_header(t),
        t("worklist.why"),
        t("worklist.decision"),
        t("worklist.fingerprint"),
    )


def cluster_rows(audit: Audit, t: Strings) -> Iterator[Row]:
    """A row for each record of a cluster, the survivor first; clusters count from 1."""
    for number, cluster in enumerate(audit.clusters, 1):
        why = {decision.b: decision for decision in cluster.decisions}
        for place, member in enumerate(cluster.members):
            kept = t("worklist.no") if place else t("worklist.yes")
            reasons = _why(why[member], t) if member in why else ""
            yield number, kept, *_member(member), reasons, "", _fingerprint(member)


def review_header(t: Strings) -> tuple[str, ...]:
    """The names of the columns of `review_rows`."""
    names: list[str] = [t("worklist.score"), t("worklist.why"), t("worklist.decision")]
    for n in (1, 2):
        names += (
            t("worklist.record-of", n=n),
            t("worklist.path-of", n=n),
            t("worklist.title-of", n=n),
            t("worklist.fingerprint-of", n=n),
        )
    return tuple(names)


def review_rows(audit: Audit, t: Strings) -> Iterator[Row]:
    """A row for each pair that people should judge, most doubtful first."""
    for decision in audit.review:
        cells: list[Cell] = [round(decision.score, 3), _why(decision, t), ""]
        for member in (decision.a, decision.b):
            title = dict(member.values).get("title", "")
            cells += (text(member.id), text(_place(member)), text(title), _fingerprint(member))
        yield tuple(cells)


def completeness_header(t: Strings) -> tuple[str, ...]:
    """The names of the columns of `completeness_rows`."""
    return (
        t("worklist.path"),
        t("worklist.type"),
        t("worklist.variable"),
        t("worklist.filled"),
        t("worklist.total"),
        t("worklist.share"),
    )


def completeness_rows(audit: Audit, t: Strings) -> Iterator[Row]:
    """A row for each source, type and variable; the share is from 0 to 1."""
    for item in audit.completeness:
        share = round(item.filled / item.total, 4) if item.total else None
        names = (text(item.path), text(item.type), text(named(item.variable, t)))
        yield (*names, item.filled, item.total, share)


def _member_header(t: Strings) -> tuple[str, ...]:
    return (
        t("worklist.record"),
        t("worklist.path"),
        t("worklist.line"),
        t("worklist.record-number"),
        t("worklist.title"),
        t("worklist.author"),
        t("worklist.issued"),
        t("worklist.container"),
        "DOI",
    )


SHOWN = ("title", "author", "issued", "container-title", "DOI")
"""The variables of a record that stand beside its place."""


def _member(member: Member) -> Row:
    values = dict(member.values)
    return (
        text(member.id if member.has_id else ""),
        text(member.path),
        member.line,
        member.record_number,
        *(text(values.get(variable, "")) for variable in SHOWN),
    )


def _place(member: Member) -> str:
    return f"{member.path}:{member.line}" if member.line else member.path


def _why(decision: Decision, t: Strings) -> str:
    """The reasons in words."""
    return text(t("told.joint").join(t.reason(item.label) for item in decision.evidence))


def _fingerprint(member: Member) -> str:
    """What people's decisions know the record by; "" where no value is to be shown."""
    return member.fingerprint if member.values else ""
