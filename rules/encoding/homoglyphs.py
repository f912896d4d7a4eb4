"""Letters of one script that stand in a word of another and look the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.finding import Finding, Severity
from validator.record import NAME_VARIABLES, Name, Record
from validator.registry import Example, Examples, rule

from ._texts import changed, texts  # noqa: TID251 - of this family

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_GREEK = re.compile("[\u0370-\u03ff\u1f00-\u1fff]")
_OTHER = re.compile("[\u0370-\u03ff\u0400-\u052f\u1f00-\u1fff]")
_SIGNS = re.compile("[\u0370-\u03ff\u0400-\u052f\u1f00-\u1fff\ufb00-\ufb06]")
_TO_LATIN = str.maketrans(
    "аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
    "aeopcyxijshdqwABEKMHOPCTYXIJS" + "ABEZHIKMNOPTYXo",
)
_TO_CYRILLIC = str.maketrans("aeopcyxABEKMHOPCTX", "аеорсухАВЕКМНОРСТХ")
_TO_GREEK = str.maketrans("ABEZHIKMNOPTYXouv", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧουν")
# "XIXв", "PCом": a numeral or an acronym with the ending that Russian gives it.
_INFLECTED = re.compile("[A-Z]{2,}[\u0430-\u044f]+")
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_LETTERS = {
    0xFB00 + i: letters for i, letters in enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"))
}
LIGATURE = "a ligature of print in the place of its letters"
MIXED = "letters of two scripts that look the same in one word"
INITIALS = "initials of a Cyrillic name in Latin letters that look the same"


def homoglyphs(word: str) -> tuple[bool, str | None]:
    """Whether a word mixes look-alikes of two scripts, and the word in the one that it is in.

    All letters of one script must be look-alikes; where both are so, the more frequent one is
    meant, and with as many of each the word is left open.
    """
    latin = _LATIN.findall(word)
    if not latin:
        return False, None
    cyrillic, greek = _CYRILLIC.findall(word), _GREEK.findall(word)
    if bool(cyrillic) == bool(greek):
        return False, None
    if cyrillic:
        return _decided(word, latin, cyrillic, _TO_CYRILLIC)
    if len(greek) < 3 or len(greek) <= 2 * len(latin):
        # "IKKα", "Hβ": symbols. A Greek capital among Latin letters is none.
        like = all(ord(c) in _TO_LATIN for c in greek)
        return like, word.translate(_TO_LATIN) if like else None
    return _decided(word, latin, greek, _TO_GREEK)


def _decided(
    word: str, latin: list[str], other: list[str], to_other: dict[int, int]
) -> tuple[bool, str | None]:
    other_like = all(ord(c) in _TO_LATIN for c in other)
    latin_like = all(ord(c) in to_other for c in latin)
    if not (other_like or latin_like) or (latin_like and _INFLECTED.fullmatch(word)):
        return False, None
    if other_like and latin_like and len(other) == len(latin):
        return True, None
    if other_like and (not latin_like or len(latin) > len(other)):
        return True, word.translate(_TO_LATIN)
    return True, word.translate(to_other)


def cyrillic_initials(name: str) -> str:
    """A name whose words are Cyrillic and whose initials are Latin look-alikes, with Cyrillic ones;
    "" for any other."""
    words = _WORD.findall(name)
    whole = [word for word in words if len(word) > 1]
    initials = "".join(word for word in words if len(word) == 1)
    latin = _LATIN.findall(initials)
    if not (whole and latin) or any(_LATIN.search(word) for word in whole):
        return ""
    if not all(map(_CYRILLIC.match, whole)) or not all(ord(c) in _TO_CYRILLIC for c in latin):
        return ""
    return name.translate(_TO_CYRILLIC)


def without_ligatures(text: str) -> str:
    """The text with the letters of its ligatures of print."""
    if text.isascii() or not _LIGATURE.search(text):
        return text
    return text.translate(_LETTERS)


def titled(title: str, *says: str, suggests: str | None = None) -> Example:
    return Example(Record(title=title), says, suggests)


def _homoglyph() -> Examples:
    return (
        titled("β-cells, α-synuclein, TNFα, IKKβ, NFκB"),  # Greek letters as symbols
        titled("Hα and Kα lines, Δt, 5 µm, ΔHvap"),
        titled("Влияние ZnO на GaN"),  # whole words of either script
        titled("Ελληνικά και English"),
        titled("В XIXв. и на PCах"),  # a numeral, an acronym, with a Russian ending
        titled("ДНКase"),  # no look-alikes on either side
        titled("C₆₀-фуллерен, 中国ABC研究, かなKana"),
        titled("\u0421ancer of the colon", MIXED, suggests="Cancer of the colon"),  # Cyrillic С
        titled("Rec\u043egnition", MIXED, suggests="Recognition"),
        titled("\u0391spirin", MIXED, suggests="Aspirin"),  # Greek Α
        titled("Caнкт-Петербург", MIXED, suggests="Санкт-Петербург"),
        titled("vαυτιλία", MIXED, suggests="ναυτιλία"),
        titled("Kαλημέρα", MIXED, suggests="Καλημέρα"),
        titled("значение p\u041d", MIXED),  # pH or рН: either letter may be meant
        Example(Record(keyword=("C\u0421D",)), (MIXED,), suggests="CCD"),
        Example(Record(author=(Name("Хайкин", "С."),))),
        Example(Record(author=(Name("Иванов", "S. J."),))),  # no look-alikes
        Example(Record(author=(Name("Χατζής", "A."),))),
        Example(Record(author=(Name("Хайкин", "C. A."),)), (INITIALS,), suggests="Хайкин, С. А."),
        titled("Encyclopædia, Œuvres, ĳsberg, Straße"),  # letters of their languages
        titled(
            "The \ufb01rst \ufb02ow of co\ufb00ee", LIGATURE, suggests="The first flow of coffee"
        ),
    )


@rule(
    "ENC008",
    "homoglyph",
    severity=Severity.WARNING,
    examples=_homoglyph,
    beyond_ascii=lambda text, there: _SIGNS.search(there),
)
def homoglyph(record: Record) -> Iterator[Finding]:
    """A word holds letters of another script that look like its own, or ligatures of print.

    So do the initials of a Cyrillic name, where they are Latin.

    Why: nobody sees it, and no search for the word finds it. It comes from keyboards switched
    between two scripts ("Сancer" with Cyrillic С), from attempts to pass by a check for plagiarism,
    and from PDFs, which keep the ligatures of their font (\ufb01).

    Not found: Greek letters as symbols (TNFα, Hβ, ΔHvap); words in two scripts whose letters do
    not look alike; numerals and acronyms with a Russian ending (XIXв); ligatures that are letters
    of a language (æ, œ, ĳ).

    Source: UTS #39, confusables.txt, the letters that are the same in most fonts.
    """
    yield from changed(record, LIGATURE, without_ligatures, safe=True)
    for variable, index, value in texts(record):
        if value.isascii() or not _OTHER.search(value):
            continue
        words = {word: homoglyphs(word) for word in _WORD.findall(value) if _OTHER.search(word)}
        faulty = {word: meant for word, (is_faulty, meant) in words.items() if is_faulty}
        if not faulty:
            initials = cyrillic_initials(value) if variable in NAME_VARIABLES else ""
            if initials:
                yield Finding(variable, INITIALS, value=value, suggestion=initials, index=index)
            continue
        mended = None
        if None not in faulty.values():
            mended = _WORD.sub(lambda m: faulty.get(m[0]) or m[0], value)  # noqa: B023 - used here
        yield Finding(variable, MIXED, value=value, suggestion=mended, index=index)
