"""Lists of authors in pairs: how they stand to each other, and the words for it."""

from __future__ import annotations

import random

import pytest
from patience import soon

from validator.linkage import people, people_pair
from validator.linkage.entry import packed
from validator.linkage.people_pair import Standing
from validator.record import Name

ALL, MOST, CUT = Standing.ALL, Standing.MOST, Standing.CUT
SOME, NONE, MISSING = Standing.SOME, Standing.NONE, Standing.MISSING


def listed(text: str) -> tuple[Name, ...]:
    """Names joined by "; ": "Family, Given", or a literal."""
    names = []
    for part in text.split("; "):
        family, comma, given = part.partition(", ")
        names.append(Name(family, given) if comma else Name(literal=part))
    return tuple(name for name in names if str(name))


PAIRS = [
    ("Lu, Jing; Shen, Shan-mei", "Lu, Jing; Shen, Shan-mei", ALL, "2 of 2 authors agree"),
    ("Lu, Jing; Shen, Shan-mei", "Jing Lu; Shan-mei Shen", ALL, "2 of 2 authors agree"),
    ("Lu, Jing; Ma, Cy", "Jing, Lu; Cy, Ma", ALL, "2 of 2 authors agree, order swapped"),
    ("Kim, A; Lee, B", "Lee, B; Kim, A", ALL, "2 of 2 authors agree, in another order"),
    ("Snijders, Peter J. F.", "Snijders, P J", ALL, "the author agrees"),
    ("Snijders, PJF", "Snijders, P. J. F.", ALL, "the author agrees"),
    ("Li, Bo", "LI, BO", ALL, "the author agrees"),
    ("Weber", "Weber, Ron", ALL, "the author agrees"),  # a family name alone
    ("de Moraes, Carolina", "Moraes, C.", ALL, "the author agrees"),
    ("García Márquez, Gabriel", "Garcia, G.", ALL, "the author agrees"),
    ("Müller, Jörg", "Muller, Jorg", ALL, "the author agrees"),
    ("Özden, Banu", "zden, Banu", ALL, "the author agrees"),  # a program lost the letter
    ("Uğur Çetintemel", "Ugur etintemel", ALL, "the author agrees"),  # and knew another one
    ("Göller, Ada", "Gller, Bea", NONE, "other authors"),
    (
        "Matthes, Florian; Schmidt, Joachim W.",
        "Joachim W. Schmidt, Florian Matthes",
        ALL,
        "2 of 2 authors agree, in another order",
    ),  # read as one name
    (
        "García Márquez, Gabriel José",
        "García Márquez, Gabriel José",
        ALL,
        "the author agrees",
    ),
    ("Kopcso, David", "Kopsco, David", ALL, "the author agrees"),  # a slip
    ("黄, 仁宇", "黄仁宇", ALL, "the author agrees"),
    ("村, 上春樹", "村上, 春樹", ALL, "the author agrees"),
    ("김, 민수; 이, 영희", "김민수; 이영희", ALL, "2 of 2 authors agree"),
    ("Толстой, Лев Николаевич", "Толстой, Л. Н.", ALL, "the author agrees"),
    ("محفوظ, نجيب", "نجيب محفوظ", ALL, "the author agrees"),
    ("Толстой, Лев; Иванов, И. И.", "Tolstoi, Lev; Ivanov, I.", ALL, "2 of 2 authors agree"),
    ("Παπαδόπουλος, Νίκος", "Papadopoulos, Nikos", ALL, "the author agrees"),
    ("Цветаева, Марина", "Zwetajewa, Marina", MISSING, "authors in two scripts"),
    ("Толстой, Лев", "Горький, Максим", NONE, "other authors"),
    ("Ann, A; Bo, B; Cy, C; Group, ALTS", "Ann, A; Bo, B; Cy, C", MOST, "3 of 4 authors agree"),
    ("Ann, A; Bo, B; Cy, C", "Ann, A; others", CUT, "1 of 3 authors agree, one list is cut"),
    ("Ann, A; Bo, B; Cy, C", "Ann, A et al.", CUT, "1 of 3 authors agree, one list is cut"),
    ("张, 伟; 李, 娜; 王, 芳", "张伟; 等", CUT, "1 of 3 authors agree, one list is cut"),
    ("Ann, A; Bo, B; Cy, C", "Ann, A", CUT, "1 of 3 authors agree, one list is cut"),
    ("Ann, A; Bo, B; Cy, C", "Bo, B", SOME, "1 of 3 authors agree"),  # not the beginning
    ("Adeli K.Lewis G. F.", "Adeli, K.; Lewis, G. F.", MOST, "words of the author fields agree"),
    (
        "M. Ahlskog, J. Paloheimo, H. Stubb",
        "Ahlskog, M.; Paloheimo, J.; Stubb, H.",
        ALL,
        "3 of 3 authors agree",
    ),
    # two names that were read as one, by the comma between them
    ("R Roller, M Stevenson", "Roller, R; Stevenson, M", ALL, "2 of 2 authors agree"),
    ("Roller R, Stevenson M", "Roller, Rolf; Stevenson, Mark", ALL, "2 of 2 authors agree"),
    ("ÁT Pérez, JR González Moreno", "Pérez, Álvaro T.; González Moreno, Juan R.", ALL,
     "2 of 2 authors agree"),
    ("ИИ Иванов, ПП Петров", "Иванов, Иван Иванович; Петров, Пётр", ALL, "2 of 2 authors agree"),
    ("J van den Berg, A ten Brink", "van den Berg, Jan; ten Brink, Anna", ALL,
     "2 of 2 authors agree"),
    ("R Aiyappa, J An, H Kwak…", "Aiyappa, R; An, J; Kwak, H; Ahn, Y", MOST,
     "3 of 4 authors agree"),
    ("王 小明, 李 小红", "王小明李小红", ALL, "the author agrees"),  # no initials, no names apart
    ("LIU, MEI-YAN", "Liu, M. Y.", ALL, "the author agrees"),  # capitals are no initials here
    ("SMITH, PJF", "Smith, Peter", ALL, "the author agrees"),
    ("CÃ´tÃ©, Isabelle", "Côté, Isabelle", ALL, "the author agrees"),  # misread
    ("Wang, Wei", "Wang, Wen", SOME, "families of authors agree, given names do not"),
    ("Bouros, D.", "Rosa, U.", NONE, "other authors"),
    ("Ann, A; Bo, B; Cy, C; Di, D", "Ann, A; Xu, X; Yu, Y; Zu, Z", NONE, "1 of 4 authors agree"),
    ("張, 偉; 李, 娜", "张伟; 李娜", ALL, "2 of 2 authors agree"),
    ("渡邊, 浩", "渡辺浩", ALL, "the author agrees"),
    ("张, 伟; 李, 娜", "Zhang, Wei; Li, Na", ALL, "2 of 2 authors agree"),
    ("张伟; 李娜", "Li, Na; Zhang, Wei", ALL, "2 of 2 authors agree, in another order"),
    ("张伟; 李娜; 王芳; Rosa", "Zhang Wei; Li Na; Wang Fang; Rosa", MOST, "3 of 4 authors agree"),
    ("张伟; 李娜; 王芳", "Zhang, Wei; et al.", CUT, "1 of 3 authors agree, one list is cut"),
    ("张伟; 等", "Zhang, Wei; Li, Na", CUT, "1 of 2 authors agree, one list is cut"),
    ("张伟; 李娜; 王芳", "Zhang, W.; Li, N.; Wang, F.", MOST, "3 of 3 authors agree"),
    ("张伟; 李娜", "Zhang, W.; Li, N.", SOME, "2 of 2 authors agree"),  # half of all teams fit
    ("张伟; 李娜", "Zhang, Wei; Wang, Fang", MISSING, "authors in two scripts"),
    ("张伟; 李娜", "Chen, Ming; Wang, Fang", NONE, "other authors"),
    ("김민수; 이영희", "Kim, Min-Soo; Lee, Young Hee", ALL, "2 of 2 authors agree"),
    ("田中, 太郎", "Tanaka, Tarō", ALL, "the author agrees"),
    ("张伟", "Толстой, Лев", MISSING, "authors in two scripts"),
    ("ASCUS Study Group", "Solomon, D", MISSING, "a body on one side, people on the other"),
    ("Society of Physics", "Society of Physics", ALL, "the author agrees"),
    ("", "Zhang, Wei", MISSING, "authors missing on one side"),
    ("Anonymous", "Zhang, Wei", MISSING, "authors missing on one side"),
    ("et al.", "Zhang, Wei", MISSING, "authors missing on one side"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "standing", "label"), PAIRS)
def test_pair(a: str, b: str, standing: Standing, label: str) -> None:
    one, other = people.read(packed(listed(a))), people.read(packed(listed(b)))
    assert people_pair.compare(one, other)[::2] == (standing, label)
    assert people_pair.compare(other, one)[::2] == (standing, label)


def test_a_thousand_names_are_quick() -> None:
    many = packed(tuple(Name(f"Family{i}", "A.") for i in range(3000)))
    assert people_pair.compare(people.read(many), people.read(many)).standing is ALL


def test_long_lists_in_two_scripts_are_quick() -> None:
    """Fifty lists of forty authors each, each compared with each."""
    family, given = "张李王刘陈杨赵黄周吴", "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平"
    chance = random.Random(1)
    native, roman = [], []
    for _ in range(50):
        names = [Name(chance.choice(family), "".join(chance.sample(given, 2))) for _ in range(40)]
        others = [Name(chance.choice(("Zhang", "Li", "Wu")), f"Xiao{j}") for j in range(40)]
        native.append(people.read(packed(tuple(names))))
        roman.append(people.read(packed(tuple(others))))
    with soon():
        for one in native:
            for other in roman:
                assert people_pair.compare(one, other).standing is MISSING
