"""What a collection must hold, for Great Expectations: importing this registers our expectations.

A saved suite loses, without a word, the expectations that are not registered when it is loaded:
import this first, and load suites by `load_suite`, which counts them. Needs the extra ``gates``.
"""

from validator.gates.expectations.account import ExpectRecordsToBeAccountedFor
from validator.gates.expectations.doi import ExpectColumnValuesToBeValidDoi
from validator.gates.expectations.duplicate_rate import ExpectDuplicateRateToBeAtMost
from validator.gates.expectations.finding_rate import ExpectRuleFindingRateToBeAtMost
from validator.gates.expectations.finding_rise import ExpectRuleFindingRateNotToRise
from validator.gates.expectations.isbn import ExpectColumnValuesToBeValidIsbn
from validator.gates.expectations.issn import ExpectColumnValuesToBeValidIssn
from validator.gates.expectations.orcid import ExpectColumnValuesToBeValidOrcid
from validator.gates.expectations.script import ExpectColumnValuesToMatchScript
from validator.gates.loading import load_suite

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
    "load_suite",
]
