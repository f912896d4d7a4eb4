"""What the formats for other programs say of a finding: plain text in one line."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator

from validator.audit import Audit
from validator.finding import Finding, Severity
from validator.text.unicode import one_line
from validator.translations import variable_name

from ._difference import cut  # noqa: TID251 - a writer like this one
from ._strings import Strings, strings  # noqa: TID251 - a writer like this one

LONGEST = 200  # characters of a value that are shown
NOT_EVALUATED = "NOT-EVALUATED"
"""The code under which a file that could not be evaluated is told."""

# What XML 1.0 forbids and `one_line` leaves as it is.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def words(audit: Audit) -> Strings:
    """The strings of the run's language."""
    return strings(audit.lang)


def plain(text: str, limit: int = LONGEST) -> str:
    """A text in one line that may stand in JSON, XML and a database: what cannot be seen or would
    move what follows is an escape, and of a long text the beginning stands for all."""
    return xml(cut(one_line(text[: limit + 1]), limit))


def xml(text: str) -> str:
    """A printable text with what XML 1.0 forbids all the same as escapes."""
    if text.isascii():
        return text
    return _NOT_XML.sub(lambda m: m[0].encode("unicode-escape").decode(), text)


def place(path: str) -> str:
    """A path as it can be shown, whole."""
    return plain(path, max(len(path) * 10, 1))


def named(variable: str, t: Strings) -> str:
    """A CSL variable, with what people call it before it where they call it otherwise."""
    name = variable_name(variable, t.lang)
    return variable if name == variable else t("told.variable", name=name, csl=variable)


def told(finding: Finding, t: Strings, quoted: Callable[[str], str] = plain) -> str:
    """The field, the fault, the value and what to do: "DOI: a DOI as a link; value: ..."."""
    variable = named(plain(finding.variable), t)
    about = t("told.about", variable=variable) if variable else ""
    said = [f"{about}{plain(finding.message, 2 * LONGEST)}"]
    if finding.value:
        said.append(t("told.value", value=quoted(finding.value)))
    if finding.suggestion:
        said.append(t("told.suggestion", value=quoted(finding.suggestion)))
    elif finding.suggestion is not None:
        said.append(t("told.remove"))
    for variable, text in finding.moves:
        said.append(t("told.moved", value=quoted(text), variable=named(plain(variable), t)))
    if finding.related:
        said.append(t("told.related", records=quoted(", ".join(finding.related))))
    return t("told.joint").join(said)


def unevaluated(audit: Audit, t: Strings) -> Iterator[Finding]:
    """A finding for each file that could not be evaluated: else it would look clean."""
    for source in audit.unevaluated:
        mark = hashlib.sha256(f"{NOT_EVALUATED} {source.path}".encode("utf-8", "surrogatepass"))
        yield Finding(
            "",
            t("told.not-evaluated", reason=t.error(source.error)),
            code=NOT_EVALUATED,
            name="not-evaluated",
            severity=Severity.ERROR,
            path=source.path,
            fingerprint=mark.hexdigest()[:16],
        )


def dumped(value: object) -> str:
    """JSON in one line."""
    return json.dumps(value, ensure_ascii=False)
