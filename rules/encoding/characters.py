"""Characters that are wrong, lost, invisible or not in their normal form."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import is_normalized

from validator.finding import Finding, Severity
from validator.record import Name, Record
from validator.registry import Example, Examples, rule
from validator.text.mojibake import is_misread, is_proved, may_be_misread, repair
from validator.text.patterns import lazy
from validator.text.unicode import collapse, composed, unusual

from ._texts import changed, keeps_all, texts  # noqa: TID251 - of this family


def titled(title: str, *says: str, suggests: str | None = None, language: str = "") -> Example:
    return Example(Record(title=title, language=language), says, suggests)


MISREAD = "text of one charset read in another"


def _mojibake() -> Examples:
    return (
        titled("José, NÃO, SÃO PAULO"),
        titled("« liberté\u00a0», KŘÍŽ, Úžasný, „Spaß“"),
        titled("Ångström: 1.54 Å±0.01"),
        titled("β-cells"),
        titled("中国“数字人文”研究……（二）"),
        titled("日本の歴史・概説"),
        titled("한국어 Пример اللغة"),
        titled("氟尿嘧啶与饕餮纹 (鸬鹚)"),  # rare Han are no other charset
        titled("JEŽÍŠOVA, Vote’n’Rank"),
        titled("Das Zeichen “Ä”, »Ë«, „Ö, Ï“ und « Ä »"),  # the other mark was read right
        titled("JosÃ© de SÃ£o Paulo", MISREAD, suggests="José de São Paulo"),
        titled("donâ€™t", MISREAD, suggests="don’t"),
        titled("Î²-cells", MISREAD, suggests="β-cells"),
        titled("ä¸­å›½", MISREAD, suggests="中国"),
        titled("ã\u0083\u0087ã\u0083¼ã\u0082¿", MISREAD, suggests="データ", language="ja"),
        titled("í•œêµ\u00adì–´", MISREAD, suggests="한국어", language="ko"),
        titled("ÐŸÑ€Ð¸Ð¼ÐµÑ€", MISREAD, suggests="Пример"),
        titled("Ø§Ù„Ù„ØºØ©", MISREAD, suggests="اللغة"),
        titled("JosĂ© a MĂĽller", MISREAD, suggests="José a Müller"),  # read as Windows-1250
        titled("Jos√© and M√ºller", MISREAD, suggests="José and Müller"),  # as Mac Roman
        titled("РџСЂРёРјРµСЂ", MISREAD, suggests="Пример"),  # as Windows-1251
        titled("鏁板瓧浜烘枃", MISREAD, suggests="数字人文"),  # as GBK
        titled("ÖÐ¹úÎÄ»¯", MISREAD, suggests="中国文化"),  # GBK read as Latin-1
        titled("ÐÌ·¨", MISREAD, suggests="刑法"),
        titled("¦æ¬Fªk·§­n", MISREAD, suggests="行政法概要"),  # Big5
        titled("笢弊陔恓", MISREAD, suggests="中国新闻", language="zh"),  # GBK read as Big5
        titled(
            "擔杮偺愳偲曢傜偟", MISREAD, suggests="日本の川と暮らし", language="ja"
        ),  # Shift_JIS read as GBK
        titled(
            "数字人文 / 鏁板瓧浜烘枃", MISREAD, suggests="数字人文 / 数字人文"
        ),  # one part of it
        titled("鏁板瓧浜烘枃瀛?", MISREAD),  # a byte was lost
        titled("Ïðèìåð", MISREAD, suggests="Пример"),
        titled("don\x92t stop", MISREAD, suggests="don’t stop"),
        titled("th\x8eorie", MISREAD, suggests="théorie"),  # Mac Roman read as Latin-1
        Example(Record(author=(Name("MÃ¼ller", "Eva"),)), (MISREAD,), suggests="Müller, Eva"),
    )


@rule(
    "ENC004", "mojibake", severity=Severity.ERROR, examples=_mojibake, beyond_ascii=may_be_misread
)
def mojibake(record: Record) -> Iterator[Finding]:
    """A text was written in one charset and read in another ("JosÃ©").

    Why: the value is unreadable and is found under no spelling; each further conversion makes
    it worse.

    Not found: accented capitals before closing quotes and signs, as clean texts of any language
    have them; single letters whose reading is open ("Î˛" in Windows-1250); names and titles of
    two or three Han read in another charset of East Asia. Where bytes were lost, or two readings
    are as likely, nothing is suggested; U+FFFD is the matter of ENC005.

    Source: the bytes themselves: UTF-8 read in a charset of Europe or East Asia is valid UTF-8
    again, and of the readings of other charsets one alone is made of the usual letters of its
    language (Unihan kHanyuPinlu, kHangul; the first levels of GB 2312, Big5, JIS X 0208 and KS X
    1001). A suggestion, misread again, gives the very value it is for; it is safe where all of
    the value is UTF-8 read as Latin-1 or Windows-1252.
    """
    for variable, index, value in texts(record):
        mended = repair(value)
        if mended is None and ("\ufffd" in value or not is_misread(value)):
            continue
        safe = mended is not None and is_proved(value, mended)
        yield Finding(
            variable,
            MISREAD,
            value=value,
            suggestion=mended,
            safe=safe and (index is None or keeps_all(record, variable, index)),
            index=index,
        )


# Letters of alphabets: between Han □ is the gap of a manuscript, beside one letter an operator.
_LETTER = "[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff\u1e00-\u1fff]"
_SMALL = "[a-z\u00df-\u00f6\u00f8-\u024f\u03ac-\u03ce\u0430-\u045f\u1e00-\u1fff]"
_LOST = lazy(
    "\ufffd|锟斤拷|烫烫烫|屯屯屯|占쏙옙|嚙踝蕭|鐃緒申|ｿｽ[^\uff61-\uff9f]?ｿｽ|пїЅ|О©╫|ï¿½|ÔøΩ|&#(?:65533|[xX][fF]{3}[dD]);"
    f"|(?<={_LETTER})[□▯](?={_SMALL})|(?<={_SMALL}{{2}})[□▯](?!\\w)|(?<!\\S)[□▯](?={_SMALL}{{3}})"
)
_UNDECODED = lazy("[\ud800-\udfff]")
_SEEN_LOST = lazy(
    "[\ufffd□▯\ud800-\udfff\ue000-\uf8ff\U000f0000-\U0010ffff]|锟斤|烫烫|屯屯|占쏙|嚙踝|鐃緒"
    "|ｿｽ|пїЅ|О©╫|ï¿½|ÔøΩ"
)
_PRIVATE = lazy("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_FIRST = lazy(r"\W{0,3}\?{4}")
_UNKNOWN = lazy(r"\?{4}\s*(?:,[^?]*)?$")  # before a comma it stands for a whole part
_IN_WORDS = lazy(r"(?<=[a-z])\?(?=[a-z])")
# Several bytes lost: no question ends before them, as "真的吗" does, and no sentence begins behind.
_WITHIN = lazy(
    r"(?<=[^\W\d_A-Z])(?<![吗嗎呢么麼吧啊呀谁誰何か까요])\?{2,}"
    r"(?=[\u00df-\u00f6\u00f8-\u00ff\u0430-\u045f\u03ac-\u03ce\u0590-\u0dff\u3041-\u9fff\uac00-\ud7a3a-z])"
)
_HAN = "[\u4e00-\u9fff]"
_IN_HAN = lazy(rf"(?<={_HAN})\?(?={_HAN})")
_AFTER_ONE = lazy(rf"(?<!{_HAN}){_HAN}\?(?={_HAN}{{2}})")
_ASKED = lazy(r"[吗嗎呢么麼吧啊呀谁誰何哪几幾怎否岂豈孰]|还是|還是|(.)不\1|多少|难道|難道|か|\?\Z")
_RUN_AT_END = lazy(r"\?{3}\s*\Z")
_LONGEST_ASKED = 300  # characters of a text of which one question mark can tell
_QUESTIONS = lazy(r"\?{3}")
LOST = "a character was lost, and a sign stands for it"
LOST_IN = "a character was lost, and a sign stands for it: {context}"
LONGEST_SHOWN = 200  # characters: of a longer value reports show the beginning
UNDECODED = "bytes that the charset of the file cannot read"
PRIVATE = "a character that only one font knows"
QUESTIONS = "question marks in the place of letters"


def _replacement() -> Examples:
    return (
        titled("为什么? 왜? なぜ？"),
        titled("真的吗???我不信; 何??それ; Why??? Because"),
        titled("What is this??? A study"),  # emphasis
        titled("□ and ◇ in modal logic; 武威汉简□□释文"),  # an operator; a gap in a manuscript
        titled("Пример اللغة 한국어"),
        titled("锟"),
        titled("Search for wom?n"),
        titled("文明的冲突?重建世界秩序"),  # a question, and what follows it
        titled("谁?一个问题; 真?假?"),
        titled("为什么?...; 鸟? 迁徙; “鸟?”"),
        titled("Jos\ufffd", LOST),
        titled("Josï¿½", LOST),  # the same, read in another charset
        titled("锟斤拷锟斤拷", LOST),
        titled("한국占쏙옙 연구, 研究嚙踝蕭", LOST),  # the same in cp949 and in Big5
        titled("研究�ｿｽ�ｿｽ", LOST),  # in Shift_JIS
        Example(
            Record(
                abstract="The cells were counted. " * 20 + "They stayed at 37 \ufffdC for a day"
            ),
            (LOST_IN.format(context=". They stayed at 37 \ufffdC for a day"),),
        ),
        titled("Jos&#65533;", LOST),
        titled("M□ller", LOST),  # no gap in a manuscript
        titled("Citt□ e mercati; в город□ N", LOST),
        titled("烫烫烫", LOST),
        titled("M\udcfcller", UNDECODED),
        titled("的\ue5f1研究", PRIVATE),
        titled("日本???暮らし", QUESTIONS),
        titled("黄土??被恢复", QUESTIONS),
        titled("鸟?迁徙的研究进展", QUESTIONS),  # no question is of one character
        titled("北方鸟?迁徙研究????", QUESTIONS),
        Example(Record(author=(Name(literal="张?小明"),)), (QUESTIONS,)),
        titled("Stra??enbau", QUESTIONS),
        titled("???? ?????? ????", QUESTIONS),
        Example(Record(publisher="????", page="????")),  # somebody's word for "unknown": VAL001
        Example(Record(publisher_place="????, CA, USA")),
        titled("??????? 2005", QUESTIONS),
        titled("?????????? (A study of words)", QUESTIONS),
        titled("Les r?seaux de neurones r?currents", QUESTIONS),
    )


def unprintable(text: str, there: str) -> bool:
    """Whether a control, invisible, private or undecoded character occurs, line feeds apart: what
    Unicode calls other, and blanks that are no space.
    """
    return not there.isprintable() or not _FILLERS.isdisjoint(there)


_FILLERS = frozenset("\u3164\uffa0")  # of Hangul: letters to Unicode, and blank


def may_be_lost(text: str) -> bool:
    """A trigger: a sign of a lost character occurs."""
    if ("?" in text and ("??" in text or _IN_WORDS.search(text))) or ("&" in text and "&#" in text):
        return True
    if text.isascii():
        return False
    return _SEEN_LOST.search(unusual(text)) is not None or (
        "?" in text and _IN_HAN.search(text) is not None
    )


def _lost_letters(text: str) -> bool:
    """Whether question marks stand for most of a text, or within several of its words, as a
    conversion to ASCII leaves them.
    """
    if len(_IN_WORDS.findall(text)) > 1 or (_FIRST.match(text) and not _UNKNOWN.match(text)):
        return True
    if "??" in text and _WITHIN.search(text):
        return True
    if not text.isascii() and _IN_HAN.search(text) and _lost_han(text):
        return True
    if not _QUESTIONS.search(text):
        return False
    return text.count("?") >= 6 and text.count("?") > 2 * sum(map(str.isalpha, text))


def _lost_han(text: str) -> bool:
    """Whether a question mark between two Han ends no question: what stands before it is a single
    character, or more marks run at the end of a text that asks nothing."""
    if len(text) > _LONGEST_ASKED:
        return False
    front = text.rstrip().rstrip("?")
    if _RUN_AT_END.search(text):
        return not _ASKED.search(front)
    return _AFTER_ONE.search(text) is not None and not _ASKED.search(text)


@rule(
    "ENC005",
    "replacement-char",
    severity=Severity.ERROR,
    examples=_replacement,
    trigger=may_be_lost,
)
def replacement_char(record: Record) -> Iterator[Finding]:
    """A character was lost in a conversion: U+FFFD, 锟斤拷, a run of ?, an undecodable byte.

    Why: what was there cannot be computed; it must be looked up in the source.

    Not found: □ apart from Latin letters, an operator of logic and the mark of a gap in a
    manuscript; question marks after a question, and four for what is not known (VAL001);
    single question marks, but for one behind the only character before it in a Han text
    (鸟?迁徙), which is no question.

    Source: Unicode, 23.8 Specials; UTF-8 of U+FFFD read as GBK is 锟斤拷, as cp949 占쏙옙, as Big5
    嚙踝蕭, as EUC-JP 鐃緒申; memory that a C compiler filled is 烫烫烫 or 屯屯屯.
    """
    for variable, index, value in texts(record):
        if _lost_letters(value):
            yield Finding(variable, QUESTIONS, value=value, index=index)
        if (found := _LOST.search(value)) and len(value) > LONGEST_SHOWN:
            context = value[max(0, found.start() - 20) : found.end() + 20]
            args = {"context": collapse(context)}
            yield Finding(variable, LOST_IN, value=value, args=args, index=index)
        elif found:
            yield Finding(variable, LOST, value=value, index=index)
        if value.isascii():
            continue
        if _UNDECODED.search(value):
            yield Finding(variable, UNDECODED, value=value, index=index)
        if _PRIVATE.search(value):
            yield Finding(variable, PRIVATE, value=value, index=index)


_CONTROL = lazy(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_LETTER_LOST = lazy(r"[^\W_][\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]+[^\W_]")
_UNSEEN = lazy(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u180e\u200b\u2028\u2029\u202a-\u202e"
    r"\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
    # joiners are spelling in Arabic, Indic and their kin, and make one emoji
    r"|(?<![\u0600-\u1cff\u2190-\u2bff\ufe0f\U00010a00-\U00011fff\U0001e900-\U0001faff])[\u200c\u200d]"
    r"|[\u061c\u200e\u200f]"
)
_RIGHT_TO_LEFT = lazy(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")
_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069")
_SORTING = frozenset("\x88\x89\x98\x9c")  # MARC and PICA set "\x98The \x9c" apart in sorting
_ENDS_LINE = lazy("[ \x0b\x0c\u2028\u2029]*[\x0b\x0c\u2028\u2029][ \x0b\x0c\u2028\u2029]*")
_FLAG = "\U0001f3f4"  # tag characters behind it make the flag of a region
UNSEEN = "characters that nobody sees: {characters}"
NO_BREAK = "a run of no-break blanks"
_NO_BREAKS = lazy(r"\u00a0[ \u00a0]*\u00a0")


def unseen(text: str, *, form: str = "") -> list[str]:
    """The invisible characters of a text that are not part of its spelling."""
    directed = _RIGHT_TO_LEFT.search(text) is not None
    return [
        c
        for c in _UNSEEN.findall(text)
        if not (directed and c in _DIRECTION)
        and not (c in _SORTING and form.startswith(("marc", "pica")))
        and not (c >= "\U000e0000" and _FLAG in text)
    ]


def parts_words(text: str) -> bool:
    """Whether a soft hyphen stands between two words that the text has on their own too."""
    if "\u00ad" not in text:
        return False
    words = set(_WORD.findall(text.casefold()))
    pairs = _SOFT.findall(text.casefold())
    return any(first in words and second in words for first, second in pairs)


_WORD = lazy(r"(?<![\w\u00ad])[^\W\d_]{2,50}(?![\w\u00ad])")
_SOFT = lazy(r"([^\W\d_]{2,50})\u00ad(?=([^\W\d_]{2,50}))")


def without(found: list[str], text: str) -> str:
    """The text without invisible characters; those that end a line or page leave a blank."""
    gone = frozenset(found)
    text = _ENDS_LINE.sub(" ", text)
    return _UNSEEN.sub(lambda m: "" if m[0] in gone else m[0], text).strip()


def _invisible() -> Examples:
    return (
        titled("مى\u200cخواهم می\u200cشود"),  # a joiner is spelling in Persian
        titled("क्\u200dष और श्री\u200cमान"),
        titled("👩\u200d🔬 in science"),
        titled("Qui\u00a0? «\u00a0Lui\u00a0»"),  # French sets a no-break blank
        titled(
            "葛\U000e0100飾区と葛\ufe00"
        ),  # a variation selector chooses the form of a Han character
        titled("שלום\u200f - a greeting"),  # a mark of direction between two directions
        titled("中国　研究、한국어"),
        titled("co\u00adoperation", UNSEEN.format(characters="U+00AD"), suggests="cooperation"),
        titled(
            "Trace\u00addata: a trace of data", UNSEEN.format(characters="U+00AD")
        ),  # two words, and a hyphen between them
        titled("中国\u200b研究", UNSEEN.format(characters="U+200B"), suggests="中国研究"),
        titled("\ufeffA title", UNSEEN.format(characters="U+FEFF"), suggests="A title"),
        titled("pay\u200cpal", UNSEEN.format(characters="U+200C"), suggests="paypal"),
        titled("Пример\u200e", UNSEEN.format(characters="U+200E"), suggests="Пример"),
        titled("a\u202etxt.exe", UNSEEN.format(characters="U+202E"), suggests="atxt.exe"),
        titled("one \u2028 two", UNSEEN.format(characters="U+2028"), suggests="one two"),
        titled("one\x0btwo", UNSEEN.format(characters="U+000B"), suggests="one two"),
        titled("defined\x02 by", UNSEEN.format(characters="U+0002"), suggests="defined by"),
        titled("한국어\u2060 연구", UNSEEN.format(characters="U+2060"), suggests="한국어 연구"),
        titled("한국\u3164어", UNSEEN.format(characters="U+3164"), suggests="한국어"),
        titled(
            "de\x02ned", UNSEEN.format(characters="U+0002")
        ),  # it stands for a letter: "defined"
        titled("a\u00a0 \u00a0b", NO_BREAK, suggests="a b"),
    )


@rule(
    "ENC006",
    "invisible-char",
    severity=Severity.WARNING,
    examples=_invisible,
    beyond_ascii=unprintable,
)
def invisible_char(record: Record) -> Iterator[Finding]:
    """A text holds characters that nobody sees: zero-width, soft hyphen, direction, control.

    Why: two values that look the same are not, so the search, the sort and the comparison fail;
    a control of direction can show a text other than it is.

    Not found: joiners in Persian, Indic scripts and emoji; marks of direction in a text that
    runs from right to left; variation selectors; single no-break blanks, as French sets them;
    the sorting marks of MARC. A control character between letters may stand for one (the ligature
    fi of a PDF), and a soft hyphen between two words of the same text for a hyphen: nothing is
    suggested for these.

    Source: UAX #9, UAX #31 2.3 on joiners; Wikipedia CS1, invisible characters.
    """
    for variable, index, value in texts(record):
        if value.isprintable() and _FILLERS.isdisjoint(value):
            continue
        found = unseen(value, form=record.provenance.format)
        if found and _CONTROL.search(value) and repair(value) is not None:
            continue  # ENC004: the bytes of another charset
        if found:
            is_open = _LETTER_LOST.search(value) or parts_words(value)
            mended = None if is_open else without(found, value)
            yield Finding(
                variable,
                UNSEEN,
                value=value,
                suggestion=mended,
                safe=mended is not None
                and not _CONTROL.search(value)
                and (index is None or keeps_all(record, variable, index)),
                args={"characters": ", ".join(sorted({f"U+{ord(c):04X}" for c in found})[:5])},
                index=index,
            )
        elif _NO_BREAKS.search(value):
            mended = _NO_BREAKS.sub(" ", value)
            yield Finding(
                variable, NO_BREAK, value=value, suggestion=mended, safe=True, index=index
            )


DECOMPOSED = "not in the usual form of Unicode (NFC), so that a search may miss it"


def _not_nfc() -> Examples:
    return (
        titled("Müller, Đặng, Ångström"),
        titled("中国 \uf900 \U0002f800 ⼈"),  # compatibility ideographs and radicals stay
        titled("がぎ 한국어 Пример й اللغة"),
        titled("x\u0303 and \u0251\u0303"),  # no composed form
        titled("Mu\u0308ller", DECOMPOSED, suggests="Müller"),
        titled("か\u3099き\u3099", DECOMPOSED, suggests="がぎ"),
        titled("\u1112\u1161\u11ab\u1100\u116e\u11a8", DECOMPOSED, suggests="한국"),
        titled("и\u0306 \uf900", DECOMPOSED, suggests="й \uf900"),
        titled("5 \u2126, 3 \u212b", DECOMPOSED, suggests="5 Ω, 3 Å"),
    )


@rule(
    "ENC007",
    "not-nfc",
    severity=Severity.WARNING,
    examples=_not_nfc,
    beyond_ascii=lambda text, there: not is_normalized("NFC", text),
)
def not_nfc(record: Record) -> Iterator[Finding]:
    """A text is not in Unicode normal form C: letters and accents stand apart.

    Why: "Mu\u0308ller" and "Müller" look the same and are different strings to a search, a sort
    and a citation key. Files from macOS and PDFs are full of them.

    Not found: compatibility ideographs (U+F900 to U+FAFF, U+2F800 to U+2FA1F), which the form
    would replace by other characters, and radicals. MARC, whose records have letters and marks
    apart: it is read composed.

    Source: UAX #15.
    """
    yield from changed(record, DECOMPOSED, composed, safe=True)
