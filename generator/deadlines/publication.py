"""Since when checked minutes, or an office-holder's decisions, and an item of theirs are on the web here."""

from datetime import date

from generator.model.checking import CHECKED
from generator.model.meeting import Classification, State
from generator.model.redacted import PublicItem, RedactedMeeting


def first_checked(meeting: RedactedMeeting) -> date | None:
    """Return the day on which checked minutes of *meeting* were first published: only they start a clock (K 140 §)."""
    return _checked_from(meeting, 0)


def item_on_web(item: PublicItem, meeting: RedactedMeeting) -> date | None:
    """Return the day since which the text of *item* is on the web in checked minutes.

    An item that came later, or waited for a person, was on nobody's screen before: its time starts when it is shown.
    """
    shown = [place for place, version in enumerate(meeting.versions) if item.id in {*version.added, *version.disclosed}]
    return _checked_from(meeting, max(shown, default=0))


def _checked_from(meeting: RedactedMeeting, place: int) -> date | None:
    # An office-holder's decisions are nobody's to check: their minutes are on the web as they were given (K 140 § 2 mom.).
    starting = CHECKED | {State.DECIDED} if meeting.organization.classification is Classification.POST else CHECKED
    return next((version.published for version in meeting.versions[place:] if version.state in starting), None)
