"""Values of a column are valid ISSNs."""

from __future__ import annotations

from validator.gates.expectations.identifiers import IdentifierMetric, ValidIdentifiers
from validator.text.judging import issn_rule


class ValidIssn(IdentifierMetric):
    """Values with which the rules of ISSNs find no fault."""

    condition_metric_name = "column_values.valid_issn"
    rule_of = staticmethod(issn_rule)


class ExpectColumnValuesToBeValidIssn(ValidIdentifiers):
    """Expect the values of a column to be valid ISSNs.

    A value is unexpected where a rule of ours finds fault with it: a check digit is wrong (ISN001),
    a valid number is not in the shape dddd-dddX or there is none (ISN002), it is an ISBN or a DOI
    (ISN003), a CN number or more than two ISSNs (ISN008). A print and an electronic ISSN may stand
    in one cell ("0022-3727, 1361-6463").
    Null, "" and words for nothing ("n/a", 未知) are not judged. A value is judged alone, as in a
    table: what the format of a file or the other fields of its record excuse is not known here,
    but in the column "judged-ISSN" of the table that `bibvalidator gate --tables` writes.

    Args:
        column: The name of the column.
        mostly: The share of the values, of those not null, that have to be valid.
        ignore: Codes of rules whose findings do not count.

    On pandas, SQLite, PostgreSQL and Spark.
    """

    kind = "ISSN"
    rules = ("ISN001", "ISN002", "ISN003", "ISN008")
    map_metric = "column_values.valid_issn"
    examples = [
        {
            "data": {
                "right": ["0378-5955", "0022-3727; 1361-6463", None, "不详"],
                "wrong": ["0378-5955", "0378-5954", "03785955", None],
            },
            "tests": [
                {"in": {"column": "right"}, "out": {"success": True}},
                {"in": {"column": "wrong"}, "out": {"success": False}},
                {"in": {"column": "wrong", "mostly": 0.3}, "out": {"success": True}},
                {
                    "in": {"column": "wrong", "ignore": ["ISN001", "ISN002"]},
                    "out": {"success": True},
                },
            ],
        }
    ]
