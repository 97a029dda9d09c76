"""How far matching looks, and what it asks for at least: set by reading matches of real introductions."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The numbers that matching is made with."""

    circle: int = 64
    """A smaller community is weighed as if it had that many members: what two of eleven share is rare."""

    candidates: int = 48
    """How many members are looked at for one match; through the rarest terms first."""

    compared: int = 8
    """How many of them are compared sentence by sentence: those who share most in all they say."""

    named: int = 4
    """How many are named at most."""

    floor: int = 2
    """What an answer weighs at least: one shared word that no more than a quarter to a half of all members use.

    With 3 the most sensible answers of large communities, a review for who asks for a review, were lost; what was
    nonsense had weighed 4 and 5 and was told by other signs: one word by chance (see `plain`), the first word of a tag
    that is about its last, and a word of another language.
    """

    plain: int = 2
    """How many shared words tell enough if none of them is a topic: one alone is mostly chance."""

    alike: int = 7
    """What the shared tags of similar people weigh together at least: two tags, or in a large community one rare one.

    Below that were people of whom all one could say is that both like Python.
    """


LIMITS = Limits()
