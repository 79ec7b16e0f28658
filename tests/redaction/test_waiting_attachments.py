"""Attachments that wait for a person while their item goes out, and names in them that the texts of their case tell."""

import io
from collections.abc import Iterable

import pytest
from msgspec.structs import replace
from PIL import Image

from generator.model.attachment import Attachment
from generator.model.decision import Decided, Decision, Doubt, Subject, Verdict
from generator.model.publicity import PublicityClass
from generator.model.redacted import PublicAttachment, PublicItem
from generator.model.text import Mask, Paragraph, text
from generator.redaction import Names, Redaction
from tests.redaction import pdfs
from tests.redaction.factory import PUBLIC, classified, item, redacted, section

KEY = b"k" * 32
MASKING = replace(PUBLIC, names=Names.MASK)


def picture() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (8, 8), (10, 120, 200)).save(buffer, "PNG")
    return buffer.getvalue()


SCAN, PICTURE = ("liite.pdf", pdfs.with_picture_only()), ("liite.png", picture())


def run(
    file: tuple[str, bytes], decided: Iterable[tuple[Doubt, Verdict]] = (), of_class: PublicityClass = PublicityClass.UNMARKED
) -> Redaction:
    name, content = file
    attachment = Attachment(title="Kartta", number="1", file=name, publicity=classified(of_class))
    standing = {doubt.fingerprint: Decision(verdict=verdict) for doubt, verdict in decided}
    policy = replace(PUBLIC, decided=Decided(key=KEY, standing=standing))
    return redacted(item(section("Teksti."), attachments=(attachment,)), policy=policy, files={name: content})


def shown(redaction: Redaction) -> PublicAttachment:
    (only,) = redaction.meeting.items
    assert isinstance(only, PublicItem)
    return only.attachments[0]


@pytest.mark.parametrize(("file", "reason"), [(SCAN, "no_text"), (PICTURE, "picture")], ids=["scan", "picture"])
def test_what_no_recognizer_reads_waits_and_its_item_does_not(file: tuple[str, bytes], reason: str) -> None:
    redaction = run(file)

    assert (shown(redaction).reason, redaction.files) == (reason, {})
    assert [(d.subject, d.reason) for d in redaction.doubts] == [(Subject.ATTACHMENT, f"redaction.attachment_{reason}")]


@pytest.mark.parametrize("file", [SCAN, PICTURE], ids=["scan", "picture"])
def test_a_person_lets_out_these_very_bytes(file: tuple[str, bytes]) -> None:
    doubts = run(file).doubts
    redaction = run(file, [(doubt, Verdict.APPROVE) for doubt in doubts])

    assert shown(redaction).file
    assert len(redaction.files) == 1
    assert redaction.doubts == ()


def test_what_was_let_out_is_not_another_file_of_that_name() -> None:
    doubts = run(SCAN).doubts
    other = ("liite.pdf", pdfs.with_picture_only() + b"\n")

    assert shown(run(other, [(doubt, Verdict.APPROVE) for doubt in doubts])).reason == "no_text"


@pytest.mark.parametrize("file", [SCAN, PICTURE], ids=["scan", "picture"])
def test_what_a_person_rejects_stays_inside_and_waits_no_more(file: tuple[str, bytes]) -> None:
    doubts = run(file).doubts
    redaction = run(file, [(doubt, Verdict.REJECT) for doubt in doubts])

    assert (redaction.files, redaction.doubts) == ({}, ())


def test_a_picture_that_its_source_classes_as_public_goes_out_from_its_pixels() -> None:
    redaction = run(PICTURE, of_class=PublicityClass.PUBLIC)
    told = shown(redaction)

    assert list(redaction.files) == ["satamajaosto/2026-09-14/1/liite-1.png"]
    assert told.text
    assert told.text.undescribed == 1


def test_a_name_that_the_item_tells_is_masked_in_its_attachment() -> None:
    attachment = Attachment(title="Hakemus", file="a.txt", publicity=classified(PublicityClass.PUBLIC))
    content = b"Aino Kuutamolan hakemus koskee laituria.\n\nKuutamolan laituri on kunnossa."
    redaction = redacted(
        item(section("Hakija on Aino Kuutamola."), attachments=(attachment,)), policy=MASKING, files={"a.txt": content}
    )
    told = shown(redaction).text

    assert told
    assert "Kuutamol" not in text(told.blocks)
    kinds = [
        piece.kind
        for block in told.blocks
        if isinstance(block, Paragraph)
        for piece in block.content
        if isinstance(piece, Mask)
    ]
    assert kinds == ["person_name", "person_name"]
    assert redaction.files == {}
