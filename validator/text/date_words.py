"""The words of dates: months, seasons, eras, and how "no date" and "not yet" are said."""

from __future__ import annotations

MONTHS = """
  january jan januar januari jänner janvier janv enero ene gennaio gen janeiro gener styczeń
  stycznia sty leden ledna январь января янв січень січня ocak oca tammikuu január ianuarie ian
  ιανουάριος ιανουαρίου siječanj jaan
  janvāris sausis sausio jaanuar јануар януари يناير ינואר ;
  february feb febr februar februari feber février févr fév febrero febbraio fevereiro fev
  febrer luty lutego lut únor února февраль февраля фев февр лютий лютого şubat şub helmikuu
  február februarie φεβρουάριος φεβρουαρίου veljača
  februāris vasaris vasario veebruar фебруар февруари فبراير פברואר ;
  march mar mär märz mrz maart mrt mars marzo março marc marzec marca březen března март марта
  мар березень березня mart maaliskuu március marec martie μάρτιος μαρτίου ožujak
  marts kovas kovo märts مارس מרץ מרס ;
  april apr avril avr abril abr aprile aprilie kwiecień kwietnia kwi duben dubna апрель апреля
  апр квітень квітня nisan nis huhtikuu április apríl απρίλιος απριλίου travanj
  aprīlis balandis balandžio aprill април أبريل ابريل אפריל ;
  may mai mei maj mayo maggio mag maio maig máj maja květen května май мая травень травня mayıs
  toukokuu május μάιος μαΐου svibanj
  maijs gegužė gegužės мај مايو מאי ;
  june jun juni juin junio giugno giu junho juny czerwiec czerwca cze červen června июнь июня
  июн червень червня haziran haz kesäkuu június jún iunie iun ιούνιος ιουνίου lipanj
  jūnijs birželis birželio juuni јун юни يونيو יוני ;
  july jul juli juillet juil julio luglio lug julho juliol lipiec lipca červenec července июль
  июля июл липень липня temmuz tem heinäkuu július júl iulie iul ιούλιος ιουλίου srpanj
  jūlijs liepa liepos juuli јул юли يوليو יולי ;
  august aug augustus août aou agosto ago agost sierpień sierpnia sie srpen srpna август августа
  авг серпень серпня ağustos ağu elokuu augusztus αύγουστος αυγούστου kolovoz avgust
  augusts rugpjūtis rugpjūčio أغسطس اغسطس אוגוסט ;
  september sep sept septembre septiembre settembre set setembro setembre wrzesień września wrz
  září сентябрь сентября сен сент вересень вересня eylül eyl syyskuu szeptember septembrie
  σεπτέμβριος σεπτεμβρίου rujan
  septembris rugsėjis rugsėjo септембар септември سبتمبر ספטמבר ;
  october oct okt oktober octobre octubre ottobre ott outubro out październik października paź
  říjen října октябрь октября окт жовтень жовтня ekim eki lokakuu október octombrie οκτώβριος
  οκτωβρίου
  oktobris spalis spalio oktoober октобар октомври أكتوبر اكتوبر אוקטובר ;
  november nov novembre noviembre novembro listopad listopadu listopada lis ноябрь ноября ноя
  нояб kasım kas marraskuu noiembrie νοέμβριος νοεμβρίου studeni
  novembris lapkritis lapkričio новембар ноември نوفمبر נובמבר ;
  december dec dez dezember décembre déc diciembre dic dicembre dezembro desembre grudzień
  grudnia gru prosinec prosince декабрь декабря дек грудень грудня aralık ara joulukuu decembrie
  δεκέμβριος δεκεμβρίου prosinac des desember
  decembris gruodis gruodžio detsember децембар декември ديسمبر דצמבר ;
"""
"""Names of the months in languages of Europe, Arabic and Hebrew: January up to the first semicolon,
and so on."""

SEASONS = """
  spring spr frühjahr frühling printemps primavera voorjaar lente wiosna весна vår forår kevät ;
  summer sum sommer été verano estate verão zomer lato лето sommar kesä ;
  autumn fall fal herbst automne otoño autunno outono herfst najaar jesień осень höst efterår
  syksy ;
  winter win hiver invierno inverno zima зима vinter talvi ;
"""
"""Names of spring, summer, autumn and winter, and the abbreviations of Web of Science."""

PLACEHOLDERS = """
  n/a | na | none | null | nil | nan | nat | tbd | tba | unknown | undefined | year | date |
  yyyy | yyyy-mm-dd | xxxx | 9999 |
  无 |  無 | 未知 | 暂无 | 없음 | なし
"""
"""What stands where a date should, and says nothing; between bars."""

UNDATED = """
  n.d. | n.d | nd | n. d. | s.d. | s.d | s. d. | s.a. | s. a. | no date | undated | not dated |
  date unknown | unknown date | date not identified | date of publication not identified |
  sine anno | sine dato | sans date | sin fecha | s.f. | s. f. | senza data | sem data |
  nodate | \\nodate | \\bibnodate | bdw | b.d.w. | b. d. w. | bez daty wydania |
  o. j. | o.j. | ohne jahr | z.j. | zonder jaar | u.å. | u. å. | utan år | u.d. | udateret |
  b.r. | b. r. | bez roku | b.d. | b. d. | bez daty | t.y. | tarih yok | tarihsiz |
  б.г. | б. г. | без года | б.д. | б. д. |
  出版年不明 | 刊年不明 | 発行年不明 | 出版年不详 | 出版年不詳 | 年代不详 | 日期不详 |
  不详 | 不詳 | 不明 | 无日期 | 無日期 | 발행년불명 | 발행년도미상 | 연도미상 | بدون تاريخ |
  د.ت | د.ت. | بی تا | בלי תאריך
"""
"""How catalogues and styles say that a work bears no date."""

ANNOUNCED = """
  in press | inpress | in print | forthcoming | to appear | to be published | in preparation |
  inpreparation | submitted | accepted | under review | in review | unpublished |
  prepublished | ahead of print | online first | early access | early view | advance online |
  im druck | im erscheinen | erscheint | sous presse | à paraître | en prensa | in stampa |
  in corso di stampa | no prelo | w druku | v tisku | baskıda | i trycket | in druk |
  в печати | у друку | 印刷中 | 待刊 | 待发表 | 待發表 | 待出版 | 即将出版 | 即將出版 | 将发表 |
  网络首发 |
  網路首發 | 网络出版 | 优先出版 | 優先出版 | 掲載予定 | 近刊 | 출판예정 | 게재예정 |
  قيد النشر | تحت الطبع | قيد الطبع | در دست چاپ | در دست انتشار | בדפוס
"""
"""How a status or note says that a work is not out yet."""

ERAS = {
    name: (first, last)
    for names, first, last in (
        ("民國 民国 中华民国 中華民國", 1912, 9999),
        ("令和", 2019, 9999),
        ("平成", 1989, 2019),
        ("昭和", 1926, 1989),
        ("大正", 1912, 1926),
        ("明治", 1868, 1912),
        ("慶応 慶應", 1865, 1868),
        ("元治", 1864, 1865),
        ("文久", 1861, 1864),
        ("万延", 1860, 1861),
        ("安政", 1855, 1860),
        ("嘉永", 1848, 1855),
        ("天保", 1831, 1845),
        ("文政", 1818, 1831),
        ("宣统 宣統", 1909, 9999),  # counted on by those who stayed loyal
        ("光绪 光緒", 1875, 1908),
        ("同治", 1862, 1874),
        ("咸丰 咸豐", 1851, 1861),
        ("道光", 1821, 1850),
        ("嘉庆 嘉慶", 1796, 1820),
        ("乾隆", 1736, 1799),  # three years more within the palace
        ("雍正", 1723, 1735),
        ("康熙", 1662, 1722),
        ("顺治 順治", 1644, 1661),
        ("崇祯 崇禎", 1628, 9999),  # counted on in Korea
        ("天启 天啟", 1621, 1627),
        ("万历 萬曆", 1573, 1620),
        ("隆庆 隆慶", 1567, 1572),
        ("嘉靖", 1522, 1566),
        ("弘治", 1488, 1505),
        ("成化", 1465, 1487),
        ("永乐 永樂", 1403, 1424),
        ("洪武", 1368, 1398),
        ("단기 檀紀", -2332, 9999),
        ("皇紀 皇紀", -659, 9999),
    )
    for name in names.split()
}
"""First and last years of the eras that imprints name. 正德 and 文化 are left out: two lands used
them."""
