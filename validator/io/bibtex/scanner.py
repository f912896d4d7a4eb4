"""The entries of a BibTeX file, found in a stream of text, each with its place.

The text between entries is left alone, as BibTeX does. An entry starts at the start of a line, or
right behind another one. One that is broken costs no neighbour: reading goes on at the next line
that starts an entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from validator.finding import Fault
from validator.io.bibtex import entries
from validator.io.bibtex.entries import START, Cut, Malformed, Slot
from validator.io.bibtex.fields import MONTH_MACROS, NOT_RECORDS
from validator.io.source import BLOCK, Source

AHEAD = 512
"""Characters that must be there to tell what stands at a place; blanks and names are shorter."""
INDENT = 200  # blanks before an entry
EMBEDDED = 3
"""Starts of other entries that may stand inside a value before it counts as never closed."""
PATIENCE = 3
"""Comments whose end is looked for in all of the file: each costs a look at the rest of it."""

_STRICT = re.compile(
    r"@[ \t]*\w[\w:+./-]*[ \t]*[{(]\s*[^\s,={}()\"]*[ \t]*,"
    r"|@[ \t]*(?i:string|comment|preamble)\s*[{(]"
)
_WITHOUT_BRACE = re.compile(
    r"@[ \t]*\w+[ \t]*[^\s{}()=,@\"]*[ \t]*,[ \t]*[\r\n]{1,2}[ \t]*[\w-]+[ \t]*=[ \t]*[{\"\w]"
)
_BEHIND = re.compile(r"[\s,;})]{,400}+(?=@)")
_MORE_FIELDS = re.compile(r"\s{,100}+,\s{,100}+[A-Za-z][\w:+-]{,60}\s{,20}=\s{,20}[{\"\w]")
_REST = re.compile(r"[ \t]{,100}[^\s%]")  # what is left of a line
_MARK = re.compile(r"bibvalidator[ \t]*:[ \t]*(ignore\b[^\r\n]*?)\s*\Z")
_TOKEN = re.compile(r"[{}@]")
_TOKEN_OR_QUOTE = re.compile(r'[{}@")]')


class Entry(NamedTuple):
    """An entry as read, and where it stands (as in ``validator.record.Provenance``)."""

    word: str
    key: str
    fields: list[Slot]
    number: int
    line: int
    column: int
    start: int
    end: int
    mark: str = ""  # what a comment before it accepts: "ignore DOI003"


class Scanner:
    """Reads a source once. ``text`` holds what is being looked at; indexes count in it."""

    def __init__(self, source: Source, block: int = BLOCK) -> None:
        self.limit = source.limit
        self.blocks = source.blocks(block)
        self.block = block
        self.text = next(self.blocks, "")
        self.done = not self.text
        self.has_returns = "\r" in self.text
        self.base = source.first_start  # characters of the file before the text
        if self.base == 0 and self.text.startswith("\ufeff"):
            self.text = self.text[1:]
            self.base = 1
        self.number = source.first_number
        self.at = 0  # where reading goes on
        self.opened: re.Match[str] | None = None  # what opens the entry there, if all is well
        self.mark = ""  # what the comment before that entry accepts
        self.candidate = -1  # a start of an entry, found ahead
        self.looked = 0  # up to here starts were looked for
        self.line = source.first_line  # of the index `counted`
        self.counted = 0
        self.line_start = 0
        self.macros = dict(MONTH_MACROS)
        self.patience = PATIENCE

    def entries(self) -> Iterator[Entry | Fault]:
        """The entries and the faults for broken ones, in order."""
        while self._find():
            start, opened = self.at, self.opened
            if not opened:
                yield self._fault(start, self._next_start(start + 1), entries.NO_BRACE)
                continue
            word = opened[1]
            lower = word.lower()
            if lower == "comment":
                self._skip_comment(opened.end())
            elif lower == "string":
                self._define(opened.end())
            elif lower == "preamble":
                self._skip(opened.end(), EMBEDDED)
            else:
                found = self._read(start, opened.end())
                if isinstance(found, Fault):
                    yield found
                else:
                    key, slots, end, without_comma = found
                    entry = self._entry(word, start, key, slots, end)
                    if without_comma:
                        yield Fault(
                            "COL006",
                            entries.NO_COMMA,
                            line=without_comma,
                            record_number=entry.number,
                            raw=key,
                            record=key,
                        )
                    yield entry

    # finding where entries start

    def _find(self) -> bool:
        """Go to the next start of an entry, behind ``at``; False where there is none."""
        if len(self.text) - self.at < self.block // 4 + AHEAD and not self.done:
            self._refill()
        found = _BEHIND.match(self.text, self.at)
        if found and (opened := START.match(self.text, found.end())):
            self.at, self.opened, self.mark = found.end(), opened, ""
            return True
        behind = self.base + self.at
        while True:
            candidate = self._ahead(self.at)
            if candidate >= 0:
                self.at, self.opened = candidate, START.match(self.text, candidate)
                before = max(behind - self.base, candidate - AHEAD, 0)
                marked = _MARK.search(self.text, before, candidate)
                self.mark = marked[1] if marked else ""
                return True
            if self.done:
                return False
            self.at = max(self.at, len(self.text) - AHEAD - INDENT)
            self._refill()

    def _ahead(self, at: int) -> int:
        """The first start of an entry at the start of a line, from ``at`` on; -1: none in sight."""
        if self.candidate >= at:
            return self.candidate
        text = self.text
        self.candidate = -1
        found = text.find("@", max(at, self.looked))
        while found >= 0:
            if len(text) - found < AHEAD and not self.done:
                self.looked = found
                return -1
            if self._starts_line(found) and (
                START.match(text, found) or _WITHOUT_BRACE.match(text, found)
            ):
                self.looked = found + 1
                self.candidate = found
                return found
            found = text.find("@", found + 1)
        self.looked = len(text)
        return -1

    def _starts_line(self, at: int) -> bool:
        if at and self.text[at - 1] in "\r\n":
            return True
        before = self.text[max(0, at - INDENT) : at].rstrip(" \t\f\v")
        return before[-1] in "\r\n" if before else at < INDENT

    def _next_start(self, at: int) -> int:
        """The next start at the start of a line, or the end of the text, which grows as needed."""
        while (candidate := self._ahead(at)) < 0:
            if self.done:
                return len(self.text)
            self._grow(at)
        return candidate

    # the text, and places in it

    def _refill(self) -> None:
        """Drop the text before ``at`` and read on."""
        self._count(self.at)
        dropped = self.at
        self.text = self.text[dropped:]
        self.base += dropped
        self.counted -= dropped
        self.line_start -= dropped
        self.looked = max(0, self.looked - dropped)
        self.candidate = max(-1, self.candidate - dropped)
        self.at = 0
        self._grow(0)

    def _grow(self, start: int) -> None:
        """Read on, as much as there is from ``start``, so that looking again pays."""
        wanted = max(len(self.text) - start, self.block, 2 * AHEAD)
        pieces = [self.text]
        while wanted > 0 and not self.done:
            piece = next(self.blocks, "")
            pieces.append(piece)
            self.has_returns = self.has_returns or "\r" in piece
            wanted -= len(piece)
            self.done = not piece
        self.text = "".join(pieces)

    def _count(self, at: int) -> None:
        """Count lines up to ``at``, which is not between the two characters of a line's end."""
        text, counted = self.text, self.counted
        if at <= counted:
            return
        lines = text.count("\n", counted, at)
        if self.has_returns:
            lines += text.count("\r", counted, at) - text.count("\r\n", counted, at)
        if lines:
            self.line += lines
            self.line_start = 1 + max(text.rfind("\n", counted, at), text.rfind("\r", counted, at))
        self.counted = at

    # reading one entry

    def _read(self, start: int, inside: int) -> Cut | Fault:
        """The entry at ``start``, whose bracket is before ``inside``; goes on behind it."""
        self._count(start)
        origin = (start, self.line, self.line_start, self.base)
        while True:
            candidate = self._ahead(inside)
            end = candidate if candidate >= 0 else len(self.text)
            try:
                cut = entries.cut(self.text, inside, end, self.macros, origin)
                break
            except Malformed as malformed:
                if candidate < 0 and not self.done and end - start <= self.limit:
                    self._grow(start)
                    continue
                broken = malformed
            partner, first = self._partner(inside, EMBEDDED)
            if partner > end and broken.at_end:
                try:
                    cut = entries.cut(self.text, inside, partner, self.macros, origin)
                    break
                except Malformed as malformed:
                    broken = malformed
            return self._broken(start, partner, first, broken)
        end = cut[2]
        if end - start > self.limit:
            return self._fault(start, end, entries.TOO_LONG)
        if len(self.text) - end < AHEAD and not self.done:
            self._grow(start)
        if _MORE_FIELDS.match(self.text, end):
            return self._fault(start, self._next_start(end), entries.CLOSED_EARLY)
        self.at = end
        return cut

    def _broken(self, start: int, partner: int, first: int, malformed: Malformed) -> Fault:
        """The fault for an entry that cannot be read, and goes on where the next one may start."""
        template = malformed.template
        if partner >= 0:
            if len(self.text) - partner < AHEAD and not self.done:
                self._grow(start)
            behind = _BEHIND.match(self.text, partner)
            if not (behind and START.match(self.text, behind.end())) and (
                _REST.match(self.text, partner) or _MORE_FIELDS.match(self.text, partner)
            ):
                partner = self._next_start(partner)
            return self._fault(start, partner, template)
        if first >= 0:
            return self._fault(start, first, template)
        if len(self.text) - start > self.limit:
            return self._too_long(start)
        return self._fault(start, len(self.text), template)

    def _too_long(self, start: int) -> Fault:
        """The fault for an entry longer than the limit. Its text is not kept."""
        self._count(start)
        number, line, column = self._numbered(), self.line, start - self.line_start + 1
        place = self.base + start
        self.at = start + self.limit
        while (candidate := self._ahead(self.at)) < 0 and not self.done:
            self.at = max(self.at, len(self.text) - AHEAD - INDENT)
            self._refill()
        self.at = candidate if candidate >= 0 else len(self.text)
        return Fault(
            "COL002",
            entries.TOO_LONG,
            line=line,
            column=column,
            record_number=number,
            start=place,
            end=self.base + self.at,
        )

    def _fault(self, start: int, end: int, template: str) -> Fault:
        """The fault for the stretch up to ``end``, blanks at its end apart; goes on at ``end``."""
        self._count(start)
        self.at = end
        too_long = end - start > self.limit
        raw = self.text[start:end].rstrip()
        return Fault(
            "COL002",
            entries.TOO_LONG if too_long else template,
            line=self.line,
            column=start - self.line_start + 1,
            record_number=self._numbered(),
            start=self.base + start,
            end=self.base + start + len(raw),
            raw="" if too_long else raw,
        )

    def _entry(self, word: str, start: int, key: str, slots: list[Slot], end: int) -> Entry:
        line, column = self.line, start - self.line_start + 1
        if self.has_returns:  # a lone carriage return ends a line, too
            slots = [self._replaced(slot) for slot in slots]
        number = 0 if word.lower() in NOT_RECORDS else self._numbered()
        base = self.base
        return Entry(word, key, slots, number, line, column, base + start, base + end, self.mark)

    def _replaced(self, slot: Slot) -> Slot:
        name, value, latex, _, _, start = slot
        at = start - self.base
        self._count(at)
        return name, value, latex, self.line, at - self.line_start + 1, start

    def _numbered(self) -> int:
        self.number += 1
        return self.number - 1

    def _partner(self, inside: int, most: int) -> tuple[int, int]:
        """The place behind the partner of the bracket before ``inside``, -1 where it has none;
        and the first start of another entry on the way, -1 where there is none.

        Looks as far as ``most`` such starts, the limit of a record or the end of the file. A
        start outside of a value shows that the entry was not closed.
        """
        closes = self.text[inside - 1] == "("
        tokens = _TOKEN_OR_QUOTE if closes else _TOKEN
        depth, quoted, first, seen, at = 0 if closes else 1, False, -1, 0, inside
        while True:
            for found in tokens.finditer(self.text, at):
                sign, at = found[0], found.start()
                if sign == "{":
                    depth += 1
                elif sign == "}":
                    depth -= 1
                    if not depth and not closes:
                        return at + 1, first
                elif sign == '"':
                    quoted = quoted != (depth == 0)
                elif sign == ")":
                    if depth == 0 and not quoted:
                        return at + 1, first
                elif len(self.text) - at < AHEAD and not self.done:
                    break
                elif self._resumes(at):
                    first = at if first < 0 else first
                    seen += 1
                    if seen > most or (depth <= (not closes) and most == EMBEDDED):
                        return -1, first
                at += 1
            else:
                at = len(self.text)
            if self.done or len(self.text) - inside > self.limit:
                return -1, first
            self._grow(inside)

    def _resumes(self, at: int) -> bool:
        """Whether an entry surely starts here: at the start of a line or behind another one."""
        if not _STRICT.match(self.text, at):
            return False
        if at and self.text[at - 1] in "\r\n":
            return True
        before = self.text[max(0, at - INDENT) : at].rstrip(" \t")
        return not before or before[-1] in "\r\n})"

    # what is no record

    def _skip(self, inside: int, most: int) -> bool:
        """Go on behind the partner of a bracket, or just behind the bracket if there is none."""
        partner, _ = self._partner(inside, most)
        self.at = partner if partner >= 0 else inside
        return partner >= 0

    def _skip_comment(self, inside: int) -> None:
        """Leave out a comment with all entries in it, as BibLaTeX does."""
        if self.patience <= 0:
            self._skip(inside, EMBEDDED)
        elif not self._skip(inside, self.limit):
            self.patience -= 1

    def _define(self, inside: int) -> None:
        while True:
            candidate = self._ahead(inside)
            end = candidate if candidate >= 0 else len(self.text)
            try:
                name, latex, self.at = entries.definition(self.text, inside, end, self.macros)
            except Malformed:
                if candidate < 0 and not self.done and end - inside <= self.limit:
                    self._grow(inside)
                    continue
                self._skip(inside, EMBEDDED)
            else:
                self.macros[name] = latex
            return
