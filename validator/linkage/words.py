"""Word lists for titles: small words, kinds of item, parts and numbers, columns, opposites."""

from __future__ import annotations

from validator.text.unicode import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _lines(text: str) -> frozenset[str]:
    return frozenset(fold(part).replace(" ", "") for part in text.replace("\n", "|").split("|"))


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
    }.items()
    for word in found.split()
}
"""Words that make a title another item's where they begin or end it, with the relation.
Han simplified."""

OF_ANOTHER = frozenset(("erratum", "retraction"))
"""The relations whose words a title of a work does not begin or end with."""

MARK_LINKS = _words("to on re a of the note notice author authors s zu 对 关于")
"""Words that lead from such a mark to the title that it is about."""

PART = (
    "part|parts|pt|vol|volume|band|bd|teil|tome|tomo|parte|partie|book|chapter|chap|ch|no|nr"
    "|number|issue|phase|stage|season|section|series|supplement|suppl|edition|version|type|class"
    "|grade|level|study|paper|report|часть|ч|том|т|вып|выпуск|книга"
)
"""Words before a number that counts, as a pattern."""

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

TURNING = _words("not non no without versus vs against negative anti new novel re")
"""Words that make another title when they are put in."""

OPPOSITES = tuple(
    pair.split("/")
    for pair in _words(
        """hyper/hypo intra/inter intra/extra micro/macro mono/poly pre/post pro/anti endo/exo
        in/de in/ex over/under uni/bi uni/multi bi/tri single/double homo/hetero syn/asyn up/down
        ante/post infra/supra in/ on/off non/ un/ dis/ ir/ im/ il/ a/ re/ de/"""
    )
)
"""Beginnings of words that turn the sense."""

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
    Recent publications|Books received|Poster session|Poster abstracts|Invited talk|Keynote
    Keynote address|Vorwort|Einleitung|Nachwort|Avant-propos|Compte rendu|Comptes rendus
    Presentación|Prólogo|Introducción|Reseña|Reseñas|Prefazione|Introduzione|Recensione
    Предисловие|Введение|Рецензия|Рецензии|От редакции|От редактора|Содержание|Хроника
    序|序言|前言|引言|绪论|导论|后记|跋|书评|社论|卷首语|编者按|编者的话|编后记|目录|索引|简讯|消息|会议纪要|征稿启事
    徵稿启事|致谢|附录|参考文献|勘误|更正|はじめに|おわりに|まえがき|あとがき|卷头言|编集后记|目次|序文|序论
    머리말|서문|서평|권두언|편집후기|مقدمة|افتتاحية|خاتمة"""
)
"""Titles of recurring columns and of parts that every book has: they say nothing. Folded, and Han
as the Mainland writes them."""
