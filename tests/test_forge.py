"""Where forges have their pages: a table of addresses, and what can't be told from one."""

from urllib.parse import parse_qs, quote, unquote, urlsplit

import pytest

from acquaint.forge import Forge, forge_of

KNOWN = {
    "https://github.com/northlight/people": (
        "github",
        "https://github.com/northlight/people/new/main?filename=members/ada.md",
        "https://github.com/northlight/people/edit/main/members/ada.md",
        "https://github.com/northlight/people/tree/main/members",
    ),
    "https://github.com/northlight/people.git": (
        "github",
        "https://github.com/northlight/people/new/main?filename=members/ada.md",
        "https://github.com/northlight/people/edit/main/members/ada.md",
        "https://github.com/northlight/people/tree/main/members",
    ),
    "https://github.works.example/northlight/people/": (
        "github",
        "https://github.works.example/northlight/people/new/main?filename=members/ada.md",
        "https://github.works.example/northlight/people/edit/main/members/ada.md",
        "https://github.works.example/northlight/people/tree/main/members",
    ),
    "https://gitlab.com/northlight/circle/people": (
        "gitlab",
        "https://gitlab.com/northlight/circle/people/-/new/main/members?file_name=ada.md",
        "https://gitlab.com/northlight/circle/people/-/edit/main/members/ada.md",
        "https://gitlab.com/northlight/circle/people/-/tree/main/members",
    ),
    "http://mygitlab.works.example:8080/northlight/people": (
        "gitlab",
        "http://mygitlab.works.example:8080/northlight/people/-/new/main/members?file_name=ada.md",
        "http://mygitlab.works.example:8080/northlight/people/-/edit/main/members/ada.md",
        "http://mygitlab.works.example:8080/northlight/people/-/tree/main/members",
    ),
    "https://codeberg.org/northlight/people": (
        "gitea",
        "https://codeberg.org/northlight/people/_new/main/members?filename=ada.md",
        "https://codeberg.org/northlight/people/_edit/main/members/ada.md",
        "https://codeberg.org/northlight/people/src/branch/main/members",
    ),
    "https://forgejo.works.example/northlight/people": (
        "gitea",
        "https://forgejo.works.example/northlight/people/_new/main/members?filename=ada.md",
        "https://forgejo.works.example/northlight/people/_edit/main/members/ada.md",
        "https://forgejo.works.example/northlight/people/src/branch/main/members",
    ),
}
UNKNOWN = (
    "https://git.northlight.example/northlight/people",
    "https://notgithub.example/northlight/people",
    "https://github.com.evil.example@host.example/northlight/people",
    "https://github.com",
    "https://github.com/northlight",
    "https://github.com/northlight/people/tree/main",
    "https://github.com/northlight/../people",
    "https://gitlab.com//people",
    "https://github.com/northlight/people?tab=readme",
    "https://codeberg.org/northlight/people#top",
    "mailto:gitlab@northlight.example",
    "https://[github",
    "",
)


def new_file(forge: Forge, name: str, text: str = "") -> str:
    """The page for a new introduction as the join page's script puts it together (templates/assets/js/join/doors.js)."""
    filled = forge.value + quote(text, safe="") if text else ""
    return f"{forge.new}{quote(name, safe='')}{filled}"


@pytest.mark.parametrize("url", KNOWN)
def test_a_forge_has_a_page_for_a_new_file_an_editor_and_a_folder(url: str) -> None:
    forge = forge_of(url, "main")
    assert (forge.kind, new_file(forge, "ada.md"), forge.editor("ada.md"), forge.folder) == KNOWN[url]


@pytest.mark.parametrize("url", UNKNOWN)
def test_where_nothing_is_known_no_address_is_made_up(url: str) -> None:
    assert forge_of(url, "main") == Forge(url)
    assert forge_of(url, "main").editor("ada.md") == ""


@pytest.mark.parametrize("url", KNOWN)
def test_a_text_arrives_as_it_was(url: str) -> None:
    text = "---\nnickname: “Ada” & 李静 + 50 % #1?\n---\nA=B\n"
    address = new_file(forge_of(url, "main"), "ada.md", text)
    asked = parse_qs(urlsplit(address).query, strict_parsing=True)
    assert len(asked) == 2
    assert (asked.get("value") or asked["content"]) == [text]
    assert address.isascii()


@pytest.mark.parametrize("url", KNOWN)
@pytest.mark.parametrize("name", ["../../settings.md", "a&value=x.md", "a#b.md", "a?b.md", "a/b.md", "ada 李.md"])
def test_a_name_never_leaves_its_place_in_the_address(url: str, name: str) -> None:
    forge = forge_of(url, "main")
    made = urlsplit(forge.editor(name))
    folder, _, last = made.path.rpartition("/")
    assert folder.endswith("/members")
    assert unquote(last) == name
    assert not made.query and not made.fragment
    asked = parse_qs(urlsplit(new_file(forge, name)).query, strict_parsing=True)
    assert [value[0].removeprefix("members/") for value in asked.values()] == [name]


@pytest.mark.parametrize("url", KNOWN)
def test_a_branch_may_have_any_name(url: str) -> None:
    forge = forge_of(url, "who we are?/#1")
    assert "/who%20we%20are%3F/%231/members" in forge.folder
    assert "/who%20we%20are%3F/%231" in forge.new


def test_a_member_without_a_known_file_has_no_editor() -> None:
    assert forge_of("https://github.com/northlight/people", "main").editor("") == ""
