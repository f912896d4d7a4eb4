"""Names of MARC headings, and what they did: the codes and words of relators."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from validator.io.marc.fields import SUBFIELD
from validator.io.marc.punctuation import name_of, plain
from validator.record import Name
from validator.text.patterns import lazy

AUTHOR, EDITOR, TRANSLATOR = "author", "editor", "translator"
OTHER = "other"
"""What somebody did that no variable tells: printer, illustrator, former owner."""

_WORDS = {
    AUTHOR: """
        aut author verfasser verfasserin verf autor autorin auteur autore autora författare writer
        cre creator jointauthor coauthor dis dissertant cmp composer komponist compositeur
        compositor art artist ive interviewee lbt librettist lyr lyricist prg programmer
        070 230 305 040 著 编著 編著 著者 作者 撰 撰写 作 原著 저 지음 저자 автор
        """,
    EDITOR: """
        edt editor ed eds edc edm pbd editors edited herausgeber herausgeberin hrsg hg
        éditeurscientifique editeurscientifique directeurdepublication directeurdelapublication dir
        curatore acuradi redaktor red com compiler comp editora coord coordinador
        340 220 651 主编 主編 编 編 编辑 編輯 編集 編者 总主编 總主編 副主编 编者 选编 汇编 编纂
        편 엮음 편집 편저 редактор ред сост
        """,
    TRANSLATOR: """
        trl translator tr trans transl translated übersetzer übersetzerin übers ubersetzer
        traducteur traductrice trad traductor traduttore tłumacz översättare
        730 译 譯 译者 譯者 翻译 翻譯 编译 訳 訳者 翻訳 옮김 번역 역 переводчик пер
        """,
}
ROLES = {word: role for role, words in _WORDS.items() for word in words.split()}
"""Codes of MARC 21 and UNIMARC relators, and the words that catalogues write -> the variable."""
_ORCID = lazy(r"(?i)orcid(?:\.org/|\)\s*|[: ]+)(?:https?://orcid\.org/)?([0-9X-]{16,19})")
_SUFFIX = lazy(r"(?i)(?:jr|sr|i{2,3}|iv|vi?)\.?")
_FOLDED = lazy(r"[\W_]+")


class Person(NamedTuple):
    """A heading: the name, its role ("" where none is said), and the number that links it to its
    other script ("" for none)."""

    name: Name
    role: str
    link: str = ""


def role_of(word: str) -> str:
    """The role of a code or a word, ``OTHER`` where it is none of a variable."""
    folded = _FOLDED.sub("", word.rpartition("/")[2].lower())
    if len(folded) == 4 and folded[0] == "0" and folded.isdecimal():
        folded = folded[1:]  # as the Bibliothèque nationale de France has them
    if found := ROLES.get(folded):
        return found
    first = re.match(r"\w+", word.lower())
    return ROLES.get(first[0], OTHER) if first and len(first[0]) > 3 else OTHER


@lru_cache(maxsize=2**15)
def of_marc21(text: str) -> Person:
    """The person or body of a field 100, 110, 700, 710 or 720, its tag apart."""
    parts = text.split(SUBFIELD)
    kind = parts[0][:1]
    name, suffix, role, link, orcid = "", "", "", "", ""
    affiliation: tuple[str, ...] = ()
    for part in parts[1:]:
        code, value = part[:1], part[1:]
        if code == "a" and not name:
            name = value
        elif code == "h" and value.strip() and "," not in name:  # danMARC: the given names
            name = f"{name}, {value}"
        elif code == "b" and value.strip():
            name = f"{name.rstrip()} {value}"
        elif code == "c" and _SUFFIX.fullmatch(plain(value)):
            suffix = plain(value)
        elif code in ("4", "e") and role in ("", OTHER) and value.strip():
            role = role_of(value)
        elif code == "6":
            link = value.partition("/")[0][4:6]
        elif code in ("0", "1") and not orcid and (found := _ORCID.search(value)):
            orcid = found[1]
        elif code == "u" and value.strip():
            affiliation = (*affiliation, plain(value))
    return Person(_named(name, kind, suffix, orcid, affiliation), role, link)


def body(text: str) -> Person:
    """The body of a field 110 or 710: its units are joined to it."""
    person = of_marc21(text)
    name = person.name
    whole = str(name) if name.literal else name_of(name.raw)
    if name.literal == whole and not name.family:
        return person
    return person._replace(name=Name(literal=whole, raw=name.raw, affiliation=name.affiliation))


def _named(written: str, kind: str, suffix: str, orcid: str, affiliation: tuple[str, ...]) -> Name:
    text = raw = name_of(written)
    family, comma, given = text.partition(",")
    given = given.strip()
    if kind in ("0", "3") and not comma:
        return Name(literal=text, raw=raw, orcid=orcid, affiliation=affiliation)
    if not (comma and _is_plain(family, given)):
        found = Name.parse(text)
        family, given = found.family, found.given
        return Name(
            family,
            given,
            found.particles,
            found.suffix or suffix,
            found.literal,
            raw,
            orcid,
            affiliation,
        )
    return Name(family, given, "", suffix, "", raw, orcid, affiliation)


def _is_plain(family: str, given: str) -> bool:
    """Whether two parts are a family name and given names, nothing else among them."""
    return (
        family[:1].isupper()
        and given[:1].isupper()
        and given.rpartition(" ")[2][:1].isupper()
        and "," not in given
        and not _SUFFIX.fullmatch(given)
        and "(" not in given
    )
