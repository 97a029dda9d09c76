"""What is shown while builds come and go, and the news about them."""

from collections.abc import Callable
from dataclasses import replace
from threading import Event, Thread

import pytest

from acquaint.errors import MachineError
from acquaint.serve.editions import Editions, Outcome

GOOD = Outcome(ok=True, summary="1 member")
BAD = Outcome(ok=False, summary="1 problem", problems="members/ada.md:1: no")


class Scripted:
    """A rebuild that gives `outcomes` in turn, each with its number as its tree."""

    def __init__(self, *outcomes: Outcome | Exception) -> None:
        self.outcomes = list(outcomes)
        self.built = 0

    def __call__(self) -> Outcome:
        self.built += 1
        outcome = self.outcomes.pop(0)
        if isinstance(outcome, Exception):
            raise outcome
        return replace(outcome, tree={"number": str(self.built).encode()})


def shown(editions: Editions) -> str | None:
    tree, _ = editions.shown()
    return tree["number"].decode() if tree else None


def test_nothing_is_shown_before_the_first_good_build() -> None:
    editions = Editions(Scripted(BAD, GOOD))
    assert shown(editions) is None
    editions.build()
    assert shown(editions) is None
    editions.build()
    assert shown(editions) == "2"


def test_a_failed_build_keeps_the_last_good_pages() -> None:
    editions = Editions(Scripted(GOOD, BAD, BAD, GOOD))
    for expected in ("1", "1", "1", "4"):
        editions.build()
        assert shown(editions) == expected


def test_who_reads_keeps_the_tree_they_began_with() -> None:
    editions = Editions(Scripted(GOOD, GOOD))
    editions.build()
    tree, _ = editions.shown()
    editions.build()
    assert tree == {"number": b"1"}
    assert shown(editions) == "2"


def test_problems_come_with_a_bad_build_and_go_with_a_good_one() -> None:
    editions = Editions(Scripted(GOOD, BAD, GOOD))
    editions.build()
    first = editions.news(None, 0)
    assert first.problems == ""
    editions.build()
    second = editions.news(None, 0)
    assert (second.build, second.problems) == (first.build, BAD.problems)
    assert second.serial != first.serial
    editions.build()
    third = editions.news(None, 0)
    assert third.problems == ""
    assert third.build not in (first.build, first.serial, second.serial)


def test_warnings_of_a_good_build_are_no_news() -> None:
    editions = Editions(Scripted(Outcome(ok=True, summary="fine", problems="a warning")))
    editions.build()
    assert editions.news(None, 0).problems == ""


def test_the_same_problems_twice_are_not_told_twice() -> None:
    editions = Editions(Scripted(BAD, BAD))
    editions.build()
    before = editions.news(None, 0)
    editions.build()
    assert editions.news(None, 0) == before


@pytest.mark.parametrize("end", [lambda editions: editions.build(), lambda editions: editions.close()])
def test_whoever_waits_for_news_is_woken(end: Callable[[Editions], object]) -> None:
    editions = Editions(Scripted(GOOD))
    since = editions.news(None, 0).serial
    woken = Event()

    def wait() -> None:
        editions.news(since, 30)
        woken.set()

    waiting = Thread(target=wait)
    waiting.start()
    assert not woken.wait(0.1)
    end(editions)
    assert woken.wait(5)
    waiting.join(5)


def test_a_machine_error_is_told_in_its_own_sentence() -> None:
    editions = Editions(Scripted(GOOD, MachineError("could not write: the disk is full")))
    editions.build()
    assert not editions.build().ok
    assert "the disk is full" in editions.news(None, 0).problems
    assert shown(editions) == "1"


def test_a_fault_of_the_builder_is_told_without_its_message() -> None:
    editions = Editions(Scripted(ValueError("ada@example.org")))
    outcome = editions.build()
    assert not outcome.ok
    assert "ValueError" in outcome.problems
    assert "ada@example.org" not in outcome.problems + outcome.summary


def test_another_run_has_other_numbers() -> None:
    numbers = set()
    for _ in range(2):
        editions = Editions(Scripted(GOOD))
        editions.build()
        numbers.add(editions.news(None, 0).build)
    assert len(numbers) == 2
