"""What members do with their own page: change it, pause it, have it removed; no account is needed for the last two."""

from dataclasses import dataclass

from acquaint.forge import Forge
from acquaint.render import addresses
from acquaint.render.interface import Interface
from acquaint.render.people import Person


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


def mine_view(person: Person, base_url: str, forge: Forge | None, interface: Interface) -> MineView:
    """For the page of `person`; `base_url` is that of the public edition, `forge` where readers may edit the file."""
    address = addresses.public_page(person, base_url, interface)
    ending = f"\n\n{address}" if address else ""
    return MineView(
        form=_form(person, base_url, interface),
        editor=forge.editor(person.file) if forge else "",
        file=f"members/{person.file}" if person.file else "",
        pause=_pause(person.handle, ending, interface),
        remove=_remove(person.handle, ending, interface),
    )


def _form(person: Person, base_url: str, interface: Interface) -> str:
    """The form stands in the public edition, and begins with nobody whom strangers don't see."""
    if not person.listed_openly or (interface.internal and not base_url):
        return ""
    root = addresses.root(addresses.member(person.handle))
    start = f"{base_url}{interface.folder}" if interface.internal else root
    return f"{start}{addresses.JOIN}?edit={person.handle}"


def _pause(handle: str, ending: str, interface: Interface) -> WishView:
    handle = f"@{handle}"
    return WishView(
        subject=interface.say("Please pause {handle}", handle=handle),
        text=interface.say(
            "Hello, I am {handle}. Please pause my entry and write “listing: nobody” into my file. Thank you!",
            handle=handle,
        )
        + ending,
    )


def _remove(handle: str, ending: str, interface: Interface) -> WishView:
    handle = f"@{handle}"
    return WishView(
        subject=interface.say("Please remove {handle}", handle=handle),
        text=interface.say(
            "Hello, I am {handle}. Please remove my entry: delete my file and my picture. Thank you!", handle=handle
        )
        + ending,
    )
