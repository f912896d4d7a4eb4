"""Words that stand where no one's name is known: placeholders, roles, what forms ask for."""

from __future__ import annotations

from validator.text.names.particles import word_set
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
    "|test author|test test|x x"
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
AS_WRITTEN = word_set(
    "null NULL nan NaN NAN none None NONE nil NIL NA test TEST user USER guest GUEST"
)
"""Placeholders that are family names in other letters: Nan, Null, Guest."""
OF_TEMPLATES = word_set(
    "name author first last family given firstname lastname surname forename "
    "nachname vorname nom prénom nombre apellido apellidos cognome nome sobrenome apelido "
    "achternaam voornaam nazwisko imię příjmení jméno efternamn förnamn soyad soyadı adı "
    "фамилия имя отчество прізвище όνομα επώνυμο 姓 名 姓名 성 이름"
)
"""Words of form fields: a name made of nothing else is one that nobody filled in."""

ASKED = frozenset(word for phrase in NOBODY | BY_PEOPLE for word in phrase.split()).difference(
    word_set("a an the for more to s. n. sine about by this")
)
"""The words of all these, by which a name is told that may be one of them."""
