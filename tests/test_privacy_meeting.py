"""Nobody is matched by what is private: not in words, not in weights, not in who comes first."""

from pathlib import Path

import pytest

from communities import built, tree, write

WORLDS = (
    {"name": "Ada Lindqvist", "company": "Northwind Data", "email": "ada.l@example.org"},
    {"name": "Zbigniew Okonkwo-Petrov", "company": "Café Ümlaut GmbH", "email": "zo@mail.example"},
    {"name": "欧阳晓明", "company": "星河出版社", "email": "ouyang@cn.example"},
)
COMMUNITY = "title: Ours\nlanguages: [en, zh]\nbase_url: https://ours.example\nvocabulary:\n  skills: {Data engineering: {also: [data pipelines]}}\n"
SLOTTED = {
    "community.yml": COMMUNITY,
    "members/swift.md": """---
nickname: Swift
skills: [Maps, "{{company}} review", {text: "Hush {{name}}", for: members}]
offers: ["Ask {{name}} for a map review", "Translating for {{company}}", {text: "{{company}} gossip", for: members}]
asks: [{text: "Data pipelines beside {{company}}", since: 2026-11-01}, {text: "Leaving {{company}}", for: members}]
name: "{{name}}"
company: "{{company}}"
contact: {email: "{{email}}"}
---
I am {{name}}.
""",
    "members/calm.yml": """nickname: Calm
skills: [Data engineering, Maps]
asks: [A review of a map, A translation from {{company}}]
offers: [Maps for others, A letter]
name: Reyes
company: "{{company}}"
""",
    "members/third.yml": "nickname: Third\nskills: [Maps, Data engineering]\nasks: [Somebody who translates]\n",
    "members/inside.yml": """nickname: Inside
listing: members
skills: [Data engineering, "{{company}}", Translation]
offers: ["Map review by {{name}}"]
asks: ["Map review"]
name: "{{name}}"
""",
    "members/gone.yml": "nickname: Gone\nlisting: nobody\nskills: [Maps]\noffers: [Map review]\nasks: [Map review]\n",
}


def public(tmp_path: Path, name: str, files: dict[str, str]) -> dict[str, bytes]:
    built(write(tmp_path / name, files), tmp_path / f"{name}-site")
    return tree(tmp_path / f"{name}-site" / "public")


def fill(world: dict[str, str]) -> dict[str, str]:
    filled = dict(SLOTTED)
    for slot, value in world.items():
        filled = {path: text.replace("{{" + slot + "}}", value) for path, text in filled.items()}
    return filled


def meeting(files: dict[str, bytes]) -> dict[str, bytes]:
    """The pages that name who meets whom."""
    return {
        path: content
        for path, content in files.items()
        if "asks/" in path or "offers/" in path or "members/" in path or "feeds/" in path
    }


def test_two_worlds_give_the_same_asks_offers_and_matches_byte_for_byte(tmp_path: Path) -> None:
    first, *others = [meeting(public(tmp_path, f"w{number}", fill(world))) for number, world in enumerate(WORLDS)]
    assert b"Could help" in first["asks/index.html"]
    assert b"Whom " in first["members/calm/index.html"]
    for other in others:
        assert other == first


@pytest.mark.parametrize("listing", ["members", "nobody"])
def test_who_is_not_listed_publicly_moves_no_public_match(listing: str, tmp_path: Path) -> None:
    base = {path: text for path, text in fill(WORLDS[0]).items() if "inside" not in path and "gone" not in path}
    crowd = {
        f"members/x{number}.yml": f"listing: {listing}\nskills: [Maps, Data engineering]\noffers: [A map review]\nasks: [A translation]\n"
        for number in range(12)
    }
    assert meeting(public(tmp_path, "with", base | crowd)) == meeting(public(tmp_path, "without", base))


def test_what_is_for_members_moves_no_public_match_and_no_weight(tmp_path: Path) -> None:
    def people(private: bool) -> dict[str, str]:
        hidden = (
            "private: [interests]\ninterests: [Maps, Review, Translation]\n"
            "skills: [Sewing, {text: Maps, for: members}]\n"
            "offers: [Tea, {text: A map review, for: members}]\n"
            "asks: [A chair, {text: A translation of a map, for: members}]\n"
        )
        plain = "skills: [Sewing]\noffers: [Tea]\nasks: [A chair]\n"
        others = {f"members/x{number}.yml": hidden if private else plain for number in range(40)}
        return {path: text for path, text in fill(WORLDS[0]).items() if "inside" not in path} | others

    assert meeting(public(tmp_path, "with", people(True))) == meeting(public(tmp_path, "without", people(False)))


def test_members_are_matched_by_what_is_for_members(tmp_path: Path) -> None:
    files = {
        "members/ada.yml": "nickname: Ada\nasks: [{text: A map review, for: members}]\n",
        "members/bo.yml": "nickname: Bo\nlisting: members\noffers: [Map review]\n",
    }
    built(write(tmp_path / "ours", files), tmp_path / "site")
    inside = (tmp_path / "site/internal/asks/index.html").read_text(encoding="utf-8")
    assert "members/bo/" in inside
    assert "members only" in inside
    outside = meeting(tree(tmp_path / "site/public"))
    assert not [path for path, content in outside.items() if b"map review" in content.lower()]
