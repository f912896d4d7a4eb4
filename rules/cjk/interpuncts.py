"""The dot between the parts of a name written by sound."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from validator.finding import Finding, Severity
from validator.record import NAME_VARIABLES, Name, Record
from validator.registry import Example, Examples, rule
from validator.text.names.surnames import is_japanese_person
from validator.text.patterns import lazy
from validator.text.script import HAN, KANA

from ._scripts import holds_cjk  # noqa: TID251 - of this family
from .spacing import is_japanese  # noqa: TID251 - of this family

OTHER_DOT = "the dot between the parts of a name is not the interpunct ·"


def written(name: str, says: str = "", suggests: str | None = None, **values: str) -> Example:
    record = Record(author=(Name.parse(name),), **values)  # type: ignore[arg-type]
    return Example(record, (says,) if says else (), suggests)


def _dots() -> Examples:
    return (
        # clean
        written("阿尔伯特·爱因斯坦"),
        written("戴维·A. 帕特森"),
        written("アルベルト・アインシュタイン"),  # the dot of Katakana
        written("E.托马斯"),  # an initial
        written("J.K.罗琳"),
        written("山田太郎・佐藤花子"),  # two people: AUT003
        written("約翰・史密斯", language="ja"),
        written("김철수"),
        written("Smith, J."),
        written("Gal•la, Ana"),  # Catalan, in other letters
        # other dots
        written("阿尔伯特•爱因斯坦", OTHER_DOT, suggests="阿尔伯特·爱因斯坦"),
        written("阿尔伯特・爱因斯坦", OTHER_DOT, suggests="阿尔伯特·爱因斯坦"),
        written("阿尔伯特‧爱因斯坦", OTHER_DOT, suggests="阿尔伯特·爱因斯坦"),
        written("阿尔伯特･爱因斯坦", OTHER_DOT, suggests="阿尔伯特·爱因斯坦"),
        written("阿尔伯特.爱因斯坦", OTHER_DOT, suggests="阿尔伯特·爱因斯坦"),
        written("阿尔伯特．爱因斯坦", OTHER_DOT, suggests="阿尔伯特·爱因斯坦"),
        written("阿尔伯特∙爱因斯坦", OTHER_DOT, suggests="阿尔伯特·爱因斯坦"),
        written("阿爾伯特⋅愛因斯坦", OTHER_DOT, suggests="阿爾伯特·愛因斯坦"),
        written("戴维•A. 帕特森", OTHER_DOT, suggests="戴维·A. 帕特森"),
        written("买买提•吐尔逊", OTHER_DOT, suggests="买买提·吐尔逊"),
    )


# Katakana has ・ for its own; a full stop stands between Han alone, as behind Latin it is one.
_DOT = lazy(
    rf"(?<=[{HAN}]) ?[•‧∙⋅・･\u0387●] ?(?=[{HAN}A-Z])|(?<=[{HAN}A-Z])[•‧∙⋅・･\u0387●] ?(?=[{HAN}])"
    rf"|(?<=[{HAN}]{{2}})[.．](?=[{HAN}]{{2}})"
)
_KANA = lazy(f"[{KANA}]")
LONGEST_NAME = 60  # characters


@rule(
    "CJK002",
    "name-interpunct",
    severity=Severity.INFO,
    examples=_dots,
    reads=NAME_VARIABLES,
    beyond_ascii=holds_cjk,
)
def name_interpunct(record: Record) -> Iterator[Finding]:
    """A Chinese name written by sound has another dot between its parts than ·.

    Why: 阿尔伯特•爱因斯坦 and 阿尔伯特·爱因斯坦 are two people to every program.

    Not found: ・ in Japanese names; initials (E.托马斯); whole names of two people.

    Source: GB/T 15834-2011 4.14: the interpunct is U+00B7; of the names of real Chinese records
    85 in 99 have it.
    """
    if is_japanese(record):
        return
    for variable in NAME_VARIABLES:
        for index, name in enumerate(getattr(record, variable)):
            if mended := with_interpuncts(name):
                safe = bool(name.literal and not (name.orcid or name.affiliation or name.native))
                yield Finding(
                    variable, OTHER_DOT, str(name), suggestion=str(mended), safe=safe, index=index
                )


def with_interpuncts(name: Name) -> Name | None:
    """The name with · between its parts, None where no other dot stands there."""
    parts = {"literal": name.literal, "family": name.family, "given": name.given}
    new = {key: _mended(part) for key, part in parts.items()}
    return replace(name, **new) if new != parts else None  # type: ignore[arg-type]


def _mended(part: str) -> str:
    if part.isascii() or len(part) > LONGEST_NAME or _KANA.search(part):
        return part
    pieces = _DOT.split(part)
    if len(pieces) < 2 or all(map(is_japanese_person, pieces)):
        return part
    return "·".join(pieces)
