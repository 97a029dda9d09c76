"""What the scripts say: every sentence in every language, and the page that fetches and speaks them."""

import json
import re
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path
from typing import Any

import pytest
from babel.messages.extract import extract_from_dir, extract_from_file
from babel.messages.pofile import read_po

from acquaint.catalogues import ENGLISH, Catalogue, read_catalogue
from acquaint.render.machines.phrases import file_name, filed, is_said, phrases
from acquaint.theme import Theme, own_folder
from browsers import NEEDED, chromium, modules, serving, until
from catalogues import extracted

SCRIPTS = own_folder() / "assets" / "js"
KEYWORDS = {"say": None, "count": (1, 2)}
GAP = re.compile(r"\{\w+\}")
LANGUAGES = ("de", "zh")
POLISH = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"

msgid "{n} person"
msgid_plural "{n} people"
msgstr[0] "{n} osoba"
msgstr[1] "{n} osoby"
msgstr[2] "{n} osób"

msgid "Try again"
msgstr ""

msgid "Find"
msgstr "Szukaj"
"""
PAGE = """<!doctype html><html lang="{lang}"><title>Words</title><script type="module" src="assets/js/site.js"></script>
<div data-module="copy"><textarea>A text</textarea><p data-copy="button" hidden><button>Copy</button> <span role="status"></span></p></div>
<ul data-module="switch"><li><a data-part="language" href="../zh/members/">中文</a></ul>
<p><span data-module="clock" data-zone="{zone}" hidden></span></p></html>"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as running:
        yield running


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    with modules(browser) as page:
        yield page


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    for name, content in Theme.load().scripts():
        file = tmp_path / "assets" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    for language in LANGUAGES:
        file = tmp_path / "assets" / "words" / f"{language}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(phrases(catalogue(language)))
    for lang in ("en", "de", "zh", "fr"):
        for zone in ("Asia/Tokyo", "Europe/Berlin", "Nowhere/Land"):
            name = f"{lang}-{zone.partition('/')[2].lower()}.html"
            (tmp_path / name).write_text(PAGE.format(lang=lang, zone=zone), "utf-8")
    with serving(tmp_path) as address:
        yield address


def catalogue(language: str) -> Catalogue:
    return read_catalogue([own_folder()], "browser", language)


def said_in_scripts() -> set[str | tuple[str, ...]]:
    """What scripts say and the command doesn't: what both say is translated with the command's sentences."""
    found = {message for _, _, message, _, _ in extract_from_dir(SCRIPTS, [("**.js", "javascript")], keywords=KEYWORDS)}
    outside = {
        message
        for path in SCRIPTS.glob("*.js")
        for _, message, _, _ in extract_from_file("javascript", path, keywords=KEYWORDS)
    }
    told = {message.id for message in extracted("messages")}
    return outside | (found - told)


def speak(page: Any, language: str, code: str) -> Any:
    """What `code` gives in a page of that language; it finds the functions of words.js in `w`."""
    return page.evaluate(
        """async ({ language, known, code }) => {
            const w = await import("./js/words.js");
            w.speak(language, known);
            return new Function("w", `return ${code}`)(w);
        }""",
        {"language": language, "known": json.loads(phrases(catalogue(language))), "code": code},
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_the_scripts_is_translated_and_no_other(language: str) -> None:
    with (own_folder() / "translations" / language / "browser.po").open("rb") as file:
        translated = {message.id: message for message in read_po(file, locale=language) if message.id}
    assert set(translated) == said_in_scripts()
    for message in translated.values():
        texts = [message.string] if isinstance(message.string, str) else list(message.string or ())
        asked = message.id if isinstance(message.id, str) else " ".join(message.id)
        gaps = set(GAP.findall(asked))
        assert not message.fuzzy, message.id
        assert all(text and set(GAP.findall(text)) == gaps for text in texts), message.id


def test_no_sentence_of_the_scripts_is_said_without_the_catalogue() -> None:
    """Every call is seen by the extractor: it passes over one inside another's brackets."""
    calls = sum(
        len(re.findall(r"(?<![.#\w])(?:say|count)\(\s*[\"`]", path.read_text("utf-8")))
        for path in SCRIPTS.rglob("*.js")
    )
    assert calls == len(list(extract_from_dir(SCRIPTS, [("**.js", "javascript")], keywords=KEYWORDS)))


def test_a_sentence_leads_to_its_translation_for_each_plural_category(tmp_path: Path) -> None:
    folder = tmp_path / "translations" / "pl"
    folder.mkdir(parents=True)
    (folder / "browser.po").write_text(POLISH, "utf-8")
    written = phrases(read_catalogue([tmp_path], "browser", "pl"))
    assert json.loads(written) == {
        "Find": "Szukaj",
        "{n} person": {"one": "{n} osoba", "few": "{n} osoby", "many": "{n} osób"},
    }
    assert written == phrases(read_catalogue([tmp_path], "browser", "pl"))


def test_a_community_s_own_words_come_before_those_of_the_theme(tmp_path: Path) -> None:
    folder = tmp_path / "translations" / "de"
    folder.mkdir(parents=True)
    (folder / "browser.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Find"\nmsgstr "Stöbern"\n', "utf-8"
    )
    said = json.loads(phrases(read_catalogue([tmp_path, own_folder()], "browser", "de")))
    assert said["Find"] == "Stöbern"
    assert said["{n} person found"] == {"one": "{n} Person gefunden", "other": "{n} Personen gefunden"}


def test_without_a_catalogue_there_are_no_phrases() -> None:
    assert phrases(Catalogue("en", NullTranslations())) == b"{}"


@pytest.mark.parametrize(
    ("message", "script", "said"),
    [
        ("Find", 'say("Find")', True),
        ("Find", "say('Find')", True),
        ("Find", "say(`Find`)", True),
        ("Find", 'say("Find more")', False),
        ("Find", 'say("find")', False),
        ('Say "yes"', 'say("Say \\"yes\\"")', True),
        ('Say "yes"', "say('Say \"yes\"')", True),
        ("It's here", 'say("It\'s here")', True),
        ("one\ntwo", 'say("one\\ntwo")', True),
        ("back\\slash", 'say("back\\\\slash")', True),
    ],
)
def test_a_sentence_is_said_where_it_stands_whole(message: str, script: str, said: bool) -> None:
    assert is_said(message, script) is said


def test_of_the_scripts_given_only_what_they_say_is_sent(tmp_path: Path) -> None:
    folder = tmp_path / "translations" / "de"
    folder.mkdir(parents=True)
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    (folder / "browser.po").write_text(f'{head}msgid "Find"\nmsgstr "Stöbern"\n', "utf-8")
    (folder / "messages.po").write_text(
        f'{head}msgid "a text"\nmsgstr "ein Text"\n\nmsgid "Find"\nmsgstr "Nein"\n', "utf-8"
    )
    domains = [read_catalogue([tmp_path, own_folder()], domain, "de") for domain in ("browser", "messages")]
    scripts = [b'say("Find");', b'say("a text"); say("Nobody has translated this");']
    assert json.loads(phrases(*domains, scripts=scripts)) == {"Find": "Stöbern", "a text": "ein Text"}
    assert phrases(ENGLISH, ENGLISH, scripts=scripts) == b"{}"


@pytest.mark.browser
@NEEDED[1]
def test_a_sentence_is_found_under_the_number_it_is_filed_under(page: Any) -> None:
    said = phrases(catalogue("de"))
    short = filed(said)
    assert len(json.loads(short)) == len(json.loads(said)), "no two share a number"
    told = page.evaluate(
        """async ([known, messages]) => {
            const w = await import("./js/words.js");
            w.speak("de", known);
            return messages.map((message) => w.say(message));
        }""",
        [json.loads(short), [*(message for message, told in json.loads(said).items() if isinstance(told, str)), "𝄞"]],
    )
    assert told == [*(told for told in json.loads(said).values() if isinstance(told, str)), "𝄞"]


def test_two_sentences_that_share_a_number_are_said_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    assert {len(file_name(message)) for message in ("", "a", "Find", "查找", "𝄞")} == {6}
    monkeypatch.setattr("acquaint.render.machines.phrases.file_name", lambda message: message[:1])
    assert json.loads(filed(b'{"ab": "1", "ac": "2", "d": "3"}')) == {"d": "3"}


def test_only_the_form_to_join_fetches_what_the_form_to_join_says() -> None:
    theme = Theme.load()
    scripts = dict(theme.scripts())
    joining = [content for name, content in scripts.items() if name.startswith("js/join/")]
    words = json.loads(phrases(theme.words("de", "browser"), theme.words("de", "messages"), scripts=joining))
    usual = json.loads(phrases(catalogue("de"), scripts=[scripts[name] for name in scripts if "/join/" not in name]))
    assert words["{field} repeats {what}."]
    assert "{field} repeats {what}." not in usual
    assert usual["{n} person found"]


@pytest.mark.browser
@NEEDED[1]
@pytest.mark.parametrize(
    ("language", "said"), [("de", "Suchen und Kopiert"), ("zh", "查找 und Kopiert"), ("en", "Find")]
)
def test_a_script_learns_more_and_keeps_what_it_knows(page: Any, language: str, said: str) -> None:
    asked: list[str] = []

    def answer(route: Any) -> None:
        asked.append(route.request.url)
        route.fulfill(json={"Find": "never", "Copied": f"{'Suchen' if language == 'de' else '查找'} und Kopiert"})

    page.route("**/words/join/*.json", answer)
    told = page.evaluate(
        """async (language) => {
            const w = await import("./js/words.js");
            w.speak(language, { Find: "Find" });
            await w.learnMore("join");
            return [w.say("Find"), w.say("Copied")];
        }""",
        language,
    )
    assert told == ["Find", "Copied" if language == "en" else said]
    assert len(asked) == (language != "en")


@pytest.mark.browser
@NEEDED[1]
@pytest.mark.parametrize(
    ("language", "code", "said"),
    [
        ("en", 'w.count("{n} person found", "{n} people found", 1)', "1 person found"),
        ("en", 'w.count("{n} person found", "{n} people found", 1234)', "1,234 people found"),
        ("de", 'w.count("{n} person found", "{n} people found", 1)', "1 Person gefunden"),
        ("de", 'w.count("{n} person found", "{n} people found", 1234)', "1.234 Personen gefunden"),
        ("zh", 'w.count("{n} person found", "{n} people found", 1)', "找到 1 人"),
        ("zh", 'w.say("{place} of {all}", { place: 3, all: 1200 })', "第 3 位，共 1,200 位"),
        ("de", 'w.say("Nobody has translated {this}", { this: "x" })', "Nobody has translated x"),
        ("de", 'w.say("toString")', "toString"),
        ("de", 'w.say("Find in {field}", { field: "{n} $& $1" })', "In {n} $& $1 suchen"),
        ("en", 'w.either(["a", "b"].map(w.quoted))', "“a” or “b”"),
        ("de", 'w.either(["a", "b"].map(w.quoted))', "„a“ oder „b“"),
        ("zh", 'w.listed(["数据", "上海", "周末"])', "数据、上海、周末"),
        ("en", "w.listed([])", ""),
        ("de", 'w.around(w.say("{field}: {passage}"), { field: 1, passage: 2 })', [1, ": ", 2]),
        ("zh", 'w.around(w.say("Previous: {name}"), { name: 7 })', ["上一位：", 7]),
    ],
)
def test_a_sentence_is_said_in_the_language_of_the_page(page: Any, language: str, code: str, said: Any) -> None:
    assert speak(page, language, code) == said


@pytest.mark.browser
@NEEDED[1]
def test_a_language_that_the_browser_cannot_read_leaves_english(page: Any) -> None:
    assert speak(page, "en", '(w.speak("not a tag", { Find: "?" }), w.say("Find") + w.number(1234.5))') == "Find1,234.5"


def visit(page: Any, address: str, asked: list[str]) -> str:
    """What the page says once its text is copied."""
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    page.get_by_role("button", name="Copy").click()
    status = page.get_by_role("status")
    status.filter(has_text=re.compile(".")).wait_for()
    return str(status.text_content())


@pytest.mark.browser
@NEEDED[1]
@pytest.mark.parametrize(("language", "said"), [("en", "Copied"), ("de", "Kopiert"), ("zh", "已复制")])
def test_a_page_fetches_its_words_once_and_an_english_one_none(
    browser: Any, site: str, language: str, said: str
) -> None:
    asked: list[str] = []
    with browser.new_context(permissions=["clipboard-write", "clipboard-read"]) as context:
        assert visit(context.new_page(), f"{site}{language}-tokyo.html", asked) == said
    wanted = [] if language == "en" else [f"{site}assets/words/{language}.json"]
    assert [url for url in asked if "/words/" in url] == wanted


@pytest.mark.browser
@NEEDED[1]
def test_without_its_words_a_page_lives_on_in_english(browser: Any, site: str) -> None:
    with browser.new_context(permissions=["clipboard-write", "clipboard-read"]) as context:
        assert visit(context.new_page(), f"{site}fr-tokyo.html", []) == "Copied"


@pytest.mark.browser
@NEEDED[1]
def test_where_nothing_may_be_put_on_the_clipboard_the_text_is_selected(browser: Any, site: str) -> None:
    with browser.new_context() as context:
        context.add_init_script(
            "navigator.clipboard.writeText = async () => { throw new Error('no'); }; document.execCommand = () => false;"
        )
        page = context.new_page()
        assert visit(page, f"{site}de-tokyo.html", []) == "Markiert: bitte mit der Tastatur kopieren"
        assert page.evaluate("getSelection().toString() || document.activeElement.value") == "A text"


@pytest.mark.browser
@NEEDED[1]
def test_the_other_language_keeps_what_is_looked_for_and_where(browser: Any, site: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{site}en-tokyo.html?q=a%26b&city=上海#reach")
        link = page.locator("[data-part=language]")
        until(page, "document.querySelector('[data-part=language]').hash")
        assert link.get_attribute("href") == f"{site}zh/members/?q=a%26b&city=%E4%B8%8A%E6%B5%B7#reach"
        page.evaluate("history.replaceState(null, '', '?city=berlin')")
        link.focus()
        assert str(link.get_attribute("href")).endswith("zh/members/?city=berlin")
        page.evaluate("history.replaceState(null, '', location.pathname)")
        link.hover()
        assert str(link.get_attribute("href")).endswith("zh/members/")


@pytest.mark.browser
@NEEDED[1]
@pytest.mark.parametrize(
    ("locale", "name", "said", "later"),
    [
        ("en-GB", "en-tokyo", "22:05 there now, 8 hours ahead of you", "22:06 there now, 8 hours ahead of you"),
        (
            "en-US",
            "en-berlin",
            "2:05 PM there now, the same time as yours",
            "2:06 PM there now, the same time as yours",
        ),
        (
            "de-DE",
            "de-tokyo",
            "Dort jetzt 22:05 Uhr, 8 Stunden später als bei Ihnen",
            "Dort jetzt 22:06 Uhr, 8 Stunden später als bei Ihnen",
        ),
        ("en-GB", "zh-tokyo", "当地现在 22:05，比您快8小时", "当地现在 22:06，比您快8小时"),
        ("en-GB", "en-land", "", ""),
    ],
)
def test_the_clock_tells_the_time_there_and_keeps_telling_it(
    browser: Any, site: str, locale: str, name: str, said: str, later: str
) -> None:
    with browser.new_context(locale=locale, timezone_id="Europe/Berlin") as context:
        page = context.new_page()
        page.clock.install(time="2026-11-21T13:05:10Z")
        page.clock.pause_at("2026-11-21T13:05:20Z")
        page.goto(f"{site}{name}.html", wait_until="networkidle")
        place = page.locator("[data-module=clock]")
        told = "document.querySelector('[data-module=clock]').textContent === given"
        until(page, told, said)
        assert place.is_visible() is bool(said)
        page.clock.run_for(60_000)
        until(page, told, later)


@pytest.mark.browser
@NEEDED[1]
@pytest.mark.parametrize(
    ("zone", "own", "said"),
    [
        ("Asia/Kathmandu", "Europe/Berlin", "18:50 there now, 4 hours, 45 minutes ahead of you"),
        ("America/Los_Angeles", "Pacific/Auckland", "Sat 05:05 there now, 21 hours behind you"),
        ("Europe/Dublin", "Europe/Lisbon", "13:05 there now, the same time as yours"),
    ],
)
def test_the_clock_tells_minutes_and_the_day_only_where_they_differ(
    browser: Any, zone: str, own: str, said: str
) -> None:
    with browser.new_context(locale="en-GB") as context, modules(context) as page:
        told = page.evaluate(
            """async ([zone, own]) => (await import("./js/clock.js")).told(zone, own, new Date("2026-11-21T13:05:10Z"))""",
            [zone, own],
        )
    # Whether a comma stands between the day and the time is for the browser's tables to say.
    assert told.replace("Sat, ", "Sat ") == said
