"""What a collection must hold, for Great Expectations: importing this registers our expectations.

A saved suite loses, without a word, the expectations that are not registered when it is loaded:
import this first, and load suites by `load_suite`, which counts them. Needs the extra ``gates``.
"""

from validator.gates.expectations import (
    ExpectColumnValuesToBeValidDoi,
    ExpectColumnValuesToBeValidIsbn,
    ExpectColumnValuesToBeValidIssn,
    ExpectColumnValuesToBeValidOrcid,
    ExpectColumnValuesToMatchScript,
    ExpectDuplicateRateToBeAtMost,
    ExpectRecordsToBeAccountedFor,
    ExpectRuleFindingRateNotToRise,
    ExpectRuleFindingRateToBeAtMost,
)
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
