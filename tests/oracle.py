"""A second opinion on leaks: reads members' files and the finished public tree, and shares no code with the project."""

import base64
import html
import json
import re
import unicodedata
import urllib.parse
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

_WORD = re.compile(r"[^\W\d_]{2,}")
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Whatever reads YAML as texts; the one in C, where it is there, takes a tenth of the time."""


@dataclass(frozen=True)
class Leak:
    """What of whom was found where."""

    handle: str
    what: str
    path: str


def _matter(path: Path) -> dict[str, Any]:
    text = path.read_text(encoding="utf-8")
    return yaml.load(text.split("\n---", 1)[0] if path.suffix == ".md" else text, _LOADER) or {}


def _plain(text: str) -> str:
    """The words a person reads: no markup, no addresses, half width."""
    without_addresses = re.sub(r"""\s(?:href|src|action)=("[^"]*"|'[^']*')""", "", text)
    # The same links for search engines.
    without_addresses = re.sub(r'"sameAs":\[[^\]]*\]', "", without_addresses)
    return unicodedata.normalize("NFKC", html.unescape(re.sub(r"<[^>]*>", " ", without_addresses)))


def _forms(value: str) -> set[bytes]:
    raw = value.encode()
    forms = {
        value,
        html.escape(value),
        urllib.parse.quote(value),
        urllib.parse.quote_plus(value),
        json.dumps(value)[1:-1],
    }
    if len(raw) >= 6:
        forms |= {base64.b64encode(raw).decode().rstrip("=")[:-1]}
    return {form.casefold().encode() for form in forms}


def _private_contacts(member: dict[str, Any]) -> dict[str, str]:
    opened = member.get("public") or []
    contact = member.get("contact") or {}
    return {
        kind: value for kind, value in contact.items() if "contact" not in opened and f"contact.{kind}" not in opened
    }


def _without_others(page: str) -> str:
    """A member's page without the other people it names: their headlines are their own public words."""
    before, found, rest = page.partition('<div class="profile__meeting">')
    return before + rest[rest.index("</article>") :] if found else page


def leaks(members: Path, public: Path) -> list[Leak]:
    """Every private contact anywhere, and every private name and company on the member's own page."""
    files = {
        path.relative_to(public).as_posix(): path.read_bytes().decode("utf-8", "replace")
        for path in public.rglob("*")
        if path.is_file()
    }
    # No contact runs over two lines, and most lines stand on every page: each is searched once.
    lines = dict.fromkeys(line for path, text in files.items() for line in (path, *text.splitlines()))
    everything = "\x00".join(lines).casefold().encode()
    numbers = re.sub(rb"(?<=\d)[ ().-]+(?=\d)", b"", everything)
    found = []
    for path in sorted(members.rglob("*.*")):
        member = _matter(path)
        for kind, value in _private_contacts(member).items():
            if any(form in everything for form in _forms(value)):
                found.append(Leak(path.stem, f"contact.{kind}", "somewhere"))
            digits = re.sub(r"\D", "", value)
            if kind == "phone" and len(digits) > 6 and digits.encode() in numbers:
                found.append(Leak(path.stem, "contact.phone as digits", "somewhere"))
        page = f"members/{path.stem}/index.html"
        if page in files:
            own = _without_others(files[page])
            found += [Leak(path.stem, what, page) for what in _own_words(member, path.stem, _plain(own))]
    return found


def _own_words(member: dict[str, Any], handle: str, text: str) -> list[str]:
    """Which of a member's private words stand on the page they are on."""
    # The handle is public by choice; what it spells is no leak.
    text = re.sub(rf"@?{re.escape(handle)}", " ", text)
    found = []
    name, company = (str(member.get(key) or "").strip() for key in ("name", "company"))
    if len(_WORD.findall(name)) > 1 and name.casefold() in text.casefold():
        found.append("name")
    if len(company) > 3 and re.search(rf"(?<!\w){re.escape(company)}(?!\w)", text):
        found.append("company")
    return found
