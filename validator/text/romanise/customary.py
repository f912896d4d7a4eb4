"""What no table of readings has: how families and people spell their names by custom.

Common knowledge of the languages, in both kinds of characters; sources where one is to be had: the
Table of General Standard Chinese Characters (2013) and the Xiandai Hanyu Cidian for readings that
are used in family names only; the registers of Singapore and Malaysia for the southern languages.
"""

from __future__ import annotations

from validator.text.names.particles import word_set


def _table(text: str) -> dict[str, tuple[str, ...]]:
    """``张張=a,b 陈陳=c``: each character with its values."""
    found: dict[str, tuple[str, ...]] = {}
    for row in text.split():
        characters, _, values = row.partition("=")
        for character in characters:
            found[character] = (*found.get(character, ()), *values.split(","))
    return found


# Readings in Pinyin that a family name has and the character mostly not; the usual ones stay
# possible behind them, for those who use them.
FAMILY_READINGS = _table(
    "单單=shan4,dan1 曾=zeng1 仇=qiu2 解=xie4 区區=ou1 查=zha1 盖蓋=ge3,gai4 朴=piao2,pu3,pu2 "
    "缪繆=miao4 纪紀=ji3,ji4 葛=ge3 任=ren2 华華=hua4 员員=yun4 种=chong2 冼洗=xian3 折=she2 "
    "逢=pang2,feng2 召=shao4 黑=he4,hei1 句=gou1 哈=ha3 谌諶=chen2,shen4 重=chong2 车車=che1 "
    "柏=bai3,bo2 薄=bo2 卜=bu3 都=du1 费費=fei4,bi4 过過=guo1 和=he2 华=hua4 贾賈=jia3 "
    "阚闞=kan4 令=ling2 陆陸=lu4 闵閔=min3 那=na1,na4 能=nai4,neng2 佴=nai4 恁=nen4 区=ou1 "
    "祭=zhai4 瞿=qu2 券=xuan4 撒=sa3 洒=sa3 沙=sha1 单=shan4 少=shao4 盛=sheng4 石=shi2 "
    "宿=su4 台臺=tai2 澹=tan2 帖=tie3 鲜鮮=xian1 相=xiang4 行=xing2,hang2 省=xing3 燕=yan1 "
    "要=yao1 应應=ying1 於=yu1 载載=zai4 占=zhan1 訾=zi1 幺么=yao1 "
    "尢尤=you2 角=jue2 郗=xi1,chi1 晟=cheng2 郄=qie4,xi4 厍庫库=she4,ku4 麴曲麯=qu1 干=gan1 "
    "强強=qiang2,jiang4 叶葉=ye4,she4 澎=peng2 戏戲=xi4 万萬=wan4 予=yu3 涂塗=tu2 贠=yun4 "
    "戚=qi1 镡鐔=tan2,xin2,chan2 谯譙=qiao2 万=wan4 适適=kuo4,shi4 缴=jiao3 镐=hao4"
)
# Compound family names with a reading that their characters do not show.
COMPOUND_READINGS = {
    "尉迟": "yu4 chi2", "尉遲": "yu4 chi2", "万俟": "mo4 qi2", "萬俟": "mo4 qi2",
    "单于": "chan2 yu2", "單于": "chan2 yu2", "长孙": "zhang3 sun1", "長孫": "zhang3 sun1",
    "澹台": "tan2 tai2", "澹臺": "tan2 tai2", "令狐": "ling2 hu2", "夏侯": "xia4 hou2",
    "乐正": "yue4 zheng4", "樂正": "yue4 zheng4", "呼延": "hu1 yan2", "宰父": "zai3 fu3",
    "拓跋": "tuo4 ba2", "叱干": "chi4 gan1", "冒顿": "mo4 du2", "吐谷": "tu3 yu4",
    "可汗": "ke4 han2", "耶律": "ye1 lü4", "完颜": "wan2 yan2", "完顏": "wan2 yan2",
    "爱新": "ai4 xin1", "愛新": "ai4 xin1",
}  # fmt: skip
# Family names as they are spelt in Hong Kong where the sounds do not say it, and by Hokkien,
# Teochew, Hakka, Hainanese, Shanghainese and emigrant families.
FAMILY_SPELLINGS = _table(
    "陈陳=tan,chin,tjan,tran 林=lim,liem "
    "黄黃=ng,ong,wee,oei,ooi,oey,bong,vong,wung,huynh,hoang 吴吳=goh,go,gouw,ngo "
    "李=ly,leigh 王=ong,heng,bong,vong 单單=sin "
    "张張=teo,chong,tiong,tee,tew,tio,thio,teoh,teh,tjong,chung,chiang,truong 刘劉=liew,loh,law "
    "蔡=chua,chai,tjoa,toy,chuah,thai,chye 杨楊=yeo,yong,yeoh,young,njoo,io,iu "
    "许許=koh,khoo,kho,hii,hooi,khor,co,kow 郑鄭=tay,teh,tee,ty,cheang,tey "
    "谢謝=chia,seah,cheah,tjia,sia,der,zia,hsia 郭=quek,kwek,kuok,kueh,koay,keh,gock,quay,kwo "
    "周=chew,chiew,chiu,jew 叶葉=yap,hiap,iap,yak,jap,ep 何=hoe,haw,hee 洪=ang,fung "
    "沈瀋=sim,sung 曾=chan,tsan,chin,tjan,tsen,tjin,jan 邱丘坵=khoo,kho,khu,hew,hiew,coo "
    "罗羅=low,loke 赖賴=luah,lye,lua,loi 钟鍾鐘锺=chong,cheong,zung,tjung,tjong,chiong "
    "潘=phua,phoa,pua,phun,phan,phoon 徐=chee,zee,swee,cher,tsu,hsui,tjee,tshi 彭=phang "
    "梁=neo,nio,liong,loong,neoh 姚=yeo,yeow,io,yow,eo 孙孫=soon,sng "
    "余佘馀餘=yee,yu,eu,seah,ee,i,ie,yii,yie,tse 高=koh 廖=liew,leow,leo,leaw "
    "胡=foo,oh,au,ow,oo 苏蘇=soh,saw 柯=kua,quah,quak,kho,qua 庄莊=chng,ching,tsng,chuong "
    "戴=toi,tye,der 白=pek,peh,pah 石=chioh,chok,seah,chio,zek,chiok "
    "赵趙=teo,tio,chiew,teow,zau 冯馮=pang,foong,phung,png 宋=sng 颜顏=gan,ngaan "
    "卓=toh,tok,to,chok 方=png,pung,phang 魏=goi,nguy,ngui,ngoi,gooi "
    "薛=seet,sih,sie,siat,shieh,see,suet 江=kang,kiang,koung,kiong,ching "
    "汤湯=tng,thng,thong 范範=huan,hwan,pham,faan,fam "
    "萧蕭肖=siew,siow,seow,siu,shaw,siauw,shiu,hsiau,seaw,shiow,hsaio 傅=poh,pho "
    "欧区歐區=au,aw,ow,eu,oh 严嚴=giam,ngiam 吕呂=loe,lü,lee,luu 邓鄧=then,thang "
    "曹=tsho,chaw 温溫=oon,woon,un,boon,van,won 唐=tng,thng 施=shie,schee "
    "龚龔=kiong,king 翁=ang,ong,eng,un,oeng 丁=teng 简簡=kean,kaan 熊=him,hiong,hyong "
    "韩韓=hang,hahn 朱=tjoe,tju,chee 涂塗=toh,thoo 尤=yew,iu,yeo 侯=haw,khaw "
    "袁=oan,yoon,uan 蒋蔣=chiong,tjiong,chio 程=thia,chng,thien "
    "游遊=yew,iu,yeow,iew,yeoh,yio,lew 骆駱=loh,law 符=hu,phu "
    "饶饒=jeow,giau,ngeow,neow,ngiau,giew 凌=leng 纪紀=ky,kie 阮=nguyen "
    "辜古顾顧=kor,koh,kwoo,khoo 邵=siau,sio,zau 韦韋=wee,vi,wye 康=khng,kng,khong "
    "尹=un,oon,woon 巫=boo 孔=khong,khng 童=thong 俞=yee,zee 甘=khan 毛=moh 董=tong "
    "蓝藍=na,naa,nah,nam,larm 倪=gay,geh,nyi,nieh,ngoi 岑=sim,gim 荣榮=yung,eng "
    "丘=hew,khoo,khu 金=kim,king,gim 秦=cheen,tsin 钱錢=zee,chee 任=jim,yim,nyim,ngim "
    "姜=kiang,kiong 陆陸=loke,loh,lek 崔=chwee,tsai,choy 谭譚=tham,hom,tom,tum "
    "雷=louie,looi 司=seto,soo 伍=goh,ngo 容=young 鄺邝=fong,khong,kwan "
    "莫=bok 冼=sen,sinn 霍=folk 易=yik,yick,ek 屈=kut"
)
# Syllables of given names in Hokkien, Teochew and the Mandarin and Cantonese of Singapore and
# Malaysia, for characters that names are made of.
GIVEN_SPELLINGS = _table(
    "庆慶=keng,kheng,khing 瑞=swee,soey,suey,sway 显顯=hian,hean 龙龍=leong,liong "
    "伟偉=wee,ooi 炜煒=wee 明=beng,meng,mong 文=boon,bun,voon 德=teck,tek,tuck,tack,teik,det "
    "成=seng 春=choon,soon,tjoen 福=hock,fock,hok,hoc 金=kim,gim,ghim 水=chwee,swee "
    "山=suan,sua 海=hye 国國=kock,kuok,kwek 光=kong 志=chye 忠=tiong,chong "
    "吉=kit,keat,kiat,git,kiet 祥=siong,seong,sheong 顺順=soon,shoon 安=ann,oon,aun,onn,un "
    "华華=hwee,fah,hoa 英=eng,inn 美=bee,mooi,moi 玉=geok,gek,yoke,giok,nyok,giak,gaik,gock "
    "兰蘭=lang,larn,nam 秀=siew,siow,siok,seow 凤鳳=hong,foong,hoong "
    "发發=huat,fatt,faat,huatt 财財=chai,chye,chy 旺=ong 兴興=heng,hin,hinn,heang "
    "清=cheng,cheong,tshing 源=guan,nguan,goan 泉=choan,chuann,choon 贵貴=kwee,kui "
    "荣榮=eng,yong,yung,ung 永=eng,ing,ung 和=hoe,hoh,hor 平=peng,pheng 天=thian,thien,thean "
    "才=chai,chye 良=neo,liong 民=bin 生=seng,sin 义義=ghee,ngee,gee,nghee,ngi,gi,nyi "
    "仁=jin,yin,jeen,een 礼禮=leh,lay,loy 智=ti,tee 勇=eng,ioung,yoong "
    "强強=kiang,kheong,kiong,keang,kheng 辉輝=hwee,wee,hooi,fye,hoi 耀=yeow,eow,iau "
    "昌=chiang,cheang,tjong,tjhiong 禄祿=loke,luck,lock 寿壽=siew,siu,siow,seow,sew,shiu,chew "
    "豪=hoe,hoh 杰傑=kiat,keat,chiat,kiet,ket 俊=choon,choong,tjoen,chwun 炎=yam,iam,eam "
    "鼎=teng 家=ker,kia,khar 仪儀=gi,ghee,ie 芳=hong,fung,png,hwang "
    "贤賢=hian,hean,yen 莲蓮=len 月=guat,goat,yoke,gueh,geok,guek,nguk,ngoh "
    "云雲=hoon,woon,win,oon 梅=bwee,moi,moy,bee,mooi,may 桂=kwee "
    "香=hiang,hiong 丽麗=lay,leh,ley,lye 珍=chin,tin "
    "惠慧=hwee,huay,hooi,fui,hoay,hway,fai 敏=bin 淑=siok,siew,soak,siak 雅=gah,yah,gna "
    "宝寶=poh,boh 如=yee,jee,foo,loo 宗=chong,choong,tjong,jong "
    "长長=tiang,teng,tng,teong 江=kang,kiang 河=hoe 石=chok,chioh 木=bock,bok,moke,bak "
    "进進=tjin,chean,zin 健=kian,kean,kheng 添=thiam,tiam,thim,tham,team 保=poh,boh "
    "友=yew,iu,yeow 有=yew,iu,woo,yeow,ew 祖=chor 建=kian,kean,keen 加=kia "
    "东東=tong 栋棟=tong "
    "南=lum,naam 西=say 北=peh 正=chia,jen 立=lip,leap,leep,lik 力=lek,lat 冠=kwang "
    "循=soon 根=kin,kun,kern,geun 坤=khoon,khun 松=siong,seong,choong 柏=pek,peh "
    "鸿鴻=hwa 振=chin,tin,tsin 达達=tah,dart,tatt,tart 武=boo,bu 维維=wee,ui,vee,wui "
    "翔=siong 雄=hiong,hiang,him 彬=been 思=soo,ssu 婷=teng,tieng 萍=peng,phin "
    "琴=kim,khim,khin 学學=hak,oh,hoc,shueh 孝=how 三=sa 逸=ek,yit,ik "
    "启啟=khai 胜勝=seng 权權=kuan,kwan,koon,khuan,guen 承=seng 锦錦=kim,gim "
    "益=ek,eik,yek,aik 茂=boh,bou,moh 盛=seng "
    "嘉=kah,kar 基=kee 炳=peng,beng 典=tian,thian,then 赐賜=su,soo 树樹=chew 锡錫=sek,siak "
    "元=guan,goan,ngian 连連联聯=lian,lean 培=poey,poi 心=sim 仲=tiong 彩=chye 琼瓊=kheng,keng "
    "璋章=chiang,cheong 玲=leng 勤=khin,kin 儒=joo,jee 恩=un,oon,ean 恭=kiong,keong 娘=neo,nio "
    "花=huay,fah 燕=ian,yean 银銀=gin,ngin,geen 来來=lye 助=choo,chor 绍紹=siau,siew,sio "
    "景敬经經=keng 坚堅=kian,kean 谦謙=khiam,kiam,kheam 钦欽=khim,kim 柱珠=choo,joo 枝=kee,ki "
    "池=tee,chee 全=choan,chuan 声聲圣聖诚誠=seng 世=see,sey 士=soo,see 少=siau,siew 渊淵=ian,yean "
    "芬=hoon,foon 霞=har,hia 静靜=cheng,chin 娟=kuan 真=chin,tin 贞貞=cheng,teng 秋=chew,chiew "
    "爱愛=oi,oy 素=soh,soo 隆=leong,liong,loong 丰豐=hong,fong 富=hoo,foo 善=sian,sean "
    "业業=giap,yip,ngiap 万萬=ban,buan 年=lian,nian 潮=teo,chew 洲=chew,chiew 滨濱宾賓=pin "
    "灿燦=chan,chuan 煌=hong,wong 焕煥=huan,hwan 熙=hee 玄=hian 盈=eng 碧=phek,peck,pek,phaik,pik "
    "端=tuan 翠=chui,chwee 聪聰=chong 芝=chee 裕=joo,jee 诗詩=see,si 超=teow,chiau 轩軒=hian,hean "
    "运運=oon,woon 道=toh,tow 远遠=oan 铭銘=beng,meng 镇鎮=tin,teen 铁鐵=thye,tit,thiat "
    "雪=soat,suat,swat 霖=lim 鹏鵬=pheng 麟=leen 颂頌=siong 杏=heng 缘緣=ean,ian 荷=hoe"
)

# Syllables of Pinyin that hardly any character of a Chinese given name has and many a foreign name.
RARE = word_set(
    "a e o ba ca ga ha ka la ma pa sa ta wa za ce me ne re se te fo mo po pu su ti ri mi lu"
)
# Western given names that read as one or two syllables of Pinyin.
WESTERN = word_set(
    "ada alan ali an ana ann anna anne banu ben bobo coco dada dali dan dana dane dean diane eden "
    "faye fifi gene gigi hana hanna hugo ian jean kai kate kelan ken lana lea lena leo lila lili "
    "lin lina lisa lola lou luke lulu mali malin mandi matti may megan mia mike miki mila milan "
    "mimi mina mona nana nate nina pam pei pete pola sami samu sara sean shane sue suki susan "
    "susi tania tara tim tina tomo"
)

VIETNAMESE = {
    "黎": ("le",), "阮": ("nguyen",), "陈": ("tran",), "陳": ("tran",), "范": ("pham",),
    "黄": ("hoang", "huynh"), "黃": ("hoang", "huynh"), "潘": ("phan",), "武": ("vu", "vo"),
    "邓": ("dang",), "鄧": ("dang",), "裴": ("bui",), "杜": ("do",), "胡": ("ho",), "吴": ("ngo",),
    "吳": ("ngo",), "杨": ("duong",), "楊": ("duong",), "李": ("ly",), "丁": ("dinh",),
    "郑": ("trinh",), "鄭": ("trinh",), "段": ("doan",),
}  # fmt: skip
"""Family names of Vietnam in Han characters, as they are spelt there."""


def family_readings(family: str) -> tuple[tuple[str, ...], ...] | None:
    """The readings in Mandarin of each character of a family name where they differ from what a
    table of characters says, else None."""
    if family in COMPOUND_READINGS:
        return tuple((reading,) for reading in COMPOUND_READINGS[family].split())
    found = FAMILY_READINGS.get(family)
    return None if found is None else (found,)
