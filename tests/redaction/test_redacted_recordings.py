"""What of a recording goes out."""

from pathlib import Path

from generator.messages import catalog
from generator.model.attachment import CaptionTrack, Cue, Recording
from generator.model.meeting import AgendaItem
from generator.model.publicity import PublicityClass
from generator.model.redacted import PublicItem
from generator.redaction import Redaction
from tests.redaction.factory import classified, item, redacted, section

CUES = tuple(Cue(start=n * 1000, end=n * 1000 + 900, text=f"lause {n}") for n in range(6))
SECRET = {"publicity": classified(PublicityClass.SECRET), "title": "Tarjous"}


def recorded(
    *items: AgendaItem,
    moments: tuple[tuple[str, int], ...],
    link: str | None = None,
    cues: tuple[Cue, ...] = CUES,
    cut: tuple[str, ...] = (),
) -> Redaction:
    file = None if link else "/aineisto/kokous.webm"
    recording = Recording(
        file=file,
        link=link,
        media_type="video/webm",
        size=7,
        sha256="0" * 64,
        captions=(CaptionTrack(language="fi", cues=cues),),
        moments=moments,
        cut=cut,
    )
    return redacted(*items, recording=recording)


def texts(redaction: Redaction) -> list[str]:
    assert redaction.meeting.recording
    return [cue.text for cue in redaction.meeting.recording.captions[0].cues]


def test_a_recording_goes_out_under_the_id_of_its_meeting() -> None:
    redaction = recorded(item(), moments=(("1", 2),))

    assert redaction.copies == {"satamajaosto/2026-09-14/tallenne.webm": Path("/aineisto/kokous.webm")}
    assert redaction.meeting.recording
    assert redaction.meeting.recording.captions[0].path == "satamajaosto/2026-09-14/tekstitys-fi.vtt"


def test_an_item_knows_its_moment() -> None:
    (shown,) = recorded(item(), moments=(("1", 2),)).meeting.items

    assert isinstance(shown, PublicItem)
    assert shown.moment == 2


def test_the_file_of_a_meeting_with_a_secret_item_stays_inside() -> None:
    redaction = recorded(item(order=1), item(order=2, **SECRET), moments=(("1", 0), ("2", 2)))

    assert redaction.copies == {}
    assert redaction.meeting.recording is None
    assert "redaction.recording_of_secret" in catalog("fi")
    assert "redaction.recording_of_secret" in {message.code for message in redaction.messages}


def test_captions_spoken_during_a_secret_item_are_dropped() -> None:
    three = (item(order=1), item(order=2, **SECRET), item(order=3))
    redaction = recorded(*three, moments=(("1", 0), ("2", 2), ("3", 4)), link="https://video.kuutamoniemi.example/1")

    assert texts(redaction) == ["lause 0", "lause 1", "lause 4", "lause 5"]


def test_a_recording_goes_out_when_the_secret_item_was_cut_out_of_it() -> None:
    redaction = recorded(item(order=1), item(order=2, **SECRET), moments=(("1", 0),), cut=("2",))

    assert redaction.copies
    assert texts(redaction) == [cue.text for cue in CUES]


def test_a_secret_item_without_a_moment_keeps_all_inside() -> None:
    two = (item(order=1), item(order=2, **SECRET))
    redaction = recorded(*two, moments=(("1", 0),), link="https://video.kuutamoniemi.example/1")

    assert redaction.meeting.recording is None
    assert "redaction.recording_without_moments" in catalog("fi")
    assert "redaction.recording_without_moments" in {message.code for message in redaction.messages}


def test_a_code_that_is_split_between_two_captions_is_masked() -> None:
    cues = (Cue(start=0, end=900, text="tunnus on 010190-"), Cue(start=1000, end=1900, text="900X ja muuta"))

    redaction = recorded(item(), moments=(("1", 0),), cues=cues, link="https://video.kuutamoniemi.example/1")

    assert texts(redaction) == ["tunnus on [henkilötunnus poistettu]", " ja muuta"]


def test_a_video_in_which_a_code_is_spoken_stays_inside() -> None:
    cues = (Cue(start=0, end=900, text="tunnus on 010190-900X"),)
    redaction = recorded(item(), moments=(("1", 0),), cues=cues)

    assert (redaction.copies, redaction.meeting.recording) == ({}, None)
    assert "redaction.recording_personal_data" in {message.code for message in redaction.messages}


def test_a_link_that_tells_a_code_stays_inside() -> None:
    redaction = recorded(item(), moments=(("1", 0),), link="https://video.kuutamoniemi.example/010190-900X")

    assert redaction.meeting.recording is None


def test_captions_spoken_during_a_partly_secret_item_are_dropped() -> None:
    partly = item(section("Alku."), section("Salassa pidettävä", "Teksti."), order=2)
    redaction = recorded(
        item(order=1),
        partly,
        item(order=3),
        moments=(("1", 0), ("2", 2), ("3", 4)),
        link="https://video.kuutamoniemi.example/1",
    )

    assert texts(redaction) == ["lause 0", "lause 1", "lause 4", "lause 5"]
