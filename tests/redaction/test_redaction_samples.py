"""Redaction on real exports, read in place: public minutes are not held, and no sum or number of a document is masked."""

import re
from pathlib import Path

import pytest

from generator import importers
from generator.model.identifiers import identified
from generator.model.meeting import Meeting
from generator.model.redacted import HeldItem, SecretItem
from generator.model.text import text
from generator.redaction import Policy, Redaction, Unmarked, redact
from generator.redaction.masking import EVERYTHING
from generator.redaction.recognizers import marks

SAMPLES = Path(__file__).parents[2] / ".." / "shared" / "samples" / "fi" / "paatos-scraper"
PHONE_WORD = re.compile(r"puh|tel|faksi|gsm|tfn|mobil", re.IGNORECASE)
NEAR = 40
TOWNS = ("mikkeli", "oulu", "espoo")

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="shared/samples is not here")


def meetings(town: str) -> list[Meeting]:
    return [m for export in importers.read_all(SAMPLES / town) for m in identified(export.meetings) if m.items]


def redactions(town: str) -> list[Redaction]:
    policy = Policy(unmarked=Unmarked.PUBLIC)
    return [redact(meeting, policy, lambda name: name.encode()) for meeting in meetings(town)]


@pytest.mark.parametrize("town", TOWNS)
def test_only_numbers_after_a_word_for_phone_are_taken_for_one(town: str) -> None:
    texts = [text(s.blocks) for meeting in meetings(town) for item in meeting.items for s in item.sections]
    elsewhere = [
        (place, mark.start)
        for place, words in enumerate(texts)
        for mark in marks(words, EVERYTHING)
        if not PHONE_WORD.search(words[max(0, mark.start - NEAR) : mark.start])
    ]

    assert texts
    assert elsewhere == []


@pytest.mark.parametrize("town", TOWNS)
def test_public_minutes_are_shown(town: str) -> None:
    items = [item for redaction in redactions(town) for item in redaction.meeting.items]

    assert items
    assert [item.id for item in items if isinstance(item, HeldItem | SecretItem)] == []
