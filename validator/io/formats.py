"""The formats that are read: what they are called, and which module reads them."""

from __future__ import annotations

from typing import NamedTuple


class Format(NamedTuple):
    """A format that is read: the module of its reader, and what to call it."""

    name: str
    module: str
    title: str
    suffixes: str
    places: str  # what a field's place is given by
    binary: bool = False  # read as bytes: the format says itself what its characters are


PLACED, ITEM, LINE = "line and column", "line of item", "line"
NUMBER = "record number"

TEXTS = (
    ("bibtex", "bibtex", "BibTeX and BibLaTeX", ".bib .bibtex", PLACED),
    ("ris", "tagged.ris", "RIS", ".ris", PLACED),
    ("nbib", "tagged.nbib", "MEDLINE: PubMed, ERIC", ".nbib .medline", PLACED),
    ("wos", "tagged.wos", "Web of Science, tagged", ".ciw .isi", PLACED),
    ("ovid", "tagged.ovid", "Ovid: names of fields, or tags", ".ovd", PLACED),
    ("cochrane", "tagged.cochrane", "Cochrane Library, text", ".txt", PLACED),
    ("refworks", "tagged.refworks", "RefWorks tagged: CNKI, VIP", ".txt", PLACED),
    ("refer", "tagged.refer", "Refer, EndNote %: ENW, CNKI, Wanfang", ".enw", PLACED),
    ("noteexpress", "tagged.noteexpress", "NoteExpress: CNKI, Wanfang", ".net", PLACED),
    ("cnki-study", "tagged.cnki_study", "E-Study and custom: CNKI", ".txt", PLACED),
    ("cn-page", "cn_page.page", "record page of a Chinese platform", ".txt", LINE),
    ("csl-json", "json.csl_json", "CSL-JSON, an array or one object", ".json", ITEM),
    ("csl-jsonl", "json.csl_json", "CSL-JSON, an object a line", ".jsonl .ndjson", LINE),
    ("crossref-json", "json.crossref", "Crossref JSON: works, lists, answers", "", ITEM),
    ("openalex", "json.openalex", "OpenAlex: works, lists, answers", "", ITEM),
    ("datacite-json", "json.datacite", "DataCite JSON: DOIs, lists, answers", "", ITEM),
    ("zotero-json", "json.zotero", "Zotero JSON: API, Better BibTeX", "", ITEM),
    ("europepmc-json", "json.europe_pmc", "Europe PMC JSON", "", ITEM),
    ("semantic-scholar", "json.semantic_scholar", "Semantic Scholar", "", ITEM),
    ("arxiv-json", "json.arxiv", "arXiv: its public snapshot", "", ITEM),
    ("marc-json", "marc.json", "MARC as JSON: MARC 21, UNIMARC", ".mij .ndj", ITEM),
    ("mrk", "marc.mnemonic", "MarcEdit text: MARC 21, UNIMARC", ".mrk .mrk8", PLACED),
    ("pica", "pica.plain", "PICA Plain: GBV, K10plus", ".pica", PLACED),
    ("csv", "tables.delimited", "CSV, TSV, semicolons", ".csv .tsv .tab", PLACED),
)
BINARY = (
    ("workbook", "tables.workbooks", "XLSX, XLS, ODS", ".xlsx .xlsm .xls .ods", "row"),
    ("parquet", "tables.columnar", "Parquet, Arrow", ".parquet .arrow .feather", NUMBER),
    ("sql", "tables.sql", "tables of databases", "URL", NUMBER),
    ("marc", "marc", "ISO 2709: MARC 21, UNIMARC", ".mrc .marc", NUMBER),
    ("marcxml", "marc.xml", "MARCXML, MarcXchange", ".xml", LINE),
    ("turbomarc", "marc.turbo", "TurboMARC: MARC 21, UNIMARC", ".xml", LINE),
    ("pica-xml", "pica.xml", "PICA XML, PPXML: GBV, K10plus", ".xml", LINE),
    ("mods", "xml.mods", "MODS", ".mods .xml", LINE),
    ("dublin-core", "xml.dublin_core", "Dublin Core, OAI-PMH", ".xml", LINE),
    ("pubmed-xml", "xml.pubmed_xml", "PubMed XML", ".xml", LINE),
    ("jats", "xml.jats", "JATS, articles of PubMed Central", ".nxml .xml", LINE),
    ("jstage-xml", "xml.jstage", "J-STAGE, answers of its search", ".xml", LINE),
    ("arxiv-xml", "xml.arxiv", "arXiv: OAI-PMH, answers of its search", ".xml", LINE),
    ("endnote-xml", "xml.endnote_xml", "EndNote XML", ".xml", LINE),
    ("word-sources", "xml.word", "Word: the sources of its bibliography", ".xml", LINE),
    ("crossref-xml", "xml.crossref_xml", "Crossref XML", ".xml", LINE),
    ("datacite-xml", "xml.datacite_xml", "DataCite XML", ".xml", LINE),
)
"""Formats that are no text, or say themselves what their characters are, as XML does."""

FORMATS = {
    form.name: form
    for form in (
        *(Format(*row) for row in TEXTS),
        *(Format(*row, binary=True) for row in BINARY),
    )
}
ANYTHING = frozenset(("workbook", "parquet"))
"""Formats that hold other things as well as records: their readers tell by ``is_known``."""
