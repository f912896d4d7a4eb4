"""Two records as two databases have them: one work, two works of one kin, or two works.

Each row is a pair in one line a record, "title | authors | year | container | volume | issue |
page | DOI | type", what is decided on it, and why a librarian would say so.
"""

from __future__ import annotations

import pytest

from validator.config import Settings
from validator.linkage import link
from validator.record import Name, Provenance, Record
from validator.text.dates import parse as date


def read(line: str, number: int) -> Record:
    """The record of a line; empty variables may be left out at its end."""
    values = [value.strip() for value in line.split("|")] + [""] * 9
    title, authors, year, container, volume, issue, page, doi, type_ = values[:9]
    names = [part.partition(", ") for part in authors.split("; ") if part]
    return Record(
        id=f"r{number}",
        title=title.replace("¦", "|"),
        author=tuple(Name(f, g) if comma else Name(literal=f) for f, comma, g in names),
        issued=date(year) if year else None,
        container_title=container,
        volume=volume,
        issue=issue,
        page=page,
        doi=doi,
        type=type_,
        provenance=Provenance("x.bib", "bibtex", number),
    )


def verdict(a: str, b: str) -> str:
    """What is decided on two lines: a relation by its name."""
    found = link([read(a, 1), read(b, 2)], Settings()).decisions
    return (found[0].relation or found[0].verdict.value) if found else "distinct"


ONE = "duplicate"
SHOWN = "to review"
TWO = "distinct"

FULL = "Salt intake and blood pressure in rural adults | Rao, Anil; Kim, Min-Su; Weber, Ina"
JOURNAL = "Journal of Human Hypertension | 24 | 3 | 161-170"

ONE_WORK = [
    ("公共图书馆读者行为的计量研究――以江南为例 | 张, 伟; 李, 娜 | 2012 | 图书馆学报 | 3 | 1",
     "公共圖書館讀者行為的計量研究 | 張偉; 李娜 | 2012 | 圖書館學報 | 3 | 1",
     "a subtitle after a dash, in the other characters"),
    ("हिन्दी साहित्य का इतिहास | रामचन्द्र शुक्ल | 1940 | | | | | | book",
     "हिंदी साहित्य का इतिहास | शुक्ल, रामचंद्र | 1940 | | | | | | book",
     "the nasal written as a dot"),
    ("Flora of the northern islands. Vol. 3 | Davis, P. H. | 1970 | | | | | | book",
     "Flora of the northern islands. Volume Three | Davis, P. H. | 1970 | | | | | | book",
     "one volume, counted in two ways"),
    ("Efficient joins over streams | Das, A.; Ng, W.; Ho, C. | 2005 | SIGMOD Conference",
     "Efficient joins over streams | A Das, W Ng, … | 2005"
     " | Proceedings of the 2005 ACM SIGMOD international conference on …",
     "authors and venue cut, as a search engine has them"),
    ("Letters to the editor: a structure of names considered harmful | Weber, Ina | 1968 | Vox",
     "Letters to the Editor: A Structure of Names Considered Harmful | Weber, I. | 1968 | Vox",
     "a letter with a subject of its own"),
    (f"Statins in dialysis revisited once more [letter] | Rao, Anil | 2010 | {JOURNAL}",
     f"Statins in dialysis revisited once more | Rao, Anil | 2010 | {JOURNAL}",
     "one database says that it is a letter, at the same place"),
    (f"{FULL} | 2010 | {JOURNAL}",
     "Salt intake and blood pressure in rural adults | Rao A; Kim MS; Weber I | 2010"
     " | J Hum Hypertens | 24 | 3 | 161-70", "abbreviated, as PubMed has it"),
    (f"{FULL} | 2010 | {JOURNAL}",
     "SALT INTAKE AND BLOOD PRESSURE IN RURAL ADULTS. | Rao, A., et al. | 2010"
     " | J HUM HYPERTENS | 24 | | 161", "the first author alone, in capitals"),
    (f"{FULL} | 2010 | {JOURNAL}",
     "[Salt intake and blood pressure in rural adults] (Chinese) | Rao A; Kim MS; Weber I | 2010"
     " | J Hum Hypertens | 24 | 3 | 161-170", "brackets and language of a translated title"),
    (f"{FULL} | 2010 | {JOURNAL}",
     "Salt intake and blood pressure in rural adults [Salzzufuhr und Blutdruck bei Erwachsenen]"
     " | Rao A; Kim MS; Weber I | 2010 | J Hum Hypertens | 24 | 3 | 161-170",
     "the original beside"),
    ("Salzzufuhr und Blutdruck bei Erwachsenen auf dem Lande | Rao A; Kim MS | 2010 | Med Klin"
     " | 24 | 3 | 161-170",
     "Salt intake and blood pressure in adults <ORIGINAL> Salzzufuhr und Blutdruck bei Erwachsenen"
     " auf dem Lande | Rao A; Kim MS | 2010 | Medizinische Klinik | 24 | 3 | 161-170",
     "the original title on one side alone"),
    ("Das Recht der Seen = Le droit des lacs et rivières | Weber, Ina | 2001 | | | | 1-80",
     "Das Recht der Seen | Weber, I. | 2001 | | | | 1-80",
     "a parallel title as catalogues write it"),
    (f"{FULL} | 2009 | {JOURNAL} | 10.1038/jhh.2009.58",
     f"{FULL} | 2010 | Journal of Human Hypertension | | | 1-10 | 10.1038/jhh.2009.58",
     "online first: counted from page 1, in the year before"),
    (f"{FULL} | 2010 | {JOURNAL}",
     f"{FULL} | 2009 | Journal of Human Hypertension | 24 | 3 | 161-170", "the year online"),
    (f"{FULL} | 2010 | BMJ Open | 4 | 3 | e004567", f"{FULL} | 2010 | BMJ Open | 4 | 3 | 12",
     "an article number and a page"),
    (f"{FULL} | 2010 | {JOURNAL}", f"{FULL}; Salt Study Group | 2010 | {JOURNAL}",
     "a group as author"),
    ("TGF-β1 signalling in tumour cells | Rao A; Kim MS | 2011 | Oncogene | 30 | 2 | 99-110",
     "TGF-beta1 signaling in tumor cells | Rao, A; Kim, MS | 2011 | Oncogene | 30 | 2 | 99-110",
     "a Greek letter spelled out, British and American"),
    ("The role of β-catenin in regeneration of the liver | Rao A; Kim MS | 2011 | Oncogene | 30",
     "The role of &beta;-catenin in regeneration of the liver | Rao, A; Kim, MS | 2011 | Oncogene",
     "an entity"),
    ("Uptake of CO<sub>2</sub> by <i>Zea mays</i> under stress | Rao A; Kim MS | 2011 | Oecologia",
     "Uptake of CO2 by Zea mays under stress | Rao, A; Kim, MS | 2011 | Oecologia", "markup"),
    ("Surgery vs. watchful waiting in hernia | Rao A; Kim MS | 2011 | Hernia | 30 | 2 | 99-110",
     "Surgery versus watchful waiting in hernia | Rao, A; Kim, MS | 2011 | Hernia | 30 | 2 | 99",
     "vs and versus"),
    ("Two cases of poisoning with lead in infants | Rao A; Kim MS | 2011 | Lancet | 30 | 2 | 99",
     "2 cases of poisoning with lead in infants | Rao, A; Kim, MS | 2011 | Lancet | 30 | 2 | 99",
     "a number as a word"),
    ("Learning from small samples: a review | Rao, A; Kim, MS | 2011 | Neural Computation | 30"
     " | 2 | 99-110",
     "Learning from small samples | Rao, A; Kim, MS | 2011 | Neural Comput | 30 | 2 | 99-110",
     "a subtitle dropped"),
    ("Original article: Salt intake in rural adults and the aged | Rao A; Kim MS | 2011"
     " | Nutrients",
     "Salt intake in rural adults and the aged | Rao A; Kim MS | 2011 | Nutrients",
     "the heading that it is printed under"),
    ("The impact of role variables on IS personnel work attitudes | Rao A | 2011"
     " | MIS Quarterly | 30 | 2",
     "The impact of role variables on information systems personnel work attitudes | Rao A"
     " | 2011 | MIS Quarterly | 30 | 2",
     "spelled out"),
    # the poor record of computer science
    ("Indexing moving points in a plane | Agarwal, P.; Arge, L.; Erickson, J. | 2000 | PODS",
     "Indexing Moving Points in a Plane | Agarwal, Pankaj; Arge, Lars; Erickson, Jeff | 2000"
     " | Symposium on Principles of Database Systems", "a venue as letters and in full"),
    ("Indexing moving points in a plane | Agarwal, P.; Arge, L. | 2000 | SIGMOD Conference",
     "Indexing Moving Points in a Plane | Agarwal, Pankaj; Arge, Lars | 2000"
     " | International Conference on Management of Data", "letters that are no initials"),
    ("Indexing moving points in a plane | Agarwal, P.; Arge, L. | 2000 | VLDB",
     "Indexing Moving Points in a Plane | Agarwal, Pankaj; Arge, Lars | 2001 | VLDB",
     "a year beside, and nothing else to tell"),
    ("Indexing moving points in a plane | Agarwal, P. | 2000 | ACM Trans. Database Syst.",
     "Indexing Moving Points in a Plane | Agarwal, Pankaj | 2000"
     " | ACM Transactions on Database Systems (TODS)", "one author, the same journal"),
    ("Indexing moving points in a plane | P Agarwal, L Arge, J Erickson | 2000 |",
     "Indexing Moving Points in a Plane | Agarwal, Pankaj; Arge, Lars; Erickson, Jeff | 2000"
     " | PODS",
     "as Google Scholar has it: one string of authors, no venue"),
    # what search engines have
    ("Indexing moving points in a … | P Agarwal, L Arge, J Erickson… | 2000 | Proceedings of the …",
     "Indexing Moving Points in a Plane | Agarwal, Pankaj; Arge, Lars; Erickson, Jeff; Guibas, Leo"
     " | 2000 | Symposium on Principles of Database Systems | | | 175-186",
     "title, authors and venue cut"),
    ("[PDF] Indexing moving points in a plane | P Agarwal, L Arge | 2000 | dl.acm.org",
     "Indexing Moving Points in a Plane | Agarwal, Pankaj; Arge, Lars | 2000"
     " | Symposium on Principles of Database Systems | | | 175-186", "a site is no venue"),
    ("Indexing moving points in a plane | P Agarwal, L Arge | 2000 | LREC",
     "Indexing Moving Points in a Plane | Agarwal, Pankaj; Arge, Lars | 2000"
     " | Proceedings of the Conference on Evaluation (LREC'00) | | | 175-186",
     "a name with its letters"),
    ("Indexing moving points in a plane | P Agarwal, L Arge | 2001 | PODS | | | 175-186",
     "Indexing Moving Points in a Plane | Agarwal, Pankaj; Arge, Lars | 2000"
     " | Symposium on Principles of Database Systems | | | 175-186", "a year beside, one range"),
    ("Поиск подвижных точек на плоск… | ИИ Иванов, ПП Петров | 2000 |",
     "Поиск подвижных точек на плоскости | Иванов, Иван; Петров, Пётр | 2000 | Кибернетика"
     " | 4 | 2 | 10-20", "cut, in Cyrillic"),
    # catalogues
    ("La ville à l'époque moderne / Łukasz Kozłowski, Petra Jung | Kozłowski, Łukasz; Jung, Petra"
     " | 1978", "La ville à l'époque moderne | L Kozłowski; P Jung | 1978",
     "a statement of responsibility"),
    ("Geschichte der Stadt Kiel / hrsg. von Petra Jung | | 1978 | Handbuch der Städte | | | 9-25",
     "Geschichte der Stadt Kiel | | 1978 | Handbuch der Städte | | | 9-25",
     "editors in the title"),
    ("История русского Севера / Иванов И. И. ; под ред. П. Петрова | Иванов, И. И. | 1978",
     "История русского Севера | Иванов, Иван Иванович | 1978", "the same in Cyrillic"),
    ("中国哲学史大纲概论 / 胡适 | 胡适 | 1978", "中国哲学史大纲概论 | 胡适 | 1978",
     "the same in Han"),
    ("ประวัติศาสตร์ห้องสมุดไทย / สมชาย ใจดี | สมชาย ใจดี | 2540",
     "ประวัติศาสตร์ห้องสมุดไทย | สมชาย ใจดี | 2540", "the same in Thai"),
    ("Einleitung | Jung, Petra | 1978 | Die Stadt : Aufsätze / hrsg. von Hans Krüger | | | 9-25"
     " | | chapter",
     "Einleitung | Jung, P. | 1978 | Die Stadt: Aufsätze | | | 9-25 | | chapter",
     "one place of one book"),
    ("Oświata w Polsce międzywojennej | Z Żak | 2000",
     "Oświata w Polsce międzywojennej | Żak, Zbigniew | 2000", "a book known by author and year"),
    ("数字图书馆研究 | 张, 伟 | 2012 |",
     "数字图书馆研究 | 张伟 | 2012 | 图书馆学报 | 24 | 3 | 16-20", "an article so, in Han"),
    ("Language policy in Zanzibar: a history of schools | Weber, Ina; Rao, A | 2001",
     "Language policy in Zanzibar | I Weber, A Rao | 2001", "a subtitle, and two authors"),
    (f"{FULL} | 2009 | Journal of Human Hypertension", f"{FULL} | 2010 | {JOURNAL}",
     "ahead of print: the year before, and no place yet"),
    ("Sovereign default | Joshi, V.; Rao, A. | 2012 | J Dev Econ | 81 | 6 | 87-115",
     "Sovereign default | Joshi, Vijay; Rao, Anil | 2012 | Journal of Development Economics | 81",
     "a title of two words, two authors and the place"),
    # one language, two alphabets
    ("История библиотек России | Иванов, И. | 1999 | Вопросы истории | | 3 | 12-20",
     "Istoriia bibliotek Rossii | Ivanov, I. | 1999 | Voprosy istorii | | 3 | 12-20",
     "transliterated"),
    ("Људска права и устав | Димитријевић, Војин | 2001 | Анали Правног факултета | 49 | 1 | 15-33",
     "Ljudska prava i ustav | Dimitrijević, Vojin | 2001 | Anali Pravnog fakulteta | 49 | 1"
     " | 15-33", "Serbian"),
    # supplements
    ("Exenatide in obese mice on a diet | Rao A; Kim MS; Weber I | 2012 | Diabetes. Conference:"
     " 72nd Scientific Sessions of the American Diabetes Association. Philadelphia",
     "Exenatide in obese mice on a diet | Rao A; Kim MS; Weber I | 2012 | Diabetes",
     "Embase names the meeting"),
    ("Exenatide in obese mice on a diet [abstract no: 134] | Rao A; Kim MS | 2012 | Diabetes | 61"
     " | | A34",
     "Exenatide in obese mice on a diet | Rao A; Kim MS | 2012 | Diabetes | 61 | | A34",
     "the number of the abstract"),
    # other scripts
    ("Архитектура русского Севера | Иванов, И. И.; Петров, П. | 1999 | Вопросы истории | | 3"
     " | 12-20",
     "Архитектура Русского Севера | Иванов, Иван Иванович; Петров, Пётр | 1999"
     " | Вопр. истории | | 3 | 12-20",
     "Cyrillic initials and abbreviation"),
    ("数字图书馆服务质量评价研究 | 张, 伟; 李, 娜 | 2012 | 图书馆学报 | 24 | 3 | 16-20",
     "數字圖書館服務質量評價研究 | 张伟; 李娜 | 2012 | 圖書館學報 | 24 | 3 | 16",
     "traditional Han"),
    ("デジタル図書館の評価 | 田中, 太郎; 鈴木, 花子 | 2012 | 図書館界 | 24 | 3 | 16-20",
     "デジタル図書館の評価 | 田中太郎; 鈴木花子 | 2012 | 圖書館界 | 24 | 3 | 16-20",
     "Japanese"),
    ("تاريخ المكتبات في الأندلس | محمود, علي | 2001 | مجلة التاريخ | 4 | 1 | 10-20",
     "تاريخ المكتبات فى الاندلس | علي محمود | 2001 | مجلة التاريخ | 4 | 1 | 10", "Arabic letters"),
    ("Η ιστορία των βιβλιοθηκών | Παπαδόπουλος, Νίκος | 2001 | Μνήμων | 4 | 1 | 10-20",
     "Η ΙΣΤΟΡΙΑ ΤΩΝ ΒΙΒΛΙΟΘΗΚΩΝ | Papadopoulos, Nikos | 2001 | Μνήμων | 4 | 1 | 10", "Greek"),
    ("ประวัติห้องสมุดไทย | สมชาย ใจดี | 2555 | วารสารห้องสมุด | 4 | 1 | 10-20",
     "ประวัติห้องสมุดไทย | สมชาย ใจดี | 2555 | วารสารห้องสมุด | 4 | | 10", "Thai"),
    ("भारत के पुस्तकालयों का इतिहास | शर्मा, राम | 2001 | ज्ञान"
     " | 4 | 1 | 10-20",
     "भारत के पुस्तकालयों का इतिहास | राम शर्मा | 2001 | ज्ञान | 4 | | 10",
     "Devanagari"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "why"), ONE_WORK, ids=[row[2] for row in ONE_WORK])
def test_one_work(a: str, b: str, why: str) -> None:
    assert verdict(a, b) == verdict(b, a) == ONE


TEAM = "Rao, Anil; Kim, Min-Su; Weber, Ina"

TWO_WORKS = [
    ("公共图书馆读者行为的计量研究 | 张, 伟; 李, 娜 | 2012 | 图书馆学报 | 3 | 1",
     "公共图书馆读者行为的计量研究综述 | 张, 伟; 李, 娜 | 2012 | 图书馆学报 | 3 | 1", TWO,
     "what follows without a stop is no subtitle"),
    ("再论公共图书馆读者行为的计量研究 | 张, 伟; 李, 娜 | 2012 | 图书馆学报",
     "公共图书馆读者行为的计量研究 | 张, 伟; 李, 娜 | 2012 | 图书馆学报", TWO, "nor what leads"),
    ("融合目标端句法的AMR-to-Text生成Ⅰ | 张, 伟; 李, 娜 | 2012 | 图书馆学报 | 3 | 1",
     "融合目标端句法的AMR-to-Text生成Ⅱ | 张, 伟; 李, 娜 | 2012 | 图书馆学报 | 3 | 1", SHOWN,
     "half in Latin letters, and in one script"),
    ("Errata notes | Rao, A | 1977 | Vox | 1 | 4", "Editor's notes | Kim, M | 2005 | Vox | 29 | 4",
     TWO, "columns, and no erratum of the other"),
    ("On the regularity of weak solutions of elliptic systems with rough coefficients. Part I"
     " | Rao, A; Kim, M | 1987 | Vox | 8",
     "On the regularity of weak solutions of elliptic systems with rough coefficients. Part II"
     " | Rao, A; Kim, M | 1987 | Vox | 8", "part", "one numeral begins the other, none is cut"),
    ("On the regularity of weak solutions of elliptic systems with rough coefficients 1"
     " | Rao, A; Kim, M | 1987 | Vox | 8",
     "On the regularity of weak solutions of elliptic systems with rough coefficients 12"
     " | Rao, A; Kim, M | 1987 | Vox | 8", TWO, "and in digits"),
    ("Outcome of grade 3 lesions after surgery: a phase II trial in stage 2 disease"
     " | Rao, A; Kim, M | 2007 | Vox | 8",
     "Outcome of grade 3 lesions after surgery: a phase III trial in stage 2 disease"
     " | Rao, A; Kim, M | 2007 | Vox | 8", TWO, "the numbers stand in both, in other places"),
    ("The northern newspaper dataset: how it was made | Rao, A; Kim, M | 2007 | Vox | 8",
     "The northern newspaper dataset: what it shows | Rao, A; Kim, M | 2007 | Vox | 8", TWO,
     "a subject that is a data set"),
    ("How two libraries count their visitors each month | Rao, A; Kim, M | 2009 | Vox | 26 | | 7",
     "How two libraries count their visitors each month | Rao, A; Kim, M | 2010 | Vox | 27 | | 7",
     SHOWN, "a year and a volume on, at the first page of the issue"),
    ("Salt intake in rural adults over ten years | Rao, A; Kim, M | 2003 | Vox",
     "Salt intake in rural adults over ten years | Rao, A; Kim, M | 2007 | Vox", SHOWN,
     "a wrong year, or written again"),
    ("Salt intake in rural adults over ten years | | 2003 | Vox | 8 | 2",
     "Salt intake in rural adults over ten years | | 2005 | Vox | 8 | 2", SHOWN,
     "a year alone is against it, and nobody is named"),
    ("Salt intake in rural adults over ten years | | 2003 | Vox | 8 | 2 | 101-109",
     "Salt uptake in rural adults over ten years | | 2003 | Vox | 8 | 2 | 101-109", SHOWN,
     "a word differs at one place, and nobody is named"),
    ("Exercise for preventing falls | Rao, A; Kim, M | 2009 | Cochrane Database of Systematic"
     " Reviews | | 2 | CD007146",
     "Exercise for preventing falls | Rao, A; Kim, M | 2012 | Cochrane Database of Systematic"
     " Reviews | | 9 | CD007146", TWO, "an update under one number"),
    ("Efficient joins over streams | Das, A.; Ng, W. | 2005 | VLDB",
     "Efficient joins over streams (demo) | Das, A.; Ng, W. | 2005 | VLDB", SHOWN,
     "the demonstration of a paper"),
    ("Efficient joins over streams | Das, A.; Ng, W. | 2005"
     " | Proceedings of the 21st International Conference on Data Engineering",
     "Efficient joins over streams | Das, A.; Ng, W. | 2006"
     " | Proceedings of the 22nd International Conference on Data Engineering", SHOWN,
     "two meetings of one series"),
    ("Efficient joins over streams | Das, A.; Ng, W. | 2005"
     " | Proceedings of the Workshop on Query Processing in Sensor Networks",
     "Efficient joins over streams | Das, A.; Ng, W. | 2005"
     " | Proceedings of the Conference on Scalable Query Processing", "version",
     "a workshop and the conference that prints the paper again"),
    (f"Theory of rings and their ideals. Part I | {TEAM} | 2001 | Math Ann | 12 | 3 | 1-20",
     f"Theory of rings and their ideals. Part II | {TEAM} | 2001 | Math Ann | 12 | 3 | 21-40",
     "part", "two parts"),
    (f"Theory of rings and their ideals, I | {TEAM} | 2001 | Math Ann",
     f"Theory of rings and their ideals, II | {TEAM} | 2001 | Math Ann", "part", "poor records"),
    (f"Annual report of the library of Kiel 2003 | {TEAM} | 2004",
     f"Annual report of the library of Kiel 2004 | {TEAM} | 2005", TWO, "reports"),
    (f"One-year outcomes of bypass surgery in the elderly | {TEAM} | 2004 | Heart",
     f"Two-year outcomes of bypass surgery in the elderly | {TEAM} | 2004 | Heart", TWO, "years"),
    (f"Outcomes of bypass surgery in the elderly at 1 year | {TEAM} | 2004 | Heart",
     f"Outcomes of bypass surgery in the elderly at 2 years | {TEAM} | 2005 | Heart", TWO, "years"),
    (f"Screening of women for infection with chlamydia | {TEAM} | 2004 | Heart",
     f"Screening of men for infection with chlamydia | {TEAM} | 2004 | Heart", SHOWN, "sex"),
    (f"Smoking among students in Iran: a survey of schools | {TEAM} | 2004 | Public Health",
     f"Smoking among students in Iraq: a survey of schools | {TEAM} | 2004 | Public Health", SHOWN,
     "countries a letter apart"),
    (f"Smoking among students in Austria: a survey | {TEAM} | 2004 | Public Health",
     f"Smoking among students in Australia: a survey | {TEAM} | 2004 | Public Health", SHOWN,
     "countries"),
    (f"Long-term effects of pravastatin in men with diabetes | {TEAM} | 2004 | Heart",
     f"Long-term effects of simvastatin in men with diabetes | {TEAM} | 2004 | Heart",
     TWO, "drugs"),
    (f"Toxicity of nitrate in the drinking water of cattle | {TEAM} | 2004 | Water",
     f"Toxicity of nitrite in the drinking water of cattle | {TEAM} | 2004 | Water",
     SHOWN, "salts"),
    (f"Maternal age and asthma in the children of Oslo | {TEAM} | 2004 | Thorax",
     f"Paternal age and asthma in the children of Oslo | {TEAM} | 2004 | Thorax",
     SHOWN, "a letter"),
    (f"Vaccination against hepatitis B in nurses of Oslo | {TEAM} | 2004 | Thorax | 4",
     f"Vaccination against hepatitis A in nurses of Oslo | {TEAM} | 2004 | Thorax | 4", SHOWN,
     "letters of a kind"),
    (f"Effects of sleep on obesity in adolescents | {TEAM} | 2004 | Sleep",
     f"Effects of obesity on sleep in adolescents | {TEAM} | 2004 | Sleep", TWO, "turned round"),
    (f"Management of diabetes in the aged | {TEAM} | 2004 | Diabet Med | 21",
     f"Management of diabetes in the aged and infirm of the north | {TEAM} | 2004"
     f" | Diabet Med | 21",
     TWO, "another subject, not a subtitle"),
    ("Soil carbon / nitrogen ratios in the forests of Oslo | Olsen, Per | 1978 | Oikos | 4 | 2"
     " | 10-20", "Soil carbon | Olsen, Per | 1978 | Oikos | 4 | 2 | 30-40", TWO,
     "a stroke in a title is no statement of responsibility"),
    # something about a paper
    ("Slides: Indexing moving points in a plane | Agarwal, P.; Arge, L. | 2000",
     "Indexing moving points in a plane | Agarwal, P.; Arge, L. | 2000 | PODS | | | 1-8", "slides",
     "slides"),
    ("Indexing moving points in a plane [dataset] | Agarwal, P.; Arge, L. | 2000",
     "Indexing moving points in a plane | Agarwal, P.; Arge, L. | 2000 | PODS | | | 1-8",
     "dataset", "a dataset"),
    ("A study of sheep grazing | Bianchi, Marco | 1985 | | | | | | thesis",
     "A study of sheep grazing | Bianchi, Marco | 1985 | Oikos | 4 | 2 | 10-20 | |"
     " article-journal", "version", "a thesis of a short title, and its paper"),
    ("Language policy in Zanzibar | Weber, I | 2001",
     "Language policy in Zanzibar | Weber, I | 2002", SHOWN, "may be two editions"),
    ("Yeast genetics at home: teacher's book | Smith, J; Rao, A | 1978",
     "Yeast genetics at home | Smith, J; Rao, A | 1978", TWO, "a book and the teacher's"),
    ("История Сибири в лицах: рабочая тетрадь | Иванов, И.; Ким, А. | 1999",
     "История Сибири в лицах | Иванов, И.; Ким, А. | 1999", TWO, "a book and its exercises"),
    ("Language policy in Zanzibar: the schools | Weber, Ina; Rao, A | 2001",
     "Language policy in Zanzibar: the courts | Weber, Ina; Rao, A | 2001", TWO, "two subtitles"),
    # one study, several papers
    (f"Exercise for back pain: a randomised trial | {TEAM} | 2012 | Spine | 30 | 2 | 99-110",
     f"Exercise for back pain: study protocol for a randomised trial | {TEAM} | 2010 | Trials | 8"
     " | | 12", TWO, "protocol and results"),
    (f"Exercise for back pain in nurses | {TEAM} | 2012 | Spine | 30",
     f"Exercise for back pain in nurses: preliminary results | {TEAM} | 2012 | Spine | 30", TWO,
     "interim and final"),
    (f"{FULL} | 2009 | Journal of Hypertension | 27 | S1 | S42",
     f"{FULL} | 2010 | {JOURNAL}", TWO, "an abstract in a supplement, and the paper"),
    (f"{FULL} | 2010 | Journal of Human Hypertension | 24 | S1 | S42",
     f"{FULL} | 2010 | {JOURNAL}", SHOWN, "the same in one journal and year"),
    (f"{FULL} | 1999 | International Conference on Data Engineering | | | | | paper-conference",
     f"{FULL} | 1999 | Journal of Data Engineering | 4 | 2 | 20-40 | | article-journal", "version",
     "a conference paper and its journal version"),
    (f"{FULL} | 1999 | Conference on Very Large Data Bases",
     f"{FULL} | 2000 | Journal on Very Large Data Bases", "version", "the same without types"),
    (f"{FULL} | 2010 | medRxiv", f"{FULL} | 2010 | {JOURNAL}", "preprint", "preprint"),
    (f"{FULL} | 2012 | Proceedings of the 23rd Conference on Hypertension",
     f"{FULL} | 2013 | Proceedings of the 24th Conference on Hypertension | | | 57-60", SHOWN,
     "one talk in two years"),
    (f"{FULL} | 2012 | CEPR Discussion Paper", f"{FULL} | 2012 | IZA Discussion Paper", TWO,
     "working papers of two series"),
    # items about another
    (f"{FULL} | 2010 | {JOURNAL}",
     f"Erratum: Salt intake and blood pressure in rural adults | {TEAM} | 2010"
     " | Journal of Human Hypertension | 24 | 5 | 340", "erratum", "an erratum"),
    (f"{FULL} | 2010 | {JOURNAL}",
     f"Salt intake and blood pressure in rural adults (vol 24, pg 161, 2010) | {TEAM} | 2010"
     " | Journal of Human Hypertension | 24 | 5 | 340", "erratum", "as Web of Science has it"),
    (f"{FULL} | 2010 | {JOURNAL}",
     "Re: Salt intake and blood pressure in rural adults | Olsen, Per | 2010"
     " | Journal of Human Hypertension | 24 | 5 | 341", "comment", "a letter about it"),
    (f"{FULL} | 2010 | {JOURNAL}",
     f"Salt intake and blood pressure in rural adults: authors' response | {TEAM} | 2010"
     " | Journal of Human Hypertension | 24 | 5 | 342", "reply", "an answer"),
    (f"{FULL} | 2010 | {JOURNAL}",
     f"Retraction: Salt intake and blood pressure in rural adults | {TEAM} | 2012"
     " | Journal of Human Hypertension | 26 | 5 | 342", "retraction", "a retraction"),
    (f"{FULL} | 2010 | {JOURNAL}",
     "Salt intake and blood pressure in rural adults | Olsen, Per | 2010"
     " | Journal of Human Hypertension | 24 | 5 | 341", TWO, "a comment under the same title"),
    # columns
    ("Editorial | Rao, Anil | 2001 | Vox | 4", "Editorial | Rao, Anil | 2002 | Vox | 5",
     TWO, "column"),
    ("Editorial | Rao, Anil | 2001 | Vox | 4 | 1", "Editorial | Rao, Anil | 2001 | Vox | 4 | 2",
     TWO,
     "another issue"),
    ("Remarks from the Vox editor - editor's comments | Rao, Anil | 2001 | Vox | 4 | 1",
     "Remarks from the Vox editor - editor's comments | Rao, Anil | 2001 | Vox | 4 | 2", TWO,
     "an editor's remarks in two issues"),
    ("Book reviews | Rao, Anil | 2001 | Vox | 4 | 1", "Book reviews | Rao, A | 2001 | Vox | 4 | 1",
     SHOWN, "one author may review two books in an issue"),
    ("Introduction to the minitrack on digital work | Rao, Anil; Kim, Min-Su | 2001 | HICSS",
     "Introduction to the minitrack on digital work | Rao, Anil; Kim, Min-Su | 2002 | HICSS", SHOWN,
     "it comes again every year"),
    ("Standards of medical care in diabetes | Association, American Diabetes | 2013 | Diabetes Care"
     " | 36 | S1 | S11-S66",
     "Standards of medical care in diabetes | Association, American Diabetes | 2014 | Diabetes Care"
     " | 37 | S1 | S14-S80", TWO, "guidelines of two years"),
    ("सम्पादकीय | राजेन्द्र यादव | 1999 | हंस | 14 | 3 | 2-5",
     "सम्पादकीय | राजेन्द्र यादव | 1999 | हंस | 14 | 5 | 2-6", TWO, "a column in any language"),
    ("בית ועד | כהן, דוד | 1999 | הד | 14 | 3 | 2-5",
     "בית ועד | כהן, דוד | 1999 | הד | 14 | 5 | 2-6", TWO, "in Hebrew"),
    ("Editorial | Jung, Petra | 1978 | Vox | | 1 | 2-5",
     "Editorial | Jung, Petra | 1978 | Vox | | 2 | 2-5", TWO, "issues that begin at one page"),
    # books
    ("A history of the library: ancient times | Weber, Ina | 2001 | | | | | | book",
     "A history of the library: modern times | Weber, Ina | 2001 | | | | | | book", TWO, "volumes"),
    ("Handbook of cataloguing, 2nd edition | Weber, Ina | 2001 | | | | | | book",
     "Handbook of cataloguing, 3rd edition | Weber, Ina | 2002 | | | | | | book", "edition",
     "editions"),
    ("Geschichte der Bibliothek im Mittelalter | Weber, Ina | 2001 | | | | | | book",
     "A history of the library in the Middle Ages | Weber, Ina | 2001 | | | | | | book", TWO,
     "a translation"),
    ("Introduction | Weber, Ina | 2001 | The book of maps | | | 1-9 | | chapter",
     "Introduction | Weber, Ina | 2001 | The book of seas | | | 1-9 | | chapter", TWO, "chapters"),
    ("Einleitung | Jung, Petra | 1978 | Die Stadt / hrsg. von Hans Krüger | | | 9-25 | | chapter",
     "Einleitung | Jung, Petra | 1978 | Das Dorf / hrsg. von Hans Krüger | | | 9-25 | | chapter",
     TWO, "two books by one editor"),
    ("Maps of the old world | Weber, Ina | 2001 | The book of maps | | | 10-19 | | chapter",
     "Maps of the new world | Weber, Ina | 2001 | The book of maps | | | 20-29 | | chapter", TWO,
     "chapters"),
    ("Kinder der Freiheit in Europa | Beck, Ulrich | 2002 | | | | | | book",
     "Kinder der Freiheit in Europa | Beck, Ulrich | 2002 | Kinder der Freiheit in Europa | |"
     " | 7-25 | | chapter", "part", "the chapter that is named as the book"),
    ("A method for producing lactic acid from whey | Miller, C. | 2012 | | | DE10012345",
     "A method for producing lactic acid from whey | Miller, C. | 2012 | | | DE10012377", TWO,
     "patents of a family, numbered where the issue stands"),
    # numbers and names
    ("Architecture du XVIIe siècle en Anjou | Weber, Ina; Kim, Minsu | 1999 | Archives",
     "Architecture du XVIIIe siècle en Anjou | Weber, Ina; Kim, Minsu | 1999 | Archives", TWO,
     "centuries"),
    ("A study on the job satisfaction of nurses | Kim, Young-Hee | 2001 | Vox",
     "A study on the job satisfaction of nurses | Kim, Young-Hwan | 2001 | Vox", SHOWN,
     "two people whose given names begin alike"),
    ("Salt intake and blood pressure in rural adults | Weber, Ina; Kim, Minsu | 1999 | Archives",
     "Salt intake and blood pressure in rural adults: further results | Weber, Ina; Kim, Minsu"
     " | 1999 | Archives", TWO, "what was found after"),
    ("Salt intake and blood pressure in rural adults | Weber, Ina; Kim, Minsu | 1999 | Archives",
     "Salt intake and blood pressure in rural adults: a replication | Weber, Ina; Kim, Minsu"
     " | 1999 | Archives", TWO, "the same study again"),
    ("Salt intake and blood pressure in rural adults | Weber, Ina | 1999 | Archives | 12 | 3 | 1-9",
     "Salt intake and blood pressure in rural adults [letter] | Weber, Ina | 1999 | Archives",
     "comment", "a letter on what its author wrote"),
    # one DOI
    ("Lymphom und Infekt in Tirol | Graf, S.; Lang, T. | 2014 | Vox | 73 | S2 | S1-S980"
     " | 10.1136/vox-2014-7", "Ein Fall von Ikterus | Graf, S.; Lang, T. | 2014 | Vox | 73 | S2"
     " | S1-S980 | 10.1136/vox-2014-7", SHOWN, "abstracts under the DOI of their issue"),
    # other scripts
    ("История библиотек России. Часть 1 | Иванов, И. | 1999 | Вопросы истории",
     "История библиотек России. Часть 2 | Иванов, И. | 1999 | Вопросы истории", "part", "Cyrillic"),
    ("数字图书馆服务质量评价研究（上） | 张, 伟; 李, 娜 | 2012 | 图书馆学报",
     "数字图书馆服务质量评价研究（下） | 张, 伟; 李, 娜 | 2012 | 图书馆学报", "part", "Han"),
    ("北方城市老年人阅读调查研究 | 张, 伟; 李, 娜 | 2012 | 图书馆学报",
     "南方城市老年人阅读调查研究 | 张, 伟; 李, 娜 | 2012 | 图书馆学报", TWO, "north and south"),
    ("Λεξικό της αρχαίας γλώσσας, τόμος 1 | Παπαδόπουλος, Ν. | 2001",
     "Λεξικό της αρχαίας γλώσσας, τόμος 2 | Παπαδόπουλος, Ν. | 2001", TWO, "Greek volumes"),
    ("도서관 이용자 교육의 이론 상 | 김, 민수 | 2001 | 도서관학보",
     "도서관 이용자 교육의 이론 하 | 김, 민수 | 2001 | 도서관학보", "part", "Korean halves"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "said", "why"), TWO_WORKS, ids=[row[3] for row in TWO_WORKS])
def test_two_works(a: str, b: str, said: str, why: str) -> None:
    assert verdict(a, b) == verdict(b, a) == said


def test_two_subtitles_do_not_meet_under_the_bare_title() -> None:
    """The bare title is one of the two, or neither: nobody knows which."""
    for title, one, other in (
        ("Language policy in Zanzibar", "the schools", "courts of law"),
        ("История Сибири в лицах", "купцы", "учёные"),
    ):
        rest = "| Weber, Ina; Rao, A | 2001"
        rows = [f"{title} {rest}", f"{title}: {one} {rest}", f"{title}: {other} {rest}"]
        clusters = link([read(row, i) for i, row in enumerate(rows)], Settings()).cluster_of
        assert clusters[1] != clusters[2]
        assert len(set(clusters)) == 2


def test_a_subject_behind_the_name_of_a_column_is_no_column() -> None:
    title = "Letters to the editor: a structure of names considered harmful"
    pair = [read(f"{title}{end} | Weber, Ina | 1968 | Vox", n) for n, end in enumerate(("", "."))]
    (decision,) = link(pair, Settings()).decisions
    assert "column" not in decision.why
