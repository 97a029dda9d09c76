"""What a contact is once its spelling is folded away, and everything in a text that could be one."""

import re
import unicodedata
from html import unescape

from acquaint.secrets import Shape
from acquaint.withhold.addresses import account_in, web_places
from acquaint.withhold.emails import email_places
from acquaint.withhold.fold import CONTACTS
from acquaint.withhold.hints import hints_at_contact
from acquaint.withhold.loose import loose_mails, loose_numbers
from acquaint.withhold.messengers import messenger_places
from acquaint.withhold.phones import digit_runs, phone_places

_BLOCKS = re.compile(r"<(?!/?(?:a|strong|em|del|code)\b)[^>]*>")
_TAGS = re.compile(r"<[^>]*>")
_HREF = re.compile(r'href="([^"]*)"')
_TOKEN = re.compile(r"\w[\w.+-]{2,}")
_DIGIT = re.compile(r"\d")


def canonical_contact(shape: Shape, value: str) -> str:
    """`value` in the one form in which contacts are compared: digits for a phone, else case and width folded."""
    folded = CONTACTS.fold(value.strip())
    if shape is Shape.PHONE:
        return "".join(letter for letter in folded if letter.isdigit())
    if shape is Shape.EMAIL:
        return "".join(unicodedata.normalize("NFKC", folded.removeprefix("mailto:")).split())
    return folded.lstrip("@").strip()


def contacts_in(text: str) -> tuple[tuple[int, int, str], ...]:
    """Start, end and canonical form of everything in `text` that could be somebody's contact.

    That is every token an account's name could be, every e-mail address however written, every run of digits.
    """
    folded, index = CONTACTS.mapped(text)
    found = [(match.start(), match.end(), match.group()) for match in _TOKEN.finditer(folded)]
    found += [
        (start, start + len(name.rstrip(".-+")), name.rstrip(".-+")) for start, _, name in found if name[-1] in ".-+"
    ]
    found += [(start, end, name) for (start, end), name in email_places(folded)]
    found += [(start, end, "".join(filter(str.isdigit, folded[start:end]))) for start, end in digit_runs(folded)]
    found += [(start, end, name) for (start, end), name in (*loose_mails(folded), *loose_numbers(folded))]
    return tuple(sorted((index[start], index[end - 1] + 1, name) for start, end, name in dict.fromkeys(found)))


def names_in(text: str) -> frozenset[str]:
    """The canonical forms alone of what `contacts_in` finds."""
    folded = CONTACTS.fold(text)
    found = _TOKEN.findall(folded)
    found += [name.rstrip(".-+") for name in found if name[-1] in ".-+"]
    found += [name for _, name in (*email_places(folded), *loose_mails(folded))]
    if _DIGIT.search(folded):
        found += ["".join(filter(str.isdigit, folded[start:end])) for start, end in digit_runs(folded)]
        found += [name for _, name in loose_numbers(folded)]
    return frozenset(found)


def reached_in(text: str) -> frozenset[str]:
    """Canonical forms of whatever in a text, or in sanitised HTML, reaches somebody: what may be asked of it."""
    hrefs = [unescape(href) for href in _HREF.findall(text)] if "href=" in text else []
    found = {account_in(url) for url in hrefs}
    blocks = (unescape(_TAGS.sub("", block)) for block in _BLOCKS.split(text)) if "<" in text else (text,)
    for block in (*blocks, *hrefs):
        folded = CONTACTS.fold(block)
        if hints_at_contact(folded):
            found.update(name for _, name in (*email_places(folded), *messenger_places(folded), *phone_places(folded)))
            found.update(account_in(block[start:end]) for start, end in web_places(block))
    return frozenset(found)
