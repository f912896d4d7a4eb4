"""Zotero's JSON: what its keys hold."""

from __future__ import annotations

import json
from typing import Any

import pytest
from shared import SHARED, needs_shared

from validator.io import detect, read_text
from validator.record import Name, Record


def one(item: dict[str, Any]) -> Record:
    (record,) = read_text(json.dumps([{"itemType": "book"} | item]), "zotero-json")
    assert isinstance(record, Record)
    return record


def creator(kind: str = "author", **parts: Any) -> list[dict[str, Any]]:
    return [{"creatorType": kind, **parts}]


REAL = [  # retyped from items of translators, without abstracts and addresses
    (
        {
            "itemType": "thesis",
            "title": "美国的欧洲犹太难民政策研究(1933-1945)",
            "creators": creator(lastName="娄伟光", fieldMode=1),
            "language": "zh-CN",
            "libraryCatalog": "Baidu Scholar",
            "thesisType": "硕士学位论文",
            "university": "郑州大学",
            "tags": [{"tag": "德国"}, {"tag": "纳粹"}],
            "notes": [],
        },
        {
            "type": "thesis",
            "title": "美国的欧洲犹太难民政策研究(1933-1945)",
            "author": (Name(literal="娄伟光"),),
            "language": "zh-CN",
            "genre": "硕士学位论文",
            "publisher": "郑州大学",
            "keyword": ("德国", "纳粹"),
        },
    ),
    (
        {
            "itemType": "journalArticle",
            "title": "Prematurity: An Overview and Public Health Implications",
            "creators": [
                *creator(firstName="Marie C.", lastName="McCormick"),
                *creator("editor", firstName="J. E.", lastName="Fielding"),
            ],
            "date": "2011",
            "DOI": "10.1146/annurev-publhealth-090810-182459",
            "ISSN": "0163-7525",
            "extra": "numPages: 13\npublisher: Annual Reviews",
            "journalAbbreviation": "Annu. Rev. Public Health",
            "pages": "367-379",
            "publicationTitle": "ANNUAL REVIEW OF PUBLIC HEALTH, VOL 32",
            "series": "Annual Review of Public Health",
            "volume": "32",
        },
        {
            "type": "article-journal",
            "title": "Prematurity: An Overview and Public Health Implications",
            "author": (Name("McCormick", "Marie C."),),
            "editor": (Name("Fielding", "J. E."),),
            "issued": "2011",
            "doi": "10.1146/annurev-publhealth-090810-182459",
            "issn": "0163-7525",
            "note": "numPages: 13\npublisher: Annual Reviews",
            "publisher": "Annual Reviews",
            "container_title": "ANNUAL REVIEW OF PUBLIC HEALTH, VOL 32",
            "container_title_short": "Annu. Rev. Public Health",
            "collection_title": "Annual Review of Public Health",
            "page": "367-379",
            "volume": "32",
        },
    ),
]


@pytest.mark.parametrize(("item", "values"), REAL, ids=[v["type"] for _, v in REAL])
def test_real_items(item: dict[str, Any], values: dict[str, Any]) -> None:
    record = one(item)
    for attribute, value in values.items():
        found = getattr(record, attribute)
        found = found.raw if attribute == "issued" and found else found
        assert found == value, attribute
    assert record.present <= {"raw", "provenance", "type_as_read", *values}
    assert record.provenance.source == item.get("libraryCatalog", "")
    assert [(field.name, field.value) for field in record.raw] == list(item.items())


VALUES = [
    # item, attribute, what is read, why
    ({"itemType": "statute", "nameOfAct": "民法典"}, "title", "民法典", "an act"),
    ({"itemType": "case", "caseName": "A v. B"}, "type", "legal_case", "a case"),
    ({"itemType": "statute", "dateEnacted": "2020-05-28"}, "year", 2020, "its date"),
    ({"itemType": "patent", "patentNumber": "CN1"}, "number", "CN1", "its number"),
    ({"itemType": "patent", "creators": creator("inventor", name="A")}, "author",
     (Name(literal="A"),), "an inventor"),
    ({"creators": creator("contributor", name="A")}, "author", (), "no author"),
    ({"creators": creator("translator", lastName="Li", firstName="Wei")}, "translator",
     (Name("Li", "Wei"),), ""),
    ({"creators": creator(lastName="WHO", fieldMode=1)}, "author", (Name(literal="WHO"),), ""),
    ({"creators": creator(lastName="許永欽", firstName="")}, "author", (Name("許永欽"),), ""),
    ({"creators": [{"creatorType": "author"}, None, "A"]}, "author", (), "nobody"),
    ({"itemType": "preprint", "archiveID": "arXiv:2101.00001"}, "arxiv", "2101.00001", ""),
    ({"extra": "original-title: The past", "title": "过去"}, "parallel.title", "The past", ""),
    ({"extra": "PMID: 26957754"}, "pmid", "26957754", "a line of the note"),
    ({"extra": []}, "note", "", "no text"),
    ({"tags": ["a", {"tag": "b", "type": 1}]}, "keyword", ("a", "b"), "texts and objects"),
    ({"title": "中国类书库", "multi": {"_keys": {"title": {"zh-alalc97": "Zh", "en": "A"}}}},
     "parallel.title", "A", "Juris-M; a romanised title is none in another language"),
    ({"itemID": 12, "key": "ABCDEFG2"}, "id", "ABCDEFG2", "the key before the number"),
    ({"data": {"itemType": "map", "title": "M"}}, "title", "M", "an item of the API"),
    ({"itemType": "nonsense"}, "type", "", "unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("item", "attribute", "expected", "why"), VALUES)
def test_values(item: dict[str, Any], attribute: str, expected: Any, why: str) -> None:
    found: Any = one(item)
    for part in attribute.split("."):
        found = getattr(found, part)
    assert found == expected


def test_parts_of_items_are_no_records() -> None:
    items = [{"itemType": kind, "title": kind} for kind in ("note", "book", "attachment", "map")]
    records = [r for r in read_text(json.dumps(items), "zotero-json") if isinstance(r, Record)]
    assert [(r.title, r.provenance.record_number) for r in records] == [("book", 1), ("map", 2)]


class TestRealItems:
    pytestmark = needs_shared

    @pytest.mark.parametrize(("name", "count"), [("zotero_items", 258), ("bbt_items", 29)])
    def test_every_item_is_read(self, name: str, count: int) -> None:
        lines = (SHARED / f"data/cjk/{name}.jsonl").read_text("utf-8").splitlines()
        items = [json.loads(line)["record"] for line in lines]
        text = json.dumps({"config": {}, "items": items}, ensure_ascii=False)
        assert detect.by_content(text) == "zotero-json"
        records = [r for r in read_text(text, "zotero-json") if isinstance(r, Record)]
        assert len(records) == count
        named = (item.get(key) for item in items for key in ("title", "caseName", "nameOfAct"))
        assert sum(bool(r.title) for r in records) == sum(map(bool, named))
        assert all(record.type for record in records)
