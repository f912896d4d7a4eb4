"""The type of a MODS record: by its genre, else by its host, its issuance and its resource."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from validator.io import types

GENRES = {
    "academic journal": "",  # says what the host is
    "academicjournal": "",
    "theses": "thesis",
    "phdthesis": "thesis",
    "doctoral": "thesis",
    "electronicthesisordissertation": "thesis",
    "conferencepublication": "paper-conference",
    "conferenceproceeding": "paper-conference",
    "technicalreport": "report",
    "governmentpublication": "report",
    "legislation": "legislation",
    "letter": "personal_communication",
    "correspondence": "personal_communication",
    "brief": "personal_communication",
    "photograph": "graphic",
    "picture": "graphic",
    "website": "webpage",
    "preprint": "article",
    "postprint": "article-journal",
    "periodical": "periodical",
    "text": "",  # of RDA, says nothing
}
"""Genres, letters alone, that mean something else than in other formats."""
RESOURCES = {
    "stillimage": "graphic",
    "movingimage": "motion_picture",
    "soundrecording": "song",
    "soundrecordingmusical": "song",
    "soundrecordingnonmusical": "song",
    "notatedmusic": "musical_score",
    "cartographic": "map",
    "softwaremultimedia": "software",
    "threedimensionalobject": "graphic",
    "dataset": "dataset",
}
"""Kinds of resource, letters alone."""
_WHOLE = ("monographic", "single unit", "multipart monograph")
_JOURNALS = ("academicjournal", "journal", "periodical", "serial", "zeitschrift", "期刊")
_CONFERENCES = ("conferencepublication", "proceedings", "conferenceproceedings", "会议录")


def _letters(text: str) -> str:
    return re.sub(r"[\W_\d]", "", text.lower())


@dataclass(slots=True)
class Words:
    """What a record says of its kind, and its host of its own."""

    genres: list[str] = field(default_factory=list)
    resources: list[str] = field(default_factory=list)
    issuance: str = ""
    host_genres: list[str] = field(default_factory=list)
    host_issuance: str = ""
    host_issn: bool = False

    def type(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """The values of ``type``, ``type_as_read`` and ``type_is_inferred``."""
        for word in self.genres:
            kind = GENRES.get(_letters(word))
            kind = types.of_word(word) if kind is None else kind
            if kind == "article-journal" and self._of_conference():
                kind = "paper-conference"
            if kind == "book" and values.get("container_title"):
                kind = "chapter"
            if kind:
                return {"type": kind, "type_as_read": word}
        for word in self.resources:
            if kind := RESOURCES.get(_letters(word), ""):
                return {"type": kind, "type_as_read": word}
        word = next(iter((*self.genres, *self.resources)), "")
        kind = self._inferred(values)
        return {"type": kind, "type_as_read": word, "type_is_inferred": bool(kind)}

    def _of_conference(self) -> bool:
        return any(_letters(word) in _CONFERENCES for word in self.host_genres)

    def _inferred(self, values: Mapping[str, Any]) -> str:
        is_whole = self.issuance in _WHOLE and not values.get("page")
        if values.get("container_title") and not is_whole:
            if self._of_conference():
                return "paper-conference"
            serial = self.host_issuance in ("continuing", "serial") or self.host_issn
            if serial or any(_letters(word) in _JOURNALS for word in self.host_genres):
                return "article-journal"
            return "article-journal" if values.get("issue") else "chapter"
        if self.issuance in ("continuing", "serial"):
            return "periodical"
        if is_whole or values.get("isbn") or values.get("publisher"):
            return "book"
        return types.inferred(container="", doi=values.get("doi", ""), isbn="")
