"""Dates and times as Finnish exports write them."""

import re
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

HELSINKI = ZoneInfo("Europe/Helsinki")
DAY = re.compile(r"(?<!\d)(?P<day>\d{1,2})(?P<mark>[.-])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d)")
CLOCK = re.compile(r"(?<![\d.:])(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)(?![\d.:]*\d)")
NET_DATE = re.compile(r"/Date\((?P<milliseconds>-?\d+)(?:[+-]\d{4})?\)/")


def finnish_date(text: str) -> date | None:
    """Return the first day in *text* ("27.3.2017", "27-09-2022"), or None. A day that no calendar has is None too."""
    for found in DAY.finditer(text):
        try:
            return date(int(found["year"]), int(found["month"]), int(found["day"]))
        except ValueError:
            continue
    return None


def finnish_datetime(text: str) -> datetime | None:
    """Return the first day in *text* with the first clock time after it, aware (Europe/Helsinki), or None without both."""
    found = DAY.search(text)
    day = finnish_date(text)
    clock = CLOCK.search(text, found.end()) if found else None
    if not day or not clock:
        return None
    return at(day, time(int(clock["hour"]), int(clock["minute"])))


def at(day: date, clock: time) -> datetime:
    """Return *clock* of *day* in Helsinki."""
    return datetime.combine(day, clock, HELSINKI)


def net_datetime(text: str) -> datetime | None:
    """Return the moment of a .NET date ("/Date(1447770962000)/") in Helsinki, or None."""
    found = NET_DATE.search(text)
    if not found:
        return None
    try:
        return datetime.fromtimestamp(int(found["milliseconds"]) / 1000, UTC).astimezone(HELSINKI)
    except (ValueError, OverflowError, OSError):  # a moment that no calendar has
        return None
