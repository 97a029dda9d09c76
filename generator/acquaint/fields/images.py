"""The field type for pictures: a file beside the member's, called like it."""

from pathlib import PurePosixPath

from acquaint.fields.pictures import ENDINGS, MOST_BYTES, PictureError, square_jpegs
from acquaint.fields.reading import Reading
from acquaint.fields.showing import Showing
from acquaint.fields.types import FieldType
from acquaint.messages import say
from acquaint.problems import move
from acquaint.shown import ShownPicture
from acquaint.tree import Node
from acquaint.values import Picture


def read_image(node: Node, reading: Reading) -> Picture | None:
    """The picture called by `node`, which stands beside the member's file and bears its name."""
    scalar = reading.scalar(node, say("the name of a picture beside your file"))
    if scalar is None:
        return None
    name = scalar.text.strip()
    stem = PurePosixPath(reading.path).stem
    wanted = f"{stem}.jpg"
    if "://" in name or name.startswith(("//", "data:")):
        message = say("A picture from elsewhere would tell its host who visits whom; put it beside your file.")
        reading.report("remote-image", scalar, message, fix=f"{reading.field}: {wanted}")
        return None
    if PurePosixPath(name).suffix.lower() not in ENDINGS or name != f"{stem}{PurePosixPath(name).suffix}":
        message = say(
            "A picture stands beside your file and is called {name} with .jpg, .png or .webp behind it.", name=stem
        )
        reading.report("bad-image", scalar, message, fix=f"{reading.field}: {wanted}")
        return None
    content = reading.beside(name, MOST_BYTES + 1)
    if content is None:
        message = say("There is no picture {value} beside your file.", value=reading.quote(scalar))
        reading.report("bad-image", scalar, message)
        return None
    try:
        return Picture(name, *square_jpegs(content))
    except PictureError as error:
        fix = say("Save it as a still JPEG of at most {n} × {n} pixels.", n=2_000)
        mend = move(str(PurePosixPath(reading.path).with_name(name)), f"../{name}")
        reading.report(error.slug, scalar, error.message, fix=fix, mend=mend)
        return None


def show_image(value: Picture, showing: Showing) -> ShownPicture:
    """The picture as it was drawn anew."""
    return ShownPicture(value.content, value.small)


IMAGE = FieldType(
    name="image",
    about="The name of a JPEG, PNG or WebP beside your file, called like it.",
    example="ada.jpg",
    wrong="https://ada.example/me.jpg",
    read=read_image,
    show=show_image,
    schema={"type": "string"},
    beyond=("a picture must exist, be called like the file and be decoded within bounds",),
)
