"""Values of a column are valid ISBNs."""

from __future__ import annotations

from validator.gates.expectations.identifiers import IdentifierMetric, ValidIdentifiers
from validator.text.judging import isbn_rule


class ValidIsbn(IdentifierMetric):
    """Values with which the rules of ISBNs find no fault."""

    condition_metric_name = "column_values.valid_isbn"
    rule_of = staticmethod(isbn_rule)


class ExpectColumnValuesToBeValidIsbn(ValidIdentifiers):
    """Expect the values of a column to be valid ISBNs.

    A value is unexpected where a rule of ours finds fault with it: it is an ISSN or a DOI (ISN003),
    a check digit is wrong (ISN004), there is a number of another length, several or words beside
    it (ISN005). Hyphens and blanks may stand anywhere.
    Null, "" and words for nothing ("n/a", 未知) are not judged. A value is judged alone, as in a
    table: what the format of a file or the other fields of its record excuse is not known here,
    but in the column "judged-ISBN" of the table that `bibvalidator gate --tables` writes.

    Args:
        column: The name of the column.
        mostly: The share of the values, of those not null, that have to be valid.
        ignore: Codes of rules whose findings do not count.

    On pandas, SQLite, PostgreSQL and Spark.
    """

    kind = "ISBN"
    rules = ("ISN003", "ISN004", "ISN005")
    map_metric = "column_values.valid_isbn"
    examples = [
        {
            "data": {
                "right": ["978-0-306-40615-7", "0-306-40615-2", None, "なし"],
                "wrong": ["9780306406157", "9780306406158", "0306406152 (pbk.)", None],
            },
            "tests": [
                {"in": {"column": "right"}, "out": {"success": True}},
                {"in": {"column": "wrong"}, "out": {"success": False}},
                {"in": {"column": "wrong", "mostly": 0.3}, "out": {"success": True}},
                {
                    "in": {"column": "wrong", "ignore": ["ISN004", "ISN005"]},
                    "out": {"success": True},
                },
            ],
        }
    ]
