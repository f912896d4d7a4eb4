"""Texts of East Asia read in another charset: what they were, where one reading is plain and what
stands there is nonsense.

Charsets of two bytes a character give a character for nearly any two bytes, so that no reading is
impossible. But texts are made of few hundred characters, and random bytes are not: how likely a
reading is, is the sum over its characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from itertools import product
from math import inf

from validator.text.charsets import bytes_of

# Han by frequency in Chinese of today, simplified and traditional: kHanyuPinlu of Unihan 15, after
# the Xiandai Hanyu Pinlu Cidian (1986).
_MOST = (
    "的一了是不我在有人这這他们們來来个個上地大著着就你到說说和要里么子也去那得主会會时時出下国國"
    "过過为為好以看可还還生都学學沒没起能多年小把天工家发發动動对對用中又作同民自样樣想面成她义義"
    "后經经产產十什道进進现現只儿兒点點头頭种種从從甚些很然前見见老事方分于开而開麼心两兩走行長长"
    "高象三当當它氣回給给实實問问全水部几二命正定党黨手力己机機气意向所幾知等社物理战戰边邊話话候"
    "但呢声本聲如吶呐使之打叫外罢罷法眼情做身重化革才間间反已四最真业業怎志听聽吧別别級级放妈媽无"
    "無路明先干因新量車车文阶階代少五加解制政军軍度活各住电電比员員第常关關体體建口太次争爭月山原"
    "再吃变變应應果門门題题条條西光思由快利表东東总總您合立百提吗嗎被跟領领結结啊决決完平教队隊論"
    "论許许科其亲親資资者九展书書內内更并呀哪导導笑性白系造斗相带帶万萬敌敵指界共接直便公往农農線"
    "线記记日位認认每研今世将將任孩根花难難区區覺觉群运運办辦風风数數望究識识写寫处處女治件流却卻"
    "众眾半师師通愛爱或拿八形步此計计必站特設设改受连連信切誰谁強强該该朮术且找算远遠六满滿觀观早"
    "報报坐热熱期济濟石似告够夠跑啦管料感爸講讓让讲与與組组統统河越火爷爺服七色飛飞轉"
)
"""Two thirds of the Han of a text and more."""
_MANY = (
    "转死脸臉块塊确確空船务務取场場海极極質质准紧緊整倒基錢钱馬马团團照千品神刚剛怕輕轻土劳勞树樹"
    "影保史細细紅红习習程青近容油历歷清求送錯错字目村裡据據席片夜較较响響类類驗验离離底至张張備入"
    "备米买屋買深器收名咱規规集需南勝胜布病具鐵铁須须織织装裝厂廠晚北睛及况況院传傳友技哥房消包际"
    "際母坚堅批談谈何市黑非忙断斷赶趕汽族睡拉委速低精兴抗興害围圍刻派答衣苦击擊交娘支音严嚴广廣脚"
    "腳压壓句急坏壞草嘴艺藝始帝破单單調调专專增持随隨帮幫安訴诉穿城乎士請请联聯式阵陣伟偉議议客金"
    "星般积積商复複达達飯饭約约虫参參举亮舉桥橋育左雨虽雖魚鱼兵毛则則忽節节推段卖台易賣落鋼钢失愿"
    "材靠伙岁歲皮証证父朋阳陽即微誤误停示划局背显顯欢歡夫引息除温溫画畫食首图圖右号號續续层層呼留"
    "敢权權灯燈密旧舊静靜另突掉旁查跳护護久紀纪紙纸美雪修助喊冲沖医存醫喜渐漸球姑呵激令冷势勢创創"
    "弟念沉注略頂顶古律按評评脑腦室搞乡唱鄉府讀读简簡价價养板養县縣校烈惊沙驚章視视采維维血姐慢故"
    "木怪鐘钟省药藥角初繼继抓班仅僅排奶封础礎烧燒周喝座担擔伤傷央棉竟搖摇曾困枪槍熟終终功态態止源"
    "床仍尽盡懂弹彈充防試试双哭雙窗吸例属屬翻叔祖挥揮游缺責责模野乱亂杂痛适適雜歌菜替换換妇婦烟煙"
    "負负黃黄奇瞭占岸标標待依侵值林課课卫衛嘛选選称稱乐庄握检樂檢武莊田益街嫂考巨演營营爬暗未滅灭"
    "貨货差春固元顧顾普希含弄針针短降型斤构架格構供透射富致副攻忘践踐足司危既泥笔筆伸言朝迫抬費费"
    "景永哎叶葉减印店減江宣洋劲勁某絕绝抱掌环環配遍映素謝谢互嗯察洗优余優概桌鼓鏡镜刀摸效味奋奮怀"
    "懷唯境粮糧肯楚盾矛王肉討讨官摆擺杀殺逐筑仿燃冬袋追列午宝寶挂掛牛置状狀鞋假順顺丰墙投牆独獨矿"
    "礦腿酒語语遇哦浪端策园園妹猛幸彻徹炼煉碎超案退闹鬧佛判英努閃闪煤犯瞧散男湖鮮鲜骨枝練练企抽雞"
    "鸡銀银朵露館馆限吹挺脫脱婶嬸季洞盖碗蓋項项召像堆泪淚姓折束沿率輸输否哈削套汉测測漢哩毫鬼勇拍"
    "玩輪轮险險巴硬移耐震預预临綠绿股臨倍碰執守悄执敗染植败鋪铺哲戶户伍救狗羊鎮镇丽旗編编胡麗穷窮"
    "雄玻璃剝剥粉艰艱零肩云挑混顆颗善戏戲鑽钻借偷均昨舞頓顿施洲篇厚陆陸傅招范醒剩福默良警躺休升圆"
    "圓夏夺奪恶惡纖纤俩倆亿億擦盘盤茶伯免弱征遭控迅堂岛島虎鳥鸟鼻齊齐忍灰爆威帽毒牲冒牙丝液絲宽寬"
    "灵靈居松訓训罪炮粗罵膀若骂圈孔貴贵扬揚楼樓献獻縮缩份紡纺胸輛辆途炉爐渡耳倾傾涂票菌壮壯播械拖"
    "职職克帐帳挤擠秋括索肚插棵湿濕謂谓麻尾阿尖慌梁涌盆蛋趣冰怒咬財财避累辩辯曲磨逃餓饿承疑刺探糊"
    "肥贊赞弯彎徒香付腰愤憤扩擴暖吨噸阻介柴獲紹绍获藏緩缓隔奔秘偏叹嘆窝窩净晨淨稳穩詩诗喂暴殖潮协"
    "協登迷壁毕畢浮紛纷闊阔阴附陰井哼巧拼榮滚滾荣厉厲异異麥麦寒惯慣谷丟丢培宇泛肃肅載载录舒錄健婆"
    "搬禁寻尋灌补補駝驼促刷扑撲析珠愈旅跃躍凝彩拔袖幕庭戴援航呆挖杆沟溝猿瓜凡吓嚇迎凭憑扫掃騎骑冻"
    "凍扎操箱純纯聞闻仔績绩訊讯踏顏颜序恨抢搶横橫疯瘋眉宙凉卷夢梦氧涼繁距銅铜仗割损損摄摔攝瓶悲昏"
    "疼繩绳豆烂烦煩爛蓝藍訂订侧側巩慮虑軟软鞏匆域尺貼賽贴赛躲剧劇役恰惟狠薄释釋駛驶俺兄尊幅拥授擁"
    "杯謀谋劝勸博仪儀捧睁睜網网触觸腾騰匪夹夾抖揭稍稼腐閉闭浓濃胞脈脉駱骆刑惜皱皺监監脏臟蒸貧贫鍋"
    "锅波炸礼禮私繞绕塑磁违違丈玉茫吐喷噴废廢怜恢悉憐挨敲淡尤忆憶災灾蜜啥恐述隐隱残殘額额亩旋污甲"
    "畝胆膽蹲迟遲乘伴掏縫缝刮椅串埋抵捉秒乏喔噢坡捕添牺犧粒舍允哇柜酸寄扔托措狂遗遺伏兔勤珍糟輝辉"
    "拾殊浑渾滴典漠猜障唇壳峡峽德忿撞棒殼滑牵牽盛糖貢贡哟喲宜敬斜暂暫歼殲竹笼籠聪聰蜂騙骗扭詳详貌"
    "辟亡峰励勵归歸焊秀唤喚寸毀毁稻緒绪脆銷销库庫渠爹祝貫贯雷坑蒙辛遵飄飘婚披胃趟逼閑闲嚷垂塞娃扯"
    "狼鍛锻凳卵炕箭肤膚跡輩辈迹匠巾洁涨漲潔猴耗臂虚虛陷吵咳搭森漂狱獄疗療皇翅脾鈴铃雾霧飽饱尚拣振"
    "掩揀歇牧番符趁挡擋晓曉猪綱纲舅豬迈递遞邁壤撤浅淺瘦肠腸塘塵妙尘砍碑焦衡齒齿剂剑劍劑匹摘竞競凶"
    "售堵康拱漆疲盒紗纱坦斯杨楊泡盟瞪緣缘苹蘋轟轰逗享喘嘿挣掙棚签簽龍龙宿悶泼溉潑甜舱艙闷餅饼愉捏"
    "棍盼篮籃芦蘆鉛铅匯奴宫宮汇炭版牌窑窯聚脖訪访隶隸咐摊攤昆桶池猎獵碍礙臭詞词軌轨釣钓顫颤亏仇择"
    "擇智苗虧鋒锋仰屆届岗岩岭崗嶺慰抄盐譯译鹽丛乌凑厘叢奖妻径徑悟欠湊烏獎苍荷蒼輯辑陪叛捞撈撒柱株"
    "核润漏潤瓷糾纠蛇鎖锁估傲厌厭宗扶捆荡蕩蚀蝕裂驕骄幼拨挽掀撥銳锐鳴鸣款盯胳偶寂屈恳懇晃歪眯瞇秧"
    "稿綜综踩鯨鲸吼嗓扁朴欣莫傻幻扣拢掠攏榴溶滩灘牢猫腔蚕蝗蠶裤褲貓跨霜冶咽宅搜晴遮启啟彼抹搁擱敏"
    "漫码碼筋鍵键厅吊廳拒旱桃欺燕琴舌蔽袄襖釘钉駕驾丘审審币幣愣拦摧撕攔浇澆賞赏鴉鸦伞傘晶涉犹猶蛙"
    "丫僚哏嗡宪憲描朗柔橘瞎稀肝裳隆頑顽驢驴倡哀堤姨崇庙廟延汤湯碳童耕跪辫辮闖闯頗颇勃哗嘩嫁孤拳晒"
    "栽洒耀胀胁脅脹膜荒亭咧填妥帘"
)
"""Nearly all others."""
_SYLLABLES = (
    "이다의에는을가고로하어한지은기사도리서자인대과해시아부수정제일적스나구상그관소연전장원조보주국학"
    "공생유여용성화비영라교경개미들동만와신문회방분위중우무실있안역선식물발산계간및년오으법"
)
"""Half of the syllables of a Korean text and more."""

_PUNCTUATION = "　、。，．・：；？！ー～—…‘’“”（）〔〕［］〈〉《》「」『』【】·－％"
_HALF_WIDTH = map(chr, range(0xFF61, 0xFFA0))
_OTHER = 14.0
COSTS: tuple[tuple[Iterable[str], float], ...] = (
    (map(chr, range(0x20, 0x7F)), 5),
    ("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 3),
    (" ", 2.5),
    (map(chr, range(0xFF01, 0xFF5F)), 7.5),
    (_HALF_WIDTH, 5.5),
    (_PUNCTUATION, 5),
    (map(chr, range(0x3041, 0x3094)), 4.5),
    (map(chr, range(0x30A1, 0x30F7)), 5.2),
    ("々〆〇ヶ", 8.5),
    (map(chr, range(0xAC00, 0xD7A4)), 12.5),
    (map(chr, (*range(0x391, 0x3CA), *range(0x410, 0x450))), 5.5),  # letters of all these charsets
)
"""How surprising a character is, in nats: the logarithm of how seldom it comes, by class. Of a
class that makes up half of a text and has 500 members, each comes once in 1000 characters: 6.9.
"""


def _level(charset: str, leads: range, *, low: bool = False) -> Iterable[str]:
    """The Han and Hangul that a charset keeps in its first level: the usual ones, by its standard.
    ``low``: its second bytes are those of ASCII too.
    """
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF)) if low else range(0xA1, 0xFF)
    pairs = bytes(byte for lead in leads for trail in trails for byte in (lead, trail))
    return (c for c in pairs.decode(charset, "ignore") if c >= "\u4e00")


@cache
def _costs() -> dict[str, float]:
    found: dict[str, float] = {}
    for characters, cost in COSTS:
        found.update(dict.fromkeys(characters, cost))
    found |= dict.fromkeys(_level("gb2312", range(0xB0, 0xD8)), 11.0)
    found |= dict.fromkeys(_level("big5", range(0xA4, 0xC7), low=True), 11.0)
    found |= dict.fromkeys(_level("euc-jp", range(0xB0, 0xD0)), 10.5)
    found |= dict.fromkeys(filter(_is_simple, _level("euc-kr", range(0xB0, 0xC9))), 8.3)
    found |= dict.fromkeys(_MANY, 8.9) | dict.fromkeys(_MOST, 6.8) | dict.fromkeys(_SYLLABLES, 5.5)
    return found


def _is_simple(syllable: str) -> bool:
    """Whether a syllable of Hangul is made of the usual vowels and finals."""
    initial, rest = divmod(ord(syllable) - 0xAC00, 21 * 28)
    vowel, final = divmod(rest, 28)
    return (
        initial not in (1, 4, 8, 10, 13)
        and vowel not in (3, 7, 10, 15)
        and (final in (0, 1, 4, 8, 16, 17, 19, 20, 21))
    )


def cost(text: str) -> float:
    """How surprising a text is, in nats: the sum over its characters."""
    costs = _costs()
    return sum(costs.get(c, _OTHER) for c in text)


WRITTEN = ("gbk", "big5", "cp932", "euc-jp", "cp949")
READ = ("gbk", "big5", "cp950", "cp932", "cp949", "euc-jp")

PLAIN = 9.4
"""Nats a character: what a text that was written so has at most, beyond ASCII."""
PLAIN_HANGUL = 8.0
STRANGE = 8.4
"""What a text that was misread has at least."""
SURE = 16.0
"""Nats by which a reading must be likelier than the text as it stands."""
EACH = 1.5
"""The same for each character that it changes; half of it where the text mixes languages."""
APART = 6.0
"""Nats by which it must be likelier than the next reading."""
LONGEST = 2000  # characters

FEWEST = 4  # characters of East Asia that are letters
_HALF_KANA = re.compile("[\uff61-\uff9f]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_LETTER = re.compile("[\u3041-\u30fa\u3400-\u9fff\uac00-\ud7a3\uff66-\uff9f]")


def mean(text: str) -> float:
    """The cost of the characters beyond ASCII, each; 0 where there are none."""
    costs = _costs()
    found = [costs.get(c, _OTHER) for c in text if c > "\x7f"]
    return sum(found) / len(found) if found else 0.0


def _likeliest(text: str, before: float, readings: Iterable[tuple[bytes, str]]) -> str | None:
    """The reading of bytes in their charsets that is plain and far likelier than all others."""
    best, second, mended = inf, inf, None
    seen = {text}
    for found, charset in readings:
        try:
            reading = found.decode(charset)
        except UnicodeDecodeError:
            continue
        if reading in seen:
            continue
        seen.add(reading)
        costs = cost(reading)
        if costs < best:
            best, second, mended = costs, best, reading
        elif costs < second:
            second = costs
    if mended is None or second - best < APART:
        return None
    kept = {c for c in text if c <= "\x7f"} | set(mended)
    each = EACH if _is_of_one_language(text) else EACH / 2
    least = max(SURE, each * sum(c not in kept for c in text))
    if before - best < least or not _is_of_one_language(mended) or _HALF_KANA.search(mended):
        return None
    plain = PLAIN_HANGUL if _HANGUL.search(mended) else PLAIN
    return mended if mean(mended) <= plain else None


@cache
def _twofold(charset: str) -> dict[str, tuple[bytes, ...]]:
    """The characters that a charset has twice: those of IBM and NEC in the Shift_JIS of Windows."""
    if charset not in ("cp932", "big5", "cp950"):
        return {}
    found: dict[str, tuple[bytes, ...]] = {}
    for pair in product(range(0x81, 0xFF), (*range(0x40, 0x7F), *range(0x80, 0xFF))):
        with suppress(UnicodeDecodeError):
            character = bytes(pair).decode(charset)
            if len(character) == 1:
                found[character] = (*found.get(character, ()), bytes(pair))
    return {character: pairs for character, pairs in found.items() if len(pairs) > 1}


MOST_TWOFOLD = 4
"""Characters of this kind in a text, at most: each doubles its readings."""
LONGEST_TWOFOLD = 200  # characters


def _encoded(text: str, charset: str) -> Iterable[bytes]:
    """The bytes that a charset reads as this text: none, one way, or several."""
    try:
        once = text.encode(charset)
    except UnicodeEncodeError:
        return ()
    twofold = _twofold(charset)
    if twofold.keys().isdisjoint(text):
        return (once,)
    if len(text) > LONGEST_TWOFOLD or sum(c in twofold for c in text) > MOST_TWOFOLD:
        return ()
    ways = product(*(twofold.get(c) or (c.encode(charset),) for c in text))
    return map(b"".join, ways)


LEAST = 5.5  # nats: the cost of the plainest characters


def is_strange(text: str) -> bool:
    """Whether a text in characters of East Asia is made of unusual ones, so unusual that another
    reading can be sure; or has Kana of half the width, as which Shift_JIS reads other bytes.
    """
    if len(text) < FEWEST or text.isascii():
        return False
    beyond = sum(c > "\x7f" for c in text)
    if beyond >= FEWEST and mean(text) >= max(STRANGE, LEAST + SURE / beyond):
        return True
    return _HALF_KANA.search(text) is not None


def _is_of_one_language(text: str) -> bool:
    """Whether a text is Chinese, Japanese or Korean: Hangul with Kana, or with as much Han, is no
    language.
    """
    letters = _LETTER.findall(text)
    hangul = sum("\uac00" <= c <= "\ud7a3" for c in letters)
    kana = sum(c < "\u3400" for c in letters)
    return len(letters) >= FEWEST and not (hangul and (kana or 2 * hangul < len(letters)))


def between(text: str) -> str | None:
    """Undo one charset of East Asia read as another: "擔杮偺愳" is 日本の川."""
    if len(text) > LONGEST or not is_strange(text):
        return None
    if len(_LETTER.findall(text)) < FEWEST:
        return None
    readings = [
        (found, written)
        for read_as in READ
        for found in _encoded(text, read_as)
        for written in WRITTEN
    ]
    return _likeliest(text, cost(text), readings)


LATIN = 8.0
"""The cost of a character beyond ASCII that a byte was read as: no text in Latin letters has many
of them in a row.
"""


def of_latin(text: str) -> str | None:
    """Undo a charset of East Asia read as Latin-1 or Windows-1252: "ÖÐ¹ú"."""
    found = bytes_of(text)
    if found is None or len(text) > LONGEST:
        return None
    before = sum(LATIN if c > "\x7f" else 4.0 for c in text)
    return _likeliest(text, before, [(found, written) for written in WRITTEN])
