"""Types of records that the format of their file does not have."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from validator.config import Settings
from validator.finding import Finding, Severity
from validator.io import types as words
from validator.io.bibtex.fields import NOT_RECORDS, TYPES
from validator.record import Name, Provenance, Record
from validator.registry import Example, Examples, rule
from validator.text.dates import Date
from validator.vocabulary import CSL_TYPES

from ._nearness import nearest  # noqa: TID251 - of this family

_OF_STYLES = """
    customa customb customc customd custome customf bibnote commentary
    ieeetranbstctl control footnote
    intechreport literal
    artifactdataset artifactsoftware game
    constitution legadminmaterial legmaterial nameonly
    bookinarticle bookinincollection bookininproceedings bookinthesis inarticle
    bookreview commented glossdef hardware jurthesis juthesis manuscript news url
    abbreviation acronym entry index number symbol
    ancienttext classictext incommentary inlexicon lexicon mvcommentary mvlexicon seminarpaper
    abnt hidden journalpart monography mlasource inserialcollection catalog exhibcatalog
    inexhibcatalog
"""
OF_STYLES = frozenset(_OF_STYLES.split())
"""Entry types of styles and programs besides those of fields.TYPES: by line, biblatex and its
Chicago style; IEEEtran, achemso and REVTeX; apacite; ACM; biblatex-apa; biblatex-bookinother;
BibDesk, JabRef and jurabib; bib2gls; biblatex-sbl; abntex2, biblatex-mla, asmejour and
arthistory-bonn.

BibTeX itself allows any: what no style knows is printed as @misc, or not at all.
"""

BIBTEX = frozenset(TYPES) | NOT_RECORDS | OF_STYLES

_SUGGESTED = (
    "article book booklet collection conference dataset inbook incollection inproceedings "
    "inreference manual mastersthesis misc online patent periodical phdthesis proceedings "
    "reference report software standard techreport thesis unpublished"
)
"""The entry types of BibTeX and biblatex that are worth a suggestion."""
_BIBTEX_OF_CSL = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "paper-conference": "inproceedings",
    "chapter": "incollection",
    "book": "book",
    "thesis": "thesis",
    "report": "report",
    "webpage": "online",
    "document": "misc",
    "manuscript": "unpublished",
    "pamphlet": "booklet",
    "patent": "patent",
    "standard": "standard",
    "dataset": "dataset",
    "software": "software",
    "periodical": "periodical",
}
_RIS_OF_CSL = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "paper-conference": "CPAPER",
    "chapter": "CHAP",
    "book": "BOOK",
    "thesis": "THES",
    "report": "RPRT",
    "webpage": "ELEC",
    "document": "GEN",
    "manuscript": "UNPB",
    "pamphlet": "PAMP",
    "patent": "PAT",
    "standard": "STAND",
    "dataset": "DATA",
    "software": "COMP",
    "periodical": "JFULL",
}


def of(form: str, word: str, *says: str, suggests: str | None = None, type: str = "") -> Example:
    record = Record(
        type=type,
        type_as_read=word,
        title="A title",
        author=(Name.parse("Roe, Jo"),),
        issued=Date("1998", 1998),
        container_title="Nature",
        page="1-9",
        volume="3",
        url="https://example.org",
        provenance=Provenance("x", form, 1),
    )
    return Example(record, says, suggests)


BIB, RIS, CSL = (
    "a type that neither BibTeX nor BibLaTeX defines",
    "not a type of RIS",
    "not a type of CSL",
)


def _unknown_types() -> Examples:
    return (
        # clean
        of("bibtex", "InProceedings", type="paper-conference"),
        of("bibtex", "hardware"),  # a style's
        of("bibtex", "IEEEtranBSTCTL"),  # orders to a style
        of("ris", "jour", type="article-journal"),
        of("csl-json", "article-journal", type="article-journal"),
        of("csl-json", "journal-article", type="article-journal"),  # of Crossref: it is understood
        of("csv", "Artikel"),  # a table has the words of its owner
        of("csv", "期刊论文", type="article-journal"),
        of("cn-page", ""),
        Example(
            Record(type_as_read="preregistration", provenance=Provenance("x.bib", "bibtex", 1)),
            settings=Settings(types_extra=("preregistration",)),
        ),
        # faulty
        of("bibtex", "artcile", BIB, suggests="article"),
        of("bibtex", "Inproceeding", BIB, suggests="inproceedings"),
        of("bibtex", "pdhthesis", BIB, suggests="phdthesis"),
        of("bibtex", "journalArticle", BIB, suggests="article"),
        of("bibtex", "期刊", BIB, suggests="article"),
        of("bibtex", "статья", BIB),
        of("bibtex", "雑誌論文", BIB, suggests="article"),
        of("bibtex", "frobnicate", BIB),
        of("ris", "JUOR", RIS, suggests="JOUR"),
        of("ris", "Journal Article", RIS, suggests="JOUR"),
        of("ris", "XXXX", RIS),
        of("csl-json", "artical-journal", CSL, suggests="article-journal"),
        of("csl-json", "paper-confrence", CSL, suggests="paper-conference"),
        of("csl-jsonl", "thing", CSL),
    )


MESSAGES = {"bibtex": BIB, "ris": RIS, "csl-json": CSL, "csl-jsonl": CSL}
"""Formats that have a vocabulary of types; tables have the words of their owners."""


@rule("TYP001", "type-unknown", severity=Severity.ERROR, examples=_unknown_types, types=("",))
def type_unknown(record: Record, settings: Settings) -> Iterator[Finding]:
    """The type of a record is no word of its format.

    Why: it is printed as something else or left out, and every rule by type passes it by.

    Not found: upper and lower case; entry types of styles and programs (@software, @jurisdiction,
    @IEEEtranBSTCTL), which BibTeX leaves open; types declared under `types.extra`; words that the
    reader understands, such as Crossref's in CSL-JSON; tables, which have words of their own.

    Source: BibTeX and biblatex manual 2.1; the RIS specification of 2011; CSL 1.0.2, appendix III.
    """
    if not record.type_as_read:
        return
    form = record.provenance.format
    word = record.type_as_read
    if form in MESSAGES and not is_known(form, word) and word not in settings.types_extra:
        yield Finding("type", MESSAGES[form], word, suggestion=suggestion(form, word))


@lru_cache(maxsize=1024)
def is_known(form: str, word: str) -> bool:
    """Whether a word is a type of a format."""
    word = word.strip()
    if form == "bibtex":
        return word.lower() in BIBTEX
    return bool(words.of_ris(word) if form == "ris" else words.of_csl(word))


@lru_cache(maxsize=1024)
def suggestion(form: str, word: str) -> str | None:
    """The type that a word was meant for: another program's word for it, or the nearest."""
    word = word.strip()
    kind = words.of_word(word)
    if form == "bibtex":
        return _BIBTEX_OF_CSL.get(kind) or nearest(word.lower(), _SUGGESTED.split(), most=2)
    if form == "ris":
        return _RIS_OF_CSL.get(kind) or nearest(word.upper(), words.RIS, most=1)
    return nearest(word.lower().replace("_", "-"), CSL_TYPES, most=2)
