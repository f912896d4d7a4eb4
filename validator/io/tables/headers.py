"""The headers of tables: which column fills which variable."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from validator.text.identifiers.schemes import FIELDS

DELIMITERS = (",", "\t", ";")

_GENERAL = {
    "id": """
        id key citekey citationkey citekeys bibtexkey bibtexkeys recordid refid identifier
        referenceid utuniquewosid eid lensid openalexid covidence 编号 记录号 識別番号
        accessionnumber publicationid embaseaccessionid cochranelibraryrecordid storeid naid
        논문id 論文id
        """,
    "type": """
        entrytype type itemtype documenttype publicationtype bibliographytype reftype
        referencetype typeofreference recordtype worktype
        类型 文献类型 文献類型 资源类型 資料種別 論文種別 자료유형
        doctype doctypes documentidentifier 자료형태 문헌유형 論文種類
        """,
    "title": """
        title articletitle documenttitle primarytitle itemtitle papertitle publicationname
        题名 标题 篇名 題名 標題 论文题目 文献题名 名称 タイトル 論題 論題名 論文名
        論文タイトル 題目
        제목 논문명 논문제목 표제 论文名称 論文名稱 title题名 title题名题名
        記事タイトル 資料タイトル タイトル日本語 논문제목국문
        """,
    "author": """
        authorfullnames authorsfullnames fullauthornames authorfullname authors author authorlist
        allauthors creator creators authornames 作者 全部作者 作者姓名 著者 著者名 著者氏名 執筆者
        责任者 責任者 저자 저자명 저자이름 author作者
        contributors bookauthorfullnames bookauthors 責任表示 글쓴이
        """,
    "orcid": "orcid orcids authororcid authororcids",
    "group-author": "groupauthors groupauthor",
    "editor": "editor editors bookeditors 主编 编者 編者 编辑 編集者 편집자",
    "translator": "translator translators 译者 譯者 訳者 역자",
    "container-title": """
        journal journaltitle publicationtitle sourcetitle containertitle journalbook fulljournal
        journalname booktitle bookname conferencetitle proceedingstitle periodical
        secondarytitle sourcename venue publication
        刊名 来源 期刊 来源出版物 文献来源 期刊名称 期刊名 來源 期刊名稱 刊物名称 出处
        雑誌名 掲載誌名 掲載誌 誌名 収録誌名 刊行物名 刊行物 학술지명 학술지 수록지 수록지명
        간행물명 저널명 source文献来源 source来源
        pubtitle anthologytitle 資料名 刊行物名称 간행물 저널 학회지명
        """,
    "container-title-short": """
        abbreviatedsourcetitle journalisoabbreviation journalabbreviation containertitleshort
        abbreviatedjournaltitle isoabbreviation alternatetitle 刊名缩写
        """,
    "collection-title": "series bookseriestitle collectiontitle seriestitle 丛书 丛书名 叢書",
    "event-title": "conferencename eventtitle event meetingname 会议名称 會議名稱",
    "publisher": """
        publisher institution school organization university 出版社 出版者 学位授予单位
        出版单位 發行者 発行者 出版元 출판사 발행기관
        bookpublisher 出版者名 出版社名 発行機関 발행처 발행사 학회명
        """,
    "publisher-place": """
        address publisherplace place location placepublished 出版地 출판지
        placeofpublication publisherlocation publishercity
        """,
    "date": """
        date issued publicationdate datepublished pubdate publisheddate publicationdateprint
        出版日期 发表时间 发表日期 出版时间 日期 刊出日期 発行日 출판일 pubtime发表时间
        dateofpublication 出版日付 出版年月日 刊行年月日 발행년월 발행일 발행년월일 게재일
        """,
    "year": """
        year publicationyear pubyear publishedyear yearpublished issueyear
        年 年份 出版年 年度 出版年份 发表年份 年代 刊行年 発行年 발행연도 출판년도 연도 year年
        """,
    "month": "month publishedmonth publicationmonth 月 月份",
    "day": "day publishedday 日",
    "original-date": "originaldate origdate originalyear",
    "volume": """
        volume vol volumenumber 卷 卷号 卷號 巻 권 volume卷
        掲載巻 巻数 권수
        """,
    "issue": """
        issue issuenumber issueno no 期 期号 期號 号 호 卷期 period期
        掲載号 号数 호수
        """,
    "number": """
        artno articlenumber articleno elocationid reportnumber patentnumber standardnumber
        文章编号 论文编号 专利号 标准号
        """,
    "number-or-issue": "number",
    "page": """
        page pages pagerange 页码 页 頁碼 页数范围 起止页码 起止页 頁 ページ 페이지
        pagination 掲載ページ 収録ページ 수록면 수록페이지
        """,
    "first-page": """
        pagestart startpage firstpage spage beginningpage 起始页 开始页码 起始页码
        開始ページ 시작페이지 시작쪽
        """,
    "last-page": """
        pageend endpage lastpage epage endingpage 结束页 终止页 结束页码
        終了ページ 끝페이지 종료페이지 끝쪽
        """,
    "number-of-pages": """
        numpages numberofpages pagecount pagetotal 页数 總頁數 总页数 pagecount页数
        """,
    "edition": "edition 版次 版本 版",
    "genre": "genre thesistype typeofwork degree 学位 学位类型 学位级别",
    "suppression": "bibvalidator",
    "status": "status publicationstatus pubstate",
    "DOI": "doi digitalobjectidentifier doilink articledoi doidoi",
    "ISBN": "isbn isbns isbn13 isbn10",
    "ISSN": """
        issn issns eissn issnl issnisbn issnprint issnonline issnelectronic
        オンラインissn 電子issn 印刷issn プリントissn pissn onlineissn printissn
        """,
    "PMID": """
        pmid pubmedid
        medlinepmid
        """,
    "PMCID": "pmcid pmc",
    "arXiv": "arxiv arxivid",
    "CSTR": "cstr",
    "URL": """
        url link links fulltexturl sourceurl 链接 网址 網址 url网址 原文链接
        plink 링크 원문url externalurl dimensionsurl documenturl pdflink fulltextlink embaselink
        """,
    "language": """
        language languages languageoforiginaldocument langid languageofpublication
        语种 语言 語言 語種 言語 언어
        articlelanguage 작성언어 본문언어 本文言語
        """,
    "keyword": """
        keyword keywords authorkeywords manualtags tags subjectterms
        关键词 关键字 關鍵詞 關鍵字 主题词 キーワード 키워드 주제어 keyword关键词
        identifierkeywords 국문키워드
        """,
    "index-keyword": """
        indexkeywords keywordsplus automatictags meshterms mesh indexterms
        subjects ieeeterms inspeccontrolledterms emtreemedicalindextermsmajorfocus
        emtreedrugindextermsmajorfocus emtreemedicalindexterms 件名 주제분야
        """,
    "classification": "clc 中图分类号 分类号 中圖分類號 clc中图分类号",
    "affiliation": """
        affiliations affiliation addresses address1 authoraffiliations authoraffiliation
        单位 机构 作者单位 作者机构 單位 機構 所属機関 所属 著者所属 소속 소속기관 저자소속
        organ单位
        authorsaffiliations authoraddresses
        """,
    "abstract": """
        abstract abstractnote abstracts summary 摘要 内容提要 提要 抄録 要旨 概要 초록 요약
        summary摘要
        """,
    "note": "note notes extra annote comment comments 备注 附注",
    "source": "database databaseprovider librarycatalog databasename 来源库 srcdatabase来源库",
    "original-language": "originallanguage origlanguage",
}
"""What a column holds, and its names as `folded`; where several are there, the first counts."""

_FOREIGN_WORDS = """
    english translated translation original parallel foreign
    英文 英语 英語 外文 译文 譯文 欧文 並列 영문 영어
    """
_OWN_WORDS = """
    chinese japanese korean 中文 汉语 漢語 和文 日文 日本語 日语 日語 국문 한글 한국어
    """
_FOREIGN = frozenset(_FOREIGN_WORDS.split()) | {"en", "eng"}
_OWN = frozenset(_OWN_WORDS.split()) | {"zh", "cn", "chi", "ja", "jp", "ko"}
"""Words before or behind the name of a column that tell its language, as `folded`."""
_ENGLISH = ("english", "en", "eng", "英文", "英语", "英語", "영문", "영어")

_WEB_OF_SCIENCE = {
    "id": "ut",
    "type": "dt",
    "publication-type": "pt",
    "title": "ti",
    "author": "af au bf ba",
    "group-author": "ca",
    "orcid": "oi",
    "editor": "be ed",
    "container-title": "so",
    "container-title-short": "ji j9",
    "collection-title": "se bs",
    "event-title": "ct",
    "publisher": "pu",
    "publisher-place": "pi",
    "month-and-day": "pd",
    "year": "py",
    "volume": "vl",
    "issue": "is",
    "number": "ar",
    "first-page": "bp",
    "last-page": "ep",
    "number-of-pages": "pg",
    "DOI": "di",
    "ISBN": "bn",
    "ISSN": "sn ei",
    "PMID": "pm",
    "language": "la",
    "keyword": "de",
    "index-keyword": "id",
    "affiliation": "c1",
    "abstract": "ab",
    "parallel-title": "ft z1 x1 y1",
    "parallel-author": "z2",
    "parallel-container-title": "z3",
    "parallel-abstract": "z4 x4 y4",
    "parallel-keyword": "x5 y5",
}
_RIS = {
    "id": "id",
    "type": "ty",
    "title": "ti t1",
    "author": "au a1",
    "editor": "ed a2",
    "translator": "a4",
    "container-title": "jf t2 jo bt",
    "container-title-short": "ja j2",
    "collection-title": "t3",
    "publisher": "pb",
    "publisher-place": "cy pp",
    "date": "da y1",
    "year": "py yr",
    "volume": "vl",
    "issue": "is",
    "first-page": "sp",
    "last-page": "ep",
    "edition": "et",
    "genre": "m3",
    "DOI": "do",
    "serial": "sn",
    "URL": "ur lk",
    "language": "la",
    "keyword": "kw",
    "affiliation": "ad",
    "abstract": "ab n2",
    "note": "n1",
    "source": "db dp",
    "parallel-title": "tt",
    "parallel-author": "ta",
}


class Column(NamedTuple):
    """What a column is taken for: its role, and its rank among the columns of that role."""

    role: str
    rank: int


def _table(roles: dict[str, str]) -> dict[str, Column]:
    return {
        name: Column(role, rank)
        for role, names in roles.items()
        for rank, name in enumerate(names.split())
    }


_PARALLELS = "title author container-title publisher publisher-place keyword affiliation abstract"
PARALLELS = frozenset(_PARALLELS.split())
"""Roles that may have a second column in another language."""

_TABLES = (
    _table(_GENERAL) | {field: Column(scheme, 0) for field, scheme in FIELDS.items()},
    _table(_WEB_OF_SCIENCE),
    _table(_RIS),
)
_SOURCE_IS_JOURNAL = frozenset(("cochranereviewgroupcode", "dbshortname"))
"""Headers of the Cochrane Library and EBSCO, whose "Source" is no database."""
OTHER_IDS = frozenset(FIELDS.values())
"""Roles of columns whose identifiers have no variable of their own: their schemes."""
ROLES = frozenset(column.role for table in _TABLES for column in table.values())
"""All roles, but those of parallel values, which are ``parallel-`` and one of ``PARALLELS``."""
NOTHING: Mapping[str, str] = {}

_ROLE_OF = {
    "issued": "date",
    "number": "number",
    "arxiv": "arXiv",
    "cstr": "CSTR",
    "ORCID": "orcid",
}
_ROLE_OF |= {"database": "source"}
_ROLE_OF |= {f"original-{role}": f"parallel-{role}" for role in PARALLELS}
"""Names of variables that are not the roles of the columns that fill them."""


def folded(name: str) -> str:
    """A header as it is compared: NFKC, case folded, letters and digits only."""
    return "".join(c for c in unicodedata.normalize("NFKC", name).casefold() if c.isalnum())


def columns(names: list[str]) -> list[Column | None]:
    """What each column holds, None where its header is not known.

    The two-letter tags of Web of Science and RIS are believed where they know more of the
    headers than the long names do.
    """
    keys = [folded(name) for name in names]
    found = [[table.get(key) for key in keys] for table in _TABLES]
    found[0] = _with_parallels(keys, found[0])
    best = max(found, key=lambda columns: len(columns) - columns.count(None))
    if best is found[0] and "source" in keys and not _SOURCE_IS_JOURNAL.isdisjoint(keys):
        best = [
            Column("container-title", 99) if key == "source" else column
            for key, column in zip(keys, best, strict=True)
        ]
    if best is found[0] and "publicationtype" in keys and "documenttype" in keys:
        best = [
            Column("publication-type", 0) if key == "publicationtype" else column
            for key, column in zip(keys, best, strict=True)
        ]
    if best is found[0] and "itemtype" in keys:  # Zotero: "Type" is that of a thesis or report
        best = [
            Column("genre", 0) if key == "type" else column
            for key, column in zip(keys, best, strict=True)
        ]
    return best


def _with_parallels(keys: list[str], found: list[Column | None]) -> list[Column | None]:
    """The columns, with those that a word for a language marks: ``title_en``, ``英文题名``.

    What is marked as English, foreign or original is the parallel value; what is marked as
    Chinese, Japanese or Korean the value itself, unless a plain column holds that.
    """
    if None not in found:
        return found
    plain = {column.role for column in found if column}
    marked = [None if column else _marked(key) for key, column in zip(keys, found, strict=True)]
    own = {column.role for column in marked if column} - plain
    return [column or _named(second, own) for column, second in zip(found, marked, strict=True)]


def _named(marked: Column | None, own: set[str]) -> Column | None:
    if marked is None or marked.role.startswith("parallel-") or marked.role in own:
        return marked
    return Column(f"parallel-{marked.role}", marked.rank + 100)


@lru_cache(maxsize=4096)
def _marked(key: str) -> Column | None:
    """The column that a name with a word for a language stands for, None for any other name."""
    if len(key) > 40:
        return None
    for word in sorted(_FOREIGN | _OWN):
        for rest in (key.removeprefix(word), key.removesuffix(word), key.removesuffix(f"in{word}")):
            column = _TABLES[0].get(rest) if rest != key else None
            if column and column.role in PARALLELS:
                return column if word in _OWN else Column(f"parallel-{column.role}", column.rank)
    return None


def language_of_parallels(names: Iterable[str]) -> str:
    """ "en" where all names of columns with parallel values say that they are in English."""
    keys = [folded(name) for name in names]
    said = [key.startswith(_ENGLISH) or key.endswith(_ENGLISH) for key in keys]
    return "en" if said and all(said) else ""


def mapped(
    names: list[str], found: list[Column | None], mapping: Mapping[str, str]
) -> list[Column | None]:
    """The columns, with what a configuration says of them by name: a variable or role, "" for a
    column that is to be left. What it names counts before others of that role."""
    if not mapping:
        return found
    roles = {folded(name): role for name, role in mapping.items()}
    roles |= {name.strip(): role for name, role in mapping.items()}

    def of(name: str, column: Column | None) -> Column | None:
        key = name if name in roles else folded(name)
        return _of_variable(roles[key]) if key in roles and key else column

    return list(map(of, names, found))


def _of_variable(name: str) -> Column | None:
    """What a column is taken for that is said to fill a variable, or to have a role."""
    return Column(_ROLE_OF.get(name, name), -1) if name else None


def known_columns(line: str) -> int:
    """How many kinds of known columns a header line names, under its best delimiter."""
    return max(known(names(line, delimiter)) for delimiter in DELIMITERS)


def known(header: list[str], mapping: Mapping[str, str] = NOTHING) -> int:
    """How many kinds of known columns a header has."""
    return len({column.role for column in mapped(header, columns(header), mapping) if column})


def names(line: str, delimiter: str) -> list[str]:
    """The names of a header line, their quotes and outer blanks off."""
    return [part.strip().strip('"').strip() for part in line.strip("\ufeff\r\n").split(delimiter)]
