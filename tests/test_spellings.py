"""Contacts in their other spellings: what is private is found, and what is public holds nobody up."""

from pathlib import Path

import pytest

from communities import built, found, slugs, write


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        ("linkedin", "https://linkedin.example/in/zqx99", "See https://www.linkedin.example/in/zqx99/"),
        ("linkedin", "https://linkedin.example/in/zqx99", "I am zqx99 there"),
        ("website", "https://zqx.example/me", "See zqx.example/me"),
        ("telegram", "https://t.me/zqx_acct55", "Write @zqx_acct55"),
        ("wechat", "“acct_zqx_55”", "Write acct_zqx_55"),
        ("discord", "zqxdisc_9 (evenings)", "Write zqxdisc_9"),
    ],
)
def test_a_private_contact_is_known_in_its_other_spellings(kind: str, value: str, text: str, tmp_path: Path) -> None:
    file = f"headline: '{text}'\ncontact: {{{kind}: '{value}'}}\n"
    assert slugs(found(tmp_path, {"members/x1.yml": file})) & {"private-contact", "contact-in-prose"}


HONEST = {
    "the organiser's own address": (
        "reach: {email: ada@example.org}\n",
        "contact: {email: ada@example.org}\n",
        "nickname: B\n",
    ),
    "an address that two share": (
        "",
        "contact: {email: us@example.org}\n",
        "contact: {email: us@example.org}\npublic: [contact.email]\n",
    ),
    "a website that is linked": (
        "",
        "contact: {website: 'https://zqx.example'}\nlinks: {Blog: https://zqx.example/blog}\n",
        "nickname: B\n",
    ),
    "an account that names a host": (
        "",
        "contact: {github: zqxone}\nlinks: {Code: https://zqxone.pages.example/x}\n",
        "nickname: B\n",
    ),
    "an account like a handle": ("", "contact: {telegram: '@X2'}\n", "nickname: B\n"),
    "a phrase of plain words": ("", "contact: {other: in person}\n", "headline: We meet in person\n"),
}


@pytest.mark.parametrize("case", sorted(HONEST))
def test_an_honest_community_is_not_held_up(case: str, tmp_path: Path) -> None:
    settings_, one, two = HONEST[case]
    files = {"community.yml": settings_ or "title: Ours\n", "members/x1.yml": one, "members/x2.yml": two}
    report = built(write(tmp_path / "ours", files), tmp_path / "site")
    assert report.members["public"] == 2
