"""Faults of keys, parents and empty fields, and of lists cut short."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from planting.forms import Plant, Planted, Text, form, words
from planting.tools import script
from planting.write import bibtex, csl, csl_file, csv_file, ris
from validator.record import Record


def _peer(record: Record) -> Record:
    """Another work, of no kin with the record."""
    from planting.records import clean_records

    own = clean_records()
    return own[7] if record.title != own[7].title else own[2]


@form("REC001", "BibTeX")
def _(record: Record, random: Random) -> Planted:
    key = random.choice(("smith2010", "Müller:1999", "article1", "zhang_2012a", "DBLP:conf/acl/X"))
    peer = _peer(record)
    return Plant(
        Text(bibtex(peer, key=key) + bibtex(record, key=key + "b"), "bibtex"),
        Text(bibtex(peer, key=key) + bibtex(record, key=key), "bibtex"),
    )


@form("REC001", "CSL-JSON")
def _(record: Record, random: Random) -> Planted:
    peer, item = csl(_peer(record)), csl(record)
    key = random.choice(("smith2010", "http://zotero.org/items/AB12", "1"))
    before = csl_file([peer | {"id": key}, item | {"id": key + "x"}])
    return Plant(
        Text(before, "csl-json"),
        Text(csl_file([peer | {"id": key}, item | {"id": key}]), "csl-json"),
    )


@form("REC001", "CSV")
def _(record: Record, random: Random) -> Planted:
    peer = replace(_peer(record), id="r1")
    before = csv_file([(peer, None), (replace(record, id="r2"), None)])
    after = csv_file([(peer, None), (replace(record, id="r1"), None)])
    return Plant(Text(before, "csv"), Text(after, "csv"))


@form("REC001", "RIS")
def _(record: Record, random: Random) -> Planted:
    before = ris(_peer(record), None, "ID  - one") + ris(record, None, "ID  - two")
    after = ris(_peer(record), None, "ID  - one") + ris(record, None, "ID  - one")
    return Plant(Text(before, "ris"), Text(after, "ris"))


@form("REC001", "three of one key")
def _(record: Record, random: Random) -> Planted:
    from planting.records import clean_records

    peers = "".join(bibtex(r, key="k") for r in clean_records()[3:5])
    return Plant(
        Text(bibtex(record, key="k"), "bibtex"), Text(peers + bibtex(record, key="k"), "bibtex")
    )


def _parent_form(name: str, field: str, parent: str) -> None:
    @form("REC002", name)
    def plant(record: Record, random: Random) -> Planted:
        if record.type not in ("paper-conference", "chapter"):
            return None
        fields = f"  title = {{Proceedings of a Meeting}},\n  year = {{{record.year}}},\n"
        book = f"@proceedings{{{parent},\n{fields}}}\n"
        child = bibtex(record, key="child", **{field: "proc2010"})
        return Plant(
            Text(child + book.replace(parent, "proc2010"), "bibtex"), Text(child + book, "bibtex")
        )


_parent_form("crossref", "crossref", "proc2011")


_parent_form("xref", "xref", "conference-2010")


_parent_form("crossref, a key misspelt", "crossref", "proc2O10")


@form("REC002", "crossref, and no other record")
def _(record: Record, random: Random) -> Planted:
    if record.type not in ("paper-conference", "chapter"):
        return None
    return Plant(
        Text(bibtex(record, key="child"), "bibtex"),
        Text(bibtex(record, key="child", crossref="gone"), "bibtex"),
    )


@form("REC002", "xdata, a key misspelt")
def _(record: Record, random: Random) -> Planted:
    name = random.choice(("springer", "acm-press", "lncs", "北大出版社", "Наука"))
    store = f"@xdata{{{name},\n  address = {{Heidelberg}},\n}}\n"
    wrong = random.choice((name[:-1], name + "s", name + "-data"))
    kept = random.choice(("", "series, "))
    stores = store + "@xdata{series,\n  series = {Lecture Notes},\n}\n"
    before = bibtex(record, key="child", xdata=kept + name)
    after = bibtex(record, key="child", xdata=kept + wrong)
    return Plant(Text(stores + before, "bibtex"), Text(stores + after, "bibtex"))


@form("REC006", "BibTeX")
def _(record: Record, random: Random) -> Planted:
    key, other = random.choice(
        (
            ("Smith2010", "smith2010"),
            ("DBLP:Acl", "dblp:acl"),
            ("MÜLLER1999", "Müller1999"),
            ("zhangA", "zhanga"),
        )
    )
    peer = bibtex(_peer(record), key=key)
    return Plant(
        Text(peer + bibtex(record, key="other"), "bibtex"),
        Text(peer + bibtex(record, key=other), "bibtex"),
    )


FIELDS = words("doi | volume | note | abstract | isbn | url | pages | publisher | month | keywords")


@form("REC007", "BibTeX")
def _(record: Record, random: Random) -> Planted:
    field = random.choice([f for f in FIELDS if f"  {f} = " not in bibtex(record)])
    text = bibtex(record)
    empty = random.choice((f"  {field} = {{}},\n", f'  {field} = "",\n', f"  {field} = {{ }},\n"))
    return Plant(Text(text, "bibtex"), Text(text.replace("\n}\n", f"\n{empty}}}\n"), "bibtex"))


@form("REC007", "RIS")
def _(record: Record, random: Random) -> Planted:
    lines = ris(record)
    tag = random.choice(
        [t for t in ("DO", "AB", "N1", "VL", "KW", "UR", "PB", "M3") if f"{t}  - " not in lines]
    )
    return Plant(Text(lines, "ris"), Text(ris(record, None, f"{tag}  - "), "ris"))


@form("REC007", "CSL-JSON")
def _(record: Record, random: Random) -> Planted:
    item = csl(record)
    key = random.choice(
        [
            k
            for k in ("DOI", "volume", "abstract", "publisher", "note", "keyword", "ISSN", "author")
            if k not in item
        ]
    )
    value: object = random.choice(("", " ")) if key != "author" else []
    return Plant(
        Text(csl_file([item]), "csl-json"), Text(csl_file([item | {key: value}]), "csl-json")
    )


PAGE = """{title}

作者
{author}[1]
机构
[1]北京大学物理学院
来源
{journal},{year},{volume}({issue}):{page}
关键词
植被;土壤;水分
中图分类号
Q948
{more}摘要
以典型区域为对象，比较了不同条件下各项指标的变化。
"""


def _page(record: Record, more: str = "") -> str | None:
    if script(record.title) != "cjk" or not (record.volume and record.issue and record.page):
        return None
    author = record.author[0]
    return PAGE.format(
        title=record.title,
        author=author.literal or author.family + author.given,
        journal=record.container_title,
        year=record.year,
        volume=record.volume,
        issue=record.issue,
        page=record.page,
        more=more,
    )


@form("REC007", "a page: a label without a value")
def _(record: Record, random: Random) -> Planted:
    before = _page(record)
    after = _page(record, random.choice(("学科分类号\n", "DOI\n", "D O I\n\n")))
    return Plant(Text(before, "cn-page"), Text(after, "cn-page")) if before and after else None


@form("COL003", "a page that declares more records")
def _(record: Record, random: Random) -> Planted:
    page = _page(record)
    if not page:
        return None
    items = "".join(
        f"•[{i}]植被研究之{i}\n李明\n生态学报,2012,{20 + i}({i}):{i}-{i + 9}\n" for i in range(1, 4)
    )
    declared = random.choice((4, 10, 50, 120))
    tail = "相关论文\n共 {} 条\n" + items
    return Plant(
        Text(page + tail.format(3), "cn-page"), Text(page + tail.format(declared), "cn-page")
    )
