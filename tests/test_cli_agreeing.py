"""Questions of yes or no take the words of the language they are asked in, and nothing else is taken for a no."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from acquaint.catalogues import Catalogue
from acquaint.cli.agreeing import agreed, answers
from acquaint.cli.telling import catalogue_of
from acquaint.messages import say

WORDS = {"en": ("yes", "no"), "de": ("ja", "nein"), "zh": ("是", "否")}


def catalogue(root: Path, language: str) -> Catalogue:
    """The language with its own two words, whatever its catalogue says by now."""
    yes, no = WORDS[language]
    folder = root / "templates" / "translations" / language
    folder.mkdir(parents=True)
    text = f'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "yes"\nmsgstr "{yes}"\n\nmsgid "no"\nmsgstr "{no}"\n'
    (folder / "messages.po").write_text(text, encoding="utf-8")
    return catalogue_of(root, language)


def asked(words: Catalogue, typed: str, usual: bool | None = None) -> tuple[bool | None, str]:
    """The answer, None if there was none, and what was said."""
    heard: list[bool] = []

    @click.command()
    def ask() -> None:
        heard.append(agreed(say("Go on?"), words, usual=usual))

    output = CliRunner().invoke(ask, input=typed).output
    return (heard[0] if heard else None), output


@pytest.mark.parametrize(
    ("language", "typed", "agrees"),
    [
        ("en", "y", True), ("en", "Yes", True), ("en", "n", False), ("en", " NO. ", False),
        ("de", "j", True), ("de", "Ja", True), ("de", "JA!", True), ("de", "nein", False), ("de", "n", False),
        ("de", "y", True), ("de", "yes", True), ("de", "no", False),
        ("zh", "是", True), ("zh", "否", False), ("zh", "是。", True), ("zh", "ｙ", True), ("zh", "y", True), ("zh", "n", False),
    ],
)  # fmt: skip
def test_every_language_is_answered_in_its_own_words_and_in_english(
    tmp_path: Path, language: str, typed: str, agrees: bool
) -> None:
    answer, output = asked(catalogue(tmp_path, language), f"{typed}\n", usual=not agrees)
    assert answer is agrees
    assert "/".join(WORDS[language]) in output, "the words stand in the question"


@pytest.mark.parametrize("typed", ["maybe", "yess", "0", "ja", "x", "。"])
def test_what_is_neither_is_told_and_asked_again(tmp_path: Path, typed: str) -> None:
    for usual in (True, False, None):
        answer, output = asked(Catalogue(), f"{typed}\ny\n", usual=usual)
        assert answer is True and output.count("Go on?") == 2 and "Please answer with yes or no." in output
        assert asked(Catalogue(), f"{typed}\n", usual=usual)[0] is None, "without a further line nothing was answered"


def test_enter_alone_is_the_usual_answer_and_none_where_there_is_none() -> None:
    assert asked(Catalogue(), "\n", usual=True)[0] is True
    assert asked(Catalogue(), "\n", usual=False)[0] is False
    assert asked(Catalogue(), "\n")[0] is None


def test_a_letter_that_both_words_begin_with_decides_nothing() -> None:
    assert "s" not in answers("sea", "sino")
    assert answers("nai", "ochi")["n"] is True, "the language's own word comes first"
