"""Marks that end a title and are no part of it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from validator.facts import Count, Fact, Ref
from validator.finding import Finding, Severity
from validator.record import Record
from validator.registry import Example, Examples, collection_rule
from validator.text.patterns import lazy

STOP = "a full stop ends the title, as in few others of the file"
COMMA = "a comma, colon or semicolon ends the title"
NOTE = "the mark of a note ends the title"
SLASH = "a slash behind a blank ends the title"

_STOPS = frozenset(".。．।۔։")
_COMMAS = frozenset(",;:，；：、،؛")
_NOTES = frozenset("*＊†‡¹²³1234")
_ENDS = _STOPS | _COMMAS | _NOTES | {"/"}
_NOTE = lazy(
    r"(?:[^\W\d_A-Z]{4}|[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]|(?<=[?!.)”’\"]))"
    r" ?(?:\*{1,3}|＊|[†‡]{1,2}|(?<! )[¹²³])$"
    r"|(?:^| )[A-Z]?[a-z]{3,}(?:[st]ion|ment|ness|ity|ogy|ence|ance|ing|ism|ysis|ies)s?[1-4]$"
)
"""A mark of a note behind a word: "A*" is an algorithm, m² an area. A number stands so behind the
endings of abstract nouns, which no names of genes and versions have (sirtuin1)."""
_ABBREVIATED = lazy(
    r"(?:\. ?\.|\b[^\W\d_]\.|\.[^\W_]{1,3}\."
    r"|\b(?:inc|jr|sr|ltd|co|corp|etc|al|eds?|vols?|nos?|pts?|st|"
    r"ph\. ?d|bros|dept|univ|assoc|gmbh|dr|ca|fig|bd|hrsg|usw|u\.a|т\.д|т\.п|др|гг?)\."
    r"|[\dIVXLC](?:вв?|гг?)\.|vol\. ?\d+\.)$",
    re.IGNORECASE,
)
_ENTITY = lazy(r"&#?\w{1,32};$")
STOPPED_FORMATS = {"nbib", "medline", "pubmed", "pubmedxml"}
"""Formats whose titles end in a full stop: a form that is normal for them."""

MINORITY = 0.2
"""The share of a file up to which a final stop is an exception: above, it is the file's habit."""


PLAIN = Count("")


def ending(record: Record) -> Count | tuple[str, str] | None:
    """What ends a title: the mark and the title, or that nothing does."""
    title = record.title
    if title[-1:] not in _ENDS:
        if not title[-1:].isspace():
            return PLAIN
        title = title.rstrip()
        if not title:
            return None
    last = title[-1]
    if last in _COMMAS:
        return PLAIN if last == ";" and _ENTITY.search(title[-40:]) else (last, record.title)
    if last in _NOTES:
        if last.isascii() and last.isdigit() and not title[-2:-1].isalpha():
            return PLAIN
        return (last, record.title) if _NOTE.search(title[-60:]) else PLAIN
    if last == "/":
        return (last, record.title) if title[-2:-1].isspace() else PLAIN
    if last in _STOPS and record.provenance.format not in STOPPED_FORMATS:
        return PLAIN if _ABBREVIATED.search(title[-20:]) else (last, record.title)
    return PLAIN


_TEMPLATES = dict.fromkeys(_STOPS, STOP) | {"/": SLASH}


def file(*titles: str, says: tuple[str, ...] = (), suggests: str | None = None) -> Example:
    """The titles in one file with five that end in nothing."""
    plain = [Record(id=f"p{i}", title=f"Plain title {i}") for i in range(5)]
    others = [Record(id=f"r{i}", title=title) for i, title in enumerate(titles)]
    return Example((*plain, *others), says, suggests)


def _endings() -> Examples:
    return (
        # clean
        file("Are mesenchymal cells the answer?"),
        file("Eureka!"),
        file("And then …"),
        file("And then..."),
        file("And then . . ."),
        file("A history of Apple Inc."),
        file("The works of J. Smith Jr."),
        file("Foreign policy of the U.S."),
        file("Collected papers, vol. 2."),
        file("Smith et al."),
        file("История древнего мира и др."),
        file("为什么？"),
        file("Learning &quot;by heart&quot;"),  # of the entity: ENC001
        file("One.", "Two.", "Three."),  # a habit of the file
        Example((Record(title="A study."),)),  # nothing to compare with
        file("Input/output", "В XXв."),
        file(
            "Beyond A*", "Searching with D*", "An area of 5 km²", "Expression of sirtuin1", "PM10"
        ),
        file("Part 2", "Word2vec and Web 3", "The SHP1", "In the year 1984", "糖尿病研究之2"),
        # faulty
        file("A study of things.", says=(STOP,), suggests="A study of things"),
        file("一项研究。", says=(STOP,), suggests="一项研究"),
        file("Исследование.", says=(STOP,), suggests="Исследование"),
        file("A study of things,", says=(COMMA,), suggests="A study of things"),
        file("A study of things:", says=(COMMA,), suggests="A study of things"),
        file("Étude des choses ;", says=(COMMA,), suggests="Étude des choses"),
        file("一项研究：", says=(COMMA,), suggests="一项研究"),
        file("دراسة في اللغة،", says=(COMMA,), suggests="دراسة في اللغة"),
        file("हिन्दी साहित्य।", says=(STOP,), suggests="हिन्दी साहित्य"),
        file("Insulin and sleep*", says=(NOTE,), suggests="Insulin and sleep"),
        file("Insulin and sleep†", says=(NOTE,), suggests="Insulin and sleep"),
        file("Insulin and sleeping1", says=(NOTE,), suggests="Insulin and sleeping"),
        file("Étude des protéines¹", says=(NOTE,), suggests="Étude des protéines"),
        file("唐代文学研究*", says=(NOTE,), suggests="唐代文学研究"),
        file("A study of things /", says=(SLASH,), suggests="A study of things"),
    )


@collection_rule(
    "TIT004",
    "title-trailing-punct",
    severity=Severity.INFO,
    observe=ending,
    examples=_endings,
    reads=("title",),
)
def title_trailing_punct(facts: Sequence[Fact]) -> Iterator[tuple[Ref, Finding]]:
    """A title ends in a comma, a " /", the mark of a note, or in a full stop where few do.

    Why: the style sets its own mark, and two come out; the note that * or † points to is not there.

    Not found: question and exclamation marks, ellipses, abbreviations (Inc., U.S., vol. 2.); signs
    and numbers that belong to a name (A*, km², sirtuin1);
    final stops in files where more than a fifth of the titles have one, and in PubMed's formats.

    Source: ISBD, whose marks come from the display and not from the title.
    """
    files: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        files[fact.ref.path].append(fact)
    for found in files.values():
        marks = Counter[str]()
        for fact in found:
            marks[fact.value[0]] += fact.times
        rare = sum(marks[mark] for mark in _STOPS) <= MINORITY * marks.total()
        for fact in found:
            if isinstance(fact.value, Count) or (fact.value[0] in _STOPS and not rare):
                continue
            mark, title = fact.value
            plain = title.rstrip().rstrip(mark).rstrip()
            template = COMMA if mark in _COMMAS else _TEMPLATES.get(mark, NOTE)
            yield fact.ref, Finding("title", template, title, suggestion=plain, safe=True)
