"""Messages as data: told in English, in another language, or in English again where a translation can't be filled."""

from gettext import NullTranslations

import pytest

from acquaint.catalogues import ENGLISH, Catalogue
from acquaint.cli.telling import catalogue_of
from acquaint.messages import Message, Quoted, count, say, told
from acquaint.theme import own_folder

GERMAN = catalogue_of(own_folder().parent, "de")
CHINESE = catalogue_of(own_folder().parent, "zh")


class Says(NullTranslations):
    """Translates everything as one text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def gettext(self, message: str) -> str:
        return self.text

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.text


def test_a_message_is_its_english_sentence() -> None:
    message = say("{field} has {n} characters; at most {most} fit.", field="bio", n=12_345, most=4_000)
    assert str(message) == "bio has 12,345 characters; at most 4,000 fit."


def test_numbers_are_written_as_the_language_does() -> None:
    message = say("{field} has {n} characters; at most {most} fit.", field="bio", n=12_345, most=4_000)
    assert message.told(GERMAN) == "bio hat 12.345 Zeichen; höchstens 4.000 passen."
    assert message.told(CHINESE) == "bio 有 12,345 个字符，最多 4,000 个。"


def test_a_phrase_inside_a_sentence_is_translated_with_it() -> None:
    message = say("{field} takes {wanted}, but here is a list.", field="city", wanted=say("a text"))
    assert message.told(GERMAN) == "city erwartet einen Text, hier steht aber eine Liste."


def test_words_of_a_file_stand_in_the_quotation_marks_of_the_language() -> None:
    message = say("There is no picture {value} beside your file.", value=Quoted("x.jpg"))
    assert "“x.jpg”" in str(message)
    assert "„x.jpg“" in message.told(GERMAN)


def test_a_list_has_the_comma_of_the_language() -> None:
    assert "public、internal" in say("There are {names}.", names=("public", "internal")).told(CHINESE)


@pytest.mark.parametrize(("number", "german"), [(1, "1 Datei"), (2, "2 Dateien")])
def test_a_number_chooses_its_form(number: int, german: str) -> None:
    assert count("{n} file", "{n} files", number).told(GERMAN) == german


@pytest.mark.parametrize("broken", ["{", "{0} ist", "{nobody}", "{field.x.y}", "{field[x]}", "{field:d}", "}"])
def test_a_translation_that_cannot_be_filled_is_told_in_english(broken: str) -> None:
    catalogue = Catalogue("de", Says(broken))
    assert say("{field} lacks its text.", field="bio").told(catalogue) == "bio lacks its text."
    assert count("{n} file", "{n} files", 2).told(catalogue) == "2 files"


def test_an_english_sentence_that_cannot_be_filled_is_a_fault_of_ours() -> None:
    with pytest.raises(KeyError):
        say("{nothing} fills this.").told(ENGLISH)


def test_quoting_reaches_words_however_deep_and_nothing_else() -> None:
    inner = say("a text, or {example}", example=Quoted("secret"))
    message = say("{field} takes {wanted}, but here is a list.", field="secret", wanted=inner)
    assert str(message.quoting(lambda text: "•••")) == "secret takes a text, or “•••”, but here is a list."


def test_all_texts_in_the_gaps_can_be_looked_at() -> None:
    inner = say("a text, or {example}", example=Quoted("one"))
    assert set(say("{a}{b}{c}{d}", a=inner, b=("two", "three"), c=4, d="five").filled) == {
        "one",
        "two",
        "three",
        "five",
    }


def test_what_is_to_be_pasted_is_the_same_in_every_language() -> None:
    assert told("city: Berlin", CHINESE) == "city: Berlin"
    assert told(say("This file is empty."), CHINESE) == "这个文件是空的。"


def test_a_message_can_be_compared_and_holds_no_formatted_text() -> None:
    assert say("{field} lacks its text.", field="bio") == Message("{field} lacks its text.", {"field": "bio"})
