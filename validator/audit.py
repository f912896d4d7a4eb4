"""What a report writer receives: pure data about a run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import islice
from typing import NamedTuple, Protocol

from validator.finding import Finding, Severity
from validator.translations import Messages, messages


class Agreement(Enum):
    """Three-valued evidence: what is missing neither agrees nor conflicts."""

    AGREE = "agree"
    MISSING = "missing"
    CONFLICT = "conflict"


class Verdict(Enum):
    """What is decided on a pair. Only a duplicate is ever merged."""

    DUPLICATE = "duplicate"
    REVIEW = "to review"
    RELATED = "related"
    DISTINCT = "distinct"


class Evidence(NamedTuple):
    """What one variable says about a pair. ``label`` is in words: "9 of 9 authors agree"."""

    variable: str
    agreement: Agreement
    label: str
    score: float | None = None  # 0 to 1, where the comparison is graded


@dataclass(frozen=True, slots=True)
class Member:
    """A record as linkage keeps it: where it stands, and its values for a table of fields."""

    id: str
    path: str
    record_number: int | None
    line: int | None
    values: tuple[tuple[str, str], ...]  # (CSL variable, value), in the order of a citation

    @property
    def has_id(self) -> bool:
        """Whether ``id`` is an id of the file, not one made of path and number."""
        return self.id != f"{self.path}#{self.record_number}"

    @property
    def fingerprint(self) -> str:
        """What people's decisions know the record by; see `validator.fingerprint`."""
        from validator import fingerprint

        return fingerprint.of_values(self.values)


_MISSING = " missing on one side"


@dataclass(frozen=True, slots=True)
class Decision:
    """The verdict on a pair, with its reasons. ``code`` is DUP001 to DUP004, "" for distinct.

    What is said of it is said about ``b``; ``a`` is the survivor, or nearer to it.
    """

    a: Member
    b: Member
    verdict: Verdict
    score: float  # 0 to 1
    evidence: tuple[Evidence, ...]
    code: str = ""
    relation: str = ""  # "preprint", "erratum", "translation" ... where the verdict is RELATED

    @property
    def why(self) -> str:
        """The reasons in words: "same DOI; titles agree 97; 9 of 9 authors agree"."""
        missing = [e.label for e in self.evidence if e.label.endswith(_MISSING)]
        if len(missing) < 2:
            return "; ".join(item.label for item in self.evidence)
        said = [e.label for e in self.evidence if not e.label.endswith(_MISSING)]
        several = ", ".join(label.removesuffix(_MISSING) for label in missing)
        return "; ".join([*said, f"missing on one side: {several}"])


@dataclass(frozen=True, slots=True)
class Cluster:
    """Records that describe one work: the survivor first, and the decisions that joined them."""

    members: tuple[Member, ...]
    decisions: Sequence[Decision]  # may be written when asked for


@dataclass(frozen=True, slots=True)
class SourceSummary:
    """One input file. ``records`` read, ``unreadable`` reported broken."""

    path: str
    format: str
    encoding: str
    records: int = 0
    unreadable: int = 0
    bytes: int = 0
    sha256: str = ""  # of the file as it lies on disk
    error: str = ""  # why it could not be evaluated


@dataclass(frozen=True, slots=True)
class Filled:
    """How many records of a source and type hold a variable."""

    path: str
    type: str
    variable: str
    filled: int
    total: int


@dataclass(frozen=True, slots=True)
class RuleCount:
    """Findings of a rule in one source, and the distinct records that they name."""

    code: str
    path: str
    findings: int
    records: int


class Measured(NamedTuple):
    """What gates measure, by rule and source: people's suppressions are left out.

    ``now`` has the findings that the baseline accepts, too; ``baseline`` has its own, where there
    is one. It does not say which records those that are gone since were about: each counts as one.
    """

    now: tuple[RuleCount, ...] = ()
    baseline: tuple[RuleCount, ...] | None = None


class Trend(NamedTuple):
    """Findings of a rule: ``before``, and how many are ``new`` and ``gone`` since."""

    code: str
    before: int
    new: int
    gone: int

    @property
    def now(self) -> int:
        return self.before + self.new - self.gone


@dataclass(frozen=True, slots=True)
class Trends:
    """What has changed since an earlier run or a baseline, by rule."""

    path: str  # of the file that holds it
    rules: tuple[Trend, ...]
    records: int | None = None  # then; None where it is not known
    is_baseline: bool = False

    @property
    def total(self) -> Trend:
        """Over all rules; its code is ""."""
        before, new, gone = (
            sum(getattr(rule, name) for rule in self.rules) for name in ("before", "new", "gone")
        )
        return Trend("", before, new, gone)


class Outcome(Enum):
    """What came of a gate."""

    PASS = "pass"
    FAIL = "fail"
    UNTOLD = "could not tell"


class Unexpected(NamedTuple):
    """A row of a table that a gate does not expect. ``value`` is "" where none is to be shown."""

    record: str = ""
    path: str = ""
    line: int | None = None
    record_number: int | None = None
    value: str = ""


@dataclass(frozen=True, slots=True)
class Gate:
    """What came of one expectation.

    ``kind`` names what is judged, and ``args`` is what stands for the parts of that; ``reason``
    says in English why it could not be told. ``observed`` should be from ``least`` to ``most``:
    shares of rows where ``is_share``, else numbers. Where something else was observed, or in one
    source of several, ``also`` says so.
    """

    suite: str
    table: str  # "records" or "measures"
    expectation: str  # its name in Great Expectations, "" of a suite that could not be read
    outcome: Outcome
    kind: str
    args: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    observed: float | None = None
    least: float | None = None
    most: float | None = None
    is_share: bool = True
    also: str = ""
    unexpected: int | None = None  # rows
    examined: int | None = None
    examples: tuple[Unexpected, ...] = ()


class Findings(Protocol):
    """The findings of a run, sorted by path, line and code; iterated as often as wanted."""

    def __iter__(self) -> Iterator[Finding]: ...
    def __len__(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Audit:
    """All that a run found. Totals are exact; ``findings`` may come from disk."""

    version: str
    today: str  # ISO date
    sources: tuple[SourceSummary, ...]
    findings: Findings
    severities: Mapping[Severity, int]
    rule_counts: tuple[RuleCount, ...]
    faulty_records: int
    completeness: tuple[Filled, ...]
    clusters: Sequence[Cluster] = ()
    review: Sequence[Decision] = ()  # the queue for people, most doubtful first
    rules: tuple[str, ...] = ()  # codes in force
    configuration: Mapping[str, str] = field(default_factory=dict)  # key -> value, in words
    duplicates_searched: bool = True
    accepted: int = 0  # findings left out: in a baseline, suppressed, or marked in the record
    stale_decisions: tuple[str, ...] = ()  # of people: where each stands, and what has changed
    max_findings: int = 0  # writers of lists show at most so many; 0: all
    lists: tuple[str, ...] = ()  # files of this run that hold all findings
    trends: Trends | None = None
    values_shown: bool = True  # whether the values of the records are in here
    measured: Measured | None = None
    gates: tuple[Gate, ...] | None = None  # None where none were asked for

    @property
    def lang(self) -> str:
        """The language of the run, one of `validator.translations.LANGUAGES`."""
        return self.configuration.get("lang", "en")

    def told(self) -> Iterator[Finding]:
        """The findings in order, with their messages in the language of the run."""
        said = messages(self.lang)
        return (_in_words(finding, said) for finding in self.findings)

    def listed(self) -> Iterator[Finding]:
        """The same, no more than a list shows."""
        return islice(self.told(), self.max_findings or None)

    @property
    def records(self) -> int:
        return sum(source.records for source in self.sources)

    @property
    def unreadable(self) -> int:
        return sum(source.unreadable for source in self.sources)

    @property
    def unevaluated(self) -> tuple[SourceSummary, ...]:
        """The inputs that could not be evaluated to their end."""
        return tuple(source for source in self.sources if source.error)

    @property
    def summary(self) -> str:
        """One line: records, findings by severity, clusters."""
        levels = [count_of(self.severities.get(level, 0), level.value) for level in Severity]
        parts = [
            f"{count_of(self.records, 'record')} in {count_of(len(self.sources), 'file')}",
            f"{self.faulty_records} faulty",
            *([f"{self.unreadable} unreadable"] if self.unreadable else []),
            *(
                [f"{count_of(len(self.unevaluated), 'file')} not evaluated"]
                * bool(self.unevaluated)
            ),
            ", ".join(levels),
            *([f"{count_of(self.accepted, 'accepted finding')} left out"] if self.accepted else []),
        ]
        if self.duplicates_searched:
            parts.append(f"{count_of(len(self.clusters), 'cluster')} of duplicates")
        return "; ".join(parts)


def _in_words(finding: Finding, said: Messages) -> Finding:
    template, args = said.template(finding.template), said.args(finding.args)
    if template is finding.template and args is finding.args:
        return finding
    return replace(finding, template=template, args=args)


def count_of(number: int, noun: str) -> str:
    """A number with its noun: "1 record", "2 records"; "info" has no plural."""
    return f"{number} {noun}" if number == 1 or noun == "info" else f"{number} {noun}s"


class Bare:
    """Findings without a value from the data, in their messages neither."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings

    def __iter__(self) -> Iterator[Finding]:
        for finding in self.findings:
            args = finding.args and {
                name: "…" if isinstance(arg, str) else arg for name, arg in finding.args.items()
            }
            yield replace(finding, value="", suggestion=None, moves=(), args=args)

    def __len__(self) -> int:
        return len(self.findings)


def without_values(audit: Audit) -> Audit:
    """The audit with no value from the data: findings, clusters and pairs keep places only."""

    def bare(member: Member) -> Member:
        return replace(member, values=())

    def bare_decision(decision: Decision) -> Decision:
        return replace(decision, a=bare(decision.a), b=bare(decision.b), evidence=())

    return replace(
        audit,
        findings=Bare(audit.findings),
        clusters=tuple(
            Cluster(tuple(map(bare, c.members)), tuple(map(bare_decision, c.decisions)))
            for c in audit.clusters
        ),
        review=tuple(map(bare_decision, audit.review)),
        values_shown=False,
    )
