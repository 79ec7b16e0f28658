"""Until when personal data and pages stand: the law's day by the item's appeals, and the municipality's own settings."""

from datetime import date, timedelta

import msgspec

from generator.deadlines.appeals import appeals, period_of
from generator.deadlines.kinds import Kind, packaged
from generator.deadlines.publication import first_checked, item_on_web
from generator.model.redacted import PublicItem, RedactedMeeting

ALL_OTHERS = "*"


class Display(msgspec.Struct, frozen=True, kw_only=True):
    """How long an organization's data stands, in days after publication.

    *personal_data_days* takes the place of a last day of appeal that is not known; one that is known always holds (K 140 §).
    *page_days* is for the whole text; None lets it stay.
    """

    personal_data_days: int | None = None
    page_days: int | None = None


class Rules(msgspec.Struct, frozen=True, kw_only=True):
    """What is configured of appeals: their *kinds*, and *display* by organization id ("*" is every other)."""

    kinds: tuple[Kind, ...] = msgspec.field(default_factory=packaged)
    display: dict[str, Display] = {}


def personal_data_until(item: PublicItem, meeting: RedactedMeeting, rules: Rules) -> date | None:
    """Return the last day on which personal data of *item* may stand: the latest last day of its appeals (K 140 §).

    None when checked minutes have not been published, or when no day is known and the organization's setting says none. It is
    over at `clock.over_from` of that day.
    """
    published = item_on_web(item, meeting)
    if published is None:
        return None
    found = [appeal for appeal in appeals(item, meeting, rules.kinds) if not appeal.kind.is_prohibition]
    periods = [period_of(appeal, item, meeting) for appeal in found]
    days = [period.last_day for period in periods if period]
    replacement = _of(meeting, rules).personal_data_days
    if replacement is not None and len(days) < max(len(found), 1):
        days.append(published + timedelta(days=replacement))
    return max(days, default=None)


def page_until(meeting: RedactedMeeting, rules: Rules) -> date | None:
    """Return the last day on which the text of *meeting* stands, by the organization's own policy; None when it stays.

    Counted from the first publication of checked minutes, or of anything while there are none.
    """
    days = _of(meeting, rules).page_days
    published = first_checked(meeting) or (meeting.versions[0].published if meeting.versions else None)
    return published + timedelta(days=days) if days is not None and published else None


def _of(meeting: RedactedMeeting, rules: Rules) -> Display:
    """Return the settings of the meeting's organization: each value its own, otherwise that of all others."""
    own = rules.display.get(meeting.organization.id, Display())
    other = rules.display.get(ALL_OTHERS, Display())
    return Display(
        personal_data_days=other.personal_data_days if own.personal_data_days is None else own.personal_data_days,
        page_days=other.page_days if own.page_days is None else own.page_days,
    )
