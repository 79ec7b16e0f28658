"""Until when an item's decision may be appealed: whose date it is and how it was counted, or why there is none."""

import msgspec

from generator import deadlines
from generator.deadlines import Appeal, AppealPeriod
from generator.deadlines.appeals import DAYS
from generator.model.meeting import State
from generator.model.redacted import PublicItem, RedactedMeeting
from generator.rendering.words import Words


class AppealView(msgspec.Struct, frozen=True, kw_only=True):
    """One appeal in words: *period* is None where the law counts from service, or where nothing runs yet."""

    name: str
    points: str
    days: int
    period: AppealPeriod | None


def views(item: PublicItem, meeting: RedactedMeeting, t: Words) -> tuple[AppealView, ...]:
    """Return the appeals of *item* that are known, with their last days when the minutes are checked and published."""
    return tuple(_view(appeal, meeting, t) for appeal in deadlines.appeals(item.sections) if appeal.kind in DAYS)


def _view(appeal: Appeal, meeting: RedactedMeeting, t: Words) -> AppealView:
    days = DAYS[appeal.kind]
    # K 140 §: minutes start a clock when they are on the web after their examination.
    checked = (v.published for v in meeting.versions if v.state in {State.CHECKED, State.CORRECTED})
    published = next(checked, None)
    return AppealView(
        name=t(f"deadlines.{appeal.kind}"),
        points=appeal.points,
        days=days,
        period=deadlines.period(published, days) if published else None,
    )
