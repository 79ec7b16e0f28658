"""Since when checked minutes, or an office-holder's decisions, and an item of theirs are on the web here."""

from collections.abc import Iterator
from datetime import date

from generator.deadlines.counting import DEEMED_INFORMED_AFTER
from generator.model.checking import CHECKED
from generator.model.meeting import Classification, State
from generator.model.redacted import PublicItem, RedactedMeeting, Version


def first_checked(meeting: RedactedMeeting) -> date | None:
    """Return the day on which checked minutes of *meeting* were first published: only they start a clock (K 140 §)."""
    return next((version.published for version in meeting.versions if _is_starting(version, meeting)), None)


def item_on_web(item: PublicItem, meeting: RedactedMeeting) -> date | None:
    """Return the day since which the text of *item* is on the web in checked minutes.

    An item that came later, or waited for a person, was on nobody's screen before: its time starts when it is shown. What was
    taken off and is shown again has its first time, if that lasted until everybody was deemed informed (K 140 § 3 mom.).
    """
    times = _times_on_web(item.id, meeting)
    return next((start for start, end in times if end is None or end - start >= DEEMED_INFORMED_AFTER), None)


def _times_on_web(item: str, meeting: RedactedMeeting) -> Iterator[tuple[date, date | None]]:
    """Yield from and until when the text of *item* was on the web in checked minutes; it is on it now until None."""
    came_or_went = (version for version in meeting.versions if _comes(item, version) or _goes(item, version))
    first = next(came_or_went, None)
    is_there = first is None or _goes(item, first)
    start: date | None = None
    for version in meeting.versions:
        is_there = _comes(item, version) or (is_there and not _goes(item, version))
        if is_there and start is None and _is_starting(version, meeting):
            start = version.published
        elif start is not None and not is_there:
            yield start, version.published
            start = None
    if start is not None:
        yield start, None


def _comes(item: str, version: Version) -> bool:
    return item in version.added or item in version.disclosed


def _goes(item: str, version: Version) -> bool:
    return item in version.removed or item in version.withdrawn


def _is_starting(version: Version, meeting: RedactedMeeting) -> bool:
    # An office-holder's decisions are nobody's to check: their minutes are on the web as they were given (K 140 § 2 mom.).
    is_given = meeting.organization.classification is Classification.POST and version.state is State.DECIDED
    return is_given or version.state in CHECKED
