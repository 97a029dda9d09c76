"""The message to the organiser: it is read back as it was written, also after a chat had its way with it."""

import re
import time
from collections.abc import Callable, Mapping
from gettext import NullTranslations
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from acquaint.catalogues import ENGLISH, Catalogue
from acquaint.drafting.audience import public_part
from acquaint.drafting.draft import Draft, tidy
from acquaint.drafting.file import to_file
from acquaint.drafting.message import to_message
from acquaint.drafting.received import from_message
from acquaint.problems import Problems
from chance import examples
from drafts import COMMUNITY, TEXT, USUAL, WILD, told

SAMPLE = Draft(
    "van-dyk",
    {
        "nickname": "Quill",
        "headline": {"en": "I draw maps: slowly, and by hand", "zh": "我慢慢地画地图"},
        "skills": ["Writing", "C++", {"text": "Payroll", "for": "members"}],
        "offers": ["Reading your first two pages, within a week", "An hour a month"],
        "asks": [{"text": "A quiet room on Tuesdays", "since": "2026-11-01"}, {"text": "A new job", "since": "2026-11-01", "for": "members"}],
        "working_on": {"text": "An open map of rain barrels", "since": "2026-09-01"},
        "availability": ["visitors", {"mentoring": "2027-01-31"}],
        "city": "Port-au-Prince",
        "timezone": "America/Port-au-Prince",
        "languages": ["en", "pt-BR"],
        "links": {"Blog": "https://ada.example/a-b?c=d", "Mail": "mailto:a-b@ada.example"},
        "ask_me_about": "Night trains, and why 1) they are late",
        "name": "Quill Adebayo",
        "contact": {"email": "ada-l@example.org", "phone": "+49 30 23125-001", "website": "https://ada.example/x"},
        "birthday": "03-14",
        "introduced_by": "grace",
        "private": ["city", "timezone", "ask_me_about"],
        "public": ["contact.email"],
        "lang": "en",
        "bio": "I came by night train and stayed.\nSecond line.\n\nThings I like:\n\n- bread\n- boats\n  - small ones\n\nname: is no key here. [name]: neither",
    },
)  # fmt: skip


def written(draft: Draft) -> str:
    return to_message(draft, COMMUNITY, "en", ENGLISH)


def received(text: str) -> Draft:
    problems = Problems()
    draft = from_message(text, COMMUNITY, problems)
    assert draft is not None, (told(problems), text)
    return draft


def plain(draft: Draft) -> Draft:
    """`draft` with entries that are a text alone as that text: both are read as the same."""
    return Draft(draft.handle, {name: _plain(name, answer) for name, answer in tidy(draft).answers.items()})


def _plain(name: str, answer: Any) -> Any:
    if isinstance(answer, list):
        return [_plain(name, item) for item in answer]
    return answer["text"] if isinstance(answer, dict) and set(answer) == {"text"} else answer


@examples(400)
@given(draft=st.one_of(USUAL, WILD))
@example(draft=SAMPLE)
def test_a_message_gives_back_what_was_written(draft: Draft) -> None:
    assert plain(received(written(draft))) == plain(draft)


def _lines(change: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: "\n".join(map(change, text.split("\n")))


def _curly(text: str) -> str:
    return re.sub('"([^"]*)"', "“\\1”", text).replace("'", "’")


def _linked(text: str) -> str:
    return re.sub(
        r"https://[^\s\])>*_]+", lambda link: f"[{link.group().removeprefix('https://')}]({link.group()})", text
    )


def _mailed(text: str) -> str:
    return re.sub(r"(?<![\w:–-])[\w–-]+@[a-z.-]+", lambda mail: f"{mail.group()} <mailto:{mail.group()}>", text)


MANGLES: Mapping[str, Callable[[str], str]] = {
    "smart quotes": _curly,
    "lost indents": _lines(str.lstrip),
    "full-width colons": lambda text: text.replace(": ", "：").replace(":\n", "：\n"),
    "full-width brackets": lambda text: text.translate(str.maketrans("[]", "【】")),
    "other full-width brackets": lambda text: text.translate(str.maketrans("[]", "［］")),
    "full-width parentheses": lambda text: text.translate(str.maketrans("()", "（）")),
    "every hyphen": lambda text: text.replace("-", "–"),
    "eaten emphasis": lambda text: re.sub("[_*]", "", text),
    "full-width commas": lambda text: text.replace(", ", "，"),
    "full-width entries": lambda text: re.sub(r"^(\d+)\) ", "\\1） ", text, flags=re.MULTILINE),
    "dots behind numbers": lambda text: re.sub(r"^(\d+)\) ", "\\1. ", text, flags=re.MULTILINE),
    "bullets": lambda text: re.sub(r"^(\s*)[-*] ", "\\1• ", text, flags=re.MULTILINE),
    "bullets before numbers": lambda text: re.sub(r"^(?=\d+\) )", "• ", text, flags=re.MULTILINE),
    "quoting": _lines(lambda line: f"> {line}"),
    "quoting twice": _lines(lambda line: f">> {line}" if line else ">>"),
    "blank lines lost": lambda text: re.sub(r"\n+", "\n", text),
    "blank lines between": lambda text: text.replace("\n", "\n\n"),
    "trailing blanks": _lines(lambda line: f"{line}  "),
    "crlf": lambda text: text.replace("\n", "\r\n"),
    "unbreakable blanks": lambda text: text.replace(" ", "\u00a0"),
    "marks of direction": _lines(lambda line: f"\u200e\u2068{line}\u2069"),
    "a chat's header": lambda text: f"[21.11.26, 10:14:03] Quill: {text}",
    "a header above": lambda text: f"Quill, [21.11.2026 10:14]\nHello! Here it is:\n\n{text}",
    "a signature": lambda text: f"{text}\n-- \nQuill\nSent from my telephone: [name]: x\n",
    "capital keys": lambda text: re.sub(
        r"^([^|\n]*?)\[([a-z])", lambda key: f"{key.group(1)}[{key.group(2).upper()}", text, flags=re.MULTILINE
    ),
    "dashes": lambda text: text.replace("--", "—").replace(" - ", " — "),
    "long dashes in dates": lambda text: re.sub(r"(?<=\d)-(?=\d)", "–", text),
    "bold labels": _lines(lambda line: line if "|" in line else re.sub(r"^([^\d].*?\[[^\]]*\]):", "**\\1:**", line)),
    "bold labels without the colon": _lines(
        lambda line: line if "|" in line else re.sub(r"^([^\d].*?\[[^\]]*\]):", "*\\1*:", line)
    ),
    "italic lines": _lines(lambda line: f"_{line}_" if line and "|" not in line else line),
    "code": lambda text: f"```\n{text}```\n",
    "angle brackets": lambda text: re.sub(r"(?<![(\[<])https://[^\s\])>*_]+", "<\\g<0>>", text),
    "links": _linked,
    "mail links": _mailed,
    "escaped brackets": lambda text: text.replace("[", "\\[").replace("]", "\\]"),
}


def folded(answer: Any) -> Any:
    """`answer` without what quotes, dashes, commas, colons and blanks a chat may have chosen."""
    if isinstance(answer, dict):
        return {folded(key): folded(value) for key, value in answer.items()}
    if isinstance(answer, list):
        return [folded(item) for item in answer]
    answer = answer.replace("（", "(").replace("）", ")")
    text = re.sub(r"\[([^\]]*)\]\(([^)]*)\)|<([^<>]*)>", "", answer).replace("•", "-")
    text = re.sub("[，,：:‘’“”\"'【】［］\\[\\]\\\\\u2066-\u2069\u200e]", " ", re.sub("[—–]|--", "-", text))
    return re.sub(r"[ \u00a0\t]+", " ", re.sub(r" *\n *", "\n", text)).strip()


@pytest.mark.parametrize("mangle", MANGLES)
def test_a_message_survives_what_a_chat_does_to_it(mangle: str) -> None:
    assert folded(received(MANGLES[mangle](written(SAMPLE))).answers) == folded(dict(SAMPLE.answers))


@examples(300)
@example(mangles=["italic lines", "marks of direction", "bold labels"])
@example(mangles=["italic lines", "quoting", "bold labels"])
@example(mangles=["capital keys", "full-width colons", "unbreakable blanks"])
@given(mangles=st.lists(st.sampled_from(sorted(MANGLES)), max_size=4, unique=True))
def test_a_message_survives_several_of_them(mangles: list[str]) -> None:
    # Two ways to link one address make an address of neither, and brackets are of one width.
    for one, other in (("links", "angle brackets"), ("full-width brackets", "other full-width brackets")):
        mangles = [mangle for mangle in mangles if mangle != other or one not in mangles]
    text = written(SAMPLE)
    # Line ends are changed by what carries a text, after all else.
    for mangle in sorted(mangles, key=lambda mangle: mangle == "crlf"):
        text = MANGLES[mangle](text)
    assert folded(received(text).answers) == folded(dict(SAMPLE.answers))


LINES = written(SAMPLE).split("\n")


def refused(text: str) -> list[tuple[str, int]]:
    """The problems of a message that isn't taken: law and line."""
    problems = Problems()
    assert from_message(text, COMMUNITY, problems) is None
    assert not re.search("Quill Adebayo|ada-l|zebra|23125", repr(list(problems)), re.IGNORECASE), (
        "a problem quotes nothing"
    )
    return [(law, line) for law, line, _ in told(problems)]


def changed(old: str, new: str) -> str:
    text = written(SAMPLE)
    assert old in text
    return text.replace(old, new)


def line_of(part: str) -> int:
    return next(number for number, line in enumerate(LINES, start=1) if part in line)


@pytest.mark.parametrize(
    ("text", "law", "line"),
    [
        ("Hello! I'd like to join.", "no-front-matter", 1),
        ("", "no-front-matter", 1),
        ("a" * 70_000, "file-too-large", 0),
        (changed("[end 5]", ""), "wrong-type", len(LINES) - 1),
        (changed("Name [name]:", "Name [nmae]:"), "unknown-field", line_of("Name [name]:")),
        (changed("Name [name]:", "Name (name):"), "wrong-type", line_of("Name [name]:")),
        (changed("Name [name]:", "Name"), "wrong-type", line_of("Name [name]:")),
        (changed("City [city]:", "City [nickname]:"), "duplicate-key", line_of("[city]:")),
        (changed("2) C++\n", ""), "wrong-type", line_of("2) C++")),
        (changed("2) C++", "Zebra"), "wrong-type", line_of("2) C++")),
        (changed("[since 2026-11-01]\n", "[since spring]\n"), "no-such-date", line_of("A quiet room")),
        (changed("[members only]", "(members only)"), "no-such-date", line_of("Payroll")),
        (changed("1) Blog = ", "1) "), "wrong-type", line_of("Blog")),
        (changed("[handle]: van-dyk", "[handle]: Zebra Zebrasson"), "bad-handle", 0),
        (changed("[bio]:", "[bio raw]:"), "wrong-type", line_of("[bio]:")),
        (changed("City [city]: Port-au-Prince", "City [city]:\n1) Zebra"), "wrong-type", line_of("[city]:")),
        (written(SAMPLE) * 2, "", 0),
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_told_with_its_line_and_never_guessed(text: str, law: str, line: int) -> None:
    if not law:
        assert received(text) == received(written(SAMPLE)), "what follows the end is somebody else's"
        return
    assert (law, line) in refused(text)


def test_an_address_behind_another_label_is_never_taken_for_it() -> None:
    for linked in ("ada-l@example.org <mailto:l@example.org>", "[ada-l@example.org](mailto:l@example.org)"):
        text = to_file(received(changed("]: ada-l@example.org", f"]: {linked}")), COMMUNITY)
        assert "email: l@example.org" not in text and "ada-l" in text


@pytest.mark.parametrize("length", [1, 2, 5])
def test_a_message_that_lost_lines_opens_nothing(length: int) -> None:
    for start in range(1, len(LINES)):
        draft = from_message("\n".join([*LINES[:start], *LINES[start + length :]]), COMMUNITY, Problems())
        if draft is not None:
            seen = to_file(public_part(draft, COMMUNITY), COMMUNITY)
            assert not re.search("Payroll|A new job|Port-au|Adebayo|23125|Night trains", seen), start


@pytest.mark.parametrize("length", [1, 40, 400])
def test_a_message_that_was_cut_short_is_refused(length: int) -> None:
    assert refused(written(SAMPLE).rstrip()[:-length])


def test_a_broken_mark_never_opens_what_is_for_members() -> None:
    for broken in ("(members only)", "members only", "{Members only}", "– members only.", "〈members only〉"):
        assert ("no-such-date", line_of("Payroll")) in refused(
            changed(
                "[members only]",
                broken,
            )
        )


@pytest.mark.parametrize("sign", ["• ", "•", "· ", "* ", "- ", "– "])
def test_entries_behind_bullets_are_entries(sign: str) -> None:
    text = re.sub(r"^\d+\) ", sign, written(SAMPLE), flags=re.MULTILINE)
    assert folded(received(text).answers) == folded(dict(SAMPLE.answers))


@pytest.mark.parametrize("length", [1, 2, 5])
@pytest.mark.parametrize("narrowed", ["asks", "offers", "skills", "links"])
def test_a_message_of_bullets_that_lost_lines_opens_nothing(narrowed: str, length: int) -> None:
    draft = Draft(SAMPLE.handle, {**SAMPLE.answers, "private": ["city", "timezone", "ask_me_about", narrowed]})
    lines = re.sub(r"^\d+\) ", "• ", written(draft), flags=re.MULTILINE).split("\n")
    secret = {
        "asks": "A quiet room", "offers": "Reading your|An hour", "skills": "Writing|C\\+\\+", "links": "Blog|b[?]c=d",
    }[narrowed]  # fmt: skip
    for start in range(1, len(lines)):
        taken = from_message("\n".join([*lines[:start], *lines[start + length :]]), COMMUNITY, Problems())
        if taken is not None:
            seen = to_file(public_part(taken, COMMUNITY), COMMUNITY)
            assert not re.search(f"Payroll|A new job|Port-au|Adebayo|23125|Night trains|{secret}", seen), start


@pytest.mark.parametrize("length", [1, 2, 3])
@pytest.mark.parametrize("answers", [{"private": ["asks"], "asks": ["Zebra", "Zebras"]}, {"allergies": ["Zebra"]}])
def test_entries_without_numbers_never_pass_to_the_list_above(answers: dict[str, Any], length: int) -> None:
    draft = Draft("quill", {"nickname": "Quill", "offers": ["An hour a month", "A cake"], **answers})
    lines = re.sub(r"^\d+\) ", "• ", written(draft), flags=re.MULTILINE).split("\n")
    assert "Zebra" in "".join(lines) and "Zebra" not in to_file(public_part(draft, COMMUNITY), COMMUNITY)
    for start in range(1, len(lines)):
        taken = from_message("\n".join([*lines[:start], *lines[start + length :]]), COMMUNITY, Problems())
        assert taken is None or "Zebra" not in to_file(public_part(taken, COMMUNITY), COMMUNITY), start


def test_a_line_below_a_list_that_may_be_an_entry_is_told_with_its_number() -> None:
    for line in ("Zebra", "• Zebra"):
        problems = Problems()
        assert from_message(changed("2) C++", line), COMMUNITY, problems) is None
        first = next(iter(problems))
        assert first.span and first.span.line == line_of("2) C++")
        assert str(first.fix).startswith("Begin it with 2)")


def test_a_long_line_that_mail_broke_is_joined_and_no_other() -> None:
    long = "I draw maps of harbours and of the ways to them, slowly and by hand, for whoever asks nicely"
    text = written(Draft("quill", {"headline": long, "name": "Quill Adebayo"}))
    broken = text.replace("slowly and", "slowly\nand")
    assert received(broken).answers["headline"] == long
    assert refused(text.replace("Name [name]: ", "Name (name): ")) == [("wrong-type", 3)]


def test_it_says_so_where_a_key_was_meant() -> None:
    problems = Problems()
    assert from_message(changed("[ask_me_about]", "[ask_me_abut]"), COMMUNITY, problems) is None
    assert [problem.meant for problem in problems] == ["ask_me_about"]


def test_labels_may_be_in_any_language_and_hold_any_sign() -> None:
    class German(NullTranslations):
        """Translations in which a mark begins otherwise than its code."""

        def gettext(self, message: str) -> str:
            return {"members only": "nur für Mitglieder", "since {day}": "seit {day}", "until {day}": "bis {day}"}.get(
                message, message
            )

        def pgettext(self, context: str, message: str) -> str:
            return {"Nickname": "Spitz[name]: 1) *"}.get(message, message)

    text = to_message(SAMPLE, COMMUNITY, "de", Catalogue("de", German()))
    assert "3) Payroll [members: nur für Mitglieder]" in text
    assert "1) A quiet room on Tuesdays [since: seit 2026-11-01]" in text
    assert "Spitz name 1) [nickname]: Quill" in text
    assert received(text) == SAMPLE


@examples(200)
@given(
    pieces=st.lists(
        st.one_of(TEXT, st.sampled_from([*LINES, "\n", "[name]: x\n", "1) a\n", "| a\n", "[bio raw]: [[1]]\n"])),
        max_size=8,
    )
)
def test_whatever_is_pasted_is_a_draft_or_told(pieces: list[str]) -> None:
    problems = Problems()
    draft = from_message(LINES[0] + "\n" + "".join(pieces), COMMUNITY, problems)
    assert (draft is None) == bool(len(problems))


@pytest.mark.parametrize(
    "piece",
    ["[", "\n", " ", "*", "_ ", "[members ", "[end ", "> ", "| ", "1) ", "= ", "\\", "a [", "<", "[a](", "：", "[name"],
)
def test_the_largest_message_is_read_in_no_time(piece: str) -> None:
    filling = (piece * 65_536)[:60_000]
    start = time.process_time()
    for text in (
        f"{LINES[0]}\nHeadline [headline]: {filling}\nLinks [links]:\n1) {filling[:4000]}\n",
        f"{filling}\n{LINES[0]}\n[asks]:\n1) {filling[:4000]}x",
    ):
        from_message(text, COMMUNITY, Problems())
    assert time.process_time() - start < 3
