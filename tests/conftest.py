"""Few fixtures: what the machine offers. A test that needs what is missing is skipped with its reason."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path

import pytest

import browsers
import chance
from communities import DAY

chance.load()
# Whatever asks the machine for the day gets this one, in every process: later on, invitations have ended.
os.environ["SOURCE_DATE_EPOCH"] = str(int(datetime.combine(DAY, time(12), UTC).timestamp()))


@pytest.fixture(scope="session", autouse=True)
def one_browser() -> Iterator[None]:
    """Whichever tests of this process opened a Chromium, they shared it."""
    yield
    browsers.close()


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of other communities' introductions that ACQUAINT_CORPORA names."""
    named = os.environ.get("ACQUAINT_CORPORA", "")
    if not named:
        pytest.skip("ACQUAINT_CORPORA names no folder of introductions to try")
    folder = Path(named)
    if not folder.is_dir():
        pytest.fail("ACQUAINT_CORPORA names something that is not a folder")
    return folder
