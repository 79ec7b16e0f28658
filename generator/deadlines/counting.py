"""Counting days as the law does: Kuntalaki (410/2015) and the act on computing statutory periods (150/1930)."""

from datetime import date, timedelta
from functools import cache

import holidays
import msgspec

# K 140 § 3 mom.: a member is deemed to be informed seven days after the minutes are on the web.
DEEMED_INFORMED_AFTER = timedelta(days=7)
SATURDAY = 5


class AppealPeriod(msgspec.Struct, frozen=True, kw_only=True):
    """A period for appeal: *published* on the web, *informed* presumably, *last_day* to appeal."""

    published: date
    informed: date
    last_day: date


def period(published: date, days: int) -> AppealPeriod:
    """Return the period of *days* that a member of the municipality has when minutes are on the web on *published*.

    The day of information is not counted (150/1930 § 2), and a last day on which offices are closed moves to the next weekday
    (§ 5). The presumption itself does not move: it is no act that somebody has to do.
    """
    informed = published + DEEMED_INFORMED_AFTER
    return AppealPeriod(published=published, informed=informed, last_day=next_weekday(informed + timedelta(days=days)))


def next_weekday(day: date) -> date:
    """Return *day*, or the first weekday after it when it is a Saturday, a Sunday or a day of 150/1930 § 5."""
    while day.weekday() >= SATURDAY or day in _holidays(day.year):
        day += timedelta(days=1)
    return day


@cache
def _holidays(year: int) -> frozenset[date]:
    """Return church holidays, Independence Day, May Day, and the eves of Christmas and Midsummer."""
    return frozenset(holidays.country_holidays("FI", years=year))
