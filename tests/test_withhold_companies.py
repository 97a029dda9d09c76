"""What of a member's free text repeats their private company, and how the sentence reads after."""

import pytest

from acquaint.withhold import Person, Withholder


def text(company: str, said: str, lang: str = "en") -> str:
    return Withholder(Person("Nick", "nick", "Nick", companies=(company,))).text(said, lang)


@pytest.mark.parametrize(
    ("said", "altered"),
    [
        ("She works at Northwind Data.", "She works at an organisation."),
        ("I lead the Northwind Data team.", "I lead an organisation's team."),
        ("I'm a Northwind Data engineer", "I'm an organisation's engineer"),
        ("Northwind Data's warehouse", "An organisation's warehouse"),
        ("Northwind Data is fun. Northwind-Data too.", "An organisation is fun. An organisation too."),
        ("our Northwind Data team, ex-Northwind Data", "our organisation's team, ex-organisation"),
        ("at NORTHWIND DATA GmbH, northwind data Ltd.", "at an organisation, an organisation."),
        ("engineer @NorthwindData", "engineer at an organisation"),
        ("at the Northwind Data, Inc., we", "at an organisation, we"),
        ("the north wind and data", "the north wind and data"),
    ],
)
def test_a_company_gives_way_so_that_the_sentence_reads(said: str, altered: str) -> None:
    assert text("Northwind Data", said) == altered


@pytest.mark.parametrize(
    ("company", "said", "altered"),
    [
        ("Apple", "At Apple I eat an apple.", "At an organisation I eat an apple."),
        ("Box", "Box is a box of ideas", "An organisation is a box of ideas"),
        ("Open Circle", "an open circle, Open Circle", "an open circle, an organisation"),
        ("IT", "it is IT", "it is an organisation"),
        ("Freelance", "I am a freelance writer", "I am a freelance writer"),
    ],
)
def test_everyday_words_are_a_company_only_in_capitals(company: str, said: str, altered: str) -> None:
    assert text(company, said) == altered


@pytest.mark.parametrize(
    ("company", "said"),
    [
        ("The Alan Turing Institute", "the Alan Turing Institute"),
        ("Alan Turing Institute", "The Alan Turing Institute"),
        ("European Bioinformatics Institute (EBI)", "EBI"),
        ("European Bioinformatics Institute (EBI)", "the European Bioinformatics Institute (EBI)"),
        ("Embl-Ebi", "EMBL-EBI"),
        ("University Of York; Software Sustainability Institute", "the Software Sustainability Institute"),
        ("Imperial College London/ The Alan Turing Institute", "Imperial College London"),
        ("Research lead at Talarify", "Talarify"),
        ("Brigham And Women'S Hospital", "Brigham & Women's Hospital"),
        ("Texas A&M University", "Texas A and M University"),
        ("Binnobase Llc.", "Binnobase"),
        ("MetaDocencia", "Meta Docencia"),
        ("F1000Research", "F1000Research"),
        ("Protocols.io", "protocols.io"),
        ("Yahoo!", "Yahoo!"),
        ("Université de Montréal", "Universite de Montreal"),
    ],
)
def test_parts_spellings_and_short_forms_of_a_company_are_found(company: str, said: str) -> None:
    assert text(company, f"I was with {said} then") == "I was with an organisation then"


@pytest.mark.parametrize(
    ("company", "said"),
    [
        ("CRG, Barcelona", "I live in Barcelona"),
        ("University of Reading, UK", "in the UK"),
        ("Student at University", "As a student at university, Student life"),
        ("Notion", "that is not ion exchange"),
        ("Northwind, Data Science", "I teach Data Science"),
        ("3M", "a 13M grant, 3Mbit"),
    ],
)
def test_what_says_nothing_of_the_company_stays(company: str, said: str) -> None:
    assert text(company, said) == said


@pytest.mark.parametrize(
    ("lang", "said", "altered"),
    [
        ("de", "Ich arbeite bei Northwind Data.", "Ich arbeite bei einer Organisation."),
        ("de", "Northwind Data ist gut.", "Eine Organisation ist gut."),
        ("de", "Ich bin beim Northwind Data.", "Ich bin beim Unternehmen."),
        ("zh", "我在Northwind Data工作", "我在所在机构工作"),
        ("fr", "Je suis chez Northwind Data", "Je suis chez une organisation"),
        ("es", "Trabajo en la Northwind Data", "Trabajo en una organización"),
        ("sv", "Jag arbetar på Northwind Data", "Jag arbetar på […]"),
        ("en-GB", "at Northwind Data", "at an organisation"),
    ],
)
def test_the_neutral_word_is_of_the_texts_language(lang: str, said: str, altered: str) -> None:
    assert text("Northwind Data", said, lang) == altered


@pytest.mark.parametrize(
    ("company", "said", "altered"),
    [
        ("北光科技有限公司", "我在北光科技工作", "我在所在机构工作"),
        ("株式会社メルカリ", "株式会社メルカリ", "所在机构"),
        ("腾讯 (Tencent)", "腾讯很好，Tencent", "所在机构很好，所在机构"),
        ("自由职业", "我是自由职业者", "我是自由职业者"),
    ],
)
def test_a_company_is_found_where_no_spaces_part_words(company: str, said: str, altered: str) -> None:
    assert text(company, said, "zh") == altered


def test_a_company_that_holds_the_name_goes_whole_and_a_name_that_holds_the_company_too() -> None:
    withholder = Withholder(Person("Nick", "nick", "Nick", ("Ada Lindqvist",), ("Lindqvist Data",)))
    assert withholder.text("Ada Lindqvist of Lindqvist Data", "en") == "Nick of an organisation"
    alone = Withholder(Person("Nick", "nick", "Nick", ("Ada Lindqvist",), ("Lindqvist",)))
    assert alone.text("Ada Lindqvist here", "en") == "Nick here"


def test_an_address_that_spells_the_company_goes_whole() -> None:
    assert text("Northwind Data", "see https://northwinddata.example/a.") == "see (link for members)."


@pytest.mark.parametrize(
    ("company", "said"),
    [
        ("Universidad Nacional de Quilmes & Conicet", "Universidad Nacional de Quilmes"),
        ("Universidad Nacional de Quilmes & Conicet", "CONICET"),
        ("Conicet and Universidad Nacional de Quilmes", "Universidad Nacional de Quilmes"),
        ("Northwind Foods, Itc", "ITC"),
        ("Itc", "ITC"),
        ("Sib Swiss Institute Of Bioinformatics", "SIB"),
        ("Kwame Nkrumah University of Science and Technology", "KNUST"),
        ("University College London", "UCL"),
        ("Institute For Globally Distributed Open Research And Education", "IGDORE"),
        ("Embl European Bioinformatics Institute", "EMBL-EBI"),
        ("Embl European Bioinformatics Institute", "EBI"),
        ("Tata Northwind Services Ltd", "TNS"),
        ("Northwind Data", "Northwind Data (NWD)"),
        ("Northwind Data, Inc.", "Northwind Data, Inc. (NWD)"),
        ("Sib Swiss Institute Of Bioinformatics", "SIB (Swiss Institute of Bioinformatics)"),
    ],
)
def test_sides_capitals_initials_and_short_forms_of_a_company_are_found(company: str, said: str) -> None:
    assert text(company, f"I was with {said} then") == "I was with an organisation then"


@pytest.mark.parametrize(
    ("company", "said"),
    [
        ("University of Reading, Usa", "in the USA, reading"),
        ("Dna Northwind", "I study DNA"),
        ("University College London", "the ucl of nucleus, UCLA, Ucl, London"),
        ("Not Employed", "I do NOT know"),
        ("Code for Science and Society", "a Code for Science"),
        ("Department of Physics and Astronomy", "Department of Physics"),
    ],
)
def test_capitals_that_say_nothing_of_the_company_stay(company: str, said: str) -> None:
    assert text(company, said) == said


def test_a_name_or_a_common_short_form_in_brackets_behind_a_company_is_not_taken_for_its_short_form() -> None:
    withholder = Withholder(Person("Nick", "nick", "Nick", ("LINDQVIST",), ("Northwind Data",)))
    assert withholder.text("at Northwind Data (LINDQVIST)", "en") == "at an organisation (Nick)"
    assert withholder.text("at Northwind Data (UK), (CEO)", "en") == "at an organisation (UK), (CEO)"


@pytest.mark.parametrize(
    ("said", "altered"),
    [
        ("Fellow at Northwind Data Center for Maps", "Fellow at an organisation's Center for Maps"),
        ("At the Northwind Data symposium", "At an organisation's symposium"),
        ('in the "Northwind Data" book', 'in "an organisation" book'),
        ("of the [Northwind Data project](x)", "of [an organisation's project](x)"),
        ("at the @NorthwindData stand", "at an organisation stand"),
        ("At Northwind Data I write. At Northwind Data We", "At an organisation I write. At an organisation We"),
        ("Writer At Northwind Data And Cook", "Writer At an organisation And Cook"),
        ("our Northwind Data Center", "our organisation's Center"),
        ("Northwind Datas' lab", "An organisation's lab"),
    ],
)
def test_what_belongs_to_a_company_is_said_to_and_articles_never_double(said: str, altered: str) -> None:
    company = "Northwind Datas" if "Datas" in said else "Northwind Data"
    assert text(company, said) == altered


@pytest.mark.parametrize("name", ["Ada Lindqvist", "Prince", "王小明", "Will Young", "Dr. Ada Lindqvist, PhD"])
def test_a_name_behind_a_company_is_not_taken_for_what_belongs_to_it(name: str) -> None:
    withholder = Withholder(Person("Nick", "nick", "Nick", (name,), ("Northwind Data",)))
    assert withholder.text(f"At Northwind Data {name}", "en") == "At an organisation Nick"
