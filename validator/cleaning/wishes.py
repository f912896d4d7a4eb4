"""What a cleaning is asked to do."""

from __future__ import annotations

from dataclasses import dataclass, replace

from validator.cleaning.fixing import touched
from validator.finding import Finding
from validator.record import VARIABLES
from validator.registry import RULES, Scope


@dataclass(frozen=True, slots=True)
class Wishes:
    """The changes that are wanted.

    ``reject_on`` are codes of rules: records with such a finding are taken out. ``rejects``:
    what cannot be read is taken out, too.
    """

    unsafe_fixes: bool = False
    merge: bool = True
    rejects: bool = False
    reject_on: frozenset[str] = frozenset()

    def fixes(self, finding: Finding) -> bool:
        """Whether a finding is one to be fixed."""
        return (
            finding.suggestion is not None
            and (finding.safe or self.unsafe_fixes)
            and all(variable in VARIABLES for variable in touched(finding))
        )

    def concerns(self, finding: Finding) -> bool:
        """Whether a finding is one to act on."""
        return finding.code in self.reject_on or self.fixes(finding)

    def after_the_first(self) -> Wishes:
        """The wishes of later rounds: what a rule says of a record beside others is a reason to
        reject it in the inputs alone, for each that goes changes what is said of the rest."""
        own = (code for code in self.reject_on if RULES[code].scope is Scope.RECORD)
        return replace(self, reject_on=frozenset(own))
