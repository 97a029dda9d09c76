"""The search makes words that nobody wrote: none of them may be taken for a leak, and none of its data be one."""

import json
from pathlib import Path
from typing import Any

import pytest

from communities import built, tree, write

# What is public, and a private account of somebody that is the same written together, without accents, or agreed on.
ALIKE = {
    "a handle without its hyphen": ("swift-42", "nickname: Swift\n", "swift42"),
    "a name of two words": ("swift", "nickname: Ada 42\n", "ada42"),
    "a tag of two words": ("swift", "skills: [Web 3]\n", "web3"),
    "a hyphen in a sentence": ("swift", "bio: A Photowalk-24 of mine\n", "photowalk24"),
    "a name with accents": ("swift", "nickname: Zoë99\n", "zoe99"),
    "a word of the vocabulary": ("swift", "skills: [Kubernetes]\n", "k8s"),
}
COMMUNITY = "title: Ours\nlanguages: [en]\nvocabulary: {skills: {Kubernetes: {also: [k8s]}, Web 3: {}}}\n"


def public(root: Path, files: dict[str, str]) -> dict[str, bytes]:
    built(write(root / "ours", {"community.yml": COMMUNITY, **files}), root / "site")
    return tree(root / "site" / "public")


def data(files: dict[str, bytes]) -> str:
    """All that can be gathered of the search, besides the cards."""
    names = [path for path in files if path.startswith("search/") and path.endswith(".json")]
    return "\n".join(files[path].decode() for path in names)


@pytest.mark.parametrize("case", list(ALIKE))
def test_a_word_made_for_the_search_is_no_leak(case: str, tmp_path: Path) -> None:
    handle, said, account = ALIKE[case]
    files = public(
        tmp_path,
        {
            f"members/{handle}.yml": said,
            "members/other.yml": f"nickname: Other\ncontact: {{telegram: {account}}}\n",
        },
    )
    terms: dict[str, Any] = json.loads(files["search/terms/all.json"])
    assert account in {term.replace("|", "") for term in terms}


def test_an_account_in_plain_sight_is_still_a_leak(tmp_path: Path) -> None:
    with pytest.raises(Exception, match=r"problems|holds"):
        public(
            tmp_path,
            {"members/a.yml": "nickname: A\nbio: Ask web33x\n", "members/b.yml": "contact: {telegram: web33x}\n"},
        )


def test_what_a_member_opened_is_in_no_data_of_the_search(tmp_path: Path) -> None:
    member = (
        "nickname: Kim\nheadline: Write to kim@open.example\nskills: [kim@open.example, Maps]\ncity: kim@open.example\n"
        "contact: {email: kim@open.example}\npublic: [contact.email]\n"
    )
    files = public(tmp_path, {"members/kim.yml": member})
    assert b"kim@open.example" in files["members/kim/index.html"]
    assert "open.example" not in data(files)


def test_what_is_private_is_in_no_data_of_the_search(tmp_path: Path) -> None:
    member = (
        "nickname: Kim\nskills: [Maps, {text: Hushwork, for: members}]\ncity: Perth\ntimezone: Australia/Perth\n"
        "asks: [{text: A quietplace, for: members}]\nname: Kim Marlowe\ncompany: Zephyrine\nprivate: [city, timezone]\n"
    )
    files = public(tmp_path, {"members/kim.yml": member, "members/inside.yml": "nickname: Insider\nlisting: members\n"})
    found = data(files).lower() + "".join(files[path].decode().lower() for path in files if "search/cards" in path)
    assert "maps" in found
    for word in ("hush", "quietplace", "perth", "marlowe", "zephyrine", "insider"):
        assert word not in found, word
