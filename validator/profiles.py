"""What a profile expects of a record: which absences count, by type, language and year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

DOI_TYPES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "default": frozenset(["article-journal"]),
        "crossref": frozenset(["article-journal", "paper-conference", "chapter", "thesis"]),
        "gbt7714": frozenset(["article-journal"]),
    }
)
"""The CSL types of which a profile expects a DOI; a profile of another name is the default one.

Journals register nearly all of their articles; proceedings, books and theses a part, which only
a Crossref member is asked for (https://www.crossref.org/members/prep/).
"""

# Journals in Chinese, Japanese and Korean have agencies of their own (ISTIC, JaLC, KISTI), and
# half of the Chinese ones no DOI: 55 of 123 articles of platform exports carried one. Of the
# articles in Russian journals some 60 % have one since 2021, and fewer before (eLIBRARY, of those
# indexed in RINC).
_FEW_DOIS = (
    r"(?:zh|zho|chi|cmn|yue|ja|jpn|jp|ko|kor|chinese|japanese|korean"
    r"|ru|rus|russian|uk|ukr|ukrainian|be|bel|bg|bul|kk|kaz|ar|ara|arabic|fa|fas|per|persian)"
    r"(?![a-z])|中|汉|漢|日|韩|韓|한국|рус|укр"
)


def expects_doi(
    record_type: str, language: str, *, year: int | None, profile: str, since: int
) -> bool:
    """Whether a record without a DOI lacks one.

    ``language`` is a tag or a name of the language, "" where unknown; a record without a year is
    judged as a new one; ``since`` is the first year in which DOIs are expected.
    """
    if record_type not in DOI_TYPES.get(profile, DOI_TYPES["default"]):
        return False
    return (year is None or year >= since) and not re.match(_FEW_DOIS, language, re.IGNORECASE)
