"""Faults of identifiers of further schemes: CSTR, ROR, ISNI, Handle, LCCN and their like."""

from __future__ import annotations

from collections.abc import Iterator

from validator.finding import Finding, Severity
from validator.record import Field, OtherId, Record
from validator.registry import Example, Examples, rule
from validator.text.identifiers.schemes import ISSN_FOR_CN, fault_of
from validator.text.identifiers.standard_numbers import issns, narrow


def numbered(scheme: str, value: str, *says: str, suggests: str | None = None) -> Example:
    return Example(Record(other_id=(OtherId(scheme, value),)), says, suggests)


def cstr(value: str, *says: str, suggests: str | None = None) -> Example:
    return Example(Record(cstr=value), says, suggests)


NO_CSTR = "not the shape of a CSTR identifier"
NO_CN = "not the shape of a CN number"
NO_LCCN = "not the shape of an LCCN"
NO_HANDLE = "not the shape of a Handle"
NO_BIBCODE = "not the shape of a bibcode"


def _other_pid() -> Examples:
    return (
        cstr("31253.11.sciencedb.01234"),
        cstr("CSTR:32003.14.ChinaXiv.202109.00001"),
        cstr("https://cstr.cn/31253.11.sciencedb.j00001.00001"),
        numbered("ror", "https://ror.org/03yrm5c26"),
        numbered("isni", "0000 0001 2281 955X"),
        numbered("isni", "https://isni.org/isni/000000012281955X"),
        numbered("hdl", "https://hdl.handle.net/1721.1/12345"),
        numbered("hdl", "loc.ndlp.amrlp/123"),  # the oldest authorities have names
        numbered("wikidata", "Q42"),
        numbered("bibcode", "2001A&A...371...97M"),
        numbered("bibcode", "2020arXiv200101234S"),
        numbered("lccn", "n78-890351"),
        numbered("lccn", "75-425165//r75"),  # with the revision of old cards
        numbered("lccn", "QA76.73.P98 L88 2013"),  # BibTeX's manual has the field for call numbers
        numbered("lccn", "F591; Z1251.W5 W2 1982"),
        numbered("lccn", "VBF 0752"),
        numbered("hdl", "@conan"),  # what a site calls its user
        numbered("coden", "JACSAT"),
        numbered("coden", "PRLTA"),  # without its check character
        numbered("cn", "CN 11-1234/TP"),
        numbered("cn", "11-2223"),  # a newspaper has no class
        numbered("cn", "ISSN 1000-0054 / CN 11-2223/N"),  # 刊号 is the name of both
        Example(
            Record(
                other_id=(OtherId("cn", "1000-1239"),),
                raw=(Field("刊号", "1000-1239", "other-id"),),
            )
        ),
        numbered("cn", "43-1258/TP"),
        numbered("cn", "CN 11-1826/P; CN 11-1827/Z"),
        numbered("mrnumber", "abc"),  # a scheme that is not known here
        numbered("ror", "n/a"),  # VAL001
        cstr("32003.14", NO_CSTR),
        cstr("３１２５３．１１．sciencedb.01234", NO_CSTR, suggests="31253.11.sciencedb.01234"),
        cstr("10.1016/j.cell.2015.03.012", NO_CSTR),
        numbered("ror", "https://ror.org/03yrm5c62", "wrong check digits in a ROR identifier"),
        numbered("ror", "grid.5335.0", "not the shape of a ROR identifier"),
        numbered("isni", "0000 0001 2281 9551", "wrong check character in an ISNI"),
        numbered("isni", "0000-0001-2281", "not the shape of an ISNI"),
        numbered("hdl", "10500", NO_HANDLE),
        numbered("hdl", "https://hdl.handle.net/10500/12 34", NO_HANDLE),
        numbered("wikidata", "42", "not the shape of a Wikidata identifier"),
        numbered("bibcode", "2001A&A..371...97M", NO_BIBCODE),  # a dot is missing
        numbered("bibcode", "2001A%26A...371...97M", NO_BIBCODE),
        numbered("lccn", "7889035", NO_LCCN),
        numbered("coden", "0002-7863", "not the shape of a CODEN"),
        numbered("cn", "CN 11-223/N", NO_CN),
        numbered("cn", "CN 11-1826/W", NO_CN),  # no such class
        Example(
            Record(issn="1000-1239", other_id=(OtherId("cn", "1000-1239"),)),
            (ISSN_FOR_CN,),
            suggests="",
        ),
        numbered("cn", "ISSN 1000-1239", ISSN_FOR_CN, suggests=""),  # it moves
        Example(Record(issn="0028-0836", other_id=(OtherId("cn", "1000-1239"),)), (ISSN_FOR_CN,)),
        numbered("cn", "CN 11－2223／N", NO_CN, suggests="CN 11-2223/N"),
    )


@rule(
    "PID006",
    "other-pid",
    severity=Severity.WARNING,
    reads=("cstr", "other-id"),
    examples=_other_pid,
)
def other_pid(record: Record) -> Iterator[Finding]:
    """A CSTR, ROR, ISNI, Handle, Wikidata, bibcode, LCCN, CODEN or CN number is malformed.

    Why: the number leads nowhere, and the record is linked with no other by it.

    Not found: labels and the addresses of resolvers before a number; several numbers in a list;
    call numbers in BibTeX's field `lccn`; an ISSN in a field 刊号, which names both numbers; the
    check characters of CODENs, which many leave out; numbers of schemes that are not named here.

    Source: GB/T 32843 (CSTR); ROR, identifier pattern (base 32, ISO 7064 MOD 97-10); ISO 27729
    (ISNI, ISO 7064 MOD 11-2); RFC 3650 (Handle); Library of Congress, LCCN namespace; GB/T 9999
    (CN number); ADS, bibliographic codes of 19 characters; ASTM E250 (CODEN).
    """
    if record.cstr and (fault := fault_of("cstr", record.cstr)):
        better = mended("cstr", record.cstr)
        yield Finding("cstr", fault, value=record.cstr, suggestion=better)
    for index, (scheme, value) in enumerate(record.other_id):
        fault = fault_of(scheme, value)
        if fault == ISSN_FOR_CN:
            if all(field.name not in OF_BOTH for field in record.raw):
                yield of_serial(record, value, index)
        elif fault:
            better = mended(scheme, value)
            yield Finding("other-id", fault, value=value, suggestion=better, index=index)


OF_BOTH = {"刊号", "期刊号"}
"""Names of fields for either number of a serial."""


def of_serial(record: Record, value: str, index: int) -> Finding:
    """The finding on an ISSN, which moves to its own field, or goes where it stands there too."""
    found = ", ".join(issns(value))
    if record.issn and not set(issns(value)) <= set(issns(record.issn)):
        return Finding("other-id", ISSN_FOR_CN, value=value, index=index)
    moves = () if record.issn else (("ISSN", found),)
    return Finding(
        "other-id", ISSN_FOR_CN, value=value, suggestion="", index=index, moves=moves, safe=True
    )


def mended(scheme: str, value: str) -> str | None:
    """The value in ASCII digits, hyphens and signs, where that is all that was wrong."""
    better = narrow(value)
    return better if better != value and not fault_of(scheme, better) else None
