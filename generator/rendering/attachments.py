"""Attachments as a list says them: title, type, size and language in the link, or the reason why there is none."""

import re
from collections.abc import Iterable

import msgspec

from generator.model.redacted import PublicAttachment
from generator.rendering.labels import Label, other
from generator.rendering.site import Site
from generator.rendering.words import Words

# A title that is a file's name: the type is told beside it.
ENDING = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|odt|rtf)$", re.IGNORECASE)


class AttachmentView(msgspec.Struct, frozen=True, kw_only=True):
    """*path* is from the root of the site, or empty where there is no file and *reason* says why.

    *address* is what is written on paper: the whole address, where the site knows its own.
    """

    title: Label
    number: str
    path: str
    address: str
    details: str
    reason: str


def views(attachments: Iterable[PublicAttachment], t: Words, site: Site, *, supporting: bool) -> tuple[AttachmentView, ...]:
    return tuple(_view(attachment, t, site) for attachment in attachments if attachment.supporting is supporting)


def _view(attachment: PublicAttachment, t: Words, site: Site) -> AttachmentView:
    number = attachment.number or ""
    path = attachment.file.path if attachment.file else ""
    return AttachmentView(
        title=Label(ENDING.sub("", attachment.title), other(attachment.language, t.language) if attachment.language else None),
        number=t("pages.attachment_number", number=number) if number.isdigit() else number,
        path=path,
        address=f"{site.url.rstrip('/')}/{path}".lstrip("/") if path else "",
        details=_details(attachment, t),
        reason="" if attachment.file else _reason(attachment, t),
    )


def _details(attachment: PublicAttachment, t: Words) -> str:
    file = attachment.file
    language = t.in_language(attachment.language) if attachment.language else ""
    return ", ".join(part for part in (file and t.file_type(file.media_type), file and t.size(file.size), language) if part)


def _reason(attachment: PublicAttachment, t: Words) -> str:
    ground = t(f"grounds.{attachment.ground}_short") if attachment.ground else ""
    code = f"rendering.no_file_{attachment.reason}"
    reason = t(code if code in t else "rendering.no_file_other")
    return f"{reason}: {ground}" if ground else reason
