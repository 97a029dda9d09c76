"""Where a forge has its pages: the one for a new file, the editor of a file, and the folder, by the address it has."""

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

FOLDER = "members"
"""The folder of the introductions."""


@dataclass(frozen=True, slots=True)
class Forge:
    """The pages of one repository; each address is "" where nobody knows how the forge builds it.

    `kind` is github, gitlab, gitea (Forgejo and Codeberg as well) or "". `new` and `edit` end where the percent-encoded
    name of a file follows; behind that of a new file may stand `value` and its percent-encoded text. The join page's
    script puts them together, for only there is a text.
    """

    url: str
    kind: str = ""
    new: str = ""
    value: str = ""
    edit: str = ""
    folder: str = ""

    def editor(self, name: str) -> str:
        """The page on which the introduction `name` is edited."""
        return self.edit + quote(name, safe="") if self.edit and name else ""


def forge_of(url: str, branch: str) -> Forge:
    """The forge at `url`, the address of a repository as a browser shows it, and its `branch`."""
    kind = _kind(url)
    base = url.strip().rstrip("/").removesuffix(".git")
    at = quote(branch, safe="/")
    match kind:
        case "github":
            return Forge(
                url=base,
                kind=kind,
                # A name in the folder's own address is lost on its way through the login.
                new=f"{base}/new/{at}?filename={FOLDER}/",
                value="&value=",
                edit=f"{base}/edit/{at}/{FOLDER}/",
                folder=f"{base}/tree/{at}/{FOLDER}",
            )
        case "gitlab":
            return Forge(
                url=base,
                kind=kind,
                new=f"{base}/-/new/{at}/{FOLDER}?file_name=",
                value="&content=",
                edit=f"{base}/-/edit/{at}/{FOLDER}/",
                folder=f"{base}/-/tree/{at}/{FOLDER}",
            )
        case "gitea":
            return Forge(
                url=base,
                kind=kind,
                new=f"{base}/_new/{at}/{FOLDER}?filename=",
                value="&value=",
                edit=f"{base}/_edit/{at}/{FOLDER}/",
                folder=f"{base}/src/branch/{at}/{FOLDER}",
            )
    return Forge(url=url.strip())


def _kind(url: str) -> str:
    """What runs at `url`: by the host's name, since nobody asks the host. An address of another form has no pages."""
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname or ""
    except ValueError:
        return ""
    segments = parts.path.strip("/").split("/")
    is_repository = parts.scheme in ("https", "http") and len(segments) > 1 and all(segments) and ".." not in segments
    if not is_repository or parts.query or parts.fragment or parts.username is not None:
        return ""
    labels = host.split(".")
    if "github" in labels:
        return "github" if len(segments) == 2 else ""
    if any("gitlab" in label for label in labels):
        return "gitlab"
    if any(name in label for label in labels for name in ("gitea", "forgejo", "codeberg")):
        return "gitea" if len(segments) == 2 else ""
    return ""
