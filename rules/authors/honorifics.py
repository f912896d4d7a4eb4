"""Titles, degrees, roles and countries stored as a part of a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from validator.finding import Finding, Severity
from validator.record import NAME_VARIABLES, Name, Record
from validator.registry import Examples, rule
from validator.text.names import Kind
from validator.text.names.bodies import is_body
from validator.text.names.surnames import FREQUENT, is_chinese_person
from validator.text.names.titles import (
    ABBREVIATED,
    ARTS,
    BESIDE_TITLES,
    BYLINE,
    CJK_TITLE,
    COMPANY,
    DEGREE_BEHIND,
    DEGREES,
    DOUBTFUL,
    HAN_LABEL,
    HONOURS,
    IN,
    LABEL,
    NOTE,
    OF_PEN_NAMES,
    ORIGIN,
    ORIGIN_BEHIND,
    RANKS,
    RELATORS,
    ROLE,
    ROLE_AS_GIVEN,
    ROLE_BEHIND,
    TITLES,
)
from validator.text.script import has_cjk

from ._givens import GIVEN  # noqa: TID251 - of this family
from ._listed import ODD, SIGNS, WORDS, Listed, cut_out, odd, wrote  # noqa: TID251 - of this family
from .et_al import before_et_al  # noqa: TID251

EDGES = " ,;，；、"


def tidy(text: str) -> str:
    """A name after something was cut out of it: no double blanks, no separators at the edges."""
    text = " ".join(text.replace("()", "").replace("（）", "").split())
    text = text.replace(" ,", ",").strip(EDGES)
    return text[1:] if text.startswith("(") and ")" not in text else text


_RUSSIAN = (
    r"(?:канд|докт?|д-р)\.? [а-я]{3,9}\.?(?:-[а-я]{3,9}\.)? наук\s*"  # канд. техн. наук
    r"|(?:^|(?<=\s))[кд]\.\s?[а-я]{1,4}\.(?:-[а-я]{1,4}\.)?\s?н\.(?:,?\s|\Z)"  # к.т.н.
)
_AS_FAMILY = frozenset(("PhD", "Ph.D", "Ph.D.", "MSc", "M.Sc.", "DPhil", "PharmD", "MBA"))
"""Degrees that stand last in "Lucía Campos PhD", where a family name would."""
_RUSSIAN_TITLES = frozenset(("доцент", "профессор", "академик", "доц.", "проф.", "акад."))
_BEFORE_FAMILY = TITLES | ABBREVIATED | {"lord", "lady"}
_LETTERS = ARTS | HONOURS
"""Letters behind a name that are initials as well, unless a comma stands before them."""
_BY_BEFORE_TITLE = frozenset(("von", "vom", "par", "por", "da", "dal", "del", "van", "av", "af"))
"""Words of bylines that are particles too; no title stands behind a particle."""
TITLE = "the title, degree or role {part} stands in the name"
ORIGIN_IN = "the country or dynasty {part} stands in the name"


def _aut006() -> Examples:
    return (
        wrote("Drăgan, Ion"),
        wrote("Herr, Bruno"),
        wrote("Col, Ana"),
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
        wrote(
            Name("Smith", "John", suffix="M.A."), says=TITLE, part="M.A.", suggests="Smith, John"
        ),
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
        wrote("王力著", says=TITLE, part="著", suggests="王力"),  # no given name of today ends so
        wrote("吕公著"),  # but one of the Song
        wrote("周振甫注", says=TITLE, part="注", suggests="周振甫"),
        wrote("本报记者 李雪", says=TITLE, part="本报记者", suggests="李雪"),
        wrote("通讯员　王芳", says=TITLE, part="通讯员", suggests="王芳"),
        wrote(Name(literal="王五 著", raw="{王五 著}"), says=TITLE, part="著", suggests="王五"),
        wrote("김철수 교수", says=TITLE, part="교수", suggests="김철수"),
        wrote("Cook, Captain James", says=TITLE, part="Captain", suggests="Cook, James"),
        wrote("Ing. arch. Josef Novák", says=TITLE, part="Ing. arch.", suggests="Novák, Josef"),
        wrote("Assoc. Prof. Linda Chu", says=TITLE, part="Assoc. Prof.", suggests="Chu, Linda"),
        wrote(Name(literal="Assoc. Prof. Linda Chu"), says=TITLE, part="Assoc. Prof."),
        wrote("Smith, John, S.J.", says=TITLE, part="S.J.", suggests="Smith, John"),
        wrote("Asante, Kofi, B.Eng.", says=TITLE, part="B.Eng.", suggests="Asante, Kofi"),
        wrote("Dubois, Alain (préf.)", says=TITLE, part="(préf.)", suggests="Dubois, Alain"),
        wrote("Dubois, Alain (sous la dir. de)", says=TITLE, part="(sous la dir. de)"),
        wrote("Smith, John - editor", says=TITLE, part="- editor", suggests="Smith, John"),
        wrote("Berg, Jan (van der)"),
        wrote("Bishop, Elizabeth"),
        wrote("Major Jackson"),
        wrote("Judge, Timothy"),
        wrote("Rahman, Rabbi"),
        wrote("Captain Beefheart"),
        wrote("By, Anton"),  # a family name
        wrote("By Hansen, John"),  # a Norwegian double name
        wrote("Müller, Ing."),  # Ingrid
        wrote("Müller, Ing. M."),
        wrote("Smith Jones, FRS"),  # initials
        wrote("von Müller, Hans"),
        wrote("By Smith, John", says=TITLE, part="By", suggests="Smith, John"),
        wrote("Edited by Smith, John", says=TITLE, part="Edited by", suggests="Smith, John"),
        wrote("von Prof. Hans Müller", says=TITLE, part="von Prof.", suggests="Müller, Hans"),
        wrote("Novák, Ing. Jiří", says=TITLE, part="Ing.", suggests="Novák, Jiří"),
        wrote("Engr. Reyes, Juan", says=TITLE, part="Engr.", suggests="Reyes, Juan"),
        wrote("Smith, John, FRS", says=TITLE, part="FRS", suggests="Smith, John"),
        wrote("Smith, John, CBE, FREng", says=TITLE, part="CBE FREng", suggests="Smith, John"),
        wrote("John Smith, FBA", says=TITLE, part="FBA", suggests="Smith, John"),
        wrote("Zawadi Okafor, PhD, RN", says=TITLE, part="PhD RN", suggests="Okafor, Zawadi"),
        wrote("Reviewed by Kate Roe", says=TITLE, part="Reviewed by", suggests="Roe, Kate"),
        wrote("TS. Nguyễn Văn An", says=TITLE, part="TS."),
        wrote("Smith, John, joint author", says=TITLE, part="joint author", suggests="Smith, John"),
        wrote("Goldstone, 1992) Aha, D. W."),  # a piece of a citation
        wrote("By Andersen, Lars"),
        wrote("Diop, Dame"),  # a given name of the Wolof
        wrote("Smith, SIR"),  # initials
        wrote("金庸（查良镛）"),  # his own name
        wrote("Smith, John, M.D., Ph.D.", says=TITLE, part="M.D. Ph.D.", suggests="Smith, John"),
        wrote("Miss Read"),  # a pen name
        wrote(Name(literal="Prof. Moriarty"), says=TITLE, part="Prof."),
        wrote("Sir Isaac", says=TITLE, part="Sir"),
        wrote("Dupont, Claire (éd.)", says=TITLE, part="(éd.)", suggests="Dupont, Claire"),
        wrote("Rossi, Marco (a cura di)", says=TITLE, part="(a cura di)", suggests="Rossi, Marco"),
        wrote("Сидоров, Иван (ред.)", says=TITLE, part="(ред.)", suggests="Сидоров, Иван"),
        wrote("Novák, Petr, ed.", says=TITLE, part="ed.", suggests="Novák, Petr"),
        wrote(Name("(Ed.)", "In J. Smith"), says=TITLE, part="(Ed.) In", suggests="Smith, J."),
        wrote(Name("Smith", "In J. (Ed.)"), says=TITLE, part="In (Ed.)", suggests="Smith, J."),
        wrote("InPaul E. Utgoff, editor", says=TITLE, part="In editor", suggests="Paul E. Utgoff"),
        wrote("By John Smith", says=TITLE, part="By", suggests="Smith, John"),
        wrote("Text von Heike Braun", says=TITLE, part="Text von", suggests="Braun, Heike"),
        wrote("Photos: Lena Fuchs", says=TITLE, part="Photos:", suggests="Fuchs, Lena"),
        wrote("Smith, John (PhD)", says=TITLE, part="(PhD)", suggests="Smith, John"),
        wrote(
            "Smith, John (illustrator)", says=TITLE, part="(illustrator)", suggests="Smith, John"
        ),
        wrote("Übers. von Hans Müller", says=TITLE, part="Übers. von", suggests="Müller, Hans"),
        wrote("PGS.TS. Nguyễn Văn An", says=TITLE, part="PGS.TS."),
        wrote("王伟编", says=TITLE, part="编", suggests="王伟"),
        wrote("李娜(博士)", says=TITLE, part="(博士)", suggests="李娜"),
        wrote("Brown, James (traductor)", says=TITLE, part="(traductor)", suggests="Brown, James"),
        wrote("Иванов И.И., д.т.н.", says=TITLE, part="д.т.н."),
        wrote("Ill, Ann"),
        wrote("Garfunkel, Art"),
        wrote(Name("edt", "Søndervang Allan"), says=TITLE, part="edt", suggests="Søndervang Allan"),
        wrote(Name(literal="edt Allan Søndervang"), says=TITLE, part="edt"),
        wrote("Eco, Umberto, aut", says=TITLE, part="aut", suggests="Eco, Umberto"),
        wrote(Name("Weaver", "William trl"), says=TITLE, part="trl", suggests="Weaver, William"),
        wrote("Weaver, William [trl]", says=TITLE, part="[trl]", suggests="Weaver, William"),
        wrote("作者：李明", says=TITLE, part="作者：", suggests="李明"),
        wrote("渡辺美咲（訳）", says=TITLE, part="（訳）", suggests="渡辺美咲"),
        wrote("杜甫（唐）", says=ORIGIN_IN, part="（唐）", suggests="杜甫"),
        wrote("[美]富勒", says=ORIGIN_IN, part="[美]", suggests="富勒"),
        wrote("（日）村上春树", says=ORIGIN_IN, part="（日）", suggests="村上春树"),
    )


@rule(
    "AUT006",
    "author-honorific",
    severity=Severity.WARNING,
    examples=_aut006,
    reads=NAME_VARIABLES,
    of_names=ODD,
)
def author_honorific(record: Record) -> Iterator[Finding]:
    """A title, degree, role or its code, byline, country or dynasty is stored in a person's name.

    Why: it sorts and prints as a name, and makes a second form of one person.

    Not found: the same letters inside a longer word (Drăgan, Profeta), initials (M.D.), Jr. and
    III, a pen name that would be empty without it (Dr. Seuss), 博士 where it may be a given name,
    titles that people are called by (Dame, Don), and ranks unless a
    known given name follows (Captain James Cook); Ing. and Mag. where they may shorten a given
    name; By before a family name that may be Norwegian; FRS and OBE without a comma. Where
    a title is all that stands for the given name (Sir Isaac), what is missing is not known, and
    nothing is suggested.

    Source: CoLRev "name-format-titles"; GB/T 7714-2015 8.1 (no roles in names).
    """
    for person in odd(record, SIGNS | WORDS):
        signed = re.match(HAN_LABEL, person.text) or re.match(BYLINE, person.text)
        if person.kind is Kind.BODY and not signed:
            continue
        if _is_title_alone(person.name):
            part = person.name.given or person.name.literal.rpartition(" ")[0]
            yield Finding(
                person.variable, TITLE, person.text, args={"part": part}, index=person.place
            )
            continue
        template = TITLE
        clean = without_titles(person)
        if clean == person.text and has_cjk(person.text) and not re.match(COMPANY, person.text):
            template = ORIGIN_IN
            clean = re.sub(ORIGIN_BEHIND, "", re.sub(ORIGIN, "", person.text)) or person.text
        if clean != person.text:
            raw = person.name.raw.strip("{}")
            part = cut_out(raw if raw and "," not in raw else person.text, clean)
            yield Finding(
                person.variable,
                template,
                person.text,
                None
                if clean.count(",") > 1 and not person.name.suffix
                else clean,  # several people
                args={"part": part},
                index=person.place,
            )


def _is_title_alone(name: Name) -> bool:
    """Whether a title is all that stands for the given name: "Sir Isaac". Not in a pen name."""
    words = (name.given or name.literal.rpartition(" ")[0]).lower().split()
    return (
        bool(words and (name.family or name.literal.isascii()))
        and TITLES.issuperset(words)
        and not OF_PEN_NAMES.issuperset(words)
        and not _is_run(name.given or name.literal.partition(" ")[0])
    )


def _is_run(word: str) -> bool:
    """Whether a word is in capitals, which are initials: "Smith, DR"."""
    return word.isupper() and word.isalpha()


def without_titles(person: Listed) -> str:
    """The name without titles, degrees, roles and bylines; as it stands where it has none."""
    text, name = person.text, person.name
    if has_cjk(text):
        return _without_cjk_title(text)
    if unsigned := _without_code(name) or _without_byline(name):
        return unsigned
    behind = name.given.lower()
    known = name.family.partition(" ")[0].lower() in GIVEN
    letters = behind in HONOURS | DOUBTFUL or (behind in ABBREVIATED and behind.endswith("."))
    degrees = [letters.strip() for letters in behind.split(",")]
    several = DEGREES.intersection(degrees) and set(degrees) <= DEGREES | DOUBTFUL | HONOURS
    if " " in name.family and (several or (letters and known)):
        return str(Name.parse(name.family))  # "John Smith, PhD"
    if name.family in _AS_FAMILY and " " in name.given:
        return str(Name.parse(name.given))  # "D. Lucía Campos Ph.D", cut at the last blank
    if " " in name.family and (re.fullmatch(_RUSSIAN, name.given) or behind in _RUSSIAN_TITLES):
        return str(Name.parse(name.family))  # "Иванов И.И., д.т.н."
    if re.fullmatch(ROLE_AS_GIVEN, name.given):
        return tidy(re.sub(IN, "", str(Name(name.family, "", name.particles)), count=1))
    if name.given and re.fullmatch(ROLE, name.family):
        return str(Name.parse(re.sub(IN, "", name.given)))  # cut at the last blank
    bare = _without_role(name)
    if bare != name and before_et_al(person._replace(text=str(bare), name=bare)) is not None:
        return text
    if bare.literal:
        return (
            tidy(_without_title_in_one(bare.literal))
            if bare != name
            else _without_title_in_one(text)
        )
    family = _family_alone(re.sub(_RUSSIAN, "", bare.family) or bare.family)
    words = re.sub(_RUSSIAN, "", bare.given).split()
    kept = " ".join(word for i, word in enumerate(words) if not _is_title(words, i))
    low = bare.suffix.lower().strip(",")
    titled = low in DEGREES | DOUBTFUL | _LETTERS or low.split(" ")[0] in TITLES | ABBREVIATED
    mended = replace(
        bare,
        family=family,
        given=bare.given if kept.split() == bare.given.split() else tidy(kept),
        suffix="" if titled else bare.suffix,
    )
    if mended == name or (bare == name and not any(map(str.isalpha, mended.given))):
        return text
    if not mended.given:
        return re.sub(IN, "", mended.family)  # "In D. Touretzky, (ed.)"
    return tidy(str(mended))


def _without_code(name: Name) -> str:
    """The name without a code of MARC before or behind it, "" where it has none; behind "edt," the
    order of what is left is not known, and stays."""
    if name.family in RELATORS:
        return name.given
    if name.given in RELATORS and name.suffix:  # "Eco, Umberto, aut"
        return str(replace(name, given=name.suffix, suffix=""))
    whole = name.literal or name.given
    words = whole.split()
    kept = [w for i, w in enumerate(words) if 0 < i < len(words) - 1 or w not in RELATORS]
    coded = len(kept) < len(words)
    if not kept or not (coded or name.suffix in RELATORS):
        return ""
    if name.literal:
        return " ".join(kept)
    suffix = "" if name.suffix in RELATORS else name.suffix
    return str(replace(name, given=tidy(" ".join(kept)), suffix=suffix))


def _without_byline(name: Name) -> str:
    """The name behind the words of a byline or a label, "" where there are none."""
    if re.fullmatch(ROLE_AS_GIVEN, name.given):
        return ""
    if re.match(LABEL, name.family):
        return str(replace(name, family=re.sub(LABEL, "", name.family)))
    if len(alone := _without_by(name.family).split()) < len(name.family.split()) and name.given:
        return str(replace(name, family=" ".join(alone)))
    whole = name.literal or f"{name.given} {name.particles} {name.family}"
    whole = " ".join(whole.split())
    first, *rest = whole.split() or [""]
    if first in _BY_BEFORE_TITLE and len(rest) > 2 and rest[0].lower() in TITLES:
        untitled = next(i for i, word in enumerate(rest) if word.lower() not in TITLES or i > 1)
        return str(Name.parse(" ".join(rest[untitled:])))
    clean = re.sub(BYLINE, "", re.sub(LABEL, "", whole))
    if clean == whole or re.match(IN, whole):
        return ""
    read = Name.parse(clean)
    return str(read) if read.kind is Kind.PERSON and read.given else ""


def _without_by(family: str) -> str:
    """A family name without a byline in front; "By" alone only before a family name that is
    frequent and not Nordic: By is one in Norway, and part of double ones."""
    bare = re.sub(BYLINE, "", family)
    single = family[:3].lower() == "by " and (
        bare.lower() not in FREQUENT or bare.endswith(("sen", "sson"))
    )
    return family if single or re.match(IN, family) else bare


def _without_role(name: Name) -> Name:
    """The name without roles in brackets or behind a comma, and then without the In of a citation;
    as it is where it has none."""

    def bare(part: str) -> str:
        clean = re.sub(ROLE_BEHIND, "", re.sub(NOTE, "", re.sub(ROLE, "", part)))
        if (part == name.given or part.count(",") > 1) and not re.search(r"\d", part):
            clean = re.sub(DEGREE_BEHIND, "", clean)
        return tidy(clean) if clean != part else part

    clean = replace(
        name, family=bare(name.family), given=bare(name.given), literal=bare(name.literal)
    )
    if clean == name or not (clean.family or clean.literal):
        return name
    given = re.sub(IN, "", clean.given)
    family = re.sub(IN, "", clean.family) if given == clean.given else clean.family
    return replace(clean, family=family, given=given, literal=re.sub(IN, "", clean.literal))


def _family_alone(family: str) -> str:
    """A family name without titles before it and degrees behind it."""
    words = family.split()
    while len(words) > 1 and words[0].lower() in _BEFORE_FAMILY and not _is_run(words[0]):
        words.pop(0)
    while len(words) > 1 and (
        words[-1].lower() in DEGREES
        or (words[-1].lower() in DOUBTFUL | _LETTERS and words[-1].isupper() and len(words[-2]) > 2)
    ):
        words.pop()
    return " ".join(words).rstrip(",") if len(words) < len(family.split()) else family


def _without_title_in_one(text: str) -> str:
    """An unsplit name without titles in front, or degrees behind a comma."""
    words = text.split()
    last = 0
    for place, word in enumerate(words, start=1):
        low = word.lower()
        rank = low in RANKS and words[place : place + 1] and words[place].lower() in GIVEN
        if _is_run(word) or not (rank or low in TITLES | ABBREVIATED | BESIDE_TITLES):
            break
        if low not in BESIDE_TITLES:
            last = place
    if last and len(words) - last > 1:
        return " ".join(words[last:])
    if len(words) > 2 and words[-1] in _AS_FAMILY and "," not in text:
        return " ".join(words[:-1])
    while True:
        front, comma, end = text.rpartition(", ")
        if not comma or " " not in front or end.lower() not in DEGREES | DOUBTFUL | _LETTERS:
            return text
        text = front


def _is_title(words: list[str], place: int) -> bool:
    word = words[place].strip(",;")
    low = word.lower()
    if low in TITLES:
        return not _is_run(word)
    if low in DEGREES:
        return (place > 0 or words[0].endswith(",")) and word != "PHD"
    if low in RANKS and not place and len(words) > 1:
        return words[1].lower() in GIVEN
    if (low in ABBREVIATED or low in BESIDE_TITLES) and not any(map(_is_whole_word, words[:place])):
        following = next(filter(_is_whole_word, words[place + 1 :]), "")
        titled = not (TITLES | ABBREVIATED).isdisjoint(map(str.lower, words))
        return bool(following) and titled
    mixed = low in HONOURS and word[:1].isupper()  # FREng
    if low not in DOUBTFUL | ARTS and not mixed:
        return False
    if not place or not (mixed or word.isupper()):  # Md is short for Mohammed
        return False
    before = words[place - 1]
    if low != "md" and before[:1] == word[:1] and not before.endswith(","):
        return False  # "Jonathan JD": his initials
    if low in _LETTERS:
        return before.endswith(",")
    return before.endswith(",") or (before.isalpha() and len(before) > 2 and before[1:].islower())


def _is_whole_word(word: str) -> bool:
    return len(word) > 2 and word.isalpha() and not _is_run(word)


_SIGNED = re.compile("(?!.公著).{2,3}[著注註撰辑輯笺箋]")
"""A name with what its bearer did; 吕公著, of the Song, bore it."""


def _without_cjk_title(text: str) -> str:
    text = re.sub(HAN_LABEL, "", re.sub(ROLE, "", text) or text)
    found = re.search(CJK_TITLE, text[-12:])
    if not found:
        role = text[-1:] in "著译譯编編" and len(text) == 4 and is_chinese_person(text[:-1])
        role = role or (text[-1:] in "著訳編" and len(text) in (4, 5) and " " not in text)
        role = role or (text[-1:] in "编編" and len(text) == 3 and is_chinese_person(text[:-1]))
        role = role or (_SIGNED.fullmatch(text) is not None and is_chinese_person(text[:-1]))
        return text[:-1] if role else text
    rest = text[: len(text) - len(found[0])].rstrip(EDGES)
    if not rest or is_body(text) or is_body(rest):
        return text
    if found[0].strip(EDGES) == "博士" and len(rest) < 4:
        return rest if len(rest) > 1 and is_chinese_person(rest) else text
    return text if len(rest) == 1 and found[0] not in ("先生", "女士", "教授") else rest
