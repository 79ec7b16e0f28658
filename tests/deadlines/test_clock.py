"""The day in Finland, whatever the machine's clock is set to, and the moment at which a last day is over."""

from datetime import UTC, date, datetime, tzinfo

import pytest

from generator import cli
from generator.deadlines.clock import helsinki_day, over_from


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-09-30T20:59:59+00:00", "2026-09-30"),  # summer time: 23.59.59
        ("2026-09-30T21:00:00+00:00", "2026-10-01"),  # midnight in Finland, three hours before UTC's
        ("2026-09-30T22:30:00+00:00", "2026-10-01"),
        ("2026-12-31T21:59:59+00:00", "2026-12-31"),  # winter time: 23.59.59
        ("2026-12-31T22:00:00+00:00", "2027-01-01"),
        ("2026-03-28T22:30:00+00:00", "2026-03-29"),  # the night in which clocks go forward
        ("2026-03-29T21:30:00+00:00", "2026-03-30"),  # the evening after it: summer time
        ("2026-10-24T21:30:00+00:00", "2026-10-25"),  # the night in which clocks go back, still summer time
        ("2026-10-25T21:30:00+00:00", "2026-10-25"),  # the evening after it: winter time
        ("2026-10-25T22:30:00+00:00", "2026-10-26"),
        ("2028-02-28T22:30:00+00:00", "2028-02-29"),
        ("2026-10-01T03:00:00+14:00", "2026-09-30"),
    ],
)
def test_the_day_is_that_of_finland(moment: str, day: str) -> None:
    assert helsinki_day(datetime.fromisoformat(moment)) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("last_day", "utc"),
    [
        ("2026-09-22", "2026-09-22T21:00:00"),
        ("2026-12-31", "2026-12-31T22:00:00"),
        ("2026-03-28", "2026-03-28T22:00:00"),  # clocks go forward three hours after this midnight
        ("2026-03-29", "2026-03-29T21:00:00"),
        ("2026-10-24", "2026-10-24T21:00:00"),  # clocks go back four hours after this midnight
        ("2026-10-25", "2026-10-25T22:00:00"),
        ("2028-02-28", "2028-02-28T22:00:00"),
    ],
)
def test_a_last_day_is_over_at_the_next_midnight_in_finland(last_day: str, utc: str) -> None:
    assert over_from(date.fromisoformat(last_day)).astimezone(UTC) == datetime.fromisoformat(f"{utc}+00:00")


class Evening(datetime):
    """A clock at half past ten in the evening by UTC, when it is the next day in Finland."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "Evening":
        return cls(2026, 9, 30, 22, 30, tzinfo=UTC).astimezone(tz)


def test_a_run_without_a_date_is_of_the_day_in_finland(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "datetime", Evening)

    assert cli._day(None) == date(2026, 10, 1)  # noqa: SLF001 - the only place that asks the clock
