"""Faults of ISSN and ISBN fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from validator.finding import Finding, Severity
from validator.record import Field, OtherId, Provenance, Record
from validator.registry import Example, Examples, rule
from validator.text.identifiers import doi, isbns, issns
from validator.text.identifiers.doi_names import Kind as DoiKind
from validator.text.identifiers.doi_names import read as read_doi
from validator.text.identifiers.number_fields import (
    AN_ISBN_QUALIFIED,
    AN_ISSN_QUALIFIED,
    CN_NUMBER_SHAPE,
    Kind,
    Reading,
    is_printed_so,
    read_isbn,
    read_issn,
)
from validator.text.identifiers.standard_numbers import narrow

# Formats whose practice sets a qualifier beside the number: MARC 020 and 022, the IS line of
# PubMed, and EndNote, which takes over that line.
QUALIFYING = ("marc", "unimarc", "cnmarc", "nbib", "endnote", "enw")
MARC = Provenance("books.mrc", "marc", 1)
NBIB = Provenance("search.nbib", "nbib", 1)


def issn(value: str, *says: str, suggests: str | None = None, **values: Any) -> Example:
    return Example(Record(issn=value, **values), says, suggests)


def isbn(value: str, *says: str, suggests: str | None = None, **values: Any) -> Example:
    return Example(Record(isbn=value, **values), says, suggests)


def is_practice(record: Record) -> bool:
    """Whether the format of the file sets qualifiers beside numbers."""
    return record.provenance.format.startswith(QUALIFYING)


def stand_apart(record: Record, variable: str) -> bool:
    """Whether the file gives the numbers in fields of their own, as RIS repeats SN."""
    return sum(field.variable == variable for field in record.raw) > 1


WRONG_ISSN = "wrong check digit in an ISSN"


def _issn_checksum() -> Examples:
    return (
        issn("0378-5955"),
        issn("2434-561X"),  # ten is written X
        issn("2434-561x"),  # ISN002
        issn("0022-3727, 1361-6463"),
        issn("1234-56"),  # not eight characters: ISN002
        issn("n/a"),
        issn("0378-5954", WRONG_ISSN),
        issn("03785954", WRONG_ISSN),  # graver than its shape
        issn("0378-5955, 1361-6464", WRONG_ISSN),
        issn("ISSN 0378-5954 (print)", WRONG_ISSN),
    )


@rule("ISN001", "issn-checksum", severity=Severity.ERROR, reads=("ISSN",), examples=_issn_checksum)
def issn_checksum(record: Record) -> Iterator[Finding]:
    """An ISSN has a check digit that does not fit its other seven.

    Why: a digit is wrong or two are swapped, so that the number names no journal or another one.

    Not found: numbers of another length (ISN002).

    Source: ISO 3297, annex: modulus 11, weights 8 to 2.
    """
    reading = read_issn(record.issn)
    if reading.kind is Kind.CHECK_DIGIT:
        yield Finding("ISSN", reading.fault, value=record.issn)


SHAPE = "an ISSN not in the shape dddd-dddX"


def _issn_shape() -> Examples:
    return (
        issn("0378-5955"),
        issn("0022-3727, 1361-6463"),  # print and electronic
        issn("0000-0000", "zeros in place of an ISSN", suggests=""),
        issn("0022-3727 1361-6463"),
        issn("0378-5955 (print)", provenance=MARC),
        issn("0378-5955 (Electronic)", provenance=NBIB),
        issn("03785954"),  # ISN001
        issn("11-2223/N"),  # ISN008
        issn("9780306406157"),  # ISN003
        issn("03785955", SHAPE, suggests="0378-5955"),
        issn("2434-561x", SHAPE, suggests="2434-561X"),
        issn("0378–5955", SHAPE, suggests="0378-5955"),
        issn("０３７８－５９５５", SHAPE, suggests="0378-5955"),
        issn("ISSN: 0378-5955", SHAPE, suggests="0378-5955"),
        issn("00223727；13616463", SHAPE, suggests="0022-3727, 1361-6463"),
        issn("0378-5955 (print)", AN_ISSN_QUALIFIED, suggests="0378-5955"),
        issn("0957-9672 (Print) 0957-9672", AN_ISSN_QUALIFIED, suggests="0957-9672"),
        issn("1234-56", "not the shape of an ISSN"),
        issn("Journal of Sleep", "not the shape of an ISSN"),
    )


@rule("ISN002", "issn-shape", severity=Severity.WARNING, reads=("ISSN",), examples=_issn_shape)
def issn_shape(record: Record) -> Iterator[Finding]:
    """The ISSN field holds valid numbers in another shape than dddd-dddX, or no ISSN at all.

    Why: programs compare the strings, and look up the string, so that 03785955 and 0378-5955 are
    two journals to them.

    Not found: the two ISSNs of print and electronic edition in one list; qualifiers in formats
    that set them beside the number (MARC, PubMed). A fix is safe where only hyphen, case, width
    or label change; "(print)" must not be lost.

    Source: ISO 3297, section 5.
    """
    reading = read_issn(record.issn)
    if reading.kind is not Kind.SHAPE:
        return
    if reading.fault != AN_ISSN_QUALIFIED or not is_practice(record):
        yield Finding(
            "ISSN",
            reading.fault,
            value=record.issn,
            suggestion=reading.better,
            safe=reading.safe,
        )


def _misplaced() -> Examples:
    return (
        isbn("978-0-306-40615-7"),
        issn("0378-5955"),
        isbn("0378-5954"),  # neither: ISN005
        isbn("0957-9672", "an ISSN in the ISBN field", suggests=""),  # it moves
        isbn("0195-668x", "an ISSN in the ISBN field", suggests=""),
        isbn("0957-9672 (Print) 0957-9672", "an ISSN in the ISBN field", suggests=""),
        isbn(
            "0957-9672", "an ISSN in the ISBN field", issn="0378-5955"
        ),  # one of the two is another's
        isbn("0957-9672", "an ISSN in the ISBN field", issn="0957-9672", suggests=""),  # told twice
        isbn("10.1007/978-3-540-12345-6", "a DOI in the ISBN field"),
        issn("978-0-306-40615-7", "an ISBN in the ISSN field"),
        issn("10.1016/j.cell.2020.01.001", "a DOI in the ISSN field"),
    )


@rule(
    "ISN003", "issn-in-isbn", severity=Severity.WARNING, reads=("ISSN", "ISBN"), examples=_misplaced
)
def issn_in_isbn(record: Record) -> Iterator[Finding]:
    """An ISSN stands in the ISBN field, an ISBN in the ISSN field, or a DOI in one of them.

    Why: the identifier is lost to whoever looks for it, and the journal's number, taken for a
    book's, makes all of its articles one book.

    Not found: values that are neither (ISN002, ISN005). The identifier moves to its own field
    where that is empty, and only has to go from this one where it stands there too.

    Source: ISO 3297; ISO 2108.
    """
    if record.isbn:
        reading = read_isbn(record.isbn)
        if reading.kind is Kind.MISPLACED:
            yield elsewhere(record, "ISBN", record.isbn, reading.fault)
    if record.issn:
        reading = read_issn(record.issn)
        if reading.kind is Kind.MISPLACED:
            yield elsewhere(record, "ISSN", record.issn, reading.fault)


def elsewhere(record: Record, variable: str, value: str, fault: str) -> Finding:
    """The finding with the place that the identifier belongs in; "" removes what is told twice."""
    if name := doi(value):
        known, to, own = {doi(record.doi)}, "DOI", record.doi
        reading = read_doi(value)
        found, as_ = {name}, reading.name
    elif variable == "ISBN":
        known, to, own = set(issns(record.issn)), "ISSN", record.issn
        found, as_ = set(issns(value)), ", ".join(issns(value))
    else:
        known, to, own = set(isbns(record.isbn)), "ISBN", record.isbn
        found, as_ = set(isbns(value)), value.strip()
    if found <= known:
        return Finding(variable, fault, value=value, suggestion="", safe=True)
    if own:
        return Finding(variable, fault, value=value)
    if to == "DOI":
        is_all = reading.kind in (DoiKind.CLEAN, DoiKind.OTHER_FORM)
    elif to == "ISSN":
        is_all = read_issn(value).kind is Kind.CLEAN or read_issn(value).safe
    else:
        is_all = read_isbn(value).kind is Kind.CLEAN
    moves = ((to, as_),)
    return Finding(variable, fault, value=value, suggestion="", moves=moves, safe=is_all)


WRONG_ISBN = "wrong check digit in an ISBN"


def _isbn_checksum() -> Examples:
    return (
        isbn("978-0-306-40615-7"),
        isbn("0-306-40615-2"),
        isbn("080442957X"),
        isbn("978 7 5063 6543 7"),
        isbn("0306406152 (pbk.)"),  # ISN005
        isbn("030640615"),  # ISN005
        isbn("0306406153", note="ISBN is printed so in the book"),
        isbn("0306406153 (incorrect)"),
        isbn("0306406153", WRONG_ISBN),
        isbn("978-0-306-40615-8", WRONG_ISBN),
        isbn("978-7-5063-6543-8 : CNY 35.00", WRONG_ISBN),
        isbn("9780306406157, 0306406153", WRONG_ISBN),
    )


@rule("ISN004", "isbn-checksum", severity=Severity.ERROR, reads=("ISBN",), examples=_isbn_checksum)
def isbn_checksum(record: Record) -> Iterator[Finding]:
    """An ISBN has a check digit that does not fit its other digits.

    Why: a digit is wrong or two are swapped, so that the number names no book or another one.

    Not found: a number that a note or a qualifier calls wrong as printed (MARC 020 $z holds
    such); numbers of another length (ISN005).

    Source: ISO 2108: modulus 11 for ten digits, modulus 10 with weights 1 and 3 for thirteen.
    """
    reading = read_isbn(record.isbn)
    if reading.kind is not Kind.CHECK_DIGIT:
        return
    if not is_printed_so(f"{record.isbn}\n{record.note}"):
        yield Finding("ISBN", reading.fault, value=record.isbn)


TWO_FIELDS = (Field("SN", "9780306406157", "ISBN"), Field("SN", "9787506365437", "ISBN"))


def _isbn_shape() -> Examples:
    return (
        isbn("978-0-306-40615-7"),
        isbn("0000000000", "zeros in place of an ISBN", suggests=""),
        isbn("979-0-2600-0043-8", "an ISMN, the number of printed music, for an ISBN"),
        isbn("9780-30640-6157"),  # the places of hyphens say nothing
        isbn("0 306 40615 2"),
        isbn("978–7–5063–6543–7"),
        isbn("978-7-101008302"),
        isbn("n/a"),
        isbn("0306406152 (pbk.)", provenance=MARC),
        isbn("9780306406157; 9787506365437", raw=TWO_FIELDS),
        isbn("0306406153"),  # ISN004
        isbn("0957-9672"),  # ISN003
        isbn("0306406152 (pbk.)", AN_ISBN_QUALIFIED, suggests="0306406152"),
        isbn("ISBN 978-0-306-40615-7", AN_ISBN_QUALIFIED, suggests="978-0-306-40615-7"),
        isbn("978-7-5063-6543-7：35.00元", AN_ISBN_QUALIFIED, suggests="978-7-5063-6543-7"),
        isbn(
            "９７８０３０６４０６１５７",
            "full-width characters in an ISBN",
            suggests="9780306406157",
        ),
        isbn(
            "0-306-40615-2, 978-0-306-40615-7",
            "one ISBN told several times",
            suggests="978-0-306-40615-7",
        ),
        isbn("9780306406157 9787506365437", "several ISBNs in one field"),
        isbn("97803064061", "neither 10 nor 13 digits in an ISBN"),
        isbn("306-40615-2", "neither 10 nor 13 digits in an ISBN"),  # the nine digits of an SBN
    )


@rule("ISN005", "isbn-shape", severity=Severity.WARNING, reads=("ISBN",), examples=_isbn_shape)
def isbn_shape(record: Record) -> Iterator[Finding]:
    """The ISBN field holds a number of another length, several numbers, or words beside it.

    Why: a look-up by the field finds nothing; two books under one record meet both as duplicates.

    Not found: hyphens and blanks, wherever they stand; qualifiers in MARC; numbers in fields of
    their own. A qualifier such as "(pbk.)" belongs into the note, so the fix is for a person.

    Source: ISO 2108.
    """
    reading = read_isbn(record.isbn)
    if reading.kind is not Kind.SHAPE:
        return
    qualified = reading.fault == AN_ISBN_QUALIFIED
    if not (is_practice(record) if qualified else stand_apart(record, "ISBN")):
        yield Finding("ISBN", reading.fault, value=record.isbn, suggestion=reading.better)


CN = "a CN number in the ISSN field"


def _cn_number() -> Examples:
    return (
        issn("1000-0054"),
        issn("0022-3727, 1361-6463"),
        issn("27729508"),  # ISN002
        issn("CN 11-0315/G4", CN, suggests=""),  # it moves
        issn("11-0315", CN, suggests=""),
        issn("1000-0054/CN 11-2223/N", CN, suggests="1000-0054"),
        issn("ISSN 1000-0054 CN11-2223", CN, suggests="1000-0054"),
        issn("CN 11-0315/G4", CN, other_id=(OtherId("cn", "11-1234/TP"),)),
        issn("0378-5955, 0022-3727, 1361-6463", "several ISSNs in one field"),
    )


@rule(
    "ISN008", "cn-number-in-issn", severity=Severity.WARNING, reads=("ISSN",), examples=_cn_number
)
def cn_number_in_issn(record: Record) -> Iterator[Finding]:
    """The ISSN field holds the CN number of a Chinese serial, or more than two ISSNs.

    Why: both numbers stand side by side on a Chinese journal's cover; as an ISSN the CN number
    is looked up in vain, and three ISSNs name more than one journal.

    Not found: a print and an electronic ISSN read as a list.

    Source: GB/T 9999 (CN number: two digits, hyphen, four digits, class after a slash).
    """
    reading = read_issn(record.issn)
    if reading.kind is Kind.SEVERAL and not stand_apart(record, "ISSN"):
        yield Finding("ISSN", reading.fault, value=record.issn)
    elif reading.kind is Kind.CN_NUMBER:
        yield cn_number(record, reading)


def cn_number(record: Record, reading: Reading) -> Finding:
    """The finding on a CN number, which moves to the identifiers without a variable."""
    numbers = CN_NUMBER_SHAPE.findall(narrow(record.issn))
    if record.other_id or len(numbers) != 1:
        return Finding("ISSN", reading.fault, value=record.issn, suggestion=reading.better)
    return Finding(
        "ISSN",
        reading.fault,
        value=record.issn,
        suggestion=reading.better or "",
        moves=(("other-id", f"cn:{numbers[0].strip()}"),),
    )
