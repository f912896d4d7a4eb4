"""A value that a whole source leaves out: said once, not of each of its records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from validator.examine import RuleSet, Tally
from validator.finding import Finding
from validator.record import attribute_of
from validator.registry import RULES, Ref

MANY = 10
"""Records that lack a value before their source is said to. Exports that leave out the DOI have
hundreds; a record page with ten related papers, the shortest list that was seen, has its own."""
TOLD = "no {variable} in the whole file, and {count} of its records should have one"


def told_once(tally: Tally, rules_of: Callable[[str], RuleSet]) -> Iterator[Finding]:
    """The findings of one source; those on a value that none of its records has are one.

    Which variable a rule finds absent, the rule says itself (`validator.registry.rule`).
    """
    lacking = Counter((finding.code, finding.path) for finding in tally.findings)
    present = {attribute for _, _, there in tally.presence for attribute in there}
    grouped = {
        (code, path): RULES[code].absent
        for (code, path), count in lacking.items()
        if count >= MANY and RULES[code].absent and attribute_of(RULES[code].absent) not in present
    }
    for finding in tally.findings:
        if (finding.code, finding.path) not in grouped:
            yield finding
    for (code, path), variable in grouped.items():
        args: dict[str, str | int] = {"variable": variable, "count": lacking[code, path]}
        finding = Finding(variable, TOLD, args=args)
        yield rules_of(path).stamp_ref(RULES[code], finding, Ref(path, 0, None, None, "", ""))
