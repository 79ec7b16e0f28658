"""The recording of a meeting and its captions, without what was said while something secret was handled."""

from collections.abc import Iterator

from generator.errors import ExportError
from generator.messages import sentence
from generator.model.attachment import CaptionTrack, Recording
from generator.model.message import Level
from generator.model.redacted import (
    HeldItem,
    PublicCaptions,
    PublicCue,
    PublicFile,
    PublicItem,
    PublicRecording,
    SecretItem,
    ShownItem,
)
from generator.redaction.attachments import Files
from generator.redaction.ledger import Kind, LedgerEntry, Spot
from generator.redaction.recognizers import marks

MEDIA_TYPES = {
    "mp4": "video/mp4",
    "m4v": "video/mp4",
    "webm": "video/webm",
    "ogv": "video/ogg",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "ogg": "audio/ogg",
}
Interval = tuple[float, float]  # milliseconds


def public_recording(recording: Recording, items: tuple[ShownItem, ...], files: Files, spot: Spot) -> PublicRecording | None:
    """Return what of *recording* may go out, or None.

    A meeting with something secret keeps its file inside, since a voice cannot be masked; if nobody knows when the secret
    was spoken of, its captions stay inside too.
    """
    closed = [item for item in items if isinstance(item, SecretItem | HeldItem)]
    starts = dict(recording.moments)
    if any(item.number is None or item.number not in starts for item in closed):
        _note("recording_without_moments", spot)
        return None
    intervals = tuple(_interval(recording, str(item.number)) for item in closed)
    if closed and recording.file:
        _note("recording_of_secret", spot)
    file = None if closed else _file(recording, files, spot)
    if file is None and recording.link is None:
        return None
    return PublicRecording(
        file=file,
        link=recording.link,
        captions=tuple(_captions(track, intervals, spot.at(f"captions/{track.language}")) for track in recording.captions),
    )


def moments(recording: Recording, items: tuple[ShownItem, ...]) -> dict[str, int]:
    """Return {id: seconds from the start} of the items that are shown."""
    starts = dict(recording.moments)
    return {i.id: starts[i.number] for i in items if isinstance(i, PublicItem) and i.number is not None and i.number in starts}


def _interval(recording: Recording, number: str) -> Interval:
    start = dict(recording.moments)[number]
    later = [moment for _, moment in recording.moments if moment > start]
    return start * 1000, min(later, default=float("inf")) * 1000


def _file(recording: Recording, files: Files, spot: Spot) -> PublicFile | None:
    if recording.file is None:
        return None
    ending = recording.file.rpartition(".")[2].casefold()
    if ending not in MEDIA_TYPES:
        _note("recording_type", spot)
        return None
    try:
        content = files.read(recording.file)
    except ExportError as error:
        spot.ledger.tell(Level.WARNING, error.code, error.where or spot.subject, **error.arguments)
        return None
    return files.publish(f"{spot.subject}/tallenne.{ending}", content, MEDIA_TYPES[ending])


def _captions(track: CaptionTrack, closed: tuple[Interval, ...], spot: Spot) -> PublicCaptions:
    return PublicCaptions(
        language=track.language,
        path=f"{spot.subject}/tekstitys-{track.language}.vtt",
        cues=tuple(_cues(track, closed, spot)),
    )


def _cues(track: CaptionTrack, closed: tuple[Interval, ...], spot: Spot) -> Iterator[PublicCue]:
    """Yield what is left of the captions of *track*; a number that is split between two captions is found all the same."""
    whole = "\n".join(cue.text for cue in track.cues)
    found = marks(whole, spot.kinds)
    start = 0
    for place, cue in enumerate(track.cues, 1):
        end = start + len(cue.text)
        if any(cue.start < last and first < cue.end for first, last in closed):
            spot.ledger.keep_secret("passage", cue.text)
            spot.ledger.add(LedgerEntry(subject=spot.subject, kind=Kind.CAPTION, place=f"{spot.place}/{place}", reason="closed"))
        else:
            pieces, last = [], start
            for mark in (m for m in found if m.start < end and start < m.end):
                if mark.start >= start:
                    spot.at(str(place)).masked(mark, whole)
                pieces += [whole[last : max(last, mark.start)], sentence(f"redaction.mask_{mark.kind}", {}, language=track.language)]
                last = min(mark.end, end)
            yield PublicCue(start=cue.start, end=cue.end, text="".join([*pieces, whole[last:end]]))
        start = end + 1


def _note(reason: str, spot: Spot) -> None:
    spot.ledger.add(LedgerEntry(subject=spot.subject, kind=Kind.RECORDING, place="recording", reason=reason))
    spot.ledger.tell(Level.WARNING, f"redaction.{reason}", spot.subject)
