"""What time does to meetings: the days on which they change by themselves, and what is left of them on a given day."""

from collections.abc import Mapping
from datetime import date

from msgspec.structs import replace

from generator.deadlines import display
from generator.deadlines.display import Rules
from generator.intake import Intake
from generator.model import expiry
from generator.model.redacted import PublicItem, RedactedMeeting, ShownItem


def remaining(taken: Intake, rules: Rules, day: date) -> Intake:
    """Return *taken*, whose meetings have their versions, with the days of these meetings, and what is left of it on *day*."""
    meetings = tuple(expiry.at(dated(meeting, rules), day) for meeting in taken.meetings)
    over = {meeting.id for meeting in meetings if meeting.is_ended}
    redactions = tuple(replace(r, files={}, copies={}) if r.meeting.id in over else r for r in taken.redactions)
    return replace(taken, meetings=meetings, redactions=redactions)


def left(published: Mapping[str, RedactedMeeting], rules: Rules, day: date) -> dict[str, RedactedMeeting]:
    """Return what is left of what was *published* on *day*, by id: removal always wins, whatever is held back.

    Names keep the day that they were given; how long the text stands is a policy, and may become another.
    """
    return {identity: expiry.at(_with_policy(meeting, rules), day) for identity, meeting in published.items()}


def dated(meeting: RedactedMeeting, rules: Rules) -> RedactedMeeting:
    """Return *meeting* with the last days of its names and of its text. They depend on its versions, so they never move."""
    items = tuple(_dated(item, meeting, rules) for item in meeting.items)
    return replace(meeting, items=items, page_until=display.page_until(meeting, rules))


def _with_policy(meeting: RedactedMeeting, rules: Rules) -> RedactedMeeting:
    return meeting if meeting.is_ended else replace(meeting, page_until=display.page_until(meeting, rules))


def _dated(item: ShownItem, meeting: RedactedMeeting, rules: Rules) -> ShownItem:
    if not isinstance(item, PublicItem) or not expiry.is_timed(item):
        return item
    return replace(item, personal_data_until=display.personal_data_until(item, meeting, rules))
