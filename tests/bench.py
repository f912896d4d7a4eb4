"""Costs as figures: ratios taken in one run, CPU seconds, peak memory. `make bench` runs it.

Each figure comes from whole processes, so imports count. Machines are noisy: compare the ratios,
or CPU seconds of one run with another of the same hour.
"""

from __future__ import annotations

import gzip
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from xml_samples import SAMPLES
from marc_iso import iso, xml

SHARED = Path(__file__).resolve().parents[2] / "shared"
ACL = SHARED / "data/corpora/acl_anthology.jsonl.gz"
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


class Cost(NamedTuple):
    """What a process cost: CPU seconds of it and its children, peak resident MiB."""

    cpu: float
    peak: float


def cost(*command: str) -> Cost:
    """Run a command to its end, its output thrown away."""
    pid = os.posix_spawn(
        command[0],
        command,
        os.environ,
        file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)],
    )
    _, _, usage = os.wait4(pid, 0)
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def bibtex(path: Path, entries: int) -> Path:
    with path.open("w", encoding="utf-8") as file:
        for i in range(1, entries + 1):
            file.write(ENTRY.format(i, 1950 + i % 70, i % 90 + 1, i + 9))
    return path


def wall(*command: str) -> float:
    import time

    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def start_up(folder: Path) -> None:
    small = bibtex(folder / "small.bib", 20)
    bare = (sys.executable, "-c", "pass")
    check = (sys.executable, "-m", "validator", "check", str(small), "--isolated")
    wall(*bare), wall(*check)  # the first run reads from disk
    pairs = [(wall(*bare), wall(*check)) for _ in range(10)]
    ratio = statistics.median(b / a for a, b in pairs)
    times = [statistics.median(column) * 1000 for column in zip(*pairs, strict=True)]
    print(
        f"start-up: check of 20 BibTeX entries costs {ratio:.1f} bare interpreters"
        f" ({times[1]:.0f} ms and {times[0]:.0f} ms, medians of 10 pairs); goal 12"
    )


def reading(folder: Path) -> None:
    count = 20_000
    path = bibtex(folder / "many.bib", count)
    code = "import sys, validator; print(sum(1 for _ in validator.read(sys.argv[1])))"
    idle = cost(sys.executable, "-c", "from validator.io import bibtex, read")
    used = cost(sys.executable, "-c", code, str(path))
    rate = count / (used.cpu - idle.cpu)
    print(f"BibTeX: {rate:,.0f} records/s of CPU with lines, {used.peak:.0f} MiB; goal 25,000")


def json_lines(folder: Path) -> None:
    """CSL-JSON and the JSON of databases, a record a line."""
    count = 20_000
    code = "import sys, validator; print(sum(1 for _ in validator.read(sys.argv[1])))"
    for name, record in JSON_RECORDS.items():
        path = folder / f"{name}.jsonl"
        path.write_text("".join(f"{record}\n".replace("@", str(i)) for i in range(count)), "utf-8")
        idle = cost(sys.executable, "-c", f"from validator.io import {name}, read")
        used = cost(sys.executable, "-c", code, str(path))
        rate = count / (used.cpu - idle.cpu)
        print(
            f"JSON Lines, {name}: {rate:,.0f} records/s of CPU with lines,"
            f" {len(record)} bytes a record, {used.peak:.0f} MiB"
        )


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


def xml_formats(folder: Path) -> None:
    count = 20_000
    code = "import sys, validator; print(sum(1 for _ in validator.read(sys.argv[1])))"
    idle = cost(sys.executable, "-c", "import lxml.etree; from validator.io import xml_items, read")
    for form, sample in SAMPLES.items():
        used = cost(sys.executable, "-c", code, str(sample.write(folder / f"{form}.xml", count)))
        rate = count / (used.cpu - idle.cpu)
        print(f"{form}: {rate:,.0f} records/s of CPU with lines, {used.peak:.0f} MiB; goal 15,000")
def marc(folder: Path) -> None:
    """MARC 21 in ISO 2709 and MARCXML: 15 fields a record, whose people and headings recur."""
    count = 20_000
    code = "import sys, validator; print(sum(1 for _ in validator.read(sys.argv[1])))"
    texts = [
        MARC.format(i=i, isbn=9780000000000 + i, year=1950 + i % 70, key=i % 500, pages=i % 400)
        for i in range(count)
    ]
    whole = "".join(f"{xml(text)}\n" for text in texts)
    (folder / "many.mrc").write_bytes(b"".join(map(iso, texts)))
    (folder / "many.xml").write_text(f"<collection>\n{whole}</collection>\n", encoding="utf-8")
    for name, module, goal in (("mrc", "marc", 40_000), ("xml", "marc.xml", 15_000)):
        idle = cost(sys.executable, "-c", f"import validator.io.{module}, validator.io.marc.marc21")
        used = cost(sys.executable, "-c", code, str(folder / f"many.{name}"))
        rate = count / (used.cpu - idle.cpu)
        print(
            f"MARC, {name}: {rate:,.0f} records/s of CPU with places, {used.peak:.0f} MiB;"
            f" goal {goal:,}"
        )


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


def tagged_exports(folder: Path) -> None:
    from tagged_exports import RECORDS

    count = 20_000
    code = "import sys, validator; print(sum(1 for _ in validator.read(sys.argv[1])))"
    for form in ("nbib", "wos", "ovid"):
        path = folder / f"many-{form}.txt"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(RECORDS[form].format(n=n) for n in range(count))
        idle = cost(sys.executable, "-c", f"from validator.io import {form}, read")
        used = cost(sys.executable, "-c", code, str(path))
        rate = count / (used.cpu - idle.cpu)
        print(
            f"{form}: {rate:,.0f} records/s of CPU with line and column, {used.peak:.0f} MiB;"
            " goal 30,000"
        )


def rules(folder: Path) -> None:
    if not ACL.is_file():
        print("rules: the ACL corpus is not beside this tree, nothing measured")
        return
    path = folder / "acl.jsonl"
    path.write_bytes(gzip.decompress(ACL.read_bytes()))
    count = path.read_bytes().count(b"\n")
    idle = cost(sys.executable, "-m", "validator", "rules")
    check = (
        sys.executable,
        "-m",
        "validator",
        "check",
        str(path),
        "--isolated",
        "--format",
        "json",
    )
    used = cost(*check, "--no-duplicates")
    rate = count / (used.cpu - idle.cpu)
    print(
        f"rules: {count} records at {rate:,.0f} records/s of CPU, {used.peak:.0f} MiB; goal 20,000"
    )
    whole = cost(*check)
    print(f"with the duplicate search: {whole.cpu:.1f} CPU s, {whole.peak:.0f} MiB")


def cleaning(folder: Path) -> None:
    count = 100_000
    path = folder / "corpus.bib"
    with path.open("w", encoding="utf-8") as file:
        for i in range(count):
            n = i - 1 if i % 10 == 0 and i else i  # one in ten is a copy, under a key of its own
            text = CLEANED.format(n=n, year=1950 + n % 70, last=n % 900 + 9)
            file.write(text.replace("@article{k", f"@article{{k{i}x", 1))
    out, log = folder / "out.bib", folder / "log.jsonl"
    command = ("clean", str(path), "-o", str(out), "--log", str(log), "--isolated")
    used = cost(sys.executable, "-m", "validator", *command)
    print(
        f"clean: {count} BibTeX entries, each fixed, one in ten merged: {used.cpu:.0f} CPU s,"
        f" {used.peak:.0f} MiB; goal 500 MiB"
    )


CLEANED = """@article{{k{n},
  author = {{Writer{n}, A. and Reader{last}, B.}},
  title = {{On the {n}th &amp; the {last}th of many subjects}},
  journal = {{Journal of Subjects}}, year = {{{year}}}, volume = {{{n}}}, pages = {{pp. 1--{last}}},
  doi = {{https://doi.org/10.5555/s.{n}}}
}}
"""


def main() -> None:
    print(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as folder:
        start_up(Path(folder))
        reading(Path(folder))
        json_lines(Path(folder))
        xml_formats(Path(folder))
        marc(Path(folder))
        tagged_exports(Path(folder))
        rules(Path(folder))
        cleaning(Path(folder))


if __name__ == "__main__":
    main()
