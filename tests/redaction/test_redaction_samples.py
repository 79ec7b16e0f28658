"""Redaction on real exports, read in place: public minutes are not held, and no sum or number of a document is masked."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import importers
from generator.model.identifiers import identified
from generator.model.meeting import Meeting
from generator.model.redacted import HeldItem, SecretItem
from generator.model.text import text
from generator.redaction import Policy, Redaction, Unmarked, redact
from generator.redaction.marks import Mark
from generator.redaction.masking import CONTACT_SECTIONS, EVERYTHING
from generator.redaction.recognizers import marks

SAMPLES = Path(__file__).parents[2] / ".." / "shared" / "samples" / "fi" / "paatos-scraper"
PHONE_WORD = re.compile(r"puh|tel|faksi|gsm|tfn|mobil", re.IGNORECASE)
NEAR = 40
MOST_DOUBTS = 3
IDENTIFIERS = EVERYTHING - {"person_name"}
TOWNS = ("mikkeli", "oulu", "espoo")

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="shared/samples is not here")


def meetings(town: str) -> list[Meeting]:
    return [m for export in importers.read_all(SAMPLES / town) for m in identified(export.meetings) if m.items]


def redactions(town: str) -> list[Redaction]:
    policy = Policy(unmarked=Unmarked.PUBLIC)
    return [redact(meeting, policy, lambda name: name.encode()) for meeting in meetings(town)]


def found(town: str) -> Iterator[tuple[Mark, str]]:
    """Yield every mark in the text of *town* outside the contacts of authorities, with the text that it stands in."""
    for meeting in meetings(town):
        for item in meeting.items:
            sections = (*item.sections, *(s for handling in item.earlier_handlings for s in handling.sections))
            for words in (item.title, *(text(s.blocks) for s in sections if s.kind not in CONTACT_SECTIONS)):
                yield from ((mark, words) for mark in marks(words, IDENTIFIERS))


@pytest.mark.parametrize("town", TOWNS)
def test_only_numbers_after_a_word_for_phone_are_taken_for_one(town: str) -> None:
    phones = [(mark, words) for mark, words in found(town) if mark.kind == "phone_number"]

    assert [m.start for m, words in phones if not PHONE_WORD.search(words[max(0, m.start - NEAR) : m.start])] == []


# One contact of an official stands in a text that was copied whole, a phone number and an e-mail address. The doubts are
# the farm and the street of a private person's building permit, and the house at which a street works.
@pytest.mark.parametrize(
    ("town", "sure", "doubtful"),
    [
        ("mikkeli", {"email_address": 1, "phone_number": 1}, {}),
        ("oulu", {}, {}),
        ("espoo", {}, {}),
        ("tampere", {"property_identifier": 1}, {"property_identifier": 5, "street_address": 2}),
    ],
)
def test_what_is_marked_in_real_minutes_is_known(town: str, sure: dict[str, int], doubtful: dict[str, int]) -> None:
    marked = [mark for mark, _ in found(town)]

    assert dict(sorted(Counter(m.kind for m in marked if not m.is_doubtful).items())) == sure
    assert dict(sorted(Counter(m.kind for m in marked if m.is_doubtful).items())) == doubtful


@pytest.mark.parametrize("town", [*TOWNS, "tampere"])
def test_identifiers_raise_at_most_three_doubts_in_a_thousand_words(town: str) -> None:
    texts = [text(s.blocks) for meeting in meetings(town) for item in meeting.items for s in item.sections]
    words = sum(len(each.split()) for each in texts)

    assert sum(mark.is_doubtful for mark, _ in found(town)) * 1000 <= MOST_DOUBTS * words


@pytest.mark.parametrize("town", TOWNS)
def test_public_minutes_are_shown(town: str) -> None:
    items = [item for redaction in redactions(town) for item in redaction.meeting.items]

    assert items
    assert [item.id for item in items if isinstance(item, HeldItem | SecretItem)] == []
