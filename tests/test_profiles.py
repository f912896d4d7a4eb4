"""Profiles: data files that say which absences count, and one finding for each."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from validator import profiles
from validator.asking import observed, run
from validator.config import Settings, load, shown
from validator.errors import UsageError
from validator.finding import Finding
from validator.packs import load_rules
from validator.profiles import PROFILES, elements, expects_doi, requires
from validator.profiles.default import TABLE
from validator.record import Name, Provenance, Record, attribute_of
from validator.registry import RULES
from validator.text.dates import Date
from validator.vocabulary import CSL_TYPES

load_rules()
FOLDER = Path(profiles.__file__).parent
ABSENCE = ("AUT001", "DAT001", "DOI003", "JNL001", "TIT001", "TYP002", "VOL002")
"""The rules that speak of what is not there."""

COMPLETE = Record(
    title="On the shelving of small volumes",
    author=(Name("Roe", "Jo"),),
    editor=(Name("Doe", "Al"),),
    container_title="Annals of shelving",
    publisher="Wooden Press",
    publisher_place="Utrecht",
    issued=Date("2019", 2019, 5, 6),
    volume="3",
    issue="1",
    page="11-19",
    number="8",
    genre="PhD thesis",
    doi="10.1000/182",
    isbn="9780306406157",
    issn="0378-5955",
    url="https://example.org/a",
    language="en",
    provenance=Provenance("x.bib", "bibtex", 1),
)


def absences(record: Record, profile: str) -> list[Finding]:
    """What the rules of absence say of a record under a profile."""
    settings = Settings(profile=profile)
    found: list[Finding] = []
    for code in ABSENCE:
        rule = RULES[code]
        if rule.observe:
            fact = observed(rule, record, settings)
            found += [finding for _, finding in rule.check([fact])] if fact else []
        else:
            found += run(rule, record, settings)
    return found


PAIRS = [
    pytest.param(profile, record_type, id=f"{profile}-{record_type}")
    for profile in PROFILES
    for record_type in sorted(CSL_TYPES)
]


@pytest.mark.parametrize(("profile", "record_type"), PAIRS)
def test_a_complete_record_has_no_finding(profile: str, record_type: str) -> None:
    assert not absences(replace(COMPLETE, type=record_type), profile)


@pytest.mark.parametrize(("profile", "record_type"), PAIRS)
def test_each_loss_is_found_once(profile: str, record_type: str) -> None:
    """By TYP002 or by the rule that owns the absence, and not by both."""
    for element in elements(profile, record_type):
        lost: dict[str, Any] = {
            attribute_of(variable): () if variable in ("author", "editor") else ""
            for variable in element.variables
        }
        if "issued" in element.variables:
            lost["issued"] = None
        if element.variables == ("author",):  # AUT001 takes an editor for an author
            lost["editor"] = ()
        if (record_type, element.variables) == ("report", ("publisher",)):
            lost["url"] = ""  # by its number and address a report is found
        lost |= dict.fromkeys(map(attribute_of, element.unless), "")
        found = absences(replace(COMPLETE, type=record_type, **lost), profile)
        about = [f for f in found if f.variable in element.variables]
        if len(element.variables) > 1:
            about = [f for f in about if "type and year" not in f.message]  # DOI003, of the DOI
        assert len(about) == 1, (element, found)


def test_the_default_is_read_without_toml() -> None:
    """Its table is that of default.toml, which is there to be copied."""
    table = tomllib.loads((FOLDER / "default.toml").read_text(encoding="utf-8"))
    assert table == TABLE


@pytest.mark.parametrize("name", PROFILES)
def test_each_names_its_source(name: str) -> None:
    assert len(profiles.load(name).source) > 20


def test_every_file_has_its_name() -> None:
    files = {path.stem for path in FOLDER.glob("*.toml")}
    assert files == set(PROFILES) - {"gbt7714"}
    assert profiles.load("gbt7714") is not profiles.load("gbt7714-2015")
    assert profiles.load("gbt7714").name == "gbt7714-2025"


def own(folder: Path, text: str) -> str:
    path = folder / "house.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


class TestAFileOfTheUsers:
    def test_what_it_says_counts(self, tmp_path: Path) -> None:
        path = own(tmp_path, '[required]\nbook = ["ISBN or DOI"]\n"*" = []\n')
        record = replace(COMPLETE, type="book", isbn="", doi="", publisher="")
        assert [f.message for f in absences(record, path)] == ["no ISBN or DOI"]
        assert not requires(path, Record(type="article-journal"), "container-title")

    def test_it_may_extend_another(self, tmp_path: Path) -> None:
        path = own(tmp_path, 'extends = "crossref"\n[required]\nbook = []\n[doi]\nsince = 2010\n')
        assert elements(path, "book") == ()
        assert elements(path, "thesis") == elements("crossref", "thesis")
        assert not expects_doi("thesis", "en", year=2009, profile=path)
        assert expects_doi("thesis", "en", year=2010, profile=path)

    def test_years_and_languages(self, tmp_path: Path) -> None:
        path = own(
            tmp_path,
            "[required]\nmap = ["
            '{ needs = "publisher", since = 1900, not-in = ["zh"] },'
            '{ needs = "ISBN", in = ["de"] }]',
        )
        bare = replace(COMPLETE, type="map", publisher="", isbn="")

        def said(**changes: object) -> list[str]:
            return [f.message for f in absences(replace(bare, **changes), path)]  # type: ignore[arg-type]

        assert said() == ["no publisher"]
        assert said(issued=Date("1899", 1899)) == []
        assert said(language="zh-CN") == []
        assert said(language="Deutsch") == ["no publisher", "no ISBN"]

    def test_what_another_variable_stands_for(self, tmp_path: Path) -> None:
        path = own(
            tmp_path, '[required]\nmap = [{ needs = "publisher-place", unless = "URL or DOI" }]'
        )
        bare = replace(COMPLETE, type="map", publisher_place="", url="", doi="")
        assert [f.message for f in absences(bare, path)] == ["no publisher-place"]
        assert not absences(replace(bare, url="https://example.org/map"), path)
        assert not absences(replace(bare, doi="10.1000/182"), path)

    def test_volumes_and_pages_of_articles(self, tmp_path: Path) -> None:
        """VOL002 asks for what the profile asks for; an element of its own is TYP002's."""
        bare = replace(COMPLETE, type="article-journal", volume="", issue="", page="", number="")

        def said(row: str, **changes: object) -> list[str]:
            folder = tmp_path / str(
                len(list(tmp_path.iterdir()))
            )  # profiles are remembered by path
            folder.mkdir()
            path = own(folder, f"[required]\narticle-journal = [{row}]\n")
            return [f.message for f in absences(replace(bare, **changes), path)]  # type: ignore[arg-type]

        assert said("") == []
        assert said('"volume or issue"') == ["neither volume nor issue"]
        assert said('"page or number"') == ["neither pages nor article number"]
        both = '"volume or issue", "page or number"'
        assert said(both) == ["no volume, issue, pages or article number"]
        assert said(both, volume="3", number="e1") == []
        assert said('"volume"', issue="3") == ["no volume"]
        assert said('{ needs = "volume or issue", since = 1900 }', issued=Date("1850", 1850)) == []
        assert said('{ needs = "volume or issue", not-in = ["zh"] }', language="zh") == []
        assert said('{ needs = "page or number", unless = "DOI" }') == []

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("requierd = 1", "unknown key 'requierd'; did you mean 'required'?"),
            ("[doi]\nsinse = 1", "[doi]: unknown key 'sinse'; did you mean 'since'?"),
            (
                "[required]\narticle-jounral = []",
                "unknown type 'article-jounral'; did you mean 'article-journal'?",
            ),
            ('[doi]\ntypes = ["boook"]', "unknown type 'boook'; did you mean 'book'?"),
            (
                '[required]\nbook = ["publsher or DOI"]',
                "[required] book: unknown variable 'publsher'; did you mean 'publisher'?",
            ),
            ('[required]\nbook = ["doi"]', "unknown variable 'doi'; did you mean 'DOI'?"),
            ('[required]\nbook = [{ neds = "DOI" }]', "unknown key 'neds'; did you mean 'needs'?"),
            (
                '[required]\nbook = [{ needs = "publisher", unless = "ULR" }]',
                "unknown variable 'ULR'; did you mean 'URL'?",
            ),
            ('[required]\nbook = [{ needs = "publisher", unless = [] }]', "variables are wanted"),
            ("[required]\nbook = [3]", "variables are wanted"),
            ('[required]\nbook = "DOI"', "a list is wanted"),
            ("required = 3", "required: a table is wanted"),
            ('[doi]\nsince = "2000"', "since: a year is wanted"),
            ("[doi]\ntypes = 3", "a list of strings is wanted"),
            ('extends = "crosref"', "no profile 'crosref'; did you mean 'crossref'?"),
            ("x = [", "house.toml"),
        ],
    )
    def test_what_is_refused(self, tmp_path: Path, text: str, message: str) -> None:
        path = own(tmp_path, text)
        with pytest.raises(UsageError) as caught:
            load([], {"profile": path}, isolated=True)
        assert message in str(caught.value)
        assert path in str(caught.value)

    def test_a_path_counts_from_the_configuration(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "conf").mkdir()
        own(tmp_path / "conf", '[required]\nbook = ["ISBN"]')
        config = tmp_path / "conf" / "bibvalidator.toml"
        config.write_text('profile = "./house.toml"', encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        settings = load([], {}, config=str(config)).settings
        assert settings.profile == "./conf/house.toml"  # the same on every machine
        assert requires(settings.profile, Record(type="book"), "ISBN")
        assert shown(settings)["profile"] == "./conf/house.toml"

    def test_a_missing_file_and_an_unknown_name(self) -> None:
        with pytest.raises(UsageError, match=r"no profile nowhere\.toml"):
            load([], {"profile": "nowhere.toml"}, isolated=True)
        with pytest.raises(UsageError, match="one of default, biblatex, crossref"):
            load([], {"profile": "crosref"}, isolated=True)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"issued": Date("1999", 1999)}, []),  # before the year from which it is wanted
        ({"issued": Date("2010", 2010)}, ["no author, editor or organisation"]),
        ({"issued": Date("2010", 2010), "language": "zh-CN"}, []),
        ({"issued": Date("2010", 2010), "doi": "10.1000/x"}, []),  # what stands for it
    ],
)
def test_an_absence_with_a_rule_of_its_own_counts_by_year_and_language_too(
    changes: dict[str, Any], says: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "own.toml"
    element = '{ needs = "author", since = 2000, not-in = ["zh"], unless = "DOI" }'
    path.write_text(f"[required]\nbook = [{element}]\n", encoding="utf-8")
    record = Record(type="book", title="T", **changes)
    found = run(RULES["AUT001"], record, Settings(profile=str(path)))
    assert [finding.message for finding in found] == says
