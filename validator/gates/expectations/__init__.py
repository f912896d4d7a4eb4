"""The expectations that we publish: over a table of records, and over the table of measures."""

from validator.gates.expectations.account import ExpectRecordsToBeAccountedFor
from validator.gates.expectations.doi import ExpectColumnValuesToBeValidDoi
from validator.gates.expectations.duplicate_rate import ExpectDuplicateRateToBeAtMost
from validator.gates.expectations.finding_rate import ExpectRuleFindingRateToBeAtMost
from validator.gates.expectations.finding_rise import ExpectRuleFindingRateNotToRise
from validator.gates.expectations.isbn import ExpectColumnValuesToBeValidIsbn
from validator.gates.expectations.issn import ExpectColumnValuesToBeValidIssn
from validator.gates.expectations.orcid import ExpectColumnValuesToBeValidOrcid
from validator.gates.expectations.script import ExpectColumnValuesToMatchScript

__all__ = [
    "ExpectColumnValuesToBeValidDoi",
    "ExpectColumnValuesToBeValidIsbn",
    "ExpectColumnValuesToBeValidIssn",
    "ExpectColumnValuesToBeValidOrcid",
    "ExpectColumnValuesToMatchScript",
    "ExpectDuplicateRateToBeAtMost",
    "ExpectRecordsToBeAccountedFor",
    "ExpectRuleFindingRateNotToRise",
    "ExpectRuleFindingRateToBeAtMost",
]
