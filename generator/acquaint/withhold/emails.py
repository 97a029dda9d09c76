"""E-mail addresses in a text, as they are and as people disguise them."""

import re
from collections.abc import Iterator

from acquaint.withhold.ordinary import ORDINARY
from acquaint.withhold.person import Place

_AT_WORDS = "at|ät|arobase|arroba|chiocciola|собака|ατ"
_AT = re.compile(
    rf"[ ]?[@﹫][ ]?|[ ]{{0,3}}[\[({{<*_][ ]?(?:@|{_AT_WORDS})[ ]?[\])}}>*_][ ]{{0,3}}"
    rf"|[ ]+(?:{_AT_WORDS}|@)[ ]+|[ ]?-at-[ ]?"
)
_DOT = (
    r"(?:\.|[ ]{1,2}\.[ ]{1,2}|[ ]{0,3}[\[({<*_][ ]?(?:\.|dot|punkt|point|punto|ponto|точка|点|點)[ ]?[\])}>*_][ ]{0,3}"
    r"|[ ]+(?:dot|punkt|point|punto|ponto|точка|点|點)[ ]+|[ ]?-dot-[ ]?)"
)
_HOST = re.compile(rf"[^\W_]+(?:-(?!dot-)[^\W_]+)*((?:{_DOT}[^\W_]+(?:-(?!dot-)[^\W_]+)*){{1,4}})?")
_WRITTEN_DOT = re.compile(r"(?:dot|punkt|point|punto|ponto|точка|点|點)")
_DOTS = re.compile(_DOT)
_LOCAL = re.compile(r"[\w.+%'-]")
_LOCAL_DOT = re.compile(r"[\w+-]+(?:[ ](?:dot|punkt|point|punto)[ ]|[ ]?[\[(][ ]?(?:dot|punkt)[ ]?[\])][ ]?)$")
_MAIL_HOSTS = frozenset(
    "gmail googlemail hotmail outlook yahoo icloud protonmail proton gmx web aol live msn mail posteo mailbox qq "
    "163 126 foxmail yandex naver daum zoho fastmail tutanota hey me pm sina ymail rocketmail".split()
)
_HINTS = (
    "@", "﹫", "dot ", "dot)", "dot]", "-dot-", " punkt ", "punkt)", "arobase", "arroba", "chiocciola", "собака",
    "gmail", "googlemail", "hotmail", "yahoo", "icloud", "proton", "gmx", "posteo", "at outlook", "at qq", "(at",
    "[at", "{at", "<at", "( at", "[ at", "(ät", "[ät", "-at-", "*at*", "_at_",
)  # fmt: skip
_MAIL_ONLY = frozenset(("gmail", "googlemail", "hotmail", "protonmail"))
LONGEST_LOCAL = 64


def hints_at_email(folded: str) -> bool:
    """True if a text folded for contacts may hold an address."""
    return any(hint in folded for hint in _HINTS)


def email_places(folded: str) -> Iterator[tuple[Place, str]]:
    """Place and canonical form of every address in a text folded for contacts."""
    if "@" not in folded and not any(word in folded for word in (*_AT_WORDS.split("|"), "﹫")):
        return
    reached = 0
    for mark in _AT.finditer(folded):
        start = _local_start(folded, mark.start(), reached)
        host = _HOST.match(folded, mark.end())
        if start == mark.start() or host is None:
            continue
        tail = host.group(1) or ""
        if not _is_address(mark.group(), host.group(), tail) or _is_sentence(
            folded[start : mark.start()], mark.group()
        ):
            continue
        local = _DOTS.sub(".", folded[start : mark.start()]).lstrip(".'-+%")
        start = mark.start() - len(local) if _is_plain(folded[start : mark.start()]) else start
        reached = host.end()
        if local:
            yield (start, host.end()), f"{local}@{_DOTS.sub('.', host.group())}"


def _is_plain(local: str) -> bool:
    """True if nothing in `local` is a word for a dot."""
    return " " not in local and "[" not in local and "(" not in local


def _local_start(folded: str, end: int, floor: int) -> int:
    """Where the part before the at begins: not before `floor`, at most 64 characters, `ada dot l` included."""
    start = end
    lowest = max(floor, end - LONGEST_LOCAL)
    while start > lowest and _LOCAL.match(folded[start - 1]):
        start -= 1
    dotted = (
        _LOCAL_DOT.search(folded, lowest, start)
        if start < end and folded[start - 1 : start] in (" ", ")", "]")
        else None
    )
    return dotted.start() if dotted else start


def _is_sentence(local: str, mark: str) -> bool:
    """True if a bare word at belongs to a sentence, as in `works at`."""
    return mark.strip(" ") in _AT_WORDS.split("|") and (local in ORDINARY or local.startswith(("work", "am", "job")))


def _is_address(mark: str, host: str, tail: str) -> bool:
    """True if what stands around `mark` can only be an address: a bare word at needs a spelled dot or a mail host."""
    first = re.split(r"[^\w-]", host, maxsplit=1)[0]
    bare = mark.strip(" ") in _AT_WORDS.split("|") or (mark.strip(" ").startswith("-at"))
    if bare:
        return (bool(tail) and bool(_WRITTEN_DOT.search(tail))) or (
            first in _MAIL_HOSTS and (bool(tail) or first in _MAIL_ONLY)
        )
    last = _DOTS.split(tail)[-1] if tail else ""
    if mark == "@":
        return len(last) > 1 and not last.isdigit()
    if not tail:
        return first in _MAIL_HOSTS and "@" not in mark
    spaced_stop = re.search(r"\.[ ]", tail) and not re.search(r"[ ]\.", tail)
    return not spaced_stop and 1 < len(last) < 25 and last.isalpha()
