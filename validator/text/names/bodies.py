"""Organisations told from persons: by the words of many languages and by structure."""

from __future__ import annotations

import re

from validator.text.names.particles import word_set
from validator.text.script import has_cjk

WORDS = word_set(
    # Latin script; none of these is known as a family name
    "university universities universität universitaet université universidad universidade "
    "università universiteit universitet universitetet universitat univerzita univerzitet "
    "uniwersytet universitas üniversitesi universitesi egyetem ülikool yliopisto univ "
    "institute institutes institut instituto istituto instituut institutet instytut enstitüsü "
    "institution institutions committee subcommittee comité comitato comissão comisión comité "
    "commission kommission commissione komisyonu collaboration collaborators consortium consortia "
    "konsortium organization organisation organización organização organizzazione organizations "
    "organisations association associations asociación associação associazione society societies "
    "société sociedad sociedade società societas gesellschaft academy académie academia akademie "
    "accademia akademia akademisi department departments département departamento dipartimento "
    "dept ministry ministries ministère ministerio ministério ministero ministerium foundation "
    "fondation fundación fundação fondazione stiftung federation fédération federación "
    "laboratory laboratories laboratoire laboratorio agency agencies agence agencia agência "
    "authority authorities corporation corporate administration secretariat government parliament "
    "network initiative investigators faculty faculté facultad faculdade fakultät library "
    "libraries bibliothèque biblioteca bibliothek museo musée journal editorial publishers "
    "publishing verlag partnership alliance workgroup taskforce bundesamt bundesanstalt "
    "bundesministerium conference congress congreso research gmbh team teams group groups groupe "
    "grupo arbeitsgruppe zentrum centro instituttet forschungszentrum hochschule école "
    "ecole escuela escola scuola incorporated cooperative technologies technology sciences "
    "standardization standardisation statistics nations bureaux headquarters "
    # Cyrillic, Greek, Arabic, Persian, Hebrew, Devanagari
    "университет институт академия комитет министерство общество организация ассоциация федерация "
    "центр библиотека комиссия университета університет інститут академія "
    "πανεπιστήμιο ινστιτούτο υπουργείο جامعة معهد وزارة منظمة مركز هيئة دانشگاه سازمان مؤسسه "
    "אוניברסיטת מכון विश्वविद्यालय संस्थान"
)

WEAK_WORDS = word_set(
    # family names as well (William Press, Alonzo Church, Robert Service, Lluís Company): they make
    # an organisation only together with another sign
    "gruppo gruppe "
    "church bank school college center centre board bureau office press union court house trust "
    "service services hospital clinic museum council company co project program programme state "
    "city party force studies lab labs club league forum fund senate staff division section unit "
    "survey bund amt verein verband klinik working task study health national "
    "international "
    "american european federal royal world united public human medical science food systems "
    "security environment energy education economic social affairs natural resources labour labor "
    "development industry agriculture welfare climate change water children members "
    "inc ltd llc plc corp pty gmbh ag sa nv bv ab oy kg"
)

CONNECTING = word_set("of for the on & de du für pour pro des und et")
HINTS = WORDS | WEAK_WORDS | {"the", "of", "for"}
"""Without one of these words, capitalised words that a blank parts are no organisation."""
_EDGES = ".,:;()[]{}\"'“”‘’"
_ACRONYM = r"(?=.{2,12}\Z)[A-Z][A-Z&/+-]*\d*(?:/[A-Z]+\d*)*\Z"
_NUMBERED = r"\d+[A-Za-z]|[A-Z]+-?\d+\Z|[A-Z]+/[A-Z]+"  # 3M, IT-019, ISO/TC 46


def has_word(text: str) -> bool:
    """Whether a whole word of the text is said of organisations only, in any case."""
    return not WORDS.isdisjoint(words(text))


def words(text: str) -> list[str]:
    """The words of a text in lower case, without the punctuation at their edges."""
    return [word.strip(_EDGES) for word in text.lower().split()]


def is_body(text: str) -> bool:
    """Whether an unsplit name is that of an organisation.

    By its words (Institute, 委员会, Gesellschaft) or by structure: "the" in front, "&", a word
    such as Bank beside "of" or a number, an acronym, 3M. Han, Kana and Hangul by their endings.
    """
    if has_cjk(text):
        from validator.text.names.cjk_bodies import is_cjk_body

        return is_cjk_body(text)
    low = words(text)
    if not WORDS.isdisjoint(low):
        return True
    if len(low) < 2:
        return bool(re.match(_ACRONYM, text) or re.match(_NUMBERED, text))
    if (
        low[0] == "the"
        or "&" in low
        or re.match(_NUMBERED, text)
        or low[-1] in ("inc", "ltd", "llc")
    ):
        return True
    weak = sum(word in WEAK_WORDS for word in low)
    linked = any(word in CONNECTING or word.isdecimal() for word in low)
    return weak > 1 or (weak == 1 and linked)


def is_split_body(family: str, given: str) -> bool:
    """Whether family and given are the pieces of an organisation's name.

    Needs a word that no person is called; Han needs six letters, or an ending of three, so that
    Japanese names of four characters stay persons.
    """
    if has_cjk(family):
        from validator.text.names.cjk_bodies import is_split_cjk_body

        return is_split_cjk_body("".join(f"{family}{given}".split()))
    low = family.lower()
    if low in WORDS or (" " in low and has_word(low)):
        return True
    if "," in given:  # "John, Department of Physics": an address left in a person's name
        return False
    parts = words(given)
    return bool(parts) and (
        parts[-1] in WORDS or (parts[0] in WORDS and (len(parts) == 1 or parts[-1] in CONNECTING))
    )
