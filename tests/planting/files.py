"""Faults of files: broken records, charsets, nothing at all."""

from __future__ import annotations

import json
from dataclasses import replace
from random import Random
from xml.sax.saxutils import escape

from planting.forms import Plant, Planted, Text, form
from planting.write import bibtex, csl, csl_file, csv_file, csv_row, ris, ris_lines
from validator.record import Record


def _three(record: Record) -> tuple[Record, Record]:
    """Two records to stand before and behind the broken one."""
    from planting.records import clean_records

    own = clean_records()
    return replace(own[0], id="first"), replace(own[12], id="last")


def _broken_bibtex(name: str, break_: object) -> None:
    @form("COL002", f"BibTeX: {name}")
    def plant(record: Record, random: Random) -> Planted:
        first, last = _three(record)
        whole = bibtex(record, key="mid")
        broken = break_(whole)  # type: ignore[operator]
        ends = bibtex(first, key="first"), bibtex(last, key="last")
        return Plant(Text(whole.join(ends), "bibtex"), Text(broken.join(ends), "bibtex"))


_broken_bibtex("the last brace lost", lambda t: t.rstrip()[:-1] + "\n\n")


_broken_bibtex("a brace of a field lost", lambda t: t.replace("},\n", ",\n", 1))


_broken_bibtex("a brace too many", lambda t: t.replace("},\n", "}},\n", 1))


_broken_bibtex("cut off in a field", lambda t: t[: t.index("title") + 15] + "\n\n")


_broken_bibtex("no brace behind the type", lambda t: t.replace("{", " ", 1))


_broken_bibtex("an equals sign lost", lambda t: t.replace("title = ", "title ", 1))


@form("COL002", "CSL-JSON lines: a line cut off")
def _(record: Record, random: Random) -> Planted:
    first, last = (json.dumps(csl(r), ensure_ascii=False) for r in _three(record))
    line = json.dumps(csl(record), ensure_ascii=False)
    return Plant(
        Text("\n".join((first, line, last)) + "\n", "csl-jsonl"),
        Text("\n".join((first, line[: len(line) // 2], last)) + "\n", "csl-jsonl"),
    )


@form("COL002", "CSL-JSON: no object")
def _(record: Record, random: Random) -> Planted:
    first, last = map(csl, _three(record))
    faulty: list[object] = [first, random.choice(("text", 12, None, [])), last]
    before = csl_file([first, csl(record), last])
    return Plant(Text(before, "csl-json"), Text(json.dumps(faulty, ensure_ascii=False), "csl-json"))


@form("COL002", "CSL-JSON: a comma lost in an object")
def _(record: Record, random: Random) -> Planted:
    first, last = map(csl, _three(record))
    before = csl_file([first, csl(record) | {"id": "mid"}, last])
    at = before.index('"mid",') + len('"mid"')
    return Plant(Text(before, "csl-json"), Text(before[:at] + before[at + 1 :], "csl-json"))


@form("COL002", "CSL-JSON: cut off at the end")
def _(record: Record, random: Random) -> Planted:
    first, last = map(csl, _three(record))
    before = csl_file([first, last, csl(record)])
    return Plant(Text(before, "csl-json"), Text(before[:-40], "csl-json"))


@form("COL006", "RIS: no TY")
def _(record: Record, random: Random) -> Planted:
    first, last = _three(record)
    headless = "\r\n".join([*ris_lines(record)[1:], "ER  - ", "", ""])
    before = ris(first) + ris(record) + ris(last)
    return Plant(Text(before, "ris"), Text(ris(first) + headless + ris(last), "ris"))


@form("COL002", "CSV: cells too many")
def _(record: Record, random: Random) -> Planted:
    rows = [(r, None) for r in _three(record)]
    before = csv_file([*rows, (record, None)])
    after = csv_file(rows, [*csv_row(record), "more", "and more"])
    return Plant(Text(before, "csv"), Text(after, "csv"))


@form("COL002", "CSV: cells too few")
def _(record: Record, random: Random) -> Planted:
    rows = [(r, None) for r in _three(record)]
    before = csv_file([*rows, (record, None)])
    return Plant(Text(before, "csv"), Text(csv_file(rows, csv_row(record)[:6]), "csv"))


@form("COL002", "CSV: a quotation mark lost")
def _(record: Record, random: Random) -> Planted:
    rows = [(r, None) for r in _three(record)]
    before = csv_file([(replace(record, title=record.title + ", one"), None), *rows])
    at = before.index(', one"')
    return Plant(Text(before, "csv"), Text(before[: at + 5] + before[at + 6 :], "csv"))


@form("COL002", "a file that holds something else")
def _(record: Record, random: Random) -> Planted:
    form_name = random.choice(("bibtex", "ris", "csl-json"))
    page = "<html><head><title>Login</title></head><body>Please sign in.</body></html>"
    return Plant((), Text(page, form_name))


@form("COL006", "RIS: ER lost")
def _(record: Record, random: Random) -> Planted:
    first, last = _three(record)
    endless = "\r\n".join([*ris_lines(record), ""])
    before = ris(first) + ris(record) + ris(last)
    return Plant(Text(before, "ris"), Text(ris(first) + endless + ris(last), "ris"))


@form("COL006", "BibTeX: a comma lost")
def _(record: Record, random: Random) -> Planted:
    first, last = _three(record)
    whole = bibtex(record, key="mid")
    ends = bibtex(first, key="first"), bibtex(last, key="last")
    breaks = [i for i in range(len(whole)) if whole.startswith("},\n  ", i)]
    if not breaks:
        return None
    at = random.choice(breaks)
    broken = whole[: at + 1] + whole[at + 2 :]
    return Plant(Text(whole.join(ends), "bibtex"), Text(broken.join(ends), "bibtex"))


CHARSETS = {
    "cjk": ("gb18030", "big5", "shift_jis", "euc-jp"),
    "hangul": ("euc-kr",),
    "cyrillic": ("cp1251", "koi8-r"),
    "greek": ("cp1253",),
    "latin": ("latin-1", "cp1252", "cp1250"),
}


@form("COL004", "a file of another charset")
def _(record: Record, random: Random) -> Planted:
    from planting.tools import script

    if record.title.isascii():
        return None
    charset = random.choice(CHARSETS.get(script(record.title), ("latin-1",)))
    text = random.choice((bibtex(record), ris(record)))
    try:
        content = text.encode(charset)
    except UnicodeError:
        return None
    form_name = "bibtex" if text.startswith("@") else "ris"
    return Plant(Text(text, form_name), Text(content, form_name))


@form("COL005", "nothing, blanks or a mark of byte order")
def _(record: Record, random: Random) -> Planted:
    content = random.choice((b"", b"\n\n", b"\xef\xbb\xbf", b"  \r\n"))
    return Plant(Text(bibtex(record), ""), Text(content, ""))


@form("COL005", "comments alone")
def _(record: Record, random: Random) -> Planted:
    content = random.choice(
        (
            "% Encoding: UTF-8\n",
            "@comment{jabref-meta: databaseType:bibtex;}\n",
            '@string{jan = "January"}\n',
            "[]",
        )
    )
    return Plant(
        Text(bibtex(record), ""), Text(content, "csl-json" if content == "[]" else "bibtex")
    )


def _response(records: list[Record], rest: str) -> Text:
    """A response of OAI-PMH with the titles of records, and what stands behind them."""
    uri = "http://www.openarchives.org/OAI/2.0/"
    listed = "".join(
        f'<record><metadata><oai_dc:dc xmlns:oai_dc="{uri}oai_dc/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(record.title or record.id)}</dc:title></oai_dc:dc></metadata></record>"
        for record in records
    )
    return Text(
        f'<OAI-PMH xmlns="{uri}"><ListRecords>{listed}{rest}</ListRecords></OAI-PMH>', "dublin-core"
    )


@form("COL007", "OAI-PMH: a resumption token")
def _(record: Record, random: Random) -> Planted:
    token = f"<resumptionToken>oai_dc|{random.randrange(10**6)}</resumptionToken>"
    return Plant(_response([record], "<resumptionToken/>"), _response([record], token))


@form("COL007", "OAI-PMH: a deleted record")
def _(record: Record, random: Random) -> Planted:
    header = '<header status="deleted"><identifier>oai:x:1</identifier></header>'
    return Plant(_response([record], ""), _response([record], f"<record>{header}</record>"))
