"""What a contact is once its spelling is folded away, and everything in a text that could be one."""

import re
import unicodedata

from acquaint.secrets import Shape
from acquaint.withhold.emails import email_places
from acquaint.withhold.fold import CONTACTS
from acquaint.withhold.person import Place
from acquaint.withhold.phones import digit_runs

_TOKEN = re.compile(r"\w[\w.+-]{2,}")

_DIGIT_MARKS = frozenset("0123456789 \t\xa0\u2009\u202f().-/·")


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
    return tuple(sorted((index[start], index[end - 1] + 1, name) for start, end, name in dict.fromkeys(found)))


def private_places(folded: str, private: frozenset[str]) -> list[Place]:
    """Places of `private` contacts in a text folded for contacts; digits may be parted in any way."""
    found = []
    digits = [at for at, letter in enumerate(folded) if letter.isdigit()]
    row = "".join(folded[at] for at in digits)
    for secret in sorted(private):
        if secret.isdigit() and len(secret) > 4:
            found += _digit_places(folded, row, digits, secret.lstrip("0"))
        at = folded.find(secret) if secret else -1
        while at >= 0:
            end = at + len(secret)
            if _is_apart(folded[at - 1 : at] if at else "", secret[0]) and _is_apart(folded[end : end + 1], secret[-1]):
                found.append((at - (at > 0 and folded[at - 1] == "@"), end))
            at = folded.find(secret, at + 1)
    return found


def _is_apart(neighbour: str, edge: str) -> bool:
    """True if an account's name ends between `edge` and `neighbour`."""
    return not (neighbour.isascii() and (neighbour.isalnum() or neighbour == "_") and edge.isalnum())


def _digit_places(folded: str, row: str, digits: list[int], secret: str) -> list[Place]:
    """Places of the digits of `secret` when only marks part them; zeros, + and a bracket before belong to them."""
    found = []
    at = row.find(secret) if len(secret) > 4 else -1
    while at >= 0:
        start, end = digits[at], digits[at + len(secret) - 1] + 1
        between = folded[start:end]
        before = folded[:start].rstrip("0")[-1:]
        whole = not before.isdigit() and not folded[end : end + 1].isdigit()
        if whole and not set(between) - _DIGIT_MARKS:
            while start and folded[start - 1] in "+0(":
                start -= 1
            found.append((start, end))
        at = row.find(secret, at + 1)
    return found
