"""Titles: what two of them say about one another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from enum import Enum
from itertools import islice, product
from typing import NamedTuple

from validator.linkage import spelling, thresholds, title_text, words
from validator.linkage.title_form import Title, read
from validator.linkage.words import MARKS
from validator.text.patterns import lazy
from validator.text.script import has_cjk
from validator.text.unicode import fold

__all__ = ["Likeness", "Title", "TitlePair", "compare", "read"]


class Likeness(Enum):
    """How two titles stand to each other, the nearest first."""

    EQUAL = "equal"  # the same letters and digits in the same order
    CLOSE = "close"  # the same words, spelled or ordered otherwise
    PARTIAL = "partial"  # one continues the other: a subtitle dropped, a title cut
    INCOMPARABLE = "incomparable"  # missing, or in two scripts
    MARKED = "marked"  # one is an erratum, a reply, a translation ... of the other
    NUMBERED = "numbered"  # they differ in a number: a part, a volume, a year
    REWORDED = "reworded"  # alike but for a content word
    UNLIKE = "unlike"


class TitlePair(NamedTuple):
    """What two titles say: ``percent`` is the likeness of their letters, ``label`` in words.

    ``is_doubtful``: they are in two scripts, and what should stand in both is in one only.
    ``has_slip``: a word is taken for another with a slip. ``is_slight``: they differ in one word
    of one stem, or in two spelled nearly alike. ``continues``: one is the other without subtitle.
    ``is_cut``: one ends in the middle, as search engines cut titles.
    """

    likeness: Likeness
    percent: int
    label: str
    relation: str = ""
    is_doubtful: bool = False
    has_slip: bool = False
    is_slight: bool = False
    continues: bool = False
    is_cut: bool = False


MISSING = TitlePair(Likeness.INCOMPARABLE, 0, "title missing on one side")


def compare(a: Title, b: Title) -> TitlePair:
    """How two titles stand to each other. Symmetric."""
    if not a.compact or not b.compact:
        return MISSING
    if a.compact == b.compact and a.parts == b.parts and a.marks == b.marks:
        return TitlePair(Likeness.EQUAL, 100, "same title")
    if a.other or b.other:
        return _nearest(a, b)
    if (b.text, b.compact, b.raw) < (a.text, a.compact, a.raw):
        a, b = b, a
    if a.marks != b.marks:
        marked = _marked(a, b)
        if marked:
            return marked
    pair = _compare(a, b)
    if pair.likeness in (Likeness.REWORDED, Likeness.UNLIKE) and _is_garbled(a, b):
        return pair._replace(label="one title is garbled")
    return pair


def _is_garbled(a: Title, b: Title) -> bool:
    """Whether letters of one title alone were lost, or are those of another charset."""
    one, other = (title_text.is_garbled(t.raw) for t in (a, b))
    return one != other


def _nearest(a: Title, b: Title) -> TitlePair:
    """The best pairing of titles, one of which stands in two languages."""
    pairs = product((a, a.other or a), (b, b.other or b))
    found = [compare(x._replace(other=None), y._replace(other=None)) for x, y in pairs]
    return min(found, key=lambda pair: (_ORDER.index(pair.likeness), -pair.percent, pair.label))


_ORDER = tuple(Likeness)


def _compare(a: Title, b: Title) -> TitlePair:
    from rapidfuzz import fuzz

    plain = fuzz.ratio(a.compact, b.compact)
    if plain < thresholds.TITLE_ALIKE and not _share_a_script(a, b):
        return _in_two_scripts(a, b)
    percent = int(
        plain if a.is_cjk or b.is_cjk else max(plain, fuzz.token_sort_ratio(a.text, b.text))
    )
    longer, shorter = (a, b) if len(a.compact) > len(b.compact) else (b, a)
    begins = _begins(longer, shorter)
    if _is_cut_in_a_word(longer, shorter, begins=begins):
        return TitlePair(Likeness.PARTIAL, percent, "one title is cut", continues=True, is_cut=True)
    continues = (begins or longer.compact.endswith(shorter.compact)) and (
        len(shorter.words) >= thresholds.CONTINUED_WORDS
        and len(shorter.compact) * 4 >= len(longer.compact)
    )
    short = begins and not continues and len(shorter.words) > 1
    if short and not shorter.is_generic and _at_a_stop(longer, shorter):
        return TitlePair(Likeness.PARTIAL, percent, "one title continues the other")
    if percent < thresholds.TITLE_ALIKE and not continues:
        if (max(a.compact) < _BEYOND_LATIN) != (max(b.compact) < _BEYOND_LATIN):
            transliterated = _transliterated(a, b)  # with a Roman numeral or a name in Latin
            if transliterated:
                return transliterated
        return TitlePair(Likeness.UNLIKE, percent, "titles differ")
    if a.numbers != b.numbers:
        return _numbered(a, b, percent, continues=continues)
    counted = [Counter(_value(word) for word in t.words if _is_number(word)) for t in (a, b)]
    only_a, only_b = counted[0] - counted[1], counted[1] - counted[0]
    if only_a and only_b:  # each stands in the other title too, in another place
        shown = f"{', '.join(sorted(only_a))} and {', '.join(sorted(only_b))}"
        return TitlePair(Likeness.NUMBERED, percent, f"numbers in the titles differ: {shown}")
    if a.is_cjk or b.is_cjk:
        if continues and _at_a_cjk_stop(longer, shorter):
            return TitlePair(Likeness.PARTIAL, percent, "one title continues the other")
        if continues and a.compact != b.compact:  # 再论, 综述: another work on the subject
            extra = longer.compact.replace(shorter.compact, "", 1)[:12]
            return TitlePair(
                Likeness.REWORDED, percent, f"titles agree {percent} but for '{extra}'"
            )
        if a.compact == b.compact:
            return TitlePair(Likeness.EQUAL, 100, "same title")
        return TitlePair(
            Likeness.REWORDED, percent, f"titles differ in a character, agree {percent}"
        )
    return _worded(a, b, percent, continues=continues)


_BEYOND_LATIN = "\u0370"


def _begins(longer: Title, shorter: Title) -> bool:
    """Whether a title begins with another, small words and "&" apart."""
    if longer.compact.startswith(shorter.compact):
        return True
    few = len(shorter.words)
    return few > 1 and not longer.is_cjk and longer.words[:few] == shorter.words


def _is_cut_in_a_word(longer: Title, shorter: Title, *, begins: bool) -> bool:
    """Whether the shorter title ends in three dots, or after much in the middle of a word, where
    the longer one goes on."""
    if not begins or len(shorter.words) < thresholds.CONTINUED_WORDS:
        return False
    if shorter.raw.rstrip(" ])").endswith(("…", "...")):
        return True
    following = longer.text[len(shorter.text) : len(shorter.text) + 1]
    last = shorter.text.rpartition(" ")[2]
    whole = longer.text[len(shorter.text) - len(last) :].partition(" ")[0]
    if (_is_number(last) and _is_number(whole)) or (last[-1:].isdigit() and following.isdigit()):
        return False  # "part I" is not "part II" cut
    return (
        len(shorter.compact) >= thresholds.CUT_LETTERS
        and longer.text.startswith(shorter.text)
        and following.isalnum()
        and not (longer.is_cjk or shorter.is_cjk)
    )


def _in_two_scripts(a: Title, b: Title) -> TitlePair:
    """Titles that may be translations: only parts, words in Latin letters and years can tell.

    One may also be the other in Latin letters.
    """
    transliterated = _transliterated(a, b)
    if transliterated:
        return transliterated
    one, other = (
        frozenset[str]().union(*(words.HALVES.get(part, {part}) for part in t.parts))
        for t in (a, b)
    )
    if one and other and one.isdisjoint(other):
        return _numbered(a, b, 0, continues=False)
    doubtful = bool((a.marks ^ b.marks) & words.OF_ANOTHER)
    if a.is_cjk != b.is_cjk:
        native, roman = (a, b) if a.is_cjk else (b, a)
        doubtful |= not _shares_words(native, roman)
    return TitlePair(Likeness.INCOMPARABLE, 0, "titles in two scripts", is_doubtful=doubtful)


def _transliterated(a: Title, b: Title) -> TitlePair | None:
    """Titles in two alphabets, one of which is the other in Latin letters."""
    if a.is_cjk or b.is_cjk or a.numbers != b.numbers:
        return None
    from rapidfuzz import fuzz

    percent = int(fuzz.ratio(spelling.sounds(a.text), spelling.sounds(b.text)))
    if percent < thresholds.SOUNDS_ALIKE:
        return None
    return TitlePair(Likeness.CLOSE, percent, f"titles agree {percent} in Latin letters")


def _shares_words(native: Title, roman: Title) -> bool:
    """Whether a title has one of the Latin words and years that stand in a CJK title.

    An abbreviation may be spelled out: AI, artificial intelligence. True where there are none.
    """
    shared = [word for word in native.words if word.isascii() and (len(word) > 3 or word.isalpha())]
    initials = "".join(word[0] for word in roman.words)
    return not shared or any(word in roman.compact or word in initials for word in shared)


def _share_a_script(a: Title, b: Title) -> bool:
    """Whether letters of the two titles can be compared at all."""
    if a.compact.isascii() and b.compact.isascii():
        return True
    if a.is_cjk != b.is_cjk or a.is_korean != b.is_korean:
        return False
    return bool(_scripts(a.compact) & _scripts(b.compact))


def _scripts(compact: str) -> set[str]:
    found = set()
    for c in compact:
        if has_cjk(c):
            found.add("cjk")
        elif c.isalpha():
            found.add("latin" if c < "\u0370" or "\u1e00" <= c <= "\u1eff" else hex(ord(c) >> 8))
    return found


def _marked(a: Title, b: Title) -> TitlePair | None:
    """A relation, when one title is the other with a word such as "erratum" before it."""
    only = a.marks ^ b.marks
    rest_a, rest_b = _without_marks(a, only), _without_marks(b, only)
    if not rest_a or not rest_b:
        return None
    if rest_a == rest_b:
        percent = 100
    else:
        from rapidfuzz import fuzz

        percent = int(fuzz.ratio(rest_a, rest_b))
    if percent < thresholds.TITLE_CLOSE:
        return None
    relation = min(only)
    return TitlePair(Likeness.MARKED, percent, f"{relation} in one title only", relation)


def _without_marks(title: Title, marks: frozenset[str]) -> str:
    tokens = [token for token in title.text.split() if MARKS.get(token) not in marks]
    while tokens and tokens[0] in words.MARK_LINKS:
        tokens.pop(0)
    rest = "".join(tokens)
    if title.is_cjk:
        from validator.linkage import cjk_title

        rest = cjk_title.without_marks(rest, marks)
    return rest


def _numbered(a: Title, b: Title, percent: int, *, continues: bool) -> TitlePair:
    only_a, only_b = a.numbers - b.numbers, b.numbers - a.numbers
    one_sided = not (only_a and only_b)
    if one_sided and continues and not (a.parts ^ b.parts) and not _ends_in_number(a, b):
        label = "one title continues the other"
        period = all(map(_YEAR.fullmatch, only_a | only_b))  # what was studied, not a part of it
        return TitlePair(Likeness.PARTIAL, percent, label, continues=period and _at_a_stop(a, b))
    shown = " and ".join(sorted(", ".join(sorted(side)) or "none" for side in (only_a, only_b)))
    relation = "part" if a.parts != b.parts else ""
    if relation and not words.EDITION.isdisjoint((*a.words, *b.words)):
        relation = "edition"
    return TitlePair(Likeness.NUMBERED, percent, f"numbers in the titles differ: {shown}", relation)


_YEAR = re.compile("1[5-9]..|20..")


def _ends_in_number(a: Title, b: Title) -> bool:
    """Whether the longer title is the shorter one with a number at its end: a series."""
    longer, shorter = (a, b) if len(a.compact) > len(b.compact) else (b, a)
    rest = longer.compact[len(shorter.compact) :]
    return len(rest) <= thresholds.SERIES_TAIL and any(c.isdigit() for c in rest)


def _worded(a: Title, b: Title, percent: int, *, continues: bool) -> TitlePair:
    """Two titles of words, alike in letters: which words are not in both?"""
    # the numbers of the two are the same, however they and what they count are written
    counted = words.COUNTED if a.parts and a.parts == b.parts else ()
    content = [[w for w in t.words if not _is_number(w) and w not in counted] for t in (a, b)]
    words_a, words_b, slips = spelling.unpaired(*content)
    if words_a or words_b:
        small = [set(t.text.split()) & words.SMALL for t in (a, b)]
        words_a, slipped_a = _not_small(words_a, small[1] - small[0])
        words_b, slipped_b = _not_small(words_b, small[0] - small[1])
        slips += slipped_a + slipped_b
    agree = f"titles agree {percent}"
    if not words_a and not words_b:
        return _same_words(a, b, content, percent, slips)
    if words_a and words_b:
        one, other = " ".join(words_a[:3]), " ".join(words_b[:3])
        if percent < thresholds.TITLE_CLOSE and len(words_a) > 2 and len(words_b) > 2:
            return TitlePair(Likeness.UNLIKE, percent, "titles differ")
        return TitlePair(
            Likeness.REWORDED,
            percent,
            f"titles agree {percent} but for '{one}' and '{other}'",
            is_slight=len(words_a) == len(words_b) == 1 and spelling.is_kin(one, other),
        )
    extra = words_a or words_b
    sense = not words.TURNING.isdisjoint(extra)
    if continues and not sense:
        stage = words.STAGES.intersection(extra)
        if "protocol" in stage:
            return TitlePair(Likeness.MARKED, percent, "protocol in one title only", "protocol")
        if not stage and (_at_a_stop(a, b) or _is_cut(a, b)):
            label = "one title continues the other"
            return TitlePair(Likeness.PARTIAL, percent, label, continues=True)
    if _is_acronym_of(extra, a, b):
        return TitlePair(Likeness.CLOSE, percent, f"{agree}, '{' '.join(extra)}' is abbreviated")
    one_more = len(extra) == 1 and len(extra[0]) > 2 and extra[0].isalpha()
    if one_more and not sense and percent >= thresholds.TITLE_CLOSE:
        return TitlePair(Likeness.PARTIAL, percent, f"{agree}, '{extra[0]}' is in one only")
    return TitlePair(
        Likeness.REWORDED, percent, f"titles agree {percent} but for '{' '.join(extra[:3])}'"
    )


def _same_words(
    a: Title,
    b: Title,
    content: Sequence[list[str]],
    percent: int,
    slips: Sequence[tuple[str, str]],
) -> TitlePair:
    """Titles of the same ``content``: in one order, or as a whole turned round."""
    one, other = content
    if one != other and sorted(one) == sorted(other):
        turned = any([*one[i:], *one[:i]] == other for i in range(len(one)))
        if not turned:
            from rapidfuzz import fuzz

            percent = int(fuzz.ratio(a.compact, b.compact))
            return TitlePair(
                Likeness.REWORDED, percent, "titles of one set of words, in two orders"
            )
    label = f"titles agree {percent}"
    if slips:
        label += ", " + ", ".join(f"'{x}' and '{y}' for one word" for x, y in slips[:2])
    close = percent >= thresholds.TITLE_CLOSE or one == other
    likeness = Likeness.CLOSE if close else Likeness.PARTIAL
    return TitlePair(likeness, percent, label, has_slip=bool(slips))


def _not_small(extra: list[str], small: Collection[str]) -> tuple[list[str], list[tuple[str, str]]]:
    """The words that are not small words with a slip, and those that are, with these."""
    slipped = [
        (word, found)
        for word in extra
        for found in sorted(small)
        if spelling.is_slipped_small(word, found)
    ][:1]
    return [word for word in extra if not slipped or word != slipped[0][0]], slipped


def _at_a_stop(a: Title, b: Title) -> bool:
    """Whether the longer title is the shorter one and a subtitle, or a heading before it."""
    longer, shorter = (a, b) if len(a.compact) > len(b.compact) else (b, a)
    for found in islice(_STOP.finditer(longer.raw), thresholds.STOPS):
        for part in (longer.raw[: found.start()], longer.raw[found.end() :]):
            folded = fold(part)
            if folded.replace(" ", "") == shorter.compact:
                return True
            if [word for word in folded.split() if word not in words.SMALL] == [*shorter.words]:
                return True
    return False


_STOP = re.compile(r"[:;.?!/|(\[–—]|\s-+\s|--+|, (?=an? )")


def _at_a_cjk_stop(longer: Title, shorter: Title) -> bool:
    """The same of titles in CJK characters, where a blank may part the subtitle too."""
    stops = islice(_CJK_STOP.finditer(longer.raw), thresholds.STOPS)
    parts = ((longer.raw[: s.start()], longer.raw[s.end() :]) for s in stops)
    return any(read(part).compact == shorter.compact for pair in parts for part in pair)


_CJK_STOP = lazy(r"[\s:;.?!/|(\[–—―─~〜・,、，。·-]+")


def _is_cut(a: Title, b: Title) -> bool:
    """Whether the longer title goes on after so much that the shorter one was cut."""
    longer, shorter = (a, b) if len(a.compact) > len(b.compact) else (b, a)
    return len(shorter.compact) >= thresholds.CUT_LETTERS and longer.compact.startswith(
        shorter.compact
    )


def _is_acronym_of(extra: Sequence[str], a: Title, b: Title) -> bool:
    """Whether words that stand in one title stand in the other as their initials."""
    initials = "".join(word[0] for word in extra)
    return len(extra) > 1 and (initials in a.text.split()) != (initials in b.text.split())


def _value(number: str) -> str:
    return words.NUMBERS.get(number) or words.ROMAN.get(number) or number.lstrip("0")


def _is_number(word: str) -> bool:
    return word.isdigit() or word in words.NUMBERS or word in words.ROMAN
