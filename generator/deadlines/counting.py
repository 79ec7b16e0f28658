"""Counting days as the law does: Kuntalaki (410/2015) and the act on computing statutory periods (150/1930)."""

from calendar import monthrange
from datetime import date, timedelta
from functools import cache

import holidays
import msgspec

# K 140 § 3 mom.: a member is deemed informed seven days after the minutes are on the web. HL 62 a §: a public notice is deemed
# to inform on the seventh day after its publication. Neither moves from a closed day: it is no act that somebody has to do.
DEEMED_INFORMED_AFTER = timedelta(days=7)
DAY = timedelta(days=1)
SATURDAY, SUNDAY = 5, 6
DECEMBER = 12


class AppealPeriod(msgspec.Struct, frozen=True, kw_only=True):
    """A period for appeal: *published* on the web (or given, or in a notice), *informed* presumably, *last_day* to appeal.

    *due* is the last day as counted, before it moved over the *closed* days, which are named by the ends of message codes.
    """

    published: date
    informed: date
    due: date
    last_day: date
    closed: tuple[str, ...] = ()


def period(published: date, days: int) -> AppealPeriod:
    """Return the period of *days* that a member of the municipality has when minutes are on the web on *published*."""
    informed = published + DEEMED_INFORMED_AFTER
    return ending(published, informed, informed + timedelta(days=days))


def ending(published: date, informed: date, due: date) -> AppealPeriod:
    """Return the period that ends on *due*, or on the first weekday after it when offices are closed then (150/1930 5 §)."""
    closed = []
    day = due
    while name := closed_day(day):
        closed.append(name)
        day += DAY
    return AppealPeriod(published=published, informed=informed, due=due, last_day=day, closed=tuple(closed))


def months_later(start: date, months: int) -> date:
    """Return the day of the same number *months* later, or that month's last day when it has no such day (150/1930 3 §)."""
    years, month = divmod(start.month - 1 + months, DECEMBER)
    year = start.year + years
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def closed_day(day: date) -> str | None:
    """Return the name of *day* when 150/1930 5 § moves a last day from it: a holiday, one of its eves, Saturday, Sunday."""
    if name := _holidays(day.year).get(day):
        return name
    return {SATURDAY: "saturday", SUNDAY: "sunday"}.get(day.weekday())


@cache
def _holidays(year: int) -> dict[date, str]:
    """Return church holidays, Independence Day, May Day, and the eves of Christmas and Midsummer, by day."""
    found = holidays.country_holidays("FI", years=year, language="en_US")
    return {day: name.lower().replace("'", "").replace(" ", "_") for day, name in found.items()}
