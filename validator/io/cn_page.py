"""The plain-text record page of a Chinese academic platform: one record, and its related list.

The grammar is line based. A label stands alone on its line and is compared after NFKC with its
blanks removed (``D O I``); a section runs to the next label. Labels are Chinese whatever the
language of the values, so they say nothing about the language of a record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from validator.finding import Fault
from validator.io.detect import label
from validator.io.source import Source
from validator.record import Field, Name, Provenance, Record
from validator.text import dates

VARIABLE_OF = {
    "作者": "author",
    "机构": "affiliation",
    "来源": "container-title",
    "关键词": "keyword",
    "DOI": "DOI",
    "ISSN": "ISSN",
    "语种": "language",
    "中图分类号": "classification",
    "摘要": "abstract",
    "学科分类号": "",
    "基金": "",
    "基金项目": "",
}
"""The labels that open a section, and the variable that it fills."""
RELATED = "相关论文"
UI = frozenset(("引用", "收藏", "|"))  # buttons of the page: they close a section

_COUNTER = re.compile(r"(被引|年份|页数)\s*[:：]\s*(\d+)")
_DECLARED = re.compile(r"共\s*(\d+)\s*条")
_ITEM = re.compile(r"\s*[•·●▪‣◦*\-–]?\s*\[\s*\d+\s*\]\s*(.*)")
_REFERENCE = re.compile(r"\s*[\[［]((?:\s*\d+\s*[,，]?)+)[\]］]\s*$")
_AFFILIATION = re.compile(r"\s*[\[［]\s*(\d+)\s*[\]］]\s*(.*)")
_CAPTION = re.compile(r"\s*[\[［][^\]］]*[\]］]\s*$")

_TOKEN = r"(?:[^\s,，:：]*\d[^\s,，:：]*|[ivxlcdmIVXLCDM]+)"
# Matched from the right: the journal is the shortest head whose rest is numbering to the end.
_SOURCE = re.compile(
    r"(?P<journal>\S.*?)"
    r"(?:\s*[,，]\s*(?P<year>1[5-9]\d\d|20\d\d))?"
    r"(?:\s*[,，]\s*(?P<volume>[^\s,，:：()（）]*\d[^\s,，:：()（）]*))?"
    r"(?:\s*[,，]?\s*[(（]\s*(?P<issue>[^()（）]*\d[^()（）]*?|[A-Za-z增]\S*?)\s*[)）])?"
    rf"(?P<colon>\s*[:：]\s*(?P<page>{_TOKEN}(?:\s*[-–—~～+,，]\s*{_TOKEN})*)?)?\s*"
)


class Text(NamedTuple):
    """A line without its ending and its outer blanks, and where it stands."""

    value: str
    line: int
    column: int
    start: int

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


class Section(NamedTuple):
    """A label as it stood, and the lines under it."""

    name: str
    label: Text
    values: list[Text]


def read(source: Source) -> Iterator[Record | Fault]:
    """The record of the page, then those of its list of related papers."""
    texts: list[Text] = []
    for number, start, line in source.lines():
        if line is None:
            yield Fault(
                "COL002",
                "a line is longer than max-record-bytes: it was left out",
                line=number,
                start=start,
            )
            continue
        value = line.strip()
        indent = len(line) - len(line.lstrip())
        texts.append(Text(value, number, indent + 1, start + indent))
    here = Provenance(source.path, source.format)
    head = next((i for i, text in enumerate(texts) if label(text.value) == RELATED), len(texts))
    page = [text for text in texts[:head] if text.value]
    number = 0
    if page:
        number = 1
        yield _main(page, replace(here, record_number=1))
    if head < len(texts):
        yield from _related([text for text in texts[head + 1 :] if text.value], here, number)


def _main(texts: Sequence[Text], here: Provenance) -> Record:
    """The record that the page is about."""
    head, counters, sections = _parts(texts)
    fields = [text.part("题名", "title") for text in head]
    values: dict[str, Any] = {"title": " ".join(text.value for text in head)}
    for text in counters:
        found = _COUNTER.fullmatch(text.value)
        if not found:
            continue
        variable = {"年份": "issued", "页数": "number-of-pages", "被引": ""}[found[1]]
        fields.append(text.part(found[1], variable, found.span(2)))
        if found[1] == "年份":
            values["issued"] = dates.parse(found[2])
        elif found[1] == "页数":
            values["number_of_pages"] = found[2]
    for section in sections:
        fields.extend(_fields(section))
        values.update(_values(section))
    if "author" in values and "affiliation" in values:
        values["author"] = _affiliated(values["author"], sections)
    last = texts[-1]
    return _record(values, fields, here, texts[0], last.start + len(last.value))


def _parts(texts: Sequence[Text]) -> tuple[list[Text], list[Text], list[Section]]:
    """The lines of the title, the counters, and the sections."""
    head: list[Text] = []
    counters: list[Text] = []
    sections: list[Section] = []
    values = head
    for text in texts:
        name = label(text.value)
        if name in VARIABLE_OF:
            values = []
            sections.append(Section(name, text, values))
        elif name in UI or _COUNTER.fullmatch(text.value):
            counters.append(text)
            values = counters
        else:
            values.append(text)
    return head, counters, sections


def _fields(section: Section) -> Iterator[Field]:
    """The lines of a section as raw fields; a label with nothing under it is an empty field."""
    variable = VARIABLE_OF[section.name]
    if not section.values:
        end = len(section.label.value)
        yield section.label.part(section.name, variable, (end, end))
    for text in section.values:
        if section.name == "来源":
            yield from _source_fields(text)
        else:
            yield text.part(section.name, variable)


def _values(section: Section) -> dict[str, Any]:
    """The variables of the record that a section fills."""
    lines = [text.value for text in section.values]
    if not lines or not VARIABLE_OF[section.name]:
        return {}
    if section.name == "作者":
        return {"author": tuple(Name.parse(_REFERENCE.sub("", line)) for line in lines)}
    if section.name == "机构":
        found = (_AFFILIATION.fullmatch(line) for line in lines)
        texts = (m[2] if m else line for m, line in zip(found, lines, strict=True))
        return {"affiliation": tuple(texts)}
    if section.name == "来源":
        return _numbering(" ".join(lines))
    if section.name == "关键词":
        keyword, index_keyword = keyword_lists(" ".join(lines))
        return {"keyword": keyword, "index_keyword": index_keyword}
    if section.name == "中图分类号":
        codes = (_CAPTION.sub("", code) for code in re.split("[;；]", " ".join(lines)))
        return {"classification": "; ".join(code.strip() for code in codes if code.strip())}
    if section.name == "摘要":
        return {"abstract": "\n".join(lines)}
    return {VARIABLE_OF[section.name].lower(): " ".join(lines)}


def keyword_lists(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The author's keywords, and those in capitals that a database ran on behind them.

    Web of Science prints its Keywords Plus in capitals. The second list is the tail of tokens
    without a lower-case letter, if it holds a word of five letters or more (an acronym among the
    author's own keywords is shorter) and the author's list has lower case at all.
    """
    tokens = [token for part in re.split("[;；]", text) if (token := part.strip())]
    cut = len(tokens)
    while cut and _in_capitals(tokens[cut - 1]):
        cut -= 1
    if 0 < cut < len(tokens) and any(re.search("[A-Z]{5}", token) for token in tokens[cut:]):
        return tuple(tokens[:cut]), tuple(tokens[cut:])
    return tuple(tokens), ()


def _in_capitals(token: str) -> bool:
    return token.isascii() and token.upper() == token and any(c.isalpha() for c in token)


def _affiliated(authors: tuple[Name, ...], sections: Sequence[Section]) -> tuple[Name, ...]:
    """The authors, each with the institutions that the numbers behind the name refer to."""
    keyed: dict[str, str] = {}
    references: list[list[str]] = []
    for section in sections:
        for text in section.values:
            if section.name == "机构" and (found := _AFFILIATION.fullmatch(text.value)):
                keyed[found[1]] = found[2]
            elif section.name == "作者":
                mark = _REFERENCE.search(text.value)
                references.append(re.findall(r"\d+", mark[1]) if mark else [])
    return tuple(
        replace(name, affiliation=tuple(keyed[key] for key in keys if key in keyed))
        for name, keys in zip(authors, references[-len(authors) :], strict=True)
    )


def _related(texts: Sequence[Text], here: Provenance, number: int) -> Iterator[Record | Fault]:
    """The records of the list, and a fault where it declares more than it holds."""
    declared: Text | None = None
    items: list[list[Text]] = []
    for text in texts:
        if not items and _DECLARED.fullmatch(text.value):
            declared = text
        elif _ITEM.fullmatch(text.value):
            items.append([text])
        elif items:
            items[-1].append(text)
    for item in items:
        number += 1
        yield _item(item, replace(here, record_number=number))
    found = _DECLARED.fullmatch(declared.value) if declared else None
    if declared and found and int(found[1]) > len(items):
        yield Fault(
            "COL003",
            "the file declares {declared} records and holds {present}",
            line=declared.line,
            column=declared.column,
            start=declared.start,
            end=declared.start + len(declared.value),
            raw=declared.value,
            args={"declared": int(found[1]), "present": len(items)},
        )


def _item(texts: Sequence[Text], here: Provenance) -> Record | Fault:
    """One paper of the list: its title, an author a line, and where it appeared."""
    title = _ITEM.fullmatch(texts[0].value)
    end = texts[-1].start + len(texts[-1].value)
    if title is None or not title[1]:
        return Fault(
            "COL002",
            "an item of the list of related papers has no title",
            line=texts[0].line,
            column=texts[0].column,
            record_number=here.record_number,
            start=texts[0].start,
            end=end,
            raw="\n".join(text.value for text in texts),
        )
    authors = list(texts[1:])
    source = authors.pop() if authors and is_source_line(authors[-1].value) else None
    fields = [texts[0].part("题名", "title", title.span(1))]
    fields += [text.part("作者", "author") for text in authors]
    values: dict[str, Any] = {
        "title": title[1],
        "author": tuple(Name.parse(text.value) for text in authors),
    }
    if source:
        fields += _source_fields(source)
        values |= _numbering(source.value)
    return _record(values, fields, here, texts[0], end)


def is_source_line(text: str) -> bool:
    """Whether a line says where a paper appeared: it has a year, a volume, an issue or a colon."""
    found = _SOURCE.fullmatch(text)
    return bool(found and (found["year"] or found["volume"] or found["issue"] or found["colon"]))


def _numbering(text: str) -> dict[str, Any]:
    """Journal, year, volume, issue and pages of a source line; the issue without padding."""
    found = _SOURCE.fullmatch(text)
    if not found:
        return {"container_title": text}
    values: dict[str, Any] = {"container_title": found["journal"]}
    if found["year"]:
        values["issued"] = dates.parse(found["year"])
    if found["volume"]:
        values["volume"] = found["volume"]
    if found["issue"]:
        values["issue"] = found["issue"].lstrip("0") or found["issue"]
    if found["page"]:
        values["page"] = re.sub(r"\s+", "", found["page"])
    return values


def _source_fields(text: Text) -> Iterator[Field]:
    found = _SOURCE.fullmatch(text.value)
    if not found:
        yield text.part("来源", "container-title")
        return
    parts = (
        ("journal", "container-title"),
        ("year", "issued"),
        ("volume", "volume"),
        ("issue", "issue"),
        ("page", "page"),
    )
    for group, variable in parts:
        if found[group]:
            yield text.part("来源", variable, found.span(group))


def _record(
    values: dict[str, Any], fields: Sequence[Field], here: Provenance, first: Text, end: int
) -> Record:
    """A record with its type inferred: an article, if it has a DOI or says where it appeared."""
    if values.get("doi") or values.get("container_title"):
        values |= {"type": "article-journal", "type_is_inferred": True}
    place = replace(here, line=first.line, column=first.column, start=first.start, end=end)
    return Record(**values, raw=tuple(fields), provenance=place)
