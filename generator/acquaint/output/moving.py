"""How a staged tree becomes the published one: marker, folders, files, and what is left over last."""

import os
import shutil
from collections.abc import Mapping, Set
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from acquaint.output.folder import MARKER, Edition, Standing, failure, survey
from acquaint.output.paths import fold


@dataclass(frozen=True, slots=True)
class Plan:
    """A tree to be: `staged` maps paths to numbers in `staging`, `kept` stand as they are, `folders` holds them all."""

    edition: Edition
    root: Path
    staging: Path
    staged: Mapping[str, int]
    kept: Set[str]
    folders: frozenset[str]

    def holds(self, path: str) -> bool:
        """True for a file of the tree to be."""
        return path in self.staged or path in self.kept or path == MARKER


def move(plan: Plan) -> int:
    """Publish `plan`; how many files (links and the like included) were removed. Raises MachineError.

    Files that are new come before those that change, and removed ones last, so that no page of either build links to
    nothing. Only what stands where a folder or file has to be goes earlier.
    """
    step = "publish"
    try:
        _mark(plan)
        standing = _respelled(plan)
        removed = _clear_the_way(plan, standing)
        for folder in sorted(plan.folders - standing.folders):
            step = f"make the folder {plan.edition}/{folder}"
            os.mkdir(plan.root / folder)
        for path in sorted(plan.staged, key=lambda path: (path in standing.files, path)):
            step = f"publish {plan.edition}/{path}"
            os.replace(f"{plan.staging}/{plan.staged[path]}", f"{plan.root}/{path}")
        step = "remove what is no longer published from"
        return removed + _remove_strays(plan, standing)
    except OSError as error:
        where = step if "/" in step else f"{step} {plan.root}"
        raise failure(error, where) from error


def _mark(plan: Plan) -> None:
    """Name the audience before anything else stands there: from then on the folder is known as ours."""
    plan.root.mkdir(exist_ok=True)
    if (plan.root / MARKER).exists():
        return
    written = plan.staging / "marker"
    with written.open("wb") as file:
        file.write(f"{plan.edition}\n".encode())
        file.flush()
        # Without its marker, whole, the folder would be refused; everything else is mended.
        os.fsync(file.fileno())
    os.replace(written, plan.root / MARKER)


def _respelled(plan: Plan) -> Standing:
    """What stands in the tree, once what differs from a wanted path by case only has the wanted spelling.

    Where the file system ignores case, the old spelling would else be taken for a stray, and the new file be removed.
    """
    tried: set[str] = set()
    while True:
        standing = survey(plan.root)
        misspelled = _misspelled(plan, standing)
        if not (left := [path for path in misspelled if path not in tried]):
            # A file system with one spelling of its own keeps it: those are ours, not strays.
            standing.drop(misspelled)
            return standing
        os.rename(plan.root / left[0], plan.root / misspelled[left[0]])
        tried.add(left[0])


def _misspelled(plan: Plan, standing: Standing) -> dict[str, str]:
    """What stands there in another spelling than the wanted one, its folder's aside, and that one; by path."""
    there = {*standing.files, *standing.folders, *standing.others}
    unknown = there.difference(plan.folders, plan.staged, plan.kept, {MARKER})
    if not unknown:
        return {}
    wanted = {fold(path): path for path in (*plan.folders, *plan.staged, *plan.kept)}
    better = {path: wanted[fold(path)] for path in sorted(unknown) if fold(path) in wanted}
    return {
        path: other
        for path, other in better.items()
        if other not in there and other.rpartition("/")[0] == path.rpartition("/")[0]
    }


def _clear_the_way(plan: Plan, standing: Standing) -> int:
    """Remove files and links where folders must be, and folders where files must be; how many files went."""
    in_the_way = sorted(plan.folders & (standing.others | standing.files.keys()))
    folders = {path for path in standing.folders if plan.holds(path)}
    there = standing.files.keys() | standing.others if folders else ()
    under = sorted(path for path in there if _lies_in(path, folders))
    below = [path for path in sorted(standing.folders, reverse=True) if path in folders or _lies_in(path, folders)]
    for path in (*in_the_way, *under):
        os.unlink(plan.root / path)
    for path in below:
        os.rmdir(plan.root / path)
    standing.drop((*in_the_way, *under, *below))
    return len(in_the_way) + len(under)


def _lies_in(path: str, folders: Set[str]) -> bool:
    return bool(folders) and any(folder.as_posix() in folders for folder in PurePosixPath(path).parents)


def _remove_strays(plan: Plan, standing: Standing) -> int:
    """Remove what this build did not make; how many files went. Links go, what they point at stays."""
    strays = [path for path in sorted({*standing.files, *standing.others}) if not plan.holds(path)]
    for path in strays:
        os.unlink(plan.root / path)
    for folder in sorted(standing.folders - plan.folders, reverse=True):
        os.rmdir(plan.root / folder)
    return len(strays)


def discard(staging: Path) -> None:
    """Remove a staging folder as far as that is possible: this runs on the way out of failures, and what it cannot
    remove, the next build sweeps."""
    shutil.rmtree(staging, ignore_errors=True)
