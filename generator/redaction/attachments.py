"""Attachments as shown: their text with masks, and a clean copy where nothing is masked; or a title and the reason why not."""

import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from generator.messages import sentence
from generator.model.attachment import Attachment, Reading
from generator.model.decision import Subject, Verdict
from generator.model.message import Level
from generator.model.publicity import Publicity, PublicityClass
from generator.model.redacted import PublicAttachment, PublicFile, PublicText
from generator.model.text import Block, text
from generator.redaction.attachment_publicity import attachment_ground, attachment_reason
from generator.redaction.ledger import Kind, Ledger, LedgerEntry, Noted, Spot
from generator.redaction.masking import CONTACTS, IDENTIFIERS, is_code_parted, masked_blocks, masked_text
from generator.redaction.named import NOBODY
from generator.redaction.pdf import titled
from generator.redaction.policy import Policy
from generator.redaction.structure import is_marker, mentions_secrecy

Reader = Callable[[str], bytes]
PDF = "application/pdf"
# What a person may let out although no recognizer reads it: pixels.
PICTURE = "image"
UNREAD = frozenset({"no_text", "picture"})
# The ending of a copy's name in the site.
ENDINGS = {
    PDF: "pdf", "text/plain": "txt", "text/csv": "csv", "text/vtt": "vtt", "image/png": "png", "image/jpeg": "jpg",
}  # fmt: skip
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

    def publish(self, path: str, content: bytes, reading: Reading) -> PublicFile:
        """Let *content*, a copy of what *reading* tells of, go out at *path*."""
        self.out[path] = content
        return PublicFile(
            path=path,
            media_type=reading.media_type,
            size=len(content),
            sha256=sha256(content).hexdigest(),
            pages=reading.pages,
            is_tagged=reading.is_tagged,
        )


def public_attachments(
    attachments: tuple[Attachment, ...], owner: Publicity, policy: Policy, files: Files, spot: Spot
) -> tuple[PublicAttachment, ...]:
    """Return *attachments* as shown; what goes out is put into *files*, what does not is noted in the ledger."""
    return tuple(
        _withheld(attachment, reason, spot.at(f"attachments/{place}"))
        if (reason := attachment_reason(attachment, owner, policy))
        else _checked(attachment, f"{spot.subject}/liite-{place}", files, spot.at(f"attachments/{place}"))
        for place, attachment in enumerate(attachments, 1)
    )


def is_appeal_instruction(attachment: Attachment) -> bool:
    return APPEAL.match(attachment.title) is not None


def keep_attachment_secret(attachment: Attachment, spot: Spot) -> None:
    """Note title, file name and text of *attachment* as what must not be written."""
    spot.ledger.keep_secret("title", attachment.title)
    if attachment.file is None:
        return
    spot.ledger.keep_secret("file_name", attachment.file)
    _keep_text_secret(attachment, spot)


def _keep_text_secret(attachment: Attachment, spot: Spot) -> None:
    if attachment.reading is None:
        return  # what cannot be read cannot be quoted either; the file itself never goes out
    words = text(attachment.reading.blocks)
    spot.ledger.keep_secret("passage", words)
    spot.ledger.keep_marks_secret(spot._replace(kinds=IDENTIFIERS).found(words), words, spot.subject)


def _withheld(attachment: Attachment, reason: str, spot: Spot) -> PublicAttachment:
    """Return the mention of an attachment of which not even the title is shown."""
    ground = attachment_ground(attachment) if reason in {"secret", "not_published_online"} else None
    keep_attachment_secret(attachment, spot)
    note_withheld(reason, ground, spot)
    return PublicAttachment(title=constant_title(spot), supporting=attachment.supporting, reason=reason, ground=ground)


def _checked(attachment: Attachment, name: str, files: Files, spot: Spot) -> PublicAttachment:
    """Return *attachment* as shown, with its page and its copy at addresses that begin with *name*."""
    reading = attachment.reading
    shown = PublicAttachment(
        title=masked_text(attachment.title, spot.at("title")),
        number=masked_text(attachment.number, spot._replace(field=None).at("number")) if attachment.number else None,
        supporting=attachment.supporting,
        language=(reading and reading.language) or attachment.language or spot.language,
    )
    if attachment.file is None or reading is None:
        return _without_text(shown, "not_in_export" if attachment.file is None else "unreadable", spot)
    reason = _reason_of_file(attachment, reading, spot)
    if reason:
        return _without_text(shown, reason, spot)
    own = spot._replace(ledger=Ledger(), language=shown.language or spot.language, named=NOBODY, kinds=_kinds(attachment))
    blocks = masked_blocks(reading.blocks, own.at("text"))
    if own.ledger.is_any_waiting:
        spot.ledger.take_doubts_of_file(own.ledger.doubts)
        _keep_text_secret(attachment, spot)
        return _without_text(shown, "doubtful", spot)
    spot.ledger.take(own.ledger)
    original = _reason_of_original(reading, blocks, spot)
    shown_text = PublicText(
        id=name,
        media_type=reading.media_type,
        blocks=blocks,
        original=original,
        left_out=reading.left_out,
        undescribed=reading.undescribed,
        is_machine_read=reading.is_machine_read,
    )
    if original or reading.copy is None:
        spot.ledger.tell(Level.INFO, f"redaction.original_{original}", f"{spot.subject}: {spot.place}")
        return replace(shown, text=shown_text)
    copy = titled(reading.copy, shown.title) if reading.media_type == PDF else reading.copy
    file = files.publish(f"{name}.{ENDINGS[reading.media_type]}", copy, reading)
    return replace(shown, text=shown_text, file=file)


def _reason_of_file(attachment: Attachment, reading: Reading, spot: Spot) -> str | None:
    """Return why nothing of the file is shown, or None."""
    problem = reading.problem
    if problem is None and not reading.blocks:
        problem = "picture" if reading.format == PICTURE else "no_text"
    if problem == "picture" and attachment.publicity.classification is PublicityClass.PUBLIC:
        problem = None  # the source itself says so of these very pixels
    if problem in UNREAD and reading.copy is not None:
        problem = None if _is_let_out(attachment, reading.digest, f"redaction.attachment_{problem}", spot) else problem
    if problem:
        return problem
    words = text(reading.blocks)
    if is_marker(words) or mentions_secrecy(words):
        _keep_text_secret(attachment, spot)
        return "secrecy_marker"
    if is_code_parted(reading.blocks):
        _keep_text_secret(attachment, spot)
        return "personal_data"
    # A machine that reads a picture may misread a name, and no recognizer finds a misread name.
    read_so = f"{reading.digest}\n{words}"
    if reading.is_machine_read and not _is_let_out(attachment, read_so, "redaction.attachment_machine_read", spot, words):
        _keep_text_secret(attachment, spot)
        return "machine_read"
    return None


def _is_let_out(attachment: Attachment, content: str, code: str, spot: Spot, words: str = "") -> bool:
    """Tell whether a person has let out this very *content*; otherwise it waits for one, who sees *words*."""
    doubt = spot.matter.doubt(Subject.ATTACHMENT, code, attachment.title, content)
    shown = "\n".join(filter(None, (attachment.title, attachment.file, words)))
    noted = Noted(replace(doubt, place=spot.place), shown)
    spot.ledger.take_doubts_of_file({doubt.fingerprint: noted})
    return doubt.verdict is Verdict.APPROVE


def _kinds(attachment: Attachment) -> frozenset[str]:
    # Instructions for appeal must name the authority and how to reach it (K 143 §).
    return IDENTIFIERS - CONTACTS if is_appeal_instruction(attachment) else IDENTIFIERS


def _reason_of_original(reading: Reading, blocks: tuple[Block, ...], spot: Spot) -> str | None:
    """Return why the original stays inside although its text goes out, or None."""
    found = spot._replace(kinds=IDENTIFIERS).found(reading.spoken)
    spot.ledger.keep_marks_secret(found, reading.spoken, spot.subject)
    if found or blocks != reading.blocks:
        return "masked"
    for reason in ("scan", "hidden_text", "picture_data", "files", "markup"):
        if reason in reading.hidden:
            return reason
    return "office" if reading.hidden or reading.copy is None else None


def _without_text(shown: PublicAttachment, reason: str, spot: Spot) -> PublicAttachment:
    note_withheld(reason, None, spot)
    return replace(shown, reason=reason)


def constant_title(spot: Spot) -> str:
    """Return what an attachment is called of which not even the title is shown."""
    return sentence("redaction.attachment_without_title", {}, language=spot.language)


def note_withheld(reason: str, ground: str | None, spot: Spot) -> None:
    if reason == "not_in_export":
        return  # nothing was withheld: the bytes never came
    spot.ledger.add(LedgerEntry(subject=spot.subject, kind=Kind.ATTACHMENT, place=spot.place, ground=ground, reason=reason))
    spot.ledger.tell(Level.WARNING, f"redaction.attachment_{reason}", f"{spot.subject}: {spot.place}")
