"""Faults of titles."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from planting.forms import Plant, Planted, Text, form, value_forms, words
from planting.tools import between, has_case, script, whole
from planting.write import bibtex, csl, csl_file, ris
from validator.record import Record


@form("TIT001", "taken away")
def _(record: Record, random: Random) -> Planted:
    return replace(record, title="")


@form("TIT001", "blanks")
def _(record: Record, random: Random) -> Planted:
    return replace(record, title=random.choice((" ", "\u00a0", "\u3000", "\n")))


@form("TIT001", "BibTeX: an empty field")
def _(record: Record, random: Random) -> Planted:
    return Plant(Text(bibtex(record), "bibtex"), Text(bibtex(record, title=""), "bibtex"))


@form("TIT001", "RIS: no line")
def _(record: Record, random: Random) -> Planted:
    return Plant(Text(ris(record), "ris"), Text(ris(replace(record, title="")), "ris"))


@form("TIT001", "CSL-JSON: null")
def _(record: Record, random: Random) -> Planted:
    item = csl(record)
    faulty = csl_file([item | {"title": None}])
    return Plant(Text(csl_file([item]), "csl-json"), Text(faulty, "csl-json"))


def _words_with_case(title: str) -> int:
    return sum(len(word) > 2 and has_case(word) for word in title.split())


value_forms(
    "TIT002",
    "title",
    {
        "all of it": lambda t, r: t.upper() if _words_with_case(t) >= 4 else None,
        "all but one word": lambda t, r: (
            " ".join([*t.upper().split()[:-1], t.split()[-1]]) if _words_with_case(t) >= 7 else None
        ),
        "in capitals, with a stop": lambda t, r: (
            t.upper() + "." if _words_with_case(t) >= 4 else None
        ),
    },
)


def _mark_form(name: str, marks: str) -> None:
    @form("TIT004", name)
    def plant(record: Record, random: Random) -> Planted:
        if not record.title or not (record.title[-1].isalpha()):
            return None
        return replace(record, title=record.title + random.choice(marks))


_mark_form("a comma, colon or semicolon", ",;:")


_mark_form("a full-width comma, colon or semicolon", "，；：、")


_mark_form("a blank and a mark", ("; :").replace(" ", ""))


@form("TIT004", "the mark of a note")
def _(record: Record, random: Random) -> Planted:
    if not re.search(r"[^\W\d_A-Z]{5}$", record.title):
        return None
    return replace(record, title=record.title + random.choice(("*", "†", "**", "¹", " *")))


def _stop_form(name: str, stop: str, *, wide: bool) -> None:
    @form("TIT004", name)
    def plant(record: Record, random: Random) -> Planted:
        from planting.records import clean_records

        last = record.title[-1:]
        if not last.isalpha() or (script(record.title) in ("cjk", "hangul")) is not wide:
            return None
        others = [
            r for r in clean_records() if r.title != record.title and r.type == "article-journal"
        ]
        peers = tuple(random.sample(others, 20))
        return Plant((*peers, record), (*peers, replace(record, title=record.title + stop)))


_stop_form("a full stop where no other title has one", ".", wide=False)


_stop_form("a Chinese full stop where no other title has one", "。", wide=True)


PLACEHOLDERS = {
    "an error of a site": (
        "404 Not Found",
        "404",
        "Page not found",
        "Error 404",
        "403 Forbidden",
        "Access Denied",
        "Access denied",
        "Just a moment...",
        "Attention Required! | Cloudflare",
        "Are you a robot?",
        "502 Bad Gateway",
        "Page Not Found | Nature",
        "Redirecting...",
        "Internal Server Error",
        "Cookies disabled",
        "Session expired",
    ),
    "no title": words(
        "untitled | Untitled | [Untitled] | No title | [No title] | (no title)"
        " | Title not available | Untitled Document | No Title Available | [title unknown]"
    ),
    "no title in Chinese, Japanese or Korean": words(
        "无标题 | 无题名 | 未命名 | 제목 없음 | 題名なし | 标题"
    ),
    "no title in other languages": words(
        "Ohne Titel | Sans titre | Sin título | Sem título | Senza titolo | Без названия"
        " | Bez tytułu | بدون عنوان"
    ),
    "a state of a manuscript": words(
        "OUP accepted manuscript | Accepted Manuscript | Accepted manuscript"
        " | Author's personal copy | Uncorrected proof | ACCEPTED MANUSCRIPT"
    ),
    "a part of an issue": words(
        "Front Matter | Front matter | Back Matter | Table of Contents | Masthead | Title Page"
        " | Front Matter and Contents | 目录 | 封面 | Inhaltsverzeichnis"
    ),
    "a name of a file": words(
        "Microsoft Word - paper_final2.doc | Microsoft Word - 论文.doc | paper_final_v2.pdf"
        " | untitled.pdf | 10.1.1.23.4567.pdf | main.tex | 1-s2.0-S0022249684900012-main.pdf"
        " | document(1).pdf | Microsoft PowerPoint - slides.ppt | 论文终稿.docx"
    ),
    "a word of a template": words(
        "Title | Paper title | Paper Title | Insert title here | Title of the article"
        " | Type the title of your paper here | TITLE | New article | Instructions for authors"
    ),
    "a page of a platform": words(
        "Sign in | Login | Log in | JSTOR: Access Check | Abstract | Page not found - Elsevier"
    ),
    "a name of a platform": words("ScienceDirect | Wiley Online Library | JSTOR | 中国知网 | Home"),
}
UNSIGNED = (PLACEHOLDERS["a part of an issue"], PLACEHOLDERS["a name of a platform"])
"""Titles that are right where somebody wrote the work: a review of ScienceDirect, "Home"."""


for _kind, _titles in PLACEHOLDERS.items():

    def _placeholder(record: Record, random: Random, titles: tuple[str, ...] = _titles) -> Planted:
        if record.type not in ("article-journal", "paper-conference", "article"):
            return None
        planted = replace(record, title=random.choice(titles))
        return replace(planted, author=()) if titles in UNSIGNED else planted

    form("TIT005", _kind)(_placeholder)


def _wrapped(title: str, random: Random, pair: str) -> str | None:
    """The title with one mark of a pair about one of its words, or of its stretches of Han."""
    words = title.split(" ")
    if len(words) > 2:
        at = random.randrange(1, len(words))
        words[at] = pair[0] + words[at] if random.random() < 0.5 else words[at] + pair[1]
        return " ".join(words)
    return between(title, random, random.choice(pair)) if len(title) > 5 else None


def _pair_form(name: str, *pairs: str, wide: bool | None = None) -> None:
    def change(title: str, random: Random) -> str | None:
        pair = random.choice(pairs)
        if any(mark in title for mark in pair):
            return None
        if wide is not None and (script(title) == "cjk") is not wide:
            return None
        return _wrapped(title, random, pair)

    value_forms("TIT008", "title", {name: change})


_pair_form("a round bracket", "()", wide=False)


_pair_form("a square or curly bracket", "[]", "{}", wide=False)


_pair_form("a quotation mark", "“”", "«»", "„“", "‹›", wide=False)


_pair_form("a straight quotation mark", '""', wide=False)


_pair_form("a dollar sign", "$$", wide=False)


_pair_form("a Chinese title mark", "《》", "〈〉", wide=True)


_pair_form("a Chinese or Japanese quotation mark", "“”", "「」", "『』", wide=True)


_pair_form("a full-width bracket", "（）", "【】", "［］", wide=True)


@form("TIT008", "a bracket of a pair lost")
def _(record: Record, random: Random) -> Planted:
    places = [i for i, c in enumerate(record.title) if c in "()（）《》“”「」"]
    if not places:
        return None
    at = random.choice(places)
    return replace(record, title=record.title[:at] + record.title[at + 1 :])


LINKS = words(
    "https://www.jstor.org/stable/2346178 | http://example.org/a.pdf"
    " | www.nature.com/articles/nature123"
)
DOIS = words(
    "doi:10.1016/j.cell.2015.03.012 | https://doi.org/10.1038/nature12373 | 10.1038/nature12373"
    " | DOI 10.1093/biomet/84.1.57"
)
SOURCES = words(
    "Nature 2013;499:54-58 | J. Biol. Chem. 1994, 269, 1234-1240 | 生态学报,2012,32(5):1432-1440"
)
value_forms(
    "TIT009",
    "title",
    {
        "a link": lambda t, r: f"{t} {r.choice(LINKS)}",
        "a DOI": lambda t, r: f"{t} {r.choice(DOIS)}",
        "pages": lambda t, r: (
            f"{t}{r.choice((', pp. 12-34', ' (pp. 101–118)', '. p. 55-67', ', S. 45-67'))}"
        ),
        "a type mark of GB/T 7714": lambda t, r: (
            t
            + r.choice(
                (
                    "[J]",
                    "[M]",
                    "[D]",
                    "[C]",
                    "[J/OL]",
                    "[EB/OL]",
                    " [J].",
                    "[R]",
                    "［J］",
                    "[P]",
                    "[S]",
                    "[N]",
                )
            )
        ),
        "a prefix of a retraction": lambda t, r: (
            r.choice(
                (
                    "RETRACTED: ",
                    "Retracted: ",
                    "RETRACTED ARTICLE: ",
                    "[Retracted] ",
                    "WITHDRAWN: ",
                    "【撤稿】",
                    "Retracted Article: ",
                )
            )
            + t
        ),
        "a journal with its volume": lambda t, r: f"{t}. {r.choice(SOURCES)}",
    },
)


@form("TIT009", "the authors behind it")
def _(record: Record, random: Random) -> Planted:
    if not record.author or not record.author[0].family:
        return None
    names = ", ".join(whole(n) for n in record.author[:3])
    joints = (" / ", " by ", ", by ") if record.language[:2] == "en" else (" / ",)
    return replace(record, title=f"{record.title}{random.choice(joints)}{names}")


@form("TIT009", "the authors before it")
def _(record: Record, random: Random) -> Planted:
    if not record.author or not record.author[0].family:
        return None
    names = ", ".join(whole(n) for n in record.author[:3])
    return replace(record, title=f"{names}{random.choice((': ', '. '))}{record.title}")


@form("TIT010", "a mark of question for a letter")
def _(record: Record, random: Random) -> Planted:
    places = [
        i
        for i, c in enumerate(record.title)
        if ord(c) > 127
        and c.isalpha()
        and i
        and record.title[i - 1].isalpha()
        and record.title[i + 1 : i + 2].isalpha()
    ]
    if not places or script(record.title) != "latin":
        return None
    at = random.choice(places)
    return replace(record, title=record.title[:at] + random.choice("?□") + record.title[at + 1 :])
