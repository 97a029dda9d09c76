"""A tag that the vocabulary spells like a member's private company gives nothing away, in whatever language."""

from pathlib import Path

import pytest

from communities import built, tree, write

SETTINGS = """title: Ours
languages: [en, zh, de]
vocabulary:
  skills:
    Silk weaving: {zh: 枫桥第二丝织厂, de: Zorblatt Kestrelwerk, also: [Fnordic Labs], slug: wavering-looms}
"""
SPELLINGS = ["枫桥第二丝织厂", "Zorblatt Kestrelwerk", "Fnordic Labs", "Silk weaving", "wavering-looms"]


def public(root: Path, company: str, skill: str) -> dict[str, bytes]:
    member = f"nickname: Quill\nskills: [{skill}]\ncompany: {company}\n"
    other = "nickname: Bo\nskills: [Baking]\n"
    built(write(root, {"community.yml": SETTINGS, "members/quill.yml": member, "members/bo.yml": other}), root / "site")
    return tree(root / "site/public")


@pytest.mark.parametrize("company", SPELLINGS)
def test_a_tag_one_of_whose_spellings_is_the_private_company_is_left_out(company: str, tmp_path: Path) -> None:
    files = public(tmp_path, company, "Silk weaving")
    for folder in ("", "zh/", "de/"):
        page = files[f"{folder}members/quill/index.html"].decode()
        assert not [spelling for spelling in SPELLINGS if spelling in page]
        assert not [path for path in files if path.startswith(f"{folder}skills/wavering")]


def test_a_tag_stays_where_the_company_is_another(tmp_path: Path) -> None:
    files = public(tmp_path, "Northwind", "Silk weaving")
    assert "枫桥第二丝织厂" in files["zh/members/quill/index.html"].decode()
