"""Prints docs/formats.md, what each format holds: python tests/make_formats_page.py."""

from __future__ import annotations

from collections.abc import Mapping

from validator.io.write import HOLDS
from validator.io.write.places import PARALLELS, READ_FROM_NOTES
from validator.vocabulary import CSL_TYPES

TITLES = {
    "bibtex": "BibTeX",
    "ris": "RIS",
    "csl-json": "CSL-JSON",
    "csv": "CSV, TSV, XLSX, Parquet",
    "endnote-xml": "EndNote XML",
    "marc": "MARC 21",
}
NAMES = {
    ("bibtex", "type"): "the entry type, `entrysubtype`",
    ("bibtex", "issued"): "`year`, `month`, `day`, `date`",
    ("bibtex", "arxiv"): "`eprint`, `archiveprefix`",
    ("bibtex", "other-id"): "`lccn`, `hdl` ...",
    ("ris", "issued"): "`PY`, `DA`",
    ("ris", "page"): "`SP`, `EP`",
    ("csl-json", "other-id"): "`custom`",
    ("csv", "other-id"): "`lccn`, `hdl` ...",
    ("endnote-xml", "issued"): "`year`, `date`",
    ("marc", "author"): "`100`, `110`, `700`, `710`",
    ("marc", "editor"): "`700`, `710` with `$4` edt",
    ("marc", "translator"): "`700`, `710` with `$4` trl",
    ("marc", "issued"): "`264`, `008`",
    ("marc", "other-id"): "`010`, `024`",
}
NOTE, NOTE_READ = "note *", "note"
TEXT = """
# What the formats hold

Made by `python tests/make_formats_page.py`. A record that is converted has its variables in these
fields. "note" is a line `variable: value` of the note (`N1` in RIS, `notes` in EndNote XML), which
our readers, CSL and Zotero read again; "note *" is a line that people alone read, in BibTeX of
`annote`, which the common styles do not print. Behind a field stand the types that have it there,
where they are not all or most.

- Fields that fill no variable are such lines, too: `name: value`; where source and target are one
  format they stay fields. In BibTeX and CSL-JSON a value of the same format stays as it was
  written, with its braces, formulas and further keys, while it says what the record says.
- BibTeX has no key with blanks, braces, commas, quotation marks, `#`, `%`, `~`, `=`, brackets or
  backslashes: they become `_`, and eight digits of the checksum of the id follow, so that two ids
  stay two. An entry without an id gets one of its first author, its year and a checksum.
- White space is collapsed in BibTeX and RIS; only notes keep their lines, and of BibTeX they are
  read as one: a line that another format reads again becomes one there. NUL is left out of all
  but JSON; in XML other control characters are U+FFFD, as are bytes that no charset could read, in
  MARC 21, too, where the format's own marks are left out. Data are not altered otherwise: a cell
  that begins with `=` stays so.
- A type that BibTeX has not is `@misc` with the CSL type as its `entrysubtype`; one that RIS has
  not is its nearest code, with a line `type: ...` of the note.
- ORCID iDs of authors are `author+an:orcid` in BibTeX, `ORCID` of a name in CSL-JSON, a column
  in tables, and lines of the note in RIS and EndNote XML. Affiliations of a person are held by
  CSL-JSON alone.
- A name or keyword that would be read as something else has braces around it (BibTeX, names), or a
  semicolon behind it (keywords with a comma in RIS and tables). One with a semicolon becomes
  several in RIS, tables and EndNote XML.
- A `container-title-short` that is the title itself is not written in RIS and EndNote XML. A note
  that is a DOI alone gives a record of RIS its DOI where that has none. Of institutions with the
  names of people in brackets ("[Ito, Ken] Tools") tables give these to the people.
- BibTeX has several affiliations as one text.
- In MARC 21 the note is field `590`, a line each, which our reader reads again. It has a line as
  well for a name or value that its own field would not give back exactly. A record of MARC 21
  keeps its fields as they stood while they say what the record says. Letters and marks apart are
  read composed, and a keyword said twice is said once. A line that is longer than a field of
  ISO 2709 is several.
- XLSX and Parquet have the columns of CSV, all of them text: no formulas, no numbers, no dates, so
  that a program that opens them changes nothing. Bytes that no charset could read are U+FFFD there.
  A cell of XLSX holds 32,767 characters: a longer value is an error that names the record. Behind
  1,048,575 records another sheet begins.
""".strip()


def page() -> str:
    """The page, in Markdown."""
    rows = [f"| variable | {' | '.join(TITLES.values())} |", "|---" * (len(TITLES) + 1) + "|"]
    for variable in HOLDS["ris"]:
        cells = (_cell(form, variable, HOLDS[form][variable]) for form in TITLES)
        rows.append(f"| `{variable}` | {' | '.join(cells)} |")
    return TEXT + "\n\n" + "\n".join(rows) + "\n"


def _cell(form: str, variable: str, fields: Mapping[str, frozenset[str]]) -> str:
    if named := NAMES.get((form, variable)):
        return named
    by_size = sorted(fields, key=lambda field: (-len(fields[field]), field))
    parts = []
    for place, field in enumerate(by_size):
        name = f"`{field}`" if field else _note(form, variable)
        types = ", ".join(sorted(fields[field]))
        is_rest = place == 0 and len(fields[field]) > len(CSL_TYPES) // 3
        parts.append(name if is_rest else f"{name} ({types})")
    return "; ".join(parts)


def _note(form: str, variable: str) -> str:
    is_read = form == "marc" or (form != "bibtex" and variable in (*READ_FROM_NOTES, *PARALLELS))
    return NOTE_READ if is_read else NOTE


if __name__ == "__main__":
    print(page(), end="")
