"""Releases that were replaced and are kept: their names, their folders, and what becomes of them."""

import re
import shutil
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path

import msgspec

from generator.config import Settings
from generator.messages import sentence
from generator.model.expiry import FOLDER
from generator.publishing.linking import UNFINISHED, linked_copy
from generator.releases.expire import bring_to
from generator.store import Releases, Store

# A release is named by the day of its run, and counted within the day.
NAME = re.compile(r"(\d{4}-\d\d-\d\d)-(\d+)")
NONE: frozenset[str] = frozenset()


class Release(msgspec.Struct, frozen=True, kw_only=True):
    """A whole site: *pages* counts what a reader can open."""

    name: str
    pages: int
    is_on_site: bool


def releases(settings: Settings) -> tuple[Release, ...]:
    """Return the release on the site, if it is there, and the kept ones, the latest replaced first."""
    known = Store(settings.private_dir).releases()
    present = [(known.current, settings.site_dir)] if known.current and settings.site_dir.is_dir() else []
    replaced = [(name, settings.releases_dir / name) for name in reversed(known.kept)]
    return tuple(
        Release(name=name, pages=_pages(path), is_on_site=path == settings.site_dir)
        for name, path in (*present, *replaced)
        if path.is_dir()
    )


def told(settings: Settings) -> str:
    """Return a line for each release: its name, which begins with its day, its pages, and where it stands."""
    rows = [
        sentence("release.on_site" if found.is_on_site else "release.kept", {"release": found.name, "pages": found.pages})
        for found in releases(settings)
    ]
    return "\n".join(rows) or sentence("release.none", {})


def next_name(settings: Settings, known: Releases, day: date) -> str:
    """Return the name of a new release of *day*: no release that is kept has it."""
    # Where the site is gone, so is the release that stood there, and its name is free.
    is_there = settings.keep_releases and settings.site_dir.is_dir()
    current = (known.current,) if known.current and is_there else ()
    taken = (NAME.fullmatch(name) for name in (*known.kept, *current, *folders(settings.releases_dir)))
    counts = [int(found[2]) for found in taken if found and found[1] == day.isoformat()]
    return f"{day.isoformat()}-{max(counts, default=0) + 1}"


def keep_current(settings: Settings, store: Store) -> None:
    """Keep the present site, and what is remembered as published with it, under its name."""
    known = store.releases()
    if known.current and settings.site_dir.is_dir():
        linked_copy(settings.site_dir, settings.releases_dir / known.current)
        store.remember(known.current)


def expire(settings: Settings, store: Store, day: date) -> None:
    """Bring the site, every kept release and what is remembered of them to *day*, before anything is made of them."""
    bring_to(day, settings.site_dir, settings.releases_dir, store)


def clear(settings: Settings, store: Store, unwanted: Collection[str] = NONE) -> None:
    """Delete the releases that are *unwanted* or not kept any more, and what a crash left of their copies.

    As long as a run is unfinished, what it copied of the old site is kept: the site may be the new one already.
    """
    known = store.releases()
    is_unfinished = known.coming not in {None, known.current}
    wanted = {*known.kept, *((known.current, known.coming) if is_unfinished else ())} - {*unwanted}
    for root in (settings.releases_dir, store.snapshots):
        for path in [root / name for name in folders(root) if name not in wanted]:
            shutil.rmtree(path)


def folders(root: Path) -> Iterator[str]:
    """Yield the names of the releases in *root*, half-made ones too; nothing else there is ours."""
    if not root.is_dir():
        return
    for path in sorted(root.iterdir()):
        if path.is_dir() and NAME.fullmatch(path.name.removeprefix(".").removesuffix(UNFINISHED)):
            yield path.name


def _pages(folder: Path) -> int:
    return sum(path.relative_to(folder).parts[0] != FOLDER for path in folder.rglob("*.html"))
