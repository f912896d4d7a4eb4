"""The format of a text: by its content first, by its suffix second."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from validator.io.json.kinds import Framing

SUFFIXES = {
    ".bib": "bibtex",
    ".bibtex": "bibtex",
    ".ris": "ris",
    ".enw": "refer",
    ".json": "csl-json",
    ".csljson": "csl-json",
    ".jsonl": "csl-jsonl",
    ".ndjson": "csl-jsonl",
    ".nbib": "nbib",
    ".medline": "nbib",
    ".ciw": "wos",
    ".ovd": "ovid",
    ".isi": "wos",
    ".csv": "csv",
    ".tsv": "csv",
    ".tab": "csv",
    ".mrc": "marc",
    ".marc": "marc",
    ".marcxml": "marcxml",
    ".mij": "marc-json",
    ".ndj": "marc-json",
    ".mrk": "mrk",
    ".mrk8": "mrk",
    ".pica": "pica",
    ".xlsx": "workbook",
    ".xlsm": "workbook",
    ".xls": "workbook",
    ".ods": "workbook",
    ".parquet": "parquet",
    ".arrow": "parquet",
    ".feather": "parquet",
}
ANY_JSON = (".json", ".jsonl", ".ndjson")
COMPRESSED = (".gz", ".bz2", ".xz", ".zst")
OTHER = {
    ".bst", ".c", ".cc", ".cls", ".cpp", ".cs", ".css", ".diff", ".go", ".h", ".hpp", ".htm",
    ".html", ".ipynb", ".java", ".js", ".jsx", ".kt", ".less", ".log", ".lua", ".md", ".mjs",
    ".patch", ".php", ".pl", ".pm", ".py", ".pyi", ".r", ".rb", ".rmd", ".rs", ".rst", ".scala",
    ".scss", ".sh", ".sty", ".svg", ".swift", ".tex", ".toml", ".ts", ".tsx", ".vue", ".yaml",
    ".yml",
}  # fmt: skip
"""Suffixes of programs, pages and their like. A decorator or a rule of style looks like an entry of
BibTeX, and a manual shows records: where nobody named such a file, it is none of records."""

CN_LABELS = frozenset(
    ("作者", "机构", "来源", "关键词", "DOI", "中图分类号", "学科分类号", "摘要", "相关论文")
)
CN_HEADINGS = frozenset(("作者", "来源", "关键词", "摘要"))
"""Labels of a platform page that are headings of any Chinese paper as well."""
CN_TOP = 30  # lines in which the first label of a page stands, below its title and counters

_BIBTEX = re.compile(r"^[ \t]*@[A-Za-z]+\s*[{(]", re.MULTILINE)
_RIS = re.compile(r"^[ \t]*TY {0,2}- ?\w", re.MULTILINE)
_REFWORKS = re.compile(
    r"^[ \t]*(?:\{RT\}[ \t]?[:：][ \t]*|RT:?[ \t]+)\S[^\r\n]*[\r\n]"
    r"\s{0,99}(?:\{?[A-Z][A-Z0-9]\b|[A-Z]1)",
    re.MULTILINE,
)
_REFER = re.compile(
    r"^[ \t]*(?:%0[ \t]+[A-Z]|%[A-Z][ \t]\S[^\r\n]*[\r\n]\s{0,99}%[A-Z0-9@+][ \t]\S)"
    r"|;[ \t]*%0[ \t][A-Z]",  # behind a script of the page
    re.MULTILINE,
)
_NOTEEXPRESS = re.compile(r"(?:^|;)[ \t]*[{\[]Reference Type[}\]][ \t]?[:：]", re.MULTILINE)
_CNKI_STUDY = re.compile(
    r"^[ \t]*(?:DataType: ?\d|SrcDatabase-来源库[:：]|Title-题名[:：])", re.MULTILINE
)
_NBIB = re.compile(
    r"^(?:PMID {0,2}- ?\d{1,12}[ \t]*(?=[\r\n]|\Z)"
    r"|(?:PMC|OWN|STAT|FAU) {0,2}-[^\r\n]*[\r\n]\s{0,9}[A-Z]{2,4} {0,2}-)",
    re.MULTILINE,
)
_WOS = re.compile(
    r"^(?:FN (?:ISI|Thomson|Clarivate|Web of|WOS)[^\r\n]*|PT [A-Z][ \t]*)[\r\n]+"
    r"\s{0,9}[A-Z][A-Z0-9][ \r\n]",
    re.MULTILINE,
)
_OVID = re.compile(
    r"^ ?(?:<\d{1,9}\.? ?>[ \t]*[\r\n]\s{0,9}"
    r"(?:[A-Z][A-Z0-9] {1,2}- |[A-Z][A-Za-z/() -]{2,60}[\r\n]\s{0,3}[ \t])"
    r"|VN {1,2}- Ovid )",
    re.MULTILINE,
)
_COCHRANE = re.compile(
    r"^Record #\d{1,7} of \d{1,7}[ \t]*[\r\n]\s{0,9}(?:ID|AU|TI|PM): ", re.MULTILINE
)
_MRK = re.compile(
    r"^=(?:LDR|000) {1,2}[0-9 \\]{5}[a-z][^\r\n]{14,22}[\r\n]+=[0-9]{3} ", re.MULTILINE
)
_PICA = re.compile(
    r"^00[0-9][A-Z@] [$ƒ][0-9A-Za-z][^\r\n]*[\r\n]+"
    r"[012][0-9]{2}[A-Z@](?:/[0-9]{2,3})? [$ƒ][0-9A-Za-z]",
    re.MULTILINE,
)
_COUNTER = re.compile(r"(?:被引|年份|页数)[^:：]{0,3}[:：]\d+.?")
_STARTS = {
    "ris": _RIS,
    "bibtex": _BIBTEX,
    "refworks": _REFWORKS,
    "refer": _REFER,
    "noteexpress": _NOTEEXPRESS,
    "cnki-study": _CNKI_STUDY,
    "nbib": _NBIB,
    "wos": _WOS,
    "ovid": _OVID,
    "cochrane": _COCHRANE,
    "mrk": _MRK,
    "pica": _PICA,
}
"""Formats, and what one of their records begins with."""
_ZIPPED = rb"PK\x03\x04(?:.{22}|.*?PK\x03\x04.{22})"
_MAGIC: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (
        re.compile(
            rb"(?:\xef\xbb\xbf)?[\s\0]{0,99}[0-9 ]{5}[ -~]{7}[0-9 ]{5}[ -~]{7}"
            rb"[\x1f -~]{12,20000}+\x1e"
            rb"|[^\x1d\x1e]{0,9999}?[0-9]{5}[a-z]{3}.[ a]22[0-9]{5}.{3}4[ -~]{14,20000}+\x1e",
            re.DOTALL,
        ),
        "marc",
    ),
    (
        re.compile(b"PAR1|ARROW1|\\xff{4}[\\x10-\\xff].\\x00\\x00\\x10\\x00\\x00\\x00", re.DOTALL),
        "parquet",
    ),
    (
        re.compile(_ZIPPED + rb".{4}xl/(?:workbook\.|worksheets/|sharedS|styles\.)", re.DOTALL),
        "workbook",
    ),
    (
        re.compile(
            rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis\.opendocument\.spreadsheet",
            re.DOTALL,
        ),
        "workbook",
    ),
    (
        re.compile(
            rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
            rb".*?(?:W\0o\0r\0k\0b\0o\0o\0k\0|B\0o\0o\0k\0|E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k)\0?",
            re.DOTALL,
        ),
        "workbook",
    ),
)
"""What the files of binary formats begin with: a leader, a directory and the mark behind it."""
_JSON = re.compile(r'\[\s*(?:[\[{\]"]|\Z)|\{\s*(?:["}]|\Z)')
_ZERO_WIDTH = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))


def by_bytes(head: bytes) -> str:
    """The binary format that the first bytes of a file show, "" for none: the file may be text."""
    if form := next((form for start, form in _MAGIC if start.match(head)), ""):
        return form
    if head[:1] not in b"<\xef\xff\xfe\0 \t\r\n":
        return ""
    from validator.io.xml import kinds as xml_kinds

    return xml_kinds.by_bytes(head)


def by_content(head: str) -> str:
    """The format that the first characters of a text (some 64 kB) show, "" for none.

    Where it shows several (an abstract quotes an entry), the one that begins first.
    """
    head = head.removeprefix("\ufeff")
    start = head.lstrip()
    if start[:1] in ("[", "{") and (kind := _json_kind(start)):
        return kind
    begins = {}
    for form, pattern in _STARTS.items():
        if found := pattern.search(head):
            begins[found.start()] = form
    if (page := _cn_page(head)) >= 0:
        begins[page] = "cn-page"
    is_later = min(begins, default=0) > len(head) - len(start)
    if begins and not (is_later and _is_table(start, 3)):
        return begins[min(begins)]
    if start[:1] not in ("[", "{") and _is_table(start, 2):
        return "csv"
    return ""


def json_framing(head: str) -> Framing | None:
    """What stands around the records of a text that is JSON, None of another."""
    start = head.lstrip("\ufeff \t\r\n")
    if not _JSON.match(start):
        return None
    from validator.io.json import kinds

    return kinds.framing(start)


def by_suffix(path: str, head: str = "") -> str:
    """The format that a name stands for, its compression suffix apart; "" for none.

    JSON is CSL-JSON by its keys, not by a suffix that all programs use.
    """
    name = path.lower()
    for ending in COMPRESSED:
        name = name.removesuffix(ending)
    suffix = next((suffix for suffix in SUFFIXES if name.endswith(suffix)), "")
    if suffix in ANY_JSON and json_framing(head):
        return ""
    return SUFFIXES.get(suffix, "")


def label(line: str) -> str:
    """A line as the labels of a platform page are compared: NFKC, without blanks."""
    if line.isascii():
        return "".join(line.split())
    return "".join(unicodedata.normalize("NFKC", line).translate(_ZERO_WIDTH).split())


def _json_kind(start: str) -> str:
    """An array, one object or an envelope is csl-json, an object a line csl-jsonl."""
    if start[0] == "[" and start[1:].lstrip()[:1] in ("]", ""):
        return "csl-json"
    framing = json_framing(start)
    if not framing or framing.form != "csl-json" or start[0] == "[":
        return framing.form if framing else ""
    first, _, rest = start.partition("\n")
    return "csl-jsonl" if first.rstrip().endswith("}") and rest.lstrip()[:1] == "{" else "csl-json"


def _cn_page(head: str) -> int:
    """Where the first label of a platform page stands, -1 where the text is none.

    Two labels or more, one near the top, and one of them (or a counter) that a paper or a
    report with the same headings has not.
    """
    found: set[str] = set()
    first = -1
    offset = lines = 0
    is_page = False
    for line in head.splitlines(keepends=True):
        if 2 < len(line) < 40 and (name := label(line)):
            if name in CN_LABELS:
                found.add(name)
                if first < 0:
                    first = offset
            is_page = is_page or bool(_COUNTER.fullmatch(name))
        offset += len(line)
        lines += bool(line.strip())
        if first < 0 and lines >= CN_TOP:
            return -1
    return first if len(found) > 1 and (is_page or found - CN_HEADINGS) else -1


def _is_table(start: str, least: int) -> bool:
    """Whether the first line is a header: so many known columns, however separated."""
    from validator.io.tables import headers

    line = next((line for line in start.splitlines() if not line.lower().startswith("sep=")), "")
    return headers.known_columns(line) >= least
