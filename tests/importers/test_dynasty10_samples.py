"""Espoo's simplified Dynasty 10 pages, read where they lie: real names, so nothing of them is copied here."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from lxml import html

from generator import importers
from generator.importers import ReadExport
from generator.model.meeting import Meeting, Stage
from generator.model.text import text

SAMPLES = Path(__file__).parents[2] / ".." / "shared" / "samples" / "fi" / "espoo-paatosseuranta"
needs_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason="needs the samples beside the repository")


@cache
def sample() -> ReadExport:
    (found,) = importers.read_all(SAMPLES)
    return found


def meeting() -> Meeting:
    (found,) = sample().meetings
    return found


@needs_samples
def test_one_importer_names_the_samples() -> None:
    assert sample().importer == "dynasty10"


def source(name: str) -> html.HtmlElement:
    """Return the sample page *name* as another reader sees it."""
    return html.parse(SAMPLES / name, parser=html.HTMLParser(encoding="utf-8")).getroot()


def longest_paragraph(name: str) -> str:
    return max(("".join(p.itertext()) for p in source(name).iter("p")), key=len)


@needs_samples
def test_the_coming_meeting_is_an_agenda_with_time_and_place() -> None:
    found = meeting()
    (header,) = (h1.text for h1 in source("meeting.html").iter("h1"))

    assert (found.day, found.stage) == (date(2026, 9, 23), Stage.AGENDA)
    assert found.start is not None
    assert header.startswith(found.organization.name)
    assert found.place == header.rpartition("-")[2].strip()


@needs_samples
def test_four_items_are_read_and_the_text_of_two() -> None:
    titles = [a.text for a in source("meeting.html").iter("a") if "meetingitem" in a.get("href")]

    assert [(item.number, item.has_text) for item in meeting().items] == [("1", False), ("4", True), ("7", True), ("10", False)]
    assert [item.title for item in meeting().items] == titles


@needs_samples
@pytest.mark.parametrize(("number", "name"), [("4", "item4.html"), ("7", "item7.html")])
def test_the_text_of_an_item_is_whole_and_without_its_frame(number: str, name: str) -> None:
    (item,) = (item for item in meeting().items if item.number == number)

    assert [text(section.blocks) for section in item.sections] == [longest_paragraph(name)]


@needs_samples
def test_the_register_number_and_the_attachment_are_read() -> None:
    item = meeting().items[1]
    attached = [a for a in source("item4.html").iter("a") if (a.text or "").startswith("Liite 1")]

    assert item.register_number in "".join(source("item4.html").itertext())
    assert item.function_class == "10.03.01"
    assert [(a.number, a.title) for a in item.attachments] == [("1", a.text.removeprefix("Liite 1")) for a in attached]


@needs_samples
def test_meetings_and_decisions_that_lists_only_name_are_one_message_a_list() -> None:
    told = {(message.code, message.arguments["count"]) for message in sample().messages}

    assert told == {
        ("dynasty.items_without_page", 2),
        ("dynasty.meetings_only_listed", 2),
        ("dynasty10.decisions_only_listed", 2),
    }
