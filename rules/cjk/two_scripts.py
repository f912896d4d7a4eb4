"""One person in two scripts where the format has one name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from validator.finding import Finding, Severity
from validator.record import NAME_VARIABLES, Name, Record
from validator.registry import Example, Examples, rule
from validator.text.names import Kind
from validator.text.patterns import lazy
from validator.text.script import HAN, HANGUL, KANA, has_cjk, has_latin

from ._names import LONGEST, MOST, unsplit  # noqa: TID251 - of this family
from ._scripts import holds_cjk  # noqa: TID251

TWICE = "the list has people twice, in two scripts: {native} is {roman}"
IN_ONE = "one name in two scripts: {native} is {roman}"


def written(
    names: str, says: str = "", suggests: str | None = None, /, title: str = "", **args: str
) -> Example:
    """A row: authors joined by "; ", what is said of them, and the list or the name mended."""
    people = tuple(Name.parse(name) for name in names.split("; "))
    return Example(
        Record(author=people, title=title), (says.format(**args),) if says else (), suggests
    )


def _both() -> Examples:
    return (
        # clean
        written("张伟; 李娜"),
        written("Zhang, Wei; Li, Na"),
        written("张伟; Smith, John"),
        written("张伟; Zhang, W."),  # an initial: 张薇 or 张文
        written("张伟; Zhang, Na"),
        written("王力; Wang, Helena"),  # the family name alone
        written("张伟; 李娜; Smith, John; Wang, Fang"),
        Example(Record(author=(Name("张", "伟", native=Name("Zhang", "Wei")),))),  # declared
        written("戴维·A. 帕特森"),
        written("E.托马斯"),
        written("李明 (Ed.)"),
        written("国际标准化组织(ISO)"),
        written("中国科学院 CAS"),
        written("李明 (Corresponding Author)"),
        written("[美]富勒"),
        written("山田太郎 (Tokyo)"),
        # twice
        written("张三; Zhang, San", TWICE, "张三", native="张三", roman="Zhang, San"),
        written("Zhang, San; 张三", TWICE, "Zhang, San", native="张三", roman="Zhang, San"),
        written(
            "张伟; 李娜; Zhang, Wei; Li, Na",
            TWICE,
            "张伟; 李娜",
            native="张伟",
            roman="Zhang, Wei",
        ),
        written(
            "Wei Zhang; Na Li; Smith, John; 张伟; 李娜",
            TWICE,
            "Zhang, Wei; Li, Na; Smith, John",
            native="张伟",
            roman="Zhang, Wei",
        ),
        written(
            "張志明; Chang, Chih-ming; 林美玲; Lin, Mei-ling",
            TWICE,
            "張志明; 林美玲",
            native="張志明",
            roman="Chang, Chih-ming",
        ),
        written("김철수; Kim, Chulsoo", TWICE, "김철수", native="김철수", roman="Kim, Chulsoo"),
        written(
            "田中太郎; Tanaka, Taro", TWICE, "田中太郎", native="田中太郎", roman="Tanaka, Taro"
        ),
        # in one string
        written("张三 (Zhang San)", IN_ONE, "Zhang, San", native="张三", roman="Zhang San"),
        written(
            "张三 (Zhang San)", IN_ONE, "张三", title="语言学", native="张三", roman="Zhang San"
        ),
        written("Zhang San（张三）", IN_ONE, "Zhang, San", native="张三", roman="Zhang San"),
        written("Zhang San 张三", IN_ONE, "Zhang, San", native="张三", roman="Zhang San"),
        written("张三 Zhang San", IN_ONE, "Zhang, San", native="张三", roman="Zhang San"),
        written("張三/Zhang San", IN_ONE, "Zhang, San", native="張三", roman="Zhang San"),
        written("黃碧雲 Helena WONG", IN_ONE, "WONG, Helena", native="黃碧雲", roman="Helena WONG"),
        written(
            "김철수 (Kim Chulsoo)", IN_ONE, "Kim, Chulsoo", native="김철수", roman="Kim Chulsoo"
        ),
        written(
            "田中太郎 (Tanaka Taro)",
            IN_ONE,
            "田中太郎",
            title="日本語",
            native="田中太郎",
            roman="Tanaka Taro",
        ),
        Example(
            Record(author=(Name("张 Zhang", "三 San"),), title="语言学"),
            (IN_ONE.format(native="张三", roman="Zhang San"),),
            "张三",
        ),
    )


_NATIVE = lazy(f"[{HAN}{KANA}{HANGUL}]+")
_ROMAN = lazy(r"[^\W\d_][^\d_,;()（）\[\]【】/]*[^\W\d_]")
_MARKS = lazy(rf"[{HAN}{KANA}{HANGUL}]|[（(）)\[\]【】/／|·,，\s.'’‘`\-－]|[^\W\d_]")


@rule(
    "CJK003",
    "name-two-scripts",
    severity=Severity.WARNING,
    examples=_both,
    reads=NAME_VARIABLES,
    beyond_ascii=holds_cjk,
)
def name_two_scripts(record: Record) -> Iterator[Finding]:
    """One person stands twice in a list, in Chinese, Japanese or Korean characters and in Latin
    letters, or one name holds both forms.

    Why: the person is counted and cited twice; of a name in both forms no program knows the family
    name.

    Not found: the other form in a field of its own; names of which only the family name or
    initials agree, which may be those of two people, unless they stand in one string; organisations
    and their acronyms; initials in a name written by sound (戴维·A. 帕特森).

    Source: Zotero's connectors for Chinese journals; the proceedings of CCL, four of which list
    their authors so.
    """
    for variable in NAME_VARIABLES:
        names: Sequence[Name] = getattr(record, variable)
        if len(names) > 1 and (found := _twice(names)):
            kept = "; ".join(_as_text(n) for i, n in enumerate(names) if i not in found)
            native, roman = next(iter(found.values()))
            args = {"native": unsplit(native), "roman": str(roman)}
            value = "; ".join(str(names[place]) for place in found)
            yield Finding(variable, TWICE, value, suggestion=kept, args=args)
            continue
        for index, name in enumerate(names):
            if in_both := _in_both(name):
                native_text, roman_text = in_both
                better = native_text if has_cjk(record.title) else _family_first(*in_both)
                args = {"native": native_text, "roman": roman_text}
                yield Finding(variable, IN_ONE, str(name), better, args=args, index=index)


def _twice(names: Sequence[Name]) -> dict[int, tuple[Name, Name]]:
    """The places of the second forms of names, with both: those in the script that the first of
    the list has not."""
    if len(names) > 2 * MOST or any(len(str(name)) > LONGEST for name in names):
        return {}
    is_native = [has_cjk(str(name)) for name in names]
    if all(is_native) or not any(is_native):
        return {}
    from validator.text.romanise import Verdict, agreement

    native = [i for i, one in enumerate(is_native) if one]
    roman = [
        i for i, name in enumerate(names) if not is_native[i] and name.given and not _is_short(name)
    ]
    pairs = []
    for i in native:
        for j in roman:
            if agreement(str(names[i]), str(names[j])).verdict is Verdict.MATCH:
                pairs.append((i, j))
                roman.remove(j)
                break
    if not pairs:
        return {}
    keeps_native = is_native[min(min(pair) for pair in pairs)]
    return {(j if keeps_native else i): (names[i], names[j]) for i, j in pairs}


def _is_short(name: Name) -> bool:
    """Whether a given name is of initials."""
    return "." in name.given or not any(len(word) > 1 for word in name.given.split())


def _in_both(name: Name) -> tuple[str, str] | None:
    """Both forms of a name that holds it in two scripts, None where it does not."""
    parts = (name.literal,) if name.literal else (name.family, name.given)
    text = " ".join(parts)
    if not has_cjk(text) or not has_latin(text) or len(text) > LONGEST:
        return None
    if _MARKS.sub("", text) or name.kind is Kind.BODY:
        return None
    native = "".join(_NATIVE.findall(text))
    latin = " ".join(_NATIVE.sub(" ", text).replace("（", " ").replace("）", " ").split())
    found = _ROMAN.search(latin)
    if not found or not 1 < len(native) <= 8:
        return None
    roman = found[0].strip()
    from validator.text.romanise import agreement

    verdict = agreement(native, roman).verdict
    return (native, roman) if verdict in ("match", "surname-only") else None


def _family_first(native: str, roman: str) -> str:
    """The romanised form with a comma behind the family name, as the native form tells it."""
    from validator.text.romanise import agreement

    words = roman.split()
    if "," in roman or len(words) < 2:
        return roman
    forms = (
        (words[0], " ".join(words[1:])),
        (words[-1], " ".join(words[:-1])),
    )
    for family, given in forms:
        if agreement(native, f"{family}, {given[:1]}.").verdict in ("match", "surname-only"):
            return f"{family}, {given}"
    return roman


def _as_text(name: Name) -> str:
    """A name such that reading it gives its parts again."""
    text = str(name)
    read = Name.parse(text)
    same = (read.family, read.given, read.literal) == (name.family, name.given, name.literal)
    return text if same else f"{{{text}}}"
