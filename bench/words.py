"""The words that made-up members are made of."""

ADJECTIVES = (
    "amber bold brisk calm clear coral dapper eager early faded gentle golden happy hazel indigo jolly keen late "
    "little lively lucky maroon mellow misty neat olive patient plain quick quiet rapid rosy silent silver sunny tidy "
    "upper violet warm willing"
).split()
ANIMALS = (
    "badger beaver bison crane cricket dolphin falcon ferret finch gecko heron hornet ibis jackal jay kestrel lark "
    "lemur linnet lynx magpie marten moose newt otter owl panther plover puffin raven robin salmon seal sparrow stoat "
    "swift tern toad weasel wren"
).split()
GIVEN = (
    "Adaeze Agnes Aiko Amara Anders Anouk Aurelio Bashir Beatriz Bohdan Carys Celine Dagny Daichi Dilnoza Edda Elif "
    "Emeka Fadi Fenna Gareth Giulia Hadiza Henrik Imani Ines Ioana Jarek Jelena Kamal Katrin Kwame Lars Leila Ludek "
    "Maren Mateus Mirela Nadim Noor Oksana Oren Petra Quentin Rania Rosalind Samir Sanna Tamsin Teodor Uma Vasco "
    "Viktor Wanjiru Ximena Yael Yusuf Zofia"
).split()
FAMILY_BEGINS = (
    "Ald Ander Barn Berg Bran Cald Carn Dorn Drum Eber Eld Fael Falk Garn Grim Hald Harl Holm Ing Jarn Kal Kell Lang "
    "Lind Mael Marl Nord Orm Pell Quill Rand Ross Sander Stav Stor Tarn Thorn Ulv Vael Vint Wald Wex Yar Zell"
).split()
FAMILY_ENDS = (
    "acre berg bury by croft dal feld ford gard grove holm hurst ingen lund moor ow quist ridge sen son".split()
)
COMPANY_ENDS = (
    "Advisory Archives Cooperative Engineering Foundry Freight Instruments Laboratories Mills Optics Press Robotics "
    "Software Studios Systems Textiles Timber Works"
).split()
FAMILY_ZH = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧"
GIVEN_ZH = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红建文辉婷宇鑫浩晨雪"
COMPANY_ZH = "云杉 蓝鲸 远山 青禾 长风 晨光 海石 明镜 白桦 星河 新月 松涛 铁流 暖阳 赤壤 竹里".split()
COMPANY_ENDS_ZH = "科技 数据 工坊 设计 咨询 物流 出版 农业".split()

SUBJECTS = (
    "Data,Garden,Timber,Bicycle,Radio,Textile,Museum,Kitchen,Water,Solar,Rail,Forest,Language,Music,Film,Map,Health,"
    "School,Archive,Theatre,Harbour,Bread,Glass,Housing,Energy,Court,Library,Clinic,Festival,Charity"
).split(",")
CRAFTS = (
    "design,repair,teaching,planning,budgeting,photography,research,statistics,modelling,logistics,safety,law,writing,"
    "translation,fundraising,history,software,mediation,marketing,engineering"
).split(",")
INTERESTS = (
    "Choir,Bread,Chess,Night trains,Swimming,Mushrooms,Radio plays,Old maps,Rowing,Calligraphy,Bouldering,Accordion,"
    "Beekeeping,Typewriters,Board games,Bird watching,Sourdough,Star charts,Knitting,Folk dance,Table tennis,Ceramics,"
    "Poetry,Puppets,Kites,Cheese,Long walks,Sailing,Second-hand books,Gardening,Film clubs,Origami,Tea,Marathons,"
    "Juggling,Linocut,Improvised theatre,Sketching,Crosswords,Community kitchens"
).split(",")
GROUPS = "Night owls,Berlin chapter,Parents,Newcomers,Makers,Book circle,Mentors,Early birds".split(",")
AVAILABILITY = "mentoring,collaborating,talks,a second opinion,visitors,proofreading".split(",")

PLACES = (
    ("Berlin", "Germany", "Europe/Berlin", "de"),
    ("Leipzig", "DE", "Europe/Berlin", "de"),
    ("Vienna", "Austria", "Europe/Vienna", "de"),
    ("London", "United Kingdom", "Europe/London", "en"),
    ("Leeds", "GB", "Europe/London", "en"),
    ("Dublin", "Ireland", "Europe/Dublin", "en"),
    ("Paris", "France", "Europe/Paris", "fr"),
    ("Lyon", "France", "Europe/Paris", "fr"),
    ("Madrid", "Spain", "Europe/Madrid", "es"),
    ("Lisbon", "Portugal", "Europe/Lisbon", "pt"),
    ("Warsaw", "Poland", "Europe/Warsaw", "pl"),
    ("Oslo", "Norway", "Europe/Oslo", "nb"),
    ("Nairobi", "Kenya", "Africa/Nairobi", "sw"),
    ("Lagos", "Nigeria", "Africa/Lagos", "en"),
    ("Chicago", "United States", "America/Chicago", "en"),
    ("Toronto", "Canada", "America/Toronto", "en"),
    ("São Paulo", "Brazil", "America/Sao_Paulo", "pt"),
    ("Oaxaca", "Mexico", "America/Mexico_City", "es"),
    ("Osaka", "Japan", "Asia/Tokyo", "ja"),
    ("Mumbai", "India", "Asia/Kolkata", "hi"),
    ("Melbourne", "Australia", "Australia/Melbourne", "en"),
)
PLACES_ZH = (
    ("上海", "中国", "Asia/Shanghai", "zh"),
    ("杭州", "中国", "Asia/Shanghai", "zh"),
    ("新加坡", "新加坡", "Asia/Singapore", "zh"),
)

OFFERS = (
    "Half an hour on {skill}, with an honest opinion at its end",
    "Reading your plan for {skill} before you spend money on it",
    "A walk through {city}, and an introduction to two people who know {skill}",
    "A list of the mistakes I made in {skill}, so that you can make others",
    "One evening on {skill} for your club or your school",
)
ASKS = (
    "Somebody who has left {skill} behind and can tell how that went",
    "A desk in {city} for two days a week, near a window",
    "An introduction to a small team that takes {skill} seriously",
    "Two hours of patience from a person who understands {interest}",
    "A partner to try {interest} with, on Sundays",
)
HEADLINES = (
    "I make {skill} less frightening for people who never asked for it",
    "Twelve years of {skill}, and still surprised every week",
    "From {interest} to {skill} and half the way back",
    "I sit between {skill} and {other}, and explain each to the other",
)
HEADLINES_ZH = (
    "做了十二年{skill}，每周还有新发现",
    "在{skill}和{other}之间做翻译",
    "从{interest}走到{skill}",
)
SENTENCES = (
    "Most weeks I work on {skill}, which means listening first and drawing later.",
    "I came to {skill} by accident, through a neighbour who needed help with {interest}.",
    "What I like about {city} is that nobody minds when you start again.",
    "My best work was small: a single page on {skill} that a whole team still uses.",
    "Before that I spent some years with {other}, mostly at night and mostly alone.",
    "If you are stuck, describe it *as if to a child*; that is how I do it, too.",
    "On weekends there is {interest}, done badly and with great pleasure.",
    "I have **strong opinions** about {other}, and I change them when somebody shows me why.",
    "People ask me about {skill}, and stay for {interest}.",
    "There is a longer story behind it, told [on my page](https://pages.example/{handle}).",
    "I answer within a few days, and I say no when I can't.",
    "Lately I learn how {other} is taught to people who have no time at all.",
)
SENTENCES_ZH = (
    "这些年我一直在做{skill}，先听别人怎么说，再动手去画。",
    "周末我喜欢{interest}，做得不好，但是很开心。",
    "来到{city}以后，我重新学会了怎样向陌生人请教。",
    "如果您卡住了，请把问题说得**像讲给孩子听**一样，我自己也是这样做的。",
    "我最满意的作品很小，只是一页关于{skill}的说明，整个团队至今还在用。",
    "更长的故事写在[我的主页](https://pages.example/{handle})上。",
    "我也在学习{other}，进度很慢，欢迎一起讨论。",
    "通常几天之内回信，做不到的事我会直接说。",
)
TOPICS = ("How I work", "What I would like to learn", "What I can't do")
TOPICS_ZH = ("我怎样工作", "想学什么")
