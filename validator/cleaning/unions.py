"""Records of one work made one record, in the files that they stand in."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from validator.cleaning import references
from validator.cleaning.files import Place
from validator.cleaning.fixing import with_values_of
from validator.cleaning.placing import Held, Placing
from validator.cleaning.waiting import Waiting
from validator.duplicates import apart
from validator.finding import Finding, Severity
from validator.io.rewrite import MERGED_IDS, Added, parents
from validator.linkage.lazily import Made
from validator.merging.equal import unlike
from validator.merging.merging import Conflict, Merged, merge
from validator.record import Record

MERGED = "merge"
"""What the log names as the rule of a change that a merge makes."""

NO_FIELD = "its format has no field for the ids of the records merged into it"

INHERITED = "entries inherit from the other, and could not from this one"
UNCLEAR = "it names a record that was merged, and may mean another of the same id"


SHORT = "container-title-short"

MANY = 1000
"""Records of one work from which they stay packed: each takes some five kilobytes else."""

Check = Callable[[str, Record], Sequence[Finding]]
"""What all rules in force for a path say of a record."""


class Joint(NamedTuple):
    """A record of a cluster, and why it belongs there ("" for the survivor)."""

    place: Place
    id: str  # "" for none of its own
    why: str = ""


class Unions:
    """Merges the records of clusters, each as soon as all of its records are there.

    ``merged`` has the place of the record that is kept by the place of each that goes.
    """

    def __init__(self, placing: Placing, clusters: Sequence[Sequence[Joint]], check: Check) -> None:
        """``clusters`` have their survivors first."""
        self.placing = placing
        self.check = check
        self.work = placing.work
        self.journal = placing.journal
        self.clusters = clusters
        self.cluster_of = {one.place: n for n, ones in enumerate(clusters) for one in ones}
        self.waits_for = [len(ones) for ones in clusters]
        self.repeated = {
            one.place for ones in clusters for one in ones if one.id.startswith(apart(*one.place))
        }
        self.ids = references.Ids(_key(one) for ones in clusters for one in ones)
        going = (one for ones in clusters for one in ones[1:])
        self.named = {key: key for key in map(_key, going) if key}
        self.waiting = Waiting()
        self.following: list[Held] = []
        self.merged: dict[Place, Place] = {}

    def concerns(self, place: Place, record: Record) -> bool:
        """Whether a record is one of a cluster, or names one that is."""
        self.ids.count(place[0], record)
        return place in self.cluster_of or references.names_any(record, self.named)

    def take(self, held: Held) -> None:
        """A record that `concerns` has picked out: it is written in its turn."""
        if references.names_any(held.record, self.named):
            self.following.append(held)
        if held.place in self.cluster_of:
            self.waiting.put(held)
            self._arrived(held.place)
        else:
            self.placing.write(held, self.placing.planned(held))

    def drop(self, place: Place) -> None:
        """A record that is taken out for other reasons."""
        if place in self.cluster_of:
            self._arrived(place)

    def _arrived(self, place: Place) -> None:
        number = self.cluster_of[place]
        self.waits_for[number] -= 1
        if self.waits_for[number]:
            return
        places = [one.place for one in self.clusters[number] if self.waiting.holds(one.place)]
        if not places:
            return
        kept, others = self.waiting.held(places[0]), self._unpacked(places[1:])
        why = {one.place: one.why for one in self.clusters[number]}
        gone = self._merge(kept, others, why) if others else frozenset()
        if not gone:
            self.placing.write(kept, self.placing.planned(kept))
        for held in others if len(gone) < len(others) else ():
            if held.place not in gone:
                self.placing.write(held, self.placing.planned(held))
        self.waiting.drop(places)

    def _unpacked(self, places: Sequence[Place]) -> Sequence[Held]:
        """The records at places; where they are very many, each anew whenever it is asked for."""
        if len(places) > MANY:
            return Made(lambda: places, self.waiting.held)
        return [self.waiting.held(place) for place in places]

    def _merge(
        self, kept: Held, members: Sequence[Held], why: Mapping[Place, str]
    ) -> frozenset[Place]:
        """Merge records into one; those that go.

        All that it gains can be written, and brings no fault that none of them had: else people
        look at it. The ids of the others alone may have no field: no value of a record is lost by
        that.
        """
        going = [other.place for other in members if self._may_go(other, kept)]
        others = members
        if len(going) < len(members):
            others = self._unpacked(going)
            stay = frozenset(other.place for other in members).difference(going)
            self._not_merged(kept, (other for other in members if other.place in stay), INHERITED)
        if not others:
            return frozenset()
        own = kept.wanted
        merged, faults = self._merged(kept, others)
        if fault := next((one for one in faults if one.severity is not Severity.INFO), None):
            self._not_merged(kept, others, f"{fault.code} would follow: {fault.message}")
            return frozenset()
        kept.wanted = merged.record
        added = _added(kept, others, merged)
        planned = self.placing.planned(kept, added)
        if SHORT in planned.missing:
            merged = _without_short(merged, own, (other.wanted for other in others))
            kept.wanted = merged.record
            planned = self.placing.planned(kept, added)
        after = {taken.variable: taken.after for taken in merged.taken}
        if lacking := [variable for variable in planned.missing if variable in after]:
            kept.wanted = with_values_of(merged.record, own, lacking)
            added += [Added(variable, after[variable]) for variable in lacking]
            planned = self.placing.planned(kept, added)
        gained = {*after, *(one.name for one in added)}
        if not (gained - {MERGED_IDS}).isdisjoint(planned.missing):
            kept.wanted = own
            missing = ", ".join(planned.missing)
            self._not_merged(kept, others, f"{missing} cannot be written in its format")
            return frozenset()
        self.placing.write(kept, planned)
        for other in others:
            self.placing.changes(other, other.applied)
            self.merged[other.place] = kept.place
            self.work[other.file.path].gone[other.place[1]] = other.span
            self.ids.merge(other.file.path, other.record, into=kept.record, at=kept.file.path)
        self._tell(kept, others, merged, why)
        if MERGED_IDS in planned.missing:  # a table without a note: the log and the map have them
            self.journal.add("unnamed", record=kept.handle, ids=added[0].value, reason=NO_FIELD)
        return frozenset(going)

    def _merged(self, kept: Held, others: Sequence[Held]) -> tuple[Merged, list[Finding]]:
        """What records become, and the findings on it that none of them has: a better value is
        not taken where it brings one."""
        values = unlike(other.wanted for other in others)
        merged = merge(kept.wanted, values)
        faults = self._faults(kept, others, merged.record)
        replaced = {taken.variable for taken in merged.taken if taken.before}
        if keeping := replaced & {finding.variable for finding in faults}:
            merged = merge(kept.wanted, values, keeping=keeping)
            faults = self._faults(kept, others, merged.record)
        return merged, faults

    def _faults(self, kept: Held, others: Iterable[Held], record: Record) -> list[Finding]:
        """The findings on what members would become that none of them has; what the next round
        will fix apart."""
        fixes = self.placing.wishes.fixes
        found = [one for one in self.check(kept.file.path, record) if not fixes(one)]
        if not found:
            return []
        for held in chain((kept,), others):
            for one in (held.record, held.wanted):
                known = {(f.code, f.variable) for f in self.check(held.file.path, one)}
                found = [f for f in found if (f.code, f.variable) not in known]
                if not found:
                    return []
        return found

    def _may_go(self, other: Held, kept: Held) -> bool:
        """Whether a record may be merged into another: no entry may lose what it inherits."""
        key = other.record.id.lower()
        if key not in self.work[other.file.path].inherited:
            return True
        is_clear = bool(kept.record.id) and self.repeated.isdisjoint((other.place, kept.place))
        return is_clear and other.file is kept.file and key not in parents(kept.record)

    def _tell(
        self, kept: Held, others: Sequence[Held], merged: Merged, why: Mapping[Place, str]
    ) -> None:
        where = {"path": kept.file.path, "line": self.placing.line_of(kept)}
        self.journal.add(
            "merge",
            record=kept.handle,
            **where,
            merged=[
                {
                    "record": other.handle,
                    "path": other.file.path,
                    "line": self.placing.line_of(other),
                    "why": why[other.place],
                }
                for other in others
            ],
        )
        for taken in merged.taken:
            self.journal.add(
                "change",
                record=kept.handle,
                variable=taken.variable,
                before=taken.before,
                after=taken.after,
                rule=MERGED,
                source=taken.source,
                **where,
            )
        for conflict in merged.conflicts:
            self.journal.add(
                "conflict",
                record=kept.handle,
                variable=conflict.variable,
                value=conflict.kept,
                other=conflict.other,
                source=conflict.source,
                **where,
            )

    def _not_merged(self, kept: Held, others: Iterable[Held], why: str) -> None:
        self.placing.left.add(
            "left",
            record=kept.handle,
            related=[other.handle for other in others],
            reason=f"not merged: {why}",
            path=kept.file.path,
            line=self.placing.line_of(kept),
        )

    def follow(self) -> None:
        """Let the records that name one that was merged name the one that is kept."""
        followed = cache(self.ids.followed)
        for held in self.following:
            if held.place in self.merged:
                continue
            clear, unclear = followed(held.file.path)
            for _, named, old in references.renamed(held.record, unclear):
                self.journal.add(  # for good: later rounds know nothing of this merge
                    "left",
                    record=held.handle,
                    variable=named.name,
                    value=old,
                    reason=UNCLEAR,
                    path=held.file.path,
                    line=self.placing.line(held.file, held.place[1], named.line),
                )
            for edit, named, old in references.renamed(held.record, clear):
                self.work[held.file.path].edits.append(edit)
                self.work[held.file.path].touched.add(held.place[1])
                self.journal.add(
                    "change",
                    record=held.handle,
                    variable=named.name,
                    before=old,
                    after=edit.text,
                    rule=MERGED,
                    path=held.file.path,
                    line=self.placing.line(held.file, held.place[1], named.line),
                )


def _key(one: Joint) -> str:
    """The id that a record has in its file, in small letters."""
    return one.id.removeprefix(apart(*one.place)).lower()


def _without_short(merged: Merged, own: Record, others: Iterable[Record]) -> Merged:
    """The same without the abbreviation of its container that a member has as container: a format
    without a field for that is no reason to keep a duplicate, and the log has it as a conflict."""
    names = {one.container_title for one in chain((own,), others)}
    short = [t for t in merged.taken if t.variable == SHORT and t.after in names and not t.before]
    if not short:
        return merged
    name = merged.record.container_title
    return merged._replace(
        record=with_values_of(merged.record, own, [SHORT]),
        taken=tuple(taken for taken in merged.taken if taken not in short),
        conflicts=merged.conflicts
        + tuple(Conflict("container-title", name, one.after, one.source) for one in short),
    )


def _added(kept: Held, others: Sequence[Held], merged: Merged) -> list[Added]:
    """The fields that a merged record gains beside its variables, the ids of the others first."""
    ids = [other.record.id for other in others if other.record.id]
    added = [Added(MERGED_IDS, "; ".join(ids))] if ids else []
    for _, own, form in merged.fields:
        value = own.value if isinstance(own.value, str) else json.dumps(own.value)
        raw = value if form == kept.record.provenance.format else ""
        added.append(Added(own.name, value, raw))
    return added
