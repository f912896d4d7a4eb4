"""Records cut by patterns are those that reading line by line gives."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tagged_exports import RECORDS, file

from validator.finding import Fault
from validator.io.source import Source
from validator.io.tagged import nbib, ovid, regular, ris, wos
from validator.io.tagged.lines import groups
from validator.record import Record

RIS = """\
TY  - JOUR
AU  - Writer, Ada
AU  - 王, 明
TI  - Тема {n} and its separate
results.
JO  - Journal of things
VL  - {n}
SN  - 0028-0836
PY  - 2019/03/03
AB  - An abstract of several lines, which say
   something, and more of it: E-mail - none.

The second paragraph.
KW  - one
DO  - 10.1234/things.{n}
ER  -\x20

"""
MODULES = {"nbib": nbib, "wos": wos, "ovid": ovid, "ris": ris}
WHOLE = {
    form: file(form, *(RECORDS.get(form, RIS).format(n=n) for n in range(1, 6))) for form in MODULES
}


def items(text: str, form: str, limit: int = 2**20) -> list[Record | Fault]:
    return list(MODULES[form].read(Source("x", form, text=text, limit=limit)))


def items_by_line(text: str, form: str, limit: int = 2**20) -> list[Record | Fault]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(regular, "read", lambda source, dialect, _: groups(source, dialect()))
        return items(text, form, limit)


def same(text: str, form: str, limit: int = 2**20) -> None:
    by_pattern = items(text, form, limit)
    by_line = items_by_line(text, form, limit)
    assert [unended(item) for item in by_pattern] == [unended(item) for item in by_line]


def unended(item: Record | Fault) -> object:
    """A record that is too long ends nowhere, or where the next begins."""
    return item if isinstance(item, Record) else replace(item, end=None)


CHANGES = [
    ("", "", "as written"),
    ("\n", "\r\n", "CRLF"),
    ("\n", "\r", "CR"),
    ("\n\n", "\n\n\n\n", "blank lines"),
    ("\n\n", "\n", "none"),
    ("AB", "ab", "tags in small letters"),
    ("   ", " ", "other indents"),
    ("   ", "\t", "tabs"),
    ("\nTI", " \nTI", "trailing blanks"),
    ("lines", "lines\u2028\x85\v", "other line ends"),
    ("ER\n", "", "no ends"),
    ("PT J\n", "", "no beginnings"),
    ("PMID- ", "PMID-", "an opener otherwise"),
    ("OWN - NLM\n", "PMID- 9\n", "an opener twice"),
    ("TI", "ER\nTI", "an end within"),
    ("VI", "\n\nVI", "blank lines within"),
    ("<", "\n <", "counters behind a blank"),
    ("VN  - Ovid Technologies\n", "", "no VN"),
    ("\nTI", "\nVN  - Ovid\nTI", "VN twice, or not first"),
    ("\nTI", "\n IS  - 1\nTI", "a tag behind a blank"),
    (" results", "results", "no indent"),
    ("results", "results \t", "blanks behind a value"),
    ("TI  - ", "TI  -   ", "more blanks before a value"),
    ("TI", "TI  - \nTI", "a tag without a value"),
    ("Тема", "\n      Тема", "a value that begins on the next line"),
    ("   Wang", "    Wang", "an item of a list that is indented further"),
    ("   Wang", "   \n   Wang", "a blank item"),
    ("AU ", "AU \n   ", "a list that begins on the next line"),
    ("ER\n", "ER \n", "a blank behind an end"),
    ("ER\n", "ER x\n", "an end with a value"),
    ("ER\n", "ER\n\nEF\n", "the end of the file within it"),
    ("AB", "ZZ", "tags that nobody knows"),
    ("VI  - ", "ISSN - ", "a blank behind a tag of four letters"),
    ("VI  - ", "VI   - ", "a blank more behind a tag"),
    (". >\n", ".>  \n", "counters otherwise"),
    ("ER  - \n", "ER  -\n", "no blank behind a tag"),
    ("ER  - \n", "ER\n", "an end without a hyphen"),
    ("ER  - \n", "ER  - \nXX  - behind\n", "a tag behind an end"),
    ("TY  - JOUR", "TY - JOUR", "a beginning spaced otherwise"),
    ("TY  - JOUR", "  ty-JOUR", "a beginning in small letters, behind blanks"),
    ("TY  - JOUR", "TY  - JOUR of things", "a beginning that may be text"),
    ("results.", "AU - results.", "a line that begins like a tag"),
    ("results.", "PMID- results.", "a line that begins like the longest tag"),
    ("The second", "\u3000\u3000The second", "a paragraph behind blanks of Unicode"),
    ("KW  - ", "zz  - ", "a tag in small letters"),
]


@pytest.mark.parametrize("form", MODULES)
@pytest.mark.parametrize("mark", ["", "\ufeff", "\n\n", "a greeting\n"])
@pytest.mark.parametrize(("old", "new", "why"), CHANGES)
def test_both_ways_give_the_same(form: str, mark: str, old: str, new: str, why: str) -> None:
    same(mark + (WHOLE[form].replace(old, new) if old else WHOLE[form]), form)


@pytest.mark.parametrize("form", MODULES)
@given(seed=st.integers(0, 2**32))
def test_of_damaged_files_too(form: str, seed: int) -> None:
    chance, text = random.Random(seed), WHOLE[form]
    for _ in range(chance.randint(1, 4)):
        a = chance.randrange(len(text))
        b = a + chance.randint(0, 60)
        piece = chance.choice(
            [
                "",
                "\n",
                "\r",
                " ",
                "\n\n",
                "ER\n",
                "ER  - \n",
                "\nTY  - JOUR\n",
                "\nAU-",
                "\nPT J\n",
                "\nPMID- 7\n",
                "\n<7>\n",
                "\nVN  - ",
                "\0",
            ]
        )
        text = text[:a] + piece + text[b:]
    same(text, form)


@pytest.mark.parametrize("form", MODULES)
@pytest.mark.parametrize("limit", [10, 200, 700, 1000])
def test_a_record_over_the_limit(form: str, limit: int) -> None:
    text = WHOLE[form].replace("An abstract", "x" * 400, 1)
    by_pattern = items(text, form, limit)
    by_line = items_by_line(text, form, limit)
    told = [
        [(type(i), i.record_number) for i in found if isinstance(i, Fault)]
        for found in (by_pattern, by_line)
    ]
    assert told[0] == told[1]


@pytest.mark.parametrize("form", MODULES)
@pytest.mark.parametrize("size", [1, 2, 7, 100, 1000])
def test_wherever_blocks_end(form: str, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = items(WHOLE[form], form)
    blocks = Source.blocks
    monkeypatch.setattr(Source, "blocks", lambda source: blocks(source, size))
    assert items(WHOLE[form], form) == whole


def test_regular_records_are_cut_by_patterns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(regular, "groups", None)
    for form in MODULES:
        assert len(items(WHOLE[form], form)) == 5
