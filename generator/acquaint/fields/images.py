"""Pictures: a file beside the member's, decoded within bounds and drawn anew, so that nothing else in it survives."""

import io
import warnings
from pathlib import PurePosixPath

from acquaint.fields.reading import Reading
from acquaint.fields.showing import Showing
from acquaint.fields.types import FieldType
from acquaint.shown import ShownPicture
from acquaint.tree import Node
from acquaint.values import Picture

ENDINGS = (".jpg", ".jpeg", ".png", ".webp")
MOST_BYTES = 5_000_000
MOST_PIXELS = 20_000_000
"""Checked in the file's header, before a pixel is decoded; 20 million decode within 200 MB."""
SIDE = 256
"""Pixels of the square that is published: sharp at twice the largest size a page shows."""
QUALITY = 85


class PictureError(ValueError):
    """A picture that can't be taken; `slug` names the law, the text says why in one sentence."""

    def __init__(self, slug: str, message: str) -> None:
        super().__init__(message)
        self.slug = slug


def square_jpeg(content: bytes) -> bytes:
    """`content` (JPEG, PNG or WebP) as a square JPEG of SIDE pixels without metadata; PictureError if it can't be."""
    from PIL import Image, ImageOps  # Pillow is slow to import, and few members have a picture.

    if len(content) > MOST_BYTES:
        raise PictureError("image-too-large", f"The picture has more than {MOST_BYTES // 1_000_000} MB.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as image:
                if image.width * image.height > MOST_PIXELS:
                    raise PictureError("image-too-large", f"The picture has {image.width} × {image.height} pixels.")
                if getattr(image, "n_frames", 1) > 1:
                    raise PictureError("bad-image", "The picture moves; one still frame is what fits.")
                image.draft("RGB", (2 * SIDE, 2 * SIDE))
                ImageOps.exif_transpose(image, in_place=True)
                whole = image if image.mode in ("RGB", "RGBA", "L") else image.convert("RGBA")
                fitted = ImageOps.fit(whole, (SIDE, SIDE)).convert("RGBA")
    except PictureError:
        raise
    except Exception as error:  # A decoder fed with hostile bytes may raise anything.
        raise PictureError("bad-image", "The file is no JPEG, PNG or WebP picture that can be decoded.") from error
    # Only pixels are carried over: Pillow keeps comments and profiles when it saves an opened image.
    canvas = Image.new("RGB", (SIDE, SIDE), "white")
    canvas.paste(fitted, mask=fitted.getchannel("A"))
    out = io.BytesIO()
    canvas.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()


def read_image(node: Node, reading: Reading) -> Picture | None:
    """The picture called by `node`, which stands beside the member's file and bears its name."""
    scalar = reading.scalar(node, "the name of a picture beside your file")
    if scalar is None:
        return None
    name = scalar.text.strip()
    stem = PurePosixPath(reading.path).stem
    wanted = f"{stem}.jpg"
    if "://" in name or name.startswith(("//", "data:")):
        message = "A picture from elsewhere would tell its host who visits whom; put it beside your file."
        reading.report("remote-image", scalar, message, fix=f"{reading.field}: {wanted}")
        return None
    if PurePosixPath(name).suffix.lower() not in ENDINGS or name != f"{stem}{PurePosixPath(name).suffix}":
        message = f"A picture stands beside your file and is called {stem} with .jpg, .png or .webp behind it."
        reading.report("bad-image", scalar, message, fix=f"{reading.field}: {wanted}")
        return None
    content = reading.beside(name, MOST_BYTES + 1)
    if content is None:
        reading.report("bad-image", scalar, f"There is no picture {reading.quote(scalar)} beside your file.")
        return None
    try:
        return Picture(name, square_jpeg(content))
    except PictureError as error:
        fix = "Save it as a still JPEG of at most 2,000 × 2,000 pixels."
        reading.report(error.slug, scalar, str(error), fix=fix)
        return None


def show_image(value: Picture, showing: Showing) -> ShownPicture:
    """The picture as it was drawn anew."""
    return ShownPicture(value.content)


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
