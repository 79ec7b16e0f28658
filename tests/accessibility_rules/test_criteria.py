"""Which criteria each level asks for, and where EN 301 549 has them."""

import pytest

from accessibility_rules import Level
from accessibility_rules.criteria import clause, is_asked, level


@pytest.mark.parametrize(
    ("criterion", "expected"),
    [("1.1.1", Level.A), ("1.4.10", Level.AA), ("2.4.6", Level.AA), ("2.4.9", Level.AAA), ("2.4.10", Level.AAA)],
)
def test_a_criterion_has_its_level(criterion: str, expected: Level) -> None:
    assert level(criterion) is expected


@pytest.mark.parametrize(
    ("at", "asked"), [(Level.A, ["1.1.1"]), (Level.AA, ["1.1.1", "1.4.3"]), (Level.AAA, ["1.1.1", "1.4.3", "1.4.6"])]
)
def test_a_level_asks_for_those_below_it(at: Level, asked: list[str]) -> None:
    assert [criterion for criterion in ("1.1.1", "1.4.3", "1.4.6") if is_asked(criterion, at)] == asked


def test_a_clause_keeps_the_number_of_its_criterion_and_those_of_level_aaa_share_one() -> None:
    assert [clause("1.4.3"), clause("1.4.6")] == ["9.1.4.3", "9.5"]
