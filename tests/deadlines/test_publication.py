"""Which version of a meeting started the clock of an item: `publishing` tells, `deadlines` reads."""

from datetime import date

import pytest
from msgspec.structs import replace

from generator.deadlines.publication import item_on_web
from generator.model.redacted import HeldItem, PublicItem, RedactedMeeting, SecretItem
from generator.publishing import versions
from tests.deadlines.factories import item, meeting

FIRST, LATER, LAST = date(2026, 9, 1), date(2026, 9, 15), date(2026, 9, 20)
OWN = item(identity="a")
BESIDE = item(identity="b", number="4")
HELD = HeldItem(id="a", source_id="a", order=1, language="fi", reasons=("x",))
SECRET = SecretItem(id="a", source_id="a", order=1, titles={}, language="fi", ground="g")


def published(*stages: tuple[date, tuple[PublicItem | HeldItem | SecretItem, ...]]) -> RedactedMeeting:
    known: dict[str, RedactedMeeting] = {}
    for day, items in stages:
        (now,) = versions.continued([replace(meeting(), items=items)], known, day)
        known = {now.id: now}
    return known[meeting().id]


def test_an_item_of_the_first_publication_is_on_the_web_since_then() -> None:
    assert item_on_web(OWN, published((FIRST, (OWN,)))) == FIRST


def test_an_item_whose_text_changes_keeps_its_clock() -> None:
    changed = replace(OWN, title="Toinen")

    assert item_on_web(changed, published((FIRST, (OWN,)), (LATER, (changed,)))) == FIRST


@pytest.mark.parametrize("before", [HELD, SECRET])
def test_an_item_that_was_not_shown_before_has_its_clock_from_when_it_was(before: HeldItem | SecretItem) -> None:
    found = published((FIRST, (before, BESIDE)), (LATER, (OWN, BESIDE)), (LAST, (OWN, replace(BESIDE, title="Muu"))))

    assert (item_on_web(OWN, found), item_on_web(BESIDE, found)) == (LATER, FIRST)


def test_an_item_that_came_later_has_its_clock_from_then() -> None:
    assert item_on_web(OWN, published((FIRST, (BESIDE,)), (LATER, (BESIDE, OWN)))) == LATER


def test_a_run_that_changes_nothing_moves_no_clock() -> None:
    assert item_on_web(OWN, published((FIRST, (OWN,)), (LATER, (OWN,)))) == FIRST
