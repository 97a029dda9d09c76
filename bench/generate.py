"""Makes up communities of any size: a member is always the same, however many there are."""

import os
import random
import subprocess
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

import words

DAY = date(2026, 6, 1)
"""The build day that the dates lie before."""
CHINESE, TELLS_OWN_NAME, FOR_MEMBERS = 0.10, 0.15, 0.05
"""Shares of members: who write in Chinese, whose text repeats their own name or company, whose ask is for members."""
PROSE = (400, 900)
"""Characters of an introduction; a Chinese one says the same in fewer."""
CHINESE_IS_SHORTER = 0.45
OPENS, OF = 7, 50
"""Which of how many members have opened their address for everybody."""
OPENED = "public: [contact.email]"
COMMITS = 20

SKILLS = [f"{subject} {craft}" for craft in words.CRAFTS for subject in words.SUBJECTS]
_TAIL = list(accumulate(1 / (rank + 8) for rank in range(len(SKILLS))))

SETTINGS = """\
title: {en: Bench}
languages: [en]
reach: {email: hello@bench.example}
vocabulary:
  availability: {mentoring: {}, collaborating: {}, talks: {}, a second opinion: {}, visitors: {}, proofreading: {}}
"""


@dataclass(frozen=True, slots=True)
class Person:
    """Who somebody is in private, and where they live in public."""

    handle: str
    name: str
    company: str
    email: str
    phone: str
    wechat: str
    place: tuple[str, str, str, str]
    chinese: bool
    opens: bool


def write_community(root: Path, count: int) -> int:
    """Write community.yml and `count` introductions below `root`; gives their size in bytes."""
    (root / "members").mkdir(parents=True)
    (root / "community.yml").write_text(SETTINGS, encoding="utf-8")
    size = 0
    for index in range(count):
        handle, content = member(index)
        size += (root / "members" / f"{handle}.md").write_bytes(content.encode())
    return size


def member(index: int) -> tuple[str, str]:
    """The handle of a member, and their introduction."""
    dice = random.Random(f"member {index}")
    person = _person(index, dice)
    return person.handle, introduction(person, dice)


def commit_community(root: Path) -> None:
    """Make `root` a repository in which the members came one after the other, in COMMITS commits a week apart."""
    _git(root, "init", "--quiet")
    _git(root, "add", "community.yml")
    files = sorted((root / "members").iterdir())
    for number in range(COMMITS):
        arrived = [str(file.relative_to(root)) for file in files[number::COMMITS]]
        _git(root, "add", *arrived)
        when = f"{DAY - timedelta(weeks=COMMITS - number)}T10:00:00Z"
        _git(root, "commit", "--quiet", "--allow-empty", "--message", f"Members, part {number + 1}", when=when)


def _git(root: Path, *arguments: str, when: str = "") -> None:
    """Run git without what whoever measures has set up for themselves."""
    settings = ["user.name=Bench", "user.email=bench@bench.example", "commit.gpgsign=false", "gc.auto=0"]
    options = [part for setting in settings for part in ("-c", setting)]
    dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when} if when else {}
    subprocess.run(["git", "-C", root, *options, *arguments], env={**os.environ, **dates}, check=True)


def _person(index: int, dice: random.Random) -> Person:
    chinese = dice.random() < CHINESE
    family = dice.choice(words.FAMILY_BEGINS) + dice.choice(words.FAMILY_ENDS)
    given = dice.choice(words.GIVEN)
    name, company = f"{given} {family}", f"{dice.choice(words.FAMILY_BEGINS)}mark {dice.choice(words.COMPANY_ENDS)}"
    if chinese:
        name = dice.choice(words.FAMILY_ZH) + "".join(dice.sample(words.GIVEN_ZH, 2))
        company = dice.choice(words.COMPANY_ZH) + dice.choice(words.COMPANY_ENDS_ZH)
    return Person(
        handle=f"{dice.choice(words.ADJECTIVES)}-{dice.choice(words.ANIMALS)}-{index}",
        name=name,
        company=company,
        email=f"{given}.{family}{index}@mail.example".lower(),
        phone=f"+49 30 9{index:07d}",
        wechat=f"{family.lower()}_{dice.randrange(16**4):04x}{index}",
        place=dice.choice(words.PLACES_ZH if chinese else words.PLACES),
        chinese=chinese,
        opens=index % OF == OPENS,
    )


def introduction(person: Person, dice: random.Random) -> str:
    """The file of `person`: front matter with every common field, and a text in Markdown."""
    skills = _skills(dice)
    interests = dice.sample(words.INTERESTS, dice.randint(1, 4))
    city, country, zone, language = person.place
    spoken = dict.fromkeys([language, "en"])
    slots = {"skill": skills[0], "other": skills[1], "interest": interests[0], "city": city, "handle": person.handle}
    lines = [
        "---",
        f"headline: {dice.choice(words.HEADLINES_ZH if person.chinese else words.HEADLINES).format(**slots)}",
        f"skills: [{', '.join(skills)}]",
        f"interests: [{', '.join(interests)}]",
        "offers:",
        *(f"  - {text.format(**slots)}" for text in dice.sample(words.OFFERS, dice.randint(1, 3))),
        "asks:",
        *_asks(slots, dice),
        f"availability: [{', '.join(dice.sample(words.AVAILABILITY, dice.randint(1, 3)))}]",
        f"groups: [{dice.choice(words.GROUPS)}]",
        f"city: {city}",
        f"country: {country}",
        f"timezone: {zone}",
        f"languages: [{', '.join(spoken)}]",
        f"links: {{Blog: https://{person.handle}.example, Code: https://code.example/{person.handle}}}",
        f"joined: {DAY - timedelta(days=dice.randrange(2_000))}",
        f"name: {person.name}",
        f"company: {person.company}",
        f'contact: {{email: {person.email}, phone: "{person.phone}", wechat: {person.wechat}}}',
        *([OPENED] if person.opens else []),
        "---",
        _prose(person, slots, dice),
    ]
    return "\n".join(lines) + "\n"


def _skills(dice: random.Random) -> list[str]:
    """Three to eight: few that many have, and a long tail."""
    wanted = dice.randint(3, 8)
    found: dict[str, None] = {}
    while len(found) < wanted:
        found[dice.choices(SKILLS, cum_weights=_TAIL)[0]] = None
    return list(found)


def _asks(slots: dict[str, str], dice: random.Random) -> list[str]:
    """One or two, most of them dated; some are older than the public pages show."""
    lines = []
    for text in dice.sample(words.ASKS, dice.randint(1, 2)):
        ask = f'text: "{text.format(**slots)}"'
        if dice.random() < 0.8:
            ask += f", since: {DAY - timedelta(days=dice.randrange(300))}"
        if dice.random() < FOR_MEMBERS:
            ask += ", for: members"
        lines.append(f"  - {{{ask}}}")
    return lines


def _prose(person: Person, slots: dict[str, str], dice: random.Random) -> str:
    sentences: tuple[str, ...] = words.SENTENCES_ZH if person.chinese else words.SENTENCES
    topics: tuple[str, ...] = words.TOPICS_ZH if person.chinese else words.TOPICS
    wanted = dice.randint(*PROSE) * (CHINESE_IS_SHORTER if person.chinese else 1)
    gap = "" if person.chinese else " "
    text = _own_words(person, dice) if dice.random() < TELLS_OWN_NAME else ""
    last = ""
    while len(text) < wanted:
        last = dice.choice([sentence for sentence in sentences if sentence != last])
        text += last.format(**slots)
        chance = dice.random()
        if chance < 0.15:
            text += f"\n\n## {dice.choice(topics)}\n\n"
        elif chance < 0.35:
            text += "\n\n"
        elif chance < 0.45:
            text += f"\n\n- {slots['skill']}\n- {slots['interest']}\n\n"
        else:
            text += gap
    return text.strip()


def _own_words(person: Person, dice: random.Random) -> str:
    """A sentence that strangers must not read as it stands."""
    given, name, company = person.name.split()[0], person.name, person.company
    if person.chinese:
        return dice.choice([f"大家好，我是{name}。", f"我叫{name}，在{company}工作。", f"目前就职于{company}。"])
    told = [f"Hello, I'm {given}. ", f"By day I work at {company}. ", f"{name} here, at {company} since spring. "]
    return dice.choice(told)
