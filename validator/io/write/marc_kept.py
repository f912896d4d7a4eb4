"""The fields of a record that was read from MARC 21: those stay that say what the record says."""

from __future__ import annotations

from validator.io.marc.dialects import MARC21, Dialects
from validator.io.marc.records import LEADER, as_read
from validator.io.rewrite.comparing import changes, values_of
from validator.io.write.marc_fields import FieldText, fields_of, read_back
from validator.io.write.marc_merged import effect, is_alike, merged
from validator.record import Record

_GROUPS = {
    "001": "id",
    "100 110 700 710 720": "author editor translator",
    "245": "title",
    "260 264": "publisher publisher-place issued",
    "773": "container-title container-title-short volume issue page",
    "490 830 440": "collection-title",
    "050 080 082 084": "classification",
    "024": "DOI arxiv PMID PMCID other-id",
    "010": "other-id",
    "020": "ISBN",
    "022 773": "ISSN",
    "246 880": "original-title",
    "880": "original-author original-publisher original-publisher-place original-keyword"
    " original-abstract original-container-title",
    "250": "edition",
    "300": "number-of-pages page",
    "500 501 504 538 546": "note",
    "502": "genre",
    "520": "abstract",
    "600 610 611 630 648 650 651": "index-keyword",
    "653": "keyword",
    "711 111": "event-title",
    "856": "URL DOI",
    "008 041": "language issued type",
}
_TAGS: dict[str, set[str]] = {}
for _tags, _variables in _GROUPS.items():
    for _variable in _variables.split():
        _TAGS.setdefault(_variable, set()).update(_tags.split())
"""Variable -> the tags that say it."""


def kept_fields(record: Record) -> tuple[str, list[FieldText]] | None:
    """The leader and the fields of a record of MARC 21, changed only where it says something else;
    None for a record of another format."""
    if record.provenance.format not in ("marc", "marcxml"):
        return None
    stood = [(field.name, field.value) for field in record.raw if field.name != LEADER]
    leader = next((field.value for field in record.raw if field.name == LEADER), "")
    leader = f"{leader:24}"[:24]
    tags = [tag.zfill(3) for tag, _ in stood]
    texts = [value for _, value in stood]
    if not stood or Dialects().of(leader, tags, texts) != MARC21:
        return None
    plain = as_read(texts)
    before = read_back(leader, list(zip(tags, plain, strict=True)))
    changed = {change.variable for change in changes(values_of(before), values_of(record))}
    old = list(zip(tags, texts, strict=True))
    if not changed:
        return leader, old
    built, new, _ = fields_of(record)
    if "type" in changed:
        leader = leader[:6] + built[6:8] + leader[8:]
    concerned = set().union(*(_TAGS.get(name, set()) for name in changed))
    wanted = [field for field in new if field[0] in concerned or _is_line(field, changed)]
    fields: list[FieldText | None] = []
    changing: list[int] = []  # places of fields that say something else now
    for (tag, value), text in zip(old, plain, strict=True):
        if tag not in concerned or not _is_read(tag, value):
            fields.append((tag, value))
        elif tag == "008":
            coded = next((said for other, said in new if other == tag), value)
            fields.append((tag, _recoded(value, coded)))
            wanted = [field for field in wanted if field[0] != tag]
        elif same := next((one for one in wanted if _same(one, (tag, text))), None):
            wanted.remove(same)
            fields.append((tag, value))
        else:
            changing.append(len(fields))
            fields.append(None)
    rest = []
    for one in wanted:
        place = next((p for p in changing if is_alike(one[0], old[p][0])), None)
        if place is None:
            rest.append(one)
        else:
            changing.remove(place)
            fields[place] = merged(one, old[place])
    kept = [field for field in fields if field is not None]
    for tag, value in rest:
        place = next((i for i, (other, _) in enumerate(kept) if other > tag), len(kept))
        kept.insert(place, (tag, value))
    return leader, kept


def _is_line(field: FieldText, changed: set[str]) -> bool:
    """Whether a field is a line for one of these variables."""
    tag, value = field
    return tag == "590" and value[4:].partition(": ")[0] in changed


def _is_read(tag: str, value: str) -> bool:
    """Whether the reader makes anything of a field."""
    return bool(effect(tag, value))


def _same(one: FieldText, other: FieldText) -> bool:
    return one[0] == other[0] and effect(*one) == effect(*other)


def _recoded(value: str, coded: str) -> str:
    """Field 008 with the year and the language of another."""
    value = f"{value:40}"
    year = coded[7:11] if coded[7:11].strip() else value[7:11]
    language = coded[35:38] if coded[35:38].strip() else value[35:38]
    return value[:7] + year + value[11:35] + language + value[38:]
