"""Several people in one name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.finding import Finding, Severity
from validator.record import NAME_VARIABLES, Name, Record
from validator.registry import Examples, rule
from validator.text.names import Kind, split_any
from validator.text.names.bodies import is_body
from validator.text.names.lone import is_lone_family_name
from validator.text.names.particles import PARTICLES, word_set
from validator.text.names.surnames import (
    COMPOUND,
    FREQUENT,
    KOREAN,
    is_chinese_person,
    is_japanese_person,
)
from validator.text.names.titles import ARTS, DEGREES, DOUBTFUL, HAN_LABEL, HONOURS
from validator.text.script import Script, has_cjk, is_cjk_only, script

from ._givens import GIVEN  # noqa: TID251 - of this family
from ._listed import ODD, SHAPE, SIGNS, WORDS, Listed, as_text, odd, wrote  # noqa: TID251 - of this family
from .dangling import without_separators  # noqa: TID251 - of this family

_ENTITY = r"&#?\w{1,32};"
_SPACED = r"[一-鿿々]{1,3}[ \u3000][一-鿿々ぁ-ヿ]{1,4}"
"""A Japanese or Chinese name with a blank between family and given name."""
_HAN_MARKS = "[、，,]"
_CONJUNCTIONS = r"et|und|u\.|og|och|en|ve|és|oraz|ja|și|şi|ir|dan|và|и|та|και|و"
"""Words for "and" that stand inside no one's name; y, e and i join two family names as well."""
_SEPARATOR = rf"[;|/&+\n]| [·•–*-] | -- |(?:^|\s)(?:and|y|{_CONJUNCTIONS})(?:\s|$)"
_AND = rf" (?:y|e|i|{_CONJUNCTIONS}) "
_AND_BEHIND = rf" (?:a|y|e|i|{_CONJUNCTIONS}) "  # "a" is a particle too, where no comma stands
_JOINED = r" (?:and|AND|&) | ?/ ?"
_COUPLE = r"([^\W\d_]+) (?:and|&|und|u\.|et|och|og|en|и) ([^\W\d_]+) ([^\W\d_-]+)"
_COUPLES = r"([^\W\d_]+) (and|&|und|u\.|et|och|og|en|y|e|i|и) ([^\W\d_]+)"
_WITH = r" (?:with|avec|mit|\[and\]) "
"""As the helper of an author is named on a title page."""
_INITIAL = r"(?:[^\W\d_]\.-?){1,3}"
_ALL_INITIALS = r"(?:[^\W\d_]\. ?)+"
_INITIALS_THEN_NAME = r"(?:[^\W\d_]\. ?)+[^\W\d_]{2}"
_SUFFIXES = word_set("jr jr. sr sr. ii iii iv v") | DEGREES | ARTS | DOUBTFUL | HONOURS
_TWO_PARTS = r"\A[^,&;]*+,(?!.* and )[^,&;]*+\Z"
_INITIALS_LAST = r"[^\W\d_][\w'’-]+ (?:[^\W\d_]\. ?){1,3}"  # "Иванов И.И."
_LETTERS_LAST = r"[^\W\d_][\w'’-]{2,} [A-Z]{1,2}"  # "Smith JK"

_RUN_ON = rf"(?:{_INITIALS_LAST}(?:(?<= )|\Z)){{3,99}}"  # "Smith J. Doe J. Miller A."
_VIETNAMESE = (
    r"(?i)(?:nguyen|tran|le|pham|hoang|huynh|phan|vu|vo|dang|bui|do|ho|ngo|duong|ly|dinh"
    r"|nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|đinh) \S"
)
"""The beginning of a whole Vietnamese name, family name first."""
_RUSSIAN = r"[А-ЯЁ][а-яё]{2,}(?:ова?|ева?|ский|ская|енко) [А-ЯЁ][а-яё]+(?: [А-ЯЁ][а-яё]+)?"
"""A whole Russian name, family name first."""

SEVERAL = "several people in one name"
DOUBLED = "one name stands twice in one field"


def _aut003() -> Examples:
    return (
        wrote("Smith, John, Jr."),
        wrote("Johnson & Johnson"),
        wrote("Simon and Schuster"),
        wrote("Ortega y Gasset, José"),
        wrote("{Barnes and Noble}"),
        wrote("{Sony Music and Warner Chappell}"),  # braces declare one name
        wrote("{Ministry of Health, Labour and Welfare}"),
        wrote("Department of Energy and Climate Change"),
        wrote("Garc&iacute;a, Jos&eacute;"),
        wrote("内蒙古文物考古研究所、赤峰市博物馆"),  # bodies join their names with 、
        wrote("ISO/TC 46"),
        wrote("García Márquez, Gabriel José"),
        wrote("Smith, John, 1950-"),
        wrote("{Healthy Community 2000, Task Force on Teen and Adolescent Issues}"),
        wrote("Smith; Jones", says=SEVERAL, suggests="Smith; Jones"),
        wrote("Smith J, Jones K", says=SEVERAL, suggests="Smith, J; Jones, K"),
        wrote("A. Smith, B. Jones, C. Roe", says=SEVERAL, suggests="Smith, A.; Jones, B.; Roe, C."),
        wrote("{John Smith and Kate P. Jones}"),
        wrote("{Baker & Taylor}"),
        wrote("Luís Machado e Silva Costa"),
        wrote("José Ortega y Gasset"),
        wrote(Name(family="Smith & Jones"), says=SEVERAL, suggests="Smith; Jones"),
        wrote("Ana García y Luis Pérez", says=SEVERAL, suggests="García, Ana; Pérez, Luis"),
        wrote("Anna Rossi e Marco Bianchi", says=SEVERAL, suggests="Rossi, Anna; Bianchi, Marco"),
        wrote(Name("R. K Rao", "T. Pattabhi")),  # South Indian initials
        wrote("García, María y José"),  # two given names of one
        wrote("García Lorca, Ana María y José Luis"),
        wrote("Ortega y Gasset, José Luis"),
        wrote("Machado e Silva, Ana Paula"),
        wrote("in 't Veld, Sophie"),
        wrote(Name(literal="Ministère de l'Éducation nationale, de la Jeunesse et des Sports")),
        wrote(Name(literal="Landesamt für Natur, Umwelt und Verbraucherschutz")),
        wrote("García, Ana y López, Juan", says=SEVERAL, suggests="García, Ana; López, Juan"),
        wrote(
            "García, Ana y Ortega y Gasset, José",
            says=SEVERAL,
            suggests="García, Ana; Ortega y Gasset, José",
        ),
        wrote(
            "Müller, Anna und Karl Schmidt", says=SEVERAL, suggests="Müller, Anna; Schmidt, Karl"
        ),
        wrote(
            "Dubois, Marc, Petit, Luc et Roux, Jean",
            says=SEVERAL,
            suggests="Dubois, Marc; Petit, Luc; Roux, Jean",
        ),
        wrote(
            "Marc Dubois, Luc Petit et Jean Roux",
            says=SEVERAL,
            suggests="Dubois, Marc; Petit, Luc; Roux, Jean",
        ),
        wrote("Paolo Rossi e Carla Bianchi", says=SEVERAL, suggests="Rossi, Paolo; Bianchi, Carla"),
        wrote("Nováková, Jana a Beneš, Petr", says=SEVERAL),
        wrote("Kempis, Thomas a"),
        wrote("Ahmet Yılmaz ve Ayşe Kaya", says=SEVERAL, suggests="Yılmaz, Ahmet; Kaya, Ayşe"),
        wrote("Иванов, Иван и Петров, Олег", says=SEVERAL, suggests="Иванов, Иван; Петров, Олег"),
        wrote("Smith, John & Jones, Kate", says=SEVERAL, suggests="Smith, John; Jones, Kate"),
        wrote("John Smith / Kate Jones", says=SEVERAL, suggests="Smith, John; Jones, Kate"),
        wrote(
            Name("Smith", "John and Kate Jones"), says=SEVERAL, suggests="Smith, John; Jones, Kate"
        ),
        wrote("王明；李红", says=SEVERAL, suggests="王明; 李红"),
        wrote("王明、李红、欧阳修", says=SEVERAL, suggests="王明; 李红; 欧阳修"),
        wrote("John Smith John Smith", says=DOUBLED, suggests="Smith, John"),
        wrote("Иван Петров Иван Петров", says=DOUBLED, suggests="Петров, Иван"),
        wrote("Hassan, Ali Hassan"),
        wrote("Smith, John John", says=DOUBLED, suggests="Smith, John"),
        wrote("Tun, Maung Maung"),
        wrote("Nguyen Van Nam, Tran Thi Lan", says=SEVERAL),
        wrote("Smith, J. K. Smith", says=DOUBLED, suggests="Smith, J. K."),
        wrote("Smith Smith, John John", says=DOUBLED, suggests="Smith, John"),
        wrote(
            Name("Smith", "John, Jones, Kate"), says=SEVERAL, suggests="Smith, John; Jones, Kate"
        ),
        wrote("García García, José"),
        wrote("王明 & 李红", says=SEVERAL, suggests="王明; 李红"),
        wrote(Name("Okafor C", "Bello A"), says=SEVERAL, suggests="Okafor, C; Bello, A"),
        wrote("García M, José L"),
        wrote(
            Name(literal="John Smith AND Kate Jones"),
            says=SEVERAL,
            suggests="Smith, John; Jones, Kate",
        ),
        wrote(
            "Zawadi Okafor with Amina Bello", says=SEVERAL, suggests="Okafor, Zawadi; Bello, Amina"
        ),
        wrote("Working with Nature"),
        wrote("Rossi M. - Bianchi L.", says=SEVERAL, suggests="Rossi, M.; Bianchi, L."),
        wrote(Name(literal="Smith J and Brown K"), says=SEVERAL, suggests="Smith, J; Brown, K"),
        wrote(Name("Smith and Brown", "Jo and Al"), says=SEVERAL, suggests="Smith, Jo; Brown, Al"),
        wrote("Schmidt, Hans u. Peter", says=SEVERAL, suggests="Schmidt, Hans; Schmidt, Peter"),
        wrote("Petr Novák a Jan Dvořák", says=SEVERAL, suggests="Novák, Petr; Dvořák, Jan"),
        wrote(
            "Kowalski Jan, Nowak Anna i Zieliński Piotr",
            says=SEVERAL,
        ),
        wrote("John Smith with Kate Jones", says=SEVERAL, suggests="Smith, John; Jones, Kate"),
        wrote("Jean Dupont avec Marie Roux", says=SEVERAL, suggests="Dupont, Jean; Roux, Marie"),
        wrote("Smith, John + Jones, Kate", says=SEVERAL, suggests="Smith, John; Jones, Kate"),
        wrote("Smith, John -- Jones, Kate", says=SEVERAL, suggests="Smith, John; Jones, Kate"),
        wrote("Smith, John || Jones, Kate", says=SEVERAL, suggests="Smith, John; Jones, Kate"),
        wrote("Иванов, Иван + Петров, Олег", says=SEVERAL, suggests="Иванов, Иван; Петров, Олег"),
        wrote("Henríquez Q., Carlos A."),
        wrote("Kowalski J., Nowak A.", says=SEVERAL, suggests="Kowalski, J.; Nowak, A."),
        wrote("张三、John Smith", says=SEVERAL, suggests="张三; Smith, John"),
        wrote("買買提·吐尔逊、张伟", says=SEVERAL, suggests="買買提·吐尔逊; 张伟"),
        wrote("Santiago Ramón y Cajal"),
        wrote(Name(literal="Bibliothèque nationale et Musée du Louvre")),
        wrote(
            Name(literal="Hélène Lefèvre et François Garçon"),
            says=SEVERAL,
            suggests="Lefèvre, Hélène; Garçon, François",
        ),
        wrote("{Arthur Andersen & Peat Marwick}"),
        wrote(Name(literal="Marks and Spencer")),
        wrote("约翰・史密斯"),  # one name, in two parts
        wrote("史蒂芬·霍金"),
        wrote(Name("欧阳", "明高")),  # a family name of two characters
        wrote("阿尔伯特・爱因斯坦"),
        wrote("中国科学院、北京大学"),
        wrote("Smith, John, Jones, Kate", says=SEVERAL, suggests="Smith, John; Jones, Kate"),
        wrote(
            "Smith, John, Kate P. Jones, Ann Roe",
            says=SEVERAL,
            suggests="Smith, John; Jones, Kate P.; Roe, Ann",
        ),
        wrote("Smith, John, Jr., Ph.D."),  # AUT006
        wrote(
            Name(literal="John Smith and Kate Jones"),
            says=SEVERAL,
            suggests="Smith, John; Jones, Kate",
        ),
        wrote(
            Name(literal="John Smith/Karl Meyer"), says=SEVERAL, suggests="Smith, John; Meyer, Karl"
        ),
        wrote("王小明/李红", says=SEVERAL, suggests="王小明; 李红"),
        wrote("山田太郎・佐藤花子", says=SEVERAL, suggests="山田太郎; 佐藤花子"),
        wrote("김철수·이영희", says=SEVERAL, suggests="김철수; 이영희"),
        wrote("王明,李红,张伟", says=SEVERAL, suggests="王明; 李红; 张伟"),
        wrote("王明 李红 张伟", says=SEVERAL, suggests="王明; 李红; 张伟"),
        wrote("佐藤 健, 鈴木 一郎", says=SEVERAL),
        wrote("中村 健一、小川 美穂", says=SEVERAL),
        wrote("本报记者 李雪"),  # AUT006
        wrote("刘芳 和 陈刚", says=SEVERAL, suggests="刘芳; 陈刚"),
        wrote("박서준ㆍ최유리", says=SEVERAL, suggests="박서준; 최유리"),
        wrote("Petra Vogel, Hans Jansen", says=SEVERAL, suggests="Vogel, Petra; Jansen, Hans"),
        wrote("Vogel Petra, Jansen Hans", says=SEVERAL, suggests="Vogel, Petra; Jansen, Hans"),
        wrote("Martin Hansen, Anna Maria"),  # two family names and two given ones
        wrote("Martínez Lorenzo, Abelardo Carlos"),
        wrote("Petra and Hans Vogel", says=SEVERAL, suggests="Vogel, Petra; Vogel, Hans"),
        wrote("Petra Vogel - Hans Brandt", says=SEVERAL, suggests="Vogel, Petra; Brandt, Hans"),
        wrote("박지성 손흥민 이강인", says=SEVERAL),
        wrote("Петров Иван, Иванова Мария", says=SEVERAL),
        wrote("Петров, Иван Сергеевич"),
        wrote("أحمد محمد، علي حسن، محمود سعيد", says=SEVERAL),
        wrote("Dupont, Jean, et Martin, Luc", says=SEVERAL),
        wrote("Smith, John/Doe, Jane", says=SEVERAL, suggests="Smith, John; Doe, Jane"),
        wrote("John Smith · Jane Doe", says=SEVERAL, suggests="Smith, John; Doe, Jane"),
        wrote(
            "Amre, Barnes, Bergeron, Braun, Cohen, Cooper",
            says=SEVERAL,
            suggests="Amre; Barnes; Bergeron; Braun; Cohen; Cooper",
        ),
        wrote("Nguyễn, Văn An"),
        wrote("Nguyễn Văn An, Trần Thị Bình", says=SEVERAL),
        wrote("Roe, R. K. Rao T."),
        wrote(Name(literal="Smith J. Doe J. Miller A."), says=SEVERAL),
        wrote("Иванов И. И.; Петров П. П.", says=SEVERAL),
        wrote("Иванов И.И., Петров П.П.", says=SEVERAL),
        wrote("محفوظ، نجيب؛ حسين، طه", says=SEVERAL),
        wrote("محمد علي و أحمد حسن", says=SEVERAL),
        wrote("Γιώργος Παππάς και Μαρία Νίκου", says=SEVERAL),
        wrote(
            Name("Jones", "John Smith & Kate"), says=SEVERAL, suggests="Smith, John; Jones, Kate"
        ),
    )


@rule(
    "AUT003",
    "author-separator",
    severity=Severity.ERROR,
    examples=_aut003,
    reads=NAME_VARIABLES,
    of_names=ODD,
)
def author_separator(record: Record) -> Iterator[Finding]:
    """One name holds several people.

    Why: the format has its own separator of names; another one makes a single author with a long
    name, so that no coauthor is found, counted or cited.

    Not found: organisations with "and", "&", 与 or 、 in their names; two single words joined by
    "and" (Simon and Schuster); two words before a comma and two behind it, unless given names and
    family names among them are known; names in braces, unless a comma or a semicolon tells their
    parts.

    Source: BibTeX's name lists; CS1 "mult_names"; exports of CNKI and Refer files with several
    names in one field.
    """
    for person in odd(record, SIGNS | WORDS | SHAPE):
        if half := doubled(person.name):
            whole = str(Name.parse(half))
            yield Finding(person.variable, DOUBLED, person.text, whole, index=person.place)
            continue
        people = people_in(person)
        if len(people) > 1:
            yield Finding(
                person.variable,
                SEVERAL,
                person.text,
                "; ".join(as_text(Name.parse(part)) for part in people),
                index=person.place,
            )


def doubled(name: Name) -> str:
    """The name of which a field holds two copies, "" for all else: "John Smith John Smith"."""
    family, given = name.family.split(), name.given.split()
    if _is_twice(given) and (_is_twice(family) or given[0].lower() in GIVEN):
        family = family[:1] if _is_twice(family) else family
        return f"{name.particles} {' '.join(family)}, {given[0]}".strip()
    if (
        len(given) > 1
        and given[-1] == name.family
        and re.fullmatch(_ALL_INITIALS, name.given[: -len(name.family)])
    ):
        return f"{name.family}, {' '.join(given[:-1])}"
    text = name.raw if "," in name.raw else f"{name.given} {name.particles} {name.family}"
    words = (name.literal or text).replace(",", " ").split()
    half = len(words) // 2
    twice = half > 1 and words[:half] == words[half:]
    return " ".join(words[:half]) if twice and name.kind is not Kind.BODY else ""


def _is_twice(words: list[str]) -> bool:
    return len(words) == 2 and words[0] == words[1] and len(words[0]) > 2


def people_in(person: Listed) -> list[str]:
    """The people that one name holds; at most one where that is not certain."""
    name = person.name
    if re.search(r"\A[^,;]+ et al\.? [^,;]+\Z", name.literal):
        return []  # "P. van et al. Dijk": AUT005
    people = _people_in(without_separators(person.text.strip()), name)
    if len(people) < 2 and name.family and re.search(rf"{_SEPARATOR}|{_WITH}", name.given):
        people = _people_in(f"{name.given} {name.family}", name)  # cut at the last blank
    if len(people) < 2 and re.search(" [aeiy] ", f"{name.given} {name.family}"):
        people = _by_connector(name)
    return people


def _people_in(text: str, name: Name) -> list[str]:
    if has_cjk(text):
        return _han_people(text)
    if text.count(",") > 2 and name.raw in ("", text) and (listed := _of_commas(text)):
        return listed
    if couple := _couple(name):
        return couple
    if "," in text and (joined := _behind_comma(text)):
        return joined
    if "؛" in text:
        return [part.strip() for part in text.split("؛") if part.strip()]
    arabic = [part.strip() for part in (name.raw or text).split("،")]
    if len(arabic) > 2 and all(" " in part for part in arabic):
        return arabic
    if ";" in text and ";" in re.sub(_ENTITY, "", text):
        parts = split_any(text)
        return [] if all(map(is_body, parts)) else parts
    if " - " in text or " * " in text:
        parts = re.split(r" [-*] ", text)
        initials = all(re.fullmatch(_INITIALS_LAST, part) for part in parts)
        return parts if initials or all(map(_is_surely_person, parts)) else []
    for bar in (" / ", " // ", " | ", " · ", " • ", " || ", " + ", " -- ", " – ", "\n"):
        if bar in text:
            parts = [part.strip() for part in text.split(bar)]
            families = len(parts) > 2 and all(map(is_lone_family_name, parts))
            return parts if families or all(map(_is_person, parts)) else []
    if "/" in text and all(map(_is_in_parts, parts := (name.raw or text).split("/"))):
        return parts
    if "," not in text and len(parts := re.split(_WITH, text)) == 2:
        whole = all(" " in part and _is_person(part) for part in parts)
        certain = any(_is_surely_person(p) or is_lone_family_name(p.split()[-1]) for p in parts)
        return parts if whole and certain else []
    if re.fullmatch(_RUN_ON, name.raw or text):
        return [found[0].strip() for found in re.finditer(_INITIALS_LAST, name.raw or text)]
    if two := _two_families(text, name):
        return two
    if "," not in text and not name.raw and re.search(_JOINED, text):
        parts = re.split(_JOINED, text)
        certain = any(map(_is_surely_person, parts))
        return parts if certain and all(" " in p and _is_person(p) for p in parts) else []
    if "," not in text and re.search(_AND, text):
        parts = re.split(_AND, text)
        if re.search(" [yei] ", text) and _ends_as_given(parts[0]):
            return []  # Ana María y José
        return parts if all(" " in part and _is_person(part) for part in parts) else []
    if wholes := _two_wholes(text):
        return wholes
    parts = text.split(", ") if text[-1:].isupper() else []
    if len(parts) > 1 and all(re.fullmatch(_LETTERS_LAST, part) for part in parts):
        one = len(parts) == 2 and _begins_as_given(parts[1])  # García M, José L
        return [] if one else parts
    if "," not in text and " and " not in text and " & " not in text and "." not in text:
        return []
    parts = [part.strip() for part in text.split(",")]
    if len(parts) > 1 and all(re.fullmatch(_INITIALS_LAST, part) for part in parts):
        # in Chile a mother's name stands as an initial: Henríquez Q., Carlos A.
        one = len(parts) == 2 and parts[1].partition(" ")[0].lower() in GIVEN
        return [] if one else parts
    whole = len(parts) > 1 and any(part.count(" ") > 1 for part in parts)
    if whole and all(re.match(_VIETNAMESE, part) for part in parts):
        return parts
    if len(parts) > 1 and all(re.fullmatch(_RUSSIAN, part) for part in parts):
        return parts
    parts = split_any(text)
    if len(parts) < 2 or not all(map(_is_person, parts)):
        return []
    if name.family and not name.raw and text == str(name) and re.search(_TWO_PARTS, text):
        return []  # stored in two parts: "R. K Rao, T. Pattabhi" is one person
    declared = name.literal and (not name.raw or "{" in name.raw)
    return [] if declared and "," not in text else parts


def _behind_comma(text: str) -> list[str]:
    """The people of "Dubois, Marc et Petit, Luc" or "Marc Dubois, Luc Petit et Jean Roux": the
    word for "and" stands behind a comma, and so joins no two family names."""
    people, rest = [], text
    for found in re.finditer(_AND_BEHIND, text):
        done = len(text) - len(rest)
        front = text[done : found.start()].rstrip(" ,")
        if found.start() > done and "," in front:
            people += [front] if front.count(",") == 1 else _of_commas(front) or [front]
            rest = text[found.end() :]
    people.append(rest)
    if len(people) < 2:
        return []
    if all("," in part for part in people):
        return people if all(map(_is_in_parts, people)) else []
    people = [part.strip() for piece in people for part in piece.split(",")]
    turned = [" " in part and _ends_as_given(part) for part in people]
    if len(people) > 2 and all(turned) and not any(map(_begins_as_given, people)):
        return people  # "Kowalski Jan, Nowak Anna i Lis Piotr"
    if any(map(_ends_as_given, people)):  # "García Lorca, Ana María y José Luis"
        return _turned_at_end(text)
    certain = re.search(rf" (?:{_CONJUNCTIONS}) ", text) or all(map(_is_surely_person, people))
    whole = all(" " in part and part[:1].isupper() and _is_person(part) for part in people)
    return people if certain and whole else _turned_at_end(text)


def _turned_at_end(text: str) -> list[str]:
    """The two people of "Müller, Anna und Karl Schmidt"."""
    front, *rest = re.split(_AND, text)
    if len(rest) != 1 or "," in rest[0] or not _is_in_parts(front) or _ends_as_given(rest[0]):
        return []
    return [front, rest[0]] if _is_surely_person(rest[0]) else []


def _is_in_parts(text: str) -> bool:
    """Whether a string is one person's name, family name first."""
    family, comma, given = text.partition(", ")
    capitals = not any(part[:1].islower() for part in (family.rpartition(" ")[2], given))
    return bool(comma and family and given) and "," not in given and capitals and _is_person(text)


def _ends_as_given(text: str) -> bool:
    return text.rpartition(" ")[2].lower() in GIVEN


def _begins_as_given(text: str) -> bool:
    return text.partition(" ")[0].lower() in GIVEN


def _couple(name: Name) -> list[str]:
    """The two people who share a field, or a family name too: "Petra and Hans Vogel"."""
    both = (name.family, name.given)
    if all(part.count(" ") == 2 for part in both):
        families, givens = (re.fullmatch(_COUPLES, part) for part in both)
    else:
        families = givens = None
    if families and givens and families[2] == givens[2]:  # "Smith and Jones, John and Kate"
        return [f"{families[1]}, {givens[1]}", f"{families[3]}, {givens[3]}"]
    pair = re.fullmatch(_COUPLE, name.literal or f"{name.given} {name.family}")
    if not pair or not GIVEN.issuperset((pair[1].lower(), pair[2].lower())):
        return []
    return [f"{pair[3]}, {pair[1]}", f"{pair[3]}, {pair[2]}"]


def _two_wholes(text: str) -> list[str]:
    """The people of "Petra Vogel, Hans Brandt": a known given name and a family name on either
    side of the comma."""
    parts = [part.strip() for part in text.split(",")]
    words = [part.split(" ") for part in parts]
    if len(parts) != 2 or any(len(pair) != 2 for pair in words):
        return []
    for given, family in ((0, 1), (1, 0)):
        known = all(pair[given].lower() in GIVEN for pair in words)
        lone = [is_lone_family_name(pair[family]) for pair in words]
        certain = any(lone) if not given or re.search("[а-я]", text) else all(lone)
        if known and certain and GIVEN.isdisjoint(pair[family].lower() for pair in words):
            return parts if given == 0 else [f"{pair[0]}, {pair[1]}" for pair in words]
    return []


def _two_families(text: str, name: Name) -> list[str]:
    """The two frequent family names that an "and" joins in what no format declares one name."""
    parts = re.split(" (?:and|&) ", text)
    declared = name.literal and (not name.raw or "{" in name.raw)
    if len(parts) != 2 or declared or parts[0] == parts[1]:
        return []
    return parts if all(part.istitle() and part.lower() in FREQUENT for part in parts) else []


def _by_connector(name: Name) -> list[str]:
    """The two people of "Anna Rossi e Marco Bianchi", where a given name stands behind the small
    word, which else joins two family names."""
    parts = re.split(" [aeiy] ", f"{name.given} {name.particles} {name.family}".strip())
    firsts = [part.partition(" ")[0].lower() for part in parts]
    known = len(parts) == 2 and all(" " in part for part in parts) and GIVEN.issuperset(firsts)
    known = known and not _ends_as_given(parts[0])
    return parts if known and all(map(_is_person, parts)) else []


def _of_commas(text: str) -> list[str]:
    """The people of a list with more commas than one name may have."""
    parts = [part.strip() for part in text.split(",")]
    alike = all(part[:1].isupper() and re.search(r"\d", part) is None for part in parts)
    if not alike or any(part.lower() in _SUFFIXES for part in parts[2:]):
        return []
    whole = [" " in part for part in parts]
    if all(whole[:-1]):
        people = parts  # A. Smith, B. Jones, C. Roe, D. Poe
    elif not whole[0] and all(whole[2:]) and not re.match(_INITIALS_THEN_NAME, parts[1]):
        people = [f"{parts[0]}, {parts[1]}", *parts[2:]]  # Smith, Ann, Bo Jones, Cy Roe
    elif _are_families(parts):
        return parts
    elif len(parts) % 2 == 0 and not any(whole[::2]):
        pairs = zip(parts[::2], parts[1::2], strict=True)
        people = [f"{family}, {given}" for family, given in pairs]
    else:
        return []
    return people if all(map(_is_person, people)) else []


def _are_families(parts: list[str]) -> bool:
    """Whether a list is of family names alone: frequent ones stand where given names would."""
    second = [part.lower() for part in parts[1::2]]
    if len(parts) < 6 or FREQUENT.isdisjoint(second) or not GIVEN.isdisjoint(second):
        return False
    given = (part for part in second if part.partition(" ")[0] not in PARTICLES)
    return not any(" " in part or re.fullmatch(_INITIAL, part) for part in given)


def _is_surely_person(text: str) -> bool:
    """Whether a part of a string that a format declares one name is a person beyond doubt."""
    given, _, family = text.strip().partition(" ")
    if re.fullmatch(r"[A-Z]{1,2}", family) and is_lone_family_name(given):
        return True  # Smith JA
    known = given.lower() in GIVEN or re.fullmatch(_INITIAL, given)
    return bool(known and family) and _is_person(text)


def _is_person(text: str) -> bool:
    if re.search(r"(?<!\S)\d{3}", text):
        return False  # Healthy Community 2000
    return Name.parse(text).kind is Kind.PERSON


def _han_people(text: str) -> list[str]:
    if re.match(HAN_LABEL, text):  # 本报记者 李雪: AUT006
        return []
    if ";" in text or "；" in text:
        parts = split_any(text)
        return [] if all(map(is_body, parts)) else parts
    spaced = re.split(r"[,、]", text)
    if len(spaced) > 1 and all(re.fullmatch(_SPACED, part.strip()) for part in spaced):
        return [part.strip() for part in spaced]
    words = text.split(" ")
    if script(text) is Script.HANGUL and len(words) > 1 and all(map(_is_whole_name, words)):
        return words
    for bar in ("/", "／", "&", "与", " 和 ", " 及 ", "・", ",", "·", "ㆍ"):
        parts = [part.strip() for part in text.split(bar)]
        if len(parts) > 1 and all(map(_is_whole_name, parts)):
            # a dot in Han joins the parts of one name written by sound: 史蒂芬·霍金
            dotted = bar in "・·ㆍ" and script(text) is Script.HAN
            if not dotted or (bar == "・" and all(map(is_japanese_person, parts))):
                return parts
    listed = [part.strip() for part in text.split("、")]
    if len(listed) > 1 and all(map(_is_listed, listed)) and any(map(is_cjk_only, listed)):
        return listed
    if "、" not in text and "，" not in text and text.count(",") < 2:
        return split_any(text) if text.count(" ") > 1 and "," not in text else []
    parts = [part.strip() for part in re.split(_HAN_MARKS, text)]
    alike = all(2 <= len(part) <= 4 and is_cjk_only(part) and not is_body(part) for part in parts)
    return parts if alike else []


def _is_listed(text: str) -> bool:
    """Whether a part between commas of enumeration, which stand in no name, is a person's name."""
    if not has_cjk(text):
        return " " in text and _is_person(text)
    pieces = text.split("·")
    plain = len(pieces) > 1 or 2 <= len(text) <= 4
    return plain and all(map(is_cjk_only, pieces)) and not is_body(text)


def _is_whole_name(text: str) -> bool:
    """Whether a string is the whole name of a Chinese, Japanese or Korean person for certain."""
    if not is_cjk_only(text) or is_body(text) or text in COMPOUND:
        return False
    if script(text) is Script.HANGUL:
        return len(text) == 3 and text[0] in KOREAN
    return is_chinese_person(text) if len(text) < 4 else len(text) == 4
