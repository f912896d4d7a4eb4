"""The title in another language: in the place of the title, or missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from validator.facts import Fact, Ref
from validator.finding import Finding, Severity
from validator.record import Parallel, Record
from validator.registry import Example, Examples, collection_rule, rule
from validator.text.languages import language_of
from validator.text.script import Script, has_cjk, script
from validator.text.unicode import fold

from ._scripts import (  # noqa: TID251 - of this family
    EAST_ASIAN,
    EUROPEAN,
    LONGEST,
    has_parallel_title,
    title_is_cjk,
)

SWAPPED = "the title and its parallel title have changed places"
CONTAINERS_SWAPPED = "the journal's name and its parallel name have changed places"


def beside(
    title: str, parallel: str, *says: str, suggests: str | None = None, **values: str
) -> Example:
    said = values.pop("said", "")
    journal = values.pop("journal", "")
    other = Parallel(title=parallel, language=said, container_title=journal)
    record = Record(title=title, parallel=other, **values)  # type: ignore[arg-type]
    return Example(record, says, suggests)


def _swaps() -> Examples:
    return (
        # clean
        beside(
            "中国心理学的过去与未来", "The past and future of Chinese psychology", language="zh-CN"
        ),
        beside("The past of Chinese psychology", "中国心理学的过去", language="en"),  # in English
        beside("The past of Chinese psychology", "中国心理学的过去", said="zh"),  # labelled so
        beside("The past of Chinese psychology", "中国心理学的过去"),  # nothing says which is which
        beside("BERT", "基于变换器的双向编码", language="zh"),  # an abbreviation is its title
        beside("CQL入门", "An introduction to CQL", language="zh"),
        beside("한국어 교육", "Korean language education", language="ko"),
        beside("日本の歴史", "A history of Japan", language="ja"),
        beside("Пример", "An example", language="ru"),
        beside(
            "土壤研究进展", "A study of soils", container_title="PLoS ONE", journal="公共科学图书馆"
        ),
        beside(  # an English article of a Chinese journal
            "A study of soils",
            "土壤研究进展",
            container_title="土壤学报",
            journal="Acta Pedologica Sinica",
            language="en",
        ),
        # swapped
        beside(
            "The past and future of Chinese psychology",
            "中国心理学的过去与未来",
            SWAPPED,
            suggests="中国心理学的过去与未来",
            language="zh-CN",
        ),
        beside("A history of Japan", "日本の歴史", SWAPPED, suggests="日本の歴史", language="ja"),
        beside(
            "Korean language education",
            "한국어 교육",
            SWAPPED,
            suggests="한국어 교육",
            language="ko",
            said="en",
        ),
        beside(
            "A study of soils",
            "土壤研究进展",
            SWAPPED,
            suggests="土壤研究进展",
            language="zh",
            said="en",
        ),
        beside(
            "A study of soils",
            "土壤研究进展",
            SWAPPED,
            suggests="土壤研究进展",
            container_title="土壤学报",
            journal="Acta Pedologica Sinica",
            language="und",
        ),
        beside("土壤研究进展", "A study of soils", SWAPPED, suggests="A study of soils", said="zh"),
        beside(
            "土壤研究进展",
            "A study of soils",
            CONTAINERS_SWAPPED,
            suggests="土壤学报",
            container_title="Acta Pedologica Sinica",
            journal="土壤学报",
        ),
    )


_LATIN_LEAST = 8  # letters: fewer are an abbreviation or a name


@rule(
    "CJK008",
    "parallel-title-swapped",
    severity=Severity.ERROR,
    examples=_swaps,
    reads=("title",),
    screen=has_parallel_title,
)
def parallel_title_swapped(record: Record) -> Iterator[Finding]:
    """The title in one language stands in the field of the other, or the name of the journal beside
    titles that stand rightly.

    Why: a Chinese work is cited under its English title, and is found under neither.

    Not found: records that do not say which side is which, by their language, by the label of the
    field (title_en), or by the names of journal and people; abbreviations (BERT) as titles.

    Source: BibLaTeX and CSL fields of original titles; Chinese exports with title_en.
    """
    title, parallel = record.title, record.parallel
    side = _cjk_side(title, parallel.title)
    if side is None:
        return
    if _says_swapped(record, cjk_first=side):
        yield Finding("title", SWAPPED, title, suggestion=parallel.title)
    elif side and _cjk_side(record.container_title, parallel.container_title) is False:
        journal, other = record.container_title, parallel.container_title
        yield Finding("container-title", CONTAINERS_SWAPPED, journal, suggestion=other)


def _cjk_side(value: str, parallel: str) -> bool | None:
    """Whether a value is in Chinese, Japanese or Korean and the parallel one in Latin letters
    (True), or the other way round (False); None for anything else, and for abbreviations."""
    if max(len(value), len(parallel)) > LONGEST:
        return None
    side = _is_cjk(script(value))
    if side is None or _is_cjk(script(parallel)) is not (not side):
        return None
    latin = parallel if side else value
    return side if sum(map(str.isalpha, latin)) >= _LATIN_LEAST else None


def _is_cjk(written: Script) -> bool | None:
    if written in (Script.HAN, Script.KANA, Script.HANGUL):
        return True
    return False if written is Script.LATIN else None


def _says_swapped(record: Record, *, cjk_first: bool) -> bool:
    """Whether the labels, the language or the fields beside say that the titles stand wrongly."""
    parallel = record.parallel
    label, own = language_of(parallel.language), language_of(record.language)
    if label:  # title_en: the field itself says its language
        return label in EUROPEAN if not cjk_first else label in EAST_ASIAN and own not in EAST_ASIAN
    if own not in ("", "und"):
        return not cjk_first and own in EAST_ASIAN
    journal, other = record.container_title, parallel.container_title
    if journal and other:
        return not cjk_first and has_cjk(journal) and not has_cjk(other)
    people, others = record.author, parallel.author
    if people and others:
        return not cjk_first and has_cjk(str(people[0])) and not has_cjk(str(others[0]))
    return False


NO_PARALLEL = "no title in another language, as half of the records of the journal have one"


def in_journal(title: str, parallel: str = "", journal: str = "土壤学报") -> Record:
    return Record(
        type="article-journal",
        title=title,
        container_title=journal,
        parallel=Parallel(title=parallel),
    )


SIBLINGS = (
    in_journal("土壤研究", "Soil studies"),
    in_journal("土壤分析", "Soil analysis"),
    in_journal("土壤水分", "Soil moisture"),
)


def _lacking() -> Examples:
    return (
        Example((*SIBLINGS, in_journal("土壤改良", "Better soils"))),
        Example((*SIBLINGS, in_journal("Better soils"))),  # in English
        Example((*SIBLINGS, in_journal("测绘研究", journal="测绘科学"))),  # another journal
        Example((SIBLINGS[0], in_journal("土壤改良"), in_journal("土壤生物"))),  # not the custom
        Example((*SIBLINGS, in_journal("土壤改良")), (NO_PARALLEL,)),
        Example((*SIBLINGS, in_journal("土壌の研究"), in_journal("토양 연구")), (NO_PARALLEL,) * 2),
    )


def _of_journal(record: Record) -> tuple[str, bool] | None:
    if not record.container_title or not title_is_cjk(record):
        return None
    return fold(record.container_title[:LONGEST]), bool(record.parallel.title)


@collection_rule(
    "CJK009",
    "parallel-title-missing",
    severity=Severity.INFO,
    observe=_of_journal,
    examples=_lacking,
    reads=("title",),
    default=False,
)
def parallel_title_missing(facts: Sequence[Fact]) -> Iterator[tuple[Ref, Finding]]:
    """A record lacks the title in another language that others of its journal have.

    Why: databases outside China, Japan and Korea index the English title.

    Not found: titles in Latin letters; journals of which less than half of the records, or fewer
    than three, have one.

    Source: GB/T 7713.2; requirements of CSSCI and CNKI.
    """
    journals: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        journals[fact.value[0]].append(fact)
    for group in journals.values():
        having = sum(fact.value[1] for fact in group)
        if having < 3 or 2 * having < len(group):
            continue
        for fact in group:
            if not fact.value[1]:
                yield fact.ref, Finding("title", NO_PARALLEL)
