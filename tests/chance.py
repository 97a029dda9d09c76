"""How many examples Hypothesis makes up, and which: the same ones each time, or in `make test-long` ever new ones."""

import os
from unittest.mock import patch

from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers

LONG = os.environ.get("ACQUAINT_LONG") == "1"
USUAL = 100
TIMES = 20 if LONG else 1
"""How many times as many examples a long run tries."""

# A timing is no law, and a slow machine is no failure.
SLOW = HealthCheck.too_slow
_DEFAULT = settings.get_profile("default")  # In a CI, Hypothesis has loaded another one by itself.
settings.register_profile(
    "fixed",
    parent=_DEFAULT,
    max_examples=USUAL,
    derandomize=True,
    database=None,
    print_blob=False,
    deadline=None,
    suppress_health_check=[SLOW],
)
# What has failed is kept in .hypothesis and comes first the next time; the blob repeats it on another machine.
settings.register_profile(
    "long",
    parent=_DEFAULT,
    max_examples=USUAL * TIMES,
    derandomize=False,
    print_blob=True,
    deadline=None,
    suppress_health_check=[SLOW],
)


def load() -> None:
    """Let the environment choose the profile; before the first test is read, since its decorators take it over."""
    settings.load_profile("long" if LONG else "fixed")
    if not LONG:
        # Hypothesis also tries what stands in the code, as far as this process has imported it by then: that differs
        # with the tests that ran before, and with the path of the checkout.
        patch.object(providers, "_get_local_constants", lambda: providers._local_constants).start()


def examples(count: int, *suppressed: HealthCheck) -> settings:
    """Settings for a test that tries `count` examples, and more in a long run."""
    return settings(max_examples=count * TIMES, suppress_health_check=[SLOW, *suppressed])
