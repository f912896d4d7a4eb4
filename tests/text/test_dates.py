"""Dates: what is read, and what is wrong with the rest."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from patience import soon

from validator.text import dates
from validator.text.dates import Date, Fault

Parts = dict[str, Any]


def ymd(year: int | None, month: int | None = None, day: int | None = None, **more: Any) -> Parts:
    return {"year": year, "month": month, "day": day, **more}


READ = [
    # ISO 8601 and EDTF
    ("2015", ymd(2015)),
    ("2015-03", ymd(2015, 3)),
    ("2015-03-15", ymd(2015, 3, 15)),
    ("2015-3-1", ymd(2015, 3, 1)),
    ("2016-02-29", ymd(2016, 2, 29)),
    ("20150315", ymd(2015, 3, 15)),
    ("2015-03-01T12:00:00Z", ymd(2015, 3, 1)),
    ("2015-03-01 12:00:00", ymd(2015, 3, 1)),
    ("1984?", ymd(1984, approximate=True)),
    ("1964~", ymd(1964, approximate=True)),
    ("1964%", ymd(1964, approximate=True)),
    ("199X", ymd(None, approximate=True)),  # ten years, none of them said
    ("19XX", ymd(None, approximate=True)),
    ("2004-06-XX", ymd(2004, 6)),
    ("2004-XX", ymd(2004)),
    ("2004-06/2006-08", ymd(2004, 6, end_year=2006)),
    ("2004/2006", ymd(2004, end_year=2006)),
    ("1984/..", ymd(1984)),
    ("../1984", ymd(1984, approximate=True)),
    ("2001-21", ymd(2001, season=21)),  # spring
    ("2001-33", ymd(2001, season=33)),  # first quarter
    ("2001-41", ymd(2001, season=41)),
    ("-0043", ymd(-43)),
    ("44 BC", ymd(-43)),  # there is no year 0 before Christ, and one in ISO 8601
    ("AD 850", ymd(850)),
    # ranges as people write them
    ("2010--2012", ymd(2010, end_year=2012)),
    ("2010–2012", ymd(2010, end_year=2012)),
    ("1998-99", ymd(1998, end_year=1999)),
    ("1999-00", ymd(1999, end_year=2000)),
    ("2010-13", ymd(2010, end_year=2013)),  # no month, and it goes up
    ("1998/99", ymd(1998, end_year=1999)),
    # numbers in other orders
    ("2020/03/15", ymd(2020, 3, 15)),
    ("2020.03", ymd(2020, 3)),
    ("04/2024", ymd(2024, 4)),
    ("2013/11", ymd(2013, 11)),
    ("31.12.1999", ymd(1999, 12, 31)),
    ("1. 5. 2010", ymd(2010, 5, 1)),
    ("12/31/1999", ymd(1999, 12, 31)),
    ("03/04/2015", ymd(2015)),  # April in Europe, March in America
    ("04/04/2015", ymd(2015, 4, 4)),
    ("2003/03/01/Spring", ymd(2003, 3, 1, season=21)),  # RIS
    ("2003///", ymd(2003)),
    ("2003/03//", ymd(2003, 3)),
    # words
    ("Mar 2015", ymd(2015, 3)),
    ("2015 Mar", ymd(2015, 3)),
    ("15 March 2015", ymd(2015, 3, 15)),
    ("March 15, 2015", ymd(2015, 3, 15)),
    ("March 15th, 2015", ymd(2015, 3, 15)),
    ("MAR-APR 2011", ymd(2011, 3)),
    ("SPR 2011", ymd(2011, season=21)),  # Web of Science
    ("Winter 2010/11", ymd(2010, season=24)),
    ("Q1 2015", ymd(2015, season=33)),
    ("15-17 March 2015", ymd(2015, 3, 15)),
    ("Dec. 28, 2015-Jan. 3, 2016", ymd(2015, 12, 28, end_year=2016)),
    ("Thu, 05 Mar 2015 00:00:00 GMT", ymd(2015, 3, 5)),
    ("März 2010", ymd(2010, 3)),
    ("15. Mai 2010", ymd(2010, 5, 15)),
    ("1er janvier 2012", ymd(2012, 1, 1)),
    ("août 2011", ymd(2011, 8)),
    ("5 de mayo de 2010", ymd(2010, 5, 5)),
    ("12 marzo 2010", ymd(2010, 3, 12)),
    ("fevereiro de 2009", ymd(2009, 2)),
    ("12 мая 2010 г.", ymd(2010, 5, 12)),
    ("3 października 2008", ymd(2008, 10, 3)),
    ("12 Ağustos 2010", ymd(2010, 8, 12)),
    ("2010. március 5.", ymd(2010, 3, 5)),
    ("Φεβρουάριος 2010", ymd(2010, 2)),
    ("c. 1850", ymd(1850, approximate=True)),
    ("[1850?]", ymd(1850, approximate=True)),
    ("um 1850", ymd(1850, approximate=True)),
    ("c2015", ymd(2015)),  # copyright
    ("©2015", ymd(2015)),
    ("1998 [i.e. 1999]", ymd(1999)),
    ("2015a", ymd(2015)),
    ("2015, in press", ymd(2015)),
    ("19th century", ymd(None, approximate=True)),
    ("late XIX век", ymd(None, approximate=True)),
    ("約西元 12 世紀", ymd(None, approximate=True)),
    ("十九世纪", ymd(None, approximate=True)),
    ("Ende 19. Jh.", ymd(None, approximate=True)),
    ("[19--]", ymd(None, approximate=True)),
    ("1990s", ymd(None, approximate=True)),
    ("2015-Mar-05", ymd(2015, 3, 5)),
    ("05-Mar-2015", ymd(2015, 3, 5)),
    ("2015 Nov-Dec", ymd(2015, 11)),
    ("2015-Q1", ymd(2015, season=33)),
    ("Epub 2015 Mar 5", ymd(2015, 3, 5)),
    ("1998-", ymd(1998)),  # a serial that goes on
    ("MDCCLXXVI", ymd(1776)),
    ("between 1994 and 1996", ymd(1994, end_year=1996)),
    # East Asia
    ("二〇二〇", ymd(2020)),
    ("中華民國九十年元月", ymd(2001, 1)),
    ("1990年代", ymd(None, approximate=True)),
    ("公元前221年", ymd(-220)),
    ("2019年", ymd(2019)),
    ("２０２０年", ymd(2020)),
    ("2016年9月3日", ymd(2016, 9, 3)),
    ("二〇一九年三月", ymd(2019, 3)),
    ("一九九八年十二月二十三日", ymd(1998, 12, 23)),
    ("2013년 5월", ymd(2013, 5)),
    ("平成26年", ymd(2014)),
    ("令和3年", ymd(2021)),
    ("令和元年5月", ymd(2019, 5)),
    ("昭和六十三年", ymd(1988)),
    ("民國112年", ymd(2023)),
    ("民国三十六年", ymd(1947)),
    ("中華民國一一二年", ymd(2023)),
    ("1947（民国三十六年）", ymd(1947)),
    ("清光绪三十年(1904)", ymd(1904)),
    ("光緒三十年", ymd(1904)),
    ("단기 4288년", ymd(1955)),
    ("康熙间刻本", ymd(None, approximate=True)),  # an era, and no year of it
    # other digits and calendars beside the western year
    ("٢٠١٥", ymd(2015)),
    ("1440 هـ / 2019 م", ymd(2019)),
    ("1440/2018", ymd(2018)),
    ("5775 [2015]", ymd(2015)),
    ("ค.ศ. 2017", ymd(2017)),
    # it says that there is no date, or none yet
    ("n.d.", ymd(None, undated=True)),
    ("nodate", ymd(None, undated=True)),  # the word of BibLaTeX
    ("\\bibnodate", ymd(None, undated=True)),  # apacite's
    ("198?", ymd(None, approximate=True)),
    ("[19–?]", ymd(None, approximate=True)),  # ABNT, AACR2
    ("15th c.", ymd(None, approximate=True)),
    ("1983--89", ymd(1983, end_year=1989)),
    ("1982--4", ymd(1982, end_year=1984)),
    ("[s.d.]", ymd(None, undated=True)),
    ("o. J.", ymd(None, undated=True)),
    ("б. г.", ymd(None, undated=True)),
    ("出版年不明", ymd(None, undated=True)),
    ("in press", ymd(None, undated=True)),
    ("forthcoming", ymd(None, undated=True)),
    ("待刊", ymd(None, undated=True)),
    ("à paraître", ymd(None, undated=True)),
]

FAULTY = [
    ("MAR 15", Fault.NO_YEAR),  # Web of Science gives the year in another field
    ("'98", Fault.NO_YEAR),
    ("12.03.98", Fault.NO_YEAR),
    ("201", Fault.NO_YEAR),
    ("20155", Fault.NO_YEAR),
    ("Spring", Fault.NO_YEAR),
    ("see note", Fault.NO_YEAR),
    ("9" * 5000, Fault.NO_YEAR),
    ("\udc80", Fault.EMPTY),
    ("20152016", Fault.TWO_YEARS),
    ("2015 2016", Fault.TWO_YEARS),
    ("พ.ศ. 2560", Fault.CALENDAR),
    ("พ.ศ. ๒๕๖๐", Fault.CALENDAR),
    ("1440 هـ", Fault.CALENDAR),
    ("มีนาคม 2560", Fault.CALENDAR),
    ("فروردین ۱۳۹۸", Fault.CALENDAR),
    ("1398 ش", Fault.CALENDAR),
    ("תשע״ה", Fault.CALENDAR),
    ("2021-13", Fault.MONTH),
    ("2021-13-01", Fault.MONTH),
    ("2012-00", Fault.MONTH),
    ("31/13/2015", Fault.MONTH),
    ("2021-02-30", Fault.DAY),
    ("2015-02-29", Fault.DAY),
    ("31 Feb 2015", Fault.DAY),
    ("2021年2月30日", Fault.DAY),
    ("2015-03-00", Fault.DAY),
    ("2015--15", Fault.LONE_DAY),
    ("2003//15/", Fault.LONE_DAY),
    ("", Fault.EMPTY),
    ("????", Fault.EMPTY),
    ("N/A", Fault.EMPTY),
    ("0000", Fault.EMPTY),
    ("00/00/0000", Fault.EMPTY),
    ("0000-00-00 00:00:00", Fault.EMPTY),
]


@pytest.mark.parametrize(("text", "parts"), READ)
def test_reads(text: str, parts: Parts) -> None:
    assert dates.parse(text) == Date(text, **parts)


@pytest.mark.parametrize(("text", "fault"), FAULTY)
def test_finds_the_fault(text: str, fault: Fault) -> None:
    found = dates.parse(text)
    assert found.raw == text
    assert dates.fault(found) is fault


@pytest.mark.parametrize(
    ("date", "fault"),
    [
        (Date("", 2021, 2, 28), None),
        (Date("", 2021, 2, 30), Fault.DAY),
        (Date("", 2021, 13), Fault.MONTH),
        (Date("", 2021, None, 3), Fault.LONE_DAY),
    ],
)
def test_judges_a_date_put_together(date: Date, fault: Fault | None) -> None:
    assert dates.fault(date) is fault


@pytest.mark.parametrize(
    ("text", "says_so"),
    [
        ("n.d.", True),
        ("in-press", True),
        ("掲載予定", True),
        ("2015, in press", False),
        ("", False),
    ],
)
def test_knows_the_undated(text: str, says_so: bool) -> None:
    assert dates.is_undated(text) is says_so


DATE_LIKE = st.one_of(
    st.text("0123456789-/.?~Xx年月日平成民國 marMAR,[]\udc80", max_size=24),
    st.text("〇零○元一二九十廿卅百年月日世号令和 ", max_size=12),
    st.text("0123456789-/.XY?~%[]{},TZESWqIVX", max_size=20),
)


@given(st.one_of(st.text(), DATE_LIKE))
def test_never_raises(text: str) -> None:
    found = dates.parse(text)
    assert found.raw == text
    assert found.month is None or 1 <= found.month <= 12
    dates.is_undated(text)
    dates.announces(text)


@given(st.one_of(st.text(), DATE_LIKE))
def test_what_was_meant_is_a_date(text: str) -> None:
    meant = dates.mended(dates.parse(text))
    if meant is not None:
        again = dates.parse(meant)
        assert again.fault is None
        assert again.year is not None


@given(st.dates())
def test_reads_iso_back(date: Any) -> None:
    found = dates.parse(date.isoformat())
    assert (found.year, found.month, found.day) == (date.year, date.month, date.day)


@pytest.mark.parametrize("character", "1-/x年 a一")
def test_long_runs_are_quick(character: str) -> None:
    with soon():
        for length in (190, 100_000):
            dates.parse(character * length)
            dates.announces(character * length)
