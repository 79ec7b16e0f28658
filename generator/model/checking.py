"""Whether minutes are checked: only then may they be published, and only then does a clock start (K 140 § 1 mom.)."""

from msgspec.structs import replace

from generator.model.meeting import Classification, Meeting, Stage, State
from generator.model.redacted import RedactedMeeting

CHECKED = frozenset({State.CHECKED, State.CORRECTED})


def is_unchecked(meeting: Meeting | RedactedMeeting) -> bool:
    """Tell whether *meeting* is minutes that nobody is known to have checked.

    An office-holder's decisions are nobody's to check: they count as given when they are signed and exported.
    """
    if meeting.organization.classification is Classification.POST:
        return False
    return meeting.stage is Stage.MINUTES and meeting.state not in CHECKED


def as_checked(meeting: Meeting) -> Meeting:
    """Return *meeting* as checked, because somebody who answers for it says so; an agenda stays an agenda."""
    return replace(meeting, state=State.CHECKED) if is_unchecked(meeting) else meeting
