"""Blanks and line ends where a value should have none."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from validator.finding import Finding, Severity
from validator.record import Record, attribute_of
from validator.registry import Example, Examples, rule
from validator.screens import PARTED
from validator.text.patterns import lazy

ONE_LINE = (
    "title",
    "container-title",
    "container-title-short",
    "collection-title",
    "event-title",
    "publisher",
    "publisher-place",
)
"""Values of one line. An abstract or a note has paragraphs."""
_one_line = attrgetter(*map(attribute_of, ONE_LINE))

_CJK = "\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
_BREAK_IN_CJK = lazy(f"(?<=[{_CJK}])[ \t]*[\r\n]+[ \t]*(?=[{_CJK}])")
_RUN = lazy(r"[ \t\r\n]*[\t\r\n][ \t\r\n]*| {2,}")
ENDS = "a blank at the end of a value"
DOUBLED = "two blanks in a row"
BROKEN = "a tab or line break in a value of one line"


def tidy(text: str) -> str:
    """One blank for each run of blanks, tabs and line ends, none at the ends.

    Other blanks of Unicode stay within the text: no-break and ideographic ones are meant. Within
    Han and Kana a line break stands for nothing.
    """
    return _RUN.sub(" ", _BREAK_IN_CJK.sub("", text.strip()))


def may_be_untidy(text: str) -> bool:
    """A trigger: some values of one line have a blank at an end, two side by side, or another."""
    return (
        "  " in text
        or "\n" in text
        or "\t" in text
        or "\r" in text
        or f" {PARTED}" in text
        or f"{PARTED} " in text
        or text[:1] == " "
        or text[-1:] == " "
        or not (text.isascii() or text.replace(PARTED, "").isprintable())  # blanks beyond ASCII
    )


def untidiness(text: str) -> str:
    """The message for a text, "" for a tidy one."""
    if text[0].isspace() or text[-1].isspace():
        return ENDS
    if "  " in text:
        return DOUBLED
    return BROKEN if "\n" in text or "\t" in text or "\r" in text else ""


def titled(title: str, *says: str, suggests: str | None = None) -> Example:
    return Example(Record(title=title), says, suggests)


def _whitespace() -> Examples:
    return (
        titled("A tidy title"),
        titled("«\u00a0Qui\u00a0?\u00a0»"),
        titled("伊藤　博文の研究"),  # an ideographic blank between names
        titled("한국어 연구 Пример"),
        Example(Record(abstract="One.  Two.\n\nThree. ")),  # paragraphs
        titled("A title ", ENDS, suggests="A title"),
        titled("　中国研究", ENDS, suggests="中国研究"),
        titled("A  title", DOUBLED, suggests="A title"),
        titled("A broken\n  title", DOUBLED, suggests="A broken title"),
        titled("A\ttitle", BROKEN, suggests="A title"),
        titled("中国数字\n人文研究", BROKEN, suggests="中国数字人文研究"),
        titled("한국어\n연구", BROKEN, suggests="한국어 연구"),
        titled("Пример\r\nзаглавия", BROKEN, suggests="Пример заглавия"),
        Example(Record(container_title=" J. Appl. Phys."), (ENDS,), suggests="J. Appl. Phys."),
        Example(Record(keyword=("soil", "heavy  metals")), (DOUBLED,), suggests="heavy metals"),
    )


@rule(
    "ENC010",
    "whitespace",
    severity=Severity.INFO,
    examples=_whitespace,
    trigger=may_be_untidy,
    over=(*ONE_LINE, "keyword"),
)
def whitespace(record: Record) -> Iterator[Finding]:
    """A value of one line has blanks at its ends, doubled blanks, tabs or line breaks.

    Why: it sorts first, and is another string to whoever compares strings.

    Not found: abstracts and notes, which have paragraphs; layout of the format (the indented
    lines of BibTeX), which is taken off in reading; no-break and ideographic blanks within a
    value.

    Source: the plain comparison of strings.
    """
    for place, value in enumerate(_one_line(record) + record.keyword):
        if value and (message := untidiness(value)):
            index = place - len(ONE_LINE)
            yield Finding(
                ONE_LINE[place] if index < 0 else "keyword",
                message,
                value=value,
                suggestion=tidy(value),
                safe=True,
                index=None if index < 0 else index,
            )
