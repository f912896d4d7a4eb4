"""What holds for the exports of all databases: damage, chance, the real files, the manual."""

from __future__ import annotations

import contextlib
import importlib
import random
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from patience import soon
from shared import SHARED, needs_shared
from tagged_exports import RECORDS, file, read, read_as, spans_hold

from validator.cli import main
from validator.errors import UnreadableError, UsageError
from validator.finding import Fault
from validator.io import Input, Opened, items, read_text
from validator.record import Record

PAGES = ("nbib", "wos", "ovid", "cochrane")


def told(record: Record) -> tuple[object, ...]:
    return (
        record.title,
        record.author,
        record.container_title,
        record.doi,
        record.issued,
        record.keyword,
        record.abstract,
    )


def lines_of(text: str) -> list[str]:
    return text.splitlines(keepends=True)


DAMAGES = [
    (lambda t: "".join(lines_of(t)[1:]), "its first line lost"),
    (lambda t: "".join(lines_of(t)[:-3]) + "\n", "its last lines lost"),
    (lambda t: t[: len(t) // 2] + "\n\n", "cut in the middle"),
    (lambda t: t.replace("  ", " ").replace("\n ", "\n"), "blanks lost"),
    (lambda t: t.replace("AB", "\0\x01\x02AB"), "control characters"),
    (lambda t: t.replace("Тема", "\udcff\udcfe"), "bytes of another charset"),
    (lambda t: t.replace("\n", "\r\n"), "other line ends"),
    (lambda t: t.replace("An abstract", "long " * 20_000), "a field of 100 kB"),
    (lambda t: lines_of(t)[0] + "\n" + "".join(lines_of(t)[1:]), "a blank line inside"),
    (lambda t: t.rstrip("\n") + "\n", "no blank line behind it"),
    (lambda t: t + t, "there twice"),
    (lambda t: "".join(reversed(lines_of(t)[1:-2])).join((lines_of(t)[0], "ER\n\n")), "shuffled"),
    (lambda t: t.replace("- ", "-").replace("DI ", "DI\t"), "other blanks"),
    (lambda t: "<html>\n" + t, "something of another format before it"),
]


@pytest.mark.parametrize("form", RECORDS)
@pytest.mark.parametrize(("damage", "why"), DAMAGES, ids=[why for _, why in DAMAGES])
def test_damage_in_the_middle_costs_no_neighbour(form: str, damage: object, why: str) -> None:
    first, middle, last = (RECORDS[form].format(n=n) for n in (1, 22, 333))
    wanted = [told(record) for record in read_as(file(form, first, last), form)]
    text = file(form, first, damage(middle), last)  # type: ignore[operator]
    found = read_as(text, form)
    assert len(found) > 1
    assert [told(found[0]), told(found[-1])] == wanted, why
    numbers = [item.provenance.record_number for item in found]
    assert numbers == sorted(set(numbers))  # type: ignore[type-var]


@pytest.mark.parametrize("form", RECORDS)
def test_a_record_over_the_limit_is_passed_over(form: str, tmp_path: Path) -> None:
    from validator.config import Settings

    first, middle, last = (RECORDS[form].format(n=n) for n in (1, 22, 333))
    path = tmp_path / "big.txt"
    path.write_text(file(form, first, middle.replace("An abstract", "x" * 9000), last), "utf-8")
    with Opened(Input(str(path), "big.txt", named=True), Settings(max_record_bytes=2000)) as source:
        one, broken, three = (item for item in items(source) if not is_form(item))
    assert isinstance(broken, Fault)
    assert (broken.code, broken.record_number) == ("COL002", 2)
    assert isinstance(one, Record)
    assert isinstance(three, Record)


def is_form(item: object) -> bool:
    return isinstance(item, Fault) and item.code == "COL006"


@pytest.mark.parametrize("form", RECORDS)
@given(seed=st.integers(0, 2**32))
def test_chance_damage_is_survived(form: str, seed: int) -> None:
    chance = random.Random(seed)
    text = file(form, *(RECORDS[form].format(n=n) for n in range(1, 5)))
    for _ in range(chance.randint(1, 6)):
        a, b = sorted(chance.randrange(len(text) + 1) for _ in range(2))
        b = min(b, a + 60)
        piece = chance.choice(
            ["", "\n", "\r", "\0", "\udc80", " ", "- ", text[b : b + 40], "\ufeff"]
        )
        text = text[:a] + piece + text[b:]
    with contextlib.suppress(UnreadableError, UsageError):
        read(text, form.strip())


@pytest.mark.parametrize("form", RECORDS)
@given(text=st.text(alphabet="PMIDTAUERFN <1>-.\n\r\ufeff王\udcff\0[](),;:"))
def test_any_text_is_survived(form: str, text: str) -> None:
    with contextlib.suppress(UnreadableError):
        read(text, form.strip())


@pytest.mark.parametrize("form", RECORDS)
def test_much_of_the_same_is_read_soon(form: str) -> None:
    record = RECORDS[form].format(n=1)
    with soon():
        repeated = "".join(line * 4_000 for line in lines_of(record)[2:-2])
        assert list(read_text(file(form, lines_of(record)[0], repeated, record), form.strip()))
        assert len(list(read_text(file(form, record * 2_000), form.strip()))) == 2_000


HOSTILE = (" ", "(", "[", ";", "1 ", ". ", "doi:10.1000/.", "A. [Ed], ", "] [", "王", "\udc80")


@pytest.mark.parametrize("form", RECORDS)
@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hostile_field_is_read_soon(form: str, piece: str) -> None:
    record = RECORDS[form].format(n=1)
    text = re.sub(r"(?m)(\w.{0,3}\S)$", lambda found: found[1] + piece * 20_000 + "x", record)
    with soon():
        list(read_text(file(form, text, record), form.strip()))


@pytest.mark.parametrize("form", PAGES)
def test_the_page_names_every_tag_that_is_read(form: str) -> None:
    page = Path(__file__).parents[2] / "docs" / "formats" / f"{form}.md"
    reader = importlib.import_module(f"validator.io.tagged.{form.strip()}")
    rows = re.findall(r"^\| (`.*?`) \| (.*) \|$", page.read_text("utf-8"), re.MULTILINE)
    written = {
        tag: set(re.findall(r"`([a-zA-Z-]+)`", fills))
        for tags, fills in rows
        for tag in re.findall("`(.+?)`", tags)
    }
    written = {tag.lower(): fills for tag, fills in written.items()}
    assert written.keys() == {tag.lower() for tag in reader.MAPPED}
    for tag, variables in reader.MAPPED.items():
        assert set(variables.split(", ")) - {"id"} <= written[tag.lower()] | {""}, tag


@pytest.mark.parametrize("form", RECORDS)
def test_what_fills_a_variable_is_mapped(form: str) -> None:
    reader = importlib.import_module(f"validator.io.tagged.{form.strip()}")
    for record in read_as(file(form, RECORDS[form].format(n=1)), form):
        mapped = {tag.lower(): variables for tag, variables in reader.MAPPED.items()}
        for field in record.raw:
            if field.variable:
                assert field.variable in mapped[field.name.lower()].split(", "), field


@pytest.mark.parametrize("form", RECORDS)
def test_check_reads_it(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "export.txt"
    text = file(form, *(RECORDS[form].format(n=n) for n in (1, 2)))
    path.write_text(text.replace("10.1234/things.2", "10.1234/things 2"), "utf-8")
    assert main(["check", str(path), "--isolated", "--format", "concise"]) == 1
    line = text[: text.index("10.1234/things.2")].count("\n") + 1
    assert f"export.txt:{line}: DOI" in capsys.readouterr().out


REAL = sorted((SHARED / "data" / "formats").glob("*/*")) if SHARED.is_dir() else []
FOLDERS = ("nbib", "ovid", "wos")
OPENS = {
    "nbib": r"^(?:PMID *-|PMC +-|OWN - ERIC)",
    "ovid": r"^<\d+>\s*$",
    "wos": r"^PT [A-Z]\b",
}


class TestRealFiles:
    pytestmark = needs_shared

    @pytest.mark.parametrize("path", [p for p in REAL if p.parent.name in FOLDERS], ids=str)
    def test_the_account_adds_up(self, path: Path) -> None:
        form = path.parent.name
        with Opened(Input(str(path), path.name, named=True)) as source:
            if path.stat().st_size < 9:
                return
            assert source.format == form
            found = list(items(source))
        text = path.read_text("utf-8-sig")
        counted = [i for i in found if isinstance(i, Record) or i.code == "COL002"]
        assert len(counted) == len(re.findall(OPENS[form], text, re.MULTILINE))
        for item in found:
            if isinstance(item, Record):
                spans_hold(item, path.read_bytes().decode())
