"""Names of journals, proceedings and series: full, abbreviated, as acronyms, in two languages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import product

from validator.audit import Agreement
from validator.linkage import thresholds, title_text
from validator.linkage.spelling import sounds
from validator.linkage.words import NUMBERS
from validator.text.han import folded
from validator.text.patterns import lazy
from validator.text.script import has_cjk

_NOTE = re.compile(r"[\[(（][^\])）]*[\])）]")
_SERIES = lazy(r"版$|[英中]文$")  # 自然科学版 and 社会科学版 are two journals of one university
_SMALL_WORDS = (
    "a an the of on in for and to with at by der die das und fur de la le les du des et el los las"
    " y del di della e i do da dos das en zur"
)
_VENUE_WORDS = (
    "proceedings proc conference conf international intl int annual workshop symposium symp meeting"
    " congress ieee acm journal series lecture notes discussion working paper papers"
)
_SMALL, _VENUE = frozenset(_SMALL_WORDS.split()), frozenset(_VENUE_WORDS.split())
_JOURNAL_WORDS = (
    "journal j transactions trans record letters lett magazine mag quarterly annals bulletin bull"
    " review reviews rev zeitschrift revue revista rivista archives arch"
)
_MEETING_WORDS = (
    "conference conf workshop wkshp symposium symp congress meeting colloquium kongress tagung"
)
_JOURNAL, _MEETING = frozenset(_JOURNAL_WORDS.split()), frozenset(_MEETING_WORDS.split())
_EMBASE = lazy(r"(?i)\.? *conference(?: publication)?:")
"""Embase writes the meeting of a supplement into the name of the journal."""

_ACRONYM = lazy(r"[A-Za-z-]*[A-Z][A-Za-z-]*[A-Z][A-Za-z-]*")
_BESIDE = lazy(r"\[((?!electronic|internet|online)[^\[\]:\d]{8,})\]$", re.IGNORECASE)
"""A translation after the name, as PubMed has it: "Ai zheng [Chinese journal of cancer]"."""

_ROMANISED_WORDS = (
    "zhonghua zhongguo chung zazhi zhi xue xuebao bao tsa nippon nihon zasshi kaishi gakkaishi"
    " igaku kenkyu taehan hanguk hakhoe chi vestnik vestn zhurnal zh voprosy vopr izvestiya trudy"
)
_ROMANISED = frozenset(_ROMANISED_WORDS.split())
"""Words of names in Chinese, Japanese, Korean or Russian: another database has the English."""

_COUNTING = re.compile(r"\d+(?:st|nd|rd|th)?")
_ENGLISH = ("英文版", "英文")


@lru_cache(maxsize=65536)
def compare(a: str, b: str) -> tuple[Agreement, str]:
    """Whether two names may be one container's, and the label. Symmetric.

    MISSING: they may be one, or one is a journal and the other a meeting on one subject.
    """
    a, b = _without_additions(a), _without_additions(b)
    if _CUT.search(a) or _CUT.search(b):
        return _compare_cut(a, b)
    pairs = list(product(_names(a), _names(b)))
    results = {_compare(x, y) for x, y in pairs}
    if Agreement.AGREE in results:
        return Agreement.AGREE, "same container"
    letters = _letters(a, b)
    if letters is Agreement.AGREE:
        return Agreement.AGREE, "same container, in letters"
    if Agreement.MISSING in results or (results and letters):
        if any(_is_meeting(x) != _is_meeting(y) and _is_other_kind(x, y) for x, y in pairs):
            return Agreement.MISSING, TWO_KINDS
        if not (_ACRONYM.search(a) or _ACRONYM.search(b)) and all(_are_meetings(*x) for x in pairs):
            return Agreement.MISSING, TWO_MEETINGS
        if any(_are_venues(x, y) for x, y in pairs):
            return Agreement.MISSING, VENUES
        return Agreement.MISSING, "containers may be one"
    return Agreement.CONFLICT, "containers differ"


TWO_KINDS = "a journal and a meeting"
TWO_MEETINGS = "two meetings"
SERIES = "two containers of one series"
VENUES = "venues may be one"


def is_counted_otherwise(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether both names count a meeting, and differently: the 23rd and the 24th; or where only
    one does, are of two years."""
    one, other = (_counts(folded(" ".join(names)[: thresholds.MAX_NAME])) for names in (a, b))
    for x, y in zip(one, other, strict=True):
        if x and y:
            return x.isdisjoint(y)
    return False


def _counts(text: str) -> tuple[set[str], set[str]]:
    """The numbers of a name, in digits or words, and the years."""
    counts = {found.lstrip("0") for found in _COUNT.findall(text)}
    years = {count for count in counts if len(count) == 4}
    return (counts - years) | {NUMBERS[word] for word in text.split() if word in NUMBERS}, years


_COUNT = lazy(r"\d+")


def is_host(text: str) -> bool:
    """Whether a name is that of the site that holds the file, as search engines have it."""
    return len(text) < 40 and bool(_HOST.fullmatch(text.strip()))


@lru_cache(maxsize=4096)
def is_no_journal(text: str) -> bool:
    """Whether a name is missing, that of a site, or that of a meeting's proceedings."""
    return not text or is_host(text) or bool(_OF_A_MEETING.search(text))


_OF_A_MEETING = lazy(
    r"(?i)\b(?:conference|workshop|symposium)\b|^(?:proceedings of the)? ?(?:…|\.\.\.)"
)
_HOST = lazy(
    r"(?i)(?:https?://)?(?:[\w-]+\.)+[a-z]{2,4}/?|citeseerx?|research ?gate|academia|jstor"
    r"|semantic scholar|google books|hal"
)


_CUT = lazy(r"…|\.\.\.")


def _compare_cut(a: str, b: str) -> tuple[Agreement, str]:
    """Names one of which search engines cut: "… of the 9th Workshop on Online Abuse …"."""
    whole = [_CUT.sub(" ", x) for x in (a, b)]
    letters = _letters(*whole)
    same = _acronym(whole[0]) and _acronym(whole[0]) == _acronym(whole[1])
    if letters is Agreement.AGREE or (
        same and _JOURNAL.isdisjoint(folded(" ".join(whole)).split())
    ):
        return Agreement.AGREE, "same container, in letters"
    one, other = _topic_of_cut(a), _topic_of_cut(b)
    if not one or not other:
        return Agreement.MISSING, NOTHING_LEFT
    bare = (_OF.sub("", folded(_CUT.sub(" ", x))).replace(" ", "") for x in (a, b))
    short, long = sorted(bare, key=len)
    if min(len(one), len(other)) > 1 and short in long:
        return Agreement.AGREE, "same container, cut"
    common = set(one) & set(other)
    begun = one[-1].startswith(other[-1]) or other[-1].startswith(one[-1])
    if letters or begun or 2 * len(common) >= min(len(one), len(other)):
        return Agreement.MISSING, VENUES
    return Agreement.CONFLICT, "containers differ"


_OF = lazy(r"^(?:(?:of|the|in) )+")


def _topic_of_cut(text: str) -> list[str]:
    """The words of a name that was cut, without those that any meeting has."""
    words = folded(_CUT.sub(" ", _NOTE.sub(_note, text))).split()
    if (
        words
        and text.rstrip().endswith(("…", "..."))
        and any(word.startswith(words[-1]) for word in _VENUE | _SMALL)
    ):
        words.pop()
    return [word for word in words if word not in _VENUE | _SMALL and not word[0].isdigit()]


NOTHING_LEFT = "container cut"


def _are_venues(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether neither is named as a journal, and one is a meeting or its letters."""
    if not _JOURNAL.isdisjoint((*a, *b)):
        return False
    return any(_is_meeting(x) or not _PROCEEDINGS.isdisjoint(x) or len(x) == 1 for x in (a, b))


_PROCEEDINGS_WORDS = "proceedings proc findings actes tagungsband atti actas материалы"
_PROCEEDINGS = frozenset(_PROCEEDINGS_WORDS.split())


def _are_meetings(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names are of meetings, each on a subject or at a place that the other lacks: a
    workshop and the conference that prints the paper again."""
    if not (_names_a_meeting(a) and _names_a_meeting(b)):
        return False
    return _has_own_word(a, b) and _has_own_word(b, a)


def _names_a_meeting(words: tuple[str, ...]) -> bool:
    return _is_meeting(words) or not _PROCEEDINGS.isdisjoint(words)


def _has_own_word(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    known = {*b, *NUMBERS, *_VENUE, *_MEETING, *_PROCEEDINGS}
    return any(
        len(word) > 3
        and word.isalpha()
        and not any(_abbreviates(x, word) or word in x or (len(x) > 3 and x in word) for x in known)
        for word in a
    )


def _without_additions(text: str) -> str:
    """A name without the meeting that Embase adds, or a book's statement of responsibility."""
    return (
        title_text.without_statement(_without_meeting(text))
        if " /" in text
        else _without_meeting(text)
    )


def _without_meeting(text: str) -> str:
    """The name of the journal before ". Conference: 70th Scientific Sessions ..."."""
    found = _EMBASE.search(text[: thresholds.MAX_NAME]) if "onference" in text else None
    return text[: found.start()] if found and found.start() else text


def _letters(a: str, b: str) -> Agreement | None:
    """Where one name alone is letters that may stand for the other: whether they do.

    "PODS" is "Symposium on Principles of Database Systems"; of "SIGMOD Conference" and
    "Conference on Management of Data" nobody knows who has not been told.
    """
    one, other = _acronym(a), _acronym(b)
    if bool(one) == bool(other):
        return None
    letters, held, name = (one, a, b) if one else (other, b, a)
    if letters in _letters_beside(name):
        return Agreement.AGREE
    if name.isupper():
        return None
    words = folded(name).split()
    if _JOURNAL.isdisjoint(words) and not _JOURNAL.isdisjoint(folded(held).split()):
        return Agreement.MISSING  # "VLDB J." is not the conference Very Large Data Bases
    begun = (letters, letters.removeprefix("sig"))
    return Agreement.AGREE if any(_spells(x, words) for x in begun) else Agreement.MISSING


def _letters_beside(name: str) -> set[str]:
    """The letters that a name gives itself: "... Resources and Evaluation (LREC'16)", "COLING '22:
    Proceedings of ..."."""
    found = _OWN_LETTERS.finditer(name[: thresholds.MAX_NAME])
    return {(m[1] or m[2]).casefold() for m in found}


_OWN_LETTERS = lazy(r"[(\[]([A-Z][A-Za-z-]*[A-Z])\b|^([A-Z][A-Za-z-]*[A-Z])\b[ '’\d]*:")


def _acronym(text: str) -> str:
    """The letters, if a name says nothing else: of "SIGMOD Conference" "sigmod"."""
    topic = [word for word in re.split(r"[^\w-]+", text[: thresholds.MAX_NAME]) if word]
    topic = [
        word
        for word in topic
        if not word.isdigit() and word.casefold() not in _VENUE | _SMALL | _JOURNAL
    ]
    if len(topic) != 1 or len(topic[0]) > 8 or not _ACRONYM.fullmatch(topic[0]):
        return ""
    return topic[0].casefold()


def _spells(letters: str, words: Sequence[str]) -> bool:
    """Whether the letters are those that the words of the topic begin with, and perhaps others."""
    ends = {0}
    for word in words:
        after = {end + 1 for end in ends if letters[end : end + 1] == word[0]}
        ends = after | ends if word in _SMALL or word in _VENUE or word in _JOURNAL else after
    return len(letters) > 2 and len(letters) in ends


def _is_meeting(words: tuple[str, ...]) -> bool:
    return not _MEETING.isdisjoint(words)


def _is_other_kind(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether the one that is no meeting is named as a journal."""
    other = b if _is_meeting(a) else a
    return not _JOURNAL.isdisjoint(other)


def _names(text: str) -> tuple[tuple[str, ...], ...]:
    """The words of each name that a field holds: "A = B" has two."""
    names = []
    text = _without_place(text[: thresholds.MAX_NAME])
    beside = [note for note in _BESIDE.findall(text) if len(note.split()) > 1]
    for part in (*text.split(" = "), *beside):
        words = folded(_NOTE.sub(_note, part) or part).split()
        content = tuple(word for word in words if word not in _SMALL)
        names.append(content or tuple(words))
    return tuple(name for name in names if name)


def _without_place(text: str) -> str:
    """A name without what may follow it after a comma: the publisher of a journal, the place of
    a meeting."""
    name, comma, rest = text.partition(", ")
    if not comma or not name or any(c.isdigit() for c in rest):
        return text
    said = folded(rest).split()
    if not _PUBLISHING.isdisjoint(said):
        return name
    is_place = len(said) <= 4 and rest.istitle() and " " in name
    return name if is_place and _is_meeting(tuple(folded(name).split())) else text


_PUBLISHING_WORDS = (
    "elsevier springer wiley blackwell press verlag publishing publishers association taylor sage"
    " ltd inc gmbh"
)
_PUBLISHING = frozenset(_PUBLISHING_WORDS.split())


def same_publisher(a: str, b: str) -> bool:
    """Whether two folded names of publishers are one's: in part, or by their letters."""
    short, long = sorted((a, b), key=len)
    if short in long or _UP.sub(_PRESS, short) in _UP.sub(_PRESS, long):
        return True
    words = tuple(word for word in long.split() if word not in _SMALL)
    return " " not in short and len(short) > 2 and _is_acronym(short, words)


_UP = lazy(r"\bup\b")
_PRESS = "university press"


def _note(found: re.Match[str]) -> str:
    """What stays of a note in brackets: the series or language of a Chinese journal."""
    note = found[0][1:-1].strip()
    return note if not note.isascii() and _SERIES.search(note) else ""


def _compare(a: tuple[str, ...], b: tuple[str, ...]) -> Agreement:
    if "".join(a) == "".join(b):
        return Agreement.AGREE
    if has_cjk("".join(a)) != has_cjk("".join(b)):
        return Agreement.MISSING
    if "".join(a).isascii() != "".join(b).isascii():
        one, other = (sounds(" ".join(words)) for words in (a, b))
        if one == other:
            return Agreement.AGREE
    if a[-1].endswith(_ENGLISH) != b[-1].endswith(_ENGLISH):
        return Agreement.CONFLICT  # an English edition is another journal
    short, long = sorted((a, b), key=lambda words: (len("".join(words)), words))
    if len(short) == len(long) and all(map(_abbreviates, short, long)):
        return Agreement.AGREE
    bare_a, bare_b = (_without_counting(words) for words in (a, b))
    if bare_a and bare_a == bare_b:
        return Agreement.AGREE
    if bare_a and (_same_topic(bare_a, bare_b) or _ends_in_letters(short, long)):
        return Agreement.AGREE
    if _has_subtitle(short, long):
        return Agreement.AGREE
    if _in_order(short, long) and len(short) > 1:
        return Agreement.AGREE if len(short) + 1 >= len(long) else Agreement.MISSING
    topic_a, topic_b = set(bare_a) - _VENUE, set(bare_b) - _VENUE
    for topic, words in ((topic_a, bare_b), (topic_b, bare_a)):
        if len(topic) == 1 and _is_acronym(min(topic), words):
            return Agreement.AGREE
    if not topic_a or not topic_b:
        return Agreement.MISSING
    common = sum(any(_abbreviates(x, y) or _abbreviates(y, x) for y in topic_b) for x in topic_a)
    if 2 * common >= min(len(topic_a), len(topic_b)):
        return Agreement.MISSING
    if topic_a.isdisjoint(_ROMANISED) != topic_b.isdisjoint(_ROMANISED):
        return Agreement.MISSING
    return Agreement.CONFLICT


def _same_topic(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names are letters of one meeting ("Proc. PACLIC"), or one opens with them."""
    topics = [[word for word in x if word not in _VENUE] for x in (a, b)]
    one_kind = _JOURNAL.isdisjoint((*a, *b))
    return one_kind and len(topics[0]) == 1 and topics[0] == topics[1]


def _has_subtitle(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a name is another's and what it says of itself: "The VLDB Journal — The
    International Journal on Very Large Data Bases"."""
    rest = long[len(short) :]
    says = len(rest) > 2 and not _JOURNAL.isdisjoint(rest[:2])
    return says and len(short) > 1 and all(map(_abbreviates, short, long))


def _ends_in_letters(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a name has the letters of another's last words: "Annales HSS"."""
    same = len(short) - 1
    rest = long[same:]
    letters = "".join(word[0] for word in rest)
    return same > 0 and short[:-1] == long[:same] and len(rest) > 2 and short[-1] == letters


def _abbreviates(short: str, long: str) -> bool:
    """ "lipidol" abbreviates "lipidology", "natl" "national"."""
    if long.startswith(short) or short.startswith(long):
        return True
    if short[0] != long[0] or len(short) >= len(long) or len(short) < 3:
        return False
    letters = iter(long)
    return all(letter in letters for letter in short)


def _is_acronym(word: str, words: tuple[str, ...]) -> bool:
    """Whether ``word`` is made of the beginnings of all ``words``, in order: AMCIS, JPEN."""
    if not len(words) <= len(word) <= 10 or len(words) < 2:
        return False
    ends = {0}
    for other in words:
        ends = {
            end + length
            for end in ends
            for length in range(1, len(word) - end + 1)
            if other.startswith(word[end : end + length])
        }
    return len(word) in ends


def _in_order(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether every word of ``short`` abbreviates one of ``long``, in order."""
    rest = iter(long)
    return all(any(_abbreviates(word, other) for other in rest) for word in short)


def _without_counting(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without years and ordinals: the series of a conference."""
    return tuple(word for word in words if not _COUNTING.fullmatch(word))
