"""A record that has everything, for tests of writers."""

from __future__ import annotations

from typing import Any

from validator.record import Name, OtherId, Parallel, Record
from validator.text import dates

VALUES: dict[str, Any] = {
    "title": "A study of {DNA} & 50% more_so",
    "author": (Name("Berg", "Jan", "van der"), Name(literal="World Health Organization")),
    "editor": (Name("Roe", "Jane"),),
    "translator": (Name("李", "明"),),
    "container_title": "Journal of Records",
    "container_title_short": "J. Rec.",
    "collection_title": "Lecture Notes",
    "event_title": "10th Conference",
    "publisher": "Springer",
    "publisher_place": "Berlin",
    "issued": dates.parse("2019-05-03"),
    "original_date": "1950",
    "volume": "12",
    "issue": "3",
    "page": "100-110",
    "number": "e123",
    "number_of_pages": "320",
    "edition": "2nd",
    "genre": "Survey",
    "status": "forthcoming",
    "doi": "10.1000/a_b(c)",
    "isbn": "978-3-16-148410-0",
    "issn": "0028-0836; 1476-4687",
    "pmid": "12345678",
    "pmcid": "PMC123456",
    "arxiv": "2101.00001",
    "cstr": "31253.11.sciencedb.1",
    "other_id": (OtherId("lccn", "2001012345"), OtherId("cn", "11-1826/R")),
    "url": "https://example.org/~a?b=c&d=%20#e",
    "language": "en",
    "keyword": ("2,4-D", "Smith, J.", "机器学习"),
    "index_keyword": ("HUMANS", "MICE"),
    "classification": "R730.4",
    "affiliation": ("Univ. of X, City",),
    "abstract": "First line.\nSecond line.",
    "note": "A note\nin two lines",
}
"""Attributes of Record with a value each. Some come without the others: see `TRANSLATION`."""
TRANSLATION = frozenset(("translator", "original_date"))
"""What makes a record a translation, which has no parallel values."""
PARALLEL = Parallel(
    title="中文题名",
    author=(Name(literal="李明"), Name("王", "小红")),
    container_title="记录学报",
    publisher="科学出版社",
    publisher_place="北京",
    keyword=("关键词", "题名"),
    affiliation=("北京大学",),
    abstract="摘要",
)


def full_record(type_: str, **changed: Any) -> Record:
    """A record of a type with all values and the parallel ones."""
    values = {name: value for name, value in VALUES.items() if name not in TRANSLATION}
    return Record(**{"id": "key1", "type": type_, **values, "parallel": PARALLEL, **changed})
