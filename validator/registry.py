"""Rules and report writers register here; the packages that hold them are loaded by name."""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from enum import Enum
from functools import cache
from operator import attrgetter, itemgetter
from types import ModuleType
from typing import Any, NamedTuple
from zlib import crc32

from validator.audit import Audit, Decision
from validator.config import Settings
from validator.errors import UsageError
from validator.finding import Finding, Severity
from validator.record import (
    VARIABLES,
    Name,
    Parallel,
    Record,
    attribute_of,
    name_values,
    text_values,
)
from validator.text.unicode import fold, unusual


class Scope(Enum):
    """What a rule looks at."""

    RECORD = "record"  # one record
    COLLECTION = "collection"  # facts about all records, at the end
    PAIR = "pair"  # a decision of linkage
    FILE = "file"  # the bytes: the readers find it, the rule explains it
    RUN = "run"  # all that was said: the engine finds it, the rule explains it


class Ref(NamedTuple):
    """The record a fact or a finding is about: its place, its name, its key in fingerprints.

    ``title`` is a number that records of one title share, 0 for those without.
    """

    path: str
    record_number: int
    line: int | None
    column: int | None
    handle: str
    key: str
    title: int = 0


class Count(NamedTuple):
    """What a collection rule keeps of records that it only counts: a small hashable key."""

    key: Any
    times: int = 1


class Fact(NamedTuple):
    """What a collection rule kept of a record, compact and picklable; or of all that it counts."""

    ref: Ref
    value: Any

    @property
    def times(self) -> int:
        """How many records it stands for."""
        return self.value.times if isinstance(self.value, Count) else 1

    @property
    def work(self) -> object:
        """What the copies of one paper have in common, by their titles: a rule on what most records
        of a journal or a file have counts these, for copies are no witnesses of their own."""
        ref = self.ref
        return ref.title or (ref.path, ref.record_number)


RecordCheck = (
    Callable[[Record], Iterable[Finding]] | Callable[[Record, Settings], Iterable[Finding]]
)
Observe = Callable[..., Any]
Conclude = Callable[[Sequence[Fact]], Iterable[tuple[Ref, Finding]]]
PairCheck = Callable[[Decision], Iterable[Finding]]
Trigger = Callable[[str], object]
BeyondAscii = Callable[[str, str], object]
Screen = Callable[[Record], object] | Callable[[Record, Settings], object]
Writer = Callable[[Audit], Iterable[str] | Iterable[bytes]]


class NameScreen(NamedTuple):
    """A screen that is asked once of each name. ``traits`` gives a number of so many ``bits``;
    ``says`` gets those of all names of a record, put together by "or", and tells whether the rules
    behind it are asked."""

    traits: Callable[[Name], int]
    says: Callable[[int], object] = bool
    bits: int = 1


DEFAULTS = Settings()

TOLD_BY = 40
"""Letters of a title that tell a paper from the others of its journal."""


@dataclass(frozen=True, slots=True)
class Example:
    """A row of a rule's table: the input, and the messages that the rule must give for it.

    The input is one record, several (collection and pair rules), or the text or bytes of a file
    with its format (file and run rules). ``suggests`` is the suggestion of the first finding.
    """

    given: Record | tuple[Record, ...] | str | bytes
    says: tuple[str, ...] = ()
    suggests: str | None = None
    settings: Settings = DEFAULTS
    format: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as the decorators build it."""

    code: str
    name: str
    severity: Severity
    scope: Scope
    check: Callable[..., Iterable[Any]]
    examples: tuple[Example, ...]
    default: bool = True
    reads: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    of_names: NameScreen | None = None
    trigger: Trigger | None = None
    over: tuple[str, ...] = ()
    beyond_ascii: BeyondAscii | None = None
    screen: Screen | None = None
    observe: Observe | None = None
    safe_fixes: bool = True  # False: no finding of it is ever safe to fix

    @property
    def doc(self) -> str:
        return self.check.__doc__ or ""

    @property
    def summary(self) -> str:
        """The first line of its text."""
        return self.doc.strip().split("\n", 1)[0]

    @property
    def family(self) -> str:
        """The module of the rule pack that holds it."""
        return self.check.__module__.rpartition("rules.")[2].split(".")[0]


RULES: dict[str, Rule] = {}
WRITERS: dict[str, Writer] = {}


def _register(rule: Rule) -> None:
    taken = RULES.get(rule.code) or next((r for r in RULES.values() if r.name == rule.name), None)
    screens = (rule.of_names and not rule.over, rule.trigger, rule.beyond_ascii, rule.screen)
    if sum(map(bool, screens)) > 1:
        raise ValueError(f"{rule.code} has two screens; one must do")
    if taken:
        raise ValueError(
            f"{rule.code} {rule.name} is defined twice:"
            f" in {taken.check.__module__} and in {rule.check.__module__}"
        )
    unknown = {*rule.reads, *rule.lacks} - set(VARIABLES)
    if unknown:
        raise ValueError(f"{rule.code} reads unknown variables: {', '.join(sorted(unknown))}")
    RULES[rule.code] = rule


def _wants_settings(function: Callable[..., Any]) -> bool:
    """Whether a function of a record takes the settings, too; one that is built in does not."""
    code = getattr(function, "__code__", None)
    return code is not None and code.co_argcount > 1


def rule(
    code: str,
    name: str,
    *,
    severity: Severity,
    examples: Sequence[Example],
    reads: Sequence[str] = (),
    lacks: Sequence[str] = (),
    types: Iterable[str] = (),
    formats: Sequence[str] = (),
    of_names: NameScreen | None = None,
    trigger: Trigger | None = None,
    over: Sequence[str] = (),
    beyond_ascii: BeyondAscii | None = None,
    screen: Screen | None = None,
    default: bool = True,
) -> Callable[[RecordCheck], RecordCheck]:
    """Register a check of one record: a generator of findings.

    It is called with the record, and with the settings if it takes a second parameter; only
    where one of the variables that it ``reads`` is there (none named: always) and none of those
    that it ``lacks``, in records of its ``types`` and ``formats`` (none named: any), and only where
    one of these screens returns something true: ``of_names``, asked once of each name in the list
    of authors, editors or translators, or of authors in another script; ``trigger``, given all free
    text of the record in one string, or its variables ``over`` which it is, with `PARTED` between
    the values; ``beyond_ascii``, given all free text and the characters of it that
    are not printable ASCII, where there are any; ``screen``, called as the check is. Rules that
    name the same one share its answer.
    """

    def register(check: RecordCheck) -> RecordCheck:
        _register(
            Rule(
                code,
                name,
                severity,
                Scope.RECORD,
                check,
                tuple(examples),
                default,
                tuple(reads),
                tuple(lacks),
                tuple(types),
                tuple(formats),
                of_names,
                trigger,
                tuple(over),
                beyond_ascii,
                screen,
            )
        )
        return check

    return register


def collection_rule(
    code: str,
    name: str,
    *,
    severity: Severity,
    observe: Observe,
    examples: Sequence[Example],
    reads: Sequence[str] = (),
    types: Iterable[str] = (),
    formats: Sequence[str] = (),
    of_names: NameScreen | None = None,
    default: bool = True,
    safe_fixes: bool = True,
) -> Callable[[Conclude], Conclude]:
    """Register a check of all records together, in two halves.

    ``observe`` sees each record once, in any process, with the settings if it takes a second
    parameter, and returns what to keep of it, None for nothing: a small picklable value, or a
    `Count` where only the number matters, whose reference has the path alone and whose fact
    stands for ``times`` records. The decorated function gets all facts, sorted by place, and
    yields (ref, finding). ``reads``, ``types``, ``formats`` and ``of_names`` as for ``rule``; the
    first that it reads names the field that a finding points at. Without ``safe_fixes``, a cleaning
    that makes only these need not keep a thing of each record.
    """

    def register(check: Conclude) -> Conclude:
        _register(
            Rule(
                code,
                name,
                severity,
                Scope.COLLECTION,
                check,
                tuple(examples),
                default,
                tuple(reads),
                types=tuple(types),
                formats=tuple(formats),
                of_names=of_names,
                observe=observe,
                safe_fixes=safe_fixes,
            )
        )
        return check

    return register


def pair_rule(
    code: str,
    name: str,
    *,
    severity: Severity,
    examples: Sequence[Example],
    default: bool = True,
) -> Callable[[PairCheck], PairCheck]:
    """Register what is said of a decision of linkage that carries this code."""

    def register(check: PairCheck) -> PairCheck:
        _register(Rule(code, name, severity, Scope.PAIR, check, tuple(examples), default))
        return check

    return register


def file_rule(
    code: str, name: str, *, severity: Severity, examples: Sequence[Example], default: bool = True
) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """Register the text of a fault that readers find. The decorated function is its docstring."""
    return _text_of(Scope.FILE, code, name, severity=severity, examples=examples, default=default)


def run_rule(
    code: str, name: str, *, severity: Severity, examples: Sequence[Example], default: bool = True
) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """Register the text of what the engine says of a run. The decorated function is its docstring.

    Its examples are files.
    """
    return _text_of(Scope.RUN, code, name, severity=severity, examples=examples, default=default)


def _text_of(
    scope: Scope,
    code: str,
    name: str,
    *,
    severity: Severity,
    examples: Sequence[Example],
    default: bool,
) -> Callable[[Callable[[], None]], Callable[[], None]]:
    def register(text: Callable[[], None]) -> Callable[[], None]:
        def check() -> Iterable[Any]:
            return ()

        check.__doc__, check.__module__ = text.__doc__, text.__module__
        _register(Rule(code, name, severity, scope, check, tuple(examples), default))
        return text

    return register


def writer(name: str) -> Callable[[Writer], Writer]:
    """Register a report writer: it takes an Audit and yields the text, or the bytes, in pieces."""

    def register(write: Writer) -> Writer:
        WRITERS[name] = write
        return write

    return register


def concerns(rule: Rule, kind: str, present: Set[str], form: str) -> bool:
    """Whether a rule is about records of a type and format with these attributes present."""
    if (rule.formats and form not in rule.formats) or (rule.types and kind not in rule.types):
        return False
    if rule.reads and present.isdisjoint(map(attribute_of, rule.reads)):
        return False
    return present.isdisjoint(map(attribute_of, rule.lacks))


def is_asked(rule: Rule, record: Record, settings: Settings) -> bool:
    """Whether a rule concerns a record and its screen lets it through."""
    present = record.present
    if not concerns(rule, record.type, present, record.provenance.format):
        return False
    if rule.of_names:
        traits = 0
        for names in (*name_values(record), record.parallel.author):
            for name in names:
                traits |= rule.of_names.traits(name)
        if rule.of_names.says(traits) or not rule.trigger:
            return bool(rule.of_names.says(traits))
    if rule.trigger:
        over = [name for variable in rule.over if (name := attribute_of(variable)) in present]
        return bool(rule.trigger(text_over(over)(record) if rule.over else free_text(record)))
    if rule.beyond_ascii:
        text = free_text(record)
        there = unusual(text)
        return bool(there and rule.beyond_ascii(text, there))
    return not rule.screen or bool(bound(rule.screen, settings)(record))


def bound(call: Callable[..., Any], settings: Settings) -> Callable[[Record], Any]:
    """A function of a record and perhaps the settings as one of a record."""
    if not _wants_settings(call):
        return call
    return lambda record: call(record, settings)


def run(rule: Rule, record: Record, settings: Settings) -> Iterator[Finding]:
    """The findings of one record rule on one record, unstamped."""
    if is_asked(rule, record, settings):
        yield from bound(rule.check, settings)(record)


def observed(rule: Rule, record: Record, settings: Settings = DEFAULTS) -> Fact | None:
    """What a collection rule keeps of a record that has one of the variables it reads."""
    if rule.observe is None or not is_asked(rule, record, settings):
        return None
    value = bound(rule.observe, settings)(record)
    return None if value is None else fact(rule, record, value)


def fact(rule: Rule, record: Record, value: Any) -> Fact:
    """The value that a collection rule keeps of a record, with its place."""
    if isinstance(value, Count):
        return counted(record.provenance.path, value)
    return Fact(ref_at(record, rule.reads[0] if rule.reads else ""), value)


def ref_at(record: Record, variable: str = "", index: int | None = None) -> Ref:
    """A reference to a record, at the place of one of its variables where that has its own."""
    ref = _last[1] if _last[0] is record else ref_of(record)
    raw = record.raw
    if not variable or not raw or raw[0].column is None:  # formats give all fields one, or none
        return ref
    field = record.field(variable, index)
    if field is None or field.column is None:
        return ref
    return ref._replace(line=field.line, column=field.column)


_last: tuple[Record | None, Ref] = (None, Ref("", 0, None, None, "", ""))


def ref_of(record: Record) -> Ref:
    """The reference to a record as a whole, kept for the next rule that asks for it."""
    global _last
    where, known = record.provenance, record.id
    path, _, number, line, column, *_ = where
    names = known or record.handle, known or record.key
    ref = Ref(path, number or 0, line, column, *names, _number_of(record.title))
    _last = record, ref
    return ref


def _number_of(title: str) -> int:
    """A number for the beginning of a title: databases cut what follows, or leave it out."""
    letters = fold(title[: 2 * TOLD_BY]).replace(" ", "")[:TOLD_BY]
    return crc32(letters.encode("utf-8", "surrogatepass")) if letters else 0


def counted(path: str, count: Count) -> Fact:
    """One fact for all records of a file that count alike: a million of them weigh nothing."""
    return Fact(Ref(path, 0, None, None, "", ""), count)


def free_text(record: Record) -> str:
    """All free text of a record, one value a line, for triggers."""
    parts = [*text_values(record), *record.keyword]
    for names in name_values(record):
        parts += map(name_text, names)
    if record.parallel:
        parts += parallel_texts(record.parallel)
        parts += map(name_text, record.parallel.author)
    return "\n".join(filter(None, parts))


PARTED = "\x1f"
"""Stands between the values that a trigger is given: the unit separator of ASCII."""


def text_over(attributes: Sequence[str]) -> Callable[[Record], str]:
    """A function that joins these values of a record, which are there: texts, lists, the date."""
    lists = [name for name in attributes if name in ("keyword", "issued")]
    get = getter([name for name in attributes if name not in lists])
    if not lists and len(attributes) > 1:
        values = itemgetter(*attributes)  # of the dictionary: these are there
        return lambda record: PARTED.join(values(record.__dict__))

    def joined(record: Record) -> str:
        parts = [*get(record)]
        if "keyword" in lists:
            parts += record.keyword
        if "issued" in lists:
            parts.append(record.issued.raw if record.issued else "")
        return PARTED.join(parts)

    return joined


def getter(attributes: Sequence[str]) -> Callable[[Record], tuple[Any, ...]]:
    """A function that gets these attributes of a record, however few, as a tuple."""
    if not attributes:
        return lambda _: ()
    if len(attributes) == 1:
        (one,) = attributes
        return lambda record: (getattr(record, one),)
    return attrgetter(*attributes)


def parallel_texts(other: Parallel) -> tuple[str, ...]:
    """The free text of a record in another script, but for its names."""
    return other.title, other.container_title, other.abstract, *other.keyword


def name_text(name: Name) -> str:
    """The parts of a name in all scripts, one a line."""
    if not (name.literal or name.particles or name.suffix or name.native):
        return f"{name.family}\n{name.given}"
    parts = [name.literal, name.particles, name.family, name.given, name.suffix]
    if name.native:
        parts.append(str(name.native))
    return "\n".join(filter(None, parts))


@cache
def mentions(*needles: str) -> Trigger:
    """A trigger: one of these strings occurs. The same strings give the same trigger."""
    return lambda text: any(needle in text for needle in needles)


def load_rules(extra: Sequence[str] = ()) -> None:
    """Import every module of the rule pack, and ``extra`` Python files, so that rules register.

    Packages that announce an entry point in the group ``bibvalidator.rules`` are loaded too.
    """
    _load_package(importlib.import_module("validator.rules"))
    for path in extra:
        _load_file(path)
    if _entry_points_announced():
        from importlib.metadata import entry_points

        for point in entry_points(group="bibvalidator.rules"):
            point.load()


def load_writer(name: str) -> Writer:
    """The writer of a format; only its own module is imported."""
    if name not in WRITERS:
        importlib.import_module(f"validator.reports.{name}")
    return WRITERS[name]


def _load_package(package: ModuleType) -> None:
    for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        loaded = importlib.import_module(module.name)
        if module.ispkg:
            _load_package(loaded)


def _load_file(path: str) -> None:
    """Run a Python file as a module, once. Raises UsageError where there is none."""
    import importlib.util

    name = f"bibvalidator_rules:{path}"
    if name in sys.modules:
        return
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise UsageError(f"{path} is not a Python file")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except FileNotFoundError as error:
        raise UsageError(f"no file {path}, named under `rules`") from error
    sys.modules[name] = module


def _entry_points_announced() -> bool:
    """Whether an installed package may announce rules.

    Reading the names of all packages by importlib.metadata costs 20 ms and more; a look for the
    group's name in their entry_points.txt costs 1.
    """
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")
        except OSError:
            continue
        for name in names:
            if name.endswith((".dist-info", ".egg-info")):
                path = os.path.join(folder, name, "entry_points.txt")
                try:
                    with open(path, encoding="utf-8", errors="replace") as file:
                        if "[bibvalidator.rules]" in file.read():
                            return True
                except OSError:
                    continue
    return False
