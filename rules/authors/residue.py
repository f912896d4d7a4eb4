"""What title pages and platforms leave in a name: marks, addresses, institutions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from validator.finding import Finding, Severity
from validator.record import NAME_VARIABLES, Name, Record
from validator.registry import Examples, rule
from validator.text.names import Kind
from validator.text.names.bodies import CONNECTING, WEAK_WORDS, has_word, is_body, words
from validator.text.names.lone import is_lone_family_name
from validator.text.names.particles import is_suffix
from validator.text.names.surnames import (
    KOREAN,
    is_chinese_person,
    is_japanese_person,
    split_chinese,
)
from validator.text.names.titles import DEGREES, DOUBTFUL, HONOURS
from validator.text.script import has_cjk, is_cjk_only

from ._givens import GIVEN  # noqa: TID251 - of this family
from ._listed import CASE, ODD, SIGNS, WORDS, Listed, cut_out, odd, wrote  # noqa: TID251 - of this family
from .honorifics import tidy  # noqa: TID251 - of this family
from .placeholders import is_numbered, is_of_template  # noqa: TID251 - of this family

_EMAIL = r"[(（<\[]?[^\s@()（）<>\[\]]{1,64}@[^\s@()（）<>\[\]]{1,255}\.[A-Za-z]{2,}[)）>\]]?"
_SPOKEN = (
    r"(?i)[(<\[]?\b[\w.-]{1,64}\s?(?:\[at\]|\(at\)|\sat\s)\s?[\w.-]{1,255}\.[a-z]{2,6}\b[)>\]]?"
)
"""An e-mail address as it is hidden from robots."""
_URL = (
    r"(?i)[(（<\[]?(?:(?:https?://|www\.)[^\s)）>\]]+|\b[\w-]{2,40}\.(?:com|org|net|edu|io)/[^\s)）>\]]*)"
    r"[)）>\]]?"
)
_ORCID = r"(?i)[(\[]?(?:orcid:? ?)?\d{4}-\d{4}-\d{4}-\d{3}[\dXx][)\]]?"
_NOTE = (
    r"(?i)[(（\[](?:author|au\.?)[)）\]]"
    r"|\s[(\[]sic!?[)\]]|(?-i:\s(?:at|c/o) (?:the )?[A-Z].*\Z)"
    r"|[(（\[]corresponding[)）\]]|\s(?:follow|view all articles by .{1,60}|more by .{1,60})\Z"
    r"|[(（\[,-]?\s{0,2}(?:corresponding author|equal contribution"
    r"|通讯作者|通信作者|通訊作者|(?:共同)?第一作者"
    r"|deceased|search for more papers(?: by this author)?|view orcid profile|show affiliations"
    r"|(?<=\s)orcid(?: i[dD]| icon)?(?=\Z)|(?<=\s)(?:google scholar|researchgate)(?=\Z)"
    r"|show all authors"
    r"|責任著者|교신저자)[)）\]]?"
    r"|\s{0,2}(?:认领|收藏|引用)\Z|\s{0,2}被引量[:：]?\s?\d{0,6}\Z"  # of a platform's page
)
_REFERENCE = (
    r"\s*[\[(]\s*(?:\d{1,2}(?:\s?,\s?\d{1,2}){0,9}|[a-h](?:\s?,\s?[a-h]){0,3})\s*[\])](?=\Z|,)"
)
_MARKS = r"(?<!&)[*†‡§¶#✉☆★△▲①-⑳⁎∗＊※⁰¹²³⁴-⁹ᵃ-ᶻ]+(?:,(?=[*†‡§¶#✉⁰¹²³⁴-⁹]))?"
_GLUED_DIGITS = (
    r"(?:(?<=[^\W\d_])(?<![A-Z])|(?<=\b[^\W\d_]\.))\d{1,2}(?:[,;]\s?\d{1,2}){0,9}(?=\Z|[\s,])"
)
_LETTERS = r"(?<=[^\W\d_]{2}) [a-d](?:, ?[a-h]){0,2}\Z"  # of affiliations: "John a,b"
_GLUED_LETTERS = r"(?<=[^\W\d_]{2})(?:[a-g],\s?[b-h](?:,\s?[c-h*†‡])?(?=\Z|,)|[a-h],\s?(?=[*†‡]))"
"""Letters of affiliations right behind a name: "Smith, Johna,b", "Weia,*"."""
_ACCOUNT = r"@\w+|www\.\S+"
"""A user's name or a site, in place of a name."""
_PHONE = (
    r"(?i)[(\[]?(?:(?:tel|phone|fax|mobile|电话)\b\.?:?\s?\+?[\d(][\d\s().-]{3,30}\d"
    r"|\+\d[\d\s().-]{5,30}\d|(?<!\d)1[3-9]\d{9}(?!\d))[)\]]?"
)
"""A telephone number: behind its word or a plus, or a Chinese mobile one."""
_ADDRESS = r"\s*[(（\[][^()（）\[\]]{2,200}[)）\]]\Z"
_ACRONYM = r"(?=.{3,8}\Z)(?:[A-ZА-ЯЁ][a-zа-яё]?){0,4}[A-ZА-ЯЁ]{2,8}"
"""An institution in capitals, where the name beside it is not in capitals."""
_STREET = r"\d{1,5}[A-Za-z]? [A-Z][a-z]+ "
"""A house's number and its street."""
_HAN_PLACE = r"[\s,，]{1,3}(?=\S{4,30}\Z)|(?<=\S{4})[\s,，]{1,3}(?=\S{2,3}\Z)"
_HAN_OTHERS = r"等人?(?:主?[编編]|[编編]?著|[译譯])?[.。]?\Z"
LEAK = "the mark or address {part} is left in a name"


def _aut007() -> Examples:
    return (
        wrote("Lovelace, Ada"),
        wrote("Harvardsson, Jón"),
        wrote("Mrsic-Flogel, Thomas"),
        wrote("Studente, Maria"),
        wrote("O'Neil, Cathy"),
        wrote("Nyberg, Eric H., 3rd"),
        wrote("Department of Physics, University of Oxford"),  # a body: AUT015 if it was split
        wrote("{APA Education [@APAEducation]}"),  # an account of a body, in APA's form
        wrote("3M Company"),
        wrote("Unit 731"),
        wrote("SAC/TC270"),
        wrote("Barbar&#225;, Daniel"),  # ENC001
        wrote("平等"),
        wrote(Name("平", "等")),  # Ping Deng
        wrote("Chen, Wei (TJ)"),  # initials of the name he goes by
        wrote("SMITH, JOHN (ANNE)"),
        wrote("Smith, John (Jack)"),
        wrote("Smith, John - MIT", says=LEAK, part="- MIT", suggests="Smith, John"),
        wrote("Smith, John at Stanford", says=LEAK, part="at Stanford", suggests="Smith, John"),
        wrote(
            "Smith, John example.com/js", says=LEAK, part="example.com/js", suggests="Smith, John"
        ),
        wrote("Smith, John (Cape Town, South Africa)", says=LEAK, part="(Cape Town South Africa)"),
        wrote("Smith, Aᵃ", says=LEAK, part="ᵃ", suggests="Smith, A"),
        wrote("Ramírez, Ana (Anita Press)"),
        wrote("Smith, John, III"),
        wrote("Smith, John, FRS"),  # AUT006
        wrote(
            "Smith, John, 12 Mill Road, Leeds",
            says=LEAK,
            suggests="Smith, John",
            part="12 Mill Road Leeds",
        ),
        wrote("Иванов И. И. (МГУ, Москва)", says=LEAK, part="(МГУ Москва)"),
        wrote("山口県（東京大学）"),
        wrote("Smith, John (Harvard Medical School)", says=LEAK, part="(Harvard Medical School)"),
        wrote("Weber, Lena (ETH Zürich)", says=LEAK, part="(ETH Zürich)", suggests="Weber, Lena"),
        wrote("Петрова, Анна (СПбГУ)", says=LEAK, part="(СПбГУ)", suggests="Петрова, Анна"),
        wrote("Smith, John (MIT)", says=LEAK, part="(MIT)", suggests="Smith, John"),
        wrote("Иванов, И. (МГУ)", says=LEAK, part="(МГУ)", suggests="Иванов, И."),
        wrote("Vogel, Petra, ETH Zurich", says=LEAK, part="ETH Zurich", suggests="Vogel, Petra"),
        wrote("中村健一 東京大学", says=LEAK, part="東京大学", suggests="中村健一"),
        wrote("박서준 연세대학교", says=LEAK, part="연세대학교", suggests="박서준"),
        wrote("Dubois, Marc, CNRS", says=LEAK, part="CNRS", suggests="Dubois, Marc"),
        wrote("Smith, John (a)", says=LEAK, part="(a)", suggests="Smith, John"),
        wrote("佐藤健（東京大学）", says=LEAK, part="（東京大学）", suggests="佐藤健"),
        wrote("김민수(서울대학교)", says=LEAK, part="(서울대학교)", suggests="김민수"),
        wrote("高木等"),  # Takagi Hitoshi
        wrote("王小明"),
        wrote("黄土高原科学数据中心（西北农林科技大学）"),
        wrote("Lovelace, Ada1,2", says=LEAK, part="1 2", suggests="Lovelace, Ada"),
        wrote("Ada Lovelace1,2", says=LEAK, part="1 2", suggests="Ada Lovelace"),
        wrote("Zhang1, Mingliang", says=LEAK, part="1", suggests="Zhang, Mingliang"),
        wrote(
            "Frisch, O. R.2", says=LEAK, part="2", suggests="Frisch, O. R."
        ),  # right behind an initial
        wrote("O. R.1,2 Frisch", says=LEAK, part="1 2", suggests="O. R. Frisch"),
        wrote("Иванов, И.1", says=LEAK, part="1", suggests="Иванов, И."),
        wrote("Lovelace, Ada a,b", says=LEAK, part="a b", suggests="Lovelace, Ada"),
        wrote("ada@x.org", says=LEAK, part="ada@x.org"),
        wrote("Lovelace, Ada*", says=LEAK, part="*", suggests="Lovelace, Ada"),
        wrote("Curie, Marie†‡", says=LEAK, part="†‡", suggests="Curie, Marie"),
        wrote("Lu, Jing [1 ]", says=LEAK, part="[1 ]", suggests="Lu, Jing"),
        wrote(
            "Smith, John 0000-0002-1825-0097",
            says=LEAK,
            part="0000-0002-1825-0097",
            suggests="Smith, John",
        ),
        wrote("Smith, John (john@x.org)", says=LEAK, part="(john@x.org)", suggests="Smith, John"),
        wrote(
            "Smith, John, Department of Physics",
            says=LEAK,
            part="Department of Physics",
            suggests="Smith, John",
        ),
        wrote(
            "Smith, John (University of Oxford)",
            says=LEAK,
            part="(University of Oxford)",
            suggests="Smith, John",
        ),
        wrote(
            "Smith, John, College of Nursing",
            says=LEAK,
            part="College of Nursing",
            suggests="Smith, John",
        ),
        wrote(Name("Smith", "John School of Medicine"), says=LEAK, part="School"),
        wrote(
            Name("Smith (Stanford University)", "John"),
            says=LEAK,
            part="(Stanford University)",
            suggests="Smith, John",
        ),
        wrote("李, 娜（通讯作者）", says=LEAK, part="（通讯作者）", suggests="李, 娜"),
        wrote("张三*", says=LEAK, part="*", suggests="张三"),
        wrote(Name("Smith", "John University of Vienna"), says=LEAK, part="University"),
        wrote(
            Name("Smith", "John (Stanford University)"),
            says=LEAK,
            part="(Stanford University)",
            suggests="Smith, John",
        ),
        wrote("王志明 被引量：12", says=LEAK, part="被引量：12", suggests="王志明"),
        wrote("北京大学 钱理群", says=LEAK, part="北京大学", suggests="钱理群"),
        wrote("Smith, John jsmith at x.edu", says=LEAK, part="jsmith at x.edu"),
        wrote("Smith, John a", says=LEAK, part="a", suggests="Smith, John"),
        wrote("Smith, John (deceased)", says=LEAK, part="(deceased)", suggests="Smith, John"),
        wrote("Smith, John View ORCID Profile", says=LEAK, part="View ORCID Profile"),
        wrote("王明（第一作者）", says=LEAK, part="（第一作者）", suggests="王明"),
        wrote("Smith, John (Corresponding)", says=LEAK, part="(Corresponding)"),
        wrote("John Smith View all articles by John Smith", says=LEAK, part="View all articles by"),
        wrote("Follow, Kim"),
        wrote("John Smith, MIT", says=LEAK, part="MIT", suggests="John Smith"),
        wrote("Иванов И. И., МГУ", says=LEAK, part="МГУ", suggests="Иванов И. И."),
        wrote("García Márquez, JMG"),  # initials
        wrote("钱理群 北京大学", says=LEAK, part="北京大学", suggests="钱理群"),
        wrote("李明等", says=LEAK, part="等", suggests="李明"),
        wrote("王小明△", says=LEAK, part="△", suggests="王小明"),
        wrote("王小明②", says=LEAK, part="②", suggests="王小明"),
        wrote("王小明²", says=LEAK, part="²", suggests="王小明"),
        wrote("王明（北京大学）", says=LEAK, part="（北京大学）", suggests="王明"),
        wrote("Иванов, Иван1", says=LEAK, part="1", suggests="Иванов, Иван"),
        wrote("GB/T 7714-2015"),
        wrote("Id5, P. E. Utgoff."),  # the end of a title, and the author
        wrote("Bach, Johann Sebastian, 1685-1750"),
        wrote("Chen, Weia,*", says=LEAK, part="a *", suggests="Chen, Wei"),
        wrote("Smith, Johna,b", says=LEAK, part="a b", suggests="Smith, John"),
        wrote("Johna,b", says=LEAK, part="a,b"),
        wrote("Smith, John +44 20 7946 0958", says=LEAK, part="+44 20 7946 0958"),
        wrote("山田太郎（東京大学）", says=LEAK, part="（東京大学）", suggests="山田太郎"),
        wrote(
            "Smith, John, Department of Physics, University of Oxford",
            says=LEAK,
            part="Department of Physics University of Oxford",
            suggests="Smith, John",
        ),
        wrote("何志刚等编", says=LEAK, part="等编", suggests="何志刚"),
        wrote("周志强等.", "吴海燕", says=LEAK, part="等.", suggests="周志强"),
        wrote("张伟等人", says=LEAK, part="等人", suggests="张伟"),
    )


@rule(
    "AUT007",
    "author-affiliation-leak",
    severity=Severity.WARNING,
    examples=_aut007,
    reads=NAME_VARIABLES,
    of_names=ODD,
)
def author_affiliation_leak(record: Record) -> Iterator[Finding]:
    """A person's name carries a footnote mark, an address, an identifier or 等.

    Why: the mark comes from a title page or a platform; with it the person has a second form of
    name, is cited wrongly and misses duplicates. An e-mail address is personal data besides.

    Not found: organisations, whose digits and brackets may be their own (3M Company); letters
    inside a word (Harvardsson holds no Harvard); 1st, 3rd; 等 where it may be the Japanese given
    name Hitoshi.

    Source: title pages of journals; exports of Chinese platforms; CoLRev's false flags as clean
    rows.
    """
    for person in odd(record, SIGNS | WORDS | CASE):
        if is_of_template(person.name) or ends_a_sentence(person.name):
            continue  # AUT008; a piece of a citation
        if is_numbered(person.text):
            continue  # AUT008
        if _is_marked(person.name):
            yield Finding(
                person.variable,
                LEAK,
                person.text,
                args={"part": f"{person.name.family[-1]},{person.name.given}"},
                index=person.place,
            )
            continue
        clean = without_residue(person)
        given = person.name.given
        first, _, rest = given.partition(" ")
        if (
            clean == person.text
            and person.kind is Kind.PERSON
            and not has_word(first)
            and (part := _word_of_place(rest))
        ):
            yield Finding(
                person.variable, LEAK, person.text, args={"part": part}, index=person.place
            )
        elif clean != person.text:
            yield Finding(
                person.variable,
                LEAK,
                person.text,
                clean or None,
                args={"part": cut_out(person.text, clean)},
                index=person.place,
            )


def ends_a_sentence(name: Name) -> bool:
    """Whether a given name is the end of a citation that was cut wrongly: "Id5, P. Utgoff."."""
    return name.given.endswith(".") and len(name.given.split()[-1]) > 5


def _is_marked(name: Name) -> bool:
    """Whether a comma between two letters of affiliations has cut a name: "Johna,b"."""
    last, first = name.family[-1:], name.given
    return (
        len(first) == 1
        and first.islower()
        and "a" <= last < first <= "h"
        and ", " not in name.raw
        and name.family[:1].isupper()
    )


def without_residue(person: Listed) -> str:
    """A person's name without marks and addresses; as it stands where it has none."""
    text = person.text
    if has_cjk(text) and (place := re.search(_HAN_PLACE, text)):
        front, end = text[: place.start()], text[place.end() :]
        if len(front) > 1 and _is_whole_han(front) and is_body(end):
            return front  # 王明 北京大学
        if len(end) < 4 and is_chinese_person(end) and is_body(front):
            return end  # 北京大学 王明
    if re.fullmatch(_ACCOUNT, text):
        return ""
    if person.kind in (Kind.BODY, Kind.UNKNOWN) and (front := _before_institution(text)):
        return front
    name = person.name
    if _is_whole(name.family) and not name.suffix and _is_acronym(name.given, name.family):
        return name.family  # John Smith, MIT
    if person.kind is Kind.BODY and not _is_person_at(text):
        return text
    clean = _without_bracket(person.name)
    if "@" in clean:
        clean = re.sub(_EMAIL, "", clean)
    if " at " in clean or "[at]" in clean or "(at)" in clean:
        clean = re.sub(_SPOKEN, "", clean)
    if "/" in clean or "www." in clean:
        clean = re.sub(_URL, "", clean)
    if "-" in clean:
        clean = re.sub(_ORCID, "", clean)
    clean = re.sub(_LETTERS, "", re.sub(_NOTE, "", clean))
    if "," in clean and not clean.islower():
        clean = re.sub(_GLUED_LETTERS, "", clean)
    if any(map(str.isdigit, clean)):
        clean = re.sub(_PHONE, "", clean)
    clean = re.sub(_MARKS, "", re.sub(_REFERENCE, "", clean))
    if " " in text.strip() or has_cjk(text):  # one word with digits is a user's name
        clean = re.sub(_GLUED_DIGITS, "", clean)
    bracket = re.search(_ADDRESS, clean)
    if bracket and (front := clean[: bracket.start()]):
        inside = bracket[0].strip(" ()（）[]")
        if _is_address(inside) or _is_acronym(inside, front) or (name.given and _is_town(inside)):
            clean = front
    front, dash, end = clean.rpartition(" - ")
    if dash and name.given and _is_acronym(end, front):
        clean = front
    if clean.count(",") > 1:
        front, _, end = clean.rpartition(",")
        while "," in front and (
            _is_place(end) or _is_seat(end.strip()) or _is_acronym(end.strip(), front)
        ):
            clean = front
            front, _, end = clean.rpartition(",")
    if has_cjk(clean) and (person.last or len(clean.rstrip(".。")) == 4) and _is_cut_short(clean):
        clean = re.sub(_HAN_OTHERS, "", clean)
    return tidy(clean) if clean != text else text


def _is_whole(text: str) -> bool:
    """Whether what stands before a comma is a whole name: a known given name and a family name, or
    a family name with initials."""
    first, blank, rest = text.partition(" ")
    return bool(blank) and (
        first.lower() in GIVEN or re.fullmatch(r"(?:[^\W\d_]\. ?){1,3}", rest) is not None
    )


def _before_institution(text: str) -> str:
    """The person in front of an institution or a street and its town, "" where there is none: a
    family name of one word, and a known given name or initials."""
    parts = text.split(", ", 3)
    if len(parts) < 3 or " " in parts[0] or has_word(parts[0]):
        return ""
    if not has_word(parts[2]) and not re.match(_STREET, parts[2]):
        return ""
    first = parts[1].partition(" ")[0]
    known = first.lower() in GIVEN or re.fullmatch(r"(?:[^\W\d_]\. ?)+", parts[1])
    one = parts[1][:1].isupper() and parts[1].isalpha()
    return f"{parts[0]}, {parts[1]}" if known or (one and is_lone_family_name(parts[0])) else ""


def _without_bracket(name: Name) -> str:
    """The name without an institution in brackets behind its family name."""
    found = re.search(_ADDRESS, name.family) if name.given else None
    if found and found.start() and _is_address(found[0].strip(" ()（）[]")):
        return str(replace(name, family=name.family[: found.start()]))
    return str(name)


def _is_person_at(text: str) -> bool:
    """Whether a name with an organisation in brackets is a person: 王明（北京大学）.

    Beside Chinese names, four characters that name no body are a Japanese one, three where the
    second ends family names (佐藤健), and three syllables with a family name a Korean one.
    """
    bracket = re.search(_ADDRESS, text)
    if bracket is None:
        return False
    front = text[: bracket.start()].strip()
    if front.endswith(_OF_REGIONS):
        return False
    if not is_cjk_only(front) or front.endswith(_OF_BODIES):
        return split_chinese(front) is not None
    return split_chinese(front) is not None or _is_of_neighbours(front)


def _is_whole_han(text: str) -> bool:
    """Whether a string before a place is a whole name: Chinese, Japanese or Korean."""
    if not is_cjk_only(text) or text.endswith(_OF_BODIES) or is_body(text):
        return False
    return is_chinese_person(text) or _is_of_neighbours(text)


def _is_of_neighbours(text: str) -> bool:
    """Whether an unsplit name that is no body reads as a Japanese or Korean one."""
    japanese = len(text) == 4 or (len(text) == 3 and is_japanese_person(f"{text}子"))
    return japanese or (len(text) == 3 and text[0] in KOREAN)


_OF_BODIES = tuple("院所室系組组會会部局课課班队隊社団团市町村屋店")
_OF_REGIONS = tuple("県區区")


def _is_address(text: str) -> bool:
    if has_cjk(text):
        return is_body(text)
    if has_word(text.replace("-", " ")):
        return True
    acronym, comma, town = text.partition(", ")
    if comma and re.fullmatch(_ACRONYM, acronym) and town.istitle() and not is_suffix(acronym):
        return True  # MIT, Boston
    return " " in text and not text.isupper() and (is_body(text) or _begins_with_acronym(text))


def _is_town(text: str) -> bool:
    """Whether a comma shows that brackets hold a town and its country: no second name has one."""
    parts = text.split(", ")
    return 1 < len(parts) < 4 and all(part.istitle() and len(part) > 2 for part in parts)


def _is_seat(text: str) -> bool:
    """Whether an institution's acronym and its place stand behind a comma: ETH Zurich."""
    acronym, _, place = text.partition(" ")
    letters = acronym.lower() in HONOURS | DEGREES | DOUBTFUL or is_suffix(acronym)
    return place.istitle() and len(place) > 3 and not letters and _begins_with_acronym(acronym)


def _begins_with_acronym(text: str) -> bool:
    return re.fullmatch(_ACRONYM, text.partition(" ")[0]) is not None


def _is_acronym(text: str, name: str) -> bool:
    """Whether capitals beside a name are an institution, and neither letters of honour nor a
    numeral."""
    return (
        bool(re.fullmatch(_ACRONYM, text))
        and not name.isupper()
        and WEAK_WORDS.isdisjoint(words(name))  # "Study, Cervical Cancer (JHACC)"
        and text.lower() not in HONOURS | DEGREES | DOUBTFUL
        and not is_suffix(text)
        and text.strip("IVX") != ""
    )


def _is_place(text: str) -> bool:
    """Whether a part behind a comma is an institution: College of Nursing."""
    return has_word(text) or (not WEAK_WORDS.isdisjoint(words(text)) and is_body(text))


_LINKED = [[word] for word in CONNECTING]


def _word_of_place(text: str) -> str:
    """The word in given names that says that an institution follows; "" where there is none."""
    parts = text.split()
    low = words(text)
    for i, word in enumerate(parts):
        if has_word(word) or (low[i] in WEAK_WORDS and low[i + 1 : i + 2] in _LINKED):
            return word
    return ""


def _is_cut_short(text: str) -> bool:
    """Whether 等 at the end says "and others": after a Chinese name, not in a Japanese one."""
    rest = re.sub(_HAN_OTHERS, "", text).strip(" ,，、")
    return rest != text and len(rest) > 1 and is_chinese_person(rest)
