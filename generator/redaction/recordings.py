"""The recording of a meeting and its captions, without what was said while something secret was handled."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from generator.messages import sentence
from generator.model.attachment import CaptionTrack, Recording
from generator.model.message import Level
from generator.model.redacted import (
    PublicCaptions,
    PublicCue,
    PublicFile,
    PublicItem,
    PublicRecording,
    ShownItem,
)
from generator.model.text import Withheld
from generator.redaction.attachments import Files
from generator.redaction.doubtful import settled_by_line
from generator.redaction.ledger import Kind, LedgerEntry, Spot
from generator.redaction.marks import Mark
from generator.redaction.recognizers import marks

Interval = tuple[float, float]  # milliseconds


def public_recording(recording: Recording, items: tuple[ShownItem, ...], files: Files, spot: Spot) -> PublicRecording | None:
    """Return what of *recording* may go out, or None.

    A meeting with something secret keeps its file inside, since a voice cannot be masked; if nobody knows when the secret
    was spoken of, its captions stay inside too.
    """
    closed = [item for item in items if not is_wholly_shown(item) and item.number not in recording.cut]
    starts = dict(recording.moments)
    if any(item.number is None or item.number not in starts for item in closed):
        _note("without_moments", spot)
        return None
    intervals = tuple(_interval(recording, str(item.number)) for item in closed)
    if closed and recording.file:
        _note("of_secret", spot)
    speaks_of_people = recording.file is not None and any(_marks_of(track, spot) for track in recording.captions)
    if speaks_of_people:
        _note("personal_data", spot)
    file = None if closed or speaks_of_people else _file(recording, files, spot)
    link = _safe_link(recording.link, spot)
    if file is None and link is None:
        return None
    return PublicRecording(
        file=file,
        link=link,
        captions=tuple(_captions(track, intervals, spot.at(f"captions/{track.language}")) for track in recording.captions),
    )


def is_wholly_shown(item: ShownItem) -> bool:
    """Tell whether nothing of *item* but what a recognizer masks is withheld."""
    if not isinstance(item, PublicItem):
        return False
    sections = (*item.sections, *(section for handling in item.earlier_handlings for section in handling.sections))
    return not any(isinstance(block, Withheld) for section in sections for block in section.blocks)


def moments(recording: Recording, items: tuple[ShownItem, ...]) -> dict[str, int]:
    """Return {id: seconds from the start} of the items that are shown."""
    starts = dict(recording.moments)
    return {i.id: starts[i.number] for i in items if isinstance(i, PublicItem) and i.number is not None and i.number in starts}


def _interval(recording: Recording, number: str) -> Interval:
    start = dict(recording.moments)[number]
    later = [moment for _, moment in recording.moments if moment > start]
    return start * 1000, min(later, default=float("inf")) * 1000


def _safe_link(link: str | None, spot: Spot) -> str | None:
    """Return *link*, or None when the address itself tells what must be masked."""
    found = marks(unquote(link), spot.kinds) if link else ()
    if found:
        _note("personal_data", spot)
    return None if found else link


def _marks_of(track: CaptionTrack, spot: Spot) -> tuple[Mark, ...]:
    whole = _whole(track)
    return settled_by_line(spot.found(whole), whole, spot.at(f"captions/{track.language}"))


def _whole(track: CaptionTrack) -> str:
    return "\n".join(cue.text for cue in track.cues)


def _file(recording: Recording, files: Files, spot: Spot) -> PublicFile | None:
    if recording.file is None or recording.media_type is None or recording.sha256 is None:
        return None
    source = Path(recording.file)
    path = f"{spot.subject}/tallenne{source.suffix.casefold()}"
    files.copies[path] = source
    return PublicFile(path=path, media_type=recording.media_type, size=recording.size, sha256=recording.sha256)


def _captions(track: CaptionTrack, closed: tuple[Interval, ...], spot: Spot) -> PublicCaptions:
    return PublicCaptions(
        language=track.language,
        path=f"{spot.subject}/tekstitys-{track.language}.vtt",
        cues=tuple(_cues(track, closed, spot)),
    )


def _cues(track: CaptionTrack, closed: tuple[Interval, ...], spot: Spot) -> Iterator[PublicCue]:
    """Yield what is left of the captions of *track*; a number that is split between two captions is found all the same."""
    spot = spot._replace(language=track.language)
    whole, found = _whole(track), _marks_of(track, spot)
    start = 0
    for place, cue in enumerate(track.cues, 1):
        end = start + len(cue.text)
        if any(cue.start < last and first < cue.end for first, last in closed):
            spot.ledger.keep_secret("passage", cue.text)
            spot.ledger.add(
                LedgerEntry(subject=spot.subject, kind=Kind.CAPTION, place=f"{spot.place}/{place}", reason="closed")
            )
        else:
            yield PublicCue(start=cue.start, end=cue.end, text=_masked_part(whole, start, end, found, spot.at(str(place))))
        start = end + 1


def _masked_part(whole: str, start: int, end: int, found: tuple[Mark, ...], spot: Spot) -> str:
    """Return *whole* from *start* to *end* with masks; one that began before *start* has been said there."""
    pieces, last = [], start
    for mark in (mark for mark in found if mark.start < end and start < mark.end):
        if mark.start >= start:
            spot.masked(mark, whole)
            pieces += [whole[last : mark.start], sentence(f"redaction.mask_{mark.kind}", {}, language=spot.language)]
        last = min(mark.end, end)
    return "".join([*pieces, whole[last:end]])


def _note(reason: str, spot: Spot) -> None:
    spot.ledger.add(LedgerEntry(subject=spot.subject, kind=Kind.RECORDING, place="recording", reason=reason))
    spot.ledger.tell(Level.WARNING, f"redaction.recording_{reason}", spot.subject)
