"""Where a text names a company."""

from collections.abc import Container, Iterable, Iterator

from acquaint.patterns import lazy
from acquaint.withhold.companies import Phrase
from acquaint.withhold.ordinary import GENERIC
from acquaint.withhold.person import Place
from acquaint.withhold.stream import Stream, is_unspaced
from acquaint.withhold.wordlists import COMMON_CAPITALS, LEGAL_FORMS, SMALL

_GAP = lazy(r"[^\w\n]{0,4}|[^\w\n]{0,3}\n[^\w\n]{0,3}|_")
_CUE = lazy(r"(?i)(?:^|\W)(?:at|for|with|from|by|bei|für|von|chez|en|@)\s*$")
_SURE_FORMS = "gmbh|ltd|limited|inc|incorporated|llc|corp|corporation|plc|kgaa|s\\.r\\.l|s\\.a"
_FORM_AFTER = lazy(
    rf"(?:,?\s{{0,2}}(?i:{_SURE_FORMS})"
    rf"|,?\s{{1,2}}(?:{'|'.join(sorted(form.upper() for form in LEGAL_FORMS))}|Co|Oy|Pty Ltd|Ab))"
    r"(?![a-zA-Z0-9_])"
)
_SHORT_FORM = lazy(r"[ \xa0]?[(（]([A-Z][A-Z&-]{1,9}[A-Z])[)）]")
_CAPITALS_AFTER = lazy(r"-[A-Z]{2,9}(?!\w)")
_OPENS = lazy(r"[ \xa0]?[(（]")


def company_places(phrases: Iterable[Phrase], stream: Stream) -> Iterator[tuple[int, int, Place]]:
    """First word, last word and place of every company; for one within a word, the words are 0 and -1."""
    for phrase in phrases:
        if phrase.unspaced:
            yield from ((0, -1, place) for place in stream.inside(phrase.needle))
            continue
        for first, last in stream.occurrences(phrase.needle):
            if _is_meant(phrase, stream, first, last):
                yield first, last, (stream.starts[first], _end(phrase, stream, first, last))


def with_short_forms(text: str, places: Iterable[Place], named: Container[int]) -> list[Place]:
    """`places` in order, each with its short form in brackets, as in Institute (XYZ), unless a name stands there."""
    found: list[Place] = []
    for start, end in sorted(places):
        if found and _OPENS.fullmatch(text, found[-1][1], start) and text[end : end + 1] in (")", "）"):
            start, end = found.pop()[0], end + 1
        short = _SHORT_FORM.match(text, end)
        if short and short[1].lower() not in COMMON_CAPITALS and not any(at in named for at in range(*short.span(1))):
            end = short.end()
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found


def _is_meant(phrase: Phrase, stream: Stream, first: int, last: int) -> bool:
    """True if the words `first` to `last`, which read as the phrase, are written as its name would be."""
    start, end = stream.starts[first], stream.ends[last]
    text = stream.text[start:end]
    if not all(_GAP.fullmatch(stream.gap(at)) for at in range(first, last)):
        return False
    if _is_cut(stream.text[max(0, start - 1) : start], text[:1]) or _is_cut(text[-1:], stream.text[end : end + 1]):
        return False
    if phrase.words == 1 and (len(text.split()) > 1 or (phrase.capital and first < last)):
        return not phrase.cased and all(map(stream.is_capital, range(first, last + 1)))
    if phrase.capital:
        return text.isupper()
    if not phrase.cased:
        return True
    if phrase.words == 1:
        return _is_cased(phrase, text, stream, first)
    content = [at for at in range(first, last + 1) if stream.words[at] not in SMALL]
    return all(map(stream.is_capital, content))


def _is_cut(before: str, after: str) -> bool:
    """True if a letter meets a digit, or the other way round: the word goes on."""
    if is_unspaced(before + after) or is_unspaced(before) or is_unspaced(after):
        return False
    return (before.isdigit() and after.isalpha()) or (before.isalpha() and after.isdigit())


def _is_cased(phrase: Phrase, text: str, stream: Stream, first: int) -> bool:
    """True for an everyday word with a capital; for one of up to three letters, in capitals as it was typed."""
    if phrase.needle in GENERIC and stream.begins_sentence(first):
        return False
    if text[:1].islower():
        return text == phrase.exact and bool(
            _CUE.search(stream.text[max(0, stream.starts[first] - 8) : stream.starts[first]])
        )
    return text.isupper() if len(phrase.needle) < 4 and phrase.exact.isupper() else True


def _end(phrase: Phrase, stream: Stream, first: int, last: int) -> int:
    """Where the company ends, its legal form and that form's dot included."""
    end = stream.ends[last]
    held = stream.text[stream.starts[first] : end]
    if held.count("(") > held.count(")") and stream.text[end : end + 1] == ")":
        end += 1
    if phrase.mark and stream.text.startswith(phrase.mark, end):
        end += len(phrase.mark)
    if phrase.capital and (more := _CAPITALS_AFTER.match(stream.text, end)):
        end = more.end()
    form = _FORM_AFTER.match(stream.text, end)
    end = form.end() if form else end
    if (form or phrase.dotted) and stream.text[end : end + 1] == ".":
        rest = stream.text[end + 1 : end + 3]
        is_sentence_end = not rest.strip() or (rest[:1].isspace() and not rest[1:].islower())
        end += int(not is_sentence_end or (phrase.dotted and not rest.strip(" ")[:1].isupper()))
    return end
