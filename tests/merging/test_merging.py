"""Records of one work made into one: what is taken over, and what contradicts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from merged_well import people, record

from validator.audit import Decision, Member, Verdict
from validator.merging.kinds import KINDS
from validator.merging.merging import Conflict, Merged, Taken, links, merge
from validator.merging.preference import told
from validator.record import (
    ATTRIBUTES,
    Field,
    Name,
    OtherId,
    Parallel,
    Provenance,
    Record,
)


def merged(attribute: str, kept: Any, *others: Any) -> Merged:
    members = [record(f"m{n}", **{attribute: value}) for n, value in enumerate(others, start=1)]
    return merge(record("kept", **{attribute: kept}), members)


TEXTS = [  # variable, kept, other, what is kept, whether they contradict
    ("title", "", "Soils of the north", "Soils of the north", False),
    ("title", "NA", "Soils of the north", "Soils of the north", False),  # a word for nothing
    ("title", "Soils of the north", "N/A", "Soils of the north", False),
    ("title", "Soils of the north", "SOILS OF THE NORTH.", "Soils of the north", False),
    ("title", "SOILS OF THE NORTH", "Soils of the north", "Soils of the north", False),
    ("title", "soils of the north", "Soils of the North", "Soils of the North", False),
    ("title", "Uber Boden", "Über Böden", "Über Böden", False),  # accents, and their loss
    ("title", "Ueber Boeden", "Über Böden", "Über Böden", False),
    ("title", "ÜBER BÖDEN IM NORDEN", "Uber Boden im Norden", "ÜBER BÖDEN IM NORDEN", False),
    ("title", "Le?niak and his house", "Leśniak and his house", "Leśniak and his house", False),
    ("title", "&quot;Soils &amp; rice&quot;", "Soils & rice", "Soils & rice", False),
    ("title", "Soils", "Soils: a survey", "Soils: a survey", False),
    ("title", "Soils: a survey", "Soils", "Soils: a survey", False),
    ("title", "Soils", "Soils - A Survey", "Soils - A Survey", False),
    ("title", "Soils of the north", "SOILS OF THE NORTH: A SURVEY", "Soils of the north", True),
    ("title", "Soils of the north", "Soils of the north [Dutch]", "Soils of the north", True),
    ("title", "Soils north [Dutch]", "Soils north", "Soils north [Dutch]", False),
    ("title", "Soils of the nor...", "Soils of the north", "Soils of the north", False),
    ("title", "Soils of the north", "Soils of the south", "Soils of the north", True),
    ("title", "Programming in C", "Programming in C++", "Programming in C", True),
    ("title", "土壤研究", "土壤研究：方法与应用", "土壤研究：方法与应用", False),
    ("title", "圖書館學", "图书馆学", "圖書館學", True),  # one text; no way leads to its other form
    ("title", "지역의 작은 학교", "지역의 작은학교", "지역의 작은 학교", False),  # blanks
    ("title", "１Ｑ８４", "1Q84", "1Q84", False),
    ("title", "平凡的世界 第二部", "平凡的世界 第2部", "平凡的世界 第二部", False),
    ("title", "平凡的世界 第二部", "平凡的世界 第三部", "平凡的世界 第二部", True),
    ("container_title", "J Soil Sci", "Journal of Soil Science", "Journal of Soil Science", False),
    ("container_title", "JAMA", "Jama", "JAMA", False),  # a short name in capitals is no shouting
    ("container_title", "BODENKUNDE", "Bodenkunde", "Bodenkunde", False),
    ("container_title", "Plant and Soil", "Plant & Soil", "Plant and Soil", False),
    ("container_title", "Plant & Soil", "Plant and Soil", "Plant and Soil", False),
    ("container_title", "In Proc. of Soils", "Proc. of Soils", "Proc. of Soils", False),
    ("container_title", "Proc. of Soils", "In Proc. of Soils", "Proc. of Soils", False),
    ("container_title", "物理学报", "物理化学学报", "物理学报", True),  # two journals
    ("container_title", "Stroke (Basel)", "Stroke", "Stroke (Basel)", False),
    ("container_title", "Ai zheng [J. cancer]", "J. Cancer", "Ai zheng [J. cancer]", False),
    ("publisher", "Tidewater Books", "Tidewater", "Tidewater Books", False),
    ("publisher", "Tidewater", "Lowland Press", "Tidewater", True),
    ("abstract", "We studied soils", "We studied soils here.", "We studied soils here.", False),
    ("abstract", "We studied soi...", "We studied soils here.", "We studied soils here.", False),
    ("abstract", "We studied soils.", "They studied rivers.", "We studied soils.", True),
    ("page", "12", "12-18", "12-18", False),
    ("page", "12-8", "12-18", "12-8", False),
    ("page", "1099-108", "pp. 1099–1108", "1099-108", False),
    ("page", "35-38", "35-38+80", "35-38+80", False),
    ("page", "8 p.", "35-42", "35-42", False),  # how many pages, and which
    ("page", "12-18", "13-18", "12-18", True),
    ("page", "0", "12", "12", False),
    ("volume", "12", "Vol. 012", "12", False),
    ("volume", "第四卷", "4", "第四卷", False),
    ("volume", "XII", "12", "XII", False),
    ("volume", "12", "13", "12", True),
    ("volume", "1(4", "1(4)", "1(4)", False),  # cut off
    ("title", "Soils (and rivers", "Soils (and rivers)", "Soils (and rivers)", False),
    ("title", "a) soils b) rivers", "(a) soils (b) rivers", "(a) soils (b) rivers", False),
    ("volume", "65 (Suppl 1)", "65", "65 (Suppl 1)", False),
    ("issue", "3", "3-4", "3-4", False),
    ("issue", "3", "3-40", "3", True),  # no double issue
    ("issue", "Suppl. 1", "S1", "Suppl. 1", False),
    ("issue", "Suppl. 1", "1", "Suppl. 1", True),
    ("edition", "2nd ed.", "Second edition", "2nd ed.", False),
    ("doi", "10.5334/x", "https://doi.org/10.5334/X", "10.5334/x", False),
    ("doi", "see publisher", "10.5334/dsj-2019", "10.5334/dsj-2019", False),
    ("doi", "10.5334/dsj-2019", "10.5334/dsj-2020", "10.5334/dsj-2019", True),
    ("doi", "10.2307/41703", "10.25300/MISQ/2012", "10.25300/MISQ/2012", False),  # of an archive
    ("pmid", "33413686", "x", "33413686", True),
    ("pmid", "x", "PMID: 33413686", "PMID: 33413686", False),
    ("arxiv", "2101.00001", "arXiv:2101.00001v2", "2101.00001", False),
    ("issn", "0378-5955", "1879-5897", "0378-5955; 1879-5897", False),  # in print, and online
    ("issn", "0378-5955", "03785955", "0378-5955", False),
    ("issn", "0378-5956", "0378-5955", "0378-5955", False),  # a wrong check digit
    ("issn", "0378-5955", "0378-5956", "0378-5955", True),
    ("issn", "0378-5955, 1879-5897", "0028-0836", "0378-5955, 1879-5897", True),  # a third
    ("isbn", "9780306406157", "0-306-40615-2", "9780306406157", False),
    ("isbn", "9780306406157", "9787506365437 (pbk)", "9780306406157; 9787506365437 (pbk)", False),
    ("url", "https://www.a.org/b/", "http://a.org/b", "https://www.a.org/b/", False),
    ("url", "https://example.org/a", "https://example.org/b", "https://example.org/a", True),
    ("language", "de", "ger", "de", False),
    ("language", "zh-TW", "zh", "zh-TW", False),
    ("language", "zh", "zh-TW", "zh", True),  # its title is written as it is
    ("language", "??", "de", "de", False),
    ("language", "de", "en", "de", True),
    ("classification", "TP391.1", "TP391.1; G250", "TP391.1; G250", False),
    ("classification", "TP391", "TP39.1", "TP391; TP39.1", False),  # dots count
    ("note", "A reprint.", "a reprint\nWith maps.", "A reprint.\nWith maps.", False),
    ("suppression", "ignore DOI003", "ignore DOI003, TIT001", "ignore DOI003, TIT001", False),
    ("type", "document", "article-journal", "article-journal", False),
    ("type", "article", "article-journal", "article-journal", False),  # a preprint, published
    ("type", "chapter", "document", "chapter", False),
    ("type", "article-journal", "paper-conference", "article-journal", True),
    ("genre", "PhD thesis", "Ph.D. Thesis", "PhD thesis", False),
]  # fmt: skip


@pytest.mark.parametrize(("attribute", "kept", "other", "after", "contradicts"), TEXTS)
def test_two_values(attribute: str, kept: str, other: str, after: str, contradicts: bool) -> None:
    found = merged(attribute, kept, other)
    assert told(getattr(found.record, attribute)) == after
    assert [c.other for c in found.conflicts] == [other] * contradicts
    assert bool(found.taken) == (after != kept)
    if found.taken and attribute not in ("issn", "isbn", "note", "classification", "suppression"):
        assert found.taken[0][1:] == (kept, after, "m1")


AUTHORS = [  # kept, other, what is kept, whether they contradict
    ("Gopal; Koka", "Gopal, Anand; Koka, B. R.", "Gopal, Anand; Koka, B. R.", False),
    ("Smith, J.; Jones, Ann", "Smith, John; Jones, A.", "Smith, John; Jones, Ann", False),
    (
        "Smith, J. D.; Lee, K.",
        "Smith, John; Lee, Kim",
        "Smith, J. D.; Lee, Kim",
        True,
    ),  # D. or John
    ("Smith, J.", "Smith, Jane; Doe, Ann", "Smith, Jane; Doe, Ann", False),  # a first author alone
    ("Smith, J.; et al.", "Smith, Jane; Doe, Ann", "Smith, Jane; Doe, Ann", False),
    ("Smith, Jane; Doe, Ann", "Smith, J.; et al.", "Smith, Jane; Doe, Ann", False),
    ("Smith, J.; Doe, A.", "Doe, Ann; Smith, Jane", "Smith, J.; Doe, A.", True),  # another order
    ("Smith, J.; Doe, A.", "Smith, J.; Roe, B.", "Smith, J.; Doe, A.", True),  # never mixed
    ("Li, Na", "Liang, Na", "Li, Na", True),
    ("Chen, Li", "Chen, Liang", "Chen, Li", True),  # no initial
    ("Horáková, J.", "Horakova, Jana", "Horáková, Jana", False),  # the better of each part
    ("Mueller, K.", "Müller, Karl", "Müller, Karl", False),
    ("LI, Wei", "Li, Wei", "Li, Wei", False),
    ("Kim, J. H.", "KIM, JH", "Kim, J. H.", False),
    ("Cz?onkowska, A.", "Członkowska, A.", "Członkowska, A.", False),  # what a charset lost
    ("van der Berg, J.", "Berg, Jan van der", "van der Berg, Jan", False),
    ("Núñez Ortega, María del Carmen", "Nuñez-Ortega, MC", "Núñez Ortega, María del Carmen", False),
    ("குமார், ர.", "குமார், ரவி", "குமார், ரவி", False),
    ("村上春樹", "村, 上春樹", "村上春樹", False),
    ("陳國強; 黃麗華", "陈国强; 黄丽华", "陳國強; 黃麗華", True),  # their other forms are told
    ("Kim, Keong; Lee, Na", "Keong, Kim; Na, Lee", "Kim, Keong; Lee, Na", False),  # swapped
    ("WHO", "World Health Organization", "WHO", True),
    ("Hu; Berg, A.", "Hu, Nan; Berg, A.", "Hu, Nan; Berg, A.", False),  # Nan is a name
    ("NA", "Smith, Jane", "Smith, Jane", False),
]


@pytest.mark.parametrize(("kept", "other", "after", "contradicts"), AUTHORS)
def test_two_lists_of_names(kept: str, other: str, after: str, contradicts: bool) -> None:
    found = merged("author", people(kept), people(other))
    assert told(found.record.author) == after
    assert bool(found.conflicts) == contradicts
    assert all(name.raw for name in found.record.author)


def test_what_is_known_of_a_person() -> None:
    known = Name("Smith", "Jane", orcid="0000-0002-1825-0097", affiliation=("Oslo", "Bergen"))
    found = merged("author", (Name("Smith", "J.", affiliation=("oslo",)),), (known,))
    (name,) = found.record.author
    assert (str(name), name.orcid, name.affiliation) == (
        "Smith, Jane",
        known.orcid,
        ("oslo", "Bergen"),
    )
    among = merged("author", people("Doe, A.; Smith, Jane"), (known,))  # beside others, in no order
    assert among.record.author[1].orcid == known.orcid
    other = replace(known, orcid="0000-0001-5109-3700")
    two = merged("author", (known,), (other,))
    assert two.record.author == (known,)
    assert [other.orcid in c.other for c in two.conflicts] == [True]


CHINESE = record(
    "zh", title="稻田养鱼对土壤氮素的影响", author="陈国强; 黄丽华", container_title="农业生态研究",
    issued="2011", volume="5", issue="2", page="10-18", language="zh", keyword=("水稻", "土壤"),
    abstract="本文研究稻田养鱼。",
)  # fmt: skip
JAPANESE = record(
    "ja", title="地方図書館における資料保存の課題", author="佐藤, 一郎; 鈴木, 花子",
    container_title="情報管理", issued="2011", volume="54", page="470-479", language="ja",
)  # fmt: skip
KOREAN = record(
    "ko", title="산간 지역 작은 학교의 통폐합", author="김민수; 이영희",
    container_title="지역사회연구", issued="2012", volume="20", page="55-78", language="ko",
)  # fmt: skip


def english(of: Record, title: str, author: str, container: str, **values: Any) -> Record:
    said = {"title": title, "author": people(author), "container_title": container}
    return Record(id="en", issued=of.issued, volume=of.volume, page=of.page, **said, **values)


OF_CHINESE = english(
    CHINESE, "Effects of fish in paddy fields on soil nitrogen", "Chen, Guoqiang; Huang, Lihua",
    "Research of Agricultural Ecology", language="en", keyword=("rice", "soil"),
    abstract="Fish in paddy fields are studied.", doi="10.5334/dsj-2019",
)  # fmt: skip
OF_JAPANESE = english(
    JAPANESE, "Preserving materials in local libraries", "Sato, Ichiro; Suzuki, Hanako",
    "Journal of Information Management", language="eng",
)  # fmt: skip
OF_KOREAN = english(
    KOREAN, "Closing small schools in the mountains", "Kim, Min-su; Lee, Young-hee",
    "Studies of Local Society",
)  # fmt: skip


@pytest.mark.parametrize(
    ("native", "roman"), [(CHINESE, OF_CHINESE), (JAPANESE, OF_JAPANESE), (KOREAN, OF_KOREAN)]
)
def test_two_languages(native: Record, roman: Record) -> None:
    """The Chinese record and the English record of one paper: one record in both."""
    for kept, other in ((native, roman), (roman, native)):
        found = merge(kept, [other])
        assert found.conflicts == ()
        assert (found.record.title, found.record.author) == (kept.title, kept.author)
        parallel = found.record.parallel
        assert (parallel.title, parallel.author) == (other.title, other.author)
        assert parallel.container_title == other.container_title
        assert parallel.keyword == (other.keyword if kept.keyword else ())
        assert parallel.language == other.language
        assert found.record.doi == (kept.doi or other.doi)
        assert {t.variable for t in found.taken} >= {"original-title", "original-author"}


def test_the_second_language_of_a_record() -> None:
    half = replace(CHINESE, parallel=Parallel(title=OF_CHINESE.title.upper(), language="en"))
    found = merge(half, [OF_CHINESE]).record
    assert found.parallel.title == OF_CHINESE.title  # in real capitals
    assert found.parallel.author == OF_CHINESE.author
    crossed = replace(OF_CHINESE, parallel=Parallel(title=CHINESE.title, author=CHINESE.author))
    found = merge(replace(CHINESE, author=()), [crossed]).record
    assert (found.title, found.author) == (CHINESE.title, CHINESE.author)
    assert found.parallel.author == OF_CHINESE.author


def test_what_is_no_second_language() -> None:
    others = replace(OF_CHINESE, author=people("Wang, Wei; Liu, Xiaobo"))
    assert [c.variable for c in merge(CHINESE, [others]).conflicts] == ["author"]  # other people
    translated = replace(CHINESE, translator=people("王, 伟"))  # its original is another work
    found = merge(translated, [OF_CHINESE])
    assert not found.record.parallel
    assert ("title", CHINESE.title, OF_CHINESE.title) in [c[:3] for c in found.conflicts]
    third = merge(CHINESE, [OF_CHINESE, replace(KOREAN, doi="10.5334/dsj-2019")])
    assert third.record.parallel.title == OF_CHINESE.title
    assert KOREAN.title in [c.other for c in third.conflicts]
    bare = merge(CHINESE, [Record(publisher="Science Press")])  # no reader believes it alone
    assert bare.record.publisher == "Science Press"
    assert not merge(
        replace(CHINESE, publisher="科学出版社"), [Record(publisher="Science Press")]
    ).record.parallel


def test_two_languages_of_one_script() -> None:
    german = record(
        "de", title="Böden des Nordens und ihr Schutz", language="de", author="Berg, Ada"
    )
    other = record(
        "en", title="Northern soils and how to save them", language="en", author="Berg, A."
    )
    found = merge(german, [other])
    assert found.record.parallel == Parallel(title=other.title, language="en")
    assert found.conflicts == ()
    wrong = replace(german, id="b", language="en")  # a tag that does not fit its title
    assert [c[:3] for c in merge(german, [wrong]).conflicts] == [("language", "de", "en")]


def test_a_preprint_and_what_was_published() -> None:
    """Where people say that they are one: no volume of a journal under the DOI of an arXiv id."""
    preprint = record(
        "a", type="article", title="Soils", author="Berg, Ada", issued="2020-05-03",
        arxiv="2005.00001", doi="10.48550/arXiv.2005.00001", container_title="arXiv",
    )  # fmt: skip
    journal = record(
        "b", type="article-journal", title="Soils", issued="2021", container_title="Vox",
        volume="3", doi="10.5334/dsj-2019",
    )  # fmt: skip
    found = merge(preprint, [journal]).record
    assert (found.type, found.container_title, found.doi) == ("article-journal", "Vox", journal.doi)
    assert (found.issued, found.volume, found.arxiv) == (journal.issued, "3", "2005.00001")
    assert [t.before for t in merge(preprint, [journal]).taken if t.variable == "DOI"] == [
        preprint.doi
    ]


def test_abbreviations() -> None:
    found = merged("container_title", "Ann Soil Res", "Annals of Soil Research", "Ann. Soil Res.")
    assert found.record.container_title == "Annals of Soil Research"
    assert found.record.container_title_short == "Ann Soil Res"
    assert found.conflicts == ()
    slip = merged("container_title", "Model of Soil", "Models of Soil")  # no abbreviation
    assert (slip.record.container_title_short, len(slip.conflicts)) == ("", 1)


def test_lists_are_united() -> None:
    one = record("a", keyword=("Soil", "Rice"), other_id=(OtherId("lccn", "2001-1"),))
    two = record("b", keyword=("rice", "Fish", "NA"), other_id=(OtherId("cn", "11-0315"),))
    found = merge(one, [two])
    assert found.record.keyword == ("Soil", "Rice", "Fish")
    assert found.record.other_id == (*one.other_id, *two.other_id)
    assert Taken("keyword", "", "Fish", "b") in found.taken  # beside what is there


def test_note_lines_are_no_variables_of_the_kept() -> None:
    """What a reader took from the note of one record would be read again as the other's."""
    other = record(
        "b", note="Signed copy.\ntype: book\nPMID: 33413686", pmid="33413686", type="book"
    )
    assert merge(record("a", note="Rare."), [other]).record.note == "Rare.\nSigned copy."


def test_unknown_fields() -> None:
    kept = record(
        "a", raw=(Field("owner", "{Ada}"), Field("file", "{a.pdf}"), Field("title", "{X}", "title"))
    )
    other = record(
        "b",
        raw=tuple(Field(*one) for one in (
            ("Owner", '"ada"'), ("file", "{b.pdf}"), ("keep", "{x}"), ("keep", "{y}"),
        )),
        provenance=Provenance("b.bib", "bibtex"), volume="3",
    )  # fmt: skip
    third = record("c", raw=(Field("keep", "z"), Field("lot", 7), Field("none", "")))
    found = merge(kept, [third, other])
    assert [(source, f.name, f.value, form) for source, f, form in found.fields] == [
        ("b", "keep", "{x}", "bibtex"), ("b", "keep", "{y}", "bibtex"), ("c", "lot", 7, ""),
    ]  # fmt: skip
    assert found.conflicts == (
        Conflict("file", "a.pdf", "b.pdf", "b"), Conflict("keep", "x", "z", "c"),
    )  # fmt: skip


def test_the_best_member_is_asked_first() -> None:
    poor = record("a", title="Soils", publisher="Poor")
    rich = record("b", title="Soils", publisher="Rich", volume="3", page="7")
    for others in ([poor, rich], [rich, poor]):
        found = merge(Record(title="Soils"), others)
        assert found.record.publisher == "Rich"
        assert found.conflicts == (Conflict("publisher", "Rich", "Poor", "a"),)


def test_the_survivor_stays_itself() -> None:
    kept = Record(
        id="a", type="book", raw=(Field("x", "y"),), provenance=Provenance("a.bib", "bibtex", 3)
    )
    found = merge(kept, [record("b", title="Soils", type="chapter")]).record
    assert (found.id, found.type, found.raw, found.provenance) == (
        "a",
        "book",
        kept.raw,
        kept.provenance,
    )
    assert merge(kept, []) == Merged(kept, (), (), ())
    assert merge(kept, [kept]).record is kept


def test_links_are_told() -> None:
    a, b = (Member(name, "a.bib", 1, 1, ()) for name in "ab")
    said = Decision(a, b, Verdict.RELATED, 0.5, (), "DUP004", "preprint")
    assert links(said) == "b and a stay apart: a preprint and what was published of it ()"
    assert links(replace(said, relation="erratum")).startswith(
        "b and a stay apart: a work and its erratum"
    )
    assert links(replace(said, verdict=Verdict.DUPLICATE)) == ""


def test_every_variable_has_a_rule() -> None:
    assert KINDS.keys() == {*ATTRIBUTES, "suppression"}
    assert all(kind.reason for kind in KINDS.values())


def test_other_forms_of_han_are_told() -> None:
    """What is one text is kept once; the form that goes cannot be made from the other."""
    found = merged("keyword", ("圖書館", "rice"), ("图书馆", "Rice"), ("図書館",))
    assert found.record.keyword == ("圖書館", "rice")
    assert found.conflicts == (
        Conflict("keyword", "圖書館", "图书馆", "m1"),
        Conflict("keyword", "圖書館", "図書館", "m2"),
    )
    assert merged("title", "土壤研究: 第二部", "土壤研究：第2部").conflicts == ()  # the same forms
