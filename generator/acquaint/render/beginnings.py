"""How a longer text begins: as much of it as a chat, a feed or a title bears."""


def beginning(words: str, most: int) -> str:
    """`words` if they have no more than `most` characters; else cut where a word ends, with an ellipsis."""
    if len(words) <= most:
        return words
    cut = words[:most]
    return (cut.rpartition(" ")[0] if " " in cut[most // 2 :] else cut).rstrip() + " …"
