"""A small community with every kind of page, built in three languages, in one read from right to left, and empty.

What its people say is in German, Latin, Chinese and Arabic, so that an English word on a page is one of the interface.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from babel.messages import Catalog
from babel.messages.pofile import read_po, write_po
from filelock import FileLock
from PIL import Image

from catalogues import FOLDER
from communities import built, of_all_processes, tree, write

LANGUAGES = ("en", "zh", "de")
BASE = "https://aquilo.example/sub/"
KINDS = {
    "home": "",
    "later page": "page/1/",
    "facet index": "skills/",
    "facet": "skills/python/",
    "later page of a facet": "skills/python/page/1/",
    "asks": "asks/",
    "offers": "offers/",
    "offers of a theme": "offers/python/",
    "later page of a theme": "offers/python/page/i/",
    "community": "community/",
    "own page": "rules/",
    "member with a picture": "members/ada/",
    "long member": "members/friedrich/",
    "Chinese member": "members/lijing/",
    "Arabic member": "members/salma/",
    "member who says nothing": "members/x00/",
}
"""The path of one page of each kind below the root of its language; 404.html stands beside them once."""

PUBLIC_KINDS = {"join": "join/", "poster": "join/poster/"}
"""The same for pages that stand in the public edition alone, whoever is in it."""

EMPTY_KINDS = {
    "nobody": "",
    "no asks": "asks/",
    "no offers": "offers/",
    "no values": "skills/",
    "no chart": "community/",
}

SITES = {"three": LANGUAGES, "rtl": ("ar",), "empty": LANGUAGES, "empty-rtl": ("ar",)}
"""The sites there are, with their languages, the first at the root."""

_NEVER_SHOWN = ("private", "public", "listing", "for", "repository", "type", "visibility", "join")
LABELS = ("aria-label", "placeholder", "alt", "title", "content", "value")
_LETTERS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ابجدهوزحطيكلمنسعفصقرشتثخذض")
_KEPT = re.compile(r"(%\(\w+\)s|%%|\{\w+\}|<[^>]*>|&\w+;)")
_ADDRESS = re.compile(r"\b[\w.]+\.example/[!-~]*|https?://[!-~]+|[\w.]+@[\w.]+|\b[\w.]+\.example\b")
_LATIN = re.compile(r"[a-zA-Z][a-zA-Z-]*[a-zA-Z]")


def pseudo(text: str) -> str:
    """`text` in Arabic letters, its gaps and tags as they were: what nobody marked for translation stays Latin."""
    return "".join(
        piece if index % 2 else piece.lower().translate(_LETTERS) for index, piece in enumerate(_KEPT.split(text))
    )


def pseudo_catalogue(domain: str) -> bytes:
    """The catalogue of `domain` in a language that is read from right to left and has six plural forms."""
    with (FOLDER / f"{domain}.pot").open("rb") as file:
        template = read_po(file)
    catalog = Catalog(locale="ar", fuzzy=False)
    for message in template:
        if isinstance(message.id, str) and message.id:
            catalog.add(message.id, pseudo(message.id), context=message.context)
        elif message.id:
            forms = (pseudo(message.id[0]), *[pseudo(message.id[1])] * (catalog.num_plurals - 1))
            catalog.add(message.id, forms, context=message.context)
    out = BytesIO()
    write_po(out, catalog, width=0)
    return out.getvalue()


def _each(languages: tuple[str, ...], **versions: str) -> dict[str, str]:
    return {language: versions[language] for language in languages}


def _settings(languages: tuple[str, ...]) -> dict[str, Any]:
    def each(en: str, zh: str, de: str, ar: str) -> dict[str, str]:
        return _each(languages, en=en, zh=zh, de=de, ar=ar)

    here = each("Adsumus", "我们在此", "Wir sind da", "نحن هنا")
    return {
        "title": each("Aquilo", "北光", "Nordlicht", "الشمال"),
        "description": here,
        "languages": list(languages),
        "base_url": BASE,
        "repository": {"url": "https://git.example/aquilo", "branch": "main", "visibility": "private"},
        "reach": {"email": "salve@aquilo.example", "text": here},
        "join": {"how": here, "invite": "https://aquilo.example/salve", "until": "2027-01-31"},
        "welcome": {"for": [here], "not_for": [here]},
        "theme": {"logo": "logo.png"},
        "vocabulary": {
            "skills": {
                "Python": {"also": ["python3"]},
                "Acht": each("Acht", "八", "Acht", "ثمانية"),
            }
        },
        "fields": {
            "cantus": {
                "type": "tags",
                "label": each("Cantus", "歌", "Lied", "أغنية"),
                "help": here,
                "visibility": "public",
                "facet": True,
            }
        },
    }


def _people(languages: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    headline = _each(languages, en="Fluvios pingo", zh="我画河", de="Flüsse zeichne ich", ar="أرسم الأنهار")
    ada: dict[str, Any] = {
        "nickname": "Ada", "pronouns": "ea", "lang": "la", "headline": headline, "cantus": ["Vesper"],
        "skills": ["Python", "Acht", "C++", "Fluvius", {"text": "Secretum", "for": "members"}], "interests": ["Panis"],
        "offers": ["Fluvius Python pingere", {"text": "Cena", "for": "members"}],
        "asks": [{"text": "Vinum cum pane", "since": "2026-11-01"}, {"text": "Nova domus", "for": "members"}],
        "ask_me_about": "Nox et ferrum", "contact_for": ["Ludi"], "not_for": ["Bellum"],
        "working_on": {"text": "Tabula fluviorum", "since": "2026-09-01"},
        "availability": {"mentoring": "2027-01-31"}, "groups": ["Circulus"], "city": "Ulm", "country": "DE",
        "timezone": "Europe/Berlin", "languages": ["en", "de", "la"], "links": {"Codex": "https://ada.example"},
        "joined": "2026-03-01", "name": "Ada Lindqvist", "company": "Nordwerk", "birthday": "03-14", "introduced_by": "friedrich",
        "contact": {"email": "ada@ulm.example", "wechat": "ada_l_77"}, "public": ["contact.email"],
        "bio": "Fluvius *Python* venit.\n\n## Ars\n\n- unus\n- duo\n\n[Codex](https://ada.example) `nox`\n\n> Salve",
    }  # fmt: skip
    word = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
    friedrich = {
        "nickname": "Friedrich-Wilhelm von Donaudampfschifffahrtsgesellschaft", "lang": "de",
        "headline": "Kraftfahrzeughaftpflichtversicherung" * 4, "skills": [word, "Python", "Acht"], "interests": ["Panis"],
        "asks": ["Fluvius Python " + word], "offers": ["Vinum cum pane " + word],
        "links": {"L" * 40: "https://www." + "lang" * 14 + ".example/" + "x" * 200},
        "bio": "Satz und noch ein Satz. " * 150, "joined": "2026-02-01",
    }  # fmt: skip
    lijing = {
        "nickname": "李静", "lang": "zh", "headline": "把数据讲成故事", "skills": ["数据", "python"], "city": "上海",
        "country": "CN", "languages": ["zh"], "offers": ["看一篇稿子"], "private": ["city"], "bio": "我在出版社做编辑。",
        "timezone": "Asia/Shanghai", "joined": "2026-02-03",
    }  # fmt: skip
    salma = {
        "nickname": "سلمى", "lang": "ar", "headline": "أكتب عن المدن القديمة", "asks": ["مترجم من الألمانية"],
        "availability": ["mentoring"], "languages": ["ar"], "bio": "أكتب عن **المدن** القديمة.", "listing": "everyone",
    }  # fmt: skip
    crowd: dict[str, dict[str, Any]] = {
        f"x{number:02}": {"skills": ["Python"], "joined": "2026-01-01", "offers": [f"Python {number}"]}
        for number in range(122)
    }
    crowd["x00"] = {"lang": "la"}
    inside = {"nickname": "Intus", "listing": "members", "skills": ["Acht"]}
    return {"ada": ada, "friedrich": friedrich, "lijing": lijing, "salma": salma, "inside": inside, **crowd}


def picture() -> bytes:
    """A photo large enough for both sizes."""
    out = BytesIO()
    Image.new("RGB", (640, 640), (40, 90, 140)).save(out, "JPEG")
    return out.getvalue()


def community(name: str) -> dict[str, str | bytes]:
    """The files of one of SITES."""
    languages = SITES[name]
    logo = BytesIO()
    Image.new("RGBA", (240, 80), (11, 107, 87, 255)).save(logo, "PNG")
    files: dict[str, str | bytes] = {"community.yml": _yaml(_settings(languages)), "logo.png": logo.getvalue()}
    for language in languages:
        ending = "" if language == languages[0] else f".{language}"
        front = f"---\ntitle: {_each(languages, en='Leges', zh='规矩', de='Regeln', ar='قواعد')[language]}\nplace: navigation\n---\n"
        files[f"pages/rules{ending}.md"] = f"{front}Lex.\n\n## Prima\n\n1. Pax\n\n| A | B |\n| - | - |\n| 1 | 2 |\n"
    if not name.startswith("empty"):
        files |= {f"members/{handle}.yml": _yaml(person) for handle, person in _people(languages).items()}
        files["members/ada.jpg"] = picture()
    if languages == ("ar",):
        files |= {
            f"templates/translations/ar/{domain}.po": pseudo_catalogue(domain)
            for domain in ("pages", "browser", "messages")
        }
    return files


def _yaml(values: dict[str, Any]) -> str:
    return "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())


def site(name: str, factory: pytest.TempPathFactory) -> Path:
    """The folder with both editions of one of SITES."""
    return _site(name, of_all_processes(factory))


def files(name: str, edition: str, factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every file of one edition of one of SITES, by path."""
    return _files(name, edition, of_all_processes(factory))


@cache
def _site(name: str, base: Path) -> Path:
    root = base / f"kinds-{name}"
    with FileLock(f"{root}.lock"):
        if not (root / "site" / "internal").is_dir():
            built(write(root / "community", community(name)), root / "site")
    return root / "site"


@cache
def _files(name: str, edition: str, base: Path) -> dict[str, bytes]:
    return tree(_site(name, base) / edition)


def folder(name: str, language: str) -> str:
    """Where the pages in `language` stand."""
    return "" if language == SITES[name][0] else f"{language}/"


def kinds_of(name: str, edition: str) -> dict[str, str]:
    """The kinds of pages in one edition of a site."""
    everywhere = EMPTY_KINDS if name.startswith("empty") else KINDS
    return everywhere | (PUBLIC_KINDS if edition == "public" else {})


def paths(name: str, language: str, edition: str) -> Iterator[tuple[str, str]]:
    """(kind, address below the edition) of one page of each kind in `language`."""
    for kind, path in kinds_of(name, edition).items():
        yield kind, folder(name, language) + path
    if language == SITES[name][0]:
        yield "missing page", "404.html"


def each_page(name: str, edition: str, factory: pytest.TempPathFactory) -> Iterator[tuple[str, str, bytes]]:
    """(language, path, content) of one page of each kind in each language."""
    found = files(name, edition, factory)
    for language in SITES[name]:
        for _, path in paths(name, language, edition):
            file = path if path.endswith(".html") else f"{path}index.html"
            yield language, path, found[file]


def own_words(name: str) -> frozenset[str]:
    """The Latin words that the community itself says, in small letters: no sentence of the interface has put them there."""
    people = _people(SITES[name])
    labels = [label for person in people.values() for label in person.get("links", ())]
    texts = [*_texts([*people.values(), _settings(SITES[name])]), *people, *labels, "Lex Prima Pax Leges Regeln"]
    return frozenset(word for text in texts for word in latin(text))


def _texts(value: Any) -> Iterator[str]:
    """Every text in `value` that is shown, however deep in lists and mappings."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        value = [part for key, part in value.items() if key not in _NEVER_SHOWN]
    for part in value if isinstance(value, list) else ():
        yield from _texts(part)


def latin(text: str) -> list[str]:
    """The words in Latin letters of `text`, in small letters; an address has none."""
    return [word.lower() for word in _LATIN.findall(_ADDRESS.sub(" ", text))]


class Spoken(HTMLParser):
    """What a page says to its readers: texts, and attributes that are read out or shown."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._silent = ""
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        # What is typed into a file is the same in every language.
        if tag in ("script", "style", "code"):
            self._silent = tag
        elif "http-equiv" not in given and given.get("name") not in ("viewport", "referrer", "color-scheme", "robots"):
            shown = [name for name in LABELS if given.get(name)]
            told = str(given.get("property")) not in ("og:url", "og:image", "og:type", "og:locale")
            self.texts += [str(given[name]) for name in shown if told and (name != "value" or " " in str(given[name]))]

    def handle_endtag(self, tag: str) -> None:
        self._silent = "" if tag == self._silent else self._silent

    def handle_data(self, data: str) -> None:
        if not self._silent and data.strip():
            self.texts.append(" ".join(data.split()))
