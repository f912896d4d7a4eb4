"""The form of editions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from validator.config import Settings
from validator.finding import Finding, Severity
from validator.record import Provenance, Record
from validator.registry import Example, Examples, rule
from validator.text.date_forms import han_number
from validator.text.page_types import is_roman, roman_value
from validator.text.patterns import lazy

from ._formats import CATALOGUE_FORMATS  # noqa: TID251 - of this family

LABELLED = "a label stands in the edition"
ROMAN = "the edition is a roman number"
FIRST = "the first edition is stated"


def edited(
    edition: str,
    *says: str,
    suggests: str | None = None,
    format: str = "",
    settings: Settings | None = None,
) -> Example:
    record = Record(type="book", edition=edition, provenance=Provenance(format=format))
    return Example(record, says, suggests, settings or Settings())


def _editions() -> Examples:
    return (
        # clean
        edited("2"),
        edited("1"),  # a fault in GB/T 7714 only
        edited("2nd"),  # CSL takes it for a number
        edited("Second", format="bibtex"),  # as the styles of BibTeX want it
        edited("zweite", format="bibtex"),
        edited("Revised"),
        edited("2nd rev. ed."),  # it says more than the number
        edited("修订版"),
        edited("修订第2版"),
        edited("影印本"),
        edited("International edition"),
        edited("Facsimile"),
        edited("2nd ed.", format="marc"),  # as the cataloguing rules want it
        edited("3.1.4"),  # of a program
        edited("2019"),
        # faulty
        edited("2nd ed.", LABELLED, suggests="2"),
        edited("2nd edition", LABELLED, suggests="2"),
        edited("3rd edn", LABELLED, suggests="3"),
        edited("2d ed.", LABELLED, suggests="2"),  # as courts and old catalogues write
        edited("Ed. 2", LABELLED, suggests="2"),
        edited("Second edition", LABELLED, suggests="2"),
        edited("Second edition", LABELLED, format="bibtex", suggests="Second"),
        edited("2. Aufl.", LABELLED, suggests="2"),
        edited("3e éd.", LABELLED, suggests="3"),
        edited("2ª ed.", LABELLED, suggests="2"),
        edited("2-е изд.", LABELLED, suggests="2"),
        edited("3. baskı", LABELLED, suggests="3"),
        edited("第二版", LABELLED, suggests="2"),
        edited("第２版", LABELLED, suggests="2"),
        edited("2版", LABELLED, suggests="2"),
        edited("第十二版", LABELLED, suggests="12"),
        edited("제3판", LABELLED, suggests="3"),
        edited("الطبعة 2", LABELLED, suggests="2"),
        edited("II", ROMAN, suggests="2"),
        edited("1", FIRST, settings=Settings(profile="gbt7714"), suggests=""),
    )


_LABEL = (
    r"(?:ed|edn|edition|éd|édition|edición|edició|edição|ediz|edizione|auflage|aufl|ausgabe|ausg|"
    r"uitgave|uitg|druk|utgåva|upplaga|uppl|utgave|utg|udgave|udg|oplag|painos|wydanie|wyd|vydání|"
    r"vyd|izdanje|izd|издание|изд|видання|вид|kiadás|kiad|baskı|basım|bs|έκδοση|εκδ|طبعة|الطبعة|"
    r"چاپ|מהדורה|cet|ed\.ª)"
)
_ORDINAL = r"(\d{1,2})(?:st|nd|rd|d|th|re|er|ère|ème|e|ª|º|a|o|-?[еояй]{1,2})?\.?"
_NUMBERED = lazy(rf"{_ORDINAL}\s{{0,2}}{_LABEL}\.?|{_LABEL}[.:]?\s{{0,2}}{_ORDINAL}", re.IGNORECASE)
_WORDED = lazy(rf"([^\W\d_]{{4,12}})\s{{1,2}}{_LABEL}\.?", re.IGNORECASE)
_EASTERN = lazy(r"(?:第|제)?\s?(?:(\d{1,2})|([一二三四五六七八九十]{1,3}))\s?[版판]")
_WORDS = (
    "first erste première primera prima primeira eerste",
    "second zweite deuxième seconde segunda seconda tweede",
    "third dritte troisième tercera terza terceira derde",
    "fourth vierte quatrième cuarta quarta vierde",
    "fifth fünfte cinquième quinta vijfde",
    "sixth sechste sixième sexta sesta zesde",
    "seventh siebte septième séptima settima sétima zevende",
    "eighth achte huitième octava ottava oitava achtste",
    "ninth neunte neuvième novena nona negende",
    "tenth zehnte dixième décima decima tiende",
)
_ORDINALS = {word: number for number, words in enumerate(_WORDS, 1) for word in words.split()}


@rule(
    "EDN001",
    "edition-form",
    severity=Severity.INFO,
    examples=_editions,
    reads=("edition",),
)
def edition_form(record: Record, settings: Settings) -> Iterator[Finding]:
    """The edition is a number with a label, or a roman one: "2nd ed.", 第二版, II.

    Why: a citation style writes the label itself and in its own language, and cannot where it
    finds no number. GB/T 7714 does not state the first edition.

    Not found: what is normal for a format: integers and ordinals, "Second" of BibTeX, "2nd ed." of
    catalogues; editions that say more than their number (Revised, 修订版, facsimile).

    Source: the variable ``edition`` of CSL; the field ``edition`` of BibTeX and biblatex;
    GB/T 7714-2015 8.4.
    """
    text = record.edition
    if len(text) > 40 or record.provenance.format in CATALOGUE_FORMATS:
        return
    plain = normalize("NFKC", text).strip()
    if plain.isdecimal():
        if int(plain) == 1 and settings.profile.startswith("gbt7714"):
            yield Finding("edition", FIRST, text, suggestion="", safe=True)
    elif number := _number(plain):
        yield Finding("edition", LABELLED, text, suggestion=str(number))
    elif found := _WORDED.fullmatch(plain):
        if ordinal := _ORDINALS.get(found[1].casefold()):
            word = found[1] if record.provenance.format == "bibtex" else str(ordinal)
            yield Finding("edition", LABELLED, text, suggestion=word)
    elif len(plain) < 6 and plain.isupper() and is_roman(plain) and roman_value(plain) < 40:
        yield Finding("edition", ROMAN, text, suggestion=str(roman_value(plain)))


def _number(text: str) -> int | None:
    """The number of an edition with its label."""
    if found := _NUMBERED.fullmatch(text):
        return int(found[1] or found[2])
    if found := _EASTERN.fullmatch(text):
        return int(found[1]) if found[1] else han_number(found[2])
    return None
