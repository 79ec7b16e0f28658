"""The files of what stays as last published are carried over from the old site: nobody else has their bytes."""

import hashlib
import shutil
from pathlib import Path

from msgspec.structs import replace

from generator.model.redacted import PublicAttachment, PublicFile, PublicItem, PublicRecording, RedactedMeeting, ShownItem

LOST = "lost"
PICTURE = "image/"


def carry(meeting: RedactedMeeting, site: Path, staging: Path) -> RedactedMeeting:
    """Copy the files of *meeting* from *site* to *staging*, and return it without those that are not there any more."""

    def attachment(shown: PublicAttachment) -> PublicAttachment:
        if shown.file is None or _copied(shown.file, site, staging):
            return shown
        if shown.text and not shown.file.media_type.startswith(PICTURE):
            return replace(shown, file=None, text=replace(shown.text, original=LOST))
        return replace(shown, file=None, text=None, reason=LOST)

    def item(shown: ShownItem) -> ShownItem:
        if not isinstance(shown, PublicItem):
            return shown
        return replace(shown, attachments=tuple(attachment(a) for a in shown.attachments))

    return replace(
        meeting,
        items=tuple(item(i) for i in meeting.items),
        attachments=tuple(attachment(a) for a in meeting.attachments),
        recording=_recording(meeting.recording, site, staging),
    )


def _recording(shown: PublicRecording | None, site: Path, staging: Path) -> PublicRecording | None:
    if shown is None or shown.file is None or _copied(shown.file, site, staging):
        return shown
    return None


def _copied(file: PublicFile, site: Path, staging: Path) -> bool:
    source, target = site / file.path, staging / file.path
    if _holds(target, file):
        return True  # of an item that goes out as it now is, beside one that keeps its last published version
    if target.exists() or not _holds(source, file):
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    return True


def _holds(path: Path, file: PublicFile) -> bool:
    """Tell whether *path* has the very bytes of *file*: after a crash the old site may hold others under its name."""
    if not path.is_file():
        return False
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest() == file.sha256
