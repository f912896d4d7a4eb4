"""Records that describe one work, or two works of one kin: what linkage decided on pairs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from validator.audit import Agreement, Decision
from validator.finding import Finding, Severity
from validator.record import Name, Record
from validator.registry import Example, Examples, pair_rule
from validator.text.dates import parse as date

SAME_IDENTIFIER = "a duplicate of another record: {why}"
STRONG = "a duplicate of another record, without an identifier to prove it: {why}"
POSSIBLE = "perhaps a duplicate of another record: {why}"
RELATED = "related to another record and not a duplicate ({relation}): {why}"


def about(decision: Decision, variable: str, template: str, **args: str) -> Finding:
    """The finding about ``b``, with the reasons in words."""
    return Finding(
        variable,
        template,
        value=dict(decision.b.values).get(variable, ""),
        related=(decision.a.id,),
        args={"why": decision.why, **args},
    )


def work(title: str, authors: str, year: str = "", **values: Any) -> Record:
    """A record; authors are joined by "; "."""
    names = tuple(Name.parse(part) for part in authors.split("; ") if part)
    return Record(title=title, author=names, issued=date(year) if year else None, **values)


def pair(a: Record, b: Record, template: str = "", why: str = "", **args: str) -> Example:
    """Two records, and the message that one of them gets."""
    says = (template.format(why=why, **args),) if template else ()
    return Example((replace(a, id="a"), replace(b, id="b")), says)


CELLS = work(
    "Stromal cells in type 1 diabetes: an open clinical study",
    "Lu, Jing; Shen, Shan-mei; Ling, Qing",
    "2021",
    doi="10.1186/s13287-021-02417-3",
    container_title="Stem Cell Research & Therapy",
    volume="12",
    page="340-351",
)
NOVEL = work(
    "红楼梦", "曹雪芹", "1982", type="book", isbn="9787020002207", publisher="人民文学出版社"
)
VARIANTS = work(
    "日本語文献における異体字の処理とその評価",
    "佐藤, 一郎; 鈴木, 花子",
    "2011",
    container_title="情報管理",
    volume="54",
    issue="8",
    page="470-479",
)
NAMES = work(
    "Deciding equality of names in large catalogues", "Ivanova, Anna; Kim, Minsu; García, José"
)
EDITORIAL = work("Editorial", "Smith, John", "2001", container_title="Vox", volume="4", page="1-2")
PREPRINT = replace(NAMES, type="article", arxiv="2101.00001", issued=date("2021"))
PAGE = "same year; same container; same volume; same first page 340"


def _identifiers() -> Examples:
    return (
        pair(CELLS, replace(NAMES, doi="10.5334/dsj-2019-014")),
        pair(CELLS, replace(CELLS, doi="10.1186/s13287-021-02418-2", title="On another subject")),
        pair(  # two volumes under the ISBN of the set
            replace(NOVEL, title="中国哲学史 上册"),
            replace(NOVEL, title="中国哲学史 下册"),
        ),
        pair(  # two chapters under the ISBN of their book
            work(
                "Soils of the north", "Berg, Ada", type="chapter", isbn="9780306406157", page="1-9"
            ),
            work(
                "Soils of the south", "Lund, Bo", type="chapter", isbn="9780306406157", page="10-20"
            ),
        ),
        pair(
            CELLS,
            replace(CELLS, doi="https://doi.org/10.1186/S13287-021-02417-3"),
            SAME_IDENTIFIER,
            f"same DOI; same title; 3 of 3 authors agree; {PAGE}",
        ),
        pair(
            replace(NAMES, doi="10.5334/dsj-2019-014"),
            Record(doi="10.5334/dsj-2019-014"),
            SAME_IDENTIFIER,
            "same DOI; missing on one side: title, authors",
        ),
        pair(
            replace(NAMES, pmid="33413686"),
            replace(NAMES, pmid="PMID: 33413686"),
            SAME_IDENTIFIER,
            "same PMID; same title; 3 of 3 authors agree",
        ),
        pair(
            NOVEL,
            replace(NOVEL, title="《红楼梦》", isbn="7-02-000220-X"),
            SAME_IDENTIFIER,
            "same ISBN; same title; the author agrees; same year; same publisher",
        ),
        pair(
            CELLS,
            replace(CELLS, title="间充质干细胞治疗1型糖尿病的临床研究"),
            SAME_IDENTIFIER,
            f"same DOI; 3 of 3 authors agree; {PAGE}; titles in two scripts",
        ),
        pair(
            PREPRINT,
            replace(PREPRINT, arxiv="arXiv:2101.00001v2"),
            SAME_IDENTIFIER,
            "same arXiv id; same title; 3 of 3 authors agree; same year",
        ),
    )


@pair_rule("DUP001", "duplicate-identifier", severity=Severity.ERROR, examples=_identifiers)
def duplicate_identifier(decision: Decision) -> Iterator[Finding]:
    """Two records carry one identifier: the same DOI, PMID, PMCID or arXiv id, or one book's ISBN.

    Why: an identifier names one work. Two records of it are cited, counted and corrected apart.

    Not found: an identifier under unlike titles (it was copied wrongly, or is that of the issue
    around them: DUP003); the same arXiv id beside another DOI or type (DUP004); an ISBN of
    chapters, or of the volumes of a set.

    Source: ISO 26324 (DOI), ISO 2108 (ISBN); Zotero and JabRef merge on the same evidence.
    """
    agreed = {item.variable for item in decision.evidence if item.agreement is Agreement.AGREE}
    variable = next(v for v in ("DOI", "PMID", "PMCID", "arxiv", "ISBN") if v in agreed)
    yield about(decision, variable, SAME_IDENTIFIER)


def _strongly() -> Examples:
    return (
        pair(
            CELLS, replace(CELLS, doi="", title="Stromal cells in type 2 diabetes: an open study")
        ),
        pair(EDITORIAL, replace(EDITORIAL, volume="5", issued=date("2002"))),  # a recurring column
        pair(NAMES, work(NAMES.title, "Okafor, Ada; Li, Na; Kaya, Deniz")),  # other people
        pair(NAMES, work(NAMES.title, "")),  # a title alone says nothing
        pair(
            replace(NAMES, volume="3", page="1-9", issued=date("2001")),
            replace(NAMES, volume="7", page="40-52", issued=date("2004")),
        ),
        pair(
            NAMES,
            replace(NAMES, title=NAMES.title.upper()),
            STRONG,
            "same title; 3 of 3 authors agree",
        ),
        pair(  # nothing else in common, and the names are turned round
            replace(NAMES, doi="10.5334/dsj-2019-014"),
            replace(
                NAMES,
                volume="12",
                author=(Name("Anna", "Ivanova"), Name("Minsu", "Kim"), Name("José", "García")),
            ),
            STRONG,
            "same title; 3 of 3 authors agree, order swapped; missing on one side: DOI, volume",
        ),
        pair(
            VARIANTS,
            replace(VARIANTS, page="470", author=VARIANTS.author[:1]),
            STRONG,
            "same title; 1 of 2 authors agree, one list is cut; same year; same container;"
            " same volume; same issue; same first page 470",
        ),
        pair(
            work("Преступление и наказание", "Достоевский, Фёдор", "1970", publisher="Наука"),
            work("ПРЕСТУПЛЕНИЕ И НАКАЗАНИЕ", "Достоевский, Ф. М.", "1970", publisher="Наука"),
            STRONG,
            "same title; the author agrees; same year; same publisher",
        ),
        pair(
            VARIANTS,
            replace(VARIANTS, title="Processing of variant characters and its evaluation"),
            STRONG,
            "2 of 2 authors agree; same year; same container; same volume; same issue;"
            " same first page 470; titles in two scripts",
        ),
    )


@pair_rule("DUP002", "duplicate-strong", severity=Severity.WARNING, examples=_strongly)
def duplicate_strong(decision: Decision) -> Iterator[Finding]:
    """Two records agree in an informative title and in their authors, and nothing conflicts.

    With fewer than three authors one of year, volume, first page and container agrees too.
    What is missing on a side neither agrees nor conflicts.

    Why: this is the common duplicate, of two sources that share no identifier.

    Not found: recurring columns (Editorial, Book review, 书评), parts and volumes, editions, works
    with other identifiers, pages or volumes. A title that agrees alone is never enough: with a
    year beside it, it was wrong in 59 % of the cases that others counted.

    Source: the evidence of JabRef, biblatex-tools and ASySD, measured on labelled sets.
    """
    yield about(decision, "title", STRONG)


def _possibly() -> Examples:
    return (
        pair(CELLS, replace(NAMES, issued=date("2021"))),
        pair(EDITORIAL, replace(EDITORIAL, page="77", volume="9")),
        pair(NAMES, replace(NAMES, title="Sorting long lists of places in small libraries")),
        pair(
            CELLS,
            replace(CELLS, title="On the history of the printed almanac", page="9"),
            POSSIBLE,
            "same DOI; 3 of 3 authors agree; same year; same container; same volume; titles differ;"
            " first pages 9 and 340 differ",
        ),
        pair(
            replace(NAMES, author=NAMES.author[:1]),
            replace(NAMES, author=NAMES.author[:1]),
            POSSIBLE,
            "same title; the author agrees",
        ),
        pair(  # copies, and too sparse to merge
            work("Editorial", ""),
            work("Editorial", ""),
            POSSIBLE,
            "same title, but it is the title of a recurring column",
        ),
        pair(
            work("测绘数据的质量检查方法", "张, 伟; 李, 娜", "2019"),
            work("A quality check of survey data", "张, 伟; 李, 娜", "2019"),
            POSSIBLE,
            "2 of 2 authors agree; same year; titles in two scripts",
        ),
    )


@pair_rule("DUP003", "duplicate-possible", severity=Severity.INFO, examples=_possibly)
def duplicate_possible(decision: Decision) -> Iterator[Finding]:
    """Two records may be one work: much agrees, and not enough to say so.

    Why: a person decides in a minute what no rule can: one wrong page, or two papers?

    Not found: pairs in which two facts conflict, and those that agree in a title alone.

    Source: the queue for review of tools for systematic reviews.
    """
    yield about(decision, "title", POSSIBLE)


def _kin() -> Examples:
    return (
        pair(CELLS, NAMES),
        pair(NAMES, work("Erratum", "Ivanova, Anna; Kim, Minsu; García, José")),  # of what?
        pair(VARIANTS, replace(VARIANTS, title="日本語文献における索引の歴史", page="1-8")),
        pair(
            PREPRINT,
            replace(
                NAMES,
                type="article-journal",
                arxiv="2101.00001",
                doi="10.5334/dsj-2019-014",
                page="1",
            ),
            RELATED,
            "same arXiv id; same title; 3 of 3 authors agree;"
            " missing on one side: DOI, year, pages",
            relation="preprint",
        ),
        pair(
            CELLS,
            replace(CELLS, doi="10.1186/s13287-022-02700-1", title=f"Correction to: {CELLS.title}"),
            RELATED,
            f"3 of 3 authors agree; {PAGE}; DOIs differ; erratum in one title only",
            relation="erratum",
        ),
        pair(
            replace(VARIANTS, title=f"{VARIANTS.title}（上）"),
            replace(VARIANTS, title=f"{VARIANTS.title}（下）", page="550-561", issue="9"),
            RELATED,
            "2 of 2 authors agree; same year; same container; same volume;"
            " numbers in the titles differ: 上 and 下; issues 8 and 9 differ;"
            " first pages 470 and 550 differ",
            relation="part",
        ),
        pair(
            replace(NAMES, type="book", edition="2", issued=date("2001")),
            replace(NAMES, type="book", edition="3rd ed.", issued=date("2009")),
            RELATED,
            "same title; 3 of 3 authors agree; years 2001 and 2009 differ; editions 2 and 3 differ",
            relation="edition",
        ),
        pair(
            replace(
                NAMES,
                type="paper-conference",
                container_title="Conference on Very Large Data Bases",
                issued=date("2000"),
            ),
            replace(
                NAMES,
                type="article-journal",
                container_title="Acta Informatica",
                issued=date("2002"),
            ),
            RELATED,
            "same title; 3 of 3 authors agree; years 2000 and 2002 differ; containers differ;"
            " article and conference paper",
            relation="version",
        ),
    )


@pair_rule("DUP004", "related-not-duplicate", severity=Severity.INFO, examples=_kin)
def related_not_duplicate(decision: Decision) -> Iterator[Finding]:
    """Two records are of one kin and not one work: preprint, erratum, translation, edition, part.

    Why: they are best linked to each other, and merged by mistake again and again.

    Not found: works that share a subject or a team only.

    Source: FaBiO and the relation types of Crossref (isPreprintOf, updates, isTranslationOf).
    """
    yield about(decision, "title", RELATED, relation=decision.relation)
