"""The publications of a meeting over time: a newer export replaces the older, and the change is named."""

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from generator.model import expiry
from generator.model.checking import CHECKED
from generator.model.redacted import PublicItem, RedactedMeeting, ShownItem, Version
from generator.publishing.gate import Decision

NOTHING_CHECKED: Mapping[str, date] = {}


def continued(
    candidates: Sequence[RedactedMeeting],
    published: Mapping[str, RedactedMeeting],
    day: date,
    checked: Mapping[str, date] = NOTHING_CHECKED,
) -> tuple[RedactedMeeting, ...]:
    """Return *candidates* with their versions: those of the published one, and a new one on *day* when something changed.

    *checked* is {meeting id: day on which its checked minutes were first published}. Where a rollback took these off, they come
    back as of that day: a date of appeal that was once given does not move.
    """
    versioned = (_continued(candidate, published.get(candidate.id), day) for candidate in candidates)
    return tuple(_as_first_checked(meeting, checked.get(meeting.id)) for meeting in versioned)


def _as_first_checked(meeting: RedactedMeeting, first: date | None) -> RedactedMeeting:
    """Return *meeting* with the first of its checked versions dated *first*, if that is earlier."""
    place = next((n for n, version in enumerate(meeting.versions) if version.state in CHECKED), None)
    if first is None or place is None or meeting.versions[place].published <= first:
        return meeting
    moved = replace(meeting.versions[place], published=first)
    return replace(meeting, versions=(*meeting.versions[:place], moved, *meeting.versions[place + 1 :]))


def told(
    decision: Decision, published: Mapping[str, RedactedMeeting], day: date, checked: Mapping[str, date] = NOTHING_CHECKED
) -> Decision:
    """Return *decision* with versions that name what it changes: what must go from what is held back, too.

    An item that waits, and stays as last published, is no change.
    """
    new, kept = (continued(meetings, published, day, checked) for meetings in (decision.new, decision.kept))
    return replace(decision, new=new, kept=kept)


def _continued(candidate: RedactedMeeting, before: RedactedMeeting | None, day: date) -> RedactedMeeting:
    if before is None:
        return replace(candidate, versions=(Version(published=day, state=candidate.state),))
    # Nothing is left of what has ended that a newer export could be compared with.
    if before.is_ended or _content(candidate) == _content(before):
        return replace(candidate, versions=before.versions)
    old = {item.id: item for item in expiry.timeless(before).items}
    new = {item.id: item for item in expiry.timeless(candidate).items}
    changed = tuple(sorted(i for i in old.keys() & new.keys() if _content_of(new[i]) != _content_of(old[i])))
    version = Version(
        published=day,
        state=candidate.state,
        changed=changed,
        disclosed=tuple(i for i in changed if isinstance(new[i], PublicItem) and not isinstance(old[i], PublicItem)),
        withdrawn=tuple(i for i in changed if isinstance(old[i], PublicItem) and not isinstance(new[i], PublicItem)),
        added=tuple(sorted(new.keys() - old.keys())),
        removed=tuple(sorted(old.keys() - new.keys())),
    )
    return replace(candidate, versions=(*before.versions, version))


def _content(meeting: RedactedMeeting) -> RedactedMeeting:
    """Return *meeting* without what tells of its publication and its source rather than of itself.

    What time takes is no change: names are compared as masks.
    """
    items = tuple(_content_of(item) for item in expiry.timeless(meeting).items)
    return replace(meeting, versions=(), source_id="", items=items, page_until=None)


def _content_of(item: ShownItem) -> ShownItem:
    return replace(item, source_id="", order=0)
