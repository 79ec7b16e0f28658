"""The example shows every kind of thing that a municipality's minutes hold."""

from pathlib import Path

import pikepdf
import pytest

from generator import importers
from generator.model.meeting import Classification, Meeting, SectionKind, Stage, State
from generator.model.text import Table
from tests.sites import ROOT

EXPORTS = ROOT / "examples" / "exports"
VERSIONS = ROOT / "examples" / "versions"


@pytest.fixture(scope="module")
def board() -> dict[str, Meeting]:
    """The city board's meetings by day."""
    (read,) = importers.read_all(EXPORTS / "casem")
    bodies = (meeting for meeting in read.meetings if meeting.organization.classification is Classification.BODY)
    return {meeting.day.isoformat(): meeting for meeting in bodies}


def test_the_boards_meetings_are_checked_corrected_and_to_come(board: dict[str, Meeting]) -> None:
    assert {day: (meeting.stage, meeting.state) for day, meeting in board.items()} == {
        "2026-09-14": (Stage.MINUTES, State.CHECKED),
        "2026-09-28": (Stage.MINUTES, State.CORRECTED),
        "2026-10-19": (Stage.AGENDA, State.AGENDA),
    }


def test_an_office_holder_of_casem_decides_two_things_on_one_day() -> None:
    (read,) = importers.read_all(EXPORTS / "casem")
    (day,) = [meeting for meeting in read.meetings if meeting.organization.classification is Classification.POST]

    assert (day.organization.name, day.state) == ("Kaupungingeodeetti", State.DECIDED)
    assert [(item.number, item.holds) for item in day.items] == [("41/2026", ()), ("42/2026", ())]


def test_one_item_has_two_votes_by_name_and_a_dissent(board: dict[str, Meeting]) -> None:
    item = board["2026-09-28"].items[1]

    assert [len(vote.votes) for vote in item.votes] == [9, 9]
    assert SectionKind.DISSENT in {section.kind for section in item.sections}


def test_one_item_has_a_table_of_two_hundred_rows_and_a_disqualification(board: dict[str, Meeting]) -> None:
    item = board["2026-09-28"].items[2]
    tables = [block for section in item.sections for block in section.blocks if isinstance(block, Table)]

    assert [len(table.rows) for table in tables] == [201]
    assert SectionKind.DISQUALIFICATION in {section.kind for section in item.sections}


@pytest.mark.parametrize(("name", "is_tagged"), [("61303.pdf", False), ("61403.pdf", True)])
def test_attachments_come_with_tags_and_without(name: str, is_tagged: bool) -> None:  # noqa: FBT001 - one fact a row
    with pikepdf.open(EXPORTS / "casem" / "files" / name) as document:
        assert ("/StructTreeRoot" in document.Root) is is_tagged


@pytest.mark.parametrize(
    ("folder", "state"), [("1-agenda", State.AGENDA), ("2-minutes", State.CHECKED), ("3-correction", State.CORRECTED)]
)
def test_one_meeting_comes_in_three_versions(folder: str, state: State) -> None:
    (read,) = importers.read_all(VERSIONS / folder)
    (meeting,) = read.meetings

    assert (meeting.source_id, meeting.state, len(meeting.items)) == ("2026417301", state, 3)


@pytest.mark.parametrize(("folder", "tells"), [("1-agenda", True), ("2-minutes", False), ("3-correction", False)])
def test_what_the_agenda_told_of_a_tender_is_withdrawn(folder: str, tells: bool) -> None:  # noqa: FBT001 - one fact a row
    texts = [path.read_text(encoding="cp1252") for path in Path(VERSIONS / folder).glob("*.HTM")]

    assert any("Siltanauha" in text for text in texts) is tells
