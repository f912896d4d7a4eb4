"""What ISBD and cataloguing rules write around a value, taken off: it is the format's, not the
value's."""

from __future__ import annotations

_BLANKS = " \t\r\n\u2003\u3000"
_ENDS = " :;/,=\t\r\n\u2003\u3000"
_UNKNOWN = ("s.l", "s.n", "s. l", "s. n", "place of pub", "publisher not", "sine")
_SHORT = """
    abt aufl ausg bd bde bearb bros bull cie co coll comp conf corp cop dept dir div ed edit eds
    engl enl etc ex fasc fig geb ges gmbh govt hrsg impr inc inst int jahrg jg jr kg l.p ltd ltda
    mass nr no nos orig p par pr prof pt pts pty pub publ ref rev sc sen ser soc sr st suppl s.a
    t tab trans transl univ verb verl vol vols v wiss zs изд ред сост перераб доп и др calif conn
    ind ill mich minn wash pa va vt md tex ont colo mo ga fla tenn ky wis ct u.s u.k n.y n.j d.c
    ph.d m.d a.m p.m i.e e.g usw u.a hg tr übers édit mus bibl
"""
_ABBREVIATIONS = frozenset(_SHORT.split())
"""Words that end in a full stop of their own, without it."""


def plain(text: str) -> str:
    """A value without the sign that leads to the next subfield: ``/`` ``:`` ``;`` ``,`` ``=``."""
    return text.rstrip(_ENDS).lstrip(_BLANKS)


def unstopped(text: str) -> str:
    """A value without the full stop that ends its field; that of an abbreviation stays, and the
    dots of an ellipsis."""
    if text[-1:] != "." or text[-2:-1] in (".", " ", ""):
        return text
    word = text[:-1].rpartition(" ")[2].lstrip("([\"'").lower()
    if word in _ABBREVIATIONS or ("." in word and len(word) < 8):
        return text
    return text[:-1].rstrip(_ENDS)


def unbracketed(text: str) -> str:
    """A place or publisher without the brackets that say it was supplied; what says that it is not
    known keeps them."""
    if "[" not in text and "]" not in text:
        return text
    bare = text.strip("[] ")
    if bare.lower().startswith(_UNKNOWN):
        return text
    inner = bare.count("[") - bare.count("]")
    return f"{bare}]" if inner > 0 else f"[{bare}" if inner < 0 else bare


def without_lone_bracket(text: str) -> str:
    """A date without the bracket at its edge whose partner stands in the place before it, or
    nowhere: "[Paris, 1990]" has the date "1990]"."""
    if text[:1] != "[" and text[-1:] == "]":
        return text[:-1]
    return text[1:] if text[:1] == "[" and "]" not in text else text


def name_of(text: str) -> str:
    """The name in a heading, without the comma before its dates and the stop at its end."""
    text = plain(text)
    if text[-1:] != "." or (text[-2:-1].isalpha() and not text[-3:-2].isalpha()):
        return text  # an initial keeps its own
    return unstopped(text)
