"""Family names that settle a doubt: Chinese ones in Han, frequent ones in Latin letters."""

from __future__ import annotations

from validator.text.names.particles import word_set
from validator.text.script import is_cjk_only

COMPOUND = word_set(
    "欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 司徒 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 慕容 令狐 "
    "宇文 长孙 長孫 轩辕 軒轅 夏侯 端木 独孤 獨孤 南宫 南宮 西门 西門 申屠 澹台 澹臺 赫连 "
    "赫連 呼延 拓跋 濮阳 濮陽 淳于 单于 單于 太史 公冶 宗政 钟离 鍾離 闻人 聞人 东郭 東郭 "
    "百里 万俟 萬俟 闾丘 仲孙 仲孫 第五 欧陽 左丘 梁丘 司空 司寇 子车 颛孙 巫马 公西 漆雕 "
    "乐正 壤驷 公良 夹谷 宰父 谷梁 段干 张简 張簡 范姜 歐阳"
)
"""Chinese family names of two characters."""

SINGLE = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗"
    "凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹"
    "狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍"
    "虞万支柯昝管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢滑裴陆荣翁荀羊惠甄曲封芮羿储靳汲邴糜松井段"
    "富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲鄂索咸"
    "籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎充慕连"
    "茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶"
    "空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公肖覃揭仝邸岳帅缑亢况有琴商牟佘佴伯赏墨哈谯笪年爱阳佟言福"
    "趙錢孫吳鄭馮陳衛蔣韓楊許呂張嚴華謝鄒喻竇雲蘇魯韋馬鳳費賀湯羅畢鄔樂時齊顧黃蕭貝計談龐紀項藍閔賈婁顏鍾駱萬盧"
    "莫經繆應鄧單諸龔滑陸榮儲烏車寧欒厲劉龍葉賴藺喬陰蒼聞黨譚貢勞冉酈壽邊農溫別莊閻連習魚滿廣闕東歐師鞏聶簡饒"
    "養須豐關紅權蓋況岳肖邱涂塗占詹闫阎付代佟官仉危游湯邰丘辜冼翦".replace(" ", "")
)
"""Chinese family names of one character, in both kinds of characters."""

KOREAN = frozenset(
    "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허남심노하곽성차주우구민유"
)
"""Frequent Korean family names of one syllable."""
KOREAN_COMPOUND = word_set("남궁 황보 제갈 선우 독고 사공 서문 동방 망절")
"""Korean family names of two syllables."""

_JAPANESE_SECOND = frozenset(
    "田木川山村島嶋井野原崎﨑橋藤沢澤口谷岡池上下中内部林森倉本坂松津浦保辺邊尾屋"
)
_JAPANESE_LAST = frozenset("子郎夫雄男彦恵")
"""Characters that end Japanese given names, and hardly a name written by sound in Chinese."""

VIETNAMESE = word_set(
    "nguyễn trần lê phạm hoàng huỳnh vũ võ đặng bùi đỗ hồ ngô dương đinh trịnh đoàn"
)
"""Vietnamese family names with their marks: where they are written, they stand first."""

FREQUENT = word_set(
    # never used as whole names: a record that has one of them alone has lost the given name
    "smith johnson williams brown jones miller davis wilson anderson thomas taylor moore jackson "
    "martin thompson white harris clark lewis robinson walker hall allen wright hill green adams "
    "baker nelson carter mitchell roberts turner phillips campbell parker evans edwards collins "
    "stewart morris rogers cook murphy cooper peterson bailey kelly richardson cox howard ward "
    "watson brooks bennett hughes müller mueller schmidt schneider fischer weber meyer wagner "
    "becker schulz hoffmann schäfer koch bauer richter klein wolf schröder neumann zimmermann "
    "braun krüger hofmann hartmann garcía garcia rodríguez rodriguez martínez martinez hernández "
    "hernandez lópez lopez gonzález gonzalez pérez perez sánchez sanchez ramírez ramirez torres "
    "silva santos oliveira souza pereira costa ferreira almeida rossi russo ferrari esposito "
    "bianchi romano colombo ricci marino bernard dubois durand moreau laurent lefebvre jansen "
    "hansen johansen olsen larsen andersen nielsen jensen pedersen svensson andersson nilsson "
    "eriksson larsson olsson persson johansson karlsson novák nowak kowalski wiśniewski ivanov "
    "petrov smirnov popov kim lee park choi jung kang zhang wang zhao huang zhou zhu tanaka "
    "suzuki sato takahashi watanabe yamamoto nakamura kobayashi"
)

EAST_ASIAN = word_set(
    # romanised Chinese and Korean family names
    "zhang wang li liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo "
    "liang song zheng xie han tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng "
    "lu su jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren fan fang shi yao "
    "tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long wan "
    "duan qian tao bao bi bian bu chang chu cong dou gan ge geng gong guan gui ji ju lai "
    "lan lang lei leng lv lyu mei miao mo mu ni nie ning niu ou pang pei pi pu qi qiao qu "
    "quan rao rong ruan sha shang shu si tong wen weng xi xiang xin xing xuan yi yin ying "
    "you yue yun zang zhan zhen zhi zhuang zhuo zong zuo kim lee yi rhee park pak bak choi "
    "choe jung jeong chung cheong cho jo jang yoon yun lim rim oh o seo suh shin sin kwon "
    "hwang ahn an yoo ryu yu ko koh moon mun yang son bae baek paik hong huh hur heo noh "
    "roh sim shim ha kwak sung seong cha joo ju woo u koo ku min jin ji um eom chae won "
    "cheon chun bang pang kong gong hyun hyeon ham byun byeon yeom yum chu choo do so suk "
    "seok sun sul seol ma gil kil yeon wi pyo myung myeong ki ban wang geum keum ok yuk in "
    "maeng je mo tak guk kook eo eun pyun yong ye bong kyung jegal khang rah ra na la tae "
    "to i ee pi pyeon choung chong jun eoh yeo back gwon seon yi "
    "wong chan cheung leung lau ng chow ho lam tsang kwok tse yeung mak "
    "fung chiu siu hui tam hsu hsieh tsai chiang chuang teng tseng kuo lo liao wei tsao "
    "peng yeh ting hsiao chien nguyen tran pham hoang phan vu vo dang bui duong ly"
)
"""Romanised Chinese, Korean and Vietnamese family names: often written in capitals on purpose."""


def split_chinese(text: str) -> tuple[str, str] | None:
    """Family and given name of an unsplit Chinese name of two to four characters, None if it
    does not begin with a Chinese family name.

    >>> split_chinese("欧阳修")
    ('欧阳', '修')
    """
    if not 2 <= len(text) <= 4 or not is_cjk_only(text):
        return None
    if text[:2] in COMPOUND and len(text) > 2:
        return text[:2], text[2:]
    if text[0] in SINGLE and len(text) < 4:
        return text[0], text[1:]
    return None


def is_chinese_person(text: str) -> bool:
    """Whether an unsplit Han name reads as a Chinese one and not also as a Japanese one.

    高 and 田 begin names in both languages; the second character tells most of them: 高木, 田中.
    """
    return split_chinese(text) is not None and (
        text[1] not in _JAPANESE_SECOND or text[:2] in COMPOUND
    )


def is_japanese_person(text: str) -> bool:
    """Whether an unsplit Han name of four characters reads as a Japanese one: 佐藤花子."""
    return (
        len(text) == 4
        and is_cjk_only(text)
        and text[:2] not in COMPOUND
        and (text[1] in _JAPANESE_SECOND or text[-1] in _JAPANESE_LAST)
    )
