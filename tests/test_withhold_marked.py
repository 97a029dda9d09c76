"""Withholding in HTML: across inline tags, in links and attributes, and byte for byte where there is nothing."""

import pytest

from acquaint.withhold import Person, Withholder

WITHHOLDER = Withholder(
    Person(
        "Nick", "nick", "Nick", ("Ada Lindqvist", "王小明"), ("Northwind Data", "Box"), frozenset({"ada@x.example"})
    ),
    frozenset({"hello@open.example"}),
)


@pytest.mark.parametrize(
    ("html", "altered"),
    [
        ("<p>I am <em>Ada</em> Lindqvist.</p>", "<p>I am <em>Nick</em>.</p>"),
        ("<p>A<em>d</em>a &amp; B</p>", "<p>Nick &amp; B</p>"),
        ("<p>Ada&nbsp;Lindqvist &lt;b&gt; A&#100;a</p>", "<p>Nick &lt;b&gt; Nick</p>"),
        ("<p>王小<em>明</em></p>", "<p>Nick</p>"),
        ("<ul><li>Ada</li><li>Lindqvist</li></ul>", "<ul><li>Nick</li><li>Nick</li></ul>"),
        ("<p>Ada<br>Lindqvist</p>", "<p>Nick<br></p>"),
        ("<pre><code>ada@x.example\nAda</code></pre>", "<pre><code>(contact for members)\nNick</code></pre>"),
        ("<h3>Northwind <em>Data</em></h3>", "<h3>An organisation</h3>"),
        ("<p>Northwind</p><p>Data</p>", "<p>Northwind</p><p>Data</p>"),
        ("<p>see https://ada-lindqvist.example/?a=1&amp;b=2 now</p>", "<p>see (link for members) now</p>"),
        ("<p>Ada said &quot;hi&quot;</p>", "<p>Nick said &quot;hi&quot;</p>"),
    ],
)
def test_text_is_searched_block_by_block(html: str, altered: str) -> None:
    assert WITHHOLDER.html(html, "en") == altered


@pytest.mark.parametrize(
    "address",
    [
        "https://x.example/ada-lindqvist",
        "https://x.example/%E7%8E%8B%E5%B0%8F%E6%98%8E",
        "https://northwinddata.example/",
        "mailto:ada@x.example",
        "MAILTO:someone@x.example",
        "tel:+49301234567",
        "https://t.me/somebody",
        "https://wa.me/49301234567",
        "https://x.example/?q=ada%40x.example",
    ],
)
def test_a_link_that_gives_something_away_is_lost_and_its_text_stays(address: str) -> None:
    assert WITHHOLDER.html(f'<p>my <a href="{address}">page</a></p>', "en") == "<p>my page</p>"


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="https://a.example/?x=1&amp;y=2" rel="nofollow">x</a> &quot;q&quot; &copy; &#39;</p>',
        '<p>write to <a href="mailto:hello@open.example">hello@open.example</a></p>',
        '<p>a <a href="https://box.example/">box</a> of R&amp;D, since 2019</p>',
        "<table><thead><tr><th>x</th></tr></thead></table><hr><p>Canada</p>",
        "",
    ],
)
def test_html_with_nothing_to_withhold_is_the_same_byte_for_byte(html: str) -> None:
    assert WITHHOLDER.html(html, "en") == html


def test_a_link_whose_text_is_gone_goes_too() -> None:
    html = '<p>Ada <a href="https://a.example/">Lindqvist</a>.</p>'
    assert WITHHOLDER.html(html, "en") == "<p>Nick.</p>"


def test_an_attribute_that_says_the_name_is_left_out() -> None:
    html = '<p><a href="https://a.example/" title="Ada">x</a></p>'
    assert WITHHOLDER.html(html, "en") == '<p><a href="https://a.example/">x</a></p>'


@pytest.mark.parametrize(
    ("html", "altered"),
    [
        ('<p><a href="https://nwd.example/">Northwind Data</a></p>', "<p>An organisation</p>"),
        (
            '<p>my <a href="https://a.example/">page of <em>Ada</em> here</a></p>',
            "<p>my page of <em>Nick</em> here</p>",
        ),
        ('<p>Northwind <a href="https://nwd.example/">Data page</a></p>', "<p>An organisation page</p>"),
        ('<p>the <a href="https://nwd.example/">Northwind Data</a> way</p>', "<p>an organisation way</p>"),
        (
            '<p>Ada, <a href="https://a.example/">one</a> <a href="https://b.example/">Ada</a></p>',
            '<p>Nick, <a href="https://a.example/">one</a> Nick</p>',
        ),
    ],
)
def test_a_link_goes_when_anything_in_its_text_was_withheld(html: str, altered: str) -> None:
    assert WITHHOLDER.html(html, "en").casefold() == altered.casefold()


@pytest.mark.parametrize(
    ("html", "altered"),
    [
        ("<p><strong>Northwind</strong> Data</p>", "<p><strong>An organisation</strong></p>"),
        ("<p>Northwind <strong>Data</strong></p>", "<p>An organisation</p>"),
        ("<p>Ada <em><strong>Lindqvist</strong></em> <em></em></p>", "<p>Nick <em></em></p>"),
        ("<p>Ada <em>Lindqvist<br></em></p>", "<p>Nick<em><br></em></p>"),
    ],
)
def test_an_inline_element_that_lost_its_text_goes_and_one_that_had_none_stays(html: str, altered: str) -> None:
    assert WITHHOLDER.html(html, "en") == altered
