"""What to paste for each problem: proposals made from the lines themselves, each of them tried before it is told."""

from acquaint.check.mending.remedies import with_mends
from acquaint.check.mending.trial import Outcome

__all__ = ["Outcome", "with_mends"]
