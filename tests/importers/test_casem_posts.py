"""CaseM's office-holders: which contents are decisions of whom, and on which day."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.model.meeting import Classification, Meeting, Stage, State
from generator.model.message import Message
from tests.importers.test_casem import Folder, node, row

POST = {"NodeId": 1600, "NodeName": "Rehtori", "Type": 7}
DAY = "2026-09-03T00:00:00"
UNSURE = "casem.decision_day_unsure"


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Return the folder of a town with a board, and a headmaster below the root of office-holders."""
    made = Folder(tmp_path / "vienti")
    made.add("juuret.json", "Nodes", [node(1500, 23, "Viranhaltijat")])
    made.add("1500_subnodes.json", "Nodes", [node(1600, 1500, "Rehtori")])
    return made


def decision(content_id: int = 5, *classes: dict[str, Any], start: str | None = DAY, **more: object) -> dict[str, Any]:
    return row(content_id, "Asia", *(classes or (POST,))) | {"EventStartDate": start, "PublicDate": None} | more


def read(folder: Folder, *rows: dict[str, Any], name: str = "node_1600_contents.json") -> tuple[list[Meeting], list[Message]]:
    folder.add(name, "Contents", list(rows))
    return folder.results()


def test_a_posts_day_is_a_meeting_of_decisions(folder: Folder) -> None:
    folder.item(5, Article="12/2026", Description="<p>Tausta.</p>")
    ((found,), _) = read(folder, decision())

    assert (found.organization.name, found.organization.classification) == ("Rehtori", Classification.POST)
    assert (found.day, found.stage, found.state) == (date(2026, 9, 3), Stage.MINUTES, State.DECIDED)
    assert [(item.number, item.holds) for item in found.items] == [("12/2026", ())]


def test_each_day_of_a_post_is_a_meeting_of_its_own(folder: Folder) -> None:
    found, _ = read(folder, decision(5), decision(6, start="2026-09-07T00:00:00"))

    assert [(m.source_id, [i.source_id for i in m.items]) for m in found] == [
        ("casem:1600/2026-09-03", ["5"]),
        ("casem:1600/2026-09-07", ["6"]),
    ]


@pytest.mark.parametrize("names", [("Päätökset",), ("Viranhaltijapäätökset", "2026"), ("Päätös 3.9.2026",)])
def test_folders_under_a_post_are_not_posts(folder: Folder, names: tuple[str, ...]) -> None:
    for place, name in enumerate(names, 1600):
        folder.add(f"{place}_subnodes.json", "Nodes", [node(place + 1, place, name)])
    deepest = {"NodeId": 1600 + len(names), "NodeName": names[-1], "Type": 7}
    found, messages = read(folder, decision(5, deepest))

    assert [(m.organization.name, m.day) for m in found] == [("Rehtori", date(2026, 9, 3))]
    assert [m.code for m in messages if m.code.endswith("only_listed")] == ["casem.meetings_only_listed"]


def test_a_department_is_no_post_and_one_whose_decisions_are_not_here_is_named(folder: Folder) -> None:
    folder.add("1500_subnodes.json", "Nodes", [node(1550, 1500, "Sivistyspalvelut"), node(1700, 1500, "Arkistonhoitaja")])
    folder.add("1550_subnodes.json", "Nodes", [node(1600, 1550, "Rehtori")])
    found, messages = read(folder, decision())

    assert [m.organization.name for m in found] == ["Rehtori"]
    assert [m.arguments for m in messages if m.code == "casem.posts_only_listed"] == [{"count": 1}]


@pytest.mark.parametrize("told", ["2026-09-04", "4.9.2026", "/Date(1788469200000)/"])
def test_a_decision_of_two_days_waits(folder: Folder, told: str) -> None:
    folder.item(5, DecisionDate=told)
    ((found,), messages) = read(folder, decision())

    assert [item.holds for item in found.items] == [(UNSURE,)]
    assert [m.code for m in messages if m.code == UNSURE] == [UNSURE]


def test_a_decision_that_only_its_property_dates_is_of_that_day(folder: Folder) -> None:
    folder.item(5, DecisionDate="2026-09-04")
    ((found,), _) = read(folder, decision(start=None))

    assert (found.day, found.items[0].holds) == (date(2026, 9, 4), ())


def test_the_day_of_publication_is_not_told_as_the_day_of_a_decision(folder: Folder) -> None:
    folder.item(5)
    ((found,), _) = read(folder, decision(start=None, PublicDate="2026-09-21T09:00:00"))

    assert (found.day, found.items[0].holds) == (date(2026, 9, 21), (UNSURE,))


def test_a_decision_without_any_day_and_one_of_nobody_are_one_sentence_each(folder: Folder) -> None:
    nobodys = {"NodeId": 1500, "NodeName": "Viranhaltijat", "Type": 7}
    found, messages = read(folder, decision(5, start=None), decision(6, nobodys), name="contents.json")

    assert found == []
    assert [(m.code, m.arguments) for m in messages if m.code.startswith(("casem.post_", "casem.decision_"))] == [
        ("casem.post_missing", {"count": 1}),
        ("casem.decision_without_day", {"count": 1}),
    ]


def test_what_presents_a_post_is_no_decision(folder: Folder) -> None:
    showing = {"NodeId": 2956, "NodeName": "Näytä tason esittelynä", "Type": 43}
    found, messages = read(folder, decision(5, POST, showing, Subject=""), decision(6))

    assert [[item.source_id for item in m.items] for m in found] == [["6"]]
    assert "casem.post_presentations" in [m.code for m in messages]


def test_a_boards_meeting_stays_a_boards(folder: Folder) -> None:
    folder.add("node_900_contents.json", "Contents", [row(7)])
    found, _ = read(folder, decision())

    assert {m.organization.classification for m in found} == {Classification.BODY, Classification.POST}
