"""What time takes from a meeting: a pure function of the meeting and the day."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from generator.model import expiry
from generator.model.meeting import Section, SectionKind
from generator.model.redacted import EndedItem, HeldItem, PublicItem, RedactedMeeting, SecretItem
from generator.model.text import Cell, Inline, ItemList, Mask, Named, Paragraph, Run, Table
from tests.naming import NAME
from tests.rendering.factory import BOARD, of_board
from tests.rendering.factory import item as public

NAMED = Named(text=NAME, kind="person_name", ground="personal-data")
MASK = Mask(kind="person_name", ground="personal-data")
LAST = date(2026, 10, 19)
DAY = timedelta(days=1)


def everywhere(piece: Inline) -> tuple[Section, ...]:
    paragraph = Paragraph(content=(Run(text="Hakija "), piece))
    table = Table(rows=((Cell(content=(piece,)),),), caption=(piece,))
    return (Section(kind=SectionKind.DECISION, blocks=(paragraph, ItemList(items=((paragraph,), (table,))), table)),)


def timed(until: date | None = LAST, number: str = "1") -> PublicItem:
    return public(BOARD, number, "Lupa", sections=everywhere(NAMED), personal_data_until=until)


def meeting(*items: PublicItem | SecretItem | HeldItem, **more: object) -> RedactedMeeting:
    return of_board(BOARD, date(2026, 9, 14), *(items or (timed(),)), **more)


@pytest.mark.parametrize(("day", "is_named"), [(LAST - DAY, True), (LAST, True), (LAST + DAY, False)])
def test_a_name_stands_the_day_before_and_on_the_last_day_and_is_gone_on_the_day_after(day: date, *, is_named: bool) -> None:
    shown = expiry.at(meeting(), day)

    assert (NAME in str(shown), expiry.is_timed(shown.items[0])) == (is_named, is_named)


def test_masks_stand_in_the_place_of_names_wherever_these_stood() -> None:
    (shown,) = expiry.depersonalised(meeting(), LAST + DAY).items

    assert isinstance(shown, PublicItem)
    assert (shown.sections, shown.personal_data_until) == (everywhere(MASK), None)


def test_a_name_whose_time_nobody_knows_never_stands() -> None:
    assert NAME not in str(expiry.at(meeting(timed(until=None)), date(1999, 1, 1)))


def test_names_of_one_item_go_before_those_of_another() -> None:
    two = meeting(timed(), timed(LAST + DAY, "2"))
    shown = expiry.at(two, LAST + DAY)

    assert [expiry.is_timed(item) for item in shown.items] == [False, True]
    assert expiry.dates(two) == (LAST + DAY, LAST + 2 * DAY)
    assert expiry.dates(shown) == (LAST + 2 * DAY,)


def test_what_has_no_time_limit_has_no_dates() -> None:
    assert expiry.dates(meeting(public(BOARD, "1", "Lupa"))) == ()


def test_a_text_whose_time_is_over_leaves_its_address_and_its_number() -> None:
    held = HeldItem(id=f"{BOARD}/3", source_id="3", order=3, language="fi", reasons=("redaction.unmarked",))
    whole = meeting(timed(), timed(number="2"), held, page_until=LAST)
    shown = expiry.at(whole, LAST + DAY)

    assert shown.is_ended
    assert shown.items == (
        EndedItem(id=f"{BOARD}/1", source_id="1", order=1, language="fi", number="1"),
        EndedItem(id=f"{BOARD}/2", source_id="2", order=2, language="fi", number="2"),
    )
    assert (shown.attendance, shown.attachments, shown.recording) == ((), (), None)
    assert (shown.id, shown.versions) == (whole.id, whole.versions)


def test_a_text_stands_on_its_last_day() -> None:
    assert expiry.at(meeting(page_until=LAST), LAST) == meeting(page_until=LAST)


def test_an_end_is_an_end() -> None:
    ended = expiry.at(meeting(page_until=LAST), LAST + DAY)

    assert expiry.at(ended, LAST - DAY) == ended
    assert expiry.dates(ended) == ()


def test_names_that_outlive_the_text_go_with_it() -> None:
    assert expiry.dates(meeting(timed(LAST + DAY), page_until=LAST)) == (LAST + DAY,)


def test_two_versions_are_compared_without_what_time_takes() -> None:
    whole = meeting(page_until=LAST)

    assert expiry.timeless(whole) == expiry.timeless(expiry.depersonalised(whole, LAST + DAY))
    assert expiry.timeless(whole) != expiry.timeless(replace(whole, place="Torikatu 1"))
