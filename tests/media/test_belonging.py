"""Captions are of the meeting that they lie beside, unless their name, times or words say otherwise."""

from datetime import date
from pathlib import Path

import pytest

from accessibility_rules import media_length
from generator.media import belonging
from generator.model.attachment import CaptionTrack, Cue
from tests import broken

DAY = date(2026, 9, 28)
EXAMPLE = Path(__file__).parents[2] / "examples" / "exports" / "kaupunginvaltuusto-2026-09-28.webm"


def track(*words: str, start: int = 0) -> CaptionTrack:
    return CaptionTrack(language="fi", cues=tuple(Cue(start=start, end=start + 2000, text=text) for text in words))


@pytest.mark.parametrize(
    ("name", "header", "expected"),
    [
        ("kokous.vtt", "WEBVTT", False),
        ("kokous-2026-09-28.vtt", "WEBVTT", False),
        ("kokous-20260928.vtt", "WEBVTT", False),
        ("kokous-28.9.2026.vtt", "WEBVTT", False),
        ("kokous-2026-09-14.vtt", "WEBVTT", True),
        ("kokous.vtt", "WEBVTT\n\nNOTE Valtuusto 28.9.2026", False),
        ("kokous.vtt", "WEBVTT\n\nNOTE Valtuusto 14.9.2026", True),
        ("kokous.vtt", "WEBVTT\n\nNOTE Litteroitu 1.10.2026", False),
        ("kokous-2026-99-99.vtt", "WEBVTT", False),
    ],
)
def test_a_name_or_a_header_of_another_day_is_seen(name: str, header: str, expected: bool) -> None:  # noqa: FBT001 - a fact
    text = f"{header}\n\n00:01.000 --> 00:02.000\nHyväksyttiin 14.9.2026.\n"

    assert belonging.is_named_for_another_day(name, text, DAY) is expected


def test_captions_may_begin_until_the_recording_ends() -> None:
    assert not belonging.goes_on_after(track("Kiitos.", start=61_000), 60.0)
    assert belonging.goes_on_after(track("Kiitos.", start=63_000), 60.0)
    assert not belonging.goes_on_after(track("Kiitos.", start=63_000), None)


def test_item_numbers_of_another_meeting_are_heard() -> None:
    spoken = track("Pykälä 71.", "Siirrymme pykälään 72.", "Paragraf 73.")

    assert belonging.speaks_of_other_items(spoken, ["45", "46"])
    assert not belonging.speaks_of_other_items(spoken, ["72"])
    assert not belonging.speaks_of_other_items(track("Pykälä 71.", "Hallintosäännön 94 § ja 95 §."), ["45"])


def test_a_webm_tells_its_length() -> None:
    assert media_length.seconds(EXAMPLE) == pytest.approx(57.7, abs=0.1)


def test_an_mp4_tells_its_length(tmp_path: Path) -> None:
    (tmp_path / "v.mp4").write_bytes(broken.movie(seconds=90))

    assert media_length.seconds(tmp_path / "v.mp4") == pytest.approx(90)


@pytest.mark.parametrize("name", ["v.mp4", "v.webm", "v.mp3"])
@pytest.mark.parametrize("content", [b"", b"video", b"\x00" * 100, b"\xff" * 100, b"\x1a\x45\xdf\xa3"])
def test_a_file_that_tells_no_length_has_none(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)

    assert media_length.seconds(tmp_path / name) is None
