"""Plain private values in the files of a public repository as they stand, whatever a change may do to them."""

from acquaint.load import Loaded
from acquaint.problems import Problems
from acquaint.review.leaking import held_by, shown_by_lines
from acquaint.review.published import open_to_strangers, take_out
from acquaint.tree import Span


def check_standing(loaded: Loaded, problems: Problems) -> None:
    """In a public repository no introduction holds, in plain text, what only members may see; nor does a comment.

    Whoever asks before they hand a file in hears it then; a build doesn't ask, since it publishes none of it.
    """
    for record in loaded.records:
        text = loaded.sources[record.path].text
        shown = {**shown_by_lines(text, record, loaded.community), **held_by(record)}
        for name, line in shown.items():
            field = name.partition(".")[0]
            span = Span(line, 1, len(field))
            problems.add("plain-private-value", open_to_strangers(name), record.path, span, fix=take_out(name))
