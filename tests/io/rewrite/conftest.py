"""What the tables of edits share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest
from random_edits import applied, inverse

from validator.io import read_text
from validator.io.rewrite import Added, rewriter
from validator.record import Record, attribute_of


@pytest.fixture
def edited() -> Callable[..., tuple[str, tuple[str, ...]]]:
    """Edits the first record of a text; returns the text and what was left."""

    def edit(
        text: str,
        form: str,
        changes: Mapping[str, Any],
        added: Sequence[Added] = (),
        *,
        shared: bool = False,
        encoding: str = "utf-8",
    ) -> tuple[str, tuple[str, ...]]:
        record = next(item for item in read_text(text, form) if isinstance(item, Record))
        wanted = record
        for variable, value in changes.items():
            if isinstance(value, str):
                wanted = wanted.with_value(variable, value)
            else:
                wanted = replace(wanted, **{attribute_of(variable): value})
        changing = rewriter(form, text, encoding=encoding)
        assert changing is not None
        where = record.provenance
        cut = text[where.start : where.end]
        found = changing.edits(record, wanted, cut, added=added, shared=shared)
        after = applied(text, found.edits)
        assert applied(after, inverse(text, found.edits)) == text
        after.encode(encoding, "surrogateescape")
        return after, found.left

    return edit
