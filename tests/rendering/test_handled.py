"""Where earlier handlings lead: to their item's page where the site has it, and nowhere where that is not sure."""

from datetime import date

import pytest
from lxml import html
from msgspec.structs import replace

from generator.model.meeting import EarlierHandling, Stage
from generator.model.redacted import RedactedMeeting
from generator.rendering import handled, item_page, whole_page
from tests.rendering.conftest import words
from tests.rendering.factory import BOARD, SITE, board, item, of_board

DAY = date(2026, 9, 14)
TELLER = "kaupunginhallitus/2026-10-12"
EARLIER = EarlierHandling(organization="Kaupunginhallitus", day=DAY, number="210")


def teller(earlier: EarlierHandling, **changes: object) -> RedactedMeeting:
    own = item(TELLER, "230", "Kehys", earlier_handlings=(earlier,), **changes)
    return of_board(TELLER, date(2026, 10, 12), own)


def link(earlier: EarlierHandling, *others: RedactedMeeting, **changes: object) -> html.HtmlElement | None:
    """Return the link of the one earlier handling on its teller's page, on a site of *others* and the teller."""
    telling = teller(earlier, **changes)
    (page,) = item_page.pages(telling, handled.among([*others, telling], SITE))
    (section,) = html.fragment_fromstring(str(page.content), create_parent="main").find_class("k-earlier")
    return next(section.iter("a"), None)


def test_an_earlier_handling_leads_to_its_item() -> None:
    found = link(EARLIER, board())

    assert found is not None
    assert found.get("href") == f"../../{BOARD}/210.html"
    assert words(found) == "Kaupunginhallitus 14.9.2026 § 210"


@pytest.mark.parametrize(
    ("earlier", "others"),
    [
        (EARLIER, ()),
        (replace(EARLIER, day=date(2026, 9, 15)), (board(),)),
        (replace(EARLIER, day=None), (board(),)),
        (replace(EARLIER, number=None), (board(),)),
        (replace(EARLIER, number="211"), (board(),)),
        (replace(EARLIER, organization="Kaupunginvaltuusto"), (board(),)),
        (EARLIER, (replace(board(), stage=Stage.AGENDA),)),
        (EARLIER, (board(), of_board(f"{BOARD}-2", DAY, item(f"{BOARD}-2", "210", "Muu")))),
        (EARLIER, (of_board(BOARD, DAY, item(BOARD, "210", "Kehys", has_text=False)),)),
    ],
    ids=["absent", "another day", "no day", "no number", "secret", "another body", "agenda", "two of a number", "no text"],
)
def test_an_earlier_handling_that_is_not_surely_on_the_site_is_no_link(
    earlier: EarlierHandling, others: tuple[RedactedMeeting, ...]
) -> None:
    assert link(earlier, *others) is None


def test_an_earlier_handling_is_found_under_the_other_name_of_its_organization() -> None:
    found = link(replace(EARLIER, organization="Stadsstyrelsen"), board(), language="sv")

    assert found is not None
    assert (found.get("href"), found.get("hreflang")) == (f"../../../{BOARD}/210.html", "fi")


def test_an_item_does_not_lead_to_itself() -> None:
    assert link(EarlierHandling(organization="Kaupunginhallitus", day=date(2026, 10, 12), number="230")) is None


def test_the_whole_minutes_lead_to_the_items_too() -> None:
    telling = teller(EARLIER)
    (page,) = whole_page.pages(telling, handled.among([board(), telling], SITE))

    assert f'href="../../{BOARD}/210.html"' in page.content
