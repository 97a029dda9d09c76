"""An account called like a word of our own pages stops nobody's build; any other still does."""

from pathlib import Path

import pytest

from acquaint.errors import LeakError
from communities import built, write

SETTINGS = "title: Ours\nbase_url: https://ours.example/\nlanguages: [en, zh]\n"


def ours(root: Path, account: str, headline: str = "Hello") -> Path:
    member = (
        f"nickname: Quill\nheadline: {headline}\njoined: 2026-03-01\nasks: [{{text: A chair, since: 2026-11-01}}]\n"
    )
    return write(root, {"community.yml": SETTINGS, "members/quill.yml": f"{member}contact: {{wechat: {account}}}\n"})


@pytest.mark.parametrize(
    "account",
    [
        "person",
        "profilepage",
        "summary",
        "atom",
        "h-card",
        "p-name",
        "schema.org",
        "sitemaps.org",
        "article",
        "hue",
        "512",
    ],
)
def test_a_word_that_every_page_is_made_of_is_no_secret(account: str, tmp_path: Path) -> None:
    assert built(ours(tmp_path / "ours", account), tmp_path / "site").members["public"] == 1


def test_an_account_that_no_page_of_ours_says_is_one(tmp_path: Path) -> None:
    root = ours(tmp_path / "ours", "silverfox42")
    (root / "templates/components").mkdir(parents=True)
    (root / "templates/components/colophon.html").write_text("Ask silverfox42.", encoding="utf-8")
    with pytest.raises(LeakError):
        built(root, tmp_path / "site")
