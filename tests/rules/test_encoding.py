"""The rules about text meet whatever is in a file: they never raise, and are never slow."""

from __future__ import annotations

import pytest
from families import codes, found
from hypothesis import given, settings
from hypothesis import strategies as st
from patience import soon

from validator.asking import run
from validator.config import Settings
from validator.packs import load_rules
from validator.record import Field, Name, Provenance, Record
from validator.registry import RULES, Scope

load_rules()
DEFAULTS = Settings()

FAMILIES = ("ENC", "VAL", "KEY", "CLC", "REC")
MINE = [
    code
    for code, rule in sorted(RULES.items())
    if code.startswith(FAMILIES) and rule.scope is Scope.RECORD
]
PIECES = [
    "\udcff",
    "\x00",
    "<p>",
    "&amp;",
    "\\'e",
    "{",
    "$",
    "Ã©",
    "\u200b",
    "a\u0308",
    "NA",
    "1",
    ";",
]
TEXT = st.lists(st.sampled_from(PIECES) | st.text(st.characters(), max_size=3)).map("".join)


def filled(text: str, form: str = "ris") -> Record:
    """A record with a text in every place where a rule looks."""
    return Record(
        title=text,
        author=(Name(family=text, given=text), Name(literal=text)),
        container_title=text,
        publisher=text,
        volume=text,
        page=text,
        doi=text,
        keyword=(text, "1", "diabetes"),
        classification=text,
        affiliation=(text,),
        abstract=f"{text} 1 diabetes",
        note=text,
        raw=(Field("classification", text, "note"), Field("crossref", text)),
        provenance=Provenance(format=form),
    )


@pytest.mark.parametrize("code", MINE)
@given(text=TEXT)
@settings(max_examples=40)
def test_any_text_is_judged(code: str, text: str) -> None:
    """No rule raises, and what it gives as value is what stands there."""
    record = filled(text)
    for finding in run(RULES[code], record, DEFAULTS):
        assert isinstance(finding.message, str)
        assert finding.suggestion is None or finding.suggestion != finding.value


@pytest.mark.parametrize("code", MINE)
@given(text=TEXT)
@settings(max_examples=40)
def test_a_suggestion_for_a_title_settles_it(code: str, text: str) -> None:
    record = Record(title=text, provenance=Provenance(format="ris"))
    found = [f for f in run(RULES[code], record, DEFAULTS) if f.suggestion is not None]
    if found:
        mended = record.with_value("title", found[0].suggestion or "")
        again = [f.template for f in run(RULES[code], mended, DEFAULTS)]
        assert found[0].template not in again


@pytest.mark.parametrize("code", MINE)
@pytest.mark.parametrize(
    "worst",
    [
        *(
            "a",
            " ",
            "中",
            "<",
            "<p",
            "<a ",
            "&",
            "&amp;",
            "\\",
            "\\'",
            "{",
            "$",
            "?",
            "-",
            "1",
            "Ã",
        ),
        *(
            "é\u00a0»",
            "_(",
            "~(",
            "H_",
            "Co",
            "1.1",
            "(汉",
            "[",
            "\u200b",
            "\x00",
            "|收藏",
            "\n",
            ", ",
        ),
        *("e\u0301", "Мa", "αa", "http://", "，", "IF", "SCI", "\udcff", "T1.", "\u00a0 "),
    ],
)
def test_is_quick_on_long_text(code: str, worst: str) -> None:
    record = filled(worst * (100_000 // len(worst)))
    with soon():
        for _ in run(RULES[code], record, DEFAULTS):
            pass


def test_findings_of_a_list_say_which_value() -> None:
    record = Record(author=(Name("Li", "Na"), Name("MÃ¼ller", "Eva")), keyword=("a", "R&amp;D"))
    found = {
        f.variable: f.index
        for code in ("ENC001", "ENC004")
        for f in run(RULES[code], record, DEFAULTS)
    }
    assert found == {"author": 1, "keyword": 1}


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        (Name("Mu\u0308ller", "Eva"), True),
        (Name("Mu\u0308ller", "Eva", orcid="0000-0002-1825-0097"), False),  # it would be lost
    ],
)
def test_a_name_is_mended_unread_only_where_it_loses_nothing(name: Name, safe: bool) -> None:
    (finding,) = run(RULES["ENC007"], Record(author=(name,)), DEFAULTS)
    assert finding.safe is safe


def test_layout_of_a_list_of_keywords_of_the_seed() -> None:
    """The page that started it all: one finding, and a fix that may be applied unread."""
    record = Record(
        title="Transplantation of cells in type 1 diabetes",
        keyword=(
            *("Mesenchymal stromal cells", "Type", "1", "diabetes"),
            *("Transplantation", "beta cell function"),
        ),
        classification="Q813 [细胞工程];",
        abstract="Preservation of beta cell function in type 1 diabetes (T1D).",
    )
    (finding,) = [f for code in MINE for f in run(RULES[code], record, DEFAULTS)]
    assert finding.safe
    assert finding.suggestion == (
        "Mesenchymal stromal cells; Type 1 diabetes; Transplantation; beta cell function"
    )


RIGHT = [
    ("José, NÃO, SÃO PAULO", "Portuguese capitals"),
    ("IRMÃ”", "a closing quote behind a capital"),
    ("« liberté\u00a0» — CAFÉ™", "signs behind capitals"),
    ("Ježíš“, kříž…", "Czech letters before marks"),
    ("ČŠŘ, Úžasný", "Czech capitals side by side"),
    ("BĂŞ, Ăl", "Romanian letters"),
    ("Ăsta e „mărul”…", "Romanian"),
    ("100 Å² at 1.54 Å±0.01", "a unit with a power"),
    ("Рік і Різдво, Свічка", "Р and С before і"),
    ("СССР и РСФСР", "Р and С only"),
    ("ДНК-microarray и PCR-анализ", "two scripts with a hyphen"),
    ("XIXв., PCах, SQLом", "an ending behind an acronym"),
    ("Ξένος, ΞΟΑΝΟ", "Greek capitals"),
    ("Βίβλος Ότι Ώρα", "Greek with accents"),
    ("طبيعة وظلال", "Arabic letters that begin misread text"),
    ("เธอ เน้น", "Thai that begins so"),
    ("鏁 is a rare character, 涓涓细流", "rare Han, and one that misread text is full of"),
    ("涓涓细流与滔滔江水", "the same word in a sentence"),
    ("锟", "one character of a sign of loss"),
    ("├── a tree of folders", "box drawing"),
    ("√2, √x and O(√n)", "roots"),
    ("¬P → ¬Q, ¬(P ∧ Q)", "negations"),
    ("ÄÖÜ äöü", "letters in a row"),
    ("æøå", "letters in a row"),
    ("Ðað", "Icelandic"),
    ("α, β, γ, δ", "Greek letters alone"),
    ("Research & Development; a survey", "& and ;"),
    ("&c.; &c.", "et cetera"),
    ("Text in <angle brackets>", "words in brackets"),
    ("if a<b then c>d", "comparisons"),
    ("10<sup>5</sup> <i>cells</i>", "what CSL sets"),
    ('<span class="nocase">iPhone</span> 研究', "what CSL sets"),
    ("Bounds of $\\alpha$ and $x_{n}^2$", "formulas between dollars"),
    ("C:\\temp\\users", "a path"),
    ("A \\ B in sets", "a backslash"),
    ("می\u200cخواهم", "a joiner in Persian"),
    ("क्\u200dष", "a joiner in Devanagari"),
    ("👩\u200d🔬", "a joiner in an emoji"),
    ("Qui\u00a0? «\u202fLui\u202f»", "no-break blanks in French"),
    ("葛\U000e0100飾区", "a variation selector"),
    ("שלום\u200f - a greeting", "a mark of direction"),
    ("\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f flags", "England"),
    ("x\u0303, ɔ\u0303", "no composed form"),
    ("β-cells, TNFα, NFκB, Hα", "Greek letters as symbols"),
    ("Влияние ZnO на GaN", "whole words of either script"),
    ("伊藤　博文", "an ideographic blank"),
    ("武威汉简□□释文", "a gap in a manuscript"),
    ("□p → ◇p", "operators"),
    ("Why??? A study", "emphasis"),
    ("1998~2001, ~5 kg", "tildes"),
    ("file_3, H_0 and snake_case", "underscores"),
]


@pytest.mark.parametrize(("text", "why"), RIGHT, ids=[ascii(row[0]) for row in RIGHT])
@pytest.mark.parametrize("variable", ["title", "container_title", "abstract"])
def test_right_text_is_left(text: str, why: str, variable: str) -> None:
    values = {"title": "A title", variable: text}
    said = {c for c in codes(Record(**values)) if c.startswith("ENC")}  # type: ignore[arg-type]
    assert said == set(), why


def test_compatibility_ideographs_are_no_fault_of_the_normal_form() -> None:
    """Though NFC would replace them: ENC009 tells of them, and ENC007 does not."""
    said = {c for c in codes(Record(title="\uf900 \U0002f800")) if c.startswith("ENC")}
    assert said == {"ENC009"}


def misread(text: str, written: str, read_as: str) -> str:
    return text.encode(written).decode(read_as)


def cp1252(text: str) -> str:
    """UTF-8 as the world decodes it by Windows-1252."""
    return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in text.encode("utf-8"))


WRONG = [
    # ENC001: named, decimal, hexadecimal, twice, cut off
    ("Research &amp; Development", "ENC001", "Research & Development"),
    ("A &lt; B", "ENC001", "A < B"),
    ("caf&eacute;", "ENC001", "café"),
    ("S&atilde;o Paulo", "ENC001", "São Paulo"),
    ("M&uuml;ller &amp; S&ouml;hne", "ENC001", "Müller & Söhne"),
    ("Dvo&rcaron;&aacute;k", "ENC001", "Dvořák"),
    ("&quot;Hamlet&quot;", "ENC001", '"Hamlet"'),
    ("&ldquo;Hamlet&rdquo;", "ENC001", "“Hamlet”"),
    ("1990&ndash;1999", "ENC001", "1990–1999"),
    ("it&apos;s", "ENC001", "it's"),
    ("it&#39;s", "ENC001", "it's"),
    ("it&#8217;s", "ENC001", "it’s"),
    ("it&#x2019;s", "ENC001", "it’s"),
    ("S&#227;o", "ENC001", "São"),
    ("&#x4E2D;&#22269;", "ENC001", "中国"),
    ("&#12487;&#12540;&#12479;", "ENC001", "データ"),
    ("&#54620;&#44397;", "ENC001", "한국"),
    ("&#1055;&#1088;&#1080;", "ENC001", "При"),
    ("&#1575;&#1604;&#1604;&#1594;&#1577;", "ENC001", "اللغة"),
    ("&alpha;-synuclein", "ENC001", "α-synuclein"),
    ("5 &mu;m", "ENC001", "5 μm"),
    ("R&amp;amp;D", "ENC001", "R&D"),
    ("S&amp;#227;o", "ENC001", "São"),
    ("R&amp;amp;amp;D", "ENC001", "R&D"),
    ("大学&nbsp;学报", "ENC001", "大学 学报"),
    ("A&nbsp;&nbsp;B", "ENC001", "A B"),
    ("&nbsp;A title", "ENC001", "A title"),
    ("co&shy;operation", "ENC001", "cooperation"),
    ("Hamlet &amp", "ENC001", "Hamlet &"),
    ("&quot;Hamlet&quot", "ENC001", '"Hamlet"'),
    ("&Atilde;&copy;tude", "ENC001", "étude"),
    ("Jose&#769;", "ENC001", "José"),
    ("5 &#8486;", "ENC001", "5 Ω"),
    # ENC002
    ("<jats:p>Methods</jats:p>", "ENC002", "Methods"),
    ("<jats:title>Abstract</jats:title><jats:p>One</jats:p>", "ENC002", "Abstract One"),
    ("<p>目的</p><p>方法</p>", "ENC002", "目的 方法"),
    ("One<br/>two", "ENC002", "One two"),
    ("One<br>two", "ENC002", "One two"),
    ("<b>One</b><div>two</div>", "ENC002", "<b>One</b> two"),
    ("The <scp>GABA</scp> receptor", "ENC002", "The GABA receptor"),
    ("<em>E. coli</em> growth", "ENC002", "<i>E. coli</i> growth"),
    ("<italic>E. coli</italic> growth", "ENC002", "<i>E. coli</i> growth"),
    ("<strong>Bold</strong> text", "ENC002", "<b>Bold</b> text"),
    ("H<inf>2</inf>O", "ENC002", "H<sub>2</sub>O"),
    ("<jats:italic>Drosophila</jats:italic>", "ENC002", "<i>Drosophila</i>"),
    ("CO<jats:sub>2</jats:sub>", "ENC002", "CO<sub>2</sub>"),
    ('<a href="https://example.org">Link</a> text', "ENC002", "Link text"),
    ('<span style="color:red">Red</span>', "ENC002", "Red"),
    ("<font size=2>Small</font>", "ENC002", "Small"),
    ("<u>Исследование</u> вопроса", "ENC002", "Исследование вопроса"),
    ("<title>한국어 연구</title>", "ENC002", "한국어 연구"),
    ("A title<script>alert(1)</script>", "ENC002", "A title"),
    ("一项研究<img src=x onerror=alert(1)>", "ENC002", "一项研究"),
    ("<mml:math><mml:mi>x</mml:mi></mml:math>", "ENC002", None),
    ("<TEX>$x$</TEX> 연구", "ENC002", None),
    ("<!-- comment --><p>One</p>", "ENC002", "One"),
    ("<![CDATA[One]]><p>two</p>", "ENC002", "One two"),
    # ENC003
    ('M{\\"u}ller', "ENC003", "Müller"),
    ('M\\"{u}ller', "ENC003", "Müller"),
    ('M\\"uller', "ENC003", "Müller"),
    ("Garc{\\'\\i}a", "ENC003", "García"),
    ("\\v{S}koda", "ENC003", "Škoda"),
    ("Fran\\c{c}ois", "ENC003", "François"),
    ("Stra{\\ss}e", "ENC003", "Straße"),
    ("{\\O}rsted", "ENC003", "Ørsted"),
    ("{\\AA}rhus", "ENC003", "Århus"),
    ("Ji{\\v{r}}{\\'i}", "ENC003", "Jiří"),
    ("\\~nandu and \\^ile", "ENC003", None),
    ("R\\&D", "ENC003", "R&D"),
    ("R\\\\&D", "ENC003", "R&D"),
    ("100\\% cotton", "ENC003", "100% cotton"),
    ("snake\\_case", "ENC003", "snake_case"),
    ("\\#MeToo", "ENC003", "#MeToo"),
    ("\\emph{E. coli} growth", "ENC003", "E. coli growth"),
    ("\\textit{Fast and Slow}: 研究", "ENC003", "Fast and Slow: 研究"),
    ("\\textbf{Bold}", "ENC003", "Bold"),
    ("{\\em in vivo}", "ENC003", "in vivo"),
    ("{\\it in vitro} исследование", "ENC003", "in vitro исследование"),
    ("1990\\textendash{}1999", "ENC003", "1990–1999"),
    ("\\LaTeX{} for all", "ENC003", "LaTeX for all"),
    ("And so on\\ldots", "ENC003", None),
    ("\\alpha-particles", "ENC003", None),
    ("\\mathcal{O}(n)", "ENC003", None),
    ("Jos\\'e", "ENC003", None),
    ("P\\'erez", "ENC003", None),
    ("It\\'s", "ENC003", "It's"),
    ('A \\"test\\"', "ENC003", 'A "test"'),
    ("\\documentclass{article}", "ENC003", None),
    ("See \\cite{knuth}", "ENC003", None),
    # ENC004
    (cp1252("José de São Paulo"), "ENC004", "José de São Paulo"),
    (cp1252("don’t – “stop”…"), "ENC004", "don’t – “stop”…"),
    (cp1252("Łódź, Dvořák"), "ENC004", "Łódź, Dvořák"),
    (cp1252("中国数字人文"), "ENC004", "中国数字人文"),
    (cp1252("データベース"), "ENC004", "データベース"),
    (cp1252("한국어 연구"), "ENC004", "한국어 연구"),
    (cp1252("История России"), "ENC004", "История России"),
    (cp1252("Ελληνικά"), "ENC004", "Ελληνικά"),
    (cp1252("اللغة العربية"), "ENC004", "اللغة العربية"),
    (cp1252("ภาษาไทย"), "ENC004", "ภาษาไทย"),
    (cp1252("हिन्दी"), "ENC004", "हिन्दी"),
    (cp1252("😀 emoji"), "ENC004", "😀 emoji"),
    (cp1252(cp1252("Müller")), "ENC004", "Müller"),
    (cp1252(cp1252("中国")), "ENC004", "中国"),
    (misread("José", "utf-8", "latin-1"), "ENC004", "José"),
    (misread("中国数字人文", "utf-8", "latin-1"), "ENC004", "中国数字人文"),
    (misread("José a Müller", "utf-8", "cp1250"), "ENC004", "José a Müller"),
    (misread("Łódź a Dvořák", "utf-8", "iso8859-2"), "ENC004", "Łódź a Dvořák"),
    (misread("José and Müller", "utf-8", "mac_roman"), "ENC004", "José and Müller"),
    (misread("don’t stop", "utf-8", "mac_roman"), "ENC004", "don’t stop"),
    (misread("José and Müller", "utf-8", "cp437"), "ENC004", "José and Müller"),
    (misread("Müller", "utf-8", "cp850"), "ENC004", "Müller"),
    (misread("Пример", "utf-8", "cp1251"), "ENC004", "Пример"),
    (misread("José", "utf-8", "cp1251"), "ENC004", "José"),
    (misread("Пример", "utf-8", "koi8-r"), "ENC004", "Пример"),
    (misread("Пример", "utf-8", "cp866"), "ENC004", "Пример"),
    (misread("Ελληνική", "utf-8", "cp1253"), "ENC004", "Ελληνική"),
    (misread("اللغة العربية", "utf-8", "cp1256"), "ENC004", "اللغة العربية"),
    (misread("ภาษา", "utf-8", "cp874"), "ENC004", "ภาษา"),
    (misread("数字人文研究综述", "utf-8", "gbk"), "ENC004", "数字人文研究综述"),
    (misread("Müller", "utf-8", "gbk"), "ENC004", "Müller"),
    (misread("José", "utf-8", "gbk"), "ENC004", "José"),
    (misread("naïve", "utf-8", "cp949"), "ENC004", "naïve"),
    (misread("中国文化研究", "gbk", "latin-1"), "ENC004", "中国文化研究"),
    (misread("한국의 문화와 사회", "euc-kr", "latin-1"), "ENC004", "한국의 문화와 사회"),
    (misread("日本の歴史", "euc-jp", "latin-1"), "ENC004", "日本の歴史"),
    (misread("日本の歴史", "shift_jis", "latin-1"), "ENC004", "日本の歴史"),
    (misread("История России", "cp1251", "latin-1"), "ENC004", "История России"),
    (misread("История России", "koi8-r", "latin-1"), "ENC004", "История России"),
    (misread("История России", "koi8-r", "cp1251"), "ENC004", "История России"),
    (misread("История России", "cp1251", "koi8-r"), "ENC004", "История России"),
    (misread("Ελληνική γλώσσα", "cp1253", "latin-1"), "ENC004", "Ελληνική γλώσσα"),
    (misread("Müller", "latin-1", "cp1251"), "ENC004", "Müller"),
    (misread("théorie", "mac_roman", "latin-1"), "ENC004", "théorie"),
    (misread("don’t", "cp1252", "latin-1"), "ENC004", "don’t"),
    (misread("dépendance", "cp850", "latin-1"), "ENC004", "dépendance"),
    # ENC005
    ("Jos\ufffd", "ENC005", None),
    ("中国\ufffd\ufffd研究", "ENC005", None),
    ("Josï¿½", "ENC005", None),
    ("锟斤拷锟斤拷", "ENC005", None),
    ("烫烫烫烫", "ENC005", None),
    ("屯屯屯屯", "ENC005", None),
    ("Jos&#65533;", "ENC005", None),
    ("Jos&#xFFFD;", "ENC005", None),
    ("M\udcfcller", "ENC005", None),
    ("的\ue5f1研究", "ENC005", None),
    ("\uf0b7 One", "ENC005", None),
    ("???? ?????? ????", "ENC005", None),
    ("?????????? 2005", "ENC005", None),
    ("M□ller", "ENC005", None),
    # ENC006
    ("co\u00adoperation", "ENC006", "cooperation"),
    ("中国\u200b研究", "ENC006", "中国研究"),
    ("\ufeffTitles", "ENC006", "Titles"),
    ("Titles\u200e", "ENC006", "Titles"),
    ("pay\u200cpal", "ENC006", "paypal"),
    ("a\u202etxt.exe", "ENC006", "atxt.exe"),
    ("Пример\u2066 текста", "ENC006", "Пример текста"),
    ("한국어\u2060 연구", "ENC006", "한국어 연구"),
    ("one\u2028two", "ENC006", "one two"),
    ("one\u2029two", "ENC006", "one two"),
    ("one\x0btwo", "ENC006", "one two"),
    ("defined\x02 by", "ENC006", "defined by"),
    ("a\x00b", "ENC006", None),
    ("de\x02ned", "ENC006", None),
    ("Titles\x7f", "ENC006", "Titles"),
    ("a\ufff9b\ufffac\ufffb", "ENC006", "abc"),
    ("a\u00a0 \u00a0b", "ENC006", "a b"),
    ("x\u180ey", "ENC006", "xy"),
    ("データ\u200d研究", "ENC006", "データ研究"),
    # ENC007
    ("Mu\u0308ller", "ENC007", "Müller"),
    ("Jose\u0301", "ENC007", "José"),
    ("c\u0327a", "ENC007", "ça"),
    ("Nguye\u0302\u0303n Thi\u0323", "ENC007", "Nguyễn Thị"),
    ("か\u3099き\u3099", "ENC007", "がぎ"),
    ("ハ\u309aリ", "ENC007", "パリ"),
    ("\u1112\u1161\u11ab\u1100\u116e\u11a8", "ENC007", "한국"),
    ("и\u0306од", "ENC007", "йод"),
    ("е\u0308лка", "ENC007", "ёлка"),
    ("α\u0301", "ENC007", "ά"),
    ("ا\u0653ن", "ENC007", "آن"),
    ("5 \u2126", "ENC007", "5 Ω"),
    ("3 \u212b", "ENC007", "3 Å"),
    ("300 \u212a", "ENC007", "300 K"),
    # ENC008
    ("\u0421ancer", "ENC008", "Cancer"),
    ("Rec\u043egnition", "ENC008", "Recognition"),
    ("M\u0430chine", "ENC008", "Machine"),
    ("\u0391spirin", "ENC008", "Aspirin"),
    ("Caнкт-Петербург", "ENC008", "Санкт-Петербург"),
    ("Poccия", "ENC008", "Россия"),
    ("библиoграфия", "ENC008", "библиография"),
    ("Kαλημέρα", "ENC008", "Καλημέρα"),
    ("значение p\u041d", "ENC008", None),
    # ENC010
    (" A title", "ENC010", "A title"),
    ("A title ", "ENC010", "A title"),
    ("A  title", "ENC010", "A title"),
    ("A\ttitle", "ENC010", "A title"),
    ("A broken\n title", "ENC010", "A broken title"),
    ("A broken\r\ntitle", "ENC010", "A broken title"),
    ("　中国研究", "ENC010", "中国研究"),
    ("中国研究　", "ENC010", "中国研究"),
    ("中国数字\n人文", "ENC010", "中国数字人文"),
    ("한국어\n연구", "ENC010", "한국어 연구"),
    ("\u00a0Titles", "ENC010", "Titles"),
    ("Пример  заглавия", "ENC010", "Пример заглавия"),
    # ENC011, ENC012
    ("水中Ca~(2+)的测定", "ENC011", "水中Ca²⁺的测定"),
    ("H_3PO_4活化", "ENC011", "H₃PO₄活化"),
    ("IC_(50)的测定", "ENC011", "IC₅₀的测定"),
    ("~(18)O与δ~(13)C", "ENC011", None),
    ("10~(-5) mol", "ENC011", "10⁻⁵ mol"),
    ("Fe_2O_3催化", "ENC011", "Fe₂O₃催化"),
    ("K_(ATP)通道", "ENC011", None),
    ("碳排放权交易研究 认领 被引量：2", "ENC012", "碳排放权交易研究"),
    ("碳排放权交易研究 收藏 引用", "ENC012", "碳排放权交易研究"),
    ("碳排放权交易研究\n下载\n", "ENC012", "碳排放权交易研究"),
    ("碳排放权交易研究 下载次数：15", "ENC012", "碳排放权交易研究"),
]


@pytest.mark.parametrize(
    ("text", "code", "suggestion"), WRONG, ids=[f"{row[1]}-{row[0]!a}" for row in WRONG]
)
def test_wrong_text_is_found(text: str, code: str, suggestion: str | None) -> None:
    said = [f for c, f in found(Record(title=text)) if c == code]
    assert said
    if suggestion is not None:
        assert suggestion in [f.suggestion for f in said]


@pytest.mark.parametrize("variable", ["container_title", "publisher", "abstract"])
@pytest.mark.parametrize(
    "code", ["ENC001", "ENC002", "ENC003", "ENC004", "ENC006", "ENC007", "ENC008"]
)
def test_other_texts_are_read_too(code: str, variable: str) -> None:
    for text, wanted, _ in WRONG:
        if wanted == code:
            assert code in codes(Record(title="A title", **{variable: text}))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text", [row[0] for row in WRONG], ids=[f"{row[1]}-{row[0]!a}" for row in WRONG]
)
def test_each_suggestion_settles_its_finding_and_raises_no_other(text: str) -> None:
    record = Record(title=text)
    said = found(record)
    before = {code for code, _ in said}
    for code, finding in said:
        if finding.suggestion is None:
            continue
        mended = finding.mend(record)
        again = found(mended)
        assert finding.template not in [f.template for c, f in again if c == code]
        assert {c for c, _ in again} <= before
