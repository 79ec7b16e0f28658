"""Until when an item's decision may be appealed: whose date it is and how it was counted, or why there is none."""

from datetime import date

import msgspec

from generator import deadlines
from generator.deadlines import Appeal, AppealPeriod, Kind, Start
from generator.model.redacted import PublicItem, RedactedMeeting
from generator.rendering.site import Site
from generator.rendering.words import Words


class AppealView(msgspec.Struct, frozen=True, kw_only=True):
    """One appeal in words, with the *points* that it is about.

    *statement* goes before *last_day*, or stands alone where no day is known; *details* explain it.
    """

    name: str
    points: str
    statement: str
    last_day: date | None = None
    details: tuple[str, ...] = ()
    is_for_member: bool = False


def views(item: PublicItem, meeting: RedactedMeeting, t: Words, site: Site) -> tuple[AppealView, ...]:
    """Return the appeals of *item* that its instructions name, with last days where these are known."""
    found = deadlines.appeals(item, meeting, site.deadlines.kinds)
    document = t(f"deadlines.document_{meeting.organization.classification}")
    return tuple(_view(appeal, deadlines.period_of(appeal, item, meeting), document, t) for appeal in found)


def _view(appeal: Appeal, period: AppealPeriod | None, document: str, t: Words) -> AppealView:
    kind = appeal.kind
    common = AppealView(name=_said(kind.name, t), points=_points(appeal.points, t), statement="")
    statute = appeal.statute or _said(kind.statute, t)
    if kind.is_prohibition:
        return msgspec.structs.replace(common, statement=t("deadlines.prohibited", statute=statute))
    is_for_member = appeal.owner is deadlines.Whose.MEMBER
    if period is None:
        statement = t(f"deadlines.unknown_{kind.starts}", period=_length(kind, t), statute=statute, document=document)
        return msgspec.structs.replace(common, statement=statement, is_for_member=is_for_member)
    return msgspec.structs.replace(
        common,
        statement=t(f"deadlines.last_day_{appeal.owner}"),
        last_day=period.last_day,
        details=tuple(_details(appeal, period, document, t)),
        is_for_member=is_for_member,
    )


def _details(appeal: Appeal, period: AppealPeriod, document: str, t: Words) -> list[str]:
    """Return how the day was counted: from what, from when, for how long, and over which days it moved."""
    kind = appeal.kind
    owner = f"_{appeal.owner}" if kind.starts is Start.WEB else ""
    counted = t(
        f"deadlines.counted_{kind.starts}{owner}",
        published=t.date(period.published),
        informed=t.date(period.informed),
        period=_length(kind, t),
        document=document,
        statute=_said(kind.statute, t),
    )
    if not period.closed:
        return [counted]
    closed = _listed([t(f"deadlines.closed_{name}") for name in period.closed], t)
    return [counted, t("deadlines.moved", due=t.date(period.due), closed=closed, last_day=t.date(period.last_day))]


def _points(points: str, t: Words) -> str:
    """Return which points of the decision are meant, in words; nothing where it is all of them."""
    if not points:
        return ""
    return t("deadlines.point" if points.isalnum() else "deadlines.points", points=points)


def _length(kind: Kind, t: Words) -> str:
    count, unit = (kind.months, "month") if kind.months else (kind.days or 0, "day")
    return t(f"deadlines.{unit}s" if count > 1 else f"deadlines.{unit}", count=count)


def _listed(names: list[str], t: Words) -> str:
    *first, last = names
    return t("deadlines.and", first=", ".join(first), last=last) if first else last


def _said(texts: dict[str, str], t: Words) -> str:
    """Return the text in the page's language, otherwise in any: a statute is worth naming in another language too."""
    return texts.get(t.language) or next(iter(texts.values()), "")
