"""The formats for CI: what their readers accept, show, and must not be made to do."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator
from junitparser import JUnitXml

from validator.audit import Audit, SourceSummary, without_values
from validator.finding import Finding, Severity
from validator.packs import load_rules, load_writer
from validator.registry import RULES
from validator.spool import order

from . import audits
from .audits import HOSTILE, hostile

load_rules()
SCHEMA = Path(__file__).parents[1] / "data" / "schemas" / "sarif-schema-2.1.0.json"
SARIF = Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
NAMES = ("sarif", "junit", "github", "gitlab", "rdjson")
ERROR, WARNING, INFO = Severity

NASTY = (
    *HOSTILE,
    "]]><failure/><![CDATA[",  # ends a section of XML
    "\n::error file=x::forged",  # a workflow command on a line of its own
    "##[error]forged",  # one of the old form
    "100%25 %0A::error::forged",  # escapes of workflow commands
    "a,line=1:b",  # what separates properties
    "{0} {DNA} [text](https://example.org) \\",  # placeholders and links of SARIF
    "`` @somebody ``",  # code and a call in Markdown
    "\ufffe\uffff\x85\u2028",  # what XML forbids, and lines of other kinds
    "中文，题名",  # stays as it is
)


def audit(findings: int, *, sources: int = 3) -> Audit:
    """An audit of so many findings in the order in which a run gives them."""
    of = audits.audit(findings, sources=sources)
    return replace(of, findings=sorted(of.findings, key=order))


def text(name: str, of: Audit) -> str:
    said = "".join(str(piece) for piece in load_writer(name)(of))
    said.encode("utf-8")  # no lone surrogate is left
    return said


def sarif(of: Audit) -> Any:
    log = json.loads(text("sarif", of))
    assert not [error.message for error in SARIF.iter_errors(log)]
    (run,) = log["runs"]
    return run


def junit(of: Audit) -> Any:
    return JUnitXml.fromstring(text("junit", of).encode())


def cases(of: Audit) -> Iterator[Any]:
    for suite in junit(of):
        yield from suite


def one(**values: Any) -> Audit:
    """An audit of one finding, DOI001 in refs.bib unless ``values`` say otherwise."""
    given: dict[str, Any] = {
        "variable": "DOI", "template": "punctuation after a DOI", "value": "10.1000/x.",
        "suggestion": "10.1000/x", "code": "DOI001", "name": "doi-malformed", "severity": ERROR,
        "record": "smith2020", "path": "refs.bib", "line": 12, "column": 9, "record_number": 3,
        "fingerprint": "0123456789abcdef",
    }  # fmt: skip
    finding = Finding(**(given | values))
    return replace(
        audit(0, sources=1),
        findings=[finding],
        severities={finding.severity: 1},
        sources=(SourceSummary(finding.path, "bibtex", "utf-8", 4),),
        rules=("DOI001", "DOI003"),
        rule_counts=(),
    )


def broken(of: Audit, why: str = "a binary file, not text") -> Audit:
    lost = SourceSummary("lost.bib", "bibtex", "", error=why)
    return replace(of, sources=(*of.sources, lost))


@pytest.mark.parametrize("name", NAMES)
class TestEveryFormat:
    def test_is_the_same_for_the_same_audit(self, name: str) -> None:
        assert text(name, audit(300)) == text(name, audit(300))

    def test_reads_the_findings_once(self, name: str) -> None:
        class Once(list[Finding]):
            read = 0

            def __iter__(self) -> Iterator[Finding]:
                self.read += 1
                return super().__iter__()

        findings = Once(audit(10).findings)
        text(name, replace(audit(10), findings=findings))
        assert findings.read == 1

    @pytest.mark.parametrize("nasty", NASTY)
    def test_shows_no_control_and_forges_nothing(self, name: str, nasty: str) -> None:
        said = text(name, hostile(nasty))
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufffe]", said)
        if name == "github":
            lines = said.splitlines()
            assert all(re.match(r"::(error|warning|notice) ", line) for line in lines)
            assert len(lines) == 3
        elif name == "junit":
            assert [failure for case in cases(hostile(nasty)) for failure in case.result]
        else:
            assert json.loads(said)

    def test_shows_no_value_where_none_is_wanted(self, name: str) -> None:
        args = {"name": "secret-3", "number": 7}
        of = one(value="secret-1", suggestion="secret-2", template="{name} of {number}", args=args)
        said = text(name, without_values(of))
        assert "… of 7" in said.replace("`", "")
        assert "secret" not in said

    def test_ends_where_it_is_told_to(self, name: str) -> None:
        said = text(name, replace(audit(300, sources=1), max_findings=4))
        shown = {
            "sarif": lambda: len(json.loads(said)["runs"][0]["results"]),
            "junit": lambda: len(re.findall(r"science-1\.bib:\d+: ", said)),
            "github": lambda: said.count("\n") - 1,  # and the notice
            "gitlab": lambda: len(json.loads(said)),
            "rdjson": lambda: len(json.loads(said)["diagnostics"]),
        }  # fmt: skip
        assert shown[name]() == 4

    def test_names_a_file_that_was_not_evaluated(self, name: str) -> None:
        said = text(name, broken(one()))
        assert "lost.bib" in said
        assert "the file could not be evaluated: a binary file, not text" in said

    def test_speaks_chinese(self, name: str) -> None:
        said = text(name, replace(one(template="DOI后有标点"), configuration={"lang": "zh"}))
        assert "DOI后有标点；现有值：" in said
        assert "建议值：" in said

    def test_of_nothing(self, name: str) -> None:
        said = text(name, replace(audit(0), sources=(), rules=()))
        if name == "junit":
            assert not list(JUnitXml.fromstring(said.encode()))
        elif name == "github":
            assert said == ""
        else:
            assert json.loads(said) is not None


class TestSarif:
    @pytest.mark.parametrize("nasty", NASTY)
    def test_fits_the_schema(self, nasty: str) -> None:
        assert sarif(hostile(nasty))["results"]

    def test_a_result(self) -> None:
        run = sarif(one())
        (result,) = run["results"]
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] == "error"
        assert result["message"]["text"] == (
            "DOI: punctuation after a DOI; value: 10.1000/x.; suggestion: 10.1000/x"
        )
        assert result["locations"] == [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "refs.bib", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 12, "startColumn": 9},
                }
            }
        ]
        assert result["partialFingerprints"] == {"bibvalidator/v1": "0123456789abcdef"}
        assert result["properties"]["suggestion"] == "10.1000/x"

    @pytest.mark.parametrize(
        ("path", "uri", "base"),
        [
            ("a/b c.bib", "a/b%20c.bib", True),
            ("知网/导出.ris", "%E7%9F%A5%E7%BD%91/%E5%AF%BC%E5%87%BA.ris", True),
            ("a#b?c%.bib", "a%23b%3Fc%25.bib", True),  # neither fragment nor query
            ("c:x.bib", "c%3Ax.bib", True),  # no scheme
            ("a\udcff.bib", "a%FF.bib", True),  # a name that is not UTF-8, byte for byte
            ("/srv/x.bib", "file:///srv/x.bib", False),
            ("-", "-", True),  # standard input
        ],
    )
    def test_a_path_is_a_uri(self, path: str, uri: str, base: bool) -> None:
        (result,) = sarif(one(path=path))["results"]
        where = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert where["uri"] == uri
        assert ("uriBaseId" in where) == base

    @pytest.mark.parametrize(
        ("value", "shown"),
        [
            ("{DNA} {0}", "{{DNA}} {{0}}"),  # 3.11.5: a brace begins a placeholder
            ("[a](b)", "\\[a\\](b)"),  # 3.11.6: a link
            ("[a] \\b", "[a] \\b"),  # no link: as it is
        ],
    )
    def test_a_message_has_no_placeholder_and_no_link(self, value: str, shown: str) -> None:
        (result,) = sarif(one(value=value, suggestion=None))["results"]
        assert result["message"]["text"].endswith(f"value: {shown}")
        assert result["properties"]["value"] == value

    def test_a_place_without_lines(self) -> None:
        (result,) = sarif(one(line=None, column=None))["results"]
        assert "region" not in result["locations"][0]["physicalLocation"]

    def test_rules_tell_of_themselves(self) -> None:
        rules = {rule["id"]: rule for rule in sarif(one())["tool"]["driver"]["rules"]}
        assert set(rules) == {"DOI001", "DOI003"}  # those in force, found or not
        rule = rules["DOI001"]
        assert rule["name"] == "doi-malformed"
        assert rule["shortDescription"]["text"] == RULES["DOI001"].summary
        assert "**Why:**" in rule["help"]["markdown"]
        assert rule["defaultConfiguration"] == {"level": "error", "enabled": True}

    def test_the_severest_are_listed_and_the_rest_is_told(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("validator.reports.sarif.MOST", 100)
        of = audit(300)  # 5/16 errors, 9/16 warnings
        run = sarif(of)
        levels = [result["level"] for result in run["results"]]
        assert len(levels) == 100
        assert levels.count("error") == of.severities[ERROR]
        assert "note" not in levels
        (note,) = run["invocations"][0]["toolExecutionNotifications"]
        assert note["message"]["text"] == "the 100 severest of 300 findings are listed"
        assert run["properties"]["listed"] == 100
        assert run["properties"]["truncated"] is True
        assert run["properties"]["findings"]["info"] == of.severities[INFO]

    def test_what_is_listed_keeps_its_order(self) -> None:
        run = sarif(replace(audit(300, sources=1), max_findings=50))
        lines = [
            result["locations"][0]["physicalLocation"]["region"]["startLine"]
            for result in run["results"]
        ]
        assert lines == sorted(lines)

    @pytest.mark.parametrize(
        ("of", "fail_on", "code", "successful"),
        [
            (one(), "error", 1, True),
            (one(), "never", 0, True),  # nothing fails
            (one(severity=INFO), "error", 0, True),  # lighter than what fails
            (broken(one()), "error", 3, False),  # it could not be evaluated
        ],
    )
    def test_the_run_says_how_it_ended(
        self, of: Audit, fail_on: str, code: int, successful: bool
    ) -> None:
        (end,) = sarif(replace(of, configuration={"fail-on": fail_on}))["invocations"]
        assert (end["exitCode"], end["executionSuccessful"]) == (code, successful)

    def test_a_long_value_is_cut(self) -> None:
        assert len(text("sarif", one(value="x" * 10_000_000, suggestion=None))) < 20_000


class TestJUnit:
    def test_a_rule_that_finds_nothing_passes(self) -> None:
        found = {case.name: case for case in cases(one())}
        assert list(found) == ["the file can be evaluated", "DOI001 doi-malformed",
                               "DOI003 doi-missing"]  # fmt: skip
        assert not found["DOI003 doi-missing"].result
        (failure,) = found["DOI001 doi-malformed"].result
        assert failure.message == "1 finding"
        assert failure.type == "error"
        assert failure.text.startswith("refs.bib:12: DOI: punctuation after a DOI; value: ")

    @pytest.mark.parametrize(
        ("severity", "fail_on", "fails"),
        [
            (ERROR, "error", True),
            (WARNING, "error", False),  # the exit code is 0, and the case passes
            (WARNING, "warning", True),
            (INFO, "info", True),
            (ERROR, "never", False),
        ],
    )
    def test_a_case_fails_with_the_exit_code(
        self, severity: Severity, fail_on: str, fails: bool
    ) -> None:
        of = replace(one(severity=severity), configuration={"fail-on": fail_on})
        (suite,) = junit(of)
        assert suite.failures == int(fails)
        (case,) = [case for case in suite if case.name.startswith("DOI001")]
        assert bool(case.result) == fails
        assert bool(case.system_out) != fails

    def test_counts_are_those_of_the_cases(self) -> None:
        for suite in junit(broken(audit(300))):
            own = list(suite)
            results = [result for case in own for result in case.result]
            assert suite.tests == len(own)
            assert suite.failures + suite.errors == len(results)

    def test_a_suite_for_every_source_in_order(self) -> None:
        of = audit(30, sources=2)
        clean = SourceSummary("a-clean.bib", "bibtex", "utf-8", 3)
        last = SourceSummary("知网/z.bib", "bibtex", "utf-8", 3)
        of = replace(of, sources=(last, *of.sources, clean))
        names = [suite.name for suite in junit(of)]
        assert names == sorted(names)
        assert len(names) == 4

    def test_a_name_of_a_case_is_not_given_twice(self) -> None:
        """GitLab shows the first of those with one name."""
        names = [(case.classname, case.name) for case in cases(audit(300))]
        assert len(names) == len(set(names))

    def test_many_findings_are_counted(self) -> None:
        many = [replace(next(iter(one().findings)), line=i) for i in range(1, 101)]
        (failure,) = [r for case in cases(replace(one(), findings=many)) for r in case.result]
        assert failure.message == "100 findings"
        assert failure.text.splitlines()[20:] == ["80 more findings are not shown"]

    def test_controls_are_shown_and_not_lost(self) -> None:
        said = text("junit", one(value="a\x00b\ufffe]]>"))
        assert "a\\x00b\\ufffe]]&gt;" in said
        ET.fromstring(said)


class TestGitHub:
    def test_an_annotation(self) -> None:
        assert text("github", one()) == (
            "::error file=refs.bib,line=12,col=9,title=DOI001 doi-malformed::DOI: punctuation"
            " after a DOI; value: 10.1000/x.; suggestion: 10.1000/x\n"
        )

    @pytest.mark.parametrize(
        ("path", "shown"),
        [
            ("a:b,c%.bib", "a%3Ab%2Cc%25.bib"),
            ("知网.bib", "知网.bib"),
            ("a\n::error::b", "a\\n%3A%3Aerror%3A%3Ab"),
        ],
    )
    def test_properties_are_escaped(self, path: str, shown: str) -> None:
        assert text("github", one(path=path)).startswith(f"::error file={shown},line=12,")

    def test_the_message_is_escaped(self) -> None:
        assert "value: 100%25 %250A" in text("github", one(value="100% %0A"))

    def test_ten_of_each_and_the_rest_counted(self) -> None:
        """GitHub drops what is over ten of a kind, the notice of the rest too."""
        of = audit(1000)
        lines = text("github", of).splitlines()
        kinds = [line.split(" ")[0].strip(":") for line in lines]
        assert kinds == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
        assert lines[-1] == "::notice title=bibvalidator::971 more findings are not shown"

    def test_ten_notices_need_no_eleventh(self) -> None:
        infos = [next(iter(one(severity=INFO, line=i).findings)) for i in range(1, 11)]
        lines = text("github", replace(one(), findings=infos)).splitlines()
        assert len(lines) == 10
        assert "more findings" not in lines[-1]

    def test_no_file_for_standard_input(self) -> None:
        assert text("github", one(path="-")).startswith("::error line=12,col=9,title=DOI001")


class TestGitLab:
    def test_an_issue(self) -> None:
        (issue,) = json.loads(text("gitlab", one()))
        assert issue == {
            "description": "DOI: punctuation after a DOI; value: 10.1000/x.; suggestion: 10.1000/x",
            "check_name": "DOI001 doi-malformed",
            "fingerprint": "0123456789abcdef",
            "severity": "major",
            "location": {"path": "refs.bib", "lines": {"begin": 12}},
        }

    @pytest.mark.parametrize(
        ("severity", "shown"), [(ERROR, "major"), (WARNING, "minor"), (INFO, "info")]
    )
    def test_severities(self, severity: Severity, shown: str) -> None:
        assert json.loads(text("gitlab", one(severity=severity)))[0]["severity"] == shown

    def test_a_line_there_is(self) -> None:
        (issue,) = json.loads(text("gitlab", one(line=None, column=None)))
        assert issue["location"]["lines"]["begin"] == 1

    def test_fingerprints_differ(self) -> None:
        issues = json.loads(text("gitlab", broken(audit(300))))
        assert len({issue["fingerprint"] for issue in issues}) == 301


class TestRdjson:
    def test_a_diagnostic(self) -> None:
        (said,) = json.loads(text("rdjson", one()))["diagnostics"]
        assert said == {
            "message": "DOI: punctuation after a DOI; value: `10.1000/x.`; suggestion: `10.1000/x`",
            "location": {"path": "refs.bib", "range": {"start": {"line": 12}}},
            "severity": "ERROR",
            "code": {"value": "DOI001"},
        }

    @pytest.mark.parametrize(
        ("value", "shown"),
        [
            ("@somebody", "`@somebody`"),  # a call in a comment
            ("a`b", "``a`b``"),
            ("`a``", "``` `a`` ```"),
            ("<img src=x>", "`<img src=x>`"),
        ],
    )
    def test_a_value_is_code(self, value: str, shown: str) -> None:
        of = one(value=value, suggestion=None, template="{name} is odd", args={"name": value})
        (said,) = json.loads(text("rdjson", of))["diagnostics"]
        assert said["message"] == f"DOI: {shown} is odd; value: {shown}"


@given(st.text(st.characters(codec=None), max_size=40))
def test_any_text_fits(nasty: str) -> None:
    of = hostile(nasty)
    for name in NAMES:
        text(name, of)
    ET.fromstring(text("junit", of))
    assert len(text("github", of).splitlines()) == 3


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=40))
def test_a_relative_uri_is_the_path(path: str) -> None:
    path = path.lstrip("/") or "x"
    (result,) = sarif(one(path=path))["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii()
    assert unquote(uri) == path
