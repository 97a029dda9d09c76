"""Catalogues: every sentence of the interface is there in every language, with the gaps it has in English."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Message

import catalogues
from catalogues import DOMAINS, FOLDER, ROOT, extracted, languages, read, renewed, sources, template

_PERCENT = re.compile(r"%\((\w+)\)s|%%")
CATALOGUES = [(language, domain) for language in languages() for domain in DOMAINS]
each = pytest.mark.parametrize(("language", "domain"), CATALOGUES)


def sentences(language: str, domain: str) -> Iterator[tuple[Message, tuple[str, ...], tuple[str, ...]]]:
    """(message, its English forms, its translated forms) for each sentence of a catalogue."""
    for message in read(language, domain):
        if message.id:
            yield message, _forms(message.id), _forms(message.string)


def _forms(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def gaps(text: str, message: Message) -> frozenset[str]:
    """The names of the gaps in `text`, as templates or as everything else writes them; ValueError if it can't be filled."""
    if any(path.endswith(".html") for path, _ in message.locations):
        if "%" in _PERCENT.sub("", text):
            raise ValueError(f"a single % in {text!r}")
        return frozenset(name for name in _PERCENT.findall(text) if name)
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def test_german_and_chinese_are_there() -> None:
    assert {"de", "zh"} <= set(languages())


@pytest.mark.parametrize("domain", DOMAINS)
def test_sentences_are_found_in_every_place_that_says_any(domain: str) -> None:
    places = {path.partition("/")[0] for message in extracted(domain) for path, _ in message.locations}
    assert places == {"pages": {"templates", "generator"}, "browser": {"templates"}, "messages": {"generator"}}[domain]


def test_what_the_form_to_join_says_in_the_words_of_the_command_is_translated_once() -> None:
    told = {message.id for message in extracted("messages")}
    both = {message.id: message for message in extracted("browser") if message.id and message.id in told}
    assert all(any("/join/" not in path for path, _ in message.locations) for message in both.values())
    assert "{field} repeats {what}." in told - set(both)


@each
def test_no_sentence_lacks_its_translation(language: str, domain: str) -> None:
    told = (message for message, _, forms in sentences(language, domain) if all(forms) and not message.fuzzy)
    missing = {(message.context, message.id) for message in extracted(domain) if message.id}
    missing -= {(message.context, message.id) for message in told}
    assert not missing, "run `make messages`, then translate"


@each
def test_a_translation_has_the_gaps_of_its_sentence(language: str, domain: str) -> None:
    for message, english, translated in sentences(language, domain):
        if not all(translated):
            continue
        allowed = {gaps(text, message) for text in english}
        assert {gaps(text, message) for text in translated} <= allowed, message.id
        assert gaps(translated[-1], message) == gaps(english[-1], message), message.id


@each
def test_every_plural_form_of_the_language_is_given(language: str, domain: str) -> None:
    catalog = read(language, domain)
    assert f"nplurals={catalog.num_plurals};" in (FOLDER / language / f"{domain}.po").read_text("utf-8")
    for message, english, translated in sentences(language, domain):
        assert len(translated) == (catalog.num_plurals if len(english) == 2 else 1), message.id


@each
def test_a_translation_begins_and_ends_like_its_sentence(language: str, domain: str) -> None:
    """A period or a colon that got lost, and a blank at the end, are what nobody sees in a long file."""
    ends = {".": ".。", ":": ":：", "?": "?？", "…": "…"}
    for message, english, translated in sentences(language, domain):
        last = english[-1][-1:]
        if last in ends and english[-1].strip(" .:…"):
            assert all(text[-1:] in ends[last] for text in translated), message.id
        assert all(text == text.rstrip() for text in translated) or english[-1].endswith(" "), message.id


@each
def test_a_catalogue_is_as_make_messages_writes_it(language: str, domain: str) -> None:
    path = FOLDER / language / f"{domain}.po"
    assert path.read_text("utf-8") == renewed(language, domain), "run `make messages`"


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_file_for_a_new_language_holds_every_sentence(domain: str) -> None:
    assert (FOLDER / f"{domain}.pot").read_text("utf-8") == template(domain), "run `make messages`"


def test_a_catalogue_names_files_without_their_lines() -> None:
    for path in FOLDER.rglob("*.po*"):
        text = path.read_text("utf-8")
        assert not re.search(r"^#: .*:\d", text, re.MULTILINE)
        assert not re.search(r"Date|Generated-By|Last-Translator", text.split("\n\n")[0])
        assert str(ROOT) not in text


def test_a_new_sentence_is_taken_up_and_one_that_is_gone_is_dropped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = """msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "This file is empty."
msgstr "Ce fichier est vide."

msgid "Nobody says this any more."
msgstr "Personne ne dit plus cela."
"""
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "messages.po").write_text(old, encoding="utf-8")
    monkeypatch.setattr(catalogues, "FOLDER", tmp_path)
    text = renewed("fr", "messages")
    assert 'msgid "This file is empty."\nmsgstr "Ce fichier est vide."' in text
    assert 'msgid "No problems."\nmsgstr ""' in text
    assert "Personne" not in text
    (tmp_path / "fr" / "messages.po").write_text(text, encoding="utf-8")
    assert renewed("fr", "messages") == text


def _calls() -> Iterator[tuple[str, ast.Call, str]]:
    """(place, call, name) of everything that is said in Python."""
    for path in (*sources("pages"), *sources("messages")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))) if path.suffix == ".py" else ():
            name = getattr(node.func, "attr", getattr(node.func, "id", "")) if isinstance(node, ast.Call) else ""
            if isinstance(node, ast.Call) and name in ("say", "count"):
                yield f"{path.name}:{node.lineno}", node, name


def test_every_gap_of_an_english_sentence_is_filled_where_it_is_said() -> None:
    seen = 0
    for place, call, name in _calls():
        texts = [arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
        if len(texts) != {"say": 1, "count": 2}[name] or any(keyword.arg is None for keyword in call.keywords):
            continue
        wanted = {gap for text in texts for _, gap, _, _ in Formatter().parse(text) if gap is not None}
        given = {str(keyword.arg) for keyword in call.keywords} | ({"n"} if name == "count" else set())
        assert wanted <= given, place
        assert given - {"n"} <= wanted, place
        seen += 1
    assert seen > 200


def test_a_message_is_made_of_a_sentence_that_can_be_found() -> None:
    """A text put together before it is said would be looked for in vain in every catalogue."""
    for place, call, _ in _calls():
        if isinstance(call.func, ast.Name):
            assert isinstance(call.args[0], ast.Constant), place
