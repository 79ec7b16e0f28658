"""Captions as WebVTT."""

from generator.model.redacted import PublicCaptions, PublicCue
from generator.rendering.captions import webvtt


def captions(*cues: PublicCue) -> PublicCaptions:
    return PublicCaptions(language="fi", path="x.vtt", cues=cues)


def test_a_cue_has_its_times_and_its_text() -> None:
    written = webvtt(captions(PublicCue(start=3_723_004, end=3_725_500, text="Avaan kokouksen.")))

    assert written == "WEBVTT\n\n01:02:03.004 --> 01:02:05.500\nAvaan kokouksen.\n"


def test_a_blank_line_does_not_end_a_cue() -> None:
    written = webvtt(captions(PublicCue(start=0, end=1000, text="a\n\n b")))

    assert written.endswith("\na\nb\n")


def test_text_cannot_pose_as_markup_or_as_a_time() -> None:
    written = webvtt(captions(PublicCue(start=0, end=1000, text="<i>a</i> & --> b")))

    assert "&lt;i&gt;a&lt;/i&gt; &amp; --&gt; b" in written


def test_cues_are_parted_by_a_blank_line() -> None:
    written = webvtt(captions(PublicCue(start=0, end=1, text="a"), PublicCue(start=1, end=2, text="b")))

    assert written.split("\n\n")[1:] == ["00:00:00.000 --> 00:00:00.001\na", "00:00:00.001 --> 00:00:00.002\nb\n"]
