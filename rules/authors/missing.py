"""Records without an author that should have one."""

from __future__ import annotations

from collections.abc import Iterator

from validator.config import Settings
from validator.finding import Finding, Severity
from validator.profiles import requires
from validator.record import Name, Provenance, Record
from validator.registry import Example, Examples, rule
from validator.text.names.particles import word_set

from .unsigned import is_unsigned  # noqa: TID251 - of this family

_NAMES_ELSEWHERE = word_set(
    "crossref xdata key label shorthand organization organisation collaboration bookauthor "
    "corpauthor director holder institutionauthor"
)
"""Fields of a source that say who answers for a work, or where that is inherited from."""

MISSING = "no author, editor or organisation"


def titled(title: str, kind: str = "article-journal", **more: object) -> Record:
    return Record(type=kind, title=title, provenance=Provenance("x"), **more)  # type: ignore[arg-type]


def _aut001() -> Examples:
    return (
        Example(
            titled("On the Electrodynamics of Moving Bodies", author=(Name.parse("Einstein, A."),))
        ),
        Example(titled("The Oxford Companion", "book", editor=(Name.parse("Roe, Jo"),))),
        Example(titled("Information and documentation", "standard")),
        Example(titled("Method of making paper", "patent")),
        Example(titled("Storm over the coast", "article-newspaper")),
        Example(titled("Anything at all", "document")),
        Example(titled("Anything at all", "")),
        Example(titled("Editorial")),
        Example(titled("Erratum: On moving bodies")),
        Example(titled("Proceedings of the 3rd Workshop on Names", "book")),
        Example(titled("Book Reviews")),
        Example(titled("Author Index: Volume 25", "paper-conference")),
        Example(titled("Author and Keyword Index", "paper-conference")),
        Example(titled("Books awaiting review")),
        Example(titled("COLING 90: Contents in Volumes 1-3", "paper-conference")),
        Example(titled("Volume Information")),  # JSTOR's name for title page and contents
        Example(titled("Reports From Session Chairs", "paper-conference")),
        Example(titled("King James Bible", "book")),
        Example(titled("Interactive Posters and Demonstrations", "paper-conference")),
        Example(titled("The Dublin Core metadata element set: ISO 15836:2009", "book")),
        Example(titled("Introduction to the Special Issue on Parsing", "paper-conference")),
        Example(titled("Thoracic Society Annual Meeting, TSANZ 2013")),  # its abstracts
        Example(titled("Alis Technologies Inc.", "paper-conference")),  # an exhibitor
        Example(titled("MOLTO - Multilingual On-Line Translation", "paper-conference")),
        Example(titled("MOLTO: Multilingual translation", "paper-conference"), (MISSING,)),
        Example(titled("PRESEMT", "paper-conference")),  # a project shown there
        Example(
            titled("John Benjamins", "paper-conference", container_title="MT Summit VI: Exhibits")
        ),
        Example(titled("Editorial: Reading in a new century")),
        Example(titled("Vorwort der Herausgeber")),
        Example(titled("От редакции")),
        Example(titled("编者按")),
        Example(titled("征稿启事")),
        Example(titled("現代漢語詞典", "book")),
        Example(titled("Annual energy outlook", "report", publisher="Energy Agency")),
        Example(titled("关于雪", author=(Name(literal="佚名"),))),  # anonymous, and said to be so
        Example(titled("On the Electrodynamics of Moving Bodies"), (MISSING,)),
        Example(titled("A price index for names"), (MISSING,)),
        Example(titled("Reading habits of adolescents in rural libraries"), (MISSING,)),
        Example(titled("Standardization in action", "paper-conference"), (MISSING,)),
        Example(titled("Questions and answers in second-language classrooms"), (MISSING,)),
        Example(titled("Statistical machine translation", "paper-conference"), (MISSING,)),
        Example(titled("La enseñanza de la lectura en la escuela primaria"), (MISSING,)),
        Example(titled("全国教育会议的历史影响"), (MISSING,)),
        Example(titled("도서관 이용자의 정보 요구"), (MISSING,)),
        Example(titled("A theory of names", "thesis"), (MISSING,)),
        Example(titled("A theory of names", "paper-conference"), (MISSING,)),
        Example(titled("Annual energy outlook", "report"), (MISSING,)),
        Example(titled("间充质干细胞的临床应用研究"), (MISSING,)),
        Example(titled("面向低资源语言的机器翻译方法"), (MISSING,)),
        Example(titled("中学生阅读动机与阅读理解的关系"), (MISSING,)),
        Example(titled("О движении тел"), (MISSING,)),
    )


@rule(
    "AUT001",
    "author-missing",
    severity=Severity.WARNING,
    examples=_aut001,
    lacks=("author", "editor", "translator"),
)
def author_missing(record: Record, settings: Settings) -> Iterator[Finding]:
    """No author, editor, translator or organisation, and the profile wants one for its type.

    Why: the work cannot be cited, and its duplicates are hard to tell.

    Not found: by default standards, patents, laws, newspaper articles and web pages; texts that
    nobody signs, told by their titles (editorials, errata, front matter, indexes, news, notices,
    proceedings, dictionaries as books, the abstracts of a meeting); what is shown at a meeting
    (exhibitors, projects with a name of one word, or an acronym, a dash and what it means);
    reports with a publisher; entries that inherit
    from a parent.

    Source: biblatex's data model (author or editor is mandatory for these types); GB/T 7714-2015
    8.1; the untitled and unsigned pieces of the ACL Anthology as clean rows.
    """
    if not requires(settings.profile, record, "author"):
        return
    if record.parallel.author or (record.type == "report" and record.publisher):
        return
    if any(field.name.lower() in _NAMES_ELSEWHERE for field in record.raw):
        return
    if record.title and not is_unsigned(record):
        yield Finding("author", MISSING)
