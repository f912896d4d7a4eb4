"""Files edited at random, read again: what was wanted has changed, all else is as it was."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from random_edits import applied, changed_at_random, differences, inverse, removal_differences
from shared import SHARED

from validator.io import detect, read_text
from validator.io.rewrite import rewriter
from validator.io.source import sniff_encoding
from validator.record import Record

FORMATS = SHARED / "data" / "formats"
TABLES = sorted((SHARED / "data" / "dedup").glob("*/records.csv"))
FILES = [path for folder in ("bibtex", "ris", "csljson", "enw") for path in
         sorted((FORMATS / folder).glob("*"))]  # fmt: skip


def read_whole(path: Path) -> tuple[str, str]:
    """The text of a file and its format."""
    data = path.read_bytes()
    encoding, _ = sniff_encoding(data[: 2**20], complete=len(data) <= 2**20)
    text = data.decode(encoding, "surrogateescape")
    return text, detect.by_content(text[: 2**16]) or detect.by_suffix(str(path))


@pytest.mark.shared
@pytest.mark.skipif(not FILES, reason="the real files are not beside this tree")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_real_files(path: Path) -> None:
    text, form = read_whole(path)
    if form:
        assert differences(text, form, 7, Counter(), most=40) == []
        assert removal_differences(text, form, 7) == []


@pytest.mark.shared
@pytest.mark.skipif(not TABLES, reason="the sets are not beside this tree")
@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.parent.name)
def test_real_tables(path: Path) -> None:
    """The first rows of each."""
    text, form = read_whole(path)
    head = text[: text.rfind("\n", 0, 200_000) + 1] or text
    count: Counter[str] = Counter()
    assert differences(head, form, 7, count, most=60) == []
    assert removal_differences(head, form, 7) == []
    assert count["changed written"] > count["changed left"]


BIB = r"""% head
@string{j = {Journal}}
@article{a, title = {The {DNA} of \'etudes}, author = {M{\"u}ller, J. and {WHO} and 王小明},
  journal = j, year = 2020, month = mar, pages = {1--5}, keywords = {a, {b, c}},
}
@inproceedings{b,
  title     = "Two" # " parts",
  author    = "van der Berg, Jan and others",
  crossref  = {c},
  note      = {original-title: 题名},
}
@proceedings{c, title = {Proc. of {X}}, booktitle = {Proc. of {X}}, year = {1999}}
"""
RIS = """TY  - JOUR
TI  - 题名
TT  - A title
AU  - 王, 小明
AU  - Smith, J
JF  - Journal
JO  - J.
PY  - 2020
DA  - 2020/03//
SP  - 1
EP  - 9
KW  - a
KW  - b; c
SN  - 1234-5679
N1  - one
N1  - DOI: 10.1234/x
ER  -

TY  - BOOK
TI  - Book
SN  - 9783161484100
ER  -
"""
JSON = r"""[
  {"id": "a", "type": "article-journal", "title": "Caf\u00e9", "author": [{"family": "A",
   "given": "B", "x": 1}, {"literal": "王小明"}], "issued": {"date-parts": [[2020, 3]]},
   "volume": 12, "keyword": "a; b"},
  {"id": 7, "title": ["x", "y"], "ISSN": ["1234-5679", "2049-3630"], "DOI": "a", "DOI": "b"}
]
"""
CSV = """id,type,title,author,year,month,journal,issn,eissn,start page,end page,keywords,note
1,Journal Article,"A, b",王小明; 李华,2020,3,J,1234-5679,,1,5,a; b,"x
DOI: 10.1234/y"
2,Book,C,"Smith, J; Doe, K",1999,,,,,,,,
"""
TEXTS = [("bibtex", BIB), ("ris", RIS), ("csl-json", JSON), ("csv", CSV)]
TEXTS += [("csl-jsonl", "\n".join(json.dumps(one) for one in json.loads(JSON)) + "\n")]
TEXTS += [(form, text.replace("\n", "\r\n")) for form, text in TEXTS]


@given(st.sampled_from(TEXTS), st.integers(0, 2**32))
@example(TEXTS[0], 1)
def test_small_files(pair: tuple[str, str], seed: int) -> None:
    form, text = pair
    assert differences(text, form, seed, Counter()) == []


HOSTILE = st.text(
    alphabet=st.sampled_from('ab "{}\\%$#&_~^,;@=\n\r\t\0-:[]<>|é中\u2028\ud800\ufeff/')
    | st.characters(),
    max_size=30,
)


@given(
    st.sampled_from(TEXTS[:5]),
    st.sampled_from(
        ("title", "note", "publisher", "abstract", "DOI", "volume", "keyword", "author")
    ),
    HOSTILE,
)
def test_hostile_values_break_nothing(pair: tuple[str, str], variable: str, value: str) -> None:
    """Written so that they are read back, or left; neighbours are as they were."""
    form, text = pair
    records = [item for item in read_text(text, form) if isinstance(item, Record)]
    record = records[0]
    changing = rewriter(form, text)
    assert changing is not None
    cut = text[record.provenance.start : record.provenance.end]
    found = changing.edits(record, record.with_value(variable, value), cut)
    after = applied(text, found.edits)
    assert applied(after, inverse(text, found.edits)) == text
    again = [item for item in read_text(after, form) if isinstance(item, Record)]
    assert len(again) == len(records)
    assert again[1].title == records[1].title


@given(st.sampled_from(TEXTS), st.integers(0, 2**32))
def test_edits_are_the_same_in_every_run(pair: tuple[str, str], seed: int) -> None:
    form, text = pair
    record = next(item for item in read_text(text, form) if isinstance(item, Record))
    wanted = changed_at_random(record, Random(seed))
    cut = text[record.provenance.start : record.provenance.end]
    first, second = rewriter(form, text), rewriter(form, text)
    assert first is not None
    assert second is not None
    assert first.edits(record, wanted, cut) == second.edits(record, wanted, cut)


ENCODINGS = [
    ("bibtex", "@book{k, title = {caf\xe9}}", "ascii", "cafés", "{caf{\\'e}s}", "中"),
    ("csl-json", '[{"id": "a", "title": "x"}]', "cp1252", "x 中é", '"x \\u4e2d\\u00e9"', ""),
    ("ris", "TY  - BOOK\nTI  - x\nER  - \n", "cp1252", "é", "TI  - é", "中"),
    ("csv", "id,title\n1,题\n", "gb18030", "题名é", "题名é", ""),
    ("ris", "TY  - BOOK\nTI  - \udce9x\nER  - \n", "utf-8", "\udce9y", "\udce9y", "\ud800"),
]


@pytest.mark.parametrize(("form", "text", "encoding", "new", "after", "not_held"), ENCODINGS)
def test_what_the_encoding_cannot_say(  # type: ignore[no-untyped-def]
    edited, form: str, text: str, encoding: str, new: str, after: str, not_held: str
) -> None:
    text = text.replace("\xe9", "e") if encoding == "ascii" else text
    result, left = edited(text, form, {"title": new}, encoding=encoding)
    assert after in result
    assert not left
    if not_held:
        assert edited(text, form, {"title": not_held}, encoding=encoding) == (text, ("title",))
