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

from . import _sections as sections  # noqa: TID251 - of this report
from ._difference import cut, cut_start  # noqa: TID251 - of this report
from ._sample import PER_GROUP, sample  # noqa: TID251 - of this report
from ._strings import Strings, strings  # noqa: TID251 - of this report
from ._values import breakable, isolated, prose, value, visible  # noqa: TID251 - of this report


@writer("html")
def write_html(audit: Audit) -> Iterator[str]:
    """The page in pieces. The findings are iterated once; the same audit gives the same bytes."""
    t = strings(audit.configuration.get("lang", "en"))
    script = Markup(TEMPLATES.get_template("report.js").render().strip())
    yield from TEMPLATES.get_template("report.html.j2").generate(
        **_context(audit, t), t=t, script=script, script_hash=_csp_hash(script)
    )


def _context(audit: Audit, t: Strings) -> dict[str, Any]:
    taken = sample(audit.findings)
    rules = sections.rule_views(audit, taken.rules)
    clusters = sections.cluster_views(audit.clusters, t)
    review = sections.review_views(audit.review, t)
    room = sections.LISTS_BYTES - sum(view.bytes for view in (*clusters, *review))
    rows = sections.finding_rows(taken, rules, audit, t, room)
    rules = sections.with_first(rules, rows)
    members = sum(len(cluster.members) for cluster in audit.clusters)
    return {
        "audit": audit,
        "severities": [(severity, audit.severities.get(severity, 0)) for severity in Severity],
        "total": sum(audit.severities.values()),
        "advice": sections.advice(audit, rules, t),
        "by_source": sections.heat(audit.completeness, lambda item: item.path),
        "by_type": sections.heat(audit.completeness, lambda item: item.type),
        "rules": rules,
        "most": max((rule.findings for rule in rules), default=1),
        "rows": sorted(rows, key=sections.in_order),
        "per_group": PER_GROUP,
        "row_variables": sorted({row.finding.variable for row in rows}, key=sections.by_order),
        "row_sources": sorted({(row.source, row.path) for row in rows}, key=lambda pair: pair[1]),
        "clusters": clusters,
        "members": members,
        "review": review,
        "sources": audit.sources[: sections.SOURCES],
        "quiet": sections.quiet_rules(audit, rules),
        "unused": sections.unused_rules(audit),
    }


def _finalize(item: object) -> object:
    """Everything a template prints is made visible; Markup comes from `_values`, which did so."""
    return visible(item) if type(item) is str else item


def _csp_hash(script: str) -> Markup:
    """The only script that the page lets run."""
    digest = hashlib.sha256(script.encode()).digest()
    return Markup("'sha256-{}'").format(base64.b64encode(digest).decode())


@pass_context
def _value(context: Context, text: str) -> Markup:
    return value(text, context["t"])


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
    "isolated": isolated,
    "prose": prose,
    "value": _value,
}
