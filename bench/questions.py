"""What made-up visitors look for among made-up members: texts as they are typed, and filters as they are tapped."""

from typing import Any

TEXTS: dict[str, tuple[str, ...]] = {
    "one tag": ("photography", "mediation", "choir", "berlin", "calligraphy"),
    "its beginning": ("ph", "pho", "photo", "te", "tex", "texti", "ber"),
    "two words": ("data design", "night trains", "solar engineering", "bread teaching"),
    "three words": ("water safety teaching", "old maps lisbon", "forest law translation"),
    "a need as it is said": ("somebody in berlin who can review a plan for data design",),
    "a place and a skill": ("leipzig photography", "são paulo radio", "上海 textile repair", "nairobi film"),
    "Chinese": ("上", "上海", "新加坡", "翻译", "很开心"),
    "a slip": ("fotography", "enginering", "berlni", "transaltion", "calligrapyh"),
    "a word in introductions": ("neighbour", "drawing", "opinions"),
    "signs": ("c++", ".net", "r&d"),
}

FILTERS: tuple[dict[str, list[str]], ...] = (
    {"city": ["berlin"]},
    {"skills": ["data-design"]},
    {"languages": ["de"], "availability": ["mentoring"]},
    {"city": ["berlin", "leipzig"], "interests": ["choir"]},
)
BOTH: tuple[tuple[str, dict[str, list[str]]], ...] = (
    ("photography", {"city": ["berlin"]}),
    ("data", {"languages": ["de"]}),
)

ZONE, DAY = "Europe/Berlin", "2026-06-01"


def question(text: str, filters: dict[str, list[str]]) -> dict[str, Any]:
    """What the engine is asked, as templates/assets/js/state.js would put it."""
    sort = "match" if text else "newest"
    return {"text": text, "filters": filters, "overlap": 0, "zone": ZONE, "sort": sort, "day": DAY}


def questions() -> list[dict[str, Any]]:
    """All of them, each in full."""
    typed = [question(text, {}) for texts in TEXTS.values() for text in texts]
    return typed + [question("", filters) for filters in FILTERS] + [question(*both) for both in BOTH]


def typed() -> list[list[dict[str, Any]]]:
    """The same as they come into being: a text letter by letter, filters one after the other."""
    return [
        [question(whole["text"][:end], whole["filters"]) for end in range(1, len(whole["text"]) + 1)]
        if whole["text"]
        else [question("", dict(list(whole["filters"].items())[:end])) for end in range(1, len(whole["filters"]) + 1)]
        for whole in questions()
    ]
