"""What a withheld company, contact or link gives way to, in the language of the text, so that the sentence reads."""

import re

from acquaint.withhold.person import Place

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
_ANY_ARTICLE = re.compile(r"(?i)(?<!\w)(?:the|a|an)\s+$")
_ARTICLE_BEFORE = {
    language: re.compile(rf"(?i)(?<!\w)(?:(?:the|an|{words})\s+|[l]['’])$") for language, words in _ARTICLES.items()
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
_ACCUSATIVE = re.compile(r"(?i)(?<!\w)(?:für|durch|ohne|gegen|um|als|leite|führe|gründete|habe|mag|liebe|und)\s+$")
_DETERMINED = re.compile(
    r"(?i)(?<!\w)(?:our|my|your|their|his|her|its|this|that|another|every|each|any|some|own|former|current|previous|"
    r"new|old|great|wonderful|amazing|whole|entire|local|fellow|ex|first|big|small)[\s-]+$"
)
_ATTRIBUTE = re.compile(
    r" (?:team|teams|lab|group|office|offices|department|project|projects|community|campus|staff|engineer|developer|"
    r"designer|employee|warehouse|founder|alumni|alum|alumna|alumnus|student|graduate|fellow|blog|website|network|"
    r"programme|program|platform|product|products|people|crew|family|customers|research|researcher|scientist)\b"
)
_PREPOSITION = re.compile(r"(?i)(?<!\w)(?:at|for|with|by|from|of|in|to|bei|für|von)\s+$")
_AFTER_STOP = re.compile(r"(?:^|[.!?\n•]|[.!?][\"”')])[ \t]*$")


def contact_word(lang: str) -> str:
    """What a contact gives way to."""
    return _CONTACTS.get(lang.partition("-")[0], "(…)")


def link_word(lang: str) -> str:
    """What a link gives way to."""
    return _LINKS.get(lang.partition("-")[0], "(…)")


def company_word(text: str, place: Place, lang: str) -> tuple[Place, str]:
    """The place with its article, and the words it gives way to there."""
    language = lang.partition("-")[0]
    start, end = place
    plain = _COMPANIES.get(language, "[…]")
    articles = _ARTICLE_BEFORE.get(language, _ANY_ARTICLE)
    while article := articles.search(text[max(0, start - 12) : start]):
        start -= len(article.group())
    head = text[max(0, start - 24) : start]
    if text[start - 1 : start] in ("@", "＠", "#") and start:
        start -= 1
        linked = _PREPOSITION.search(text[max(0, start - 24) : start]) or text[start] == "#" or language != "en"
        return (start, end), plain if linked else f"at {plain}"
    if language == "en":
        plain = _english(head, text[end : end + 16], plain)
    elif language == "de" and (_ACCUSATIVE.search(head) or _AFTER_STOP.search(head)):
        plain = "eine Organisation"
    previous = head.rsplit(None, 1)[-1].lower() if head[-1:].isspace() else ""
    plain = _MELTED.get(language, {}).get(previous, plain)
    begins = not start or _AFTER_STOP.search(head)
    return (start, end), plain[0].upper() + plain[1:] if begins else plain


def _english(head: str, tail: str, plain: str) -> str:
    """`plain` without its article where a determiner stands already, and as a possessor before what it owns."""
    if _DETERMINED.search(head):
        plain = "organisation"
    return f"{plain}'s" if _ATTRIBUTE.match(tail) else plain
