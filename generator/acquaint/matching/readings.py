"""What a text is about: its telling words, the tags it names, and where each of them stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from acquaint.matching.words import Span, Word, words


@dataclass(frozen=True, slots=True)
class Tagged:
    """A tag that somebody has: its identity, how they spell it, and every spelling that means the same."""

    slug: str
    text: str
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrases:
    """The tags that texts may name: `lengths` maps a first word to how many words there may be, most first.

    `tags` maps the words of a spelling to (the spelling if it must stand as it is written, the tag's term).
    """

    lengths: Mapping[str, tuple[int, ...]]
    tags: Mapping[tuple[str, ...], tuple[tuple[str, str], ...]]


def phrases(tags: Iterable[Tagged]) -> Phrases:
    """Every spelling of `tags`, to be looked for in texts; the order of `tags` makes no difference."""
    found: dict[tuple[str, ...], set[tuple[str, str]]] = {}
    lengths: dict[str, set[int]] = {}
    for tag in tags:
        for spelling in (tag.text, *tag.spellings):
            if cut := words(spelling):
                # A tag such as Go or R is a common word: it counts where it is written as the tag is.
                exact = spelling if all(word.weak for word in cut) else ""
                found.setdefault(tuple(word.term for word in cut), set()).add((exact, tag_term(tag.slug)))
                lengths.setdefault(cut[0].term, set()).add(len(cut))
    return Phrases(
        lengths={first: tuple(sorted(each, reverse=True)) for first, each in lengths.items()},
        tags={terms: tuple(sorted(each)) for terms, each in found.items()},
    )


def tag_term(slug: str) -> str:
    """The term of a tag; it begins with a sign that no word begins with."""
    return f"#{slug}"


def words_of(tag: Tagged) -> tuple[str, ...]:
    """The telling words of `tag` in their order, as this member spells it."""
    return tuple(word.term for word in words(tag.text) if not word.weak)


def tag_slug(term: str) -> str:
    """The slug of the tag whose term that is."""
    return term[1:]


def is_tag(term: str) -> bool:
    """True if `term` is a tag's and not a word's."""
    return term.startswith("#")


def topics_of(tag: Tagged) -> frozenset[str]:
    """The words that the spellings of `tag` are made of."""
    return frozenset(word.term for text in (tag.text, *tag.spellings) for word in words(text) if not word.weak)


def read(text: str, known: Phrases) -> dict[str, tuple[Span, ...]]:
    """The terms of `text` that tell something and the tags it names, with where they stand."""
    cut = words(text)
    spans: dict[str, list[Span]] = {}
    for word in cut:
        if not word.weak:
            spans.setdefault(word.term, []).append((word.start, word.end))
    behind = 0
    for at, word in enumerate(cut):
        lengths = known.lengths.get(word.term, ()) if at >= behind else ()
        for length in lengths:
            named = cut[at : at + length]
            if len(named) == length and (tags := _tags_of(named, text, known)):
                behind = at + length
                for tag in tags:
                    spans.setdefault(tag, []).append((word.start, named[-1].end))
                break
    return {term: tuple(each) for term, each in spans.items()}


def _tags_of(cut: tuple[Word, ...], text: str, known: Phrases) -> list[str]:
    """The terms of the tags that these words of `text` spell."""
    written = text[cut[0].start : cut[-1].end]
    tells = not all(word.weak for word in cut)
    named = cut[0].start > 0 and written != written.lower()
    spelt = known.tags.get(tuple(word.term for word in cut), ())
    return [tag for exact, tag in spelt if tells or (named and written == exact)]


def telling(spans: Mapping[str, tuple[Span, ...]]) -> frozenset[str]:
    """The terms of what was read that aren't just the beginning of a longer tag."""
    tags = [span for term, each in spans.items() if is_tag(term) for span in each]
    return frozenset(
        term
        for term, each in spans.items()
        if any(not any(first <= start and end < last for first, last in tags) for start, end in each)
    )
