"""The format of a text: by its content first, by its suffix second."""

from __future__ import annotations

import re
import unicodedata

SUFFIXES = {
    ".bib": "bibtex",
    ".bibtex": "bibtex",
    ".ris": "ris",
    ".json": "csl-json",
    ".csljson": "csl-json",
    ".jsonl": "csl-jsonl",
    ".ndjson": "csl-jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".tab": "csv",
}
COMPRESSED = (".gz", ".bz2", ".xz", ".zst")

CN_LABELS = frozenset(
    ("作者", "机构", "来源", "关键词", "DOI", "中图分类号", "学科分类号", "摘要", "相关论文")
)

_BIBTEX = re.compile(r"^[ \t]*@[A-Za-z]+\s*[{(]", re.MULTILINE)
_RIS = re.compile(r"^\s*TY {0,2}- ?\w", re.MULTILINE)
_CSL_KEY = re.compile(
    r'"(?:type|title|author|issued|DOI|container-title|citation-key)"\s*:', re.ASCII
)


def by_content(head: str) -> str:
    """The format that the first characters of a text (some 64 kB) show, "" for none."""
    head = head.removeprefix("\ufeff")
    start = head.lstrip()
    if start[:1] in ("[", "{"):
        return _json_kind(start)
    if _RIS.search(head):
        return "ris"
    if _is_cn_page(head):
        return "cn-page"
    if _BIBTEX.search(head):
        return "bibtex"
    if _is_table(start):
        return "csv"
    return ""


def by_suffix(path: str) -> str:
    """The format that a name stands for, its compression suffix apart; "" for none."""
    name = path.lower()
    for ending in COMPRESSED:
        name = name.removesuffix(ending)
    return next((form for suffix, form in SUFFIXES.items() if name.endswith(suffix)), "")


def label(line: str) -> str:
    """A line as the labels of a platform page are compared: NFKC, without blanks."""
    return "".join(unicodedata.normalize("NFKC", line).split())


def _json_kind(start: str) -> str:
    """An array, one object or an envelope is csl-json, an object a line csl-jsonl."""
    if start[0] == "[" and start[1:].lstrip()[:1] in ("]", ""):
        return "csl-json"
    if not _CSL_KEY.search(start):
        return ""
    if start[0] == "[":
        return "csl-json"
    first, _, rest = start.partition("\n")
    return "csl-jsonl" if first.rstrip().endswith("}") and rest.lstrip()[:1] == "{" else "csl-json"


def _is_cn_page(head: str) -> bool:
    lines = (line for line in head.splitlines() if 0 < len(line) < 40)
    return len({name for line in lines if (name := label(line)) in CN_LABELS}) >= 2


def _is_table(start: str) -> bool:
    """Whether the first line is a header: two known columns and more, however separated."""
    from validator.io import headers

    line = next((line for line in start.splitlines() if not line.lower().startswith("sep=")), "")
    return headers.known_columns(line) >= 2
