"""Edits of items of CSL-JSON and JSON Lines."""

from __future__ import annotations

from typing import Any

import pytest

from validator.io.rewrite import MERGED_IDS, Added
from validator.record import Name, OtherId

CASES: list[tuple[str, dict[str, Any], str]] = [
    # texts
    (r'"title": "Caf\u00e9 \/ x"', {"title": "Café / y"}, r'"title": "Caf\u00e9 \/ y"'),
    (r'"title": "Caf\u00e9"', {"title": "Cafés é"}, r'"title": "Caf\u00e9s \u00e9"'),  # ASCII stays
    ('"title": "题"', {"title": "题名"}, '"title": "题名"'),
    ('"title": "a"', {"title": 'a "b"\n\\'}, r'"title": "a \"b\"\n\\"'),
    ('"volume": 12', {"volume": "13"}, '"volume": 13'),  # a number stays a number
    ('"volume": 12', {"volume": "12A"}, '"volume": "12A"'),
    ('"title": ["a", "b"]', {"title": "c"}, '"title": ["c", "b"]'),
    ('"ISSN": ["1", "2"]', {"ISSN": "1"}, '"ISSN": ["1"]'),
    ('"ISSN": ["1", "2"]', {"ISSN": "1; 3; 2"}, '"ISSN": ["1", "3", "2"]'),
    ('"DOI": "a", "DOI": "b"', {"DOI": "c"}, '"DOI": "a", "DOI": "c"'),  # the last one counts
    ('"doi": "a"', {"DOI": "b"}, '"doi": "b"'),  # its own way to spell the key
    # names
    (
        '"author": [{"family": "Smth", "given": "J", "sequence": "first"}]',
        {"author": "Smith, J"},
        '[{"family": "Smith", "given": "J", "sequence": "first"}]',
    ),
    (
        '"author": [{"family":"A","given":"B"},{"family":"C","given":"D"}]',
        {"author": "C, D"},
        '"author": [{"family":"C","given":"D"}]',
    ),
    (
        '"author": [{"family":"A","given":"B"}]',
        {"author": "A, B; 李, 明"},
        '[{"family":"A","given":"B"},{"family":"李","given":"明"}]',
    ),
    (
        '"author": [{"literal": "李明", "x": 1}]',
        {"author": "李, 明"},
        '{"family": "李", "given": "明", "x": 1}',  # keys that are no parts of it stay
    ),
    ('"author": ["J. Smth"]', {"author": "Smith, J."}, '["J. Smith"]'),
    ('"author": "A, B; C, D"', {"author": "A, B; C, E"}, '"author": "A, B; C, E"'),
    (
        '"author": [{"family": "A", "given": "B"}]',
        {"author": (Name("A", "B", orcid="0000-0002-1825-0097"),)},
        '{"family": "A", "given": "B", "ORCID": "0000-0002-1825-0097"}',
    ),
    # lists
    ('"keyword": "a; b,c"', {"keyword": "a; x; b,c"}, '"keyword": "a; x; b,c"'),
    ('"keyword": ["a", "b"]', {"keyword": "b"}, '"keyword": ["b"]'),
    # dates
    ('"issued": {"date-parts": [[2020,3]]}', {"issued": "2021-03"}, "[[2021,3]]"),
    ('"issued": {"date-parts": [["2020", "3"]]}', {"issued": "2020-04"}, '[["2020", "4"]]'),
    ('"issued": {"date-parts": [[2020]], "x": 1}', {"issued": "2020-05"}, '5]], "x": 1}'),
    ('"issued": {"date-parts": [[2020, 3, 1]]}', {"issued": "2020"}, "[[2020]]"),
    ('"issued": {"raw": "2O20"}', {"issued": "2020"}, '{"raw": "2020"}'),
    ('"issued": "2020-03"', {"issued": "2021-03"}, '"issued": "2021-03"'),
    ('"year": 2020', {"issued": "2021"}, '"year": 2021'),
    # members that go and come
    ('"title": "T", "DOI": "x"', {"title": ""}, '{"id": "a", "DOI": "x"}'),
    ('"title": "T", "DOI": "x"', {"DOI": ""}, '{"id": "a", "title": "T"}'),
    ('"DOI": "a", "title": "T", "DOI": "b"', {"DOI": ""}, '{"id": "a", "title": "T"}'),
    ('"title": "T"', {"DOI": "x"}, '"title": "T", "DOI": "x"'),
    ('"title": "T"', {"other-id": (OtherId("lccn", "n1"),)}, '"title": "T", "lccn": "n1"'),
    ('"lccn": "n1", "title": "T"', {"other-id": (OtherId("lccn", "n2"),)}, '"lccn": "n2", "ti'),
    ('"title": "T"', {"issued": "2020-05"}, ', "issued": {"date-parts": [[2020, 5]]}'),
    ('"type": "book"', {"type": "chapter"}, '"type": "chapter"'),
    ('"title": "T"', {"id": "b"}, '{"id": "b", '),
]


@pytest.mark.parametrize(("members", "changes", "after"), CASES)
@pytest.mark.parametrize("form", ["csl-json", "csl-jsonl"])
def test_only_what_changes_is_edited(
    edited: Any, form: str, members: str, changes: dict[str, Any], after: str
) -> None:
    text = f'{{"id": "a", {members}}}'
    before, behind = ('[\n  {"x": 1},\n  ', "\n]\n") if form == "csl-json" else ("", ",\n{}\n")
    before = before.replace('  {"x": 1},\n', "")
    result, left = edited(before + text + behind, form, changes)
    assert after in result
    assert not left
    assert result.startswith(before)
    assert result.endswith(behind)


PRETTY = """[
  {
    "id": "a",
    "author": [
      {
        "family": "A",
        "given": "B"
      }
    ]
  }
]
"""


def test_lines_and_indents_are_those_of_the_item(edited: Any) -> None:
    result, _ = edited(PRETTY, "csl-json", {"author": "A, B; C, D", "DOI": "x"})
    more = ',\n      {\n        "family": "C",\n        "given": "D"\n      }'
    assert result == PRETTY.replace("      }\n    ]\n", f'      }}{more}\n    ],\n    "DOI": "x"\n')


@pytest.mark.parametrize("name", ["{}", '[{"items": [1]}]', '{"items": [{"id": "a"}]}'])
def test_items_of_every_frame(edited: Any, name: str) -> None:
    text = name.replace("{}", '{"id": "a"}')
    if '"items": [1]' in text:
        text = '[{"id": "a", "items": [1]}]'  # an item is no envelope
    result, left = edited(text, "csl-json", {"title": "T"})
    assert '"title": "T"' in result
    assert not left


@pytest.mark.parametrize(
    ("added", "after"),
    [
        (Added("x", "", '{"a": [1]}'), '"x": {"a": [1]}'),  # as it stood
        (Added("x", "y"), '"note": "N\\nx: y"'),
        (Added(MERGED_IDS, "b; c"), '"note": "N\\nmerged ids: b; c"'),
        (Added("note", "y", '"y"'), '"note": "N\\nnote: y"'),  # it has one
        (Added("x", "y", "{"), '"note": "N\\nx: y"'),  # broken
    ],
)
def test_keys_of_merged_items(edited: Any, added: Added, after: str) -> None:
    result, left = edited('[{"id": "a", "note": "N"}]', "csl-json", {}, [added])
    assert after in result
    assert not left


def test_surrogates_without_a_partner(edited: Any) -> None:
    text = '[{"id": "a", "title": "x \\ud800 y"}]'
    result, _ = edited(text, "csl-json", {"title": "x \ud800 z"})
    assert result == '[{"id": "a", "title": "x \\ud800 z"}]'
