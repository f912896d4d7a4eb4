"""How fast each format is read: files of 20,000 records made here, in CPU seconds of processes.

What a process costs that imports the reader and reads nothing is taken off.
"""

from __future__ import annotations

import csv
import sqlite3
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from bench_figures import Figure, cost

COUNT = 20_000
READ = "import sys, validator; print(sum(1 for _ in validator.read(sys.argv[1])))"


class File(NamedTuple):
    """A file to read: what reads it, imported beforehand, and how many records a second it is to
    read."""

    name: str
    path: str
    modules: str
    goal: int


def figures(folder: Path) -> Iterator[Figure]:
    """Records a second of CPU, for each format."""
    for made in (bibtex, tagged, json_lines, xml, marc, tables):
        # In another process: what this one holds would count as the memory of its children
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            files = pool.submit(_listed, made, folder).result()
        for file in files:
            idle = cost(sys.executable, "-c", f"import validator.io, {file.modules}")
            used = cost(sys.executable, "-c", READ, file.path)
            rate = COUNT / (used.cpu - idle.cpu)
            yield Figure(f"read {file.name}", rate, "records/s", used.peak, f">= {file.goal:,}")


def _listed(made: Callable[[Path], Iterator[File]], folder: Path) -> list[File]:
    return list(made(folder))


def entries(path: Path, count: int) -> Path:
    """A file of so many entries of BibTeX."""
    with path.open("w", encoding="utf-8") as file:
        for i in range(1, count + 1):
            file.write(ENTRY.format(i, 1950 + i % 70, i % 90 + 1, i + 9))
    return path


def bibtex(folder: Path) -> Iterator[File]:
    path = entries(folder / "many.bib", COUNT)
    yield File("BibTeX", str(path), "validator.io.bibtex", 25_000)


def tagged(folder: Path) -> Iterator[File]:
    """The exports of databases that are lines with tags."""
    from tagged_exports import RECORDS

    for form in ("nbib", "wos", "ovid"):
        path = folder / f"many-{form}.txt"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(RECORDS[form].format(n=n) for n in range(COUNT))
        yield File(form, str(path), f"validator.io.tagged.{form}", 30_000)


def json_lines(folder: Path) -> Iterator[File]:
    """CSL-JSON and the JSON of databases, a record a line."""
    for name, record in JSON_RECORDS.items():
        path = folder / f"{name}.jsonl"
        path.write_text("".join(f"{record}\n".replace("@", str(i)) for i in range(COUNT)), "utf-8")
        yield File(f"JSON Lines, {name}", str(path), f"validator.io.json.{name}", 60_000)


def xml(folder: Path) -> Iterator[File]:
    from xml_samples import SAMPLES

    for form, sample in SAMPLES.items():
        path = sample.write(folder / f"{form}.xml", COUNT)
        yield File(form, str(path), "validator.io.xml.items, lxml.etree", 15_000)


def marc(folder: Path) -> Iterator[File]:
    """MARC 21 in ISO 2709 and MARCXML: 15 fields a record, whose people and headings recur."""
    import marc_iso

    texts = [
        MARC.format(i=i, isbn=9780000000000 + i, year=1950 + i % 70, key=i % 500, pages=i % 400)
        for i in range(COUNT)
    ]
    packed, plain = folder / "many.mrc", folder / "many-marc.xml"
    packed.write_bytes(b"".join(map(marc_iso.iso, texts)))
    whole = "".join(f"{marc_iso.xml(text)}\n" for text in texts)
    plain.write_text(f"<collection>\n{whole}</collection>\n", encoding="utf-8")
    mapping = "validator.io.marc.marc21"
    yield File("MARC 21, ISO 2709", str(packed), f"validator.io.marc, {mapping}", 40_000)
    yield File("MARC 21, MARCXML", str(plain), f"validator.io.marc.xml, {mapping}", 15_000)


def tables(folder: Path) -> Iterator[File]:
    """The same rows in four forms of table."""
    import pyarrow
    import xlsxwriter
    from pyarrow import parquet

    header = COLUMNS.split(",")
    rows = [
        [cell.format(i, 1950 + i % 70, i % 90 + 1, i + 9) for cell in ROW]
        for i in range(1, COUNT + 1)
    ]
    with (folder / "t.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    yield File("CSV", str(folder / "t.csv"), "validator.io.tables.delimited", 50_000)
    with xlsxwriter.Workbook(folder / "t.xlsx") as book:
        sheet = book.add_worksheet()
        for number, row in enumerate([header, *rows]):
            sheet.write_row(number, 0, row)
    modules = "validator.io.tables.workbooks, python_calamine"
    yield File("XLSX", str(folder / "t.xlsx"), modules, 30_000)
    table = pyarrow.table(dict(zip(header, zip(*rows, strict=True), strict=True)))
    parquet.write_table(table, folder / "t.parquet")
    modules = "validator.io.tables.columnar, pyarrow.parquet"
    yield File("Parquet", str(folder / "t.parquet"), modules, 50_000)
    with sqlite3.connect(folder / "t.db") as made:
        made.execute(f"CREATE TABLE t ({COLUMNS})")
        made.executemany(f"INSERT INTO t VALUES ({', '.join('?' * len(header))})", rows)
    made.close()
    yield File(
        "SQLite", f"sqlite:///{folder}/t.db#t", "validator.io.tables.sql, sqlalchemy", 50_000
    )


ENTRY = """@article{{key{0},
  author    = {{Writer, Ada and M{{\\"u}}ller, J{{\\"o}}rg and van der Berg, Jan}},
  title     = {{A study of subject number {0} and its {{Wholly}} separate results}},
  journal   = {{Journal of Things}},
  year      = {{{1}}},
  volume    = {{{2}}},
  number    = {{1}},
  pages     = {{{0}--{3}}},
  publisher = {{Example Press}},
  issn      = {{0028-0836}},
  keywords  = {{one, two, three}},
  doi       = {{10.1234/things.{0}}}
}}

"""

JSON_RECORDS = {
    "csl_json": '{"id":"k@","type":"article-journal","title":"A study of subject number @",'
    '"author":[{"family":"Writer","given":"Ada"},{"family":"Berg","given":"Jan"}],"issued":{"date-parts":'
    '[[2001,3]]},"container-title":"Journal of Things","volume":"7","page":"@","DOI":"10.5555/@"}',
    "crossref": '{"indexed":{"date-parts":[[2020,1,1]]},"publisher":"Press","DOI":"10.5555/@",'
    '"type":"journal-article","title":["A study of subject number @"],"author":[{"given":"Ada",'
    '"family":"Writer","sequence":"first","affiliation":[]}],"issued":{"date-parts":[[2001,3]]},'
    '"container-title":["Journal of Things"],"ISSN":["0028-0836"],"volume":"7","page":"@"}',
    "openalex": '{"id":"https://openalex.org/W@","title":"A study of subject number @",'
    '"publication_date":"2001-03-01","type":"article","authorships":[{"author":{"display_name":'
    '"Ada Writer","orcid":null},"raw_author_name":"Ada Writer","institutions":[]}],'
    '"primary_location":{"source":{"display_name":"Journal of Things","issn":["0028-0836"],'
    '"type":"journal"}},"abstract_inverted_index":{"On":[0],"a":[1],"subject":[2]}}',
    "datacite": '{"id":"10.5555/@","type":"dois","attributes":{"doi":"10.5555/@","creators":'
    '[{"name":"Writer, Ada","givenName":"Ada","familyName":"Writer"}],"titles":[{"title":'
    '"A study of subject number @"}],"publisher":"Press","publicationYear":2001,'
    '"types":{"resourceTypeGeneral":"Dataset"}}}',
}

MARC = """
    001 ocm{i:08}
    003 OCoLC
    005 20000613133448.0
    008 000107s{year}    nyua     b    001 0 eng d
    020   $a{isbn} (pbk.)
    040   $aDLC$cDLC$dDLC
    050 00$aQA76.{key}.P22$bM33 2000
    100 1 $aWriter {key}, Ada,$d1950-
    245 10$aA study of subject {i} :$ba study of thémes /$cAda Writer and Jan Berg.
    260   $aNew York :$bPress {key},$c{year}.
    300   $axxi, {pages} p. :$bill. ;$c23 cm.
    504   $aIncludes bibliographical references.
    650  0$aSubject {key}$xHistory.
    650  0$aBooks$zChina.
    700 1 $aBerg {key}, Jan.
"""

ROW = (
    "r{0}", "article-journal", "A study of subject number {0} and its separate results",
    "Writer, Ada; Müller, Jörg; Berg, Jan van der", "Journal of Things", "{1}", "{2}", "1",
    "{0}-{3}", "10.1234/things.{0}", "0028-0836", "one; two; three", "Example Press",
)  # fmt: skip
COLUMNS = "id,type,title,author,journal,year,volume,issue,pages,doi,issn,keywords,publisher"
