"""Profiles and communities made by hand, for the tests of the pages."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

from acquaint.config import Community, FieldSpec, Join, Reach
from acquaint.fields.builtin import BUILT_IN
from acquaint.profiles import InternalDirectory, InternalProfile, PublicDirectory, PublicProfile, place_of
from acquaint.render import render_internal, render_public
from acquaint.render.interface import Interface, interface_of
from acquaint.render.site import Site
from acquaint.shown import (
    CountryCode,
    Entries,
    Entry,
    LanguageCodes,
    Plain,
    Prose,
    Shown,
    ShownDay,
    ShownLink,
    ShownLinks,
    ShownMonthDay,
    ShownPicture,
    ShownSealed,
    Tag,
    Tags,
    Way,
    Ways,
    Words,
)
from acquaint.slugs import slug
from acquaint.theme import Theme
from acquaint.values import Audience

DAY = date(2026, 11, 20)
THEME = Theme.load()
PICTURE = ShownPicture(b"\xff\xd8 a picture \xff\xd9", b"\xff\xd8 small \xff\xd9")


def words(text: str, lang: str = "en") -> Words:
    return Words(((lang, text),))


def tags(*texts: str, until: date | None = None) -> Tags:
    return Tags(tuple(Tag(text, slug(text), until) for text in texts))


def entries(*texts: str, lang: str = "en", since: date | None = None) -> Entries:
    return Entries(tuple(Entry(text, lang, since) for text in texts))


def profile(handle: str, name: str, lang: str = "en", on: date | None = None, **values: Shown) -> PublicProfile:
    return PublicProfile(handle, name, lang, on, {**values, "joined": ShownDay(on)} if on else values)


INSTRUMENT = FieldSpec("instrument", "text", words("Instrument"), words("What you play."), Audience.EVERYONE)


def community(**changes: Any) -> Community:
    return Community(title=words("Northlight"), fields={**BUILT_IN, "instrument": INSTRUMENT}, **changes)


def rich() -> Community:
    reach = Reach("hello@northlight.example", words("Two hosts read every message."))
    join = Join(words("Come along."), "https://northlight.example/join", date(2027, 1, 31))
    return community(
        description=words("People who help each other."), base_url="https://people.example/", reach=reach, join=join
    )


ADA = profile(
    "ada",
    "Ada",
    on=date(2026, 3, 1),
    nickname=words("Ada"),
    pronouns=words("she/her"),
    avatar=PICTURE,
    headline=words("I untangle slow data pipelines"),
    skills=tags("Python", "C++", "Data engineering", "SQL", "Maps", "Teaching", "Airflow"),
    interests=tags("Choir"),
    offers=entries("Reviewing a data model"),
    asks=entries("An introduction to a climate team", since=date(2026, 11, 1)),
    ask_me_about=words("Night trains"),
    contact_for=entries("Talks in schools"),
    not_for=entries("Recruiting"),
    working_on=entries("A map of rain barrels", since=date(2026, 9, 1)),
    availability=tags("mentoring", until=date(2027, 1, 31)),
    groups=tags("Berlin chapter"),
    city=words("Berlin"),
    country=CountryCode("DE"),
    timezone=Plain("Europe/Berlin"),
    languages=LanguageCodes(("en", "de")),
    links=ShownLinks((ShownLink("Blog", "https://ada.example/"), ShownLink("Mail", "mailto:open@ada.example"))),
    bio=Prose((("en", "<p>I came to data by <em>rail</em>.</p><h3>Craft</h3>", "I came to data by rail."),)),
    contact=Ways((Way("email", "E-mail", "open@example.org", "mailto:open@example.org"),)),
    instrument=words("Cello"),
)
LIJING = profile(
    "lijing",
    "李静",
    "zh",
    date(2026, 2, 1),
    headline=Words((("zh", "把数据讲成故事"), ("de", "Daten als Geschichten"))),
    skills=tags("数据", "python"),
    city=words("上海", "zh"),
    country=CountryCode("CN"),
    languages=LanguageCodes(("zh", "en")),
    offers=entries("看一篇稿子", lang="zh"),
    bio=Prose((("zh", "<p>我在出版社做编辑。</p>", "我在出版社做编辑。"),)),
)
SALMA = profile(
    "salma",
    "سلمى حداد",
    "ar",
    headline=words("أكتب عن المدن القديمة", "ar"),
    asks=entries("مترجم من الألمانية", lang="ar"),
    availability=tags("mentoring"),
)
BO = profile("bo", "Bo", on=date(2025, 6, 1))
LONG = profile(
    "friedrich",
    "Friedrich-Wilhelm von Donaudampfschifffahrtsgesellschaft",
    "de",
    headline=words("Kraftfahrzeughaftpflichtversicherung" * 5, "de"),
    skills=tags("Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz", "Python"),
    asks=entries("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2, lang="de"),
    links=ShownLinks((ShownLink("L" * 120, "https://www." + "long" * 15 + ".example/" + "x" * 300),)),
    bio=Prose((("de", "<p>" + "Satz und noch ein Satz. " * 160 + "</p>", "Satz"),)),
)
PEOPLE = (ADA, LIJING, BO, SALMA, LONG)


def in_order(people: Iterable[PublicProfile]) -> tuple[PublicProfile, ...]:
    """`people` as a directory has them."""
    return tuple(sorted(people, key=lambda person: place_of(person.joined, person.handle)))


def crowd(count: int) -> tuple[PublicProfile, ...]:
    """So many members who all know Python, newest first."""
    first = date(2026, 1, 1)
    return tuple(
        profile(f"m{i:05}", f"Member {i}", on=first - timedelta(days=i), skills=tags("Python")) for i in range(count)
    )


def internal(public: PublicProfile) -> InternalProfile:
    """The member as other members see them; Ada and Bo have something to tell them."""
    if public.handle == "ada":
        values: dict[str, Shown] = {
            "skills": Tags((*_tags(public), Tag("Salary talks", "salary-talks"))),
            "asks": entries("An introduction to a climate team", "A new job", since=date(2026, 11, 1)),
            "bio": Prose((("en", "<p>Private passage.</p>", "Private passage."),)),
            "name": words("Ada Lindqvist"),
            "company": words("Northwind Data"),
            "contact": Ways((Way("email", "E-mail", "ada@private.example", "mailto:ada@private.example"),)),
            "birthday": ShownMonthDay(3, 14),
            "introduced_by": Plain("bo"),
        }
        return InternalProfile(public, "Ada Lindqvist", values, True)
    sealed: dict[str, Shown] = {"company": ShownSealed()} if public.handle == "bo" else {}
    return InternalProfile(public, public.display_name, sealed, public.handle != "bo")


def _tags(public: PublicProfile) -> tuple[Tag, ...]:
    skills = public.values["skills"]
    assert isinstance(skills, Tags)
    return skills.tags


def site(language: str = "en", settings: Community | None = None) -> Site:
    """The public edition in one language, as the modules below render/ receive it."""
    told = settings or rich()
    return Site(told, interface_of(told, THEME, language), DAY)


def interface(language: str = "en", settings: Community | None = None) -> Interface:
    """What the pages of one member are made with."""
    return site(language, settings).interface


def public_files(people: tuple[PublicProfile, ...] = PEOPLE, settings: Community | None = None) -> dict[str, bytes]:
    """The public edition, by path."""
    files = render_public(PublicDirectory(people, DAY), settings or rich(), THEME)
    return {file.path: file.content for file in files}


def internal_files(people: tuple[PublicProfile, ...] = PEOPLE, settings: Community | None = None) -> dict[str, bytes]:
    """The internal edition, by path."""
    directory = InternalDirectory(tuple(internal(public) for public in people), DAY, "0123abc")
    return {file.path: file.content for file in render_internal(directory, settings or rich(), THEME)}


EDITIONS: dict[str, Callable[..., dict[str, bytes]]] = {"public": public_files, "internal": internal_files}
