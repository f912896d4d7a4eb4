"""Faulty records of Chinese, Japanese and Korean works by kind, each with the code of its fault."""

from __future__ import annotations

from cjk_clean import BOOK, EN, JA, KO, ZH, named, of

from validator.record import Name, Record

ENGLISH = "The past and future of Chinese psychology"

KINDS: dict[str, tuple[tuple[str, Record], ...]] = {
    "the language says another script": (
        ("CJK007", of(ZH, "黄土高原植被恢复的影响", language="en-US")),
        ("CJK007", of(JA, "都市河川における水質の変化", language="en")),
        ("CJK007", of(KO, "조선 후기 지방 시장의 발달", language="ja")),
        ("CJK007", of(ZH, ENGLISH)),
        ("CJK007", of(EN, "Carbon storage in the forests of the north", language="zh-CN")),
        ("CJK007", of(ZH, "计算机应用与软件的发展", language="ja")),
    ),
    "Japanese or Korean under Chinese": (
        ("CJK017", of(JA, "都市河川における水質の変化", language="zh-CN")),
        ("CJK017", of(JA, "データベース入門", language="zh")),
        ("CJK017", of(KO, "조선 후기 지방 시장의 발달", language="zh")),
    ),
    "the language is no tag": (
        ("LAN002", of(JA, "都市河川における水質の変化", language="jp")),
        ("LAN002", of(ZH, "黄土高原植被恢复的影响", language="zh_CN")),
        ("LAN002", of(ZH, "黄土高原植被恢复的影响", language="中文;")),
        ("LAN002", of(ZH, "黄土高原植被恢复的影响", language="Chinese")),
        ("LAN002", of(KO, "조선 후기 지방 시장의 발달", language="kor; eng")),
        ("LAN002", of(JA, "都市河川における水質の変化", language="jp-JP")),
    ),
    "no language": (
        ("LAN001", of(ZH, "黄土高原植被恢复的影响", language="")),
        ("LAN001", of(KO, "조선 후기 지방 시장의 발달", language="")),
    ),
    "titles swapped": (
        ("CJK008", of(ZH, ENGLISH, parallel={"title": "中国心理学的过去与未来"})),
        ("CJK008", of(ZH, ENGLISH, parallel={"title": "中国心理学的过去", "language": "en"})),
    ),
    "a value in the wrong field": (
        (  # the name of the journal alone
            "CJK008",
            of(
                ZH,
                "中国心理学的过去与未来",
                container_title="Acta Psychologica Sinica",
                parallel={"title": ENGLISH, "container_title": "心理学报"},
            ),
        ),
        (  # another Chinese title in the English field
            "CJK007",
            of(
                ZH,
                "中国心理学的过去与未来",
                parallel={"title": "中国心理学的展望", "language": "en"},
            ),
        ),
        (  # the abstracts have changed places
            "ABS001",
            of(
                ZH,
                "中国心理学的过去与未来",
                abstract=f"{ENGLISH} is the subject of this study, which looks at fifty years.",
                parallel={
                    "abstract": "本文回顾了中国心理学五十年来的发展，并讨论了今后的方向。",
                    "language": "en",
                },
            ),
        ),
        (  # and the keywords
            "KEY002",
            of(
                ZH,
                "土壤水分研究",
                keyword=("soil", "moisture"),
                parallel={"keyword": ("土壤", "水分"), "language": "en"},
            ),
        ),
    ),
    "titles that say different things": (
        (  # the years of the study
            "CJK010",
            of(ZH, "中国心理学的过去：1950—1990年", parallel={"title": f"{ENGLISH}, 1950-2000"}),
        ),
        (  # part 2, and part 3
            "CJK010",
            of(ZH, "中国心理学的过去与未来（二）", parallel={"title": f"{ENGLISH} (III)"}),
        ),
        (  # half translated
            "CJK010",
            of(
                ZH,
                "中国心理学的过去与未来",
                parallel={"title": "The past and future of 中国心理学 in the world"},
            ),
        ),
    ),
    "Chinese under Japanese": (
        # two characters that Japan's charset has not: 对 and 响
        ("CJK007", of(ZH, "植被恢复对土壤水分的影响", language="ja")),
    ),
    "another dot in a name": (
        ("CJK002", of(BOOK, "相对论的意义", **named("阿尔伯特•爱因斯坦"))),
        ("CJK002", of(BOOK, "相对论的意义", **named("阿尔伯特.爱因斯坦"))),
    ),
    "a country, dynasty or role in a name": (
        ("AUT006", of(BOOK, "时间简史的研究", **named("[美]富勒"))),
        ("AUT006", of(BOOK, "时间简史的研究", **named("（日）村上春树"))),
        ("AUT006", of(BOOK, "红楼梦的研究", **named("(清)曹雪芹"))),
        ("AUT006", of(BOOK, "红楼梦的研究", **named("曹雪芹著"))),
        ("AUT006", of(BOOK, "文献学的研究", **named("王余光主编"))),
    ),
    "residue in a name": (
        ("AUT007", of(ZH, "土壤水分研究", **named("张伟[1]", "李晓红"))),
        ("AUT007", of(ZH, "土壤水分研究", **named("张伟*", "李晓红"))),
        ("AUT007", of(ZH, "土壤水分研究", **named("张伟（通讯作者）", "李晓红"))),
        ("AUT007", of(ZH, "土壤水分研究", **named("张伟", "李晓红等"))),
        ("AUT005", of(ZH, "土壤水分研究", **named("张伟", "等"))),
        ("AUT005", of(EN, "Soil moisture in the hills", **named("Zhang, Wei", "等"))),
        ("AUT005", of(ZH, "土壤水分研究", **named("张伟", "et al."))),
    ),
    "several people in one name": (
        ("AUT003", of(ZH, "土壤水分研究", author=(Name(literal="张伟;李晓红"),))),
        ("AUT003", of(ZH, "土壤水分研究", author=(Name(literal="张伟；李晓红；王明"),))),
        ("AUT003", of(ZH, "土壤水分研究", author=(Name(literal="张伟、李晓红"),))),
        ("AUT003", of(ZH, "土壤水分研究", author=(Name(literal="张伟，李晓红，王明"),))),
    ),
    "an organisation as a person": (
        ("AUT015", of(BOOK, "人口普查公报", **named(Name("国家", "统计局")))),
        ("AUT015", of(BOOK, "气候公报的研究", **named(Name("中国", "气象局研究所")))),
    ),
    "blanks between characters": (
        ("CJK012", of(ZH, "黄 土 高 原 植 被")),
        ("CJK012", of(ZH, "土壤水分研究", **named("张 伟"))),
    ),
    "simplified and traditional": (
        ("CJK013", of(ZH, "梅雨鋒面的天气特征分析与预报")),
        ("CJK013", of(ZH, "電腦与网络安全研究")),
    ),
    "full-width": (
        ("CJK011", of(ZH, "土壤水分研究", volume="３２")),
        ("CJK011", of(ZH, "土壤水分研究", page="１４３２-１４４０")),
        ("CJK011", of(ZH, "土壤水分研究", issued="２０１２")),
        ("CJK011", of(ZH, "ＤＮＡ测序技术的应用")),
        ("DOI001", of(ZH, "土壤水分研究", doi="１０.3969/j.issn.1000-0933.2012.05.001")),
        ("ISN002", of(ZH, "土壤水分研究", issn="１０００-０９３３")),
        ("CJK015", of(EN, "Soil moisture，growth and climate in the hills")),
    ),
    "labels in numbers": (
        ("VOL001", of(ZH, "土壤水分研究", volume="第32卷")),
        ("VOL001", of(ZH, "土壤水分研究", issue="第5期")),
        ("VOL001", of(ZH, "土壤水分研究", volume="第32卷第5期", issue="")),
        ("PAG004", of(ZH, "土壤水分研究", page="第1432-1440页")),
    ),
    "lost or misread characters": (
        ("ENC005", of(ZH, "土壤锟斤拷锟斤拷研究")),
        ("ENC005", of(ZH, "土壤\ufffd研究")),
        ("ENC004", of(ZH, "åœŸå£¤æ°´åˆ†ç\xa0”ç©¶")),
        ("ENC006", of(ZH, "土壤\u200b水分研究")),
    ),
    "platforms": (
        ("ENC011", of(ZH, "水中Ca~(2+)的测定")),
        ("ENC012", of(ZH, "碳排放权交易研究 认领 被引量：2")),
        ("TIT009", of(ZH, "土壤水分研究[J]")),
        ("ENC001", of(ZH, "土壤水分&amp;植被研究")),
    ),
    "keywords": (
        ("KEY001", of(ZH, "土壤水分研究", keyword=("土壤；水分；植被",))),
        ("KEY001", of(ZH, "土壤水分研究", keyword=("土壤、水分、植被",))),
        ("KEY003", of(ZH, "2型糖尿病的护理研究", keyword=("2", "型糖尿病", "护理"))),
        (
            "KEY004",
            of(KO, "개념설계의 연구와 그 발달", keyword=("개념설계(Preliminary Design)", "설계")),
        ),
        ("KEY002", of(ZH, "土壤水分研究", keyword=("soil moisture", "growth", "climate change"))),
        (
            "KEY002",
            of(
                ZH,
                "土壤水分研究",
                keyword=("土壤", "水分", "植被"),
                parallel={"keyword": ("soil",)},
            ),
        ),
    ),
    "classes and serial numbers": (
        ("CLC001", of(ZH, "土壤水分研究", classification="L123")),
        ("CLC001", of(ZH, "土壤水分研究", classification="tp391.1")),
        ("ISN008", of(ZH, "土壤水分研究", issn="CN 11-0315/G4")),
        ("ISN008", of(ZH, "土壤水分研究", issn="11-0315/G4")),
        ("ISN002", of(ZH, "土壤水分研究", issn="10000933")),
    ),
}
