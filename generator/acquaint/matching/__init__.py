"""Who can help whom: what is asked, matched with what is offered and known, always explained by the shared words."""

from acquaint.matching.answers import Answer
from acquaint.matching.meeting import Likeness, Meeting
from acquaint.matching.members import Member
from acquaint.matching.readings import Tagged
from acquaint.matching.words import joined

__all__ = ["Answer", "Likeness", "Meeting", "Member", "Tagged", "joined"]
