"""Single words told as family names from mononyms: by frequency, endings, letters and spelling."""

from __future__ import annotations

import re

from validator.text.names.particles import PARTICLES, word_set
from validator.text.names.surnames import EAST_ASIAN, FREQUENT
from validator.text.unicode import fold

_MORE = word_set(
    # India, the Near East, Africa, Japan: names of kin and caste, never of one person alone
    "sharma gupta patel mehta joshi desai reddy nair menon iyer iyengar chatterjee banerjee "
    "mukherjee bhattacharya bhattacharyya chakraborty mukhopadhyay bandyopadhyay agarwal "
    "agrawal malhotra chauhan chaudhary choudhury kulkarni deshpande patil trivedi dwivedi "
    "tripathi pandey srivastava chowdhury siddiqui qureshi cohen levy friedman goldberg shapiro "
    "hosseini mohammadi yilmaz okafor adeyemi mensah boateng owusu diallo traore ndiaye mbaye "
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
    # patronymics and place names: Slavic, Baltic, Romanian, Greek, Armenian, Georgian, Turkish
    r"[^\Wiaeou][oe]va?|[iy]eva?|eff|off|[st]k(?:y|i|a|aya|iy|yi|ij)|c[ck][iy]"
    r"|[iaeouy]vi(?:c|ch|tch)"
    r"|[jzšk]i[cć]|nić|enk[oa]|chu[ck]|[nlsr][ijy]uk|czyk|wicz|witz|escu|eanu|auskas"
    r"|evicius|poulos|poulou"
    r"|[iae]d[ie]s|[aeiou]kis|oglou|oglu|ss?ian|[sn]yan|shvili|[iaeou]dze|zadeh|pour|nejad"
    r"|nen|aite|iene|[^\Waeioug]os|[fjzmkg]ian"
    # Germanic
    r"|mann|bergs?|berger|burg(?:er)?|steiner|stein|m[ae][iy]er|meijer|bauer|hauser"
    r"|bach(?:er)?|feld|brandt?"
    r"|felder|feldt|wald|hofer|heim(?:er)?|baum|wig|schmidt?|macher|holz|huber|kamp|huis"
    r"|dij?k|dyk|veld"
    r"|[klnr]stra|tsma|hoven|[dgklnrstv]sen|[^\Wiea]son|[nrt]ins|[lm]ph|kso|[qk]vist|quist|strom|gren"
    r"|lund|dahl|stad"
    r"|(?<!\A\wa[bdhmstz])(?<!\Aa[bdhmstz])(?<!ass)(?<!ka[dh])(?<!e)(?<![ie]nd)er"
    r"|(?:mm|ss|ll|nn|tt|pp|dd|gg|ck|[bcdfgkmnps])el|[^\Waeiou]ke|[^\Waeiou]ing"
    r"|[eoiu]h[lnr]|ahl"
    # English
    r"|[^\Waeiou]kin|ford|worth|field|well|wood|brooke?|stone|smith|shaw|[dhklmnrst]ley"
    r"|[dghklmnrst]ton|[dgk]ham"
    r"|[dkntx]land|house|more|by|hurst|ridge|shire|burgh|combe|dale|worthy|(?:ld|w|ee|p|f)man"
    # Romance
    r"|ndez|[iaeo]rez|nez|guez|quez|chez|omez|opez|[ae]l[dl]i|[ae]rdi|[aeiou]tt[aioe]"
    r"|[aiou]cc[ihaoe]+"
    r"|[aeiou]zz[aieo]|[aeio]ll[aoi]|[ae]rra|eau|eaux|ault|[ei]?oux|eux|[ai]ux|i[eè]re|ois"
    r"|eir[ao]|inho"
    r"|one|[dgmnrtv]ero|[^lx]iu|[ae]sco|[nrl]es|[ai]no|[lnrstgcvzp]e|lde|ura|ais|uis|[lnrgs]et|[^\Waeiou]ot|iot"
    r"|gni|ggi"
    # Japanese
    r"|m[oi]to|yama|[gk]awa|mura|[sz]aki|hashi|[sj]hima|jima|guchi|bayashi|tani|zawa|uchi|ishi"
)
_AT_END = re.compile(rf"\w(?:{_ENDINGS})\Z")
_SPELT = re.compile(
    # as no name of India, Indonesia or Burma is
    r"\A(?:sch|sz|cz|pf|kn|wr|wh|[bcfg]l|cr|fr|thr|str|spr|s[mnkl]|z[mwv]|vl|qu|chr)"
    r"|tz|sch|cz|[a-z]sz|rz|tch|ght|wh|ough|eigh|que|qui|x(?![im])|c[lrtkcq]|w[nlkrs]"
    r"|[dt]tl|zz|ij[sndk]|oo[tkdp]"
    r"|(?:c|bb|dd|ff|gg|ll|mm|nn|pp|rr|ss|tt|cht|chs|[lr](?:b|g|k|p|t|ts|v|z|ch)|nz"
    r"|[^e]rs|lm|rst|st|sk|mp|ey|[^k]ie|[eo]w|[eou]x|th|ch)\Z"
)
_CYRILLIC_OR_GREEK = re.compile(
    r"(?:[оеё]ва?|[иы]на?|[сц]к(?:ий|ая|ой)|енко|[чнлтд][ую]к|ич|швили|дзе|ых|вой"
    r"|πουλο[συ]|ιδη[ςσ]?|αδη[ςσ]?|ακη[ςσ]?|ογλου|[^\Wαειου]ο[σςυ])\Z"
)
_EUROPEAN = frozenset("äöüßåøæłőűñçãõêôèëïžščřďťňěýůąęćńźżğşığáéíóúàâò")
"""Letters of European and Turkish spelling; ā, ṣ and the like write Indian and Arabic names."""
_COMPOUND = re.compile(r"[^\W\d_]{3,}-[^\W\d_]{2,}")
_CAPITAL_INSIDE = re.compile(r"(?:[A-Z][a-z]{0,2}|[DdLlO]['’])[A-Z][a-zà-ÿ]{2,}")


def is_lone_family_name(text: str) -> bool:
    """Whether a single word is a part of a name, by what mononyms of India, Indonesia, Burma,
    Mongolia and of history do not have.

    >>> is_lone_family_name("Woodlock"), is_lone_family_name("Sukarno")
    (True, False)
    """
    low = text.lower()
    if low in FREQUENT or low in EAST_ASIAN or low in _MORE:
        return True
    if _CAPITAL_INSIDE.fullmatch(text):
        return True
    if len(text) < 3 or not text[:1].isupper() or text.isupper() or "." in text:
        return False
    if "-" in text:
        return _COMPOUND.fullmatch(text) is not None and low.partition("-")[0] not in PARTICLES
    if not _EUROPEAN.isdisjoint(low):
        return True
    if len(text) < 4:
        return False
    plain = fold(text)
    if not plain.isascii():
        return _CYRILLIC_OR_GREEK.search(plain) is not None
    return _AT_END.search(plain) is not None or _SPELT.search(plain) is not None
