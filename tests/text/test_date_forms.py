"""Dates that formats, styles and catalogues allow: each is read, and none has a fault."""

from __future__ import annotations

import pytest

from validator.text import dates
from validator.text.dates import Date

# date = year-month-day, season, last year, whether it is about then
FORMS = {
    "EDTF and ISO 8601: levels 0 to 2": """
        1985 := 1985
        1985-04 := 1985-4
        1985-04-12 := 1985-4-12
        1985-04-12T23:20:30 := 1985-4-12
        1985-04-12T23:20:30Z := 1985-4-12
        1985-04-12T23:20:30+04:30 := 1985-4-12
        1964/2008 := 1964 to 2008
        2004-06/2006-08 := 2004-6 to 2006
        2004-02-01/2005-02-08 := 2004-2-1 to 2005
        2004-02-01/2005-02 := 2004-2-1 to 2005
        2005/2006-02 := 2005 to 2006
        2005-12-31/2006-01-01 := 2005-12-31 to 2006
        Y170000002 := 170000002
        Y-170000002 := -170000002
        2001-21 := 2001 season 21
        2001-22 := 2001 season 22
        2001-23 := 2001 season 23
        2001-24 := 2001 season 24
        2003-24/2004-21 := 2003 to 2004
        1984? := 1984 about
        2004-06~ := 2004-6 about
        2004-06-11% := 2004-6-11 about
        1984% := 1984 about
        201X := about
        20XX := about
        2004-XX := 2004
        1985-04-XX := 1985-4
        1985-XX-XX := 1985
        1985-04-12/.. := 1985-4-12
        1985-04/.. := 1985-4
        1985/.. := 1985
        ../1985-04-12 := 1985-4-12 about
        ../1985-04 := 1985-4 about
        ../1985 := 1985 about
        1985-04-12/ := 1985-4-12
        1985/ := 1985
        /1985-04-12 := 1985-4-12 about
        /1985 := 1985 about
        -1985 := -1985
        -0044 := -44
        0622 := 622
        1560-XX-25 := 1560
        15XX-12-25 := about
        XXXX-12-XX := about
        1XXX-XX := about
        156X-12-25 := about
        1984-06?/2004-08? := 1984-6 to 2004 about
        1984~/2004-06 := 1984 to 2004 about
        1984-06-02?/2004-08-08~ := 1984-6-2 to 2004 about
        2004-06-XX/2004-07-03 := 2004
        ?2004-06-~11 := 2004 about
        2004?-06-11 := 2004-6-11 about
        2004-06?-11 := 2004-6-11 about
        2004-?06-11 := 2004-6-11 about
        2011-~06-~04 := 2011 about
        [1667,1668,1670..1672] := 1667 to 1672
        [1667,1668] := 1667 to 1668
        [..1760-12-03] := 1760
        [1760-12..] := 1760
        [1760-01,1760-02,1760-12..] := 1760
        [1667,1760-12] := 1667 to 1760
        {1667,1668,1670..1672} := 1667 to 1672
        {1960,1961} := 1960 to 1961
        {1960,1961-12} := 1960 to 1961
        {..1984} := 1984
        Y-17E7 := -170000000 about
        Y17E8 := 1700000000 about
        1950S2 := 1950 about
        Y171010000S3 := 171010000 about
        2001-25 := 2001 season 25
        2001-29 := 2001 season 29
        2001-32 := 2001 season 32
        2001-33 := 2001 season 33
        2001-36 := 2001 season 36
        2001-37 := 2001 season 37
        2001-39 := 2001 season 39
        2001-40 := 2001 season 40
        2001-41 := 2001 season 41
    """,
    "imprints of catalogues": """
        c1998 := 1998
        ©1998 := 1998
        ℗2001 := 2001
        p2001 := 2001
        1998, c1997 := 1998
        1998 [c1997] := 1998
        c1997, 1998 := 1997 to 1998
        cop. 1998 := 1998
        [1998] := 1998
        [1998?] := 1998 about
        [ca. 1998] := 1998 about
        [between 1906 and 1912?] := 1906 to 1912 about
        [not before 1998] := 1998 about
        [s.l., 1984?] := 1984 about
        [S.l.] : [s.n.], 1984 := 1984
        [197-?] := about
        [197-] := about
        [18--] := about
        [18--?] := about
    """,
    "ranges": """
        1998-99 := 1998 to 1999
        1998-1999 := 1998 to 1999
        1998–1999 := 1998 to 1999
        1998/1999 := 1998 to 1999
        1998, 1999 := 1998 to 1999
        1998 & 1999 := 1998 to 1999
        1998 and 1999 := 1998 to 1999
        1998- := 1998
        1998-present := 1998
        since 1998 := 1998
    """,
    "seasons and months of serials": """
        Spring 2003 := 2003 season 21
        2003 Spring := 2003 season 21
        Spring-Summer 2003 := 2003 season 21
        2003 Mar-Apr := 2003-3
        Mar-Apr 2003 := 2003-3
        Mar/Apr 2003 := 2003-3
        March/April 2003 := 2003-3
        2003 Mar 3 := 2003-3-3
        2003 Mar 3-10 := 2003-3-3
        2003 Dec-2004 Jan := 2003-12 to 2004
        2003 Dec 15-2004 Jan 2 := 2003-12-15 to 2004
    """,
    "days": """
        March 3, 2010 := 2010-3-3
        Mar. 3, 2010 := 2010-3-3
        3 March 2010 := 2010-3-3
        3rd March 2010 := 2010-3-3
        March 3rd, 2010 := 2010-3-3
        3. März 2010 := 2010-3-3
        3.III.2010 := 2010-3-3
        3. III. 2010 := 2010-3-3
        III.2010 := 2010-3
        3-III-2010 := 2010-3-3
    """,
    "weeks, days of the year, timestamps": """
        2010-W10 := 2010
        2010-W10-3 := 2010
        2010W10 := 2010
        2010-062 := 2010
        2010-03-03T10:00:00.000Z := 2010-3-3
        2010-03-03T10:00:00+01:00 := 2010-3-3
        2010-03-03 10:00:00.000 := 2010-3-3
        20100303 := 2010-3-3
        20100303T100000Z := 2010-3-3
        201003 := 2010-3
    """,
    "numbers in other orders": """
        2010/03/03 := 2010-3-3
        2010/3 := 2010-3
        2010.3.3 := 2010-3-3
        2010.03 := 2010-3
        2010. 3. 3. := 2010-3-3
        3/2010 := 2010-3
        03/2010 := 2010-3
        03.2010 := 2010-3
        12/25/2010 := 2010-12-25
        25/12/2010 := 2010-12-25
        25.12.2010 := 2010-12-25
        25-12-2010 := 2010-12-25
        Wed Mar 03 2010 := 2010-3-3
        Wed, 03 Mar 2010 10:00:00 GMT := 2010-3-3
    """,
    "quarters and feasts": """
        Q1 2010 := 2010 season 33
        2010 Q1 := 2010 season 33
        1st quarter 2010 := 2010 season 33
        Quarter 1, 2010 := 2010
        2010年第1季度 := 2010
        2010年第3期 := 2010
        Michaelmas 2010 := 2010
        Easter 2010 := 2010
        Christmas 2010 := 2010
        Holiday 2010 := 2010
        Mid-2010 := 2010
        early 2010 := 2010
        late 2010 := 2010
        Early March 2010 := 2010-3
        Fall/Winter 2010 := 2010 season 23
        Winter 2010-2011 := 2010 season 24 to 2011
        Winter 2010-11 := 2010 season 24
    """,
    "months in many languages": """
        January 2010 := 2010-1
        janvier 2010 := 2010-1
        Jänner 2010 := 2010-1
        enero de 2010 := 2010-1
        3 de enero de 2010 := 2010-1-3
        gennaio 2010 := 2010-1
        janeiro de 2010 := 2010-1
        januari 2010 := 2010-1
        stycznia 2010 := 2010-1
        leden 2010 := 2010-1
        január 2010 := 2010-1
        января 2010 := 2010-1
        1 января 2010 г. := 2010-1-1
        Січень 2010 := 2010-1
        Ocak 2010 := 2010-1
        Ιανουάριος 2010 := 2010-1
        tammikuu 2010 := 2010-1
        janvāris 2010 := 2010-1
        sausis 2010 := 2010-1
        jaanuar 2010 := 2010-1
        siječanj 2010 := 2010-1
        јануар 2010 := 2010-1
        януари 2010 := 2010-1
        ianuarie 2010 := 2010
        gener de 2010 := 2010-1
        urtarrila 2010 := 2010
        يناير 2010 := 2010-1
        كانون الثاني 2010 := 2010
        ינואר 2010 := 2010-1
        tháng 3 năm 2010 := 2010
        Tháng 1/2010 := 2010
        Januari 2010 := 2010-1
        Mac 2010 := 2010
        Ogos 2010 := 2010
        जनवरी 2010 := 2010
        জানুয়ারি 2010 := 2010
    """,
    "East Asia": """
        2010年 := 2010
        2010年5月 := 2010-5
        2012年5月 := 2012-5
        2012年5月3日 := 2012-5-3
        2012 年 5 月 := 2012-5
        2012年05月03日 := 2012-5-3
        2012年5-6月 := 2012-5
        2012年春 := 2012 season 21
        2012年春季号 := 2012 season 21
        2012年夏 := 2012 season 22
        2012年12月31日星期一 := 2012-12-31
    """,
    "eras": """
        令和3年 := 2021
        令和三年 := 2021
        令和3年5月 := 2021-5
        令和元年 := 2019
        平成24年 := 2012
        平成24年5月 := 2012-5
        平成２４年 := 2012
        昭和50年 := 1975
        昭和50年 (1975) := 1975
        昭和50 [1975] := 1975
        1975 (昭和50) := 1975
        1975（昭和50）年 := 1975
        大正5年 := 1916
        明治38年 := 1905
        民国36年 := 1947
        民國36年 := 1947
        民國101年5月 := 2012-5
        民國一百零一年 := 2012
        中華民國101年 := 2012
        民36 := 1947
        光绪三十年 := 1904
        清光绪30年(1904) := 1904
        乾隆五十年 := 1785
        清乾隆年间 := about
    """,
    "dynasties": """
        清代 := about
        宋 := about
        唐 := about
    """,
    "numbers in Han": """
        二〇一二年 := 2012
        二〇一二年五月 := 2012-5
        二零一二年 := 2012
        二○一二年 := 2012
        一九九八年 := 1998
        一九九八 := 1998
        ２０２０年 := 2020
        ２０２０ := 2020
        ２０２０－０５ := 2020-5
        2012년 := 2012
        2012년 5월 := 2012-5
        2012년 5월 3일 := 2012-5-3
        2012. 5 := 2012-5
        2012.5.3. := 2012-5-3
        단기 4288 := 1955
        서기 2012년 := 2012
        檀紀4288年 := 1955
        西元2012年 := 2012
        公元2012年 := 2012
        公元前500年 := -499
        皇紀2600年 := 1940
    """,
    "no date, or none yet": """
        n.d. := undated
        n. d. := undated
        [n.d.] := undated
        s.d. := undated
        [s.d.] := undated
        s.a. := undated
        s. a. := undated
        o.J. := undated
        o. J. := undated
        z.j. := undated
        b.r. := undated
        б.г. := undated
        [б. г.] := undated
        u.å. := undated
        u. å. := undated
        sin fecha := undated
        s.f. := undated
        undated := undated
        no date := undated
        date unknown := undated
        in press := undated
        In Press := undated
        in-press := undated
        forthcoming := undated
        to appear := undated
        submitted := undated
        accepted := undated
        under review := undated
        in preparation := undated
        im Druck := undated
        im Erscheinen := undated
        sous presse := undated
        à paraître := undated
        en prensa := undated
        no prelo := undated
        in corso di stampa := undated
        в печати := undated
        印刷中 := undated
        待刊 := undated
        待发表 := undated
        近刊 := undated
        출판예정 := undated
        قيد النشر := undated
        تحت الطبع := undated
    """,
    "a date and a status": """
        in press, 2021 := 2021
        2021, in press := 2021
        2021 (in press) := 2021
        forthcoming 2021 := 2021
        2021 forthcoming := 2021
    """,
    "two years": """
        2021 [2022] := 2021 to 2022
        2021 [i.e. 2022] := 2022
        2021, reprinted 2022 := 2021 to 2022
        1998 printing := 1998
        1st ed. 1998 := 1998
        repr. 1998 := 1998
    """,
    "suffixes, circa, centuries, Roman numbers": """
        1998a := 1998
        1998b := 1998
        1998c := 1998
        1850-1900 := 1850 to 1900
        1850s := about
        1850's := about
        ca. 1850 := 1850 about
        circa 1850 := 1850 about
        c. 1850 := 1850 about
        ~1850 := 1850 about
        um 1850 := 1850 about
        vor 1850 := 1850 about
        nach 1850 := 1850 about
        before 1850 := 1850 about
        after 1850 := 1850 about
        1850 or 1851 := 1850 to 1851
        1850/51 := 1850 to 1851
        19th century := about
        XIX century := about
        XIX век := about
        19. Jh. := about
        19世纪 := about
        mid-19th century := about
        MDCCCL := 1850
        M.DCC.LXXVI := 1776
        1850 AD := 1850
        AD 850 := 850
        850 CE := 850
        44 BC := -43
        44 BCE := -43
        44 v. Chr. := -43
    """,
    "another calendar beside the western year": """
        1442 [2021] := 2021
        1442 H / 2021 M := 2021
        1442هـ/2021م := 2021
        1442 هـ = 2021 م := 2021
        1400/2021 := 2021
        2563 [2020] := 2020
        2563 (2020) := 2020
        พ.ศ. 2563 (2020) := 2020
        5781 [2020 or 2021] := 2020 to 2021
        5781/2021 := 2021
        1399 [2020] := 2020
        1399 ش [2020] := 2020
        תשפ"א 2021 := 2021
    """,
    "words beside the year": """
        anno 2010 := 2010
        anno Domini 2010 := 2010
        Published March 2010 := 2010-3
        pub. 2010 := 2010
        2010, March := 2010-3
        2010, Mar 3 := 2010-3-3
        2010 March 3 := 2010-3-3
        2010, 3 March := 2010-3-3
        2010 May := 2010-5
        May 2010 := 2010-5
        Epub 2010 Mar 3 := 2010-3-3
        2010. := 2010
        (2010) := 2010
        "2010" := 2010
        {2010} := 2010
        2010 (online 2009) := 2010
        2010 (epub) := 2010
        2010-2015 := 2010 to 2015
        2010–15 := 2010 to 2015
        2010- := 2010
        2010 - := 2010
        2010 to 2015 := 2010 to 2015
        2010~2015 := 2010 to 2015
        2010～2015 := 2010 to 2015
        2010-05 to 2010-08 := 2010
    """,
}

ROWS = [
    pytest.param(*line.strip().split(" := "), id=line.strip())
    for lines in FORMS.values()
    for line in lines.strip().splitlines()
]


def told(date: Date) -> str:
    """What a date says, as the table writes it."""
    parts = ["-".join(str(part) for part in date[1:4] if part is not None)]
    parts += [f"season {date.season}"] if date.season else []
    parts += [f"to {date.end_year}"] if date.end_year else []
    parts += ["about"] * date.approximate + ["undated"] * date.undated
    return " ".join(filter(None, parts))


@pytest.mark.parametrize(("form", "reading"), ROWS)
def test_an_allowed_date(form: str, reading: str) -> None:
    date = dates.parse(form)
    assert dates.fault(date) is None
    assert told(date) == reading


@pytest.mark.parametrize(
    ("form", "meant"),
    [
        ("2O21", "2021"),
        ("l998", "1998"),
        ("December l991", "December 1991"),
        ("1 9 9 8", "1998"),
        ("20152016", "2015/2016"),
        ("20202015", None),  # which of them
        ("พ.ศ. ๒๕๖๓", "2020"),
        ("มกราคม 2553", "2010"),
        ("พ.ศ. 2480", None),  # its year began in April then
        ("1442 هـ", None),  # in 2020 or in 2021
        ("98", None),
        ("20212", None),
        ("202", None),
        ("abcd", None),
    ],
)
def test_a_date_as_it_was_meant(form: str, meant: str | None) -> None:
    assert dates.mended(dates.parse(form)) == meant
