"""Until when personal data and pages may stand, by the item's appeals and the organization's settings."""

from datetime import date

import pytest
from msgspec.structs import replace

from generator.deadlines import Display, Rules, appeals, page_until, period_of, personal_data_until
from generator.deadlines.kinds import packaged
from generator.model.meeting import Classification, Organization, Section, State
from generator.model.redacted import PublicItem, Version
from tests.deadlines.factories import item, meeting, section, version

RULES = Rules()
RECTIFICATION = section("Oikaisuvaatimusohje", "Ohje.")
MUNICIPAL = section("Muutoksenhaku", "Tähän päätökseen haetaan muutosta kunnallisvalituksella.")
SERVED = section("Hallintovalitus", "Ohje.")
FORBIDDEN = section("Muutoksenhakukielto", "Ohje.")
CHECKED = version("2026-09-01")
AGENDA = version("2026-08-20", State.AGENDA)


def until(*sections: Section, versions: tuple[Version, ...] = (CHECKED,), rules: Rules = RULES) -> date | None:
    own = item(*sections)
    return personal_data_until(own, meeting(own, versions=versions), rules)


def settings(**days: int) -> Rules:
    return Rules(display={"kaupunginhallitus": Display(**days)})


def test_personal_data_stands_until_the_last_day_of_appeal() -> None:
    assert until(RECTIFICATION) == date(2026, 9, 22)


def test_of_several_appeals_the_latest_last_day_holds() -> None:
    assert until(RECTIFICATION, MUNICIPAL) == date(2026, 10, 8)
    assert until(MUNICIPAL, RECTIFICATION) == date(2026, 10, 8)


def test_a_last_day_that_moves_over_holidays_moves_the_personal_data_with_it() -> None:
    assert until(RECTIFICATION, versions=(version("2026-03-13"),)) == date(2026, 4, 7)


@pytest.mark.parametrize("sections", [(), (SERVED,), (FORBIDDEN,)])
def test_where_no_day_is_known_there_is_none(sections: tuple[Section, ...]) -> None:
    assert until(*sections) is None


@pytest.mark.parametrize("sections", [(), (SERVED,), (FORBIDDEN,)])
def test_the_setting_takes_the_place_of_a_day_that_is_not_known(sections: tuple[Section, ...]) -> None:
    assert until(*sections, rules=settings(personal_data_days=60)) == date(2026, 10, 31)


@pytest.mark.parametrize("days", [1, 400])
def test_the_setting_does_not_move_a_day_that_is_known(days: int) -> None:
    assert until(RECTIFICATION, rules=settings(personal_data_days=days)) == date(2026, 9, 22)
    assert until(RECTIFICATION, FORBIDDEN, rules=settings(personal_data_days=days)) is not None


def test_of_a_known_day_and_the_setting_for_an_unknown_one_the_later_holds() -> None:
    assert until(RECTIFICATION, SERVED, rules=settings(personal_data_days=60)) == date(2026, 10, 31)
    assert until(MUNICIPAL, SERVED, rules=settings(personal_data_days=10)) == date(2026, 10, 8)
    assert until(RECTIFICATION, SERVED) == date(2026, 9, 22)


@pytest.mark.parametrize("versions", [(), (AGENDA,), (AGENDA, version("2026-08-25", State.DECIDED))])
def test_nothing_is_known_before_checked_minutes_are_published(versions: tuple[Version, ...]) -> None:
    assert until(RECTIFICATION, versions=versions) is None
    assert until(versions=versions, rules=settings(personal_data_days=60)) is None


def test_the_clock_starts_at_the_first_publication_of_checked_minutes() -> None:
    corrected = version("2026-09-15", State.CORRECTED)

    assert until(RECTIFICATION, versions=(AGENDA, CHECKED, corrected)) == date(2026, 9, 22)


def test_minutes_first_published_as_corrected_start_the_clock_too() -> None:
    assert until(RECTIFICATION, versions=(AGENDA, version("2026-09-01", State.CORRECTED))) == date(2026, 9, 22)


@pytest.mark.parametrize("change", [{"added": ("a",)}, {"disclosed": ("a",)}])
def test_an_item_that_is_shown_later_has_a_clock_of_its_own(change: dict[str, tuple[str, ...]]) -> None:
    later = version("2026-09-15", State.CHECKED, **change)

    assert until(RECTIFICATION, versions=(CHECKED, later)) == date(2026, 10, 6)
    assert until(RECTIFICATION, versions=(version("2026-08-01", State.AGENDA, **change), CHECKED)) == date(2026, 9, 22)


@pytest.mark.parametrize("away", [("removed", "added"), ("withdrawn", "disclosed")])
@pytest.mark.parametrize(
    ("gone", "last_day"),
    [("2026-09-07", date(2026, 12, 22)), ("2026-09-08", date(2026, 9, 22))],
    ids=["before the seventh day", "on the seventh day"],
)
def test_what_comes_back_has_its_first_clock_once_everybody_was_deemed_informed(
    away: tuple[str, str], gone: str, last_day: date
) -> None:
    went, came = away
    versions = (CHECKED, version(gone, **{went: ("a",)}), version("2026-12-01", **{came: ("a",)}))

    assert until(RECTIFICATION, versions=versions) == last_day


def test_the_time_on_the_web_of_an_agenda_is_no_time() -> None:
    versions = (AGENDA, version("2026-08-30", State.AGENDA, removed=("a",)), CHECKED, version("2026-09-15", added=("a",)))

    assert until(RECTIFICATION, versions=versions) == date(2026, 10, 6)


@pytest.mark.parametrize(
    ("state", "last_day"), [(State.DECIDED, date(2026, 9, 22)), (State.CHECKED, date(2026, 9, 22)), (State.AGENDA, None)]
)
def test_an_office_holders_decision_needs_no_checking(state: State, last_day: date | None) -> None:
    own = item(RECTIFICATION)
    post = Organization(id="sivistysjohtaja", name="Sivistysjohtaja", classification=Classification.POST)
    day = replace(meeting(own, versions=(version("2026-09-01", state),)), organization=post)

    assert personal_data_until(own, day, RULES) == last_day


def test_another_items_coming_moves_nothing() -> None:
    assert until(RECTIFICATION, versions=(CHECKED, version("2026-09-15", added=("b",)))) == date(2026, 9, 22)


@pytest.mark.parametrize(
    ("instructions", "last_day"),
    [
        # 30 days from the day given, which is not counted; 14.10.2026 is a Wednesday.
        (section("Hallintovalitus julkipanon jälkeen annetusta päätöksestä", "Antopäivä 14.9.2026."), date(2026, 10, 14)),
        # The seventh day of the notice, 14.9.2026, and 30 days.
        (section("Valitusosoitus julkisella kuulutuksella", "Kuulutus on julkaistu 7.9.2026."), date(2026, 10, 14)),
    ],
)
def test_a_stated_day_starts_the_period_of_its_kind(instructions: Section, last_day: date) -> None:
    assert until(instructions, versions=(version("2026-09-20"),)) == last_day


def test_a_kind_in_months_ends_on_the_day_of_the_same_number() -> None:
    kinds = tuple(
        k if k.id != "rectification" else type(k)(id=k.id, words=k.words, months=1, starts=k.starts) for k in packaged()
    )

    # Informed on 31.8.2026; September has no 31st.
    assert until(RECTIFICATION, versions=(version("2026-08-24"),), rules=Rules(kinds=kinds)) == date(2026, 9, 30)


def test_no_period_is_known_for_what_runs_from_service() -> None:
    own = item(SERVED)
    of = meeting(own, versions=(CHECKED,))

    assert [period_of(a, own, of) for a in appeals(own, of, packaged())] == [None]


def pages(versions: tuple[Version, ...], **days: int) -> date | None:
    return page_until(meeting(versions=versions), settings(**days))


def test_a_page_stays_where_nothing_is_set() -> None:
    assert pages((CHECKED,)) is None
    assert page_until(meeting(), settings(page_days=30)) is None


def test_a_page_stands_for_its_days_after_checked_minutes_were_published() -> None:
    assert pages((AGENDA, CHECKED), page_days=365) == date(2027, 9, 1)


def test_an_agenda_that_never_got_minutes_stands_for_its_days_too() -> None:
    assert pages((AGENDA,), page_days=30) == date(2026, 9, 19)


def test_an_organization_without_settings_has_those_of_all_others_one_by_one() -> None:
    own: PublicItem = item()
    of = meeting(own, versions=(CHECKED,))
    rules = Rules(
        display={"*": Display(personal_data_days=10, page_days=20), "kaupunginhallitus": Display(personal_data_days=30)}
    )

    assert personal_data_until(own, of, rules) == date(2026, 10, 1)
    assert page_until(of, rules) == date(2026, 9, 21)


def test_the_settings_of_another_organization_do_not_hold() -> None:
    assert page_until(meeting(versions=(CHECKED,)), Rules(display={"sivistyslautakunta": Display(page_days=1)})) is None
