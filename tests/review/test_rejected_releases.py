"""What a person rejects cannot come back with a kept release, not even before the next run."""

import pytest

from generator import reviewing
from generator.errors import ConfigurationError
from generator.model.decision import Verdict
from generator.releases import rollback
from generator.reviewing import Answer
from generator.signing import Signer
from tests.exports import Item
from tests.released import DECIDED, Released, released
from tests.review.reviewers import KEYS, REVIEWERS

__all__ = ["released"]
PLAIN = Item(title="Kokouksen avaus", properties=(DECIDED,))
WORDS = "Hakijan tilanne on Kanarialinnun mukaan vaikea"
UNKNOWN = Item(
    title="Hakemus",
    properties=(("PublicityClass", "kaksikymmentä"), ("Description", f"<p>{WORDS}.</p>"), DECIDED),
)


def decide(site: Released, verdict: Verdict, who: str = "Aino") -> None:
    """Let *who* say *verdict* on the one doubt of the site."""
    with site.store.locked():
        queue = reviewing.queue(site.settings, site.store)
        (doubt,) = (*queue.waiting, *queue.decided)
        ground = "julkl-24-1-25" if verdict is Verdict.REJECT else None
        answer = Answer(doubt=doubt, verdict=verdict, ground=ground)
        reviewing.decide(site.settings, site.store, [answer], Signer(name=who, key=KEYS[who]), site.day)


@pytest.fixture
def site(released: Released) -> Released:
    """A site whose kept release shows what was approved then."""
    released.change(reviewers=REVIEWERS)
    released.publish(PLAIN, UNKNOWN)
    decide(released, Verdict.APPROVE)
    released.publish()
    released.publish(PLAIN, UNKNOWN, Item(title="Kolmas", properties=(DECIDED,)))
    return released


def test_what_is_rejected_cannot_be_rolled_back_to_before_the_next_run(site: Released) -> None:
    was_kept = site.says(WORDS)
    decide(site, Verdict.REJECT)
    with pytest.raises(ConfigurationError) as refused:
        rollback.roll_back(site.settings, rollback.LATEST, site.day)
    site.publish()

    assert {"site", "kept"} <= was_kept
    assert refused.value.code == "release.rejected_since"
    assert site.says(WORDS) == set()


def test_after_the_run_that_carries_a_rejection_out_releases_may_be_put_back(site: Released) -> None:
    decide(site, Verdict.REJECT)
    site.publish()
    site.publish(PLAIN, UNKNOWN, Item(title="Neljäs", properties=(DECIDED,)))
    rollback.roll_back(site.settings, rollback.LATEST, site.day)

    assert site.says(WORDS) == set()


def test_an_approval_keeps_nobody_from_rolling_back(site: Released) -> None:
    decide(site, Verdict.REJECT)
    site.publish()
    site.publish(PLAIN, UNKNOWN, Item(title="Neljäs", properties=(DECIDED,)))
    decide(site, Verdict.APPROVE)
    rollback.roll_back(site.settings, rollback.LATEST, site.day)

    assert site.says(WORDS) == set()


def test_a_rejection_by_one_of_two_takes_the_approval_of_both_away(site: Released) -> None:
    site.change(two_persons=frozenset({"redaction.unknown_publicity"}))
    decide(site, Verdict.APPROVE, "Väinö")
    site.publish()
    decide(site, Verdict.REJECT, "Väinö")
    with pytest.raises(ConfigurationError) as refused:
        rollback.roll_back(site.settings, rollback.LATEST, site.day)

    assert refused.value.code == "release.rejected_since"
