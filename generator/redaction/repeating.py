"""Attachments that repeat what their own meeting withholds: they stay inside, so that the leak scan need not stop the rest."""

from msgspec.structs import replace

from generator.model.redacted import PublicAttachment, PublicItem, PublicText, RedactedMeeting, ShownItem
from generator.model.text import text
from generator.redaction.attachments import Files, constant_title, note_withheld
from generator.redaction.decoding import UnreadableError, texts
from generator.redaction.ledger import Spot
from generator.redaction.needles import needles, public_texts
from generator.redaction.sought import Index, reading

REASON = "repeats_withheld"


def without_repeating_files(meeting: RedactedMeeting, files: Files, spot: Spot) -> RedactedMeeting:
    """Return *meeting* without the attachments whose files or texts say what it, or a case of its, withholds.

    *files* lose them, too.
    """
    sought = needles(spot.ledger.secrets, meeting.id, public_texts(meeting))
    index = Index(sought)
    repeating = {path for path, content in files.out.items() if _is_found(content, index)} if sought else set()

    def attachment(shown: PublicAttachment, place: Spot) -> PublicAttachment:
        is_said = shown.text and (_is_said(shown.text, index) or spot.withheld.repeats(text(shown.text.blocks)))
        if not is_said and not (shown.file and shown.file.path in repeating):
            return shown
        if shown.file:
            del files.out[shown.file.path]
        note_withheld(REASON, None, place)
        return PublicAttachment(title=constant_title(place), supporting=shown.supporting, reason=REASON)

    def attachments(shown: tuple[PublicAttachment, ...], own: Spot) -> tuple[PublicAttachment, ...]:
        return tuple(attachment(a, own.at(f"attachments/{n}")) for n, a in enumerate(shown, 1))

    def item(shown: ShownItem) -> ShownItem:
        if not isinstance(shown, PublicItem):
            return shown
        return replace(
            shown, attachments=attachments(shown.attachments, spot._replace(subject=shown.id, language=shown.language))
        )

    return replace(meeting, items=tuple(map(item, meeting.items)), attachments=attachments(meeting.attachments, spot))


def _is_said(shown: PublicText, index: Index) -> bool:
    return any(True for _ in index.found(reading(text(shown.blocks))))


def _is_found(content: bytes, index: Index) -> bool:
    try:
        return any(True for each in texts(content) for _ in index.found(reading(each)))
    except UnreadableError:
        return True
