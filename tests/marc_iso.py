"""ISO 2709 and its fields written for tests: ``TAG ii$a...`` a line, ``$`` before a subfield."""

from __future__ import annotations

from html import escape

LEADER = "00000nam a2200000 a 4500"
UNIMARC = "00000nam  2200000   450 "

ONE = """
    001 ocm1
    008 000107s2000    nyua          001 0 eng d
    100 1 $aWriter, Ada,$d1950-
    245 10$aThings of the past :$ba history /$cAda Writer.
    260   $aNew York :$bPress & Co.,$c2000.
"""
CHINESE = """
    001 012000000001
    100   $a20050315d2005    em y0chiy0120    ea
    101 0 $achi
    200 1 $a目录学概论$Amu lu xue gai lun$e教程$f王大文著
    210   $a北京$c甲出版社$d2005.1
    690   $aG257$v4
    701  0$a王大文$Awang da wen$4著
    801  0$aCN$bNLC$c20050315
"""
LINKED = """
    008 100201s2004    ja            000 0 jpn d
    100 1 $6880-01$aYamada, Tarō.
    245 10$6880-02$aMokuroku no rekishi /$cYamada Tarō.
    260   $6880-03$aTōkyō :$bTōshokan,$c2004.
    880 1 $6100-01/(N$a山田太郎.
    880 10$6245-02/(N$a目録の歴史 /$c山田太郎.
    880   $6260-03/(N$a東京 :$b図書館,$c2004.
"""


def fields(text: str) -> list[tuple[str, str]]:
    """The tags and values of lines; blanks before a line are layout."""
    lines = (line.lstrip() for line in text.strip("\n").split("\n"))
    return [(line[:3], line[4:].replace("$", "\x1f")) for line in lines if line]


def iso(text: str, *, leader: str = LEADER, encoding: str = "utf-8") -> bytes:
    """A record with right lengths."""
    return of_bytes([(tag, value.encode(encoding)) for tag, value in fields(text)], leader=leader)


def of_bytes(values: list[tuple[str, bytes]], *, leader: str = LEADER) -> bytes:
    directory = body = b""
    for tag, value in values:
        directory += tag.encode() + b"%04d%05d" % (min(9999, len(value) + 1), min(99999, len(body)))
        body += value + b"\x1e"
    base = 24 + len(directory) + 1
    length = base + len(body) + 1
    head = leader.encode()
    start = b"%05d" % min(99999, length) + head[5:12] + b"%05d" % min(99999, base) + head[17:]
    return start + directory + b"\x1e" + body + b"\x1d"


def xml(text: str, *, leader: str = LEADER, prefix: str = "") -> str:
    """A record of MARCXML; ``prefix`` with its colon."""
    lines = [f"<{prefix}record>", f"<{prefix}leader>{leader}</{prefix}leader>"]
    for tag, value in fields(text):
        if "\x1f" not in value:
            lines.append(
                f'<{prefix}controlfield tag="{tag}">{escape(value)}</{prefix}controlfield>'
            )
            continue
        indicators, *subfields = value.split("\x1f")
        one, two = (indicators + "  ")[:2]
        lines.append(f'<{prefix}datafield tag="{tag}" ind1="{one}" ind2="{two}">')
        lines += [
            f'<{prefix}subfield code="{part[0]}">{escape(part[1:])}</{prefix}subfield>'
            for part in subfields
        ]
        lines.append(f"</{prefix}datafield>")
    return "\n".join([*lines, f"</{prefix}record>"])
