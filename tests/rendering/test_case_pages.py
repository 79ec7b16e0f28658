"""Cases: all handlings by register number, over organizations and years."""

from datetime import date

import pytest
from lxml import html
from msgspec.structs import replace

from generator.model.meeting import EarlierHandling, SectionKind, Stage, State
from generator.model.redacted import HeldItem, RedactedMeeting
from generator.model.text import Heading, Run, Withheld
from generator.rendering import sections, urls
from generator.rendering.cases import Case, cases
from tests.rendering.conftest import Pages, words
from tests.rendering.council import COUNCIL, RICH, section
from tests.rendering.factory import BOARD, MEETINGS, SITE, agenda, board, item, meeting, of_board

NUMBER = "312/02.02.00/2026"
CASE = "asiat/312-02-02-00-2026"


@pytest.fixture(scope="module")
def case(pages: Pages) -> html.HtmlElement:
    return pages[f"{CASE}.html"]


def found(*meetings: RedactedMeeting) -> Case:
    return next(case for case in cases(meetings, SITE) if case.name == CASE)


def telling(*earlier: EarlierHandling, **changes: object) -> RedactedMeeting:
    """Return a meeting whose one item tells of *earlier* handlings."""
    own = item("kaupunginhallitus/2026-10-12", "230", "Kehys", register_number=NUMBER, earlier_handlings=earlier, **changes)
    return of_board("kaupunginhallitus/2026-10-12", date(2026, 10, 12), own)


def test_a_case_lists_its_handlings_over_organizations_and_years_the_newest_first(case: html.HtmlElement) -> None:
    headings = [words(h) for h in case.xpath("//ol[@class='k-handlings']/li/h2")]

    assert headings == [
        "Kaupunginvaltuusto 28.9.2026, § 45",
        "Kaupunginhallitus 14.9.2026, § 210",
        "Kaupunginhallitus 1.12.2025, § 280",
    ]


def test_a_handling_links_to_its_item(case: html.HtmlElement) -> None:
    assert case.xpath("//ol[@class='k-handlings']//h2/a/@href")[0] == f"../{COUNCIL}/45.html"


def test_a_handling_says_what_was_decided_with_the_list_that_ends_its_sentence(case: html.HtmlElement) -> None:
    outcome = case.xpath("//*[@class='k-handlings__outcome']")[0]

    assert words(outcome) == (
        "Kaupunginvaltuusto päätti äänestyksen jälkeen äänin 21–6 hyväksyä talousarvion 2027 kehyksen ja "
        "Kuutamorannan koulun laajennuksen suunnitteluun 350 000 euroa."
    )


def test_the_register_number_of_an_item_leads_to_its_case(pages: Pages) -> None:
    (link,) = pages[f"{COUNCIL}/45.html"].xpath("//dl[@class='k-facts']//a[contains(., '312/02.02.00/2026')]")

    assert link.get("href") == f"../../{CASE}.html"


def test_earlier_handlings_on_an_item_lead_to_their_own_pages_and_to_the_case(pages: Pages) -> None:
    links = pages[f"{COUNCIL}/45.html"].xpath("//section[contains(@class, 'k-earlier')]//a/@href")

    assert links == [f"../../{BOARD}/210.html", f"../../{CASE}.html"]


def test_a_case_has_a_page_in_each_language_of_its_items(pages: Pages) -> None:
    assert f"sv/{CASE}.html" not in pages
    assert f"en/{CASE}.html" not in pages


def test_a_case_of_two_languages_has_two_pages() -> None:
    swedish = item(BOARD, "212", "Budgetramen 2027", language="sv", register_number=NUMBER)
    languages = {handling.item.language for handling in found(meeting(), of_board(BOARD, date(2026, 9, 14), swedish)).handlings}

    assert languages == {"fi", "sv"}


def test_an_earlier_handling_that_is_published_is_a_handling_without_a_register_number_of_its_own() -> None:
    bare = of_board(BOARD, date(2026, 9, 14), item(BOARD, "210", "Talousarvion kehys"))

    assert [h.item.id for h in found(meeting(), bare).handlings] == [RICH.id, f"{BOARD}/210"]


def test_the_number_of_an_earlier_handling_may_hold_the_sign() -> None:
    earlier = EarlierHandling(organization="Kaupunginhallitus", day=date(2026, 9, 14), number="§ 210")

    assert [h.item.id for h in found(telling(earlier), board()).handlings][1:] == [f"{BOARD}/210"]


def test_an_earlier_handling_is_found_under_the_other_name_of_its_organization() -> None:
    earlier = EarlierHandling(organization="Stadsstyrelsen", day=date(2026, 9, 14), number="210")

    assert len(found(telling(earlier), board()).handlings) == 2


@pytest.mark.parametrize(
    "earlier",
    [
        EarlierHandling(organization="Sivistyslautakunta", day=date(2026, 9, 14), number="210"),
        EarlierHandling(organization="Kaupunginhallitus", day=date(2026, 9, 15), number="210"),
        EarlierHandling(organization="Kaupunginhallitus", day=date(2026, 9, 14), number="299"),
        EarlierHandling(organization="Kaupunginhallitus"),
    ],
)
def test_an_earlier_handling_that_is_not_here_is_text(earlier: EarlierHandling) -> None:
    case = found(telling(earlier), board())

    assert [told.earlier for told in case.told] == [earlier]


def test_an_earlier_handling_told_twice_is_named_once() -> None:
    earlier = EarlierHandling(organization="Sivistyslautakunta", day=date(2026, 8, 3), number="9")
    twice = replace(meeting(), items=(replace(RICH, earlier_handlings=(earlier,)),))

    assert len(found(telling(earlier), twice).told) == 1


def test_a_secret_handling_is_not_in_the_case_even_where_an_item_tells_of_it() -> None:
    secret = EarlierHandling(organization="Kaupunginhallitus", day=date(2026, 9, 14), number="211")
    case = found(telling(secret), board())

    assert case.told == ()
    assert f"{BOARD}/211" not in {handling.item.id for handling in case.handlings}


def test_a_handling_told_without_a_number_may_be_a_secret_one_and_is_left_out() -> None:
    earlier = EarlierHandling(organization="Kaupunginhallitus", day=date(2026, 9, 14))
    other = replace(board(), items=tuple(i for i in board().items if i.number == "211"))

    assert found(telling(earlier), other).told == ()


def test_an_item_that_waits_is_in_no_case() -> None:
    held = HeldItem(id=f"{BOARD}/210", source_id="210", order=1, number="210", language="fi", reasons=("casem.x",))

    assert len(found(meeting(), of_board(BOARD, date(2026, 9, 14), held)).handlings) == 1


@pytest.mark.parametrize("number", [None, "", "[henkilötunnus poistettu]", "-", "2026", "lausunto", "a" * 90 + "1/2"])
def test_what_is_no_register_number_joins_no_items(number: str | None) -> None:
    assert urls.case(number) == ""


def test_a_case_is_called_what_its_newest_item_is(case: html.HtmlElement) -> None:
    assert words(case.find(".//h1")) == f"Asia {NUMBER} {RICH.title}"


def test_a_proposal_is_the_outcome_of_an_agenda() -> None:
    proposed = replace(agenda(), items=(replace(agenda().items[0], register_number=NUMBER),))

    assert found(proposed).handlings[0].meeting.id == proposed.id


def test_the_order_of_meetings_does_not_change_the_cases() -> None:
    assert cases(MEETINGS, SITE) == cases(MEETINGS[::-1], SITE)


@pytest.mark.parametrize(
    ("blocks", "count"),
    [
        (("Kaupunginvaltuusto:", "Hyväksyttiin.", "Muuta."), 2),
        (("Hyväksyttiin.", "Muuta."), 1),
        ((Heading(content=(Run(text="Otsikko"),)), "Hyväksyttiin."), 1),
        ((Withheld(ground="julkl-24-1-25"), "Hyväksyttiin."), 1),
        ((), 0),
    ],
)
def test_an_outcome_goes_on_until_its_first_sentence_ends(blocks: tuple[str | Heading | Withheld, ...], count: int) -> None:
    decided = item(BOARD, "1", "Asia", sections=(section(SectionKind.DECISION, *blocks, heading="Päätös"),))

    assert len(sections.outcome(sections.parted(decided, Stage.MINUTES, State.CHECKED))) == count
