"""Words that stand where no one's name is known: placeholders, roles, what forms ask for."""

from __future__ import annotations

from validator.text.names.particles import word_set
from validator.text.patterns import lazy
from validator.text.placeholders import BY_PEOPLE

NOBODY = word_set(
    "admin|administrator|unknown|editor|editors|n/a|n.a|n.a.|undefined|author|authors|tbd|webmaster"
    "|staff|lastname|firstname|surname|forename"
    "|?|??|-|--|---|—|unknown author|author unknown|no author|not available|not applicable"
    "|no authorship indicated|no authorship|no author listed|no authors listed"
    "|no author name available|author not available|name withheld|not listed|not given"
    "|firstname lastname|lastname firstname"
    "|first last|given family|first author|author first|author name|todo|super user|root"
    "|editorial staff|staff writer|staff reporter|site admin"
    "|search for more papers by this author|view orcid profile|show affiliations|view affiliations"
    "|author information|about the author|s.n|s.n.|s. n.|sine nomine"
    "|no author given|no name|xxx|unknown authors|author not known|author not specified"
    "|test author|test test|x x|test user|your name here|unspecified|asdf|qwerty"
    "|nobody|same|see record|see above|see below|same as above|ditto|ibid|ibid.|idem|as above"
    "|various authors|various|several authors|multiple authors|varios autores|autores varios"
    "|vv.aa|vv.aa.|vv. aa|vv. aa.|aa.vv|aa.vv.|aa. vv|aa. vv.|autori vari|vários autores"
    "|autores vários|divers auteurs|auteurs divers|verschiedene autoren|diverse autoren"
    "|kolektiv autorů|praca zbiorowa|autor zbiorowy|коллектив авторов|колектив авторів"
    "|n.n|n.n.|n. n|n. n.|nomen nescio|s/a|kein autor|ohne autor|sans auteur|webredaktion"
    "|site administrator|administrator site|yazar bilinmiyor|autore ignoto|ukendt"
    "|ukendt forfatter|okänd författare|ukjent forfatter|tuntematon|tuntematon kirjoittaja"
    "|onbekende auteur|auteur onbekend|neznámý autor|ismeretlen|ismeretlen szerző"
    "|autor necunoscut|άγνωστος συγγραφέας|невідомий автор|مجهول|مؤلف مجهول|مؤلف غير معروف"
    "|名前なし|作者|著者|本站编辑|本站|小编|网络|佚名作者|无作者|無作者|未知作者|匿名作者|作者不详|作者不詳|作者不明|著者不明|管理员|管理員"
    "|작자 미상|저자 미상|작자미상|저자미상|your name|name here"
    "|anonymous author|unbekannter autor|autor unbekannt|auteur inconnu|autor desconocido"
    "|autor desconhecido"
    "|autore sconosciuto|autor nieznany|nieznany autor|autor anônimo|autor anónimo"
    "|автор неизвестен|неизвестен|неизвестный автор|sin autor",
    "|",
)
AUTHORS = word_set(
    "author authors authorship creator creators auteur auteurs autor autora autores autoren autore "
    "autori verfasser verfasserin författare forfatter schrijver автор автора авторы "
    "yazar szerző tekijä"
)
"""Words for author, of which one stands in all that NO_AUTHOR matches."""
_AUTHOR = rf"(?:{'|'.join(sorted(AUTHORS))})"
_UNKNOWN = (
    r"(?:unknown|unidentified|unnamed|unspecified|uncredited|inconnu|desconocid[oa]|desconhecid[oa]"
    r"|sconosciuto|ignoto|unbekannter?|onbekende?|okänd|ukendt|ukjent|neznámý|nieznany"
    r"|неизвест(?:ен|ный))"
)
NO_AUTHOR = lazy(
    rf"(?:no|not?|without|sans|sin|sem|ohne|keine?|senza|nessun|geen|zonder|bez|без|нет|utan"
    rf"|ingen|uten|uden)"
    rf" {_AUTHOR}(?: (?:listed|given|available|identified|provided|stated|indicated|assigned"
    rf"|specified|credited|named|name))?|{_UNKNOWN} {_AUTHOR}|{_AUTHOR} {_UNKNOWN}"
)
"""A word that there is none, and a word for author, in small letters."""
NUMBERED = lazy(
    r"(?:author|autor|auteur|name|editor|contributor|作者|著者|저자)[ _-]?\d{1,2}|x{3,}"
)
"""A word of forms with its number, or crosses."""
AS_WRITTEN = word_set(
    "null NULL nan NaN NAN none None NONE nil NIL NA test TEST user USER guest GUEST"
)
"""Placeholders that are family names in other letters: Nan, Null, Guest."""
OF_TEMPLATES = word_set(
    "name author first last family given firstname lastname surname forename "
    "nachname vorname nom prénom nombre apellido apellidos cognome nome sobrenome apelido "
    "achternaam voornaam nazwisko imię příjmení jméno efternamn förnamn soyad soyadı adı "
    "фамилия имя отчество прізвище όνομα επώνυμο 姓 名 姓名 성 이름 middle middlename initials"
)
"""Words of form fields: a name made of nothing else is one that nobody filled in."""
OF_FORMS = word_set(
    "lastname surname nachname apellido apellidos cognome sobrenome achternaam nazwisko příjmení "
    "efternamn фамилия прізвище επώνυμο"
)
"""Those that are nobody's name: one of them for a family name, beside an initial, says enough."""
COUNTED = word_set("one two three four second third 1 2 3")
"""Numbers beside them: Author One."""

ASKED = (
    frozenset(word for phrase in NOBODY | BY_PEOPLE for word in phrase.split()).difference(
        word_set("a an the for more to s. n. sine about by this")
    )
    | AUTHORS
)
"""The words of all these, by which a name is told that may be one of them."""
