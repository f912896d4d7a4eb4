"""Titles, degrees, roles and countries stored as a part of a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.finding import Finding, Severity
from validator.record import NAME_VARIABLES, Name, Record
from validator.registry import rule
from validator.text.names import Kind
from validator.text.names.bodies import is_body
from validator.text.names.particles import word_set
from validator.text.names.surnames import is_chinese_person
from validator.text.script import has_cjk

from ._listed import SIGNS, WORDS, Listed, cut_out, odd, oddities, wrote  # noqa: TID251 - of this family
from .separators import before_et_al  # noqa: TID251

EDGES = " ,;，；、"


def tidy(text: str) -> str:
    """A name after something was cut out of it: no double blanks, no separators at the edges."""
    text = " ".join(text.replace("()", "").replace("（）", "").split())
    text = text.replace(" ,", ",").strip(EDGES)
    return text[1:] if text.startswith("(") and ")" not in text else text


_TITLES = word_set(
    "dr dr. prof prof. professor dra. drs. dr.-ing. dipl.-ing. univ.-prof. mr mr. mrs mrs. ms. "
    "rev. dott. doctor проф. проф профессор д-р доц. акад."
)
_DEGREES = word_set("phd ph.d. ph.d dphil d.phil. msc m.sc. bsc b.sc. pharmd psyd mbbs mbchb")
_ARTS = word_set("m.a. b.a.")
# In capitals these are initials too: "Smith MD", "Smith, M.D."
_DOUBTFUL = word_set("md m.d. mph rn mba jd dds dvm llm edd frcp frcs facp facs mrcp dsc esq esq.")
_RUSSIAN = r"(?:^|(?<=\s))[кд]\.\s?[а-я]{1,4}\.(?:-[а-я]{1,4}\.)?\s?н\.(?:,?\s|\Z)"  # к.т.н.
_CJK_TITLE = (
    r"(?:研究[员員]|副?教授|博士|院士|先生|女士|主[编編]|[编編]著|[编編]者|译者|譯者|监修|監修"
    r"|[\s,，]+(?:[著编編译譯撰校注訳绘]|著者|作者|교수|박사|지음|옮김|엮음|편저?|저|역))\Z"
)
_ORIGIN = r"^[\[［【(（〔][^\W\d_]{1,4}[\]］】)）〕][\s·]*(?=[^\W\d_])"
_COMPANY = r"^[(（\[［](?:株|有|社|財|财|独|公|一|合|学|宗|医)[)）\]］]"
ROLE = (
    r"(?i)[\[(（](?:eds?|editors?|hrsg|hg|trans|transl|translators?|comp|ill|dir|coord|主编|主編|编|編|著|译|譯)"
    r"\.?[\])）]"
)
ROLE_AS_GIVEN = r"(?:[Ee]ds|[Ee]ditors?|[Hh]rsg|ed)\.?\)?"
"""A role that a comma made a given name: "Smith, eds". "Ed" with a capital is a name."""
_IN = r"(?i)\Ain(?::\s*|\s+)(?=[^\W\d_])"  # of the citation: "In D. Sleeman (Ed.)"
TITLE = "the title, degree or role {part} stands in the name"
ORIGIN = "the country or dynasty {part} stands in the name"

AUT006 = (
    wrote("Drăgan, Ion"),
    wrote("Profeta, Edvard"),
    wrote("Smith, John, Jr."),
    wrote("Smith, John, III"),
    wrote("Smith, M.D."),  # initials
    wrote("Sloot, Peter M.A."),
    wrote("Smith MD"),  # Vancouver's initials
    wrote("Seuss, Dr."),  # nothing is left without it: a pen name
    wrote("Ma, Jing"),
    wrote("Mdluli, Thandi"),
    wrote("主編委員会"),
    wrote("（株）日立製作所"),  # a company's form, not a country
    wrote("山田 博士"),  # Hiroshi, a given name
    wrote("王博士"),  # may be a whole name
    wrote("Catmull, Ed"),
    wrote("et al. (Eds.)"),  # AUT005
    wrote("Prof. John Smith", says=TITLE, part="Prof.", suggests="Smith, John"),
    wrote("Smith, Dr. John", says=TITLE, part="Dr.", suggests="Smith, John"),
    wrote("Smith, John, PhD", says=TITLE, part="PhD", suggests="Smith, John"),
    wrote("Smith, John MD", says=TITLE, part="MD", suggests="Smith, John"),
    wrote("Müller, Prof. Dr. Hans", says=TITLE, part="Prof. Dr.", suggests="Müller, Hans"),
    wrote("Smith, John (ed.)", says=TITLE, part="(ed.)", suggests="Smith, John"),
    wrote("P. Pfahler, eds.", says=TITLE, part="eds.", suggests="P. Pfahler"),
    wrote("T. Mitchell, editors", says=TITLE, part="editors", suggests="T. Mitchell"),
    wrote("In J. Laird, editor", says=TITLE, part="In editor", suggests="J. Laird"),
    wrote("In D. Sleeman (Ed.)", says=TITLE, part="In (Ed.)", suggests="D. Sleeman"),
    wrote("(D. Touretzky, ed.)", says=TITLE, part="( ed.)", suggests="D. Touretzky"),
    wrote("John Smith, PhD", says=TITLE, part="PhD", suggests="Smith, John"),
    wrote("Smith, Mr. John", says=TITLE, part="Mr.", suggests="Smith, John"),
    wrote("Иванов, проф. Иван", says=TITLE, part="проф.", suggests="Иванов, Иван"),
    wrote(Name("Prof. Smith", "John"), says=TITLE, part="Prof.", suggests="Smith, John"),
    wrote(Name("Smith Ph.D.", "John"), says=TITLE, part="Ph.D.", suggests="Smith, John"),
    wrote(Name("Smith", "John", suffix="M.A."), says=TITLE, part="M.A.", suggests="Smith, John"),
    wrote(Name(literal="Mrs. Jane Smith"), says=TITLE, part="Mrs.", suggests="Jane Smith"),
    wrote("Кузнецова, к.т.н. Ольга", says=TITLE, part="к.т.н.", suggests="Кузнецова, Ольга"),
    wrote("鈴木美穂著", says=TITLE, part="著", suggests="鈴木美穂"),
    wrote(Name("Smith M.D.", "John"), says=TITLE, part="M.D.", suggests="Smith, John"),
    wrote("Smith, John, M.A.", says=TITLE, part="M.A.", suggests="Smith, John"),
    wrote("長谷川博士"),  # Hasegawa Hiroshi
    wrote("田中博之博士", says=TITLE, part="博士", suggests="田中博之"),
    wrote("岡本隆編", says=TITLE, part="編", suggests="岡本隆"),
    wrote("渡辺由美編", says=TITLE, part="編", suggests="渡辺由美"),
    wrote("김민수 편", says=TITLE, part="편", suggests="김민수"),
    wrote("费孝通译", says=TITLE, part="译", suggests="费孝通"),
    wrote("李明（译）", says=TITLE, part="（译）", suggests="李明"),
    wrote("张三丰教授", says=TITLE, part="教授", suggests="张三丰"),
    wrote("莫于川主编", says=TITLE, part="主编", suggests="莫于川"),
    wrote("王五 著", says=TITLE, part="著", suggests="王五"),
    wrote("김철수 교수", says=TITLE, part="교수", suggests="김철수"),
    wrote("[美]富勒", says=ORIGIN, part="[美]", suggests="富勒"),
    wrote("（日）村上春树", says=ORIGIN, part="（日）", suggests="村上春树"),
)


@rule(
    "AUT006",
    "author-honorific",
    severity=Severity.WARNING,
    examples=AUT006,
    reads=NAME_VARIABLES,
    screen=oddities,
)
def author_honorific(record: Record) -> Iterator[Finding]:
    """A title, degree, role, country or dynasty is stored as a part of a person's name.

    Why: it sorts and prints as a name, and makes a second form of one person.

    Not found: the same letters inside a longer word (Drăgan, Profeta), initials (M.D.), Jr. and
    III, a name that would be empty without it (Dr. Seuss), 博士 where it may be a given name.

    Source: CoLRev "name-format-titles"; GB/T 7714-2015 8.1 (no roles in names); cjk.md C14.
    """
    for person in odd(record, SIGNS | WORDS):
        if person.kind is Kind.BODY:
            continue
        template = TITLE
        clean = without_titles(person)
        if clean == person.text and has_cjk(person.text) and not re.match(_COMPANY, person.text):
            template = ORIGIN
            clean = re.sub(_ORIGIN, "", person.text)
        if clean != person.text:
            part = cut_out(person.text, clean)
            yield Finding(
                person.variable,
                template,
                person.text,
                clean,
                args={"part": part},
                index=person.place,
            )


def without_titles(person: Listed) -> str:
    """The name without titles, degrees and roles; as it stands where it has none."""
    text = person.text
    if has_cjk(text):
        return _without_cjk_title(text)
    clean = re.sub(ROLE, "", text) if text[-1:] in ")]" else text
    if clean != text:
        if before_et_al(person._replace(text=clean)) is not None:
            return text
        clean = re.sub(_IN, "", clean, count=1)
    name = person.name
    if name.given and re.fullmatch(ROLE, name.family):
        return str(Name.parse(name.given))  # "John Smith (Ed.)", cut at its last blank
    if name.given.lower() in _DEGREES and " " in name.family:
        return str(Name.parse(name.family))  # "John Smith, PhD"
    if re.fullmatch(ROLE_AS_GIVEN, name.given):
        return tidy(re.sub(_IN, "", str(Name(name.family, "", name.particles)), count=1))
    if name.literal:
        return _without_title_in_one(tidy(clean) if clean != text else text)
    family = _family_alone(name.family)
    words = re.sub(_RUSSIAN, "", name.given).split()
    kept = [word for i, word in enumerate(words) if not _is_title(words, i)]
    low = name.suffix.lower().strip(",")
    titled = low in _DEGREES | _DOUBTFUL | _ARTS or low.split(" ")[0] in _TITLES
    suffix = "" if titled else name.suffix
    if not any(map(str.isalpha, " ".join(kept))) or (
        " ".join(kept) == name.given and (suffix, family) == (name.suffix, name.family)
    ):
        return tidy(clean) if clean != text else text
    given = re.sub(ROLE, "", " ".join(kept))
    return tidy(str(Name(family, tidy(given), name.particles, suffix)))


def _family_alone(family: str) -> str:
    """A family name without titles before it and degrees behind it."""
    words = family.split()
    while len(words) > 1 and words[0].lower() in _TITLES and words[0] != "DR":
        words.pop(0)
    while len(words) > 1 and (
        words[-1].lower() in _DEGREES
        or (words[-1].lower() in _DOUBTFUL | _ARTS and words[-1].isupper() and len(words[-2]) > 2)
    ):
        words.pop()
    return " ".join(words).rstrip(",") if len(words) < len(family.split()) else family


def _without_title_in_one(text: str) -> str:
    """An unsplit name without a title in front, or a degree behind a comma."""
    first, _, rest = text.partition(" ")
    if first.lower() in _TITLES and first != "DR" and " " in rest:
        return rest
    front, comma, end = text.rpartition(", ")
    if comma and " " in front and end.lower() in _DEGREES | _DOUBTFUL | _ARTS and "," not in front:
        return front
    return text


def _is_title(words: list[str], place: int) -> bool:
    word = words[place].strip(",;")
    low = word.lower()
    if low in _TITLES:
        return word != "DR"
    if low in _DEGREES:
        return place > 0 and word != "PHD"
    if low not in _DOUBTFUL | _ARTS or not place or not word.isupper():  # Md is short for Mohammed
        return False
    before = words[place - 1]
    if low in _ARTS:
        return before.endswith(",")
    return before.endswith(",") or (before.isalpha() and len(before) > 2 and before[1:].islower())


def _without_cjk_title(text: str) -> str:
    text = re.sub(ROLE, "", text) or text
    found = re.search(_CJK_TITLE, text[-12:])
    if not found:
        role = text[-1:] in "著译譯编編" and len(text) == 4 and is_chinese_person(text[:-1])
        role = role or (text[-1:] in "著訳編" and len(text) in (4, 5) and " " not in text)
        return text[:-1] if role else text
    rest = text[: len(text) - len(found[0])].rstrip(EDGES)
    if not rest or is_body(text) or is_body(rest):
        return text
    if found[0].strip(EDGES) == "博士" and len(rest) < 4:
        return rest if len(rest) > 1 and is_chinese_person(rest) else text
    return text if len(rest) == 1 and found[0] not in ("先生", "女士", "教授") else rest
