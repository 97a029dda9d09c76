"""Slips of the hand that one line shows: how each is recognised and how the line reads without it.

A slip proposes; whether it was the fault is decided by reading the file again with the line mended.
"""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass

from acquaint.check.mending import habits
from acquaint.check.mending.case import as_scalar, bare, indent_of, quoted
from acquaint.load.keys import usual_key
from acquaint.messages import Message, say

_ODD_SPACE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_UNSEEN = "\u00ad\u200b-\u200f\u2060-\u2064\ufe0f"
_UP_TO_VALUE = re.compile(rf"[\s{_UNSEEN}]*(?:[-•][\s{_UNSEEN}]*)?[^\s:：]*[\s{_UNSEEN}]*[:：]?[\s{_UNSEEN}]*")
_ENTRY = re.compile(r"(\s*(?:-\s+)*)([\w-]+)(\s*:\s+)(\S.*?)((?:\s+#(?:\s.*)?)?)\s*")
_ITEM = re.compile(r"(\s*(?:-\s+)+)(\S.*?)\s*")
_WIDE = str.maketrans("［］｛｝【】，、；：“”＂", '[]{}[],,,:"""')
_PART = re.compile(r"['‘].*[^'’]$|[\"“][^\"”]+[\"”]\s+[^\"”]*[^\s\"”]$")
_CLOSING = {"[": "]", "{": "}"}

Known = Collection[str]


@dataclass(frozen=True, slots=True)
class Slip:
    """`change` gives the line without the slip, None where it isn't there; `often` if whoever made it repeats it."""

    change: Callable[[str, Known], str | None]
    message: Message
    often: bool = False


def _as_known(key: str, known: Known) -> str:
    """`key` as it is called here, if it is a usual name for that."""
    return key if key in known else usual_key(key, known) or key


def _tab(line: str, known: Known) -> str | None:
    blanks = line[: len(line) - len(line.lstrip())]
    return blanks.replace("\t", "  ") + line.lstrip().replace("\t", " ") if "\t" in line else None


def _odd_space(line: str, known: Known) -> str | None:
    match = re.match(rf"[\s\-•]*[^:：]*[:：]?[\s{_ODD_SPACE}]*", line)
    return re.sub(f"[{_ODD_SPACE}]", " ", match.group()) + line[match.end() :] if match else None


def _unseen(line: str, known: Known) -> str | None:
    match = _UP_TO_VALUE.match(line)
    return re.sub(f"[{_UNSEEN}]", "", match.group()) + line[match.end() :] if match else None


def _wide_colon(line: str, known: Known) -> str | None:
    match = re.match(r"(\s*(?:-\s+)?)([^\s:：]+(?: [^\s:：]+)?)\s*[：﹕꞉∶]\s*(.*)", line)
    return f"{match[1]}{_as_known(match[2], known)}: {match[3]}".rstrip() if match else None


def _wide_list(line: str, known: Known) -> str | None:
    match = re.match(r"(\s*(?:-\s+)?(?:[\w-]+\s*:\s*)?)([\[{［｛【].*)", line)
    if match is None:
        return None
    narrow = match[2].translate(_WIDE)
    return match[1] + (re.sub(r"(?<=[,:])(?=\S)(?!//)", " ", narrow) if narrow != match[2] else narrow)


def _no_space(line: str, known: Known) -> str | None:
    match = re.match(r"(\s*(?:-\s+)?)([\w-]+):(?!//)(\S.*)", line)
    return f"{match[1]}{_as_known(match[2], known)}: {match[3]}" if match else None


def _no_space_in_braces(line: str, known: Known) -> str | None:
    match = re.match(r"(\s*(?:-\s+)?(?:[\w-]+:\s+)?)(\{.*\})\s*", line)
    return match[1] + re.sub(r"(?<=[{\s,])([\w-]+):(?!//)(?=\S)", r"\1: ", match[2]) if match else None


def _bullet(line: str, known: Known) -> str | None:
    match = re.match(r"(\s*)(?:-(?=[^\s-])|[•*–—·●▪]\s*|\+\s+)(\S.*)", line)
    return f"{match[1]}- {match[2]}" if match else None


def _comma(line: str, known: Known) -> str | None:
    match = re.fullmatch(r"(.*\S)\s*[,;，；]+\s*", line)
    return match[1] if match else None


def _open_bracket(line: str, known: Known) -> str | None:
    match = re.match(r"\s*(?:-\s+)?(?:[\w-]+\s*:\s+)?", line)
    value = line[match.end() if match else 0 :].rstrip()
    waiting: list[str] = []
    for sign in re.sub(r"\"[^\"]*\"|'[^']*'", "", value):
        if sign in _CLOSING:
            waiting.append(_CLOSING[sign])
        elif sign in "]}" and sign in waiting:
            waiting.remove(sign)
        elif sign in "]}":
            return f"{line[: match.end() if match else 0]}{'[' if sign == ']' else '{'}{value}"
    return line.rstrip().rstrip(",") + "".join(reversed(waiting)) if waiting else None


def _markdown_link(line: str, known: Known) -> str | None:
    match = re.match(r"(\s*(?:-\s+)?)([^:\[]+:\s+)?\[([^\]]*)\]\(<?([^)\s>]+)>?\)\s*", line)
    if match is None:
        return re.sub(r"<((?:https?://|mailto:)[^\s>]+)>", r"\1", line)
    key, label, address = match[2] or "", as_scalar(match[3].strip() or "Link", in_flow=True), match[4]
    if not key:
        return f"{' ' * len(match[1])}{label}: {address}"
    return f"{match[1]}{key}{{{label}: {address}}}" if key.startswith("links") else f"{match[1]}{key}{address}"


def _no_colon(line: str, known: Known) -> str | None:
    match = re.match(r"([\w-]+)(?:\s*(?:=|->|=>|–|—|\t)\s*|\s+-?\s*)(\S.*)", line)
    return (
        f"{match[1]}: {as_scalar(match[2]) if match[2][:1] not in '[{' else match[2]}"
        if match and match[1] in known
        else None
    )


def _braces(line: str, known: Known) -> str | None:
    match = re.fullmatch(r"(contact|links)(\s*:\s+)([^\s:{\[]+)\s*:\s+([^{}]+?)\s*", line)
    return f"{match[1]}: {{{match[3]}: {as_scalar(bare(match[4]), in_flow=True)}}}" if match else None


def _json(line: str, known: Known) -> str | None:
    match = re.fullmatch(r"(\s*)[\"“”]([\w-]+)[\"“”]\s*[:：]\s*(\S.*?),?\s*", line)
    return f"{match[1]}{match[2]}: {match[3]}" if match else None


def _hash(line: str, known: Known) -> str | None:
    match = re.match(r"(\s*(?:-\s+)?(?:[\w-]+:\s+)?)([\[{].*[\]}])\s*", line)
    if match is None:
        return None
    return match[1] + re.sub(r"(?<=[\[,:]) *([^,\[\]{}\":]* #[^,\[\]{}\"]*?) *(?=[,\]}])", r' "\1"', match[2]).replace(
        "[ ", "["
    )


def _quotation(line: str, known: Known) -> str | None:
    match = _ENTRY.fullmatch(line)
    if match:
        # What closes nothing, or closes before the end, is a part of the text: ’Tis, or "Data" and more.
        inner = match[4] if _PART.match(match[4]) else bare(match[4])
        return f"{match[1]}{match[2]}: {quoted(inner)}{match[5]}" if match[4][0] in "\"'“„«「‘＂" else None
    item = _ITEM.fullmatch(line)
    return f"{item[1]}{quoted(bare(item[2]))}" if item and item[2][0] in "\"'“„«「‘＂" else None


def _sign(line: str, known: Known) -> str | None:
    match = _ENTRY.fullmatch(line)
    if match:
        return f"{match[1]}{match[2]}: {quoted(match[4])}{match[5]}" if match[4][0] not in "\"'[{" else None
    item = _ITEM.fullmatch(line)
    return f"{item[1]}{quoted(item[2])}" if item and item[2][0] not in "\"'[{" else None


def _indented(line: str, known: Known) -> str | None:
    match = re.match(r"\s+([\w-]+)\s*:(?:\s|$)", line)
    return line.lstrip() if match and match[1] in known else None


def _comment(line: str, known: Known) -> str | None:
    is_text = line.strip() and not line.lstrip().startswith("#")
    return f"# {line.strip()}" if is_text and not indent_of(line) else None


SLIPS = (
    Slip(_tab, say("A tab stands here, where only spaces may stand."), often=True),
    Slip(_odd_space, say("A blank that only looks like a space stands here; copied text brings it along."), often=True),
    Slip(_unseen, say("The key holds a character that nobody sees; copied text often brings it along."), often=True),
    Slip(_wide_colon, say("This colon is full-width, so it ends no key."), often=True),
    Slip(_no_space, say("A space is missing behind the colon."), often=True),
    Slip(_bullet, say("An entry of a list begins with a - and needs a space behind it."), often=True),
    Slip(_markdown_link, say("A link is written as a name, a colon and the address, without brackets."), often=True),
    Slip(_wide_list, say("These brackets or commas are full-width, so they separate nothing."), often=True),
    Slip(habits.bold, say("A key is written without stars around it."), often=True),
    Slip(habits.dash_key, say("A field begins at the left edge, without a - in front of it."), often=True),
    Slip(habits.no_colon_before_address, say("The colon between a name and its address is missing."), often=True),
    Slip(_json, say("Keys need no quotation marks, and a line ends without a comma."), often=True),
    Slip(_comma, say("A comma stands behind a value that is complete."), often=True),
    Slip(_open_bracket, say("A bracket is opened and not closed, or closed and not opened.")),
    Slip(habits.in_one_line, say("Several things in one line stand in brackets, with commas between them.")),
    Slip(habits.quotes_in_brackets, say("The quotation marks in these brackets don't come in pairs.")),
    Slip(_no_space_in_braces, say("A space is missing behind the colon.")),
    Slip(_braces, say("Two keys stand in one line; the second needs braces around it.")),
    Slip(_no_colon, say("The colon behind the key is missing."), often=True),
    Slip(_hash, say("A # begins a note that nobody sees; where it belongs to the text, the text needs quotes.")),
    Slip(_quotation, say("A quotation mark isn't closed, or stands inside the quotation.")),
    Slip(_indented, say("This line is indented, so it is taken for a part of the one above."), often=True),
    Slip(habits.begins_in_brackets, say("A text that begins with a bracket needs quotes.")),
    Slip(_sign, say("This value holds a sign that means something else here, such as a colon, so it needs quotes.")),
)  # fmt: skip
COMMENT = Slip(
    _comment, say("This line is no key with a value. With # in front it is a note to yourself, which nobody sees.")
)
