"""Questions that are answered with yes or no, in the words of whoever is asked."""

import click

from acquaint.catalogues import Catalogue
from acquaint.check.report import printable
from acquaint.messages import Message, say

YES, NO = say("yes"), say("no")
_YES, _NO = ("yes", "y"), ("no", "n")
"""What everybody knows from other programs, whatever the language is."""
_FULL_WIDTH = {code + 0xFEE0: code for code in range(0x21, 0x7F)}


def agreed(question: Message, catalogue: Catalogue, *, usual: bool | None = None) -> bool:
    """Whether `question` is answered with yes; whatever is neither yes nor no is asked again.

    `usual` is what Enter alone means; None if that is no answer.
    """
    yes, no = YES.told(catalogue), NO.told(catalogue)
    known = answers(yes, no)
    prompt = say("{question} [{yes}/{no}]", question=question, yes=yes, no=no)
    default = None if usual is None else yes if usual else no
    if default is not None:
        prompt = say("{question} [{yes}/{no}; Enter: {usual}]", question=question, yes=yes, no=no, usual=default)
    while True:
        typed: str = click.prompt(printable(prompt.told(catalogue)), default=default, show_default=False)
        answer = known.get(_plain(typed))
        if answer is not None:
            return answer
        click.echo(say("Please answer with {yes} or {no}.", yes=yes, no=no).told(catalogue))


def answers(yes: str, no: str) -> dict[str, bool]:
    """What may be typed, and whether it agrees: the language's own two words, their first letters, and the English.

    The language's own words come first: where "n" begins its yes, it is one.
    """
    own = {yes: True, no: False}
    first = {yes[:1]: True, no[:1]: False} if yes[:1] != no[:1] else {}
    english = {word: word in _YES for word in (*_YES, *_NO)}
    return {_plain(word): agrees for word, agrees in (english | first | own).items()}


def _plain(typed: str) -> str:
    """`typed` without what doesn't matter: case, a full stop, the wide letters of a Chinese keyboard."""
    return typed.translate(_FULL_WIDTH).strip().strip(".!。").strip().casefold()
