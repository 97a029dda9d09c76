"""Small closed lists: particles and titles of names, surnames of two characters, legal forms, places."""

MODAL = frozenset("will may can an mai might must".split())
"""Names that are words of grammar: at a sentence's start they are names only before a verb of the third person."""

THIRD_PERSON = frozenset(
    "is was has had does did works worked lives lived loves likes studies studied teaches builds leads runs "
    "writes wrote enjoys joined comes came grew holds helps makes specialises specializes became spent went says "
    "thinks wants knows graduated received completed started moved serves studied ist war hat arbeitet lebt s".split()
)

_PARTICLE_LANGUAGES = {
    "en": "a an the to so no in on my we is go do he you it as at be by if of or up us me am i she his her they i'm im "
    "and but for not all new how who why one two our out off too was are has had did ha oh ok yes",
    "de": "von der zu den dem des das die an am im in so da wo er es du ihr wir bin ab um und vom zur zum mit auf aus",
    "es": "de la del los las el y e o a al en un una lo se su mi yo ya no si son con por",
    "fr": "de la le les du des d l et en un une au a y il on je tu ma sa si san sur",
    "pt": "da do dos das de e o a os as em no na um eu meu minha",
    "it": "di da de la lo il del della dei e a al i un una in con su mio",
    "nl": "van der den de het ter te ten en een in op bij is ik we",
}
PARTICLES = {language: frozenset(words.split()) for language, words in _PARTICLE_LANGUAGES.items()}
"""By language, the words of grammar that also stand in names; never withheld alone."""
EVERY_PARTICLE = frozenset().union(*PARTICLES.values()) | frozenset(
    "al el bin ibn ben bint abu abd ur ul av af aka ou thi san st sta ste mac mc ap fitz dal dalla dello degli "
    "und och og i".split()
)

NEVER_ALONE = frozenset(
    "de del der den des die van von zu zur zum vom bin ibn ben bint abu al el la le las los les lo da di do dos "
    "das du della dello degli dei ter te ten het ul ur af av st sta ste he she it we you they us me him her his "
    "our i im this that who what which one two if and und or but for by at as be are was y e et och og".split()
)
"""Particles and pronouns. Other words of grammar may be a name where the text's language doesn't have them: Yo, An."""

TITLES = frozenset(
    "dr dra drs prof profa professor professorin mr mrs ms miss mx sir dame lord rev reverend ing dipl herr frau "
    "mme mlle madame monsieur sr sra señor señora engr".split()
)
ENDINGS = frozenset(
    "phd md msc bsc mba ma ba jr sr esq mphil dphil ii iii iv llm mph rn frs cpa meng beng ms bs".split()
)
"""Degrees and suffixes that stand after a name."""
AFTER_DEGREE = frozenset(
    "student candidate researcher scholar fellow graduate thesis programme program degree in".split()
)
"""After these a degree belongs to what follows, not to the name before it."""

LONG_SURNAMES = frozenset(
    "欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 司徒 东方 東方 独孤 獨孤 南宫 南宮 夏侯 尉迟 尉遲 公孙 公孫 慕容 宇文 "
    "长孙 長孫 皇甫 令狐 端木 轩辕 軒轅 钟离 鍾離 闻人 聞人 澹台 淳于 申屠 百里 呼延 第五 南郭 西门 西門 左丘 "
    "拓跋 完颜 남궁 황보 제갈 선우 사공 독고".split()
)
SHORT_SURNAMES = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏"
    "吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯"
    "温溫康施翁倪安游童柯殷"
)
EVERYDAY_UNSPACED = frozenset(
    "和平 光明 海洋 阳光 文化 建设 发展 国家 世界 天空 未来 自由 幸福 快乐 明天 春天 健康 文明 成功 希望 思想 "
    "永远 学习 自然 建国 大学 公司 学校 学生 个人 自由职业 保密 集团 有限公司 研究所 研究院 实验室 医院 政府 中国 "
    "日本 北京 上海 科技 技术 会社 株式会社 フリーランス 個人 無職 지원 하나 나라 사랑 은혜 소망 기쁨 우리 이슬 "
    "가을 여름 보라 다운 대학교 회사 학생 프리랜서".split()
)
"""Unspaced words that are also given names or say nothing: never withheld alone."""

LEGAL_FORMS = frozenset(
    "gmbh ltd limited inc incorporated llc llp ag co corp corporation plc kg ohg ug se sa sas sarl srl spa bv nv "
    "ab as aps oy oyj pty pvt eg ev kk kgaa mbh gbr sl".split()
)
UNSPACED_FORMS = (
    "股份有限公司",
    "有限责任公司",
    "科技有限公司",
    "有限公司",
    "集团",
    "株式会社",
    "有限会社",
    "公司",
    "주식회사",
)
COMMON_CAPITALS = frozenset(
    "usa uae gbr nyc dna rna mrna html css sql php api sdk ide gis gpu cpu nlp llm aws seo hiv aids stem steam faq ceo "
    "cto cfo coo cio vp hr phd msc bsc mba mphil llb llm md ict foss oss ngo smes diy lgbt lgbtq http json yaml xml "
    "pdf url usb ios iot saas crm erp ui ux it ai ml ar vr qa r&d rdm fair covid eu uk us asap pr "
    "msf bame bipoc gpl cc los las san iii".split()
)
"""Short forms in capitals that many texts use, whoever wrote them."""
CONNECTIVES = frozenset("and und et y e".split())
SMALL = frozenset("of for and the in at de do da del des la und für et y di e dos das von der to a an on s".split())
"""What may be lower case in a company's name."""
PLACES = frozenset(
    "united states|united kingdom|new york|san francisco|los angeles|south africa|new zealand|hong kong|saudi arabia|"
    "south korea|rio de janeiro|sao paulo|buenos aires|new delhi|cape town|costa rica|sri lanka|the netherlands|"
    "czech republic|new jersey|north america|latin america|south america|west bengal|new south wales|kuala lumpur|"
    "ho chi minh city|mexico city|st louis|san diego|las vegas|abu dhabi|tel aviv|puerto rico|great britain".split("|")
)
"""Places of several words that people write behind a company, after a comma."""
