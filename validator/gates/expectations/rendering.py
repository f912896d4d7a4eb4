"""What Data Docs say of our expectations."""

from __future__ import annotations

from typing import Any

from great_expectations.render import LegacyRendererType, RenderedStringTemplateContent
from great_expectations.render.renderer.renderer import renderer
from great_expectations.render.renderer_configuration import (
    RendererConfiguration,
    RendererValueType,
)


class Told:
    """An expectation that says in a sentence what it asks for."""

    @classmethod
    def sentence(cls, values: dict[str, Any]) -> str:
        """What is asked for; a value is named in it as ``$name``, and may be added for that."""
        raise NotImplementedError

    @classmethod
    def _prescriptive_template(
        cls, renderer_configuration: RendererConfiguration[Any]
    ) -> RendererConfiguration[Any]:
        values = dict(renderer_configuration.kwargs)
        renderer_configuration.template_str = _template(cls.sentence(values), values)
        for name, value in values.items():
            renderer_configuration.add_param(name, RendererValueType.STRING, str(value))
        return renderer_configuration

    @classmethod
    @renderer(renderer_type=LegacyRendererType.PRESCRIPTIVE)
    def _prescriptive_renderer(
        cls, configuration: Any = None, result: Any = None, runtime_configuration: Any = None
    ) -> list[RenderedStringTemplateContent]:
        asked = configuration or (result.expectation_config if result else None)
        values = dict(asked.kwargs) if asked else {}
        template = _template(cls.sentence(values), values)
        if (runtime_configuration or {}).get("include_column_name") is False:
            template = template.removeprefix("$column ")
        return [
            RenderedStringTemplateContent(
                content_block_type="string_template",
                string_template={
                    "template": template,
                    "params": {name: str(value) for name, value in values.items()},
                    "styling": (runtime_configuration or {}).get("styling"),
                },
            )
        ]


def _template(sentence: str, values: dict[str, Any]) -> str:
    return f"if $row_condition, then {sentence}" if values.get("row_condition") else sentence


def percent(share: Any) -> str:
    """A share as it is read: 0.05 is "5 %"; what is no number, such as a parameter, as it is."""
    return f"{100 * share:.4g} %" if isinstance(share, int | float) else str(share)
