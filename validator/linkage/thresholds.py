"""Every number that linkage decides by, with what chose it.

"The sets" are the labelled sets of duplicates that the project is measured on; where a figure
rests on reasoning alone it says so.
"""

from __future__ import annotations

TITLE_CLOSE = 90
"""Per cent of letters in which spellings of one title agree. Of 128 true pairs with unequal titles
in the stroke, respiratory and cytology sets 74 reach it; most others are subtitles dropped."""

SOUNDS_ALIKE = 85
"""Per cent of letters in which a title and its transliteration agree, in one way of writing. By
reasoning: two titles of one author in one alphabet reach 71."""

TITLE_SLIP = 95
"""Per cent from which titles that differ in a word are shown to people, if all else agrees."""

TITLE_ALIKE = 80
"""Below this two titles are unlike. Of those 128 pairs 95 reach it; the highest ratio of two works
on a page of related papers is 65 in order, 71 with sorted words."""

INFORMATIVE_WORDS = 4
INFORMATIVE_LETTERS = 20
INFORMATIVE_CHARACTERS = 8
"""Words and letters, or CJK characters, from which a title seldom names two works of one team.
By reasoning: recurring columns have at most three words ("letter to the editor"), and the names
of Chinese, Japanese and Korean novels mostly fewer than eight characters."""

TELLING_WORDS = 3
TELLING_LETTERS = 14
TELLING_CHARACTERS = 6
"""Words and letters, or CJK characters, from which a title is one work's where its authors and the
year agree and nothing is against it. By reasoning: an author seldom gives two works of one year
one title, but titles of one or two words are those of columns."""

CONTINUED_WORDS = 3
"""Content words that the beginning of a title must have to stand for the whole: a title cut after
one or two words begins many."""

SERIES_TAIL = 12
"""Characters after a common beginning in which a number counts the items of a series ("Report
2004", "part iii") and is no subtitle."""

SLIP_LETTERS = 4
DROPPED_LETTERS = 5
REPLACED_LETTERS = 6
"""Letters from which two swapped, one dropped and one replaced are a slip, and no other word. By
reasoning: left and lift, Iran and Iraq, vivo and vitro, men and women are shorter."""

STEM_LETTERS = 5
"""Letters of a common beginning from which two words may be kin (developing, development)."""

UNPAIRED = 400
"""Pairs of words that are looked at for spellings: titles with more of them are not alike."""

STOPS = 8
"""Stops of a title at which a subtitle is looked for."""

CUT_LETTERS = 50
"""Letters from which a title that goes on in another without a stop is one that was cut. By
reasoning: half of a long title; "management of diabetes in the aged" has 30."""

AUTHORS_AGREE = 0.75
"""Share of the longer author list that must match. Of 151 papers with lists in two scripts 147
reach it, of 4,128 wrong pairs of lists none."""

AUTHORS_CONFLICT = 0.34
"""Share of the shorter list below which two lists name other people."""

MANY_AUTHORS = 3
"""Authors from which an informative title and the list settle a pair alone (rule DUP002)."""

RECURRING_YEARS = 4
RECURRING_ISSUES = 3
"""Years in which an informative title, years and volumes in which a short one must stand to be a
recurring column. A work, its preprint and one wrong year make three years."""

JUNK_FILLED = 50
JUNK_DISTINCT = 0.8
"""A numbering column with so many values, so large a share of them distinct, is a running number
(the issue column of the respiratory set: 1.0, that of the stroke set: .07)."""

OWN_PAGES = 4
"""Pages from which a range belongs to one work. By reasoning: letters under one heading share up
to three pages, abstracts one or two."""

ISSUE_PAGES = 300
"""Pages beyond which a range is that of the issue or the book around a work. By reasoning: few
articles are that long, and supplements of abstracts are longer."""

SHARED_TITLES = 3
"""Titles with different beginnings under one DOI that make it the DOI of the issue around them:
a supplement of meeting abstracts. A work seldom has a third title."""

YEAR_SLACK = 1
"""Years between online and printed publication."""

BLOCK = 60
"""Records of one block that are all paired; a larger block is refined. With 30, 60 and 120 the
10,000-record set has 136, 134 and 134 missed pairs."""

WINDOW = 8
"""Neighbours, in order of content, that a record of a block too large to refine is paired with."""

BULK = 2000
"""Rows from which numpy makes the candidate pairs; below, its import costs more than it saves."""

FORMS = 20_000
"""Rows held in the form that is compared, some 4 KiB each; more are forgotten and made anew."""

ACROSS = 3600
"""Pairs of a block of records in one script and of records in the other that are all looked at:
two full blocks. A larger block is left to keys that say more."""

KEY_WORDS = 4
"""Rarest words of a title that make keys, each leaving one out: one slip costs one word. Blocking
recall .994 at a million records with 3.3 pairs a record."""

MAX_NAMES = 100
MAX_TITLE = 1000
MAX_NAME = 300
"""Names of a list, letters of a title, letters of a name that are compared. Longer lists are those
of collaborations, longer titles are abstracts in the wrong field."""

AUTHORS_WEIGHED = 4
"""Authors that agree, each of which adds to the odds: a fifth tells nothing new."""

WEIGHTS = {
    "identical": 4.0,
    "identifier": 5.0,
    "title": 5.7,
    "title, short": 0.8,
    "title, telling": 6.1,
    "title, partial": 1.9,
    "title, cut": 5.4,
    "title, slight": 1.0,
    "author": 0.4,
    "issued": 3.7,
    "container-title": 0.0,
    "publisher": 4.5,
    "volume": 0.0,
    "issue": 3.5,
    "page": 5.1,
    "title conflict": -4.0,
    "conflict": -3.2,
    "identifier conflict": -7.1,
    "duplicate": 5.8,
    "to review": 3.0,
    "related": -2.1,
    "prior": -6.7,
}
"""Natural-log odds that an agreement adds and a conflict takes, and the verdict of the rules; the
prior is that of a pair that is compared. The sum, as a probability, is the score of a decision.
Fitted (tests/fit_odds.py) on 5,656 pairs of two thirds of the labelled sets and of seven made sets.
On the third kept aside (2,890 pairs) the score is off by .005 on average, its Brier score is .005;
weights by reasoning had .026 and .024. A container or a volume says nothing that the other facts do
not say."""

ACCEPTED_ODDS = 0.0
"""Log odds at the default rate of false positives from which a pair that a rule accepts is
merged; a lower rate asks for as much more as its logarithm says. Of the 7,642 pairs that rules
accept in two thirds of the sets the least has .9; one is wrong."""

DEFAULT_RATE = 1e-4
