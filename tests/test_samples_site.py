"""Real exports of three systems make one site, in place: nothing of them is copied into the project."""

import re
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest

from generator import config, importers, pipeline
from generator.model.identifiers import identified
from generator.model.meeting import AgendaItem
from generator.model.text import inline_text, text
from generator.pipeline import Outcome
from generator.progress import silent
from tests.sites import DAY, ROOT, SETTINGS

SAMPLES = ROOT / ".." / "shared" / "samples" / "fi" / "paatos-scraper"
TOWNS = ("mikkeli", "oulu", "espoo")
# Oulu's page of the minutes, taken from its public site, where minutes stand once they are checked, does not say that they are.
MINUTES = {"mikkeli": "as_marked", "oulu": "checked", "espoo": "as_marked"}
OWN_SOURCE = "        - {path: exports, unmarked: UNMARKED, minutes: checked}\n"
WORD = re.compile(r"\w+")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not SAMPLES.is_dir(), reason="shared/samples is not beside this checkout"),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Outcome]:
    folder = tmp_path_factory.mktemp("real")
    (folder / "content").mkdir()
    (folder / "content" / "index.md").write_text("Päätöksiä.\n")
    line = "        - {path: %s, unmarked: public, minutes: %s}\n"
    sources = "".join(line % ((SAMPLES / town).resolve(), MINUTES[town]) for town in TOWNS)
    (folder / "mkdocs.yml").write_text(SETTINGS.replace(OWN_SOURCE, sources))
    settings = config.load(folder / "mkdocs.yml")
    return settings.site_dir, pipeline.publish(settings, DAY, silent)


def items() -> Iterator[AgendaItem]:
    meetings = [m for town in TOWNS for export in importers.read_all(SAMPLES / town) for m in export.meetings]
    for meeting in identified(meetings):
        yield from meeting.items


def words_of(item: AgendaItem) -> list[str]:
    sections = [*item.sections, *(s for handling in item.earlier_handlings for s in handling.sections)]
    whole = " ".join([item.title, *(f"{inline_text(s.heading)} {text(s.blocks)}" for s in sections)])
    return WORD.findall(whole)


def test_the_site_of_three_systems_passes_the_gate(site: tuple[Path, Outcome]) -> None:
    _, outcome = site

    assert (len(outcome.decision.new), outcome.decision.held) == (4, ())


def test_every_word_that_was_read_is_on_the_items_page(site: tuple[Path, Outcome]) -> None:
    folder, outcome = site
    missing = {}
    for item in items():
        if not item.has_text:
            continue
        page = lxml.html.parse(str(folder / f"{item.id}.html")).getroot()
        shown = set(WORD.findall(page.text_content()))
        lost = [word for word in words_of(item) if word not in shown]
        if lost:
            missing[item.id] = len(lost)

    # One telephone number, of three groups of digits, and three words of one e-mail address that stand nowhere else there.
    assert outcome.withheld == {"email_address": 1, "phone_number": 1}
    assert list(missing.values()) == [6], missing


def test_the_same_real_exports_give_the_same_bytes(site: tuple[Path, Outcome]) -> None:
    folder, _ = site
    settings = config.load(folder.parent / "mkdocs.yml")
    before = {p.relative_to(folder): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    staged = pipeline.stage(settings, DAY, silent)

    assert {p.relative_to(staged): p.read_bytes() for p in staged.rglob("*") if p.is_file()} == before
