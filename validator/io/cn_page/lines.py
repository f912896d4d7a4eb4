"""The lines of a platform page: its labels and counters, and the fields that lines make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from validator.io.cn_page import source as cn_source
from validator.io.detect import label
from validator.record import Field, Provenance, Record
from validator.text.script import has_cjk

VARIABLE_OF = {
    "作者": "author",
    "机构": "affiliation",
    "来源": "container-title",
    "关键词": "keyword",
    "DOI": "DOI",
    "ISSN": "ISSN",
    "刊号": "other-id",
    "国内刊号": "other-id",
    "统一刊号": "other-id",
    "国内统一刊号": "other-id",
    "CN号": "other-id",
    "CN刊号": "other-id",
    "语种": "language",
    "中图分类号": "classification",
    "摘要": "abstract",
    "学科分类号": "",
    "基金": "",
    "基金项目": "",
    "英文题名": "original-title",
    "英文标题": "original-title",
    "英文篇名": "original-title",
    "外文题名": "original-title",
    "英文作者": "original-author",
    "作者英文名": "original-author",
    "英文机构": "original-affiliation",
    "英文单位": "original-affiliation",
    "英文刊名": "original-container-title",
    "英文来源": "original-container-title",
    "英文关键词": "original-keyword",
    "英文摘要": "original-abstract",
}
"""The labels that open a section, and the variable that it fills."""
COUNTERS = {"被引": "", "年份": "issued", "页数": "number-of-pages"}
"""The counters in a line with their number, and the variable that each fills."""
RELATED = "相关论文"
UI = frozenset(("引用", "收藏", "|"))  # buttons of the page: they close a section

LONGEST_LABEL = 40  # characters of a line that may be a label, blanks included

COUNTER = re.compile(r"(被\s*引|年\s*份|页\s*数)(?:频次|次数|量)?\s*[:：]\s*(\d{1,9})\s*[次年页]?")


class Text(NamedTuple):
    """A line without its ending and its outer blanks, and where it stands."""

    value: str
    line: int
    column: int
    start: int

    @property
    def label(self) -> str:
        """The line as a label is compared, "" where it is too long for one."""
        return label(self.value) if len(self.value) <= LONGEST_LABEL else ""

    @property
    def end(self) -> int:
        return self.start + len(self.value)

    def part(self, name: str, variable: str, span: tuple[int, int] | None = None) -> Field:
        """The line, or a stretch of it, as a raw field."""
        begin, end = span or (0, len(self.value))
        return Field(
            name,
            self.value[begin:end],
            variable,
            self.line,
            self.column + begin,
            self.start + begin,
            self.start + end,
        )


def sign(text: Text) -> str:
    """The label or counter that a line is, "" for none."""
    name = text.label
    if name in VARIABLE_OF or name == RELATED:
        return name
    found = COUNTER.fullmatch(text.value) if name else None
    return label(found[1]) if found else ""


def joined(texts: Sequence[Text]) -> str:
    """The lines as one: with a blank between them, but none between CJK characters."""
    whole = ""
    for text in texts:
        is_tight = whole and has_cjk(whole[-1]) and has_cjk(text.value[0])
        whole += text.value if is_tight or not whole else f" {text.value}"
    return whole


def source_fields(text: Text) -> Iterator[Field]:
    for variable, span in cn_source.parts(text.value):
        yield text.part("来源", variable, span)


def record(
    values: dict[str, Any], fields: Sequence[Field], here: Provenance, texts: Sequence[Text]
) -> Record:
    """A record with its type inferred: an article, if it has a DOI or says where it appeared."""
    if values.get("doi") or values.get("container_title"):
        values = {"type": "article-journal"} | values | {"type_is_inferred": True}
    first = texts[0]
    place = here._replace(
        line=first.line, column=first.column, start=first.start, end=texts[-1].end
    )
    return Record(**values, raw=tuple(fields), provenance=place)
