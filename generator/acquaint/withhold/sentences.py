"""The one sentence in which something was withheld, as a warning shows it."""

from collections.abc import Iterable

from acquaint.patterns import lazy
from acquaint.withhold.person import Finding

LONGEST = 160
_END = lazy(r"[.!?。！？]+[\"”')）]*(?:\s+|$)|(?<=[。！？])|\n+")


def altered(text: str, findings: Iterable[Finding]) -> str:
    """`text` with every finding replaced; findings are in order and don't overlap."""
    pieces, reached = [], 0
    for finding in findings:
        pieces += [text[reached : finding.start], finding.replacement]
        reached = finding.end
    return "".join((*pieces, text[reached:]))


def altered_sentence(text: str, findings: tuple[Finding, ...]) -> str:
    """The sentence of the first finding with all its findings replaced, at most 160 characters; "" without findings."""
    if not findings:
        return ""
    start, end = 0, len(text)
    for stop in _END.finditer(text):
        if any(finding.start < stop.end() and stop.start() < finding.end for finding in findings):
            continue
        if stop.end() <= findings[0].start:
            start = stop.end()
        elif stop.start() >= findings[0].end:
            end = stop.end()
            break
    held = [finding for finding in findings if start <= finding.start and finding.end <= end]
    before = altered(text[start : held[0].start], ())
    told = " ".join(altered(text[:end], held)[start:].split())
    if len(told) <= LONGEST:
        return told
    return _shortened(told, len(" ".join(before.split())))


def _shortened(told: str, at: int) -> str:
    """`told` cut to 160 characters around the first replacement, which begins near `at`."""
    room = LONGEST - 2
    start = max(0, min(at - room // 3, len(told) - room))
    cut = told[start : start + room]
    return f"{'…' if start else ''}{cut.strip()}{'…' if start + room < len(told) else ''}"
