"""URLs that open for one reader or one visit only, and the address that they stand for."""

from __future__ import annotations

import re
from urllib.parse import unquote

from validator.text.identifiers.urls import LONGEST, Reading, read_url

SESSION = "a URL of one session, which will not open for others"
TRACKED = "a URL with marks that count its readers"
PROXY = "a URL through the proxy of one library"
LOCAL = "a URL on one computer or network"
COPY = "a URL at a site of copies"

_SESSION = r"(?i);jsessionid=[^/?#]*|(?<=[?&])(?:jsessionid|phpsessid|session_?id|cftoken)=[^&#]*&?"
_TRACKED = r"(?i)(?<=[?&])(?:utm_[a-z]{1,20}|fbclid|gclid|casa_token|_ga)=[^&#]*&?"
_CNKI = r"(?i)https?://[^/?#]*\bcnki\.net/[^#]*[?&](?:uid=[A-Za-z0-9+/=%!]{30}|v=[\w-]{40})"
"""The platform answers with a token in place of the number of the article."""
_HOST = re.compile(r"https?://([^/?#@\s]{1,255})(/[^\s]*)?")
_PROXY = (
    r"(?i)(?:^|[.-])(?:ez|lib|ub)-?proxy\d{0,2}[.-]|(?:^|\.)(?:web)?vpn\d{0,2}\.[^/]*\.edu"
    r"|\.(?:proxy|eproxy)\d{0,2}\.(?=[^.]+\.)|(?:^|\.)proxy\.(?:lib|library|ub)|\.idm\.oclc\.org$"
    r"|^[a-z0-9]+(?:-[a-z0-9]+)+\.docelec\."
)
_TARGET = r"(?i)/login\?(?:[^#]*&)?q?url=(https?[^\s]+)"
_LOCAL = (
    r"(?i)(?:localhost|127(?:\.\d{1,3}){3}|10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}"
    r"|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2})(?::\d{1,5})?"
)
_COPY = r"(?i)(?:^|\.)(?:sci-hub|libgen|gen\.lib\.rus|annas-archive|z-lib(?:rary)?)\."
_DOI = r"/(?:https?://(?:dx\.)?doi\.org/)?(10\.\d{4,9}/[^\s?#]+)"

_SIGNS = (
    *("sess", "cftoken", "utm_", "clid=", "casa_token", "_ga=", "proxy", "vpn", "oclc", "cnki"),
    *("localhost", "sci-hub", "docelec", "libgen", "gen.lib", "annas-", "z-lib"),
)


def may_pass(url: str) -> bool:
    """Whether a URL has a word of sessions, proxies or sites of copies, or a number for a host."""
    url = url.lower()
    return any(sign in url for sign in _SIGNS) or url.partition("//")[2][:1].isdigit()


def read_passing(text: str) -> Reading:
    """What ties a URL to a visit, a library or a computer, and the URL for everybody.

    ``better`` is None where the address cannot be told; sessions of CNKI have none.
    """
    url = text.strip()
    if len(url) > LONGEST or not (found := _HOST.match(url)):
        return Reading()
    host, path = found[1], found[2] or ""
    if re.fullmatch(_LOCAL, host):
        return Reading(LOCAL)
    if re.search(_COPY, host):
        doi = re.match(_DOI, path)
        return Reading(COPY, f"https://doi.org/{doi[1]}" if doi else None)
    if re.search(_PROXY, host):
        target = re.search(_TARGET, path)
        meant = unquote(target[1]) if target and "://" not in target[1] else target and target[1]
        return Reading(PROXY, meant if meant and not read_url(meant).fault else None)
    if re.match(_CNKI, url):
        return Reading(SESSION)
    for fault, sign in ((SESSION, _SESSION), (TRACKED, _TRACKED)):
        bare = re.sub(sign, "", url)
        if bare != url:
            bare = re.sub(_TRACKED, "", bare)
            return Reading(fault, re.sub(r"[?&]+(?=#|\Z)", "", bare))
    return Reading()
