"""JSON decoded as it is meant: what costs no information is no error."""

from __future__ import annotations

import json
from typing import Any


def _constant(word: str) -> Any:
    raise ValueError(f"{word} is no JSON")


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) < 400 else digits


DECODER = json.JSONDecoder(strict=False, parse_constant=_constant, parse_int=_integer)
"""Takes line ends and lone surrogates inside strings, which lose nothing; NaN is an error."""


def decoded(text: str) -> Any:
    """The value of a JSON text. Raises ValueError where it is none, or nested too deep."""
    try:
        return DECODER.decode(text)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
