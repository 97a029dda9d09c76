"""pages/: what a community writes itself is read strictly, shown in each language, and gives nobody away."""

import re
from pathlib import Path

import pytest

from acquaint.fields.builtin import BUILT_IN
from acquaint.load import load
from acquaint.load.own_pages import MOST_BRACKETS, MOST_CHARACTERS
from acquaint.load.page_files import RESERVED
from acquaint.problems import Problem, Problems
from acquaint.render.pagination import MOST
from communities import built, found, tree, write
from test_cli import run

ADA = "nickname: Ada\njoined: 2026-03-01\nname: Ada Lindqvist\ncontact: {email: ada.lindqvist@example.org}\n"
SETTINGS = "title: Ours\nlanguages: [en, de, zh-Hant]\n"
BASE: dict[str, str | bytes] = {"members/ada.yml": ADA, "community.yml": SETTINGS}


def page(text: str = "Be kind.", **said: object) -> str:
    """The file of a page."""
    above = "".join(f"{key}: {value}\n" for key, value in {"title": "House rules", **said}.items())
    return f"---\n{above}---\n{text}\n"


def problems(root: Path, **pages: str) -> list[Problem]:
    """What is found in these pages, each called as here with dots for double underscores."""
    files = {f"pages/{name.replace('__', '.').replace('_', '-')}.md": text for name, text in pages.items()}
    return list(found(root, {**BASE, **files}))


def site(root: Path, **pages: str) -> dict[str, bytes]:
    """The community with these pages, built."""
    assert not problems(root, **pages)
    built(root, root / "site")
    return tree(root / "site")


def main(site: dict[str, bytes], path: str) -> str:
    """What stands between head and foot of a page."""
    text = site[f"{path}/index.html"].decode()
    return text[text.index("<main") : text.index("</main>")]


def names(root: Path) -> list[str]:
    return [page.name for page in load(root, Problems()).community.pages]


def test_a_page_stands_in_both_editions_and_every_language(tmp_path: Path) -> None:
    files = site(tmp_path, rules=page(description="How we treat each other."))
    for edition in ("public", "internal"):
        for folder in ("", "de/", "zh-hant/"):
            text = files[f"{edition}/{folder}rules/index.html"].decode()
            assert "<title>House rules · Ours</title>" in text
            assert '<meta name="description" content="How we treat each other.">' in text
            assert "Be kind." in main(files, f"{edition}/{folder}rules")


def test_a_language_without_a_version_gets_the_first_with_its_lang(tmp_path: Path) -> None:
    files = site(tmp_path, rules=page(), rules__de=page("Seid nett.", title="Hausregeln"))
    german, chinese = main(files, "public/de/rules"), main(files, "public/zh-hant/rules")
    assert "Hausregeln" in german and "Seid nett." in german and ' lang="' not in german
    assert re.search(r'<h1[^>]* dir="auto" lang="en">House rules</h1>', chinese)
    assert re.search(r'class="prose own__text" dir="auto" lang="en"', chinese)
    assert ' lang="' not in main(files, "public/rules")


def test_a_page_that_the_first_language_lacks_is_shown_in_the_next(tmp_path: Path) -> None:
    files = site(tmp_path, rules__zh_Hant=page("請友善。", title="規矩"), rules__de=page("Seid nett."))
    assert re.search(r'lang="de".*Seid nett', main(files, "public/rules"), re.DOTALL)
    assert "請友善" in main(files, "public/zh-hant/rules")


def test_pages_come_by_their_order_and_then_their_name(tmp_path: Path) -> None:
    pages = {
        "b": page(order=2),
        "a": page(order=10),
        "d": page(),
        "c": page(),
        "e": page(order=2),
        "e__de": page(order=1),
    }
    assert not problems(tmp_path, **pages)
    assert names(tmp_path) == ["b", "e", "a", "c", "d"]


def test_a_page_is_linked_from_where_it_says(tmp_path: Path) -> None:
    files = site(tmp_path, rules=page(title="In the head", place="navigation"), legal=page(title="At the foot"))
    for path in ("public/index.html", "internal/members/ada/index.html", "public/de/rules/index.html"):
        head, _, rest = files[path].decode().partition('<header class="masthead">')[2].partition("<main")
        foot = rest.rpartition("</main>")[2]
        assert "In the head" in head and "At the foot" not in head
        assert "In the head" in foot and "At the foot" in foot
    assert re.search(r'href="\.\./\.\./legal/"', files["public/members/ada/index.html"].decode())


@pytest.mark.parametrize(
    ("text", "slug", "line", "fix"),
    [
        (page(titel="x"), "unknown-field", 3, "title: …"),
        (page(place="top"), "bad-setting", 3, "place: footer"),
        (page(order="first"), "bad-setting", 3, "order: 10"),
        (page(order=-1), "bad-setting", 3, "order: 10"),
        (page(description="x" * 201), "wrong-type", 3, None),
        (page(description="[a, b]"), "wrong-type", 3, None),
        (page(title=""), "empty-file", 1, "title: Rules"),
        ("---\nplace: footer\n---\nBe kind.\n", "empty-file", 1, "title: Rules"),
        ("---\ntitle: Rules\n---\n", "empty-file", 1, "title: Rules"),
        ("# Rules\n", "no-front-matter", 1, "---\ntitle: Rules\n---\n…"),
        ("---\ntitle: Rules\nBe kind.\n", "no-front-matter", 1, "---\ntitle: Rules\n---\n…"),
        ("", "no-front-matter", 1, "---\ntitle: Rules\n---\n…"),
        (page("x" * (MOST_CHARACTERS + 1)), "too-long", 4, "Make two pages of it."),
        (page("[" * (MOST_BRACKETS + 1)), "too-long", 4, "Make two pages of it."),
        (page("See [there](gone.md)."), "no-such-page", 4, "Mend the link."),
        (page("Be kind.\n\nSee [there](gone.md#here)."), "no-such-page", 6, "Mend the link."),
    ],
)
def test_a_bad_page_is_told_with_its_line(text: str, slug: str, line: int, fix: str | None, tmp_path: Path) -> None:
    told = problems(tmp_path, rules=text)
    assert [(problem.law.slug, problem.path) for problem in told] == [(slug, "pages/rules.md")]
    assert told[0].span and told[0].span.line == line
    assert fix is None or str(told[0].fix) == fix


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("members.md", "reserved-page"), ("skills.md", "reserved-page"), ("bio.md", "reserved-page"), ("zh-hant.md", "reserved-page"),
        ("rules.fr.md", "stray-file"), ("rules.zh.md", "stray-file"), ("Rules.md", "stray-file"), ("rules.txt", "stray-file"),
        ("our rules.md", "stray-file"), ("regeln-für-alle.md", "stray-file"), ("rules.en.md", "stray-file"),
    ],
)  # fmt: skip
def test_a_name_that_cannot_be_is_told(name: str, slug: str, tmp_path: Path) -> None:
    told = found(tmp_path, {**BASE, "pages/rules.md": page(), f"pages/{name}": page()})
    assert [(problem.law.slug, problem.path) for problem in told] == [(slug, f"pages/{name}")]
    assert told[0].fix
    assert names(tmp_path) == ["rules"]


def test_drafts_and_hidden_files_are_left_alone(tmp_path: Path) -> None:
    assert not found(tmp_path, {**BASE, "pages/_rules.md": "x", "pages/.rules.md": "x"})
    assert names(tmp_path) == []


def test_the_reserved_names_are_those_that_the_site_uses(tmp_path: Path) -> None:
    """With fields and languages, which a community may add to; a crowd makes a second page."""
    crowd = {f"members/m{n}.yml": "joined: 2026-03-01\nskills: [Bread]\n" for n in range(MOST + 1)}
    write(tmp_path, {**BASE, **crowd, "community.yml": f"{SETTINGS}base_url: https://people.example\n"})
    built(tmp_path, tmp_path / "site")
    folders = {path.name for edition in ("public", "internal") for path in (tmp_path / "site" / edition).iterdir() if path.is_dir()}  # fmt: skip
    assert folders - {"de", "zh-hant"} - (set(BUILT_IN) - RESERVED) == RESERVED


def test_links_lead_to_pages_and_places_of_the_same_language(tmp_path: Path) -> None:
    text = "[a](legal.md) [b](legal.md#who) [c](asks/) [d](https://example.org/) [e](mailto:a@example.org) [f](#top) [g](/offers/)"
    files = site(tmp_path, rules=page(text), legal=page())
    for folder in ("", "de/"):
        links = re.findall(r'href="([^"]*)"', main(files, f"public/{folder}rules"))
        assert links == ["../legal/", "../legal/#who", "../asks/", "https://example.org/", "mailto:a@example.org", "#top", "../offers/"]  # fmt: skip


def test_nothing_on_a_page_can_act(tmp_path: Path) -> None:
    text = (
        "<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> <b onclick='x'>b</b>\n\n"
        "[a](javascript:alert(1)) [b](data:text/html,x) [c](//evil.example/) ![d](https://evil.example/x.png)\n\n<!-- note to self -->\n"
    )
    assert {problem.law.slug for problem in problems(tmp_path, rules=page(text))} == {"plain-markdown-only"}
    built(tmp_path, tmp_path / "site")
    html = main(tree(tmp_path / "site"), "public/rules")
    assert not re.search(r"<(?:script|img|b|iframe)\b", html)
    assert not re.search(r'(?:href|src)="(?:javascript|data|//|https)', html)
    assert "note to self" not in html


def test_a_page_has_one_heading_of_the_first_level(tmp_path: Path) -> None:
    html = main(site(tmp_path, rules=page("# House rules\n\n## Doors\n\n### Keys\n")), "public/rules")
    assert re.findall(r"<h1\b", html) == ["<h1"]
    assert re.findall(r"<h(\d)[^>]*>(?:Doors|Keys)", html) == sorted(re.findall(r"<h(\d)[^>]*>(?:Doors|Keys)", html))


@pytest.mark.parametrize(
    "text", ["ada.lindqvist@example.org", "ada.lindqvist at example.org", "**Ada.Lindqvist@example.org**"]
)
def test_a_members_private_contact_on_a_page_stops_the_build_and_is_not_repeated(text: str, tmp_path: Path) -> None:
    told = problems(tmp_path, rules=page(f"Be kind.\nWrite to {text} about it."))
    assert [(problem.law.slug, problem.path) for problem in told] == [("private-contact", "pages/rules.md")]
    assert told[0].is_error and told[0].span and (told[0].span.line, told[0].span.column) in ((5, 10), (5, 12))
    done = run("build", "--root", str(tmp_path))
    assert done.returncode == 1
    assert "lindqvist" not in (done.stdout + done.stderr).lower()
    assert not (tmp_path / "site" / "public").exists()


def test_a_contact_above_the_text_is_found_as_well(tmp_path: Path) -> None:
    told = problems(tmp_path, rules=page(description="Ask ada.lindqvist@example.org"))
    assert [(problem.law.slug, problem.span and problem.span.line) for problem in told] == [("private-contact", 3)]


def test_a_contact_that_its_owner_opened_may_stand_on_a_page(tmp_path: Path) -> None:
    files = {**BASE, "members/ada.yml": f"{ADA}public: [contact.email]\n"}
    assert not found(tmp_path, {**files, "pages/rules.md": page("Write to ada.lindqvist@example.org")})


def test_one_page_can_be_checked_alone_and_knows_everybodys_contacts(tmp_path: Path) -> None:
    write(tmp_path, {**BASE, "pages/rules.md": page(place="top"), "pages/legal.md": page("ada.lindqvist@example.org")})
    rules = run("check", "pages/rules.md", cwd=tmp_path)
    assert rules.returncode == 1 and "bad-setting" in rules.stdout and "legal.md" not in rules.stdout
    legal = run("check", "pages/legal.md", cwd=tmp_path)
    assert legal.returncode == 1 and "private-contact" in legal.stdout and "ada.lindqvist" not in legal.stdout
    write(tmp_path, {"pages/rules.md": page()})
    assert run("check", "pages/rules.md", cwd=tmp_path).returncode == 0


def test_a_folder_of_pages_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path / "elsewhere", {"rules.md": page()})
    root = write(tmp_path / "ours", BASE)
    (root / "pages").symlink_to(tmp_path / "elsewhere")
    assert names(root) == []


@pytest.mark.parametrize("text", ["a\n=\n" * 6_000, "](" * 14_000, "[a](" * 1_200, "<!--" * 7_000], ids=str.__len__)
def test_a_page_that_would_take_long_is_refused_at_once(text: str, tmp_path: Path) -> None:
    assert {problem.law.slug for problem in problems(tmp_path, rules=page(text))} == {"too-long"}


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("[there](gone.md)", True),
        ("[there][ref]\n\n[ref]: gone.md", True),
        ("[there](gone/)", True),
        ("[there](rules.md?x=1#door)", False),
        ("[there](asks/)", False),
        ("[there](/skills/baking/)", False),
        ("`[there](gone.md)`", False),
        ("[there](https://gone.example/gone.md)", False),
    ],
)
def test_a_link_that_leads_nowhere_is_told_and_no_other(text: str, is_told: bool, tmp_path: Path) -> None:
    assert ("no-such-page" in {problem.law.slug for problem in problems(tmp_path, rules=page(text))}) is is_told


def test_a_link_keeps_what_follows_the_page_and_never_leaves_the_site(tmp_path: Path) -> None:
    text = "[a](rules.md?x=1#door) [b](../../etc/) [c](https://ours.example/)"
    html = main(site(tmp_path, rules=page(text)), "public/rules")
    assert re.findall(r'href="([^"]*)"', html) == ["../rules/?x=1#door", "https://ours.example/"]
    assert 'rel="noreferrer"' in html


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [("Impressum.md", "impressum.md"), ("our_rules_zh.md", "our-rules.zh.md"), ("rules.zh-CN.md", "rules.zh.md")],
)
def test_a_file_that_is_called_wrongly_is_told_its_name(wrong: str, meant: str, tmp_path: Path) -> None:
    write(tmp_path, {"community.yml": "title: Ours\nlanguages: [en, zh]\n", f"pages/{wrong}": page("Hello.")})
    assert [problem.fix for problem in found(tmp_path)] == [meant]


def test_a_language_behind_a_hyphen_is_taken_for_a_name_but_told(tmp_path: Path) -> None:
    files = {"community.yml": "title: Ours\nlanguages: [en, zh]\n", "pages/rules.md": page("Hello.")}
    write(tmp_path, {**files, "pages/rules-zh.md": page("你好。")})
    assert [(problem.path, problem.fix) for problem in found(tmp_path)] == [("pages/rules-zh.md", "rules.zh.md")]
