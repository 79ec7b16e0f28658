"""A recording is tied to its meeting by a small TOML file beside it."""

from datetime import date
from pathlib import Path

import pytest

from generator.media import recordings
from generator.model.meeting import AgendaItem, Meeting, Organization, Stage, State

GOOD = """organization = "Valtuusto"
date = 2026-09-28
file = "v.webm"
captions = [{ file = "v.srt", language = "fi" }]
[moments]
"46" = "1:00:14"
"45" = "0:05"
"""


def meeting() -> Meeting:
    item = AgendaItem(source_id="1", order=1, title="Asia", language="fi", number="45")
    return Meeting(
        source_id="m", organization=Organization(name="Valtuusto"), day=date(2026, 9, 28), stage=Stage.MINUTES,
        state=State.DECIDED, language="fi", items=(item,),
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "v.webm").write_bytes(b"video")
    (tmp_path / "v.srt").write_text("1\n00:00:01,000 --> 00:00:03,000\nAvaan.\n\n2\n01:00:15,000 --> 01:00:17,000\nPäätän.\n")
    (tmp_path / "v.toml").write_text(GOOD)
    return tmp_path


def test_a_recording_is_found_with_its_captions_and_moments_in_order(folder: Path) -> None:
    (found,), messages = recordings.find(folder)

    assert messages == ()
    assert found.recording.moments == (("45", 5), ("46", 3614))
    assert found.recording.size == 5
    assert [track.language for track in found.recording.captions] == ["fi"]


def test_a_recording_joins_its_meeting_and_a_moment_without_an_item_is_told(folder: Path) -> None:
    found, _ = recordings.find(folder)
    (attached,), messages = recordings.attach([meeting()], found)

    assert attached.recording == found[0].recording
    assert [(m.code, m.arguments) for m in messages] == [("media.moment_without_item", {"number": "46"})]


def test_a_recording_whose_meeting_is_not_there_is_told(folder: Path) -> None:
    found, _ = recordings.find(folder)
    _, messages = recordings.attach([], found)

    assert [m.code for m in messages] == ["media.recording_without_meeting"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("v.webm", "../v.webm"), "media.recording_file_missing"),
        (("v.webm", "puuttuu.webm"), "media.recording_file_missing"),
        (('file = "v.webm"', ""), "media.recording_file_or_link"),
        (('file = "v.webm"', 'link = "http://video.example/1"'), "media.recording_link_not_https"),
        (("1:00:14", "tunti"), "media.recording_time"),
        (("date = 2026-09-28", ""), "media.recording_unreadable"),
        (("[moments]", "[hetket]"), "media.recording_unreadable"),
        (('language = "fi"', 'language = "../fi"'), "media.recording_unreadable"),
        (("v.webm", "v\\u0000.webm"), "media.recording_file_missing"),
        (("captions = [", 'captions = [{ file = "v.vtt", language = "fi" }, '), "media.recording_captions_twice"),
        (("[moments]", 'cut = ["45"]\n[moments]'), "media.recording_cut_with_moment"),
    ],
)
def test_a_wrong_description_is_one_message(folder: Path, change: tuple[str, str], code: str) -> None:
    (folder / "v.toml").write_text(GOOD.replace(*change, 1))
    found, messages = recordings.find(folder)

    assert (found, [m.code for m in messages]) == ((), [code])


def test_a_second_recording_of_a_meeting_is_told(folder: Path) -> None:
    (folder / "w.toml").write_text(GOOD)
    found, _ = recordings.find(folder)
    _, messages = recordings.attach([meeting()], found)

    assert [(m.code, m.where) for m in messages if m.code == "media.recording_twice"] == [("media.recording_twice", "w.toml")]


def test_a_moment_that_is_no_number_is_not_repeated(folder: Path) -> None:
    (folder / "v.toml").write_text(GOOD.replace("[moments]", '[moments]\n"Virtanen" = "0:00:06"'))
    found, _ = recordings.find(folder)
    _, messages = recordings.attach([meeting()], found)

    assert {"number": "?"} in [m.arguments for m in messages]
