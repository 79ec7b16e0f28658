"""A name that may be another's than the one withheld waits in the queue, holds nothing back, and is decided as all doubts."""

import pytest

from generator import reviewing
from generator.commands import queue_summary
from generator.model.decision import Doubt, Verdict
from generator.reviewing import Answer, Queue
from generator.signing import Signer
from tests.exports import Item
from tests.released import DECIDED, Released, released, said
from tests.review.reviewers import KEYS, REVIEWERS

__all__ = ["released"]
REASON = "redaction.name_may_be_anothers"
PLAIN = Item(title="Kokouksen avaus", properties=(DECIDED,))
NAME = "Vilhelmiina Kurkiaura"
CASE = ("CaseNativeId", "TesDno-2026-17")
ASKED = said(f"Hakija {NAME} pyytää lupaa laiturille.", CASE)
OPENED = said(f"Kokouksen avasi {NAME}.", CASE, title="Lausunto")


def queue(site: Released) -> Queue:
    with site.store.locked():
        return reviewing.queue(site.settings, site.store)


def coincidences(site: Released) -> list[Doubt]:
    return [doubt for doubt in queue(site).waiting if doubt.reason == REASON]


def decide(site: Released, verdict: Verdict) -> None:
    with site.store.locked():
        found = reviewing.queue(site.settings, site.store)
        answers = [Answer(doubt=d, verdict=verdict) for d in (*found.waiting, *found.decided) if d.reason == REASON]
        assert answers
        reviewing.decide(site.settings, site.store, answers, Signer(name="Aino", key=KEYS["Aino"]), site.day)


@pytest.fixture
def site(released: Released) -> Released:
    """A site on which the person whose name was withheld in the case shares it with one in a public role."""
    released.change(private_names="mask", reviewers=REVIEWERS)
    released.publish(PLAIN, ASKED)
    released.change(private_names="leave", public_people=(NAME,))
    released.publish(PLAIN, OPENED)
    return released


def test_it_waits_with_reason_recognizer_and_place_and_its_item_is_published(site: Released) -> None:
    (doubt,) = coincidences(site)

    assert (doubt.recognizer, doubt.number, doubt.place.split("/")[0]) == ("person_name", "2", "sections")
    assert doubt.end - doubt.start == len(NAME)
    assert site.says(NAME) == {"site", "private"}
    assert doubt.id in queue_summary.lines(queue(site), site.settings)
    assert NAME not in queue_summary.lines(queue(site), site.settings)


def test_approved_it_stands_and_is_told_no_more(site: Released) -> None:
    decide(site, Verdict.APPROVE)
    outcome = site.publish()

    assert coincidences(site) == []
    assert "site" in site.says(NAME)
    assert REASON not in {message.code for message in outcome.messages}


def test_rejected_it_is_masked_also_in_what_is_kept(site: Released) -> None:
    decide(site, Verdict.REJECT)
    outcome = site.publish()

    assert outcome.released
    assert site.says("Kurkiaura") == set()
    assert "site" in site.says("[nimi poistettu]")


def test_a_decision_on_it_survives_another_import_and_lapses_with_the_text(site: Released) -> None:
    decide(site, Verdict.APPROVE)
    site.publish(PLAIN, OPENED, Item(title="Kolmas", properties=(DECIDED,)))
    survived = coincidences(site)
    site.publish(PLAIN, said(f"Kokouksen avasi jälleen {NAME}.", CASE, title="Lausunto"))

    assert survived == []
    assert len(coincidences(site)) == 1


def test_a_bare_surname_in_its_own_item_that_another_first_name_stands_beside_waits_too(released: Released) -> None:
    released.change(private_names="mask", reviewers=REVIEWERS)
    released.publish(PLAIN, ASKED)
    released.change(private_names="leave")
    outcome = released.publish(PLAIN, said("Hakija on pyytänyt lupaa, ja Sulo Kurkiaura on jäävi.", CASE))

    assert outcome.released
    assert len(coincidences(released)) == 1
    assert "site" in released.says("Sulo Kurkiaura")
