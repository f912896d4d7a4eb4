"""Numbers of the Chinese Library Classification."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import normalize

from validator.finding import Finding, Severity
from validator.record import Field, Record
from validator.registry import Example, Examples, rule
from validator.text.patterns import lazy

LONGEST_PART = 200  # characters of a number with its caption
_CAPTION = lazy(
    r"\s*(?:\[[^\[\]]*\]|【[^【】]*】|[(（](?=[^()（）]*[\u3400-\u9fff])[^()（）]*[)）])\s*"
)
_CODE = lazy(
    r"(?:DF?|T[A-Z]?|[A-CE-KN-SUVXZ])(?:\d{0,3}|\d{3}(?:\.\d+)+)"
    r"(?:[-+=:/][A-Z]{0,2}\d*(?:\.\d+)*|\([\d-]+\)|\"\d+\"|<\d+>|\{\d+\}|\.\d+)*"
)
_UNDOTTED = lazy(r"((?:DF|T[A-Z]|[A-KN-SUVXZ])\d{3})(\d{1,3})")
_PART = lazy(r"(?:\[[^\[\]]*\]|【[^【】]*】|[(（][^()（）]*[)）]|[^;；,，、\n\[【(（]|[\[【(（])+")
"""What stands between separators; those in a caption in brackets are none."""

CLC_LABELS = frozenset(("中图分类号", "中圖分類號", "分类号", "clc", "cl", "clc中图分类号", "690"))
NO_CLC = "no number of the Chinese Library Classification"


def classed(classification: str, *says: str, suggests: str | None = None) -> Example:
    return Example(Record(classification=classification), says, suggests)


def _clc() -> Examples:
    return (
        classed("Q813"),
        classed("Q813 [细胞工程];"),  # a caption in brackets is read off
        classed("TP391.1; DF414；R587.1, D923.99"),
        classed("TS941.2[工业技术-轻工业、手工业]"),
        classed("G222[文化、科学、教育、体育] J91[艺术-电影、电视艺术]"),
        Example(Record(type="patent", classification="G01N25/62; G01K11/02")),  # of patents
        classed("F279.23+2"),
        classed("K203(2); I207.42/.43; TU-092; H319.4:I; R-332; G633.3=41"),
        classed("[D9] -"),  # an alternative class
        classed("D0; T; Z89; X; O6-33"),
        classed("TP391 TP18"),
        classed("A"),
        Example(Record(classification="QA76.73.P98", raw=(Field("lcc", "", "classification"),))),
        classed("tp391.1", NO_CLC, suggests="TP391.1"),
        classed("ＴＰ391.1", NO_CLC, suggests="TP391.1"),
        classed("TP 391.1", NO_CLC, suggests="TP391.1"),
        classed("TP3911; Q813", NO_CLC, suggests="TP391.1; Q813"),
        classed("L123", NO_CLC),  # L, M, W and Y are no classes
        classed("TP3O1", NO_CLC),  # a letter in the place of a digit: which one is not certain
        classed("细胞工程", NO_CLC),
    )


@rule(
    "CLC001",
    "clc-malformed",
    severity=Severity.INFO,
    examples=_clc,
    reads=("classification",),
)
def clc_malformed(record: Record) -> Iterator[Finding]:
    """A classification is no number of the Chinese Library Classification (中图法).

    Why: libraries and databases shelve and search by it: TP3911 is a class that does not exist.

    Not found: several numbers in one field; captions in brackets; alternative classes ([D9]) and
    the auxiliary signs - + = : / ( ) " < >; fields that name another scheme; patents,
    which have a classification of their own.

    Source: 中国图书馆分类法, 5th edition: a letter (two in T, and DF), digits with a point after
    the third.
    """
    if record.type == "patent":
        return
    labels = {field.name.lower() for field in record.raw if field.variable == "classification"}
    if labels and not labels & CLC_LABELS:
        return
    value = record.classification
    parts = [part for part in _PART.findall(value) if part.strip()]
    mended = [_mended_code(part) for part in parts]
    if all(code == part for part, code in zip(parts, mended, strict=True)):
        return
    known = None not in mended
    yield Finding(
        "classification",
        NO_CLC,
        value=value,
        suggestion="; ".join(code.strip() for code in mended if code) if known else None,
        safe=known,
    )


def _mended_code(part: str) -> str | None:
    """A part of the field with its number put right; None where that is not certain."""
    if len(part) > LONGEST_PART:
        return None
    code = _CAPTION.sub(" ", part).strip(" -–") or part.strip(" -–[]")
    if not code or all(map(_CODE.fullmatch, code.split())):
        return part
    tight = normalize("NFKC", code).upper().replace(" ", "")
    undotted = _UNDOTTED.fullmatch(tight)
    if undotted:
        tight = f"{undotted[1]}.{undotted[2]}"
    return part.replace(code, tight) if _CODE.fullmatch(tight) else None
