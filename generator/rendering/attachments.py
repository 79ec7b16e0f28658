"""Attachments as a list says them: the way to their text; the original with type, size and language, or why there is none."""

import re
from collections.abc import Iterable

import msgspec

from generator.model.redacted import PublicAttachment
from generator.rendering import urls
from generator.rendering.labels import Label, other
from generator.rendering.site import Site
from generator.rendering.words import Words

# A title that is a file's name: the type is told beside it.
ENDING = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|txt|csv|html?|vtt|zip|png|jpe?g|gif|tiff?|webp|bmp)$", re.IGNORECASE
)


class AttachmentView(msgspec.Struct, frozen=True, kw_only=True):
    """*page* is the text's and *path* the file's, from the root of the site; empty where there is none, and *reason* says why.

    *hreflang* is the language of the text where that is not the page's. *address* is what is written on paper: the whole
    address, where the site knows its own. *accessibility* tells how a screen reader copes with the file.
    """

    title: Label
    number: str
    page: str
    hreflang: str | None
    path: str
    address: str
    type: str
    details: str
    accessibility: str
    reason: str


def views(attachments: Iterable[PublicAttachment], t: Words, site: Site, *, supporting: bool) -> tuple[AttachmentView, ...]:
    return tuple(view(attachment, t, site) for attachment in attachments if attachment.supporting is supporting)


def is_picture(attachment: PublicAttachment) -> bool:
    return attachment.file is not None and attachment.file.media_type.startswith("image/")


def view(attachment: PublicAttachment, t: Words, site: Site) -> AttachmentView:
    """Return *attachment* as it is said in the words of *t*."""
    number = attachment.number or ""
    path = attachment.file.path if attachment.file else ""
    return AttachmentView(
        title=Label(ENDING.sub("", attachment.title), other(attachment.language, t.language) if attachment.language else None),
        number=t("pages.attachment_number", number=number) if number.isdigit() else number,
        page=urls.attachment(attachment, site) if attachment.text else "",
        hreflang=other(attachment.language, t.language) if attachment.text else None,
        path=path,
        address=f"{site.url.rstrip('/')}/{path}".lstrip("/") if path else "",
        type=t.file_type(attachment.file.media_type) if attachment.file else "",
        details=_details(attachment, t),
        accessibility=_accessibility(attachment, t),
        reason="" if attachment.file or attachment.text else _reason(attachment, t),
    )


def _details(attachment: PublicAttachment, t: Words) -> str:
    file = attachment.file
    language = t.in_language(attachment.language) if attachment.language else ""
    return ", ".join(part for part in (file and t.file_type(file.media_type), file and t.size(file.size), language) if part)


def _accessibility(attachment: PublicAttachment, t: Words) -> str:
    """Return how a screen reader copes with the file, where that is known."""
    if attachment.file is None or attachment.file.is_tagged is None:
        return ""
    return t("pages.attachment_tagged") if attachment.file.is_tagged else t("pages.attachment_untagged")


def _reason(attachment: PublicAttachment, t: Words) -> str:
    ground = t(f"grounds.{attachment.ground}_short") if attachment.ground else ""
    code = f"rendering.no_file_{attachment.reason}"
    reason = t(code if code in t else "rendering.no_file_other")
    return f"{reason}: {ground}" if ground else reason
