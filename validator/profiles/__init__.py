"""What a profile expects of a record: which absences count, by type, language and year."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from validator.errors import UsageError
from validator.profiles.default import TABLE as DEFAULT
from validator.record import VARIABLES, Record, attribute_of
from validator.vocabulary import CSL_TYPES

PROFILES = (
    "default",
    "biblatex",
    "crossref",
    "datacite",
    "gbt7714",
    "gbt7714-2015",
    "gbt7714-2025",
    "openaire",
)
"""The profiles that come with the program; any other is a file of the user's."""

_NEWEST = {"gbt7714": "gbt7714-2025"}
_ANY = "*"  # the row of the types that have no row of their own
_KEYS = ("name", "source", "extends", "doi", "required")
_DOI_KEYS = ("since", "types", "in", "not-in")
_ELEMENT_KEYS = ("needs", "unless", "since", "in", "not-in")


class Scope(NamedTuple):
    """The years and languages in which an absence counts."""

    since: int = 0
    languages: frozenset[str] = frozenset()  # none: all
    except_languages: frozenset[str] = frozenset()

    def holds(self, language: str, year: int | None) -> bool:
        """Whether it counts for a work; one without a year is judged as a new one."""
        if year is not None and year < self.since:
            return False
        if not self.languages and not self.except_languages:
            return True
        tag = primary(language)
        return tag not in self.except_languages and (not self.languages or tag in self.languages)


class Element(NamedTuple):
    """Variables (CSL names) of which a record must have one, where it has none of ``unless``."""

    variables: tuple[str, ...]
    scope: Scope = Scope()
    unless: tuple[str, ...] = ()

    def counts(self, record: Record) -> bool:
        """Whether the absence of the variables counts for a record of this language and year."""
        return self.scope.holds(record.language, record.year) and not any(
            getattr(record, attribute_of(variable)) for variable in self.unless
        )


@dataclass(frozen=True, slots=True)
class Profile:
    """Which absences count. ``source`` names the standard, the schema or the manual."""

    name: str
    source: str
    required: Mapping[str, tuple[Element, ...]]  # by CSL type, "*" for those without a row
    doi_types: frozenset[str]
    doi: Scope

    def elements(self, record_type: str) -> tuple[Element, ...]:
        """What a record of a CSL type must have; nothing of a record without a known type."""
        if record_type not in CSL_TYPES:
            return ()
        return self.required.get(record_type, self.required.get(_ANY, ()))


@lru_cache(maxsize=64)
def load(name: str) -> Profile:
    """A profile by its name or by the path of its file, the default one for a name unknown.

    Raises UsageError for a file that cannot be read, an unknown key, type or variable.
    """
    return _made(*_table(name))


@lru_cache(maxsize=1024)
def elements(name: str, record_type: str) -> tuple[Element, ...]:
    """What a profile expects of a record of a type."""
    return load(name).elements(record_type)


def requires(name: str, record: Record, variable: str) -> bool:
    """Whether the absence of a variable (a CSL name) counts for a record, alone or with others."""
    return any(
        variable in element.variables and element.counts(record)
        for element in elements(name, record.type)
    ) and not is_abbreviation(record)


def is_abbreviation(record: Record) -> bool:
    """Whether an entry of BibLaTeX only spells out its `shorthand`, as those of ancient works and
    of series do: nothing in it tells of an edition.
    """
    return any(field.name.lower() == "shorthand" and field.value for field in record.raw) and not (
        record.issued
        or record.publisher
        or record.publisher_place
        or record.container_title
        or record.volume
        or record.page
        or record.doi
        or record.isbn
        or record.url
    )


def expects_doi(
    record_type: str, language: str, *, year: int | None, profile: str, since: int = 0
) -> bool:
    """Whether a record without a DOI lacks one.

    ``language`` is a tag or a name of the language, "" where unknown; a record without a year is
    judged as a new one; ``since`` is the first year in which DOIs are expected, 0 for what the
    profile says.
    """
    wanted = load(profile)
    if record_type not in wanted.doi_types and not (record_type and _ANY in wanted.doi_types):
        return False
    return wanted.doi._replace(since=since or wanted.doi.since).holds(language, year)


def is_file(name: str) -> bool:
    """Whether the word for a profile is the path of a file, not a name."""
    return name.endswith(".toml") or "/" in name or os.sep in name


def checked(name: str) -> str:
    """The word for a profile, once it names one. Raises ValueError or UsageError."""
    if is_file(name):
        load(name)
    elif name not in PROFILES:
        raise ValueError(f"one of {', '.join(PROFILES)}, or a .toml file, is wanted")
    return name


def beside(name: str, folder: Path) -> str:
    """The word for a profile as a file in a folder gives it: paths count from there."""
    if not is_file(name) or os.path.isabs(name):
        return name
    path = folder / name
    below = os.path.relpath(path)
    return str(path) if below.startswith(os.pardir) else f"{os.curdir}{os.sep}{below}"


# Languages

_TAGS = {
    word: tag
    for tag, words in {
        "zh": "zho chi cmn yue chinese",
        "ja": "jpn jp japanese",
        "ko": "kor korean",
        "ru": "rus russian",
        "uk": "ukr ukrainian",
        "be": "bel belarusian",
        "bg": "bul bulgarian",
        "kk": "kaz kazakh",
        "ar": "ara arabic",
        "fa": "fas per persian farsi",
        "en": "eng english",
        "de": "deu ger german deutsch ngerman",
        "fr": "fra fre french",
        "es": "spa spanish",
        "pt": "por portuguese",
        "it": "ita italian",
    }.items()
    for word in words.split()
}
_BEGINNINGS = {"中": "zh", "汉": "zh", "漢": "zh", "日": "ja", "韩": "ko", "韓": "ko", "한": "ko"}
_BEGINNINGS |= {"рус": "ru", "укр": "uk"}


@lru_cache(maxsize=1024)
def primary(language: str) -> str:
    """The primary tag of a language (BCP 47) given as a tag, a code or a name; "" if unknown."""
    text = language.strip().lower()
    found = re.match("[a-z]+", text)
    if found:
        return _TAGS.get(found[0], found[0])
    return _BEGINNINGS.get(text[:1]) or _BEGINNINGS.get(text[:3], "")


# Reading


def _table(name: str) -> tuple[Mapping[str, Any], str]:
    """The table of a profile, and what to call it in an error."""
    name = _NEWEST.get(name, name)
    if is_file(name):
        table, where = _read(Path(name)), name
    elif name in PROFILES and name != "default":
        path = Path(__file__).with_name(f"{name}.toml")
        table, where = _read(path), path.name
    else:
        return DEFAULT, "default.toml"
    _know(table, _KEYS, where, "key")
    if "extends" not in table:
        return table, where
    parent = table["extends"]
    if parent not in PROFILES:
        raise UsageError(f"{where}: extends: no profile {parent!r}{_near(str(parent), PROFILES)}")
    under, _ = _table(parent)
    merged = {**under, **table}
    for key in ("doi", "required"):
        merged[key] = {**_as_table(under, key, where), **_as_table(table, key, where)}
    return merged, where


def _read(path: Path) -> Mapping[str, Any]:
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise UsageError(f"no profile {path}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise UsageError(f"{path}: {error}") from error


def _made(table: Mapping[str, Any], where: str) -> Profile:
    _know(table, _KEYS, where, "key")
    doi = _as_table(table, "doi", where)
    _know(doi, _DOI_KEYS, f"{where}: [doi]", "key")
    types = _texts(doi.get("types", []), f"{where}: [doi] types")
    _know(types, (*CSL_TYPES, _ANY), f"{where}: [doi] types", "type")
    required = _as_table(table, "required", where)
    _know(required, (*CSL_TYPES, _ANY), f"{where}: [required]", "type")
    rows = {}
    for record_type, row in required.items():
        here = f"{where}: [required] {record_type}"
        if not isinstance(row, list):
            raise UsageError(f"{here}: a list is wanted, not {row!r}")
        rows[record_type] = tuple(_element(item, here) for item in row)
    return Profile(
        str(table.get("name", where)),
        str(table.get("source", "")),
        rows,
        frozenset(types),
        _scope(doi, f"{where}: [doi]"),
    )


def _element(item: Any, where: str) -> Element:
    """An element from ``"author or editor"`` or ``{ needs = "publisher", since = 1900 }``."""
    if not isinstance(item, dict):
        return Element(_variables(item, where))
    _know(item, _ELEMENT_KEYS, where, "key")
    unless = _variables(item["unless"], where) if "unless" in item else ()
    return Element(_variables(item.get("needs"), where), _scope(item, where), unless)


def _variables(text: Any, where: str) -> tuple[str, ...]:
    """The variables of ``"author or editor"``."""
    if not isinstance(text, str) or not text.strip():
        raise UsageError(f'{where}: variables are wanted, as "author or editor", not {text!r}')
    variables = tuple(re.split(r"\s+or\s+", text.strip()))
    _know(variables, VARIABLES, where, "variable")
    return variables


def _scope(table: Mapping[str, Any], where: str) -> Scope:
    since = table.get("since", 0)
    if not isinstance(since, int) or isinstance(since, bool):
        raise UsageError(f"{where}: since: a year is wanted, not {since!r}")
    languages = (
        frozenset(map(primary, _texts(table.get(key, []), f"{where}: {key}")))
        for key in ("in", "not-in")
    )
    return Scope(since, *languages)


def _as_table(table: Mapping[str, Any], key: str, where: str) -> Mapping[str, Any]:
    value = table.get(key, {})
    if not isinstance(value, Mapping):
        raise UsageError(f"{where}: {key}: a table is wanted, not {value!r}")
    return value


def _texts(value: Any, where: str) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
        raise UsageError(f"{where}: a list of strings is wanted, not {value!r}")
    return value


def _know(words: Iterable[str], known: Iterable[str], where: str, what: str) -> None:
    """Raise UsageError for the first word that is not known; it names the nearest one."""
    known = tuple(known)
    for word in words:
        if word not in known:
            raise UsageError(f"{where}: unknown {what} {word!r}{_near(word, known)}")


def _near(word: str, known: Iterable[str]) -> str:
    import difflib

    by_lower = {name.lower(): name for name in sorted(known)}
    near = difflib.get_close_matches(word.lower(), list(by_lower), n=1, cutoff=0.5)
    return f"; did you mean {by_lower[near[0]]!r}?" if near else ""
