"""`pykala expire`: takes off what its time has come for. Runs in seconds, without detectors, mkdocs and browser."""

from datetime import date
from pathlib import Path

import msgspec

from generator.errors import ConfigurationError
from generator.folders import Folders
from generator.messages import sentence
from generator.publishing import expiry, release
from generator.store import Store


class Expired(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a run: the *applied* dates, and the *following* one, None when nothing else has a time limit."""

    applied: tuple[str, ...]
    following: date | None


def expire(folders: Folders, day: date) -> Expired:
    """Bring the site, the releases that are kept and what is remembered of them to *day*, whatever else is held back.

    A run that publishes takes off by itself what is overdue, so a crash in between brings nothing back.

    Raises:
        ConfigurationError: another run holds the private folder, a file in it is damaged, the site is not where it was
            published, or neither is there: what could be taken off is off, but nobody may think that it was all.
        OSError: as `bring_to`.
    """
    store = Store(folders.private_dir)
    with store.locked():
        release.recover(folders.site_dir)
        expired = bring_to(day, folders.site_dir, folders.releases_dir, store)
        if not folders.site_dir.is_dir():
            is_known = store.releases().current is not None
            raise ConfigurationError("expiry.site_missing" if is_known else "expiry.nothing_here", where=folders.site_dir.name)
        return expired


def bring_to(day: date, site: Path, releases: Path, store: Store) -> Expired:
    """Bring *site*, every folder of *releases* and what *store* remembers of them to *day*.

    Goes on after a folder that cannot be written, so that one does not keep the others from it.

    Raises:
        ConfigurationError: a file of *store* is damaged.
        OSError: a folder cannot be read or written; all others are at *day*.
    """
    folders = [folder for folder in (site, *_kept(releases)) if folder.is_dir()]
    applied: set[str] = set()
    refused: list[OSError] = []
    for folder in folders:
        try:
            applied.update(expiry.apply(folder, day))
        except OSError as error:
            refused.append(error)
    store.take_off(day)
    if refused:
        raise refused[0]
    coming = [when for folder in folders for when in expiry.dates(folder)]
    return Expired(applied=tuple(sorted(applied)), following=min(coming, default=None))


def told(expired: Expired) -> str:
    """Return what went and when something goes next, in a sentence or two."""
    dates = ", ".join(expired.applied)
    went = sentence("expiry.applied", {"dates": dates}) if dates else sentence("expiry.nothing_due", {})
    if expired.following is None:
        return f"{went} {sentence('expiry.none_due', {})}"
    return f"{went} {sentence('expiry.next_due', {'day': expired.following.isoformat()})}"


def _kept(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []
