"""Records without an author that should have one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validator.config import Settings
from validator.finding import Finding, Severity
from validator.profiles import requires
from validator.record import Name, Provenance, Record
from validator.registry import Example, rule
from validator.text.names.bodies import is_body
from validator.text.names.particles import word_set
from validator.text.script import has_cjk
from validator.text.unicode import fold

# Kinds of texts that nobody signs, as the first words of a title or as all of it
_UNSIGNED = (
    r"(?:the |a |an )?(?:"
    r"(?:authors?|subject|title|keyword|name|cumulat(?:ive|ed)|general|annual)"
    r"(?: and (?:author|subject|title|keyword|name))? ind(?:ex|ices)|index"
    r"|(?:table of )?contents|front ?matter|back ?matter|masthead|cover|title page|preface"
    r"|foreword|prefatory|introduction|editorial|editors? |from the editor|editors note"
    r"|note from|message from|welcome|acknowledge?ments?|dedication|obituary|in memoriam"
    r"|errat(?:um|a)|corrigend(?:um|a)|corrections?|retract|publishers? (?:note|correction)"
    r"|expression of concern|announc(?:ements?|ing)|advertis|personal notes|schedule|titles from"
    r"|student session|exhibitors?\Z|tutorials?\Z|contributed papers|transcripts? of"
    r"|calls? for|calendar|news|newsletter"
    r"|notices?|notes? (?:for|to)|briefly noted|in brief"
    r"|books? (?:received|recieved|awaiting|reviews?|notices?)|publications? received"
    r"|recent (?:books|publications)|reviews?(?: of)?\b|reviewers|referees|letters?(?: to)?\b"
    r"|correspondence|abstracts?|program(?:me)?s?\b|proceedings|procs?\b|symposium|workshop"
    r"|conference|congress|meeting|panel|poster|session|plenary|discussion|questions|question"
    r"|biograph|bibliograph|list of|participants|contributors|committees?|organi[sz]ers"
    r"|sponsors|membership|minutes|guidelines|instructions"
    r"|(?:volume |ordering )?information(?: for| on|\Z)|appendix"
    r"|(?:part [ivx\d]+ )?appendices|papers of|supplement|glossary|abbreviations|errata"
    r"|results of|report of|reports? from|summary"
    r"|electronic|department of|handbook|dictionary|encyclop|yearbook|almanac|atlas|catalog"
    r"|bible|holy|quran|koran|statistic|census|laws?\b|constitution|code\b|act\b|vorwort"
    r"|inhalt|verzeichnis|register|nachruf|berichtigung|mitteilung|einleitung|worterbuch"
    r"|sommaire|table des|avant propos|erratum|dictionnaire|editoriale?|indice|prefacio"
    r"|fe de erratas|noticias|sumario|presentacion|apresentacao|introduccion|dicionario"
    r"|diccionario|prefazione|dizionario|предисловие|содержание|от редакции|словарь|указатель"
    r")"
)
_UNSIGNED_INSIDE = (
    r"proceedings of|conference on|workshop on|book review|newsletter|(?:author|subject) index|"
    r"\bvolumes? \d+ (?:number|no|issue)s? \d+|tables? of contents|\bcontents (?:of|in) vol|"
    r"obituar|erratum|corrigend|"
    r"call for papers|reviewed by|finite string|membership|copyright|in honou?r of|festschrift"
    r"|\b(?:list|schedule|sessions?)\Z|\b(?:site|annual|committee|business) report"
    r"|\bnews\b|\breprint\b|dictionary|encyclop|\bbible\b|\bposters and dem|bibliography\Z"
    r"|\b(?:iso|iec|ansi|ieee|nist|astm|din|bs|en|gb|gb t) \d+(?: \d+)*\Z"
)
_UNSIGNED_CJK = (
    r"前言|序言|[代]?序$|编者按|編者按|卷首|卷末|刊首|发刊|發刊|更正|勘误|勘誤|目录|目錄|目次|总目|總目|索引|征稿|徵稿|启事|啟事|"
    r"通知|纪要|紀要|消息|简讯|簡訊|书讯|編後|编后|封面|封底|版权|启示|声明|聲明|讣告|悼念|公告|稿约|须知|會議|会议|"
    r"动态|動態|书评|書評|年鉴|年鑑|辞典|辭典|词典|詞典|字典|百科|手册|手冊|史料|文集|全集|全书|論文集|论文集|汇编|彙編|"
    r"^中华人民共和国|^\S{1,5}(?<![方办])法$|条例|規定|规定|标准|標準|地图|地圖|圖集|图集|经$|經$|圣经|聖經|诗经|論語|论语|"
    r"まえがき|はじめに|あとがき|編集後記|巻頭|正誤|お知らせ|会告|머리말|서문|목차|공지|정오|사전"
)
_NAMES_ELSEWHERE = word_set(
    "crossref xdata key label shorthand organization organisation collaboration bookauthor "
    "corpauthor director holder institutionauthor"
)
"""Fields of a source that say who answers for a work, or where that is inherited from."""

MISSING = "no author, editor or organisation"


def titled(title: str, kind: str = "article-journal", **more: object) -> Record:
    return Record(type=kind, title=title, provenance=Provenance("x"), **more)  # type: ignore[arg-type]


AUT001 = (
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
    Example(titled("编者按")),
    Example(titled("現代漢語詞典", "book")),
    Example(titled("Annual energy outlook", "report", publisher="Energy Agency")),
    Example(titled("关于雪", author=(Name(literal="佚名"),))),  # anonymous, and said to be so
    Example(titled("On the Electrodynamics of Moving Bodies"), (MISSING,)),
    Example(titled("A price index for names"), (MISSING,)),
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
    examples=AUT001,
    lacks=("author", "editor", "translator"),
)
def author_missing(record: Record, settings: Settings) -> Iterator[Finding]:
    """No author, editor, translator or organisation, and the profile wants one for its type.

    Why: the work cannot be cited, and its duplicates are hard to tell.

    Not found: by default standards, patents, laws, newspaper articles and web pages; texts that
    nobody signs, told by their titles (editorials, errata, front matter, indexes, news,
    proceedings, dictionaries); reports with a publisher; entries that inherit from a parent.

    Source: biblatex's data model (author or editor is mandatory for these types); GB/T 7714-2015
    8.1; the untitled and unsigned pieces of the ACL Anthology as clean rows.
    """
    if not requires(settings.profile, record.type, "author"):
        return
    if record.parallel.author or (record.type == "report" and record.publisher):
        return
    if any(field.name.lower() in _NAMES_ELSEWHERE for field in record.raw):
        return
    if record.title and not is_unsigned(record.title):
        yield Finding("author", MISSING)


def is_unsigned(title: str) -> bool:
    """Whether a title is that of a text without an author: an index, a notice, a dictionary."""
    if has_cjk(title) and re.search(_UNSIGNED_CJK, title):
        return True
    folded = fold(title[:300])
    if not folded or re.match(_UNSIGNED, folded) or re.search(_UNSIGNED_INSIDE, folded):
        return True
    return not has_cjk(title) and is_body(title[:300])  # an exhibitor, a project's acronym
