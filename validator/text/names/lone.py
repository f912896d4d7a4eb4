"""Single words told as family names from mononyms: by frequency, and by endings that make them."""

from __future__ import annotations

from validator.text.names.particles import word_set
from validator.text.names.surnames import EAST_ASIAN, FREQUENT
from validator.text.patterns import lazy
from validator.text.unicode import fold

_MORE = word_set(
    # frequent in national statistics of family names, and not among FREQUENT
    # India, the Near East, Africa, Japan: names of kin and caste, never of one person alone
    "sharma gupta patel mehta joshi desai reddy nair menon iyer iyengar chatterjee banerjee "
    "mukherjee bhattacharya bhattacharyya chakraborty mukhopadhyay bandyopadhyay agarwal "
    "agrawal malhotra chauhan chaudhary choudhury kulkarni deshpande patil trivedi dwivedi "
    "tripathi pandey srivastava chowdhury siddiqui qureshi cohen levy friedman goldberg shapiro "
    "hosseini mohammadi yilmaz öztürk özdemir özkan özcan okafor adeyemi mensah boateng owusu "
    "diallo traore ndiaye mbaye "
    "okonkwo mwangi otieno dlamini abe mori ikeda inoue kimura hayashi shimizu yamada sasaki "
    "matsuda goto fujita ogawa okada kondo endo aoki fukuda ueda maeda takeda saito ito kato "
    # Europe and America
    "king young gray grey bell ross perry powell long patterson foster bryant griffin diaz "
    "hayes myers graham west cole reynolds fisher ellis wallace cruz ortiz murray freeman wells "
    "webb stevens tucker porter hunter hicks crawford boyd warren dixon burns gordon rice hunt "
    "palmer mills nichols grant knight dunn perkins spencer gardner stephens payne pierce berry "
    "matthews willis watkins carroll duncan snyder hart bradley lane andrews fox armstrong "
    "carpenter weaver mason greene lawrence sims austin peters franklin ryan schwarz lange "
    "werner krause lehmann köhler kaiser fuchs lang keller scholz weiss schubert vogel winkler "
    "roth beck lorenz krämer baumann vogt graf kuhn pohl engel horn busch sauer pfeiffer visser "
    "smit mulder bos vos dekker bakker petit leroy roux bertrand fournier girard bonnet dupont "
    "lambert rousseau muller faure mercier blanc boyer garnier chevalier legrand gauthier "
    "roussel mathieu gautier masson marchand duval dumont lemaire dufour meunier brun joly "
    "brunet gaillard greco bruno gallo conti rizzo giordano mancini barbieri fontana galli "
    "longo vitale ferri fabbri marini grasso sala gatti farina rizzi monti cattaneo mazza testa "
    "carbone barone alonso navarro vazquez ramos serrano blanco molina morales suarez ortega "
    "delgado castro rubio medina iglesias castillo lozano cano vargas mendoza rojas flores "
    "rivera aguilar soto contreras guzman salazar sousa lopes alves carvalho mendes nunes "
    "vieira rocha barbosa moen holm nyman korhonen novotny dvorak svoboda horvath nagy toth "
    "szabo kovacs molnar nemeth farkas popa иванов иванова смирнов кузнецов попов петров "
    "соколов козлов новиков морозов волков мельник παπαδόπουλος "
)
_ENDINGS = (
    # Suffixes that make family names of fathers' names, places and trades, by language; left out
    # are those that given names and mononyms have as well (-el, -ini, -et, -or)
    # Slavic, Baltic, Romanian
    r"[^\Wiaeou][oe]va?|[iy]eva?|[st]k(?:y|i|a|aya|iy|yi|ij)|c[ck][iy]|[iaeouy]vi(?:c|ch|tch)"
    r"|nić|enk[oa]|[ch]uk|czyk|wicz|witz|escu|eanu|auskas|evicius"
    # Greek, Armenian, Georgian, Turkish, Persian
    r"|poulos|poulou|[iae]d[ie]s|[aeiou]kis|oglou|oglu|ss?ian|[sn]yan|shvili|[iaeou]dze|zadeh|pour"
    # Nordic, Finnish
    r"|[dgklnrstv]sen|s?son|[qk]vist|quist|strom|gren|lund|dahl|nen"
    # German, Dutch, Frisian
    r"|mann|bergs?|berger|steiner|stein|m[ae][iy]er|meijer|bauer|hauser|bach(?:er)?|feld|wald"
    r"|hofer|schmidt?|macher|huber|huis|dij?k|dyk|veld|stra|sma|hoven"
    # English
    r"|worth|field|wood|stone|smith|shaw|[dhklmnrst]ley|hurst|[dghklmnrst]ton|[dgk]ham|ford|well"
    r"|[dkntx]land|(?:ld|w|p|f)man"
    # trades, German and English; French
    r"|[bdfgklmnst]ler|[bdgklmnprst]ner|[nk]kers|[ceu]mont|[cs]her|cker|[lnr]ker|(?:pp|tt|gg|mm|ll"
    r"|tz)er"
    r"|(?:[cfgklpvwz]|[^h]t|[eou]d|[eou]n|rn|hl)er|(?:tt|nd|nk|rk|ck|nz|ss|mm|rt)el|[ou]l(?:ph|f)"
    r"|[lntrv]ier|[eoiu]h[lnr]|[lkbtp]ing"
    # patronymics and diminutives: English, Low German, Italian, Portuguese, French
    r"|[aeo]?[kpmlb]ins|kin|[fklrst]ke|azzi|izzi|[fglrstz]ini|ndes|lves|[ou][pmn]es|[lnr]ot"
    r"|[gnrl]et"
    # spelt as German, Polish, Hungarian or English is, and no language of mononyms
    r"|\w*(?:sch|tz|cz|szc|wsk|ij|ght|ough)\w*|\w*(?:[csz]k|tt|ff|ck|cht|lz|nz|rtz|sz|x)"
    # Romance
    r"|ndez|[iaeo]rez|nez|guez|quez|chez|omez|opez|eir[ao]|inho|[ae]ll[io]|[aeiou]tti"
    r"|[aiou]cc[hi]i|eau|eaux|ault"
    # Japanese
    r"|m[oi]to|yama|[gk]awa|mura|[sz]aki|hashi|[sj]hima|jima|guchi|bayashi|tani|zawa|uchi"
)
_AT_END = lazy(rf"\w(?:{_ENDINGS})\Z")
_COMPOUND = lazy(r"[^\W\d_]{4,}-[^\W\d_]{4,}")
_CYRILLIC_OR_GREEK = lazy(
    r"(?:[оеё]ва?|[иы]на?|[сц]к(?:ий|ая|ой)|енко|[чнлтд][ую]к|ович|евич|швили|дзе"
    r"|πουλο[συ]|ιδη[ςσ]?|αδη[ςσ]?|ακη[ςσ]?|ογλου)\Z"
)
_OF_EUROPE = lazy("(?i)[ßłńśźżřěůğşț]")
"""Letters of languages in which people have two names, and no other language writes."""
_PREFIXED = lazy(r"(?:Ma?c|Fitz|[OD]['’])[A-ZÀ-Þ][a-zà-ÿ]{2,}")
"""Son of, grandson of, of: McKenney, O'Brien, D'Angelo."""


def is_lone_family_name(text: str) -> bool:
    """Whether a single word is a family name for certain: a frequent one, or one by its form.

    >>> is_lone_family_name("Lindqvist"), is_lone_family_name("Sukarno")
    (True, False)
    """
    low = text.lower()
    if low in FREQUENT or low in EAST_ASIAN or low in _MORE or _PREFIXED.fullmatch(text):
        return True
    if _COMPOUND.fullmatch(text):
        return text.istitle()
    if len(text) < 5 or not text.isalpha() or not text.istitle():
        return False
    if _OF_EUROPE.search(text):
        return True
    plain = fold(text)
    return (_AT_END if plain.isascii() else _CYRILLIC_OR_GREEK).search(plain) is not None
