"""Words that the Tab key completes while a question is answered, where the terminal can do that."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager


@contextmanager
def suggesting(words: Sequence[str]) -> Iterator[bool]:
    """Complete `words` while inside; False if there is no readline to do it."""
    try:
        import readline
    except ImportError:  # Windows
        yield False
        return
    before, delimiters = readline.get_completer(), readline.get_completer_delims()
    readline.set_completer(completer(words))
    readline.set_completer_delims(",，、;")
    is_libedit = "libedit" in (readline.__doc__ or "")
    readline.parse_and_bind("bind ^I rl_complete" if is_libedit else "tab: complete")
    try:
        yield True
    finally:
        readline.set_completer(before)
        readline.set_completer_delims(delimiters)


def completer(words: Sequence[str]) -> Callable[[str, int], str | None]:
    """What readline calls: the `state`th of `words` that begins as the text does, blanks before it kept."""

    def complete(text: str, state: int) -> str | None:
        typed = text.lstrip()
        blanks = text[: len(text) - len(typed)]
        found = [word for word in words if word.casefold().startswith(typed.casefold())]
        return blanks + found[state] if state < len(found) else None

    return complete
