"""Words for "and others" in lists of names, and lists cut short."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from validator.finding import Finding, Severity
from validator.record import NAME_VARIABLES, Name, Parallel, Record
from validator.registry import Example, Examples, rule
from validator.text.names import Kind
from validator.text.names.particles import word_set
from validator.text.names.surnames import COMPOUND, is_chinese_person
from validator.text.names.titles import IN, ROLE, ROLE_AS_GIVEN
from validator.text.script import has_cjk

from ._listed import CASE, LONGEST, ODD, SIGNS, WORDS, Listed, authors, odd, wrote  # noqa: TID251 - of this family

_ET_AL = word_set(
    "others|et al|& al|and, others|et alia|et-al|et al;|u.v.a|u. mitarb|u.mitarb|and other"
    "|& others|et. al|et.al|and others|others, and|al, et|al., et|al. et|et alii|et aliae"
    "|et coll|et autres|y otros|y otras|y cols|e outros|e altri|en anderen|und andere|u. a|u.a"
    "|등|и соавт|с соавт|et ál"
    "|i in|a kol|ve diğerleri|m. fl|m.fl|и др|и другие|та ін|та інші|і др|وآخرون|و آخرون|و دیگران"
    "|ואחרים|等|等人|他|ほか|外|외|기타",
    "|",
)
_ET_AL_AT_END = (
    r"(?i)[\s,;][(\[]?(?:et\.? ?[aá]l|и соавт|с соавт|등|et\.al|and others"
    r"|et autres|y otr[oa]s|e outros|e altri"
    r"|en anderen|u\. ?a|und andere|ve diğerleri|m\. ?fl|и др(?:угие)?|та ін(?:ші)?|et alii"
    r"|et coll|y cols"
    r"|i in(?=\.)|等(?:主?[编編]|[编編]著|[著译譯])?|ほか|외|وآخرون)[.)\]\s]{0,4}"
    r"(?:[,\s(]{0,2}(?:19|20)\d\d[a-d]?\)?)?\Z"
)
_HAN_AT_END = (
    r"(?<=[一-鿿])(?:ほか|[他外])\s?\d{1,3}\s?[名人]\Z|(?<=[一-鿿]{2})ら\Z"
    r"|(?<=[一-鿿])ほか\Z|(?<=[一-鿿]{4})[\s\u3000]?他\Z"
)
_ET_AL_CUT = word_set("وآخرون 他 ほか 외")  # 等 may be a given name
_SMALL = word_set(
    "vd|y col|e col|e cols|ve ark|ve arkadaşları|e.a|e. a|és mtsai|mtsai|és társai|és mások"
    "|a další|a ďalší|i inni"
    "|i wsp|și alții|și colab|i dr|i sur|in drugi|idr|ym|ja muut|ja muita|og andre|och andra"
    "|i altres|e coll|jt|u.c|ir kt|và cộng sự|và cs|dkk|dan kawan-kawan|και άλλοι|κ.ά|κ.α|и сар"
    "|و همکاران|ועמיתים|และคณะ",
    "|",
)
"""The same in small letters only: in capitals some are initials (E.A.)."""
_SMALL_AT_END = (
    r"[\s,;][(\[]?(?:vd\.|[șş]\.\s?a\.|ym\.|o\.\s?fl\.|jt\.|u\.\s?c\.|ir kt\.|ve ark\.|e\. ?a\."
    r"|(?:és )?mtsai|és társai|i inni|i wsp\.|și colab|i dr\."
    r"|i sur\.|a kol\.|a spol\.|idr\.|ja muut|og andre|och andra|i altres|và cộng sự|dkk\.?"
    r"|και άλλοι|κ\.ά\.|и сар\.|و همکاران)[.)\]\s]{0,4}\Z"
)
_JOINED_OTHERS = (
    r"[\s,;](?:and|[&+]|et|und|y|ed?|i|a|og|och|ja|és|[șş]i|ve|en|и|та|і|και|με|con|with|avec|mit)\s"
    r"(?:others?|all|alii|alia|al|altri|autres|otr[oa]s|outr[oa]s|anderen?|andr[ae]|inni|jiní|druzí"
    r"|další|muut|mások|diğerleri|arkadaşları|colleagues|co-?(?:workers|authors)|collaborators"
    r"|col(?:l|s|leghi|legues|egas|aboradores|laborateurs|laboratori)?|mitarb(?:eiter)?|kol(?:legen)?"
    r"|wsp(?:ółpracownicy|ółautorzy)?|spol(?:upracovníci|uautoři)?|sa?r|s[au]radnici|sodelavci"
    r"|med(?:arbetare|arbejdere|arbeidere)|mtsai|(?:munka)?társai|соавт(?:оры)?|др(?:угие)?|сотр(?:удники)?"
    r"|колл(?:еги)?|інші|άλλοι|συνεργάτες)\.?\Z"
)
"""An "and" and a word for others, in small letters, of the same language or not."""
_HOW_MANY = r"\s?\d{1,3}\s?[名人명]"  # ほか3名
_BRACKETS = " .()[]…（）［］【】"
STORED = "et al. is stored as a person"
CUT = "the list of names is cut short"


def before_et_al(person: Listed) -> str | None:
    """The name before an "and others"; "" where that is all, None where there is none."""
    text = person.text
    turned = f"{person.name.given} {person.name.family}"
    if len(text) < 20 and any(
        re.sub(_HOW_MANY, "", t.lower()).strip(_BRACKETS) in _ET_AL for t in (text, turned)
    ):
        alone = person.place == 0 and person.last
        return None if alone and text == "他" else ""  # a pen name may be
    if len(text) < 20 and any(t.strip(_BRACKETS) in _SMALL for t in (text, turned)):
        return ""
    found = _at_end(text)
    if not found:
        name = person.name
        if name.family and name.given in _ET_AL_CUT and len(name.family) > 3:
            return name.family  # 山田太郎 他
        if name.given and not name.family.isascii() and name.family in _ET_AL_CUT:
            return str(Name.parse(name.given))  # أحمد حسن وآخرون, cut at the last blank
        if within := re.fullmatch(r"([^,;]+) et al\.? ([^\W\d_][^,;]+)", name.literal):
            return str(Name.parse(f"{within[1]} {within[2]}"))  # "P. van et al. Dijk"
        late = None if has_cjk(text) else _at_end(turned)
        if name.given and late:  # "Иванов И. И. и др.", cut at the last blank
            return str(Name.parse(turned[: len(turned) - len(late[0])]))
        front, comma, end = name.literal.partition(",")
        if comma and front.lower().strip(_BRACKETS) in _ET_AL and end.strip():
            role = re.fullmatch(ROLE_AS_GIVEN, end.strip())
            return "" if role else str(Name.parse(end.strip()))  # "et al., Smith, John"
        if comma and (early := _at_end(front)):
            return str(Name.parse(f"{front[: len(front) - len(early[0])]},{end}"))
        inside = name.given and _at_end(name.family)
        if inside:
            family = name.family[: len(name.family) - len(inside[0])].rstrip(" ,;")
            return str(replace(name, family=family)) if family else None
        return None
    rest = text[: len(text) - len(found[0])].rstrip(" ,;")
    if (role := re.match(ROLE, rest)) and role.end() < len(rest):
        rest = rest[role.end() :].lstrip(" .,")
    if person.variable == "editor":  # else In may be a given name
        rest = re.sub(IN, "", rest)
    hitoshi = text.endswith("等") and has_cjk(rest)  # 佐藤 等
    parted = "," in person.name.raw and rest not in COMPOUND  # 刘芳,等
    if hitoshi and (len(rest) > 2 or parted) and is_chinese_person(rest):
        return rest
    return None if hitoshi or not rest else rest


def _at_end(text: str) -> re.Match[str] | None:
    """The "and others" at the end of a text."""
    end = text[-24:]
    return (
        re.search(_ET_AL_AT_END, end)
        or re.search(_SMALL_AT_END, end)
        or re.search(_JOINED_OTHERS, end)
        or (has_cjk(end) and re.search(_HAN_AT_END, end))
        or None
    )


def beside(names: str, others: str, *says: str) -> Example:
    """A row: authors, and those in the other script, both joined by "; "."""
    author, other = (tuple(map(Name.parse, text.split("; "))) for text in (names, others))
    return Example(Record(author=author, parallel=Parallel(author=other)), says)


def _aut005() -> Examples:
    return (
        beside("张伟; 李娜", "Zhang, Wei; Li, Na"),
        beside("平等; 李娜", "Ping, Deng; Li, Na"),
        beside("张伟; 李娜", "Zhang, Wei; 等", STORED),
        beside("田中太郎; 鈴木花子", "Tanaka, Taro; ほか", STORED),
        beside("Zhang, Wei; Li, Na", "张伟; et al.", STORED),
        wrote("Smith, John", "others"),  # BibTeX's own mark, at the end
        wrote("Al Madhoun, Ashraf", "Koti, Lubaina"),
        wrote("平等"),
        wrote("佐藤 等"),  # Hitoshi, a given name
        wrote("Smith, E.A."),
        wrote("E.A."),
        wrote("Jansen, E. A."),
        wrote("Smith et al. 2019", says=STORED, suggests="Smith; others"),
        wrote("B. A. et al. Kuzmanov", says=STORED, suggests="Kuzmanov, B. A.; others"),
        wrote("P. van et al. Dijk", says=STORED, suggests="van Dijk, P.; others"),
        wrote("Yılmaz, Ahmet", "vd.", says=STORED, suggests="others"),
        wrote("Yılmaz, Ahmet vd.", says=STORED, suggests="Yılmaz, Ahmet; others"),
        wrote("Jansen, Piet", "e.a.", says=STORED, suggests="others"),
        wrote("Kovács, István", "és mtsai", says=STORED, suggests="others"),
        wrote("Kovács István és mtsai", says=STORED),
        wrote("Παππάς, Γιώργος", "κ.ά.", says=STORED, suggests="others"),
        wrote("Rossi, Lucia ed altri", says=STORED, suggests="Rossi, Lucia; others"),
        wrote("Popescu, Ion ș.a.", says=STORED, suggests="Popescu, Ion; others"),
        wrote("Sharma, Rina and co-workers", says=STORED, suggests="Sharma, Rina; others"),
        wrote("Hall, And"),
        wrote("Costa e Sá, Ana"),
        wrote("Larsen, Ida m. fl.", says=STORED, suggests="Larsen, Ida; others"),
        wrote("Novák, Jan a kol.", says=STORED, suggests="Novák, Jan; others"),
        wrote("Kowalski, Jan i inni", says=STORED, suggests="Kowalski, Jan; others"),
        wrote("Fisher, Ada", "et al., eds.", says=STORED, suggests="others"),
        wrote("et al., Smith, John", says=STORED, suggests="Smith, John; others"),
        wrote("Smith, John", "et al.", says=STORED, suggests="others"),
        wrote("Smith, John", "al., et", says=STORED, suggests="others"),
        wrote("Smith, John", "et al.", "Jones, Kate", says=STORED, suggests=""),
        wrote("Smith, John", "others", "Jones, Kate", says=STORED, suggests=""),
        wrote("山田 太郎", "ほか3名", says=STORED, suggests="others"),
        wrote(Name("Smith et al.", "John"), says=STORED, suggests="Smith, John; others"),
        wrote("Smith, John et al.", says=STORED, suggests="Smith, John; others"),
        wrote("王明", "等", says=STORED, suggests="others"),
        wrote("山田 太郎", "ほか", says=STORED, suggests="others"),
        wrote("Li, Ming 等", says=STORED, suggests="Li, Ming; others"),
        wrote("Pérez, Ana y otros", says=STORED, suggests="Pérez, Ana; others"),
        wrote("Иванов, И. И.", "и др.", says=STORED, suggests="others"),
        wrote("欧阳修 等", says=STORED, suggests="欧阳修; others"),
        wrote("刘芳,等", says=STORED, suggests="刘芳; others"),
        wrote("欧阳,等"),  # Ouyang Deng
        wrote("Pérez, Ana", "y col.", says=STORED, suggests="others"),
        wrote("Weber, Lena", "u.v.a.", says=STORED, suggests="others"),
        wrote("他"),
        wrote("Smith, John", "& al.", says=STORED, suggests="others"),
        wrote("Smith, John et alii", says=STORED, suggests="Smith, John; others"),
        wrote("García, Ana y cols.", says=STORED, suggests="García, Ana; others"),
        wrote("(Eds.). Michalski et al.", says=STORED, suggests="Michalski; others"),
        Example(Record(editor=(Name.parse("In Michalski et al"),)), (STORED,), "Michalski"),
        wrote("In Kim et al.", says=STORED, suggests="In Kim; others"),
        wrote("Smith et al., John", says=STORED, suggests="Smith, John; others"),
        wrote("山田太郎 他", says=STORED, suggests="山田太郎; others"),
        wrote("أحمد حسن وآخرون", says=STORED, suggests="حسن, أحمد; others"),
        wrote("ほか", "山田 太郎", says=STORED, suggests=""),
        wrote("等", says=STORED, suggests="others"),
        wrote("山田うらら"),
        wrote("山田太郎ら", says=STORED, suggests="山田太郎; others"),
        wrote("山田太郎ほか2名", says=STORED, suggests="山田太郎; others"),
        wrote("김민수 등", says=STORED, suggests="김민수; others"),
        wrote("山田太郎他", says=STORED, suggests="山田太郎; others"),
        wrote("山田太郎ほか", says=STORED, suggests="山田太郎; others"),
        Example(authors("Smith, John", "et al.", format="csl-json"), (STORED,), ""),
    )


@rule(
    "AUT005",
    "author-et-al",
    severity=Severity.WARNING,
    examples=_aut005,
    reads=NAME_VARIABLES,
    of_names=ODD,
)
def author_et_al(record: Record) -> Iterator[Finding]:
    """Words for "and others" are stored as a person, or as a part of one.

    Why: styles print them as a name ("al., E."), and counts of authors take them for one.

    Not found: BibTeX's "and others" at the end of a list, which is its mark for a list cut short
    (AUT018); 等 in a name (Sato Hitoshi), unless a blank or comma parts it from a Latin name.

    Source: CS1 "explicit_et_al"; GB/T 7714-2015 8.1.2, 等.
    """
    for person in odd(record, SIGNS | WORDS | CASE):
        rest = before_et_al(person)
        if rest is None or (person.last and person.text.lower() == "others"):
            continue
        marks_end = person.last and record.provenance.format in ("bibtex", "biblatex")
        parts = (rest, "others" if marks_end else "")
        kept = marks_end or not record.note  # where the format has no mark, a note keeps it
        yield Finding(
            person.variable,
            STORED,
            person.text,
            "; ".join(part for part in parts if part) if kept else None,
            safe=marks_end,
            index=person.place,
            moves=() if marks_end or not kept else (("note", "et al."),),
        )
    yield from _beside(record.parallel.author)


def _beside(names: Sequence[Name]) -> Iterator[Finding]:
    """Words for "and others" of one script that end the list in the other one."""
    if len(names) < 2:
        return
    text = str(names[-1])
    if len(text) > LONGEST or has_cjk(text) is has_cjk(str(names[0])):
        return
    place = len(names) - 1
    person = Listed("author", place, names[-1], Kind.PERSON, text, last=True, odd=0)
    if before_et_al(person) is not None:
        yield Finding("author", STORED, text)


def _aut018() -> Examples:
    return (
        wrote("Smith, John", "Jones, Kate"),
        wrote("王明", "李红"),
        wrote("Smith, John et al. and Jones, Kate"),
        wrote("Smith, John", "et al.", says=CUT),  # and AUT005
        wrote("Smith, John et al.", says=CUT),
        wrote("王明", "等", says=CUT),
        wrote("Smith, John", "others", says=CUT),
        wrote("王明", "others", says=CUT),
    )


@rule(
    "AUT018",
    "author-list-truncated",
    severity=Severity.INFO,
    examples=_aut018,
    reads=NAME_VARIABLES,
    of_names=ODD,
)
def author_list_truncated(record: Record) -> Iterator[Finding]:
    """A list of names ends in "and others", in any words for it.

    Why: the missing names are not found, counted or credited, and duplicates seem to differ.

    Not found: lists that simply end; nothing shows that names are missing. That the words stand
    for a person is AUT005.

    Source: BibTeX, "and others"; GB/T 7714, 等.
    """
    for person in odd(record, SIGNS | WORDS | CASE):
        if person.last and before_et_al(person) is not None:
            yield Finding(person.variable, CUT, person.text, index=person.place)
