"""Faults of the names of journals and books, and of types."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from planting.forms import Plant, Planted, Text, form, words
from planting.tools import script
from planting.write import bibtex, ris
from validator.record import Name, Record

NEEDS_CONTAINER = ("article-journal", "paper-conference", "chapter")


def _without_container(record: Record) -> Record:
    return replace(
        record, container_title="", container_title_short="", collection_title="", event_title=""
    )


@form("JNL001", "taken away")
def _(record: Record, random: Random) -> Planted:
    fits = record.type in NEEDS_CONTAINER and record.container_title
    return _without_container(record) if fits else None


@form("JNL001", "BibTeX: no journal or booktitle")
def _(record: Record, random: Random) -> Planted:
    if (
        record.type not in NEEDS_CONTAINER
        or not record.container_title
        or record.event_title
        or record.collection_title
    ):
        return None
    return Plant(Text(bibtex(record), "bibtex"), Text(bibtex(_without_container(record)), "bibtex"))


@form("JNL001", "RIS: no T2")
def _(record: Record, random: Random) -> Planted:
    if (
        record.type not in NEEDS_CONTAINER
        or not record.container_title
        or record.event_title
        or record.collection_title
    ):
        return None
    return Plant(Text(ris(record), "ris"), Text(ris(_without_container(record)), "ris"))


_JOURNAL_POLLUTION: dict[str, Callable[[Record, Random], str]] = {
    "In: before it": lambda j, r: r.choice(("In: ", "in: ", "In ")) + j.container_title,
    "Chinese words for in": lambda j, r: (
        r.choice(("载: ", "见：", "载：", "In: ")) + j.container_title
    ),
    "a place in brackets": lambda j, r: (
        j.container_title
        + r.choice(
            (
                " (Oxford, England)",
                " (London, England)",
                " (Baltimore, Md.)",
                " (New York, N.Y.)",
                " (Paris, France)",
            )
        )
    ),
    "its year": lambda j, r: f"{j.container_title}{r.choice((', ', ' ', ' ('))}{j.year}".replace(
        f"({j.year}", f"({j.year})"
    ),
    "volume and issue": lambda j, r: (
        j.container_title
        + r.choice(
            (
                f", vol. {j.volume or 12}",
                f" {j.volume or 12}(3)",
                f", Vol. {j.volume or 12}, No. 3",
                f"; {j.volume or 12}(3)",
            )
        )
    ),
    "volume and pages": lambda j, r: f"{j.container_title} {j.volume or 12}:{j.page or '12-34'}",
    "pages": lambda j, r: (
        j.container_title + r.choice((", pp. 12-34", ", p. 101-110", " pages 5-9"))
    ),
    "its ISSN": lambda j, r: (
        j.container_title
        + r.choice((" ISSN {}", ", ISSN: {}", " (ISSN {})")).format(j.issn or "0028-0836")
    ),
    "a Chinese year and issue": lambda j, r: (
        j.container_title
        + r.choice(("2019年第3期", "，2012，32（5）", " 第12卷", "2015年04期", "[J]"))
    ),
    "a link or DOI": lambda j, r: (
        j.container_title + r.choice((" https://www.example.org", ", doi:10.1038/nature12373"))
    ),
}


for _kind, _pollute in _JOURNAL_POLLUTION.items():

    def _polluted(
        record: Record,
        random: Random,
        pollute: Callable[[Record, Random], str] = _pollute,
        kind: str = _kind,
    ) -> Planted:
        if record.type != "article-journal" or not record.container_title:
            return None
        if ("Chinese" in kind) is not (script(record.container_title) == "cjk"):
            return None
        return replace(record, container_title=pollute(record, random))

    form("JNL004", _kind)(_polluted)


@form("JNL004", "Proceedings of the twice")
def _(record: Record, random: Random) -> Planted:
    if not record.container_title.startswith("Proceedings of the"):
        return None
    again = random.choice(("Proceedings of the ", "Proc. of "))
    return replace(record, container_title=again + record.container_title)


@form("JNL004", "In: before a book or proceedings")
def _(record: Record, random: Random) -> Planted:
    if (
        record.type not in ("paper-conference", "chapter")
        or script(record.container_title) != "latin"
    ):
        return None
    return replace(
        record, container_title=random.choice(("In: ", "In ", "in: ")) + record.container_title
    )


@form("JNL004", "pages behind proceedings")
def _(record: Record, random: Random) -> Planted:
    if record.type != "paper-conference" or script(record.container_title) != "latin":
        return None
    return replace(
        record,
        container_title=record.container_title
        + random.choice((", pp. 12-34", ", pages 101-110", " pp. 1-6")),
    )


SERVERS = words(
    "arXiv preprint arXiv:2101.00001 | arXiv | arXiv:1706.03762 | bioRxiv | medRxiv | ChemRxiv"
    " | arXiv e-prints | bioRxiv preprint | PsyArXiv | Research Square | arXiv preprint"
)


MEETINGS = words(
    "2019 IEEE International Conference on Image Processing (ICIP)"
    " | Proceedings of the 57th Annual Meeting of the Association for Computational Linguistics"
    " | Proceedings of the 2015 ACM Conference on Human Factors in Computing Systems"
    " | Proceedings of the 34th International Conference on Machine Learning"
    " | Conference on Computer Vision and Pattern Recognition, 2016"
    " | 8th International Workshop on Semantic Evaluation | 第十九届中国计算语言学大会论文集"
    " | Tagungsband der 12. Konferenz zur Verarbeitung natürlicher Sprache"
)


PAGES_OF_ARTICLES = words(
    "https://www.sciencedirect.com/science/article/pii/S0022249684900012"
    " | https://www.nature.com/articles/nature12373 | https://www.jstor.org/stable/2346178"
    " | https://link.springer.com/article/10.1007/s00767-011-0186-4"
    " | https://onlinelibrary.wiley.com/doi/full/10.1002/asi.21234"
    " | https://www.tandfonline.com/doi/abs/10.1080/00220670209598786"
)


@form("JNL005", "a server of preprints as journal")
def _(record: Record, random: Random) -> Planted:
    if record.type != "article-journal":
        return None
    return replace(
        record,
        container_title=random.choice(SERVERS),
        issn="",
        volume="",
        issue="",
        page="",
        doi="",
        url="",
        pmid="",
    )


@form("JNL005", "a meeting as journal")
def _(record: Record, random: Random) -> Planted:
    if record.type != "article-journal":
        return None
    return replace(
        record, container_title=random.choice(MEETINGS), issn="", volume="", issue="", pmid=""
    )


@form("JNL005", "a journal article as web page")
def _(record: Record, random: Random) -> Planted:
    fits = (
        record.type == "article-journal"
        and record.volume
        and record.issue
        and record.doi
        and record.issn
    )
    return (
        replace(
            record, type="webpage", type_as_read="webpage", url=random.choice(PAGES_OF_ARTICLES)
        )
        if fits
        else None
    )


@form("JNL005", "a thesis of two authors")
def _(record: Record, random: Random) -> Planted:
    doctoral = any(word in record.genre.lower() for word in ("phd", "doctorat", "博士", "박사"))
    if record.type != "thesis" or len(record.author) != 1 or not doctoral:
        return None
    return replace(record, author=(*record.author, Name(family="Thornton", given="Philip")))


@form("JNL005", "proceedings with the pages of one paper")
def _(record: Record, random: Random) -> Planted:
    if record.type != "book":
        return None
    return replace(
        record,
        title=random.choice([m for m in MEETINGS if "roceedings" in m]),
        author=(),
        editor=(Name("Holt", "Gregory"),),
        page="1211-1226",
    )
