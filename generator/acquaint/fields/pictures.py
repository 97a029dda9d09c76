"""Pictures decoded within bounds and drawn anew, so that nothing but their pixels survives."""

import io
import warnings
from typing import TYPE_CHECKING

from acquaint.messages import Message, say

if TYPE_CHECKING:
    from PIL import Image

ENDINGS = (".jpg", ".jpeg", ".png", ".webp")
MOST_BYTES = 5_000_000
MOST_PIXELS = 20_000_000
"""Checked in the file's header, before a pixel is decoded; 20 million decode within 200 MB."""
SIDE = 416
"""Pixels of the square at the head of a page: sharp at more than twice the size it has there."""
SMALL = 208
"""Pixels of the square on a card: sharp at three times the size it has there."""
LOGO_HEIGHT = 120
"""Pixels of a logo's height: sharp at three times the size it has at the head of a page."""
WIDEST = 6
"""How many times wider than high a logo may be; a wider one would leave no room for the ways beside it."""
QUALITY = 85
_PLACE = 0x8825
"""Where EXIF keeps latitude and longitude."""


class PictureError(ValueError):
    """A picture that can't be taken; `slug` names the law, `message` says why in one sentence."""

    def __init__(self, slug: str, message: Message) -> None:
        super().__init__(str(message))
        self.slug, self.message = slug, message


def square_jpegs(content: bytes) -> tuple[bytes, bytes]:
    """`content` (JPEG, PNG or WebP) as square JPEGs of SIDE and of SMALL pixels, without metadata.

    Raises PictureError if it can't be.
    """
    from PIL import Image, ImageOps  # Pillow is slow to import, and few members have a picture.

    fitted = ImageOps.fit(_decoded(content, 2 * SIDE), (SIDE, SIDE)).convert("RGBA")
    canvas = Image.new("RGB", (SIDE, SIDE), "white")
    canvas.paste(fitted, mask=fitted.getchannel("A"))
    return _jpeg(canvas), _jpeg(canvas.resize((SMALL, SMALL), Image.Resampling.LANCZOS))


def logo_png(content: bytes) -> tuple[bytes, int, int]:
    """`content` as a PNG without metadata, at most LOGO_HEIGHT pixels high, with its width and height.

    Raises PictureError if it can't be.
    """
    from PIL import Image

    image = _decoded(content, 0).convert("RGBA")
    if image.width > WIDEST * image.height:
        raise PictureError("bad-image", say("The logo is more than {n} times as wide as it is high.", n=WIDEST))
    height = min(LOGO_HEIGHT, image.height)
    size = (max(1, round(image.width * height / image.height)), height)
    canvas = Image.new("RGBA", size)
    canvas.paste(image.resize(size, Image.Resampling.LANCZOS))
    out = io.BytesIO()
    canvas.save(out, "PNG", optimize=True)
    return out.getvalue(), *size


def tells_a_place(content: bytes) -> bool:
    """True if the notes in a picture say where it was taken; the site's copy has none, the file itself has."""
    from PIL import Image

    if len(content) > MOST_BYTES:
        return False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as image:
                return bool(image.getexif().get_ifd(_PLACE))
    except (OSError, SyntaxError, ValueError, LookupError, TypeError, ArithmeticError, Image.DecompressionBombError):
        return False


def _decoded(content: bytes, draft: int) -> "Image.Image":
    """The picture, upright, in a mode that keeps what is transparent; `draft` pixels a side are enough if given."""
    from PIL import Image

    if len(content) > MOST_BYTES:
        raise PictureError("image-too-large", say("The picture has more than {n} MB.", n=MOST_BYTES // 1_000_000))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as image:
                if image.width * image.height > MOST_PIXELS:
                    size = f"{image.width} × {image.height}"
                    raise PictureError("image-too-large", say("The picture has {size} pixels.", size=size))
                if getattr(image, "n_frames", 1) > 1:
                    raise PictureError("bad-image", say("The picture moves; one still frame is what fits."))
                if draft:
                    image.draft("RGB", (draft, draft))
                _turn_upright(image)
                whole = image if image.mode in ("RGB", "RGBA", "L") else image.convert("RGBA")
                whole.load()
                return whole.copy()
    except PictureError:
        raise
    except Exception as error:  # A decoder fed with hostile bytes may raise anything.
        message = say("The file is no JPEG, PNG or WebP picture that can be decoded.")
        raise PictureError("bad-image", message) from error


def _turn_upright(image: "Image.Image") -> None:
    """As the camera was held; a picture whose note of it is damaged stays as it lies."""
    from PIL import ImageOps

    try:
        ImageOps.exif_transpose(image, in_place=True)
    except (SyntaxError, ValueError, KeyError, OSError, Warning):
        return


def _jpeg(canvas: "Image.Image") -> bytes:
    # Only pixels are carried over: Pillow keeps comments and profiles when it saves an opened image.
    out = io.BytesIO()
    canvas.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()
