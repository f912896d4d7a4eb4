"""The HTML report: one file that asks for nothing, readable without script.

It never grows past 3 MB: what is listed is a sample, totals never are.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from validator.audit import Audit
from validator.finding import Severity
from validator.registry import writer

from .._difference import cut, cut_start  # noqa: TID251, TID252 - of reports
from . import completeness, findings, gates, pairs, rules, trends, verdict  # noqa: TID251 - of this report
from .escaping import island, prose, visible  # noqa: TID251 - of this report
from .room import LISTS_BYTES, SOURCES  # noqa: TID251 - of this report
from .sample import PER_GROUP, sample  # noqa: TID251 - of this report
from .values import breakable, isolated, value  # noqa: TID251 - of this report
from .words import Words  # noqa: TID251 - of this report

SCRIPTS = ("page.js", "findings.js", "review.js")
SILENT = ("jobs",)
"""Keys of the configuration that change nothing in what is found."""

SAID = (
    "filter.shown",
    "filter.matching",
    "findings.sort",
    "review.decided",
    "review.contradicted",
    "review.finished",
    "review.loaded",
    "review.not-loaded",
)
"""Strings that the scripts fill in."""


@writer("html")
def write_html(audit: Audit) -> Iterator[str]:
    """The page in pieces. The findings are iterated once; the same audit gives the same bytes."""
    t = Words(audit.lang)
    script = _script()
    yield from TEMPLATES.get_template("report.html.j2").generate(
        **_context(audit, t), t=t, script=script, script_hash=_csp_hash(script)
    )


def _context(audit: Audit, t: Words) -> dict[str, Any]:
    taken = sample(audit.findings)
    views = rules.rule_views(audit, taken.rules, t)
    clusters, queue = pairs.cluster_views(audit, t), pairs.review_views(audit, t)
    compared = pairs.numbered((*clusters, *queue))
    judged = gates.gates(audit, t)
    room = LISTS_BYTES - t.bytes - sum(view.bytes for view in compared)
    room -= sum(view.bytes for view in judged.views) if judged else 0
    rows = findings.finding_rows(taken, views, audit, t, room)
    variables = sorted({row.finding.variable for row in rows}, key=completeness.by_order)
    return {
        "audit": audit,
        "severities": [(severity, audit.severities.get(severity, 0)) for severity in Severity],
        "total": sum(audit.severities.values()),
        "advice": verdict.advice(audit, views, judged, t),
        "gates": judged,
        "by_source": completeness.heat(
            audit.completeness, lambda item: item.path, completeness.without_folder
        ),
        "by_type": completeness.heat(audit.completeness, lambda item: item.type),
        "rules": findings.with_first(views, rows),
        "most": max((rule.findings for rule in views), default=1),
        "rows": sorted(rows, key=findings.in_order),
        "per_group": PER_GROUP,
        "row_variables": {variable: number for number, variable in enumerate(variables)},
        "row_sources": sorted({(row.source, row.path) for row in rows}, key=lambda pair: pair[1]),
        "clusters": compared[: len(clusters)],
        "members": sum(len(cluster.members) for cluster in audit.clusters),
        "review": compared[len(clusters) :],
        "configuration": {
            key: value
            for key, value in audit.configuration.items()
            if key not in SILENT and (judged or not key.startswith("gates."))
        },
        "changes": trends.changes(
            audit, taken.rules, {rule.code: rule.number for rule in views}, t
        ),
        "desk": pairs.desk(audit, compared) if audit.values_shown else None,
        "said": t.script(SAID),
        "sources": audit.sources[:SOURCES],
        "quiet": rules.quiet_rules(audit, views, t),
        "unused": rules.unused_rules(audit, t),
    }


def _finalize(item: object) -> object:
    """Everything a template prints is made visible; Markup comes from `values`, which did so."""
    return visible(item) if type(item) is str else item


def _script() -> Markup:
    loader = TEMPLATES.loader
    assert loader
    pieces = (loader.get_source(TEMPLATES, name)[0].strip() for name in SCRIPTS)
    return Markup('"use strict";\n' + "\n\n".join(pieces))


def _csp_hash(script: str) -> Markup:
    """The only script that the page lets run."""
    digest = hashlib.sha256(script.encode()).digest()
    return Markup("'sha256-{}'").format(base64.b64encode(digest).decode())


@pass_context
def _value(context: Context, text: str) -> Markup:
    return value(text, context["t"])


def _island(item: object) -> Markup:
    return Markup(island(item))


TEMPLATES = Environment(
    loader=PackageLoader("validator.reports"),
    autoescape=True,  # titles are untrusted text
    undefined=StrictUndefined,
    finalize=_finalize,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)
TEMPLATES.filters |= {
    "breakable": breakable,
    "cut": cut,
    "cut_start": cut_start,
    "island": _island,
    "isolated": isolated,
    "prose": prose,
    "value": _value,
}
