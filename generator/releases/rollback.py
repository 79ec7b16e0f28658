"""`pykala release --rollback`: a kept release takes the place of the site, and the site is kept instead."""

import shutil
from datetime import date

from msgspec.structs import replace

from generator import reviewing
from generator.config import Settings
from generator.errors import ConfigurationError, ReleaseError
from generator.messages import sentence
from generator.publishing import expiry, release
from generator.publishing.linking import UNFINISHED, linked_copy
from generator.releases import kept, loss
from generator.store import Store

LATEST = "latest"


def roll_back(settings: Settings, name: str, day: date) -> str:
    """Put the kept release *name*, or the `latest` replaced one, on the site as of *day*, and return what to tell.

    What is remembered as published becomes what was published with it, so that the next run goes on from there.

    Raises:
        ConfigurationError: no such release is kept, another run is under way, the private folder is lost, or something was
            rejected that no run has taken out of what is kept yet.
        ReleaseError: the folders cannot be renamed; the site stands.
    """
    store = Store(settings.private_dir)
    with store.locked():
        loss.refuse(settings, store)
        recover(settings, store, day)
        if reviewing.is_rejection_pending(settings, store):
            raise ConfigurationError("release.rejected_since")
        known = store.releases()
        chosen = next(reversed(known.kept), LATEST) if name == LATEST else name
        if chosen not in known.kept or not (settings.releases_dir / chosen).is_dir():
            raise ConfigurationError("release.not_kept", where=chosen)
        kept.keep_current(settings, store)
        store.keep_releases(replace(known, coming=chosen))
        try:
            _put_back(settings, store, chosen, day)
        except ReleaseError:
            store.keep_releases(known)
            kept.clear(settings, store)
            raise
    return sentence("release.rolled_back", {"release": chosen})


def recover(settings: Settings, store: Store, day: date) -> None:
    """Finish what a crash broke off, clear what it left, and bring the kept releases to *day*."""
    release.recover(settings.site_dir)
    known = store.releases()
    if known.coming in known.kept:
        _put_back(settings, store, known.coming, day)
    kept.clear(settings, store)
    kept.expire(settings, store, day)


def _put_back(settings: Settings, store: Store, name: str, day: date) -> None:
    """Put *name* on the site. May be done again from the start: it stays kept until all is done."""
    staged = settings.releases_dir / f".{name}{UNFINISHED}"
    shutil.rmtree(staged, ignore_errors=True)
    linked_copy(settings.releases_dir / name, staged)
    expiry.apply(staged, day)
    release.swap(staged, settings.site_dir)
    store.return_to(name)
    store.take_off(day)
    known = store.releases()
    replaced = [known.current] if known.current and (settings.releases_dir / known.current).is_dir() else []
    others = [other for other in known.kept if other != name]
    of_all = tuple(store.published())
    store.keep_releases(replace(known, current=name, kept=(*others, *replaced), coming=None, meetings=of_all))
    kept.clear(settings, store)
