"""The real pages of a Dynasty tree, and another reader's output of them, where shared/ is at hand."""

import json
import re
from collections import Counter
from pathlib import Path

import lxml.html
import pytest
from lxml.html import HtmlElement

from generator import importers
from generator.importers._export import Export
from generator.importers._markup import plain
from generator.importers.dynasty import IMPORTER
from generator.model.attachment import Attachment
from generator.model.meeting import AgendaItem, Meeting, Section, SectionKind, Stage, State
from generator.model.message import Message
from generator.model.text import Heading, Paragraph, Table, block_text, inline_text, labelled_text, text

SAMPLES = Path(__file__).parents[2] / ".." / "shared" / "samples" / "fi"
TREE = SAMPLES / "paatos-scraper" / "espoo"
OTHER_READER = SAMPLES / "expected" / "espoo"
WORD = re.compile(r"\w+")

pytestmark = pytest.mark.skipif(not TREE.exists(), reason="the real samples of shared/ are not here")


@pytest.fixture(scope="module")
def results() -> list[Meeting | Message]:
    return list(IMPORTER.read(Export(TREE)))


@pytest.fixture(scope="module")
def meetings(results: list[Meeting | Message]) -> dict[str, Meeting]:
    return {result.source_id: result for result in results if isinstance(result, Meeting)}


@pytest.fixture(scope="module")
def item_127(meetings: dict[str, Meeting]) -> AgendaItem:
    return next(item for item in meetings["2017406946"].items if item.number == "127")


@pytest.fixture(scope="module")
def item_alone(meetings: dict[str, Meeting]) -> AgendaItem:
    (item,) = meetings["2017409886"].items
    return item


def words(string: str) -> list[str]:
    return WORD.findall(string.casefold())


def words_of_html(markup: str) -> list[str]:
    return words(plain(lxml.html.fromstring(f"<div>{markup}</div>")))


def other_reader(name: str) -> dict[str, str]:
    return {part["title"]: part["content"] for part in json.loads((OTHER_READER / name).read_text(encoding="utf-8"))}


def body_of(name: str) -> HtmlElement:
    (body,) = lxml.html.fromstring((TREE / name).read_bytes().decode("cp1252")).xpath("//div[@class='WordSection1']")
    return body


def section(item: AgendaItem, heading: str) -> Section:
    return next(s for s in item.sections if inline_text(s.heading).rstrip(":") == heading)


def spoken(item: AgendaItem) -> Counter[str]:
    """Return all words of *item*, wherever it holds them."""

    def of_sections(sections: tuple[Section, ...]) -> list[str]:
        return [part for s in sections for part in (inline_text(s.heading), labelled_text(s.blocks))]

    def of_attachment(attachment: Attachment) -> str:
        return f"{attachment.title} {attachment.number or ''}"

    parts = [item.title, item.number or "", item.register_number or "", item.function_class or "", *of_sections(item.sections)]
    for handling in item.earlier_handlings:
        day = f"{handling.day.day}.{handling.day.month}.{handling.day.year}" if handling.day else ""
        parts += [handling.organization, day, handling.number or "", *of_sections(handling.sections)]
    parts += [of_attachment(attachment) for attachment in item.attachments]
    return Counter(words(" ".join(parts)))


def test_one_importer_claims_the_tree() -> None:
    assert importers.identify(Export(TREE)) == "dynasty"


def test_all_22_items_of_the_meeting_are_read(meetings: dict[str, Meeting]) -> None:
    meeting = meetings["2017406946"]

    assert [item.number for item in meeting.items] == [str(number) for number in range(125, 147)]
    assert [item.number for item in meeting.items if item.has_text] == ["127"]
    assert (meeting.stage, meeting.state) == (Stage.MINUTES, State.CHECKED)
    assert meeting.start is not None
    assert meeting.start.isoformat() == "2017-05-08T15:30:00+03:00"


def test_titles_and_numbers_are_those_of_the_other_reader_who_skips_the_routine_items(meetings: dict[str, Meeting]) -> None:
    expected = json.loads((OTHER_READER / "espoo_kh_actions_170508.json").read_text(encoding="utf-8"))
    found = {item.source_id: item for item in meetings["2017406946"].items}

    for action in expected:
        item = found.pop(action["sourceId"])
        assert (item.number, item.title) == (action["articleNumber"], " ".join(action["title"].split()))
    assert [item.number for item in found.values()] == ["125", "126"]


def test_attendance_has_everyone_with_arrival_and_departure(meetings: dict[str, Meeting]) -> None:
    attendance = meetings["2017406946"].attendance

    assert Counter(person.group for person in attendance) == {"Saapuvilla olleet jäsenet": 15, "Muut saapuvilla olleet": 18}
    assert sum(person.arrived is not None for person in attendance) == 5
    assert sum(person.left is not None for person in attendance) == 7


@pytest.mark.parametrize("heading", ["Valmistelijat / lisätiedot", "Päätösehdotus", "Käsittely", "Päätös"])
def test_sections_of_item_127_have_the_words_of_the_other_reader(item_127: AgendaItem, heading: str) -> None:
    expected = words_of_html(other_reader("espoo_kh_170508_contents_127.json")[heading])

    found = words(text(section(item_127, heading).blocks))

    assert found == expected


@pytest.mark.parametrize("heading", ["Valmistelijat / lisätiedot", "Päätösehdotus", "Selostus"])
def test_sections_of_the_item_alone_have_the_words_of_the_other_reader(item_alone: AgendaItem, heading: str) -> None:
    expected = words_of_html(other_reader("espoo_kh_170529_contents_4.json")[heading])

    assert words(text(section(item_alone, heading).blocks)) == expected


def test_the_background_of_item_127_has_the_words_of_the_other_reader_and_those_it_lost(item_127: AgendaItem) -> None:
    # It glues two words where a space stands in a span of its own, and skips the list item of class MsoListParagraph.
    (lost,) = body_of("2017406946-3.HTM").xpath(".//p[@class='MsoListParagraph']")
    expected = "".join(words_of_html(other_reader("espoo_kh_170508_contents_127.json")["Selostus"]))

    found = "".join(words(labelled_text(section(item_127, "Selostus").blocks)))

    assert found.replace("".join(words(plain(lost))), "", 1) == expected


def test_register_number_and_task_class_are_read(item_127: AgendaItem, item_alone: AgendaItem) -> None:
    assert (item_127.register_number, item_127.function_class) == ("730/2017", "00.01.01.00")
    assert (item_alone.register_number, item_alone.function_class) == ("5316/2016", "00.01.01")


def test_the_history_that_the_other_reader_cuts_is_an_earlier_handling_with_its_sections(item_127: AgendaItem) -> None:
    (earlier,) = item_127.earlier_handlings

    assert (earlier.organization, str(earlier.day), earlier.number) == ("Kaupunginhallitus", "2017-04-10", "105")
    assert [s.kind for s in earlier.sections] == [SectionKind.PROPOSAL, SectionKind.HANDLING, SectionKind.DECISION]


def test_attachments_have_the_titles_of_the_other_reader(item_127: AgendaItem) -> None:
    expected = json.loads((OTHER_READER / "espoo_kh_170508_attachments_127.json").read_text(encoding="utf-8"))

    assert [a.title for a in item_127.attachments] == [a["name"] for a in expected]
    assert [a.number for a in item_127.attachments] == ["1", "2"]


def test_supporting_material_is_told_from_attachments(item_alone: AgendaItem) -> None:
    assert [a.supporting for a in item_alone.attachments] == [True]


# Headings of what became a field or an attachment, the heading of a form with nothing under it, and the second mention of the
# earlier handling, which the table above the title has too.
FIELDS = {
    "2017406946-3": Counter(["liite", "päätöshistoria", "tiedoksi", *words("Kaupunginhallitus 10.4.2017 105")]),
    "2017409886-4": Counter(["oheismateriaali", "tiedoksi"]),
}


@pytest.mark.parametrize("key", FIELDS)
def test_every_word_of_the_body_is_in_the_item(meetings: dict[str, Meeting], key: str) -> None:
    item = next(item for meeting in meetings.values() for item in meeting.items if item.source_id == key)
    body = Counter(words(plain(body_of(f"{key}.HTM"))))

    assert body - spoken(item) == FIELDS[key]


def test_no_block_is_empty_and_nothing_is_marked_as_another_language(meetings: dict[str, Meeting]) -> None:
    items = [item for meeting in meetings.values() for item in meeting.items]
    blocks = [block for item in items for s in item.sections for block in s.blocks]

    assert all(block_text(block).strip() for block in blocks)
    assert not [block for block in blocks if isinstance(block, Table)]
    assert {block.language for block in blocks if isinstance(block, Paragraph | Heading)} == {None}
    assert not [block for block in blocks if "\xa0" in block_text(block)]


def test_meetings_that_a_list_only_names_are_one_message_a_list(results: list[Meeting | Message]) -> None:
    told = [r.where for r in results if isinstance(r, Message) and r.code == "dynasty.meetings_only_listed"]

    assert told == ["TELIMET.HTM", "TELIN-200120.HTM", "TELIN-214778.HTM", "TELIN-217668.HTM"]
