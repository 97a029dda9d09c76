"""What of a member's free text repeats their private name."""

import pytest

from acquaint.withhold import Person, Withholder


def withholder(name: str, nickname: str = "Nick", handle: str = "h9") -> Withholder:
    return Withholder(Person(display=nickname or f"@{handle}", handle=handle, nickname=nickname, names=(name,)))


@pytest.mark.parametrize(
    "written",
    [
        "Ada Lindqvist",
        "Lindqvist, Ada",
        "LINDQVIST Ada",
        "ada lindqvist",
        "Ada",
        "Lindqvist",
        "Ms. Lindqvist",
        "Dr. Ada Lindqvist, PhD",
        "A. Lindqvist",
        "Ada M. Lindqvist",
        "Ada-Lindqvist",
        "Ada · Lindqvist",
        "Ada\nLindqvist",
        "AdaLindqvist",
        "ada_lindqvist",
        "@adalindqvist",
        "ada.lindqvist",
        "adalindqvist1985",
        "#AdaLindqvist",
        "Ａｄａ Ｌｉｎｄｑｖｉｓｔ",
        "A\u00adda Lind\u200bqvist",
        "A\u0301da Lindqvíst",
        "LindqvistLab",
    ],
)
def test_every_way_to_write_a_name_gives_way_as_one(written: str) -> None:
    assert withholder("Ada Lindqvist").text(f"This is {written} here", "en") == "This is Nick here"


@pytest.mark.parametrize("text", ["Canada and adaptation", "lindqvistite", "I am adamant", "A. Other", "L is a letter"])
def test_a_word_that_merely_holds_the_letters_stays(text: str) -> None:
    assert withholder("Ada Lindqvist").text(text, "en") == text


@pytest.mark.parametrize(
    ("text", "altered"),
    [
        ("Ada's work", "Nick's work"),
        ("Ada Lindqvist’s work", "Nick’s work"),
        ("I, Ada, am here. I am Ada.", "I, Nick, am here. I am Nick."),
        ("Ask Ada or Lindqvist!", "Ask Nick or Nick!"),
        ("Ada Lindqvist, Ada Lindqvist", "Nick, Nick"),
        ('"Ada" (Lindqvist)', '"Nick" (Nick)'),
        ("the Ada (Lindqvist Lab)", "the Nick (Nick Lab)"),
    ],
)
def test_the_sentence_around_a_name_stays(text: str, altered: str) -> None:
    assert withholder("Ada Lindqvist").text(text, "en") == altered


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Bjørn Müller", "Bjorn Mueller"),
        ("Bjorn Mueller", "Bjørn Müller"),
        ("Jürgen Groß", "JUERGEN GROSS"),
        ("José Álvarez", "Jose Alvarez"),
        ("Ailís O'Carroll", "Ailis O’Carroll"),
        ("Ailís O'Carroll", "Ailis OCarroll"),
        ("Lee Ming-Hao", "Minghao Lee"),
        ("Wang Xiaoming", "Wang Xiao Ming"),
        ("Иван Петров", "Ивана Петрова"),
        ("محمد علي", "ومحمد"),
        ("आदित्य शर्मा", "आदित्य"),
        ("Anelda van der Walt", "Anelda van der Walt"),
        ("Anelda van der Walt", "van der Walt"),
        ("Wang Xiaoming (王小明)", "Wang Xiaoming (王小明)"),
        ("Aaditya Champaneri || Aadi ", "Aaditya Champaneri || Aadi"),
        ("Dr. Ada Lindqvist, PhD", "Ada Lindqvist"),
        ("Satyam Singh(Klaus)", "Klaus"),
        ("An Do", "An Do"),
        ("Rose Young", "rose young"),
    ],
)
def test_spellings_that_people_mix_are_one_name(name: str, text: str) -> None:
    assert withholder(name).text(text, "en") == "Nick"


@pytest.mark.parametrize(
    ("name", "text", "altered"),
    [
        ("王小明", "我是王小明，小明住在北京", "我是Nick，Nick住在北京"),
        ("王小明", "我叫王 小明。王·小明", "我叫Nick。Nick"),
        ("王明", "王明说明天见", "Nick说明天见"),
        ("欧阳娜娜", "我叫娜娜", "我叫Nick"),
        ("山田太郎", "山田です。太郎です。", "Nickです。Nickです。"),
        ("佐藤健太", "佐藤健太と申します", "Nickと申します"),
        ("李和平", "我爱和平", "我爱和平"),
        ("김민준", "저는 김민준입니다", "저는 Nick입니다"),
    ],
)
def test_a_name_is_found_where_no_spaces_part_words(name: str, text: str, altered: str) -> None:
    assert withholder(name).text(text, "zh") == altered


@pytest.mark.parametrize(
    ("name", "text", "altered"),
    [
        ("Will Young", "Will you come? It will do. Young and young.", "Will you come? It will do. Nick and young."),
        ("Will Young", "Will is here. I am Will.", "Nick is here. I am Nick."),
        ("Rose Stone", "a rose on a stone, Rose said", "a rose on a stone, Nick said"),
        ("An Do", "An apple a day. I do so.", "An apple a day. I do so."),
        ("He Xu", "He is here with Xu.", "He is here with Nick."),
        ("Yo Yehudi", "Yo is a founder.", "Nick is a founder."),
        ("Ana de la Cruz", "Soy amiga de Ana de la Cruz", "Soy amiga de Nick"),
    ],
)
def test_everyday_words_are_names_only_where_they_are_written_as_such(name: str, text: str, altered: str) -> None:
    assert withholder(name).text(text, "es" if "Soy" in text else "en") == altered


def test_the_words_of_the_nickname_are_public_but_a_run_with_a_private_word_is_not() -> None:
    public = withholder("Ada Lindqvist", nickname="Ada")
    assert public.text("Ada here. Ada Lindqvist, or Lindqvist", "en") == "Ada here. Ada, or Ada"
    assert withholder("Ada Lindqvist", nickname="Ada Lindqvist").text("Ada Lindqvist", "en") == "Ada Lindqvist"
    assert withholder("王小明", nickname="小明").text("王小明，小明", "zh") == "小明，小明"


def test_without_a_nickname_the_handle_stands_in_and_a_mention_of_it_stays() -> None:
    text = withholder("Ada Lindqvist", nickname="", handle="ada").text("I am Ada (@ada)", "en")
    assert text == "I am @ada (@ada)"


def test_a_german_genitive_keeps_its_s() -> None:
    assert withholder("Ada Lindqvist").text("Adas Projekt und Lindqvists Haus", "de") == "Nicks Projekt und Nicks Haus"


@pytest.mark.parametrize(
    ("url", "spells"),
    [
        ("https://linkedin.com/in/ada-lindqvist-123", True),
        ("https://adalindqvist.example", True),
        ("https://x.example/Lindqvist%20A", True),
        ("https://x.example/%6cindqvist", True),
        ("https://github.com/adal", False),
        ("https://x.example/canada", False),
        ("lindqvist", True),
        ("h9", False),
    ],
)
def test_an_address_spells_the_name_when_it_holds_its_letters(url: str, spells: bool) -> None:
    assert withholder("Ada Lindqvist").address_spells_name(url) is spells


def test_a_well_known_host_spells_nobody() -> None:
    assert not withholder("Edin Linked").address_spells_name("https://linkedin.com/in/someone")


@pytest.mark.parametrize("text", ["see https://ada-lindqvist.example/x, ok", "see adalindqvist.com, ok"])
def test_an_address_that_spells_the_name_goes_whole(text: str) -> None:
    assert withholder("Ada Lindqvist").text(text, "en") == "see (link for members), ok"


def test_a_tag_that_holds_a_name_is_told() -> None:
    assert withholder("Ada Lindqvist").holds("Lindqvist method")
    assert not withholder("Ada Lindqvist").holds("Python")


@pytest.mark.parametrize(
    ("said", "altered"),
    [
        ("Maps by Islam K.", "Maps by Nick."),
        ("Maps by Islam K", "Maps by Nick"),
        ("Islam K.\nMaps", "Nick.\nMaps"),
        ("Islam K | Maps", "Nick | Maps"),
        ("as Islam K says", "as Nick K says"),
        ("Islam k", "Nick k"),
    ],
)
@pytest.mark.parametrize("name", ["Islam Kamel", "Mohammed Islam"])
def test_a_lone_capital_between_a_name_and_the_end_of_its_line_goes_too(name: str, said: str, altered: str) -> None:
    assert withholder(name).text(said, "en") == altered


def test_an_everyday_word_of_three_letters_gives_no_address_away() -> None:
    assert not withholder("App Lindqvist").address_spells_name("https://x.example/app-choreography")
    assert withholder("App Lindqvist").text("an app by App", "en") == "an app by Nick"


@pytest.mark.parametrize("name", ["James Cook", "Ada Cook"])
@pytest.mark.parametrize("apostrophe", "'’")
def test_a_possessive_with_a_bare_apostrophe_reads_as_any_other(name: str, apostrophe: str) -> None:
    first = name.split()[0]
    owned = f"{first}{apostrophe}" if first[-1] == "s" else f"{first}{apostrophe}s"
    assert withholder(name).text(f"{owned} book", "en") == f"Nick{apostrophe}s book"
    assert withholder(name).text(f"as 'dear {first}' says", "en") == "as 'dear Nick' says"
