"""A recording beside an export: a small TOML file names the meeting, the video and its captions, and the items' moments.

organization = "Kaupunginvaltuusto"
date = 2026-09-28
file = "valtuusto.webm"          # or link = "https://…"
captions = [{ file = "valtuusto.fi.vtt", language = "fi" }]
[moments]
"45" = "0:41:10"                  # item number = time from the start of the recording
"""

import hashlib
import re
import tomllib
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import msgspec
from msgspec.structs import replace

from generator.errors import ExportError
from generator.media import captions
from generator.model.attachment import Recording
from generator.model.meeting import Meeting
from generator.model.message import Level, Message

VIDEO_TYPES = {".mp4": "video/mp4", ".webm": "video/webm", ".mp3": "audio/mpeg"}
TIME = re.compile(r"(?:(?P<hours>\d{1,2}):)?(?P<minutes>\d{1,2}):(?P<seconds>\d{2})")


class CaptionsFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    file: str
    language: str


class RecordingFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the TOML file holds."""

    organization: str
    date: date
    file: str | None = None
    link: str | None = None
    captions: tuple[CaptionsFile, ...] = ()
    moments: dict[str, str] = {}


class FoundRecording(msgspec.Struct, frozen=True, kw_only=True):
    """A recording and the meeting that it says it is of; *where* names its TOML file."""

    organization: str
    day: date
    where: str
    recording: Recording


def find(root: Path) -> tuple[tuple[FoundRecording, ...], tuple[Message, ...]]:
    """Return every recording described by a TOML file at or under *root*, and messages on those that cannot be used."""
    found: list[FoundRecording] = []
    messages: list[Message] = []
    for path in sorted(root.rglob("*.toml")) if root.is_dir() else ():
        try:
            found.append(read(path))
        except ExportError as error:
            messages.append(_message(error))
    return tuple(found), tuple(messages)


def read(path: Path) -> FoundRecording:
    """Return the recording that *path* describes.

    Raises:
        ExportError: the file is not as it should be, or a file that it names is missing, of another kind or elsewhere.
    """
    try:
        described = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), RecordingFile)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ExportError("media.recording_unreadable", where=path.name) from error
    if bool(described.file) == bool(described.link):
        raise ExportError("media.recording_file_or_link", where=path.name)
    if described.link and not described.link.startswith("https://"):
        raise ExportError("media.recording_link_not_https", where=path.name)
    tracks = tuple(
        captions.read(_beside(path, c.file).read_bytes(), language=c.language, where=c.file) for c in described.captions
    )
    moments = sorted(((number, _seconds(time, path)) for number, time in described.moments.items()), key=lambda m: (m[1], m[0]))
    recording = Recording(link=described.link, captions=tracks, moments=tuple(moments))
    if described.file:
        recording = _with_file(recording, _beside(path, described.file))
    return FoundRecording(organization=described.organization, day=described.date, where=path.name, recording=recording)


def attach(
    meetings: Iterable[Meeting], recordings: Iterable[FoundRecording]
) -> tuple[tuple[Meeting, ...], tuple[Message, ...]]:
    """Return *meetings* with their recordings, and a message for each recording whose meeting is not among them."""
    by_meeting = {(r.organization.casefold(), r.day): r for r in recordings}
    attached: list[Meeting] = []
    messages: list[Message] = []
    for meeting in meetings:
        found = by_meeting.pop((meeting.organization.name.casefold(), meeting.day), None)
        attached.append(replace(meeting, recording=found.recording) if found else meeting)
        messages += _unknown_moments(meeting, found) if found else []
    for left in by_meeting.values():
        messages.append(Message(level=Level.ERROR, code="media.recording_without_meeting", where=left.where))
    return tuple(attached), tuple(messages)


def _unknown_moments(meeting: Meeting, found: FoundRecording) -> list[Message]:
    numbers = {item.number for item in meeting.items}
    unknown = [number for number, _ in found.recording.moments if number not in numbers]
    return [
        Message(level=Level.WARNING, code="media.moment_without_item", where=found.where, arguments={"number": number})
        for number in unknown
    ]


def _with_file(recording: Recording, path: Path) -> Recording:
    if path.suffix.casefold() not in VIDEO_TYPES:
        raise ExportError("media.recording_type", where=path.name, known=", ".join(VIDEO_TYPES))
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return replace(
        recording,
        file=str(path),
        media_type=VIDEO_TYPES[path.suffix.casefold()],
        size=path.stat().st_size,
        sha256=digest,
    )


def _beside(toml: Path, name: str) -> Path:
    path = toml.parent / name
    if Path(name).name != name or path.is_symlink() or not path.is_file():
        raise ExportError("media.recording_file_missing", where=toml.name, file=name)
    return path


def _seconds(time: str, path: Path) -> int:
    found = TIME.fullmatch(time)
    if not found:
        raise ExportError("media.recording_time", where=path.name)
    return int(found["hours"] or 0) * 3600 + int(found["minutes"]) * 60 + int(found["seconds"])


def _message(error: ExportError) -> Message:
    return Message(level=Level.ERROR, code=error.code, where=error.where, arguments=error.arguments)
