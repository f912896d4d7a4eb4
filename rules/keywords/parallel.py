"""Keywords beside the title and the keywords in another language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from validator.finding import Finding, Severity
from validator.record import Parallel, Record
from validator.registry import Example, Examples, rule
from validator.text.script import Script, has_cjk, script

from ._languages import is_said_to_be_european  # noqa: TID251 - of this family

COUNTS = "{here} keywords, and {there} in the other language"
OTHER_LANGUAGE = "the keywords are not in the language of the title"
LABELLED = "the keywords said to be in {language} are in Chinese, Japanese or Korean"


def keyed(
    keywords: str,
    parallel: str = "",
    *says: str,
    title: str = "",
    journal: str = "",
    label: str = "",
) -> Example:
    other = Parallel(keyword=tuple(filter(None, parallel.split("; "))), language=label)
    record = Record(
        title=title, container_title=journal, keyword=tuple(keywords.split("; ")), parallel=other
    )
    return Example(record, says)


def _parallel() -> Examples:
    return (
        # clean
        keyed("土壤; 水分; 植被", "soil; moisture; plants"),
        keyed("土壤; 水分; 植被", "soil; moisture"),  # one may need two words for one
        keyed("土壤; 水分; 植被; 生长; soil; moisture; plants", "soil; moisture; plants"),  # both
        keyed("土壤; 水分; 植被", title="土壤水分研究"),
        keyed("GIS; GPS; RS", title="空间信息技术研究"),  # abbreviations are of all languages
        keyed("土壤; soil moisture; plants", title="土壤水分研究"),
        keyed("soil moisture; growth; plants", title="土壤水分研究", journal="Journal of Ecology"),
        keyed("soil moisture; growth; plants", "土壤水分; 生长; 植被", title="土壤水分研究"),
        keyed("soil; growth", "土壤; 水分; soil", title="土壤水分研究", label="en"),
        keyed("soil; growth", "土壤; 生长", title="Soils and growth", label="zh"),
        keyed("растения; почва", title="Почвы и растения"),
        keyed("機械学習; 対話", title="対話システムの分析"),
        keyed("soil moisture; growth", title="Soil moisture and growth"),
        # at odds
        keyed("土壤; 水分; 植被; 生长", "soil; moisture", COUNTS.format(here=4, there=2)),
        keyed("미세먼지; 도시", "dust; city; air; model", COUNTS.format(here=2, there=4)),
        keyed("soil moisture; growth; climate", "", OTHER_LANGUAGE, title="土壤水分研究"),
        keyed(
            "remote sensing; forest; image",
            "",
            OTHER_LANGUAGE,
            title="遥感图像分类",
            journal="测绘学报",
        ),
        keyed(
            "soil moisture; growth",
            "土壤水分; 生长",
            LABELLED.format(language="en"),
            title="土壤水分研究",
            label="en",
        ),
        keyed("토양; 수분", "土壤; 水分", LABELLED.format(language="en"), title="토양", label="en"),
        keyed("machine learning; dialogue", "", OTHER_LANGUAGE, title="対話システムの分析"),
        keyed("fine dust; urban area; model", "", OTHER_LANGUAGE, title="도시 지역의 미세먼지"),
        keyed(
            "土壤; 水分; 植被", "", OTHER_LANGUAGE, title="Soil moisture and the growth of plants"
        ),
    )


MOST = 60  # keywords: more are no list of an author
_LEAST = 2  # keywords that make a list of a language


def has_cjk_side(record: Record) -> bool:
    """A screen: keywords in two fields, or a title beyond ASCII, or a keyword."""
    if record.parallel.keyword or not record.title.isascii():
        return True
    return not record.keyword[0].isascii() if record.keyword else False


@rule(
    "KEY002",
    "keywords-parallel",
    severity=Severity.INFO,
    examples=_parallel,
    reads=("keyword",),
    screen=has_cjk_side,
)
def keywords_parallel(record: Record) -> Iterator[Finding]:
    """The keywords differ in number from those beside them, or in language from the title or from
    what their field says.

    Why: journals translate keyword by keyword; a difference shows one that was lost, split or put
    into the wrong field, and a record is found in one of its languages alone.

    Not found: a difference of one; lists that mix both languages; abbreviations; articles of a
    journal with a name in Latin letters, which may ask for English keywords alone.

    Source: GB/T 7713.2; pages of Chinese journals that give English keywords under the label of
    the Chinese ones.
    """
    keywords, others = record.keyword, record.parallel.keyword
    if max(len(keywords), len(others)) > MOST:
        return
    if others:
        here, there = _side(keywords), _side(others)
        if there and is_said_to_be_european(record):
            args: dict[str, str | int] = {"language": record.parallel.language}
            yield Finding("keyword", LABELLED, "; ".join(others), args=args)
        apart = here is not None and there is not None and here is not there
        if apart and abs(len(keywords) - len(others)) > 1:
            args = {"here": len(keywords), "there": len(others)}
            yield Finding("keyword", COUNTS, "; ".join(keywords), args=args)
    elif len(keywords) >= _LEAST and _is_other(record):
        yield Finding("keyword", OTHER_LANGUAGE, "; ".join(keywords))


def _side(keywords: Sequence[str]) -> bool | None:
    """Whether all keywords are Chinese, Japanese or Korean (True), or none (False)."""
    marks = {has_cjk(keyword) for keyword in keywords if any(map(str.isalpha, keyword))}
    return marks.pop() if len(marks) == 1 else None


def _is_other(record: Record) -> bool:
    title, journal = script(record.title[:MOST]), record.container_title
    side = _side(record.keyword)
    if side is None:
        return False
    if title in (Script.HAN, Script.KANA, Script.HANGUL):
        words = [
            k for k in record.keyword if any(map(str.islower, k)) and script(k) is Script.LATIN
        ]
        in_latin_journal = bool(journal) and not has_cjk(journal)
        return not side and len(words) == len(record.keyword) and not in_latin_journal
    return side and title is Script.LATIN and not has_cjk(record.title + record.parallel.title)
