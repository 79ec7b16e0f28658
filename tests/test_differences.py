"""What one text of a case withholds, no other gives away: versions, organizations, languages, attachments, releases."""

import shutil

import pytest

from generator.model.redacted import HeldItem, PublicItem, RedactedMeeting
from generator.pipeline import Outcome
from tests.exports import Item, casem, download
from tests.redaction import pdfs
from tests.released import DECIDED, MEETING, Released, released, said

__all__ = ["released"]
NAME = "Vilhelmiina Kurkiaura"
CASE = ("CaseNativeId", "TesDno-2026-17")
PLAIN = Item(title="Kokouksen avaus", properties=(DECIDED,))
PASSAGE = "Hakija on ollut keväästä asti ilman omaa asuntoa ja elänyt sukulaistensa luona kaupungin ulkopuolella"


@pytest.fixture
def site(released: Released) -> Released:
    released.change(private_names="mask")
    return released


def meeting_of(outcome: Outcome, name: str = MEETING) -> RedactedMeeting:
    return next(meeting for meeting in outcome.decision.meetings if meeting.id == name)


def named(text: str, *more: tuple[str, str]) -> Item:
    return said(text, CASE, *more)


def test_a_name_that_only_the_agenda_withheld_is_masked_in_the_minutes(site: Released) -> None:
    site.publish(PLAIN, named(f"Hakija {NAME} pyytää lupaa."))
    remembered = site.store.withheld()
    site.change(private_names="leave")
    outcome = site.publish(PLAIN, named(f"Luvan saa {NAME}lle myönnettynä laiturin tarvitsija."))

    assert b"urkiaura" not in remembered.lower()
    assert outcome.released
    assert site.says("Kurkiaura") == set()
    assert "redaction.withheld_in_case" in {message.code for message in outcome.messages}


def test_a_name_that_one_meeting_withholds_is_masked_in_another_of_the_case_in_the_same_run(site: Released) -> None:
    folder = site.settings.sources[0].path
    casem(folder / "lautakunta", [named(f"Hakija {NAME} pyytää lupaa laiturille.")], organization="Rantalautakunta", key=901)
    casem(folder / "hallitus", [named(f"Muistio: puhelu, {NAME.upper()}, laituri ja vene")], organization="Kaupunginhallitus")
    outcome = site.publish()

    assert outcome.released
    assert site.says("Kurkiaura") | site.says("KURKIAURA") == set()


def test_what_only_the_swedish_text_withheld_is_masked_in_the_finnish_one(site: Released) -> None:
    site.publish(PLAIN, named(f"<span lang='sv'>Sökanden {NAME} ber om lov för sin brygga.</span>"))
    site.change(private_names="leave")
    outcome = site.publish(PLAIN, named(f"Hakijan {NAME}n lupa käsiteltiin."))

    assert outcome.released
    assert site.says("Kurkiaura") == set()


def test_a_name_withheld_in_the_text_is_withheld_in_an_attachment_of_the_case(site: Released) -> None:
    site.publish(PLAIN, named(f"Hakija {NAME} pyytää lupaa."))
    site.change(private_names="leave")
    attachment = ("Attachments", download(8001, "Kartta.pdf"))
    outcome = site.publish(
        PLAIN, named("Lupa annetaan.", attachment), files={"8001.pdf": pdfs.pdf("Laituri, Kurkiaura Vilhelmiina")}
    )

    assert outcome.released
    assert site.says("Laituri, [") | site.says("Laituri, <") >= {"site"}
    assert not list(site.settings.site_dir.rglob("*.pdf"))
    assert site.says("Kurkiaura") == set()


def test_a_list_says_no_more_than_the_page(site: Released) -> None:
    site.publish(PLAIN, named(f"Hakija {NAME} pyytää lupaa."))
    site.change(private_names="leave")
    outcome = site.publish(PLAIN, said("Lupa annetaan.", CASE, title=f"Lupa, {NAME}"))

    assert outcome.released
    assert site.says("Kurkiaura") == set()
    assert site.says("Lupa, [nimi poistettu]")


def test_a_meeting_in_no_export_any_more_is_taken_off_as_far_as_it_names_who_is_withheld_now(site: Released) -> None:
    folder = site.settings.sources[0].path
    site.change(private_names="leave")
    casem(folder / "lautakunta", [PLAIN, named(f"Hakija {NAME} pyytää lupaa.")], organization="Rantalautakunta", key=901)
    site.publish()
    was_there = site.says("Kurkiaura")
    shutil.rmtree(folder / "lautakunta")
    site.change(private_names="mask")
    outcome = site.publish(PLAIN, named(f"Hakija {NAME} pyytää lupaa laiturille."))

    old = meeting_of(outcome, "rantalautakunta/2026-09-14")
    assert "site" in was_there
    assert [type(item) for item in old.items] == [PublicItem, HeldItem]
    assert site.says("Kurkiaura") == set()
    assert "redaction.withheld_in_case" in {message.code for message in outcome.messages}


def test_when_only_the_second_version_withholds_the_first_release_is_gone(site: Released) -> None:
    site.change(private_names="leave")
    site.publish(PLAIN, named(f"Hakija {NAME} pyytää lupaa."))
    site.publish(PLAIN, named(f"Hakija {NAME} pyytää lupaa laiturille."))
    was_there = site.says("Kurkiaura")
    site.change(private_names="mask")
    outcome = site.publish()

    assert {"site", "kept"} <= was_there
    assert site.says("Kurkiaura") == set()
    assert len(outcome.deleted) == 2
    assert site.releases.kept == ()


def test_a_passage_that_only_the_agenda_withheld_waits_for_a_person_in_the_minutes(site: Released) -> None:
    site.publish(PLAIN, named(f"Alku.</p><p>Salassa pidettävä (JulkL 24 § 1 mom. 25 k): {PASSAGE}."))
    outcome = site.publish(PLAIN, named(f"Alku.</p><p>{PASSAGE}."))

    held = [item for item in meeting_of(outcome).items if isinstance(item, HeldItem)]
    assert [item.reasons for item in held] == [("redaction.withheld_in_case",)]
    assert site.says("sukulaistensa") == set()


def test_words_of_a_statute_that_other_cases_say_are_nobodys_secret(site: Released) -> None:
    other = said(f"{PASSAGE}.", ("CaseNativeId", "TesDno-2026-18"), title="Toinen")
    site.publish(PLAIN, named(f"Alku.</p><p>Salassa pidettävä (JulkL 24 § 1 mom. 25 k): {PASSAGE}."), other)
    outcome = site.publish(PLAIN, named(f"Alku.</p><p>{PASSAGE}."), other)

    assert [type(item) for item in meeting_of(outcome).items] == [PublicItem] * 3


def test_a_public_person_of_the_same_name_is_a_question_and_stands_meanwhile(site: Released) -> None:
    site.publish(PLAIN, named(f"Hakija {NAME} pyytää lupaa."))
    site.change(private_names="leave", public_people=(NAME,))
    outcome = site.publish(PLAIN, named(f"Lausunnon antoi {NAME} kokouksessa."))

    assert outcome.released
    assert "site" in site.says(NAME)
    assert "redaction.name_may_be_anothers" in {message.code for message in outcome.messages}
