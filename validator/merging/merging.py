"""Records of one work made into one: nothing that the survivor lacks is lost, nothing invented."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import Any, NamedTuple

from validator.audit import Decision, Verdict
from validator.io import parallels
from validator.linkage.entry import native_names
from validator.merging import kinds, people, tongues
from validator.merging.kinds import KINDS, Kind, Union
from validator.merging.preference import is_preprint, rank, told
from validator.merging.tongues import Tongue
from validator.merging.values import detailed, field_text, says, sides, value_of
from validator.merging.writing import form, is_other_han, says_nothing
from validator.record import Field, Parallel, Record, csl_name


class Taken(NamedTuple):
    """A value that the kept record takes over, as text, from the member of this handle."""

    variable: str
    before: str
    after: str
    source: str


class Conflict(NamedTuple):
    """A value that is not taken, and says something else than the one that is kept."""

    variable: str
    kept: str
    other: str
    source: str


class Merged(NamedTuple):
    """The kept record with all that it takes over; id, raw and provenance are the survivor's.

    ``fields`` are the fields that fill no variable and that the survivor has not, with the handle
    and the format of the member that each comes from.
    """

    record: Record
    taken: tuple[Taken, ...]
    conflicts: tuple[Conflict, ...]
    fields: tuple[tuple[str, Field, str], ...]


class Offer(NamedTuple):
    """A value of a member, the handle of that, and what the value is written in."""

    value: Any
    source: str
    tongue: Tongue = Tongue()


OF_PUBLICATION = frozenset(
    (
        *("type", "genre", "status", "issued", "volume", "issue", "page", "number"),
        *("container_title", "container_title_short", "collection_title"),
        *("publisher", "publisher_place", "doi", "issn", "isbn"),
    )
)
"""What a published work has of its own: where the survivor is a preprint, all of it is the best
published member's, lest a record tell of a journal's volume under the DOI of a preprint."""

_OF_AN_EDITION = frozenset(("publisher", "publisher_place", "language"))
"""Parallel values that no reader believes alone; see `parallels.parallel_of`."""


def merge(survivor: Record, others: Iterable[Record], *, keeping: Set[str] = frozenset()) -> Merged:
    """The survivor with what the other members of its cluster know.

    Of the variables ``keeping`` (CSL names) the survivor's values stay as they are, where it has
    any. What each other variable becomes stands in `kinds.KINDS`. Members are asked in the order of
    `preference.rank`, so that their own order is nothing. Where two members describe the work in
    two languages or scripts, the values of the other language become the parallel values of the
    record, if it can have any: a translation names an original that is another work.
    """
    members = sorted(others, key=rank)
    merging = _Merging(survivor, members, keeping)
    found = merging.merged()
    for _ in range(_PASSES * merging.has_asides):
        more = _Merging(found.record, members, keeping).merged()
        if not more.taken:
            break
        found = _with_more(found, more)
    return found


def _with_more(found: Merged, more: Merged) -> Merged:
    """What was found with what a second look takes: once a record has values in a second language,
    others of that have their place."""
    now = {take.after for take in more.taken}
    conflicts = [c for c in found.conflicts if c.other not in now]
    told = {(c.variable, c.other) for c in conflicts}
    conflicts += [c for c in more.conflicts if (c.variable, c.other) not in told]
    return Merged(more.record, found.taken + more.taken, tuple(conflicts), found.fields)


RELATIONS = {
    "preprint": "a preprint and what was published of it",
    "version": "two versions of one work",
    "edition": "two editions of one work",
    "part": "a whole and a part of it",
    "translation": "a work and its translation",
}


def links(decision: Decision) -> str:
    """What is told of two records that are related and stay two, "" of any other decision."""
    if decision.verdict is not Verdict.RELATED:
        return ""
    relation = decision.relation
    kin = RELATIONS.get(relation) or (
        f"a work and its {relation}" if relation not in ("", "related") else "two related works"
    )
    return f"{decision.b.id} and {decision.a.id} stay apart: {kin} ({decision.why})"


class _Merging:
    """One cluster on its way to one record."""

    def __init__(self, survivor: Record, members: Sequence[Record], keeping: Set[str]) -> None:
        self.survivor = survivor
        self.members = members
        self.keeping = keeping
        self.main, self.second = self.languages()
        self.values: dict[str, Any] = {}
        self.taken: list[Taken] = []
        self.conflicts: list[Conflict] = []
        self.has_asides = False  # values of a second language were met

    def merged(self) -> Merged:
        published = self.published()
        beside: dict[str, list[Offer]] = {}
        for attribute, kind in KINDS.items():
            own = kept = value_of(self.survivor, attribute)
            offers, other = self.offers(attribute, kind)
            if csl_name(attribute) not in self.keeping or not says(own):
                if published and attribute in OF_PUBLICATION:
                    kept = self.of_publication(attribute, kind, own, published)
                kept = self.settled(csl_name(attribute), kind, kept, offers)
            if other and not says(kept) and attribute != "language":
                kept = self.settled(csl_name(attribute), kind, kept, other)
                offers, other = other, []
            self.values[attribute] = kept
            self.contradict(csl_name(attribute), kind, kept, offers)
            beside[attribute] = other
        parallel = self.parallel(beside)
        record = self.record(parallel)
        fields = tuple(self.fields())
        return Merged(record, tuple(self.taken), tuple(self.conflicts), fields)

    def languages(self) -> tuple[Tongue, Tongue]:
        """The language of the record, and the second one, which its parallel values are in."""
        main = tongues.first([self.survivor, *self.members])
        second = tongues.first([self.survivor.parallel], beside=main)
        if not second.script:
            titles = (side for member in self.members for side in sides(member, "title"))
            among = (
                tongues.tongue("title", title, tag)
                for title, tag in titles
                if not tongues.are_alike(title, self.survivor.title)
            )
            second = next((tongue for tongue in among if main.differs(tongue)), Tongue())
        return main, second

    def published(self) -> Record | None:
        """The best published member, where the survivor is a preprint."""
        if not self.members or not is_preprint(self.survivor):
            return None
        return next((m for m in self.members if m.container_title and not is_preprint(m)), None)

    def of_publication(
        self, attribute: str, kind: Kind | Union, own: Any, published: Record
    ) -> Any:
        """The published member's value, unless the survivor has none other."""
        value = value_of(published, attribute)
        if not says(value) or (says(own) and kind.holds(own, value)):
            return own
        self.take(csl_name(attribute), own, value, published.handle)
        return value

    def offers(self, attribute: str, kind: Kind | Union) -> tuple[list[Offer], list[Offer]]:
        """What the members have of a variable, each value once: for the variable itself, and for
        its parallel value."""
        seen: set[Any] = {value_of(self.survivor, attribute)}
        main: list[Offer] = []
        other: list[Offer] = []
        for member in self.members:
            for value, tag in sides(member, attribute):
                if value in seen or not says(value):
                    continue
                seen.add(value)
                tongue = self.tongue(member, attribute, value, tag)
                aside = self.is_aside(attribute, kind, value, tongue)
                self.has_asides |= aside or bool(member.parallel)
                (other if aside else main).append(Offer(value, member.handle, tongue))
        if attribute == "container_title_short":
            main += self.abbreviations(seen)
        main.sort(key=lambda offer: self.main.differs(offer.tongue))
        return main, other

    def tongue(self, member: Record, attribute: str, value: Any, tag: str) -> Tongue:
        """What a value is written in; of the name of a language, what its titles are."""
        if attribute != "language":
            return tongues.tongue(attribute, value, tag)
        side = member if value == member.language else member.parallel
        return tongues.tongue("title", side.title, tag)

    def is_aside(self, attribute: str, kind: Kind | Union, value: Any, tongue: Tongue) -> bool:
        """Whether a value belongs to the second language of the record."""
        if attribute not in tongues.PARALLEL or not tongue.script:
            return False
        own = value_of(self.survivor, attribute)
        if not says(own) or attribute == "language":
            here = self.main
        else:
            here = tongues.tongue(attribute, own, self.survivor.language)
            if kind.holds(own, value):
                return False
            if attribute == "title" and tongues.are_alike(own, value):
                return False
        if not here.differs(tongue):
            return False
        return not self.second.differs(tongue) or not self.main.differs(tongue)

    def abbreviations(self, seen: set[Any]) -> Iterator[Offer]:
        """The titles of containers that abbreviate the one that is kept."""
        whole = self.values["container_title"]
        for member in (self.survivor, *self.members):
            short = member.container_title
            if short not in seen and kinds.abbreviates(short, whole):
                seen.add(short)
                yield Offer(short, member.handle)

    def settled(self, variable: str, kind: Kind | Union, kept: Any, offers: Sequence[Offer]) -> Any:
        """What is kept of a value and all that is offered, and what of it was taken."""
        if isinstance(kind, Union):
            return self.united(variable, kind, kept, offers)
        first, steps = kept, []
        for _ in range(_PASSES):
            before = kept
            for offer in offers:
                new = kind.join(kept, offer.value) if says(kept) else offer.value
                if new == offer.value != kept:
                    steps = [Offer((first, new), offer.source)]
                elif new != kept:
                    steps.append(Offer((kept, new), offer.source))
                kept = new
            if kept == before:
                break
        for (old, new), source, _ in steps:
            self.take(variable, old, new, source)
        return kept

    def united(self, variable: str, kind: Union, kept: Any, offers: Sequence[Offer]) -> Any:
        """A value with all the pieces of others, each once."""
        if not says(kept) and offers:
            self.take(variable, kept, offers[0].value, offers[0].source)
            kept, offers = offers[0].value, offers[1:]
        known = {key for key, _ in kind.pieces(kept)}
        pieces: list[Any] = []
        for offer in offers:
            added = []
            for key, piece in kind.pieces(offer.value):
                if key not in known and says(piece):
                    known.add(key)
                    added.append(piece)
            if added:
                pieces += added
                self.take(variable, "", kind.joined(kept[:0], added), offer.source)
        return kind.joined(kept, pieces) if pieces else kept

    def take(self, variable: str, before: Any, after: Any, source: str) -> None:
        """Note that a value is taken over; people of the same names differ in what is beside."""
        was, now = told(before), told(after)
        if was == now and was:
            was, now = detailed(before), detailed(after)
        self.taken.append(Taken(variable, was, now, source))

    def contradict(
        self, variable: str, kind: Kind | Union, kept: Any, offers: Iterable[Offer]
    ) -> None:
        """Note what was offered and is not in what is kept, each form of it once; of what is, the
        values in other Han forms: no way leads back to those."""
        if isinstance(kind, Union):
            self.contradict_pieces(variable, kind, kept, offers)
            return
        seen = set()
        for offer in offers:
            mine, its = told(kept), told(offer.value)
            known = form(its)
            if kind.holds(kept, offer.value):
                if not is_other_han(its, detailed(kept)):
                    continue
                known = its
            if mine == its:
                mine, its = detailed(kept), detailed(offer.value)
            if known not in seen:
                seen.add(known)
                self.conflicts.append(Conflict(variable, mine, its, offer.source))

    def contradict_pieces(
        self, variable: str, kind: Union, kept: Any, offers: Iterable[Offer]
    ) -> None:
        """Note the pieces that were offered in other Han forms than those that are kept."""
        mine = {key: piece for key, piece in kind.pieces(kept) if isinstance(piece, str)}
        seen = set()
        for offer in offers:
            for key, piece in kind.pieces(offer.value):
                if piece not in seen and key in mine and is_other_han(piece, mine[key]):
                    seen.add(piece)
                    self.conflicts.append(Conflict(variable, mine[key], piece, offer.source))

    def parallel(self, beside: Mapping[str, list[Offer]]) -> Parallel:
        """The parallel values of the record, with those of members in its second language."""
        old, added = self.survivor.parallel, dict[str, Any]()
        can_have = not (self.values["translator"] or self.values["original_date"])
        for attribute in _PARALLEL:
            kind, offers = KINDS[attribute], beside[attribute]
            own, kept = getattr(old, attribute), self.values[attribute]
            if attribute == "author":
                native = native_names(kept)
                offers = [offer for offer in offers if not people.hold(native, offer.value)]
            fits = can_have and (attribute not in _OF_AN_EDITION or old or added)
            others = [o for o in offers if not fits or _are_others(attribute, kept, o.value)]
            if isinstance(kind, Union):
                self.values[attribute] = self.united(csl_name(attribute), kind, kept, others)
            self.contradict(csl_name(attribute), kind, kept, others)
            offers = [offer for offer in offers if offer not in others]
            variable = parallels.variable(attribute)
            value = self.settled(variable, kind, own, offers)
            self.contradict(variable, kind, value, offers)
            if value != own:
                added[attribute] = value
        return replace(old, **added) if added else old

    def record(self, parallel: Parallel) -> Record:
        """The survivor with the values that were settled."""
        values = dict(self.values)
        typed = values.pop("type")
        if typed.type != self.survivor.type:
            values |= {"type": typed.type, "type_as_read": ""}
        if typed.is_inferred != self.survivor.type_is_inferred:
            values["type_is_inferred"] = typed.is_inferred
        changed = {
            attribute: value
            for attribute, value in values.items()
            if value != getattr(self.survivor, attribute)
        }
        if parallel != self.survivor.parallel:
            changed["parallel"] = parallel
        return replace(self.survivor, **changed) if changed else self.survivor

    def fields(self) -> Iterator[tuple[str, Field, str]]:
        """The fields of members that fill no variable and that the survivor has not; what has
        another value under the same name is a conflict."""
        known: dict[str, set[str]] = {}
        first: dict[str, str] = {}
        for field in self.survivor.raw:
            text = field_text(field)
            known.setdefault(field.name.lower(), set()).add(form(text))
            first.setdefault(field.name.lower(), text)
        own = set(known)
        for member in self.members:
            brought: list[Field] = []
            for field in member.raw:
                name, text = field.name.lower(), field_text(field)
                if field.variable or says_nothing(text) or form(text) in known.get(name, ()):
                    continue
                if name in own:
                    self.conflicts.append(Conflict(field.name, first[name], text, member.handle))
                else:
                    brought.append(field)
                    first.setdefault(name, text)
                known.setdefault(name, set()).add(form(text))
            own.update(field.name.lower() for field in brought)
            yield from ((member.handle, field, member.provenance.format) for field in brought)


_PASSES = 4  # what was refused may fit what is kept now; in two passes nearly always
_PARALLEL = tuple(sorted(tongues.PARALLEL, key=lambda attribute: attribute in _OF_AN_EDITION))


def _are_others(attribute: str, kept: Any, other: Any) -> bool:
    return attribute == "author" and bool(kept) and people.are_others(kept, other)
