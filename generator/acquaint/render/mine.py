"""What members do with their own page: change it, pause it, have it removed; no account is needed for the last two."""

from dataclasses import dataclass

from acquaint.forge import forge_of
from acquaint.render import addresses
from acquaint.render.people import Person
from acquaint.render.site import Site


@dataclass(frozen=True, slots=True)
class WishView:
    """A ready message to whoever keeps the directory, and the subject of a mail with it."""

    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class MineView:
    """`form` leads to the form that begins with this member, `editor` to the file's editor, each "" without one.

    `file` is the file below the repository's root, "" where it stands in a folder of its own.
    """

    form: str
    editor: str
    file: str
    pause: WishView
    remove: WishView


def mine_view(person: Person, site: Site) -> MineView:
    """For the page of `person`."""
    return MineView(
        form=_form(person, site),
        editor=_editor(person, site),
        file=f"members/{person.file}" if person.file else "",
        pause=_pause(person, site),
        remove=_remove(person, site),
    )


def _form(person: Person, site: Site) -> str:
    """The form stands in the public edition, and begins with nobody whom strangers don't see."""
    if not person.listed_openly or (site.internal and not site.community.base_url):
        return ""
    root = addresses.root(addresses.member(person.handle))
    start = f"{site.community.base_url}{site.folder}" if site.internal else root
    return f"{start}{addresses.JOIN}?edit={person.handle}"


def _editor(person: Person, site: Site) -> str:
    """Members may read where the repository is; strangers only where the community shows it."""
    repository = site.community.repository
    if not (site.internal or site.community.shows_repository):
        return ""
    return forge_of(repository.url, repository.branch).editor(person.file)


def _pause(person: Person, site: Site) -> WishView:
    handle = f"@{person.handle}"
    return WishView(
        subject=site.say("Please pause {handle}", handle=handle),
        text=site.say(
            "Hello, I am {handle}. Please pause my entry and write “listing: nobody” into my file. Thank you!",
            handle=handle,
        )
        + _page(person, site),
    )


def _remove(person: Person, site: Site) -> WishView:
    handle = f"@{person.handle}"
    return WishView(
        subject=site.say("Please remove {handle}", handle=handle),
        text=site.say(
            "Hello, I am {handle}. Please remove my entry: delete my file and my picture. Thank you!", handle=handle
        )
        + _page(person, site),
    )


def _page(person: Person, site: Site) -> str:
    """The page's address in a line of its own, where strangers can open it."""
    base = site.community.base_url if person.listed_openly else ""
    return f"\n\n{base}{site.folder}{addresses.member(person.handle)}" if base else ""
