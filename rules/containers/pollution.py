"""What stands in the name of a journal, proceedings or book and belongs to other fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from validator.finding import Finding, Severity
from validator.record import Record, attribute_of
from validator.registry import Example, Examples, rule
from validator.text import dates
from validator.text.patterns import lazy

from ._types import JOURNALS  # noqa: TID251 - of this family


def named(
    name: str,
    *says: str,
    suggests: str | None = None,
    type: str = "article-journal",
    year: str = "",
) -> Example:
    issued = dates.parse(year) if year else None
    return Example(Record(type=type, container_title=name, issued=issued), says, suggests)


IN = '"In" stands before the name'
TWICE = '"Proceedings of" stands twice'
NUMBERS = "numbers of the volume, issue or pages stand in the name"
YEAR = "the year stands in the name"
PLACE = "a place stands in the name"
LINK = "a link or DOI stands in the name"
SERIAL = "an ISSN stands in the name"
MARK = "the mark of a type of document stands in the name"
STATUS = "the state of the work, as submitted or in press, stands in the name"
MEETING = "a conference stands behind the name of the journal"


def _polluted() -> Examples:
    return (
        # clean
        named("Nature"),
        named("In Vivo"),
        named("In Practice"),
        named("In Vitro Cellular & Developmental Biology"),
        named("In Silico Biology"),
        named("In Defense of Reason", type="chapter"),
        named("In the Library with the Lead Pipe"),
        named("F1000Research"),
        named("Physical Review D"),
        named("Journal of Applied Physics 2"),
        named("2D Materials"),
        named("Zeitschrift für Physik. 12"),
        named("NeurIPS 2019", year="2019"),
        named("Natural Hazards (SCI, Q1)"),  # VAL002
        named("CVPR 2020", year="2020"),  # a meeting has its year: JNL005
        named("Inorganic Chemistry"),
        named("Journal of Physics A: Mathematical and Theoretical"),
        named("Physics of Fluids (1994)", year="2001"),  # so it is called
        named("Astronomy & Astrophysics (Paris)"),
        named("西北农林科技大学学报(自然科学版)"),
        named("Chemistry (Weinheim an der Bergstrasse)"),
        named("ACM Transactions on Graphics (TOG)"),
        named("Zeitschrift für Physik", year="1925"),
        named("Revue 2000", year="1999"),
        named("Notes (Journal of the Music Library Association)"),
        named("Proceedings of the 5th Workshop, Volume 1: Long Papers", type="paper-conference"),
        named("Proceedings of ACL 2020", type="paper-conference", year="2020"),
        named("Proceedings of the IEEE"),
        named("Proceedings of the Conference (Paris, France)", type="paper-conference"),
        named("地理学报 = Acta Geographica Sinica"),  # a parallel title
        # polluted
        named("In: Handbook of Things", IN, suggests="Handbook of Things", type="chapter"),
        named("Proc. of Proceedings of ACL", TWICE, type="paper-conference"),
        named("In Proceedings of ACL", IN, suggests="Proceedings of ACL", type="paper-conference"),
        named("In：语言学论丛", IN, suggests="语言学论丛", type="chapter"),
        named(
            "Proceedings of the Proceedings of ACL",
            TWICE,
            suggests="Proceedings of ACL",
            type="paper-conference",
        ),
        named("Nature, vol. 521", NUMBERS, suggests="Nature"),
        named("Cell 12(3)", NUMBERS, suggests="Cell"),
        named("Cell, 12(3), pp. 1-5", NUMBERS, suggests="Cell"),
        named("Nature Vol 521 No 3", NUMBERS, suggests="Nature"),
        named("J. Chem. Phys. 129, 154104 (2008)", NUMBERS, suggests="J. Chem. Phys.", year="2008"),
        named("J. Chem. Phys. 126 (2007) 057101", NUMBERS, suggests="J. Chem. Phys.", year="2007"),
        named("地理学报 第12卷第3期", NUMBERS, suggests="地理学报"),
        named("Nature 12:12-34", NUMBERS, suggests="Nature"),
        named("Gastroenterology 138:S95-S96", NUMBERS, suggests="Gastroenterology"),
        named("Nature; 12(3)", NUMBERS, suggests="Nature"),
        named("Merkur Band 12", NUMBERS, suggests="Merkur"),
        named("Вестник МГУ, т. 12, № 3", NUMBERS, suggests="Вестник МГУ"),
        named("地理学报2019年第3期", NUMBERS, suggests="地理学报"),
        named("地理学报，2012，32（5）", NUMBERS, suggests="地理学报"),
        named("地理学报[J]", MARK, suggests="地理学报"),
        named("Nature, p. 101-110", NUMBERS, suggests="Nature"),
        named("Nature pages 5-9", NUMBERS, suggests="Nature"),
        named(
            "Handbook of Things, pp. 12-15", NUMBERS, suggests="Handbook of Things", type="chapter"
        ),
        named("Nature (2015)", YEAR, suggests="Nature", year="2015"),
        named("Nature, 2015", YEAR, suggests="Nature", year="2015"),
        named("地理学报，2015", YEAR, suggests="地理学报", year="2015"),
        named("MIS Quarterly 2021", YEAR, suggests="MIS Quarterly", year="2021"),
        named("Nature 2015", YEAR, suggests="Nature", year="2015"),
        named("Nature ISSN 0028-0836", SERIAL, suggests="Nature"),
        named("Nature (ISSN 0028-0836)", SERIAL, suggests="Nature"),
        named("Nature https://www.nature.com/", LINK, suggests="Nature"),
        named("https://www.nature.com", LINK),
        named("www.nature.com", LINK),
        named("10.1038/nature", LINK),
        named("Slate.com"),
        named("submitted to Nature", STATUS, suggests="Nature"),
        named("To appear in Cell", STATUS, suggests="Cell"),
        named("Cell (in press)", STATUS, suggests="Cell"),
        named("Вопросы истории (в печати)", STATUS, suggests="Вопросы истории"),
        named("生态学报（待刊）", STATUS, suggests="生态学报"),
        named("Accepted Chemical Research"),
        named("In Press"),
        named("Водные ресурсы, 2012, № 3", NUMBERS, suggests="Водные ресурсы, 2012"),
        named("Revue des noms, t. 12", NUMBERS, suggests="Revue des noms"),
        named("Trials [Electronic Resource]"),  # so Ovid has it
        named("自然, doi:10.1038/nature12373", LINK, suggests="自然"),
        named("In Journal of Things", IN, suggests="Journal of Things"),
        named(
            "In American Review of Respiratory Disease",
            IN,
            suggests="American Review of Respiratory Disease",
        ),
        named("In Zeitschrift für Pädagogik", IN, suggests="Zeitschrift für Pädagogik"),
        named("In Советская археология", IN, suggests="Советская археология"),
        named("В кн.: История книги", IN, suggests="История книги", type="chapter"),
        named("Dans : Histoire du livre", IN, suggests="Histoire du livre", type="chapter"),
        named("见：语言学论丛", IN, suggests="语言学论丛", type="chapter"),
        named("Rheumatology (Oxford, England)", PLACE, suggests="Rheumatology"),
        named("Science (New York, N.Y.)", PLACE, suggests="Science"),
        named(
            "Diabetes. Conference: 70th Scientific Sessions of the ADA. Orlando FL United States.",
            MEETING,
            suggests="Diabetes",
        ),
        Example(
            Record(
                type="article-journal",
                container_title="Diabetes. Conference: 70th Sessions",
                event_title="70th Scientific Sessions",
            ),
            (MEETING,),
            suggests="Diabetes",
        ),
        Example(
            Record(
                type="article-journal",
                container_title="Rheumatology (Oxford, England)",
                pmid="12345678",
            )
        ),
        named(
            "Vox Sanguinis.Conference: 21st Regional Congress", MEETING, suggests="Vox Sanguinis"
        ),
    )


LONGEST = 500  # characters; no name is longer, and nothing longer is taken apart

_IN = lazy(
    r"in ?[:：]\s*(?=\S)|[载載见見][:：]\s*(?=\S)|(?:dans|em|en|в (?:кн|сб)\.) ?:\s+(?=\S)"
    r"|in (?=[^\W\d_A-Za-zÀ-ʯᴀ-ỿ])"  # a word of another script
    r"|in (?=(?:the )?(?:proc(?:eedings|\.)|\d{1,4}(?:st|nd|rd|th)?\b|acm|ieee|conference|workshop"
    r"|symposium|journal of|advances in|annals of|transactions|lecture notes|handbook"
    r"|encyclop|findings of|zeitschrift für|revue|revista|rivista|tijdschrift|tạp chí"
    r"|(?:[^\W\d_]{1,20} ){1,3}(?:journal|review|bulletin|archives|conference|workshop|symposium)"
    r" (?:of|on|for)\b))",
    re.IGNORECASE,
)
_TWICE = lazy(
    r"(?:proceedings|proc\.) of (?:the )?(?=proceedings of)|proc\. (?=proceedings of)",
    re.IGNORECASE,
)
_CONFERENCE = lazy(r"(?<=\w)\. ?Conference: (?P<meeting>.*)")  # so Embase joins them
_LINK = lazy(r"[\s,;:(]+(?:https?://|www\.|doi:|doi 10\.|10\.\d{4,9}/)\S+\s*$", re.IGNORECASE)
_ALL_LINK = lazy(r"\s*(?:https?://|www\.|doi: ?10\.|10\.\d{4,9}/)\S+\s*", re.IGNORECASE)
_SERIAL = lazy(r"[\s,;:(]+e?ISSN:? ?(\d{4}-?\d{3}[\dXx])\)?$", re.IGNORECASE)
_STATUS = lazy(
    r"(?:(?:re)?submitted|to be submitted|to appear|accepted|forthcoming|to be published"
    r"|under review"
    r"|in press|erscheint|eingereicht|soumis|à paraître|enviado|in corso di stampa)"
    r"(?: for publication)?(?: (?:to|in|at|by|bei|à|dans|a|su)\b|:)\s*(?=\S)",
    re.IGNORECASE,
)
_STATUS_BEHIND = lazy(
    r"\s*[,;(\[（]\s*(?:submitted|to appear|accepted(?: manuscript)?|forthcoming|in press"
    r"|under review"
    r"|in revision|online first|early view|ahead of print|im druck|eingereicht|sous presse"
    r"|en prensa"
    r"|no prelo|in corso di stampa|в печати|в друці|w druku|baskıda|录用|已录用|待刊|印刷中)"
    r"\s*[)\]）]?$",
    re.IGNORECASE,
)
_MARK = lazy(r"\s?\[[A-Z]{1,2}(?:/OL)?\]$")
_NUMBERS = lazy(
    r"[\s,;(（]+(?:vol(?:ume|\.)? ?\d+|no\.? ?\d+|issue \d+"
    r"|(?:band|bd\.|jahrgang|tome|том|т\.|№|вып\.|t\.|nr\.?|heft) ?\d+"
    r"|\d{1,4} ?\(\d{1,4}(?:[-–]\d+)?\)|\d{1,4}, ?\d{2,7}\b|\d{1,4} ?: ?[a-z]?\d+)"
    r"(?:[\s\d,;:().–-]|(?<=[-–])[a-z](?=\d)|vol|no|pp|issue|№)*$",
    re.IGNORECASE,
)
_NUMBERS_CJK = lazy(
    r"[\s,，;；(（]*(?:(?:19|20)\d\d ?年?[\s,，]*)?"
    r"(?:第? ?\d{1,4} ?[卷期]|(?<![\d])\d{1,4} ?[(（]\d{1,3}[)）])[\s\d,，:：()（）第卷期年–-]*$"
)
_PAGES = lazy(r"[\s,;:(]+(?:pp?\.?|pages?) ?\d+ ?[-–]+ ?\d+[).]*$", re.IGNORECASE)
_PLACE = lazy(r" \((?=[A-Z][a-z.])[A-Z][\w.' -]{1,40}, [A-Z][\w.' -]{1,40}\)$")
_MEETINGS = lazy(
    r"conference|symposium|workshop|congress|meeting|proc\b|proceedings|^(?-i:[A-Z][A-Z-]{2,})\W|^(?-i:[A-Z][A-Za-z]*[A-Z]{2})\W*$",
    re.IGNORECASE,
)
_PERIODICAL = lazy(
    r"^(?-i:[A-Z][A-Z-]{2,}) (?:journal|quarterly|review|letters|bulletin|magazine|transactions)\b",
    re.IGNORECASE,
)
"""A periodical whose name begins with an acronym, as those of meetings do."""

OF_DATABASES = {"nbib", "medline", "pubmed", "pubmedxml", "csv"}
"""Formats of the National Library of Medicine, whose titles carry the place to tell them apart, and
tables, which keep the names of the database that they come from."""


@rule(
    "JNL004",
    "container-polluted",
    severity=Severity.WARNING,
    examples=_polluted,
    reads=("container-title",),
)
def container_polluted(record: Record) -> Iterator[Finding]:
    """The name of a journal, book or proceedings carries what belongs to other fields.

    Why: the same journal falls into many, one a volume or year.

    Not found: parallel titles, editions in brackets (自然科学版), volumes and years in the names of
    proceedings, a year that is not the record's own, places in records of PubMed and in tables;
    names that begin with "In", but for such as "In Proceedings of"; "[Electronic Resource]", with
    which Ovid ends names.

    Source: JabRef's checks of booktitle; the NLM Catalog on titles with places; how Embase joins
    a journal and the conference of its supplement.
    """
    name = record.container_title
    if len(name) > LONGEST:
        return
    is_journal = record.type in JOURNALS
    found = faults(name, is_journal=is_journal)
    for template, suggestion, to, moved in found:
        if template == PLACE and (record.pmid or record.provenance.format in OF_DATABASES):
            continue
        own = getattr(record, attribute_of(to)) if to else ""
        moves = ((to, moved),) if moved and not own else ()
        yield Finding(
            "container-title",
            template,
            name,
            suggestion=suggestion,
            safe=template == MEETING and bool(moves),
            moves=moves,
        )
    if is_journal and not found and (plain := without_year(name, str(record.year or ""))):
        yield Finding("container-title", YEAR, name, suggestion=plain)


class Fault(NamedTuple):
    """What stands in a name, the name without it, and the variable and value that it was."""

    template: str
    suggestion: str | None
    to: str = ""
    moved: str = ""


@lru_cache(maxsize=8192)
def faults(name: str, *, is_journal: bool) -> tuple[Fault, ...]:
    """The faults that a name shows by itself. A few names make up a file: they are kept."""
    found = []
    if inside := _IN.match(name):
        found.append(Fault(IN, name[inside.end() :]))
    if ahead := _STATUS.match(name):
        found.append(Fault(STATUS, name[ahead.end() :]))
    if twice := _TWICE.search(name):
        found.append(Fault(TWICE, name[: twice.start()] + name[twice.end() :]))
    if is_journal:
        found += behind(name)
    elif pages := _PAGES.search(name):
        found.append(Fault(NUMBERS, name[: pages.start()]))
    return tuple(found)


def behind(name: str) -> Iterator[Fault]:
    """What stands behind the name of a journal, or for it: one fault at most."""
    if name.replace(" ", "").isalpha():
        return  # each fault has a sign or a digit
    if (("." in name and "/" in name) or "www." in name) and _ALL_LINK.fullmatch(name):
        yield Fault(LINK, None)
        return
    for template, pattern in BEHIND:
        found = pattern.search(name)
        if found and found.start():
            bare = name[: found.start()]
            if template == SERIAL:
                yield Fault(template, bare, "ISSN", found[1])
            elif template == MEETING:
                yield Fault(template, bare, "event-title", found["meeting"].strip(" ."))
            else:
                yield Fault(template, bare)
            return


BEHIND = (
    (MEETING, _CONFERENCE),
    (LINK, _LINK),
    (SERIAL, _SERIAL),
    (STATUS, _STATUS_BEHIND),
    (MARK, _MARK),
    (NUMBERS, _NUMBERS_CJK),
    (NUMBERS, _NUMBERS),
    (NUMBERS, _PAGES),
    (PLACE, _PLACE),
)


def without_year(name: str, year: str) -> str:
    """The name without the year of the record behind it; "" where it ends otherwise."""
    if not year or year not in name[-6:]:
        return ""
    bare = name.rstrip(")） ")
    before = bare[: -len(year)]
    if not bare.endswith(year) or before[-1:] not in (",", "(", "，", "（", " "):
        return ""
    if _MEETINGS.search(before) and not _PERIODICAL.search(before):
        return ""
    return before.rstrip("(,，（ ")
