"""What the project promises about private values, each promise with a test that fails when it is broken."""

import re
import sys
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from PIL import Image

from acquaint.build import Order, Refused, build
from acquaint.errors import LeakError
from acquaint.fields.builtin import BUILT_IN
from acquaint.fields.registry import TYPES
from acquaint.gate import Passing
from acquaint.rendered import Rendered
from acquaint.store import Store
from acquaint.values import Audience
from chance import examples
from communities import DAY, built, found, loaded, slugs, tree, write

# Two sets of private values that have nothing in common, and a third in other scripts.
WORLDS = (
    {
        "name": "Ada Lindqvist",
        "company": "Northwind Data",
        "email": "ada.l@example.org",
        "phone": "+49 30 23125 000",
        "wechat": "ada_l_77",
    },
    {
        "name": "Zbigniew Okonkwo-Petrov",
        "company": "Café Ümlaut GmbH",
        "email": "zo@mail.example",
        "phone": "+1 202 555 0143",
        "wechat": "zb1gn1ew",
    },
    {
        "name": "欧阳晓明",
        "company": "星河出版社",
        "email": "ouyang@cn.example",
        "phone": "+86 138 0013 8000",
        "wechat": "ouyang88xm",
    },
)
SLOTTED = {
    "community.yml": "title: {en: Ours, zh: 我们}\nlanguages: [en, zh]\nbase_url: https://ours.example/sub\nreach: {email: hello@example.com}\n",
    "members/swift.md": """---
nickname: Swift
headline: {{name}} builds maps, says {{name}}
skills: [Maps, "{{company}}"]
offers: ["Ask {{name}} for a map", {text: "Leaving {{company}}", for: members}, Reading maps]
asks: [{text: A job beside {{company}}, since: 2026-11-01}]
ask_me_about: Why I joined {{company}}
working_on: {text: A map for {{company}}, since: 2026-09-01}
city: Berlin
links: {"Work at {{company}}": https://maps.example}
joined: 2026-01-05
name: "{{name}}"
company: "{{company}}"
contact: {email: "{{email}}", phone: "{{phone}}", wechat: "{{wechat}}"}
birthday: 03-14
introduced_by: calm
---
I am **{{name}}** and work at {{company}}.

Read [{{name}}'s page](https://maps.example/{{name}}) or {{name}}’s map of {{company}}.
""",
    "members/calm.yml": """nickname: Calm
bio: No slot stands in here.
joined: 2026-01-05
name: "{{company}} Reyes"
company: "{{company}}"
contact: {email: "b.{{email}}"}
""",
    "members/inside.yml": """nickname: Inside
listing: members
bio: "{{name}} of {{company}}, {{email}}"
name: "{{name}}"
contact: {email: "c.{{email}}"}
""",
}


def fill(template: str, world: dict[str, str] | None) -> str:
    """The fixture with its slots filled, or with the lines that hold private values taken out."""
    text = template
    if world is None:
        keep = [
            line for line in text.split("\n") if not re.match(r"(name|company|contact|birthday|introduced_by):", line)
        ]
        return re.sub(r"\{\{\w+\}\}", "Someone", "\n".join(keep))
    for slot, value in world.items():
        text = text.replace("{{" + slot + "}}", value)
    return text


def site(tmp_path: Path, name: str, world: dict[str, str] | None) -> dict[str, bytes]:
    root = write(tmp_path / name, {path: fill(text, world) for path, text in SLOTTED.items()})
    built(root, tmp_path / f"{name}-site")
    return tree(tmp_path / f"{name}-site" / "public")


def test_worlds_that_share_one_store_give_the_same_public_tree_and_leave_nothing_of_each_other(tmp_path: Path) -> None:
    root, store, trees = tmp_path / "ours", Store(), []
    for world in WORLDS:
        write(root, {path: fill(text, world) for path, text in SLOTTED.items()})
        store.begin()
        trees.append(build(Order(root=root, out=None, day=DAY), lambda step: None, store).tree)
        store.good()
    public = [{path: found[path] for path in found if path.startswith("public/")} for found in trees]
    assert "public/members/swift/index.html" in public[0]
    assert all(other == public[0] for other in public[1:])
    last = b"".join(trees[-1].values()).decode("utf-8", "replace")
    for earlier in WORLDS[:-1]:
        assert not [value for value in earlier.values() if value in last]


def test_two_worlds_give_the_same_public_tree_byte_for_byte(tmp_path: Path) -> None:
    first, *others = [site(tmp_path, f"world{number}", world) for number, world in enumerate(WORLDS)]
    assert "members/swift/index.html" in first
    for other in others:
        assert sorted(other) == sorted(first)
        assert {path for path in first if first[path] != other[path]} == set()


def a_photo(colour: str) -> bytes:
    photo = BytesIO()
    Image.new("RGB", (500, 400), colour).save(photo, "JPEG")
    return photo.getvalue()


def test_what_a_member_keeps_for_members_changes_no_byte_of_feeds_previews_and_data(tmp_path: Path) -> None:
    def public(name: str, nickname: str, city: str, colour: str, joined: str) -> dict[str, bytes]:
        lines = (
            f"nickname: {nickname}\ncity: {city}\navatar: kim.jpg\njoined: {joined}\nheadline: A loom\n"
            f"bio: {nickname} lives in {city}.\nasks: [{{text: A tent for {city}, since: {joined}}}, Wool]\n"
            "private: [nickname, city, avatar, joined, bio, asks]\n"
        )
        files: dict[str, str | bytes] = {
            "community.yml": SLOTTED["community.yml"],
            "members/kim.yml": lines,
            "members/kim.jpg": a_photo(colour),
            "members/lee.yml": "nickname: Lee\njoined: 2026-01-05\nasks: [{text: A chair, since: 2026-11-01}]\n",
        }
        built(write(tmp_path / name, files), tmp_path / f"{name}-site")
        return tree(tmp_path / f"{name}-site/public")

    one = public("one", "Kimberly", "Perth", "red", "2026-03-01")
    other = public("other", "Quokka", "Bergen", "blue", "2026-11-02")
    assert one == other
    outputs = {"sitemap.xml", "zh/site.webmanifest", "feeds/members.xml", "zh/feeds/asks.json", "assets/icon-512.png"}
    assert outputs < set(one)
    assert b"ProfilePage" in one["members/kim/index.html"]
    assert b"og:image" in one["members/kim/index.html"]
    assert not [path for path in one if "avatar" in path]
    assert not [
        path for path, content in one.items() if path.endswith((".html", ".xml", ".json")) and b"avatar.jpg" in content
    ]


def test_without_private_values_a_member_without_slots_keeps_the_page(tmp_path: Path) -> None:
    with_values = site(tmp_path, "with", WORLDS[0])
    without = site(tmp_path, "without", None)
    assert with_values["members/calm/index.html"] == without["members/calm/index.html"]


def test_the_internal_edition_holds_what_the_public_one_lacks(tmp_path: Path) -> None:
    root = write(tmp_path / "ours", {path: fill(text, WORLDS[0]) for path, text in SLOTTED.items()})
    built(root, tmp_path / "site")
    public = b"".join(tree(tmp_path / "site/public").values()).decode("utf-8", "replace")
    internal = b"".join(tree(tmp_path / "site/internal").values()).decode("utf-8", "replace")
    for value in ("Lindqvist", "Northwind", "ada.l@example.org", "23125", "ada_l_77", "/inside/"):
        assert value not in public
        assert value in internal


def test_a_field_nobody_stated_an_audience_for_is_for_members(tmp_path: Path) -> None:
    files = {
        "community.yml": "fields: {shoe: {type: text}}\n",
        "members/ada.yml": "nickname: Ada\nshoe: forty-two\n",
    }
    built(write(tmp_path / "ours", files), tmp_path / "site")
    assert not [path for path, content in tree(tmp_path / "site/public").items() if b"forty-two" in content]
    assert b"forty-two" in (tmp_path / "site/internal/members/ada/index.html").read_bytes()


def test_a_record_answers_members_for_what_it_knows_nothing_of(tmp_path: Path) -> None:
    record = loaded(write(tmp_path, {"members/ada.yml": "nickname: Ada\n"}))[0].records[0]
    assert record.audience("unheard-of") is Audience.MEMBERS
    assert record.audience("contact", "email") is Audience.MEMBERS


@pytest.mark.parametrize("listing", ["members", "nobody"])
def test_who_is_not_listed_for_everyone_leaves_no_trace_in_public(listing: str, tmp_path: Path) -> None:
    files = {
        "members/quokka.yml": f"nickname: Quokka\nlisting: {listing}\nskills: [Juggling]\ncity: Perth\njoined: 2026-05-05\n",
        "members/ada.yml": "nickname: Ada\n",
    }
    built(write(tmp_path / "ours", files), tmp_path / "site")
    for path, content in tree(tmp_path / "site/public").items():
        text = f"{path} {content.decode('utf-8', 'replace')}".lower()
        assert not any(word in text for word in ("quokka", "juggling", "perth", "2026-05-05"))
    internal = (tmp_path / "site/internal/members/quokka/index.html").exists()
    assert internal is (listing == "members")


def test_what_a_member_narrows_is_for_members_only(tmp_path: Path) -> None:
    public = {name: spec for name, spec in BUILT_IN.items() if spec.visibility is Audience.EVERYONE}
    examples = {
        name: TYPES[spec.kind].example for name, spec in public.items() if name not in ("avatar", "bio", "joined")
    }
    words = {
        name: example if TYPES[public[name].kind].name != "text" else f"narrow{name}"
        for name, example in examples.items()
    }
    lines = [f"{name}: {text}" for name, text in words.items()]
    narrowed = f"private: [{', '.join(words)}]"
    built(write(tmp_path / "ours", {"members/x1.yml": "\n".join([*lines, narrowed])}), tmp_path / "site")
    page = (tmp_path / "site/public/members/x1/index.html").read_text(encoding="utf-8")
    for piece in (
        "narrow",
        "Python",
        "Reviewing",
        "rain barrels",
        "mentoring",
        "São Paulo",
        "Germany",
        "Europe/Berlin",
        "ada.example",
    ):
        assert piece not in page
        assert (
            piece in (tmp_path / "site/internal/members/x1/index.html").read_text(encoding="utf-8") or piece == "narrow"
        )


def test_a_contact_is_opened_kind_by_kind(tmp_path: Path) -> None:
    text = "contact: {email: ada@example.org, telegram: '@ada_open_77', phone: '+49 30 23125 000'}\npublic: [contact.telegram]\n"
    built(write(tmp_path / "ours", {"members/x1.yml": text}), tmp_path / "site")
    everything = b"".join(tree(tmp_path / "site/public").values())
    assert b"ada_open_77" in everything
    assert b"ada@example.org" not in everything
    assert b"23125" not in everything


def test_a_sealed_value_is_never_public(tmp_path: Path) -> None:
    root = write(tmp_path / "ours", {"members/x1.yml": "birthday: {sealed: c2VhbGVk}\npublic: [birthday]\n"})
    with pytest.raises(Refused):
        built(root, tmp_path / "site")
    assert "sealed-in-public" in slugs(found(root))


def test_an_opened_field_is_said_in_every_build(tmp_path: Path) -> None:
    files = {"community.yml": "fields: {name: {visibility: public}}\n", "members/x1.yml": "name: Ada Lindqvist\n"}
    report = built(write(tmp_path / "ours", files), tmp_path / "site")
    assert report.community.opened_to_everyone == ("name",)
    assert b"Ada Lindqvist" in (tmp_path / "site/public/members/x1/index.html").read_bytes()


class _PassingThatOnlyReadsTheDisk(Passing):
    """Lets pass what comes from the pages, whose owner is known, and searches the finished files."""

    def inspect(self, file: Rendered) -> None:
        if sys._getframe(1).f_code.co_name == "_verify":
            super().inspect(file)


@pytest.mark.parametrize("only", ["while drawing", "in the finished files"])
def test_the_gate_stops_a_build_and_the_last_good_site_stands(
    only: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(
        tmp_path / "ours", {"members/x1.yml": "nickname: Ada\nheadline: Maps\ncontact: {wechat: secret_id_5}\n"}
    )
    built(root, tmp_path / "site")
    before = tree(tmp_path / "site")
    write(
        root,
        {
            "members/x1.yml": "nickname: Ada\nheadline: Maps\nask_me_about: Find secret_id_5\ncontact: {wechat: secret_id_5}\n"
        },
    )
    # Without the laws of check and without the withholder, the gate is what remains.
    monkeypatch.setattr("acquaint.check.check_member", lambda *inputs: ())
    if only == "while drawing":
        monkeypatch.setattr("acquaint.build.VERIFIED_UP_TO", -1)
    else:
        monkeypatch.setattr("acquaint.build.Passing", _PassingThatOnlyReadsTheDisk)
    monkeypatch.setattr("acquaint.withhold.Withholder.text", lambda self, text, lang: text)
    # It stands on the member's page alone, so that other files are drawn before the gate finds it.
    with pytest.raises(LeakError) as caught:
        built(root, tmp_path / "site")
    assert "secret_id_5" not in str(caught.value)
    assert "contact.wechat" in str(caught.value)
    assert tree(tmp_path / "site") == before


def test_private_contacts_of_somebody_left_out_or_unlisted_are_guarded_too(tmp_path: Path) -> None:
    files = {
        "members/eve.yml": "listing: nobody\ncontact: {email: eve@private.example}\n",
        "members/x1.yml": "headline: Write to eve@private.example\n",
    }
    assert "private-contact" in slugs(found(tmp_path, files))


def test_lapsed_asks_leave_the_public_pages_silently(tmp_path: Path) -> None:
    files = {
        "members/x1.yml": "nickname: Ada\nasks: [{text: A harpsichord, since: 2026-01-01}, {text: A bicycle, since: 2026-11-01}]\n"
    }
    root = write(tmp_path / "ours", files)
    built(root, tmp_path / "site", day=date(2026, 11, 21))
    everything = b"".join(tree(tmp_path / "site/public").values())
    assert b"harpsichord" not in everything
    assert b"bicycle" in everything


NAMES = st.sampled_from(
    ["Ada Lindqvist", "Noor al-Rashid", "Jean-Luc O’Neil", "Björk Þórsdóttir", "王小明", "Chidi Okafor"]
)
FREE = (
    "headline",
    "ask_me_about",
    "offers",
    "asks",
    "working_on",
    "contact_for",
    "not_for",
    "bio",
    "city",
    "pronouns",
    "skills",
    "groups",
)


@examples(40, HealthCheck.function_scoped_fixture)
@given(
    name=NAMES,
    field=st.sampled_from(FREE),
    before=st.sampled_from(["", "I am ", "Ask (", "**", "我是"]),
    after=st.sampled_from(["", ", hi", ")", "'s", "**"]),
)
def test_the_private_name_is_in_no_public_file_whatever_field_repeats_it(
    name: str, field: str, before: str, after: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.mktemp("community")
    text = f'{field}: "{before}{name}{after}"\nname: "{name}"\n'
    report = built(write(root, {"members/x1.yml": text}), root / "site")
    assert report.members["public"] == 1
    everything = b"".join(tree(root / "site/public").values()).decode("utf-8", "replace")
    assert name not in everything


def test_a_narrowed_field_changes_no_byte_of_the_public_edition(tmp_path: Path) -> None:
    """Two values of every field there is, both for members only: strangers can't tell which."""
    others = {
        "text": ("one thing", "another"), "tags": ("[One]", "[Another]"), "items": ("[One]", "[Another]"), "dated": ("One", "Another"),
        "availability": ("[one]", "[another]"), "place": ("Oneville", "Anotherton"), "country": ("Ghana", "Chile"),
        "timezone": ("Africa/Accra", "America/Santiago"), "languages": ("[ar, en]", "[fr, de]"), "links": ("{A: https://one.example}", "{B: https://two.example}"),
        "date": ("2026-01-01", "2026-02-02"), "prose": ("One.", "Another."), "month-day": ("01-01", "02-02"), "handle": ("x2", "x3"),
        "contact": ("{wechat: one_acct_1}", "{wechat: two_acct_2}"),
    }  # fmt: skip
    fields = [name for name, spec in BUILT_IN.items() if spec.kind in others]
    trees = []
    for choice in (0, 1):
        lines = [f"{name}: {others[BUILT_IN[name].kind][choice]}" for name in fields]
        text = "\n".join([*lines, f"private: [{', '.join(fields)}]"])
        files = {"members/x1.yml": text, "members/x2.yml": "listing: nobody\n", "members/x3.yml": "listing: members\n"}
        built(write(tmp_path / f"c{choice}", files), tmp_path / f"site{choice}")
        trees.append(tree(tmp_path / f"site{choice}" / "public"))
    assert trees[0] == trees[1]


@pytest.mark.parametrize("listing", ["members", "nobody"])
def test_a_public_field_names_nobody_who_is_not_listed_publicly(listing: str, tmp_path: Path) -> None:
    files = {
        "community.yml": "fields: {mentor: {type: handle, visibility: public}}\n",
        "members/x1.yml": "mentor: quokka\n",
        "members/quokka.yml": f"listing: {listing}\n",
    }
    built(write(tmp_path / "ours", files), tmp_path / "site")
    assert not [path for path, content in tree(tmp_path / "site/public").items() if b"quokka" in content]


def test_front_matter_that_ends_too_early_publishes_nothing(tmp_path: Path) -> None:
    text = "---\nnickname: Ada\n---\nname: Ada Lindqvist\nbirthday: 03-14\n---\nHello.\n"
    assert "fields-in-prose" in slugs(found(tmp_path, {"members/x1.md": text}))


@pytest.mark.parametrize("value", ["{given: Zara, family: Okafor}", "{en: Zara Okafor, chinese: 欧阳晓明}"])
def test_a_private_text_that_is_not_wholly_read_stops_the_build(value: str, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        built(
            write(tmp_path / "ours", {"members/x1.yml": f"headline: I am Zara Okafor\nname: {value}\n"}),
            tmp_path / "site",
        )


def test_an_entry_for_members_is_in_no_public_file(tmp_path: Path) -> None:
    fields_ = ("skills", "interests", "groups", "offers", "asks", "contact_for", "not_for", "availability")
    text = "\n".join(f"{name}: [open, {{text: hush-{number}, for: members}}]" for number, name in enumerate(fields_))
    built(
        write(tmp_path / "ours", {"members/x1.yml": f"{text}\nworking_on: {{text: hush-9, for: members}}\n"}),
        tmp_path / "site",
    )
    assert not [
        path for path, content in tree(tmp_path / "site/public").items() if b"hush" in content or "hush" in path
    ]
    page = (tmp_path / "site/internal/members/x1/index.html").read_text(encoding="utf-8")
    assert all(f"hush-{number}" in page for number in (*range(len(fields_)), 9))
