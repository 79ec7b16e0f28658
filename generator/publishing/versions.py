"""The publications of a meeting over time: a newer export replaces the older, and the change is named."""

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from generator.model.redacted import RedactedMeeting, ShownItem, Version


def continued(
    candidates: Sequence[RedactedMeeting], published: Mapping[str, RedactedMeeting], day: date
) -> tuple[RedactedMeeting, ...]:
    """Return *candidates* with their versions: those of the published one, and a new one on *day* when something changed."""
    return tuple(_continued(candidate, published.get(candidate.id), day) for candidate in candidates)


def _continued(candidate: RedactedMeeting, before: RedactedMeeting | None, day: date) -> RedactedMeeting:
    if before is None:
        return replace(candidate, versions=(Version(published=day, state=candidate.state),))
    if _content(candidate) == _content(before):
        return replace(candidate, versions=before.versions)
    old = {item.id: item for item in before.items}
    new = {item.id: item for item in candidate.items}
    version = Version(
        published=day,
        state=candidate.state,
        changed=tuple(sorted(i for i in old.keys() & new.keys() if _content_of(new[i]) != _content_of(old[i]))),
        added=tuple(sorted(new.keys() - old.keys())),
        removed=tuple(sorted(old.keys() - new.keys())),
    )
    return replace(candidate, versions=(*before.versions, version))


def _content(meeting: RedactedMeeting) -> RedactedMeeting:
    """Return *meeting* without what tells of its publication and its source rather than of itself."""
    return replace(meeting, versions=(), source_id="", items=tuple(_content_of(item) for item in meeting.items))


def _content_of(item: ShownItem) -> ShownItem:
    return replace(item, source_id="", order=0)
