"""What is lost of the private folder: a run goes on only when somebody says that it may be forgotten."""

from generator.config import Settings
from generator.errors import ConfigurationError
from generator.messages import sentence
from generator.publishing import expiry
from generator.releases import kept
from generator.store import ADDRESSES, KEY, PUBLICATIONS, PUBLISHED, RELEASES, WITHHELD, Releases, Store

# What else was in the folder, decisions above all, nobody can tell once all of this is gone.
EVERYTHING = (ADDRESSES, PUBLICATIONS, WITHHELD, PUBLISHED, RELEASES)
FORGOTTEN = {
    ADDRESSES: "addresses",
    PUBLICATIONS: "publications",
    WITHHELD: "withheld",
    KEY: "withheld",
    PUBLISHED: "published",
    RELEASES: "releases",
}


def refuse(settings: Settings, store: Store) -> None:
    """Refuse to go on without what earlier runs left: clocks would start again, and addresses be given to other things.

    Raises:
        ConfigurationError: all of it is lost, or the part that is named.
    """
    lost = _lost(settings, store)
    if lost == EVERYTHING:
        raise ConfigurationError("release.private_lost", where=store.folder.name)
    if lost:
        raise ConfigurationError("release.private_part_lost", where=f"{store.folder.name}/{lost[0]}")


def begin_anew(settings: Settings) -> str:
    """Let the next run go on without what is lost, and return what it forgets, a line each. What is not lost stays.

    Kept releases go: nobody knows any more what they show.

    Raises:
        ConfigurationError: another run is under way, or a file is damaged.
    """
    store = Store(settings.private_dir)
    with store.locked():
        lost = _lost(settings, store)
        if not lost:
            return sentence("release.nothing_lost", {})
        for name in (ADDRESSES, PUBLICATIONS):
            (store.folder / name).touch()
        if not {KEY, WITHHELD}.isdisjoint(lost):
            store.keep_withheld(b"")  # nothing finds its way back to what was sealed with another key
        store.keep_releases(Releases(meetings=tuple(store.published())))
        kept.clear(settings, store)
    parts = [FORGOTTEN.get(name, "published") for name in lost]
    of_all = ["decisions"] if lost == EVERYTHING else []
    lines = (sentence(f"release.forgets_{part}", {}) for part in dict.fromkeys([*parts, "releases", *of_all]))
    return "\n".join([sentence("release.begun_anew", {}), *lines])


def _lost(settings: Settings, store: Store) -> tuple[str, ...]:
    """Return the names of what earlier runs left and is not there any more.

    A first run that broke off has published nothing; any other that did says so in releases.json, and is finished first.
    """
    files = [name for name in (ADDRESSES, PUBLICATIONS, WITHHELD) if not (store.folder / name).exists()]
    if store.withheld() and not store.key():
        files.append(KEY)
    if (store.folder / RELEASES).exists():
        known = store.releases()
        is_first = not known.current and not known.meetings
        is_unfinished = known.coming not in {None, known.current}
        return () if is_first or is_unfinished else (*files, *_lost_meetings(store, known.meetings))
    published = [] if any((store.folder / PUBLISHED).rglob("*.json")) else [PUBLISHED]
    if (settings.site_dir / expiry.STATUS).is_file() or any(kept.folders(settings.releases_dir)):
        return (*files, *published, RELEASES)
    is_nothing_known = PUBLICATIONS in files and bool(published)
    return () if is_nothing_known else (*files, *published)


def _lost_meetings(store: Store, meetings: tuple[str, ...]) -> tuple[str, ...]:
    names = tuple(f"{PUBLISHED}/{meeting}.json" for meeting in meetings)
    lost = tuple(name for name in names if not (store.folder / name).is_file())
    return (PUBLISHED,) if lost and lost == names else lost
