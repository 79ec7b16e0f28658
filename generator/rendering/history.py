"""What was published of a meeting when, and what changed."""

from collections.abc import Iterable
from datetime import date

import msgspec

from generator.model.meeting import State
from generator.model.redacted import RedactedMeeting, ShownItem, Version
from generator.rendering import labels, urls
from generator.rendering.labels import Label
from generator.rendering.site import Site
from generator.rendering.words import Words


class ItemLink(msgspec.Struct, frozen=True, kw_only=True):
    """An item that changed; *path* is empty where it has no page."""

    number: str
    title: Label
    path: str


class Publication(msgspec.Struct, frozen=True, kw_only=True):
    """One version: its day, what it is called, and what it changed. *removed* counts items that are there no more."""

    day: date
    state: str
    is_all_changed: bool
    changed: tuple[ItemLink, ...]
    added: tuple[ItemLink, ...]
    removed: int


def publications(meeting: RedactedMeeting, t: Words, site: Site) -> list[Publication]:
    """Return the versions of *meeting*, the newest first; one that was published once has no history."""
    if not _has_history(meeting):
        return []
    first, *later = meeting.versions
    return [*(_publication(version, meeting, t, site) for version in reversed(later)), _first(first, meeting, t)]


def latest(item: ShownItem, meeting: RedactedMeeting) -> str:
    """Return how the latest version changed *item*: `corrected`, `changed`, `added`, or nothing."""
    if not _has_history(meeting):
        return ""
    version = meeting.versions[-1]
    if item.id in version.added:
        return "added"
    if item.id not in version.changed:
        return ""
    return "corrected" if version.state is State.CORRECTED else "changed"


def _has_history(meeting: RedactedMeeting) -> bool:
    return len(meeting.versions) > 1


def _first(version: Version, meeting: RedactedMeeting, t: Words) -> Publication:
    """Return the first version, to which everything was new."""
    state = labels.short_state(meeting, version.state, t)
    return Publication(day=version.published, state=state, is_all_changed=False, changed=(), added=(), removed=0)


def _publication(version: Version, meeting: RedactedMeeting, t: Words, site: Site) -> Publication:
    is_all_changed = len(version.changed) > 1 and all(item.id in version.changed for item in meeting.items)
    return Publication(
        day=version.published,
        state=labels.short_state(meeting, version.state, t),
        is_all_changed=is_all_changed,
        changed=() if is_all_changed else _links(version.changed, meeting, t, site),
        added=_links(version.added, meeting, t, site),
        removed=len(version.removed),
    )


def _links(ids: Iterable[str], meeting: RedactedMeeting, t: Words, site: Site) -> tuple[ItemLink, ...]:
    """Return the items with *ids* that are still there, in the order of the meeting."""
    wanted = set(ids)
    return tuple(
        ItemLink(
            number=labels.number(item, meeting, t),
            title=labels.title(item, t),
            path=urls.item(item, site) if urls.has_page(item) else "",
        )
        for item in meeting.items
        if item.id in wanted
    )
