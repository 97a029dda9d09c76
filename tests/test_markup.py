"""Markdown: what is published is harmless, whatever was written."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.markup import page_html, to_html, to_text

ALLOWED = {"p", "br", "hr", "em", "strong", "del", "code", "pre", "blockquote", "ul", "ol", "li", "a", "h3", "h4", "h5", "h6",
           "table", "thead", "tbody", "tr", "th", "td"}  # fmt: skip

PAYLOADS = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))",
    "[x](java\nscript:alert(1))", "[x](&#106;avascript:alert(1))", "![x](https://tracker.example/x.png)", "<javascript:alert(1)>",
    "[x]: javascript:alert(1)\n\n[x]", "<a href='javascript:x' onclick=x>x</a>", "<svg/onload=alert(1)>", "<style>*{}</style>",
    "<iframe src=//x>", "[x](data:text/html,<script>)", "[x](https://a.example \"onmouseover=alert(1)\")", "<!-- --><b>", "<![CDATA[<b>]]>",
    "`<script>`", "    <script>x</script>", "[x](vbscript:x)", "<math><mi xlink:href='javascript:x'>", "[a](//x.example)", "[a](/x)",
]  # fmt: skip


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def _assert_harmless(rendered: str) -> None:
    parser = _Tags()
    parser.feed(rendered)
    for tag, attributes in parser.tags:
        assert tag in ALLOWED
        assert set(attributes) <= ({"href", "rel"} if tag == "a" else set())
        href = attributes.get("href")
        assert href is None or re.match(r"https?://|mailto:", href), href


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_published_payload_does_not_survive(payload: str) -> None:
    _assert_harmless(to_html(payload))


@given(st.text(max_size=200), st.sampled_from(PAYLOADS), st.text(max_size=50))
def test_no_text_yields_anything_but_allowed_markup(before: str, payload: str, after: str) -> None:
    _assert_harmless(to_html(before + payload + after))


def test_a_comment_is_not_published() -> None:
    assert to_text(to_html("Hello <!-- ask me\nlater --> there")) == "Hello  there"


def test_a_text_too_deep_to_follow_leaves_the_next_one_as_it_is() -> None:
    to_html("- " * 1_900 + "deep")
    assert to_html("One\n\ntwo") == "<p>One</p>\n<p>two</p>"


def test_headings_sink_below_the_page_s_own() -> None:
    assert "<h3>" in to_html("# A")
    assert "<h2>" in page_html("# A")
    assert "<h6>" in to_html("# A\n## B\n### C\n#### D\n##### E")


def test_headings_leave_no_gap_whatever_was_left_out() -> None:
    assert re.findall(r"<h\d>", to_html("## A\n#### B\n### C\n## D\n# E\n### F")) == [
        f"<h{n}>" for n in (3, 4, 4, 3, 3, 4)
    ]
    assert re.findall(r"<h\d>", page_html("### A\n# B\n### C")) == [f"<h{n}>" for n in (2, 2, 3)]


def test_raw_html_stands_there_as_the_text_it_is() -> None:
    assert to_text(to_html("I like <b>bread</b> & salt")) == "I like <b>bread</b> & salt"


def test_plain_text_keeps_the_paragraphs() -> None:
    assert to_text(to_html("One\n\n- two\n- three\n\n[four](https://x.example)")) == "One\n\ntwo\nthree\n\nfour"
