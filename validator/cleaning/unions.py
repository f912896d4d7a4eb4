"""Records of one work made one record, in the files that they stand in."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from validator.cleaning.merging import Merged, merge

from validator.cleaning import references
from validator.cleaning.files import Place
from validator.cleaning.fixing import with_values_of
from validator.cleaning.placing import Held, Placing
from validator.io.rewrite import MERGED_IDS, Added, parents

MERGED = "merge"
"""What the log names as the rule of a change that a merge makes."""


class Unions:
    """Merges records. ``merged`` has the place of the record that is kept by the place of each that
    goes; ``written`` the places of those kept."""

    def __init__(self, placing: Placing, held: Mapping[Place, Held]) -> None:
        self.placing = placing
        self.work = placing.work
        self.journal = placing.journal
        self.held = held
        self.merged: dict[Place, Place] = {}
        self.written: set[Place] = set()

    def merge(self, members: Sequence[Held]) -> None:
        """Merge the records of a cluster into the first, where all that it gains can be written."""
        kept = members[0] if members else None
        others = [other for other in members[1:] if kept and self._may_go(other, kept)]
        if not kept or not others:
            return
        own = kept.wanted
        merged = merge(own, [other.wanted for other in others])
        kept.wanted = merged.record
        added = _added(kept, others, merged)
        planned = self.placing.planned(kept, added)
        after = {taken.variable: taken.after for taken in merged.taken}
        if lacking := [variable for variable in planned.missing if variable in after]:
            kept.wanted = with_values_of(merged.record, own, lacking)
            added += [Added(variable, after[variable]) for variable in lacking]
            planned = self.placing.planned(kept, added)
        if not {*after, *(one.name for one in added)}.isdisjoint(planned.missing):
            kept.wanted = own
            self._not_merged(kept, others, planned.missing)
            return
        self.placing.write(kept, planned)
        self.written.add(kept.place)
        for other in others:
            self.merged[other.place] = kept.place
            self.work[other.file.path].gone[other.place[1]] = other.span
        self._tell_merge(kept, others, merged)

    def _may_go(self, other: Held, kept: Held) -> bool:
        """Whether a record may be merged into another: no entry may lose what it inherits."""
        key = other.record.id.lower()
        if key not in self.work[other.file.path].inherited:
            return True
        return other.file is kept.file and key not in parents(kept.record)

    def _tell_merge(self, kept: Held, others: Sequence[Held], merged: Merged) -> None:
        where = {"path": kept.file.path, "line": self.placing.line(kept.record.provenance.line)}
        self.journal.add(
            "merge",
            record=kept.handle,
            **where,
            merged=[
                {
                    "record": other.handle,
                    "path": other.file.path,
                    "line": self.placing.line(other.record.provenance.line),
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

    def _not_merged(self, kept: Held, others: Sequence[Held], missing: Sequence[str]) -> None:
        self.placing.left.add(
            "left",
            record=kept.handle,
            related=[other.handle for other in others],
            reason=f"not merged: {', '.join(missing)} cannot be written in its format",
            path=kept.file.path,
            line=self.placing.line(kept.record.provenance.line),
        )

    def follow(self) -> None:
        """Let the records that name one that was merged name the one that is kept."""
        kept_of = {
            gone.record.id.lower(): self.held[place].record.id
            for gone, place in ((self.held[a], b) for a, b in self.merged.items())
            if gone.record.id and self.held[place].record.id
        }
        for held in self.held.values():
            if held.place in self.merged:
                continue
            for edit, named, old in references.renamed(held.record, kept_of):
                self.work[held.file.path].edits.append(edit)
                self.journal.add(
                    "change",
                    record=held.handle,
                    variable=named.name,
                    before=old,
                    after=edit.text,
                    rule=MERGED,
                    path=held.file.path,
                    line=self.placing.line(named.line),
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
