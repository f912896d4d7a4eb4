"""Faults of characters: entities, markup, LaTeX, invisible and look-alike letters, blanks."""

from __future__ import annotations

import html.entities
import re
import unicodedata
from json import dumps
from random import Random
from urllib.parse import quote

from planting.forms import Change, text_forms
from planting.tools import between, script, words_between

PLAIN = ("title", "title", "container_title", "publisher", "abstract", "keyword")


def _entities_of(text: str, random: Random, how: str) -> str | None:
    places = [i for i, c in enumerate(text) if ord(c) > 127 and script(c) in ("latin", "greek", "")]
    if not places:
        return None
    chosen = places if random.random() < 0.5 else [random.choice(places)]

    def entity(character: str) -> str:
        if how == "named":
            return f"&{_NAMED[character]};" if character in _NAMED else f"&#{ord(character)};"
        return f"&#{ord(character)};" if how == "decimal" else f"&#x{ord(character):X};"

    return "".join(entity(c) if i in chosen else c for i, c in enumerate(text))


_NAMED = {chr(code): name for code, name in html.entities.codepoint2name.items()}


text_forms(
    "ENC001",
    {
        "blanks as a link has them": lambda t, r: (
            t.replace(" ", "%20") if re.fullmatch(r"[^\W\d_]+(?: [^\W\d_]+)+", t) else None
        ),
        "letters as a link has them": lambda t, r: None if t.isascii() else quote(t, safe=" "),
        "letters as JSON has them": lambda t, r: (
            None if t.isascii() or not t.isprintable() else dumps(t)[1:-1]
        ),
        "an accented letter by its name": lambda t, r: _entities_of(t, r, "named"),
        "a letter by its number": lambda t, r: _entities_of(t, r, "decimal"),
        "a letter by its hexadecimal number": lambda t, r: _entities_of(t, r, "hex"),
        "an ampersand": lambda t, r: (
            t.replace("&", "&amp;")
            if "&" in t
            else words_between(t, r, r.choice((" &amp; ", " &amp;amp; ")))
        ),
        "a hard space": lambda t, r: words_between(t, r, r.choice(("&nbsp;", "&#160;", "&#xA0;"))),
        "a dash": lambda t, r: words_between(
            t, r, r.choice((" &ndash; ", "&mdash;", " &#8211; ", " &#x2013; "))
        ),
        "quotation marks": lambda t, r: (
            r.choice(("&quot;", "&ldquo;", "&#8220;"))
            + t
            + r.choice(("&quot;", "&rdquo;", "&#8221;"))
        ),
        "an apostrophe": lambda t, r: between(
            t, r, r.choice(("&#39;", "&apos;", "&rsquo;", "&#8217;", "&#x27;")), inside_word=True
        ),
        "less and greater": lambda t, r: words_between(t, r, r.choice((" &lt; ", " &gt; "))),
        "Han by their numbers": lambda t, r: (
            "".join(f"&#{ord(c)};" for c in t[:3]) + t[3:]
            if script(t) in ("cjk", "hangul") and len(t) > 3
            else None
        ),
    },
)


def _tagged(open_: str, close: str) -> Change:
    """A tag about one word, or about the whole."""

    def change(text: str, random: Random) -> str:
        words = text.split(" ")
        if len(words) > 2 and random.random() < 0.5:
            at = random.randrange(len(words))
            words[at] = f"{open_}{words[at]}{close}"
            return " ".join(words)
        return f"{open_}{text}{close}"

    return change


def _one_of(*changes: Change) -> Change:
    return lambda text, random: random.choice(changes)(text, random)


text_forms(
    "ENC002",
    {
        "a list of a program": lambda t, r: r.choice(("['{}']", '["{}"]')).format(t),
        "italics that never end": lambda t, r: (
            t.replace(" ", " <i>", 1) if re.match(r"[^\W\d_]+ [^\W\d_]", t) else None
        ),
        "JATS": _one_of(
            _tagged("<jats:p>", "</jats:p>"),
            _tagged("<jats:italic>", "</jats:italic>"),
            _tagged("<jats:title>", "</jats:title>"),
            _tagged("<jats:sec>", "</jats:sec>"),
            _tagged("<jats:sub>", "</jats:sub>"),
        ),
        "HTML blocks": _one_of(
            _tagged("<p>", "</p>"),
            _tagged("<div>", "</div>"),
            _tagged("<h2>", "</h2>"),
            _tagged('<div class="abstract">', "</div>"),
        ),
        "HTML in the line": _one_of(
            _tagged("<span>", "</span>"),
            _tagged('<span class="it">', "</span>"),
            _tagged("<font color=red>", "</font>"),
            _tagged('<a href="x">', "</a>"),
            _tagged("<em>", "</em>"),
            _tagged("<strong>", "</strong>"),
        ),
        "a line break": lambda t, r: words_between(
            t, r, r.choice(("<br>", "<br/>", "<br />", "<BR>"))
        ),
        "Wiley's and others'": _one_of(
            _tagged("<scp>", "</scp>"),
            _tagged("<inf>", "</inf>"),
            _tagged("<italic>", "</italic>"),
            _tagged("<bold>", "</bold>"),
        ),
        "MathML": _one_of(
            _tagged("<mml:math>", "</mml:math>"),
            _tagged("<math><mi>", "</mi></math>"),
            _tagged(
                '<mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"><mml:mi>',
                "</mml:mi></mml:math>",
            ),
        ),
        "an opening tag alone": lambda t, r: r.choice(("<p>", "<jats:p>", "<div>")) + t,
        "a closing tag alone": lambda t, r: (
            t + r.choice(("</p>", "</jats:p>", "</span>", "</div>"))
        ),
    },
    of=PLAIN,
)


ACCENTS = {
    "\u0301": "'",
    "\u0300": "`",
    "\u0308": '"',
    "\u0302": "^",
    "\u0303": "~",
    "\u030c": "v ",
    "\u0327": "c ",
    "\u030b": "H ",
    "\u0306": "u ",
    "\u0304": "=",
}


def _latex_accent(style: str) -> Change:
    def change(text: str, random: Random) -> str | None:
        places = []
        for i, character in enumerate(text):
            parts = unicodedata.normalize("NFD", character)
            if len(parts) == 2 and parts[1] in ACCENTS and parts[0].isascii():
                places.append((i, parts[0], ACCENTS[parts[1]]))
        if not places:
            return None
        i, base, mark = random.choice(places)
        if mark.endswith(" ") and style == "bare":
            return None
        written = {
            "braced": f"{{\\{mark.strip()}{{{base}}}}}",
            "bare": f"\\{mark}{base}",
            "inner": f"\\{mark.strip()}{{{base}}}",
            "outer": f"{{\\{mark}{base}}}",
        }[style]
        return text[:i] + written + text[i + 1 :]

    return change


def _special(text: str, random: Random) -> str | None:
    special = {
        "ß": "{\\ss}",
        "ø": "{\\o}",
        "Ø": "{\\O}",
        "å": "{\\aa}",
        "Å": "{\\AA}",
        "ł": "{\\l}",
        "Ł": "{\\L}",
        "æ": "{\\ae}",
        "ı": "{\\i}",
    }
    for character, written in special.items():
        if character in text:
            return text.replace(
                character, written if random.random() < 0.6 else written[1:-1] + " "
            )
    return None


text_forms(
    "ENC003",
    {
        "an accent in two pairs of braces": _latex_accent("braced"),
        "a bare accent": _latex_accent("bare"),
        "an accent with its letter in braces": _latex_accent("inner"),
        "an accent in braces": _latex_accent("outer"),
        "a special letter": _special,
        "an escaped sign": lambda t, r: (
            t.replace("&", "\\&")
            if "&" in t
            else words_between(t, r, r.choice((" \\& ", " 5\\% ", " \\# ")))
        ),
        "emphasis": _one_of(
            _tagged("\\emph{", "}"),
            _tagged("\\textit{", "}"),
            _tagged("{\\em ", "}"),
            _tagged("\\textsc{", "}"),
            _tagged("{\\it ", "}"),
        ),
        "bold or type": _one_of(
            _tagged("\\textbf{", "}"), _tagged("\\texttt{", "}"), _tagged("{\\bf ", "}")
        ),
        "sub- and superscript": lambda t, r: words_between(
            t,
            r,
            r.choice(
                (" CO\\textsubscript{2} ", " 10\\textsuperscript{5} ", " 10\\textsuperscript{th} ")
            ),
        ),
    },
    of=(*PLAIN, "author", "author"),
)


def _invisible(*characters: str, inside: bool = False, ltr: bool = False) -> Change:
    def change(text: str, random: Random) -> str | None:
        if ltr and script(text) in ("arabic", "hebrew"):
            return None
        if inside and script(text) not in ("latin", "cyrillic", "greek", "cjk"):
            return None
        return between(text, random, random.choice(characters))

    return change


text_forms(
    "ENC006",
    {
        "a zero-width space": _invisible("\u200b"),
        "a mark of byte order": lambda t, r: r.choice(
            ("\ufeff" + t, t + "\ufeff", t[:2] + "\ufeff" + t[2:])
        ),
        "a soft hyphen": _invisible("\u00ad", ltr=True),
        "a mark of direction": _invisible(
            "\u200e", "\u200f", "\u202a", "\u202c", "\u202e", "\u2066", "\u2069", ltr=True
        ),
        "a word joiner or invisible operator": _invisible("\u2060", "\u2062", "\u2063", "\u180e"),
        "a joiner in Latin, Greek, Cyrillic or Han": _invisible("\u200c", "\u200d", inside=True),
        "hard spaces in a row": lambda t, r: words_between(t, r, "\u00a0\u00a0"),
        "a control": _invisible(
            "\x00", "\x01", "\x02", "\x0b", "\x0c", "\x1e", "\x1f", "\x7f", "\x08"
        ),
        "a control of the second row": _invisible("\x81", "\x8d", "\x8f", "\x90", "\x9d"),
        "a separator of lines": _invisible("\u2028", "\u2029"),
        "a filler or tag": _invisible("\u3164", "\U000e0041"),
    },
)


def _apart(text: str, random: Random) -> str | None:
    return unicodedata.normalize("NFD", text)


def _apart_one(text: str, random: Random) -> str | None:
    places = [i for i, c in enumerate(text) if unicodedata.normalize("NFD", c) != c]
    if not places:
        return None
    at = random.choice(places)
    return text[:at] + unicodedata.normalize("NFD", text[at]) + text[at + 1 :]


def _only(change: Change, *scripts: str) -> Change:
    return lambda text, random: change(text, random) if script(text) in scripts else None


text_forms(
    "ENC007",
    {
        "Latin, all letters": _only(_apart, "latin"),
        "Latin, one letter": _only(_apart_one, "latin"),
        "Cyrillic or Greek": _only(_apart, "cyrillic", "greek"),
        "Korean syllables": _only(_apart, "hangul"),
        "kana": _only(_apart, "cjk"),
        "Arabic": _only(_apart, "arabic"),
        "ångström and kelvin signs": lambda t, r: words_between(
            t, r, r.choice((" 2 \u212b ", " 5 \u2126 ", " 300 \u212a "))
        ),
    },
)


ALIKE = {
    "latin": {
        "cyrillic": dict(zip("acepxyoiABCEHKMOPTX", "асерхуоіАВСЕНКМОРТХ", strict=True)),
        "greek": dict(zip("oABEHIKMNOPTX", "οΑΒΕΗΙΚΜΝΟΡΤΧ", strict=True)),
    },
    "cyrillic": {"latin": dict(zip("асерхуоіАВСЕНКМОРТХ", "acepxyoiABCEHKMOPTX", strict=True))},
    "greek": {"latin": dict(zip("οΑΒΕΗΙΚΜΝΟΡΤΧν", "oABEHIKMNOPTXv", strict=True))},
}


def _look_alike(of: str, by: str, most: int = 1) -> Change:
    table = ALIKE[of][by]

    def change(text: str, random: Random) -> str | None:
        places = []
        start = 0
        for word in text.split(" "):
            if len(word) > 3 and word.isalpha() and script(word) == of:
                places += [start + i for i, c in enumerate(word) if c in table]
            start += len(word) + 1
        if not places:
            return None
        chosen = random.sample(places, min(most, len(places)))
        return "".join(table[c] if i in chosen else c for i, c in enumerate(text))

    return change


text_forms(
    "ENC008",
    {
        "a ligature of print": lambda t, r: (
            t.replace("ffi", "\ufb03")
            .replace("fi", "\ufb01")
            .replace("fl", "\ufb02")
            .replace("ff", "\ufb00")
        ),
        "a Cyrillic letter in a Latin word": _look_alike("latin", "cyrillic"),
        "Cyrillic letters in Latin words": _look_alike("latin", "cyrillic", 4),
        "a Greek letter in a Latin word": _look_alike("latin", "greek"),
        "a Latin letter in a Cyrillic word": _look_alike("cyrillic", "latin"),
        "Latin letters in Cyrillic words": _look_alike("cyrillic", "latin", 4),
        "a Latin letter in a Greek word": _look_alike("greek", "latin"),
    },
)


text_forms(
    "ENC010",
    {
        "a blank at the start": lambda t, r: r.choice((" ", "  ", "\u3000", "\u00a0")) + t,
        "a blank at the end": lambda t, r: t + r.choice((" ", "  ", "\u3000", "\u00a0")),
        "a doubled blank": lambda t, r: words_between(t, r, r.choice(("  ", "   "))),
        "a tab": lambda t, r: words_between(t, r, "\t"),
        "a line break": lambda t, r: words_between(t, r, r.choice(("\n", "\r\n", "\n  "))),
        "a line break at the end": lambda t, r: t + r.choice(("\n", "\r\n", "\t")),
    },
    of=("title", "title", "container_title", "publisher", "publisher_place", "keyword"),
)
