"""Organisations told from persons: by their words, by how words are built, and by structure."""

from __future__ import annotations

import re
from operator import itemgetter
from unicodedata import normalize

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
    "contributors developers maintainers "
    "grupo arbeitsgruppe zentrum centro instituttet forschungszentrum hochschule école "
    "dirección direção subdirección "
    "ecole escuela escola scuola incorporated cooperative technologies technology sciences "
    "polytechnic polytechnical polytechnique politecnico politécnica politècnica politehnica "
    "politechnika politechniki politeknik "
    "standardization standardisation statistics nations bureaux headquarters ltd ltda llc "
    "towarzystwo stowarzyszenie fundacja asociace společnost ústav udruženje društvo asociația "
    "societatea universitatea institutul ministerul biblioteca kurumu merkezi bakanlığı derneği "
    "vakfı başkanlığı müdürlüğü kementerian lembaga yayasan perpustakaan fakultas háskóli háskóla "
    "stofnun học "
    # Cyrillic, Greek, Arabic, Persian, Hebrew, Devanagari
    "университет институт академия комитет министерство общество организация ассоциация федерация "
    "центр библиотека комиссия университета университета наук університет інститут академія "
    "міністерство товариство спілка дружество друштво завод ооо оао зао "
    "πανεπιστήμιο ινστιτούτο υπουργείο μουσείο εταιρεία ακαδημία σύλλογος βιβλιοθήκη κέντρο "
    "جامعة الجامعة معهد وزارة منظمة مركز هيئة مجلس جمعية شركة مكتبة اتحاد كلية لجنة مؤسسة المركز "
    "المعهد دانشگاه سازمان مؤسسه موسسه مرکز کتابخانه پژوهشگاه وزارت "
    "אוניברסיטת האוניברסיטה מכון המכון משרד אגודת החברה הוצאת ספריית "
    "विश्वविद्यालय संस्थान संस्था मंत्रालय परिषद समिति आयोग अकादमी "
    "უნივერსიტეტი ინსტიტუტი აკადემია სამინისტრო համալսարան ինստիտուտ ակադեմիա նախարարություն"
)

_FAMILIES_TOO = word_set(
    # family names as well (William Press, Alonzo Church, Robert Service, Lluís Company): they make
    # an organisation only together with another sign
    "gruppo gruppe "
    "church bank school college board bureau press union court house trust "
    "service council company co program state "
    "city party force lab labs club league fund staff section unit "
    "bund amt working task study health "
    " "
    "american federal royal world united public human medical science food "
    "environment energy education economic social natural labour labor "
    "development industry climate change water children members "
    "inc ltd llc plc corp pty gmbh "
)

CONNECTING = word_set("of for the on & de du für pour pro des und et")
_FORMS = frozenset(("AG", "SA", "NV", "BV", "AB", "KG", "Oy", "SE"))  # initials as well
_PURPOSE = word_set("for für för voor pour para pro dla per pentru için untuk для за про για")
"""What follows says what a body is for: small, inside a name, no person has one."""

ENDINGS = tuple(
    # Nouns of action and science, and the last parts of compounds: a word built with one names a
    # thing. Of 104,000 names of the ACL Anthology six hold one, and all six are no persons. Left
    # out for what people are called: -ución (Asunción), -ção (Conceição), -ity, -ance, -ment, -ing,
    # -ics, -stion (Hephaestion), -ution (Nasution), -schaft (Kernschaft), -rat (Murat)
    word_set(
        "ation ations ction ctions ition itions itution itutions ption ology ologies istics "
        "matics atory atories atoire iothèque azione azioni ciones ções cions atorio atorium "
        "gemeinschaft gesellschaft wissenschaft wissenschaften wirtschaft gewerkschaft "
        "körperschaft genossenschaft verband verbände verbund verein vereinigung verlag "
        "ministerium institut zentrum zentren akademie bibliothek museum universität hochschule "
        "klinik klinikum behörde partei kommission archiv landesamt bundesamt sparkasse anstalt "
        "hilfswerk sdienst sgruppe handelskammer instituut maatschappij vereniging stichting "
        "ministerie genootschap universiteit styrelsen verket myndigheten förbundet forbundet "
        "selskapet selskab sällskapet sällskap foreningen föreningen institutet instituttet "
        "departementet høgskolen högskolan biblioteket museet universitet akademien direktoratet "
        "ministeriet rådet stofnun félag laitos yliopisto virasto liitto säätiö keskus "
        "ministeriö ülikool intézet egyetem társaság szövetség egyesület központ hivatal kiadó "
        "könyvtár stvo stwo ství ctví ctwo spolek ство ація ация ации ение комитет институт "
        "университет центр издательство библиотека ινστιτούτο τήριο"
    )
)
_UNSPLIT_WORDS = word_set(
    # so rare as family names that they tell an unsplit name, but not one that was split
    "affairs agriculture center centre centrum clinic hospital office offices services programme "
    "project projects facility forum division resources studies systems solutions museum welfare "
    "security records holdings ventures survey workshop senate international national european "
    "community communities coalition "
    "proceedings online encyclopedia encyclopaedia dienst verein verband klinik"
) | frozenset(ENDINGS)
WEAK_WORDS = _FAMILIES_TOO | _UNSPLIT_WORDS

tail = itemgetter(slice(-4, None))
TAILS = frozenset(map(tail, ENDINGS))
"""The last four letters of ENDINGS, to leave out most words at the cost of one look."""
HINTS = WORDS | WEAK_WORDS | {"the", "of", "for"}
"""Without one of these words, or an ending of ENDINGS, capitalised words that a blank parts are no
organisation."""
_EDGES = ".,:;()[]{}\"'“”‘’"
_ACRONYM = r"(?=.{2,12}\Z)[A-ZÀ-ÖØ-ÞА-ЯЁ][A-ZÀ-ÖØ-ÞА-ЯЁ&/+-]*\d*(?:/[A-Z]+\d*)*\Z"
_NUMBERED = r"\d+-?[A-Za-z]|[A-Z]+-?\d+\Z|[A-Z]{1,3}\d{2,} |[A-Z]+/[A-Z]+"
"""3M, IT-019, C40 Cities, ISO/TC 46."""
_ACRONYM_FIRST = r"(?:[A-Z]{3,6}|U[KSN]|EU) (?=[A-Z][a-z])"  # CRC Press; but W. H. Press, WH Press
_COUNTRY_FIRST = r"U\.[KSN]\. [A-Z][a-z]+ [A-Z]"  # U.S. Geological Survey; but U. S. Church
_COUNTRY_AND_ACRONYM = r"U\.[KSN]\. [A-Z]{3,6}\Z"  # U.S. EPA
_CAPITALS_AND_SLASH = r"(?<!\S)[A-Z]{2,}/[A-Z]{2,}(?!\S)"
_CODE = r"(?<!\S)[A-Z]{2,}\d{3,}(?!\S)"  # COST Action CA16105
_SITE = r"\w[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}\Z"  # Amazon.com
_IN_BRACKETS = r"\(([A-Z]{3,10})\)"
_LEGAL_FORM = (  # as written: "E. V." are initials
    r"\s(?:e\. ?V\.|mbH|A/S|ApS|S\.p\.A\.|S\.r\.l\.|s\. ?r\. ?o\.|d\. ?o\. ?o\.|z o\. ?o\.)"
)
_THAI = ("มหาวิทยาลัย", "สถาบัน", "กระทรวง", "สำนัก", "สมาคม", "มูลนิธิ", "บริษัท", "ศูนย์", "คณะ", "กรม")
"""Thai writes no blanks: the word for the kind of body stands in front."""


def has_word(text: str) -> bool:
    """Whether a whole word of the text is said of organisations only, in any case."""
    return not WORDS.isdisjoint(words(text))


def words(text: str) -> list[str]:
    """The words of a text in lower case and NFC, without the punctuation at their edges."""
    if not text.isascii():
        text = normalize("NFC", text)
    return [word.strip(_EDGES) for word in text.lower().split()]


def is_body(text: str) -> bool:
    """Whether a text, a name or not, names an organisation.

    By its words (Institute, 委员会, Gesellschaft) or by structure: "&", an acronym, 3M, Amazon.com,
    a word such as Bank beside "of", "the", a number or an acronym. Han, Kana and Hangul by their
    endings.
    """
    if not text.isascii():
        text = normalize("NFC", text)
        if has_cjk(text):
            from validator.text.names.cjk_bodies import is_cjk_body

            return is_cjk_body(text)
    return _is_body(text, words(text))


def is_name_of_body(text: str) -> bool:
    """Whether an unsplit name is that of an organisation: `is_body`, and what says so in a name
    but not in any other text.

    How words are built (Forschungsgemeinschaft, Publications), "for" inside, words that are hardly
    ever family names (Center), a legal form, an acronym that the other words spell (ELRA).
    """
    if not text.isascii():
        text = normalize("NFC", text)
        if has_cjk(text):
            from validator.text.names.cjk_bodies import is_cjk_name_of_body

            return is_cjk_name_of_body(text)
        if text.startswith(_THAI):
            return True
    low = words(text)
    return _is_body(text, low) or has_ending(low) or (len(low) > 1 and _is_built_as_body(text, low))


def _is_body(text: str, low: list[str]) -> bool:
    if not WORDS.isdisjoint(low):
        return True
    if len(low) < 2:
        return bool(re.match(_ACRONYM, text) or re.match(_NUMBERED, text) or _is_site(text))
    if "&" in low or low[-1] == "inc" or re.match(_NUMBERED, text):
        return True
    weak = sum(word in WEAK_WORDS for word in low)
    return weak > 1 or (weak == 1 and _is_linked(text, low))


def _is_linked(text: str, low: list[str]) -> bool:
    """Whether something beside a word that is a family name as well makes it an organisation's."""
    return (
        low[0] == "the"  # but "The Nghia Pham" is a person
        or any(word in CONNECTING or word.isdecimal() for word in low)
        or (len(low) > 2 and text.rsplit(None, 1)[1] in _FORMS)
        or re.match(_ACRONYM_FIRST, text) is not None
        or re.match(_COUNTRY_FIRST, text) is not None
    )


def _is_built_as_body(text: str, low: list[str]) -> bool:
    return bool(
        not _UNSPLIT_WORDS.isdisjoint(low)
        or not _PURPOSE.isdisjoint(text.split()[1:-1])
        or re.search(_LEGAL_FORM, text)
        or re.search(_CODE, text)
        or ("/" in text and re.search(_CAPITALS_AND_SLASH, text))
        or (text.startswith("U.") and re.match(_COUNTRY_AND_ACRONYM, text))
        or _spells_acronym(text)
    )


def has_ending(low: list[str]) -> bool:
    """Whether a word in lower case is a noun or compound that names no person."""
    return not TAILS.isdisjoint(map(tail, low)) and any(
        word[2:].endswith(ENDINGS)  # nation and station are no derived nouns
        for word in low
    )


def _is_site(text: str) -> bool:
    return "." in text and re.match(_SITE, text) is not None


def _spells_acronym(text: str) -> bool:
    """Whether the words begin with the letters of an acronym in brackets: "... (ELRA)"."""
    found = re.search(_IN_BRACKETS, text) if "(" in text else None
    if found is None:
        return False
    initials = iter(
        word[0].upper() for word in f"{text[: found.start()]} {text[found.end() :]}".split()
    )
    return all(letter in initials for letter in found[1])


def is_split_body(family: str, given: str) -> bool:
    """Whether family and given are the pieces of an organisation's name.

    Needs a word that no person is called; Han needs six letters, or an ending of three, so that
    Japanese names of four characters stay persons.
    """
    if not family.isascii() and has_cjk(family):
        from validator.text.names.cjk_bodies import is_split_cjk_body

        return is_split_cjk_body("".join(f"{family}{given}".split()))
    low = family.lower()
    if low in WORDS or (low[-4:] in TAILS and has_ending([low])):
        return True
    if " " in low and is_name_of_body(family):
        return True
    if low in WEAK_WORDS and is_body(f"{given} {family}"):  # Bank, European Central
        return True
    if "," in given:  # "John, Department of Physics": an address left in a person's name
        return False
    parts = words(given)
    return bool(parts) and (
        parts[-1] in WORDS or (parts[0] in WORDS and (len(parts) == 1 or parts[-1] in CONNECTING))
    )
