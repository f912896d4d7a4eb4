"""Lists of names of one work: one person's names become one, two lists never do."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import lru_cache

from validator.linkage import people, people_pair, thresholds
from validator.linkage.entry import packed
from validator.linkage.people_pair import Standing
from validator.merging.writing import accents, better_written, form, restores, says_nothing
from validator.record import Name
from validator.text.identifiers import orcid
from validator.text.names import Kind
from validator.text.placeholders import OF_TABLES
from validator.text.script import has_cjk
from validator.text.unicode import fold

Names = tuple[Name, ...]

_PARTS = ("family", "given", "particles", "suffix", "literal")


def joined(kept: Names, other: Names) -> Names:
    """The kept list with what another says of the same people; or the other, where it goes on
    after the last of the kept, or has its names apart that stand in one string here.

    Lists agree person by person, in their order. Of people who stand in another order, or beside
    others, only the ORCID iD and the affiliations are taken over, from a name of the same form.
    """
    if says_nobody(kept):
        return kept if says_nobody(other) else other
    if says_nobody(other):
        return kept
    mine, its = _people(kept), _people(other)
    if _agree(mine, its):
        same = tuple(map(_person, mine, its))
        whole = same + (mine if len(mine) >= len(its) else its)[len(same) :]
        return kept if whole == mine else whole + _rest(kept if len(mine) >= len(its) else other)
    if _splits(other, kept):
        return other
    return _with_ids(kept, other)


def hold(kept: Names, other: Names) -> bool:
    """Whether a list says all that another says: the same people, in the same order."""
    if says_nobody(other):
        return True
    mine, its = _people(kept), _people(other)
    if _agree(mine, its):
        return len(its) <= len(mine) and all(map(_holds, mine, its))
    return _splits(kept, other) and not any(name.orcid or name.affiliation for name in other)


def are_others(native: Names, roman: Names) -> bool:
    """Whether two lists in two scripts name other people, as far as their names can be read."""
    one, two = (people.read(packed(names)) for names in (native, roman))
    return people_pair.compare(one, two).standing is Standing.NONE


def says_nobody(names: Names) -> bool:
    """Whether a list has no name, but a word for none or for further ones."""
    return not _people(names)


def _people(names: Names) -> Names:
    """The names without placeholders and "et al."; one with a placeholder is one string."""
    return tuple(_whole_name(name) for name in names if not _is_no_one(name))


def _whole_name(name: Name) -> Name:
    if name.family and name.given in OF_TABLES:
        return replace(name, family="", given="", literal=name.family)
    return name


def _rest(names: Names) -> Names:
    """The mark at the end of a list that it goes on."""
    return names[-1:] if names and people.is_rest(str(names[-1])) else ()


def _is_no_one(name: Name) -> bool:
    text = str(name)
    return says_nothing(text) or people.is_rest(text)


def _agree(mine: Names, its: Names) -> bool:
    """Whether two lists name the same people as far as the shorter goes."""
    if not mine or not its:
        return False
    return all(_is_one(a, b) for a, b in zip(mine, its, strict=False))


@lru_cache(maxsize=4096)  # the members of a cluster have mostly the same names
def _is_one(a: Name, b: Name) -> bool:
    """Whether two names may be one person's, in one script."""
    if a == b or form(str(a)) == form(str(b)):
        return True
    if has_cjk(str(a)) != has_cjk(str(b)) or _is_long(a) or _is_long(b):
        return False
    if restores(str(a), str(b)) or restores(str(b), str(a)):
        return True
    if a.given and _whole_family(a) == _whole_family(b) != "" and _fit(a.given, b.given):
        return True
    mine, its = (people.read(packed((name,))) for name in (a, b))
    if len(mine.persons) != 1 or len(its.persons) != 1:
        return False
    return people_pair.compare(mine, its).standing is Standing.ALL


def _fit(a: str, b: str) -> bool:
    """Whether given names begin alike, and one has all names and initials of the other."""
    one, two = _given(a), _given(b)
    if not one or not two or one[0][0] != two[0][0]:
        return False
    return _says_all(one, two) or _says_all(two, one)


def _splits(split: Names, unsplit: Names) -> bool:
    """Whether one list has apart what stands in one string in the other, and lacks no word."""
    if len(unsplit) != 1 or len(_people(split)) < 2 or _is_long(unsplit[0]):
        return False
    words = people.read(packed(unsplit)).words
    return len(words) > 1 and words <= people.read(packed(split)).words


def _with_ids(kept: Names, other: Names) -> Names:
    """The kept list with the ORCID iDs and affiliations that names of the same form have there."""
    if not any(name.orcid or name.affiliation for name in other):
        return kept
    forms = [form(str(name)) for name in kept]
    known = {form(str(name)): name for name in other}
    often = Counter([*forms, *(form(str(name)) for name in other)])
    return tuple(
        _identified(name, known[key]) if key in known and often[key] == 2 else name
        for name, key in zip(kept, forms, strict=True)
    )


def _identified(kept: Name, other: Name) -> Name:
    """A name with the ORCID iD and the affiliations of the same person's other name."""
    is_better = orcid(other.orcid) and not orcid(kept.orcid)
    found = other.orcid if is_better or not kept.orcid else kept.orcid
    affiliation = united(kept.affiliation, other.affiliation)
    native = kept.native or other.native
    if (found, affiliation, native) == (kept.orcid, kept.affiliation, kept.native):
        return kept
    return replace(kept, orcid=found, affiliation=affiliation, native=native)


def united(kept: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """The texts of both lists, each form once, the first list first."""
    if not other or kept == other:
        return kept
    known = set(map(form, kept))
    added: dict[str, str] = {}
    for text in other:
        if not says_nothing(text) and form(text) not in known:
            added.setdefault(form(text), text)
    return (*kept, *added.values())


@lru_cache(maxsize=4096)
def _person(kept: Name, other: Name) -> Name:
    """One person's name from two: the fuller given name, the better written parts."""
    named = _named(kept, other)
    if named is not kept:
        parts = {part: getattr(named, part) for part in _PARTS}
        kept = replace(kept, raw=named.raw, **parts)
    return _identified(kept, other)


def _named(kept: Name, other: Name) -> Name:
    if _is_long(kept) or _is_long(other):
        return kept
    if restores(str(other), str(kept)):
        return other
    if kept.literal:
        return _of_literal(kept, other)
    if other.literal or _whole_family(kept) != _whole_family(other):
        return kept
    apart = bool(kept.particles) == bool(other.particles)
    family = better_written(kept.family, other.family) if apart else kept.family
    if apart and len(family) > 1 and family.isupper() and other.family.istitle():
        family = other.family  # LI, Wei: a mark of the family name, and no way of writing it
    given = better_given(kept.given, other.given)
    suffix = kept.suffix or other.suffix
    for name in (kept, other):
        if (name.family, name.given, name.suffix) == (family, given, suffix):
            return name
    named = replace(kept, family=family, given=given, suffix=suffix)
    return replace(named, raw=str(named))


def _of_literal(kept: Name, other: Name) -> Name:
    """A name in one string, or its parts from another that has as many letters."""
    if kept.kind is Kind.BODY or has_cjk(kept.literal):
        same = form(kept.literal) == form(other.literal)
        written = better_written(kept.literal, other.literal) if same else kept.literal
        return kept if written == kept.literal else replace(kept, literal=written, raw=other.raw)
    if other.literal:
        more = _says_all(_words(other), _words(kept)) and not _says_all(_words(kept), _words(other))
        if form(kept.literal) == form(other.literal):
            more = better_written(kept.literal, other.literal) != kept.literal
        return replace(kept, literal=other.literal, raw=other.raw) if more else kept
    if not _says_all(_words(other), _words(kept)) or accents(kept.literal) > accents(str(other)):
        return kept
    return other


def better_given(kept: str, other: str) -> str:
    """The given names that say more: written out, or more of them; else the first."""
    mine, its = _given(kept), _given(other)
    if "".join(mine) == "".join(its):
        return better_written(kept, other) if len(kept) > 3 else kept
    return other if _says_all(its, mine, in_order=True) else kept


def _holds(kept: Name, other: Name) -> bool:
    """Whether a name says all that another of the same person says."""
    if other.orcid and _number(other) != _number(kept):
        return False
    if other.native and kept.native and form(str(other.native)) != form(str(kept.native)):
        return False
    if form(str(kept)) == form(str(other)) or _whole(kept) in (_whole(other), _turned(other)):
        return True
    if restores(str(kept), str(other)):
        return True
    return not (_is_long(kept) or _is_long(other)) and _says_all(_words(kept), _words(other))


def _number(name: Name) -> str:
    return orcid(name.orcid) or name.orcid


def _is_long(name: Name) -> bool:
    """Whether a name is too long for one, and is taken apart by nothing."""
    return len(str(name)) > thresholds.MAX_NAME


def _whole(name: Name) -> str:
    return form(name.literal or name.particles + name.family + name.given + name.suffix)


def _turned(name: Name) -> str:
    return form(name.literal or name.given + name.particles + name.family + name.suffix)


def _whole_family(name: Name) -> str:
    return people.spelled_alike(form(name.particles + name.family))


def _words(name: Name) -> list[str]:
    """The words of a name, initials apart."""
    if name.literal:
        return _given(name.literal)
    family = people.spelled_alike(fold(f"{name.particles} {name.family}")).split()
    return [*family, *_given(name.given), *fold(name.suffix).split()]


def _given(text: str) -> list[str]:
    """The words of given names: JD, J.D. and "J D" are two initials."""
    in_capitals = text.isupper() and len(text) > 3
    words: list[str] = []
    for token in text.replace(".", " ").replace("-", " ").split():
        folded = people.spelled_alike(fold(token))
        are_initials = token.isupper() and len(token) < 4 and not in_capitals
        words += list(folded) if are_initials else folded.split()
    return words


def _says_all(full: list[str], less: list[str], *, in_order: bool = False) -> bool:
    """Whether each word is among others, or is the initial of one."""
    if len(less) > len(full):
        return False
    if in_order:
        return all(map(_stands_for, less, full))
    left = list(full)
    for word in sorted(less, key=len, reverse=True):
        found = next((one for one in left if _stands_for(word, one)), None)
        if found is None:
            return False
        left.remove(found)
    return True


def _stands_for(word: str, full: str) -> bool:
    return word == full or (full.startswith(word) and _is_letter(word))


def _is_letter(word: str) -> bool:
    """Whether a word is one letter, with its vowel sign in the scripts of India."""
    return len(word) == 1 or (not word.isascii() and sum(c.isalpha() for c in word) == 1)
