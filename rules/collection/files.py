"""What readers say of a file, and of the records in it that could not be read."""

from __future__ import annotations

from validator.finding import Severity
from validator.registry import Example, file_rule

BIB = "@book{a, title = {A title}}\n"


@file_rule(
    "COL002",
    "unparsed-record",
    severity=Severity.ERROR,
    examples=lambda: (
        Example(BIB, format="bibtex"),
        Example(f"A comment @ large\n@string{{x = {{y}}}}\n@comment{{b}}\n{BIB}", format="bibtex"),
        Example("TY  - JOUR\nTI  - 题名\nER  - \n", format="ris"),
        Example(
            BIB + "@book{b, title = {B\n\n@book{c, title = {C}}\n",
            ("entry is not closed: a brace opened in a value is never closed",),
            format="bibtex",
        ),
        Example('[{"id": "a"}, 3]', ("an item is not a JSON object",), format="csl-json"),
        Example(
            "id,title\na,A\nb\nc,C\n",
            ("a row has not as many cells as the header",),
            format="csv",
        ),
    ),
)
def unparsed_record() -> None:
    """A record of the file could not be read.

    Why: other programs drop it in silence, or with all that follows. It is kept: its neighbours are
    read, and `clean` sets its text aside.

    Not found: comments, @string and @preamble, text between the entries of BibTeX.

    Source: the grammar of each format; the message says what is missing.
    """


@file_rule(
    "COL003",
    "list-truncated",
    severity=Severity.WARNING,
    examples=lambda: (
        Example("题名\n\n作者\n张三 [1]\n相关论文\n共 1 条\n• [1] 另一题名\n", format="cn-page"),
        Example(
            "题名\n\n作者\n张三 [1]\n相关论文\n共 50 条\n• [1] 另一题名\n",
            ("the file declares 50 records and holds 1",),
            format="cn-page",
        ),
    ),
)
def list_truncated() -> None:
    """A file says how many records it has, and holds fewer.

    Why: it was copied or downloaded in part (a page shows ten of fifty), and what is missing is
    missed in silence.

    Not found: files that say nothing of their number.

    Source: the number that the file itself declares.
    """


@file_rule(
    "COL004",
    "encoding-guessed",
    severity=Severity.INFO,
    examples=lambda: (
        Example(BIB.encode(), format="bibtex"),
        Example("@book{a, title = {中国研究}}\n".encode(), format="bibtex"),
        Example("@book{a, title = {中国研究}}\n".encode("utf-16"), format="bibtex"),  # it is marked
        Example(
            "@book{a, title = {中国数字人文研究的现状与展望}}\n".encode("gb18030"),
            ("not UTF-8: read as gb18030, which is a guess",),
            format="bibtex",
        ),
    ),
)
def encoding_guessed() -> None:
    """A file is not UTF-8, and its charset was told by its bytes.

    Why: a guess may be wrong, and then every value beyond ASCII is; saved as UTF-8, the file means
    the same everywhere.

    Not found: UTF-8, and files that begin with a byte order mark.

    Source: the charsets of Chinese, Japanese, Korean and Western exports, and of Cyrillic, Greek,
    Hebrew and Arabic ones.
    """


@file_rule(
    "COL005",
    "file-empty",
    severity=Severity.INFO,
    examples=lambda: (
        Example(BIB, format="bibtex"),
        Example("% nothing here yet\n", ("no records in this file",), format="bibtex"),
        Example("", ("no records in this file",), format="ris"),
    ),
)
def no_records() -> None:
    """A file or a sheet holds no record: it is empty, has comments, @string and @preamble only, or
    is a sheet that is hidden or has no header with two known columns.

    Why: an export that failed looks the same as one that found nothing.

    Not found: a file with text that no reader understands, which is an error of its own: the run
    ends with code 3.

    Source: the file.
    """


@file_rule(
    "COL006",
    "record-not-well-formed",
    severity=Severity.WARNING,
    examples=lambda: (
        Example(BIB, format="bibtex"),
        Example("@book{a, title = {Книга},}\n", format="bibtex"),  # the last comma is allowed
        Example("@book{a, title = {Книга}, year = 1999\n}\n", format="bibtex"),
        Example("TY  - JOUR\nTI  - 题名\nER  - \n", format="ris"),
        Example(
            "@book{a,\n  title = {题名}\n  year = 1999\n}\n",
            ("no comma before a field of an entry",),
            format="bibtex",
        ),
        Example(
            "TY  - JOUR\nTI  - Заглавие\n\nTY  - JOUR\nTI  - Title\nER  - \n",
            ("a record that does not end with ER",),
            format="ris",
        ),
        Example(
            "TY  - JOUR\nTI  - 題名\nER  - \n\nTI  - Title\nER  - \n",
            ("a record that does not begin with TY",),
            format="ris",
        ),
    ),
)
def record_not_well_formed() -> None:
    """A record breaks the grammar of its format, and could be read all the same.

    Why: other programs drop it or a part of it: BibTeX leaves out all fields behind the missing
    comma, a reference manager runs two records of RIS into one.

    Not found: a comma behind the last field; blank lines and comments.

    Source: the grammar of BibTeX (Patashnik, 1988); the RIS specification: TY is the first tag of
    a record, ER its last.
    """


OAI = (
    '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>{}</ListRecords></OAI-PMH>'
)
DC = (
    "<record><header><identifier>oai:a:1</identifier></header><metadata>"
    '<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>題名</dc:title></oai_dc:dc>'
    "</metadata></record>"
)


@file_rule(
    "COL007",
    "response-partial",
    severity=Severity.INFO,
    examples=lambda: (
        Example(OAI.format(DC), format="dublin-core"),
        Example(OAI.format(f"{DC}<resumptionToken/>"), format="dublin-core"),  # the last part
        Example(
            OAI.format(f"{DC}<resumptionToken>b|2</resumptionToken>"),
            ("a part of a list, which a resumption token continues",),
            format="dublin-core",
        ),
        Example(
            OAI.format(f'{DC}<record><header status="deleted"/></record>'),
            ("1 records are marked as deleted, and hold nothing",),
            format="dublin-core",
        ),
    ),
)
def response_partial() -> None:
    """A response of OAI-PMH is a part of its list, or tells of records that are deleted.

    Why: who harvests must ask for the rest, and take the deleted records out of the catalogue; the
    records of one part look like all.

    Not found: the last part of a list, whose token is empty.

    Source: OAI-PMH 2.0, sections 2.5.1 (deleted records) and 3.5 (flow control).
    """
