"""The types of records: the words of RIS and of tables as CSL types."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

from validator.vocabulary import CSL_TYPES

RIS = {
    "ABST": "article-journal",
    "ADVS": "motion_picture",
    "AGGR": "dataset",
    "ANCIENT": "classic",
    "ART": "graphic",
    "BILL": "bill",
    "BLOG": "post-weblog",
    "BOOK": "book",
    "CASE": "legal_case",
    "CHAP": "chapter",
    "CHART": "figure",
    "CLSWK": "classic",
    "COMP": "software",
    "CONF": "paper-conference",
    "CPAPER": "paper-conference",
    "CTLG": "book",
    "DATA": "dataset",
    "DBASE": "dataset",
    "DICT": "entry-dictionary",
    "EBOOK": "book",
    "ECHAP": "chapter",
    "EDBOOK": "book",
    "EJOUR": "article-journal",
    "ELEC": "webpage",
    "ENCYC": "entry-encyclopedia",
    "EQUA": "figure",
    "FIGURE": "figure",
    "GEN": "document",
    "GOVDOC": "report",
    "GRANT": "report",
    "GRNT": "report",
    "HEAR": "hearing",
    "ICOMM": "personal_communication",
    "INPR": "article-journal",
    "INTV": "interview",
    "JFULL": "periodical",
    "JOUR": "article-journal",
    "LEGAL": "legislation",
    "MANSCPT": "manuscript",
    "MAP": "map",
    "MGZN": "article-magazine",
    "MPCT": "motion_picture",
    "MULTI": "document",
    "MUSIC": "musical_score",
    "NEWS": "article-newspaper",
    "PAMP": "pamphlet",
    "PAT": "patent",
    "PCOMM": "personal_communication",
    "PODC": "broadcast",
    "RPRT": "report",
    "SER": "book",
    "SLIDE": "graphic",
    "SOUND": "song",
    "STAND": "standard",
    "STAT": "legislation",
    "STD": "standard",
    "THES": "thesis",
    "UNBILL": "bill",
    "UNBIL": "bill",
    "UNPB": "manuscript",
    "UNPD": "manuscript",
    "VIDEO": "motion_picture",
    "WEB": "webpage",
}
"""The codes of RIS: the specification of 2011, what EndNote, Zotero and Citavi add."""

# Words that tables and Crossref's JSON have for a type, folded by `_folded`.
_WORDS = {
    "article-journal": """
        journalarticle articlejournal journalpaper researcharticle originalarticle originalpaper
        review reviewarticle letter editorial editorialmaterial note erratum correction retraction
        ieeejournals ieeemagazines ietjournals earlyaccessarticles
        shortsurvey datapaper articleinpress meetingabstract articleearlyaccess articledatapaper
        articleproceedingspaper articlebookchapter reviewbookchapter j 期刊 期刊论文 期刊文章
        学术期刊 论文 学报 期刊論文 雑誌論文 学術雑誌論文 학술논문 학술지논문
        """,
    "article-magazine": "magazinearticle trademagazine 杂志文章",
    "article-newspaper": "newspaperarticle newspaper newsitem news n 报纸 报纸文章 報紙 新闻",
    "article": "preprint postedcontent workingpaper 预印本",
    "book": """
        editedbook monograph referencebook manual conferenceproceedings proceedings b m
        图书 专著 圖書 書籍 图书专著 著作 汇编 会议录 도서 単行書
        """,
    "chapter": "booksection bookchapter bookpart incollection inbook 析出文献 图书章节 章节",
    "paper-conference": """
        conferencepaper proceedingspaper proceedingsarticle proceedingsreference paperconference
        conferencearticle conference conferencereview meeting inproceedings c 会议 会议论文
        會議論文 会議論文 학술대회논문 ieeeconferences ietconferences
        """,
    "thesis": """
        dissertation phdthesis mastersthesis mscthesis doctoralthesis doctoraldissertation
        masterthesis d 学位论文 硕士 博士 硕士论文 博士论文 硕士学位论文 博士学位论文
        學位論文 碩士論文 博士論文 学位論文 학위논문
        """,
    "report": "techreport technicalreport reportcomponent reportseries r 报告 科技报告 研究报告",
    "patent": "p 专利 專利 特許 발명특허",
    "standard": "ieeestandards s 标准 標準 规范 国家标准",
    "dataset": "database data ds db 数据集 数据库",
    "software": "computerprogram cp 软件 计算机程序",
    "webpage": "website onlineresource online electronicresource eb ebol 网页 电子资源 网络资源",
    "post-weblog": "blogpost weblog",
    "post": "forumpost",
    "entry-encyclopedia": "encyclopediaarticle encyclopediaentry referenceentry",
    "pamphlet": "booklet",
    "entry-dictionary": "dictionaryentry",
    "review-book": "bookreview 书评",
    "manuscript": "unpublished letterunpublished a 手稿 档案",
    "periodical": "journal journalissue journalvolume serial 刊物",
    "graphic": "artwork picture",
    "motion_picture": "film videorecording video",
    "song": "audiorecording",
    "broadcast": "podcast tvbroadcast radiobroadcast",
    "speech": "presentation talk",
    "legal_case": "case",
    "legislation": "statute 法规 法律",
    "map": "cm 地图",
    "document": "misc other generic unspecified z 其他",
    "collection": "archive g",
}
_KNOWN = {word: kind for kind, words in _WORDS.items() for word in words.split()}
_KNOWN |= {"".join(c for c in kind if c.isalnum()): kind for kind in CSL_TYPES if kind != "article"}
_KNOWN |= {"review": "article-journal"}  # a survey article; a review of a book says so


@lru_cache(maxsize=1024)
def of_ris(word: str) -> str:
    """The CSL type of a RIS code in any case, "" for an unknown one."""
    return RIS.get(word.strip().upper(), "")


@lru_cache(maxsize=1024)
def of_word(word: str) -> str:
    """The CSL type of a word that a table or a program other than CSL uses, "" if unknown.

    Knows CSL itself, BibTeX, RIS, Zotero, Crossref, Scopus, Web of Science and GB/T 7714, each
    in any case. "article" alone is the journal article of BibTeX, Scopus and Web of Science.
    """
    folded = _folded(word)
    if folded == "article":
        return "article-journal"
    return _KNOWN.get(folded) or of_ris(word) or _KNOWN.get(_folded(re.split("[;/]", word)[0]), "")


_SCOPUS = {
    "ar": "article-journal",
    "bk": "book",
    "bz": "article-journal",
    "ch": "chapter",
    "cp": "paper-conference",
    "cr": "paper-conference",
    "dp": "article-journal",
    "ed": "article-journal",
    "er": "article-journal",
    "ip": "article-journal",
    "le": "article-journal",
    "no": "article-journal",
    "re": "article-journal",
    "rp": "report",
    "sh": "article-journal",
}
"""The two-letter document types of Scopus: in GB/T 7714 CP is a computer program."""


def of_scopus(word: str) -> str:
    """The CSL type of a document type of Scopus, as a word or a code."""
    return _SCOPUS.get(word.strip().lower()) or of_word(word)


_EXPORTS = {
    "article-journal": "electronicarticle journalelectronic abstract",
    "book": "bookwhole bookedited electronicbook ancienttext classicalwork dictionary catalog",
    "broadcast": "filmorbroadcast televisionepisode",
    "chapter": "electronicbooksection yearbook",
    "dataset": "aggregateddatabase",
    "document": "otherarticle resolutions pressrelease",
    "entry-encyclopedia": "encyclopedia",
    "figure": "charttable chartortable equation",
    "graphic": "artwork visualart photograph",
    "hearing": "hearing",
    "legal_case": "courtdecisions legalcase",
    "legislation": "laws statutes statute legalruleorregulation",
    "manuscript": "unpublishedmaterial unpublishedwork",
    "motion_picture": "motionpicture dvd audiovisualmaterial videodvd",
    "musical_score": "musicscore music",
    "paper-conference": "conferenceproceedings conferenceproceeding 中国会议 国际会议",
    "patent": "中国专利 海外专利",
    "periodical": "serial",
    "post": "onlinediscussionforum discussionforum socialmedia",
    "report": "governmentdocument grant scientificachievement 科技成果",
    "song": "soundrecording audio",
    "standard": "行业标准",
    "thesis": "dissertationthesis dissertationunpublished thesisunpublished",
    "webpage": "electronicsource onlinedatabase onlinemultimedia",
}
_OF_EXPORT = {word: kind for kind, words in _EXPORTS.items() for word in words.split()}
"""Words of RefWorks, EndNote and NoteExpress; their proceedings are papers in proceedings."""


@lru_cache(maxsize=1024)
def of_export(word: str) -> str:
    """The CSL type of a word of RefWorks, EndNote or NoteExpress, "" if unknown."""
    return _OF_EXPORT.get(_folded(word)) or of_word(word)


@lru_cache(maxsize=1024)
def of_csl(word: str) -> str:
    """The CSL type that a CSL-JSON item names: itself, or the word of Crossref and others."""
    word = word.strip()
    return word if word in CSL_TYPES else of_word(word)


def inferred(*, container: str, doi: str, isbn: str) -> str:
    """The type where the file gives none: an article from a source line or a DOI, else a book."""
    if isbn and not container:
        return "book"
    return "article-journal" if container or doi else ""


def infer(values: dict[str, Any]) -> None:
    """Fill in the type of a record whose file gives none, and that it was inferred."""
    kind = inferred(
        container=values.get("container_title", ""),
        doi=values.get("doi", ""),
        isbn=values.get("isbn", ""),
    )
    values |= {"type": kind, "type_is_inferred": bool(kind)}


def _folded(word: str) -> str:
    word = unicodedata.normalize("NFKC", word).casefold()
    return "".join(c for c in word if c.isalnum())
