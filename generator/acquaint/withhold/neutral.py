"""What a withheld company, contact or link gives way to, in the language of the text, so that the sentence reads."""

from acquaint.patterns import lazy
from acquaint.withhold.person import Place
from acquaint.withhold.wordlists import PARTICLES, SMALL, THIRD_PERSON

_CONTACTS = {
    "en": "(contact for members)",
    "de": "(Kontakt für Mitglieder)",
    "zh": "（联系方式仅成员可见）",
    "ja": "（連絡先はメンバー限定）",
    "ko": "(연락처는 회원 전용)",
    "fr": "(contact réservé aux membres)",
    "es": "(contacto para miembros)",
    "pt": "(contacto para membros)",
    "it": "(contatto per i membri)",
    "nl": "(contact voor leden)",
    "ru": "(контакт для участников)",
    "ar": "(جهة الاتصال للأعضاء)",
}
_LINKS = {
    "en": "(link for members)",
    "de": "(Link für Mitglieder)",
    "zh": "（链接仅成员可见）",
    "ja": "（リンクはメンバー限定）",
    "ko": "(링크는 회원 전용)",
    "fr": "(lien réservé aux membres)",
    "es": "(enlace para miembros)",
    "pt": "(ligação para membros)",
    "it": "(link per i membri)",
    "nl": "(link voor leden)",
    "ru": "(ссылка для участников)",
    "ar": "(الرابط للأعضاء)",
}
_COMPANIES = {
    "en": "an organisation",
    "de": "einer Organisation",
    "zh": "所在机构",
    "ja": "勤務先",
    "ko": "소속 기관",
    "fr": "une organisation",
    "es": "una organización",
    "pt": "uma organização",
    "it": "un'organizzazione",
    "nl": "een organisatie",
    "ru": "организации",
    "ar": "إحدى المؤسسات",
}
_ARTICLES = {
    "en": "the|a|an",
    "de": "der|die|das|dem|den|des|ein|eine|einer|einem|einen",
    "fr": "le|la|les|un|une|l'|l’",
    "es": "el|la|los|las|un|una",
    "pt": "o|a|os|as|um|uma",
    "it": "il|lo|la|i|gli|le|un|una|uno|l'|l’",
    "nl": "de|het|een",
}
_MARK = "[\"“‘'*_\\[]{0,3}"
"""What may open between an article and the company: a quote, emphasis, the text of a link."""
_ANY_ARTICLE = lazy(rf"(?i)(?<!\w)(?:the|a|an)\s+(?P<mark>{_MARK})$")
_ARTICLE_BEFORE = {
    language: lazy(rf"(?i)(?<!\w)(?:(?:the|an|{words})\s+|[l]['’])(?P<mark>{_MARK})$")
    for language, words in _ARTICLES.items()
}
_MELTED = {
    "de": {"beim": "Unternehmen", "vom": "Unternehmen", "zum": "Unternehmen", "im": "Unternehmen", "am": "Unternehmen"},
    "fr": {"au": "groupe", "du": "groupe"},
    "es": {"al": "centro", "del": "centro"},
    "pt": dict.fromkeys("na da pela à".split(), "organização") | dict.fromkeys("no do pelo ao".split(), "grupo"),
    "it": dict.fromkeys("al del nel dal sul".split(), "gruppo")
    | dict.fromkeys("alla della nella dalla".split(), "società"),
}
"""Prepositions that hold an article already, and the word without one that follows them well."""
_ACCUSATIVE = lazy(r"(?i)(?<!\w)(?:für|durch|ohne|gegen|um|als|leite|führe|gründete|habe|mag|liebe|und)\s+$")
_DETERMINED = lazy(
    r"(?i)(?<!\w)(?:our|my|your|their|his|her|its|this|that|another|every|each|any|some|own|former|current|previous|"
    r"new|old|great|wonderful|amazing|whole|entire|local|fellow|ex|first|big|small)[\s-]+$"
)
_ATTRIBUTE = lazy(
    r" (?:team|teams|lab|group|office|offices|department|project|projects|community|campus|staff|engineer|developer|"
    r"designer|employee|warehouse|founder|alumni|alum|alumna|alumnus|student|graduate|fellow|blog|website|network|"
    r"programme|program|platform|product|products|people|crew|family|customers|research|researcher|scientist|"
    r"symposium|workshop|course|conference|center|centre|scholar|volunteer|mentor|member|members|ambassador|intern|"
    r"director|postdoc|professor|app|tool|tools|library|initiative|cohort|training|event|events|grant|award|chapter|"
    r"consortium|collaboration)\b"
)
_CAPITAL = lazy(r" ([A-Z]\w+)(?!['’]\w)")
_NO_NOUNS = (
    PARTICLES["en"]
    | SMALL
    | THIRD_PERSON
    | frozenset(
        "where which while when with from since until before after during under through via then here there this that "
        "these those they can will would could may might must also plus currently previously formerly now what".split()
    )
)
"""Words that own nothing and are not owned, though a headline gives them a capital."""
_POSSESSED = lazy(r"['’](?= [^\W\d_])")
_QUOTE_OPENS = lazy(r"(?<!\w)['‘]")
_PREPOSITION = lazy(r"(?i)(?<!\w)(?:at|for|with|by|from|of|in|to|bei|für|von)\s+$")
_AFTER_STOP = lazy(r"(?:^|[.!?\n•]|[.!?][\"”')])[ \t]*$")


def contact_word(lang: str) -> str:
    """What a contact gives way to."""
    return _CONTACTS.get(lang.partition("-")[0], "(…)")


def link_word(lang: str) -> str:
    """What a link gives way to."""
    return _LINKS.get(lang.partition("-")[0], "(…)")


def company_word(text: str, place: Place, lang: str) -> tuple[Place, str]:
    """The place with its article, and the words it gives way to there; `text` may end where the next finding begins."""
    language = lang.partition("-")[0]
    (start, end), plain = place, _COMPANIES.get(language, "[…]")
    is_tagged = text[start - 1 : start] in ("@", "＠", "#") and start > 0
    sign = text[start - 1] if is_tagged else ""
    start, mark = _before_article(text, start - is_tagged, language)
    head = text[max(0, start - 24) : start]
    if is_tagged:
        has_article = start < place[0] - 1
        linked = _PREPOSITION.search(head) or sign == "#" or language != "en" or has_article
        return (start, end), mark + (plain if linked else f"at {plain}")
    if language == "en":
        plain = _english(head, text[end : end + 24], plain)
    elif language == "de" and (_ACCUSATIVE.search(head) or _AFTER_STOP.search(head)):
        plain = "eine Organisation"
    previous = "".join(head.split()[-1:]).lower() if head[-1:].isspace() else ""
    plain = _MELTED.get(language, {}).get(previous, plain)
    begins = not start or _AFTER_STOP.search(head)
    return (start, end), mark + (plain[0].upper() + plain[1:] if begins else plain)


def _before_article(text: str, start: int, language: str) -> tuple[int, str]:
    """Where the article before `start` begins, if there is one, and what opens between the two."""
    articles, mark = _ARTICLE_BEFORE.get(language, _ANY_ARTICLE), ""
    while article := articles.search(text[max(0, start - 12) : start]):
        start -= len(article.group())
        mark = article["mark"] + mark
    return start, mark


def possessor(text: str, place: Place, lang: str) -> tuple[Place, str]:
    """The place with the bare apostrophe of James' book, and what then follows its replacement: the same as for Ada."""
    start, end = place
    bare = text[end - 1 : end] in ("s", "S") and _POSSESSED.match(text, end) and lang.partition("-")[0] == "en"
    if not bare or _QUOTE_OPENS.search(text, text.rfind("\n", 0, start) + 1, start):
        return place, ""
    return (start, end + 1), f"{text[end]}s"


def _english(head: str, tail: str, plain: str) -> str:
    """`plain` without its article where a determiner stands already, and as a possessor before what it owns."""
    if _DETERMINED.search(head):
        plain = "organisation"
    capital = _CAPITAL.match(tail)
    owns = _ATTRIBUTE.match(tail) or (capital and capital[1].lower() not in _NO_NOUNS)
    return f"{plain}'s" if owns else plain
