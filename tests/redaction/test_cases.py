"""Names of private persons: one text of a case tells of the others, people in public roles are left, nothing is read twice."""

from typing import Any

import pytest
from msgspec.structs import replace

from generator.model.attachment import CaptionTrack, Cue, Recording
from generator.model.meeting import Attendance, Meeting, SectionKind
from generator.model.redacted import HeldItem, PublicItem
from generator.model.text import Cell, Mask, Run, Table, inline_text
from generator.redaction import Memory, Names, all_cases, cases, redact
from generator.redaction.marks import Mark
from generator.redaction.names import Known
from generator.redaction.sought import NeedleKind
from tests.redaction.factory import PUBLIC, item, meeting, reader, redacted, section

ASKING, MASKING = replace(PUBLIC, names=Names.ASK), replace(PUBLIC, names=Names.MASK)
NAMING = section("Hakija: Vilhelmiina Korhonen", kind=SectionKind.BACKGROUND)


def shown_text(redaction: Any) -> str:
    (shown,) = redaction.meeting.items
    assert isinstance(shown, PublicItem)
    return "\n".join(inline_text(block.content) for part in shown.sections for block in part.blocks)  # type: ignore[union-attr]


def masks(redaction: Any) -> int:
    (shown,) = redaction.meeting.items
    return sum(isinstance(piece, Mask) for part in shown.sections for block in part.blocks for piece in block.content)


def test_a_party_is_masked_where_she_is_named_and_where_only_her_surname_is() -> None:
    found = redacted(item(NAMING, section("Korhosen hakemus hyväksytään.", kind=SectionKind.DECISION)), policy=MASKING)

    assert "Korho" not in shown_text(found)
    assert masks(found) == 2


def test_names_are_left_where_the_municipality_says_so() -> None:
    assert "Vilhelmiina Korhonen" in shown_text(redacted(item(NAMING), policy=PUBLIC))


def test_a_member_of_the_body_is_left_alone() -> None:
    handled = section("Matti Virtanen poistui kokouksesta.", kind=SectionKind.HANDLING)
    there = (Attendance(name="Virtanen Matti", role="jäsen"),)

    found = redacted(item(handled), policy=MASKING, attendance=there)

    assert "Matti Virtanen" in shown_text(found)


def test_a_name_of_one_meeting_is_masked_in_the_same_case_of_another() -> None:
    first = meeting(item(NAMING, register_number="KD/17/2026"))
    second = meeting(
        item(section("Päätös annetaan tiedoksi: Korhonen.", kind=SectionKind.DECISION), register_number="KD/17/2026"),
        id="satamajaosto/2026-10-12",
    )

    known = all_cases([first, second], Names.MASK)

    assert known.of(second.items[0]).known.private == {"Vilhelmiina Korhonen", "Korhonen"}


def test_a_name_of_an_item_is_masked_in_the_captions_of_the_meeting_in_both_languages() -> None:
    spoken = {"fi": "sitten Korhosen hakemus", "sv": "sedan Korhonens ansökan"}
    tracks = tuple(
        CaptionTrack(language=language, cues=(Cue(start=0, end=900, text=text),)) for language, text in spoken.items()
    )
    recording = Recording(link="https://video.example/1", captions=tracks, moments=(("1", 0),))

    found = redacted(item(NAMING), policy=MASKING, recording=recording).meeting.recording

    assert found
    shown = {track.language: track.cues[0].text for track in found.captions}
    assert shown == {"fi": "sitten [nimi poistettu] hakemus", "sv": "sedan [namn borttaget] ansökan"}


def test_a_name_in_a_cell_is_masked_in_its_cell() -> None:
    rows = (("Nimi", "Tontti"), ("Korhonen Vilhelmiina", "12"))
    table = Table(rows=tuple(tuple(Cell(content=(Run(text=text),)) for text in row) for row in rows))

    found = redacted(item(replace(section(), blocks=(table,))), policy=MASKING)

    (shown,) = found.meeting.items
    assert isinstance(shown, PublicItem)
    (block,) = shown.sections[0].blocks
    assert isinstance(block, Table)
    assert [inline_text(cell.content) for cell in block.rows[0]] == ["Nimi", "Tontti"]
    assert [[type(piece) for piece in cell.content] for cell in block.rows[1]] == [[Mask], [Run]]


def test_a_doubtful_name_waits_only_where_a_person_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    doubtful = item(section("Hilla asuu saaressa."))
    monkeypatch.setattr("generator.redaction.people.find_in_case", _doubting)

    assert isinstance(redacted(doubtful, policy=ASKING).meeting.items[0], HeldItem)
    assert shown_text(redacted(doubtful, policy=MASKING)) == "Hilla asuu saaressa."


def test_what_was_found_before_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    before = all_cases([_naming()], Names.MASK, memory=Memory(key=b"k"))
    monkeypatch.setattr("generator.redaction.people.find_in_case", _nobody_reads)

    again = all_cases([_naming()], Names.MASK, memory=before.memory)

    assert again.people == before.people


def test_names_of_an_item_that_waits_are_kept_secret_without_being_looked_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    waiting = meeting(item(NAMING, holds=("contradiction",)))
    known = all_cases([waiting], Names.MASK)
    monkeypatch.setattr("generator.redaction.people.find_in_case", _nobody_reads)

    redaction = redact(waiting, MASKING, reader(None), known)

    assert isinstance(redaction.meeting.items[0], HeldItem)
    assert "vilhelmiina korhonen" in {needle.text for needle in redaction.needles if needle.kind is NeedleKind.NAME}


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"known": Known(public=frozenset({"Vilma Korhonen"}))}, id="somebody public of that name"),
        pytest.param({"known": Known(places=frozenset({"Korhola"}))}, id="a place"),
    ],
)
def test_what_else_decides_is_asked_of_the_memory_too(change: dict[str, Known]) -> None:
    before = all_cases([_naming()], Names.MASK, memory=Memory(key=b"k"))

    assert set(all_cases([_naming()], Names.MASK, memory=before.memory, **change).memory.found) != set(before.memory.found)


def test_the_memory_holds_no_text_and_is_no_use_without_its_key() -> None:
    one = all_cases([_naming()], Names.MASK, memory=Memory(key=b"one")).memory.found
    other = all_cases([_naming()], Names.MASK, memory=Memory(key=b"other")).memory.found

    assert "orhonen" not in repr(one)
    assert set(one).isdisjoint(other)


def test_many_cases_are_read_in_processes_with_the_same_result(monkeypatch: pytest.MonkeyPatch) -> None:
    meetings = [meeting(item(NAMING, id=f"a/{n}"), item(section("Laituri korjataan."), id=f"b/{n}")) for n in range(3)]
    alone = all_cases(meetings, Names.MASK)
    monkeypatch.setattr(cases, "_MANY", 2)

    assert all_cases(meetings, Names.MASK) == alone


def _naming() -> Meeting:
    return meeting(item(NAMING))


def _doubting(passages: Any, _known: Known) -> Any:

    return tuple((Mark(0, 5, "person_name", is_doubtful=True),) if p.text.startswith("Hilla") else () for p in passages)


def _nobody_reads(passages: Any, _known: Known) -> Any:
    raise AssertionError(len(passages))
