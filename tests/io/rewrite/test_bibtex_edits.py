"""Edits of entries of BibTeX and BibLaTeX: what changes, and what stays as it stands."""

from __future__ import annotations

from typing import Any

import pytest

from validator.io import read_text
from validator.io.rewrite import MERGED_IDS, Added, parents
from validator.record import Name, OtherId, Parallel, Record

HEAD = "@article{k,\n"
CASES: list[tuple[str, dict[str, Any], str]] = [
    # values
    ("  title = {The {DNA}  of},", {"title": "The DNA of it"}, "  title = {The {DNA}  of it},"),
    ('  title = "A \\& B",', {"title": "A & C"}, '  title = "A \\& C",'),
    ("  volume = 12,", {"volume": "13"}, "  volume = 13,"),  # bare digits stay bare
    ("  volume = 12,", {"volume": "12A"}, "  volume = {12A},"),  # letters cannot
    ('  volume = "1",', {"volume": '1"2'}, '  volume = {1"2},'),  # a quote needs braces
    ("  pages = {1--5}", {"page": "1-5"}, "  pages = {1-5}"),
    ("  doi = {10.1/a\\_b},", {"DOI": "10.1/a_c"}, "  doi = {10.1/a\\_c},"),  # its way to escape
    ("  doi = {10.1/a_b},", {"DOI": "10.1/x_b"}, "  doi = {10.1/x_b},"),
    ("  langid = {ngerman},", {"language": "fr"}, "  langid = {french},"),  # babel's name
    ("  title = {题名 {X}},", {"title": "标题 X"}, "  title = {标题 {X}},"),
    ("  title = {a} # {b},", {"title": "ab c"}, "  title = {a} # {b},"),  # pieces are left
    # lists
    (
        "  author = {Gon{\\c c}alves, J. and {World Health Org} and Smith, J.},",
        {"author": "Gonçalves, J.; World Health Org; Smith, Jo"},
        "  author = {Gon{\\c c}alves, J. and {World Health Org} and Smith, Jo},",
    ),
    (
        "  author = {A, B\n     and C, D\n     and E, F},",
        {"author": "A, B; E, F"},
        "  author = {A, B\n     and E, F},",
    ),
    (
        "  author = {A, B\n     and C, D},",
        {"author": "A, B; C, D; 李, 明"},
        "  author = {A, B\n     and C, D\n     and 李, 明},",  # as the others are joined
    ),
    ("  author = {John Smth},", {"author": "Smith, John"}, "  author = {John Smith},"),  # in order
    ("  author = {Smith, John,},", {"author": "Smith, John"}, "  author = {Smith, John},"),
    ("  keywords = {a; {b, c} ; d},", {"keyword": "a; b, c; e"}, "  keywords = {a; {b, c} ; e},"),
    ("  keywords = {a,b},", {"keyword": "a; x; b"}, "  keywords = {a,x,b},"),
    # fields that go
    ("  title = {T},\n  year = 2020,\n  doi = {x}", {"issued": ""}, "  title = {T},\n  doi = {x}"),
    ("  title = {T},\n  doi = {x}", {"DOI": ""}, "  title = {T}"),  # the last, and its comma
    ("  title = {T}\n  , doi = {x}\n  , year = 1", {"DOI": ""}, "  title = {T}\n  , year = 1"),
    ("  doi = {x}, % old\n  title = {T},", {"DOI": ""}, " % old\n  title = {T},"),
    ("  title={T},year=2020,doi={x}", {"issued": ""}, "  title={T},doi={x}"),  # in a line
    # fields that come
    ("  title   = {T},\n  author  = {A},", {"volume": "1"}, "\n  volume  = {1},"),  # = aligned
    ("  title= {T},\n  author= {A},", {"volume": "1"}, "\n  volume= {1},"),
    ('  title = "T",\n  year = 2020', {"volume": "1"}, ",\n  volume = 1"),
    ('  title = "T",\n  journal = "J"', {"volume": "1"}, ',\n  volume = "1"'),
    ("  TITLE = {T},\n  YEAR = {1}", {"volume": "1"}, ",\n  VOLUME = {1}"),
    ("  title = {T}\n, year = {2020}", {"volume": "1"}, "\n, volume = {1}"),
    ("\ttitle = {T},\r\n\tyear = {2020},\r", {"volume": "1"}, "\r\n\tvolume = {1},"),
    ("  title = {T},", {"publisher-place": "Köln"}, "\n  address = {Köln},"),
    ("  journaltitle = {T},", {"publisher-place": "Köln"}, "\n  location = {Köln},"),
    ("  title = {T},", {"title": "T", "DOI": "10.1/a_b%c"}, "\n  doi = {10.1/a_b%c},"),
    ("  title = {T},", {"other-id": (OtherId("lccn", "n1"),)}, "\n  lccn = {n1},"),
    ("  title = {T},", {"suppression": "ignore DOI003"}, "\n  bibvalidator = {ignore DOI003},"),
    (
        "  title = {T},",
        {"arXiv": "2101.00001"},
        "\n  eprint = {2101.00001},\n  archiveprefix = {arXiv},",
    ),
    (
        "  date = {1},",
        {"arXiv": "2101.00001"},
        "\n  eprint = {2101.00001},\n  eprinttype = {arXiv},",
    ),
    ("  title = {T},", {"parallel": Parallel(title="Тема")}, "\n  title_translated = {Тема},"),
    ("  title = {题名},", {"parallel": Parallel(title="A title")}, "\n  title_en = {A title},"),
    (
        "  author = {Doe, J},",
        {"author": (Name("Doe", "J", orcid="0000-0002-1825-0097"),)},
        '\n  author+an:orcid = {1="0000-0002-1825-0097"},',
    ),
    # dates
    ("  year = 2020,", {"issued": "2021"}, "  year = 2021,"),
    ("  year = 2020,\n  month = jan,", {"issued": "2020-02"}, "  year = 2020,\n  month = feb,"),
    ("  year = 2020,\n  month = {01},", {"issued": "2020-02"}, "  month = {02},"),
    ("  year = 2020,\n  month = jan,", {"issued": "2020"}, "  year = 2020,\n"),
    ("  year = {2020},", {"issued": "2020-05"}, "  year = {2020},\n  month = may,"),
    ("  date = {2020-05-01},", {"issued": "2020-06-01"}, "  date = {2020-06-01},"),
    ("  year = {2O20},", {"issued": "2020"}, "  year = {2020},"),
    # several fields
    (
        "  title = {Main},\n  subtitle = {The {S}ub},",
        {"title": "Main: The Subs"},
        "  title = {Main},\n  subtitle = {The {S}ubs},",
    ),
    (
        "  title = {Mian {X}},\n  subtitle = {Sub},",
        {"title": "Main X: Sub"},
        "  title = {Main {X}},\n  subtitle = {Sub},",
    ),
    ("  title = {Main},\n  subtitle = {Sub},\n  year = 1,", {"title": ""}, HEAD + "  year = 1,"),
    ("  year = 1,\n  title = {A},\n  title = {B},", {"title": ""}, HEAD + "  year = 1,\n}"),
    ("  title = % {no}\n    {T},\n  year = 1", {"title": "U"}, "  title = % {no}\n    {U},\n"),
    ("  title = {A},\n  title = {B},", {"title": "C"}, "  title = {C},\n  title = {B},"),  # first
    # comments and odd signs inside
    ("  title = {T}, % why\n  % and so\n  year = 1", {"issued": "2"}, "% and so\n  year = 2"),
    ("  title = {50\\% of},", {"title": "51% of"}, "  title = {51\\% of},"),
    ("  title = {T},", {"title": "a } b { c"}, "\\textbraceright{} b \\textbraceleft{} c},"),
]


@pytest.mark.parametrize(("fields", "changes", "after"), CASES)
def test_only_what_changes_is_edited(
    edited: Any, fields: str, changes: dict[str, Any], after: str
) -> None:
    text = f"% before\n{HEAD}{fields}\n}}\n% behind @x{{\n"
    result, left = edited(text, "bibtex", changes)
    assert after in result
    assert result.startswith(f"% before\n{HEAD}"[:12])
    assert result.endswith("\n% behind @x{\n")
    assert bool(left) == (result == text)


@pytest.mark.parametrize(
    ("word", "new", "after"),
    [
        ("article", "book", "@book{"),
        ("ARTICLE", "book", "@BOOK{"),
        ("Misc", "thesis", "@Thesis{"),
    ],
)
def test_the_word_of_the_type(edited: Any, word: str, new: str, after: str) -> None:
    assert after in edited(f"@{word}{{k, title={{T}}}}", "bibtex", {"type": new})[0]


def test_the_key(edited: Any) -> None:
    text = "@book{key 1, title = {key 1 of}}"
    assert edited(text, "bibtex", {"id": "key1"})[0] == "@book{key1, title = {key 1 of}}"
    assert edited(text, "bibtex", {"id": "a,b"}) == (text, ("id",))  # would be no key


def test_an_entry_without_fields(edited: Any) -> None:
    assert edited("@book{k}", "bibtex", {"title": "T"})[0] == "@book{k, title = {T}}"
    assert edited("@book{k,\n}", "bibtex", {"title": "T"})[0] == "@book{k,\n  title = {T}\n}"


SHARED = [
    ("@string{jacm = {J. ACM}}\n@article{k, journal = jacm}", {"container-title": "JACM"}, False),
    ("@article{k, journal = jacm}", {"container-title": "JACM"}, False),  # a macro of elsewhere
    (
        "@article{k, title = {T}, crossref = {p}}\n@book{p, title = {W}, publisher = {P}}",
        {"publisher": "Q"},  # inherited
        False,
    ),
    (
        "@inbook{k, booktitle = {T}, crossref = {p}}\n@book{p, title = {W}}",
        {"container-title": ""},  # would be inherited then
        False,
    ),
    ("@article{k, pages = {1}, xdata = {x}}\n@xdata{x, y = {1}}", {"page": ""}, False),
    ("@book{p, title = {W}}", {"title": "V"}, True),  # children have it, too
    ("@book{p, title = {W}}", {"id": "q"}, True),
    ("% bibvalidator: ignore DOI003\n@book{p, title = {W}}", {"suppression": ""}, False),
]


@pytest.mark.parametrize(("text", "changes", "shared"), SHARED)
def test_what_others_share_is_left(
    edited: Any, text: str, changes: dict[str, Any], shared: bool
) -> None:
    assert edited(text, "bibtex", changes, shared=shared) == (text, tuple(changes))


def test_what_no_child_inherits_is_edited(edited: Any) -> None:
    text = "@book{p, title = {W}, doi = {10.1/X}}"
    after, left = edited(text, "bibtex", {"DOI": "10.1/x"}, shared=True)
    assert not left
    assert "10.1/x" in after
    child = "@inbook{k, pages = {1}, crossref = {p}}\n@book{p, title = {W}, pages = {2}}"
    assert edited(child, "bibtex", {"page": ""})[0].startswith("@inbook{k, crossref")


def test_a_value_of_another_field_is_added_beside_a_macro(edited: Any) -> None:
    text = "@string{a = {X}}\n@article{k, journal = a, year = 2020}"
    after, left = edited(text, "bibtex", {"volume": "3", "container-title": "Y"})
    assert after.endswith("year = 2020, volume = 3}")
    assert left == ("container-title",)


ADDED = [
    (Added(MERGED_IDS, "a; b"), "title = {T}", "ids = {a, b}"),
    (Added(MERGED_IDS, "a; b"), "ids = {z,a}", "ids = {z,a, b}"),
    (Added(MERGED_IDS, "a b"), "title = {T}", "note = {merged ids: a b}"),  # no key of BibTeX
    (Added("file", "x_y.pdf", "{x_y.pdf}"), "title = {T}", "file = {x_y.pdf}"),  # as it stood
    (Added("file", "y", "{y}"), "file = {x}", "note = {file: y}"),  # it has one: a line of the note
    (Added("file", "y"), "note = {N}", "note = {N\nfile: y}"),  # of another format
    (Added("file", "y"), "note = {N\n  file: y\n  x: z}", "note = {N\n  file: y\n  x: z}"),  # there
    (Added("file", "y"), "note = n", None),  # a macro
    (
        Added("title_en", "y", "{y}"),
        "title = {T}",
        "note = {title\\_en: y}",
    ),  # as a field it would fill a variable
    (Added("odd", "y", "{y"), "title = {T}", "note = {odd: y}"),  # broken
]


@pytest.mark.parametrize(("added", "field", "after"), ADDED)
def test_fields_of_merged_entries(edited: Any, added: Added, field: str, after: str | None) -> None:
    text = f"@book{{k,\n  {field}\n}}"
    result, left = edited(text, "bibtex", {}, [added])
    assert (after is None) == (left == (added.name,))
    assert (after or field) in result


def test_parents() -> None:
    text = "@book{k, crossref = {Par, X}, xdata = {s1, S2}}"
    record = next(item for item in read_text(text, "bibtex") if isinstance(item, Record))
    assert parents(record) == ("par", "x", "s1", "s2")


def test_changes_that_only_go_together(edited: Any) -> None:
    """The number of a report is the issue of an article: the type alone would change both."""
    changes = {"type": "article-journal", "issue": "3", "number": ""}
    text = "@misc{k, title = {T}, number = {3}}"
    after = "@article{k, title = {T}, number = {3}}"
    assert edited(text, "bibtex", changes) == (after, ())


def test_a_name_becomes_several(edited: Any) -> None:
    text = '@book{k, author = {Doe, J; Roe, K and M{\\"u}ller, A}}'
    after = '@book{k, author = {Doe, J and Roe, K and M{\\"u}ller, A}}'
    assert edited(text, "bibtex", {"author": "Doe, J; Roe, K; Müller, A"}) == (after, ())


def test_added_fields_come_in_the_order_of_a_record(edited: Any) -> None:
    changes = {"DOI": "10.1/x", "title": "T", "publisher": "P", "parallel": Parallel(title="题")}
    after, _ = edited("@book{k, year = 1}", "bibtex", changes)
    assert (
        after == "@book{k, year = 1, title = {T}, publisher = {P}, doi = {10.1/x}, title_zh = {题}}"
    )
