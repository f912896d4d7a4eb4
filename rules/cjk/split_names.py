"""The boxes of a name: family and given name swapped, or cut at the wrong place."""

from __future__ import annotations

from collections.abc import Iterator

from validator.finding import Finding, Severity
from validator.record import NAME_VARIABLES, Name, Parallel, Provenance, Record
from validator.registry import Example, Examples, rule
from validator.text.names.surnames import (
    COMPOUND,
    KOREAN_COMPOUND,
    SINGLE,
    is_japanese_person,
    split_chinese,
)
from validator.text.patterns import lazy
from validator.text.script import HAN, HANGUL, Script, has_cjk, is_cjk_only, script
from validator.text.unicode import fold

from ._families import JAPANESE, KOREAN, NEVER_GIVEN, PLAIN  # noqa: TID251 - of this family
from ._names import lists_of, names_of, pairs, reading, unsplit  # noqa: TID251
from ._scripts import holds_cjk  # noqa: TID251

SWAPPED = "family and given name are swapped"
SWAPPED_AGAINST = "family and given name are swapped: {native} is {right}"
CUT = "a family name of two characters is cut apart: {family}"
CUT_AGAINST = "a family name of two characters is cut apart: {native} is {right}"
COMMA = "a comma inside a name in one piece"


def boxes(family: str, given: str, says: str = "", suggests: str | None = None) -> Example:
    record = Record(author=(Name(family, given),))
    return Example(record, (says,) if says else (), suggests)


def one(literal: str, says: str = "", suggests: str | None = None) -> Example:
    record = Record(author=(Name(literal=literal),))
    return Example(record, (says,) if says else (), suggests)


def against(
    name: Name, other: Name, says: str = "", suggests: str | None = None, /, **args: str
) -> Example:
    """A row: an author, the author in the other script, what is said, and the name mended."""
    record = Record(author=(name,), parallel=Parallel(author=(other,)))
    return Example(record, (says.format(**args),) if says else (), suggests)


_ZHANG, _WANG = Name(literal="张伟"), Name(literal="王小明")


def _splits() -> Examples:
    return (
        # clean
        boxes("张", "伟"),
        boxes("欧阳", "修"),
        boxes("林", "高"),  # both are family names, and nothing tells
        boxes("明", "周"),  # Amane, a Japanese given name
        boxes("鈴木", "隆"),
        boxes("田中", "康"),
        boxes("小林", "武"),
        boxes("东", "方朔"),  # a pen name
        boxes("张", "简明"),  # 张 as often as 张简
        boxes("欧", "阳"),  # whether one or two is the family name
        boxes("남궁", "민"),
        boxes("김", "철수"),
        boxes("买买提", "吐尔逊"),
        boxes("Wei", "Zhang"),  # nothing proves it
        one("张伟"),
        one("山田 太郎"),
        one("李明，王芳"),  # AUT003
        one("买买提·吐尔逊"),
        against(_ZHANG, Name("Zhang", "Wei")),
        against(Name("Zhang", "Wei"), _ZHANG),
        against(Name("Gao", "Shan"), Name("高", "山")),
        against(Name("Shan", "Gao"), Name(literal="山高")),
        against(Name("Wong", "Helena"), Name(literal="黃碧雲")),
        against(Name.parse("Zhang Wei"), _ZHANG),  # the order of a string without boxes
        against(Name("Naren", "Tuya"), Name(literal="娜仁图雅")),
        against(Name("欧", "阳修"), Name("Ou", "Yangxiu")),  # both say so
        against(Name("Tanaka", "Taro"), Name("田中", "太郎")),
        against(Name("Kim", "Chulsoo"), Name("김", "철수")),
        against(Name("Tuya", "Naren"), Name(literal="娜仁图雅")),  # no family name: any order
        against(Name(literal="次仁央宗"), Name("Yangzong", "Ciren")),
        against(Name("Cairang", "Suonan"), Name(literal="索南才让")),
        against(Name("남", "궁억"), Name("Nam", "Gung-eok")),  # both say so
        boxes("선", "우휘"),  # nothing proves it
        boxes("诺敏", "高娃"),
        boxes("小林", "中村"),  # two family names
        boxes("张", "小林"),
        against(Name(literal="李相和"), Name("Yi", "Sang-hwa")),  # Y. begins his family name
        against(Name(literal="李丙燾"), Name("Yi", "Pyong-do")),  # the spelling of custom, of both
        # swapped
        boxes("小明", "王", SWAPPED, "王, 小明"),
        boxes("伟", "张", SWAPPED, "张, 伟"),
        against(Name("Suryadinata", "Leo"), Name(literal="廖建裕")),
        boxes("娜娜", "欧阳", SWAPPED, "欧阳, 娜娜"),
        boxes("志明", "陳", SWAPPED, "陳, 志明"),
        boxes("철수", "김", SWAPPED, "김, 철수"),
        against(
            Name("Wei", "Zhang"),
            _ZHANG,
            SWAPPED_AGAINST,
            "Zhang, Wei",
            native="张伟",
            right="Zhang, Wei",
        ),
        against(
            Name("Xiaoming", "Wang"),
            _WANG,
            SWAPPED_AGAINST,
            "Wang, Xiaoming",
            native="王小明",
            right="Wang, Xiaoming",
        ),
        against(
            _WANG,
            Name("Xiaoming", "Wang"),
            SWAPPED_AGAINST,
            None,
            native="王小明",
            right="Wang, Xiaoming",
        ),
        against(
            Name("Taro", "Tanaka"),
            Name(literal="田中太郎"),
            SWAPPED_AGAINST,
            "Tanaka, Taro",
            native="田中太郎",
            right="Tanaka, Taro",
        ),
        against(
            Name("Chulsoo", "Kim"),
            Name(literal="김철수"),
            SWAPPED_AGAINST,
            "Kim, Chulsoo",
            native="김철수",
            right="Kim, Chulsoo",
        ),
        against(
            Name("太郎", "田中"),
            Name("Tanaka", "Taro"),
            SWAPPED_AGAINST,
            "田中, 太郎",
            native="田中, 太郎",
            right="Tanaka, Taro",
        ),
        against(
            Name("明", "王"),
            Name("Wang", "Ming"),
            SWAPPED_AGAINST,
            "王, 明",
            native="王, 明",
            right="Wang, Ming",
        ),
        Example(
            Record(author=(Name("Wei", "Zhang", native=Name("张", "伟")),)),
            (SWAPPED_AGAINST.format(native="张伟", right="Zhang, Wei"),),
            "Zhang, Wei",
        ),
        Example(  # in BibTeX the last word is the family name
            Record(
                author=(Name.parse("Wang Xiaoming"),),
                parallel=Parallel(author=(_WANG,)),
                provenance=Provenance(format="bibtex"),
            ),
            (SWAPPED_AGAINST.format(native="王小明", right="Wang, Xiaoming"),),
            "Wang, Xiaoming",
        ),
        against(
            Name("Kaii", "Higashiyama"),
            Name(literal="東山魁夷"),
            SWAPPED_AGAINST,
            "Higashiyama, Kaii",
            native="東山魁夷",
            right="Higashiyama, Kaii",
        ),
        boxes("太郎", "田中", SWAPPED, "田中, 太郎"),
        boxes("花子", "鈴木", SWAPPED, "鈴木, 花子"),
        boxes("健太郎", "佐々木", SWAPPED, "佐々木, 健太郎"),
        # cut
        against(
            Name("남", "궁억"),
            Name("Namgung", "Eok"),
            CUT.format(family="남궁"),
            "남궁, 억",
        ),
        against(
            Name("제", "갈량"),
            Name("Jegal", "Ryang"),
            CUT.format(family="제갈"),
            "제갈, 량",
        ),
        boxes("欧", "阳修", CUT.format(family="欧阳"), "欧阳, 修"),
        boxes("司", "馬光", CUT.format(family="司馬"), "司馬, 光"),
        boxes("诸", "葛孔明", CUT.format(family="诸葛"), "诸葛, 孔明"),
        against(
            Name("Ou", "Yangxiu"),
            Name(literal="欧阳修"),
            CUT_AGAINST,
            "Ouyang, Xiu",
            native="欧阳修",
            right="Ouyang, Xiu",
        ),
        against(
            Name("Si", "Ma-Guang"),
            Name(literal="司马光"),
            CUT_AGAINST,
            "Sima, Guang",
            native="司马光",
            right="Sima, Guang",
        ),
        # a comma
        one("李, 明", COMMA, "李明"),
        one("李，明", COMMA, "李明"),
        one("欧阳, 修", COMMA, "欧阳修"),
        one("张, 小明", COMMA, "张小明"),
        one("김, 철수", COMMA, "김철수"),
    )


_JAPANESE_GIVEN = lazy("..?[子郎夫雄男彦恵美太]")
_COMMA = lazy(rf"\s*([{HAN}{HANGUL}]{{1,2}})\s*[,，]\s*([{HAN}{HANGUL}]{{1,3}})\s*")
_BIBTEX = ("bibtex", "biblatex")


@rule(
    "CJK001",
    "name-cjk-split",
    severity=Severity.WARNING,
    examples=_splits,
    reads=NAME_VARIABLES,
    beyond_ascii=holds_cjk,
)
def name_cjk_split(record: Record) -> Iterator[Finding]:
    """The parts of a Chinese, Japanese or Korean name stand in each other's place, a family name of
    two characters is cut apart, or a comma stands in a name of one piece.

    Why: the person is sorted and cited by the given name (Z. Wei for Zhang Wei), and is not found
    beside the same person's other works.

    Not found: romanised names without the native form that proves it; strings that name no parts;
    names of two family names (林/高); cuts that are both possible (张/简明, 东/方朔), or that the
    other script has as well; names with a blank (山田 太郎); Mongolian, Tibetan and Uyghur names,
    which have no family name: what begins with no Chinese one, and is spelt by the Pinyin of each
    character, stands in any order; Korean compound family names (남궁) without the romanised one.

    Source: GB/T 28039-2011; the compound family names of the census.
    """
    proven = dict(_partners(record))
    for variable, index, name in names_of(record):
        partner = proven.get(index) if variable == "author" else None
        for found in _about(name, partner, is_bibtex=record.provenance.format in _BIBTEX):
            template, args, suggestion = found
            yield Finding(variable, template, str(name), suggestion, args=args or None, index=index)
            break


_Said = tuple[str, dict[str, str | int], str | None]


def _partners(record: Record) -> Iterator[tuple[int, Name]]:
    """The places of authors that agree with a name in the other script, and that name."""
    lists = lists_of(record)
    if lists is None:
        return
    for native, roman, _ in pairs(lists):
        main = lists.main_is_native
        yield (native, lists.roman[roman]) if main else (roman, lists.native[native])


def _about(name: Name, partner: Name | None, *, is_bibtex: bool) -> Iterator[_Said]:
    if not has_cjk(str(name)):
        boxed = "," in name.raw or not name.raw or "||" in name.raw or is_bibtex
        if partner and boxed:
            yield from _of_roman(name, partner, is_main=True)
        return
    if name.literal:
        yield from _with_comma(name.literal)
    elif is_cjk_only(name.family) and is_cjk_only(name.given):
        yield from _of_native(name, partner)
    if partner and ("," in partner.raw or not partner.raw or "||" in partner.raw):
        yield from _of_roman(partner, name, is_main=False)


def _with_comma(text: str) -> Iterator[_Said]:
    found = _COMMA.fullmatch(text)
    if not found:
        return
    family, given = found.groups()
    if _is_known(family) and len(family + given) < 5 and not (len(family) == len(given) == 2):
        yield COMMA, {}, family + given


def _of_native(name: Name, partner: Name | None) -> Iterator[_Said]:
    """What is wrong with the boxes of a name in Han or Hangul."""
    family, given = name.family, name.given
    if partner and partner.given and _is_turned(name, partner):
        right = f"{given}, {family}"
        yield SWAPPED_AGAINST, {"native": right, "right": str(partner)}, right
    elif _is_swapped(family, given):
        yield SWAPPED, {}, f"{given}, {family}"
    elif len(family) == 1 and len(given) > 1:
        compound = family + given[0]
        boxed = partner.family if partner and partner.given else ""
        if _is_compound(compound, boxed) if boxed else compound in PLAIN:
            yield CUT, {"family": compound}, f"{compound}, {given[1:]}"


def _is_swapped(family: str, given: str) -> bool:
    """Whether only the box of the given name holds a family name."""
    if given in JAPANESE:
        return family not in JAPANESE and _JAPANESE_GIVEN.fullmatch(family) is not None
    if family in COMPOUND or family in KOREAN_COMPOUND or len(family) > 2:
        return False
    if given in NEVER_GIVEN:
        return family not in SINGLE
    if given in COMPOUND:
        return True
    return len(family) == 2 and given in KOREAN and "가" <= family[0] <= "힣"


def _is_turned(native: Name, roman: Name) -> bool:
    """Whether only the box of the given name holds a family name, and the boxes in Latin letters
    say so, too."""
    if _family_box(native) != "given":
        return False
    swapped, as_is = native.given + native.family, native.family + native.given
    return _is_family(swapped, roman.family, roman.given) and not _is_family(
        as_is, roman.family, roman.given
    )


def _family_box(name: Name) -> str:
    """Which box of a native name holds what is a family name, or the more frequent one; "" for
    both or neither."""
    family, given = name.family, name.given
    if (family in NEVER_GIVEN) is not (given in NEVER_GIVEN):
        return "family" if family in NEVER_GIVEN else "given"
    first = _is_known(family) or is_japanese_person(family + given)
    second = _is_known(given) or is_japanese_person(given + family)
    return "" if first is second else "family" if first else "given"


def _is_known(text: str) -> bool:
    return text in SINGLE or text in COMPOUND or text in KOREAN or text in KOREAN_COMPOUND


def _is_family(native: str, box: str, other: str) -> bool:
    """Whether the family name of a native name is spelt like one box, not like the other."""
    from validator.text.romanise import agreement

    found = agreement(native, f"{box}, {other}")
    first, _, rest = found.reading.partition(" ")
    if first == fold(other) or rest == fold(box).replace(" ", ""):
        return False
    initials = {fold(other)[:1].upper(), reading(native).partition(" ")[2][:1].upper()}
    return any(
        agreement(native, f"{box}, {initial}.").verdict in ("match", "surname-only")
        for initial in initials
        if initial
    )


def _is_compound(compound: str, box: str) -> bool:
    """Whether a compound family name is spelt like a box."""
    if compound in KOREAN_COMPOUND:
        from validator.text.romanise.hangul import fits

        return fits(compound, fold(box))
    if compound not in PLAIN:
        return False
    from validator.text.romanise import agreement

    return agreement(compound, box).verdict == "match"


def _of_roman(roman: Name, native: Name, *, is_main: bool) -> Iterator[_Said]:
    """What is wrong with the boxes of a romanised name, which agrees with a native one."""
    family, given = roman.family, roman.given
    if not (family and given) or roman.particles or roman.suffix:
        return
    whole = unsplit(native)
    if _has_no_family(whole, roman):
        return
    if native.given and _family_box(native) != "family" and _is_known(native.given):
        return  # which of both is swapped, nothing tells
    if _reads_first(whole, roman) or _is_family(whole, family, given):
        if len(native.family) != 1:
            yield from _cut(roman, whole, is_main=is_main)
    elif len(given.split()) <= 1 + (whole[:2] in COMPOUND) and _is_family(whole, given, family):
        right = f"{given}, {family}"
        if _is_western(given) and not _agrees(whole, right):
            return  # Leo Suryadinata is 廖建裕, and Leo no Liao
        yield SWAPPED_AGAINST, {"native": whole, "right": right}, right if is_main else None


def _is_western(given: str) -> bool:
    from validator.text.romanise.customary import WESTERN

    return fold(given) in WESTERN


def _agrees(native: str, roman: str) -> bool:
    from validator.text.romanise import agreement

    return agreement(native, roman).verdict == "match"


def _has_no_family(native: str, roman: Name) -> bool:
    """Whether a name spelt by the Pinyin of each character begins with no Chinese family name, as
    those of Mongols and Tibetans: their parts stand in any order."""
    if len(native) < 3 or split_chinese(native) or script(native) is not Script.HAN:
        return False
    from validator.text.romanise.syllables import is_pinyin

    return is_pinyin(fold(str(roman)).replace(" ", ""), len(native))


def _reads_first(native: str, roman: Name) -> bool:
    """Whether the first part of a name's reading is the family name as it is written, or what
    follows it clearly the given name."""
    from rapidfuzz.fuzz import ratio

    from validator.text.romanise import agreement

    first, _, rest = agreement(native, str(roman)).reading.partition(" ")
    if first == fold(roman.family):
        return True
    family, given = (fold(part).replace("-", "") for part in (roman.family, roman.given))
    return bool(rest) and ratio(rest, given) > ratio(rest, family) + CLEARLY


CLEARLY = 30
"""Of 100: how much more a given name is like the rest of a reading where the family name is spelt
by custom (Yi for 李)."""


def _cut(roman: Name, native: str, *, is_main: bool) -> Iterator[_Said]:
    """A romanised family name that is only the first half of a compound one: "Ou, Yangxiu"."""
    compound = native[:2]
    if len(native) < 3 or compound not in PLAIN or _is_compound(compound, roman.family):
        return
    for end in range(1, len(roman.given)):
        family = roman.family + fold(roman.given[:end]).replace(" ", "")
        rest = roman.given[end:].lstrip("-' ’")
        right = f"{family}, {rest[:1].upper()}{rest[1:]}"
        if _is_compound(compound, family) and _agrees(native, right):
            yield CUT_AGAINST, {"native": native, "right": right}, right if is_main else None
            return
