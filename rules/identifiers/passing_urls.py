"""URLs that lead nobody else to the work."""

from __future__ import annotations

from collections.abc import Iterator

from validator.finding import Finding, Severity
from validator.record import Record
from validator.registry import Example, Examples, rule
from validator.text.identifiers.passing_urls import (
    COPY,
    LOCAL,
    PROXY,
    SESSION,
    TRACKED,
    may_pass,
    read_passing,
)


def link(url: str, *says: str, suggests: str | None = None) -> Example:
    return Example(Record(url=url), says, suggests)


_CNKI = "https://kns.cnki.net/kcms2/article/abstract?v="


def _url_passing() -> Examples:
    return (
        link("https://example.org/a?id=3&page=2"),
        link("https://proxy.org/handbook"),  # a site of that name
        link("https://example.org/on-proxy-servers"),
        link("https://example.org/session/3"),
        link("https://kns.cnki.net/KCMS/detail/detail.aspx?dbcode=CJFQ&filename=SWXB201203001"),
        link("https://www.oclc.org/a"),
        link("http://8.8.8.8/a"),
        link("https://zh.wikipedia.org/wiki/睡眠"),
        link(
            "https://example.org/a.jsp;jsessionid=0A1B2C?id=3",
            SESSION,
            suggests="https://example.org/a.jsp?id=3",
        ),
        link("https://example.org/a?PHPSESSID=12ab", SESSION, suggests="https://example.org/a"),
        link(_CNKI + "3uoqIhG8C44YLTlOAiTRKibYlV5Vjs7iJTKGjg9uTdeTsOI_ra5", SESSION),
        link(
            "https://example.org/论文?utm_source=x&id=3&utm_medium=y#p2",
            TRACKED,
            suggests="https://example.org/论文?id=3#p2",
        ),
        link(
            "https://ezproxy.example.edu/login?url=https://example.org/a",
            PROXY,
            suggests="https://example.org/a",
        ),
        link(
            "https://ezproxy.example.edu/login?url=https%3A%2F%2Fexample.org%2Fa",
            PROXY,
            suggests="https://example.org/a",
        ),
        link("https://www-jstor-org.ezproxy.example.edu/stable/1", PROXY),
        link("https://webvpn.example.edu.cn/https/77726476706e/kcms", PROXY),
        link("https://search-example-com.idm.oclc.org/a", PROXY),
        link("http://localhost:8080/a", LOCAL),
        link("http://192.168.1.10/论文.pdf", LOCAL),
        link("https://sci-hub.example/10.1000/182", COPY, suggests="https://doi.org/10.1000/182"),
        link("https://sci-hub.example/", COPY),
    )


def is_odd(record: Record) -> bool:
    """A screen: a URL with a word of sessions, proxies or sites of copies."""
    return may_pass(record.url)


@rule(
    "URL003",
    "url-session-or-proxy",
    severity=Severity.WARNING,
    reads=("URL",),
    screen=is_odd,
    examples=_url_passing,
)
def url_session_or_proxy(record: Record) -> Iterator[Finding]:
    """The URL is of one visit, one library's proxy, one computer, or a site of copies.

    Why: it opens for nobody else, or for no time; marks that count readers make one address many.

    Not found: sites that only have such a word in their name or path; parameters that name the
    work, CNKI's `dbcode` and `filename` among them; addresses of numbers that the world reaches.

    Source: RFC 1918 (private addresses); the manuals of EZproxy and WebVPN; the parameters of
    Google Analytics; CNKI's pages, whose `v` is made anew for each visit.
    """
    reading = read_passing(record.url)
    if reading.fault:
        yield Finding("URL", reading.fault, value=record.url, suggestion=reading.better)
