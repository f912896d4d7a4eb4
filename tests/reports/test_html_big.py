"""The HTML report of very many findings: small, made in bounded memory, quick to open."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest

from validator.audit import Audit, RuleCount
from validator.finding import Finding, Severity
from validator.packs import load_writer

from .audits import FAULTS, audit

write_html = load_writer("html")

FILES = tuple(f"export/part-{n:03}.bib" for n in range(200))
ABSTRACT = "数字图书馆的元数据质量。" * 40


@dataclass
class Stream:
    """Findings that are made as they are read, and can be read once."""

    length: int
    read: int = 0

    def __len__(self) -> int:
        return self.length

    def __iter__(self) -> Iterator[Finding]:
        self.read += 1
        assert self.read == 1
        for i in range(self.length):
            code, name, severity, variable, template, value, suggestion, safe = FAULTS[i % 16]
            yield Finding(
                variable, template, f"{value}{i} {ABSTRACT}", suggestion and f"{suggestion}{i}",
                safe, code=code, name=name, severity=severity, record=f"r{i // 5}",
                path=FILES[i % 200], line=i, record_number=i // 5,
                fingerprint=f"{i * 0x9E3779B97F4A7C15 % 2**64:016x}",
            )  # fmt: skip


def big(findings: int) -> Audit:
    """An audit of a fifth as many records, in 200 files."""
    codes = {code: severity for code, _, severity, *_ in FAULTS}
    each = findings // len(FILES) // len(codes)
    small = audit(10, records=findings // 5)
    return replace(
        small,
        findings=Stream(findings),
        severities=dict.fromkeys(Severity, findings // 3),
        sources=tuple(replace(small.sources[0], path=path) for path in FILES),
        rule_counts=tuple(RuleCount(code, path, each, each) for code in codes for path in FILES),
        lists=("all.csv", "findings.jsonl"),
    )


def test_is_made_in_one_pass_and_little_memory() -> None:
    """Six times the findings that a page can hold: what is held is the sample."""
    of = big(120_000)
    tracemalloc.start()
    try:
        text = "".join(map(str, write_html(of)))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert len(text.encode()) < 3_000_000
    assert peak < 120_000_000  # a list of them takes 210 MB
    assert "The full list is in all.csv, findings.jsonl." in text


@pytest.mark.browser
def test_opens_and_filters_soon(opened: Callable[[Audit], Any]) -> None:
    """Far below these limits on any machine; they are there for an algorithm gone wrong."""
    page = opened(audit(100_000, codes=50, sources=30))
    took = page.evaluate("performance.getEntriesByType('navigation')[0].domComplete")
    assert took < 10_000, f"{took:.0f} ms to open"
    took = page.evaluate("""
        () => {
          const filter = document.querySelector("#filters [name=severity]");
          const start = performance.now();
          filter.value = "error";
          filter.dispatchEvent(new Event("input", { bubbles: true }));
          return new Promise((done) => setTimeout(() => {
            document.body.offsetHeight;
            done(performance.now() - start);
          }));
        }
    """)
    assert took < 5_000, f"{took:.0f} ms to filter"
    shown = page.locator("#findings tbody tr:visible td:first-child .severity")
    assert set(shown.all_inner_texts()) == {"error"}
