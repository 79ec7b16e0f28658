"""A recording beside an export: a small TOML file names the meeting, the video and its captions, and the items' moments.

organization = "Kaupunginvaltuusto"
date = 2026-09-28
file = "valtuusto.webm"          # or link = "https://…"
captions = [{ file = "valtuusto.fi.vtt", language = "fi" }]
cut = ["49"]                      # items whose handling was cut out of the recording
[moments]
"45" = "0:41:10"                  # item number = time from the start of the recording
"""

import hashlib
import re
import tomllib
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Literal

import msgspec
from msgspec.structs import replace

from accessibility_rules import media_length
from generator.errors import ExportError
from generator.media import belonging, captions
from generator.model.attachment import CaptionTrack, Cue, Recording
from generator.model.meeting import Meeting
from generator.model.message import Level, Message

MAX_DESCRIPTION = 2**20
MAX_CAPTIONS = 20 * 2**20
VIDEO_TYPES = {".mp4": "video/mp4", ".webm": "video/webm", ".mp3": "audio/mpeg"}
ITEM_NUMBER = re.compile(r"\d{1,6}(?:\s?[a-zåäö])?", re.IGNORECASE)
TIME = re.compile(r"(?:(?P<hours>\d{1,2}):)?(?P<minutes>\d{1,2}):(?P<seconds>\d{2})")


class CaptionsFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    file: str
    language: Literal["fi", "sv", "en"]


class RecordingFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the TOML file holds."""

    organization: str
    date: date
    file: str | None = None
    link: str | None = None
    captions: tuple[CaptionsFile, ...] = ()
    cut: tuple[str, ...] = ()
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
        except (OSError, ValueError):  # a file beside it that may not be read, or a name that no file can have
            messages.append(Message(level=Level.ERROR, code="media.recording_unreadable", where=path.name))
    return _without_shared(found, messages)


def read(path: Path) -> FoundRecording:
    """Return the recording that *path* describes.

    Raises:
        ExportError: the file is not as it should be, or a file that it names is missing, of another kind or elsewhere.
    """
    try:
        content = _content(path, MAX_DESCRIPTION, "media.recording_unreadable")
        described = msgspec.convert(tomllib.loads(content.decode()), RecordingFile)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ExportError("media.recording_unreadable", where=path.name) from error
    if bool(described.file) == bool(described.link):
        raise ExportError("media.recording_file_or_link", where=path.name)
    if described.link and not described.link.startswith("https://"):
        raise ExportError("media.recording_link_not_https", where=path.name)
    if len({c.language for c in described.captions}) < len(described.captions):
        raise ExportError("media.recording_captions_twice", where=path.name)
    if any(number in described.moments for number in described.cut):
        raise ExportError("media.recording_cut_with_moment", where=path.name)
    video = _beside(path, described.file) if described.file else None
    moments = sorted(((number, _seconds(time, path)) for number, time in described.moments.items()), key=lambda m: (m[1], m[0]))
    length = media_length.seconds(video) if video else None
    tracks = tuple(_captions(_beside(path, c.file), c.language, described.date, moments, length) for c in described.captions)
    recording = Recording(link=described.link, captions=tracks, moments=tuple(moments), cut=described.cut)
    if video:
        recording = _with_file(recording, video)
    return FoundRecording(organization=described.organization, day=described.date, where=path.name, recording=recording)


def attach(
    meetings: Iterable[Meeting], recordings: Iterable[FoundRecording]
) -> tuple[tuple[Meeting, ...], tuple[Message, ...]]:
    """Return *meetings* with their recordings, and a message for each recording whose meeting is not among them."""
    by_meeting: dict[tuple[str, date], FoundRecording] = {}
    attached: list[Meeting] = []
    messages: list[Message] = []
    for recording in recordings:
        first = by_meeting.setdefault((recording.organization.casefold(), recording.day), recording)
        if first is not recording:
            messages.append(Message(level=Level.ERROR, code="media.recording_twice", where=recording.where))
    for meeting in meetings:
        found = by_meeting.pop((meeting.organization.name.casefold(), meeting.day), None)
        if found and _is_of_another(meeting, found.recording):
            messages.append(Message(level=Level.ERROR, code="media.captions_of_other_items", where=found.where))
            found = None
        attached.append(replace(meeting, recording=found.recording) if found else meeting)
        messages += _unknown_moments(meeting, found) if found else []
    for left in by_meeting.values():
        messages.append(Message(level=Level.ERROR, code="media.recording_without_meeting", where=left.where))
    return tuple(attached), tuple(messages)


def _unknown_moments(meeting: Meeting, found: FoundRecording) -> list[Message]:
    numbers = {item.number for item in meeting.items}
    unknown = [number for number, _ in found.recording.moments if number not in numbers]
    return [
        Message(level=Level.WARNING, code="media.moment_without_item", where=found.where, arguments={"number": _told(number)})
        for number in unknown
    ]


def _told(number: str) -> str:
    """Return *number* if it can be an item's: what else stands there may be words that no message repeats."""
    return number if ITEM_NUMBER.fullmatch(number) else "?"


def _is_of_another(meeting: Meeting, recording: Recording) -> bool:
    numbers = [item.number for item in meeting.items]
    return any(belonging.speaks_of_other_items(track, numbers) for track in recording.captions)


def _without_shared(
    found: list[FoundRecording], messages: list[Message]
) -> tuple[tuple[FoundRecording, ...], tuple[Message, ...]]:
    """Set aside recordings of different meetings that have the same captions: one of them has another's."""
    by_cues: dict[tuple[Cue, ...], dict[str, FoundRecording]] = {}
    for one in found:
        for track in one.recording.captions:
            by_cues.setdefault(track.cues, {})[one.where] = one
    shared = [tuple(owners) for owners in by_cues.values() if len({(o.organization, o.day) for o in owners.values()}) > 1]
    told = [
        Message(level=Level.ERROR, code="media.captions_shared", where=second, arguments={"other": first})
        for first, second, *_ in shared
    ]
    aside = {where for owners in shared for where in owners}
    return tuple(one for one in found if one.where not in aside), (*messages, *told)


def _captions(path: Path, language: str, day: date, moments: list[tuple[str, int]], length: float | None) -> CaptionTrack:
    """Return the captions in *path*, unless they are those of another meeting.

    Raises:
        ExportError: they are, or cannot be read.
    """
    content = _content(path, MAX_CAPTIONS, "media.captions_too_large")
    track = captions.read(content, language=language, where=path.name)
    if belonging.is_named_for_another_day(path.name, captions.text_of(content, path.name), day):
        raise ExportError("media.captions_of_other_day", where=path.name)
    if belonging.goes_on_after(track, length):
        raise ExportError("media.captions_go_on", where=path.name)
    if belonging.ends_before(track, moments):
        raise ExportError("media.captions_end_early", where=path.name)
    return track


def _content(path: Path, most: int, too_large: str) -> bytes:
    try:
        if path.is_symlink():
            raise ExportError("importers.not_a_file", where=path.name)
        if path.stat().st_size > most:
            raise ExportError(too_large, where=path.name)
        return path.read_bytes()
    except OSError as error:
        raise ExportError("importers.file_unreadable", where=path.name) from error


def _with_file(recording: Recording, path: Path) -> Recording:
    if path.suffix.casefold() not in VIDEO_TYPES:
        raise ExportError("media.recording_type", where=path.name, known=", ".join(VIDEO_TYPES))
    try:
        before = path.stat()
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        after = path.stat()
    except OSError as error:
        raise ExportError("importers.file_unreadable", where=path.name) from error
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise ExportError("media.recording_changed", where=path.name)
    return replace(
        recording,
        file=str(path),
        media_type=VIDEO_TYPES[path.suffix.casefold()],
        size=after.st_size,
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
