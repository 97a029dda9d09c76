"""No message quotes what strangers may not see, even where it isn't certain yet who may."""

from pathlib import Path

import pytest

from acquaint.check.report import as_text
from communities import found

SECRET = "zqxland"


@pytest.mark.parametrize(
    "file",
    [
        f"listing: nobody\ncountry: {SECRET}\n",
        f"listing: members\ntimezone: Europe/{SECRET}\n",
        f"privte: [country]\ncountry: {SECRET}\n",
        f"listng: nobody\nlanguages: [{SECRET}]\n",
        f"asks: [{{text: A chair, since: {SECRET}, for: members}}]\n",
        f"working_on: {{text: A chair, since: {SECRET}, for: members}}\n",
        f"private: [country]\ncountry: {SECRET}\n",
    ],
)
def test_a_value_that_may_be_private_is_in_no_message(file: str, tmp_path: Path) -> None:
    problems = found(tmp_path, {"members/ada.yml": file})
    assert problems
    assert SECRET not in as_text(problems).lower()


def test_a_value_that_everybody_sees_is_quoted(tmp_path: Path) -> None:
    assert SECRET in as_text(found(tmp_path, {"members/ada.yml": f"country: {SECRET}\n"}))
