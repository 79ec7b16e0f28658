"""Last days to appeal, by the vectors of the study and over the turns of the year."""

import json
from datetime import date

import pytest

from generator.deadlines import period
from tests.sites import ROOT

VECTORS = ROOT / ".." / "shared" / "samples" / "fi" / "excerpts" / "deadline_vectors.json"


@pytest.mark.skipif(not VECTORS.is_file(), reason="shared/samples is not beside this checkout")
def test_the_vectors_of_the_study_come_out() -> None:
    vectors = json.loads(VECTORS.read_text(encoding="utf-8"))
    expected = [
        (v["member_informed"], v["oikaisuvaatimus14"]["last_day"], v["kunnallisvalitus30"]["last_day"]) for v in vectors
    ]
    days = [(date.fromisoformat(v["published"])) for v in vectors]
    result = [
        (period(d, 14).informed.isoformat(), period(d, 14).last_day.isoformat(), period(d, 30).last_day.isoformat())
        for d in days
    ]

    assert len(vectors) == 12
    assert result == expected


@pytest.mark.parametrize(
    ("published", "days", "last_day"),
    [
        ("2027-12-03", 14, "2027-12-27"),  # Christmas Eve on a Friday, then the weekend; Second Day on a Sunday
        ("2026-12-11", 14, "2027-01-04"),  # New Year's Day is a Friday
        ("2028-02-08", 14, "2028-02-29"),  # leap day
        ("2027-03-05", 14, "2027-03-30"),  # Good Friday to Easter Monday
        ("2027-06-04", 14, "2027-06-28"),  # Midsummer Eve
        ("2026-10-10", 14, "2026-11-02"),  # All Saints' Day on a Saturday
    ],
)
def test_a_last_day_on_which_offices_are_closed_moves_to_the_next_weekday(published: str, days: int, last_day: str) -> None:
    assert period(date.fromisoformat(published), days).last_day == date.fromisoformat(last_day)
