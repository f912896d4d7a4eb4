"""Brackets and quotation marks without a partner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.finding import Finding, Severity
from validator.record import Record
from validator.registry import Examples, rule
from validator.text.patterns import lazy

from ._examples import LONGEST, titled  # noqa: TID251 - of this family

UNBALANCED = "a bracket or quotation mark has no partner"
MIXED = "a quotation mark is closed by one of another kind"


def _paired_rows() -> Examples:
    return (
        # clean
        titled("Therapy (a review) of [mesenchymal] cells"),
        titled("On the interval [0,1) and (0, 1]"),
        titled("Sur l'intervalle ]0,1["),
        titled("The dog's breakfast"),
        titled("Rock 'n' roll"),
        titled('A 12" telescope'),
        titled('Responsa of the Rashb"a; מחקר בתנ"ך'),  # gershayim
        titled("A 12” telescope"),
        titled("“Quoted” and „zitiert“ and »zitiert« and « cité »"),
        titled("„Cytat” polski"),
        titled("论《红楼梦》的“真”与「假」"),
        titled("新形势下（一)的研究"),  # one bracket full-width, one not
        titled("1) first things 2) last things"),
        titled("a) Was ist b) Aufklärung"),
        titled("一）总论 二）各论"),
        titled("Be happy :)"),
        titled("Prices from $5 to $10"),
        titled("Earning $100 a day"),
        titled("Bounds on $O(n)$"),
        titled("p < 0.05 > 0.01"),
        titled("The ring Z[x]/(x^2)"),
        titled("Le “mot”"),
        titled("(Re)thinking (post)modernism"),
        titled("”Citat” på svenska, »citat» också"),
        titled("Home » News › Sport"),  # arrows of web pages
        titled("Ke$ha, $ign and US$: the $ in pop"),
        titled("A plan of $million savings"),
        titled("מחקר בתנ”ך"),  # gershayim
        titled('KOMA"=Script und das DFG"=Programm', type="book"),  # the hyphens of babel
        titled('Историко"=философские тезисы'),
        # unbalanced
        titled("Therapy (a review of cells", UNBALANCED),
        titled("Therapy a review) of cells", UNBALANCED),
        titled("Cells) and (matrix", UNBALANCED),
        titled("Cells [in vitro", UNBALANCED),
        titled("论《红楼梦的真与假", UNBALANCED),
        titled("红楼梦》研究", UNBALANCED),
        titled("研究（一", UNBALANCED),
        titled("「日本語の研究", UNBALANCED),
        titled("삼국사기』 연구", UNBALANCED),
        titled("“Quoted and left open", UNBALANCED),
        titled("“Quoted” and “left open", UNBALANCED),
        titled("论真”与假", UNBALANCED),
        titled("„Das Kapital gelesen", UNBALANCED),
        titled("«Война и мир как текст", UNBALANCED),
        titled('“Quoted" in a title', MIXED, suggests="“Quoted” in a title"),
        titled("Bounds on $O(n^2) time", UNBALANCED),
        titled("The role $of tests", UNBALANCED),
        titled("Decision trees$", UNBALANCED),
        titled("The $α decay of uranium", UNBALANCED),  # "$\\alpha decay", read
        titled('Detecting "virus infection', UNBALANCED),
        titled('Detecting" infection', UNBALANCED),
        titled('"中国文化研究', UNBALANCED),
        titled("Les ‹mots des autres", UNBALANCED),
        titled("Мир» и война", UNBALANCED),
        titled("Обзор (часть первая", UNBALANCED),
        titled("دراسة (الجزء الأول", UNBALANCED),
    )


_SIGNS = lazy('[()（）\\[\\]［］{}《》〈〉「」『』【】〔〕“”„«»‹›$"]')
_ROUND = str.maketrans("（）［］", "()[]")
_NO_PAIR = re.compile(
    r"[\[(\]][^\[\]()]{1,30}[,;][^\[\]()]{1,30}[\])\[]"  # intervals
    r"|(?:^|[\s,;.:(])\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5}|[一二三四五六七八九十]{1,3})\)(?=\s|$|[^\W\d_])"
    r"|[:;]-?[()]"  # faces
)
_PAIRS = ("()", "[]", "{}", "《》", "〈〉", "「」", "『』", "【】", "〔〕")
_BRACKETS = lazy("[()\\[\\]{}《》〈〉「」『』【】〔〕]")
_LATER_QUOTE = lazy('“([^“”"]{1,300})"')


def holds_signs(record: Record) -> bool:
    """A screen: a bracket, a dollar sign or a quotation mark."""
    title = record.title
    if not title.isascii():
        return _SIGNS.search(title) is not None
    return (
        "(" in title
        or ")" in title
        or "[" in title
        or "]" in title
        or "$" in title
        or "{" in title
        or "}" in title
        or '"' in title
        or "&" in title
    )


@rule(
    "TIT008",
    "title-unbalanced",
    severity=Severity.WARNING,
    examples=_paired_rows,
    reads=("title",),
    screen=holds_signs,
)
def title_unbalanced(record: Record) -> Iterator[Finding]:
    """A bracket, a quotation mark or a dollar sign of the title has no partner.

    Why: the title was cut off, or a character was lost on the way.

    Not found: intervals, numbers of a list (1), a)), faces, apostrophes, inches, prices and
    dollars that stand for a letter, straight quotation marks within a word (gershayim, and the
    hyphens "= and "~ of babel), the
    quotation marks of other languages, which pair in other ways, and » as an arrow.

    Source: measured on titles of the ACL Anthology; eLife's checks of reference titles.
    """
    title = record.title
    if len(title) > LONGEST:
        return
    if "&" in title:  # &quot; may be the partner, or lack one
        from html import unescape

        title = unescape(title)
    plain = title if title.isascii() else title.translate(_ROUND)
    if (not _paired(plain) and not _paired(_NO_PAIR.sub(" ", plain))) or lone_dollar(plain):
        yield Finding("title", UNBALANCED, value=record.title)
    elif lone_quote(title) or lone_straight(title):
        mended = _LATER_QUOTE.sub("“\\1”", title)
        if mended != title and not lone_quote(mended) and not lone_straight(mended):
            yield Finding("title", MIXED, value=record.title, suggestion=mended)
        else:
            yield Finding("title", UNBALANCED, value=record.title)


def _paired(text: str) -> bool:
    """Whether each kind of bracket opens before it closes, as often as it closes."""
    found = "".join(_BRACKETS.findall(text))
    for pair in _PAIRS if found.replace("()", "") else ():
        if pair[0] not in found and pair[1] not in found:
            continue
        depth = 0
        for sign in found:
            depth += (sign == pair[0]) - (sign == pair[1])
            if depth < 0:
                return False
        if depth:
            return False
    return True


_CLOSES_WORD = re.compile("[^\\d\\s\u0590-\u05ff]”|^”|\\s”")


_ENDS_WORD = re.compile(r"(?<=[^\W\d_])[»›](?![^\W_])")


def lone_quote(text: str) -> bool:
    """A quotation mark without a partner: “ closes in German, ” opens in Swedish, » in German."""
    if text.isascii():
        return False
    for pair in ("«»", "‹›"):
        if (text.count(pair[0]) + text.count(pair[1])) % 2 and (
            pair[0] in text or _ENDS_WORD.search(text)
        ):
            return True
    low, left, right = text.count("„"), text.count("“"), text.count("”")
    if low:
        return left + right + text.count('"') < low
    if left and not right:
        return left % 2 == 1
    if right and not left:
        return right % 2 == 1 and _CLOSES_WORD.search(text) is not None and '"' not in text
    return left == right + 1 and text.rfind("“") > text.rfind("”")


_STRAIGHT = re.compile(r'(?<![^\W_])"|(?<![\d\u0590-\u05ff])"(?![^\W_])')


def lone_straight(text: str) -> bool:
    """An odd straight quotation mark at the edges of words: none of inches or of gershayim, and
    beside no mark of another kind that may be its partner.
    """
    if '"=' in text or '"~' in text:
        text = _BABEL.sub("-", text)
    if text.count('"') % 2 == 0 or "``" in text or "''" in text or '\\"' in text:
        return False
    if not text.isascii() and not _OTHER_QUOTES.isdisjoint(text):
        return False
    return len(_STRAIGHT.findall(text)) == text.count('"')


_BABEL = re.compile(r'(?<=[^\W\d_])"[=~](?=[^\W\d_])')
"""How German and Russian are hyphenated in LaTeX: "KOMA"=Script"."""
_OTHER_QUOTES = frozenset("“”„‟″«»")
_LONE_DOLLAR = re.compile(
    r"(?<!\S)\$(?![mb]illion|[mb]n?\b|thousand|trillion|k\b)[a-zα-ω]|(?<=[a-z]{3})\$(?!\S)"
)


def lone_dollar(text: str) -> bool:
    """An odd dollar sign in a title with marks of TeX, or one at the edge of a word; elsewhere it
    is money.
    """
    if "$" not in text or text.count("$") % 2 == 0:
        return False
    return any(sign in text for sign in "\\^_{") or (
        text.count("$") == 1 and _LONE_DOLLAR.search(text) is not None
    )
