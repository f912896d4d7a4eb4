"""Pages that publishers print: each is read, and no rule of pages speaks of it."""

from __future__ import annotations

import pytest

from validator.asking import run
from validator.packs import load_rules
from validator.record import Record
from validator.registry import DEFAULTS, RULES
from validator.text import pages

load_rules()

# A form by itself reads as itself; "form = reading" reads otherwise.
FORMS = {
    "jump pages of GB/T 7714, chapter and page of LIPIcs and ACM": """
        35-38+80 = 35-38, 80
        1106-1111+1117 = 1106-1111, 1117
        12,15,18-20 = 12, 15, 18-20
        1:1-1:23
        1:1–1:23 = 1:1-1:23
        24:1--24:18 = 24:1-24:18
    """,
    "Cochrane, Elsevier and PLOS": """
        CD001234
        CD001234.pub2
        CD001234-CD001234 = CD001234
        1043.e1-1043.e9
        1043.e1–e9 = 1043.e1-1043.e9
        e1-e10
        e12-e15
        e0123456
        e1002345
        e123.1-e123.9
    """,
    "supplements": """
        S12-S18
        S-12
        S12–18 = S12-S18
        112S-115S
        112S–5S = 112S-115S
    """,
    "roman numbers": """
        xii-xv
        XII-XV
        XII–15 = XII-15
        iv, 123
        iv+123 = iv, 123
        i-xxiv, 1-312
    """,
    "open ends": """
        12ff. = 12
        12 f. = 12
        12ff = 12
        12f. = 12
        12sq. = 12
        12 sqq. = 12
        12 ss. = 12
        12 et seq. = 12
    """,
    "abbreviated ends": """
        1099-108 = 1099-1108
        1099–108 = 1099-1108
        1099-1108
    """,
    "article numbers, newspapers and loose-leaf": """
        107979
        L31
        L31-L35
        A12-3 = A12-A13
        A12–A13 = A12-A13
        1-2-1-12 = 1-2--1-12
        1-2–1-12 = 1-2--1-12
        B-5
        B-5–B-9 = B-5--B-9
        B5-B9
        2A:1-2A:15
        110-1-110-12 = 110-1--110-12
        110-1–110-12 = 110-1--110-12
    """,
    "words for an article number": """
        Art. 12 = 12
        Art. no. 123456 = 123456
        Art.-Nr. 12 = 12
        Article 12 = 12
        Article ID 123456 = 123456
        Article ID 2345678, 9 pages = 2345678
        Article No.: 12 = 12
        article no. e12 = e12
        ra12
    """,
    "letters and dashes of every kind": """
        R1-R5
        R1–R5 = R1-R5
        R12
        1–10 = 1-10
        1—10 = 1-10
        1−10 = 1-10
        1‐10 = 1-10
        1 - 10 = 1-10
        1 – 10 = 1-10
        1--10 = 1-10
        1---10 = 1-10
    """,
    "BMJ, Oxford, Web of Science": """
        m1234
        bkx012
        gkab123
        dkz012
        btab345
        ARTN 123 = 123
        UNSP 12 = 12
        UNSP e12 = e12
        ARTN e0123456 = e0123456
    """,
    "points, supplements, bis": """
        12.1–12.20 = 12.1-12.20
        12.1-12.20
        Suppl:S12 = S12
        Suppl. 1: 12-15 = 12-15
        3p
        S3
        12 bis = 12bis
        12bis-15
    """,
    "leaves": """
        123a-123c
        12r-15v
        f. 12r-15v = 12r-15v
        ff. 12-15 = 12-15
        fol. 12 = 12
        1r–12v = 1r-12v
    """,
    "lists": """
        12-15, 18, 20-22
        12–15 & 18 = 12-15, 18
        12-15;18-20 = 12-15, 18-20
        12-15 et 18 = 12-15, 18
        12–15 und 18 = 12-15, 18
        1, 3, 5
        1-5, A12
    """,
    "newspapers": """
        A1
        A1, A10
        A1+ = A1
        A1-2 = A1-A2
        C3
        1A
        1A, 4A
        1D-12D
    """,
    "letters of sections": """
        D12-D15
        W12-W15
        W1234-W1238
        H123-H130
        G1-G12
        E123-E130
        E123–30 = E123-E130
        F12
        K1-K12
        KS1-KS12
        T12-T15
        MR12
        WCC24-1-WCC24-12 = WCC24-1--WCC24-12
    """,
    "supplements of Oxford": """
        i12-i20
        ii1-ii12
        iii12–iii20 = iii12-iii20
        v1-v10
    """,
    "chapters and pages": """
        ix
        1-1 = 1
        1-12
        10-1-10-15 = 10-1--10-15
    """,
    "abbreviated ends with a dash": """
        101–10 = 101-110
        1001–2 = 1001-1002
        1001-12 = 1001-1012
        321–325 = 321-325
        71–2 = 71-72
        9-11
    """,
    "article numbers of the physicists": """
        012345
        0123
        023403
        023403-1-023403-8 = 023403-1--023403-8
        023403-1–8 = 023403-1--023403-8
        155301
        4A.1-4A.10
    """,
    "PII": """
        pii: e1234 = e1234
        pii 12345 = 12345
        PII S0140-6736(05)12345-6 = S0140-6736(05)12345-6
        1234567
        1–1 = 1
    """,
    "slashes": """
        1/2 = 1, 2
        12/13-15 = 12, 13-15
        15/1-15/12 = 15, 1-15, 12
    """,
    "digits and dashes of other scripts": """
        １２－１５ = 12-15
        １２～１５ = 12-15
        12〜15 = 12-15
        12~15 = 12-15
        ١٢-١٥ = 12-15
        ١٢–١٥ = 12-15
        ۱۲-۱۵ = 12-15
        १२-१५ = 12-15
    """,
    "Chinese lists, covers and newspapers": """
        12-15+20-22 = 12-15, 20-22
        12-15，20 = 12-15, 20
        12-15、20 = 12-15, 20
        12-15；20 = 12-15, 20
        12-15,后插1 = 12-15, 后插1
        12,封三 = 12, 封三
        插1-插2
        1-12,I = 1-12, I
        A0012
        第3版
        03版
        A02版
        B01
        T3
        十二
        十二-十五
    """,
    "they look like years": """
        2011-15 = 2011-2015
        2011–2015 = 2011-2015
    """,
    "electronic pages after the printed": """
        1234.e5
        1234.e1-1234.e15
        1234-1242.e5
        1234–42.e5 = 1234-42.e5
        1234-1242, e5
        385-397.e1-e5 = 385-397
        S1-S10.e1-4 = S1-S10
    """,
    "numbers of manuscripts, the last of some a year": """
        JVI.01234-19
        e01234-19
        JCO.19.01234
        tpc.00123.2019
        bmj.n71
        pdb.prot5439
        ROMBUNNO.12
        I_25-I_30
        _2P1-A01_1-_2P1-A01_4
    """,
    "numbers of abstracts at a meeting": """
        G13A-06
        SUN-123
        2345-PO
    """,
    "letters at both ends": """
        12a-12f
    """,
    "MEDLINE": """
        1234-42; discussion 1243-5 = 1234-1242, 1243-1245
        12-5; quiz 16 = 12-15, 16
        12-15; author reply 16 = 12-15, 16
        395-9; discussion 399-400; author reply 401 = 395-399, 399-400, 401
        1p following 12 = 12
        1 p. following 12 = 12
        2 p. following 1234 = 1234
        12-15 passim = 12-15
        12 passim = 12
    """,
    "pages without a number": """
        inside front cover
        inside back cover
        cover
        back cover
    """,
    "odd beginnings": """
        0-12
        0
        5es
        100:1–100:34 = 100:1-100:34
        10:1–10:15 = 10:1-10:15
        1-12:1
    """,
    "letters that look like labels": """
        P12
        P12001
        P05021
        C04009
        T03002
        045
    """,
    "numbers that look like others": """
        1204.1234
        id.12 = 12
        ID 12345 = 12345
        id 23 = 23
        #12 = 12
        #1234 = 1234
        no. 12 = 12
        No. 12 = 12
        Paper 12 = 12
        Paper No. 12 = 12
        Paper 12, 8 pp. = 12
        paper 3 = 3
        Poster 12 = 12
        Abstract 1234 = 1234
        Abstract #123 = 123
        abstract P123 = P123
    """,
    "abstracts of meetings": """
        LB12
        OC-12
        PO-123
        O12-3 = O12-O13
        OP0123
        SAT0123
        FRI0012
        AB0123
        THU0012-THU0013
    """,
    "sessions of conferences": """
        2.3.1-2.3.12
        1.1-1.12
        TuA1
        TuA1.2
        ThM3A.4
        JW2A.12
    """,
    "SPIE, World Scientific, Physical Review": """
        77350A
        77350A-1
        77350A-1-77350A-8 = 77350A-1--77350A-8
        67120B–67120B-12 = 67120B--67120B-12
        83451F
        1550123
        1550123-1–1550123-15 = 1550123-1--1550123-15
        1550123-1-1550123-15 = 1550123-1--1550123-15
        052301(R)
        R052301
        041101(R)
        180403(R)
        L081101
        L12345
    """,
    "AGU": """
        D12S05
        D12S05, 1-12
        B00A12
        2006JB004567
        W03S04
        e2019GL084567
        e2021JD034567
        GB2003
        5-1–5-12 = 5-1--5-12
        1-es
        5-es
    """,
    "chapters": """
        1:1
    """,
    "brackets and stars": """
        [12] = 12
        [12]-15 = 12-15
        [1]-12 = 1-12
        (12) = 12
        12-[15] = 12-15
        12-15*
        *12
        *12-15 = *12-*15
        **3
    """,
    "paragraphs, columns, leaves": """
        ¶ 12 = 12
        § 12 = 12
        §§ 12-15 = 12-15
        cols. 12-15 = 12-15
        col. 123 = 123
        sp. 12-15 = 12-15
        стб. 12-15 = 12-15
        л. 12-15 = 12-15
        12 об.
        12-12об.
        Л. 12об.-15 = 12об.-15
    """,
    "letters before the number": """
        a12
        a12-a15
        a12.1-a12.9
        abc123
        aaa1234
        eabc1234
        eaaz1234
        eaba1234
        eadg3129
        scitranslmed.3001234
        pe12
        ra12-ra14
        re3
        cm5
        tr12
        bbab123
        zaa024
        cvab123
        kwx123
        jiaa123
        ofz360.123
        ofx163
        AOI12
        rpw123
        djw123
        qhab012
        fnaa123
        1dj12
    """,
    "abstracts again": """
        123-P
        123-OR
        12-LB
        1234-P
        P-123
        PS-1-12 = PS-1--PS-12
    """,
    "parts and pages": """
        5.12-5.15
        II-12
        II-12-II-15 = II-12--II-15
        II.12
        II–12–II–15 = II-12--II-15
        I-12–I-15 = I-12--I-15
        I–1–I–12 = I-1--I-12
        I/1-I/12
        I:1-I:12
    """,
    "letters after the number": """
        12a-b
        12a–b = 12a-b
        2-3 to 2-12 = 2-3--2-12
        A.1-A.12
        A.1–A.12 = A.1-A.12
        AA12
        AA1-AA12
    """,
    "pages not printed, sections": """
        NP1-NP15
        NP12345
        NP1–NP15 = NP1-NP15
        N1-N5
        Q1-Q12
        J1-J5
        U12-U13
        Z12
        ZZ12
        IA-12
    """,
    "roman numbers again": """
        x-xii
        x+ = x
        x + 123 = x, 123
        cxxiii-cxxx
        mcmxcv
        xii, 12
        iii-iv
        IIII
        viiii
        ci-cv
    """,
    "open ends in other languages": """
        123 et suiv. = 123
        123 и сл. = 123
        123 i n. = 123
        12nn. = 12
        12 nn. = 12
        12 ff = 12
    """,
    "lists in other languages": """
        12 u. 15 = 12, 15
        12 y 15 = 12, 15
        12 e 15 = 12, 15
        12 och 15 = 12, 15
        12 og 15 = 12, 15
        12 ja 15 = 12, 15
        12 及び 15 = 12, 15
        12 与 15 = 12, 15
        12和15 = 12, 15
        12·15 = 12, 15
        12及15 = 12, 15
    """,
    "it says that there are none": """
        no page =
        no pages =
        No Pagination Specified =
        not paginated =
        unnumbered =
        unpaginated =
        n. pag. =
        n.p. =
        [n.p.] =
        s.p. =
        in press =
        Epub ahead of print =
        online first =
        ahead of print =
        advance article =
        e-only =
        electronic =
        early view =
        ePub =
        印刷中 =
        待刊 =
        en prensa =
    """,
}

ROWS = [
    pytest.param(*(line.strip() + " = ").split(" = ")[:2], id=f"{reason}: {line.strip()}")
    for reason, lines in FORMS.items()
    for line in lines.strip().splitlines()
]


@pytest.mark.parametrize(("form", "reading"), ROWS)
def test_a_valid_form(form: str, reading: str) -> None:
    form = form.removesuffix(" =")
    found = pages.parse(form)
    assert found is not None
    assert found.plain == ("" if not found.spans else reading or form)
    for code in ("PAG001", "PAG002", "PAG004", "PAG005"):
        assert not list(run(RULES[code], Record(page=form), DEFAULTS))


def test_there_are_enough() -> None:
    assert len(ROWS) > 300
