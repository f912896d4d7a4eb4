"""Words and signs that stand where there is no value."""

from __future__ import annotations

BY_PROGRAMS = frozenset(
    (
        *(
            "null",
            "(null)",
            "<null>",
            "[null]",
            "<unknown>",
            "<none>",
            "<na>",
            "undefined",
            "nan",
            "[object object]",
            "\\n",
        ),
        *("#n/a", "#name?", "#ref!", "#value!", "#null!"),
    )
)
"""What programs write for no value, in small letters."""

BY_PEOPLE = frozenset(
    (
        *("n/a", "n.a.", "none", "nil", "unknown", "tbd", "tba", "no data"),
        *("not available", "not applicable", "to be determined", "to be announced"),
        *("not known", "not specified", "not provided", "none given", "no value", "todo"),
        *("no publisher", "publisher unknown", "unknown publisher", "publisher not known"),
        *("无", "無", "未知", "不详", "不詳", "未详", "暂无", "暫無", "なし", "不明", "該当なし"),
        *("없음", "미상", "알 수 없음", "нет", "нет данных", "неизвестно"),
        *("غير معروف", "غير متوفر", "لا يوجد"),
        *("sin datos", "desconocido", "no disponible", "não disponível", "desconhecido"),
        *("unbekannt", "keine angabe", "k.a.", "nicht verfügbar", "inconnu", "non disponible"),
        *("sconosciuto", "onbekend", "okänd", "ukjent", "neznámý", "nieznany", "brak danych"),
        *("невідомо", "немає даних", "bilinmiyor", "belirtilmemiş", "άγνωστο", "לא ידוע"),
    )
)
"""What people write for no value, in small letters."""

OF_TABLES = frozenset(("NA", "N/A", "#N/A", "NULL", "null", "NaN", "nan", "None", "\\N"))
"""What R, pandas and databases write into every cell of a table that has no value."""

LONGEST = 24  # characters
_SIGNS = frozenset("-‐‑–—―−－?？._/\\*#~ 　")

NO_PAGES = frozenset(("0", "0-0", "0--0", "0–0"))
"""What stands in the field of pages for none."""

FREQUENT = NO_PAGES | frozenset(
    (
        *(form(word) for word in BY_PROGRAMS | BY_PEOPLE for form in (str, str.upper, str.title)),
        *(word.capitalize() for word in BY_PEOPLE),
        *("NA", "NaN", "N/a", "[object Object]", "keine Angabe", "k.A."),
        *(sign * times for sign in "-–—－?？._/*#" for times in range(1, 5)),
        *(f"{end}{dash}{end}" for end in ("?", "??", "???") for dash in ("-", "--", "–")),
    )
)
"""Placeholders as they are written, to tell at once that there is none among many values."""


def is_placeholder(text: str) -> bool:
    """Whether a value is none: "N/A", "null", "未知", "--", "??". "Na" is a name, "NA" is not.
    Several words of question marks were a text, and lost its letters.
    """
    if len(text) > LONGEST:
        return False
    word = text.strip().lower()
    return (
        word in BY_PROGRAMS
        or word in BY_PEOPLE
        or text.strip() == "NA"
        or (bool(text) and _SIGNS.issuperset(text) and "? ?" not in text)
    )
