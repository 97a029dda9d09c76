"""What members do with their own entry: change it, pause it, have it removed; no account is needed for the last two.

It is said once, on the community's page, for whoever comes there. A member's own page leads to it with their handle,
which a script fills in.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from acquaint.forge import Forge
from acquaint.render import addresses
from acquaint.render.interface import Interface
from acquaint.render.people import Person

PLACE = "leave"
"""The part of the community's page that says it."""


@dataclass(frozen=True, slots=True)
class WishView:
    """A ready message to whoever keeps the directory, and the subject of a mail with it."""

    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class MineView:
    """How an entry is changed, and messages in which `gap` stands for the handle.

    `form` leads to the form and ends where a handle follows, `address` to a member's page likewise, and `editor` to a
    file's editor, ending where the file's name follows; each is "" without one.
    """

    gap: str
    form: str
    editor: str
    address: str
    pause: WishView
    remove: WishView


def mine_view(base_url: str, forge: Forge | None, interface: Interface) -> MineView:
    """For the community's page; `base_url` is that of the public edition, `forge` where readers may edit the files."""
    gap = interface.say("[@your-handle]")
    start = f"{base_url}{interface.folder}"
    form = start if interface.internal else addresses.root(addresses.COMMUNITY)
    return MineView(
        gap=gap,
        form=f"{form}{addresses.JOIN}?edit=" if base_url or not interface.internal else "",
        editor=forge.edit if forge else "",
        address=f"{start}{addresses.MEMBERS}" if base_url else "",
        pause=WishView(
            subject=interface.say("Please pause {handle}", handle=gap),
            text=interface.say(
                "Hello, I am {handle}. Please pause my entry and write “listing: nobody” into my file. Thank you!",
                handle=gap,
            ),
        ),
        remove=WishView(
            subject=interface.say("Please remove {handle}", handle=gap),
            text=interface.say(
                "Hello, I am {handle}. Please remove my entry: delete my file and my picture. Thank you!", handle=gap
            ),
        ),
    )


def mine_link(person: Person) -> str:
    """The way there from the page of `person`, below its language's root: who they are, and how their file is called.

    It also says of whom strangers see nothing: for them there is no form, which begins with what everybody sees.
    """
    told = {"me": person.handle}
    if person.file:
        told["file"] = person.file
    if not person.listed_openly:
        told["for"] = "members"
    return f"{addresses.COMMUNITY}?{urlencode(told)}#{PLACE}"
