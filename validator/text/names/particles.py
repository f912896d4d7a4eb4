"""Words of a personal name that are neither family nor given: particles, suffixes, connectors."""

from __future__ import annotations


def word_set(words: str, separator: str | None = None) -> frozenset[str]:
    """A table of words, written with blanks or another separator between them."""
    return frozenset(words.split(separator))


PARTICLES = word_set(
    # Dutch and German; Romance; Nordic, Arabic and Hebrew
    "van von de den der des het 't ten ter te in op aan bij tot vom zu zum zur auf am "
    "di da do du del della dello dei degli dalla dal dall' de' d' lo li la le les las los "
    "das dos dela delos af av ap ab al el ul ur ibn bin bint binti ben bar bat abu ould "
    "ferch ní uí wa à بن ابن بنت"
)
"""Particles before a family name. They count only where they are written small, or stand before
a small one ("Van der"): "Ben", "Le" and "Van" are given and family names too."""

CAPITALISED = word_set(
    "De De' De’ Del Della Dello Dei Degli Dalla Dal Di Du Des Dos La El Von Der Den Mac Mc "
    "Giolla Ó Ní Nic Uí St. St Ste."
)
"""Particles that begin a family name where they are written with a capital before its last word
("Lorenzo De Mattei"). "Van", "Le", "Al", "Ben" and "Bin" are given names as well."""

CONNECTORS = frozenset(("y", "e", "i"))
"""Small words between two family names: Ortega y Gasset, Machado e Silva, Gaudí i Cornet."""

KINSHIP = word_set("Filho Filha Neto Netto Neta Sobrinho Júnior Junior")
"""Portuguese words of kinship: they end a family name (Silva Filho), or are it (Neto, A.)."""

SUFFIXES = word_set("jr jr. jnr jnr. sr sr. snr snr. 2nd 3rd 4th")
AS_WRITTEN = frozenset(("II", "III", "IV", "fils", "père"))
"""Suffixes in this case only: Ii is a Japanese family name, Fils a Haitian one."""

COMPANY_FORMS = word_set("inc inc. ltd ltd. llc corp corp. plc gmbh pty")
"""Legal forms that follow a comma ("Apple, Inc."). "Co", "S.A." and "AG" are initials as well."""


def is_particle(word: str) -> bool:
    """Whether a word, as written, is a particle of its own."""
    return word in PARTICLES


def is_suffix(word: str) -> bool:
    """Whether a word is a suffix of generation: Jr., III, 3rd."""
    return word.lower() in SUFFIXES or word in AS_WRITTEN


def leading(words: list[str]) -> int:
    """How many words at the start are particles; the last word never is.

    >>> leading(["Van", "der", "Berg"])
    2
    """
    count = 0
    for place, word in enumerate(words[:-1], start=1):
        if word in PARTICLES:
            count = place
        elif word.lower() not in PARTICLES and word != "und":  # von und zu
            break
    return count


def trailing(words: list[str]) -> int:
    """How many words at the end are small particles, as in "Berg, Jan van der"; the first never."""
    count = 0
    while count < len(words) - 1 and words[-1 - count] in PARTICLES:
        count += 1
    return count
