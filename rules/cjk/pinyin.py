"""How given names of two syllables are written in Pinyin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from validator.facts import Fact, Ref
from validator.finding import Finding, Severity
from validator.record import Name, Record
from validator.registry import Example, Examples, collection_rule
from validator.text.names.surnames import EAST_ASIAN
from validator.text.patterns import lazy

FORM = "a given name in Pinyin is not written as the others of the file are"

_ONLY_PINYIN = lazy(r"(?i)[qx]|zh")
"""Letters that no other romanisation of Chinese, and none of Korean, has."""
_FORMS = {
    "one word": lazy(r"[A-Z][a-z']+"),
    "capital inside": lazy(r"[A-Z][a-z]+[A-Z][a-z]+"),
    "hyphen": lazy(r"[A-Z][a-z]+-[A-Za-z][a-z]+"),
    "blank": lazy(r"[A-Z][a-z]+ [A-Z][a-z]+"),
}
_CUT = lazy(r"[-' ]|(?<=[a-z])(?=[A-Z])")
LEAST = 10  # names of a file that show its form
USUAL = 0.8  # share of the names that have it


def file(*names: str) -> tuple[Record, ...]:
    """The records of a file, an author each."""
    return tuple(Record(author=(Name.parse(name),)) for name in names)


_MANY = (
    *("Zhang, Xiaoming", "Xu, Wenbo", "Zhao, Lijun", "Qian, Haiyan", "Xie, Yufeng"),
    *("Zhou, Zhiqiang", "Zhu, Yanan", "Zhai, Jingyi", "Zheng, Siyuan", "Xiao, Jianguo"),
)


def _pinyin() -> Examples:
    return (
        Example(file(*_MANY, "Xia, Lihua")),
        Example(
            file(*_MANY, "Xu, Wei", "Xu, W.-B.", "Smith, Mary-Jane")
        ),  # nothing of two syllables
        Example(file(*_MANY, "Chang, Chih-ming", "Tsai, Ing-wen", "Kim, Min Jun")),  # no Pinyin
        Example(file(*_MANY, "Zhang, Xian", "Zhang, Maria")),
        Example(file("Zhang, Xiaoming", "Xu, Wen-Bo")),  # too few
        Example(file(*_MANY, "Xu, Wen-Bo"), (FORM,), "Xu, Wenbo"),
        Example(file(*_MANY, "Zhang, Xiao Ming"), (FORM,), "Zhang, Xiaoming"),
        Example(file(*_MANY, "Zhou, ZhiQiang"), (FORM,), "Zhou, Zhiqiang"),
        Example(file(*_MANY, "Xu, Xi-An"), (FORM,), "Xu, Xi'an"),
    )


def form_of(name: Name) -> str:
    """The form of a given name of two syllables of Pinyin, "" for every other name."""
    given = name.given
    if len(given) > 20 or not given.isascii() or name.family.lower() not in EAST_ASIAN:
        return ""
    if not _ONLY_PINYIN.search(f"{name.family} {given}"):
        return ""
    form = next((form for form, pattern in _FORMS.items() if pattern.fullmatch(given)), "")
    if not form:
        return ""
    from validator.text.romanise.syllables import is_pinyin

    parts = [part.lower() for part in _CUT.split(given)]
    whole = "".join(parts)
    if len(parts) == 2:
        return form if all(is_pinyin(part, 1) for part in parts) else ""
    return form if is_pinyin(whole, 2) and not is_pinyin(whole, 1) else ""


def forms_of(record: Record) -> object:
    """What CJK004 keeps of a record: the forms of its authors' given names, with what would be
    one word."""
    kept = [
        (index, form, str(name), f"{name.family}, {_in_one_word(name.given)}")
        for index, name in enumerate(record.author)
        if (form := form_of(name))
    ]
    return kept or None


def _in_one_word(given: str) -> str:
    """A given name of two syllables as GB/T 28039 writes it: Xiaoming, Xi'an."""
    parts = [part.lower() for part in _CUT.split(given)]
    joint = "'" if len(parts) > 1 and parts[1][0] in "aeo" else ""
    return joint.join(parts).capitalize() if len(parts) > 1 else given


@collection_rule(
    "CJK004",
    "pinyin-form",
    severity=Severity.INFO,
    observe=forms_of,
    examples=_pinyin,
    reads=("author",),
    default=False,
)
def pinyin_form(facts: Sequence[Fact]) -> Iterator[tuple[Ref, Finding]]:
    """A given name of two syllables is written in another way than the others of the file:
    Xiao-Ming or Xiao Ming among Xiaoming.

    Why: one person is two in an index, and Xiao Ming is shortened to X. M. where Xiaoming is X.

    Not found: names without letters that only Pinyin has, which may be Wade-Giles, Cantonese or
    Korean; files with fewer than ten such names, or without a form that four in five have. How
    somebody writes the own name is a choice: it is off by default.

    Source: GB/T 28039-2011, 5.1: given names of two syllables are one word.
    """
    counts = Counter((fact.ref.path, form) for fact in facts for _, form, *_ in fact.value)
    totals = Counter[str]()
    for (path, _), count in counts.items():
        totals[path] += count
    usual = {
        path: form
        for (path, form), count in counts.items()
        if totals[path] >= LEAST and count >= USUAL * totals[path]
    }
    for ref, kept in facts:
        for index, form, value, mended in kept:
            if form != usual.get(ref.path, form):
                better = mended if usual[ref.path] == "one word" else None
                yield ref, Finding("author", FORM, value, suggestion=better, index=index)
