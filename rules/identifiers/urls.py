"""Faults of URLs."""

from __future__ import annotations

from collections.abc import Iterator

from validator.finding import Finding, Severity
from validator.record import Record
from validator.registry import Example, Examples, rule
from validator.text.identifiers import doi_names
from validator.text.identifiers.doi_names import Kind
from validator.text.identifiers.urls import is_plain, read_url

from ._moving import misplaced  # noqa: TID251 - of this family


def link(url: str, *says: str, suggests: str | None = None, doi: str = "") -> Example:
    return Example(Record(url=url, doi=doi), says, suggests)


IN_URL = "a DOI in the URL field"
SCHEME = "a URL without a scheme"
GLUED = "CJK punctuation at the end of a URL"
STRAY = "punctuation at the end of a URL"
UNBALANCED = "unbalanced brackets in a URL"

DRIVE = "a path of one computer in the place of a URL"
NO_HOST, BACKSLASH = "the host in a URL cannot exist", "a backslash in a URL"


def _url_malformed() -> Examples:
    return (
        link("https://aclanthology.org/2021.acl-long.1"),
        link("http://links.jstor.org/sici?sici=0002-9602(199911)105:3<571:T>2.0.CO;2-E"),
        link("https://en.wikipedia.org/wiki/Sleep_(system_call)"),
        link("https://zh.wikipedia.org/wiki/睡眠"),  # an IRI
        link("https://zh.wikipedia.org/wiki/睡眠（消歧义）"),
        link("https://ja.wikipedia.org/wiki/モーニング娘。"),  # the mark is part of the name
        link("https://ru.wikipedia.org/wiki/Сон"),
        link("https://web.archive.org/web/2020/http://example.org/"),
        link("ftp://ftp.example.org/a"),
        link("doi:10.1000/182"),
        link("urn:nbn:de:101:1-201102033592"),
        link("http://[2001:db8::1]/a"),
        link("file:///home/ada/my paper.pdf"),
        link("./papers/a.pdf"),
        link("C:\\Papers\\my paper.pdf", DRIVE),
        link(r"\\server\papers\a.pdf", DRIVE),
        link("n/a"),  # VAL001
        link("www.example.org/a", SCHEME, suggests="https://www.example.org/a"),
        link("example.org", SCHEME, suggests="https://example.org"),
        link("//example.org/a", SCHEME, suggests="https://example.org/a"),
        link("http//example.org", SCHEME, suggests="http://example.org"),
        link("10.1000/182", IN_URL, suggests=""),  # it moves
        link("10.1000/182", IN_URL, suggests="", doi="10.1000/182"),
        link("10.1000/182", IN_URL, doi="10.1000/183"),
        link("URL", "not a URL"),
        link("获取访问路径", "not a URL"),
        link("ada@example.org", "an e-mail address in the place of a URL"),
        link("see the library", "a blank in a URL"),
        link("http:/example.org/a", "a URL without a host", suggests="http://example.org/a"),
        link("http://", "a URL without a host"),
        link("htpp://example.org", "a misspelt scheme of a URL", suggests="http://example.org"),
        link("http://https://example.org", "two schemes in a URL", suggests="https://example.org"),
        link(
            "https：//example.org", "full-width characters in a URL", suggests="https://example.org"
        ),
        link("https://example.org/my paper.pdf", "a blank in a URL"),
        link("https://example.org/a (2020)", "a blank in a URL", suggests="https://example.org/a"),
        link("https://example.org/a; https://example.org/b", "several URLs in one field"),
        link("https://example.org/a。", GLUED, suggests="https://example.org/a"),
        link("https://example.org/a），", GLUED, suggests="https://example.org/a"),
        link(
            "https://zh.wikipedia.org/wiki/睡眠）",
            GLUED,
            suggests="https://zh.wikipedia.org/wiki/睡眠",
        ),
        link("https://example.org/a)", UNBALANCED, suggests="https://example.org/a"),
        link("https://en.wikipedia.org/wiki/Sleep_(system", UNBALANCED),
        link("http://www,example.org/a", NO_HOST, suggests="http://www.example.org/a"),
        link("http://example..org/", NO_HOST, suggests="http://example.org/"),
        link("http://999.1.2.3/x", NO_HOST),
        link("http://library/catalogue", NO_HOST),  # of one house
        link("http://localhost:8080/a"),
        link("http://192.168.1.10/a"),
        link("https://example.org:8080/a"),
        link("https://例え.jp/日本"),
        link("https://en.wikipedia.org/wiki/Apple_Inc."),
        link("https://example.org/a.", doi="10.1000/182"),  # a path may end so
        link("https://example.org/a,", STRAY, suggests="https://example.org/a"),
        link("https://example.org/a.pdf.", STRAY, suggests="https://example.org/a.pdf"),
        link('https://example.org/a"', STRAY, suggests="https://example.org/a"),
        link("http://.org/a", NO_HOST),
        link(r"https://example.org\a", BACKSLASH, suggests="https://example.org/a"),
        link(r"https://example.org/a\_b", BACKSLASH, suggests="https://example.org/a_b"),
        link(
            r"https://example.org/\texttt\symbol126jo",
            BACKSLASH,
            suggests="https://example.org/~jo",
        ),
        link("https://example.org/%zz", "a broken percent escape in a URL"),
        link("https://example.org/%E7%9D%A1"),
        link(
            r"\url{https://example.org/a}",
            "a LaTeX command around a URL",
            suggests="https://example.org/a",
        ),
        link("<https://example.org/a>", "brackets around a URL", suggests="https://example.org/a"),
    )


def is_odd(record: Record) -> bool:
    """A screen: a URL with anything to look at."""
    return not is_plain(record.url)


@rule(
    "URL001",
    "url-malformed",
    severity=Severity.ERROR,
    reads=("URL",),
    screen=is_odd,
    examples=_url_malformed,
)
def url_malformed(record: Record) -> Iterator[Finding]:
    """The URL has no scheme or host, a blank in it, unbalanced brackets or a CJK mark at its end.

    Why: the link is dead for every reader, and the report of dead links blames the server.

    Not found: paths in other scripts, with a mark of their own at the end after a word in that
    script; brackets in pairs; schemes other than http; files by their URL, or by a path beside the
    records.

    Source: RFC 3986; RFC 3987 for other scripts than Latin.
    """
    reading = read_url(record.url)
    if reading.fault == IN_URL and doi_names.read(record.url).kind is Kind.CLEAN:
        yield misplaced(record, "URL", IN_URL, to="DOI", as_=record.url.strip())
    elif reading.fault:
        yield Finding("URL", reading.fault, value=record.url, suggestion=reading.better)
