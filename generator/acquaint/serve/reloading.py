"""What is added to a page on its way to the browser, and where those additions are served from.

They are added to the bytes of an answer and nowhere else, so no file that could be published ever holds them.
"""

from importlib.resources import files

OWN = "/-/"
"""Addresses below this are the server's; no edition has a folder of that name."""
EVENTS = f"{OWN}events"

_FILES = files("acquaint.serve")
ASSETS = {f"{OWN}{name}": _FILES.joinpath(name).read_bytes() for name in ("reload.js", "overlay.css")}
INDEX = _FILES.joinpath("index.html").read_bytes()
WAITING = _FILES.joinpath("waiting.html").read_bytes()


def with_reload(html: bytes, build: int) -> bytes:
    """`html` with the script and style that reload it once it is no longer of the newest `build`."""
    added = (
        f'<link rel="stylesheet" href="{OWN}overlay.css">'
        f'<script type="module" src="{OWN}reload.js?build={build}"></script>'
    ).encode()
    lower = html.lower()
    for end in (b"</head>", b"</body>"):
        if (place := lower.find(end)) >= 0:
            return html[:place] + added + html[place:]
    return html + added
