"""Records of one type that describe a work of another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from validator.finding import Finding, Severity
from validator.record import Name, Record
from validator.registry import Example, Examples, rule
from validator.text.dates import Date
from validator.text.names import Kind
from validator.text.patterns import lazy
from validator.text.script import script

PREPRINT = "the preprint server {part} stands as the journal of an article"
CONFERENCE = "the conference {part} stands as the journal of an article"
ARTICLE = "a web page with the numbers or the address of an article"
OTHER = "a thesis or report stands as the journal of an article"
PAPER = "a volume of proceedings with the pages of a paper"
THESIS = "a thesis with several authors"

_SERVERS = lazy(
    r"(?:the )?(?:arxiv|biorxiv|medrxiv|chemrxiv|techrxiv|psyarxiv|socarxiv|edarxiv|engrxiv"
    r"|eartharxiv|essoar|ecoevorxiv|agrirxiv|africarxiv|paleorxiv|sportrxiv|metaarxiv|lawarxiv"
    r"|indiarxiv|chinaxiv|vixra|authorea|preprints\.org|research ?square|osf preprints"
    r"|scielo preprints|cornell university library)\b(?!\w)",
    re.IGNORECASE,
)
"""Names of servers at the beginning of a name. SSRN Electronic Journal has the ISSN of a journal,
and CoRR with a volume is how DBLP counts preprints."""

_MEETING = lazy(
    r"\b(?:conference|symposium|workshop|congress|colloquium|annual (?:\w+ )?meeting|konferenz"
    r"|tagung(?:sband)?|conférence|congrès|colloque|congreso|congresso|conferencia|convegno"
    r"|simposio|konferencji|sympozjum|konference)\b"
    r"|конференци|симпозиум|съезд"
    r"|会议|會議|研讨会|研討會|年会|年會|大会|大會|シンポジウム|학술대회",
    re.IGNORECASE,
)
_ONCE = lazy(
    r"\b\d{1,3}(?:st|nd|rd|th|er|e|º|ª|°)?\b(?:(?<=[a-zºª°])|\. )"
    r"|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|\w{2,12}teenth|twentieth|thirtieth|(?:twenty|thirty|forty|fifty)[ -]?\w{3,7}(?:st|nd|rd|th)"
    r")\b"
    r"|(?<![\d/-])(?:19|20)\d\d(?![\d])|第[\d一二三四五六七八九十百]{1,5}[届屆回次]|제\s?\d{1,3}회"
    r"|\b[IVX]{2,7}\b",
    re.IGNORECASE,
)
"""What a meeting has and a periodical has not: an ordinal or a year."""
_SERIES = lazy(
    r"(?:proceedings of (?:the )?)?(?:(?:ieee|acm|annual|international|european|national|asian"
    r"|joint|usenix) ){0,4}(?:conference|symposium|workshop|congress|colloquium) on\b"
    r"|(?:труды|материалы|сборник (?:трудов|материалов|тезисов)|тезисы докладов)\b.{0,60}"
    r"(?:конференци|симпозиум|съезд)"
    r"|(?:(?:actas|memorias|atti|anais) d\w{1,3} )?(?:congres+o|simp[oó]sio|convegno|congrès)"
    r" (?:internac?z?ional|nac?z?ional|international|national)e? d"
    r"|mater[iy]a[lł]y (?:z )?(?:konferencji|sympozjum)|sborník (?:z )?(?:příspěvků|konference)",
    re.IGNORECASE,
)
"""A meeting by its own name, which may be a periodical's too where it is counted by volumes."""
_NAMED = lazy(
    r"(?i:in )?(?i:proc(?:eedings|\.)) (?i:of (?:the )?)?[A-Z].{1,80}\b(?:19|20)\d\d$"
    r"|(?!(?:PNAS|JAMA|JACS|BMJ|MNRAS|JETP|JHEP|JCAP|PLOS|PLoS)\b)"
    r"(?:(?:ACM|IEEE|USENIX) )?[A-Z][A-Za-z]*[A-Z]{2}[A-Za-z]*[ '’-]{1,2}(?:(?:19|20)\d\d"
    r"|\d\d)$"
)
"""A meeting by its acronym and year: "NeurIPS 2019", "Proc. ACM SIGGRAPH 2012"."""
_OTHER = lazy(
    r"(?!.*abst)"  # Dissertation Abstracts is a journal
    r"(?:(?:ph\.? ?d\.?|doctoral|master'?s?|m\.? ?sc\.?|diploma|bachelor'?s?) (?:thesis"
    r"|dissertation)\b"
    r"|(?:dissertation|diss\.|doktorarbeit|diplomarbeit|masterarbeit|tesis doctoral|tesi di laurea"
    r"|thèse de doctorat|praca doktorska|doktora tezi|дис\. "
    r"|(?:博士|硕士)(?:学位)?论文)(?=$|[\s,.])"
    r"|tech(?:nical|\.)? rep(?:ort|\.)?(?=$|[\s,.])(?! series))",
    re.IGNORECASE,
)
"""What is no journal: "PhD thesis, ETH Zürich", "Technical report"."""
_PERIODICAL = lazy(
    r"^(?:journal|annals|transactions|letters|bulletin|revista|zeitschrift)\b"
    r"|conference (?:series|papers|proceedings|record)\b|web of conferences|\bprocedia\b"
    r"|lecture notes in|supplement|abstracts|\w\. ?conference: ",
    re.IGNORECASE,
)
_ADDRESSES = lazy(
    r"^https?://(?:[a-z0-9-]+\.){0,4}?(?:"
    r"nature\.com/articles/s\d|sciencedirect\.com/science/article/(?:abs/)?pii/"
    r"|link\.springer\.com/(?:article|chapter)/10\.|onlinelibrary\.wiley\.com/doi/"
    r"|tandfonline\.com/doi/(?:abs|full|pdf|epdf)/|journals\.sagepub\.com/doi/"
    r"|journals\.plos\.org/\w+/article|academic\.oup\.com/\w+/article"
    r"|pubs\.acs\.org/doi/|science\.org/doi/|pnas\.org/doi/|cell\.com/[\w-]+/fulltext/S"
    r"|ieeexplore\.ieee\.org/(?:abstract/)?document/\d|dl\.acm\.org/doi/"
    r"|mdpi\.com/\d{4}-\d{3}[\dX]/|frontiersin\.org/(?:journals/[\w-]+/)?articles/10\."
    r"|pubmed\.ncbi\.nlm\.nih\.gov/\d|ncbi\.nlm\.nih\.gov/pmc/articles/pmc\d"
    r"|pmc\.ncbi\.nlm\.nih\.gov/articles/pmc\d|jstor\.org/stable/\d"
    r"|kns\.cnki\.net/\S{0,80}(?:dbname|dbcode)=(?:cjfd|cjfq|cjfdlast)"
    r"|d\.wanfangdata\.com\.cn/periodical/)",
    re.IGNORECASE,
)
"""Pages of articles and chapters at publishers and databases."""
_RANGE = lazy(r"\s*[A-Za-z]?(\d{1,6})\s*[-–—]+\s*[A-Za-z]?\d{1,6}\s*")
_OF = lazy(r"proceedings of|proc\. |actes d|tagungsband|.{2,60}论文集$", re.IGNORECASE)
_JOINT = lazy(
    r"master|bachelor|diplom|licen|magister|laurea|student|bathesis|m\.? ?sc|b\.? ?sc|m\.? ?a\b"
    r"|硕士|碩士|学士|學士|本科|修士|卒業|석사|магист|бакалавр|maîtrise|tesina",
    re.IGNORECASE,
)


def of(
    type: str, *says: str, suggests: str | None = None, word: str = "", **values: Any
) -> Example:
    given = {"title": "A title", "author": (Name.parse("Roe, Jo"),), **values}
    return Example(Record(type=type, type_as_read=word, **given), says, suggests)


def held(name: str, *says: str, suggests: str | None = None, **values: Any) -> Example:
    says = tuple(message.format(part=name) for message in says)
    return of("article-journal", *says, suggests=suggests, container_title=name, **values)


TWO = (Name.parse("Roe, Jo"), Name.parse("Doe, Al"))
PRE, CONF = "article", "paper-conference"
NUMBERED: dict[str, Any] = {
    "volume": "3",
    "page": "1-9",
    "issued": Date("1998", 1998),
    "doi": "10.1000/182",
}
PROCEEDINGS = "Proceedings of the 57th Annual Meeting of the Society"


def _mismatches() -> Examples:
    return (
        # clean
        held("Nature"),
        held("Arxius de Sociologia"),
        held("CoRR", volume="abs/1706.03762"),  # so DBLP counts it
        held("International Conference on Names", volume="12"),  # counted as a periodical
        held("Proceedings of Names"),
        held("Workshop"),
        held("SSRN Electronic Journal"),  # with an ISSN and DOIs of a journal
        held("Nature", arxiv="1706.03762"),  # the article, and its preprint
        of("article", container_title="arXiv preprint arXiv:1706.03762"),
        held("Proceedings of the National Academy of Sciences"),
        held("Proceedings of the IEEE", volume="86"),
        held("Proceedings of the ACM on Programming Languages", volume="4", issue="POPL"),
        held("Proceedings of the VLDB Endowment", volume="13"),
        held("Conference Papers in Science", volume="2013"),
        held("Journal of Physics: Conference Series", volume="1234"),
        held("AIP Conference Proceedings 2019"),
        held("Proceedings of the AAAI Conference on Artificial Intelligence", volume="33"),
        held("Journal of the Third World Congress Movement"),
        held("2019 IEEE Conference on Names", issn="2374-3468"),  # a serial, says its ISSN
        held("Annual Symposium Proceedings", volume="2003"),
        held(
            "Vox Sanguinis.Conference: 21st Regional Congress of the ISBT Lisbon Portugal."
        ),  # JNL004
        held("全国人民代表大会常务委员会公报"),
        held("Congress & the Presidency", issued=None),
        of("webpage", url="https://www.nature.com/news"),
        of("webpage", url="https://arxiv.org/abs/1706.03762"),
        of("book", word="proceedings", author=(), editor=TWO, page="1-350"),
        of("book", word="proceedings", page="350"),
        of("book", page="1-350"),
        of("book", title=PROCEEDINGS, author=(), editor=TWO, page="1-350"),
        of("book", title="A history of the congress", page="12-15"),  # the pages that are cited
        of("thesis", word="phdthesis"),
        of("thesis", word="mastersthesis", author=TWO),  # written in pairs in the north
        of("thesis", genre="Student thesis", author=TWO),
        of("webpage", container_title="The Daily News", url="https://example.org"),
        of("thesis", genre="PhD thesis", author=(Name.parse("王伟"), Name.parse("Wang, Wei"))),
        # faulty
        held("arXiv preprint arXiv:1706.03762", PREPRINT, suggests=PRE),
        held("ArXiv", PREPRINT, suggests=PRE),
        held("PNAS 2012"),
        held("Dissertation Abstracts International"),
        held("Diss. Abst. Int. B"),
        held("Technical Reports of the Institute"),
        held("Technometrics"),
        held("NeurIPS 2019", CONFERENCE, suggests=CONF),
        held("Proc. ACM SIGGRAPH 2012", CONFERENCE, suggests=CONF),
        held("Proceedings of the Linnean Society 1905", volume="18"),
        held("Труды международной конференции по гидрологии", CONFERENCE, suggests=CONF),
        held("Congreso Internacional de Hidrología", CONFERENCE, suggests=CONF),
        held("PhD thesis, ETH Zürich", OTHER),
        held("Technical report, MIT", OTHER),
        held("博士学位论文", OTHER),
        held("bioRxiv : the preprint server for biology", PREPRINT, suggests=PRE),
        held("ChinaXiv", PREPRINT, suggests=PRE, title="题名"),
        held("medRxiv", PREPRINT, suggests=PRE),
        held("CoRR", PREPRINT, suggests=PRE),
        held("International Conference on Machine Learning", CONFERENCE, suggests=CONF),
        held("Proceedings of the 57th Annual Meeting of the Society", CONFERENCE, suggests=CONF),
        held("Tagungsband der 12. Konferenz für Namen", CONFERENCE, suggests=CONF),
        held("Actes du 3e congrès des noms", CONFERENCE, suggests=CONF),
        held(
            "Proceedings of the 12th International Conference on Names", CONFERENCE, suggests=CONF
        ),
        held("2019 IEEE/CVF Conference on Computer Vision", CONFERENCE, suggests=CONF),
        held("Proc. Twenty-Third Annual Symposium on Names", CONFERENCE, suggests=CONF),
        held("第十二届全国档案学研讨会论文集", CONFERENCE, suggests=CONF),
        held("Материалы 5-й конференции 2015", CONFERENCE, suggests=CONF),
        of("webpage", ARTICLE, url="https://www.sciencedirect.com/science/article/pii/S0092867420"),
        of("webpage", ARTICLE, url="https://link.springer.com/article/10.1007/s00134-011-2381-7"),
        of("webpage", ARTICLE, suggests="article-journal", container_title="Nature", **NUMBERED),
        of("book", PAPER, title=PROCEEDINGS, author=(), editor=TWO, page="1211-1226"),
        of("book", PAPER, word="proceedings", page="123--130"),
        of("thesis", THESIS, word="phdthesis", author=TWO),
        of("thesis", THESIS, author=TWO),
        of("thesis", THESIS, genre="博士学位论文", author=(Name.parse("王伟"), Name.parse("李强"))),
    )


@rule(
    "JNL005",
    "type-mismatch",
    severity=Severity.WARNING,
    examples=_mismatches,
    types=("article-journal", "book", "thesis", "webpage"),
)
def type_mismatch(record: Record) -> Iterator[Finding]:
    """The type says one thing and the record another: a preprint, a paper, an article.

    Why: styles print it as what it is not, and rules and matching by type miss it.

    Not found: journals called proceedings or conference (PNAS, the VLDB Endowment, IOP Conference
    Series); a meeting without number or year that has a volume; a container with an ISSN; CoRR and
    SSRN Electronic Journal, which are numbered as journals; theses of students, which two may
    write; addresses that do not say what they lead to.

    Source: the types of CSL 1.0.2 and BibTeX; what Google Scholar exports of preprints; JabRef and
    Zotero on papers saved as web pages.
    """
    kind = record.type
    if kind == "article-journal":
        name = record.container_title
        if is_server(name[:80]) or (name == "CoRR" and not record.volume):
            yield Finding("type", PREPRINT, kind, suggestion="article", args={"part": name})
        elif name and _OTHER.match(name[:80]) and not record.issn:
            yield Finding("container-title", OTHER, name)
        elif name and is_meeting(record):
            yield Finding("type", CONFERENCE, kind, "paper-conference", args={"part": name})
    elif kind == "webpage":
        if record.container_title and record.volume and (record.issue or record.page):
            yield Finding("type", ARTICLE, kind, suggestion="article-journal")
        elif record.url and _ADDRESSES.match(record.url[:300]):
            yield Finding("type", ARTICLE, kind)
    elif kind == "book":
        if is_paper(record):
            yield Finding("type", PAPER, kind)
    elif kind == "thesis" and len(record.author) > 1 and not is_joint(record):
        people = [name for name in record.author if name.kind is not Kind.BODY]
        if len(people) > 1 and len({script(str(name)) for name in people}) == 1:
            yield Finding("author", THESIS, "; ".join(map(str, people[:5])))


def is_meeting(record: Record) -> bool:
    """Whether the journal of an article is a meeting, which was held once or is not counted."""
    held, by_name = meeting(record.container_title[:300])
    if not held and (not by_name or record.volume):
        return False
    return not record.issn and not (record.volume and record.issue)


@lru_cache(maxsize=8192)
def meeting(name: str) -> tuple[bool, bool]:
    """Whether a name is that of a meeting held once, and whether it begins as a meeting's."""
    if _PERIODICAL.search(name):
        return False, False
    if not _MEETING.search(name):
        return False, _NAMED.match(name) is not None
    return bool(_ONCE.search(name)), bool(_SERIES.match(name))


@lru_cache(maxsize=8192)
def is_server(name: str) -> bool:
    """Whether a name begins with that of a preprint server."""
    return _SERVERS.match(name.lstrip()) is not None


def is_paper(record: Record) -> bool:
    """Whether what is said to be proceedings has a range of pages inside them."""
    word = record.type_as_read.lower()
    if word != "proceedings" and not (_MEETING.search(record.title) and _OF.match(record.title)):
        return False
    found = _RANGE.fullmatch(record.page)
    return found is not None and (bool(record.author) or int(found[1]) > 1)


def is_joint(record: Record) -> bool:
    """Whether it is a thesis of a kind that two students may write together."""
    words = f"{record.type_as_read} {record.genre[:200]} {record.note[:200]}"
    return _JOINT.search(words) is not None
