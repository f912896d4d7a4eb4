"""What a zip file would unpack to, found out before anything of it is held; and its title."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from validator.errors import UnreadableError

BLOCK = 2**20
CELL = 24  # bytes that a cell of a sheet takes in memory, empty ones between others too
SUSPECT = 64 * 2**20  # bytes from which on an entry may not unpack to many times its size
TIMES = 400  # nothing that people write is packed like this
SHEETS = re.compile(r"(?i)xl/worksheets/[^/]*\.xml")
_COLUMN = re.compile(rb"""\br\s*=\s*["']([A-Z]{1,3})\d""")
_ROW = re.compile(rb"""\br\s*=\s*["'][A-Z]{0,3}(\d{1,7})["']""")
_FAR = re.compile(rb"""r\s*=\s*["'](?:[A-Z]{3}\d|[A-Z]{0,2}\d{6,7}["'])""")
_REPEATED = re.compile(rb"<\w+:(table|table-row|table-cell|covered-table-cell)(?=[\s/>])([^>]*)")
_TITLE = re.compile(rb"<dc:title>([^<]{0,1000})</dc:title>")
_TIMES = re.compile(rb"""number-(?:rows|columns)-repeated\s*=\s*["'](\d+)""")


def check_workbook(file: IO[bytes], limit: int) -> None:
    """Raise UnreadableError for a workbook that is damaged, or larger than ``limit`` bytes when it
    is unpacked: its parts, or a sheet with all the empty cells between those that are filled."""
    try:
        with zipfile.ZipFile(file) as opened:
            entries = opened.infolist()
            if any(entry.flag_bits & 1 for entry in entries):
                raise UnreadableError("an encrypted workbook: save it without a password")
            if sum(entry.file_size for entry in entries) > limit:
                raise _too_large()
            names = {entry.filename for entry in entries}
            if any(name.lower().endswith("workbook.bin") for name in names):
                raise UnreadableError("a binary workbook (.xlsb): save it as .xlsx")
            for entry in entries:
                is_suspect = entry.file_size > SUSPECT
                if is_suspect and entry.file_size > TIMES * max(entry.compress_size, 1):
                    raise UnreadableError(
                        f"a part of it unpacks to over {TIMES} times its size, as a zip bomb does"
                    )
                if SHEETS.fullmatch(entry.filename):
                    _check_sheet(opened, entry, limit)
                elif entry.filename == "content.xml":
                    _check_repeated(opened, entry, limit)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
        raise UnreadableError(f"a damaged workbook: {error}") from error
    except (NotImplementedError, RuntimeError, ValueError) as error:
        raise UnreadableError(f"a damaged workbook: {error}") from error
    finally:
        file.seek(0)


def title(file: IO[bytes]) -> str:
    """The title in the properties of a workbook, "" for none; of a damaged part nobody knows."""
    try:
        with zipfile.ZipFile(file) as opened, opened.open("docProps/core.xml") as part:
            found = _TITLE.search(part.read(BLOCK))
    except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError):
        return ""
    return found[1].decode("utf-8", "replace") if found else ""


def _check_sheet(opened: zipfile.ZipFile, entry: zipfile.ZipInfo, limit: int) -> None:
    """Raise UnreadableError where a sheet's cells are too far apart: it is held as a rectangle."""
    near = 99_999 * 26 * 27 * CELL  # what a sheet takes that has no far cell
    if near <= limit and not any(map(_FAR.search, _pieces(opened, entry))):
        return
    letters: set[bytes] = set()
    rows = 0
    for piece in _pieces(opened, entry):
        letters.update(_COLUMN.findall(piece))
        rows = max(rows, *map(int, _ROW.findall(piece)), 0)
    if rows * max(map(_column, letters), default=0) * CELL > limit:
        raise _too_large()


def _pieces(opened: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """The bytes of an entry in pieces, each with the end of the one before."""
    kept = b""
    with opened.open(entry) as stream:
        while block := stream.read(BLOCK):
            yield kept + block
            kept = block[-64:]


def _check_repeated(opened: zipfile.ZipFile, entry: zipfile.ZipInfo, limit: int) -> None:
    """The same for the sheets of ODS, whose rows and cells say how often they are there."""
    above = rows = columns = width = 0  # rows above this one, its times, its cells, the widest
    kept = b""
    with opened.open(entry) as stream:
        while block := stream.read(BLOCK):
            piece = kept + block
            end = piece.rfind(b"<")
            kept = piece[end:][-BLOCK:]
            for found in _REPEATED.finditer(piece, 0, end):
                kind, attributes = found.groups()
                if kind == b"table":
                    above = rows = width = 0
                elif kind == b"table-row":
                    above, rows, columns = above + rows, _repeated(attributes), 0
                else:
                    columns += _repeated(attributes)
                    if b"value" in attributes or b"formula" in attributes:
                        width = max(width, columns)
                        if (above + rows) * width * CELL > limit:
                            raise _too_large()


def _repeated(attributes: bytes) -> int:
    found = _TIMES.search(attributes)
    return int(found[1]) if found else 1


def _column(letters: bytes) -> int:
    """The number of a column: A is 1, XFD 16,384."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _too_large() -> UnreadableError:
    return UnreadableError("larger than max-unpacked-bytes when it is unpacked")
