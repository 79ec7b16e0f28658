"""What was said, as text: captions joined into paragraphs, under the item of which they speak."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from generator.model.redacted import PublicCaptions, PublicCue
from generator.rendering.moments import Moment

# A new speaker begins with a dash or an arrow, as captions mark it.
SPEAKER = ("- ", "– ", "— ", ">>")
PAUSE = 2500
LONG = 400
SECOND = 1000


class Chapter(msgspec.Struct, frozen=True, kw_only=True):
    """The text of one item, or with no *moment* what was said before the first."""

    moment: Moment | None
    paragraphs: tuple[str, ...]


def chapters(track: PublicCaptions, moments: Sequence[Moment]) -> tuple[Chapter, ...]:
    """Return the text of *track* parted at *moments*; a part in which nothing was said is left out."""
    starts = [moment.seconds * SECOND for moment in moments]
    said: list[list[PublicCue]] = [[] for _ in (None, *moments)]
    for cue in sorted(track.cues, key=lambda cue: cue.start):
        said[bisect_right(starts, cue.start)].append(cue)
    parts = (Chapter(moment=m, paragraphs=tuple(_paragraphs(own))) for m, own in zip((None, *moments), said, strict=True))
    return tuple(part for part in parts if part.paragraphs)


def _paragraphs(cues: Iterable[PublicCue]) -> Iterator[str]:
    said: list[str] = []
    end: int | None = None
    for cue in cues:
        text = " ".join(cue.text.split())
        if said and end is not None and (_is_parted(cue.start - end, text) or _is_full(said)):
            yield " ".join(said)
            said = []
        said += [text] if text else []
        end = cue.end
    if said:
        yield " ".join(said)


def _is_parted(pause: int, text: str) -> bool:
    return pause > PAUSE or text.startswith(SPEAKER)


def _is_full(said: Sequence[str]) -> bool:
    return sum(map(len, said)) > LONG and said[-1].endswith((".", "!", "?"))
