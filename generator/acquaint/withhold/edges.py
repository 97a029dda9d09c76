"""What belongs to a name in a text beside its words: titles, initials, degrees, a leading @, a closing bracket."""

from acquaint.patterns import lazy
from acquaint.withhold.alone import is_genitive, is_owner
from acquaint.withhold.names import NameWords
from acquaint.withhold.person import Place
from acquaint.withhold.stream import Stream
from acquaint.withhold.wordlists import AFTER_DEGREE, ENDINGS, TITLES

_AFTER_TITLE = lazy(r"\.?[ \xa0]{1,2}|\.")
_BEFORE_DEGREE = lazy(r",?[ \xa0]{0,2}")
_BEFORE_INITIAL = lazy(r",?[ \xa0]|\.[ \xa0]?")
_ENDS_LINE = lazy(r"\.?[ \t]*(?:$|[\n|·•])")
_PARTNERS = {"(": ")", "（": "）", "“": "”", "«": "»"}


def whole(stream: Stream, names: NameWords, first: int, last: int) -> Place:
    """The place of the words `first` to `last` with all that gives way together with them."""
    first = _before(stream, names, first)
    last, end = _after(stream, names, last)
    start, text = stream.starts[first], stream.text
    owner = is_genitive(stream.words[last], names) or (last > first and is_owner(stream, names, last))
    if owner and end == stream.ends[last]:
        end -= 1
    held = text[start:end]
    for opening, closing in _PARTNERS.items():
        if held.count(opening) > held.count(closing) and text[end : end + 1] == closing:
            end += 1
    if held.count('"') % 2 and text[end : end + 1] == '"':
        end += 1
    if start and text[start - 1] in "@＠#" and not text[start - 2 : start - 1].isalnum():
        start -= 1
    return start, end


def _before(stream: Stream, names: NameWords, first: int) -> int:
    """The first word, once initials (A. Lindqvist), glued digits and titles before are counted in."""
    while first:
        word, gap = stream.words[first - 1], stream.gap(first - 1)
        initial = len(word) == 1 and word in names.initials and stream.is_capital(first - 1)
        dotted = gap in (".", ". ", ".\xa0", ".-")
        spelled = gap in (" ", "\xa0") and word not in "aeiou" and stream.words[first] in names.last
        title = word in TITLES and _AFTER_TITLE.fullmatch(gap) and stream.is_capital(first - 1)
        if not (title or (initial and (dotted or spelled)) or (word.isdigit() and not gap)):
            return first
        first -= 1
    return first


def _after(stream: Stream, names: NameWords, last: int) -> Place:
    """The last word and its end, once initials (Lindqvist, A.), glued digits and degrees behind are counted in."""
    text, end, initials = stream.text, stream.ends[last], names.initials
    while last + 1 < len(stream.words):
        word, gap = stream.words[last + 1], stream.gap(last)
        if word.isdigit() and not gap:
            end = stream.ends[last + 1]
        elif (
            _is_degree(stream, last + 1, gap)
            or (word in initials and _is_initial(stream, last + 1, gap))
            or _is_last_initial(stream, last + 1, gap)
        ):
            end = stream.ends[last + 1] + _dot(text, stream.ends[last + 1])
        else:
            break
        last += 1
    if (
        last
        and len(stream.words[last]) == 1
        and stream.words[last].isalpha()
        and stream.ends[last] == end
        and text[end : end + 1] == "."
    ):
        end += _dot(text, end)
    return last, end


def _is_initial(stream: Stream, at: int, gap: str) -> bool:
    """True if word `at` is a capital with a dot right behind a name."""
    dotted = stream.text[stream.ends[at] : stream.ends[at] + 1] == "."
    return dotted and stream.is_capital(at) and _BEFORE_INITIAL.fullmatch(gap) is not None


def _is_last_initial(stream: Stream, at: int, gap: str) -> bool:
    """True if word `at` is any lone capital between a name and the end of its line, as in a headline."""
    letter = stream.text[stream.starts[at] : stream.ends[at]]
    if len(letter) > 1 or not letter.isupper() or gap not in (" ", "\xa0"):
        return False
    return _ENDS_LINE.match(stream.text, stream.ends[at]) is not None


def _is_degree(stream: Stream, at: int, gap: str) -> bool:
    """True if word `at` is a degree that belongs to the name before it."""
    if stream.words[at] not in ENDINGS:
        return False
    following = stream.words[at + 1] if at + 1 < len(stream.words) else ""
    return bool(_BEFORE_DEGREE.fullmatch(gap)) and stream.is_capital(at) and bool(gap) and following not in AFTER_DEGREE


def _dot(text: str, at: int) -> int:
    """1 if the dot at `at` is an abbreviation's, 0 if it ends the sentence or is none."""
    rest = text[at + 1 : at + 3]
    ends = rest[:1].isspace() and not rest[1:].islower()
    return int(text[at : at + 1] == "." and bool(rest.strip()) and not ends)
