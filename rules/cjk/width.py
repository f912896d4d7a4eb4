"""Full-width characters where plain ones belong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from validator.finding import Finding, Severity
from validator.record import Parallel, Record, csl_name
from validator.registry import Example, Examples, rule
from validator.text import dates
from validator.text.languages import language_of
from validator.text.patterns import lazy
from validator.text.script import HAN, HANGUL, KANA, has_cjk

from ._scripts import LONGEST  # noqa: TID251 - of this family

IN_NUMBER = "full-width characters in a number"
IN_TEXT = "full-width letters or digits in a title"


def of(says: str = "", suggests: str | None = None, **values: object) -> Example:
    return Example(Record(**values), (says,) if says else (), suggests)  # type: ignore[arg-type]


def _width() -> Examples:
    return (
        # clean
        of(volume="12", issue="S1", page="12-34", number="GB/T 7714", pmid="123456"),
        of(title="论《红楼梦》，兼及其他：（二）"),  # punctuation of Han
        of(number="（2013）锡民终字第497号"),  # a case: brackets of Chinese about plain digits
        of(number="国发〔2007〕19号"),
        of(title="化合物①与Ⅱ型，25℃，10㎡"),  # each a sign of its own
        of(title="第３回調査の報告", language="ja"),  # the custom of Japan
        of(title="Ｗｅｂデータの分析"),
        of(
            title="第２回大会2012年の報告", language="ja"
        ),  # one digit wide, several plain: a custom too
        of(title="ﾃﾞｰﾀの分析"),  # Kana of half the width are no letters of Latin
        of(page="１２－３４", volume="12", says=IN_NUMBER, suggests="12-34"),
        # full-width
        of(volume="１２", says=IN_NUMBER, suggests="12"),
        of(issue="３", says=IN_NUMBER, suggests="3"),
        of(issue="增刊１", says=IN_NUMBER, suggests="增刊1"),
        of(number="ＧＢ／Ｔ ７７１４", says=IN_NUMBER, suggests="GB/T 7714"),
        of(
            number="（２０１３）锡民终字第４９７号",
            says=IN_NUMBER,
            suggests="（2013）锡民终字第497号",
        ),
        of(number_of_pages="１２３", says=IN_NUMBER, suggests="123"),
        of(edition="２", says=IN_NUMBER, suggests="2"),
        of(pmid="１２３４５６", says=IN_NUMBER, suggests="123456"),
        of(issued=dates.parse("２０２１"), says=IN_NUMBER, suggests="2021"),
        of(title="ＤＮＡ测序技术", says=IN_TEXT, suggests="DNA测序技术"),
        of(title="２型糖尿病（第３版）", says=IN_TEXT, suggests="2型糖尿病（第3版）"),
        of(title="Ｄｅｅｐ learning", says=IN_TEXT, suggests="Deep learning"),
        of(title="ＩＴ 기술 연구", says=IN_TEXT, suggests="IT 기술 연구"),
        of(title="IT時代のＷｅｂデータ", says=IN_TEXT, suggests="IT時代のWebデータ"),  # mixed
        of(container_title="中国ＣＴ杂志", says=IN_TEXT, suggests="中国CT杂志"),
    )


NUMBERS = ("volume", "issue", "page", "number", "number_of_pages", "edition", "pmid", "pmcid")
TITLES = ("title", "container_title", "collection_title", "event_title")
_WIDE = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
_WIDE_WORD = lazy("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]{2}")
_PLAIN = lazy("[0-9A-Za-z]")
_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F) if chr(wide - 0xFEE0).isalnum()}
_KANA = lazy(f"[{KANA}]")


def holds_wide(text: str) -> bool:
    """A trigger: a full-width letter or digit in a number, a date or a title."""
    return not text.isascii() and _WIDE.search(text) is not None


@rule(
    "CJK011",
    "width-mixed",
    severity=Severity.WARNING,
    examples=_width,
    trigger=holds_wide,
    over=(*map(csl_name, NUMBERS), *map(csl_name, TITLES), "issued"),
)
def width_mixed(record: Record) -> Iterator[Finding]:
    """A number or a title has full-width letters or digits: １２ for 12, ＤＮＡ for DNA.

    Why: they are other characters to every search, and no program computes with them.

    Not found: punctuation of Han text; signs that have no plain form (①, Ⅱ, ℃); Japanese titles
    all of whose letters and digits are full-width, or those that stand alone, as publishers there
    have it; DOIs, ISBNs, ISSNs and addresses, which have rules of their own.

    Source: UAX #11; GB/T 15834; Unicode NFKC, for letters, digits and their signs alone.
    """
    for attribute in NUMBERS:
        value = getattr(record, attribute)
        if not value.isascii() and _WIDE.search(value):
            yield _mended(csl_name(attribute), value)
    issued = record.issued.raw if record.issued else ""
    if not issued.isascii() and _WIDE.search(issued):
        yield _mended("issued", issued)
    for attribute in TITLES:
        value = getattr(record, attribute)
        if not value.isascii() and _WIDE.search(value, 0, LONGEST):
            if _is_custom(value, record.language):
                continue
            narrow = value.translate(_NARROW)
            yield Finding(csl_name(attribute), IN_TEXT, value, suggestion=narrow, safe=True)


def _mended(variable: str, value: str) -> Finding:
    narrow = value.translate(_NARROW) if has_cjk(value) else normalize("NFKC", value)
    narrow = narrow.replace("−", "-")
    return Finding(variable, IN_NUMBER, value, suggestion=narrow, safe=True)


def _is_custom(title: str, language: str) -> bool:
    """Whether a title is Japanese and writes all of its letters and digits full-width, or those
    that stand alone: 第２回 of 2012.
    """
    if language_of(language) != "ja" and (language or not _KANA.search(title)):
        return False
    return not _PLAIN.search(title) or not _WIDE_WORD.search(title)


IN_LATIN = "full-width punctuation in a text in Latin letters"


def latin(title: str, says: str = "", suggests: str | None = None) -> Example:
    return Example(Record(title=title), (says,) if says else (), suggests)


def _latin() -> Examples:
    return (
        # clean
        latin("Soils, waters; airs: a study (second part)"),
        latin("行政法II：总论"),  # a mixed title
        latin("“GaN，AlN”的制备"),
        latin("Пример，한국어，العربية"),  # not all Latin
        latin("Le mot « juste » : étude"),
        latin("The journals 《Nature》 and 《Cell》"),  # marks of titles
        latin("12：30"),
        # wide
        latin("Soils，waters；airs：a study", IN_LATIN, suggests="Soils, waters; airs: a study"),
        latin("Deep learning：a survey", IN_LATIN, suggests="Deep learning: a survey"),
        latin("Deep learning ： a survey", IN_LATIN, suggests="Deep learning: a survey"),
        latin("Soil moisture（2nd ed.）", IN_LATIN, suggests="Soil moisture (2nd ed.)"),
        latin("Why do soils matter？", IN_LATIN, suggests="Why do soils matter?"),
        latin("Étude，méthode et théorie", IN_LATIN, suggests="Étude, méthode et théorie"),
        latin("A study of soils。", IN_LATIN, suggests="A study of soils."),
        Example(Record(publisher="Wiley（Berlin）"), (IN_LATIN,), suggests="Wiley (Berlin)"),
        Example(  # typed beside the Chinese title
            Record(title="稻田甲烷排放：综述", parallel=Parallel(title="Methane：a review")),
            (IN_LATIN,),
        ),
    )


_WIDE_MARKS = frozenset("，；：（）！？、。")
_OTHER = lazy(f"[{HAN}{KANA}{HANGUL}\u0370-\u1dff]")
_MARKS = lazy(
    r"(?<=[^\W_])(\s?)([，；：、])\s*(?=[^\W_“‘\"'(])|(?<=[^\W_.])\s?([！？。])|\s?(（)\s?|(）)"
)
_PLAIN_MARKS = str.maketrans("，；：（）！？、。", ",;:()!?,.")
_TEXTS = ("title", "container_title", "collection_title", "event_title", "publisher")
_PARALLEL = ("title", "container_title")


def holds_wide_marks(text: str, there: str) -> bool:
    """Whether full-width punctuation occurs."""
    return not _WIDE_MARKS.isdisjoint(there)


@rule(
    "CJK015",
    "wide-marks-in-latin",
    severity=Severity.INFO,
    examples=_latin,
    beyond_ascii=holds_wide_marks,
)
def wide_marks_in_latin(record: Record) -> Iterator[Finding]:
    """A text in Latin letters, as a title or the translation beside it, has the punctuation of
    Chinese: "Soils，waters".

    Why: it was typed with a Chinese keyboard; words stick to the marks, and a search for the
    title does not find it.

    Not found: texts with a Han, Kana, Hangul or other character that is not Latin; book title
    marks 《》, and punctuation between digits; keywords, which such marks part (KEY001).

    Source: GB/T 15834-2011 4; the typography of the languages of Latin letters.
    """
    for attribute in _TEXTS:
        value = getattr(record, attribute)
        if value and (mended := in_plain_marks(value)) != value:
            yield Finding(csl_name(attribute), IN_LATIN, value, suggestion=mended, safe=True)
    for attribute in _PARALLEL:
        value = getattr(record.parallel, attribute)
        if value and in_plain_marks(value) != value:
            yield Finding(csl_name(attribute), IN_LATIN, value)


def in_plain_marks(text: str) -> str:
    """A text in Latin letters with plain punctuation for the full-width one, and its blanks."""
    if text.isascii() or len(text) > LONGEST or _WIDE_MARKS.isdisjoint(text):
        return text
    if _OTHER.search(text) or not any(map(str.isalpha, text)):
        return text
    return _MARKS.sub(_plain, text).strip()


def _plain(found: re.Match[str]) -> str:
    between, ending, opening = found[2], found[3], found[4]
    if between:
        before, after = found.string[found.start() - 1], found.string[found.end()]
        if before.isdigit() and after.isdigit():
            return found[0]
        return between.translate(_PLAIN_MARKS) + " "
    if ending:
        follows = found.string[found.end() : found.end() + 1]
        return ending.translate(_PLAIN_MARKS) + (" " if follows.isalnum() else "")
    if opening:
        return " (" if found.start() else "("
    follows = found.string[found.end() : found.end() + 1]
    return ") " if follows.isalnum() else ")"
