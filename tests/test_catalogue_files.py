"""Catalogues are edited by hand, by anyone: what is wrong with one is told by its file and sentence."""

from pathlib import Path

import pytest

from acquaint.catalogues import ENGLISH, read_catalogue
from acquaint.errors import UsageError

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'


def put(root: Path, language: str, text: str, domain: str = "pages") -> Path:
    path = root / "translations" / language / f"{domain}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD + text, encoding="utf-8")
    return root


def test_a_sentence_is_said_in_the_language_and_else_in_english(tmp_path: Path) -> None:
    words = read_catalogue([put(tmp_path, "de", 'msgid "Hello {name}"\nmsgstr "Hallo {name}"\n')], "pages", "de")
    assert words.language == "de"
    assert words.say("Hello {name}", name="Ada") == "Hallo Ada"
    assert words.say("Goodbye {name}", name="Ada") == "Goodbye Ada"


def test_a_number_takes_its_plural(tmp_path: Path) -> None:
    text = 'msgid "{n} person"\nmsgid_plural "{n} people"\nmsgstr[0] "{n} Person"\nmsgstr[1] "{n} Personen"\n'
    words = read_catalogue([put(tmp_path, "de", text)], "pages", "de")
    assert [words.count("{n} person", "{n} people", n) for n in (1, 2)] == ["1 Person", "2 Personen"]


def test_a_community_s_own_sentence_stands_in_place_of_ours_and_ours_in_place_of_none(tmp_path: Path) -> None:
    own = put(tmp_path / "own", "de", 'msgid "Asks"\nmsgstr "Wünsche"\n')
    theirs = put(tmp_path / "theirs", "de", 'msgid "Asks"\nmsgstr "Gesuche"\n\nmsgid "Offers"\nmsgstr "Angebote"\n')
    words = read_catalogue([own, theirs], "pages", "de")
    assert [words.say("Asks"), words.say("Offers")] == ["Wünsche", "Angebote"]


def test_a_variant_of_a_language_is_served_by_the_language(tmp_path: Path) -> None:
    words = read_catalogue([put(tmp_path, "zh", 'msgid "Asks"\nmsgstr "求助"\n')], "pages", "zh-Hant")
    assert (words.language, words.say("Asks")) == ("zh", "求助")


def test_a_language_without_a_catalogue_is_english(tmp_path: Path) -> None:
    assert read_catalogue([tmp_path], "pages", "fr") is ENGLISH


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('msgid "Hello {name}"\nmsgstr "Hallo {nmae}"\n', r"translations/de/pages\.po: .*“Hello \{name\}”.*\{nmae\}"),
        ('msgid "Hello {name}"\nmsgstr "Hallo {name.__class__}"\n', r"“Hello \{name\}”.*\{name\.__class__\}"),
        ('msgid "%(n)s people"\nmsgstr "%(m)s Leute"\n', r"translations/de/pages\.po: .*%\(m\)s"),
        ('msgid "Asks"\nmsgstr "Gesuche"\nnonsense here\n', r"translations/de/pages\.po:\d+: "),
    ],
)
def test_what_is_wrong_is_told_with_file_and_sentence(text: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=told):
        read_catalogue([put(tmp_path, "de", text)], "pages", "de")


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    put(tmp_path, "de", "").joinpath("translations/de/pages.po").write_bytes(
        HEAD.encode() + 'msgid "A"\nmsgstr "Ö"\n'.encode("latin-1")
    )
    with pytest.raises(UsageError, match=r"translations/de/pages\.po"):
        read_catalogue([tmp_path], "pages", "de")


def test_a_catalogue_that_was_changed_is_read_anew(tmp_path: Path) -> None:
    """Who previews a site changes sentences while the same process goes on."""
    for said in ("Niemand", "Keiner"):
        put(tmp_path, "de", f'msgid "Nobody"\nmsgstr "{said}"\n')
        assert read_catalogue([tmp_path], "pages", "de").say("Nobody") == said


def test_what_stands_behind_a_catalogue_is_behind_no_other(tmp_path: Path) -> None:
    for name, said in (("own", "Nobody"), ("ours", "Somebody")):
        put(tmp_path / name, "de", f'msgid "{said}"\nmsgstr "{name}"\n')
    both = read_catalogue([tmp_path / "own", tmp_path / "ours"], "pages", "de")
    alone = read_catalogue([tmp_path / "own"], "pages", "de")
    assert (both.say("Nobody"), both.say("Somebody")) == ("own", "ours")
    assert (alone.say("Nobody"), alone.say("Somebody")) == ("own", "Somebody")
