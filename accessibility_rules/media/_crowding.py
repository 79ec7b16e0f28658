"""When captions ask too much of the eye often enough to be a fault of the file and not of a name or a number."""

from collections.abc import Callable, Iterator
from typing import Literal

from accessibility_rules.captions_file import Captions, Cue

_OFTEN = 0.1  # of all captions


def captioned(captions: Captions) -> Iterator[Captions]:
    """Yield *captions* when there are some to be read."""
    if _shown(captions):
        yield captions


def seldom(captions: Captions, is_crowded: Callable[[Cue], bool]) -> Literal[True] | None:
    """Say that at most one in ten *is_crowded*; more is for a person: some meetings are spoken fast."""
    shown = _shown(captions)
    return None if sum(map(is_crowded, shown)) > _OFTEN * len(shown) else True


def _shown(captions: Captions) -> list[Cue]:
    return [cue for cue in captions.timed if cue.lines and cue.start < cue.end]
