"""Personal and corporate names: lists split, names parsed, kinds told apart."""

from __future__ import annotations

from validator.text.names.kinds import Kind, classify
from validator.text.names.lists import split_list
from validator.text.names.parsing import Parts, parse

__all__ = ["Kind", "Parts", "classify", "parse", "split_any", "split_glued", "split_list"]


def split_any(text: str) -> list[str]:
    """The names of a list, by whichever separator it uses; see ``exports.split_any``."""
    from validator.text.names.exports import split_any as split  # loaded where it is needed

    return split(text)


def split_glued(text: str) -> list[str]:
    """The names of "Adeli K.Lewis G. F."; see ``exports.split_glued``."""
    from validator.text.names.exports import split_glued as split

    return split(text)
