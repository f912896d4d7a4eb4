"""Right records of Chinese, Japanese and Korean works that naive checks call wrong, and why."""

from __future__ import annotations

from typing import Any

from validator.record import Name, Parallel, Record
from validator.text import dates

ZH: dict[str, Any] = {
    "type": "article-journal",
    "author": (Name.parse("张伟"), Name.parse("李晓红")),
    "container_title": "生态学报",
    "volume": "32",
    "issue": "5",
    "page": "1432-1440",
    "issued": "2012",
    "language": "zh-CN",
}
BOOK: dict[str, Any] = {
    "type": "book",
    "author": (Name.parse("张伟"),),
    "publisher": "商务印书馆",
    "publisher_place": "北京",
    "issued": "2012",
    "language": "zh-CN",
}
JA: dict[str, Any] = {
    "type": "article-journal",
    "author": (Name("田中", "博之"), Name("鈴木", "美穂")),
    "container_title": "水環境学会誌",
    "volume": "32",
    "issue": "5",
    "page": "143-150",
    "issued": "2012",
    "language": "ja",
}
KO: dict[str, Any] = {
    "type": "article-journal",
    "author": (Name.parse("김민수"), Name.parse("이영희")),
    "container_title": "역사학보",
    "volume": "32",
    "issue": "5",
    "page": "143-150",
    "issued": "2012",
    "language": "ko",
}
EN: dict[str, Any] = {
    "type": "article-journal",
    "author": (Name("Zhang", "Wei"), Name("Li", "Xiaohong")),
    "container_title": "Journal of Plant Ecology",
    "volume": "7",
    "issue": "3",
    "page": "215-228",
    "issued": "2014",
    "doi": "10.1093/jpe/rtt041",
    "language": "en",
}


def of(base: dict[str, Any], title: str, **changes: Any) -> Record:
    """The record of a language with another title and some other values; names as people write."""
    values = {**base, "title": title, **changes}
    values["issued"] = dates.parse(values["issued"])
    for variable in ("author", "editor", "translator"):
        if variable in values:
            names = values[variable]
            values[variable] = tuple(
                Name.parse(name) if isinstance(name, str) else name for name in names
            )
    if "parallel" in values and isinstance(values["parallel"], dict):
        values["parallel"] = Parallel(**values["parallel"])
    return Record(id="x", **values)


def named(*names: str | Name) -> dict[str, Any]:
    return {"author": names}


KANJI = "最新図書館用語大辞典"
CLEAN: tuple[tuple[str, Record], ...] = (
    # C01: language and script of the title
    ("Japanese in Kanji alone", of(JA, KANJI)),
    ("Japanese in Kanji alone, old characters", of(JA, "圖書館學講座")),
    ("Korean in Han alone", of(KO, "韓國古代史硏究")),
    (
        "an English article in a Chinese journal",
        of(EN, "Carbon storage in forests", container_title="生态学报"),
    ),
    (
        "an English edition",
        of(ZH, "中国物理学报（英文版）", language="en", type="book", publisher="科学出版社"),
    ),
    ("a short title", of(BOOK, "论语", language="en")),
    ("a Latin name as title", of(BOOK, "Photoshop CC")),
    ("one Han word in an English title", of(EN, "The concept of 道 in the Laozi")),
    ("a Chinese word in Latin letters", of(EN, "Guanxi and the market in Shenzhen")),
    ("a romanised title under zh", of(BOOK, "Zhongguo wenxue shi", publisher="Shangwu yinshuguan")),
    ("a romanised title under ja", of(JA, "Nihon bungaku no rekishi", **named("Tanaka, Hiroyuki"))),
    (
        "a translated title as PubMed has it",
        of(EN, "[Treatment of asthma in children]", language="chi"),
    ),
    (
        "a language of a database, by name",
        of(EN, "Treatment of asthma in children", language="chi"),
    ),
    ("ISO 639-3", of(ZH, "黄土高原植被恢复对土壤水分的影响", language="zho")),
    ("ISO 639-2", of(ZH, "黄土高原植被恢复对土壤水分的影响", language="chi")),
    (
        "script and region in the tag",
        of(ZH, "黃土高原植被恢復之研究", language="zh-Hant-TW", container_title="臺灣學報"),
    ),
    ("several languages", of(BOOK, "汉英对照论语译注", language="mul")),
    ("undetermined language", of(BOOK, "汉英对照论语译注", language="und")),
    ("small letters in the tag", of(ZH, "黄土高原植被恢复的影响", language="zh-cn")),
    ("Cantonese", of(BOOK, "廣州話正音字典", language="yue", publisher="廣東人民出版社")),
    # C03, C05: parallel titles
    (
        "the English title beside",
        of(
            ZH,
            "中国心理学的过去与未来",
            parallel={"title": "The past and future of Chinese psychology"},
        ),
    ),
    (
        "an English work with its Chinese title",
        of(
            EN,
            "The past and future of psychology",
            parallel={"title": "心理学的过去与未来", "language": "zh"},
        ),
    ),
    ("an abbreviation with its Chinese title", of(BOOK, "CQL", parallel={"title": "计算查询语言"})),
    (
        "the years of one title are cut short in the other",
        of(ZH, "抗战时期的文学：1937—1945年", parallel={"title": "Literature of the war, 1937-45"}),
    ),
    (
        "a Chinese term in the English title",
        of(ZH, "论“道可道”", parallel={"title": "On the words 道可道 in the Laozi"}),
    ),
    (
        "an English article of a Chinese journal, whose names stand beside each other",
        of(
            EN,
            "The past and future of psychology",
            container_title="心理学报",
            parallel={"title": "心理学的过去与未来", "container_title": "Acta Psychologica Sinica"},
        ),
    ),
    (
        "a Japanese title of Chinese things, in characters of both",
        of(JA, "鄧小平時代中国政治史"),
    ),
    # C04: two languages in one title
    ("an abbreviation in brackets", of(ZH, "加权基因共表达网络分析(WGCNA)在医学中的应用")),
    ("years in brackets", of(ZH, "抗战时期的文学(1933-1945)")),
    ("a language in brackets", of(ZH, "统计学(英文)")),
    ("a formula in brackets", of(ZH, "二氧化钛(TiO2)薄膜的制备")),
    ("a term in brackets", of(ZH, "深度学习(Deep Learning)综述")),
    # C09, C11: Chinese names
    ("three characters", of(ZH, "土壤水分研究", **named("欧阳修", "司马光"))),
    (
        "a compound family name in two fields",
        of(ZH, "土壤水分研究", **named(Name("欧阳", "修"), Name("诸葛", "亮"))),
    ),
    ("four characters", of(ZH, "土壤水分研究", **named("欧阳明高", "司徒雷登"))),
    (
        "two characters in two fields",
        of(ZH, "土壤水分研究", **named(Name("张", "三"), Name("李", "明"))),
    ),
    ("a married woman of Hong Kong", of(ZH, "香港政策研究", **named("林鄭月娥"), language="zh-HK")),
    ("a rare family name", of(ZH, "土壤水分研究", **named("尉迟恭", "万俟卨", "单雄信", "曾国藩"))),
    (
        "romanised, hyphenated",
        of(EN, "Soil moisture in the hills", **named("Li, Tsung-Yu", "Chang, Wei-Ming")),
    ),
    (
        "romanised, Wade-Giles",
        of(EN, "Soil moisture in the hills", **named("Ch'en, Tu-hsiu", "Hsü, Chih-mo")),
    ),
    (
        "romanised, one syllable",
        of(EN, "Soil moisture in the hills", **named("E, Weinan", "Xu, Bo")),
    ),
    (
        "romanised, lyu and lv",
        of(EN, "Soil moisture in the hills", **named("Lyu, Wei", "Lv, Jian")),
    ),
    (
        "a Western given name",
        of(EN, "Soil moisture in the hills", **named("Wong, Helena", "Lam, Carrie")),
    ),
    (
        "a Korean name in Han, in boxes",
        of(
            KO,
            "조선 후기 시장의 발달",
            author=(Name(literal="李相和"),),
            parallel={"author": (Name("Yi", "Sang-hwa"),)},
        ),
    ),
    (
        "authors of Hong Kong with Western given names",
        of(
            ZH,
            "香港政策研究",
            language="zh-HK",
            author=(Name(literal="黃碧雲"), Name(literal="陳家洛")),
            parallel={"author": (Name("Wong", "Helena"), Name("Chan", "Kenneth"))},
        ),
    ),
    (
        "authors of Singapore and Vietnam",
        of(
            ZH,
            "南洋华人研究",
            author=(Name(literal="吴作栋"), Name(literal="阮文雄")),
            parallel={"author": (Name("Goh", "Chok Tong"), Name("Nguyen", "Van Hung"))},
        ),
    ),
    # C12: blanks in names
    ("Japanese names with blanks", of(JA, "都市河川の水質について", **named("山田 太郎", "林 薫"))),
    (
        "a Japanese name of two characters",
        of(JA, "都市河川の水質について", **named("林 薫", "森 博")),
    ),
    (
        "Airiti: two fields",
        of(
            ZH,
            "圖書館之研究",
            language="zh-TW",
            container_title="圖書館學刊",
            **named(Name("曾", "國鴻")),
        ),
    ),
    # C13: names written by sound
    ("the interpunct", of(BOOK, "相对论的意义", **named("阿尔伯特·爱因斯坦"))),
    ("of three parts", of(BOOK, "我有一个梦想的故事", **named("马丁·路德·金"))),
    (
        "an initial within",
        of(BOOK, "计算机组成与设计", **named("戴维·A. 帕特森", "约翰·L. 亨尼斯")),
    ),
    ("initials before", of(BOOK, "哈利波特的故事", **named("J.K.罗琳"))),
    ("one initial before", of(BOOK, "空想社会主义的历史", **named("E.托马斯"))),
    (
        "a family name of one character",
        of(BOOK, "时间简史的研究", **named("史蒂芬·霍金", "艾伦·格林斯潘")),
    ),
    (
        "Katakana with its own dot",
        of(JA, "相対性理論の意味", **named("アルベルト・アインシュタイン")),
    ),
    ("an Uyghur name", of(ZH, "新疆绿洲农业的发展", **named("买买提·吐尔逊", "阿依古丽·艾合买提"))),
    ("a Mongolian name", of(ZH, "草原生态的研究", **named("娜仁图雅", "乌云毕力格"))),
    ("a Tibetan name", of(ZH, "高原草甸的研究", **named("扎西多吉", "次仁央宗"))),
    # C14-C18: marks, lists, organisations
    ("等 within a body", of(BOOK, "同等学力考试大纲", **named("全国高等教育自学考试指导委员会"))),
    (
        "平等 within a name of a body",
        of(BOOK, "平等机会年报", **named("平等机会委员会"), language="zh-HK"),
    ),
    (
        "a committee with a code",
        of(BOOK, "文献著录规则汇编", **named("全国信息与文献标准化技术委员会(SAC/TC4)")),
    ),
    ("an institute", of(BOOK, "赤峰遗址发掘报告", **named("内蒙古文物考古研究所"))),
    (
        "two institutes in one",
        of(BOOK, "赤峰遗址发掘报告", **named(Name(literal="内蒙古文物考古研究所、赤峰市博物馆"))),
    ),
    (
        "a Japanese name of four characters",
        of(JA, "都市河川の水質", **named("山田太郎", "佐藤花子")),
    ),
    ("a Korean name", of(KO, "조선 후기 시장의 발달", **named("남궁민수", "이영희"))),
    ("a Korean name in Han", of(KO, "韓國古代史의 硏究", **named("金富軾"))),
    # C19, C20: not mojibake
    ("a question", of(ZH, "为什么要研究土壤?")),
    ("rare characters", of(ZH, "㙍塬土壤的水分研究")),
    ("characters of Hong Kong", of(BOOK, "香港嘅飲食文化", language="zh-HK", publisher="三聯書店")),
    ("iteration marks", of(JA, "佐々木家文書の研究")),
    ("half-width Kana", of(JA, "ﾃﾞｰﾀの分析について")),
    ("quoted dashes", of(ZH, "“一带一路”与中国——兼论贸易……（二）")),
    # C22: deliberate forms
    (
        "a form of a Japanese name",
        of(JA, "都市河川の水質について", **named(Name("山﨑", "太郎"), Name("髙橋", "一郎"))),
    ),
    # C23, C24: width
    ("a number of a case", of(BOOK, "判决书的研究", number="（2013）锡民终字第497号")),
    ("a number of a document", of(BOOK, "通知汇编的研究", number="国发〔2007〕19号")),
    ("circled numbers", of(ZH, "化合物①与②的合成")),
    ("Roman numerals", of(ZH, "Ⅱ型糖尿病的研究进展")),
    ("units", of(ZH, "25℃下10㎡样地的水分")),
    ("full-width in Japanese", of(JA, "第３回調査の報告について")),
    ("full-width letters in Japanese", of(JA, "Ｗｅｂデータの分析について")),
    ("full-width punctuation", of(ZH, "土壤，水分；与其他：一项研究（二）")),
    # C25, C26, C27: punctuation and blanks beside Han
    ("half-width brackets", of(ZH, "土壤水分(二)研究")),
    ("half-width comma", of(ZH, "土壤,水分与植被")),
    ("half-width colon", of(ZH, "土壤水分:一项研究")),
    ("a blank beside Latin", of(ZH, "基于 WGCNA 算法的网络构建及其 R 软件实现")),
    ("no blank beside Latin", of(ZH, "基于WGCNA算法的网络构建")),
    ("mixed title", of(BOOK, "行政法II：总论")),
    ("title marks in an English title", of(EN, "A reading of 《红楼梦》 in English")),
    # C28: blanks in titles
    ("a subtitle", of(BOOK, "中国通史 明清卷")),
    ("a chapter", of(ZH, "第8章 中国 的城市")),
    ("an ideographic blank", of(ZH, "信息与文献　参考文献著录规则")),
    ("a volume", of(BOOK, "中国哲学史 下册")),
    # C29: simplified and traditional
    ("characters of both", of(ZH, "台湾与秘鲁的里程占比研究")),
    ("於 as a word of study", of(ZH, "试论“於”字的用法")),
    ("a quoted old title", of(ZH, "论《說文解字》的编纂体例")),
    ("a book that is about both", of(ZH, "简体字与「繁體字」转换研究")),
    ("characters of Japan", of(JA, "図書館学会の歴史")),
    ("old families of both", of(ZH, "后汉书·于定国传研究")),
    ("着 and 著", of(ZH, "着重研究鲁迅著作")),
    # C30: Japanese and Korean in Chinese titles
    ("a quoted Japanese word", of(ZH, "日语「ている」与汉语「着」的比较研究")),
    ("one Japanese word", of(ZH, "日语ている的体貌意义研究")),
    ("a quoted Korean word", of(ZH, "韩国语助词“는”的用法研究")),
    ("a Japanese title in title marks", of(ZH, "《源氏物語のあらすじ》汉译研究")),
    ("one Korean word", of(ZH, "韩国语助词는的用法研究")),
    # C31-C35: keywords
    ("commas in chemistry", of(ZH, "2,4-D对黄瓜的影响", keyword=("2,4-D", "黄瓜", "愈伤组织"))),
    (
        "an abbreviation in brackets",
        of(ZH, "地理信息系统的应用", keyword=("地理信息系统（GIS）", "城市规划")),
    ),
    (
        "both languages in one list",
        of(ZH, "土壤水分研究", keyword=("土壤", "水分", "soil", "moisture")),
    ),
    ("elements", of(ZH, "碳氮磷的化学计量", keyword=("C", "N", "P", "化学计量"))),
    ("、 in one concept", of(ZH, "农林牧的发展", keyword=("农、林、牧结合", "发展"))),
    # C36: no markup
    ("a range with a tilde", of(ZH, "土壤水分60~150 mm的影响")),
    ("a name with an underscore", of(EN, "Parsing snake_case and file_3 names in programs")),
    # C37: classification
    ("a class with an extension", of(ZH, "土壤水分研究", classification="F279.23+2")),
    ("several classes", of(ZH, "土壤水分研究", classification="TP391.1; R587.1")),
    ("an alternative class", of(ZH, "土壤水分研究", classification="[D9]")),
    # C38: marks of GB/T 7714 that belong to the title
    ("a mark within a title", of(ZH, "论[J]类文献的著录")),
    # C39: DOIs of Chinese agencies
    (
        "brackets in a DOI",
        of(
            ZH,
            "土壤水分研究",
            doi="10.13471/j.cnki.j.sun.yat-sen.univ(med.sci).20240004.017",
            issued="2024",
        ),
    ),
    ("an ISSN in a DOI", of(ZH, "土壤水分研究", doi="10.3969/j.issn.1000-0933.2012.05.001")),
    # C40: serial numbers
    ("two ISSNs", of(EN, "Soil moisture in the hills", issn="0022-3727, 1361-6463")),
    # C41: dates, volumes and pages
    ("pages in two places", of(ZH, "土壤水分研究", page="94-98,93")),
    ("pages with a jump", of(ZH, "土壤水分研究", page="1106-1111+1117")),
    ("a supplement", of(ZH, "土壤水分研究", issue="z1")),
    ("a supplement by name", of(ZH, "土壤水分研究", issue="增刊1")),
    ("S1", of(ZH, "土壤水分研究", issue="S1")),
    ("an issue in two figures", of(ZH, "土壤水分研究", issue="06")),
    ("one page", of(JA, "都市河川の水質", page="280-280")),
    ("an article number", of(ZH, "土壤水分研究", page="e0123456")),
    # C42: words of pages that are words of titles
    ("收藏 in a title", of(ZH, "中国古籍的收藏")),
    ("引用 in a title", of(ZH, "论文献的引用")),
    ("a postcode in an address", of(ZH, "土壤水分研究", affiliation=("长春大学 长春 130024",))),
)
