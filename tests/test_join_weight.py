"""What the form to join weighs, so that it can't grow unseen: in bytes of gzip at its hardest, level 9."""

from pathlib import Path
from runpy import run_path
from typing import Any

import pytest

from communities import Site, site_of

ROOT = Path(__file__).parents[1]
BENCH: dict[str, Any] = run_path(str(ROOT / "bench/joining.py"))
LANGUAGES = ("", "de", "zh")
MOST = {"opening": 20_000, "ordinary": BENCH["MOST"], "everything": 60_000}
"""Who fills in what is asked first, looks at the preview and takes a message along stays below the bound."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return site_of(ROOT, tmp_path_factory)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_stays_below_its_bounds(site: Site, language: str) -> None:
    weights = BENCH["sums"](list(BENCH["parts"](site.folder / "public", language)))
    assert weights.keys() == MOST.keys()
    assert {way: size for way, size in weights.items() if size > MOST[way]} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_of_the_form_is_weighed(site: Site, language: str) -> None:
    public = site.folder / "public"
    scripts = [path for path in (public / "assets/js/join").iterdir() if path.suffix == ".js"]
    told = [size for _, _, size in BENCH["parts"](public, language)]
    weight = BENCH["weight"]
    words = [public / f"assets/words/join/{folder}{language}.json" for folder in ("", "more/")] if language else []
    sheets = [public / "assets/join.css", public / "assets/join-ways.css"]
    more = [public / language / "join/more.txt", public / "assets/js/clipboard.js"]
    page = told[0]
    assert sum(told) - page == sum(map(weight, (*scripts, *words, *sheets, *more)))
