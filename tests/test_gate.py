"""The gate's laws: what counts as a hit, what does not, and what its message may say."""

import pickle
from hashlib import sha256

import pytest

from acquaint.errors import LeakError
from acquaint.gate import Gate
from acquaint.rendered import Rendered
from acquaint.secrets import Secret, Shape

EMAIL = Secret("ada", "contact.email", "Ada.Lindqvist@example.org", Shape.EMAIL)
PHONE = Secret("ada", "contact.phone", "+49 30 1234567", Shape.PHONE)
ACCOUNT = Secret("ada", "contact.wechat", "anna_k", Shape.ACCOUNT)
WORD = Secret("ada", "contact.telegram", "sunshine", Shape.ACCOUNT)
ALL = (EMAIL, PHONE, ACCOUNT, WORD)


def hits(text: str, *secrets: Secret, owner: str | None = None) -> tuple[Secret, ...]:
    return Gate(secrets).hits(text, owner)


@pytest.mark.parametrize("text", ["joanna_kraft", "joanna_k", "anna_kraft", "anna_k2", "1anna_k", "éanna_k"])
def test_an_account_inside_a_longer_word_is_no_hit(text: str) -> None:
    assert hits(f"<p>{text}</p>", ACCOUNT) == ()


@pytest.mark.parametrize(
    "text", ["anna_k", "@anna_k", "(anna_k)", "微信anna_k谢谢", "وanna_k", "x/anna_k/", "anna_k.", "ANNA_K"]
)
def test_an_account_that_stands_alone_is_a_hit(text: str) -> None:
    assert hits(f"<p>{text}</p>", ACCOUNT) == (ACCOUNT,)


def test_what_an_escape_hides_before_a_word_is_no_part_of_it() -> None:
    assert hits('href="?to=%2Fanna_k"', ACCOUNT) == (ACCOUNT,)
    assert hits(r'{"bio": "line\nanna_k"}', ACCOUNT) == (ACCOUNT,)
    assert hits('href="?to=jo%61nna_kraft"', ACCOUNT) == ()


@pytest.mark.parametrize(
    "text",
    ["<b>ada.lindqvist</b>@example.org", "ada.lindqvist@<wbr>example.org", "ada.lind<!-- > -->qvist@example.org"],
)
def test_a_value_that_only_tags_interrupt_is_a_hit(text: str) -> None:
    assert hits(f"<p>Write to {text}, please</p>", EMAIL) == (EMAIL,)


@pytest.mark.parametrize(
    "text", ["ask at the bakery", "ask at\nthe  bakery", "ask <b>at</b>\n the&#32;bakery", "Ask+at%0Athe+bakery"]
)
@pytest.mark.parametrize("value", ["ask at the bakery", "ask at\nthe bakery\n"])
def test_a_phrase_is_found_however_its_lines_break(text: str, value: str) -> None:
    phrase = Secret("ada", "contact.other", f"7 {value}", Shape.ACCOUNT)
    assert hits(f"<p>Please 7 {text}, 7</p>", phrase) == (() if "+" in text else (phrase,))


def test_letters_beyond_the_first_plane_are_found_escaped() -> None:
    odd = Secret("ada", "contact.line", "ada_\U00020000", Shape.ACCOUNT)
    assert hits('{"say": "ada_\\ud840\\udc00"}', odd) == (odd,)
    assert hits('{"say": "ada_\\udc00\\ud840"}', odd) == ()


def test_an_account_that_may_be_a_word_counts_on_its_owners_page_only() -> None:
    assert hits("Sunshine, at last", WORD, owner="ada") == (WORD,)
    assert hits("Sunshine, at last", WORD, owner="grace") == ()
    assert hits("Sunshine, at last", WORD) == ()


@pytest.mark.parametrize("value", ["sun_shine", "sunshine7", "sun.shine", "sunshinesunshine"])
def test_an_account_that_is_no_word_counts_on_every_page(value: str) -> None:
    secret = Secret("ada", "contact.telegram", value, Shape.ACCOUNT)
    assert hits(f"<p>{value}</p>", secret, owner="grace") == (secret,)


@pytest.mark.parametrize("text", ["José", "jose\u0301", "JOSÉ"])
def test_another_accent_makes_another_word(text: str) -> None:
    assert hits(f"<h1>{text}</h1>", Secret("ada", "contact.telegram", "jose", Shape.ACCOUNT), owner="ada") == ()
    accented = Secret("ada", "contact.telegram", "josé", Shape.ACCOUNT)
    assert hits(f"<h1>{text}</h1>", accented, owner="ada") == (accented,)


@pytest.mark.parametrize("text", ["s\u0336u\u0336nshine", "sunshine\u20dd", "\u0336sunshine", "sun\u034fshine"])
def test_a_mark_that_makes_no_letter_of_its_own_hides_no_word(text: str) -> None:
    assert hits(f"<p>{text}</p>", WORD, owner="ada") == (WORD,)


@pytest.mark.parametrize("text", ["한국어anna_k입니다", "가각anna_k", "\u1100\u1161anna_k\u1112\u1161\u11ab"])
def test_korean_beside_an_account_is_no_part_of_it(text: str) -> None:
    assert hits(f"<p>{text}</p>", ACCOUNT) == (ACCOUNT,)


def test_a_syllable_of_korean_is_no_part_of_another() -> None:
    korean = Secret("ada", "contact.line", "김가_7가", Shape.ACCOUNT)
    assert hits("<p>김가_7각</p>", korean) == ()
    assert hits("<p>김가_7가는</p>", korean) == (korean,)


def test_a_secret_below_three_characters_is_not_searched() -> None:
    assert hits("ab 12 ab", Secret("ada", "contact.qq", "ab", Shape.ACCOUNT), owner="ada") == ()


@pytest.mark.parametrize(
    "text",
    [
        "+49 30 1234567",
        "0049 (30) 123-45-67",
        "030 1234567",
        "030/123.45.67",
        "tel:+49301234567",
        "+４９　３０　１２３４５６７",
        "+49\u00a030\u20111234567",
        "%2B49+30+1234567",
        "电话+49301234567微信",
        "٠٣٠ ١٢٣٤٥٦٧",
        "seit 2024 030 1234567 und 2025",
        "2026-11-01 030 1234567",
        "+49 <b>30</b> <i>1234567</i>",
        "+49&nbsp;<b class='x1'>30</b>&#47;<i><u>123</u></i>, <i>4567</i>",
        "030<!-- 99 <b> -->123<!---->4567",
        "+49_30_123_4567",
        "030 : 123|45~67",
        "+49,30,1,2,3,4,5,6,7",
        "+49 • 30 ** 123 * 4567",
        "030&#39;123&apos;4567",
        "+49 30</td>\n      <td>123</td>\n      <td>4567",
    ],
)
def test_a_phone_is_found_however_it_is_written(text: str) -> None:
    assert hits(f"<p>{text}</p>", PHONE) == (PHONE,)


@pytest.mark.parametrize(
    "text",
    [
        "2030 12345678",
        "99999999301234567",
        "a301234567",
        "301234567f",
        "30 123 4568",
        "49301234567x",
        "30 :::: 1234567",
    ],
)
def test_other_digits_are_no_phone(text: str) -> None:
    assert hits(f"<p>{text}</p>", PHONE) == ()


def test_a_phone_too_short_to_be_one_counts_on_its_owners_page_only() -> None:
    short = Secret("ada", "contact.phone", "4711", Shape.PHONE)
    assert hits("room 4711", short, owner="ada") == (short,)
    assert hits("room 4711", short) == ()


def test_a_phone_that_looks_like_a_day_is_not_found_in_a_day() -> None:
    danish = Secret("ada", "contact.phone", "20261101", Shape.PHONE)
    assert hits('<time datetime="2026-11-01">', danish) == ()
    assert hits("Call 20 26 11 01", danish) == (danish,)


def test_days_in_a_list_are_no_phone() -> None:
    danish = Secret("ada", "contact.phone", "20261101", Shape.PHONE)
    assert hits('["2026-11-01","2026-11-02"], 2026-11-01, 2026-11-03', danish) == ()


def test_signs_among_bytes_join_no_digits() -> None:
    gate = Gate([Secret("ada", "contact.phone", "030 1234567", Shape.PHONE)])
    picture = Rendered("members/grace/avatar.jpg", b"\xff0~3*0:1~2:3|4,5\xff6\xff7\xd9", "grace")
    told = None
    try:
        gate.inspect(picture)
    except LeakError as leak:
        told = leak
    assert told is None


def test_nothing_is_found_in_pages_without_a_secret() -> None:
    gate = Gate(ALL)
    for number in range(300):
        digest = sha256(str(number).encode()).hexdigest()
        page = (
            f'<link href="../../assets/site.css?v={digest[:8]}"><time datetime="2026-{number % 12 + 1:02}-01">'
            f'<a href="https://example.org/u/{int(digest[:12], 16)}/">Anna K.</a> anna kraft &amp; JavaScript {digest} '
            f"ada@example.org lindqvist@example.org 030 {number:07} {number}/{number + 60} %E6%95%B0%E6%8D%AE"
        )
        assert gate.hits(page, None) == ()


def test_the_message_names_output_member_and_field_only() -> None:
    page = Rendered("members/x/index.html", b"<p>ada.lindqvist@example.org</p>", "grace")
    with pytest.raises(LeakError) as raised:
        Gate(ALL).inspect(page)
    assert str(raised.value) == "public/members/x/index.html holds ada's contact.email; nothing was published"


def test_the_message_names_five_hits_at_most() -> None:
    many = [Secret(f"m{n}", "contact.email", f"person{n}@example.org", Shape.EMAIL) for n in range(8)]
    page = Rendered("index.html", " ".join(secret.value for secret in many).encode())
    with pytest.raises(LeakError) as raised:
        Gate(many).inspect(page)
    message = str(raised.value)
    assert message.count("contact.email") == 5
    assert "and 3 more" in message
    assert "person" not in message


def test_a_path_is_searched_and_not_repeated() -> None:
    with pytest.raises(LeakError) as raised:
        Gate(ALL).inspect(Rendered("u/%61nna_k/index.html", b"", None))
    assert str(raised.value) == "the address of a page holds ada's contact.wechat; nothing was published"


def test_a_handle_that_is_a_secret_is_not_repeated() -> None:
    same = Secret("anna-k7", "contact.telegram", "anna-k7", Shape.ACCOUNT)
    with pytest.raises(LeakError) as raised:
        Gate([same]).inspect(Rendered("index.html", b"<p>anna-k7</p>"))
    assert "anna-k7" not in str(raised.value)


@pytest.mark.parametrize("secret", [EMAIL, PHONE], ids=["email", "phone"])
def test_pictures_are_searched_for_plain_values(secret: Secret) -> None:
    picture = Rendered("members/ada/avatar.jpg", b"\xff\xd8\xff\xfe\x00\x1fC" + secret.value.encode() + b"\xff\xd9")
    with pytest.raises(LeakError):
        Gate(ALL).inspect(picture)


def test_a_short_value_among_bytes_counts_in_its_owners_picture_only() -> None:
    content = b"\xff\xd8\xff\xfe\x00anna_k\x00\xff\xd9"
    Gate(ALL).inspect(Rendered("members/grace/avatar.jpg", content, "grace"))
    with pytest.raises(LeakError):
        Gate(ALL).inspect(Rendered("members/ada/avatar.jpg", content, "ada"))


def test_one_value_of_two_members_names_both() -> None:
    shared = [Secret(handle, "contact.email", "us@example.org", Shape.EMAIL) for handle in ("ada", "grace")]
    assert hits("us@example.org", *shared) == tuple(shared)


def test_a_gate_without_secrets_lets_everything_pass() -> None:
    Gate([]).inspect(Rendered("index.html", b"ada@example.org"))
    assert Gate([]).hits("ada@example.org", "ada") == ()


def test_a_gate_survives_pickling() -> None:
    again: Gate = pickle.loads(pickle.dumps(Gate(ALL)))
    assert again.hits("anna_k", None) == (ACCOUNT,)


@pytest.mark.parametrize(
    "text",
    [
        "&" * 100_000,
        "&#" + "1" * 100_000,
        "%41" * 50_000,
        "\\u0041" * 30_000,
        "aA" * 80_000,
        "1 " * 80_000,
        "<a" * 80_000,
        "<!--" * 40_000,
        "1<!-- <b -" * 20_000,
        ";<b>" * 40_000,
        "1<b>," * 40_000,
        "1, " * 60_000,
        "xsunshine " * 20_000,
        "ym9i " * 30_000,
        "1\n" * 60_000,
        "<b>\n" * 40_000,
        "1<a\n" * 40_000,
        "\n" * 100_000,
    ],
    ids=(
        "amp entity percent backslash base64 digits tags comments open-comments ends-and-tags digits-and-tags list "
        "words tokens lines empty-lines open-lines breaks"
    ).split(),
)
def test_hostile_pages_are_searched_in_linear_time(text: str) -> None:
    gate = Gate([*ALL, Secret("ada", "contact.line", "bob", Shape.ACCOUNT)])
    for owner in (None, "ada"):
        assert gate.hits(text, owner) == ()
        assert gate.hits(f"{text} <p>anna_k</p>", owner) == (ACCOUNT,)
