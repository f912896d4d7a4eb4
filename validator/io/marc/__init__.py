"""ISO 2709: MARC 21, UNIMARC and CNMARC, in the character sets that are met under their flags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from validator.finding import Fault
from validator.io.marc import characters
from validator.io.marc.characters import ESCAPE, ISO5426, MARC8, UTF8, Decoded
from validator.io.marc.fields import MISFIT, Cut, cut, quick
from validator.io.marc.framing import FIELD_END, frames, number
from validator.io.marc.records import Reader
from validator.io.source import Source
from validator.record import Record

Told = tuple[str, dict[str, str | int]]
"""A template of a fault, and its arguments."""
Parts = tuple[str, list[str], list[str]]
"""The leader, the tags and the values of a record."""

WRONG_LENGTH = "the leader gives {said} bytes, the record has {found}"
WITHOUT_END = "a record without the mark that ends it"
WRONG_BASE = "the leader puts the fields at byte {said}, they begin at {found}"
UNREADABLE = "bytes that stand for no character of {encoding}: {count}"
GUESSED = "neither UTF-8 nor MARC-8: read as {encoding}, which is a guess"
MISFLAGGED = "flagged as {said}, read as {encoding}"


def read(source: Source) -> Iterator[Record | Fault]:
    """The records of a file, and what is wrong with how they are written."""
    reader = Reader(source.path, source.format)
    text = _Characters(source)
    count = source.first_number
    for frame in frames(source):
        if isinstance(frame, Fault):
            yield replace(frame, record_number=count)
            count += 1
            continue
        data, start, end, closed = frame
        if (found := text.plain(data)) is None:
            found = text.of(cut(data))
        leader, tags, values = found
        if text.lost:
            why, args = text.lost
            raw = data[:10_000].decode("latin-1")
            item: Record | Fault = Fault(
                "COL002", why, None, None, count, start, end, raw, "", args
            )
        else:
            item = reader.item(leader, tags, values, number=count, start=start, end=end)
        if isinstance(item, Record):
            is_well_formed = closed and data[:5] == b"%05d" % (len(data) + 1)
            if not (is_well_formed and data[12:17] == b"%05d" % (data.find(FIELD_END) + 1)):
                text.faults = [*_form(data, closed=closed), *text.faults]
            for template, args in text.faults:
                code = "COL004" if template in (GUESSED, MISFLAGGED) else "COL006"
                yield Fault(
                    code, template, record_number=count, record=item.id, raw=item.title, args=args
                )
        if text.faults:
            text.faults = []
        yield item
        count += 1
    source.encoding = text.told()
    source.dialect = reader.dialects.told()


def _form(data: bytes, *, closed: bool) -> Iterator[Told]:
    """What is wrong with the form of a record."""
    length = len(data) + 1
    if not closed:
        yield WITHOUT_END, {}
    elif (said := data[:5]) != b"%05d" % length and length < 100_000:
        yield WRONG_LENGTH, {"said": said.decode("latin-1"), "found": length}
    base = data.find(FIELD_END) + 1
    if number(data[12:17]) != base < 100_000:
        yield WRONG_BASE, {"said": data[12:17].decode("latin-1"), "found": base}


class _Characters:
    """Decodes the records of a file.

    ``faults`` are those of the record decoded last, ``lost`` says why it cannot be read.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.faults: list[Told] = []
        self.lost: Told | None = None
        self.guess = ""  # the charset of the file, where it is neither UTF-8 nor MARC-8
        self.marc8: bool | None = None  # whether the records at the start that are not UTF-8 are
        self.used: dict[str, int] = {}
        self.told_of: set[str] = set()
        peek = getattr(source.binary(), "peek", None)
        self.sample: bytes = peek(1)[: 2**20] if peek else b""

    def plain(self, data: bytes) -> Parts | None:
        """The leader, tags and values of a record that is UTF-8 and cut as its directory says,
        None for any other."""
        self.lost = None
        if ESCAPE in data:
            return None
        try:
            text = data.decode(UTF8)
        except UnicodeDecodeError:
            return None
        parts = quick(data, text)
        if parts is None or text.isascii():
            return parts
        self._note_utf8(parts[0], parts[1], parts[2])
        return parts

    def of(self, found: Cut) -> Parts:
        """The leader, tags and values of any record; ``lost`` says why it has none."""
        leader = found.leader.decode("latin-1")
        if found.fault:
            entries, fields = found.args
            self.lost = found.fault, {"entries": entries, "fields": fields}
            return leader, [], []
        if found.misfit:
            self.faults.append((MISFIT, {"tag": found.misfit}))
        whole = FIELD_END.join(found.values)
        if ESCAPE in whole or not _is_utf8(whole):
            return leader, found.tags, self._decoded(leader, found, whole)
        values = [value.decode(UTF8) for value in found.values]
        if not whole.isascii():
            self._note_utf8(leader, found.tags, values)
        return leader, found.tags, values

    def _note_utf8(self, leader: str, tags: list[str], values: list[str]) -> None:
        self._note(UTF8)
        if leader[9:10] == " " and UTF8 not in self.told_of and not _is_unimarc(tags, values):
            self._misflagged("MARC-8", UTF8)

    def _odd_records(self) -> bytes:
        """The records at the start of the file that are not UTF-8: one alone may tell little."""
        return b"".join(piece for piece in self.sample.split(b"\x1d") if not _is_utf8(piece))

    def told(self) -> str:
        """The encodings of the file, the commonest first."""
        return ", ".join(sorted(self.used, key=lambda name: (-self.used[name], name))) or UTF8

    def _note(self, encoding: str) -> None:
        self.used[encoding] = self.used.get(encoding, 0) + 1

    def _misflagged(self, said: str, encoding: str) -> None:
        if encoding not in self.told_of:
            self.told_of.add(encoding)
            self.faults.append((MISFLAGGED, {"said": said, "encoding": encoding}))

    def _decoded(self, leader: str, found: Cut, whole: bytes) -> list[str]:
        is_unimarc = leader[20:24] == "450 " or ("200" in found.tags and "245" not in found.tags)
        encoding = self._encoding(found, whole, is_unimarc=is_unimarc)
        self._note(encoding)
        if encoding not in (UTF8, self.guess) and leader[9:10] == "a":
            self._misflagged("UTF-8", encoding)
        values = [decoded(value, encoding) for value in found.values]
        if bad := sum(value.bad for value in values):
            self.faults.append((UNREADABLE, {"encoding": encoding, "count": bad}))
        return [value.text for value in values]

    def _encoding(self, found: Cut, whole: bytes, *, is_unimarc: bool) -> str:
        """The character set of a record that is not plain UTF-8."""
        good = len(re.findall(rb"[\xc2-\xf4][\x80-\xbf]+", whole))
        bad = len(re.findall("[\udc80-\udcff]", whole.decode(UTF8, "surrogateescape")))
        if good > 2 * bad:  # UTF-8 with a few broken characters
            return UTF8
        if is_unimarc:
            if not self.guess and characters.is_iso5426(whole):
                return ISO5426
        elif self._is_marc8(whole):
            return MARC8
        if not self.guess:
            self.guess = characters.guessed(whole + self._odd_records(), _language(found))
            self.faults.append((GUESSED, {"encoding": self.guess}))
        return self.guess

    def _is_marc8(self, whole: bytes) -> bool:
        """Whether a record is MARC-8: few accents tell little, and the records before say more."""
        if self.guess:
            return ESCAPE in whole and characters.is_marc8(whole)
        if self.marc8 is None:
            self.marc8 = characters.is_marc8(whole + self._odd_records())
        return characters.is_marc8(whole, share=0.4 if self.marc8 else 0.95)


def decoded(data: bytes, encoding: str) -> Decoded:
    """A field in one of the character sets of MARC, or of any other name."""
    if data.isascii() and ESCAPE not in data:
        return Decoded(data.decode("ascii"))
    if encoding == MARC8:
        return characters.marc8(data)
    if encoding == ISO5426:
        return characters.iso5426(data)
    text = data.decode(encoding, "surrogateescape")
    return Decoded(text, len(re.findall("[\udc80-\udcff]+", text)))


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode(UTF8)
    except UnicodeDecodeError:
        return False
    return True


def _language(found: Cut) -> str:
    """The code of the language that a record has in 008 or UNIMARC 101$a, "" for none."""
    for tag, value in zip(found.tags, found.values, strict=True):
        if tag == "008" and value[35:38].isalpha():
            return value[35:38].decode("latin-1")
        if tag == "101" and value[2:4] == b"\x1fa":
            return value[4:7].decode("latin-1")
    return ""


def _is_unimarc(tags: list[str], values: list[str]) -> bool:
    """Whether a record has no flag for its characters: UNIMARC says them in 100$a."""
    return any(
        tag == "100" and value[4:12].isdigit() for tag, value in zip(tags, values, strict=True)
    )
