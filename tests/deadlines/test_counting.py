"""Last days to appeal, by the vectors of the study, by vectors made by hand, and by a calendar that is counted otherwise."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.deadlines import period
from generator.deadlines.counting import closed_day, months_later
from generator.messages import catalog
from tests.sites import ROOT

VECTORS = ROOT / ".." / "shared" / "samples" / "fi" / "excerpts" / "deadline_vectors.json"
DAY = timedelta(days=1)
KINDS = {"oikaisuvaatimus14": 14, "kunnallisvalitus30": 30}
DAYS = st.dates(date(2017, 6, 1), date(2099, 12, 31))
MIDSUMMER_EVES = range(19, 26)
FRIDAY, SATURDAY = 4, 5
# 150/1930 5 § by date: New Year's Day, Epiphany, May Day, Independence Day, Christmas Eve, Christmas Day, Second Day.
FIXED = {(1, 1), (1, 6), (5, 1), (12, 6), (12, 24), (12, 25), (12, 26)}

# Counted on a calendar by hand: published + 7 days is informed; + the period is due; then over what is closed.
BY_HAND = [
    # Easter: a due Good Friday moves over Saturday, Easter Day and Easter Monday to Tuesday.
    ("2024-03-08", 14, "2024-04-02"),  # due Good Friday 29.3.2024
    ("2024-02-21", 30, "2024-04-02"),  # the same, over 29 February
    ("2025-03-28", 14, "2025-04-22"),  # due Good Friday 18.4.2025
    ("2025-03-12", 30, "2025-04-22"),
    ("2027-02-17", 30, "2027-03-30"),  # due Good Friday 26.3.2027
    ("2028-03-24", 14, "2028-04-18"),  # due Good Friday 14.4.2028
    ("2029-03-09", 14, "2029-04-03"),  # due Good Friday 30.3.2029
    ("2030-03-29", 14, "2030-04-23"),  # due Good Friday 19.4.2030, a late Easter
    ("2035-03-02", 14, "2035-03-27"),  # due Good Friday 23.3.2035, an early Easter
    ("2026-03-16", 14, "2026-04-07"),  # due Easter Monday 6.4.2026
    ("2025-03-15", 30, "2025-04-22"),  # due Easter Monday 21.4.2025
    ("2025-03-27", 14, "2025-04-17"),  # due Maundy Thursday: offices are open
    ("2024-03-07", 14, "2024-03-28"),  # the same in 2024
    # Ascension Day, a Thursday: to Friday. Pentecost, a Sunday: to Monday, which is no holiday.
    ("2025-05-08", 14, "2025-05-30"),  # due Ascension Day 29.5.2025
    ("2027-03-30", 30, "2027-05-07"),  # due Ascension Day 6.5.2027
    ("2025-05-18", 14, "2025-06-09"),  # due Pentecost 8.6.2025; the Monday after is a weekday
    # May Day.
    ("2024-04-10", 14, "2024-05-02"),  # a Wednesday
    ("2025-03-25", 30, "2025-05-02"),  # a Thursday
    ("2027-04-10", 14, "2027-05-03"),  # a Saturday: to Monday
    ("2033-04-10", 14, "2033-05-02"),  # a Sunday
    # Midsummer: the eve is a Friday from 19 to 25 June; to Monday.
    ("2024-05-31", 14, "2024-06-24"),  # eve 21.6.2024
    ("2025-05-30", 14, "2025-06-23"),  # eve 20.6.2025
    ("2026-05-13", 30, "2026-06-22"),  # eve 19.6.2026, the earliest there can be
    ("2027-05-19", 30, "2027-06-28"),  # eve 25.6.2027, the latest there can be
    ("2026-05-28", 14, "2026-06-18"),  # the Thursday before is a weekday
    # All Saints' Day, the Saturday from 31 October to 6 November.
    ("2026-09-24", 30, "2026-11-02"),  # 31.10.2026
    ("2027-10-16", 14, "2027-11-08"),  # 6.11.2027
    # Independence Day.
    ("2024-11-15", 14, "2024-12-09"),  # a Friday: to Monday
    ("2025-11-15", 14, "2025-12-08"),  # a Saturday: to Monday
    ("2027-11-15", 14, "2027-12-07"),  # a Monday: to Tuesday
    # Christmas: Eve, Day and Second Day, and the weekend where it follows.
    ("2024-12-03", 14, "2024-12-27"),  # eve on Tuesday: to Friday
    ("2026-12-03", 14, "2026-12-28"),  # eve on Thursday: to Monday
    ("2027-11-17", 30, "2027-12-27"),  # eve on Friday: to Monday
    ("2028-12-03", 14, "2028-12-27"),  # eve on Sunday: to Wednesday
    ("2033-12-03", 14, "2033-12-27"),  # eve on Saturday: to Tuesday
    ("2024-12-02", 14, "2024-12-23"),  # the day before Christmas Eve is a weekday
    # Year ends.
    ("2026-12-10", 14, "2026-12-31"),  # New Year's Eve is an ordinary weekday
    ("2025-12-10", 14, "2025-12-31"),
    ("2024-12-11", 14, "2025-01-02"),  # New Year's Day on Wednesday
    ("2026-11-25", 30, "2027-01-04"),  # New Year's Day on Friday: to Monday
    ("2028-12-10", 14, "2029-01-02"),  # Sunday 31.12., then New Year's Day
    ("2033-12-10", 14, "2034-01-02"),  # Saturday 31.12., then Sunday 1.1.
    ("2024-12-16", 14, "2025-01-07"),  # Epiphany on Monday
    ("2033-12-16", 14, "2034-01-09"),  # Epiphany on Friday: to Monday
    ("2026-12-15", 14, "2027-01-05"),  # the day before Epiphany is a weekday
    # Leap years.
    ("2028-02-08", 14, "2028-02-29"),  # due 29 February, a Tuesday
    ("2027-02-08", 14, "2027-03-01"),  # the same in a common year: 1 March
    ("2028-02-22", 14, "2028-03-14"),  # informed on 29 February
    ("2028-01-24", 30, "2028-03-01"),  # 31.1. + 30 days, over 29 February
    ("2024-01-23", 30, "2024-02-29"),  # due 29 February, a Thursday
    ("2032-02-08", 14, "2032-03-01"),  # due 29 February, a Sunday
    ("2100-02-08", 14, "2100-03-01"),  # 2100 is no leap year
    # Weekends, and weeks in which clocks are moved.
    ("2026-08-01", 14, "2026-08-24"),  # due Saturday 22.8.: an ordinary Saturday counts as closed
    ("2026-08-02", 14, "2026-08-24"),  # due Sunday
    ("2026-08-03", 14, "2026-08-24"),  # due Monday
    ("2026-03-20", 14, "2026-04-10"),  # over the night to 29.3.2026, which has 23 hours
    ("2026-10-15", 14, "2026-11-05"),  # over the night to 25.10.2026, which has 25 hours
]  # fmt: skip


@pytest.mark.skipif(not VECTORS.is_file(), reason="shared/samples is not beside this checkout")
@pytest.mark.parametrize("kind", KINDS)
def test_the_vectors_of_the_study_come_out(kind: str) -> None:
    vectors = json.loads(VECTORS.read_text(encoding="utf-8"))
    found = [period(date.fromisoformat(v["published"]), KINDS[kind]) for v in vectors]
    names = catalog("fi")

    assert len(vectors) == 12
    assert [
        (p.informed.isoformat(), p.due.isoformat(), p.last_day.isoformat(), [names[f"deadlines.closed_{c}"] for c in p.closed])
        for p in found
    ] == [(v["member_informed"], v[kind]["raw"], v[kind]["last_day"], v[kind]["rolled_over"]) for v in vectors]


@pytest.mark.parametrize(("published", "days", "last_day"), BY_HAND)
def test_a_last_day_counted_by_hand_comes_out(published: str, days: int, last_day: str) -> None:
    assert period(date.fromisoformat(published), days).last_day == date.fromisoformat(last_day)


def test_there_are_enough_vectors_by_hand_and_none_twice() -> None:
    assert len({(published, days) for published, days, _ in BY_HAND}) == len(BY_HAND) >= 40


@pytest.mark.parametrize("year", range(2015, 2061))
def test_the_closed_days_of_a_year_are_those_of_the_act(year: int) -> None:
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(366)]

    assert [d for d in days if closed_day(d)] == [d for d in days if is_closed_by_the_act(d)]


def test_ordinary_days_beside_holidays_are_open() -> None:
    open_days = [date(2026, 12, 31), date(2026, 4, 2), date(2026, 5, 25), date(2026, 6, 18), date(2026, 12, 23)]

    assert [closed_day(day) for day in open_days] == [None] * 5


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_closed_day_has_a_name(language: str) -> None:
    days = (date(2015, 1, 1) + timedelta(days=n) for n in range(40 * 366))
    names = {f"deadlines.closed_{name}" for day in days if (name := closed_day(day))}

    assert names - set(catalog(language)) == set()


@given(DAYS, st.sampled_from([14, 30]))
def test_a_last_day_is_never_closed_and_never_before_it_is_due(published: date, days: int) -> None:
    found = period(published, days)

    assert closed_day(found.last_day) is None
    assert found.due == published + timedelta(days=7 + days)
    assert found.last_day - found.due == len(found.closed) * DAY


@given(DAYS, st.sampled_from([14, 30]))
def test_what_is_published_later_ends_no_earlier(published: date, days: int) -> None:
    assert period(published, days).last_day <= period(published + DAY, days).last_day


@given(DAYS)
def test_a_longer_period_ends_no_earlier(published: date) -> None:
    assert period(published, 14).last_day <= period(published, 30).last_day


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-01-15", 1, "2026-02-15"),
        ("2026-01-31", 1, "2026-02-28"),  # February has no 31st: its last day
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-08-31", 1, "2026-09-30"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-12-15", 6, "2027-06-15"),
        ("2028-02-29", 12, "2029-02-28"),  # a year from a leap day
    ],
)
def test_months_end_on_the_day_of_the_same_number_or_the_last_of_the_month(start: str, months: int, end: str) -> None:
    assert months_later(date.fromisoformat(start), months) == date.fromisoformat(end)


def is_closed_by_the_act(day: date) -> bool:
    """150/1930 5 § without a library: weekends, fixed days, days of Easter, Midsummer Eve. All others fall on weekends."""
    from_easter = (day - easter(day.year)).days
    is_midsummer_eve = day.month == 6 and day.day in MIDSUMMER_EVES and day.weekday() == FRIDAY
    return day.weekday() >= SATURDAY or (day.month, day.day) in FIXED or from_easter in {-2, 1, 39} or is_midsummer_eve


def easter(year: int) -> date:
    """Return Easter Day by the Gregorian computus of Gauss, with its two exceptions."""
    a, b, c = year % 19, year % 4, year % 7
    k = year // 100
    m = (15 - (13 + 8 * k) // 25 + k - k // 4) % 30
    n = (4 + k - k // 4) % 7
    d = (19 * a + m) % 30
    e = (2 * b + 4 * c + 6 * d + n) % 7
    day = 22 + d + e
    if d == 29 and e == 6:
        day = 50
    if d == 28 and e == 6 and a > 10:
        day = 49
    return date(year, 3, 1) + timedelta(days=day - 1)
