"""Names of journals and proceedings in pairs."""

from __future__ import annotations

import pytest

from validator.audit import Agreement
from validator.linkage.container import compare

AGREE, MISSING, CONFLICT = Agreement.AGREE, Agreement.MISSING, Agreement.CONFLICT

PAIRS = [
    ("Current Opinion in Lipidology", "Curr Opin Lipidol", AGREE),
    ("Journal of the National Cancer Institute", "J Natl Cancer Inst", AGREE),
    ("Diabetes & Metabolism", "DIABETES AND METABOLISM", AGREE),
    ("Infectious Agents & Cancer [Electronic Resource]", "Infectious Agents and Cancer", AGREE),
    ("JPEN", "Journal of Parenteral and Enteral Nutrition", AGREE),
    ("Amcis 2017 Proceedings", "Americas Conference on Information Systems", AGREE),
    ("35th Conference on Machine Learning", "36th Conference on Machine Learning", AGREE),
    ("中国图书馆学报 = Journal of Library Science in China", "中国图书馆学报", AGREE),
    ("Cirugia y cirujanos", "Cir Cir", AGREE),
    ("Ai zheng [Chinese journal of cancer]", "Chinese Journal of Cancer", AGREE),
    ("Zhonghua Yi Xue Za Zhi", "National Medical Journal of China", MISSING),  # perhaps its name
    ("Journal of Data Engineering", "Conference on Data Engineering", MISSING),  # two kinds
    ("測量学", "Surveying", MISSING),  # two scripts: nothing is known
    ("SIGMOD Record", "SIGMOD Conference", MISSING),
    ("SIGMOD Record", "Proceedings of the 2005 ACM SIGMOD international conference on …", MISSING),
    ("SIGMOD", "Proceedings of the 2005 ACM SIGMOD international conference on …", AGREE),
    ("PODS", "Symposium on Principles of Database Systems", AGREE),
    ("TODS", "ACM Transactions on Database Systems", AGREE),
    ("VLDB", "International Conference on Very Large Data Bases", AGREE),
    ("SIGMOD Conference", "International Conference on Management of Data", AGREE),
    ("EDBT", "Conference on Extending Database Technology", MISSING),
    ("VLDB", "ICDE", CONFLICT),
    ("VLDB J.", "Very Large Data Bases", MISSING),  # a journal, and the meeting of its letters
    ("SIGMOD Record", "International Conference on Management of Data", MISSING),
    ("VLDB J.", "The VLDB Journal — The International Journal on Very Large Data Bases", AGREE),
    ("Heart Lung", "Heart & Lung: The Journal of Acute and Critical Care", AGREE),
    ("Physics Letters", "Physics Letters B", AGREE),  # one word more: it may be dropped
    ("Journal of Physics", "Journal of Physics: Condensed Matter Letters", MISSING),
    ("STROKE", "CIRCULATION", CONFLICT),  # capitals say nothing
    (
        "Diabetes. Conference: 70th Scientific Sessions. Orlando, FL United States",
        "Diabetes",
        AGREE,
    ),
    ("Proceedings of the conference", "VLDB", MISSING),
    ("Diabetes Care", "Stroke", CONFLICT),
    ("Cytotherapy", "Diabetologia", CONFLICT),
    ("测绘科学", "图书情报工作", CONFLICT),
    ("圖書館學刊", "图书馆学刊", AGREE),
    ("図書館界", "圖書館界", AGREE),
    ("苏州大学学报(社会科学版)", "蘇州大學學報（社會科學版）", AGREE),
    ("苏州大学学报", "苏州大学学报(社会科学版)", AGREE),
    ("苏州大学学报(社会科学版)", "苏州大学学报(自然科学版)", CONFLICT),  # two journals
    ("测绘科学", "测绘科学(英文版)", CONFLICT),
    ("测绘科学(北京)", "测绘科学", AGREE),  # a place
    # as search engines have them
    ("PACLIC", "Proc. PACLIC", AGREE),
    ("LREC", "Proceedings of the Conference on Language Resources (LREC'16)", AGREE),
    ("COLING", "COLING '22: Proceedings of the Conference on Linguistics", AGREE),
    ("… of the 9th Workshop on Online Abuse", "The 9th Workshop on Online Abuse and Harms", AGREE),
    ("… 제9회 한국 정보 과학회 …", "한국 정보 과학회 논문지", MISSING),
    ("Proceedings of the …", "Proceedings of the 9th Workshop on Online Abuse", MISSING),
    ("Journal of Applied …", "Workshop on Online Abuse and Harms", CONFLICT),
    ("Ecology, Elsevier", "Ecology", AGREE),
    ("CEPR Discussion Papers", "IZA Discussion Paper", CONFLICT),  # two series of one paper
    ("NBER Working Paper", "NBER Working Papers", AGREE),
    (
        "Conference on Language Resources, Valletta, Malta",
        "Conference on Language Resources",
        AGREE,
    ),
    ("Acta Crystallographica, Section B", "Acta Crystallographica, Section C", MISSING),
    ("Annales HSS", "Annales. Histoire, sciences sociales", AGREE),
    # a book's statement of responsibility
    ("Die Stadt : Aufsätze / hrsg. von Petra Jung", "Die Stadt: Aufsätze", AGREE),
    ("Империя : очерки / под ред. П. Петрова", "Империя: очерки", AGREE),
    ("Анали Правног факултета", "Anali Pravnog fakulteta", AGREE),  # one language, two alphabets
    ("Анали Правног факултета", "Letopis Matice srpske", CONFLICT),
]


@pytest.mark.parametrize(("a", "b", "agreement"), PAIRS)
def test_pair(a: str, b: str, agreement: Agreement) -> None:
    assert compare(a, b)[0] is agreement
    assert compare(b, a)[0] is agreement
