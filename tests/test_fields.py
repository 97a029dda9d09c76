"""The field types: each keeps its own documentation, and what people type is read as they mean it."""

import io
import re

import pytest
from babel import Locale
from PIL import Image

from acquaint.fields import countries, languages
from acquaint.fields.contacts import is_email, is_phone
from acquaint.fields.countries import country_code
from acquaint.fields.handles import is_handle
from acquaint.fields.languages import parse_tag
from acquaint.fields.links import is_well_formed, scheme_of
from acquaint.fields.pictures import SIDE, SMALL, PictureError, square_jpegs
from acquaint.fields.reading import Reading
from acquaint.fields.registry import TYPES
from acquaint.introduction import NO_COUNTRY
from acquaint.load.source import Source
from acquaint.load.yaml_events import read_tree
from acquaint.problems import Problems
from acquaint.tree import Mapping
from acquaint.values import Code, Item, Items, Wording


def read(kind: str, text: str, name: str = "field") -> tuple[object, Problems]:
    problems = Problems()
    source = Source.of("members/ada.yml", f"{name}: {text}\n")
    tree = read_tree(source, source.text, problems)
    assert isinstance(tree, Mapping)
    beside = {"ada.jpg": _jpeg()}.get
    reading = Reading("members/ada.yml", name, problems, quotable=True, beside=lambda file, most: beside(file))
    return TYPES[kind].read(tree.entries[0][1], reading), problems


def _jpeg(size: tuple[int, int] = (40, 20), **more: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, "JPEG", **more)
    return out.getvalue()


@pytest.mark.parametrize("kind", sorted(TYPES))
def test_the_documented_example_is_read_without_a_problem(kind: str) -> None:
    value, problems = read(kind, TYPES[kind].example)
    assert value is not None
    assert not problems.found


@pytest.mark.parametrize("kind", sorted(TYPES))
def test_the_documented_wrong_example_is_reported(kind: str) -> None:
    _, problems = read(kind, TYPES[kind].wrong)
    assert problems.found


@pytest.mark.parametrize(
    "typed",
    ["NO", "no", "007", "10:30", "1.10", "1e3", "0x1F", "null", "2026-01-01", "true", "1_000", ".5", "12:30:45"],
)
def test_a_value_is_the_text_that_was_typed(typed: str) -> None:
    value, problems = read("text", typed)
    assert isinstance(value, Wording)
    assert value.versions[0][1].text == typed
    assert not problems.found


@pytest.mark.parametrize("typed", ["0301234567", "+493012345678", "0049 30 1234567", "(030) 123-4567", "138 0013 8000"])
def test_a_phone_number_keeps_its_zeros_and_signs(typed: str) -> None:
    value, problems = read("phone", typed)
    assert not problems.found
    assert value.contacts[0].value == typed  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("UK", "GB"), ("England", "GB"), ("USA", "US"), ("U.S.A.", "US"), ("the United States", "US"), ("中国", "CN"),
        ("Czech Republic", "CZ"), ("Czechia", "CZ"), ("Turkey", "TR"), ("Türkiye", "TR"), ("Türkei", "TR"), ("de", "DE"),
        ("Hong Kong", "HK"), ("香港", "HK"), ("台湾", "TW"), ("Ivory Coast", "CI"), ("Côte d'Ivoire", "CI"), ("NL", "NL"),
        ("The Netherlands", "NL"), ("Holland", "NL"), ("South Korea", "KR"), ("韩国", "KR"), ("Vereinigtes Königreich", "GB"),
        ("Viet Nam", "VN"), ("Russland", "RU"), ("Burma", "MM"), ("Ｇｅｒｍａｎｙ", "DE"), ("ÖSTERREICH", "AT"), ("美國", "US"),
    ],
)  # fmt: skip
def test_a_country_is_known_by_its_usual_names(name: str, code: str) -> None:
    assert country_code(name) == code


@pytest.mark.parametrize("name", ["Atlantis", "EU", "ZZ", "India / France", "", "Congo"])
def test_what_is_no_one_country_is_none(name: str) -> None:
    assert country_code(name) is None


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("en", "en"),
        ("EN", "en"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("pt_br", "pt-BR"),
        ("gsw", "gsw"),
        ("de-1996", "de-1996"),
    ],
)
def test_a_language_tag_gets_its_usual_case(typed: str, tag: str) -> None:
    assert parse_tag(typed) == tag


@pytest.mark.parametrize("typed", ["en-zqxfam", "xx", "e", "english", "en-", "en--us", "zz-Latn", "en-a-b"])
def test_what_is_no_language_tag_is_none(typed: str) -> None:
    assert parse_tag(typed) is None


def test_the_codes_known_without_babel_are_those_that_cldr_names() -> None:
    named = Locale.parse("en")
    spoken, lived_in = set(map(str, named.languages)), set(map(str, named.territories))
    assert {code for code in spoken if len(code) == 2} == languages.TWO_LETTERS
    assert {code for code in lived_in if re.fullmatch("[A-Z]{2}", code)} - NO_COUNTRY == countries.TWO_LETTERS


@pytest.mark.parametrize(
    ("typed", "meant"), [("German", "de"), ("中文", "zh"), ("Englisch", "en"), ("cn", "zh"), ("jp", "ja")]
)
def test_a_language_by_its_name_is_told_its_tag(typed: str, meant: str) -> None:
    value, problems = read("language", typed)
    assert value is None
    assert problems.found[0].meant == meant


@pytest.mark.parametrize(
    ("typed", "meant"), [("Berlin", "Europe/Berlin"), ("Europe/Berlyn", "Europe/Berlin"), ("Asia/Pekin", None)]
)
def test_a_misspelt_time_zone_is_told_the_nearest(typed: str, meant: str | None) -> None:
    _, problems = read("timezone", typed)
    assert meant is None or problems.found[0].meant == meant
    assert problems.found[0].law.slug == "unknown-timezone"


def test_a_time_zone_in_any_case_is_taken() -> None:
    assert read("timezone", "europe/berlin")[0] == Code("Europe/Berlin")


@pytest.mark.parametrize(
    "text", ["2024-13-45", "2023-02-29", "1.3.2026", "2026-3-1", "March 2026", "２０２６-０１-０１"]
)
def test_a_day_that_does_not_exist_is_reported(text: str) -> None:
    assert [problem.law.slug for problem in read("date", text)[1].found] == ["no-such-date"]


def test_a_colon_in_a_list_entry_is_told_to_be_quoted() -> None:
    _, problems = read("items", "[Reviewing: data models]")
    assert problems.found[0].law.slug == "wrong-type"
    assert "quotes" in str(problems.found[0].fix)


@pytest.mark.parametrize("text", ["ada@example.org", "a.b+c@sub.example.org", "数据@例子.中国", "o'brien@example.ie"])
def test_usual_e_mail_addresses_are_taken(text: str) -> None:
    assert is_email(text)


@pytest.mark.parametrize(
    "text", ["ada", "ada@", "@example.org", "ada@example", "a b@example.org", "ada@exa..mple.org", "ada@-.org"]
)
def test_what_is_no_e_mail_address_is_refused(text: str) -> None:
    assert not is_email(text)


@pytest.mark.parametrize("text", ["12345", "after six", "1234567890123456", "+49 30 12345x", "٠٣٠١٢٣٤٥٦٧a"])
def test_what_is_no_phone_number_is_refused(text: str) -> None:
    assert not is_phone(text)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", " javascript:alert(1)", "data:text/html,x",
            "vbscript:x", "file:///etc/passwd", "ftp://ada.example", "blob:x", "java\u200bscript:alert(1)"]
)  # fmt: skip
def test_a_link_that_could_run_something_is_an_error(url: str) -> None:
    assert scheme_of(url) not in ("https", "http", "mailto")
    quoted = '"' + url.replace("\t", "\\t").replace("\u200b", "\\u200b") + '"'
    value, problems = read("links", f"{{Blog: {quoted}}}")
    assert value is None
    assert problems.found[0].law.slug in ("unsafe-link", "malformed-link")


@pytest.mark.parametrize(
    ("url", "fix"),
    [
        ("https://orcid.example/ 0000-0002", "https://orcid.example/0000-0002"),
        ("https://http://ada.example", "http://ada.example"),
        ("ada.example/blog", "https://ada.example/blog"),
    ],
)
def test_a_malformed_link_is_left_out_and_mended_in_the_fix(url: str, fix: str) -> None:
    value, problems = read("links", f'{{Blog: "{url}"}}')
    assert value is None
    assert (problems.found[0].law.slug, problems.found[0].fix) == ("malformed-link", fix)


@pytest.mark.parametrize(
    "url", ["https://ada:secret@example.org/", "https:///x", "https://a", "http://[::1", "https://x.example:99999/"]
)
def test_an_address_that_cannot_work_is_malformed(url: str) -> None:
    assert not is_well_formed(url)


@pytest.mark.parametrize("text", ["Ada", "a_b", "-a", "a-", "a--b", "ä", "", "a" * 40, "a b", "ａ"])
def test_a_handle_is_of_plain_letters_digits_and_hyphens(text: str) -> None:
    assert not is_handle(text)


def test_an_item_keeps_its_day_and_audience() -> None:
    value, problems = read("items", "[{text: A job, since: 2026-11-01, for: members}]")
    assert isinstance(value, Items)
    item: Item = value.items[0]
    assert (item.said.text, str(item.day), item.audience.value) == ("A job", "2026-11-01", "members")
    assert not problems.found


def test_a_misspelt_audience_is_for_members_until_mended() -> None:
    value, problems = read("items", "[{text: A job, for: member}]")
    assert isinstance(value, Items)
    assert value.items[0].audience.value == "members"
    assert problems.found


def test_a_picture_is_drawn_anew_as_a_square_without_metadata() -> None:
    exif = Image.Exif()
    exif[0x010E] = "ada@example.org at home"
    content = _jpeg((800, 600), exif=exif, comment=b"ada@example.org")
    assert b"ada@example.org" in content
    for drawn, side in zip(square_jpegs(content), (SIDE, SMALL), strict=True):
        assert b"ada@example.org" not in drawn
        with Image.open(io.BytesIO(drawn)) as image:
            assert image.size == (side, side)
            assert not image.getexif()
            assert "comment" not in image.info


def test_a_picture_that_moves_is_refused() -> None:
    out = io.BytesIO()
    frames = [Image.new("RGB", (8, 8), color) for color in ("red", "blue")]
    frames[0].save(out, "WEBP", save_all=True, append_images=frames[1:])
    with pytest.raises(PictureError):
        square_jpegs(out.getvalue())


@pytest.mark.parametrize(
    "content", [b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF89a" + b"\0" * 40, _jpeg()[:100]]
)
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(PictureError):
        square_jpegs(content)


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded() -> None:
    out = io.BytesIO()
    Image.new("1", (20_000, 2_000)).save(out, "PNG")
    with pytest.raises(PictureError, match="pixels"):
        square_jpegs(out.getvalue())


@pytest.mark.parametrize("name", ["bob.jpg", "../ada.jpg", "ada.gif", "ada.svg", "sub/ada.jpg"])
def test_a_picture_is_called_like_its_member(name: str) -> None:
    value, problems = read("image", name)
    assert value is None
    assert problems.found[0].law.slug == "bad-image"
