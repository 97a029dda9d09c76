"""Whether the repository keeps what it should, and gives nobody what it shouldn't."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

from acquaint.doctor.finding import Finding, doubtful, fine, named, wrong
from acquaint.git import git
from acquaint.load import Loaded
from acquaint.load.history import is_complete
from acquaint.messages import count, say

_BUILT = re.compile(r"(?:^|/)\.acquaint-edition$")
"""The marker that stands in every built edition."""
_SECRET = re.compile(
    r"(?:^|/)(?:\.env(?:\.[^/]*)?|id_(?:rsa|ed25519)|[^/]*\.(?:pem|key|p12|kdbx|htpasswd|passwords)|\.htpasswd)$"
)
_TABLE = re.compile(r"\.(?:csv|tsv|xlsx|xls|ods|vcf|mbox|eml|sqlite|db)$", re.IGNORECASE)


def whole_history(root: Path, loaded: Loaded) -> Iterator[Finding]:
    """The day somebody joined comes from git, where the file doesn't tell it."""
    if git(root, "rev-parse", "--git-dir") is None:
        message = say("This folder is in no git repository, so nothing tells who changed what, and when.")
        yield doubtful(message, "git init && git add . && git commit -m 'Begin'")
        return
    undated = sum("joined" not in record.values for record in loaded.records)
    if is_complete(root):
        yield fine(say("The repository has its whole history."))
    elif undated:
        message = count(
            "This clone lacks its history, so {n} member is shown without the day they joined.",
            "This clone lacks its history, so {n} members are shown without the day they joined.",
            undated,
        )
        yield doubtful(message, "git fetch --unshallow")


def committed_files(root: Path) -> Iterator[Finding]:
    """Files that git hands to everybody who may read the repository."""
    listed = git(root, "ls-files", "-z", "--", ".")
    if listed is None:
        return
    paths = [path for path in listed.split("\0") if path]
    built = sorted({str(Path(path).parent.as_posix()) for path in paths if _BUILT.search(path)})
    if built:
        message = say(
            "A built site is committed: {files}. Its history keeps every value it ever held.", files=named(built)
        )
        yield wrong(message, f"git rm -r --cached --quiet -- {shlex.join(built)}")
    secret = [path for path in paths if _SECRET.search(path)]
    if secret:
        message = say("Files that usually hold keys or passwords are committed: {files}.", files=named(secret))
        yield wrong(
            message, say("Take them out of git, and replace the keys and passwords in them: they count as known.")
        )
    tables = [path for path in paths if _TABLE.search(path)]
    if tables:
        message = say("Tables are committed that may hold addresses: {files}.", files=named(tables))
        yield doubtful(message, say("Keep lists of people outside the repository."))
    if not (built or secret or tables):
        yield fine(say("Nothing is committed that looks like a built site, a key or a list of people."))


def ignored_site(root: Path) -> Iterator[Finding]:
    """The next `git add .` must not take the internal edition along."""
    if git(root, "rev-parse", "--git-dir") is None:
        return
    if git(root, "check-ignore", "--quiet", "--no-index", "site/internal/index.html") is None:
        message = say(
            "git doesn't ignore {folder}, so the next commit may take the internal edition along.", folder="site/"
        )
        yield wrong(message, "echo /site/ >> .gitignore")
