"""What all readers of XML do: any damage is survived, hostile files are harmless, check runs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from patience import soon
from xml_samples import SAMPLES

from validator.cli import main
from validator.errors import UnreadableError
from validator.finding import Fault
from validator.io import read_text
from validator.record import Record

FORMS = sorted(SAMPLES)


def read(text: str, form: str) -> list[Record | Fault]:
    try:
        return list(read_text(text, form))
    except UnreadableError as error:
        return [Fault("COL002", str(error), record_number=0)]


@pytest.mark.parametrize("form", FORMS)
def test_the_samples_are_read_without_a_complaint(form: str) -> None:
    found = read(SAMPLES[form].text(range(1, 6)), form)
    assert [type(item) for item in found] == [Record] * 5
    assert all(
        item.title and item.volume and item.doi for item in found if isinstance(item, Record)
    )


@pytest.mark.parametrize("form", FORMS)
def test_an_empty_list_is_empty_and_another_file_is_an_error(form: str) -> None:
    sample = SAMPLES[form]
    head = sample.head + sample.tail
    assert [item.code for item in read_text(head, form) if isinstance(item, Fault)] == ["COL005"]
    with pytest.raises(UnreadableError, match="no record found"):
        list(read_text("<a><b>c</b></a>", form))


EDITS = st.lists(
    st.tuples(
        st.floats(0, 1),
        st.sampled_from(("cut", "splice", "put")),
        st.sampled_from(("<", ">", "&", '"', "</", "<!--", "]]>", "\0", "\ud800", "題", "<x>", "")),
        st.integers(1, 40),
    ),
    min_size=1,
    max_size=6,
)


@given(st.sampled_from(FORMS), EDITS)
def test_any_damage_is_survived(form: str, edits: list[tuple[float, str, str, int]]) -> None:
    text = SAMPLES[form].text(range(1, 4))
    for share, kind, piece, size in edits:
        at = int(share * len(text))
        if kind == "cut":
            text = text[:at] + text[at + size :]
        elif kind == "splice":
            text = text[:at] + text[at + size : at + 2 * size] + text[at:]
        else:
            text = text[:at] + piece + text[at:]
    numbers = [
        item.provenance.record_number if isinstance(item, Record) else item.record_number
        for item in read(text, form)
        if isinstance(item, Record) or item.code == "COL002"
    ]
    assert numbers == sorted(set(numbers))


@given(st.sampled_from(FORMS), st.floats(0, 1))
def test_a_cut_file_keeps_what_stands_before(form: str, share: float) -> None:
    sample = SAMPLES[form]
    two = len(sample.head + sample.text(range(1, 3))) - len(sample.head) - len(sample.tail)
    whole = sample.text(range(1, 4))
    cut = whole[: two + int(share * (len(whole) - two))]
    found = read(cut, form)
    assert [r.doi for r in found[:2] if isinstance(r, Record)] == [
        "10.1234/things.1",
        "10.1234/things.2",
    ]


@given(st.sampled_from(FORMS), st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_text_in_a_value(form: str, text: str) -> None:
    sample = SAMPLES[form].text(range(1, 3)).replace("study of", f"study{text}of", 1)
    found = read(sample, form)
    assert isinstance(found[-1], Record)
    assert found[-1].doi == "10.1234/things.2"


@pytest.mark.parametrize("form", FORMS)
class TestHostile:
    def test_entities_and_a_dtd_of_another_file(self, form: str, tmp_path: Path) -> None:
        secret = tmp_path / "secret.dtd"
        secret.write_text("<!ENTITY y 'stolen'>stolen", encoding="utf-8")
        uri = secret.as_uri()
        doctype = f'<!DOCTYPE x SYSTEM "{uri}" [<!ENTITY y SYSTEM "{uri}"><!ENTITY l "a&l;">]>'
        text = SAMPLES[form].text(range(1, 3)).replace("study of", "&y;&l;&undefined;")
        found = read(f"<?xml version='1.0'?>{doctype}{text}", form)
        records = [item for item in found if isinstance(item, Record)]
        assert len(records) == 2
        assert "&y;" in records[0].title
        assert "stolen" not in repr(records)

    def test_deep_and_long(self, form: str) -> None:
        sample = SAMPLES[form]
        for inside in ("<a>" * 100_000, "<a b='" + "x" * 12_000_000 + "'/>", "x" * 12_000_000):
            text = sample.text(range(1, 4)).replace("study of 2", inside, 1)
            text = text.replace("subject number 2", inside, 1)
            with soon():
                found = read(text, form)
            records = [item.doi for item in found if isinstance(item, Record)]
            assert records == ["10.1234/things.1", "10.1234/things.3"]
            assert [item.code for item in found if isinstance(item, Fault)] == ["COL002"]


@pytest.mark.parametrize("form", FORMS)
def test_check_from_end_to_end(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sample = SAMPLES[form]
    path = tmp_path / "records.xml"
    broken = sample.record.format(n=2, year=2000, volume=1, last=3).split("10.1234")[0]
    text = sample.text(range(1, 2)).removesuffix(sample.tail) + broken
    text += sample.text(range(3, 4)).removeprefix(sample.head)
    path.write_text(text, encoding="utf-8")
    code = main(["check", str(path), "--isolated", "--format", "json", "--no-duplicates"])
    told = json.loads(capsys.readouterr().out)
    assert code == 1
    assert (told["summary"]["records"], told["summary"]["unreadable"]) == (2, 1)
    lines = [f["line"] for f in told["findings"] if f["code"] == "COL002"]
    assert path.read_text(encoding="utf-8").split("\n")[lines[0] - 1].startswith("<")
