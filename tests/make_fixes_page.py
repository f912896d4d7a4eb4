"""Prints docs/fixes.md, what `clean` mends of each rule: python tests/make_fixes_page.py."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from validator.asking import observed, run
from validator.cleaning.wishes import Wishes
from validator.finding import Finding
from validator.packs import load_rules
from validator.record import Provenance, Record
from validator.registry import RULES, Example, Rule, Scope
from validator.text.unicode import printable

LONGEST = 60  # characters of a value that is shown whole
TEXT = """
# The fixes

Made by `make docs-rules` from the examples of the rules. [`clean`](manual.md#cleaning) makes the
fixes in the first table; those in the second want a look, and are made with `--unsafe-fixes`. A
rule in both has fixes of both kinds: the finding says which it is (`safe` in JSON, "to be
confirmed" in print). Duplicates are another matter:
[merging](manual.md#how-records-are-merged).
""".strip()
HEAD = "| rule | name | for example | becomes |\n|---|---|---|---|\n"


def page() -> str:
    """The page, in Markdown."""
    load_rules()
    safe, unsafe = [], []
    for _, rule in sorted(RULES.items()):
        found = [f for example in rule.examples for f in _findings(rule, example)]
        safe += _row(rule, [f for f in found if Wishes().fixes(f)])
        unsafe += _row(
            rule, [f for f in found if not f.safe and Wishes(unsafe_fixes=True).fixes(f)]
        )
    return (
        f"{TEXT}\n\n## Made\n\n{HEAD}{''.join(safe)}"
        f"\n## Made with `--unsafe-fixes`\n\n{HEAD}{''.join(unsafe)}"
    )


def _findings(rule: Rule, example: Example) -> Iterator[Finding]:
    """What a rule says of its example; rules about files and pairs mend nothing."""
    given = example.given
    records = (given,) if isinstance(given, Record) else given
    if not isinstance(records, tuple):
        return
    if rule.scope is Scope.RECORD:
        for record in records:
            yield from run(rule, record, example.settings)
    elif rule.scope is Scope.COLLECTION:
        placed = [_placed(record, number) for number, record in enumerate(records, start=1)]
        facts = [fact for one in placed if (fact := observed(rule, one, example.settings))]
        yield from (finding for _, finding in rule.check(facts))


def _placed(record: Record, number: int) -> Record:
    where = record.provenance
    if where.record_number:
        return record
    if where.path:
        return replace(record, provenance=where._replace(record_number=number))
    return replace(record, provenance=Provenance("x.bib", "bibtex", number))


def _row(rule: Rule, found: list[Finding]) -> list[str]:
    """The row of a rule, with the first fix that is short and changes what can be seen."""
    if not found:
        return []
    shown = next((f for f in found if f.suggestion and _is_plain(f)), found[0])
    name = f"[{rule.code}](rules.md#{rule.code.lower()}-{rule.name})"
    before = f"{shown.variable}: {_code(shown.value) or 'none'}"
    moved = [f"{variable}: {_code(value)}" for variable, value in shown.moves]
    after = ", ".join(filter(None, [_code(shown.suggestion or ""), *moved]))
    return [f"| {name} | {rule.name} | {before} | {after or '(removed)'} |\n"]


def _is_plain(finding: Finding) -> bool:
    texts = (finding.value, finding.suggestion or "")
    return all(len(text) <= LONGEST and printable(text) == text for text in texts)


def _code(text: str) -> str:
    """A value as code in a cell of a table, "" for none."""
    said = printable(text).replace("\n", " ").replace("|", "\\|")
    if len(said) > LONGEST:
        said = said[: LONGEST - 1] + "…"
    fence = "``" if "`" in said else "`"
    return f"{fence}{said}{fence}" if said else ""


if __name__ == "__main__":
    print(page(), end="")
