"""Who stands on the home page today: a few, others every day, everybody as often as everybody else."""

from datetime import date
from hashlib import sha256

from acquaint.render.people import Person

FACES = 6
"""How many faces one sees at a glance; in a community of sixty, everybody's turn comes every ten days."""


def faces_of_the_day(people: tuple[Person, ...], day: date) -> tuple[Person, ...]:
    """FACES of `people`, or all where there are fewer: a window that moves on by its own length each day.

    The round they stand in is that of their handles' checksums, which nobody chose, and which a new member enters
    without moving anybody.
    """
    if not people:
        return ()
    circle = sorted(people, key=lambda person: sha256(person.handle.encode()).digest())
    first = day.toordinal() * FACES % len(circle)
    return tuple((circle + circle)[first : first + min(FACES, len(circle))])
