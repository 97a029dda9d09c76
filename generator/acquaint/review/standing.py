"""Plain private values in the files of a public repository as they stand, whatever a change may do to them."""

from acquaint.load import Loaded
from acquaint.privacy import plain_values_of
from acquaint.problems import Problems
from acquaint.review.published import open_to_strangers, take_out
from acquaint.tree import Span


def check_standing(loaded: Loaded, problems: Problems) -> None:
    """In a public repository no introduction holds, in plain text, what only members may see.

    Whoever asks before they hand a file in hears it then; a build doesn't ask, since it publishes none of it.
    """
    for record in loaded.records:
        for name in plain_values_of(record):
            field = name.partition(".")[0]
            line = record.spans[field].line if field in record.spans else 1
            span = Span(line, 1, len(field))
            problems.add("plain-private-value", open_to_strangers(name), record.path, span, fix=take_out(name))
