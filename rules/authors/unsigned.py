"""Titles of texts that nobody signs: indexes, notices, contents, collective works, meetings."""

from __future__ import annotations

import re

from validator.record import Record
from validator.text.names.particles import word_set
from validator.text.script import has_cjk
from validator.text.unicode import fold

LOOKED_AT = 300  # characters: longer titles are abstracts in the wrong field

# Folded texts: small letters, no marks, words parted by blanks
_WHOLE = word_set(
    "contents|table of contents|index|cover|preface|foreword|introduction|prologue|epilogue"
    "|postscript|dedication|acknowledgment|acknowledgments|acknowledgement|acknowledgements"
    "|appendix|appendices|supplement|glossary|abbreviations|editor|editors|addendum|addenda"
    "|corrections|correction|retraction|retracted|personal note|personal notes|schedule|calendar"
    "|news|newsletter|notice|notices|welcome|new books|new publications|review|reviews|reviewers"
    "|referees|letter|letters|correspondence|biographies|bibliography|participants|contributors"
    "|committees|organizers|organisers|sponsors|minutes|membership|information|questions"
    "|discussion|discussions|session|sessions|panel|panels|the panels|poster|posters|symposium"
    "|workshop|conference|congress|meeting|demonstrations|tutorial|tutorials|exhibitors|exhibits"
    "|abstract|abstracts|summary|program|programs|programme|programmes|contributed papers"
    "|short papers|full papers|poster papers|invited papers|student session|copyright"
    "|vorwort|nachwort|inhalt|inhaltsverzeichnis|register|mitteilungen|einleitung|rezensionen"
    "|impressum|comptes rendus|noticias|notizie|sumario|presentacion|presentation|apresentacao"
    "|introduccion|introducao|introduzione|resena|resenas|resenha|resenhas|recensioni|indice"
    "|введение|содержание|рецензии|хроника|указатель",
    "|",
)
_NUMBER = r"(?:\d+|[ivx]+|[a-z])\b"
_MEETING = r"(?:symposi(?:um|a)|workshops?|conferences?|congress(?:es)?|meetings?)"
_PART = r"(?:(?:\w+ )?(?:issue|volume|section|series|proceedings|session))"
_STARTS = (
    # parts of a volume
    r"(?:authors?|subject|title|keyword|name|cumulat(?:ive|ed)|general|annual|ordering|volume)"
    r" (?:and (?:author|subject|title|keyword|name) )?(?:ind(?:ex|ices)|information)\b",
    r"ind(?:ex|ices) (?:to|of) |contents (?:of|in) (?:vol|this|the|issue|part)",
    r"(?:front|back) ?matter\b|masthead|frontispiece|title page\b|prefatory|afterword\b",
    r"cover (?:page|image|picture|photo|art|story)\b|preface |foreword |prefaces ",
    rf"introduction to (?:the|this) {_PART}|appendix {_NUMBER}|part {_NUMBER} appendices",
    rf"supplement (?:to|{_NUMBER})|supplementary (?:materials?|information|data)\b",
    r"abbreviations (?:and|used)\b|copyright (?:information|notice|page)\b",
    # what editors and societies tell
    r"editorial\b|(?:from the )?editors? (?:s )?(?:note|comment|introduction|page|letter|choice"
    r"|desk|column|preface|foreword|summary|corner|message|remark|report)|from the editors?\b",
    r"(?:note|message|letter)s? from the |welcome (?:to|address|message|from)\b",
    r"notes? (?:for|to) (?:authors|contributors|readers|subscribers|editors?)\b",
    r"obituar|in memoriam\b|in memory of |biographical notes?\b",
    r"corrections? to |errat(?:um|a)\b|corrigend|expression of concern\b",
    r"retract(?:ion|ed) (?:note|notice|of|article|paper)\b|publishers? (?:s )?(?:note|correction)",
    r"announcements?\b|announcing (?:a|our|the) new (?:section|series|journal|column|editors?)\b",
    r"advert(?:isements?|isers|isments?)\b|titles from |calendar of |brief(?:ly noted|\Z)|in brief",
    r"calls? for (?:papers|participat|nominat|proposals|bids|contributions|submissions|abstracts"
    r"|posters|manuscripts|chapters|reviewers|tenders)",
    r"news (?:from|in|notes|items?|briefs?|about) |news and (?:views|notes|comment|events)",
    r"notices? (?:to|board)\b|recent (?:books|publications)\b",
    r"(?:books?|publications?) (?:received|recieved|awaiting|noticed|review|notice)",
    r"(?:list of )?(?:reviewers|referees) (?:for|of|in|reviewers|\d)|reviewer acknowledg",
    r"letters? to (?:the )?editors?\b|bibliograph(?:y|ies) (?:of|on|for) |alphabetic(?:al)? list",
    r"list of |(?:participants|contributors) (?:in|to|list)\b|sponsors |minutes (?:of|from) ",
    r"(?:program(?:me)?|steering|organi[sz]ing|editorial) (?:committee|board)\b",
    r"membership (?:list|application|information|form|directory)",
    r"(?:instructions|guidelines|information) (?:for|to|on) (?:authors|contributors|reviewers"
    r"|submi|subscri)",
    r"reports? (?:from|of) (?:the )?(?:session|chair|committee|president|secretary|treasurer"
    r"|editor|officers?|board|council|annual)",
    r"results of the (?:\w+ ){0,4}(?:survey|election|poll|ballot)\b|departments? of ",
    # meetings
    rf"{_MEETING} (?:{_NUMBER}|on|of the|at the|reports?|summary|abstracts?|program|chairs?"
    r"|announcements?|calendar|agenda|schedule|overview)\b",
    rf"(?:panels?|poster|plenary|oral|student)(?: (?:discussion|session|paper|presentation"
    rf"|abstract)s?)? (?:{_NUMBER}|on\b)|poster and demo|interactive poster",
    r"(?:panel|poster|plenary|oral|student) (?:discussion|session|paper|presentation|abstract)s?\Z",
    rf"(?:panel|session) (?:introduction|summary)\b|(?:sessions?|discussions?) {_NUMBER}",
    r"questions and discussions?\b|tutorial abstracts|papers (?:of|presented) |transcripts? of ",
    rf"abstracts? (?:of|from|for) (?:the|current|papers?|posters?|{_NUMBER})",
    rf"programs? (?:of|for) (?:the )?(?:\w+ ){{0,8}}{_MEETING}|program(?:me)? (?:of the|for \w+\Z)",
    rf"proceedings\b|procs?\b|(?:19|20)\d\d (?:\w+ ){{0,8}}{_MEETING}|information on the ",
    # other languages
    r"vorwort |geleitwort|nachruf|berichtigung|buchbesprechung|aus der redaktion",
    r"sommaire|table des |avant propos|necrologi|actes (?:du|de la|des) |prefacio|prefazione",
    r"editoriale?s?\b|indice (?:general|generale|de|dei|degli|analitico)\b|fe de erratas",
    r"actas (?:del|de la|de las|do|da) |atti (?:del|della|dei) |anais d[oa] ",
    r"предисловие|от (?:редакции|редактора|редколлегии)|указатель |некролог|памяти ",
    r"материалы (?:конференции|симпозиума)",
)
_START = rf"(?:the |an? )?(?:{'|'.join(_STARTS)})"
_INSIDE = "|".join(
    (
        r"\b(?:procee+dings|papers) of |\b(?:conference|workshop|symposium) on ",
        r"\b(?:author|subject) index\b|\bcontents (?:of|in) vol|\btables? of contents\b",
        r"\bvolumes? \d+ (?:numbers?|no|issues?) ?\d+|\bnewsletter\b|\bnews international\b",
        r"\bbook review|\breviewed by |\bobituar|\berratum\b(?! (?:appears|in|published))",
        r"\bcorrigend|\bcalls? for papers\b|\bfinite string\b|\bmembership (?:list|application)",
        r"\bin honou?r of |\bfestschrift\b|\b(?:program|session) schedule\Z|\breprint\Z",
        r"\b(?:site|annual|committee|business) reports?\b|\breports? from session",
        r"\bposters and demo|\bbibliography\Z",
        rf"\d(?:st|nd|rd|th) (?:\w+ ){{0,8}}{_MEETING}|\bannual (?:scientific )?{_MEETING}",
        rf"\b{_MEETING}(?: \w+){{0,2}} (?:19|20)\d\d\Z",
        r"\b(?:iso|iec|ansi|ieee|nist|astm|din|bs|en|gb|gb t) \d+(?: \d+)*\Z",
        r"\bact(?: of)? (?:19|20)\d\d\Z",
        r"\b(?:statistical|census) (?:yearbook|abstract|bulletin|digest|report)\b",
    )
)
_COLLECTIVE = (
    r"\b(?:dictionar(?:y|ies)|encyclopa?edias?|handbook|yearbook|almanac|atlas|catalogu?e|thesaurus"
    r"|bibles?|quran|koran|talmud|torah|upanishads|gazetteer|directory|statistics|census"
    r"|constitution|laws|worterbuch|lexikon|enzyklopadie|handbuch|jahrbuch|adressbuch|verzeichnis"
    r"|dictionnaire|encyclopedie|annuaire|diccionario|dicionario|enciclopedia|dizionario|anuario"
    r"|annuario|woordenboek|slownik|словарь|справочник|энциклопедия|ежегодник|атлас|библия|каталог"
    r"|holy)\b|\b(?:code|act) of "
)
"""Whole works of many hands, or of none."""

# Chinese, Japanese and Korean titles as they stand, without blanks
_CJK_START = (
    r"前言|[代自]?序言?\Z|编者按|編者按|卷首|卷末|刊首|发刊|發刊|更正|勘误|勘誤|正誤|目录|目錄|目次|"
    r"总目|總目|索引|征稿|徵稿|编后|編後|封面|封底|版权|讣告|悼念|公告|稿约|本刊|声明|聲明|启事|啟事|"
    r"通知\Z|消息\Z|书讯|简讯|簡訊|会议(?:通知|纪要|消息)|中华人民共和国|\S{1,5}(?<![方办])法\Z|"
    r"まえがき|はじめに|あとがき|編集後記|編集にあたって|巻頭言|お知らせ|会告|執筆者|"
    r"머리말|서문|목차|공지|정오|편집후기|발간사"
)
_CJK_END = (
    r"(?:索引|征稿|徵稿|启事|啟事|通知|纪要|紀要|消息|简讯|簡訊|书讯|编后|声明|聲明|讣告|公告|稿约|须知|"
    r"动态|動態|条例|規定|规定|标准|標準|召开|閉幕|闭幕|总目|總目|目录|目錄|勘误|勘誤|更正|启示|卷首语)\Z"
)
_CJK_COLLECTIVE = (
    r"年鉴|年鑑|辞典|辭典|词典|詞典|字典|百科|手册|手冊|史料|文集|全集|全书|全書|論文集|论文集|汇编|彙編|"
    r"地图|地圖|圖集|图集|经\Z|經\Z|圣经|聖經|诗经|論語|论语|事典|年報|名鑑|사전|연감|편람|총서"
)

# Titles as they stand, capitals and points with them
_CAPITALISED = r"(?:the|of|and|for|in|on|[A-Z][\w-]*)"
_BODY = (
    r"(?:The )?(?:Cent(?:er|re)|Consortium|Institute|Committee|Ministry|University|Commission)"
    rf" (?:of|for|on)(?: {_CAPITALISED}){{1,8}}\Z|.*\b(?:Inc|LLC|Ltd|GmbH|Corp)\.?\Z"
)
"""The name of an institution, or of a firm: what is told of it is unsigned."""
_CASE_OR_LABEL = r"[A-Z][^:?!]{2,60} v\. [A-Z]|Corrections?:"
_OF_A_MEETING = (
    r"\b(?:Association|Society|College|Congress|Federation)\b.* [A-Z]{2,8} (?:19|20)\d\d\W?\Z"
)
"""The meeting of a society under its acronym and year: "..., ANPA 2011"."""


_PROJECT = r"(?=\S*[A-Z.]\S*[A-Z])[^\s:]{2,} [-–—] \S"
"""A project's name, a dash, and what it stands for: posters of projects are unsigned."""


def is_unsigned(record: Record) -> bool:
    """Whether the title is that of a text without an author, or of what is shown at a meeting."""
    title = record.title[:LOOKED_AT]
    if has_cjk(title) and _is_unsigned_cjk("".join(title.split()), record.type):
        return True
    folded = fold(title)
    if not folded or folded in _WHOLE:
        return True
    if re.match(_START, folded) or re.search(_INSIDE, folded):
        return True
    if record.type == "book" and re.search(_COLLECTIVE, folded):
        return True
    if record.type == "paper-conference" and _names_a_thing(record):
        return True
    return bool(
        re.match(_BODY, title) or re.match(_CASE_OR_LABEL, title) or re.search(_OF_A_MEETING, title)
    )


def _is_unsigned_cjk(title: str, kind: str) -> bool:
    if re.match(_CJK_START, title) or re.search(_CJK_END, title):
        return True
    return kind == "book" and re.search(_CJK_COLLECTIVE, title) is not None


def _names_a_thing(record: Record) -> bool:
    """Whether a piece of a meeting names an exhibitor, or a project by a word or an acronym."""
    title = record.title
    one_word = " " not in title and title.upper() != title.lower() and not has_cjk(title)
    project = re.match(_PROJECT, title) is not None
    return one_word or project or "xhibit" in record.container_title
