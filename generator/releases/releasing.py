"""What happens around the swap: the old site is kept, unless it or an older one shows what must not be shown any more."""

import shutil
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from pathlib import Path

import msgspec
from msgspec.structs import replace

from generator.config import Settings
from generator.errors import ReleaseError
from generator.model.redacted import RedactedMeeting
from generator.publishing import expiry, release
from generator.publishing.linking import linked_file, share_unchanged, unshared
from generator.publishing.removal import shows_what_must_go
from generator.releases import kept
from generator.store import Releases, Store


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """The new site in *staging*, compared with those that are there. *is_same* tells that it is the old one but for its day.

    *showing* are the names of releases that show what is withheld now: they cannot come back.
    """

    staging: Path
    is_same: bool
    showing: tuple[str, ...]


def compare(
    settings: Settings,
    store: Store,
    staging: Path,
    now: Collection[RedactedMeeting],
    leaks: Callable[[Path], Collection[object]],
) -> Compared:
    """Make *staging* share the old site's unchanged files, and delete each kept release that shows what is withheld now.

    *now* are the meetings as redaction made them and as they go out; *leaks* tells what a folder holds of what they withhold.
    Only files that are not in *staging*, which is scanned as a whole, are looked at.
    """
    is_same = settings.site_dir.is_dir() and share_unchanged(staging, settings.site_dir, [expiry.STATUS])
    known = store.releases()
    showing = tuple(
        name
        for name, folder, published in _candidates(settings, store, known)
        if _shows(published, now) or _leaks(settings, folder, staging, leaks)
    )
    if showing:
        store.keep_releases(replace(known, kept=tuple(name for name in known.kept if name not in showing)))
        kept.clear(settings, store, showing)
    return Compared(staging=staging, is_same=is_same, showing=showing)


def put(settings: Settings, store: Store, new: Compared, meetings: Collection[RedactedMeeting], day: date) -> None:
    """Put *new*, which holds *meetings*, in the place of the site, and keep the old site.

    Raises:
        ReleaseError: the new site could not be put in place; the old one stands.
    """
    known = store.releases()
    is_finished = known.coming in {None, known.current}
    if known.current and new.is_same and is_finished:
        coming, others = known.current, known.kept  # nothing is worth keeping twice
    else:
        coming, others = kept.next_name(settings, known, day), _kept_now(settings, store, known, new)
    store.prepare_published(meetings)
    store.keep_releases(replace(known, coming=coming))
    try:
        release.swap(new.staging, settings.site_dir)
    except ReleaseError:
        store.keep_releases(known)
        kept.clear(settings, store)
        raise
    store.keep_published(meetings, day)
    last = others[-settings.keep_releases :] if settings.keep_releases else ()
    of_all = tuple(meeting.id for meeting in meetings)
    store.keep_releases(replace(known, current=coming, kept=last, coming=None, meetings=of_all))
    kept.clear(settings, store)


def _kept_now(settings: Settings, store: Store, known: Releases, new: Compared) -> tuple[str, ...]:
    """Return the kept releases with the present site, which is kept unless it must not come back."""
    if not known.current or known.current in new.showing or not settings.keep_releases or not settings.site_dir.is_dir():
        return known.kept
    kept.keep_current(settings, store)
    return (*known.kept, known.current)


def _candidates(settings: Settings, store: Store, known: Releases) -> Iterable[tuple[str, Path, Mapping[str, RedactedMeeting]]]:
    """Yield the releases that are kept or about to be: name, folder, and what was published with them."""
    for name in known.kept:
        yield name, settings.releases_dir / name, store.published_with(name)
    if known.current and settings.keep_releases and settings.site_dir.is_dir():
        copy = settings.releases_dir / known.current  # of a run that broke off; the site may be the new one already
        folder = copy if copy.is_dir() else settings.site_dir
        yield known.current, folder, store.published_with(known.current) or store.published()


def _shows(published: Mapping[str, RedactedMeeting], now: Iterable[RedactedMeeting]) -> bool:
    """Tell whether what was *published* shows what is withheld *now*; of what nobody remembers, nobody can tell."""
    return not published or any(
        shows_what_must_go(published[meeting.id], meeting) for meeting in now if meeting.id in published
    )


def _leaks(settings: Settings, folder: Path, staging: Path, leaks: Callable[[Path], Collection[object]]) -> bool:
    own = settings.work_dir / "5-kept"
    shutil.rmtree(own, ignore_errors=True)
    for name in unshared(folder, staging):
        linked_file(folder / name, own / name)
    found = own.is_dir() and bool(leaks(own))
    shutil.rmtree(own, ignore_errors=True)
    return found
