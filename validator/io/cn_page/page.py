"""The plain-text record page of a Chinese academic platform: one record, and its related list.

The grammar is line based. A label stands alone on its line and is compared after NFKC with its
blanks removed (``D O I``); a section runs to the next label. Labels are Chinese whatever the
language of the values, so they say nothing about the language of a record. Pages may follow one
another in a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from validator.finding import Fault
from validator.io.cn_page import source as cn_source
from validator.io.cn_page.lines import (
    COUNTER,
    COUNTERS,
    RELATED,
    UI,
    VARIABLE_OF,
    Text,
    joined,
    record,
    sign,
    source_fields,
)
from validator.io.cn_page.related import related
from validator.io.detect import label
from validator.io.parallels import parallel_of
from validator.io.source import Source
from validator.record import Field, Name, OtherId, Provenance, Record
from validator.text import dates

MOST_LINES = 100_000
"""Lines of one page. The longest lists of authors have some 6,000 names, and a list of related
papers shows fifty."""

_REFERENCE = re.compile(r"[\[［]([\d\s,，]+)[\]］]$")
_AFFILIATION = re.compile(r"[\[［]\s*(\d{1,9})\s*[\]］]\s*(.*)")
_CAPTION = re.compile(r"[\[［][^\[\]［］]*[\]］]$")


class Section(NamedTuple):
    """A label as it stood, and the lines under it."""

    name: str
    label: Text
    values: list[Text]


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of the pages: of each its own, then those of its list of related papers."""
    here = Provenance(source.path, source.format)
    number = 0
    for page in _pages(source):
        if isinstance(page, Fault):
            yield page
            continue
        head = next((i for i, text in enumerate(page) if text.label == RELATED), len(page))
        main, rest = page[:head], page[head + 1 :]
        if main:
            number += 1
            # the count of pages may stand below the list: it is this record's
            below = [text for text in rest if sign(text) == "页数"]
            yield _main(main, below, here._replace(record_number=number))
        for item in related(rest, here, number):
            number += isinstance(item, Record) or item.code == "COL002"
            yield item


def _texts(source: Source) -> Iterator[Text | Fault]:
    """The lines that are not blank."""
    for number, start, line in source.lines():
        if line is None:
            yield Fault(
                "COL002",
                "a line is longer than max-record-bytes: it was left out",
                line=number,
                start=start,
            )
        elif value := line.strip(_BLANKS):
            indent = len(line) - len(line.lstrip(_BLANKS))
            yield Text(value, number, indent + 1, start + indent)


_BLANKS = " \t\r\n\f\v\xa0\u2002\u2003\u3000\ufeff"  # \ufeff stands where files were joined


def _pages(source: Source) -> Iterator[list[Text] | Fault]:
    """The lines of each page. A text without any label is none.

    A page ends where a label comes a second time, or any label behind the list of related
    papers; the title of the next one stands above that label, or above its counters.
    """
    page: list[Text] = []
    seen: set[str] = set()
    size = 0
    overlong: Text | None = None
    for text in _texts(source):
        if isinstance(text, Fault):
            yield text
            continue
        name = sign(text)
        if page and name not in COUNTERS and (name in seen or (name and RELATED in seen)):
            title = _title_above(page)
            if sign(page[title]) not in seen:
                yield _overlong(overlong) if overlong else page[:title]
                page, seen, overlong = page[title:], set(map(sign, page[title:])) - {""}, None
                size = sum(len(line.value) for line in page)
        if name:
            seen.add(name)
        page.append(text)
        size += len(text.value)
        if len(page) > MOST_LINES or size > source.limit:
            overlong = overlong or page[0]
            page, size = [], 0
    if overlong:
        yield _overlong(overlong)
    elif seen:
        yield page


def _overlong(first: Text) -> Fault:
    return Fault(
        "COL002",
        "a page is longer than max-record-bytes or 100,000 lines: it was left out",
        line=first.line,
        start=first.start,
    )


def _title_above(page: Sequence[Text]) -> int:
    """Where the title begins that stands at the end of the lines, with its counters.

    Above it stands the source line of a paper, or a button or counter of the page before.
    """
    end = len(page)
    while end > 1 and (page[end - 1].label in UI or COUNTER.fullmatch(page[end - 1].value)):
        end -= 1
    for start in range(end - 1, max(end - 5, 0), -1):
        above = page[start - 1]
        if (
            above.label in UI
            or above.label in VARIABLE_OF
            or COUNTER.fullmatch(above.value)
            or cn_source.is_source_line(above.value)
        ):
            return start
    return max(end - 1, 0)


def _main(texts: Sequence[Text], below: Sequence[Text], here: Provenance) -> Record:
    """The record that the page is about; ``below`` are its counters behind the list."""
    head, closed, sections = _parts(texts)
    fields = [text.part("题名", "title") for text in head]
    values: dict[str, Any] = {"title": joined(head)}
    for text in (*closed, *below):
        found = COUNTER.fullmatch(text.value)
        if not found:
            if text.label not in UI:
                fields.append(text.part("", ""))  # nothing that the page says, and kept
            continue
        name = label(found[1])
        fields.append(text.part(name, COUNTERS[name], found.span(2)))
        if name == "年份":
            values["issued"] = dates.parse(found[2])
        elif name == "页数":
            values["number_of_pages"] = found[2]
    parallel: dict[str, Any] = {}
    for section in sections:
        fields.extend(_fields(section))
        if part := _PARALLELS.get(VARIABLE_OF[section.name]):
            parallel |= _parallel(part, section)
        else:
            values |= _values(section)
    if "author" in values:
        values["author"] = _authors(sections)
    if parallel:
        values["parallel"] = parallel_of(parallel, values)
    return record(values, fields, here, texts)


def _parts(texts: Sequence[Text]) -> tuple[list[Text], list[Text], list[Section]]:
    """The lines of the title, the counters with what follows a closed section, the sections."""
    head: list[Text] = []
    closed: list[Text] = []
    sections: list[Section] = []
    values = head
    for text in texts:
        name = text.label
        if name in VARIABLE_OF:
            values = []
            sections.append(Section(name, text, values))
        elif name in UI or COUNTER.fullmatch(text.value):
            closed.append(text)
            values = closed
        else:
            values.append(text)
    return head, closed, sections


def _fields(section: Section) -> Iterator[Field]:
    """The lines of a section as raw fields; a label with nothing under it is an empty field."""
    variable = VARIABLE_OF[section.name]
    if not section.values:
        end = len(section.label.value)
        yield section.label.part(section.name, variable, (end, end))
    for text in section.values:
        if section.name == "来源":
            yield from source_fields(text)
        else:
            yield text.part(section.name, variable)


def _values(section: Section) -> dict[str, Any]:
    """The variables of the record that a section fills."""
    lines = [text.value for text in section.values]
    if not lines or not VARIABLE_OF[section.name]:
        return {}
    if section.name == "作者":
        return {"author": ()}  # made when the institutions are known
    if section.name == "机构":
        return {"affiliation": tuple(text for _, text in _institutions(section))}
    if section.name == "来源":
        return cn_source.numbering(joined(section.values))
    if section.name == "关键词":
        is_list = len(lines) > 1 and not any(re.search("[;；]", line) for line in lines)
        text = ";".join(lines) if is_list else joined(section.values)
        keyword, index_keyword = keyword_lists(text)
        return {"keyword": keyword, "index_keyword": index_keyword}
    if section.name == "中图分类号":
        codes = (
            _CAPTION.sub("", code.strip()).strip()
            for code in re.split("[;；]", joined(section.values))
        )
        return {"classification": "; ".join(code for code in codes if code)}
    if section.name == "摘要":
        return {"abstract": "\n".join(lines)}
    if VARIABLE_OF[section.name] == "other-id":
        return {"other_id": (OtherId("cn", " ".join(lines)),)}
    return {VARIABLE_OF[section.name].lower(): " ".join(lines)}


_PARALLELS = {
    "original-title": "题名",
    "original-author": "作者",
    "original-affiliation": "机构",
    "original-container-title": "来源",
    "original-keyword": "关键词",
    "original-abstract": "摘要",
}
"""What a section in the other language fills, and the section whose form it has."""
_PARTS = frozenset(("affiliation", "container_title", "abstract"))


def _parallel(like: str, section: Section) -> dict[str, Any]:
    """The parallel value of a section in the other language."""
    if like == "题名":
        return {"title": joined(section.values)}
    section = section._replace(name=like)
    if like == "作者":
        return {"author": _authors([section])}
    values = _values(section)
    if like == "关键词" and values:
        return {"keyword": values["keyword"] + values["index_keyword"]}
    return {part: values[part] for part in _PARTS & values.keys()}


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


def _institutions(section: Section) -> list[tuple[int | None, str]]:
    """The institutions with their numbers. In a numbered list a line without one goes on."""
    found: list[tuple[int | None, str]] = []
    for text in section.values:
        numbered = _AFFILIATION.fullmatch(text.value)
        if numbered:
            found.append((int(numbered[1]), numbered[2]))
        elif found and found[-1][0] is not None:
            key, before = found[-1]
            found[-1] = key, f"{before} {text.value}".strip()
        else:
            found.append((None, text.value))
    return found


def _authors(sections: Sequence[Section]) -> tuple[Name, ...]:
    """The authors, each with the institutions that the numbers behind the name refer to."""
    keyed: dict[int | None, str] = {}
    lines: list[str] = []
    for section in sections:
        if section.name == "机构":
            keyed |= dict(_institutions(section))
        elif section.name == "作者":
            for text in section.values:
                if lines and _REFERENCE.fullmatch(text.value):
                    lines[-1] += text.value  # the numbers stand on a line of their own
                else:
                    lines.append(text.value)
    authors = []
    for line in lines:
        mark = _REFERENCE.search(line)
        numbers = re.findall(r"\d{1,9}", mark[1]) if mark else []
        affiliation = tuple(keyed[int(key)] for key in numbers if int(key) in keyed)
        name = Name.parse(line[: mark.start()].strip() if mark else line)
        authors.append(replace(name, affiliation=affiliation))
    return tuple(authors)
