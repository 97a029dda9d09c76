"""Forms of a private name that are easily overlooked: run together, marked, in the genitive, alone on a line."""

import pytest

from acquaint.withhold import Person, Withholder


def left(name: str, text: str, lang: str = "en") -> str:
    return Withholder(Person("Quill", "q9", "Quill", (name,))).text(text, lang)


@pytest.mark.parametrize(
    ("name", "text", "altered"),
    [
        ("Zqa Lindqvist", "Zqa在2020年加入", "Quill在2020年加入"),
        ("Zqa Lindqvist", "我是Zqa来自Berlin", "我是Quill来自Berlin"),
        ("Sam Lindqvist", "I use sam2p daily", "I use sam2p daily"),
        ("Eva Koch", "Eva Kochs Karten", "Quills Karten"),
        ("Grace Hill", "Grace Hills maps", "Quills maps"),
        ("Grace Hill", "In the hills, Hills apart", "In the hills, Hills apart"),
        ("Zo Qx", "I am ZoQx or @zoqx", "I am Quill or Quill"),
        ("Zo Qx", "see https://zoqx.example, ok", "see (link for members), ok"),
        ("Shaquille O'Neil", "I am ONeil", "I am Quill"),
        ("Youssou N'Dour", "by NDour", "by Quill"),
        ("Ma De", "Maps made by hand. Made here", "Maps made by hand. Made here"),
    ],
)
@pytest.mark.parametrize("lang", ["en", "de", "zh"])
def test_a_short_or_joined_form_gives_way_and_words_that_look_alike_stay(
    name: str, text: str, altered: str, lang: str
) -> None:
    if "example" in text and lang != "en":
        assert "zoqx" not in left(name, text, lang)
    else:
        assert left(name, text, lang) == altered


@pytest.mark.parametrize(
    "said", ["— {}", "{} here", "{}: maps", "Maps\n— {}\nmore", "Thanks! {}", "{}.", "*{}*", "{} :)"]
)
def test_a_word_of_grammar_alone_on_its_line_is_a_name(said: str) -> None:
    assert left("Will Young", said.format("Will")) == said.format("Quill")


@pytest.mark.parametrize("said", ["Will you here?", "Will here be maps?", "Will, then, maps come?"])
def test_a_word_of_grammar_that_begins_a_question_stays(said: str) -> None:
    assert left("Will Young", said) == said


MARKS = "\u20dd\u20e3\u1ab0\u1dc4\u0489\u0336"


@pytest.mark.parametrize("mark", MARKS)
def test_marks_on_letters_hide_no_name(mark: str) -> None:
    assert left("Ada Lindqvist", f"by {mark.join('Lindqvist')}{mark} now") == "by Quill now"


@pytest.mark.parametrize("gap", ["\u2011", "\xa0", "\n", "\u00ad", "\u2060"])
def test_a_break_within_a_name_hides_it_not(gap: str) -> None:
    assert left("Ada Lindqvist", f"by Lind{gap}qvist now") == "by Quill now"


@pytest.mark.parametrize(
    ("name", "text", "altered"),
    [
        ("Jan Nowak", "Mapy Nowaka i z Nowakiem", "Mapy Quill i z Quill"),
        ("Aino Virtanen", "Virtasen kartat", "Quill kartat"),
        ("Ayşe Zqxoğlu", "Ayşe'nin haritası", "Quill'nin haritası"),
        ("דוד זקסון", "מפות לדוד", "מפות Quill"),
        ("राहुल ज़क्स", "राहुलजी के नक्शे", "Quill के नक्शे"),
        ("Jan Nowak", "the nowakite", "the nowakite"),
    ],
)
def test_a_case_or_a_joined_word_hides_no_name(name: str, text: str, altered: str) -> None:
    assert left(name, text) == altered
