"""The detector of names on real items, read in place: labels by offsets and categories, no text."""

import hashlib
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from benchmarks.municipal import SAMPLES, TOWNS, items
from benchmarks.name_doubts import THOUSAND, doubts_in
from generator.redaction.names import find_in_case

LABELS = Path(__file__).parent / "labels"
LEFT_ALONE = 0.95
MOST_DOUBTS = 3
FEWEST_ITEMS = 8

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="shared/samples is not here")


def labels(town: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((LABELS / f"{town}.json").read_text(encoding="utf-8"))
    return found


def sample_hash(town: str) -> str:
    files = sorted(path for path in (SAMPLES / town).rglob("*") if path.is_file())
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


def counted(town: str) -> Counter[tuple[str, bool]]:
    """Return how many labels of each category are touched by a mark, and how many are not."""
    labelled = {(each["export"], each["item"], each["sha256"]): each["labels"] for each in labels(town)["items"]}
    found: Counter[tuple[str, bool]] = Counter()
    read = 0
    for item in items(town):
        key = hashlib.sha256("\0".join(passage.text for passage in item.passages).encode()).hexdigest()
        its = labelled.get((item.export, item.id, key))
        if its is None:
            continue
        read += 1
        marks = find_in_case(item.passages, item.known)
        for place, start, end, category in its:
            found[category, any(m.start < end and start < m.end for m in marks[place])] += 1
    if read < FEWEST_ITEMS:
        pytest.skip(f"{town}: the importer reads other texts than those labelled; label them anew")
    return found


@pytest.mark.parametrize("town", TOWNS)
def test_the_labels_are_of_this_sample(town: str) -> None:
    assert labels(town)["sha256"] == sample_hash(town)


@pytest.mark.parametrize("town", TOWNS)
def test_elected_people_officials_companies_places_and_contacts_are_left_alone(town: str) -> None:
    found = counted(town)
    public = [(touched, count) for (category, touched), count in found.items() if category != "private"]
    alone = sum(count for touched, count in public if not touched)

    assert alone >= LEFT_ALONE * sum(count for _, count in public)


def test_private_persons_are_marked() -> None:
    found = counted("tampere")

    assert found["private", True] > 0
    assert found["private", False] == 0


@pytest.mark.parametrize("town", TOWNS)
def test_a_clerk_is_asked_about_few_names(town: str) -> None:
    doubts = doubts_in(town)

    assert doubts.names * THOUSAND <= MOST_DOUBTS * doubts.words
