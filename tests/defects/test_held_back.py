"""A defect in the theme, or in what all pages share, holds back every meeting, through the whole pipeline."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import pipeline
from generator.commands import publish_summary as summary
from generator.config import Settings
from generator.progress import silent
from generator.publishing import gate
from generator.rendering import plugin
from tests.sites import DAY, copied_example

pytestmark = [pytest.mark.browser, pytest.mark.slow]
NOTHING_PUBLISHED = 1


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str, str], Settings]:
    """Copy a part of the example, with one thing changed in a file of its theme or content."""
    monkeypatch.setattr(plugin, "theme_folder", lambda: tmp_path / "themes" / "kunta")  # the theme is the generator's own

    def make(file: str, before: str, after: str) -> Settings:
        settings = copied_example(tmp_path)
        for system in ("casem", "tweb"):
            shutil.rmtree(tmp_path / "examples" / "exports" / system)
        changed = tmp_path / file
        text = changed.read_text(encoding="utf-8")
        assert before in text
        changed.write_text(text.replace(before, after), encoding="utf-8")
        return settings

    return make


def test_a_theme_without_titles_holds_back_every_meeting(broken: Callable[[str, str, str], Settings]) -> None:
    empty = '<title></title><meta name="title" content="{{ slots.title }}">'
    settings = broken("themes/kunta/main.html", "<title>{{ slots.title }}</title>", empty)

    outcome = pipeline.publish(settings, DAY, silent)

    assert outcome.decision.held
    assert (outcome.decision.new, outcome.released, summary.exit_code(outcome)) == ((), False, NOTHING_PUBLISHED)
    assert all("document-title" in held.reasons for held in outcome.decision.held)


def test_an_image_without_alternative_on_the_front_page_holds_back_every_meeting(
    broken: Callable[[str, str, str], Settings],
) -> None:
    settings = broken("content/index.md", "Kuutamoniemen", '<img src="assets/kunta.svg">\n\nKuutamoniemen')

    outcome = pipeline.publish(settings, DAY, silent)

    assert outcome.decision.held
    assert (outcome.decision.new, outcome.released) == ((), False)
    assert {held.reasons for held in outcome.decision.held} == {(gate.EVERYTHING,)}
