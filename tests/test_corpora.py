"""Real introductions of two communities: all of them build, and an oracle that shares no code finds no leak."""

import re
from pathlib import Path

import pytest

from communities import built, found, site_of, tree, write
from oracle import Leak, leaks

pytestmark = pytest.mark.corpora


@pytest.mark.parametrize("name", ["ols", "biodrop"])
def test_every_introduction_builds_and_none_leaks(
    name: str, corpora: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    site = site_of(corpora / name, tmp_path_factory)
    assert site.left_out == ()
    assert site.members["public"] == len(list((corpora / name / "members").iterdir()))
    assert leaks(corpora / name / "members", site.folder / "public") == []


def test_every_introduction_of_a_list_of_chinese_blogs_builds(corpora: Path, tmp_path: Path) -> None:
    """The list is a table; here each row becomes the file its author might have written."""
    import csv

    files = {}
    with (corpora / "chinese-blogs.csv").open(encoding="utf-8-sig", newline="") as rows:
        for number, row in enumerate(csv.DictReader(rows)):
            title = re.sub(r'["\\]', "", next(iter(row.values())))[:200].strip()
            tags = ", ".join(f'"{tag.strip()}"' for tag in row["标签"].split(";") if tag.strip())
            files[f"members/blog-{number}.yml"] = f'nickname: "{title}"\nskills: [{tags}]\nlang: zh\n'
    root = write(tmp_path / "blogs", dict(list(files.items())[:300]))
    assert not [problem for problem in found(root) if problem.is_error]
    built(root, tmp_path / "site")
    assert (tmp_path / "site/public/skills/编程/index.html").is_file()


def test_the_oracle_finds_what_is_planted(tmp_path: Path) -> None:
    root = write(
        tmp_path / "ours",
        {
            "members/x1.yml": "name: Ada Lindqvist\ncompany: Northwind Data\ncontact: {email: ada@example.org, phone: '+49 30 23125 000'}\n"
        },
    )
    public = tmp_path / "public"
    page = "<p>Ada <b>Lindqvist</b> of Northwind Data, <a href='mailto:ada&#64;example.org'>x</a>, (+49) 30-23125.000"
    write(tmp_path, {"public/members/x1/index.html": page, "public/x.txt": "YWRhQGV4YW1wbGUub3Jn"})
    assert set(leaks(root / "members", public)) >= {
        Leak("x1", "contact.email", "somewhere"),
        Leak("x1", "contact.phone as digits", "somewhere"),
        Leak("x1", "company", "members/x1/index.html"),
    }
    assert tree(public)
