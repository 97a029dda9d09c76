"""Words that say nothing of what somebody asks or offers, in the languages of many introductions."""

_ENGLISH = """
a about above after again against all almost already also although always am among an and another any anybody anyone
anything are aren around as ask asks asking at away back be because become been before begin behind being below best
better between beyond big both bring but by call came can cannot come comes could couple day days did didn do does doesn
doing don done down each early easy either else end enough even evening ever every everybody everyone everything example
far feel few find finding first five for four friend friendly friends from full further gave get gets getting give given
gives giving glad gladly go goes going gone good got great had half happy has have having he hello help helped helpful
helping helps her here hers hi high him his honest hour hours how however i if in instead interested into is isn it its
itself job just keep kind knew know knowing knowledge known knows last late later learn learned learning least less let
like likes little live ll long look looked looking looks lot love made make makes making many may maybe me mean meet
might mind mine minute minutes month months more most much must my myself near need needed needs never new next no
nobody none nor not nothing now of off offer offers often old on once one ones only onto open or other others our out
outside over own page pages part people perhaps person place please point put question questions quite rather re read
ready real really right run said same say saying says search see seek seeking seen several shall share she short should
show side since six small so some somebody someone something sometimes somewhere soon south still stop such sure take
taken takes talk talked talking talks tell telling ten than thank thanks that the their them themselves then there these
they thing things think thinking this those though three through time times to today together too toward try trying two
under understand until up upon us use used useful using ve very via wait want wanted wanting wants was way ways we week
weeks well went were what when where whether which while who whole whom whose why will willing wish with within without
won word words work worked working works world would write year years yes yet you young your yours yourself
case co contact current experience explain explaining explains field idea ideas interest level link links member
members organisation organisations organization organizations partner plan plans practical practice practices practise
practising professional project projects provide reading readings reads role skill skills step study support teach
teaches taught team teams topic type various
"""
_GERMAN = """
ab aber alle allem allen aller alles als also alt am an andere anderen anderer anderes auch auf aus bald bei beim beide
beiden bekommen bessere besser bevor bin bis bisschen bist bitte brauche brauchen braucht bringe bringen da dabei dafur
damit dann daran darauf daruber das dass dein deine deinem deinen deiner dem den denn der deren des dessen dich die dies
diese diesem diesen dieser dieses dir doch dort drei du durch durfen ein eine einem einen einer eines einfach einmal
erst erste ersten es etwa etwas euch euer eure fragen fur gab ganz ganze geben gegen geht gemacht gemeinsam genau genug
gern gerne gibt gut gute guten guter hab habe haben hallo hat hatte hatten helfe helfen hier hilfe hilft hinter ich ihm
ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins ist ja jahr jahre jahren je jede jedem jeden jeder jedes jemand
jemanden jetzt kann kannst kein keine keinem keinen keiner kleine kleinen kommen konnen konnte konnten kurz lang lange
lernen leute machen macht mal man mehr mein meine meinem meinen meiner mensch menschen mich mir mit moechte mochte
mochten monat monate morgen muss mussen nach nachste neben nein neu neue neuen neuer nicht nichts nie noch nun nur ob
oder ohne paar schon sehr sei sein seine seinem seinen seiner seit selbst sich sie sind so soll sollen sollte sondern
stunde stunden suche suchen sucht tag tage uber um und uns unser unsere unter viel viele vielen vier vom von vor wann
war waren warum was weg weil weiss weisst welche welcher wenn wenig wer werde werden wie wieder will wir wird wissen wo
woche wochen wohin wollen worden wort wurde wurden organisation organisationen zeige zeigen zeigt zeit zu zum zur
zusammen zwei zwischen kontakt mitglied mitglieder link
"""
_ROMANCE = """
ai aide aider aimerais alguien ao aos apprendre aprender assez au aucun aucune aussi autre autres aux avant avec avez
avoir avons ayuda ayudar bem besoin bien bon bonne buena bueno busca buscando busco ca cada ce cela celle celui ces cet
cette ceux chaque chercher cherche chez com como comme comment con conhecer conmigo connaitre contre cosa cosas cuando
da dans das de deja del della depuis des desde despues deux dia dias dois donde donner dos du durante ela elas ele eles
elle elles em en encontrar encore entre era es eso esta estas este esto estos estoy et etc etre eu eux faire fait falar
fazer font gens gente grande gustaria ha hablar hace hacer hasta hay heure heures hora horas il ils isso ja je jour
jours juntos la las le les leur leurs lhe lo los lui ma mais manera mas me meio meme meses mes meu meus mi mim mis mismo
moi mois moins mon mucho muchos muito muitos muy na nada nao nas necesito ne nem ni no nos nosotros notre nous novo
nuestra nuestro nueva nuevo num numa o on onde organizacao organizacion os ou ou outra outras outro outros par para
parler parce pas pela pelo pendant pequena pequeno persona personas personne personnes pessoa pessoas petit petite peu
peut plus poco poder podria pode por porque pour pouvoir preciso premier premiere primeira primeiro procuro puede puedo
qu qual quand que quel quelle quelqu quelque quelques quelquun quem qui quien quiero quem quero quoi sa sans savoir se
sem semana semanas ser serait ses seu seus si sin sobre soit somos son sont sous soy su sua suas suis sur sus ta tambem
tambien tant tem temps tener tengo tenho ter tes tiempo tiene tienen toda todas todo todos toi ton toujours tous tout
toute toutes trabajo travail tres trois trop trouver tu tus um uma un una unas une unos usted vers vida vez voce voir
vos votre voudrais vous y yo
"""
BY_LANGUAGE = {
    "en": frozenset(_ENGLISH.split()),
    "de": frozenset(_GERMAN.split()),
    "romance": frozenset(_ROMANCE.split()),
}
"""Folded words by what a text that uses them is written in; French, Spanish and Portuguese share too many to tell."""

STOP = frozenset().union(*BY_LANGUAGE.values())
"""All of them in one: what a text says it is written in is often wrong."""

KINDS_OF_HELP = frozenset("critique feedback interview mentor proofread review translate korrektur rezension".split())
"""Words that tell enough by themselves, whatever the topics of a community are."""

FUNCTION_CHARACTERS = frozenset(
    "的了着过得地在是有和与或及也都还就才把被给让对从到向往为以于而但如若因所其此这那哪谁什么怎样您你我他她它们"
    "一二三四五六七八九十两几个位名些点次遍下上里中内外前后年月日天时候分钟周半每各再又不没无别很太更最非能会可"
    "要想找请帮忙做用看听说聊讲问陪教学习人家自己起来去出回吗呢吧啊呀"
)
"""Chinese characters that carry no topic; a pair that holds one is no topic either."""

KANA = ("\u3041", "\u309f")
"""First and last of the hiragana: Japanese writes its endings and particles in them, its topics rarely."""
