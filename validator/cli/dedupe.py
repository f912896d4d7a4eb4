"""`bibvalidator dedupe`: a cluster for every record, and a queue for people to review."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from validator import auditing, outputs
from validator.audit import Decision, Member, count_of
from validator.cli import settings
from validator.cli.streams import progress_bar, tell, tell_unevaluated, write
from validator.config import Settings
from validator.duplicates import Duplicates
from validator.finding import Severity
from validator.selection import selected, severity
from validator.tasks import collect_rarely
from validator.text.cells import quoted
from validator.text.unicode import one_line
from validator.translations import phrase

REVIEW = ("id1", "id2", "score", "verdict", "why", "fingerprint1", "fingerprint2")
NAMED = 5
"""Ids that occur twice of which the message names so many."""


def run(arguments: argparse.Namespace) -> int:
    """Write the clusters, the queue and the reasons; returns the exit code."""
    collect_rarely()
    loaded = settings.load(arguments)
    lang = loaded.settings.lang
    outputs.check(
        (arguments.output, arguments.review, arguments.reasons),
        inputs=(*arguments.paths, *arguments.against),
        kept=(loaded.settings.duplicates_decisions,),
    )
    with progress_bar(wanted=not (arguments.quiet or arguments.no_progress)) as progress:
        found = auditing.dedupe(
            arguments.paths,
            settings=loaded.settings,
            catalogue=arguments.against,
            progress=progress,
        )
    arguments.earned = exit_code(found, loaded.settings, arguments.fail_on)
    tell_unevaluated(found.sources, lang)
    tell((*found.judged.stale, *found.judged.gone))
    if arguments.review:
        write(rows(REVIEW, map(partial(review_row, lang=lang), found.review)), arguments.review)
    if arguments.reasons:
        write(reasons(found, lang), arguments.reasons)
    write(rows(("id", "cluster"), found.rows), arguments.output)
    if not arguments.quiet:
        if found.repeated:
            print(one_line(f"bibvalidator: {told_apart(found.repeated, lang)}"), file=sys.stderr)
        print(phrase("summary", summary(found), lang), file=sys.stderr)
    return int(arguments.earned)


def rows(header: Iterable[str], lines: Iterable[Iterable[str]]) -> Iterator[str]:
    """CSV lines with LF."""
    for line in (header, *lines):
        yield ",".join(map(quoted, line)) + "\n"


def review_row(d: Decision, lang: str) -> tuple[str, ...]:
    """A pair for people to judge; the fingerprints at the end make a decision of it.

    The reasons are in the language; the verdict, which is read back, is not.
    """
    return (
        d.a.id,
        d.b.id,
        f"{d.score:.3f}",
        d.verdict.value,
        phrase("why", d.why, lang),
        d.a.fingerprint,
        d.b.fingerprint,
    )


def reasons(found: Duplicates, lang: str) -> Iterator[str]:
    """A line of JSON for each cluster of two and more, in the order of their numbers."""
    numbers = dict(zip(found.ids, found.cluster_of, strict=True)) if found.clusters else {}
    for cluster in sorted(found.clusters, key=lambda cluster: numbers[cluster.members[0].id]):
        survivor = cluster.members[0]
        line = {
            "cluster": numbers[survivor.id],
            "survivor": survivor.id,
            "members": [_member(one) for one in cluster.members],
            "decisions": [_decision(d, lang) for d in cluster.decisions],
        }
        yield json.dumps(line, ensure_ascii=False) + "\n"


def summary(found: Duplicates) -> str:
    """One line: records, clusters, pairs to review, decisions of people."""
    merged = len(found.ids) - max(found.cluster_of, default=0)
    parts = [
        f"{count_of(len(found.ids), 'record')}, {count_of(len(found.clusters), 'cluster')} of"
        f" duplicates with {count_of(merged, 'record')} to merge away,"
        f" {count_of(len(found.review), 'pair')} to review"
    ]
    used, stale, gone = map(len, (found.judged.pairs, found.judged.stale, found.judged.gone))
    if used or stale or gone:
        told = f"{count_of(used, 'decision')} of people heeded"
        told += f", {stale} out of date" if stale else ""
        parts.append(told + (f", {gone} about records that are not here" if gone else ""))
    return "; ".join(parts)


def told_apart(repeated: Sequence[str], lang: str) -> str:
    """What became of the ids that occur twice."""
    say = partial(phrase, "word", lang=lang)
    count = count_of(len(repeated), "id")
    told = say(f"{count} of more records than one, told apart as FILE#NUMBER:ID") + say(": ")
    others = say(f" and {len(repeated) - NAMED} more") if len(repeated) > NAMED else ""
    return f"{told}{', '.join(repeated[:NAMED])}{others}"


def exit_code(found: Duplicates, settings: Settings, fail_on: str | None) -> int:
    """3 for a file that was not evaluated, 1 for a decision with a rule at the level asked for."""
    if any(source.error for source in found.sources):
        return 3
    if fail_on in (None, "never"):
        return 0
    limit = Severity(fail_on).rank
    rules = selected(settings)
    codes = {rule.code for rule in rules if severity(rule, settings).rank <= limit}
    return int(any(d.code in codes for d in found.decisions))


def _member(one: Member) -> dict[str, object]:
    return {
        "id": one.id,
        "path": one.path,
        "line": one.line,
        "record_number": one.record_number,
        "fingerprint": one.fingerprint,
    }


def _decision(d: Decision, lang: str) -> dict[str, object]:
    return {
        "a": d.a.id,
        "b": d.b.id,
        "code": d.code,
        "score": d.score,
        "why": phrase("why", d.why, lang),
        "evidence": [
            {
                "variable": item.variable,
                "agreement": item.agreement.value,
                "label": phrase("why", item.label, lang),
            }
            for item in d.evidence
        ],
    }
