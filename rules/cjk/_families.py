"""Family names that tell which part of a name is the family name."""

from __future__ import annotations

from validator.text.names.particles import word_set

PLAIN = word_set(
    "欧阳 歐陽 欧陽 司马 司馬 诸葛 諸葛 上官 司徒 皇甫 尉迟 尉遲 令狐 慕容 宇文 长孙 長孫 夏侯 "
    "端木 南宫 南宮 公孙 公孫 独孤 獨孤 澹台 澹臺 赫连 赫連 申屠 钟离 鍾離 轩辕 軒轅 濮阳 濮陽 "
    "淳于 拓跋 万俟 萬俟 太史 呼延"
)
"""Compound family names whose first character hardly ever begins a name with the second in it; for
others, as 张简, 东方 or 单于, both cuts are met."""
NEVER_GIVEN = frozenset(
    "王李张張刘劉陈陳杨楊赵趙黄黃吴吳徐孙孫胡郭罗羅郑鄭谢謝韩韓冯馮董萧蕭曹袁邓鄧许許沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈魏薛阎閻"
    "潘杜钟鍾汪谭譚廖邹鄒姚崔侯邱龚龔尹"
)
"""Frequent Chinese family names that are no Japanese given name of one character, as 武, 康 and 周
are, and hardly a Chinese one."""
JAPANESE = word_set(
    "佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 "
    "斎藤 斉藤 松本 井上 木村 清水 山崎 池田 橋本 阿部 石川 山下 中島 小川 "
    "前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 福田 太田 西村 藤井 "
    "岡本 藤原 三浦 中野 中川 原田 松田 竹内 小野 田村 中山 石井 上田 森田 "
    "柴田 酒井 工藤 横山 宮崎 内田 高木 安藤 谷口 大野 今井 河野 藤本 村田 "
    "武田 上野 杉山 増田 菅原 平野 小島 大塚 千葉 久保 松井 岩崎 桜井 野口 "
    "松尾 菊地 木下 野村"
)
"""The most frequent family names of Japan that have two characters or more."""
KOREAN = frozenset("김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허남심노곽성차주우구민유")
"""Frequent family names of Korea."""
