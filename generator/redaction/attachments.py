"""Attachments as shown: cleaned copies of public PDF files, and a constant title and a reason for every other."""

import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from generator.errors import ExportError
from generator.messages import sentence
from generator.model.attachment import Attachment
from generator.model.message import Level
from generator.model.publicity import Publicity
from generator.model.redacted import PublicAttachment, PublicFile
from generator.redaction.attachment_publicity import attachment_ground, attachment_reason
from generator.redaction.ledger import Kind, LedgerEntry, Spot
from generator.redaction.masking import CONTACTS, IDENTIFIERS, masked_text
from generator.redaction.pdf import UnpublishableError, pages, rewritten, spoken_texts
from generator.redaction.policy import Policy
from generator.redaction.structure import is_marker, mentions_secrecy

Reader = Callable[[str], bytes]
PDF = "application/pdf"
# "Oikaisuvaatimusohje", "Muutoksenhakukielto", "Besvärsanvisning": these say nothing of any matter.
APPEAL = re.compile(
    r"""(?:muutoksenhaku|oikaisuvaatimus|(?:kunnallis|hallinto)?valitus)\w*?(?:-\ ja\ valitus)?(?:ohje|osoitus|kielto)
    |(?:besvärs|rättelse|omprövnings)anvisning
    |anvisning\w*\ (?:om|för|i)\ (?:rättelse|besvär|omprövning|(?:sökande\ av\ )?ändring)""",
    re.VERBOSE | re.IGNORECASE,
)


class Files(NamedTuple):
    """Where bytes come from and go to: *read* gives a file of the export.

    *out* is {address in the site: bytes}, *copies* {address: file} of what is too large to be held in memory.
    """

    read: Reader
    out: dict[str, bytes]
    copies: dict[str, Path]

    def beside(self) -> "Files":
        """Return files from the same export, with nothing that goes out yet."""
        return Files(read=self.read, out={}, copies={})

    def take(self, other: "Files") -> None:
        """Add everything of *other* that goes out."""
        self.out.update(other.out)
        self.copies.update(other.copies)

    def publish(self, path: str, content: bytes, media_type: str) -> PublicFile:
        self.out[path] = content
        return PublicFile(path=path, media_type=media_type, size=len(content), sha256=sha256(content).hexdigest())


def public_attachments(
    attachments: tuple[Attachment, ...], owner: Publicity, policy: Policy, files: Files, spot: Spot
) -> tuple[PublicAttachment, ...]:
    """Return *attachments* as shown; what goes out is put into *files*, what does not is noted in the ledger."""
    return tuple(
        _withheld(attachment, reason, files, spot.at(f"attachments/{place}"))
        if (reason := attachment_reason(attachment, owner, policy))
        else _checked(attachment, place, files, spot.at(f"attachments/{place}"))
        for place, attachment in enumerate(attachments, 1)
    )


def is_appeal_instruction(attachment: Attachment) -> bool:
    return APPEAL.match(attachment.title) is not None


def keep_attachment_secret(attachment: Attachment, files: Files, spot: Spot) -> None:
    """Note title, file name and text of *attachment* as what must not be written."""
    spot.ledger.keep_secret("title", attachment.title)
    if attachment.file is None:
        return
    spot.ledger.keep_secret("file_name", attachment.file)
    if not _is_pdf(attachment.file):
        return
    try:
        words = "\n".join(page.text for page in pages(files.read(attachment.file)))
    except (UnpublishableError, ExportError):
        return  # what cannot be read cannot be quoted either; the file itself never goes out
    spot.ledger.keep_secret("passage", words)
    spot.ledger.keep_marks_secret(spot._replace(kinds=IDENTIFIERS).found(words), words, spot.subject)


def _withheld(attachment: Attachment, reason: str, files: Files, spot: Spot) -> PublicAttachment:
    """Return the mention of an attachment of which not even the title is shown."""
    ground = attachment_ground(attachment) if reason in {"secret", "not_published_online"} else None
    keep_attachment_secret(attachment, files, spot)
    note_withheld(reason, ground, spot)
    return PublicAttachment(title=constant_title(spot), supporting=attachment.supporting, reason=reason, ground=ground)


def _checked(attachment: Attachment, place: int, files: Files, spot: Spot) -> PublicAttachment:
    shown = PublicAttachment(
        title=masked_text(attachment.title, spot.at("title")),
        number=masked_text(attachment.number, spot._replace(field=None).at("number")) if attachment.number else None,
        supporting=attachment.supporting,
        language=attachment.language or spot.language,
    )
    try:
        content = _clean_copy(attachment, shown, files, spot)
    except UnpublishableError as doubt:
        note_withheld(doubt.reason, None, spot)
        return replace(shown, reason=doubt.reason)
    return replace(shown, file=files.publish(f"{spot.subject}/liite-{place}.pdf", content, PDF))


def _clean_copy(attachment: Attachment, shown: PublicAttachment, files: Files, spot: Spot) -> bytes:
    """Return the copy of *attachment* that may go out.

    Raises:
        UnpublishableError: there is none, with the reason.

    """
    if attachment.file is None:
        raise UnpublishableError("not_in_export")
    if not _is_pdf(attachment.file):
        raise UnpublishableError("type_not_published")
    try:
        content = files.read(attachment.file)
    except ExportError as error:
        raise UnpublishableError("unreadable") from error
    shown_pages = pages(content)
    if any(page.is_picture for page in shown_pages):
        raise UnpublishableError("no_text")
    if any(page.hides_text for page in shown_pages):
        raise UnpublishableError("hidden_text")
    words = "\n".join((*(page.text for page in shown_pages), *spoken_texts(content)))
    # Instructions for appeal must name the authority and how to reach it (K 143 §).
    kinds = IDENTIFIERS - CONTACTS if is_appeal_instruction(attachment) else IDENTIFIERS
    found = spot._replace(kinds=kinds).found(words)
    spot.ledger.keep_marks_secret(found, words, spot.subject)
    if found:
        raise UnpublishableError("personal_data")
    if is_marker(words) or mentions_secrecy(words):
        raise UnpublishableError("secrecy_marker")
    return rewritten(content, title=shown.title, language=shown.language or spot.language)


def constant_title(spot: Spot) -> str:
    """Return what an attachment is called of which not even the title is shown."""
    return sentence("redaction.attachment_without_title", {}, language=spot.language)


def note_withheld(reason: str, ground: str | None, spot: Spot) -> None:
    if reason == "not_in_export":
        return  # nothing was withheld: the bytes never came
    spot.ledger.add(LedgerEntry(subject=spot.subject, kind=Kind.ATTACHMENT, place=spot.place, ground=ground, reason=reason))
    spot.ledger.tell(Level.WARNING, f"redaction.attachment_{reason}", f"{spot.subject}: {spot.place}")


def _is_pdf(name: str) -> bool:
    return name.casefold().endswith(".pdf")
