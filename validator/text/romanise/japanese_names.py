"""Readings of Japanese names that do not follow from those of their characters."""

SURNAMES = """
長谷川 hasegawa|渡部 watanabe|清水 shimizu|安部 安倍 阿倍 abe|藤原 fujiwara|菅原 sugawara|
服部 hattori|五十嵐 igarashi|大和 yamato|長谷 hase|日下 kusaka|日下部 kusakabe|土方 hijikata|
熊谷 kumagai kumagaya|小笠原 ogasawara|神田 kanda|神戸 kanbe|川原 河原 kawara|萩原 hagiwara|
荻原 ogiwara|梶原 kajiwara|新田 nitta|宮城 miyagi|玉城 tamaki|平良 taira|東海林 shoji|百々 dodo|
三枝 saegusa|四方 yomo|十河 sogo|安達 adachi|和泉 izumi|出雲 izumo|犬養 inukai|伊達 date|
越智 ochi|太田 ota|児島 ojima|甲斐 kai|海老原 ebihara|海老名 ebina|神原 kanbara|神崎 kanzaki|
城戸 kido|北条 hojo|佐伯 saeki|白石 shiraishi|白井 shirai|白川 白河 shirakawa|白鳥 shiratori|
妹尾 senoo seo|種田 oida|田原 tawara|丹羽 niwa|土肥 doi|百目鬼 domeki|生田 ikuta|生駒 ikoma|
生方 ubukata|芳賀 haga|羽生 hanyu habu|秦 hata|八幡 yawata|日向 hyuga hinata|弓削 yuge|
米田 yonekura|渡会 watarai|春日 kasuga|足利 ashikaga|結城 yuki|八幡 yawata hachiman|河内 kawachi|
明石 akashi|安芸 aki|雑賀 saiga|武蔵 musashi|石見 iwami|飛鳥 asuka|勅使河原 teshigawara|
小鳥遊 takanashi|四十万 shijima|月見里 yamanashi
"""
"""Family names whose reading does not follow from the readings of their characters."""

GIVEN = """
一 kazu|万 kazu ma|三 zo mi sabu|丹 tami|二 tsugu|亘 wataru|亨 susumu|享 takashi susumu|人 to ndo|
仁 masashi|任 to|伸 nobu|佑 suke|佳 kei|俊 toshi|信 nobu|修 osamu nobu|倫 nori|健 tsuyoshi|
優 masaru masa|允 masa mitsu|元 hajime|充 mitsu mitsuru|光 mitsu|八 ya|六 mu|利 toshi|
剛 takeshi take|努 tsutomu|勇 isao|勉 tsutomu|勤 tsutomu|匡 masashi masa|卓 takashi suguru|司 ji|
周 chika|和 kazu yasu|啓 hiro satoshi|喜 yoshi|圭 yoshi|壮 takeshi|大 hiro masaru o hiroshi|夫 o|
央 hiro chika|孝 taka takashi|宜 yoshi nobu|実 sane|宣 nobu|寛 yutaka|寿 toshi kazu|尊 takeru|
小 sa|尚 nao hisa taka|希 nozomi|幸 yuki yoshi|幹 motoki|庸 yasu nobu|延 nobu|建 takeru|彩 aya|
徳 nori|志 yuki|忠 tada tadashi|恒 hisashi|恭 yasu|恵 keiko|悠 hisashi|惟 tada|愛 mana|慎 makoto|
成 shige|拓 hiroshi|挙 ko|政 masa|教 nori|敬 takashi taka yoshi|整 hitoshi|旦 akira|旭 akira|
昌 masa masashi|明 haru|晴 haru|智 tomo satoshi|暁 akira|暢 nobu|曠 hiroshi|朗 o|朝 tomo|枝 e|
梨 rin|榛 haru|樹 itsuki tatsuki mikine|欣 yoshi|正 masashi|水 mi|永 hisa|河 ko|治 haru osamu|
洋 hiro hiroshi|海 mi|温 atsushi haru|満 mitsu mitsuru|漢 kuni|潔 kiyoshi|澄 kiyoshi|煕 hiro|
熙 hiro|珠 mi|理 osamu tadashi|瑛 akira|生 ki nari|男 o|直 tadashi|真 sane mi|知 tomo|碩 hiroshi|
礼 nori|祐 suke hiro|祥 yoshi|禎 sada|章 fumi|端 tada|節 sada|純 sumi|紘 hiro|結 yui|統 osamu|
縁 yukari|美 haru|耀 akira|聖 kiyoshi|聡 toshi|能 yoshi|至 yuki|芳 yoshi|茉 ma|裕 hiro hiroshi|
親 chika|計 kazu|訓 nori|詔 nori|詩 uta|谷 ya yatsu|貞 sada|貫 nuki|貴 taka|資 suke|賢 satoshi|
輝 teru akira|辺 nabe|運 kazu|邉 nabe|邊 nabe|郎 o|部 be|重 shige|量 kazu|雄 takeshi|雅 masa|
頼 yori|飯 i
"""
"""Readings of characters in names (nanori) that do not follow from their On and Kun readings in
Unihan: common knowledge of the commonest names."""
