"""Secrets and the forms they may be written in, for the tests of the gate."""

import json
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Callable, Sequence
from html import escape
from urllib.parse import quote, quote_plus

from hypothesis import strategies as st

from acquaint.secrets import Secret, Shape

NAMED = {"@": "&commat;", "+": "&plus;", "_": "&lowbar;", ".": "&period;", "&": "&amp;", "'": "&apos;"}


def every(letter: Callable[[str], str]) -> Callable[[str], str]:
    return lambda value: "".join(letter(each) for each in value)


def special(letter: Callable[[str], str]) -> Callable[[str], str]:
    return every(lambda each: each if each.isalnum() else letter(each))


def percent(letter: str) -> str:
    return "".join(f"%{byte:02X}" for byte in letter.encode())


def wide(value: str) -> str:
    return "".join(chr(ord(each) + 0xFEE0) if "!" <= each <= "~" else each for each in value)


def utf16(letter: str) -> str:
    raw = letter.encode("utf-16-be").hex()
    return "".join(f"\\u{raw[at : at + 4]}" for at in range(0, len(raw), 4))


FORMS: dict[str, Callable[[str], str]] = {
    "plain": str,
    "upper": str.upper,
    "full-width": wide,
    "html": escape,
    "html-named": special(lambda each: NAMED.get(each, each)),
    "html-decimal": special(lambda each: f"&#{ord(each)};"),
    "html-decimal-all": every(lambda each: f"&#{ord(each):07};"),
    "html-hex": special(lambda each: f"&#x{ord(each):x};"),
    "html-hex-all": every(lambda each: f"&#X{ord(each):X};"),
    "html-twice": special(lambda each: f"&amp;#{ord(each)};"),
    "url": quote,
    "url-lower": lambda value: quote(value, safe="").lower(),
    "url-plus": quote_plus,
    "url-all": every(percent),
    "url-all-lower": every(lambda each: percent(each).lower()),
    "url-twice": lambda value: quote(every(percent)(value)),
    "json": lambda value: json.dumps(value)[1:-1],
    "json-all": every(utf16),
    "json-plain": lambda value: json.dumps(value, ensure_ascii=False)[1:-1],
    "js-hex": special(lambda each: f"\\x{ord(each):02x}" if ord(each) < 256 else each),
    "hyphenated": lambda value: value[:2] + "\u00ad" + value[2:],
    "mixed": lambda value: percent(value[0]) + value[1:-1] + f"&#{ord(value[-1])};",
}


def encoded(encode: Callable[[bytes], bytes], shift: int) -> Callable[[str], str]:
    return lambda value: encode(b"ab"[:shift] + value.encode()).decode()


ENCODINGS = {
    f"{encode.__name__}-{shift}": encoded(encode, shift)
    for encode in (b64encode, urlsafe_b64encode)
    for shift in range(3)
}

ASCII = "abcdefghijklmnopqrstuvwxyz0123456789"
PART = st.text(ASCII, min_size=1, max_size=8)
EMAILS = st.builds("{}{}{}@{}.{}".format, PART, st.sampled_from(["", ".", "+", "_", "-", "'"]), PART, PART, PART)
ACCOUNTS = st.builds("{}{}{}".format, PART, st.sampled_from("._-7"), PART).filter(lambda value: not value.isdecimal())
PHONES = st.builds("{}{}".format, st.sampled_from(["", "+", "0"]), st.from_regex(r"[1-9][0-9]{8,12}", fullmatch=True))
SECRETS = st.one_of(
    st.builds(Secret, st.just("m-1"), st.just("contact.email"), EMAILS, st.just(Shape.EMAIL)),
    st.builds(Secret, st.just("m-1"), st.just("contact.line"), ACCOUNTS, st.just(Shape.ACCOUNT)),
    st.builds(Secret, st.just("m-1"), st.just("contact.phone"), PHONES, st.just(Shape.PHONE)),
)
WRITTEN = [*FORMS.values(), *ENCODINGS.values()]
MORE = [
    Secret("m-2", "contact.line", "max", Shape.ACCOUNT),
    Secret("m-1", "contact.line", "sunny", Shape.ACCOUNT),
    Secret("m-1", "contact.line", "x'<&>", Shape.ACCOUNT),
    Secret("m-2", "contact.discord", "ada l 7", Shape.ACCOUNT),
    Secret("m-2", "contact.other", "ask at\nthe bakery", Shape.ACCOUNT),
    Secret("m-2", "contact.line", "xanna_k", Shape.ACCOUNT),
    Secret("m-1", "contact.line", "微信-ada", Shape.ACCOUNT),
    Secret("m-1", "contact.phone", "4711", Shape.PHONE),
    Secret("m-2", "contact.phone", "+45 20261101", Shape.PHONE),
    Secret("m-2", "contact.other", "anna_k@example.org" * 20, Shape.ACCOUNT),
    Secret("m-1", "contact.email", "Ada.L+x@bücher.example", Shape.EMAIL),
]
GLUE = st.sampled_from(
    [
        *(
            "",
            "",
            " ",
            "x",
            "1",
            "@",
            "中",
            "é",
            "\u0300",
            "\n",
            "\n\n",
            ".",
            "-",
            "+",
            "/",
            "&",
            "%",
            "\\",
            "<",
            ">",
            "=",
            "'",
        ),
        *(
            "<b>",
            "</p>\n<p>",
            "<a href='1'>",
            "<i\nid=x>",
            "<!-- x -->",
            "<!--",
            "-->",
            "</li>\n    <li>",
            "&amp;",
            "&#39;",
        ),
        *(
            "%20",
            "\\u0061",
            "\\n",
            "&#x20;",
            "&nbsp;",
            " 30 ",
            "2026-11-01",
            "a1B2c3D4",
            "</td><td>",
            "x" * 60,
            " 12\n34 ",
        ),
    ]
)


@st.composite
def texts(draw: st.DrawFn, secrets: Sequence[Secret]) -> str:
    """Secrets and parts of them in any form, put together."""
    parts = []
    for _ in range(draw(st.integers(1, 6))):
        written = draw(st.sampled_from(WRITTEN))(draw(st.sampled_from(secrets)).value)
        cut = draw(st.one_of(st.just((0, len(written))), st.tuples(st.integers(0, 30), st.integers(0, 30))))
        parts += [written[cut[0] : cut[1]], draw(GLUE), draw(GLUE)]
    return "".join(parts)
