"""Word lists for titles: small words, kinds of item, parts and numbers, columns, opposites."""

from __future__ import annotations

from validator.text.unicode import compact


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _lines(text: str) -> frozenset[str]:
    return frozenset(compact(part) for part in text.replace("\n", "|").split("|"))


SMALL = _words(
    """a an the of on in for and or to with by from at as is are be its via into
    der die das und von im zur zum des den dem ein eine
    le la les de du des et un une au aux en el los las y del una il lo gli e di da della
    и в на о с по"""
)
"""Words that say nothing of the subject."""

MARKS = {
    word: relation
    for relation, found in {
        "erratum": "erratum errata corrigendum corrigenda correction corrections addendum"
        " 更正 勘误 订正 정정 исправление berichtigung",
        "retraction": "retraction retracted withdrawn withdrawal 撤稿 撤回",
        "reply": "reply replies rejoinder response 答复 答覆 erwiderung ответ",
        "comment": "comment comments commentary discussion 评论 商榷 kommentar",
        "review": "书评 рецензия rezension",
        "protocol": "protocol",
        "letter": "letter letters",
        "editorial": "editorial",
        "slides": "slides",
        "poster": "poster",
        "dataset": "dataset",
    }.items()
    for word in found.split()
}
"""Words that make a title another item's where they begin or end it, with the relation.
Han simplified."""

OF_ANOTHER = frozenset(("erratum", "retraction"))
"""The relations whose words a title of a work does not begin or end with."""

MARK_LINKS = _words(
    "to on re a of the note notice author authors s zu in regarding concerning about editor invited"
    " article 对 关于"
)
"""Words that lead from such a mark to the title that it is about."""

MARKING = MARK_LINKS | MARKS.keys()
"""Words of such a mark, which the title that it is about has not."""

PART = (
    "part|parts|pt|vol|volume|band|bd|teil|tome|tomo|parte|partie|book|chapter|chap|ch|no|nr"
    "|number|issue|phase|stage|season|section|series|supplement|suppl|edition|version|type|class"
    "|grade|level|study|paper|report|часть|ч|том|т|вып|выпуск|книга"
)
"""Words before a number that counts, as a pattern."""

COUNTED = frozenset(PART.split("|")) | _words("teil band auflage aufl edition ed part volume")
"""Words beside which a number of a part may stand."""

EDITION = _words("edition editions ed auflage aufl edicion edizione utgave uitgave издание изд")
"""Words that count editions, not parts."""

VOLUME = _words(
    """vol vols volume volumes v band bd jahrgang jg tome tomo tom t part pt teil no nr num number
    issue heft h fasc ser series том т кн книга вып ч часть"""
)
"""Words before the number of a volume or issue, where the field holds them."""

ROMAN = {
    word: str(number)
    for number, word in enumerate(
        [
            "i",
            "ii",
            "iii",
            "iv",
            "v",
            "vi",
            "vii",
            "viii",
            "ix",
            "x",
            "xi",
            "xii",
            "xiii",
            "xiv",
            "xv",
            "xvi",
            "xvii",
            "xviii",
            "xix",
            "xx",
        ],
        start=1,
    )
}
HALVES = {"上": {"1"}, "前": {"1"}, "中": {"2"}, "后": {"2"}, "下": {"2", "3"}}
"""Words that count a part in Chinese titles, with the numbers that it has in translation."""

SURE_ROMAN = frozenset(ROMAN) - _words("i v x xi vi")
"""Roman numerals that are no words or letters of their own."""

NUMBERS = {
    word: str(number)
    for number, found in enumerate(
        (
            "one first eins erste premiere primera primero первая первый",
            "two second zwei zweite deuxieme segunda segundo вторая второй",
            "three third drei dritte troisieme tercera tercero третья третий",
            "four fourth vier vierte quatrieme cuarta четвертая",
            "five fifth funf funfte cinquieme quinta пятая",
            "six sixth sechs sechste",
            "seven seventh sieben siebte",
            "eight eighth acht achte",
            "nine ninth neun neunte",
            "ten tenth zehn zehnte",
        ),
        start=1,
    )
    for word in found.split()
}
"""Number words, folded."""

COUNTING = {
    **NUMBERS,
    **{word: ROMAN[word] for word in SURE_ROMAN},
    **{f"{word}e": ROMAN[word] for word in SURE_ROMAN},  # "XVIIe siècle"
}
"""Words that are numbers wherever they stand in a title."""

TURNING = _words("not non no without versus against negative anti new novel re")
"""Words that make another title when they are put in."""

STAGES = _words(
    """protocol rationale interim preliminary pilot extension substudy subgroup subanalysis
    ancillary secondary posthoc reply response comment commentary erratum correction corrigendum
    retraction editorial letter rejoinder discussion republished followup follow supplement
    appendix part demo demonstration tutorial workbook teachers teacher exercises solutions answers
    companion abridged
    arbeitsbuch lehrerband ubungen losungen cahier exercices corriges ejercicios esercizi soluzioni
    тетрадь задачник сборник приложение
    further revisited replication reanalysis reexamination sequel continuation continued
    fortsetzung nachtrag continuacion continuazione продолжение 续"""
)
"""Words of a subtitle that make it another paper on one study."""

SERIAL = _words(
    """annual yearly yearbook almanac report reports introduction preface foreword editorial
    minitrack workshop symposium conference congress meeting proceedings statistics highlights
    special section guideline guidelines recommendations standards update updates news bulletin
    directory index
    bibliography surveillance trends outlook jahresbericht bericht rapport informe отчет"""
)
"""Words of titles that come again every year."""

COLUMN = _words("editor editors editorial editorials foreword preface obituary")
"""Words of the titles of columns."""

BESIDE_COLUMN = _words(
    "remark remarks comment comments note notes letter letters introduction message special issue s"
)
"""Words that stand beside those in the titles of columns, and name no subject."""

ONCE = _lines(
    """Editorial|Editor's note|Editor's comments|Editors' introduction|Editorial note
    From the editor|From the editors|Letter from the editor|Preface|Foreword|President's message
    Chair's message|Message from the chair|In this issue|Vorwort|Avant-propos|Предисловие
    От редакции|От редактора|社论|卷首语|编者按|编者的话|编后记|卷头言|编集后记|권두언|편집후기"""
)
"""Columns of which an issue has one by one author."""

RUBRIC_NAMES = _words(
    """paper papers article communication communications report note notes award competition essay
    viewpoint perspective perspectives forum opinion feature column contribution study"""
)
RUBRIC_KINDS = _words(
    """original research invited short brief rapid full regular contributed technical case clinical
    review survey featured cover guest position best student prize winning winner selected
    scientific concise extended special"""
)
"""Words of the heading under which a journal prints a paper ("Research note: ..."), which one
database puts before the title; before the first may stand the letters of a body (ICIS paper)."""

HEADING = RUBRIC_NAMES | _words("slides poster dataset data")
"""Words one of which stands in whatever ``title_text`` takes for a heading and not for the title's
own."""

GREEK = {
    letter: name
    for name, letters in (
        pair.split("/")
        for pair in _words(
            """alpha/α beta/β gamma/γ delta/δ epsilon/εϵ zeta/ζ eta/η theta/θϑ iota/ι kappa/κ
            lambda/λ mu/μµ nu/ν xi/ξ omicron/ο pi/π rho/ρ sigma/σς tau/τ upsilon/υ phi/φϕ chi/χ
            psi/ψ omega/ω"""
        )
    )
    for letter in letters
}
"""Greek letters as titles in Latin letters spell them out."""

_BRITISH = "ґ/г ae/e oe/e ph/f our/or is/iz ys/yz ll/l ogue/og tre/ter nce/nse mme/m"
VARIANTS = tuple(pair.split("/") for pair in _BRITISH.split())
"""British and American spelling, in the order in which they are replaced."""

OPPOSITES = tuple(
    pair.split("/")
    for pair in _words(
        """hyper/hypo intra/inter intra/extra inter/extra micro/macro mono/poly pre/post pro/anti
        pre/pro endo/exo in/de in/ex over/under uni/bi uni/multi bi/tri single/double homo/hetero
        syn/asyn up/down ante/post infra/supra infra/intra ab/ad em/im in/ on/off non/ un/ dis/ ir/
        im/ il/ a/ re/ de/"""
    )
)
"""Beginnings of words that turn the sense."""

ENDINGS = tuple(
    pair.split("/")
    for pair in _words(
        "ate/ite ate/ide ite/ide ine/ide ane/ene ene/yne ane/yne ol/al ol/one one/ane ase/ose"
        " ate/ase in/an or/ee er/ee less/ful"
    )
)
"""Endings of words that turn the sense: nitrate and nitrite, employer and employee."""

CONFUSABLE = frozenset(
    frozenset(pair.split("/"))
    for pair in _words(
        """adoption/adaption angel/angle arteritis/arthritis attitude/altitude attitude/aptitude
        bleeding/breeding casual/causal collage/college complement/compliment contact/contract
        contract/contrast country/county course/coarse dairy/diary deletion/depletion
        desert/dessert detection/dejection facial/fascial feeding/feeling fraction/friction
        gene/genre healing/hearing heating/hearing humeral/humoral infection/inflection
        infection/injection inulin/insulin leaning/learning marital/martial mobility/motility
        moral/morale morality/mortality mucous/mucus neural/neutral neuron/neutron patent/patient
        patents/patients perineal/peroneal phase/phrase photon/proton planet/plant planets/plants
        planning/planting police/policy policy/polity prostate/prostrate public/pubic
        reading/rending running/ruining stain/strain staining/straining statue/statute
        thymine/thiamine trailing/training trail/trial trails/trials untied/united
        ureteral/urethral writing/waiting"""
    )
)
"""Words one letter apart that are two."""

GENERIC = _lines(
    """Editorial|Editorials|Editor's note|Editor's comments|Editors' introduction|Editorial board
    Editorial note|Guest editorial|From the editor|From the editors|Letter from the editor
    Letter to the editor|Letters to the editor|Letters|Letter|Correspondence|Preface|Foreword
    Introduction|Conclusion|Conclusions|Afterword|Epilogue|Prologue|Index|Contents
    Table of contents|Front matter|Back matter|Frontmatter|Backmatter|Front cover|Back cover
    Title page|Copyright|Masthead|Cover|Book review|Book reviews|Reviews|Review|News
    News and notes|Announcements|Announcement|Calendar|Obituary|In memoriam|Erratum|Errata
    Corrigendum|Correction|Corrections|Retraction|Reply|Response|Author reply|Authors' reply
    Authors' response|Comment|Comments|Commentary|Discussion|Abstracts|Abstract|Conference report
    Meeting report|Acknowledgements|Acknowledgments|Appendix|Bibliography|References|Notes
    Notes on contributors|Contributors|List of contributors|President's message
    Presidential address|Chair's message|Message from the chair|Welcome|Welcome message
    Annual report|Untitled|No title|Title unknown|Proceedings|Special issue
    Introduction to the special issue|In this issue|About the authors|Author index|Subject index
    Recent publications|Books received|Call for papers|Calls for papers|Volume information
    Calls for papers and announcements|Calls for papers / announcements|Instructions for authors
    Author guidelines|List of reviewers|Acknowledgement to reviewers|Publisher's note
    Publication information|Advertisement|Advertisements|Opening remarks|Closing remarks
    Concluding remarks|Poster session|Poster abstracts|Invited talk|Keynote
    Keynote address|Vorwort|Einleitung|Nachwort|Avant-propos|Compte rendu|Comptes rendus
    Presentación|Prólogo|Introducción|Reseña|Reseñas|Prefazione|Introduzione|Recensione
    Предисловие|Введение|Рецензия|Рецензии|От редакции|От редактора|Содержание|Хроника
    序|序言|前言|引言|绪论|导论|后记|跋|书评|社论|卷首语|编者按|编者的话|编后记|目录|索引|简讯|消息|会议纪要|征稿启事
    徵稿启事|致谢|附录|参考文献|勘误|更正|はじめに|おわりに|まえがき|あとがき|卷头言|编集后记|目次|序文|序论
    머리말|서문|서평|권두언|편집후기|مقدمة|افتتاحية|خاتمة"""
)
"""Titles of recurring columns and of parts that every book has: they say nothing. Folded, and Han
as the Mainland writes them."""
