"""Names whose letters or parts differ from those of their neighbours in the list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from unicodedata import normalize

from validator.finding import Finding, Severity
from validator.record import NAME_VARIABLES, Name, Record
from validator.registry import Example, Examples, rule
from validator.text.names import Kind
from validator.text.names.particles import is_particle, word_set
from validator.text.names.surnames import EAST_ASIAN
from validator.text.names.titles import RELATORS, ROLE_AS_GIVEN
from validator.text.script import has_cjk

from ._givens import GIVEN  # noqa: TID251 - of this family
from ._listed import CASE, ODD, SHAPE, Listed, authors, lists_with_odd, wrote  # noqa: TID251 - of this family
from .et_al import before_et_al  # noqa: TID251 - of this family
from .residue import ends_a_sentence  # noqa: TID251

_VOWELS = frozenset("AEIOUÆØŒƏİАЕИОУЫЭЮЯІЄѢΑΕΗΙΟΥΩ")
_SMALL_BY_CHOICE = word_set(
    "hooks, bell|boyd, danah|kühn, eva|cummings, e. e.|cummings, e.e.|lang, k. d.|lang, k.d."
    "|lang, k d|lang, kd"
    "|brown, adrienne maree|bissett, bill|shange, ntozake|ione, amy|edwards, kari",
    "|",
)
"""People who write their names so; nothing else tells them from names that lost their capitals."""
_SMALL_PREFIX = (
    "al-",
    "el-",
    "ad-",
    "an-",
    "ar-",
    "as-",
    "at-",
    "az-",
    "d'",
    "d’",
    "l'",
    "l’",
    "ff",
)
_NOT_OF_PEOPLE = RELATORS | word_set(
    "of for the and authorship study trial project survey investigators"
)
"""Words of studies and projects, and codes of roles (AUT006); none is in a person's name."""
_SMALL_IN_CAPITALS = r"\b(?:Mac|Mc|Fitz|De|Di|Du|La|Le|Van|Von|O)(?=[A-ZÀ-Þ]{2})|ß"
CAPITALS, SMALL = "a name in capitals", "a name in small letters"
TURNED = "capitals and small letters of a name are turned round"
_TURNED = r"\A[a-zß-ÿ][A-ZÀ-Þ]{3,}\Z"
"""What the caps lock makes of a name: "sMITH"; "dANG" and "vLAN" may be meant."""


def _aut009() -> Examples:
    return (
        wrote("Smith, John", "hooks, bell"),
        wrote("sMITH, jOHN", says=TURNED),
        wrote("sMITH, jOHN", "Doe, Jane", says=TURNED, suggests="Smith, John"),
        wrote("McDONALD, Ann", "deWITT, Bob", "Smith, John"),
        wrote("SMITH, JOHN", "JONES, KATE"),  # the whole list: the form of the file
        wrote("SMITH, J.", "JONES, K. L."),
        wrote("RUDDOCK, L."),  # GB/T 7714 writes family names in capitals
        wrote("Sveriges riksdag"),  # a body, of which the first word alone has a capital
        wrote("Smith, JOHN", says=CAPITALS, suggests="Smith, John"),
        wrote(Name(literal="JOHN SMITH"), says=CAPITALS, suggests="Smith, John"),
        wrote(Name(literal="JOHNSON CONTROLS")),
        wrote("SMITH, john", says=CAPITALS, suggests="Smith, John"),
        wrote("SMITH, John"),  # French and Chinese custom
        wrote("KIM, MYUNGYEON"),  # as in Korean passports
        wrote("K P, Soman", "Smith, John"),  # South Indian initials
        wrote("PVS, Avinesh", "Smith, John"),
        wrote("Smith JK", "Jones, Kate"),
        wrote("LI, Xiaoming", "WANG, Hong"),
        wrote("XU, Bo", "ZHANG, Wei", "MA, Jun"),
        wrote("McDONALD, Ian", "SMITH, John"),
        wrote("HÜBNER, Jan", "WEIß, Anna"),
        wrote("NG, Andrew", "Smith, John"),  # two letters may be initials
        wrote("van der Berg, Jan", "Smith, John"),
        wrote("al-khatib, Omar", "Smith, John"),
        wrote("ffoulkes, Rupert", "Smith, John"),  # an English spelling
        wrote("van, Ballegooijen M", "Smith, John"),  # another fault: a particle cut off
        wrote("NASA", "Smith, John"),
        wrote("ASCUS-LSIL, Triage Study", "Smith, John"),  # no person
        wrote("FUTURE, I", "Smith, John"),  # the first study of that name
        wrote("FUTURE, II", "Smith, John"),
        wrote("SKICAT, D. Djorgovski.", "Smith, John"),  # a system, and the end of a citation
        wrote("Evaluation of Vascular Care in Ageing, disease", "Smith, John"),
        wrote("Pfahler, eds", "Smith, John"),  # AUT006
        wrote("and, Albert M.", "Smith, John"),
        wrote("th, A.", "Smith, John"),  # Röth, broken: not small letters
        wrote("王, 明", "Smith, John"),
        wrote("გელაშვილი, ნინო", "Smith, John"),  # Georgian has no capitals in names
        Example(authors("SMITH, JOHN", title="A STUDY IN CAPITALS")),
        wrote("SMITH, JOHN", says=CAPITALS, suggests="Smith, John"),
        wrote("JOHN SMITH", says=CAPITALS, suggests="Smith, John"),
        wrote("SMITH, JOHN", "Jones, Kate", says=CAPITALS, suggests="Smith, John"),
        wrote("MÜLLER-LÜDENSCHEIDT, Heinrich", "Jones, Kate", "Roe, Jo", says=CAPITALS),
        wrote(
            "POPESCU, GHEORGHE H.", "Jones, Kate", says=CAPITALS, suggests="Popescu, Gheorghe H."
        ),
        wrote("Smith, JOHN", "Jones, Kate", says=CAPITALS, suggests="Smith, John"),
        wrote("smith, john", "Jones, Kate", says=SMALL, suggests="Smith, John"),
        wrote("smith, john", says=SMALL, suggests="Smith, John"),
        wrote("Smith, john", says=SMALL, suggests="Smith, John"),
        wrote("és mtsai", "Kovács, István", "Nagy, Éva"),  # AUT005
        wrote("ye, Wenjun", "Jones, Kate", says=SMALL, suggests="Ye, Wenjun"),
        wrote("ПЕТРОВ, ПЁТР", says=CAPITALS, suggests="Петров, Пётр"),
        wrote("ΠΑΠΠΑΣ, ΆΝΝΑ", says=CAPITALS),
        wrote("Dvořáková, VĚRA", "Jones, Kate", says=CAPITALS, suggests="Dvořáková, Věra"),
        wrote("KŐSZEG, ŐRS", says=CAPITALS, suggests="Kőszeg, Őrs"),
        wrote("ИВАНОВ, ИВАН", says=CAPITALS, suggests="Иванов, Иван"),
    )


@rule(
    "AUT009",
    "author-case",
    severity=Severity.WARNING,
    examples=_aut009,
    reads=NAME_VARIABLES,
    of_names=ODD,
)
def author_case(record: Record) -> Iterator[Finding]:
    """A name is in capitals or small letters, and the rest of its list is not.

    Why: one form slipped in from a form or a title page; styles cannot bring back the case.

    Not found: a whole list in one form, which is that of its file; family names in capitals by
    custom, where nothing beside them differs; initials; particles; hooks, bell; studies and
    projects cut into two parts. A name that stands
    alone is found where both parts are in one case, but for Chinese and Korean names, written in
    capitals in passports, and where the title is in capitals as well.

    Source: CoLRev "mostly-all-caps"; ISO 690 and GB/T 7714 for family names in capitals.
    """
    names = lists_with_odd(record, CASE)
    for variable in NAME_VARIABLES if names else ():
        people = [
            p
            for p in names
            if p.variable == variable and p.kind is Kind.PERSON and not has_cjk(p.text)
        ]
        people += [
            p._replace(name=Name.parse(p.text))
            for p in names
            if p.name.literal and p.variable == variable and _is_unsplit(p)
        ]
        for person in people:
            form = _form(person.name)
            if not form or before_et_al(person) is not None:
                continue
            if form == TURNED or _stands_out(person, people, record.title):
                mended = _capitalised(person.name)
                yield Finding(variable, form, person.text, str(mended), index=person.place)


def _is_unsplit(person: Listed) -> bool:
    """Whether a name declared one string is a person's all the same: a known given name in capitals
    or small letters stands first."""
    words = person.name.literal.split()
    alike = person.text.isupper() or person.text.islower()
    known = person.kind is Kind.UNKNOWN and 1 < len(words) < 4 and words[0].lower() in GIVEN
    return alike and known and Name.parse(person.text).kind is Kind.PERSON


def _form(name: Name) -> str:
    """The fault that a name may have, "" for mixed case and for what is no person's name."""
    if not _NOT_OF_PEOPLE.isdisjoint(str(name).lower().replace(",", " ").split()):
        return ""
    if re.fullmatch(ROLE_AS_GIVEN, name.given) or re.fullmatch(ROLE_AS_GIVEN, name.family):
        return ""
    if any(map(_is_numeral, (name.given, name.suffix, name.family.rpartition(" ")[2]))):
        return ""
    if ends_a_sentence(name):
        return ""  # "SKICAT, D. Djorgovski."
    if _in_capitals(name.family, 3) or _in_capitals(name.given, 4):
        return CAPITALS
    if re.search(_TURNED, name.family):
        return TURNED
    small = _is_small(name.family) or _is_small(name.given)
    undivided = bool(name.raw) and "," not in name.raw and not name.given.islower()
    if undivided and name.given.partition(" ")[0].lower() not in GIVEN:
        return ""  # Sveriges riksdag
    return SMALL if small and str(name).lower() not in _SMALL_BY_CHOICE else ""


def _in_capitals(part: str, least: int) -> bool:
    """Whether a part is a word in capitals: long enough, and with a vowel, to be no initials."""
    return part.isupper() and any(
        len(word) >= least and word.isalpha() and _has_vowel(word)
        for word in part.replace("-", " ").replace("'", " ").split()
    )


def _has_vowel(word: str) -> bool:
    """Whether a word in capitals has a vowel, be it with a mark (Ё, Ő, Ά)."""
    return not _VOWELS.isdisjoint(normalize("NFD", word))


def _is_numeral(part: str) -> bool:
    """Whether a part counts, as in the studies FUTURE I and FUTURE II."""
    return re.fullmatch("[IVX]+[.]?", part) is not None


def _is_small(part: str) -> bool:
    """Whether a part is in small letters; not initials, nor particles alone (van, al-)."""
    if len(part.strip(".")) < 2 or part == "null" or not part.islower() or not part[0].isalpha():
        return False
    if not _has_vowel(part.upper()) and "y" not in part:
        return False  # "th", the end of a name that lost letters
    return not part.startswith(_SMALL_PREFIX) and not is_particle(part.split()[0])


def _stands_out(person: Listed, people: Sequence[Listed], title: str) -> bool:
    others = [p for p in people if p is not person]
    if _in_capitals(person.name.family, 3) and _is_small(person.name.given):
        return True
    known = person.name.given.isupper() and person.name.given.lower() in GIVEN
    if known and not person.name.family.isupper():
        return True
    if others:
        usual = sum(not _form(p.name) and not _shouts(p.name) for p in others)
        return 2 * usual > len(others)
    name = person.name
    if not (_in_capitals(name.family, 3) and _in_capitals(name.given, 3)):
        return _form(name) == SMALL and not title.islower()
    words = str(name).lower().replace(",", " ").replace("-", " ").split()
    return EAST_ASIAN.isdisjoint(words) and not title.isupper()


def _shouts(name: Name) -> bool:
    """Whether a family name is in capitals, be it as short as LI, or with small letters, McDONALD.

    Beside it another one in capitals is the custom of the list.
    """
    bare = re.sub(_SMALL_IN_CAPITALS, "", name.family or name.literal)
    return bare.isupper() and (len(bare) > 1 or bare != name.family)


def _capitalised(name: Name) -> Name:
    def mend(part: str, least: int) -> str:
        wrong = _in_capitals(part, least) or _is_small(part) or re.search(_TURNED, part)
        return " ".join(map(_title, part.split())) if wrong else part

    return replace(name, family=mend(name.family, 3), given=mend(name.given, 3))


def _title(word: str) -> str:
    return word if len(word) == 1 and word.isupper() else word.title().replace("’S", "’s")


ONE_PART = "only one part of a name, in a list of whole names"


def _aut012() -> Examples:
    return (
        wrote("Sukarno"),
        wrote("Sukarno", "Smith, John", "Jones, Kate"),  # a mononym
        wrote("Harishchandra", "Smith, John", "Jones, Kate"),
        wrote("Thant", "Smith, John", "Jones, Kate"),
        wrote("Ganbold", "Smith, John", "Jones, Kate"),
        wrote("Kālidāsa", "Smith, John", "Jones, Kate"),
        wrote("Molière", "Smith, John", "Jones, Kate"),
        wrote("Pelé", "Smith, John", "Jones, Kate"),
        wrote("Greenpeace", "Smith, John", "Jones, Kate"),
        wrote("G7", "Smith, John", "Jones, Kate"),
        wrote("Sumarmo", "Jones, C. M.", "Rubin, S. C."),  # has no initials to lose
        wrote("{Smith}", "Roe, Ann", "Jones, Kate"),  # braces declare one name
        wrote("Smith"),  # nothing beside it says that a part is missing
        wrote("Smith", "Jones"),
        wrote("UNICEF", "Smith, John", "Jones, Kate"),
        wrote("王明", "Smith, John", "Jones, Kate"),
        wrote("Smith", "Jones, Kate", "Roe, Richard", says=ONE_PART),
        wrote("Li", "Jones, Kate", "Roe, Richard", says=ONE_PART),
        wrote("García", "Jones, Kate", "Roe, Richard", says=ONE_PART),
        wrote("Jones, Kate", "Roe, Richard", "J.", says=ONE_PART),
        wrote(Name("Vries", "", "de"), "Jones, Kate", "Roe, Richard", says=ONE_PART),
        wrote("García Márquez, Ana", "Roe, Ann", Name("García Márquez"), says=ONE_PART),
        wrote(Name("Sina", "", "ibn"), "Jones, Kate", "Roe, Richard"),
        wrote("Davies", "Davies, R. J.", "Lok, S.", says=ONE_PART),
        wrote("Lindqvist", "Jones, Kate", "Roe, Richard", says=ONE_PART),
        wrote("Öztürk", "Jones, Kate", "Roe, Richard", says=ONE_PART),
        wrote("Saranya", "Jones, Kate", "Roe, Richard"),  # a mononym of South India
        wrote("McKenney", "Jones, Kate", "Roe, Richard", says=ONE_PART),
        wrote("Terasaki", "Jones, Kate", "Roe, Richard", says=ONE_PART),
        wrote("Кузнецова", "Jones, Kate", "Roe, Richard", says=ONE_PART),
        wrote("Παπαδόπουλος", "Jones, Kate", "Roe, Richard", says=ONE_PART),
    )


@rule(
    "AUT012",
    "author-one-part",
    severity=Severity.INFO,
    examples=_aut012,
    reads=NAME_VARIABLES,
    of_names=ODD,
)
def author_one_part(record: Record) -> Iterator[Finding]:
    """One word, which is a part of a name, stands alone in a list of whole names.

    Why: the given name was lost; the person cannot be told from others of that family name.

    Not found: what the format declares one name (CSL's literal, BibTeX's braces); mononyms
    (Sukarno, Mausam, Thant), which many people of Indonesia, India, Burma and Mongolia bear, and
    words that may be some. Told are initials, family names of others in the list, those behind a
    particle (de Vries), frequent family names, romanised East Asian ones among them, and words with
    a prefix or an ending that makes family names (Mc-, -ov, -son, -ez, -saki); and only beside two
    whole names.

    Source: lists of the most frequent family names; endings of family names; the mononyms of the
    ACL Anthology as clean rows; bibcop's "single-word author".
    """
    names = lists_with_odd(record, SHAPE)
    for person in names:
        name = person.name
        declared = name.literal and (not name.raw or "{" in name.raw)
        if declared or name.given or name.suffix:
            continue
        others = [p for p in names if p.variable == person.variable and p is not person]
        families = [f"{p.name.particles} {p.name.family}".strip() for p in others]
        part = person.text in families or _has_particle(name) or _is_lone(person)
        if part and len(others) > 1 and all(p.kind is Kind.PERSON and p.name.given for p in others):
            yield Finding(person.variable, ONE_PART, person.text, index=person.place)


def _is_lone(person: Listed) -> bool:
    """Whether a name is one word that is a part of a name for certain."""
    return person.kind is not Kind.PERSON and _is_word(person.text) and _is_part(person.text)


def _has_particle(name: Name) -> bool:
    """Whether a particle in small letters shows that a family name stands alone: "de Vries"."""
    return bool(name.particles and name.family) and _OF_FAMILIES.issuperset(name.particles.split())


_OF_FAMILIES = word_set("van von vom zu zum zur de der den del della dos da ten ter af")


def _is_word(text: str) -> bool:
    glued = re.search(r"[a-zß-ÿ](?<!\bMc)(?<!\bMac)(?<!\b[DL][aeiu])[A-ZÀ-Þ]", text)
    return " " not in text and not text.islower() and not glued  # Stig-ArneGrönroos: whole


def _is_part(text: str) -> bool:
    if len(text) < 3 and text.strip(".").isalpha() and text.isupper():
        return True
    from validator.text.names.lone import is_lone_family_name  # its tables load where needed

    return is_lone_family_name(text)
