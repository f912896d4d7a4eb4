"""Articles that lack their numbers, and journals whose numbers are swapped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from validator.config import Settings
from validator.facts import Fact, Ref
from validator.finding import Finding, Severity
from validator.profiles import elements
from validator.record import Parallel, Record
from validator.registry import Example, Examples, collection_rule
from validator.text import dates
from validator.text.placeholders import is_placeholder
from validator.text.unicode import fold

NO_VOLUME, NO_PAGES = 1, 2
LACKING = {
    NO_VOLUME: ("volume", "neither volume nor issue"),
    NO_PAGES: ("page", "neither pages nor article number"),
    NO_VOLUME | NO_PAGES: ("volume", "no volume, issue, pages or article number"),
}
PREPRINTS = ("arxiv", "corr", "biorxiv", "medrxiv", "chemrxiv", "ssrn", "preprint", "psyarxiv")
"""Folded beginnings of what stands for a journal with preprints, which have no volumes."""

MEETING = ". Conference"
"""So Embase joins the meeting of an abstract to its journal."""

ASKED: dict[tuple[str, ...], int] = {("volume", "issue"): NO_VOLUME, ("page", "number"): NO_PAGES}
"""What a profile says of each; an element of other variables is TYP002's."""


def asked(record: Record, profile: str) -> int:
    """Which numbers the profile asks of an article of its year and language."""
    wanted = 0
    for element in elements(profile, record.type):
        bit = ASKED.get(element.variables, 0)
        if bit and element.counts(record):
            wanted |= bit
    return wanted


def lacks(record: Record, settings: Settings) -> tuple[str, int] | None:
    """The journal of an article, and which numbers it lacks."""
    if record.type != "article-journal":
        return None
    name = record.container_title or record.parallel.container_title
    journal = fold(name.partition(MEETING)[0])
    missing = 0
    if is_nothing(record.volume) and is_nothing(record.issue):
        missing |= NO_VOLUME
    if is_nothing(record.page) and is_nothing(record.number):
        missing |= NO_PAGES
    if not missing:
        return journal, 0
    if journal.startswith(PREPRINTS) or (record.arxiv and not journal) or not_out_yet(record):
        return None
    missing &= asked(record, settings.profile)
    return (journal, missing) if missing else None


def is_nothing(value: str) -> bool:
    """Whether a value is empty, or a word for nothing: that is VAL001's, and goes."""
    return not value.strip() or (not value[0].isdigit() and is_placeholder(value))


def not_out_yet(record: Record) -> bool:
    issued = record.issued
    return (issued is not None and issued.undated) or any(
        dates.announces(text) for text in (record.status, record.note)
    )


def article(journal: str = "Cytotherapy", **values: str) -> Record:
    return Record(type="article-journal", container_title=journal, **values)  # type: ignore[arg-type]


WHOLE = article(volume="12", issue="3", page="1-5")
NO_PAGE = LACKING[NO_PAGES][1]
BARE = LACKING[NO_VOLUME | NO_PAGES][1]


def _lacking_numbers() -> Examples:
    return (
        # clean
        Example((WHOLE,)),
        Example((article(volume="12", number="e0123456"),)),
        Example((article("中国图书馆学报", issue="3", page="1-5"),)),  # counted by year and issue
        Example((article(volume="12", page="in press"),)),
        Example((article(note="in press"),)),
        Example((article(status="Advance online publication"),)),
        Example((article("arXiv preprint arXiv:1706.03762"),)),
        Example((Record(type="article-newspaper", container_title="人民日报"),)),
        Example((Record(type="article-magazine", container_title="Time"),)),
        Example((Record(type="paper-conference", container_title="Proceedings"),)),
        Example(
            (article(volume="12"),), settings=Settings(profile="biblatex")
        ),  # asks for no pages
        # a journal whose records have none
        Example(tuple(article("Cureus", volume="3") for _ in range(3))),
        # lacking
        Example((Record(type="article-journal", title="One repeated transplantation"),), (BARE,)),
        Example((article(volume="12"),), ("neither pages nor article number",)),
        Example((article(page="1-5"),), ("neither volume nor issue",)),
        Example(
            (article(volume="UNKNOWN", issue="n/a", page="1-5"),), ("neither volume nor issue",)
        ),
        Example((WHOLE, WHOLE, article(volume="3")), ("neither pages nor article number",)),
        Example(  # copies of a paper are no witnesses
            (*[article(title="On soils", volume="3")] * 3, WHOLE, WHOLE), (NO_PAGE,) * 3
        ),
        Example(  # its other record has the pages
            (
                article(title="On soils", volume="3"),
                article("J. Soils", title="On soils", volume="3", page="1-5"),
                *[article(title=f"On {name}", volume="3") for name in ("clay", "rice")],
                WHOLE,
            ),
            (NO_PAGE,) * 3,
        ),
        Example((article(volume="12"),), (NO_PAGE,), settings=Settings(profile="gbt7714")),
        Example((article("中国图书馆学报", issue="3"),), ("neither pages nor article number",)),
        Example(
            (article(parallel=Parallel(container_title="測繪科學")),),  # type: ignore[arg-type]
            (BARE,),
        ),
    )


@collection_rule(
    "VOL002",
    "volume-missing-for-journal",
    severity=Severity.INFO,
    observe=lacks,
    examples=_lacking_numbers,
)
def volume_missing_for_journal(facts: Sequence[Fact]) -> Iterator[tuple[Ref, Finding]]:
    """A journal article without volume and issue, or without pages and article number.

    Why: it can be looked up by its title only, and its duplicates are found less surely.

    Not found: what the profile does not ask of articles (biblatex, datacite, openaire ask for
    none); journals of which half or more of the other works lack the same, when there are
    two or more; volume or issue alone; newspapers, magazines, preprints; works not out yet.

    Source: ISO 690:2021; GB/T 7714-2015 8.8, which lets the volume go where there is an issue.
    """
    journals: dict[str, set[object]] = defaultdict(set)
    lacked: dict[object, int] = {}  # by all records of a work, whatever they call the journal
    for fact in facts:
        journal, missing = fact.value
        journals[journal].add(fact.work)
        lacked[fact.work] = lacked.get(fact.work, missing) & missing
    lacking = {
        (journal, bit): sum(bool(lacked[work] & bit) for work in works)
        for journal, works in journals.items()
        for bit in (NO_VOLUME, NO_PAGES)
    }
    for fact in facts:
        journal, missing = fact.value
        others = len(journals[journal]) - 1
        for bit in (NO_VOLUME, NO_PAGES):
            if journal and others >= 2 and 2 * (lacking[journal, bit] - 1) >= others:
                missing &= ~bit
        if missing:
            variable, template = LACKING[missing]
            yield fact.ref, Finding(variable, template)
