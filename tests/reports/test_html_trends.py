"""Trends in the HTML report, and numbers that must add up."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from validator.audit import Audit, Trend, Trends
from validator.packs import load_writer

from .audits import HOSTILE, audit

write_html = load_writer("html")

SINCE = Trends(
    "runs/<2026>.json",
    (Trend("DOI001", 4, 0, 0), Trend("DOI002", 9, 1, 3), Trend("PAG002", 0, 12, 0)),
    records=1500,
)


def page(of: Audit) -> str:
    return "".join(map(str, write_html(of)))


def text(of: Audit) -> str:
    return " ".join(re.sub("<[^>]*>", " ", page(of)).split())


def section(of: Audit) -> str:
    found = re.search('<section id="trends".*?</section>', page(of), re.S)
    return " ".join(re.sub("<[^>]*>", " ", found[0]).split()) if found else ""


class TestTrends:
    def test_says_what_changed(self) -> None:
        said = section(replace(audit(17), trends=SINCE))
        assert "Compared with an earlier run, runs/&lt;2026&gt;.json." in said
        assert "Findings: 13 then, 23 now; 13 new, 3 gone." in said
        assert "Records: 1,500 then, 12 now." in said
        assert "1 rule says what it said before." in said

    def test_the_rule_with_most_new_findings_stands_first(self) -> None:
        said = section(replace(audit(17), trends=SINCE))
        assert re.findall(r"[A-Z]{3}\d{3}", said) == ["PAG002", "DOI002"]
        assert "0 12 +12 – 12" in said
        assert "9 7 −2 3 1" in said

    def test_a_baseline_knows_no_records(self) -> None:
        said = section(replace(audit(17), trends=replace(SINCE, is_baseline=True, records=None)))
        assert "Compared with the baseline" in said
        assert "Records:" not in said

    def test_the_verdict_says_what_is_new(self) -> None:
        said = text(replace(audit(17), trends=SINCE))
        assert "New since that run 13 3 gone" in said
        said = text(replace(audit(17), trends=replace(SINCE, is_baseline=True)))
        assert "New since the baseline 13 3 gone" in said

    def test_a_rule_that_is_not_in_force_says_so(self) -> None:
        of = replace(audit(0), trends=replace(SINCE, rules=(Trend("OLD001", 3, 0, 3),)))
        assert "OLD001 not in force now 3 0 −3 3 –" in section(of)

    def test_nothing_to_compare_with(self) -> None:
        assert section(audit(17)) == ""
        assert "Nothing was compared: --compare FILE" in text(audit(17))

    def test_of_no_change(self) -> None:
        of = replace(audit(0), trends=replace(SINCE, rules=()))
        assert "Findings: 0 then, 0 now; 0 new, 0 gone." in section(of)

    def test_of_very_many_rules(self) -> None:
        rules = tuple(Trend(f"X{n:04}", n, n, 0) for n in range(1, 400))
        said = section(replace(audit(0), trends=replace(SINCE, rules=rules)))
        assert "and 99 more rules with changes" in said

    @pytest.mark.parametrize("hostile", HOSTILE)
    def test_nothing_from_the_file_is_markup(self, hostile: str) -> None:
        rules = (Trend(hostile, 1, 2, 0),)
        of = replace(audit(3), trends=replace(SINCE, path=hostile, rules=rules))
        harmless = replace(audit(3), trends=replace(SINCE, path="x", rules=(Trend("x", 1, 2, 0),)))
        assert page(of).count("<") == page(harmless).count("<")


def numbers(of: Audit) -> dict[str, int]:
    """What the page says in each place where the findings are counted."""
    whole = page(of)

    def count(pattern: str) -> list[int]:
        return [int(found.replace(",", "")) for found in re.findall(pattern, whole)]

    rules = re.search('<ul class="rules">.*?</ul>\n', whole, re.S)
    assert rules
    by_source = re.findall(
        r'<th scope="row">(?:<bdi class="path">|<span)[^\n]*?</th><td class="n">([\d,]+)</td>',
        rules[0],
    )
    return {
        "verdict": sum(
            count(r"<dt[^>]*>(?:<span[^>]*>)?(?:Errors|Warnings|Notes)[^\n]*?<dd>([\d,]+)")
        ),
        "contents": count(r'href="#findings">[^\n]*?<small>([\d,]+)')[0],
        "rules": sum(count(r'class="severity \w+"[^>]*>\w+</span><span class="n">([\d,]+)')),
        "sources": sum(int(n.replace(",", "")) for n in by_source),
        "filter": count(r'data-total="(\d+)"')[0],
        "rows": whole.count("<tr data-r="),
    }


@pytest.mark.parametrize(
    ("findings", "codes", "sources"),
    [
        (2, 2, 2),
        (100, 16, 3),
        (4000, 4, 2),  # a sample
        (3000, 30, 20),  # sources that are added up
    ],
)
def test_every_number_adds_up(findings: int, codes: int, sources: int) -> None:
    """Findings by severity, by rule and by source are as many as are listed or said to be."""
    of = audit(findings, codes=codes, sources=sources)
    said = numbers(of)
    rows = said.pop("rows")
    assert {name: n for name, n in said.items() if name != "sources"} == dict.fromkeys(
        ("verdict", "contents", "rules", "filter"), findings
    )
    several = {
        count.code for count in of.rule_counts
        if sum(other.code == count.code for other in of.rule_counts) > 1
    }  # fmt: skip
    in_several = sum(count.findings for count in of.rule_counts if count.code in several)
    assert said["sources"] == in_several
    if rows < findings:
        assert f"This page lists {rows} of {findings:,} findings" in text(of)
    else:
        assert "All findings are listed here." in text(of)
