"""Findings that were accepted, and are no longer there."""

from __future__ import annotations

from validator.finding import Severity
from validator.registry import Example, Examples, run_rule

ENTRY = "@book{{a, title={{{}}}, author={{Woolf, Virginia}}, year=1925, bibvalidator={{{}}}}}\n"
UNUSED, UNKNOWN = "a mark that suppresses nothing", "a mark that names no rule"


def marked(title: str, mark: str, *says: str) -> Example:
    """A row: a BibTeX entry with this title and this mark."""
    return Example(ENTRY.format(title, mark), says, format="bibtex")


def _sup001() -> Examples:
    return (
        Example("% bibvalidator: ignore TIT\n@book{a, title={日本,}}", format="bibtex"),
        marked("Mrs Dalloway,", "ignore TIT004"),
        marked("Mrs Dalloway,", "ignore title-trailing-punct"),
        marked("Mrs Dalloway,", "ignore TIT"),
        marked("戴洛维夫人,", "ignore ALL"),
        marked("Mrs Dalloway", "ignore TIT004", UNUSED),
        marked("Миссис Дэллоуэй", "ignore TIT004, TIT008", UNUSED, UNUSED),
        marked("Mrs Dalloway", "ignore TIT04", UNKNOWN),
        marked("Mrs Dalloway", "leave it be", UNKNOWN),
        Example("% bibvalidator: ignore TIT\n@book{a, title={日本}}", (UNUSED,), format="bibtex"),
    )


@run_rule("SUP001", "unused-suppression", severity=Severity.INFO, examples=_sup001)
def unused_suppression() -> None:
    """An accepted finding is no longer there: an entry of the baseline, a suppression or a mark.

    Why: what is accepted for good hides the next fault of its kind; a list that is kept short
    is a list that is read.

    Not found: entries of rules that were not run, or of files that were not read. Entries that
    name no file (suppressions by fingerprint or record) are judged in every run.

    Source: ruff's "unused noqa" (RUF100); `bibvalidator baseline --prune` takes them out.
    """
