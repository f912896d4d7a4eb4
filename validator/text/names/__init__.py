"""Personal and corporate names: lists split, names parsed, kinds told apart."""

from __future__ import annotations

from validator.text.names.kinds import Kind, classify
from validator.text.names.lists import split_any, split_glued, split_list
from validator.text.names.parsing import Parts, parse

__all__ = ["Kind", "Parts", "classify", "parse", "split_any", "split_glued", "split_list"]
