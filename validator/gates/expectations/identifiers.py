"""What the expectations about identifiers share."""

from __future__ import annotations

from typing import Any, ClassVar

from great_expectations.compatibility import pydantic
from great_expectations.expectations.expectation import ColumnMapExpectation

from validator.gates.expectations.rendering import Told, percent
from validator.gates.expectations.values import JudgedValues
from validator.text.judging import Judge, without_fault


class ValidIdentifiers(Told, ColumnMapExpectation):
    """Expect that none of ``rules`` finds fault with a value of a column."""

    ignore: list[str] = pydantic.Field(
        default=[], description="Codes of rules whose findings do not count."
    )

    kind: ClassVar[str] = ""
    rules: ClassVar[tuple[str, ...]] = ()
    success_keys = ("ignore", "mostly")
    args_keys = ("column", "ignore", "mostly")

    @pydantic.validator("ignore")
    def _are_rules_of_it(cls, codes: list[str]) -> list[str]:
        for code in codes:
            if code not in cls.rules:
                raise ValueError(f"{code} is none of the rules asked: {', '.join(cls.rules)}")
        return codes

    @classmethod
    def sentence(cls, values: dict[str, Any]) -> str:
        asked = [code for code in cls.rules if code not in (values.get("ignore") or ())]
        told = f"$column values must be valid {cls.kind}s ({', '.join(asked)})"
        return told + at_least(values)


class IdentifierMetric(JudgedValues):
    """The metric of values with which no rule finds fault."""

    condition_value_keys = ("ignore",)

    @staticmethod
    def rule_of(text: str) -> str:
        """The rule that finds fault with a value, "" for none."""
        raise NotImplementedError

    @classmethod
    def judge(cls, **arguments: Any) -> Judge:
        return without_fault(cls.rule_of, ignore=arguments["ignore"] or ())


def at_least(values: dict[str, Any]) -> str:
    """The end of a sentence about values: how many of them."""
    mostly = values.get("mostly")
    if mostly is None or mostly == 1:
        return "."
    values["mostly_pct"] = percent(mostly)
    return ", at least $mostly_pct of them."
