"""Values of a column are valid ORCID iDs."""

from __future__ import annotations

from validator.gates.expectations.identifiers import IdentifierMetric, ValidIdentifiers
from validator.text.judging import orcid_rule


class ValidOrcid(IdentifierMetric):
    """Values with which the rules of ORCID iDs find no fault."""

    condition_metric_name = "column_values.valid_orcid"
    rule_of = staticmethod(orcid_rule)


class ExpectColumnValuesToBeValidOrcid(ValidIdentifiers):
    """Expect the values of a column to be valid ORCID iDs.

    A value is unexpected where the rule PID001 finds fault with it: it is not four groups of four,
    or its check character does not fit. Its URL is as good as the bare iD. A cell may hold several
    between ";", "|" or line breaks: one that is wrong makes it unexpected.
    Null, "" and words for nothing ("n/a", 未知) are not judged. A value is judged alone, as in a
    table: what the format of a file or the other fields of its record excuse is not known here,
    but in the column "judged-ORCID" of the table that `bibvalidator gate --tables` writes.

    Args:
        column: The name of the column.
        mostly: The share of the values, of those not null, that have to be valid.
        ignore: Codes of rules whose findings do not count.

    On pandas, SQLite, PostgreSQL and Spark.
    """

    kind = "ORCID iD"
    rules = ("PID001",)
    map_metric = "column_values.valid_orcid"
    examples = [
        {
            "data": {
                "right": [
                    "0000-0002-1825-0097",
                    "https://orcid.org/0000-0002-1694-233X",
                    None,
                    "нет",
                ],
                "wrong": [
                    "0000-0002-1825-0097",
                    "0000-0002-1825-0098",
                    "0000-0002-1825-0097; Curie",
                    None,
                ],
            },
            "tests": [
                {"in": {"column": "right"}, "out": {"success": True}},
                {"in": {"column": "wrong"}, "out": {"success": False}},
                {"in": {"column": "wrong", "mostly": 0.3}, "out": {"success": True}},
                {"in": {"column": "wrong", "ignore": ["PID001"]}, "out": {"success": True}},
            ],
        }
    ]
