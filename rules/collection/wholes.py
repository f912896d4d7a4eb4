"""What the parts of one volume say of it in contradiction to each other."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from validator.facts import Fact, Ref
from validator.finding import Finding, Severity
from validator.record import Name, Record
from validator.registry import Example, Examples, collection_rule
from validator.text.dates import parse
from validator.text.identifiers import issns
from validator.text.patterns import lazy
from validator.text.serials import LONGEST, fingerprint
from validator.text.unicode import fold
from validator.text.volumes import plain

from ._agreement import (  # noqa: TID251 - of this family
    same_editors,
    same_place,
    same_publisher,
)

PERIODICALS = ("article-journal", "article-magazine", "article-newspaper")
TO_FLAG = 2  # times as many records as the others are the majority
TO_SUGGEST = 3  # times as many, and their value is the right one
MOST_EDITORS = 50  # and no list of more is compared to its end
MOST_VALUES = 200  # of one volume: with more it is no volume
TO_KNOW = 5  # records with an ISSN tell that a journal has no second one

# A name that one volume has, and no other year's: with a year or a number, or one in words.
_NUMBER = lazy(
    r"\d|第.{1,4}[届屆回次]"
    r"|(?-i:\b[IVX]{2,}\b)"
    r"|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|[a-z]{3,6}teenth|[a-z]{3,6}tieth)\b",
    re.IGNORECASE,
)


class Whole(NamedTuple):
    """The volume that a record is part of: what tells it from others, and what is said of it."""

    key: tuple[str, str, int | None]  # its name, its volume, its year where the name may recur
    year: int | None
    issn: str
    publisher: str
    place: str
    editors: tuple[str, ...]


def whole_of(record: Record) -> Whole | None:
    """What a paper says of its proceedings, or an article of its volume."""
    title = record.container_title
    if not title or len(title) > LONGEST or len(record.publisher) > LONGEST:
        return None
    if record.type == "paper-conference":
        editors = tuple(map(str, record.editor[:MOST_EDITORS])) if record.editor else ()
        place, publisher = record.publisher_place[:LONGEST], record.publisher
        return _proceedings(title, record.volume, record.year, publisher, place, editors)
    if record.volume and (record.issn or record.publisher):
        return _periodical(title, record.volume, record.year, record.issn, record.publisher)
    return None


# One and the same Whole for all its parts: a million of them weigh little.


@lru_cache(maxsize=2**14)
def _proceedings(
    title: str,
    volume: str,
    year: int | None,
    publisher: str,
    place: str,
    editors: tuple[str, ...],
) -> Whole | None:
    one_year = None if _NUMBER.search(title) else year
    return Whole((fold(title), fold(plain(volume)), one_year), year, "", publisher, place, editors)


@lru_cache(maxsize=2**14)
def _periodical(
    title: str, volume: str, year: int | None, issn: str, publisher: str
) -> Whole | None:
    if year is None:
        return None
    return Whole((fingerprint(title), fold(plain(volume)), year), year, issn, publisher, "", ())


def papers(
    *facts: Mapping[str, Any], name: str = "Proceedings of the 5th Workshop on Things"
) -> tuple[Record, ...]:
    return tuple(
        Record(type="paper-conference", container_title=name, **given(**fact)) for fact in facts
    )


def articles(*facts: Mapping[str, Any], name: str = "Journal of Things") -> tuple[Record, ...]:
    return tuple(
        Record(
            type="article-journal",
            container_title=name,
            **given(**{"year": "2019", "volume": "7", **fact}),
        )
        for fact in facts
    )


def given(*, year: str = "", editor: str = "", **values: Any) -> dict[str, Any]:
    issued = parse(year) if year else None
    editors = tuple(Name.parse(name) for name in editor.split("; ") if name)
    return {"issued": issued, "editor": editors, **values}


YEAR = "the year is not that of the other papers of these proceedings"
PLACE = "the place is not that of the other papers of these proceedings"
EDITOR = "the editors are not those of the other papers of these proceedings"
PUBLISHER = "the publisher is not that of the other records of this volume"
ISSN = "the ISSN is not that of the other articles of this volume"

Y19, Y20 = {"year": "2019"}, {"year": "2020"}
LATER = {"volume": "8", "year": "2020"}
PRINT, ONLINE, OTHER = {"issn": "0028-0836"}, {"issn": "1476-4687"}, {"issn": "0036-8075"}


def published(*names: str) -> tuple[Record, ...]:
    return articles(*({"publisher": name} for name in names))


def _disagreeing() -> Examples:
    return (
        # clean
        Example(papers(*[Y19] * 4)),
        Example(papers(*[Y19] * 4, Y20)),  # held in 2019, and published in 2020
        Example(papers(*[Y19] * 10, Y20)),  # whoever looked at the book gives the year of the book
        Example(papers(Y19, Y20)),  # which is right?
        Example(
            papers(*[Y19] * 4, Y20, name="Proceedings of the Workshop on Things")
        ),  # every year
        Example(papers(*[Y19] * 4, {**Y20, "publisher": "ACM"}, name="Proceedings of Things")),
        Example(papers(*[Y19] * 4, {**Y20, "volume": "2"})),
        Example(
            papers(*[{"publisher_place": "Barcelona, Spain"}] * 3, {"publisher_place": "Barcelona"})
        ),
        Example(papers(*[{"editor": "Li, Wei; Müller, Ö."}] * 3, {"editor": "Muller, Oe"})),
        Example(papers(*[{"editor": "Utgoff, Paul E."}] * 3, {"editor": "P. Utgof (ed.)"})),
        Example(papers(*[{"editor": "李伟"}] * 3, {"editor": "Li, Wei"})),
        Example(
            papers(*[{"editor": "In D. Touretzky"}] * 3, {"editor": "InTouretzky, D., editor"})
        ),
        Example(articles(*[PRINT] * 4, ONLINE, ONLINE)),  # print and online
        Example(articles(*[PRINT] * 5, {"issn": "0028-0836, 1476-4687"})),
        Example((*articles(*[PRINT] * 5), *articles(ONLINE, name="Annals of Things"))),
        Example(published(*["Springer"] * 3, "Springer-Verlag", "Springer Nature B.V.")),
        Example(  # it went from one to the other
            (
                *published(*["Springer"] * 3, "Elsevier"),
                *articles({"publisher": "Elsevier", **LATER}),
            )
        ),
        Example(published(*["Association for Computational Linguistics"] * 3, "ACL")),
        Example(published(*["科学出版社"] * 3, "科学出版社有限责任公司", "Science Press")),
        Example(published(*["Изд-во «Наука»"] * 3, "Наука")),
        # faulty
        Example(papers(*[Y19] * 10, {"year": "2021"}), (YEAR,), "2019"),
        Example(papers(*[Y20] * 4, Y19), (YEAR,), "2020"),
        Example(papers(Y20, Y20, Y19), (YEAR,)),
        Example(papers(*[Y20] * 4, Y19, name="第五届全国会议论文集"), (YEAR,), "2020"),
        Example(papers(*[Y20] * 4, Y19, name="Proceedings of the Fifth Workshop"), (YEAR,), "2020"),
        Example(
            papers(
                *[{"publisher_place": "Barcelona, Spain"}] * 3, {"publisher_place": "Madrid, Spain"}
            ),
            (PLACE,),
            "Barcelona, Spain",
        ),
        Example(
            papers(*[{"editor": "Li, Wei; Müller, Ö."}] * 3, {"editor": "Kim, Min"}),
            (EDITOR,),
            "Li, Wei; Müller, Ö.",
        ),
        Example(
            papers(*[{**Y19, "publisher": "ACM"}] * 4, {**Y19, "publisher": "IEEE"}, name="Things"),
            (PUBLISHER,),
            "ACM",
        ),
        Example(articles(*[PRINT] * 5, OTHER), (ISSN,), "0028-0836"),
        Example(published(*["Springer"] * 3, "Elsevier"), (PUBLISHER,), "Springer"),
        Example(
            published(*["北京大学出版社"] * 3, "清华大学出版社"), (PUBLISHER,), "北京大学出版社"
        ),
        Example(published(*["Наука"] * 3, "Просвещение"), (PUBLISHER,), "Наука"),
    )


@collection_rule(
    "REC004",
    "container-facts-disagree",
    severity=Severity.WARNING,
    observe=whole_of,
    examples=_disagreeing,
    types=("paper-conference", *PERIODICALS),
    reads=("container-title",),
)
def container_facts_disagree(facts: Sequence[Fact]) -> Iterator[tuple[Ref, Finding]]:
    """A record says of its volume what most records of the same volume say otherwise.

    Why: it is filed under another year or publisher than its neighbours, and the volume falls in
    two.

    Not found: years of proceedings without a year or number in their name, which may recur; the
    year after, in which they may have been published; volumes without a majority of two to
    one; print and online ISSN; spellings of one publisher, and publishers that another volume of
    the name has, too; places and editors that are named in part, or in another script.

    Source: the records of the same volume.
    """
    volumes: dict[Any, Counter[Whole]] = defaultdict(Counter)
    for whole, _ in {(fact.value, fact.work) for fact in facts}:
        volumes[whole.key][whole] += 1
    series = series_of(volumes)
    odd: dict[Whole, list[Finding]] = {}
    for key, parts in volumes.items():
        if len(parts) > 1:
            for whole, finding in disagreeing(parts, series[key[0]]):
                odd.setdefault(whole, []).append(finding)
    if odd:
        for ref, value in facts:
            for finding in odd.get(value, ()):
                yield ref, finding


class Series(NamedTuple):
    """How many records of all the volumes of one name have each ISSN and each publisher."""

    issns: Counter[str]
    publishers: Counter[str]


def series_of(volumes: Mapping[Any, Mapping[Whole, int]]) -> Mapping[str, Series]:
    """The volumes of each name together."""
    found: dict[str, Series] = defaultdict(lambda: Series(Counter(), Counter()))
    for (name, _, _), parts in volumes.items():
        series = found[name]
        for whole, count in parts.items():
            for issn in issns(whole.issn) if whole.issn else ():
                series.issns[issn] += count
            if whole.publisher:
                series.publishers[whole.publisher] += count
    return found


def disagreeing(parts: Mapping[Whole, int], series: Series) -> Iterator[tuple[Whole, Finding]]:
    """The descriptions of one volume that most others contradict."""

    def same_issn(odd: str, usual: str) -> bool:
        if not set(issns(odd)).isdisjoint(issns(usual)):
            return True
        known = series.issns
        return known.total() <= TO_KNOW or any(known[issn] != 1 for issn in issns(odd))

    def same_house(odd: str, usual: str) -> bool:
        """Whether two publishers are one, or each has brought out a volume of this name."""
        if same_publisher(odd, usual):
            return True
        known = series.publishers
        return sum(known[other] for other in known if same_publisher(other, odd)) > 1

    def same_year(odd: int, usual: int) -> bool:
        """Proceedings may come out the year after they were held, and each of both is cited."""
        return odd in (usual, usual + 1)

    yield from minority(parts, "issued", YEAR, lambda whole: whole.year, same_year)
    yield from minority(parts, "publisher-place", PLACE, lambda whole: whole.place, same_place)
    yield from minority(parts, "editor", EDITOR, lambda whole: whole.editors, same_editors)
    yield from minority(parts, "ISSN", ISSN, lambda whole: whole.issn, same_issn)
    yield from minority(parts, "publisher", PUBLISHER, lambda w: w.publisher, same_house)


def minority(
    parts: Mapping[Whole, int],
    variable: str,
    template: str,
    value_of: Callable[[Whole], Any],
    same: Callable[[Any, Any], bool],
) -> Iterator[tuple[Whole, Finding]]:
    """The descriptions whose value is not the usual one, where that is plain."""
    values: Counter[Any] = Counter()
    for whole, count in parts.items():
        if value_of(whole):
            values[value_of(whole)] += count
    if not 2 <= len(values) <= MOST_VALUES:
        return
    usual = min(values, key=lambda value: (-values[value], str(value)))
    unlike = [value for value in values if not same(value, usual)]
    odd = {v for v in unlike if sum(values[other] for other in unlike if same(other, v)) == 1}
    others = sum(values[value] for value in odd)
    if not odd or values.total() - others < TO_FLAG * others:
        return
    suggestion = text(usual) if values.total() - others >= TO_SUGGEST * others else None
    for whole in parts:
        value = value_of(whole)
        if value in odd:
            yield whole, Finding(variable, template, text(value), suggestion)


def text(value: Any) -> str:
    return "; ".join(value) if isinstance(value, tuple) else str(value)
