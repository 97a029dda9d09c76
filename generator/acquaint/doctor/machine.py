"""Whether this Python can do all that a build needs."""

import sys
from collections.abc import Iterator

import yaml
from PIL import features

from acquaint.doctor.finding import Finding, doubtful, fine, wrong
from acquaint.messages import say

OLDEST, NEWEST = (3, 11), (3, 14)
"""Versions of Python that the tests run on, as pyproject.toml states them."""


def python_that_runs(version: tuple[int, int] = sys.version_info[:2]) -> Iterator[Finding]:
    """The version, the fast YAML parser, and pictures in WebP."""
    shown = ".".join(map(str, version))
    if OLDEST <= version <= NEWEST:
        yield fine(say("Python {version} is one that Acquaint is tested with.", version=shown))
    else:
        oldest, newest = (".".join(map(str, bound)) for bound in (OLDEST, NEWEST))
        message = say("Python {version} is none of those that Acquaint is tested with.", version=shown)
        yield doubtful(message, say("Use a version from {oldest} to {newest}.", oldest=oldest, newest=newest))
    if not hasattr(yaml, "CSafeLoader"):
        message = say("PyYAML is installed without its fast parser, so no introduction can be read.")
        yield wrong(message, "python -m pip install --force-reinstall --only-binary :all: pyyaml")
    if not features.check("webp"):
        message = say("Pillow is installed without WebP, so pictures of that kind can't be read.")
        yield doubtful(message, "python -m pip install --force-reinstall --only-binary :all: pillow")
