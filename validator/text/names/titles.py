"""Titles, degrees, roles and bylines: words that stand beside a name and are no part of it."""

from __future__ import annotations

from validator.text.names.particles import word_set

TITLES = word_set(
    "m.sc. b.sc. pgs. pgs.ts pgs.ts. gs.ts gs.ts. ths ths. ts. "
    "dr dr. prof prof. professor dra. drs. dr.-ing. dipl.-ing. dipl.-phys. univ.-prof. mr mr. mrs "
    "mrs. ms. sir rev. msgr. mme mme. mlle mlle. ms dott. dott.ssa prof.ssa dr.ssa mgr. bc. mudr. "
    "rndr. phdr. judr. mvdr. inż. capt. lt. sgt. doctor frau herr senator prof.ª profª prof.a doç. "
    "hab. mgr doc. docent lektor doutor doutora docteur doktor profesor profesora professora "
    "professore professeur prof.dr. prof.dr assoc.prof. assoc.prof.dr. asst.prof. dr.med. dr.phil. "
    "dr.rer.nat. univ.prof. monsieur madame señor señora fräulein miss sra. srta. dña. sig. sig.ra "
    "shrimati smt. dato' dato’ datuk проф. проф профессор д-р доц. акад. академик доцент "
    "καθ. δρ. δρ الأستاذ פרופ' פרופ׳ פרופ ד\"ר ד״ר דר' דר׳ ศาสตราจารย์ "
    "รองศาสตราจารย์ ผู้ช่วยศาสตราจารย์ डॉ. डॉ डा. प्रो. श्री ড. ดร. ศ. รศ. ผศ. "
    "أ.د. د.أ. الدكتور الدكتورة دکتر د."
)
"""Titles in small letters. Left out for what people are called: Dame, Lady, Lord, Don, Ing., Mag.,
Lic., Dean, Justice."""
BESIDE_TITLES = word_set(
    "associate assistant assoc. asst. ass. adj. adjunct adjoint emeritus emerita em. visiting "
    "honorary doç. yrd. öğr. gör. arş. univ. ao. habil. inż. dipl. med. phil. rer. nat. "
    "iur. theol. h.c. arch."
)
"""Words in small letters that qualify a title in front of them or behind, and are none alone."""
RANKS = word_set(
    "captain colonel major general admiral commander lieutenant sergeant president senator "
    "ambassador governor rabbi bishop archbishop cardinal father pastor reverend monsignor judge "
    "baron baroness dame"
)
"""Ranks and offices, family names too: titles only before a known given name and another name."""
ABBREVIATED = word_set("pr. hon. ing. engr. eng. arq. lic. mag. ir. col. maj.")
"""Titles that shorten given names as well (Ing. for Ingrid), but not before a whole one."""
OF_PEN_NAMES = frozenset(("dr", "dr.", "doctor", "mr", "mr.", "miss"))
"""Titles that pen names begin with: with one of them and one word a name is whole (Dr. Seuss)."""

DEGREES = word_set(
    "phd ph.d. ph.d mphil m.phil. m.phil dphil d.phil. msc m.sc. bsc b.sc. "
    "pharmd psyd mbbs mbchb csc. drsc. esq esq."
)
ARTS = word_set("m.a. b.a.")
HONOURS = word_set(
    "frs frsc frse fba freng fmedsci frsa fras frgs frhists fieee obe cbe mbe kbe dbe cmg osb ofm"
)
"""Letters of learned societies, orders and honours: initials too, so that they count only behind a
comma or a whole name."""
DOUBTFUL = word_set(
    "md m.d. mph rn msn bsn mba jd dds dvm llm edd frcp frcs facp facs mrcp dsc cpa"
)
"""Degrees that are initials too in capitals: "Smith MD", "Smith, M.D."."""

RELATORS = word_set(
    "aut edt ill trl ctb cre cmp pbl ths drt prf aui aft pht ivr ive nrt orm lyr lbt cnd arr"
)
"""Codes of what somebody did, in small letters as MARC has them; no name is written so."""

_ROLES = (
    r"(?:guest|series|volume|managing|associate|assistant|co)[ -]?(?:eds?|editors?)"
    r"|photos?|drawings|pictures|作者|作画|原作"
    r"|eds?|editors?|éds?|prof(?:essor|\. ?dr)?|verfasser(?:in)?|mitwirkender?|autor(?:in)?"
    r"|dir\. tesis|red\. nauk|trad|překl|toim|mrs?|ms|miss|dr|édit(?:eur|rice)s?|hrsg|hg|übers|red"
    r"|trans|transl|translators?|comps?"
    r"|ph\.?d|dphil|m\.?sc|b\.?sc|mba|illustrators?|contributors?|photographers?|narrator"
    r"|joint (?:author|editor)|foreword|afterword|preface|introduction|ed\. ?lit"
    r"|traductor(?:a|es)?|traduct(?:eur|rice)s?"
    r"|tradutora?|traduttore|traduttrice|übersetzer(?:in)?|herausgeber(?:in)?|compilador(?:a|es)?"
    r"|organizador(?:a|es)?|coordinador(?:a|es)?|coordenador(?:a|es)?|directeur|directrice|curador"
    r"|ilustrador|illustrateur|koord|oprac|przeł|tłum|çev|haz|szerk|utg|прев|перекл|упоряд|перев"
    r"|博士|硕士|碩士|副?教授|院士|研究[员員]|先生|女士"
    r"|compilers?|ill|dirs?|coords?|a cura di|curatore|cur|org|orgs|ред|отв\. ?ред|сост|пер"
    rf"|{'|'.join(sorted(RELATORS))}"
    r"|主编|主編|编著|編著|编译|編譯|编译者|编者|編者|译者|譯者|訳者|编|編|著|译|譯|訳|監訳|監修|监修|校注|主译|主譯|校订|校訂"
    r"|편저?|역|옮김|옮긴이|엮음|엮은이|지음|지은이|저|글|그림"
)
ROLE = rf"(?i)\s*[\[(（](?:{_ROLES})\.?[\])）]"
"""A role in brackets."""
NOTE = (
    r"\s*[\[(（](?:(?!jr|sr)[a-zéöüа-я]{2,8}\."
    r"|[a-zß-ÿ][a-zß-ÿ.'’-]*(?<!\bvan)(?<!\bvon)(?<!\bde) [a-zß-ÿ][a-zß-ÿ. '’-]{1,40})[\])）]"
)
"""A shortened word, or several, in small letters in brackets: (préf.), (sous la dir. de)."""
ROLE_BEHIND = (
    r"(?i)(?:,|\s[-–—])\s*(?:(?:eds?|éds?|tr|transl?|trad|comps?|coord|dir|org|hg|bearb|übers|red|ред|сост|пер)\."
    r"|(?:(?:guest |series |managing |joint )?editors?|joint author|hrsg)\.?)\Z"
)
"""A role behind a comma, with the full stop that keeps it from being a name (Ed, Comp)."""
DEGREE_BEHIND = (
    r"(?<=[^\W\d_]{2})"
    r"(?:,\s?(?:(?:[A-Z][a-z]{0,4}\.\s?){1,3}[A-Z][a-z]{1,6}\.?|[BDFLM][A-Z]*[A-Z][a-z]{1,5}"
    r"|[A-Z][a-z]{1,4}\. ?[A-Z]\.?|(?:[A-Z]{1,2}\. ?){2,4})(?: \(Hon\w{0,3}\.?\))?){1,4}\Z"
)
"""A degree behind the given name, built of shortened words: B.Eng., S.Kom., MTech, FRCPath; and of
letters, where initials cannot stand: S.J."""
ROLE_AS_GIVEN = r"(?:[Ee]ds|[Ee]ditors?|[Hh]rsg|ed)\.?\)?|Eds?\.?\)"
"""A role that a comma made a given name: "Smith, eds". "Ed" with a capital is a name."""
IN = r"\A(?:[Ii]n(?::\s*|\s+)(?=[^\W\d_])|In(?=[A-Z][a-z]))"
"""The In of a citation beside a role: "In D. Sleeman (Ed.)", glued too: "InPaul"."""

CJK_TITLE = (
    r"(?:研究[员員]|副?教授|博士|院士|先生|女士|老[师師]|(?<=[一-鿿]{3})さん|主[编編]|[编編]著|[编編]者|译者|譯者|监修|監修"
    r"|[\s,，]+(?:[著编編译譯撰校注訳绘]|口述|口授|整理|记录|記錄|执笔|執筆|点校|點校|校点|校对|校對|选编|選編|辑录"
    r"|作画|原作|摄影|攝影|撮影|绘图|插图|翻译|翻譯|改编|审校|審校|主审|著者|作者|主译|主譯|監訳|編著|校訂|교수|박사|선생님?|지음|지은이|옮김|옮긴이|엮음|엮은이|편저?|저|역|글|그림))\Z"
)
ORIGIN = r"^[\[［【(（〔][^\W\d_]{1,4}[\]］】)）〕][\s·]*(?=[^\W\d_])"
"""A country or dynasty in front of a Han name: [美], （清）."""
ORIGIN_BEHIND = (
    r"\s*[\[［【(（〔](?:先秦|[东東西]?[汉漢]|三国|三國|[东東西]?[晋晉]|南朝|北朝|[南北]?[宋齐齊魏]"
    r"|隋|唐|五代|[辽遼]|金|元|明|清|民国|民國|美|英|法|德|日|俄|苏|蘇|意|加|澳|印)[\]］】)）〕]\Z"
)
"""A dynasty or country behind a Han name; brackets there hold other names too (金庸（查良镛）)."""
COMPANY = r"^[(（\[［](?:株|有|社|財|财|独|公|一|合|学|宗|医)[)）\]］]"
"""The legal form of a Japanese company, which stands in brackets as a country does."""

_BY = (
    r"(?:by|(?:[a-z]{3,12}ed|written|told|retold|photography"
    r"|illustrations|art|music|lyrics|afterword|words|text|story|photos?"
    r"|photographs|pictures|drawings|foreword|introduction) by"
    r"|(?:traduit|écrit|rédigé|édité|texte) (?:par|de)|(?:text|fotos?) von"
    r"|(?:herausgegeben|geschrieben|übersetzt|bearbeitet|verfasst) von|(?:traducido|escrito|editado"
    r"|traduzido|organizado|coordinado|dirigido|compilado|coordenado|texto) por|(?:tradotto"
    r"|scritto) da|a cura di|testo di"
    r"|(?:translated|adapted) from the [a-z]{3,15} by|with (?:an? )?(?:introduction|foreword) by"
    r"|(?:pr[óo]logo|prefacio|prefácio|epílogo|introducción|introdução|ilustraciones|ilustrações"
    r"|fotografías|traducción|tradução|edición|selección|notas|préface|postface|avant-propos"
    r"|traduction|photographies) d[eou]|(?:vorwort|nachwort|bilder|einleitung) von"
    r"|(?:prefazione|introduzione|traduzione|illustrazioni) d[ia]|ilustrado por|illustré par"
    r"|par|por|door|przez|под (?:общ(?:ей|\.) )?ред(?:акцией|\.)"
    r"|(?:übers|hg|hrsg|bearb)\. (?:von|v\.)|(?:ed|transl?|comp)\. by"
    r"|(?:trad|éd)\. par|trad\. (?:por|di)"
    r"|(?-i:eds?\.|[Hh]rsg\.|[Hh]g\.|trad\.|transl\.|comp\.|[Сс]ост\.|[Рр]ед\.)"
    r"|(?:sous la|bajo la|sob a) dir(?:ection|ección|eção)? (?:de|d[oa])|under the direction of"
    r"|unter (?:der )?(?:leitung|mitarbeit) von)"
)
BYLINE = rf"(?i)\A{_BY} (?=[^\W\d_])"
"""The first words of a byline, as title pages and newspapers have it."""
LABEL = (
    r"(?i)\A(?:authors?|name|nom|nombre|autor(?:en)?|auteurs?|autore|editors?|herausgeber"
    r"|éditeurs?|translators?"
    r"|photos?|fotos?|text|texte|testo|texto|words|story|illustrations?|drawings|автор|текст|фото"
    r"|ред|in)\.?(?: by)?: ?(?=[^\W\d_])"
)
"""A label in front of a name: "Photos: ". No name has a colon."""
HAN_LABEL = (
    r"\A(?:文|图|圖|撰文|撰稿|摄影|攝影|作者|编者|譯者|译者|记者|記者|本报记者|글|그림|사진|저자|지은이)"
    r"\s?[/／|｜:：]\s?"
    r"|\A(?:(?:本[报報刊]|新[华華]社|中新社|特[约約])\s?)?(?:记者|記者|通[讯訊][员員])[\s\u3000,，]+"
)

ASKED = TITLES | RANKS | ABBREVIATED | DEGREES | ARTS | DOUBTFUL | HONOURS | RELATORS
BYLINES = word_set(
    "by text fotos foto traduit écrit rédigé édité texte herausgegeben geschrieben übersetzt "
    "bearbeitet verfasst traducido escrito editado traduzido organizado texto tradotto scritto "
    "testo cura coordinado dirigido compilado coordenado directed photography illustrations art "
    "music lyrics afterword prólogo prologo prefacio prefácio epílogo introducción introdução "
    "ilustraciones ilustrações fotografías traducción tradução edición selección notas préface "
    "postface avant-propos traduction photographies vorwort nachwort bilder einleitung prefazione "
    "introduzione traduzione illustrazioni ilustrado illustré "
    "par por door przez под übers. hg. bearb. trad. trans. transl. comp. ed. eds. hrsg. сост. ред. "
    "sous bajo sob under unter"
)
"""Without one of these words there is no byline, unless it has a colon."""
