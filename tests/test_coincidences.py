"""A name that may be somebody else's stops no release, and is told to the clerk."""

import pytest

from generator.redaction.leaks import Coincidence, Examined
from tests.exports import Item
from tests.released import DECIDED, MEETING, Released, released

__all__ = ["released"]


def test_a_coincidence_of_names_is_told_and_the_site_goes_out(released: Released, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = Examined(leaks=(), coincidences=(Coincidence(path="index.html", meeting=MEETING),))
    monkeypatch.setattr("generator.pipeline.leaks.examined", lambda _, **__: seen)

    outcome = released.publish(Item(title="Kokouksen avaus", properties=(DECIDED,)))

    assert outcome.released
    assert [(m.code, m.where) for m in outcome.messages if m.code == "redaction.name_coincidence"] == [
        ("redaction.name_coincidence", "index.html")
    ]
