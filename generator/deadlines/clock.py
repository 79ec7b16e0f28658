"""Today in Finland: the day on which minutes are published, and from which periods are counted, whatever the machine's zone."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

HELSINKI = ZoneInfo("Europe/Helsinki")


def helsinki_day(moment: datetime) -> date:
    """Return the Finnish day at *moment*, which is aware."""
    return moment.astimezone(HELSINKI).date()


def over_from(last_day: date) -> datetime:
    """Return the moment from which what may stand until *last_day* may stand no more: the next midnight in Finland."""
    return datetime.combine(last_day + timedelta(days=1), time(), HELSINKI)
