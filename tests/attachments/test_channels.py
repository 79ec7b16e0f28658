"""A canary in every place of every format that its reader does not see: it comes out nowhere, and what is seen does."""

from collections import Counter

import pytest

from generator.attachments import reading
from generator.attachments.formats import FORMATS
from generator.messages import LANGUAGES, catalog
from generator.model.attachment import Reading
from generator.model.text import text
from tests.attachments.channels import ALL, CANARY, CONTROL, OLDER_CONTROL, Channel, docx, pdf

PICTURES = {"png", "jpg"}


def named(channel: Channel) -> str:
    return f"{channel[1]}-{channel[0]}"


def read(channel: Channel) -> Reading:
    return reading(f"liite.{channel[1]}", channel[2], "fi")


@pytest.mark.parametrize("channel", ALL, ids=named)
def test_what_no_reader_sees_comes_out_nowhere_and_what_is_seen_does(channel: Channel) -> None:
    result = read(channel)
    said = text(result.blocks)

    assert result.problem == channel[3]
    assert CANARY not in said
    assert CANARY.encode() not in (result.copy or b"")
    if channel[3] is None and channel[1] not in PICTURES:
        assert CONTROL.rstrip(".") in said or OLDER_CONTROL in said


@pytest.mark.parametrize("channel", [channel for channel in ALL if channel[3]], ids=named)
def test_what_is_withheld_has_a_sentence_in_each_language(channel: Channel) -> None:
    assert all(f"redaction.attachment_{channel[3]}" in catalog(language) for language in LANGUAGES)


def test_every_format_has_canaries_but_those_that_have_no_place_to_hide() -> None:
    planted = Counter(channel[1] for channel in ALL)
    endings = {ending.removeprefix(".") for each in FORMATS.values() for ending in each.endings}

    assert endings - planted.keys() == {"txt", "csv", "htm", "jpeg"}


def test_the_channels_of_word_and_pdf_are_those_that_were_counted() -> None:
    assert (len(list(docx())), len(list(pdf()))) == (DOCX, PDF)


DOCX, PDF = 36, 25
