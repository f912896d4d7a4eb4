"""URLs: what is wrong with one as a link (RFC 3986, and RFC 3987 for other scripts)."""

from __future__ import annotations

import re
from typing import NamedTuple

from validator.text.identifiers.brackets import is_balanced, is_unanswered
from validator.text.identifiers.doi_names import doi
from validator.text.placeholders import is_placeholder


class Reading(NamedTuple):
    """A URL as read: ``fault`` is "" for a good one, ``better`` None where it cannot be told."""

    fault: str = ""
    better: str | None = None


LONGEST = 8000  # characters; servers take no longer URL, so there is no end to look at
_GOOD = Reading()
_PLAIN = re.compile(
    r"(?:https?|ftp)://(?:[A-Za-z0-9_-]++\.)++[A-Za-z][A-Za-z0-9-]*+(?::[0-9]{1,5})?"
    r"(?:[/?#](?:[A-Za-z0-9._~:/?#@!$&'*+,;=-]++|%[0-9A-Fa-f]{2})*+)?"
)
# The others are compiled when a URL is not plain.
_SCHEME = r"[A-Za-z][A-Za-z0-9+-]*:\S"
_FILE = r"(?i)file:|internal-pdf:|~|\.{1,2}/|/(?!/)"
_DRIVE = r"[A-Za-z]:[\\/]|\\\\"
_WEB = r"(?i)(?:https?|ftp)://[^\s/?#]"
_WEB_WITHOUT_SLASHES = r"(?i)(https?|ftp):?/{0,9}(?=[^\s/:]+\.)"
_MISSPELT = r"(?i)(?!https?:)(?:h{1,2}t{1,3}p{1,2}(s?)|ttp(s?)|htp(s?)):/{1,3}"
_LATEX = r"\\(?:url|path)\s*\{([^{}]*)\}"
_AUTHORITY = r"(?i)(?:https?|ftp)://(?:[^/?#@]*@)?(\[[0-9a-f:.]*\]|[^/?#:]*)(:[^/?#]*)?"
_MAIL = r"[\w.+-]{1,64}@[\w.-]{1,255}\.\w{2,24}"
_TILDE = r"(?:\\texttt)?\{?\\(?:symbol\{?126\}?|textasciitilde(?:\{\}|\s)?)\}?"
"""The tilde of a home page in LaTeX."""
_ESCAPE = r"\\(?=[_%&#$~{}])"  # of LaTeX
_BROKEN_ESCAPE = r"%(?![0-9A-Fa-f]{2})"
_TWO_SCHEMES = r"(?i)https?://+(?=https?:/)"
_DOMAIN = r"(?i)(?://)?(?:[a-z0-9-]{1,63}\.){1,9}[a-z]{2,24}(?:[:/?#]\S*)?"
# No path ends so: a quotation mark is in none, and the stop stands behind a file, folder or host.
_STRAY = (
    r"(?i)[\"”»]+[.,;]*$|[,;]+$|(?<=/)[.,;]+$"
    r"|(?<=\.htm|\.pdf|\.php|\.asp|\.jsp|\.org|\.com|\.net|\.edu|\.gov)[.,;]+$"
    r"|(?<=\.html|\.aspx)[.,;]+$"
)
_INVISIBLE = "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]"  # Persian needs \u200c, \u200d
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
# After a CJK word a CJK mark may belong to the path (モーニング娘。), after ASCII it never does.
_CJK_MARKS = "。．，、；：！？”’"


def is_plain(url: str) -> bool:
    """Whether a URL has a scheme of the web and ASCII characters that need no look, as most do."""
    return _PLAIN.fullmatch(url) is not None and url[-1] not in ".,;"


def read_url(text: str) -> Reading:
    """What is wrong with a URL, and the URL without that.

    A path in another script is good (an IRI), and so is the URL of a file, or its path beside the
    records; one from the drive of a computer leads nowhere.
    """
    url = text.strip()
    if wrapped := re.fullmatch(_LATEX, url):
        return Reading("a LaTeX command around a URL", wrapped[1])
    if is_plain(url) or not url or re.match(_FILE, url) or is_placeholder(url):
        return _GOOD
    if re.match(_DRIVE, url):
        return Reading("a path of one computer in the place of a URL")
    if any(character.isspace() for character in url):
        return _with_blanks(url)
    if re.search(_INVISIBLE, url):
        return Reading("invisible characters in a URL", re.sub(_INVISIBLE, "", url))
    if url[0] == "<" and url[-1] == ">":
        return Reading("brackets around a URL", url[1:-1])
    if re.match(_MISSPELT, url):
        better = re.sub(
            _MISSPELT, lambda m: "https://" if any(m.groups()) else "http://", url, count=1
        )
        return Reading("a misspelt scheme of a URL", better)
    if not re.match(_SCHEME, url):
        return _without_scheme(url)
    if re.match(_TWO_SCHEMES, url):
        return Reading("two schemes in a URL", re.sub(_TWO_SCHEMES, "", url, count=1))
    if url[:4].lower() in ("http", "ftp:") and not re.match(_WEB, url):
        better = re.sub(_WEB_WITHOUT_SLASHES, r"\1://", url, count=1)
        return Reading("a URL without a host", better if better != url else None)
    if len(url) > LONGEST:
        return _GOOD
    authority = re.match(_AUTHORITY, url)
    broken = _broken_host(authority[1], authority[2] or "") if authority else None
    if authority and broken is not None:
        start, end = authority.span(1)
        return Reading(
            "the host in a URL cannot exist", url[:start] + broken + url[end:] if broken else None
        )
    if authority and "\\" in url:
        plain = re.sub(_ESCAPE, "", re.sub(_TILDE, "~", url))
        return Reading("a backslash in a URL", plain.replace("\\", "/"))
    if authority and re.search(_BROKEN_ESCAPE, url):
        return Reading("a broken percent escape in a URL")
    return _tail(url)


def _broken_host(host: str, port: str) -> str | None:
    """The host as it was meant, "" where that cannot be told; None for one that may be."""
    if host.startswith("[") or host.lower() == "localhost":
        return None
    if port and not port[1:].isdecimal():
        return ""
    labels = host.split(".")
    if all(map(str.isdecimal, labels)):
        is_address = len(labels) == 4 and all(
            len(label) < 4 and int(label) < 256 for label in labels
        )
        return None if is_address else ""
    if "," in host or ".." in host:
        return re.sub(r"[.,]+", ".", host)
    if host.startswith("."):
        return ""
    return "" if len(labels) == 1 and host.isascii() and "\\" not in host else None


def _with_blanks(url: str) -> Reading:
    pieces = url.replace(";", " ").split()
    if sum(re.match(_WEB, piece) is not None for piece in pieces) > 1:
        return Reading("several URLs in one field")
    note_follows = re.match(_WEB, pieces[0]) and pieces[1][0] in "([（［"
    return Reading("a blank in a URL", pieces[0] if note_follows else None)


def _without_scheme(url: str) -> Reading:
    if url.startswith("10.") and doi(url):
        return Reading("a DOI in the URL field")
    narrow = url.translate(_FULL_WIDTH)
    if narrow != url and re.match(_WEB, narrow):
        return Reading("full-width characters in a URL", narrow)
    if re.fullmatch(_MAIL, url):
        return Reading("an e-mail address in the place of a URL")
    better = re.sub(_WEB_WITHOUT_SLASHES, r"\1://", url, count=1)
    if better == url:
        better = f"https://{url.lstrip('/')}" if re.fullmatch(_DOMAIN, url) else ""
        if not better and "/" not in url and "." not in url:
            return Reading("not a URL")
    return Reading("a URL without a scheme", better or None)


def _tail(url: str) -> Reading:
    """The reading of a URL with a host: what is glued to its end, and its brackets."""
    end = len(url)
    while end and (url[end - 1] in _CJK_MARKS or (url[end - 1] > "~" and is_unanswered(url, end))):
        end -= 1
    if end < len(url) and (url[end - 1].isascii() or is_unanswered(url, len(url))):
        return Reading("CJK punctuation at the end of a URL", url[:end])
    if found := re.search(_STRAY, url):
        return Reading("punctuation at the end of a URL", url[: found.start()])
    end = len(url)
    while end and is_unanswered(url, end):
        end -= 1
    if not is_balanced(url):
        better = url[:end] if end < len(url) and is_balanced(url[:end]) else None
        return Reading("unbalanced brackets in a URL", better)
    return _GOOD
