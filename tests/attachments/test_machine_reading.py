"""A scan is read by a machine where one is installed, masked like all text, and its picture stays inside."""

import io
from collections.abc import Iterable

import pypdfium2
import pytest
from msgspec.structs import replace
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from generator.attachments import Desk, reading
from generator.attachments.formats import pdf
from generator.attachments.machine_reading import is_available
from generator.model.attachment import Attachment
from generator.model.decision import Decided, Decision, Doubt, Subject, Verdict
from generator.model.publicity import PublicityClass
from generator.model.redacted import PublicAttachment, PublicItem
from generator.model.text import Paragraph, text
from generator.redaction import Redaction
from tests.attachments.channels import CODE, PHONE
from tests.redaction import pdfs
from tests.redaction.factory import PUBLIC, classified, item, redacted, section

FINNISH = "Lautakunta päättää hyväksyä laiturin korjauksen. Työ alkaa keväällä ja päättyy ennen syksyä."
SWEDISH = "Nämnden beslutar att godkänna reparationen av bryggan. Arbetet börjar på våren och är färdigt före hösten."
DOTS_PER_POINT = 200 / 72

installed = pytest.mark.skipif(
    not is_available(), reason="Tesseract is not installed with Finnish and Swedish (tesseract-ocr-fin, tesseract-ocr-swe)"
)


def scan(*pages: str) -> bytes:
    """Return a PDF of nothing but pictures of *pages*, which lie a little askew, as on the glass of a scanner."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    for words in pages:
        page = pypdfium2.PdfDocument(pdfs.pdf(words))[0]
        picture = page.render(scale=DOTS_PER_POINT, grayscale=True).to_pil().rotate(0.5, fillcolor=255)
        canvas.drawImage(ImageReader(picture), 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@installed
def test_a_scan_in_both_languages_is_read() -> None:
    finnish = "Lautakunta päättää hyväksyä laiturin korjauk-\nsen. Työ alkaa keväällä ja päättyy ennen syksyä."
    with Desk() as desk:
        result = desk.read("liite.pdf", scan(finnish, SWEDISH.replace(". ", ".\n")), "fi")

    assert result.problem is None
    assert result.is_machine_read
    assert result.copy is None
    assert [text((block,)) for block in result.blocks] == [FINNISH, SWEDISH]
    assert [block.language or result.language for block in result.blocks if isinstance(block, Paragraph)] == ["fi", "sv"]


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand for the program that reads pictures, on machines that have none."""
    monkeypatch.setattr(pdf, "is_available", lambda: True)
    monkeypatch.setattr(pdf, "read_pages", lambda _copy: iter((FINNISH[:48], f"Hakija {CODE}, puhelin {PHONE}.")))


def redaction_of(content: bytes, decided: Iterable[Doubt] = ()) -> Redaction:
    attachment = Attachment(title="Suunnitelma", file="a.pdf")
    standing = {doubt.fingerprint: Decision(verdict=Verdict.APPROVE) for doubt in decided}
    return redacted(
        item(section("Teksti."), attachments=(attachment,), publicity=classified(PublicityClass.PUBLIC)),
        policy=replace(PUBLIC, decided=Decided(key=b"k" * 32, standing=standing)),
        files={"a.pdf": content},
    )


def shown(redaction: Redaction) -> PublicAttachment:
    (only,) = redaction.meeting.items
    assert isinstance(only, PublicItem)
    return only.attachments[0]


@pytest.mark.usefixtures("machine")
def test_what_a_machine_reads_waits_for_a_person_who_sees_the_text() -> None:
    redaction = redaction_of(scan(FINNISH))
    (doubt,) = redaction.doubts

    assert (shown(redaction).reason, shown(redaction).text) == ("machine_read", None)
    assert (doubt.subject, doubt.reason) == (Subject.ATTACHMENT, "redaction.attachment_machine_read")
    assert FINNISH[:48] in redaction.doubtful_texts[doubt.id]
    assert redaction.files == {}


@pytest.mark.usefixtures("machine")
def test_once_let_out_it_is_masked_and_the_scan_stays_inside() -> None:
    content = scan(FINNISH)
    redaction = redaction_of(content, redaction_of(content).doubts)
    told = shown(redaction).text

    assert told
    assert told.is_machine_read
    assert FINNISH[:48] in text(told.blocks)
    assert CODE not in text(told.blocks)
    assert PHONE not in text(told.blocks)
    assert (shown(redaction).file, redaction.files) == (None, {})


@pytest.mark.usefixtures("machine")
def test_what_another_machine_reads_from_the_same_scan_waits_again(monkeypatch: pytest.MonkeyPatch) -> None:
    content = scan(FINNISH)
    doubts = redaction_of(content).doubts
    monkeypatch.setattr(pdf, "read_pages", lambda _copy: iter((SWEDISH,)))

    assert shown(redaction_of(content, doubts)).reason == "machine_read"


@installed
def test_a_picture_without_words_waits_for_a_person_as_it_would_without_a_machine() -> None:
    result = reading("liite.pdf", scan(""), "fi")

    assert (result.problem, result.blocks) == ("no_text", ())
    assert result.copy


def test_without_a_machine_a_scan_waits_for_a_person(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "is_available", lambda: False)
    result = reading("liite.pdf", scan(FINNISH), "fi")

    assert (result.problem, result.blocks) == ("no_text", ())
    assert result.copy
