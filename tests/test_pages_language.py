"""A page is in one language: no English sentence of the interface is left on any kind of page in another.

Chinese and a made-up language in Arabic letters have no Latin words of their own, so there a sentence that nobody
marked for translation is found as well.
"""

import re
from collections.abc import Iterator

import pytest

from acquaint.drafting.hints import HINTS
from catalogues import read
from page_kinds import SITES, Spoken, each_page, latin, own_words, pseudo, pseudo_catalogue

OF_NO_LANGUAGE = frozenset({"utc", "english", "deutsch", "fd"})
"""An abbreviation, what other languages call themselves, and somebody's initials."""

each_edition = pytest.mark.parametrize("edition", ["public", "internal"])
each_site = pytest.mark.parametrize("name", list(SITES))


def said_in(language: str) -> frozenset[str]:
    """Latin words of the interface in `language`: what one has to type, and what is called so everywhere."""
    if language == "ar":
        return frozenset()
    hints = {said.template for hint in HINTS.values() for said in (hint.question, hint.vague, hint.concrete) if said}
    told = [message.string for message in read(language, "pages")]
    told += [message.string for message in read(language, "messages") if message.id in hints]
    forms = (form for string in told for form in ((string,) if isinstance(string, str) else tuple(string or ())))
    return frozenset(word for form in forms for word in latin(re.sub(r"%\(\w+\)s|\{\w+\}|<[^>]*>", " ", form)))


def strangers(page: bytes, name: str, language: str) -> list[str]:
    """The Latin words on a page that neither its people nor its language can have put there."""
    known = own_words(name) | said_in(language) | OF_NO_LANGUAGE
    return sorted({word for text in Spoken(page).texts for word in latin(text)} - known)


@each_edition
@each_site
def test_no_english_is_left_where_the_interface_has_other_letters(
    edition: str, name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    seen = 0
    for language, path, page in each_page(name, edition, tmp_path_factory):
        if language in ("zh", "ar"):
            assert strangers(page, name, language) == [], path
            seen += 1
    assert seen > 4


def test_a_sentence_that_nobody_marked_would_be_found(tmp_path_factory: pytest.TempPathFactory) -> None:
    _, _, page = next(each_page("rtl", "public", tmp_path_factory))
    told = page.replace(b"</main>", b'<p aria-label="Close by">Nobody marked this</p></main>')
    assert strangers(told, "rtl", "ar") == ["by", "close", "marked", "nobody", "this"]


def english() -> Iterator[re.Pattern[str]]:
    """Every sentence of the pages that reads otherwise in German, as a pattern for the whole of a text."""
    for message in read("de", "pages"):
        forms = (message.id,) if isinstance(message.id, str) else tuple(message.id or ())
        told = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        for form in forms:
            words = re.sub(r"%\(\w+\)s|\{\w+\}|[\W\d_]", "", form)
            if form not in told and len(words) > 2:
                pieces = re.split(r"%\(\w+\)s|\{\w+\}", re.sub("<[^>]*>", "", form))
                yield re.compile(".+?".join(re.escape(piece) for piece in pieces).strip())


@each_edition
@pytest.mark.parametrize("name", ["three", "empty"])
def test_no_english_sentence_is_left_in_german(
    edition: str, name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    sentences = list(english())
    assert len(sentences) > 100
    for language, path, page in each_page(name, edition, tmp_path_factory):
        said = set(Spoken(page).texts)
        left = [text for text in said if any(sentence.fullmatch(text) for sentence in sentences)]
        if language == "de":
            assert left == [], path
        elif language == "en" and path.endswith("community/"):
            assert len(left) > 5, "the same sentences are found where they belong"


def test_the_made_up_language_keeps_gaps_and_tags_and_nothing_else() -> None:
    assert (
        pseudo("<strong>Ask</strong> %(name)s, {n} &amp; more%%") == "<strong>اقك</strong> %(name)s, {n} &amp; مسصه%%"
    )
    text = pseudo_catalogue("pages").decode()
    assert "nplurals=6" in text
    assert "msgstr[5]" in text
    assert "fuzzy" not in text


@each_site
def test_the_people_say_no_word_of_the_english_interface(name: str) -> None:
    """If they did, such a word could hide a sentence that was left in English."""
    told = (message.id for message in read("de", "pages") if message.id)
    words = {word for text in told for word in latin(" ".join((text,) if isinstance(text, str) else text))}
    assert own_words(name) & words <= {"python", "europe", "berlin"}
