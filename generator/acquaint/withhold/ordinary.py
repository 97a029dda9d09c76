"""Words that are names or companies of some and everyday words of all, so that their case decides.

The list is ours and modest: words of English, German, French, Spanish, Portuguese and Italian that people and companies
are also called.
"""

_THINGS = """
amber angel anchor apple arc arch arm arrow art artist atlas aurora autumn ball balloon band bank bark barn baron
base basket bay beach beacon beam bean bear bed bee bell bench berry best big bill bird bishop bit black blank block
blog bloom blossom blue board boat body bold bolt bond book boot border bottle boulder bow bowl box branch brave
bread breeze brick bridge bright bronze brook broom brother brown bubble bucket buck bud buffer bug builder bull
bunny burn bus bush butcher butler button buzz cab cable cafe cake camp canal candle cane canon canvas cap cape
captain card care carpenter carrier case cash castle cat cave cedar cell center central centre chain chalk chance
change channel chapel chapman charity chart chase cherry chip choice circle city clay clean clear clever click cliff
climate clock cloud clover club coach coal coast coat cobalt code coffee coin cold collective college colour comet
comfort common commons compass concept cook cooper copper coral core corn corner cotton count country court cove
cover craft crane cream creek crest cross crow crown crystal cube culture cup current curve cut cycle daily dale
dance dash data dawn day deal dean dear deep deer delta den desk dev diamond digital dirt dish doc dock dog dolphin
door dot dove draft dragon drake dream dress drift drive drop drum duck duke dusk dust eagle earl early earth east
easy echo edge egg elder electric element elm ember emerald energy engine epic equal ever evergreen every exchange
eye faith falcon falls fall fame family fancy farm farmer fast feather fern field fig film finch fire fish fisher
flag flame flash fleet flint float flood flora flow flower fluid fly focus folk ford forest forge fork form fortune
forward fountain fox frame frank free freedom fresh friend frost fruit fuel full fuse future gable gain gallery game
gap garden gardener gas gate gear gem general genesis gentle gift glass globe glory glow goat gold golden good goose
grace grain grand grant grape graph grass gray great green grey grid ground group grove growth guide gull gun habit
hall hammer hand handy happy harbor harbour hardy harmony harp harvest hawk haven hay hazel head heart heat heath
heather heaven hedge heron high hill hive holiday hollow holly home honest honey honour hood hook hope horizon horn
horse host house human hunt hunter ice idea image impact independent indigo ink inn insight iris iron island ivory
ivy jack jade jar jasmine jay jet jewel job joy judge juice june jump junction jungle junior justice keen keep
kernel key kid kind king kite knight lab label ladder lady lake lamb lamp land lane language large lark laser latch
launch laurel lavender law lawn lead leader leaf lean leap learn legend lemon lens lesson level liberty library life
light lily lime line linear link lion list little live lock lodge log logic long look loom loop lord lotus love low
loyal luck lucky luna lunch lynx machine magic magnet maker mango map maple marble march mark market marsh martial
mask mason master match mate matrix may meadow mean media meet mellow melody memory mercy merit merry mesh meta
metal method metro mild mill miller mind mine mint miracle mirror mission mist model modern moment monday money monk
month moon moral moss motion motor mountain mouse muse music myth nail native nature navy near needle nest net
neutral new news next night noble noon normal north notion nova number oak oasis object oblong ocean office olive
onyx opal open optimal option oracle orange orbit orchard orchid order organic origin osprey otter outlook owl page
paint pair palace palm panda paper parade park parker parrot partner pass patch path patience pattern peace peach
pearl penny people pepper perfect perry phoenix piano pick picture pigeon pilot pine pink pioneer pipe pitch pixel
place plain plan plane planet plant platform play plaza plum pocket poem point polar polish pond pool poplar poppy
port porter post potter power prairie praise present press price prime prince princess print prism private process
project promise proud prudence public pulse puma pure purple purpose puzzle quartz queen quest quick quiet rabbit
race radar rain rainbow ranch range ranger rapid raven ray reach ready real reason rebel record red reed reef
reflect region relay relief remedy rice rich ride ridge ring rise river road robin rock rocket rod roman root rope
rose rosemary round route row royal ruby rule rush rust rye safe sage sail saint salt sand sandy sapphire savage
scale school science scott scout sea seal search season second secret seed self senior sense sequence serene service
shade shadow shape share sharp shell shepherd shine ship shop shore short sierra signal silk silver simple single
sister site six sketch skill skin sky slack slate sleep slide slow small smart smith smoke smooth snap snow social
society soft software solar solid solomon song sonic soul sound source south space spark sparrow spears special
speed spice spin spirit splash sport spot spring square squirrel stack staff stage star stark start state station
steel steep stem step sterling stern stick still stitch stock stone storm story strand stream street strength string
stripe strong student studio style sugar summer summit sun sunday sunny sunrise sunset super sure surface surge
sweet swan swift switch sword symbol synergy system table tailor target taylor tea teacher team tech temple tender
terra test theory thorn thread tide tiger time tip today tool top torch total touch tower town trace track trade
trail train travel treasure tree trend tribe trinity true trust truth tube tulip tundra turn turner twin twist uber
union unique unit unity universal universe university upper urban vale valley value vault vector velvet venture
venus verge victory view village vine violet virtual vision vista visual vital vogue voice voyage wagon walk walker
wall warm watch water wave way weaver web week well west wheat wheel white whole wide wild willow win wind window
wine wing winter wire wise wish wit wolf wonder wood woods wool word work workshop world worth wren wright writer
yard yellow young youth zen zero zone zoom able amazon asset boards booking canva chat discord dropbox elastic
gitter glitch intercom lyft medium opera patreon plaid reddit shopify sky snowflake spotlight tinder twitch wish
anthology apex arena axis balance basis catalyst cipher coda compute context daydream digest domain dynamics fabric
factor figure fusion galaxy gateway genius gravity grammar helix hub ideal index infinity journey lattice layer
lumen method momentum monitor motive mural node nucleus ocean onward optic palette panel paradigm parallel patron
pepper phase pillar pivot plural portal premier prompt protocol quality quantum quill ramp range reason remote
render replicate revolution rhythm roam rover runway sample sandbox scholar scope segment sentinel session shift
sight spectrum sprout stable stellar strata stride sustain tableau tandem template tempo tension texture theme
thrive timeline toggle traction transform transition traverse triangle trigger unison vantage variant verse vertex
vibe voltage vortex wavelength wellness workbench christian islam pastor deacon sexton chandler skinner baker barber
brewer carter cheese clark clerk collier constable earnest felicity constance faithful blessing gracious goodness
favour favor testimony happiness precious marvellous marvelous wisdom success gentleman queen prosper comfort
sunshine victor august april rocky randy rusty dusty buddy jolly misty stormy windy brandy ginger olive basil
clementine reef app apps bot bots api css sql git fan car pop rap pen toy zip hat mug kit gym tax war oil air ear
leg rib hair lips foot bike chef nerd geek hack user edit read plug gamer guru ninja wiki vlog pic pics gif meme info
mail
"""
_GENERIC = """
academy adjunct administration agency ambassador analyst and applied architect assistant association associates
author biology board book bureau business campus candidate career chair chief civil class clinic clinical co-founder
coalition communications community company computer computing conference consultancy consultant consulting
contractor cooperative corporation council creative creator data department design designer developer development
director division doctor economics editor education employed employee engineer engineering enterprise entrepreneur
environment environmental experience expert faculty federal federation fellow finance forum foundation founder
freelance freelancer freelancing global government graduate head health healthcare high history hobby hospital
humanities industries industry informatics information initiative innovation institute institution intelligence
international internet intern internship investment journal journalist laboratory learner learning lecturer limited
lover main maintainer management manager marketing mathematics medical medicine member ministry museum national
network none nonprofit official online operations organisation organization owner partners pharmacy phd photographer
physics physiotherapy plc policy politics postdoc practice president product production professional professor
program programmer programme psychology publisher publishing quality regional research researcher retired robotics
sales scientific scientist security self-employed seeking services social sociology software solutions specialist
state statistics strategy students studies study support systems teaching team technical technologies technologist
technology theatre training trainer translation translator treasurer unemployed universidad universidade universität
universite università university various vice-president volunteer writer writing youtube youtuber independent self
none nil nobody unknown private confidential home-office jobless student students studying schule hochschule
institut verein gesellschaft stiftung firma selbständig freiberuflich angestellt arbeitslos rentner forschung
abteilung krankenhaus étudiant étudiante école recherche entreprise association estudiante empresa investigación
instituto universitario autónomo escuela hospital ministerio
"""
_OTHER_LANGUAGES = """
adler bach bauer baum becker berg berger braun busch drei eck ernst esel falke fein feld fels fest fink fisch
fischer förster frisch fromm frosch fuchs gross gut hahn hase haus heide heiter herbst herz hirsch hoch hof holz
huber jung jäger kaiser kaufmann keller kern klein koch koller kraft kranz kraus krieg krone kuhn kunst kurz könig
lang licht lieb lieber löwe maler markt maurer meer meister metzger mond morgen müller nagel neu neumann ochs ost
pfeifer pfeiffer post rau reich reiter richter ritter roth rot sand sattler schatz schmidt schneider schnell schön
schreiber schuster schütz schwarz seiler sommer sonne specht stadt stark stein steinbrecher stern stolz strauss
sturm süß tag tanne teich traum treu vogel vogt wagner wald weber weiss welt werk weg westen wiese wirt wolf wunder
zimmer zimmermann abel ali alba amor ana ange aube baie beau belle bien blanche blanc bois bon brun chat claire
clair coste dame désirée doux fleur fontaine forêt grand gris jeune joie joli jour juste lac leclerc legrand lion
loup lumière mai marche mer mot neige noir olivier ours paix petit pierre pont porte prince printemps reine rivière
roi rouge roux sable saison soleil vert ville vie vin alegre amigo amparo bello blanco bosque bravo bueno cabello
calle camino campo campos casa castillo cielo consuelo corazón correa costa cruz dias día días dolores domingo dulce
encarnación esperanza estrella feliz fiel flor flores fuente fuentes gloria guerra hermoso hierro iglesia inmaculada
jardín justo lago leal león libre lobo lozano luna luz madera mar marino martes mayor melodía mercado mercedes
milagros monte montes moreno nieves noche nova nuevo olivo palma palacios pascual paz pena perla piedra pilar pinto
plaza prado primavera puente real reina reyes rey rico rio rios rocío rojas rojo rosa rosario ruda rubio santo
santos serena sierra sol soledad sombra torre torres trigo valle valiente vega verano verde vida vidal villa zorro
alegria barros bastos branco cardoso carneiro carvalho céu coelho coração ferreira folha fonte lima lopes machado
melo mota neves nunes oliveira pereira pinheiro pinho praia ribeira ribeiro rocha sales serra silva vale bella
bianca bianchi bruno caro conti costa ferro fiore franco gatti gentile greco grande leone lupo mare marino monti
neri palumbo riva rossi serra testa valentino verdi vita vitale an can dan dee del dev don gal gene ian jan jen jon
ken kim ling mai max mel min ming nan neil pat ping ram ran rob rod ron roy sal sam sara seth shan sheer sing sun
tan ted tim tin tong tony van viet wan win wing xi yang yin ying yong yu zen
"""
ORDINARY = frozenset(f"{_THINGS} {_GENERIC} {_OTHER_LANGUAGES}".split()) - frozenset(
    "ana ali abel ian neil jon rob ron sara tony ted tim ken kim dan dev seth ferreira coelho oliveira pereira "
    "carvalho nunes machado cardoso ribeiro lopes rojas vidal correa müller schmidt weber wagner schneider huber "
    "neumann becker jan vega rossi bianchi greco conti pascual mercedes encarnación inmaculada palumbo gatti "
    "leclerc legrand olivier scott shopify canva spotify rosario fuentes palacios castillo pinheiro silva lozano "
    "bruno bianca max sam roy valentino vitale don mel jen yong ying yang yu xi shan tong ling wan ming sal neves "
    "melo mota barros pat ram claire flores torres reyes gloria domingo moreno torre coste fischer zimmermann "
    "kaiser metzger".split()
)
GENERIC = frozenset(_GENERIC.split())
"""Of these the ones that say what a company is, not which one."""
