"""Rules and report writers register here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from validator.audit import Audit, Decision
from validator.config import Settings
from validator.facts import Fact, Ref
from validator.finding import Finding, Severity
from validator.record import VARIABLES, Record
from validator.screens import BeyondAscii, NameScreen, Screen, Trigger


class Scope(Enum):
    """What a rule looks at."""

    RECORD = "record"  # one record
    COLLECTION = "collection"  # facts about all records, at the end
    PAIR = "pair"  # a decision of linkage
    FILE = "file"  # the bytes: the readers find it, the rule explains it
    RUN = "run"  # all that was said: the engine finds it, the rule explains it


RecordCheck = (
    Callable[[Record], Iterable[Finding]] | Callable[[Record, Settings], Iterable[Finding]]
)
Observe = Callable[..., Any]
Conclude = Callable[[Sequence[Fact]], Iterable[tuple[Ref, Finding]]]
PairCheck = Callable[[Decision], Iterable[Finding]]
Writer = Callable[[Audit], Iterable[str] | Iterable[bytes]]


DEFAULTS = Settings()


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


Examples = Sequence[Example]
Table = Callable[[], Examples]
"""Makes the examples of a rule when they are asked for: a check never needs them."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as the decorators build it."""

    code: str
    name: str
    severity: Severity
    scope: Scope
    check: Callable[..., Iterable[Any]]
    table: Examples | Table
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
    def examples(self) -> Examples:
        return self.table() if callable(self.table) else self.table

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


def rule(
    code: str,
    name: str,
    *,
    severity: Severity,
    examples: Examples | Table,
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
                examples,
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
    examples: Examples | Table,
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
                examples,
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
    examples: Examples | Table,
    default: bool = True,
) -> Callable[[PairCheck], PairCheck]:
    """Register what is said of a decision of linkage that carries this code."""

    def register(check: PairCheck) -> PairCheck:
        _register(Rule(code, name, severity, Scope.PAIR, check, examples, default))
        return check

    return register


def file_rule(
    code: str, name: str, *, severity: Severity, examples: Examples | Table, default: bool = True
) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """Register the text of a fault that readers find. The decorated function is its docstring."""
    return _text_of(Scope.FILE, code, name, severity=severity, examples=examples, default=default)


def run_rule(
    code: str, name: str, *, severity: Severity, examples: Examples | Table, default: bool = True
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
    examples: Examples | Table,
    default: bool,
) -> Callable[[Callable[[], None]], Callable[[], None]]:
    def register(text: Callable[[], None]) -> Callable[[], None]:
        def check() -> Iterable[Any]:
            return ()

        check.__doc__, check.__module__ = text.__doc__, text.__module__
        _register(Rule(code, name, severity, scope, check, examples, default))
        return text

    return register


def writer(name: str) -> Callable[[Writer], Writer]:
    """Register a report writer: it takes an Audit and yields the text, or the bytes, in pieces."""

    def register(write: Writer) -> Writer:
        WRITERS[name] = write
        return write

    return register
