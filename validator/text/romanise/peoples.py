"""Names of Tibetans and Uyghurs: what they are made of, in Han and as their bearers spell it.

Their Han follow the sounds from afar, and Pinyin tells little of them: 次仁 is Tsering.
Common knowledge of the languages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product

TIBETAN = """
扎西=tashi,trashi 次仁=tsering,cering,tshering 才让=tsering 才仁=tsering 泽仁=tsering
卓玛=dolma,drolma 多吉=dorje,dorji,dorjee 多杰=dorje,dorji,dorjee 旦增=tenzin,tenzing
丹增=tenzin,tenzing 格桑=kelsang,kalsang,kalzang,kelzang 洛桑=lobsang,losang,lobzang
罗桑=lobsang,losang 巴桑=pasang,passang 尼玛=nyima 达瓦=dawa 平措=phuntsok,phuntsog,puncog
彭措=phuntsok,phuntsog 央金=yangchen 央宗=yangdzom 白玛=pema,padma 贡布=gonpo,gompo
桑吉=sangye,sangay 桑杰=sangye,sangay,sanggye 索南=sonam 曲珍=choedon,chodron,choedron
拉姆=lhamo 仁增=rigzin,rinzin 仁青=rinchen 仁钦=rinchen 边巴=penpa,pempa 普布=phurbu,phurba
米玛=migmar,mingma 拉巴=lhakpa,lhagpa 强巴=jampa,champa 晋美=jigme 久美=jigme 吉美=jigme
江村=gyaltsen,jamcan 坚赞=gyaltsen 顿珠=dondrub,dhondup,dondup,dondrup 群培=choephel,chophel
班觉=paljor 旺堆=wangdu,wangdue 旺久=wangchuk 嘉措=gyatso 加措=gyatso 阿旺=ngawang
土登=thubten,tubten 益西=yeshe,yeshi 慈诚=tsultrim 楚臣=tsultrim 南杰=namgyal 朗杰=namgyal
梅朵=metok,metog 德吉=dekyi,deki 措姆=tsomo 更登=gendun 根敦=gendun,gedun 云丹=yonten
喜饶=sherab 欧珠=ngodrup,ngodup 邬金=ugyen,orgyen 伍金=ugyen,orgyen
"""
UYGHUR = """
买买提=memet,mamat,muhammat,muhemmet,mehmet 艾买提=emet,ahmat,ehmet,ahmet 阿不都=abdu,abdul
阿卜杜=abdu,abdul 热西提=reshit,rashit,rashid 热合曼=rehman,rahman 克里木=kerim,karim
克热木=kerim,karim 热依木=rehim,rahim 外力=weli,wali 吾甫尔=ghopur,gopur 艾力=eli,ali
艾里=eli,ali 古丽=gul 阿依=ay 娜尔=nar 吐尔逊=tursun,turson 吐尔洪=turghun,turgun 努尔=nur
白克力=bekri 迪丽热巴=dilraba 迪力木拉提=dilmurat 木拉提=murat 肉孜=rozi,ruzi 依明=imin,emin
伊明=imin,emin 司马义=ismail 斯马义=ismail 玉素甫=yusup,yusuf 玉苏甫=yusup,yusuf
赛福鼎=saypidin,seypidin,saifuddin 艾则孜=eziz,aziz,ezizi,azizi 阿布力孜=abliz,ablez
阿不力孜=abliz,ablez 阿布力米提=ablimit,ablemit 阿不力米提=ablimit,ablemit 库尔班=kurban,qurban
阿地力=adil 地里夏提=dilshat 迪里夏提=dilshat 帕尔哈提=parhat,perhat 艾尔肯=erkin,arkin
艾山=hesen,hasan 吾斯曼=osman,usman 哈斯木=kasim,qasim 卡斯木=kasim,qasim 亚森=yasin
阿里木=alim,elim 阿力木=alim,elim 塔依尔=tahir,tayir 伊力哈木=ilham 依力哈木=ilham
铁木尔=tomur,timur
"""
FEWEST, LONGEST = 3, 12  # characters: two may be a Chinese name
MOST = 4  # elements
LONGEST_ELEMENT = 5


@cache
def _spellings() -> dict[str, tuple[str, ...]]:
    rows = (row.partition("=") for row in (TIBETAN + UYGHUR).split())
    return {han: tuple(spelt.split(",")) for han, _, spelt in rows}


def _elements(name: str) -> Iterator[list[str]]:
    """The ways in which elements make up a name."""
    if not name:
        yield []
        return
    for end in range(2, LONGEST_ELEMENT + 1):
        if name[:end] in _spellings():
            yield from ([name[:end], *rest] for rest in _elements(name[end:]))


def spelt(name: str, parts: Sequence[str]) -> str | None:
    """The spelling of a name in Han, without its dots, that is all of the romanised parts, small
    and of ASCII, in any order; None where there is none.
    """
    if not FEWEST <= len(name) <= LONGEST:
        return None
    meant = sorted(parts)
    for elements in _elements(name):
        if len(elements) > MOST:
            continue
        for ways in product(*map(_spellings().__getitem__, elements)):
            for words in _words(ways, len(parts)):
                if sorted(words) == meant:
                    return " ".join(words)
    return None


def _words(ways: Sequence[str], count: int) -> Iterator[list[str]]:
    """The elements as words: each by itself, or cut in two."""
    if count == 1:
        yield ["".join(ways)]
    elif count == 2:
        yield from (["".join(ways[:at]), "".join(ways[at:])] for at in range(1, len(ways)))
    elif count == len(ways):
        yield [*ways]
