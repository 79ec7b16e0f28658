"""Where the recording of a meeting shows its items."""

import msgspec

from generator.model.redacted import PublicItem, RedactedMeeting
from generator.rendering import labels
from generator.rendering.labels import Label
from generator.rendering.words import Words


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """Where an item begins in the recording. *id* is that of its player, *anchor* that of its transcript."""

    id: str
    anchor: str
    seconds: int
    time: str
    number: str
    title: Label


def moments(meeting: RedactedMeeting, t: Words) -> list[Moment]:
    """Return the moments of the meeting's items, in order of time."""
    items = [(item.moment, item) for item in meeting.items if isinstance(item, PublicItem) and item.moment is not None]
    return [
        Moment(
            id=labels.moment_id(item),
            anchor=labels.anchor(item),
            seconds=seconds,
            time=t.duration(seconds),
            number=labels.number(item, meeting, t),
            title=labels.title(item, t),
        )
        for seconds, item in sorted(items, key=lambda pair: (pair[0], pair[1].order))
    ]
