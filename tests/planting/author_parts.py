"""Faults of the parts of names: case, initials, particles, bodies taken for persons."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from planting.forms import Plant, Planted, Text, form, words
from planting.tools import (
    body,
    person_of,
    pick,
    script,
    western_people,
    whole,
    with_author,
)
from planting.write import bibtex
from validator.record import Name, Record


def _case_form(name: str, parts: tuple[str, ...], *, upper: bool) -> None:
    @form("AUT009", name)
    def plant(record: Record, random: Random) -> Planted:
        people = [
            i
            for i in western_people(record)
            if not record.author[i].particles
            and all(
                sum(c.islower() for c in getattr(record.author[i], p)) >= 3
                and getattr(record.author[i], p)[0].isupper()
                for p in parts
            )
            and " " not in record.author[i].family
        ]
        if len(western_people(record)) < 2 or not people:
            return None
        at = random.choice(people)
        person = record.author[at]
        changes = {
            p: getattr(person, p).upper() if upper else getattr(person, p).lower() for p in parts
        }
        return with_author(record, at, replace(person, **changes, raw=""))


_case_form("the family name of one in capitals", ("family",), upper=True)


_case_form("one name in capitals", ("family", "given"), upper=True)


_case_form("the given name of one in capitals", ("given",), upper=True)


_case_form("the family name of one in small letters", ("family",), upper=False)


_case_form("one name in small letters", ("family", "given"), upper=False)


_case_form("the given name of one in small letters", ("given",), upper=False)


def _initials(random: Random, style: str) -> str:
    first, second = random.sample("ABCDEFGHJKLMNPRSTW", 2)
    return {
        "spaced": f"{first}. {second}.",
        "tight": f"{first}.{second}.",
        "bare": f"{first} {second}",
        "run": first + second,
    }[style]


def _initials_form(name: str, usual: str, odd: str) -> None:
    @form("AUT010", name)
    def plant(record: Record, random: Random) -> Planted:
        people = western_people(record)
        if len(people) < 3 or len(people) != len(record.author):
            return None
        usual_names = tuple(
            replace(n, given=_initials(random, usual), raw="") for n in record.author
        )
        at = random.randrange(len(usual_names))
        before = replace(record, author=usual_names)
        after = with_author(before, at, replace(usual_names[at], given=_initials(random, odd)))
        return Plant((before,), (after,))


_initials_form("one without the blank", "spaced", "tight")


_initials_form("one with a blank", "tight", "spaced")


_initials_form("one without the dots", "spaced", "bare")


_initials_form("one as medicine writes it", "spaced", "run")


_initials_form("one as medicine writes it, others tight", "tight", "run")


PARTICLES = ("van der", "van", "de", "von", "de la", "ten", "van den", "von der", "zu")


def _with_peers(record: Record, odd: Name, right: Name) -> Plant:
    """The person stands in three records; in one of them otherwise."""
    peers = tuple(
        replace(
            record,
            id=f"p{i}",
            title=f"{record.title}: {word}",
            doi="",
            url="",
            author=(right, *record.author[1:]),
        )
        for i, word in enumerate(("an overview", "first results", "a reply"))
    )
    last = replace(record, id="odd", author=(right, *record.author[1:]))
    return Plant((*peers, last), (*peers, with_author(last, 0, odd)))


def _particle_form(name: str, build: object) -> None:
    @form("AUT011", name)
    def plant(record: Record, random: Random) -> Planted:
        people = western_people(record)
        if (
            not people
            or people[0] != 0
            or record.author[0].particles
            or script(record.author[0].family) != "latin"
        ):
            return None
        person = record.author[0]
        if " " in person.family:
            return None
        particle = random.choice(PARTICLES)
        right, odd = build(person, particle)  # type: ignore[operator]
        return _with_peers(record, odd, right)


_particle_form(
    "left at the given name, elsewhere with the family name",
    lambda n, p: (
        Name(family=f"{p} {n.family}", given=n.given),
        Name(family=n.family, given=f"{n.given} {p}"),
    ),
)


_particle_form(
    "left at the given name, elsewhere as a particle",
    lambda n, p: (
        Name(family=n.family, given=n.given, particles=p),
        Name(family=n.family, given=f"{n.given} {p}"),
    ),
)


@form("AUT012", "a frequent family name alone")
def _(record: Record, random: Random) -> Planted:
    people = western_people(record)
    if len(people) < 3 or len(people) != len(record.author):
        return None
    word = random.choice(
        words(
            "Smith | Müller | García | Johnson | Martin | Rossi | Silva | Nguyen | Иванов | Schmidt"
            " | Brown"
        )
    )
    name = random.choice((body(word), Name(family=word)))
    return with_author(record, random.choice(people), name)


@form("AUT012", "an initial alone")
def _(record: Record, random: Random) -> Planted:
    people = western_people(record)
    if len(people) < 3 or len(people) != len(record.author):
        return None
    word = random.choice("ABDGJKMRST") + random.choice((".", ""))
    return with_author(
        record, random.choice(people), random.choice((body(word), Name(family=word)))
    )


@form("AUT012", "any family name alone")
def _(record: Record, random: Random) -> Planted:
    people = western_people(record)
    if len(people) < 3 or len(people) != len(record.author):
        return None
    at = random.choice(people)
    family = record.author[at].family
    return with_author(record, at, random.choice((body(family), Name(family=family))))


@form("AUT012", "the family name of another in the list")
def _(record: Record, random: Random) -> Planted:
    people = western_people(record)
    if len(people) < 3 or len(people) != len(record.author):
        return None
    at, other = random.sample(people, 2)
    family = record.author[other].family
    return with_author(record, at, random.choice((body(family), Name(family=family))))


BODIES = {
    "the last word as family name": (
        ("Organization", "World Health"),
        ("University", "Stanford"),
        ("Association", "American Psychological"),
        ("Institute", "National Cancer"),
        ("Commission", "European"),
        ("Bank", "European Central"),
        ("Committee", "Joint Steering"),
        ("Agency", "International Atomic Energy"),
        ("Group", "ALTS Study"),
        ("Consortium", "The UniProt"),
    ),
    "of in the given name": (
        ("Health", "Ministry of"),
        ("Education", "U.S. Department of"),
        ("Standardization", "International Organization for"),
        ("Technology", "Massachusetts Institute of"),
        ("Sciences", "National Academy of"),
    ),
    "German, French, Spanish, Portuguese": (
        ("Bundesamt", "Statistisches"),
        ("Gesellschaft", "Max-Planck"),
        ("Forschungsgemeinschaft", "Deutsche"),
        ("Santé", "Organisation mondiale de la"),
        ("Mexico", "Universidad Nacional Autónoma de"),
        ("Saúde", "Ministério da"),
        ("recherche scientifique", "Centre national de la"),
    ),
    "Russian": (
        ("наук", "Российская академия"),
        ("здравоохранения", "Министерство"),
        ("университет", "Московский государственный"),
    ),
    "Chinese": (
        ("中", "国科学院"),
        ("世", "界卫生组织"),
        ("中国科学院", "计算技术研究所"),
        ("国家", "统计局"),
        ("北", "京大学图书馆"),
        ("中华", "医学会心血管病学分会"),
        ("本", "刊编辑部"),
        ("本刊", "编辑部"),
        ("编", "辑部"),
        ("全", "国信息与文献标准化技术委员会"),
    ),
    "Japanese and Korean": (
        ("厚生", "労働省"),
        ("国立", "国会図書館"),
        ("日本", "規格協会"),
        ("통계청", "대한민국"),
    ),
    "companies": (
        ("Inc.", "Google"),
        ("Ltd", "Arm"),
        ("Corporation", "Microsoft"),
        ("GmbH", "Siemens"),
    ),
}


def _split_body_form(kind: str) -> None:
    @form("AUT015", kind)
    def plant(record: Record, random: Random) -> Planted:
        if not record.author:
            return None
        name = person_of(*random.choice(BODIES[kind]))
        if random.random() < 0.5:
            return replace(record, author=(name,))
        return with_author(record, random.randrange(len(record.author)), name)


for _kind in BODIES:
    _split_body_form(_kind)


@form("AUT016", "given name first")
def _(record: Record, random: Random) -> Planted:
    picked = pick(record, random, western_people(record))
    if not picked or picked[1].particles or len(picked[1].given) < 3:
        return None
    return with_author(record, picked[0], body(whole(picked[1])))


@form("AUT016", "family name first")
def _(record: Record, random: Random) -> Planted:
    picked = pick(record, random, western_people(record))
    if not picked or picked[1].particles:
        return None
    return with_author(record, picked[0], body(f"{picked[1].family}, {picked[1].given}"))


@form("AUT016", "initials first")
def _(record: Record, random: Random) -> Planted:
    picked = pick(record, random, western_people(record))
    if not picked or picked[1].particles:
        return None
    return with_author(record, picked[0], body(f"{_initials(random, 'spaced')} {picked[1].family}"))


UNBRACED = (
    "World Health Organization",
    "European Commission",
    "The CGAL Project",
    "Statistisches Bundesamt",
    "Centre national de la recherche scientifique",
    "Universidad Nacional de Colombia",
    "Istituto Nazionale di Statistica",
    "Российская академия наук",
)


@form("AUT019", "in BibTeX")
def _(record: Record, random: Random) -> Planted:
    if not record.author:
        return None
    faulty = bibtex(record, key="key", author=random.choice(UNBRACED))
    return Plant(Text(bibtex(record, key="key"), "bibtex"), Text(faulty, "bibtex"))


def _of_one(record: Record, random: Random, template: str) -> Planted:
    picked = pick(record, random, western_people(record))
    if not picked:
        return None
    at, name = picked
    return with_author(record, at, Name.parse(template.format(whole=whole(name), name=name)))


@form("AUT006", "a byline")
def _(record: Record, random: Random) -> Planted:
    byline = random.choice(("By", "by", "Text von", "Edited by", "traduit par", "Photos:"))
    return _of_one(record, random, f"{byline} {{whole}}")


@form("AUT006", "a title with nothing but a family name")
def _(record: Record, random: Random) -> Planted:
    picked = pick(record, random, western_people(record))
    if not picked:
        return None
    title = random.choice(("Sir", "Prof.", "Professor", "Mrs.", "Rev."))
    return with_author(record, picked[0], person_of(picked[1].family, title))


@form("AUT002", "two commas")
def _(record: Record, random: Random) -> Planted:
    picked = pick(record, random, western_people(record))
    if not picked:
        return None
    at, name = picked
    raw = f"{name.family}{random.choice((', ,', ',,'))} {name.given}"
    written = replace(record, author=tuple(replace(n, raw=str(n)) for n in record.author))
    return with_author(written, at, Name(name.family, name.given, raw=raw))


@form("AUT014", "a question mark for a lost letter")
def _(record: Record, random: Random) -> Planted:
    people = [i for i in western_people(record) if not record.author[i].family.isascii()]
    picked = pick(record, random, people)
    if not picked:
        return None
    at, name = picked
    lost = "".join(c if c.isascii() else "?" for c in name.family)
    return with_author(record, at, person_of(lost, name.given))


@form("AUT014", "a number in place of a family name")
def _(record: Record, random: Random) -> Planted:
    picked = pick(record, random, western_people(record))
    if not picked:
        return None
    number = str(random.randint(2, 99999))
    return with_author(record, picked[0], random.choice((body(number), person_of(number, "Ann"))))
