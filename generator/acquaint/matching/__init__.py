"""Who can help whom: what is asked, matched with what is offered and known, always explained by the shared words."""

from acquaint.matching.answers import Answer, Likeness
from acquaint.matching.limits import Limits
from acquaint.matching.meeting import Meeting, Met
from acquaint.matching.members import Member
from acquaint.matching.tags import Tagged
from acquaint.matching.words import joined

__all__ = ["Answer", "Likeness", "Limits", "Meeting", "Member", "Met", "Tagged", "joined"]
