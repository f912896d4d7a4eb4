"""Lists of authors in two scripts: 张伟 and "Zhang, Wei" are one person's names."""

from __future__ import annotations

from collections.abc import Sequence

from validator.linkage import people, thresholds
from validator.linkage.people import People
from validator.linkage.people_pair import PeoplePair, Standing
from validator.text.romanise import agreement
from validator.text.romanise.lists import Lists, compare_lists
from validator.text.romanise.types import Verdict

_LONG = 10  # names of a list whose order is looked at first


def compare(a: People, b: People) -> PeoplePair | None:
    """How a list in CJK characters and one in Latin letters stand; None where names of one script
    stand in both and must tell.

    Symmetric. Two lists agree where three in four of the longer one do, in order; they are of
    other people only where every name is.
    """
    native, roman = (a, b) if a.is_cjk else (b, a)
    if native.is_cjk == roman.is_cjk or roman.is_romanised:
        return None
    chinese, latin = people.names(native.packed), people.names(roman.packed)
    few, many = sorted((len(chinese), len(latin)))
    shorter = native if len(chinese) == few else roman
    is_cut = few < many and shorter.is_cut
    if is_cut:
        chinese, latin = chinese[:few], latin[:few]
    mixed = any(p.is_cjk for p in roman.persons) or not all(p.is_cjk for p in native.persons)
    unknown = None if mixed else PeoplePair(Standing.MISSING, 0, "authors in two scripts")
    if many > _LONG and not _begin_alike(chinese, latin):
        return unknown
    found = compare_lists(chinese, latin)
    agree = round(found.score * max(len(chinese), len(latin)))
    if found.verdict is Verdict.MATCH:
        label = f"{agree} of {many} authors agree" if many > 1 else "the author agrees"
        if is_cut:
            return PeoplePair(Standing.CUT, agree, f"{label}, one list is cut")
        standing = Standing.ALL if agree == many else Standing.MOST
        return PeoplePair(standing, agree, label + (", in another order" * found.is_turned))
    if len(chinese) == len(latin) > 1 and _fits(found):
        standing = Standing.MOST if many >= thresholds.MANY_AUTHORS else Standing.SOME
        return PeoplePair(standing, agree, f"{agree} of {many} authors agree")
    if _is_other(found):
        return PeoplePair(Standing.NONE, 0, "other authors")
    return unknown


def _begin_alike(chinese: Sequence[str], latin: Sequence[str]) -> bool:
    """Whether half of the first names agree: long lists are not compared each with each else."""
    heads = [agreement(*pair).verdict for pair in zip(chinese[:_LONG], latin[:_LONG], strict=False)]
    return 2 * sum(verdict in (Verdict.MATCH, Verdict.SURNAME_ONLY) for verdict in heads) >= _LONG


def _fits(found: Lists) -> bool:
    """Whether every position can be one person, where given names are initials alone."""
    return found.score == 1 and all(one.roman == one.native for one in found.aligned)


def _is_other(found: Lists) -> bool:
    """Whether all names that stand side by side are understood, and are of other people."""
    beside = [one.agreement.verdict for one in found.aligned if one.roman is not None]
    return bool(beside) and all(verdict is Verdict.MISMATCH for verdict in beside)
