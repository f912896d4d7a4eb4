"""Faults of pages."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from planting.forms import Change, Plant, Planted, form, value_forms, words
from validator.record import Record


def _range(change: Change) -> Change:
    """Of pages from one number to a higher one."""

    def changed(value: str, random: Random) -> str | None:
        found = re.fullmatch(r"(\d+)[-–](\d+)", value)
        if not found or int(found[1]) >= int(found[2]):
            return None
        return change(f"{found[1]}-{found[2]}", random)

    return changed


def _turned(page: str, dash: str) -> str | None:
    """The range turned round, where its end then is no abbreviation of a higher page."""
    first, last = page.split("-")
    return f"{last}{dash}{first}" if len(first) == len(last) else None


value_forms(
    "PAG001",
    "page",
    {
        "no end": _range(lambda p, r: p.partition("-")[0] + r.choice(("-", "--", "–", " - "))),
        "no start": _range(lambda p, r: r.choice(("-", "--", "–")) + p.partition("-")[2]),
        "three numbers": _range(lambda p, r: p + r.choice(("-99", "-1200", "--77"))),
        "letters for digits": _range(
            lambda p, r: p.replace("1", "l").replace("0", "O") if re.search("[01]", p) else None
        ),
        "a date of a table": _range(
            lambda p, r: r.choice(("Jan-15", "12-Feb", "Mar-98", "2015-01-12 00:00:00", "5-Sep"))
        ),
        "a number of a table": _range(lambda p, r: r.choice(("1.21E+03", "45123.0", "1E+05"))),
        "two commas or dashes": _range(lambda p, r: p.replace("-", r.choice((",,", "-,-", "-;")))),
        "words": _range(
            lambda p, r: r.choice(
                words(
                    "see abstract | online | web page | to be assigned | printed | various pagings"
                )
            )
        ),
        "a mark at the end": _range(lambda p, r: p + r.choice((",", ";", ":", "/", "-"))),
        "marks of question": _range(lambda p, r: p.partition("-")[0] + "-??"),
        "something of another field": _range(
            lambda p, r: r.choice(
                ("10.1038/nature12373", "vol. 12", "https://example.org", "Springer", "2015;12(3)")
            )
        ),
        "a start with nothing but a letter": _range(lambda p, r: r.choice(("S-", "e-", "A–"))),
    },
)


value_forms(
    "PAG002",
    "page",
    {
        "turned round": _range(lambda p, r: _turned(p, "-")),
        "the end shorter, and not an abbreviation": _range(
            lambda p, r: f"{r.randrange(2, 9)}{r.randrange(50, 99)}-{r.randrange(10, 49)}"
        ),
        "a digit lost at the end": _range(
            lambda p, r: f"1{r.randrange(500, 900)}-1{r.randrange(10, 49)}"
        ),
        "roman": _range(lambda p, r: r.choice(("xv-xii", "xx-ix", "XIV-III", "viii–ii"))),
        "with a letter": _range(
            lambda p, r: r.choice(("S18-S12", "e20-e12", "A45-A39", "L31–L22", "s18-s2"))
        ),
        "with a letter at the start alone": _range(
            lambda p, r: r.choice(("S118-112", "e2045-2012"))
        ),
        "Elsevier's": _range(lambda p, r: r.choice(("1043.e9-1043.e1", "221.e11-221.e5"))),
        "one of two ranges": _range(
            lambda p, r: r.choice(("35-28, 40-44", "12-18, 45-39", "35-28+80"))
        ),
        "with a long dash": _range(lambda p, r: _turned(p, r.choice("–—"))),
        "two dashes": _range(lambda p, r: _turned(p, "--")),
        "of a paper": _range(lambda p, r: r.choice(("12:20-12:1", "3:14–3:2"))),
    },
)


def _dash_form(name: str, usual: str, *odd: str) -> None:
    @form("PAG003", name)
    def plant(record: Record, random: Random) -> Planted:
        from planting.records import clean_records

        if not re.fullmatch(r"\d+[-–]\d+", record.page):
            return None
        peers = tuple(
            replace(r, page=r.page.replace("-", usual))
            for r in clean_records()
            if re.fullmatch(r"\d+-\d+", r.page) and r.title != record.title
        )[:30]
        first, last = re.split("[-–]", record.page)
        right = replace(record, page=f"{first}{usual}{last}")
        return Plant(
            (*peers, right), (*peers, replace(right, page=f"{first}{random.choice(odd)}{last}"))
        )


_dash_form("a long dash among hyphens", "-", "–", "—")


_dash_form("two hyphens among hyphens", "-", "--")


_dash_form("a tilde among hyphens", "-", "~", "～", "〜")


_dash_form("a sign of minus or a Unicode hyphen among hyphens", "-", "−", "‐")


_dash_form("a dash with blanks among hyphens", "-", " – ", " — ")


def _labelled(*labels: str, behind: bool = False) -> Change:
    def change(page: str, random: Random) -> str:
        label = random.choice(labels)
        return page + label if behind else label + page

    return change


value_forms(
    "PAG004",
    "page",
    {
        "English": _range(
            _labelled(
                "pp. ", "pp.", "p. ", "pages ", "Pages: ", "PP. ", "pg. ", "pp ", "page ", "pp"
            )
        ),
        "English, behind": _range(_labelled(" pp.", " p.", " pages", "pp", behind=True)),
        "German": _range(_labelled("S. ", "Seiten ", "Seite ", "S.")),
        "French, Spanish, Portuguese, Italian": _range(
            _labelled("pages ", "págs. ", "pág. ", "páginas ", "pp. ", "pagg. ")
        ),
        "Russian": _range(_labelled("с. ", "С. ", "стр. ", "C. ")),
        "Polish, Czech, Turkish": _range(_labelled("s. ", "str. ", "ss. ")),
        "Chinese": _range(
            lambda p, r: r.choice((f"第{p}页", f"{p}页", f"第{p}頁", f"页{p}", f"页码：{p}"))
        ),
        "Japanese and Korean": _range(
            lambda p, r: r.choice((f"{p}頁", f"{p}ページ", f"{p}쪽", f"{p}면", f"pp.{p}"))
        ),
        "Arabic, Persian": _range(_labelled("ص ", "ص. ", "صص ", "ص.ص. ")),
        "how many there are": lambda p, r: r.choice(
            ("245 p.", "312 pages", "xii, 245 p.", "245页", "312 S.", "8 pages")
        ),
    },
)


def _padded(width: int) -> Change:
    def change(page: str, random: Random) -> str | None:
        first, last = page.split("-")
        if len(last) >= width:
            return None
        return f"{first.zfill(width)}-{last.zfill(width)}"

    return _range(change)


value_forms(
    "PAG005",
    "page",
    {
        "to three digits": _padded(3),
        "to four digits": _padded(4),
        "the start alone": _range(lambda p, r: "0" + p if len(p.split("-")[0]) < 4 else None),
        "with a long dash": _range(
            lambda p, r: "–".join("0" + n for n in p.split("-")) if len(p) < 8 else None
        ),
        "with two hyphens": _range(
            lambda p, r: "--".join("0" + n for n in p.split("-")) if len(p) < 8 else None
        ),
        "two ranges": _range(
            lambda p, r: (
                f"{'-'.join('0' + n for n in p.split('-'))}, 0199-0201" if len(p) < 8 else None
            )
        ),
    },
)
