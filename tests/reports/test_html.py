"""The HTML report: what is in the page, and what never gets into it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.audit import (
    Audit,
    Cluster,
    Filled,
    Gate,
    Outcome,
    RuleCount,
    SourceSummary,
    Trend,
    Trends,
    Unexpected,
)
from validator.finding import Finding, Severity
from validator.packs import load_writer
from validator.registry import RULES, Rule, Scope

from .audits import CLUSTERS, GATES, HOSTILE, LONG, REVIEW, A, B, audit, hostile, member

write_html = load_writer("html")

from validator.reports import _difference, _strings  # noqa: E402, TID251
from validator.reports.html import (  # noqa: E402, TID251
    completeness,
    rules,
    words,
)
from validator.reports.html.sample import sample  # noqa: E402, TID251

EN = _strings.strings("en")


def page(of: Audit) -> str:
    return "".join(write_html(of))


class Reader(HTMLParser):
    """What a parser makes of a page: tags, attributes, and the text outside style and script."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.inside = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.inside = tag if tag in ("style", "script") else self.inside

    def handle_endtag(self, tag: str) -> None:
        self.inside = "" if tag == self.inside else self.inside

    def handle_data(self, data: str) -> None:
        if not self.inside:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


class TestThePage:
    def test_is_the_same_for_the_same_audit(self) -> None:
        assert page(audit(300)) == page(audit(300))

    def test_is_the_same_for_any_number_of_processes(self) -> None:
        one, two = (replace(audit(9), configuration={"lang": "en", "jobs": n}) for n in "12")
        assert page(one) == page(two)

    def test_does_not_depend_on_the_order_of_findings_of_one_place(self) -> None:
        """The sample is cut by content."""
        few = audit(3000, codes=2, sources=2)
        turned = replace(few, findings=list(few.findings)[::-1])
        assert page(few) == page(turned)

    def test_comes_in_pieces(self) -> None:
        assert len(list(write_html(audit(10)))) > 10

    def test_reads_the_findings_once(self) -> None:
        class Once(list[Finding]):
            read = 0

            def __iter__(self) -> Iterator[Finding]:
                self.read += 1
                return super().__iter__()

        findings = Once(audit(10).findings)
        page(replace(audit(10), findings=findings))
        assert findings.read == 1

    def test_of_nothing(self) -> None:
        text = Reader(page(replace(audit(0), sources=(), completeness=(), configuration={}))).text
        assert EN("advice.no-records") in text
        assert EN("findings.nothing") in text
        assert EN("duplicates.nothing") in text

    def test_of_clean_records(self) -> None:
        text = Reader(page(audit(0, records=12))).text
        assert "Nothing to do: no fault was found in 12 records." in text

    def test_has_landmarks_and_headings_in_order(self) -> None:
        read = Reader(page(audit(100)))
        names = [tag for tag, _ in read.tags]
        assert [names.count(tag) for tag in ("main", "header", "nav", "h1")] == [1, 1, 1, 1]
        levels = [int(tag[1]) for tag in names if re.fullmatch("h[1-6]", tag)]
        assert all(after <= before + 1 for before, after in pairwise(levels))

    def test_every_head_of_a_table_has_a_scope(self) -> None:
        heads = [attrs for tag, attrs in Reader(page(audit(100))).tags if tag == "th"]
        assert heads
        assert all(attrs.get("scope") in ("row", "col") for attrs in heads)

    def test_names_its_language(self) -> None:
        assert '<html lang="en">' in page(audit(0))

    def test_a_language_without_a_catalogue_is_english(self) -> None:
        other = replace(audit(0), configuration={"lang": "../en"})
        assert '<html lang="en">' in page(other)


class TestEscaping:
    @pytest.mark.parametrize("text", HOSTILE)
    def test_nothing_from_the_data_is_markup(self, text: str) -> None:
        """The tags and attributes of a hostile audit are those of a harmless one."""
        plain, read = Reader(page(hostile("harmless"))), Reader(page(hostile(text)))
        marks = {
            "del",
            "ins",
            "mark",
            "small",
            "bdi",
            "span",
            "wbr",
        }  # as many as there are differences
        shape = [(tag, sorted(attrs)) for tag, attrs in plain.tags if tag not in marks]
        assert [(tag, sorted(attrs)) for tag, attrs in read.tags if tag not in marks] == shape

    @pytest.mark.parametrize("text", HOSTILE)
    def test_no_address_comes_from_the_data(self, text: str) -> None:
        for _, attrs in Reader(page(hostile(text))).tags:
            assert not {"src", "srcset", "action", "formaction", "background"} & set(attrs)
            assert not [name for name in attrs if name.startswith("on")]
            assert re.fullmatch(r"#[a-z0-9-]+", attrs.get("href") or "#x")

    def test_controls_and_lone_surrogates_are_shown(self) -> None:
        text = "".join(page(hostile(text)) for text in HOSTILE)
        assert not re.search("[\x00-\x08\x0e-\x1f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)
        assert text.encode()  # no lone surrogate is left
        assert "\\u202egnp.exe" in text
        assert "\\x00" in text

    def test_joiners_that_are_spelling_stay(self) -> None:
        persian = "می\u200cخواهم"  # "I want": the non-joiner is part of the word
        text = page(hostile(persian))
        assert persian in text
        assert "\\u200c" in page(hostile("a\u200cb"))

    def test_the_policy_allows_only_the_page_s_own_script(self) -> None:
        read = Reader(page(audit(10)))
        (policy,) = [a["content"] for _, a in read.tags if "http-equiv" in a]
        assert policy is not None
        assert re.match(r"default-src 'none'; .*script-src 'sha256-[\w+/=]{44}'", policy)

    def test_values_are_isolated_and_carry_their_language(self) -> None:
        text = page(audit(100))
        assert '<bdi lang="zh">基于深度学习' in text
        assert '<bdi lang="ja">機械学習' in text
        assert "<bdi>تحليل" in text


class TestVerdict:
    def says(self, of: Audit) -> str:
        return re.sub("<[^>]*>", "", re.findall('<p class="advice">(.*?)</p>', page(of))[0])

    def test_begins_with_the_error_of_most_records(self) -> None:
        counts = (
            RuleCount("DOI003", "a.bib", 900, 900),  # a warning, though the most
            RuleCount("DOI001", "a.bib", 9, 5),
            RuleCount("PAG002", "a.bib", 7, 7),
        )
        found = [
            Finding("DOI", "a fault", code=code, name=name, severity=severity)
            for code, name, severity in (
                ("DOI001", "doi-malformed", Severity.ERROR),
                ("DOI003", "doi-missing", Severity.WARNING),
                ("PAG002", "pages-descending", Severity.ERROR),
            )
        ]
        of = replace(audit(0, records=1000), rule_counts=counts, findings=found)
        assert self.says(of) == "Begin with PAG002 pages-descending: 7 records have this fault."

    def test_gates_come_before(self) -> None:
        of = replace(audit(30), gates=GATES)
        assert self.says(of) == "1 gate failed: DOI is valid."
        untold = tuple(gate for gate in GATES if gate.outcome is not Outcome.FAIL)
        assert self.says(replace(of, gates=untold)) == "1 gate could not be told: Doi is valid."
        assert "gate" not in self.says(replace(of, gates=GATES[:1]))

    def test_then_duplicates_then_review(self) -> None:
        clean = audit(0, records=100)
        assert "2 clusters of duplicates" in self.says(replace(clean, clusters=CLUSTERS))
        assert "1 possible duplicate waits" in self.says(replace(clean, review=REVIEW))

    @pytest.mark.parametrize(
        ("part", "whole", "says"),
        [
            (0, 10, "0%"),
            (10, 10, "100%"),
            (1, 100_000, "0.1%"),  # not nothing
            (99_999, 100_000, "99.9%"),  # not all
            (1, 3, "33.3%"),
            (0, 0, ""),  # of nothing
        ],
    )
    def test_percent(self, part: int, whole: int, says: str) -> None:
        assert EN.percent(part, whole) == says


class TestCompleteness:
    def test_sums_and_puts_the_doi_on_top(self) -> None:
        heat = completeness.heat(audit(100).completeness, lambda item: item.path)
        assert heat.rows[0][0] == "DOI"
        for _, cells in heat.rows:
            (filled, total), *rest = cells
            assert filled == sum(n for n, _ in rest)
            assert total == sum(n for _, n in rest)
        assert heat.empty == ["translator"]

    def test_adds_up_all_but_the_largest_sources(self) -> None:
        items = [Filled(f"{n}.bib", "book", "DOI", n, 2 * n) for n in range(1, 31)]
        heat = completeness.heat(items, lambda item: item.path)
        assert heat.columns == [f"{n}.bib" for n in range(30, 18, -1)]
        assert heat.others == 18
        assert heat.totals[-1] == sum(2 * n for n in range(1, 19))
        assert len(heat.rows[0][1]) == 1 + 12 + 1

    def test_records_of_a_type_that_never_holds_a_variable_count(self) -> None:
        items = [Filled("a", "book", "title", 5, 5), Filled("a", "article-journal", "DOI", 5, 5)]
        (_, doi), _ = completeness.heat(items, lambda item: item.path).rows
        assert doi[0] == (5, 10)

    @pytest.mark.parametrize(("sources", "tables"), [(1, 1), (2, 2)])
    def test_one_source_is_all_of_them(self, sources: int, tables: int) -> None:
        assert page(audit(10, sources=sources)).count('<table class="heat">') == tables


class TestRules:
    def test_the_findings_of_all_rules_are_all_findings(self) -> None:
        many = audit(2000, codes=30, sources=20)
        views = rules.rule_views(many, {}, words.Words("en"))
        assert sum(view.findings for view in views) == 2000
        for view in views:
            assert view.findings == sum(n for _, n, _ in view.sources) + view.others[1]
            assert view.records == sum(n for _, _, n in view.sources) + view.others[2]

    def test_a_rule_folds_out_into_its_own_text(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def check() -> Iterable[Finding]:
            """The `DOI` is <broken>.

            Why: nobody
            can follow it.

            Source: ISO 26324.
            """
            return ()

        rule = Rule("DOI001", "doi-malformed", Severity.ERROR, Scope.RECORD, check, ())
        monkeypatch.setitem(RULES, "DOI001", rule)
        text = page(audit(20))
        assert "<p>The <code>DOI</code> is &lt;broken&gt;.</p>" in text
        assert "<p><b>Why.</b> nobody can follow it.</p>" in text

    def test_the_severity_is_that_of_the_run(self) -> None:
        finding = Finding("DOI", "a", code="DOI001", name="n", severity=Severity.INFO)
        counts = (RuleCount("DOI001", "", 1, 1),)
        of = replace(audit(0), findings=[finding], rule_counts=counts)
        (view,) = rules.rule_views(of, sample(of.findings).rules, words.Words("en"))
        assert view.severity is Severity.INFO


class TestSample:
    def test_says_that_it_is_one(self) -> None:
        text = Reader(page(audit(4000, codes=4, sources=2))).text
        assert "This page lists 160 of 4,000 findings: at most 20 of one rule in one source" in text

    def test_all_is_said_too(self) -> None:
        assert EN("findings.all") in page(audit(20))

    def test_takes_twenty_of_a_rule_and_source(self) -> None:
        taken = sample(audit(4000, codes=4, sources=2).findings).findings
        groups = {(f.code, f.path) for f in taken}
        assert len(taken) == 20 * len(groups) == 160

    def test_crowds_no_rule_out(self) -> None:
        """2,000 groups and room for 300: the errors come first, each rule and source once."""
        taken = sample(audit(20_000, codes=40, sources=50).findings, limit=300).findings
        assert len(taken) == 300
        assert len({(f.code, f.path) for f in taken}) == 300
        assert {f.severity for f in taken} == {Severity.ERROR}

    @given(st.integers(1, 7), st.integers(1, 5), st.integers(1, 40), st.integers(1, 25))
    def test_is_the_same_however_little_is_held(
        self, codes: int, sources: int, limit: int, most: int
    ) -> None:
        """Dropping early, to bound memory, changes nothing."""
        every = list(audit(500, codes=codes, sources=sources).findings)
        roomy = sample(every, most, 10**6).findings
        assert sample(every, most, limit).findings == roomy[:limit]


MESSAGE = "the country or dynasty {part} stands in the name"


@dataclass(frozen=True)
class Heavy:
    """Findings with the longest values, in the widest letters, and messages that are all
    different in two languages."""

    def __len__(self) -> int:
        return 60_000

    def __iter__(self) -> Iterator[Finding]:
        for i in range(60_000):
            value = LONG[1] * 30
            yield Finding(
                "abstract", MESSAGE, value, value[::-1], args={"part": f"<{i}>{LONG[1] * 9}"},
                code=f"ABC{i % 100:03}", name="n" * 90, record=LONG[1] + str(i),
                path=LONG[1] * 5 + str(i // 100 % 300), line=i, fingerprint=f"{i:016x}",
            )  # fmt: skip


def heavy_gate(n: int) -> Gate:
    """One that fails, with much to say."""
    said = f"{LONG[1]}{n}" * 9
    rows = (Unexpected(said, said, n, n, said),) * 20
    parts = {"columns": said, "source": said}
    observed = {"least": 0.5, "observed": 0.1, "unexpected": n, "examined": n + 1, "also": said}
    return Gate(said, "records", said, Outcome.FAIL, "present", parts, examples=rows, **observed)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_audit_makes_a_page_of_three_megabytes(lang: str) -> None:
    files = sorted({finding.path for finding in Heavy()})
    long = dict.fromkeys(("title", "author", "abstract", "note", "keyword"), LONG[1] * 9)
    members = tuple(member(LONG[1] + str(i), i, **long) for i in range(30))
    cluster = Cluster(members, CLUSTERS[0].decisions * 29)
    review = replace(REVIEW[0], a=members[0], b=members[1])
    heavy = replace(
        audit(30),
        findings=Heavy(),
        severities={Severity.WARNING: 60_000},
        sources=tuple(replace(audit(0).sources[0], path=path) for path in files),
        rule_counts=tuple(
            RuleCount(f"ABC{code:03}", path, 2, 2) for code in range(100) for path in files
        ),
        completeness=tuple(
            Filled(path, path, f"{variable}{LONG[1]}", 1, 2)
            for path in files
            for variable in range(60)
        ),
        clusters=(cluster,) * 500,
        review=(review,) * 500,
        configuration={"lang": lang} | {f"key{i}": LONG[1] * 9 for i in range(30)},
        trends=Trends(LONG[1], tuple(Trend(f"{LONG[1]}{n}", n, n, n) for n in range(1, 900))),
        gates=tuple(heavy_gate(n) for n in range(500)),
    )
    assert len(page(heavy).encode()) < 3_000_000


class TestDuplicates:
    def test_shows_members_and_the_reasons(self) -> None:
        text = Reader(page(audit(10))).text
        assert "2 clusters join 4 records" in text
        assert "3 of 3 authors agree" in text
        assert "score 0.99" in text

    def test_marks_what_differs_from_the_survivor(self) -> None:
        text = page(audit(10))
        assert "<bdi>Deep <mark>L</mark>earning<mark>.</mark></bdi>" in text
        assert "<bdi>436<mark></mark></bdi>" in text  # what the survivor has more

    def test_an_id_that_several_have_is_shown_as_it_stands(self) -> None:
        """Its place stands beside it."""
        own = replace(A, id=f"{A.path}#{A.record_number}:lecun2015")
        text = page(replace(audit(10), clusters=(Cluster((own, B), ()),), review=()))
        assert '<th scope="col"><bdi>lecun2015</bdi> <span class="place">' in text
        assert f'["{own.id}","{B.id}"' in text  # a decision names it in full

    def test_says_how_many_it_leaves_out(self) -> None:
        members = tuple(member(f"r{i}", i, title="A title") for i in range(10))
        many = replace(audit(10), clusters=(Cluster(members, ()),) * 300)
        text = Reader(page(many)).text
        assert "300 clusters join 3,000 records" in text
        assert "The first 200 are shown here." in text
        assert "and 4 more records" in text

    def test_says_when_nobody_looked(self) -> None:
        text = Reader(page(replace(audit(0), duplicates_searched=False))).text
        assert EN("duplicates.not-searched") in text
        assert EN("duplicates.nothing") not in text


class TestDifference:
    @pytest.mark.parametrize(
        ("before", "after", "left", "right"),
        [
            ("10.1/x</a>", "10.1/x", "10.1/x[</a>]", "10.1/x[]"),
            ("cat", "cut", "c[a]t", "c[u]t"),
            ("", "new", "[]", "[new]"),
            ("same", "same", "same", "same"),
            ("欧, 阳修", "欧阳, 修", "欧[], [阳]修", "欧[阳], []修"),
            (
                "e\u0301te\u0301",
                "e\u0301te",
                "e\u0301t[e\u0301]",
                "e\u0301t[e]",
            ),  # a letter is whole
            ("abcdefg-x-hijklmn", "1234567-x8-90", None, None),
            ("Nature", "NATURE", "N[ature]", "N[ATURE]"),
        ],
    )
    def test_of(self, before: str, after: str, left: str | None, right: str | None) -> None:
        parts = _difference.difference(before, after)
        shown = ["".join(f"[{p.text}]" if p.changed else p.text for p in side) for side in parts]
        if left is not None:
            assert shown == [left, right]

    @given(st.text(max_size=60), st.text(max_size=60))
    def test_parts_join_to_the_values(self, before: str, after: str) -> None:
        left, right = _difference.difference(before, after)
        assert "".join(part.text for part in left) == before
        assert "".join(part.text for part in right) == after
        same = [[part.text for part in side if not part.changed] for side in (left, right)]
        assert same[0] == same[1]

    def test_of_long_values_is_bounded(self) -> None:
        """Ten megabytes that differ at their end: the end is shown, and soon."""
        long = "a" * 10_000_000
        left, _ = _difference.difference(long + "b", long + "c")
        assert left[-1] == (True, "b") or left[-2] == (True, "b")
        shown = _difference.windowed(left)
        assert sum(len(part.text) for part in shown) < 200

    def test_a_changed_blank_is_named(self) -> None:
        finding = Finding("title", "a blank", "a\u00a0b", "a b", code="ENC006", name="n")
        of = replace(audit(0), findings=[finding], rule_counts=(RuleCount("ENC006", "", 1, 1),))
        assert "a<del>U+00A0</del>b" in page(of)

    def test_a_long_value_says_how_long_it_is(self) -> None:
        text = page(audit(100))
        assert re.search(f"…</bdi> <small><span data-t=\\d+>{len(LONG[2] * 20):,} characters", text)


def test_a_file_that_could_not_be_evaluated_is_named_first() -> None:
    broken = SourceSummary("scans/<b>.bib", "", "", error="a binary file, not text")
    text = page(replace(audit(0), sources=(broken,)))
    assert "1 file could not be evaluated" in text
    said = r"scans/&lt;b&gt;\.bib</bdi>: <span data-t=\d+>a binary file, not text</span>"
    assert re.search(said, text)
