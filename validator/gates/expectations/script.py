"""Values of a column are written in a script."""

from __future__ import annotations

from typing import Any

from great_expectations.compatibility import pydantic
from great_expectations.expectations.expectation import ColumnMapExpectation

from validator.gates.expectations.identifiers import at_least
from validator.gates.expectations.rendering import Told
from validator.gates.expectations.values import JudgedValues
from validator.text.judging import SCRIPTS, Judge, in_script


class ValuesInScript(JudgedValues):
    """Values that are written in a script, or in none."""

    condition_metric_name = "column_values.match_script"
    condition_value_keys = ("script",)

    @classmethod
    def judge(cls, **arguments: Any) -> Judge:
        return in_script(arguments["script"])


class ExpectColumnValuesToMatchScript(Told, ColumnMapExpectation):
    """Expect the values of a column to be written in a script: no Han in the English field.

    The script is that of the most letters, as the rule CJK007 judges a title against its language:
    what stands in quotation marks and brackets does not count, so that an English title may quote
    a Chinese one; values with less than four letters are of no script, and pass. For "Latin" those
    are unexpected of which CJK007 says that the title is in Chinese, Japanese or Korean, English
    editions (英文版) among them, which it lets be, and beside these all that is in another script.
    Null and "" are not judged. Of values over 2000 characters the beginning is judged.

    Args:
        column: The name of the column.
        script: "Latin", "Han", "Kana" (Japanese with any Kana), "Hangul", "Cyrillic", or "CJK"
            (one of Han, Kana and Hangul).
        mostly: The share of the values, of those not null, that have to be in the script.

    On pandas, SQLite, PostgreSQL and Spark.
    """

    script: str = pydantic.Field(description=f"One of {', '.join(SCRIPTS)}.")

    map_metric = "column_values.match_script"
    success_keys = ("script", "mostly")
    args_keys = ("column", "script", "mostly")
    examples = [
        {
            "data": {
                "english": ["A study of soils", "On 「論語」 and its readers", "1984", None],
                "mixed": ["A study of soils", "土壤研究进展", "日本語の語彙と文法", None],
            },
            "tests": [
                {"in": {"column": "english", "script": "Latin"}, "out": {"success": True}},
                {"in": {"column": "mixed", "script": "Latin"}, "out": {"success": False}},
                {
                    "in": {"column": "mixed", "script": "CJK", "mostly": 0.6},
                    "out": {"success": True},
                },
            ],
        }
    ]

    @pydantic.validator("script")
    def _is_known(cls, name: str) -> str:
        if name not in SCRIPTS:
            raise ValueError(f"no script {name!r} is known, but {', '.join(SCRIPTS)}")
        return name

    @classmethod
    def sentence(cls, values: dict[str, Any]) -> str:
        return "$column values must be written in the script $script" + at_least(values)
