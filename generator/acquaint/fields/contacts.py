"""Ways to reach somebody: a table of kinds, and the types contact, phone and e-mail."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from acquaint.fields.links import is_well_formed
from acquaint.fields.names import nearest
from acquaint.fields.reading import Reading
from acquaint.fields.showing import Showing
from acquaint.fields.types import BLANK, FieldType
from acquaint.introduction import CONTACTS as LABELS
from acquaint.messages import say
from acquaint.secrets import Shape
from acquaint.shown import Way, Ways
from acquaint.tree import Mapping, Node, Scalar, is_blank
from acquaint.values import Contact, Contacts

_EMAIL = re.compile(
    r"[^\s@<>()\[\],;:\"\\]{1,64}@[^\s@<>()\[\],;:\"\\/_.-][^\s@<>()\[\],;:\"\\/_]*\.[^\W\d_][\w-]*[^\W_]"
)
_PHONE = re.compile(r"\+?[0-9 ().\-/\u00a0]{5,40}(?: ?(?:ext\.?|x) ?[0-9]{1,6})?")
_ACCOUNT = re.compile(r"[^\s<>\"]{2,100}")
_ACCOUNT_WITH_SPACES = re.compile(r"[^<>\"\n]{2,100}")


def is_email(text: str) -> bool:
    """True for one address of a usual form: somebody at a host with a dot."""
    return _EMAIL.fullmatch(text) is not None and len(text) <= 254 and ".." not in text


def is_phone(text: str) -> bool:
    """True for 7 to 15 digits (ITU-T E.164) and what people put between them."""
    digits = sum(c.isdigit() for c in re.split(r"ext|x", text)[0])
    return _PHONE.fullmatch(text) is not None and 7 <= digits <= 15


@dataclass(frozen=True, slots=True)
class ContactKind:
    """One kind of contact: its label, what a value looks like, how the gate compares it, its address if it has one."""

    label: str
    shape: Shape
    example: str
    accepts: Callable[[str], bool]
    href: Callable[[str], str | None] = lambda value: None


def _account(text: str) -> bool:
    return _ACCOUNT.fullmatch(text) is not None


def _bare(value: str) -> str:
    return value.removeprefix("@")


def _digits(value: str) -> str:
    return ("+" if value.startswith("+") else "") + re.sub(r"[^0-9]", "", re.split(r"ext|x", value)[0])


def _web(value: str) -> str | None:
    return value if value.startswith(("https://", "http://")) and is_well_formed(value) else None


KINDS = {
    "email": ContactKind(LABELS["email"], Shape.EMAIL, "ada@example.org", is_email, lambda v: f"mailto:{v}"),
    "phone": ContactKind(LABELS["phone"], Shape.PHONE, "+49 30 1234567", is_phone, lambda v: f"tel:{_digits(v)}"),
    "mobile": ContactKind(LABELS["mobile"], Shape.PHONE, "+49 151 1234567", is_phone, lambda v: f"tel:{_digits(v)}"),
    "whatsapp": ContactKind(
        LABELS["whatsapp"],
        Shape.PHONE,
        "+49 151 1234567",
        is_phone,
        lambda v: f"https://wa.me/{_digits(v).lstrip('+')}",
    ),
    "signal": ContactKind(LABELS["signal"], Shape.ACCOUNT, "ada.42", lambda v: is_phone(v) or _account(v)),
    "telegram": ContactKind(LABELS["telegram"], Shape.ACCOUNT, "@ada", _account, lambda v: f"https://t.me/{_bare(v)}"),
    "wechat": ContactKind(LABELS["wechat"], Shape.ACCOUNT, "ada_l", _account),
    "qq": ContactKind(LABELS["qq"], Shape.ACCOUNT, "12345678", _account),
    "line": ContactKind(LABELS["line"], Shape.ACCOUNT, "ada_l", _account),
    "kakao": ContactKind(LABELS["kakao"], Shape.ACCOUNT, "ada_l", _account),
    "discord": ContactKind(
        LABELS["discord"], Shape.ACCOUNT, "ada_l", lambda v: _ACCOUNT_WITH_SPACES.fullmatch(v) is not None
    ),
    "slack": ContactKind(
        LABELS["slack"], Shape.ACCOUNT, "@ada", lambda v: _ACCOUNT_WITH_SPACES.fullmatch(v) is not None
    ),
    "matrix": ContactKind(
        LABELS["matrix"], Shape.ACCOUNT, "@ada:example.org", _account, lambda v: f"https://matrix.to/#/{v}"
    ),
    "xmpp": ContactKind(LABELS["xmpp"], Shape.EMAIL, "ada@example.org", is_email, lambda v: f"xmpp:{v}"),
    "mastodon": ContactKind(LABELS["mastodon"], Shape.ACCOUNT, "@ada@social.example", _account, _web),
    "skype": ContactKind(LABELS["skype"], Shape.ACCOUNT, "ada_l", _account),
    "instagram": ContactKind(LABELS["instagram"], Shape.ACCOUNT, "ada_l", _account, _web),
    "linkedin": ContactKind(LABELS["linkedin"], Shape.ACCOUNT, "https://linkedin.example/in/ada", _account, _web),
    "github": ContactKind(LABELS["github"], Shape.ACCOUNT, "ada", _account, _web),
    "website": ContactKind(
        LABELS["website"], Shape.ACCOUNT, "https://ada.example", lambda v: _web(v) is not None, _web
    ),
    "other": ContactKind(LABELS["other"], Shape.ACCOUNT, "ask for Ada at the bakery", lambda v: 2 <= len(v) <= 100),
}


def shape_of(contact: Contact) -> Shape:
    """How the gate compares this contact: a Signal number is a phone, whatever the table says of the kind."""
    return Shape.PHONE if is_phone(contact.value) and contact.kind == "signal" else KINDS[contact.kind].shape


def read_contacts(node: Node, reading: Reading) -> Contacts | None:
    """A mapping of kinds to values."""
    if not isinstance(node, Mapping):
        message = say("{field} takes kinds with values.", field=reading.field)
        reading.report("wrong-type", node, message, fix=f"{reading.field}: {{email: ada@example.org}}")
        return None
    found = [_read_contact(key, value, reading) for key, value in node if not is_blank(value)]
    kept = tuple(contact for contact in found if contact)
    return Contacts(kept) if kept else None


def _read_contact(key: Scalar, node: Node, reading: Reading) -> Contact | None:
    kind = key.text.strip()
    if kind not in KINDS:
        meant = nearest(kind, KINDS)
        message = say("This is no kind of contact; there are {kinds}.", kinds=tuple(KINDS))
        reading.report("unknown-contact", key, message, meant=meant, fix=None if meant else "other: …")
        return None
    return read_contact(kind, node, reading.part(kind))


def read_contact(kind: str, node: Node, reading: Reading) -> Contact | None:
    """One contact of a known kind, its text folded to half width and trimmed."""
    scalar = reading.scalar(node, say("one value"))
    if scalar is None or is_blank(scalar):
        return None
    value = unicodedata.normalize("NFKC", scalar.text).strip()
    if KINDS[kind].accepts(value):
        return Contact(kind, value, scalar.span)
    slug = {Shape.EMAIL: "not-an-email", Shape.PHONE: "not-a-phone"}.get(KINDS[kind].shape, "not-a-contact")
    message = {
        "not-an-email": say("{field} is not an e-mail address.", field=reading.field),
        "not-a-phone": say("{field} is not a phone number.", field=reading.field),
        "not-a-contact": say("{field} is not a {kind} contact.", field=reading.field, kind=KINDS[kind].label),
    }[slug]
    reading.report(slug, scalar, message, fix=f'{kind}: "{KINDS[kind].example}"')
    return None


def show_contacts(value: Contacts, showing: Showing) -> Ways | None:
    """The kinds this audience may see."""
    ways = tuple(_way(contact) for contact in value.contacts if showing.admits_part(contact.kind))
    return Ways(ways) if ways else None


def _way(contact: Contact) -> Way:
    kind = KINDS[contact.kind]
    return Way(contact.kind, kind.label, contact.value, kind.href(contact.value))


def _reader(kind: str) -> Callable[[Node, Reading], Contacts | None]:
    def read(node: Node, reading: Reading) -> Contacts | None:
        contact = read_contact(kind, node, reading)
        return Contacts((contact,)) if contact else None

    return read


CONTACT = FieldType(
    name="contact",
    about=f"Ways to reach you, by kind: {', '.join(KINDS)}.",
    example='{email: ada@example.org, wechat: ada_l, phone: "+49 30 1234567"}',
    wrong="{email: ada at home}",
    read=read_contacts,
    show=show_contacts,
    schema={
        "type": "object",
        "properties": {kind: {"anyOf": [{"type": "string"}, BLANK]} for kind in KINDS},
        "additionalProperties": False,
    },
    beyond=("an e-mail address, a phone number or an account is well formed",),
)
PHONE = FieldType(
    name="phone",
    about="A phone number of 7 to 15 digits, best with its country code.",
    example='"+49 30 1234567"',
    wrong="after six",
    read=_reader("phone"),
    show=show_contacts,
    schema={"type": "string"},
    beyond=("a phone number is well formed",),
)
EMAIL = FieldType(
    name="email",
    about="An e-mail address.",
    example="ada@example.org",
    wrong="ada at example",
    read=_reader("email"),
    show=show_contacts,
    schema={"type": "string"},
    beyond=("an e-mail address is well formed",),
)
