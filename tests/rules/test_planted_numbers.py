"""Faults in numbers, dates and keywords as they are met: each is told by its rule, and settled."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from patience import soon

from validator.asking import run
from validator.config import Settings
from validator.finding import Finding
from validator.packs import load_rules
from validator.record import Record
from validator.registry import RULES
from validator.text import dates

load_rules()

TODAY = Settings(today=datetime.date(2026, 6, 1))


def article(**values: str) -> Record:
    """A clean article with some values changed."""
    issued = dates.parse(values.pop("issued", "2019"))
    values = {"volume": "12", "issue": "3", "page": "12-15", **values}
    return Record(
        type="article-journal",
        title="Water in soils",
        container_title="Soil Science",
        issued=issued,
        **values,  # type: ignore[arg-type]
    )


def said(code: str, record: Record) -> list[Finding]:
    return list(run(RULES[code], record, TODAY))


PLANTED = [
    *(
        ("PAG004", "page", value)
        for value in (
            *("pp. 12-15", "pp 12-15", "p12", "p. 12", "P. 12-15", "S. 12-15", "с. 12–15"),
            *(
                "Стр. 12–15",
                "第12-15页",
                "12-15页",
                "第十二页",
                "12-15쪽",
                "12-15ページ",
                "ss. 5-9",
            ),
            *("págs. 12-15", "Pages 12-15", "Seite 12", "12-15 p.", "12-15pp.", "pg. 12"),
            *("sid. 12-15", "blz. 12-15", "hal. 12-15", "trang 12-15", "ص ١٢-١٥", "עמ' 12-15"),
            *("σσ. 12–15", "หน้า 12-15", "ｐｐ．12－15", "10 pages", "12页", "xii, 345 p."),
        )
    ),
    *(
        ("PAG001", "page", value)
        for value in (
            *("12-", "-15", "12–15–", "12 15", "12-15-20", "123-130.", "12-15;", "see text"),
            *("11-Sep", "Sep-11", "9月11日", "xx-xx", "12-??", "12-15 vol. 3", "12(3):45-50"),
            *("全文", "стр.", "페이지", "10.1000/182", "https://example.org/1", "9/11/2010"),
        )
    ),
    *(
        ("PAG002", "page", value)
        for value in ("15-12", "1108-1099", "S18-S12", "xv-xii", "１５－１２", "第15-12页")
    ),
    *(
        ("VOL001", "volume", value)
        for value in (
            *("Vol. 12", "vol 12", "VOL.12", "v.12", "v. 12", "Volume 12", "volumen 12", "Bd. 3"),
            *("Band 3", "T. 5", "tome V", "tomo 5", "том 5", "т. 5", "第12卷", "12卷", "第十二卷"),
            *(
                "12巻",
                "제12권",
                "총 5권",
                "卷12",
                "12卷3期",
                "12(3)",
                "Vol. 12, No. 3",
                "12, no. 3",
            ),
            *("Jg. 12", "12. Jahrgang", "Årg. 12", "roč. 12", "Cilt 12", "المجلد 12", "כרך 12"),
            *("τόμος 12", "ปีที่ 12", "tập 12", "Ｖｏｌ．１２", "anno XII"),
        )
    ),
    *(
        ("VOL001", "issue", value)
        for value in (
            *("No. 3", "no 3", "Nos. 3-4", "Nr. 3", "Heft 2", "H. 2", "n° 3", "nº 3", "núm. 3"),
            *("вып. 3", "№ 3", "№3", "Issue 3", "fasc. 3", "第3期", "3期", "第三期", "3号", "3號"),
            *(
                "제3호",
                "3호",
                "총 3호",
                "总第123期",
                "Sayı 3",
                "č. 3",
                "zesz. 3",
                "szám 3",
                "العدد 3",
            ),
            *("גיליון 3", "τχ. 3", "số 3", "Issue No. 3", "Vol. 12, No. 3"),
        )
    ),
    *(
        ("DAT002", "issued", value)
        for value in (
            *("20212", "2O21", "l998", "19 98", "98", "'98", "202", "20212022", "2021 2022"),
            *("12.03.98", "Mar 15", "see note", "พ.ศ. 2563", "1442 هـ", "1400 ش"),
        )
    ),
    *(("DAT003", "issued", value) for value in ("3021", "2099", "1201", "2563", "1442", "5781")),
    *(
        ("DAT004", "issued", value)
        for value in (
            *("2021-02-30", "2021-13", "2021-13-05", "2021-04-31", "2021-00-10", "30 Feb 2021"),
            *("February 30, 2021", "31.06.2021", "2021年2月30日", "2021年13月", "2021年30日"),
            *("令和3年13月", "2021--15", "2021//15", "20210230"),
        )
    ),
    *(
        ("EDN001", "edition", value)
        for value in ("2nd ed.", "第二版", "제3판", "II", "Second edition", "2. Aufl.", "2-е изд.")
    ),
]


@pytest.mark.parametrize(("code", "variable", "value"), PLANTED)
def test_is_told_and_settled(code: str, variable: str, value: str) -> None:
    planted = article(**{variable: value})
    found = said(code, planted)
    assert [finding.variable for finding in found] == [variable]
    if found[0].suggestion is not None:
        mended = found[0].mend(planted)
        for other in ("PAG001", "PAG002", "PAG004", "VOL001", "DAT002", "DAT003", "DAT004"):
            assert not said(other, mended)


def test_the_clean_article_is_clean() -> None:
    for code in ("PAG001", "PAG002", "PAG004", "PAG005", "VOL001", "DAT001", "DAT002", "DAT003"):
        assert not said(code, article())


LEFT_ALONE = [
    *("12", "7-8", "7/8", "12A", "A12", "S1", "Suppl 1", "Suppl. 2", "12 Suppl 1", "Pt 2"),
    *("Special issue", "Spec No", "SI", "Spring", "January", "Winter 3", "增刊", "增刊1", "Z1"),
    *("特集", "春季号", "臨時増刊号", "上", "H1", "xii", "XII", "2019", "LNCS 1234", "E101.D"),
    *("III/2", "B 23", "abs/1706.03762", "Online", "3 (Suppl)", "12.2", "12-13", "3 Pt 1"),
]


@pytest.mark.parametrize("variable", ["volume", "issue"])
@pytest.mark.parametrize("value", LEFT_ALONE)
def test_numbers_of_every_kind_are_left_alone(variable: str, value: str) -> None:
    assert not said("VOL001", article(**{variable: value}))


NUMBER_LIKE = st.one_of(
    st.text(),
    st.text("0123456789 Vvol.NnoHeft°º№第제총卷巻권期号호()（）-–/,;XIV十二٣\udc80", max_size=30),
)


@given(NUMBER_LIKE, NUMBER_LIKE)
def test_a_label_is_taken_off_once(volume: str, issue: str) -> None:
    record = Record(type="article-journal", volume=volume, issue=issue)
    for finding in said("VOL001", record):
        if finding.suggestion is not None:
            mended = finding.mend(record)
            assert not [f for f in said("VOL001", mended) if f.variable == finding.variable]


@given(st.one_of(st.text(), st.text("Abstract:. 摘要【】©1980(c)copyright…\n ", max_size=400)))
def test_abstracts_never_raise(abstract: str) -> None:
    record = Record(title="T", abstract=abstract, keyword=(abstract,), edition=abstract[:40])
    for code in ("ABS001", "KEY004", "EDN001", "CLC001"):
        said(code, record)


@pytest.mark.parametrize(
    "text", ["Abstract ", "©", "copyright 2", "(c) ", "[", "（a", "摘要", "...", "第", "n°"]
)
@pytest.mark.parametrize("code", ["ABS001", "KEY004", "EDN001", "VOL001", "CLC001"])
def test_long_runs_are_quick(code: str, text: str) -> None:
    long = text * 50_000
    record = Record(
        abstract=long, keyword=(long,), edition=long, volume=long, issue=long, classification=long
    )
    with soon():
        said(code, record)
