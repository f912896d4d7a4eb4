"""Audits as a run would make them, of any size: for the tests of writers."""

from __future__ import annotations

import hashlib
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from validator.audit import (
    Agreement,
    Audit,
    Cluster,
    Decision,
    Evidence,
    Filled,
    Gate,
    Member,
    Outcome,
    RuleCount,
    SourceSummary,
    Unexpected,
    Verdict,
)
from validator.finding import Finding, Severity

ERROR, WARNING, INFO = Severity

FAULTS: tuple[tuple[str, str, Severity, str, str, str, str | None, bool], ...] = (
    # code, name, severity, variable, template, value, suggestion, safe
    ("DOI001", "doi-malformed", ERROR, "DOI", "a DOI with markup at its end",
     "10.1016/j.jml.2019.104052</a>", "10.1016/j.jml.2019.104052", False),
    ("DOI002", "doi-not-canonical", WARNING, "DOI", "a DOI written as a link",
     "https://doi.org/10.1038/nature14539", "10.1038/nature14539", True),
    ("DOI003", "doi-missing", WARNING, "DOI",
     "no DOI, and its type and year lead one to expect it", "", None, False),
    ("AUT003", "author-separator", ERROR, "author", "several people in one name",
     "李明；王芳；张伟", "李明; 王芳; 张伟", False),
    ("AUT007", "author-affiliation-leak", WARNING, "author", "affiliation marks left in a name",
     "Müller-Lüdenscheidt, Heinrich1,2*", "Müller-Lüdenscheidt, Heinrich", False),
    ("TIT002", "title-all-caps", WARNING, "title", "a title in capitals",
     "THE STRUCTURE OF SCIENTIFIC REVOLUTIONS", "The structure of scientific revolutions", False),
    ("TIT008", "title-unbalanced", WARNING, "title", "a bracket that is not closed",
     "基于深度学习的中文文本分类方法研究（英文", None, False),
    ("TIT004", "title-trailing-punct", INFO, "title", "a full stop at the end",
     "تحليل الخطاب في الرواية العربية المعاصرة.", "تحليل الخطاب في الرواية العربية المعاصرة", True),
    ("CJK011", "width-mixed", WARNING, "page", "full-width digits",
     "１２３-１３０", "123-130", True),
    ("CJK001", "name-cjk-split", WARNING, "author", "a compound surname split in two",
     "欧, 阳修", "欧阳, 修", False),
    ("PAG002", "pages-descending", ERROR, "page", "the last page stands before the first",
     "1187-1178", None, False),
    ("ENC004", "mojibake", ERROR, "container-title", "UTF-8 read as Latin-1",
     "Zeitschrift fÃ¼r Physik", "Zeitschrift für Physik", False),
    ("ENC006", "invisible-char", WARNING, "title", "a character that cannot be seen",
     "Mapping the\u200b hidden\u00a0 record", "Mapping the hidden record", True),
    ("LAN002", "language-code", INFO, "language", "not a language code", "中文;", "zh", True),
    ("KEY001", "keywords-form", WARNING, "keyword", "keywords with mixed separators",
     "機械学習；テキスト分類, 情報検索", "機械学習; テキスト分類; 情報検索", True),
    ("REC001", "key-duplicate", ERROR, "id", "two records share this key",
     "smith2020", None, False),
)  # fmt: skip

LONG = (
    "Ein sehr langer Abstract, der nicht ganz gezeigt werden kann. ",
    "本文研究了数字人文领域中书目数据的质量问题，提出了一种多语言记录的验证方法。",
    "تتناول هذه الدراسة جودة البيانات الببليوغرافية في المكتبات الرقمية العربية. ",
)

TYPES = ("article-journal", "chapter", "paper-conference", "thesis", "book", "report", "webpage")
SHARES = {
    "type": 100, "title": 99, "author": 96, "issued": 97, "DOI": 62, "container-title": 84,
    "volume": 71, "issue": 58, "page": 77, "publisher": 34, "ISSN": 66, "ISBN": 9,
    "language": 41, "abstract": 52, "keyword": 38, "URL": 49, "PMID": 12, "translator": 0,
}  # fmt: skip


@dataclass(frozen=True)
class Many:
    """Findings made when they are iterated, as those that come from disk."""

    length: int
    codes: int
    paths: tuple[str, ...]

    def __len__(self) -> int:
        return self.length

    def __iter__(self) -> Iterator[Finding]:
        for i in range(self.length):
            yield self.make(i)

    def make(self, i: int) -> Finding:
        which = i % self.codes
        code, name, severity, variable, template, value, suggestion, safe = FAULTS[
            which % len(FAULTS)
        ]
        if which >= len(FAULTS):  # more rules than we have faults
            code, name = f"X{which:02d}{code[-3:]}"[:6], f"{name}-{which}"
        if i % 97 == 5:
            variable, suggestion = "abstract", None
            value = LONG[i % len(LONG)] * 20
        path = self.paths[(i // self.codes) % len(self.paths)]
        digest = hashlib.sha256(f"{code} {path} {i}".encode()).hexdigest()[:16]
        return Finding(
            variable, template, value, suggestion, safe,
            code=code, name=name, severity=severity, record=f"record{i % (self.length // 2 + 1)}",
            path=path, line=12 + 14 * (i // 3), record_number=1 + i // 3, fingerprint=digest,
        )  # fmt: skip


def paths(n: int) -> tuple[str, ...]:
    """Names of files as people have them."""
    stems = (
        "exports/web-of-science",
        "exports/scopus",
        "知网/中文期刊论文",
        "theses/المكتبة",
        "refs",
    )
    return tuple(
        f"{stems[i % len(stems)]}-{i + 1}.{('bib', 'ris', 'csv')[i % 3]}" for i in range(n)
    )


def audit(findings: int, *, codes: int = 16, sources: int = 3, records: int = 0) -> Audit:
    """An audit with so many findings; totals are exact."""
    files = paths(sources)
    records = records or max(12, findings // 3)
    each = records // sources
    many = Many(findings, codes, files)
    severities: Counter[Severity] = Counter()
    counts: Counter[tuple[str, str]] = Counter()
    named: dict[tuple[str, str], set[str]] = {}
    faulty = set()
    for finding in many:
        severities[finding.severity] += 1
        counts[finding.code, finding.path] += 1
        named.setdefault((finding.code, finding.path), set()).add(finding.record)
        faulty.add(finding.record)
    clusters, review = (CLUSTERS, REVIEW) if findings else ((), ())
    return Audit(
        version="0.1.0",
        today="2026-07-14",
        sources=tuple(
            SourceSummary(
                path,
                {"bib": "bibtex", "ris": "ris", "csv": "csv"}[path[-3:]],
                "utf-8" if i % 4 else "gb18030",
                each,
                1 if findings and i == 0 else 0,
                each * 1_113,
                hashlib.sha256(path.encode()).hexdigest(),
            )
            for i, path in enumerate(files)
        ),
        findings=many,
        severities={severity: severities[severity] for severity in Severity},
        rule_counts=tuple(
            RuleCount(code, path, n, len(named[code, path]))
            for (code, path), n in sorted(counts.items())
        ),
        faulty_records=min(len(faulty), each * sources),
        completeness=tuple(completeness(files, each)),
        clusters=clusters,
        review=review,
        rules=tuple(sorted({code for code, *_ in FAULTS} | {"ISN001", "URL001"})),
        configuration={"select": "DEFAULT", "profile": "default", "lang": "en", "ignore": ""},
    )


def completeness(files: Sequence[str], each: int) -> Iterator[Filled]:
    draw = random.Random(7)
    for path in files:
        left = each
        for kind in TYPES:
            total = left if kind == TYPES[-1] else left // 2
            left -= total
            for variable, share in SHARES.items():
                part = min(100, max(0, share + draw.randint(-25, 25))) if 0 < share < 100 else share
                yield Filled(path, kind, variable, total * part // 100, total)


def member(id: str, number: int, **values: str) -> Member:
    named = tuple((name.replace("_", "-"), text) for name, text in values.items())
    return Member(id, paths(3)[number % 3], number, 14 * number, named)


AGREE, MISSING, CONFLICT = Agreement

A = member(
    "lecun2015", 3, type="article-journal", title="Deep learning",
    author="LeCun, Yann; Bengio, Yoshua; Hinton, Geoffrey", issued="2015",
    container_title="Nature", volume="521", page="436-444", DOI="10.1038/nature14539",
)  # fmt: skip
B = member(
    "WOS:000355286600030", 4, type="article-journal", title="Deep Learning.",
    author="LeCun, Y.; Bengio, Y.; Hinton, G.", issued="2015",
    container_title="NATURE", volume="521", page="436", DOI="10.1038/nature14539",
)  # fmt: skip
C = member(
    "wang2019", 8, title="基于深度学习的中文文本分类方法研究", author="王小明; 李娜",
    issued="2019", container_title="计算机学报", page="12-20",
)  # fmt: skip
D = member(
    "cnki-77", 9, title="基于深度学习的中文文本分类方法研究 ", author="王小明，李娜",
    issued="2019", container_title="计算机学报", page="12-21", DOI="10.11897/SP.J.1016.2019.00012",
)  # fmt: skip
E = member("wang2019a", 11, title="基于深度学习的中文文本分类方法", author="王小明", issued="2018")

AB = Decision(
    A, B, Verdict.DUPLICATE, 0.99,
    (Evidence("DOI", AGREE, "same DOI"), Evidence("title", AGREE, "same title", 1.0),
     Evidence("author", AGREE, "3 of 3 authors agree"), Evidence("page", AGREE, "same first page")),
    "DUP001",
)  # fmt: skip
CD = Decision(
    C, D, Verdict.DUPLICATE, 0.96,
    (Evidence("title", AGREE, "same title"),
     Evidence("author", AGREE, "2 of 2 authors agree"),
     Evidence("DOI", MISSING, "one DOI is missing"),
     Evidence("page", CONFLICT, "last pages differ")),
    "DUP002",
)  # fmt: skip
CE = Decision(
    C, E, Verdict.REVIEW, 0.61,
    (Evidence("title", AGREE, "titles agree 93"), Evidence("author", AGREE, "1 of 2 authors agree"),
     Evidence("issued", CONFLICT, "years differ by 1"), Evidence("DOI", MISSING, "no DOI")),
    "DUP003",
)  # fmt: skip
CLUSTERS = (Cluster((A, B), (AB,)), Cluster((C, D), (CD,)))
REVIEW = (CE,)

HOSTILE = (
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "<a href=\"javascript:alert(1)\">10.1000/x</a>",
    "{{ 7 * 7 }}{% raw %}",
    "\u202egnp.exe\u202c\u2066",
    "nul\x00 esc\x1b[31m lone \udc80",
    "--><!--<style>*{display:none}</style>",
)  # fmt: skip


VALID = "expect_column_values_to_be_valid_doi"
RATE = "expect_rule_finding_rate_to_be_at_most"
ROWS = "expect_table_row_count_to_be_between"
GATES = (
    Gate("records", "records", ROWS, Outcome.PASS, "rows", observed=1234, least=1, is_share=False),
    Gate(
        "records", "records", VALID, Outcome.FAIL, "valid", {"columns": "DOI"},
        observed=0.96, least=0.99, unexpected=8, examined=200,
        examples=(
            Unexpected("smith2020", "refs.bib", 12, 3, "https://doi.org/10.1038/nature14539"),
            Unexpected("export.csv#4", "export.csv", None, 4, "10.1016/j.jml"),
        ),
    ),
    Gate(
        "own.json", "records", VALID, Outcome.UNTOLD, "valid", {"columns": "Doi"},
        "no column 'Doi' in the table of records; did you mean 'DOI'?",
    ),
    Gate(
        "measures", "measures", RATE, Outcome.PASS, "rate", {"rule": "DOI003", "source": "*"},
        observed=0.02, most=0.05, also="refs.bib", unexpected=2, examined=100,
    ),
)  # fmt: skip
"""A gate of each outcome, as a run tells them."""


def hostile(text: str) -> Audit:
    """An audit that says ``text`` wherever data can stand."""
    one = Member(text, text, 1, None, (("title", text), (text, text)))
    two = Member(text + "2", text, 2, None, (("title", text + "2"), (text, "")))
    decision = Decision(one, two, Verdict.REVIEW, 0.5, (Evidence(text, CONFLICT, text),), "DUP003")
    base = audit(3)
    faults = [
        Finding(
            text, "a fault in {where}", text, suggestion, args={"where": text}, related=(text,),
            code=code, name="doi-malformed", severity=ERROR, record=text, path=text,
        )
        for code, suggestion in (("DOI001", text + "!"), ("DOI001", ""), (text, None))
    ]  # fmt: skip
    gate = Gate(
        text, "records", text, Outcome.UNTOLD, "generic",
        {"expectation": text, "columns": text, "source": text}, text,
        examples=(Unexpected(text, text, None, 1, text),), unexpected=2,
    )  # fmt: skip
    failed = replace(gate, outcome=Outcome.FAIL, also=text, observed=0.5, kind="described")
    return replace(
        base,
        gates=(
            gate,
            replace(failed, args={"text": text}),
            replace(failed, observed=None, kind="generic"),
        ),
        version=text,
        today=text,
        sources=(SourceSummary(text, text, text, 3, 1, 10, text),),
        findings=faults,
        severities={ERROR: 3, WARNING: 0, INFO: 0},
        rule_counts=(RuleCount("DOI001", text, 2, 2), RuleCount(text, text, 1, 1)),
        completeness=(Filled(text, text, text, 1, 3), Filled(text, text, text + "0", 0, 3)),
        clusters=(Cluster((one, two), (decision,)),),
        review=(decision,),
        rules=(text, "DOI001"),
        configuration={"lang": "en", text: text},
    )
