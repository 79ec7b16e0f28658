"""What the page says of an appeal: whose date it is, how it was counted, and why there is none."""

from datetime import date

import pytest

from generator.deadlines import Rules
from generator.model.meeting import Section, State
from generator.model.redacted import Version
from generator.rendering import appeal_dates, fragments
from generator.rendering.appeal_dates import AppealView
from generator.rendering.site import Site
from generator.rendering.words import words
from tests.deadlines.factories import item, meeting, section, version

SITE = Site(names={"fi": "Testilä"}, languages=("fi",), at=date(2026, 9, 1))
RECTIFICATION = section("Oikaisuvaatimusohje, kohdat 1–2", "Ohje.")
FORBIDDEN = section("Muutoksenhakukielto, kohta 3", "Sovellettava lainkohta: Kuntalaki 136 §")
PLAN = section("Hallintovalitus asemakaavan muutosta koskevassa asiassa", "Ohje.")
PROCUREMENT = section("Hankintaoikaisu ja markkinaoikeusvalitus", "Ohje.")
CHECKED = version("2026-04-10")


def views(*sections: Section, versions: tuple[Version, ...] = (CHECKED,), language: str = "fi") -> tuple[AppealView, ...]:
    own = item(*sections)
    return appeal_dates.views(own, meeting(own, versions=versions), words(language), SITE)


def page(*sections: Section, versions: tuple[Version, ...] = (CHECKED,)) -> str:
    shown = views(*sections, versions=versions)
    return fragments.render("appeal_dates.html", views=shown, t=words("fi"))


def test_the_date_is_a_members_and_says_how_it_was_counted() -> None:
    (view,) = views(RECTIFICATION)
    counted, moved = view.details

    assert (view.name, view.points, view.last_day) == ("Oikaisuvaatimus", "kohdat 1–2", date(2026, 5, 4))
    assert "kunnan jäsen" in view.statement
    assert all(part in counted for part in ("10.4.2026", "17.4.2026", "14 päivän", "kuntalaki 140 §", "kuntalaki 134 ja 138 §"))
    assert all(part in moved for part in ("1.5.2026", "vapunpäivä, lauantai ja sunnuntai", "4.5.2026", "150/1930"))


def test_a_day_that_does_not_move_says_nothing_of_moving() -> None:
    (view,) = views(RECTIFICATION, versions=(version("2026-09-01"),))

    assert (view.last_day, len(view.details)) == (date(2026, 9, 22), 1)


def test_a_party_is_told_that_its_own_date_may_be_another() -> None:
    assert "Asianosaisen aika" in page(RECTIFICATION)


def test_a_prohibition_shows_its_name_and_statute_and_no_date() -> None:
    (view,) = views(FORBIDDEN)

    assert (view.name, view.points, view.last_day) == ("Muutoksenhakukielto", "kohta 3", None)
    assert "kuntalaki 136 §" in view.statement
    assert "<time" not in page(FORBIDDEN)
    assert "Asianosaisen aika" not in page(FORBIDDEN)


def test_a_prohibition_by_another_statute_shows_that_one() -> None:
    (view,) = views(section("Muutoksenhakukielto kuntalaki 91 §", "Ohje."))

    assert "kuntalaki 91 §" in view.statement
    assert "136" not in view.statement


def test_no_date_is_printed_for_what_runs_from_service() -> None:
    shown = views(PROCUREMENT)

    assert [(view.name, view.last_day) for view in shown] == [("Hankintaoikaisu", None), ("Valitus markkinaoikeuteen", None)]
    assert all("14 päivän" in view.statement and "asianosainen" in view.statement for view in shown)
    assert "<time" not in page(PROCUREMENT)


@pytest.mark.parametrize("versions", [(), (version("2026-04-10", State.AGENDA),), (version("2026-04-10", State.DECIDED),)])
def test_no_date_is_printed_before_checked_minutes_are_published(versions: tuple[Version, ...]) -> None:
    (view,) = views(RECTIFICATION, versions=versions)

    assert view.last_day is None
    assert "14 päivän" in view.statement


def test_the_date_of_a_plan_is_everybodys() -> None:
    (view,) = views(PLAN, versions=(version("2026-09-01"),))

    assert view.last_day == date(2026, 10, 8)
    assert "kunnan jäsen" not in view.statement
    assert not view.is_for_member


@pytest.mark.parametrize(
    "informed",
    [
        "Kunnan jäsenen, asianosaisen ja muun valittajan katsotaan saaneen tiedon seitsemän päivän kuluttua.",
        "En kommunmedlem, en part eller en annan anses ha fått del av beslutet sju dagar efter.",
    ],
)
def test_a_date_that_the_instructions_give_everybody_is_everybodys(informed: str) -> None:
    appeal = "Tähän päätökseen haetaan muutosta kunnallisvalituksella."
    (view,) = views(section("Muutoksenhaku", appeal, ("Valitusaika",), informed), versions=(version("2026-09-01"),))

    assert view.statement == "muutosta voi hakea viimeistään"
    assert not view.is_for_member


def test_a_prohibition_and_an_appeal_for_other_points_stand_side_by_side() -> None:
    both = page(RECTIFICATION, FORBIDDEN)

    assert "Oikaisuvaatimus (kohdat 1–2)" in both
    assert "Muutoksenhakukielto (kohta 3)" in both
    assert both.count("<time") == 1


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("sections", [(RECTIFICATION,), (FORBIDDEN,), (PLAN,), (PROCUREMENT,)])
@pytest.mark.parametrize("versions", [(), (CHECKED,)])
def test_every_sentence_is_there_in_every_language(
    language: str, sections: tuple[Section, ...], versions: tuple[Version, ...]
) -> None:
    shown = views(*sections, versions=versions, language=language)

    assert shown
    assert all(view.name and view.statement for view in shown)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("starts", ["given", "notice", "served"])
def test_every_start_has_its_sentences(language: str, starts: str) -> None:
    t = words(language)

    assert f"deadlines.unknown_{starts}" in t
    assert (f"deadlines.counted_{starts}" in t) == (starts != "served")


def test_a_kind_of_the_municipalitys_own_is_shown_by_its_name() -> None:
    kinds = Rules().kinds
    named = next(k for k in kinds if k.id == "rectification")
    own = type(named)(
        id="own", words=("omaohje",), months=1, starts=named.starts, name={"fi": "Oma"}, statute={"fi": "laki 1 §"}
    )
    site = Site(names={"fi": "Testilä"}, languages=("fi",), at=date(2026, 9, 1), deadlines=Rules(kinds=(*kinds, own)))
    decision = item(section("Omaohje", "Ohje."))
    (view,) = appeal_dates.views(decision, meeting(decision, versions=(version("2026-08-24"),)), words("en"), site)

    assert (view.name, view.last_day) == ("Oma", date(2026, 9, 30))
    assert "1 month " in view.details[0]
