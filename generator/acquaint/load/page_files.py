"""Which files of pages/ are pages: what each is called, in which language, and what a wrong name was meant to be."""

import re
from collections.abc import Iterator
from pathlib import Path

from acquaint.config import Community
from acquaint.messages import say
from acquaint.problems import Problems
from acquaint.slugs import WINDOWS_NAMES

FOLDER = "pages"
RESERVED = frozenset(["members", "search", "assets", "feeds", "asks", "offers", "community", "join", "page"])
"""Addresses of our own; those of fields and languages are taken as well."""
_NAME = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)(?:\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*))?\.md")


def taken(community: Community) -> frozenset[str]:
    """The top folders of the site, and what no folder can be called on Windows: names that no page can have."""
    return RESERVED | WINDOWS_NAMES | set(community.fields) | {language.lower() for language in community.languages}


def page_files(folder: Path, community: Community, problems: Problems) -> Iterator[tuple[str, str, str]]:
    """(name, language, file name) of each page in `folder`; what is none is reported."""
    for path in sorted(path.name for path in folder.iterdir() if not path.name.startswith(("_", "."))):
        match = _NAME.fullmatch(path)
        if match is None:
            message = say("This is no page: a page is called by small letters, digits and hyphens, and ends in .md.")
            problems.add("stray-file", message, f"{FOLDER}/{path}", fix=_meant(path, community))
        elif _has_a_page(match[1], match[2], folder, community, problems):
            yield match[1], match[2] or community.language, path


def _has_a_page(name: str, lang: str | None, folder: Path, community: Community, problems: Problems) -> bool:
    """True if the file gets a page; why not, or what else it may have been meant to be, is reported."""
    where = f"{FOLDER}/{name}{f'.{lang}' if lang else ''}.md"
    if name in taken(community):
        message = say("This address belongs to the site itself.")
        problems.add("reserved-page", message, where, fix=say("Give the file another name."))
        return False
    if lang and lang not in community.languages:
        message = say("This page is in a language that community.yml doesn't name, so nobody would see it.")
        near = lang.partition("-")[0]
        fix = f"languages: [{', '.join((*community.languages, lang))}]"
        problems.add("stray-file", message, where, fix=f"{name}.{near}.md" if near in community.languages else fix)
        return False
    if lang == community.language and (folder / f"{name}.md").exists():
        message = say("There are two files of this page in one language.")
        problems.add("stray-file", message, where, fix=say("Keep one of them."))
        return False
    base, _, end = name.rpartition("-")
    if not lang and end in community.languages and (folder / f"{base}.md").exists():
        message = say("This is a page of its own. A page in another language has a dot before the language.")
        problems.add("stray-file", message, where, fix=f"{base}.{end}.md")
    return True


def _meant(path: str, community: Community) -> str:
    """The name that a file was probably meant to have."""
    stem = re.sub(r"[^a-z0-9.]+", "-", Path(path).stem.lower()).strip("-.")
    if found := re.fullmatch(rf"(.+)[-.]({'|'.join(map(re.escape, community.languages))})", stem):
        return f"{found[1].replace('.', '-')}.{found[2]}.md"
    return f"{stem.replace('.', '-') or 'code-of-conduct'}.md"
