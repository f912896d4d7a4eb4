"""What a cleaning is asked to do."""

from __future__ import annotations

from dataclasses import dataclass

from validator.cleaning.fixing import touched
from validator.finding import Finding
from validator.record import VARIABLES


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
