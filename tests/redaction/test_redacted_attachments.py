"""Which attachments go out, and that a PDF goes out without anything that its reader does not see."""

import io
from collections.abc import Callable
from hashlib import sha256

import pikepdf
import pypdfium2
import pytest

from generator.messages import catalog
from generator.model.attachment import Attachment
from generator.model.publicity import PublicityClass
from generator.model.redacted import PublicAttachment, PublicItem
from generator.model.text import Mask, Paragraph, text
from generator.redaction import Policy, Redaction
from tests.redaction import pdfs
from tests.redaction.factory import HOLD, PUBLIC, classified, item, redacted, section

CANARY = "Kanarialintu7719"
PATH = "satamajaosto/2026-09-14/1/liite-1.pdf"


def attached(content: bytes | None, policy: Policy = PUBLIC, **more: object) -> Redaction:
    defaults = {"title": "Suunnitelma", "file": "kanarialintu7719 suunnitelma.pdf", "number": "1"}
    attachment = Attachment(**{**defaults, **more})
    files = {attachment.file: content} if attachment.file and content is not None else {}
    return redacted(
        item(section("Teksti."), attachments=(attachment,), publicity=classified(PublicityClass.PUBLIC)),
        policy=policy,
        files=files,
    )


def shown(redaction: Redaction) -> PublicAttachment:
    (only,) = redaction.meeting.items
    assert isinstance(only, PublicItem)
    return only.attachments[0]


def test_a_public_pdf_goes_out_under_an_address_made_of_ids() -> None:
    redaction = attached(pdfs.pdf())
    file = shown(redaction).file

    assert list(redaction.files) == [PATH]
    assert file
    assert (file.path, file.size) == (PATH, len(redaction.files[PATH]))
    assert file.sha256 == sha256(redaction.files[PATH]).hexdigest()


def test_the_copy_says_what_the_original_says() -> None:
    document = pypdfium2.PdfDocument(attached(pdfs.pdf("Laituri korjataan.\nTyö alkaa keväällä.")).files[PATH])

    assert document[0].get_textpage().get_text_range().splitlines() == ["Laituri korjataan.", "Työ alkaa keväällä."]


def test_the_same_pdf_gives_the_same_bytes() -> None:
    assert attached(pdfs.with_hidden_channels(CANARY)).files == attached(pdfs.with_hidden_channels(CANARY)).files


@pytest.mark.parametrize("make", [pdfs.with_hidden_channels, pdfs.with_old_revision, pdfs.with_remarks])
def test_nothing_that_a_reader_does_not_see_goes_out(make: Callable[[str], bytes]) -> None:
    content = make(CANARY)
    redaction = attached(content)
    with pikepdf.open(io.BytesIO(redaction.files[PATH])) as document:
        inside = b"\n".join(
            thing.read_raw_bytes() + thing.read_bytes() if "DCT" not in str(thing.get("/Filter")) else thing.read_raw_bytes()
            for thing in document.objects
            if isinstance(thing, pikepdf.Stream)
        )
        said = "\n".join(repr(thing) for thing in (*document.objects, document.trailer))

    assert CANARY.encode() in content or b"ObjStm" in content
    assert CANARY.encode() not in redaction.files[PATH] + inside
    assert CANARY not in said


def test_the_copy_has_our_own_title_and_a_language() -> None:
    with pikepdf.open(io.BytesIO(attached(pdfs.pdf(title=CANARY)).files[PATH])) as document:
        assert dict(document.docinfo) == {"/Title": pikepdf.String("Suunnitelma")}
        assert document.Root["/Lang"] == "fi"


def test_links_into_the_web_and_spoken_texts_stay() -> None:
    with pikepdf.open(io.BytesIO(attached(pdfs.with_link("https://kuutamoniemi.example/a")).files[PATH])) as document:
        assert document.pages[0].Annots[0].A.URI == "https://kuutamoniemi.example/a"
    with pikepdf.open(io.BytesIO(attached(pdfs.with_spoken("Kartta satamasta")).files[PATH])) as document:
        assert document.Root.StructTreeRoot.K.Alt == "Kartta satamasta"


def test_other_links_do_not_stay() -> None:
    with pikepdf.open(io.BytesIO(attached(pdfs.with_link("file:///C:/Users/virkailija")).files[PATH])) as document:
        assert "/Annots" not in document.pages[0].obj


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "unreadable"),
        (pdfs.encrypted(), "encrypted"),
        (pdfs.with_embedded_file(), "embedded_files"),
        (pdfs.with_script(), "scripts"),
        (pdfs.with_form(), "forms"),
        (pdfs.with_layer(), "layers"),
        (pdfs.with_picture_only(), "no_text"),
        (pdfs.pdf()[:400], "damaged"),
        (b"", "damaged"),
        (b"alku" + pdfs.pdf(), "polyglot"),
        (pdfs.with_trailing_data(CANARY), "trailing_data"),
        (pdfs.pdf("Alku\nSalassa pidettävä"), "secrecy_marker"),
        (pdfs.pdf("Katso JulkL 24 § 1 mom. 20 k."), "secrecy_marker"),
    ],
)
def test_a_doubtful_attachment_stays_inside_with_a_reason(content: bytes | None, reason: str) -> None:
    redaction = attached(content)

    assert redaction.files == {}
    assert shown(redaction).reason == reason
    assert f"redaction.attachment_{reason}" in catalog("fi")


@pytest.mark.parametrize(
    ("content", "original"),
    [
        (pdfs.with_unseen("BT /F1 12 Tf 1 1 1 rg 72 600 Td TEXT ET"), "hidden_text"),
        (pdfs.with_unseen("BT /F1 12 Tf 3 Tr 72 600 Td TEXT ET"), "hidden_text"),
        (pdfs.with_unseen("BT /F1 12 Tf 72 -600 Td TEXT ET"), "hidden_text"),
        (pdfs.with_unseen("BT /F1 12 Tf 0 g 72 600 Td TEXT ET 0 g 60 590 300 30 re f"), "hidden_text"),
        (pdfs.with_unseen("BT /F1 12 Tf 0 g 72 600 Td TEXT ET 0 g 76 590 300 30 re f"), "hidden_text"),
        (pdfs.with_spoken("Kuvassa 010190-900X"), "masked"),
        (pdfs.with_link("https://kuutamoniemi.example/?tunnus=010190-900X"), "masked"),
    ],
)
def test_what_is_not_seen_keeps_the_original_inside_and_the_seen_text_goes_out(content: bytes, original: str) -> None:
    redaction = attached(content)
    told = shown(redaction).text

    assert redaction.files == {}
    assert told
    assert (told.original, text(told.blocks)) == (original, "Laiturin korjaus maksaa paljon.")
    assert f"redaction.original_{original}" in catalog("fi")


@pytest.mark.parametrize(
    ("words", "kind"), [("Hakija 010190-900X", "personal_identity_code"), ("puh. 040 123 4567", "phone_number")]
)
def test_personal_data_are_masked_in_the_text_and_keep_the_original_inside(words: str, kind: str) -> None:
    redaction = attached(pdfs.pdf(words))
    told = shown(redaction).text

    assert redaction.files == {}
    assert told
    assert told.original == "masked"
    (block,) = told.blocks
    assert isinstance(block, Paragraph)
    assert [piece.kind for piece in block.content if isinstance(piece, Mask)] == [kind]
    assert redaction.withheld == {kind: 1}


def test_a_doubtful_place_makes_the_attachment_wait_and_not_its_item() -> None:
    redaction = attached("Hakijan sairaus on pitkäaikainen.".encode(), file="a.txt")

    assert shown(redaction).reason == "doubtful"
    assert [doubt.place for doubt in redaction.doubts] == ["attachments/1/text/blocks/1"]


@pytest.mark.parametrize(
    ("classification", "policy", "reason"),
    [
        (PublicityClass.PUBLIC, HOLD, None),
        (PublicityClass.UNMARKED, PUBLIC, None),
        (PublicityClass.UNMARKED, HOLD, "unmarked"),
        (PublicityClass.UNKNOWN, PUBLIC, "unknown_publicity"),
        (PublicityClass.SECRET, PUBLIC, "secret"),
        (PublicityClass.PARTLY_SECRET, PUBLIC, "partly_secret"),
        (PublicityClass.NOT_PUBLISHED_ONLINE, PUBLIC, "not_published_online"),
    ],
)
def test_the_class_of_an_attachment_decides(classification: PublicityClass, policy: Policy, reason: str | None) -> None:
    redaction = attached(pdfs.pdf(), policy, publicity=classified(classification), title=f"Hakemus {CANARY}")

    assert shown(redaction).reason == reason
    assert reason is None or f"redaction.attachment_{reason}" in catalog("fi")
    assert bool(redaction.files) is (reason is None)
    assert (CANARY in shown(redaction).title) is (reason is None)


def test_a_marker_in_the_title_keeps_file_and_title_inside() -> None:
    redaction = attached(
        pdfs.pdf(), title=f"{CANARY} (salassa pidettävä, JulkL 24 § 1 mom. 20 k)", publicity=classified(PublicityClass.UNMARKED)
    )

    assert (shown(redaction).title, shown(redaction).ground) == ("Liite, jota ei julkaista", "julkl-24-1-20")


def test_an_unmarked_attachment_of_a_partly_secret_item_stays_inside() -> None:
    attachment = Attachment(title="Suunnitelma", file="a.pdf")
    partly = item(
        section("Alku."),
        section("Salassa pidettävä", "Teksti."),
        attachments=(attachment,),
        publicity=classified(PublicityClass.PARTLY_SECRET),
    )

    assert shown(redacted(partly, files={"a.pdf": pdfs.pdf()})).reason == "unmarked"


def test_an_attachment_that_stays_inside_is_told_and_counted() -> None:
    redaction = attached(pdfs.with_script())

    assert [(m.code, m.where) for m in redaction.messages] == [
        ("redaction.attachment_scripts", "satamajaosto/2026-09-14/1: attachments/1")
    ]
    assert redaction.withheld == {"attachment_scripts": 1}


def test_an_attachment_that_is_only_named_is_no_loss_of_ours() -> None:
    redaction = attached(None, file=None)

    assert (shown(redaction).reason, redaction.messages) == ("not_in_export", ())


def test_an_attachment_that_repeats_what_its_meeting_withholds_stays_inside() -> None:
    words = "Vuokralainen on jättänyt vuokransa maksamatta koko kevään ajan eikä vastaa"
    secret = item(section(words), order=2, publicity=classified(PublicityClass.SECRET))
    attachment = Attachment(title="Yhteenveto", file="a.pdf", publicity=classified(PublicityClass.PUBLIC))
    public = item(section("Teksti."), attachments=(attachment,))
    redaction = redacted(public, secret, files={"a.pdf": pdfs.pdf(f"Lista:\n{words}")})

    assert (shown_first(redaction).reason, redaction.files) == ("repeats_withheld", {})
    assert shown_first(redaction).title == "Liite, jota ei julkaista"


@pytest.mark.parametrize(
    ("title", "goes_out"),
    [("Esityslista", False), ("Oikaisuvaatimusohje", True), ("Besvärsanvisning", True), ("Valitus 4.5.2026", False)],
)
def test_a_file_of_the_whole_meeting_is_no_more_public_than_its_items(title: str, *, goes_out: bool) -> None:
    secret = item(section("Teksti."), title="Vuokra-asia", publicity=classified(PublicityClass.SECRET))
    attachment = Attachment(title=title, file="a.pdf")

    assert bool(redacted(secret, attachments=(attachment,), files={"a.pdf": pdfs.pdf()}).files) is goes_out
    assert redacted(item(section("Teksti.")), attachments=(attachment,), files={"a.pdf": pdfs.pdf()}).files


def test_an_unmarked_attachment_beside_a_marked_passage_stays_inside() -> None:
    attachment = Attachment(title="Suunnitelma", file="a.pdf")
    partly = item(section("Alku."), section("Salassa pidettävä", "Teksti."), attachments=(attachment,))

    assert shown(redacted(partly, files={"a.pdf": pdfs.pdf()})).reason == "unmarked"


def shown_first(redaction: Redaction) -> PublicAttachment:
    first = redaction.meeting.items[0]
    assert isinstance(first, PublicItem)
    return first.attachments[0]
