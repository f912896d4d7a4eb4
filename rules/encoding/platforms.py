"""What platforms leave in the records that they export: their markup, words of their pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.finding import Finding, Severity
from validator.record import Record
from validator.registry import Example, Examples, rule
from validator.text.patterns import lazy

from ._texts import BIBTEX, LOWERED, RAISED, texts  # noqa: TID251 - of this family

_ELEMENT = (
    "(?:A[cglrstu]|B[aeir]?|C[adeflorsu]?|D[by]|E[ru]|F[er]?|G[ade]|H[efgo]?|I[nr]?|Kr?|L[aiu]|M[gno]"
    "|N[abdeip]?|Os?|P[abdtr]?|R[abehnu]|S[bceimnr]?|T[abceilm]|U|V|W|Xe|Yb?|Z[nr])"
)
_MARK = lazy(r"(?<=[\w)\]])([~_])\(([0-9A-Za-z+\-−–=./]{1,8})\)")
_MASS = lazy(rf"(?<!\w)~\((\d{{1,3}}m?)\)(?={_ELEMENT}(?![A-Za-z]))")  # ~(60)Co
_POWER = lazy(r"(?<![A-Za-z])([cdkmnμµ]?m)~([23])(?![\w.,~(]*\d|\w)", re.ASCII)  # m~2
_CHARGE = lazy(  # Na~+, NO_3~-
    rf"((?<![A-Za-z0-9_\\])(?:{_ELEMENT}(?:_?\d{{1,2}})?){{1,6}})~([+\-−])(?![A-Za-z0-9(~])"
)
# H_3PO_4: a formula of two elements and more. "H_0", "F_1" are symbols of another kind.
_FORMULA = lazy(rf"(?<![A-Za-z0-9_\\])(?:{_ELEMENT}(?:_\d{{1,2}})?)+(?![A-Za-z0-9_])")
_DIGITS = lazy(r"_(\d{1,2})")
MARKUP = "raised and lowered characters in the markup of a platform"


def set_in_unicode(text: str) -> str | None:
    """The text with marks such as ``Ca~(2+)`` and ``H_3PO_4`` in raised and lowered characters of
    Unicode; None where one has no such form.
    """
    complete = True

    def mark(found: re.Match[str]) -> str:
        nonlocal complete
        table = RAISED if found[1] == "~" else LOWERED
        complete = complete and all(ord(c) in table for c in found[2])
        return found[2].translate(table)

    def formula(found: re.Match[str]) -> str:
        return _DIGITS.sub(lambda m: m[1].translate(LOWERED), found[0])

    def charge(found: re.Match[str]) -> str:
        return found[1] + found[2].translate(RAISED)

    text = _MASS.sub(lambda m: m[1].translate(RAISED), text)
    text = _CHARGE.sub(charge, _POWER.sub(charge, text))
    text = _FORMULA.sub(formula, _MARK.sub(mark, text))
    return text if complete else None


def holds_marks(text: str) -> bool:
    """Whether a text holds marks of raised and lowered characters, formulas of TeX apart."""
    if "$" in text or "\\" in text:
        return False
    if _MARK.search(text):
        return True
    if "~" in text and (_MASS.search(text) or _POWER.search(text) or _CHARGE.search(text)):
        return True
    return any(
        "_" in found[0] and len(re.findall(_ELEMENT, found[0])) > 1
        for found in _FORMULA.finditer(text)
    )


def titled(title: str, *says: str, suggests: str | None = None) -> Example:
    return Example(Record(title=title), says, suggests)


def _platform_markup() -> Examples:
    return (
        titled("1998~(上)2001, 5~10, ~(注)"),  # a range, a swung dash
        titled("Parsing snake_case and file_3 names"),
        titled("H_0, F_1 and X_2 in statistics"),
        titled("$H_3PO_4$ and $CO_2$"),  # TeX
        Example(
            Record(title="Films of TiO_2", provenance=BIBTEX)
        ),  # $\mathrm{TiO_2}$, as it is read
        Example(Record(title="IC_(50)的测定", provenance=BIBTEX), (MARKUP,), suggests="IC₅₀的测定"),
        titled("Pages 3~5, m~n, 2m~3m, A~-B, /a/ ~ /e/"),
        titled("中国CO2排放、Пример_1、한국어"),
        titled("水中Ca~(2+)的测定", MARKUP, suggests="水中Ca²⁺的测定"),
        titled("H_3PO_4活化", MARKUP, suggests="H₃PO₄活化"),
        titled("IC_(50) of CO_2", MARKUP, suggests="IC₅₀ of CO₂"),
        titled("10~(-5) mol", MARKUP, suggests="10⁻⁵ mol"),
        titled("T_(max)的变化", MARKUP, suggests="Tₘₐₓ的变化"),
        titled("~(60)Co与~(13)C", MARKUP, suggests="⁶⁰Co与¹³C"),
        titled("每m~2的产量", MARKUP, suggests="每m²的产量"),
        titled("Na~+与NO_3~-", MARKUP, suggests="Na⁺与NO₃⁻"),
        titled("PM_(2.5)的来源", MARKUP),  # Unicode has no lowered full stop
        titled("K_(ATP)通道", MARKUP),  # Unicode has no lowered capitals
    )


@rule(
    "ENC011",
    "platform-markup",
    severity=Severity.INFO,
    examples=_platform_markup,
    trigger=lambda text: "_" in text or "~" in text,
)
def platform_markup(record: Record) -> Iterator[Finding]:
    """A text holds raised or lowered characters as CNKI marks them: Ca~(2+), H_3PO_4, IC_(50).

    Why: nobody searches for "H_3PO_4", and the marks are printed.

    Not found: ~ of a range, names with underscores, symbols with an index (H_0, F_1), TeX; in
    BibTeX, where formulas were TeX, all but the forms with brackets.

    Source: exports of CNKI.
    """
    of_tex = record.provenance.format == "bibtex"  # TiO_2 was $TiO_2$, the brackets are CNKI's
    for variable, index, value in texts(record):
        if of_tex and not _MARK.search(value):
            continue
        if ("_" in value or "~" in value) and holds_marks(value):
            mended = set_in_unicode(value)
            yield Finding(variable, MARKUP, value=value, suggestion=mended, index=index)


_BUTTON = "引用|收藏|认领|認領|下载|下載|导出|分享"
_COUNT = (
    r"(?:被引(?:量|频次|次数)?|(?:下载|下載|浏览|瀏覽|点击|點擊|阅读|閱讀)(?:量|次数|次數))"
    r"\s*[:：]\s*\d+"
)
LONGEST_TAIL = 400  # characters: a few buttons, and the blanks of the page between them
_TAIL = lazy(
    # A counter is one without a blank before it, too.
    rf"(?:[\s|]+|(?<=[\w)）》”」])(?={_COUNT}))(?:{_COUNT}|{_BUTTON})(?:[\s|]*(?:{_COUNT}|{_BUTTON}))*[\s|]*\Z"
)
_LAST = frozenset("用藏领領载載出享|0123456789\n\t\r ")
_SURE = lazy(rf"{_COUNT}|认领|認領|[\n|]|(?:{_BUTTON})[\s|]*(?:{_BUTTON})")
_ADDRESS = lazy(
    r"[\[【［](?:作者)?(?:单位|單位|机构|機構)[\]】］]\s*[:：]?\s*|作者(?:单位|單位|机构|機構)\s*[:：]\s*"
    r"|^\s*(?:单位|單位|机构|機構)\s*[:：]\s*"
)
_POSTCODE = lazy(r"(?:^|(?<=[\u4e00-\u9fff]))!(?=[\u4e00-\u9fff]{2,6}[,，\s]?\d{6}(?!\d))")
PAGE = "words of a web page at the end of a value"
LABEL = "a label or mark of the platform in an address"


def without_buttons(text: str) -> str:
    """The text without the buttons and counters of a page at its end."""
    start = max(len(text) - LONGEST_TAIL, 0)
    found = _TAIL.search(text, start)
    return text[: found.start()].rstrip() if found and _SURE.search(found[0]) else text


def _platform_residue() -> Examples:
    return (
        titled("中国古籍的收藏"),
        titled("知识产权与艺术品 收藏"),  # one word behind a blank may belong to a title
        titled("被引量与下载量的关系：被引量：5"),
        Example(Record(title="论文", affiliation=("长春大学 长春 130024", "吉林大学化学学院"))),
        titled("Zitieren 引用の研究, Пример, 한국어"),
        titled("碳排放权交易研究 认领 被引量：2", PAGE, suggests="碳排放权交易研究"),
        titled("碳排放权交易研究被引量:12", PAGE, suggests="碳排放权交易研究"),
        titled("碳排放权交易研究 浏览次数：120", PAGE, suggests="碳排放权交易研究"),
        titled("碳排放权交易研究 收藏 引用", PAGE, suggests="碳排放权交易研究"),
        titled("碳排放权交易研究\n 认领被引量：2", PAGE, suggests="碳排放权交易研究"),
        Example(
            Record(abstract="Conclusion: safe.\n引用\n收藏"), (PAGE,), suggests="Conclusion: safe."
        ),
        Example(
            Record(title="论文", affiliation=("[作者单位]吉林大学",)), (LABEL,), suggests="吉林大学"
        ),
        Example(
            Record(title="论文", affiliation=("作者单位：吉林大学",)), (LABEL,), suggests="吉林大学"
        ),
        Example(
            Record(title="论文", affiliation=("【機構】 臺灣大學",)), (LABEL,), suggests="臺灣大學"
        ),
        Example(
            Record(title="论文", affiliation=("吉林大学化学系!长春,130023",)),
            (LABEL,),
            suggests="吉林大学化学系 长春,130023",
        ),
        Example(
            Record(title="论文", affiliation=("东北师范大学!长春130024",)),
            (LABEL,),
            suggests="东北师范大学 长春130024",
        ),
        Example(
            Record(title="论文", affiliation=("!长春130024",)), (LABEL,), suggests="长春130024"
        ),
    )


def beyond_ascii(record: Record) -> bool:
    """A screen: an address, or a character beyond ASCII in one of the values."""
    return bool(record.affiliation) or not (
        record.title.isascii() and record.abstract.isascii() and record.container_title.isascii()
    )


@rule(
    "ENC012",
    "platform-residue",
    severity=Severity.INFO,
    examples=_platform_residue,
    reads=("title", "abstract", "container-title", "affiliation"),
    screen=beyond_ascii,
)
def platform_residue(record: Record) -> Iterator[Finding]:
    """A value ends in buttons or counters of a web page, or an address has the page's label.

    Why: they came with the text when the page was copied, and belong to no work.

    Not found: the same words within a text, or one of them alone behind a blank; postcodes.

    Source: pages and exports of CNKI, Wanfang and VIP.
    """
    for index, address in enumerate(record.affiliation):
        if address.isascii():
            continue
        mended = _POSTCODE.sub(" ", _ADDRESS.sub("", address)).lstrip()
        if mended != address.lstrip():
            yield Finding("affiliation", LABEL, value=address, suggestion=mended, index=index)
    for variable, value in (
        ("title", record.title),
        ("abstract", record.abstract),
        ("container-title", record.container_title),
    ):
        if value[-1:] not in _LAST or value.isascii():
            continue
        mended = without_buttons(value)
        if mended != value:
            yield Finding(variable, PAGE, value=value, suggestion=mended)
