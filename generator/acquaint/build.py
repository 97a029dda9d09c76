"""The whole product, in order: from a folder of introductions to two editions.

    load --> check --> reveal --> render --> gate --> output

Read this first. Each stage is a room of its own; nothing is published before everything has passed.
"""

import gc
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from acquaint.check import checked, redact
from acquaint.config import Community
from acquaint.drafting.hints import example_contacts
from acquaint.errors import IntroductionsError
from acquaint.everybody import Everybody
from acquaint.gate import Passing
from acquaint.load import Loaded, Records, load, with_history
from acquaint.messages import say
from acquaint.output import Edition, Shelf, Stage, locked
from acquaint.own_templates import without_effect
from acquaint.page_words import page_words
from acquaint.problems import Problem, Problems, RawProblem
from acquaint.render import render_internal, render_public
from acquaint.rendered import Rendered
from acquaint.reveal import Revealed, Setting, reveal
from acquaint.store import Store
from acquaint.theme import Theme

EDITIONS: tuple[Edition, ...] = ("public", "internal")
SOURCES = ("members", "templates", "pages")
"""Folders of a community that no build may write into."""
VERIFIED_UP_TO = 2_000
"""Members up to which every build searches the finished files on disk once more; above, `--verify` asks for it."""

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Order:
    """What to build. `day` is the build day; the editions not asked for stay as they are.

    Without `out` nothing is written: the report holds what was built.
    """

    root: Path
    out: Path | None
    day: date
    editions: tuple[Edition, ...] = EDITIONS
    base_url: str = ""
    skip_invalid: bool = False
    strict: bool = False
    verify: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """What was built: members of each edition, files written, paths left out, everything that was found, seconds.

    `outdated` are templates of the community's own that were written for another version of ours,
    `unused` those that have no effect, with what was probably meant. `tree` has every file by its path, as in
    `public/index.html`, where nothing was written.
    """

    community: Community
    members: dict[Edition, int]
    written: dict[Edition, int]
    left_out: tuple[str, ...]
    problems: tuple[RawProblem, ...]
    outdated: tuple[str, ...]
    unused: tuple[tuple[str, str], ...]
    seconds: float
    tree: Mapping[str, bytes]


class Refused(IntroductionsError):
    """The introductions have errors; `problems` are all that were found, masked; `language` is the community's."""

    message = say("The introductions have problems, so nothing was built.")

    def __init__(self, problems: tuple[Problem, ...], language: str) -> None:
        super().__init__(str(self.message))
        self.problems, self.language = problems, language


def build(order: Order, tell: Tell, store: Store | None = None) -> Report:
    """Build what is ordered, with what `store` remembers of earlier builds, if there were any.

    Raises Refused, LeakError, UsageError or MachineError; then the last good site stands.
    """
    started, store = time.perf_counter(), Store(keeping=False) if store is None else store
    with _uncollected(), ExitStack() as stack:
        ours = Theme.load()
        theme = ours.with_own(order.root / "templates")
        ready = _made_ready(order, (ours, theme), tell, store)
        community, revealed = ready.community, ready.revealed
        gate = store.state("gate", lambda: Passing(keeps=store.keeping)).begin(revealed.secrets)
        stages = _stages(order, tell, store, stack)
        for edition, stage in stages.items():
            tell(f"drawing the {edition} edition")
            for file in _edition(edition, revealed, community, theme, store):
                if edition == "public":
                    gate.inspect(file)
                stage.add(file)
        tell("searching the finished files")
        _verify(stages, gate, len(revealed.internal.profiles), order)
        tell("publishing")
        written = {edition: stage.publish().written for edition, stage in stages.items()}
        gate.end()

    return Report(
        community=community,
        members={"public": len(revealed.public.profiles), "internal": len(revealed.internal.profiles)},
        written=written,
        left_out=ready.left_out,
        problems=ready.problems,
        outdated=theme.outdated,
        unused=tuple(without_effect(order.root / "templates", theme, ours)),
        seconds=time.perf_counter() - started,
        tree=_tree(stages),
    )


@dataclass(frozen=True, slots=True)
class Ready:
    """What is left of the introductions once what is public has been separated; nothing holds the records any more."""

    community: Community
    revealed: Revealed
    problems: tuple[RawProblem, ...]
    left_out: tuple[str, ...]


def _made_ready(order: Order, themes: tuple[Theme, Theme], tell: Tell, store: Store) -> Ready:
    """Read, check, separate. `themes` are ours, and ours with the community's own. Raises Refused."""
    problems, (ours, theme) = Problems(), themes
    tell("reading the introductions")
    loaded = with_history(order.root, load(order.root, problems, store=store), problems, store)
    loaded = replace(loaded, community=replace(loaded.community, base_url=order.base_url or loaded.community.base_url))

    tell("checking them")
    judged = checked(loaded, problems, order.day, store)
    standing, left_out = _accept(loaded, judged.found, order)
    everybody = judged.everybody if not left_out else Everybody.of(standing, loaded.community, store)

    tell("separating what is public from what is not")
    written = store.of(page_words, ours.templates) | _examples(loaded.community, theme)
    revealed = reveal(everybody, left_out, Setting(loaded.community, order.day, written), store)
    return Ready(
        community=loaded.community,
        revealed=replace(revealed, internal=replace(revealed.internal, commit=loaded.commit)),
        problems=judged.found,
        left_out=tuple(sorted({*loaded.paths} - {record.path for record in standing})),
    )


@contextmanager
def _uncollected() -> Iterator[None]:
    """The cyclic collector off: a build makes millions of values, hardly one in a circle, and to look takes a tenth."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


Stages = Mapping[Edition, Stage | Shelf]


def _stages(order: Order, tell: Tell, store: Store, stack: ExitStack) -> Stages:
    """Where the finished files go: to the disk, one build at a time, or into memory."""
    if order.out is None:
        return {edition: Shelf(edition, store) for edition in order.editions}
    stack.enter_context(locked(order.out, tell, protected=[order.root / name for name in SOURCES]))
    return {edition: stack.enter_context(Stage(order.out, edition)) for edition in order.editions}


def _tree(stages: Stages) -> Mapping[str, bytes]:
    shelves = [stage for stage in stages.values() if isinstance(stage, Shelf)]
    return {f"{shelf.edition}/{path}": content for shelf in shelves for path, content in shelf.files.items()}


def _accept(loaded: Loaded, found: tuple[RawProblem, ...], order: Order) -> tuple[Records, Records]:
    """The introductions that stand, and those left out; Refused if there may be none of the latter."""
    wrong = {problem.path for problem in found if problem.is_error or order.strict}
    introductions = set(loaded.paths)
    if wrong and not (order.skip_invalid and wrong <= introductions | _harmless(found)):
        raise Refused(redact(found, loaded), loaded.community.language)
    standing = tuple(record for record in loaded.records if record.path not in wrong)
    left_out = tuple(record for record in loaded.records if record.path in wrong)
    return standing, left_out


def _harmless(found: tuple[RawProblem, ...]) -> set[str]:
    """Paths below members/ that are no introductions at all (links, pipes): leaving them out leaves out nobody."""
    return {
        problem.path for problem in found if problem.law.slug == "not-a-file" and problem.path.startswith("members/")
    }


def _edition(
    edition: Edition, revealed: Revealed, community: Community, theme: Theme, store: Store
) -> Iterator[Rendered]:
    """The files of one edition."""
    if edition == "internal":
        return render_internal(revealed.internal, community, theme, store)
    return render_public(revealed.public, community, theme, store)


def _verify(stages: Stages, gate: Passing, members: int, order: Order) -> None:
    """Search the finished public files once more, as they will be published."""
    if "public" not in stages or not (order.verify or members <= VERIFIED_UP_TO):
        return
    for file in stages["public"].finished():
        gate.inspect(file)


def _examples(community: Community, theme: Theme) -> frozenset[str]:
    """What the form to join shows as examples of a contact, in the site's languages."""
    spec = community.fields["contact"]
    each = (example_contacts(spec, tag, theme.words(tag, "messages")) for tag in community.languages)
    return frozenset().union(*each)
