"""How an answer gets into a file: in the place of @@name@@, quoted as that kind of file needs it, and only once."""

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

_GAP = re.compile(r"@@([a-z_]+)@@")
_ONLY = re.compile("@@(only|not)_([a-z]+)@@")
_MARKDOWN = re.compile(r"[\\`*\[\]<>|~#&]|(?<!\w)_|_(?!\w)")
_UNSAFE_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_BARE = re.compile(r'[\w.:/@=+"-]*')


@dataclass(frozen=True, slots=True)
class Filling:
    """`words` are quoted for the file they stand in; `blocks` are parts of a file and are put in as they are."""

    words: Mapping[str, str]
    blocks: Mapping[str, str] = field(default_factory=dict)


def filled(text: str, path: str, filling: Filling) -> str:
    """`text` of the file `path` with every gap filled; what was put in isn't looked at again. KeyError for others."""

    def put(match: re.Match[str]) -> str:
        name = match.group(1)
        return filling.blocks[name] if name in filling.blocks else quoted(filling.words[name], path)

    return _GAP.sub(put, text)


def lines_for(kinds: Collection[str], text: str) -> str:
    """`text` without the lines that are meant for another kind of community, and without their marks."""
    return "\n".join(line for marked in text.split("\n") if (line := _line_for(kinds, marked)) is not None)


def _line_for(kinds: Collection[str], line: str) -> str | None:
    while mark := _ONLY.match(line):
        if (mark.group(2) in kinds) != (mark.group(1) == "only"):
            return None
        line = line[mark.end() :]
    return line


def quoted(text: str, path: str) -> str:
    """`text` as the kind of file of `path` takes it; ValueError where only plain words are safe and it is none."""
    if path.startswith("asking-in/"):
        return text  # These are pasted into letters and chats, where a backslash would be read.
    if path.endswith(".md"):
        return _MARKDOWN.sub(r"\\\g<0>", text)
    if path.endswith(".yml") and not path.startswith("."):
        return as_yaml(text)
    if not _BARE.fullmatch(text):
        raise ValueError(f"{path} takes plain words only")
    return text


def as_yaml(text: str) -> str:
    """`text` as a scalar in double quotes, which YAML and TOML read alike."""
    return _UNSAFE_IN_YAML.sub(lambda match: f"\\u{ord(match.group()):04x}", json.dumps(text, ensure_ascii=False))
