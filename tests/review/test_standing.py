"""Which decisions stand, alone and where two persons are asked for."""

import pytest

from generator.model.decision import Verdict
from generator.review.decisions import Line
from generator.review.standing import standing
from tests.review.reviewers import REVIEWERS, line

A, R = Verdict.APPROVE, Verdict.REJECT
NONE: frozenset[str] = frozenset()
TEXT = "a" * 64


def verdict(*lines: Line, two: frozenset[str] = NONE) -> Verdict | None:
    found = standing(lines, REVIEWERS, two).get(TEXT)
    return found.verdict if found else None


def test_the_last_decision_stands() -> None:
    assert verdict(line(verdict=A), line(verdict=R, who="Väinö")) is R


@pytest.mark.parametrize("named", ["redaction.unmarked", "phone_number", "partly_secret"])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([(A, "Aino")], None),
        ([(A, "Aino"), (A, "Aino")], None),
        ([(A, "Aino"), (A, "Väinö")], A),
        ([(R, "Väinö"), (R, "Aino")], R),
        ([(A, "Aino"), (R, "Väinö")], None),
        ([(A, "Aino"), (A, "Väinö"), (R, "Aino")], None),
        ([(A, "Aino"), (R, "Väinö"), (R, "Aino")], R),
    ],
)
def test_where_two_are_asked_for_two_must_have_said_the_same(
    said: list[tuple[Verdict, str]], expected: Verdict | None, named: str
) -> None:
    lines = [line(verdict=v, who=who, recognizer="phone_number", classification="partly_secret") for v, who in said]

    assert verdict(*lines, two=frozenset({named})) is expected


def test_one_person_with_two_names_is_one() -> None:
    lines = (line(who="Aino"), line(who="Väinö"))

    assert standing(lines, dict.fromkeys(("Aino", "Väinö"), REVIEWERS["Aino"]), frozenset({"redaction.unmarked"})) == {}


def test_another_reason_does_not_need_two() -> None:
    assert verdict(line(), two=frozenset({"redaction.contradiction"})) is A


def test_the_second_person_need_not_write_the_title_again() -> None:
    lines = (
        line(verdict=R, ground="julkl-24-1-25", titles={"fi": "Henkilöstöasia"}),
        line(verdict=R, who="Väinö"),
    )
    (found,) = standing(lines, REVIEWERS, frozenset({"redaction.unmarked"})).values()

    assert (found.ground, found.titles) == ("julkl-24-1-25", {"fi": "Henkilöstöasia"})


def test_what_another_verdict_gave_does_not_last() -> None:
    lines = (line(verdict=R, ground="julkl-24-1-25"), line(verdict=A, who="Väinö"))

    assert standing(lines, REVIEWERS, NONE)[TEXT].ground is None
