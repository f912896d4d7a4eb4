"""What the rules about titles and text say of one record, collection rules included."""

from __future__ import annotations

from validator.asking import observed, run
from validator.config import Settings
from validator.finding import Finding
from validator.packs import load_rules
from validator.record import Provenance, Record
from validator.registry import RULES, Scope

load_rules()
FAMILIES = ("TIT", "ENC", "VAL")
DEFAULTS = Settings()
OF_FAMILIES = [rule for code, rule in sorted(RULES.items()) if code.startswith(FAMILIES)]
PLAIN = [Record(id=f"p{i}", title=f"Plain title {i}") for i in range(9)]  # a file has habits


def found(record: Record, *, form: str = "ris") -> list[tuple[str, Finding]]:
    """Code and finding of every default rule of the families, on a record of a file of ten."""
    from dataclasses import replace

    where = record.provenance.format or form
    placed = [
        replace(r, provenance=Provenance("x", where, number))
        for number, r in enumerate((record, *PLAIN), start=1)
    ]
    said: list[tuple[str, Finding]] = []
    for rule in OF_FAMILIES:
        if not rule.default:
            continue
        if rule.scope is Scope.RECORD:
            said += ((rule.code, finding) for finding in run(rule, placed[0], DEFAULTS))
        elif rule.scope is Scope.COLLECTION:
            facts = [fact for r in placed if (fact := observed(rule, r))]
            said += ((rule.code, finding) for _, finding in rule.check(facts))
    return said


def codes(record: Record, *, form: str = "ris") -> set[str]:
    return {code for code, _ in found(record, form=form)}
