"""Values of a column are valid DOIs."""

from __future__ import annotations

from validator.gates.expectations.identifiers import IdentifierMetric, ValidIdentifiers
from validator.text.judging import doi_rule


class ValidDoi(IdentifierMetric):
    """Values with which the rules of DOIs find no fault."""

    condition_metric_name = "column_values.valid_doi"
    rule_of = staticmethod(doi_rule)


class ExpectColumnValuesToBeValidDoi(ValidIdentifiers):
    """Expect the values of a column to be valid DOIs.

    A value is unexpected where a rule of ours finds fault with it: it is malformed (DOI001), not
    the bare name but a link or labelled (DOI002), a shortDOI (DOI004), a test or a sample (DOI005),
    or there are several (DOI008). With ``ignore=["DOI002"]`` links pass.
    Null, "" and words for nothing ("n/a", 未知) are not judged. A value is judged alone, as in a
    table: what the format of a file or the other fields of its record excuse is not known here,
    but in the column "judged-DOI" of the table that `bibvalidator gate --tables` writes.

    Args:
        column: The name of the column.
        mostly: The share of the values, of those not null, that have to be valid.
        ignore: Codes of rules whose findings do not count.

    On pandas, SQLite, PostgreSQL and Spark.
    """

    kind = "DOI"
    rules = ("DOI001", "DOI002", "DOI004", "DOI005", "DOI008")
    map_metric = "column_values.valid_doi"
    examples = [
        {
            "data": {
                "right": ["10.1000/182", "10.3969/j.issn.1000-0054.2012.01.001", None, "n/a"],
                "wrong": ["10.1000/182", "10.1000/182.", "https://doi.org/10.1000/182", None],
            },
            "tests": [
                {"in": {"column": "right"}, "out": {"success": True}},
                {"in": {"column": "wrong"}, "out": {"success": False}},
                {"in": {"column": "wrong", "mostly": 0.3}, "out": {"success": True}},
                {
                    "in": {"column": "wrong", "ignore": ["DOI001", "DOI002"]},
                    "out": {"success": True},
                },
            ],
        }
    ]
