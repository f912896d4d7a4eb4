"""Over the table of records our expectations count what `check` finds in the files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from backends import Backend, backend, gx_context, spark
from hypothesis import example, given
from hypothesis import strategies as st
from shared import SHARED

from validator import auditing, io
from validator.asking import run
from validator.config import Settings
from validator.finding import Finding
from validator.gating import records, tables
from validator.gating.judged import JUDGED, PREFIX, Judge
from validator.packs import load_rules
from validator.record import Name, Record
from validator.registry import RULES
from validator.tasks import silent

pytest.importorskip("great_expectations", reason="pip install 'bibvalidator[gates]'")
parquet = pytest.importorskip("pyarrow.parquet")
pytestmark = pytest.mark.filterwarnings("ignore")  # of the libraries beneath

__all__ = ["backend", "gx_context", "spark"]

load_rules()

BIBTEX = r"""
@article{good, title = {A study of soils}, doi = {10.1000/182}, issn = {0378-5955}, language = {en}}
@article{link, title = {土壤研究进展}, doi = {https://doi.org/10.1000/183}, language = {english}}
@article{marked, title = {A}, doi = {https://doi.org/10.1000/184}, bibvalidator = {ignore DOI002}}
@article{acm, title = {B}, doi = {10.5555/3295222.3295349}, url = {https://dl.acm.org/doi/x}}
@article{acmlink, title = {C}, doi = {https://doi.org/10.5555/1.2}, url = {https://dl.acm.org/x}}
@article{test, title = {D}, doi = {10.5555/12345678}}
@article{cjk, title = {日本語の語彙と文法}, doi = {10.3969／j.issn.1000-0054},
  issn = {０３７８－５９５５}, language = {en-GB}}
@article{cn, title = {한국어 교육 연구}, issn = {CN 11-2223/N}, language = {de}}
@book{cyrillic, title = {Война и мир}, isbn = {978-5-17-090335-1}, language = {en}}
@book{edition, title = {数字人文研究的进展（英文版）}, isbn = {978-7-5063-6543-8}, language = {en}}
@book{printed, title = {E}, isbn = {978-7-5063-6543-8}, note = {ISBN is printed so in the book}}
@book{arabic, title = {داء السكري من النوع الأول}, isbn = {لا يوجد}, issn = {9780306406157}}
@book{several, title = {数字人文}, isbn = {9780306406157 9787506365437}, language = {zh}}
@book{japanese, title = {计算机应用与软件发展}, isbn = {0957-9672}, language = {ja}}
"""
RIS = """TY  - JOUR
TI  - Two books in two lines
SN  - 9780306406157
SN  - 9787506365437
DO  - 10.1000/185.
ER  -
TY  - JOUR
TI  - Three journals in three lines
SN  - 0378-5955
SN  - 0022-3727
SN  - 1361-6463
LA  - eng
ER  -
"""
NBIB = """PMID- 12345678
TI  - The treatment of asthma
IS  - 0378-5955 (Electronic)
IS  - 0378-5954 (Print)
LA  - eng

PMID- 12345679
TI  - Insulin and sleep
IS  - 0378-5955 (Electronic)
AID - 10.1000/186 [doi]
LA  - eng
"""
CSV = """id,type,title,author,orcid,language,isbn
a,book,A study,"Li, Na",0000-0002-1825-0097,en,0306406152 (pbk.)
b,book,数字人文研究的进展,"李, 娜",0000-0002-1825-0098,en,0306406152
c,book,Исследование почв,"Ли, На",0000-0002-1825-0098,ru,0306406153
"""
OPENALEX = """{"results": [
{"id": "https://openalex.org/W1", "doi": "https://doi.org/10.1000/187", "title": "A study",
 "type": "article", "language": "en", "ids": {"openalex": "https://openalex.org/W1"},
 "authorships": [{"author": {"display_name": "Li Na", "orcid": "https://orcid.org/0000-0002-1825-0097"}}]},
{"id": "https://openalex.org/W2", "doi": "https://doi.org/10.1000/188.", "title": "土壤研究进展",
 "type": "article", "language": "en", "ids": {"openalex": "https://openalex.org/W2"},
 "authorships": [{"author": {"display_name": "李娜", "orcid": "https://orcid.org/0000-0002-1825-009"}}]}
]}"""
CSL = r"""[
{"id": "lone", "type": "book", "title": "\ud83d 数字人文研究的进展", "language": "en",
 "DOI": "10.1000/18\udc80", "ISBN": "97803064\ud80006157", "ISSN": "0378-59\u000055",
 "author": [{"family": "Li", "given": "Na", "ORCID": "0000-0002-1825-0097; 0000-0002-1694-233X"}]},
{"id": "nothing", "type": "book", "title": "  ", "DOI": "n/a", "ISBN": "未知", "ISSN": "غير معروف"}
]"""
FILES = {
    "refs.bib": BIBTEX,
    "export.ris": RIS,
    "search.nbib": NBIB,
    "table.csv": CSV,
    "works.json": OPENALEX,
    "items.json": CSL,
    "ignored.bib": BIBTEX,
}
SUPPRESSIONS = (
    '{"bibvalidator": "suppressions", "version": 1}\n'
    '{"code": "PID001", "record": "b", "reason": "as printed"}\n'
    '{"code": "CJK007", "record": "link", "reason": "so it is"}\n'
)

EXPECTATIONS: Mapping[str, tuple[str, dict[str, Any]]] = {
    "DOI": ("ExpectColumnValuesToBeValidDoi", {}),
    "ISSN": ("ExpectColumnValuesToBeValidIssn", {}),
    "ISBN": ("ExpectColumnValuesToBeValidIsbn", {}),
    "ORCID": ("ExpectColumnValuesToBeValidOrcid", {}),
    "title": ("ExpectColumnValuesToMatchScript", {"script": "Latin"}),
}
CODES = tuple(sorted({code for judged in JUDGED.values() for code in judged.rules}))


class Table(NamedTuple):
    """The table of records of some files, and for each judged value the records that `check` has
    a finding on."""

    columns: dict[str, list[Any]]
    found: dict[str, set[str]]


def is_about(finding: Finding, name: str) -> bool:
    """Whether a finding is on this value; of those on titles, that it is not in Latin letters."""
    judged = JUDGED[name]
    if finding.code not in judged.rules or finding.variable not in judged.about:
        return False
    return name != "title" or finding.template.startswith("the title is in Chinese, Japanese or")


def table_of(folder: Path, settings: Settings, *paths: Path) -> Table:
    """The table of the files at paths, as it is written into a folder."""
    inputs = io.inputs([str(path) for path in paths])
    audit = auditing.audited(inputs, settings=settings, progress=silent).audit
    found: dict[str, set[str]] = {name: set() for name in JUDGED}
    for finding in audit.findings:
        for name in JUDGED:
            if is_about(finding, name):
                found[name].add(f"{finding.path}#{finding.record_number}")
    read: Counter[str] = Counter()
    rows = records.rows(inputs, settings, sources=audit.sources, read=read, progress=silent)
    written = folder / "records.parquet"
    tables.write([str(written)], records.COLUMNS, records.KINDS, rows)
    columns = parquet.read_table(written).to_pydict()
    places = zip(columns["source"], columns["record_number"], strict=True)
    columns["place"] = [f"{source}#{number}" for source, number in places]
    return Table(columns, found)


def unexpected(table: Table, name: str, backend: Backend) -> set[str]:
    """The records that our expectation finds fault with, in a table of a backend."""
    import validator.gates

    cells = zip(table.columns["place"], table.columns[PREFIX + name], strict=True)
    held = [(place, cell) for place, cell in cells if backend.holds(cell or "")]
    column = f"{PREFIX}{name}"
    batch = backend.batch({"place": [p for p, _ in held], column: [cell for _, cell in held]})
    expectation, arguments = EXPECTATIONS[name]
    told = batch.validate(
        getattr(validator.gates, expectation)(column=column, **arguments),
        result_format={"result_format": "COMPLETE", "unexpected_index_column_names": ["place"]},
    )
    assert told.result, told.exception_info
    assert told.result["missing_count"] == sum(cell is None for _, cell in held)
    places = [row["place"] for row in told.result["unexpected_index_list"] or ()]
    assert told.result["unexpected_count"] == len(places)
    return {*places}


def lost(table: Table, name: str, backend: Backend) -> set[str]:
    """The records whose value a backend cannot hold: PostgreSQL has no NUL."""
    cells = zip(table.columns["place"], table.columns[PREFIX + name], strict=True)
    return {place for place, cell in cells if not backend.holds(cell or "")}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Table:
    """The table of small files in many formats and scripts, of which people accept some faults."""
    folder = tmp_path_factory.mktemp("small")
    (folder / "files").mkdir()
    for name, text in FILES.items():
        (folder / "files" / name).write_text(text, encoding="utf-8")
    (folder / "accepted.jsonl").write_text(SUPPRESSIONS, encoding="utf-8")
    settings = Settings(
        suppressions=str(folder / "accepted.jsonl"),
        per_file_ignores={"*/ignored.bib": ("DOI002", "ISN")},
    )
    return table_of(folder, settings, folder / "files")


@pytest.mark.parametrize("name", EXPECTATIONS)
def test_small_files(name: str, backend: Backend, small: Table) -> None:
    found = small.found[name] - lost(small, name, backend)
    assert unexpected(small, name, backend) == found
    assert found


def test_what_rules_let_pass_stays_a_value(small: Table) -> None:
    """Beside each value that would be unexpected alone there is one that is left as it is."""
    for name in JUDGED:
        cells = zip(small.columns[name], small.columns[PREFIX + name], strict=True)
        passed = [value for value, cell in cells if cell == ""]
        assert passed
        assert None not in passed


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Table:
    """The table of the real files in all formats, and of some sets of records."""
    data = SHARED / "data"
    paths = [data / part for part in ("formats", "cjk", "seed", "dedup/misq_baseline")]
    settings = Settings(select=CODES, duplicates_search=False)
    return table_of(tmp_path_factory.mktemp("shared"), settings, *paths)


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="the measuring sets are not beside this tree")
@pytest.mark.parametrize("name", EXPECTATIONS)
def test_real_files(name: str, backend: Backend, shared: Table) -> None:
    assert unexpected(shared, name, backend) == shared.found[name] - lost(shared, name, backend)


TEXTS = st.text(
    st.one_of(
        st.sampled_from("0123456789X10./-:; ,()doiISBN\\|；０－‐\n\0\ud800 한数キ"),
        st.characters(),
    ),
    max_size=40,
)


@given(TEXTS)
@example("10.1000/18\udc80")
@example("0378-59\ud80055")
@example("97803064\ud80006157")
@example("0000-0002-1825-0097; 0000-0002-1694-233X")
def test_what_a_rule_finds_is_unexpected_in_its_cell(text: str) -> None:
    """Whatever stands in a field: as far as a rule finds fault, the written cell shows it."""
    record = Record(
        doi=text,
        issn=text,
        isbn=text,
        title=text,
        language="en",
        author=(Name(family="Li", orcid=text),),
    )
    for (name, judged), cell in zip(JUDGED.items(), Judge(Settings()).cells(record), strict=True):
        rules = (RULES[code] for code in judged.rules)
        found = [f for rule in rules for f in run(rule, record, Settings())]
        wanted = any(is_about(replace(f, code=judged.rules[0]), name) for f in found)
        written = (cell or "").encode("utf-8", "backslashreplace").decode()
        assert bool(judged.rule_of(written)) == wanted, (name, cell, found)
