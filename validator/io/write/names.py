"""Names as text that is read back as the same name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from validator.record import Name

Read = Callable[[str], Name]
Write = Callable[[str], str]


def same(one: Name, other: Name) -> bool:
    """Whether two names have the same parts; what they were read from and whom they belong to
    apart."""
    return parts(one) == parts(other)


@lru_cache(maxsize=2**15)
def parts(name: Name) -> tuple[str, str, str, str, str]:
    """The parts of a name, without the blanks that no list of names keeps; a lone part is
    literal, as in a string."""
    found = (name.family, name.given, name.particles, name.suffix, name.literal)
    family, given, particles, suffix, literal = (" ".join(part.split()) for part in found)
    there = list(filter(None, (family, given, particles, suffix, literal)))
    if len(there) == 1:
        return "", "", "", "", there[0]
    return family, given, particles, suffix, literal


@lru_cache(maxsize=2**15)
def written(name: Name, forms: Callable[[Name], Iterator[str]], read: Read) -> str:
    """The first form of a name that is read back as it; where none is, the plainest, as the name
    that it is read as is written."""
    plainest = ""
    for found in (name, None):
        wanted = parts(found or read(plainest))
        for form in forms(found or read(plainest)):
            if parts(read(form)) == wanted:
                return form
            plainest = plainest or form
    return plainest


def forms(name: Name, write: Write = str, *, suffix_first: bool = False) -> Iterator[str]:
    """The ways to write a name: ``Family, Given, Suffix`` (or the suffix first, as BibTeX has
    it), then with braces around what might be taken for something else."""
    family, given, particles, suffix, literal = map(write, parts(name))
    if literal or not family:
        text = literal or " ".join(part for part in (given, particles, suffix) if part)
        yield from (text, f"{text},", f"{{{text}}}")
        return
    behind = [part for part in (given, suffix) if part]
    tails = ["".join(f", {part}" for part in order) for order in (behind, behind[::-1])]
    if suffix_first:
        tails.reverse()
    prefix = f"{particles} " if particles else ""
    yield from (prefix + family + tail for tail in tails)
    braced = f"{prefix}{{{family}}}"
    yield from (braced + tail for tail in tails)
    if given:
        yield from (braced + tail.replace(given, f"{{{given}}}", 1) for tail in tails)
    named = {"family": family, "given": given, "prefix": particles, "suffix": suffix}
    yield ", ".join(f"{key}={{{part}}}" for key, part in named.items() if part)
