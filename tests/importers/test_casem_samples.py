"""The real CaseM captures of two towns, when they are at hand: what is read agrees with the source and with another reader."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from generator.importers._export import Export
from generator.importers.casem import IMPORTER
from generator.model.meeting import AgendaItem, Meeting, Section, SectionKind, Stage
from generator.model.message import Message
from generator.model.text import inline_text, text

SAMPLES = Path(__file__).parents[2] / ".." / "shared" / "samples" / "fi"
K = SectionKind
SHOWN = {
    "Description", "Decisionproposal", "Decision", "Eventhandling", "Disqualification", "DissentingOpinion", "Inform",
    "Correctioninstructions", "Draftsmans", "Presenters", "DraftingNotes", "DecisionNotes", "Opinions",
}  # fmt: skip
OTHER_READERS_NAMES = {
    "Kuvaus": "told", "Päätösehdotus": K.PROPOSAL, "Päätös": K.DECISION, "Muutoksenhaku": K.APPEAL, "Tiedoksi": K.NOTIFIED,
    "Esittelijät": K.PRESENTER, "Valmistelijat": K.PREPARER, "DraftingNotes": K.MORE_INFORMATION,
    "DecisionNotes": K.MORE_INFORMATION, "Valmistelijan yhteystiedot": K.MORE_INFORMATION,
    "Lisätietoja päätöksestä": K.MORE_INFORMATION,
}  # fmt: skip


@cache
def read(town: str) -> tuple[Meeting, tuple[Message, ...]]:
    """Return the one meeting of *town*, and the messages."""
    folder = SAMPLES / "paatos-scraper" / town / "casem"
    if not folder.is_dir():
        pytest.skip("the real samples are not beside this checkout")
    export = Export(folder)
    assert IMPORTER.identify(export)
    results = list(IMPORTER.read(export))
    (meeting,) = (result for result in results if isinstance(result, Meeting))
    return meeting, tuple(result for result in results if isinstance(result, Message))


def expected(path: str) -> Any:
    read("tampere")
    return json.loads((SAMPLES / "expected" / path).read_text(encoding="utf-8"))


def bodies(town: str) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of every file of properties, by content."""
    read(town)
    files = (SAMPLES / "paatos-scraper" / town / "casem").glob("contents_*_extended_properties.json")
    return {file.name.split("_")[1]: json.loads(file.read_text(encoding="utf-8-sig"))["value"] for file in files}


def words(markup: str) -> Counter[str]:
    parted = markup.replace("<", " <").replace(";#", " ").replace("!#", " ")
    return Counter(re.findall(r"\w+", html.fromstring(f"<div>{parted}</div>").text_content().casefold()))


def words_of(sections: Iterable[Section]) -> Counter[str]:
    parts = (part for s in sections for part in (inline_text(s.heading), text(s.blocks)))
    return Counter(re.findall(r"\w+", "\n".join(parts).casefold()))


def codes(town: str) -> Counter[str]:
    return Counter(message.code for message in read(town)[1])


def texts_in(value: object) -> Iterator[str]:
    """Yield the texts in a topic of HistoryTopics; the names of a vote's options are texts too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from texts_in(part)
    elif isinstance(value, dict):
        for key, part in value.items():
            if isinstance(part, list) and all(isinstance(name, str) for name in part):
                yield key
            yield from texts_in(part)


def test_mikkeli_is_one_agenda_of_the_city_board() -> None:
    meeting, _ = read("mikkeli")

    assert (meeting.organization.name, meeting.day, meeting.stage) == ("Kaupunginhallitus", date(2017, 6, 5), Stage.AGENDA)


def test_every_item_of_mikkeli_with_a_body_has_the_title_and_number_that_the_other_reader_found() -> None:
    meeting, _ = read("mikkeli")
    theirs = {str(row["sourceId"]): row for row in expected("mikkeli/mikkeli_kh_actions_170605.json")}
    ours = [item for item in meeting.items if item.has_text and item.source_id in theirs]

    # The other reader skips the routine items, §§ 196 to 199.
    assert {item.number for item in meeting.items if item.has_text and item.source_id not in theirs} == {"197", "198", "199"}
    assert [(i.title, i.number) for i in ours] == [
        (row["title"], row["articleNumber"]) for row in sorted(theirs.values(), key=lambda row: row["ordering"])
        if str(row["sourceId"]) in {item.source_id for item in ours}
    ]  # fmt: skip
    assert len(ours) == 20


def test_an_item_of_mikkeli_without_a_body_has_its_title_from_the_list_and_is_counted_once() -> None:
    meeting, messages = read("mikkeli")

    assert {item.title for item in meeting.items if not item.has_text} > {"Kokouksen laillisuus ja päätösvaltaisuus"}
    assert [m.arguments for m in messages if m.code == "casem.items_without_text"] == [{"count": 23}]
    assert len(meeting.items) == 46


def test_meetings_that_only_a_list_names_are_one_message() -> None:
    assert codes("mikkeli")["casem.meetings_only_listed"] == 1
    assert codes("tampere")["casem.meetings_only_listed"] == 1


@pytest.mark.parametrize("town", ["mikkeli", "tampere"])
def test_every_word_of_the_source_is_in_its_item(town: str) -> None:
    meeting, _ = read(town)
    source = bodies(town)

    for item in meeting.items:
        if item.has_text:
            told = sum(
                (words(row["Text"]) for row in source[item.source_id] if row["Name"] in SHOWN and row["Text"]), Counter()
            )
            assert words_of(item.sections) == told, item.source_id


def test_every_word_of_the_earlier_handlings_is_in_its_item() -> None:
    meeting, _ = read("mikkeli")
    source = bodies("mikkeli")
    left_out = {"Party", "PartySv", "Article", "MeetingDate"}
    compared = 0

    for item in meeting.items:
        written = [row["Text"] for row in source.get(item.source_id, ()) if row["Name"] == "HistoryTopics"]
        topics = [topic for text in written for topic in json.loads(text)]
        for topic, handling in zip(topics, item.earlier_handlings, strict=True):
            told = " ".join(t for key, value in topic.items() if key not in left_out for t in texts_in(value))
            assert words_of(handling.sections) == words(told), item.source_id
            assert (handling.organization, handling.number) == (topic["Party"], None)
            compared += 1
    assert compared == 7


def test_tampere_has_twelve_items_and_an_attendance_list() -> None:
    meeting, _ = read("tampere")

    assert (len(meeting.items), len(meeting.attendance)) == (12, 12)
    assert [person.group for person in meeting.attendance if not person.present] == ["member", "other"]
    assert meeting.organization.name == "Kaupunginhallitus"


def test_every_title_conflict_of_tampere_is_a_message_and_holds_its_item() -> None:
    meeting, messages = read("tampere")
    conflicts = [message.where for message in messages if message.code == "casem.title_conflict"]

    # All twelve: eleven have another title in the list, and the list calls the twelfth (57) a cover.
    assert sorted(conflicts) == sorted(f"casem/contents_{i.source_id}_extended_properties.json" for i in meeting.items)
    assert {item.holds for item in meeting.items} == {("casem.title_conflict",)}


def test_what_else_was_spliced_in_tampere_is_told() -> None:
    assert codes("tampere").keys() >= {"casem.cover_conflict", "casem.other_day", "casem.files_without_link"}


@pytest.mark.parametrize("content", ["59", "60", "61", "62", "65", "68", "69"])
def test_the_sections_of_tampere_agree_with_the_other_reader(content: str) -> None:
    meeting, _ = read("tampere")
    folder = "tampere/extracted/organizations/11292/events/12486/actions"
    (item,) = (item for item in meeting.items if item.source_id == content)
    index = expected(f"{folder}/{content}/index.json")
    parts = expected(f"{folder}/{content}/contents.json")

    assert (index["articleNumber"], index["caseId"]) == (item.number, item.register_number)
    assert by_kind(item) == theirs_by_kind(parts)
    # The other reader took the list's title, which is another item's; ours is the item's own, and it is held.
    assert index["title"] != item.title


def test_the_function_class_of_tampere_is_that_of_the_register_number() -> None:
    meeting, _ = read("tampere")
    (item,) = (item for item in meeting.items if item.source_id == "69")
    (theirs,) = (p["content"] for p in expected("tampere/tampere_kh_170605_contents_229.json") if p["title"] == "functionId")

    assert item.function_class == theirs.replace(" ", ".")


@pytest.mark.parametrize("content", ["59", "60", "61", "62", "65", "68", "69"])
def test_the_attachments_of_tampere_agree_with_the_other_reader(content: str) -> None:
    meeting, _ = read("tampere")
    (item,) = (item for item in meeting.items if item.source_id == content)
    theirs = expected(f"tampere/extracted/organizations/11292/events/12486/actions/{content}/attachments.json")

    # Its `filename` is one and the same file of another town for all; titles and ids are the source's.
    assert [(a["name"].strip(), a["sourceId"]) for a in theirs] == [(a.title, a.source_id) for a in item.attachments]


def by_kind(item: AgendaItem) -> dict[object, Counter[str]]:
    """Return the words of *item* by kind; what Description was split into is one again."""
    found: dict[object, Counter[str]] = {}
    for section in item.sections:
        kind = "told" if section.kind in {K.BACKGROUND, K.GROUNDS, K.SUMMARY} else section.kind
        found[kind] = found.get(kind, Counter()) + words_of([section])
    return found


def theirs_by_kind(parts: list[dict[str, Any]]) -> dict[object, Counter[str]]:
    found: dict[object, Counter[str]] = {}
    for part in parts:
        kind = OTHER_READERS_NAMES.get(part["title"])
        if kind:
            # "Name <address> - title" is its own form of a person.
            found[kind] = found.get(kind, Counter()) + words(re.sub(r"<(\S+@\S+)>", r"\1", part["content"]))
    return found
