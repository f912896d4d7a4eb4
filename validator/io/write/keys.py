"""Keys of records: ids that BibTeX can hold, and those of records without an id."""

from __future__ import annotations

import re

from validator.record import Record

_KEY = re.compile(r"""[^\s"#%'(),={}\\~]+""")
_NO_KEY = re.compile(r"""[\s"#%'(),={}\\~]+""")


def key(record: Record) -> str:
    """The key of an entry: the id, where BibTeX can hold it; else what it can hold of it and eight
    digits of its checksum, so that two ids stay two keys. A record without an id has one made of
    its first author, its year and a checksum of what it says."""
    if _KEY.fullmatch(record.id):
        return record.id
    from hashlib import sha256

    if record.id:
        stem, said = _NO_KEY.sub("_", record.id).strip("_"), record.id
    else:
        first = str(record.author[0]) if record.author else record.title
        stem = "".join(_KEY.findall(re.split("[, ]", first)[0])) + str(record.year or "")
        said = "|".join((record.title, *map(str, record.author), record.doi, record.page))
    return f"{stem}-{sha256(said.encode('utf-8', 'replace')).hexdigest()[:8]}"
