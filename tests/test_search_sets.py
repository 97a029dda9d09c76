"""With and without JavaScript the same people: each facet page against the live filter, for every value of every field."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from browsers import NEEDED, chromium, modules
from search_samples import Searchable, ask, question, searchable

pytestmark = NEEDED
ROOT = Path(__file__).parents[1]
CARD = re.compile(r'<li class="card" data-card>.*?href="(?:\.\./)*members/([^/"]+)/"', re.DOTALL)
OTHER_LANGUAGES = ("zh/", "de/")
ASKED = re.compile(r'data-asked="([^"=]+)=([^"]+)"')


@pytest.fixture(scope="module")
def page() -> Iterator[Any]:
    with chromium() as browser, modules(browser) as page:
        yield page


def on_pages(community: Searchable) -> dict[tuple[str, str], list[str]]:
    """The members on the pages of each value, in order, by field and slug."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    numbered = sorted(
        community.files.items(), key=lambda file: [int(part) if part.isdigit() else 0 for part in file[0].split("/")]
    )
    for path, content in numbered:
        is_list = path.endswith("index.html") and path.count("/") >= 2 and not path.startswith(OTHER_LANGUAGES)
        text = content.decode() if is_list else ""
        if (asked := ASKED.search(text)) is not None:
            found[asked[1], unquote(asked[2])] += CARD.findall(text)
    return found


def compare(page: Any, community: Searchable) -> int:
    """Assert that the sets are equal; gives how many values were compared."""
    shown = on_pages(community)
    asked = list(shown)
    answers = ask(page, community, [question(filters={field: [slug]}, sort="newest") for field, slug in asked])
    assert {key: handles for key, handles in zip(asked, answers, strict=True) if handles != shown[key]} == {}
    return len(shown)


def test_every_facet_page_of_the_example_shows_what_the_filter_finds(
    page: Any, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert compare(page, searchable(ROOT, tmp_path_factory)) > 50


@pytest.mark.corpora
@pytest.mark.parametrize(("name", "values"), [("ols", 1500), ("biodrop", 100)])
def test_every_facet_page_of_the_corpora_shows_what_the_filter_finds(
    page: Any, name: str, values: int, corpora: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert compare(page, searchable(corpora / name, tmp_path_factory)) > values


def test_the_whole_directory_is_what_an_empty_question_finds(
    page: Any, tmp_path_factory: pytest.TempPathFactory
) -> None:
    community = searchable(ROOT, tmp_path_factory)
    assert ask(page, community, [question()])[0] == CARD.findall(community.files["index.html"].decode())
