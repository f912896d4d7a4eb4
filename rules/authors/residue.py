"""What title pages, platforms and forms leave in a name: marks, addresses, titles, placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.finding import Finding, Severity
from validator.record import NAME_VARIABLES, Name, Record
from validator.registry import Example, rule
from validator.text.names import Kind
from validator.text.names.bodies import has_word, is_body
from validator.text.names.particles import word_set
from validator.text.names.surnames import is_chinese_person, split_chinese
from validator.text.script import has_cjk

from ._listed import SHAPE, SIGNS, WORDS, Listed, authors, odd, wrote  # noqa: TID251 - of this family

_EDGES = " ,;，；、"


def tidy(text: str) -> str:
    """A name after something was cut out of it: no double blanks, no separators at the edges."""
    text = " ".join(text.replace("()", "").replace("（）", "").split())
    return text.replace(" ,", ",").strip(_EDGES)


# --- AUT006

_TITLES = word_set("dr dr. prof prof. professor dra. drs. dr.-ing. dipl.-ing. univ.-prof.")
_DEGREES = word_set("phd ph.d. ph.d dphil d.phil. msc m.sc. bsc b.sc. pharmd psyd mbbs mbchb")
# In capitals these are initials too: "Smith MD", "Smith, M.D."
_DOUBTFUL = word_set("md m.d. mph rn mba jd dds dvm llm edd frcp frcs facp facs mrcp dsc esq esq.")
_CJK_TITLE = re.compile(
    r"(?:副?教授|博士|院士|先生|女士|主[编編]|[编編]著|[编編]者|译者|譯者|监修|監修"
    r"|[\s,，]+(?:[著编編译譯撰校注訳绘]|著者|作者|교수|박사|지음|옮김|엮음))\Z"
)
_ORIGIN = re.compile(r"^[\[［【(（〔][^\W\d_]{1,4}[\]］】)）〕][\s·]*(?=[^\W\d_])")
_COMPANY = re.compile(r"^[(（\[［](?:株|有|社|財|财|独|公|一|合|学|宗|医)[)）\]］]")
_ROLE = re.compile(
    r"[\[(（](?:eds?|editors?|hrsg|hg|trans|transl|translators?|comp|ill|dir|coord|主编|主編|编|編|著|译|譯)"
    r"\.?[\])）]",
    re.IGNORECASE,
)
TITLE = "a title, degree or role stands in the name"
ORIGIN = "a country or dynasty stands in the name"

AUT006 = (
    wrote("Drăgan, Ion"),
    wrote("Profeta, Edvard"),
    wrote("Smith, John, Jr."),
    wrote("Smith, John, III"),
    wrote("Smith, M.D."),  # initials
    wrote("Smith MD"),  # Vancouver's initials
    wrote("Seuss, Dr."),  # nothing is left without it: a pen name
    wrote("Ma, Jing"),
    wrote("Mdluli, Thandi"),
    wrote("主編委員会"),
    wrote("（株）日立製作所"),  # a company's form, not a country
    wrote("山田 博士"),  # Hiroshi, a given name
    wrote("王博士"),  # may be a whole name
    wrote("Prof. John Smith", says=TITLE, suggests="Smith, John"),
    wrote("Smith, Dr. John", says=TITLE, suggests="Smith, John"),
    wrote("Smith, John, PhD", says=TITLE, suggests="Smith, John"),
    wrote("Smith, John MD", says=TITLE, suggests="Smith, John"),
    wrote("Müller, Prof. Dr. Hans", says=TITLE, suggests="Müller, Hans"),
    wrote("Smith, John (ed.)", says=TITLE, suggests="Smith, John"),
    wrote("张三丰教授", says=TITLE, suggests="张三丰"),
    wrote("莫于川主编", says=TITLE, suggests="莫于川"),
    wrote("王五 著", says=TITLE, suggests="王五"),
    wrote("김철수 교수", says=TITLE, suggests="김철수"),
    wrote("[美]富勒", says=ORIGIN, suggests="富勒"),
    wrote("（日）村上春树", says=ORIGIN, suggests="村上春树"),
)


@rule(
    "AUT006",
    "author-honorific",
    severity=Severity.WARNING,
    examples=AUT006,
    reads=NAME_VARIABLES,
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
        if clean == person.text and has_cjk(person.text) and not _COMPANY.match(person.text):
            template = ORIGIN
            clean = _ORIGIN.sub("", person.text)
        if clean != person.text:
            yield Finding(person.variable, template, person.text, clean, index=person.place)


def without_titles(person: Listed) -> str:
    """The name without titles, degrees and roles; as it stands where it has none."""
    text = person.text
    if has_cjk(text):
        return _without_cjk_title(text)
    clean = _ROLE.sub("", text) if text[-1:] in ")]" else text
    name = person.name
    if name.literal:
        return tidy(clean) if clean != text else text
    words = name.given.split()
    kept = [word for i, word in enumerate(words) if not _is_title(words, i)]
    suffix = "" if name.suffix.lower().strip(",") in _DEGREES | _DOUBTFUL else name.suffix
    if not any(map(str.isalpha, " ".join(kept))) or (
        len(kept) == len(words) and suffix == name.suffix
    ):
        return tidy(clean) if clean != text else text
    given = _ROLE.sub("", " ".join(kept))
    return tidy(str(Name(name.family, tidy(given), name.particles, suffix)))


def _is_title(words: list[str], place: int) -> bool:
    word = words[place].strip(",;")
    low = word.lower()
    if low in _TITLES:
        return word != "DR"
    if low in _DEGREES:
        return place > 0 and word != "PHD"
    if low not in _DOUBTFUL or not place or not word.isupper():  # Md is short for Mohammed
        return False
    before = words[place - 1]
    return before.endswith(",") or (before.isalpha() and len(before) > 2 and before[1:].islower())


def _without_cjk_title(text: str) -> str:
    found = _CJK_TITLE.search(text[-12:])
    if not found:
        return text
    rest = text[: len(text) - len(found[0])].rstrip(_EDGES)
    if not rest or is_body(text) or is_body(rest):
        return text
    if found[0].strip(_EDGES) == "博士" and not (len(rest) > 1 and is_chinese_person(rest)):
        return text
    return text if len(rest) == 1 and found[0] not in ("先生", "女士", "教授") else rest


# --- AUT007

_EMAIL = re.compile(
    r"[(（<\[]?[^\s@()（）<>\[\]]{1,64}@[^\s@()（）<>\[\]]{1,255}\.[A-Za-z]{2,}[)）>\]]?"
)
_URL = re.compile(r"[(（<\[]?(?:https?://|www\.)[^\s)）>\]]+[)）>\]]?", re.IGNORECASE)
_ORCID = re.compile(r"[(\[]?(?:orcid:? ?)?\d{4}-\d{4}-\d{4}-\d{3}[\dXx][)\]]?", re.IGNORECASE)
_NOTE = re.compile(
    r"[(（\[](?:corresponding author|author|au\.?|通讯作者|通信作者|通訊作者|責任著者|교신저자)"
    r"[)）\]]",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"\s*[\[(]\s*\d{1,2}(?:\s?,\s?\d{1,2}){0,9}\s*[\])](?=\Z|,)")
_MARKS = re.compile(r"[*†‡§¶#✉☆★⁎∗＊※⁰¹²³⁴-⁹]+(?:,(?=[*†‡§¶#✉⁰¹²³⁴-⁹]))?")
_GLUED_DIGITS = re.compile(r"(?<=[^\W\d_])(?<![A-Z])\d{1,2}(?:[,;]\s?\d{1,2}){0,9}(?=\Z|[\s,])")
_ADDRESS = re.compile(r"\s*[(（\[][^()（）\[\]]{2,200}[)）\]]\Z")
_HAN_OTHERS = re.compile(r"等[.。]?\Z")
LEAK = "marks or an address left in a name"

AUT007 = (
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
    wrote("平等"),
    wrote("高木等"),  # Takagi Hitoshi
    wrote("王小明"),
    wrote("黄土高原科学数据中心（西北农林科技大学）"),
    wrote("Lovelace, Ada1,2", says=LEAK, suggests="Lovelace, Ada"),
    wrote("Ada Lovelace1,2", says=LEAK, suggests="Ada Lovelace"),
    wrote("Zhang1, Mingliang", says=LEAK, suggests="Zhang, Mingliang"),
    wrote("Lovelace, Ada*", says=LEAK, suggests="Lovelace, Ada"),
    wrote("Curie, Marie†‡", says=LEAK, suggests="Curie, Marie"),
    wrote("Lu, Jing [1 ]", says=LEAK, suggests="Lu, Jing"),
    wrote("Smith, John 0000-0002-1825-0097", says=LEAK, suggests="Smith, John"),
    wrote("Smith, John (john@x.org)", says=LEAK, suggests="Smith, John"),
    wrote("Smith, John, Department of Physics", says=LEAK, suggests="Smith, John"),
    wrote("Smith, John (University of Oxford)", says=LEAK, suggests="Smith, John"),
    wrote("李, 娜（通讯作者）", says=LEAK, suggests="李, 娜"),
    wrote("张三*", says=LEAK, suggests="张三"),
    wrote("李明等", says=LEAK, suggests="李明"),
    wrote("王小明²", says=LEAK, suggests="王小明"),
    wrote("王明（北京大学）", says=LEAK, suggests="王明"),
    wrote("Иванов, Иван1", says=LEAK, suggests="Иванов, Иван"),
)


@rule(
    "AUT007",
    "author-affiliation-leak",
    severity=Severity.WARNING,
    examples=AUT007,
    reads=NAME_VARIABLES,
)
def author_affiliation_leak(record: Record) -> Iterator[Finding]:
    """A person's name carries a footnote mark, an address, an identifier or 等.

    Why: the mark comes from a title page or a platform; with it the person has a second form of
    name, is cited wrongly and misses duplicates. An e-mail address is personal data besides.

    Not found: organisations, whose digits and brackets may be their own (3M Company); letters
    inside a word (Harvardsson holds no Harvard); 1st, 3rd; 等 where it may be the Japanese given
    name Hitoshi.

    Source: title pages of journals; cjk.md C15; CoLRev's false flags as clean rows.
    """
    for person in odd(record, SIGNS | WORDS):
        clean = without_residue(person)
        if clean and clean != person.text:
            yield Finding(person.variable, LEAK, person.text, clean, index=person.place)


def without_residue(person: Listed) -> str:
    """A person's name without marks and addresses; as it stands where it has none."""
    text = person.text
    if len(text) > 1000 or (person.kind is Kind.BODY and not _is_person_at(text)):
        return text
    clean = text
    if "@" in clean:
        clean = _EMAIL.sub("", clean)
    if "://" in clean or "www." in clean:
        clean = _URL.sub("", clean)
    if "-" in clean:
        clean = _ORCID.sub("", clean)
    clean = _NOTE.sub("", clean)
    clean = _MARKS.sub("", _REFERENCE.sub("", clean))
    if " " in text.strip() or has_cjk(text):  # one word with digits is a user's name
        clean = _GLUED_DIGITS.sub("", clean)
    bracket = _ADDRESS.search(clean)
    if bracket and clean[: bracket.start()] and _is_address(bracket[0].strip(" ()（）[]")):
        clean = clean[: bracket.start()]
    if clean.count(",") > 1:
        front, _, end = clean.rpartition(",")
        while "," in front and has_word(end):
            clean = front
            front, _, end = clean.rpartition(",")
    if person.last and has_cjk(clean) and _is_cut_short(clean):
        clean = _HAN_OTHERS.sub("", clean)
    return tidy(clean) if clean != text else text


def _is_person_at(text: str) -> bool:
    """Whether a name with an organisation in brackets is a person: 王明（北京大学）."""
    bracket = _ADDRESS.search(text)
    return (
        bool(bracket) and split_chinese(text[: bracket.start()].strip()) is not None
        if bracket
        else False
    )


def _is_address(text: str) -> bool:
    return is_body(text) if has_cjk(text) else has_word(text)


def _is_cut_short(text: str) -> bool:
    """Whether 等 at the end says "and others": after a Chinese name, not in a Japanese one."""
    rest = _HAN_OTHERS.sub("", text).strip()
    return rest != text and len(rest) > 1 and is_chinese_person(rest)


# --- AUT014

_ORDINAL = re.compile(r"\b(?:1st|2nd|3rd|[4-9]th)\b", re.IGNORECASE)
_DATES = re.compile(
    r",?\s*[(\[]?(?:(?:b|d|fl|ca?|active|approximately|geb|né)\.?\s*)*\d{3,4}\??\s*"
    r"(?:[-–]\s*(?:ca?\.?\s*|approximately\s*)?(?:\d{3,4}\??)?)?[)\]]?\s*(?=\Z|,)",
    re.IGNORECASE,
)
_ALIAS = re.compile(r"[(（\[［\"“][^\W\d_][^\d()（）\[\]［］]{0,60}[)）\]］\"”]")
_DIGIT = re.compile(r"(?<![^\W\d_]-)\d")
_BRACKET = re.compile(r"[()（）\[\]［］<>]")
DIGITS, BRACKETS = "a digit in a person's name", "a broken bracket in a person's name"

AUT014 = (
    wrote("Nyberg, Eric H., 3rd"),
    wrote("Smith, John, 1950-"),  # dates of an authority form
    wrote("Smith, John (1950-2010)"),
    wrote("Chen, Yun-Nung (Vivian)"),  # the name a person goes by
    wrote("Pope, John XXIII"),
    wrote("3M Company"),
    wrote("Group of 77"),
    wrote("伤心人（麦孟华）"),
    wrote("Smith, J0hn", says=DIGITS),
    wrote("Sm1th, John", says=DIGITS),
    wrote("Smith, John 25", says=DIGITS),
    wrote("Müller, Jürgen)", says=BRACKETS),
    wrote("Smith, John (Jack", says=BRACKETS),
    wrote("李, 明2号", says=DIGITS),
)


@rule("AUT014", "author-digits", severity=Severity.WARNING, examples=AUT014, reads=NAME_VARIABLES)
def author_digits(record: Record) -> Iterator[Finding]:
    """A person's name holds a digit, or a bracket without its partner.

    Why: no person is called so; a letter was misread (0 for o), or a part of something else is
    stuck to the name.

    Not found: 3rd and Roman numerals, dates of authority forms (1950-), a second name in
    brackets (Yun-Nung (Vivian) Chen), organisations, what AUT007 tells as a mark or an address.

    Source: CS1 "numeric_names".
    """
    for person in odd(record, SIGNS):
        if person.kind is not Kind.PERSON or without_residue(person) != person.text:
            continue
        text = _ROLE.sub("", _ORDINAL.sub("", _DATES.sub("", person.text)))
        if _DIGIT.search(text):
            yield Finding(person.variable, DIGITS, person.text, index=person.place)
        elif _BRACKET.search(_ALIAS.sub("", text)):
            yield Finding(person.variable, BRACKETS, person.text, index=person.place)


# --- AUT008

_GENERIC = word_set(
    "admin|administrator|unknown|editor|editors|n/a|n.a|n.a.|undefined|author|authors|tbd|webmaster"
    "|?|??|-|--|---|—|unknown author|author unknown|no author|not available|not applicable"
    "|editorial staff|staff writer|staff reporter|site admin"
    "|无|無|未知|不详|不詳|未详|暂无|不明|名前なし|없음|미상",
    "|",
)
_ONLY_AS_WRITTEN = word_set("null NULL nan NaN NAN none NONE nil NIL NA test TEST user guest staff")
"""Placeholders that are family names in other letters: Nan, Null, Guest."""
_NO_GIVEN = word_set("null NULL undefined nan NaN none unknown n/a N/A")
GENERIC = "a placeholder or role in place of a name"

AUT008 = (
    wrote("Null, Linda"),
    wrote("Staff, Robert"),
    wrote("Na, Seung-Hoon"),
    wrote("Nan"),  # a family name
    wrote("Guest"),
    wrote("Smith, NA"),  # initials
    wrote("Smith, N.A."),
    wrote("Anonymous"),  # says what is known
    wrote("佚名"),  # anonymous, in Chinese
    wrote("{The Editors}"),  # a body speaks
    wrote("本刊编辑部"),  # the editorial office: a body
    wrote("N/A", says=GENERIC),
    wrote("NA", says=GENERIC),
    wrote("admin", says=GENERIC),
    wrote("Unknown, Unknown", says=GENERIC),
    wrote("Zia-Ullah, null", says=GENERIC, suggests="Zia-Ullah"),
    wrote("Editor", says=GENERIC),
    wrote("Staff Writer", says=GENERIC),
    wrote("未知", says=GENERIC),
    Example(authors("null", format="csv"), (GENERIC,)),
)


@rule("AUT008", "author-generic", severity=Severity.WARNING, examples=AUT008, reads=NAME_VARIABLES)
def author_generic(record: Record) -> Iterator[Finding]:
    """A placeholder or a role stands where a name should.

    Why: form fields and exports fill what they do not know; it is indexed as an author.

    Not found: people of that name (Null, Linda), Anonymous and 佚名, which say what is known, and
    editorial offices as bodies (本刊编辑部).

    Source: CS1 "generic_names".
    """
    for person in odd(record, SIGNS | WORDS | SHAPE):
        name, text = person.name, person.text.strip()
        both = _is_generic(name.family) and _is_generic(name.given)
        if both or _is_generic(text) or _is_generic(f"{name.given} {name.family}"):
            yield Finding(person.variable, GENERIC, person.text, index=person.place)
        elif name.family and name.given in _NO_GIVEN:
            yield Finding(person.variable, GENERIC, person.text, name.family, index=person.place)


def _is_generic(text: str) -> bool:
    return text in _ONLY_AS_WRITTEN or (len(text) < 20 and text.lower() in _GENERIC)
