"""Captions come in as WebVTT or SRT and are refused when they cannot be right."""

import pytest

from generator.errors import ExportError
from generator.media import captions
from generator.model.attachment import Cue

VTT = """WEBVTT

00:01.000 --> 00:03.000
<v Puheenjohtaja>Avaan kokouksen.

00:04.000 --> 00:06.500
Kaksi
riviä &amp; merkki
""".encode()
SRT = b"\xef\xbb\xbf1\n00:00:01,000 --> 00:00:03,000\nAvaan kokouksen.\n"


def read(content: bytes) -> tuple[Cue, ...]:
    return captions.read(content, language="fi", where="valtuusto.vtt").cues


def test_webvtt_is_read_without_its_markup() -> None:
    assert read(VTT) == (
        Cue(start=1000, end=3000, text="Avaan kokouksen."),
        Cue(start=4000, end=6500, text="Kaksi\nriviä & merkki"),
    )


def test_remarks_styles_and_ids_are_not_taken_for_words() -> None:
    head, *cues = VTT.decode().split("\n\n")
    remarks = [
        "NOTE Hakijan nimi leikattu",
        "STYLE\n::cue { color: red }",
        f"alku\n{cues[0]}",
        "NOTE\nkaksi\nriviä",
        f"2\n{cues[1]}",
    ]

    assert read("\n\n".join([f"{head} - otsikko", *remarks]).encode()) == read(VTT)
    assert read("\r\n\r\n".join([head, *remarks]).encode()) == read(VTT)


def test_srt_with_a_byte_order_mark_is_read() -> None:
    assert read(SRT) == (Cue(start=1000, end=3000, text="Avaan kokouksen."),)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "media.captions_empty"),
        (b"WEBVTT\n", "media.captions_empty"),
        ("WEBVTT\n\n00:01.000 --> 00:03.000\nÄäni\n".encode("cp1252"), "media.captions_unreadable"),
        (b"WEBVTT\n\n00:03.000 --> 00:01.000\nTakaperin\n", "media.captions_backwards"),
    ],
    ids=["empty file", "no cue", "wrong encoding", "ends before it starts"],
)
def test_bad_captions_are_refused(content: bytes, code: str) -> None:
    with pytest.raises(ExportError) as error:
        read(content)

    assert error.value.code == code
