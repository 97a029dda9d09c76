"""Words too common to find anybody by: left out of sentences, and of a question that has others.

What says nothing of a need is another list (matching/stopwords.py): somebody may well look for a teacher.
"""

_WORDS = {
    "en": (
        "a about after all also always am an and any anybody anyone are around as at be because been before "
        "being both but by can come could d did do does doing done each either else even ever every everyone "
        "few for from get gets getting give gives go goes going good got had has have having he her here hers "
        "him his how i if in into is it its just know let like ll lot m made make makes making many may me "
        "might more most much must my myself need needs never no not now of off often on one only onto or "
        "other our out over own people person please put re s same say see seek seeks she should since so "
        "some somebody someone something still such t take than that the their them then there these they "
        "thing things this those through to together too under until up us use used using ve very want wants "
        "was way we well were what when where which while who whom whose why will with within without would "
        "you your"
    ),
    "de": (
        "aber alle als am an auch auf aus bei beim bin bis bist da damit dann das dass dein dem den der des "
        "dich die dir doch du durch ein eine einem einen einer eines er es etwas euch fur hat hatte habe "
        "haben hier hin ich ihm ihn ihr ihre im immer ist ja jede jeder jemand kann kein keine konnen mal man "
        "mehr mein meine mich mir mit nach nicht noch nur ob oder ohne schon sein seine seit sich sie sind so "
        "sowie suche uber um und uns unser unter viel vom von vor war was weil wenn wer werden wie wir wird "
        "wo zu zum zur"
    ),
    "fr": (
        "au aux avec ce ces cette dans de des du elle en est et eux il ils je la le les leur lui ma mais me "
        "mes moi mon ne nos notre nous ou par pas pour qu que qui sa se ses son sont sur ta te tes toi ton tu "
        "un une vos votre vous y"
    ),
    "es": (
        "al como con cual cuando de del donde el ella en entre era es esta este ha hay la las lo los mas me "
        "mi muy no nos o para pero por que quien se ser si sin sobre su sus te tu un una y ya yo"
    ),
    "pt": (
        "ao aos as com como da das do dos e ela ele em essa esse eu foi isso ja mas meu minha na nas nem no "
        "nos numa o os ou para pela pelo por quando que quem se sem ser seu sua tem um uma voce"
    ),
    "it": (
        "che chi ci con cui da dai dal degli dei del della di dove gli ho il io la le lo ma mi nel non per "
        "piu quando se si sono su tra un una uno"
    ),
    "needs": (
        "help helps helping helped look looks looking find finding found seeking wanted helfen hilft hilfe "
        "finde finden braucht brauche brauchen gesucht gerne kannst aide aider cherche chercher besoin ayuda "
        "ayudar busco buscar necesito ajuda ajudar procuro preciso"
    ),
    "web": ("com http https net org www"),
}

STOPWORDS = frozenset(word for words in _WORDS.values() for word in words.split())
"""Folded, of all languages at once: who writes in one may be looked for in another."""
